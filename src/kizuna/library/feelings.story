story feelings "Feelings that act: guilt, fear, distress, comfort"
use people, places, bodies, bonds, danger, moods
# What harm, loss and danger do to a heart. A feeling is set once for each thing that happened, so comfort and
# confession can lower it for good; and everything here is so in the mind of whoever feels it, too.

# Somebody has taken it to heart that they harmed somebody.
fluent rues(who: character, whom: character)

# Somebody has taken it to heart that somebody died.
fluent mourns(who: character, whom: character)
    say "{who} [mourn] {whom}"

# Somebody has been frightened for their life.
fluent frightened(who: character)
    say "{who} [be] frightened"

# Somebody has owned up to the harm that they did somebody.
fluent has_confessed(who: character, whom: character)
    say "{who} [have] confessed having harmed {whom}"

# What a love comes to when it is put to the test: nothing, something, much, everything.
define depth_of_love(who: character, whom: character): if loves(who, whom) >= 8 then 8 else if loves(who, whom) >= 5 then 5 else if loves(who, whom) >= 2 then 2 else 0

# Who has cause to feel what they have for somebody: they harmed them, or lost them.
define is_put_to_the_test(who: character, whom: character): (who believes harmed(who, whom)) or (who believes not alive(whom))

# That one has owned up to whatever harm one did.
motive conscience(who: character)
    weight  guilt(who)
    score   -sum of whom: character (if harmed(who, whom) and not has_confessed(who, whom) then 1 else 0)

# That as few as possible know of it.
motive secrecy(who: character)
    weight  fear(who)
    score   -sum of other: character (if other != who and some whom: character (other believes harmed(who, whom)) then 1 else 0)

# Somebody holds another, who lets them.
action hold(who: character, whom: character)
    say   "{who} [hold] {whom}"
    by    who
    with  whom: able(whom)
    when  who != whom, able(who), together(who, whom)
    then  distress(whom) -= 2, guilt(whom) -= 1

# Two hold each other, and both are lighter for it: each has to have a reason.
action comfort(who: character, whom: character)
    say   "{who} and {whom} [hold] each other"
    by    who, whom
    when  who != whom, able(who), able(whom), together(who, whom)
    then  have_held(who, whom), distress(who) -= 4, distress(whom) -= 4, guilt(who) -= 2, guilt(whom) -= 2

# Somebody owns up to the harm that they did somebody, to a third or to whom they did it.
action confess(who: character, to: character, whom: character)
    say   "{who} [confess] to {to} having harmed {whom}"
    by    who
    tells harmed(who, whom)
    when
        who != to
        who != whom
        able(who)
        able(to)
        together(who, to)
        who believes harmed(who, whom)
        not has_confessed(who, whom)
    then  to believes harmed(who, whom), has_confessed(who, whom), guilt(who) -= 4

# Somebody forgives what was done to them, and says so.
action forgive(who: character, whom: character)
    say   "{who} [forgive] {whom}"
    by    who
    when  who != whom, able(who), able(whom), together(who, whom), resents(who, whom) > 0
    then  forgives(who, whom), guilt(whom) -= 4

# Only when it is put to the test does somebody know their own heart.
rule knows_own_heart(who: character, whom: character)
    when
        who != whom
        is_put_to_the_test(who, whom)
        depth_of_love(who, whom) != (depth_of_love(who, whom) according to who)
    then
        if depth_of_love(who, whom) = 8 then who believes loves(who, whom) = 8
        if depth_of_love(who, whom) = 5 then who believes loves(who, whom) = 5
        if depth_of_love(who, whom) = 2 then who believes loves(who, whom) = 2
        if depth_of_love(who, whom) = 0 then who believes loves(who, whom) = 0

# Whoever knows that they harmed somebody dear feels as guilty as they love them.
rule feels_guilt(who: character, whom: character)
    when  who != whom, who believes harmed(who, whom), not rues(who, whom)
    then
        rues(who, whom)
        if guilt(who) < depth_of_love(who, whom) then guilt(who) = depth_of_love(who, whom)

# Whoever learns of the death of somebody dear is in as much distress as they love them.
rule feels_loss(who: character, whom: character)
    when  who != whom, alive(who), who believes not alive(whom), not mourns(who, whom)
    then
        mourns(who, whom)
        if distress(who) < depth_of_love(who, whom) then distress(who) = depth_of_love(who, whom)

# Whoever's life is in somebody's hand is afraid.
rule takes_fright(who: character)
    when  able(who), who believes in_danger(who), not frightened(who)
    then
        frightened(who)
        if fear(who) < 8 then fear(who) = 8

# Once it no longer is, the fear goes.
rule calms_down(who: character)
    when  able(who), frightened(who), not (who believes in_danger(who))
    then  not frightened(who), fear(who) = 0
