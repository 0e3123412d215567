story places_at_work
use places

place house, well, wood
path house - well - wood

character Ana at house
character Ben at well
character Cleo at wood

perceives(observer: character, doer: character): able(observer) and together(observer, doer)

# What befalls people and nobody notices.
action wake(who: character)
    then  awake(who)
    seen  by nobody

action carry_off(who: character, to: place)
    then  at(who) = to
    seen  by nobody
