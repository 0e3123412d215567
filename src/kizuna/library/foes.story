story foes "Foes: enemies who are a number, not a mind"
use people, places, sight, bodies, bonds, healing, certainty, gifts
# Foes are where they are, too strong for some and not for others. Who fell, and who was beaten, is seen afterwards, and
# what follows from it.

# Enemies; they have no mind of their own.
type foe

# Where foes are.
fluent prowls(who: foe): place

# How much might it takes to beat foes: more than this.
fluent might_of(who: foe): 0..20

# Foes are beaten for good.
fluent destroyed(who: foe)
    say "{who} [be] destroyed"

# Somebody who was struck down, and for this story is more than a number but has no mind.
type casualty

# Where somebody was struck down.
fluent fell_at(who: casualty): place

# Somebody who was struck down still lives.
fluent breathes(who: casualty)
    say "{who} [breathe]"

# Somebody who was struck down is dead.
fluent has_died(who: casualty)
    say "{who} [be] dead"

# Who is at the mercy of foes.
define menaced(who: character): some enemy: foe (prowls(enemy) = at(who) and not destroyed(enemy) and might(who) <= might_of(enemy))

# Who wins over foes. The dying fight no more. It takes whoever does it to the end of their strength.
action destroy(who: character, enemy: foe)
    say   "{who} [destroy] {enemy}"
    by    who
    when
        able(who)
        not mortal(who)
        prowls(enemy) = at(who)
        not destroyed(enemy)
        might(who) > might_of(enemy)
    then  destroyed(enemy), fatigue(who) += 8

# Whoever sees foes beaten knows it.
rule sees_destroyed(who: character, enemy: foe, here: place)
    when
        sees(who, here)
        prowls(enemy) = here
        destroyed(enemy)
        not (who believes destroyed(enemy))
    then  who believes destroyed(enemy)

# Whoever sees somebody who was struck down knows whether they live.
rule finds_alive(who: character, whom: casualty, here: place)
    when  sees(who, here), fell_at(whom) = here, breathes(whom), not (who believes breathes(whom))
    then  who believes breathes(whom)

# Or do not.
rule finds_dead(who: character, whom: casualty, here: place)
    when  sees(who, here), fell_at(whom) = here, has_died(whom), not (who believes has_died(whom))
    then  who believes has_died(whom)

# Foes were beaten by more than the strength of the one healer who came through. A gift is missing, and they hide where
# it would show: then they bear it.
rule concludes_heir(who: character, whom: character, what: gift, enemy: foe, here: place)
    when
        who != whom
        sees(who, here)
        at(whom) = here
        alive(whom)
        medic(whom)
        covered(whom)
        who believes destroyed(enemy)
        strength(whom) <= might_of(enemy)
        (bearer(what) according to who) = unknown
    then  who believes bearer(what) = whom
