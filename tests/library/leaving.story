story leaving "Over my dead body"
# Ben is sent for the scrolls; Ana has put herself in his way. He has to answer that, one way or the other.
use danger

place study

character Ana at study
character Ben at study
    armed
    wants scrolls 6: has_scrolls
    loves Ana 4

fluent has_scrolls()

# Somebody bars somebody's way, and means it.
fluent bars_the_way(who: character, whom: character)

fact bars_the_way(Ana, Ben)

# Somebody cuts down whoever is in their way, and takes what they came for.
action cut_down(who: character, whom: character)
    by    who
    answers bars_the_way(whom, who)
    when  who != whom, able(who), bars_the_way(whom, who)
    then  not alive(whom), harmed(who, whom), not bars_the_way(whom, who), has_scrolls()

# Somebody goes away with nothing.
action leave(who: character, whom: character)
    by    who
    answers bars_the_way(whom, who)
    when  who != whom, able(who), bars_the_way(whom, who)
    then  not bars_the_way(whom, who)

settings
    best within 0
    foresight 1
    depth 1
