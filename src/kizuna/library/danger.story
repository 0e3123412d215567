story danger "Danger: a life in somebody's hand, taken or spared"
use people, places, sight, bodies, bonds
# Danger weighs half as much as the life that it is about. Whoever ends it by letting go gives that half back; whoever
# ends it by the loss brings nothing back. So sparing, faltering and letting go have their reasons.

# Whether somebody has something to strike with.
fluent armed(who: character)
    say "{who} [be] armed"

# Whether somebody is on their guard.
fluent on_guard(who: character)
    say "{who} [be] on guard"

# Somebody has somebody's life in their hand: a blade at the throat.
fluent holds_life(who: character, whom: character)
    say "{who} [have] the life of {whom} in hand"

# Somebody has struck at somebody, whatever came of it.
fluent has_struck_at(who: character, whom: character)
    say "{who} [have] struck at {whom}"

# How much somebody cares to live.
fluent clings_to_life(who: character): 0..10 = 5

# How much it is somebody's duty to strike somebody down.
fluent ordered_against(who: character, whom: character): 0..10

# Whose life is in somebody's hand.
define in_danger(whom: character): some other: character (holds_life(other, whom))

# Who could harm whom: whoever is fit, beside them, not in somebody's hand, and armed or the stronger.
define could_harm(who: character, whom: character):
    fit(who)
    alive(whom)
    together(who, whom)
    not in_danger(who)
    (armed(who) or strength(who) > strength(whom))

# Who wards off a blow: whoever is on guard, fit, and in nobody's hand.
define wards_off(whom: character): on_guard(whom) and fit(whom) and not in_danger(whom)

# Who is there when somebody acts, and learns from it what the doer feels.
define looks_on(other: character, who: character):
    other != who
    able(other)
    together(other, who)

# How far a duty to strike somebody down is done: having tried is half of it.
define done_against(who: character, whom: character): if not alive(whom) then 1 else if has_struck_at(who, whom) then 1/2 else 0

# What is feared whatever the other is believed to want.
define felt_danger(who: character): if in_danger(who) then clings_to_life(who) else 0

# And what is feared for those who are dear.
define felt_danger_to(who: character, whom: character): if who != whom and in_danger(whom) then holds_dear(who, whom) else 0

# To have carried out an order is no joy.
define felt_duty(who: character): sum of whom: character (ordered_against(who, whom))

# That one lives.
motive own_life(who: character)
    weight  clings_to_life(who)
    score   alive(who)

# That one is well.
motive own_health(who: character)
    weight  clings_to_life(who) / 2
    score   alive(who) and not hurt(who)

# That one is in nobody's hand.
motive own_safety(who: character)
    weight  clings_to_life(who) / 2
    score   alive(who) and not in_danger(who)

# That somebody dear is in nobody's hand.
motive safety(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 2
    score   alive(whom) and not in_danger(whom)

# That an order to strike somebody down is carried out, or was tried.
motive duty(who: character, whom: character)
    when    who != whom
    weight  ordered_against(who, whom)
    score   done_against(who, whom)

# Somebody raises their guard.
action raise_guard(who: character)
    say   "{who} [raise] a guard"
    by    who
    when  fit(who), not on_guard(who)
    then  on_guard(who)

# Somebody lowers their guard, which is to say that they trust whoever sees it.
action lower_guard(who: character)
    say   "{who} [lower] all guard"
    by    who
    when  fit(who), on_guard(who)
    then  not on_guard(who)

# Somebody gets another, who cannot ward it off, into their hand.
action threaten(who: character, whom: character)
    say   "{who} [hold] a blade to the throat of {whom}"
    by    who
    when
        who != whom
        could_harm(who, whom)
        able(whom)
        not wards_off(whom)
        not holds_life(who, whom)
    then  holds_life(who, whom), threatened(who, whom)

# Somebody lets another go whose life is in their hand. Whoever looks on sees what it means.
action let_go(who: character, whom: character)
    say   "{who} [let] {whom} go"
    by    who
    when  who != whom, able(who), holds_life(who, whom)
    then
        not holds_life(who, whom)
        spared(who, whom)
        every other: character (if looks_on(other, who) then other believes loves(who, whom) = seen_sparing(who, whom))

# Somebody whose life is in a weaker one's hand breaks free.
action break_free(who: character, of: character)
    say   "{who} [break] free of {of}"
    by    who
    when  who != of, able(who), holds_life(of, who), strength(who) > strength(of)
    then  not holds_life(of, who)

# Somebody strikes. A blow that is warded off does nothing; one at somebody whose life is in the striker's hand, who
# is hurt already or cannot help it kills; any other wounds. Both learn what really came of it, whatever they expected; whoever looks on sees what it means.
action strike(who: character, whom: character)
    say   "{who} [strike] at {whom}"
    by    who
    when  who != whom, could_harm(who, whom)
    then
        has_struck_at(who, whom)
        if not wards_off(whom) then harmed(who, whom)
        if not wards_off(whom) and fit(whom) and not holds_life(who, whom) then hurt(whom)
        if not wards_off(whom) and (not fit(whom) or holds_life(who, whom)) then not alive(whom)
        if not wards_off(whom) then who believes harmed(who, whom)
        if not wards_off(whom) and able(whom) then whom believes harmed(who, whom)
        if wards_off(whom) then who believes on_guard(whom)
        if wards_off(whom) and not harmed(who, whom) then who believes not harmed(who, whom)
        every other: character (if looks_on(other, who) then other believes loves(who, whom) = seen_striking(who, whom))

# Nobody's life is in the hand of one who cannot hold it, or of one who has gone. Whoever lets it slip unhurt has spared it.
rule slips_away(who: character, whom: character)
    when  holds_life(who, whom), not (fit(who) and alive(whom) and together(who, whom))
    then
        not holds_life(who, whom)
        if alive(who) and alive(whom) and not hurt(who) then spared(who, whom)
        if able(whom) then whom believes not holds_life(who, whom)

# Whoever is in somebody's hand knows it, and that the other is there and able to do it.
rule feels_danger(who: character, whom: character, here: place)
    when
        able(whom)
        at(whom) = here
        holds_life(who, whom)
        not (whom believes holds_life(who, whom))
    then  whom believes (holds_life(who, whom), at(who) = here, alive(who), awake(who), not hurt(who))
