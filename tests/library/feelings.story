story feelings_at_work
use feelings

place room, hall

character Ana at room
    loves Ben 9
    loves Cleo 3
    believes loves(Ana, Ben) = 1
    armed
character Ben at room
    loves Ana 5
    believes loves(Ana, Ben) = 4
character Cleo at hall

# What happens, and nobody notices.
action die(who: character)
    then  not alive(who)
    seen  by nobody

action seize(who: character, whom: character)
    then  holds_life(who, whom)
    seen  by nobody

# Somebody hears of a death.
action hear_of(who: character, whom: character)
    then  who believes not alive(whom)
    seen  by nobody

# Somebody harms somebody without knowing it, and learns of it.
action harm(who: character, whom: character)
    then  harmed(who, whom)
    seen  by other: other = whom

action learn_of_harm(who: character, whom: character)
    when  harmed(who, whom)
    then  who believes harmed(who, whom)
    seen  by nobody
