story betrayal "The Betrayal"
# Sakura is ordered to kill the one she loves. She cannot refuse, and those whom she leads would go without her. He takes
# her for weak, and for unable to raise a hand against him; both is wrong.

use people, places, sight, bodies, bonds, danger, orders, hiding, reading, surrender, closeness
use "../past.story"

place village, camp, clearing, abroad
hideout thicket
trail camp - clearing - abroad
fact way_out(village, camp), overlooks(thicket, clearing)

character Danzou "who has the command while Tsunade [lie] in a coma" (he) at village
    has command
    wants law 3: some hunter: character (is_sent_against(hunter, Sasuke))

character Sakura "a healer who can break a boulder" (she) at village
    strength 8
    dutiful 7
    leads Shino
    cares for Shino 4
    honest 2
    wants relief 1: has_wept(Sakura)
    fears shame 2: some other: character (wept_before(Sakura, other))

character Shino "who has the watch" (he) at village
    has the watch

character Sasuke "an outlaw" (he) at thicket
    outlawed
    armed
    on guard
    reads faces
    strength 7
    wants to_know 2: (Sasuke believes is_sent_against(Sakura, Sasuke)) or (Sasuke believes not is_sent_against(Sakura, Sasuke))
    believes strength(Sakura) = 2, at(Sakura) = village, is_sent_against(Sakura, Sasuke) = unknown

fact
    Danzou believes at(Sasuke) = abroad
    Sakura believes at(Sasuke) = abroad
    Shino believes at(Sasuke) = abroad

fluent heavy_hearted(who: character)
fluent has_wept(who: character)
fluent wept_before(who: character, whom: character)

# To be sent against somebody loved is something to weep about.
rule grows_heavy(who: character, target: character)
    when  is_sent_against(who, target), loves(who, target) > 0, not heavy_hearted(who)
    then  heavy_hearted(who)

action weep(who: character)
    say   "{who} [weep]"
    by    who
    when  able(who), heavy_hearted(who), not has_wept(who)
    then
        has_wept(who)
        every other: character (if other != who and able(other) and together(other, who) then wept_before(who, other))

plot
    ending held: in_arms(Sasuke, Sakura) and has_smiled(Sasuke)
    first take_a_walk(Sakura, Shino, _)
    then weep(Sakura)
    then tell_errand(Sakura, Sasuke)
    then strike(Sakura, Sasuke)
    then bare_throat(Sasuke, Sakura)
    then throw_away(Sakura, Sasuke)
    then embrace(Sasuke, Sakura)

settings
    best within 1
    wary 1
    events 13
    foresight 4
    depth 1

# The night he left comes back to him where her hair touches his hands again.
telling
    order   flashback
    opening everything
    motive relief "being alone with her tears", "to be alone with her tears"
    motive law    "the law", "to see the law kept"
    say defy      "{who} [refuse]"
    say set_out   "{who} [set] out for {to}"
