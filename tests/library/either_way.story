story either_way "An order that pays either way"
# Vane wants a hold on Rolf: his word, or his disobedience. What Rolf's heart is, Vane does not know.
use undertakings

place castle

character Vane at castle
    commands Rolf
    is concerned by quest
    wants hold 2: stands(Rolf, Vane, quest) or refused(Rolf, Vane, quest) > 0
    believes dutiful(Rolf) = unknown
character Rolf at castle
    can undertake quest
    dutiful 1

matter quest: gone(Rolf)

fluent gone(who: character)

action set_out(who: character)
    by    who
    when  able(who), can_undertake(who, quest), not gone(who)
    then  gone(who)

settings
    foresight 2
    depth 1
