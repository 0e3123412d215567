story dreams "Dreams: sleep that restores, nightmares that wake"
use people, places, bodies, bonds, moods
# Hours of sleep give strength back. But whoever has too much on their heart dreams, and starts up from it afraid; what
# haunts somebody is declared: `nightmare fall "the fall"`, `fact haunts(fall, Ana)`.

# What somebody can dream of.
type nightmare

# What somebody dreams of, if they dream.
fluent haunts(what: nightmare, who: character)

# Somebody has been asleep for hours, since they last were awake.
fluent has_slept(who: character)

# What somebody has on their heart: their guilt, and half of their distress.
define burden(who: character): guilt(who) + distress(who) / 2

# Not to feel how tired one is.
motive rest(who: character)
    score   if awake(who) then -fatigue(who) / 4 else 0

# Whoever has so much on their heart that they would dream does not lie down to sleep.
motive dread_of_dreams(who: character)
    weight  if burden(who) > 8 then 3 else 0
    score   awake(who)

# Hours of sleep. Whoever is awake in the night takes those whom they are not beside for asleep.
action sleep_on(who: character)
    say   "{who} [sleep] for hours"
    when  alive(who), not awake(who), not has_slept(who)
    then
        has_slept(who)
        strength(who) += 5
        fatigue(who) = 0
        every one: character (every other: character (if one != other and knows_body(one, who) and not together(one, other) then one believes not awake(other)))
    seen  by other: other = who or knows_body(other, who)

# Who has too much on their heart cannot but dream of it, and nobody sleeps on after that. Others see nothing of it but
# that they wake. Whoever starts up takes those whom they are not beside for asleep.
action dream_of(who: character, what: nightmare)
    say   "{who} [dream] of {what}, and [start] up"
    due   alive(who), not awake(who), has_slept(who), burden(who) > 8
    when  haunts(what, who)
    then
        awake(who)
        fear(who) += 5
        distress(who) += 2
        every other: character (if other != who and not together(who, other) then who believes not awake(other))
    seen  by other: other = who

# Whoever is awake has another sleep before them.
rule has_slept_out(who: character)
    when  awake(who), has_slept(who)
    then  not has_slept(who)
