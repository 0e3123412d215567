story dreams_at_work
use dreams

place room, hall
nightmare fall

character Ana at room
    guilt 7
    distress 4
    fatigue 4
    strength 1
character Ben at hall
    guilt 4
    fatigue 3
character Cleo at room

fact haunts(fall, Ana), haunts(fall, Ben)

action hold_close(who: character, whom: character)
    then  have_held(who, whom)
