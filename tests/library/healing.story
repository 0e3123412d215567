story healing_at_work
use healing

place room, hall

character Ana at room
    medic
    strength 3
    believes strength(Ana) = 5
character Ben at room
    mortal
    wound 4
    cares for Ana 5
    believes cares_for(Ana, Ben) = 0
character Cleo at room
    wound 1
    strength 0
    believes not mortal(Ben)
character Dan at hall
    believes mortal(Cleo), wound(Dan) = 2

# Somebody is brought to another place.
action bring(who: character, to: place)
    then  at(who) = to
    seen  by nobody
