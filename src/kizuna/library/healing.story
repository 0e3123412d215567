story healing "Healing: strength that a wound takes, and strength that is not there"
use people, places, sight, bodies, bonds
# A wound needs so much strength; whoever heals has so much, and can believe in more than there is. What is not enough
# is spent in vain. Who is mortally wounded dies once there is no time left: nobody can put that off. (`tend` in `bodies`
# is for wounds that one attempt heals.)

# Who knows how to heal, and what to look for in the dead.
fluent medic(who: character)
    say "{who} [be] a healer"

# How much strength it takes to close somebody's wound.
fluent wound(whose: character): 0..10

# Somebody will die of their wound.
fluent mortal(who: character)
    say "{who} [be] mortally wounded"

# How long somebody who is mortally wounded holds out.
fluent time_left(who: character): 0..10 = 1

# A healer was told to stop, and has not answered.
fluent told_to_stop(medic: character, by: character)
    say "{medic} [be] told by {by} to stop"

# A healer has stopped because they were told to.
fluent has_left_off(medic: character, whom: character)

# A healer has gone on against somebody's word.
fluent has_gone_against(medic: character, whom: character)
    say "{medic} [have] gone against the word of {whom}"

# Somebody has taken it on to heal another.
fluent has_tried_to_heal(medic: character, whom: character)

# How much it weighs for somebody to go against another's word.
fluent defers_to(who: character, whom: character): 0..10

# How much a point of their own strength is worth to somebody.
fluent spares_strength(who: character): number = 1/4

# What a healer puts into one attempt: two points, or what is left.
define effort(who: character): if strength(who) >= 2 then 2 else strength(who)

# Whom a healer can try to heal.
define can_heal(who: character, whom: character):
    who != whom
    able(who)
    medic(who)
    strength(who) > 0
    alive(whom)
    hurt(whom)
    together(who, whom)

# What a healer's care looks like to whoever saw them go on against their word: it has to be much.
define seen_going_on(who: character, whom: character): if cares_for(who, whom) >= 7 then cares_for(who, whom) else 7

# What is felt of having tried: to heal is a word on which the hurt rely, and it is broken by their death.
define felt_word_on_healing(medic: character, whom: character): if has_tried_to_heal(medic, whom) and not alive(whom) then -4 else 0

# That somebody dear will not die of their wound.
motive recovery(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 2
    score   alive(whom) and not mortal(whom)

# That one's strength lasts.
motive own_strength(who: character)
    weight  spares_strength(who)
    score   strength(who)

# That somebody dear does not use up the last of their strength.
motive strength_of(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 4
    score   strength(whom)

# That one has not gone against somebody's word.
motive deference(who: character, whom: character)
    when    who != whom
    weight  defers_to(who, whom)
    score   not has_gone_against(who, whom)

# That one is answered; it weighs as much as what one has asked for.
motive being_answered(who: character, medic: character)
    when    who != medic
    weight  holds_dear(who, medic) / 4
    score   not told_to_stop(medic, who)

# One attempt to heal. The wound closes once it has had all that it needs.
action heal(who: character, whom: character)
    say   "{who} [heal] {whom}, as far as the strength of {who} [go]"
    by    who
    when  can_heal(who, whom), not told_to_stop(who, whom), not has_left_off(who, whom)
    then
        has_tried_to_heal(who, whom)
        strength(who) -= effort(who)
        wound(whom) -= effort(who)
        if effort(who) >= wound(whom) then (not hurt(whom), not mortal(whom))

# Somebody tells a healer to stop.
action tell_to_stop(who: character, medic: character)
    say   "{who} [tell] {medic} to stop"
    by    who
    when
        able(who)
        can_heal(medic, who)
        not told_to_stop(medic, who)
        not has_left_off(medic, who)
    then  told_to_stop(medic, who)

# An answer: to stop.
action leave_off(medic: character, whom: character)
    say   "{medic} [stop] healing {whom}"
    by    medic
    answers told_to_stop(medic, whom)
    when  told_to_stop(medic, whom), able(medic)
    then  not told_to_stop(medic, whom), has_left_off(medic, whom)

# An answer: to go on. Whoever is healed against their word sees how dear they are.
action go_on(medic: character, whom: character)
    say   "{medic} [refuse], and [go] on healing {whom}"
    by    medic
    answers told_to_stop(medic, whom)
    when  told_to_stop(medic, whom), can_heal(medic, whom)
    then
        not told_to_stop(medic, whom)
        has_gone_against(medic, whom)
        has_tried_to_heal(medic, whom)
        strength(medic) -= effort(medic)
        wound(whom) -= effort(medic)
        if effort(medic) >= wound(whom) then (not hurt(whom), not mortal(whom))
        if able(whom) then whom believes cares_for(medic, whom) = seen_going_on(medic, whom)

# A mortal wound takes its time.
action ebb(who: character)
    say   "{who} [grow] weaker"
    when  alive(who), mortal(who), time_left(who) > 0
    then  time_left(who) -= 1
    seen  by other: knows_body(other, who)

# And kills.
action die_of_wounds(who: character)
    say   "{who} [die] of the wound"
    due   alive(who), mortal(who), time_left(who) = 0
    then  not alive(who)
    seen  by other: knows_body(other, who)

# A wound stays open until it has had all that it needs.
rule stays_open(who: character)
    when  wound(who) > 0, not hurt(who)
    then  hurt(who)

# Whoever sees that a wound is mortal knows it.
rule sees_mortal(who: character, whose: character)
    when  alive(whose), mortal(whose), knows_body(who, whose), not (who believes mortal(whose))
    then  who believes mortal(whose)

# So does whoever sees that it is not.
rule sees_not_mortal(who: character, whose: character)
    when
        alive(whose)
        not mortal(whose)
        knows_body(who, whose)
        not (who believes not mortal(whose))
    then  who believes not mortal(whose)

# Whoever sees somebody without a wound knows that it takes nothing to close it.
rule sees_closed(who: character, whose: character)
    when
        wound(whose) = 0
        not hurt(whose)
        knows_body(who, whose)
        not (who believes wound(whose) = 0)
    then  who believes (wound(whose) = 0, not hurt(whose))

# Whoever sees a wound open that should be closed no longer knows how much it needs.
rule misjudged_wound(who: character, whose: character)
    when  hurt(whose), wound(whose) > 0, knows_body(who, whose), who believes wound(whose) = 0
    then  who believes wound(whose) = unknown
