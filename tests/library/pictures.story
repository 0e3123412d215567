story pictures_at_work
use pictures

place room, loft
fact overlooks(loft, room)

character Ana at room
    believes not awake(Sai)
character Ben at room
    believes not awake(Sai)
character Sai at loft
    draws 2

action hold_close(who: character, whom: character)
    when  who != whom
    then  have_held(who, whom)
    seen  by other: able(other)

action come_down()
    then  at(Sai) = room
    seen  by everyone
