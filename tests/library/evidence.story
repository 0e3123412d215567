story evidence_at_work
use evidence
# Ana has harmed Ben, who died of it; Cleo can read clues. What was left at the house can be wiped off there.

place house, town, post
fact takes(house, town) = 4

character Ana at town
    in haste
    has to lose 6
character Ben at house
character Cleo at post
    can read prints
    can read blood
    protects Ben

clue prints, blood
fact is_left_at(prints, house), stays_on(blood), comes_off(prints, house)

# Somebody takes a life.
action slay(who: character, whom: character)
    when  together(who, whom), who != whom
    then  not alive(whom), harmed(who, whom)
    seen by other: together(other, who)
