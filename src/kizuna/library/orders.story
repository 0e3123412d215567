story orders "Orders: sent against somebody, and what it costs to refuse"
use people, places, bodies, bonds, danger, duty, honesty
# An order to strike somebody down comes from whoever leads, and can be obeyed or defied. To obey is no deed yet: what
# counts is to have tried, and more to have done it. `dutiful` says how much all this weighs for somebody; here it takes
# the place of `ordered_against`, which says it of one order that always was. For orders to do anything else there is
# `undertakings`; a story can have both.

# Who gives orders.
fluent has_command(who: character)
    say "{who} [have] the command"

# Who is beyond the law: orders are given against them.
fluent outlawed(who: character)
    say "{who} [be] an outlaw"

# Who leads others when they are sent out.
fluent leads(who: character, whom: character)
    say "{who} [lead] {whom}"

# Where those who are sent out come to.
fluent way_out(from: place, to: place)

# Somebody has been given an order, and has not answered it.
fluent is_ordered_against(who: character, target: character)
    say "{who} [be] ordered against {target}"

# Somebody has taken on an order to strike somebody down.
fluent is_sent_against(who: character, target: character)
    say "{who} [be] sent against {target}"

# Somebody has refused it before whoever leads.
fluent defies(who: character, target: character)
    say "{who} openly [refuse] to go against {target}"

# Somebody has let others go out without them whom they should have led.
fluent abandoned(who: character, whom: character)
    say "{who} [have] abandoned {whom}"

# Somebody has asked somebody whether they were sent against them, and has no answer.
fluent is_asked(who: character, target: character)

# Whoever had somebody's life in hand against whom they were sent, and spared it, has broken their order.
define is_traitor_over(who: character, target: character):
    is_sent_against(who, target)
    spared(who, target)

# How far an order is done. To have tried is half of it, as long as one has not spared them after all; to refuse openly is
# treason.
define carried_out(who: character, target: character): if defies(who, target) then -1 else if not is_sent_against(who, target) then 0 else if not alive(target) then 1 else if is_traitor_over(who, target) then 0 else if has_struck_at(who, target) then 1/2 else 0

# What is felt of an order that somebody has taken on, which is a word to whoever gives orders: it weighs as any other.
define felt_word_on_order(who: character, whom: character, target: character): if not has_command(whom) or not is_sent_against(who, target) then 0 else if is_traitor_over(who, target) then -4 else if alive(target) then 0 else 3

# That an order is carried out, or was tried, and that whoever it is against does not know of it.
motive mission(who: character, target: character)
    when    who != target
    weight  dutiful(who)
    score   carried_out(who, target) - (if target believes is_sent_against(who, target) then 1/4 else 0)

# That nobody dear goes out alone whom one should have led.
motive leadership(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom)
    score   not abandoned(who, whom)

# That nobody loved is left in the dark about it.
motive frankness(who: character, target: character)
    when    who != target
    weight  loves(who, target) / 3
    score   if is_sent_against(who, target) then (if target believes is_sent_against(who, target) then 1 else 0) else 1

# Whoever has the command sends word and orders somebody who leads others to go out and strike an outlaw down.
action order_against(who: character, whom: character, target: character)
    say   "{who} [order] {whom} to go out and kill {target}"
    by    who
    when
        who != whom
        whom != target
        has_command(who)
        able(who)
        able(whom)
        outlawed(target)
        some other: character (leads(whom, other))
        not is_ordered_against(whom, target)
        not is_sent_against(whom, target)
        not defies(whom, target)
    then  is_ordered_against(whom, target)
    seen  by other: other = whom or (able(other) and leads(whom, other))

# An answer: they set out, and those whom they lead with them.
action set_out(who: character, target: character, to: place)
    say   "{who} [obey], and [set] out for {to} against {target}"
    by    who
    answers is_ordered_against(who, target)
    when
        is_ordered_against(who, target)
        able(who)
        some here: place (at(who) = here and way_out(here, to))
    then
        not is_ordered_against(who, target)
        is_sent_against(who, target)
        at(who) = to
        every other: character (if leads(who, other) then (is_sent_against(other, target), at(other) = to))
    seen  by other: has_command(other) or (able(other) and together(other, who))

# An answer: no. The others are sent out without them.
action defy(who: character, target: character)
    say   "{who} [refuse] to go against {target}"
    by    who
    answers is_ordered_against(who, target)
    when  is_ordered_against(who, target), able(who)
    then
        not is_ordered_against(who, target)
        defies(who, target)
        every other: character (if leads(who, other) then (abandoned(who, other), is_sent_against(other, target)))
    seen  by other: has_command(other) or (able(other) and together(other, who))

# Somebody asks another what they have come for.
action ask_errand(target: character, who: character)
    say   "{target} [ask] {who} what {who} [have] come for"
    by    target
    when
        who != target
        able(who)
        able(target)
        together(who, target)
        not is_asked(who, target)
        not (target believes is_sent_against(who, target))
        not (target believes not is_sent_against(who, target))
    then  is_asked(who, target)

# An answer: to strike them down. It is the truth.
action tell_errand(who: character, target: character)
    say   "{who} [tell] {target} that the order [be] to kill {target}"
    by    who
    answers is_asked(who, target)
    when  is_asked(who, target), able(who), together(who, target), is_sent_against(who, target)
    then  not is_asked(who, target), target believes is_sent_against(who, target)

# An answer: for nothing that concerns them. Whoever says so in spite of an order lies.
action deny_errand(who: character, target: character)
    say   "{who} [tell] {target} that nothing [bring] {who} here"
    by    who
    answers is_asked(who, target)
    when  is_asked(who, target), able(who), together(who, target)
    then
        not is_asked(who, target)
        target believes not is_sent_against(who, target)
        if who believes is_sent_against(who, target) then has_lied_to(who, target)

# An answer: none.
action withhold_errand(who: character, target: character)
    say   "{who} [give] {target} no answer"
    by    who
    answers is_asked(who, target)
    when  is_asked(who, target), able(who), together(who, target)
    then  not is_asked(who, target)
