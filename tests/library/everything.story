story everything "Whatever can happen"
# Nobody has a reason for all this; whatever happens, the rules of the library come to rest.
use feelings, time, curiosity, possession

place room, hall
path room - hall
question who_rang
deadline night comes_at 3
thing lamp location room

character Ana at room
    armed
    loves Ben 9
    cares for Cleo 2
    believes loves(Ana, Ben) = 1
character Ben at room
    hates Cleo 4
    loves Ana 3
    knows who_rang
    believes at(Cleo) = room, not armed(Ana), hurt(Cleo)
character Cleo at hall
    hurt
    believes not alive(Ana)
    believes Ben believes not awake(Cleo)

fact dark(hall), answer(who_rang) = Cleo, shows(hall, who_rang)

# What befalls people and nobody notices.
action die(who: character)
    then  not alive(who)
    seen  by nobody

action carry_off(who: character, to: place)
    then  at(who) = to
    seen  by nobody

action tire(who: character)
    then  fatigue(who) += 5
    seen  by nobody

# Somebody takes somebody for what they are not.
action misjudge(who: character, whom: character)
    when  who != whom
    then  who believes (not on_guard(whom), not hurt(whom), not harmed(whom, who))
    seen  by nobody
