story plots "Plots: what is asked against somebody, and what for"
use undertakings, betrayals, bonds, evidence, remorse
# Whoever gives their word on what is against somebody has turned against them, and so has whoever had it given. What is
# asked against somebody weighs on those who hold them dear for as long as it stands.

# Which matters are against whom: `fact is_against(harm, Ben)`.
fluent is_against(what: matter, whom: character)

# Somebody has plotted against somebody.
fluent turned_against(who: character, whom: character)
    say "{who} [have] turned against {whom}"

# Whoever agrees to the first shall have the second in return.
fluent in_return(who: character, whom: character, what: matter, reward: matter)

# Where it shows whether a matter holds.
fluent shown_at(what: matter, where: place)

# What was asked has come out.
fluent exposed(what: matter)
    say "it [have] come out that somebody was asked for {what}"

# How much somebody wishes to be held by nothing that binds them to somebody.
fluent would_be_rid_of(who: character, whom: character): 0..10

# How much it weighs for somebody to have no part in what is wrong.
fluent upright(who: character): 0..10

# Somebody has clung to the hope that what they did is not done.
fluent clung_to_hope(who: character, whom: character)

# Whether something against somebody is asked of somebody, or promised by them.
define stands_against(who: character, whom: character): some what: matter (is_against(what, whom) and some other: character (demand(other, who, what) != none or stands(who, other, what)))

# How far somebody has a part in what is wrong: it is asked of them or promised, or it is done.
define part_in_wrong(who: character): if some whom: character (harmed(who, whom)) then 2 else if some whom: character (stands_against(who, whom)) then 1 else 0

# Whether somebody had what they asked for, and broke their word on what they promised for it.
define has_cheated(who: character, whom: character): some what: matter (some reward: matter (in_return(who, whom, what, reward) and word(whom, who, what) != none and word(who, whom, reward) = broken))

# Whether nothing binds somebody to somebody any more: they were turned down by them, cheated them, or turned on them.
define is_rid_of(who: character, whom: character): turned_against(who, whom) or has_cheated(who, whom) or some what: matter (refused(whom, who, what) > 0)

# Whether somebody has done their part, so that they can claim what they were promised for it.
define has_earned(who: character, whom: character, reward: matter): some what: matter (in_return(whom, who, what, reward) and word(who, whom, what) = kept)

# To be rid of somebody.
motive detachment(who: character, whom: character)
    when    who != whom
    weight  would_be_rid_of(who, whom)
    score   is_rid_of(who, whom)

# Not to fall from the favour of somebody loved.
motive favour(who: character, whom: character)
    when    who != whom
    weight  loves(who, whom)
    score   not (whom believes some what: matter (refused(who, whom, what) > 0))

# Not to have turned against somebody dear, whatever they have done.
motive fidelity(who: character, whom: character)
    when    who != whom
    weight  loves(who, whom) + cares_for(who, whom)
    score   not turned_against(who, whom)

# That nothing stands against somebody dear. If they are lost, its end brings nothing back.
motive dread(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 2
    score   alive(whom) and not stands_against(who, whom)

# To have no part in what is wrong.
motive rectitude(who: character)
    weight  upright(who)
    score   -part_in_wrong(who)

# Somebody asks another for something, and promises something else for it. Like an order, that is not passed over: to
# say nothing is to turn it down.
action bargain(who: character, whom: character, what: matter, reward: matter)
    say   "{who} [ask] {whom} for {what}, and [promise] {reward} in return"
    by    who
    when
        who != whom
        what != reward
        is_concerned(who, what)
        can_undertake(whom, what)
        can_undertake(who, reward)
        is_concerned(whom, reward)
        can_address(who, whom)
        demand(who, whom, what) = none
        not stands(whom, who, what)
        refused(whom, who, what) < 1
    then
        demand(who, whom, what) = ordered
        in_return(who, whom, what, reward)
        not in_private(who, whom, what)
    seen  by other: hears(other, who)

# Somebody gives away to a third what was asked of them, against somebody. Their word on it is broken.
action give_away(who: character, to: character, whom: character, what: matter)
    say   "{who} [tell] {to} that {whom} wanted {what}"
    by    who
    when
        who != to
        to != whom
        can_address(who, to)
        some victim: character (is_against(what, victim) and protects(to, victim))
        demand(whom, who, what) != none or word(who, whom, what) != none or refused(who, whom, what) > 0
        not exposed(what)
    then
        exposed(what)
        if stands(who, whom, what) then word(who, whom, what) = broken

# Whoever has got what they asked for has given their word on what they promised for it.
rule owes_in_return(who: character, whom: character, what: matter, reward: matter)
    when
        in_return(who, whom, what, reward)
        stands(whom, who, what)
        word(who, whom, reward) = none
    then  word(who, whom, reward) = (if holds(reward) then upheld else given)

# Whoever gives their word on what is against somebody turns against them, and so does whoever had it given.
rule turns_against(who: character, whom: character, what: matter, victim: character)
    when
        is_against(what, victim)
        stands(who, whom, what)
        not (turned_against(who, victim) and turned_against(whom, victim))
    then  turned_against(who, victim), turned_against(whom, victim)

# Whoever sees the place where a matter shows sees whether a word on it was broken.
rule is_let_down(who: character, whom: character, what: matter, here: place)
    when
        able(who)
        at(who) = here
        shown_at(what, here)
        word(whom, who, what) = broken
        not (who believes word(whom, who, what) = broken)
    then  who believes word(whom, who, what) = broken

# Whoever did harm for a word that was broken cannot believe at first that it is done, until they see it.
rule clings_to_hope(who: character, whom: character, other: character, what: matter, reward: matter)
    when
        is_against(what, whom)
        able(who)
        not together(who, whom)
        not clung_to_hope(who, whom)
        who believes (harmed(who, whom) and not alive(whom))
        who believes (in_return(other, who, what, reward) and word(other, who, reward) = broken)
    then  clung_to_hope(who, whom), who believes (clung_to_hope(who, whom), alive(whom), hurt(whom))
