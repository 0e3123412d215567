story scrolls "The Scrolls"
# Two houses are at war. Sakura guards what Sasuke was sent for. They love each other, and neither knows how much of it
# is returned. What she knows for sure is her duty, and he his.

use people, places, sight, possession, bodies, bonds, danger, identity, talk
use "../past.story"

place hall, chamber, yard
fact way_out(chamber, hall), dark(chamber), bolted(chamber)

container desk "which [hold] {scrolls}" location chamber and closed and fixed
thing scrolls location desk

character Sakura "of the house under attack" (she) at chamber
    armed
    on guard
    guards desk
    ordered against Sasuke 2
    treasures scrolls 8
    wants safe_keeping (treasures(Sakura, scrolls)): location(scrolls) = desk
    wants post 3: at(Sakura) = chamber
    wants relief 1: has_wept(Sakura)
    fears shame 2: wept_before(Sakura, Sasuke)

character Sasuke "of the attacking house" (he) at hall
    armed
    strength 8
    clings to life 3
    stranger to Sakura
    ordered against Sakura 1
    wants scrolls 7: Sasuke believes has(Sasuke, scrolls)
    wants comrades 3: at(Sasuke) = hall
    believes at(Sakura) = yard, treasures(Sakura, scrolls) = 0

# Where one comes out of a place, and whoever breaks in comes from. Nobody here comes back.
fluent way_out(from: place, to: place)
fluent bolted(where: place)
fluent guards(who: character, what: container)

# How much it is worth to somebody that a thing stays where it is kept.
fluent treasures(who: character, what: thing): 0..10

# Somebody has sworn that others get what they guard only over their dead body.
fluent sworn(who: character)
    say "{who} [have] sworn to die first"

# Somebody tries to get past somebody who bars the way.
fluent presses(who: character, whom: character)
fluent stands_aside(who: character)
fluent has_wept(who: character)
fluent wept_before(who: character, whom: character)

# An oath bars the way, to the stronger too, while whoever swore it lives, is free, and has not given up.
define bars(keeper: character, who: character):
    sworn(keeper)
    alive(keeper)
    together(keeper, who)
    not in_danger(keeper)
    not stands_aside(keeper)

define is_barred(who: character): some other: character (other != who and bars(other, who))

# Whoever guards a thing keeps others from it, weapon in hand or by an oath. Besides, nobody lays hands on anything who
# is held, or who holds somebody.
define keeps(keeper: character, who: character, what: container):
    keeper != who
    (holds_life(keeper, who) or holds_life(who, keeper) or (guards(keeper, what) and (bars(keeper, who) or (armed(keeper) and fit(keeper) and together(keeper, who)))))

rule is_kept(who: character, what: container)
    when  some other: character (keeps(other, who, what)), not kept_from(who, what)
    then  kept_from(who, what)

rule is_no_longer_kept(who: character, what: container)
    when  kept_from(who, what), not some other: character (keeps(other, who, what))
    then  not kept_from(who, what)

action break_in(who: character, from: place, to: place)
    say   "{who} [break] into {to}"
    by    who
    when  able(who), at(who) = from, way_out(to, from), bolted(to)
    then  not bolted(to), at(who) = to
    also seen by other: able(other) and at(other) = to

# The stronger twists the weapon out of another's hand and has them by the throat, guard or no guard.
action overpower(who: character, whom: character)
    say   "{who} [disarm] {whom} and [take] {whom} by the throat"
    by    who
    when  could_harm(who, whom), strength(who) > strength(whom), not holds_life(who, whom)
    then  not armed(whom), holds_life(who, whom), threatened(who, whom)

# To have resisted counts, though it be in vain.
action resist(who: character, whom: character)
    say   "{who} [struggle] in the grip of {whom}"
    by    who
    when  able(who), not armed(who), holds_life(whom, who), not has_struck_at(who, whom)
    then  has_struck_at(who, whom)

# The last resort of whoever has no weapon left. Whoever hears it believes that what is guarded is as dear to the other as life, unless they distrust them.
action swear(who: character, whom: character, what: container)
    say   "{who} [swear] to {whom}: only over my dead body"
    by    who
    when
        guards(who, what)
        who != whom
        able(who)
        not armed(who)
        able(whom)
        together(who, whom)
        not sworn(who)
    then
        sworn(who)
        every it: thing (if location(it) = what and not distrusts(whom, who) then whom believes treasures(who, it) = clings_to_life(who))

# Three answers to whoever bars the way.
action cut_down(who: character, whom: character, what: container)
    say   "{who} [cut] {whom} down and [take] what was in {what}"
    by    who
    answers is_barred(who)
    when  bars(whom, who), guards(whom, what), could_harm(who, whom), not armed(whom)
    then
        not alive(whom)
        harmed(who, whom)
        has_struck_at(who, whom)
        every it: thing (if location(it) = what then location(it) = who)

# (Nobody gets away from whoever could harm them.)
action leave(who: character, from: place, to: place)
    say   "{who} [leave] for {to}"
    by    who
    answers is_barred(who)
    when
        able(who)
        at(who) = from
        way_out(from, to)
        not bolted(from)
        not some other: character (holds_life(who, other) or presses(who, other) or (other != who and could_harm(other, who)))
    then  at(who) = to
    also seen by other: able(other) and at(other) = to

action push_past(who: character, whom: character)
    say   "{who} [try] to get past {whom}"
    by    who
    answers is_barred(who)
    when  bars(whom, who), could_harm(who, whom), not presses(who, whom)
    then  presses(who, whom)

# And two to whoever tries to get past.
action hold_fast(who: character, whom: character)
    say   "{who} [fight] {whom} with bare hands"
    by    who
    answers presses(whom, who)
    when  presses(whom, who), able(who)
    then  not presses(whom, who), holds_life(whom, who)

action give_way(who: character, whom: character)
    say   "{who} [give] way to {whom}"
    by    who
    answers presses(whom, who)
    when  presses(whom, who), able(who)
    then  not presses(whom, who), stands_aside(who)

# Whoever was seized by somebody they love has something to weep about.
action weep(who: character)
    say   "{who} [weep]"
    by    who
    when
        able(who)
        not has_wept(who)
        some other: character (loves(who, other) > 0 and threatened(other, who))
    then
        has_wept(who)
        every other: character (if other != who and together(other, who) then wept_before(who, other))

plot
    ending parted:
        location(scrolls) = desk
        alive(Sakura)
        alive(Sasuke)
        at(Sasuke) = hall
    first threaten(Sakura, Sasuke)
    then let_go(Sakura, Sasuke)
    then overpower(Sasuke, Sakura)
    then resist(Sakura, Sasuke)
    then let_go(Sasuke, Sakura)
    then open_up(Sasuke, desk)
    then swear(Sakura, Sasuke, desk)
    then leave(Sasuke, _, _)
    then weep(Sakura)

settings
    best within 1
    wary 1
    events 11
    foresight 4
    depth 1

telling
    opening everything
    motive comrades "the comrades of {who}", "to be with the comrades of {who}"
    motive relief   "giving way to tears", "to give way to tears"
    say guards    "{who} [guard] {what}"
    say treasures "what {what} [mean] to {who}"
