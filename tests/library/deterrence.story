story deterrence "A threat, credible or not"
# Tom could have the purse. Whoever takes it has Gus against them, and Gus is armed.
use danger

place square

character Tom at square
    wants purse 2: stolen(Tom)
character Gus at square
    armed

fluent stolen(who: character)

# Somebody takes the purse.
action steal(who: character)
    by    who
    when  able(who), not stolen(who)
    then  stolen(who)

# It is Gus's duty to strike at whoever steals.
rule calls_for_the_guard(who: character)
    when  stolen(who), ordered_against(Gus, who) < 6
    then  ordered_against(Gus, who) = 6

settings
    wary 1 for Tom
    foresight 1
    depth 1
