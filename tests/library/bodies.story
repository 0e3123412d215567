story bodies_at_work
use bodies

place room, hall, cellar
path room - hall
path room - cellar

fact dark(cellar)

character Ana at room
character Ben at room
    hunger 4
character Cleo at hall
    believes hurt(Ben)

fluent lifted(who: character)

action lift(who: character)
    by    who
    when  fit(who)
    then  lifted(who)

# What befalls bodies and nobody notices.
action wound(who: character)
    then  hurt(who)
    seen  by nobody

action tire(who: character)
    then  fatigue(who) = 6
    seen  by nobody

action drain(who: character)
    then  strength(who) -= 4
    seen  by nobody

action carry_off(who: character, to: place)
    then  at(who) = to
    seen  by nobody

# A rumour reaches somebody.
action rumour(who: character, of: character)
    then  who believes not alive(of)
    seen  by nobody
