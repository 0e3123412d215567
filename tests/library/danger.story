story danger_at_work
use danger

place room, hall
path room - hall

character Ana at room
    armed
    loves Ben 5
character Ben at room
    on guard
    believes not armed(Ana)
character Cleo at hall

# What befalls people and nobody notices.
action distract(who: character)
    then  not on_guard(who)
    seen  by nobody

action wound(who: character)
    then  hurt(who)
    seen  by nobody

action seize(who: character, whom: character)
    then  holds_life(who, whom)
    seen  by nobody

action disarm(who: character)
    then  not armed(who)
    seen  by nobody

# Somebody takes somebody to be off their guard.
action misjudge(who: character, whom: character)
    then  who believes not on_guard(whom)
    seen  by nobody

action drain(who: character)
    then  strength(who) -= 1
    seen  by nobody
