story possession_at_work
use possession

place house, well
path house - well

character Ana at house
character Ben at house
character Cleo at well
    believes
        location(ring) = unknown
        location(bag) = unknown
        location(box) = unknown
        location(coin) = unknown
thing coin location box
thing ring location house
container bag location Ana
container box location bag
container chest location house
container safe location house and closed
thing pearl location safe

# What befalls people and nobody notices.
action wake(who: character)
    then  awake(who)
    seen  by nobody

action rumour(who: character, what: thing, where: spot)
    then  who believes location(what) = where
    seen  by nobody
