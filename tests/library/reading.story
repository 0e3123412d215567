story reading "Ben looks Ana in the eyes"
# Ana was sent against Ben and loves him. He takes it for less.
use reading

place room
character Ana at room
    armed
    loves Ben 8
    is_sent_against Ben
character Ben at room
    on guard
    reads faces
    believes loves(Ana, Ben) = 3
character Cleo at room
fact not is_sent_against(Cleo, Ben)

action darken(here: place)
    when  not dark(here)
    then  dark(here)
action forget(who: character)
    when  able(who)
    then  who believes not is_sent_against(Ana, Ben)
    seen  by nobody
action cool(who: character)
    when  able(who)
    then  loves(Ana, who) = 4
    seen  by nobody
action dazzle(who: character)
    when  reads_faces(who)
    then  not reads_faces(who)
