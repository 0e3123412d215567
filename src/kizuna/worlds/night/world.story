story night "The Night"
# Sasuke leaves the village tonight, and wants broken whatever binds him to the two who would hold him back. Sakura loves
# him above all, and cares for Naruto more than she knows.

use people, places, sight, undertakings, betrayals, bonds, haste, plots, evidence, remorse
use "../team.story"

place gate, house, tower, home, woods
fact takes(gate, house) = 4, takes(gate, tower) = 6, takes(house, tower) = 5, takes(house, home) = 2

character Sasuke "who is leaving" (he) at gate
    drawn away 8
    would be rid of Sakura 3
    would be rid of Naruto 3
    is awaited at woods
    patience 10
    outmatches Sakura
    can undertake staying
    is concerned by death
    wants head_start 2: not some other: character (other != Sasuke and able(other) and other believes at(Sasuke) = woods)
    believes
        loves(Sasuke, Sakura) = 1
        cares_for(Sasuke, Naruto) = 2
        loves(Sakura, Sasuke) = 9
        cares_for(Sakura, Naruto) = unknown

character Sakura "{Sasuke}'s team-mate" (she) at gate
    in haste
    has blade
    upright 1
    keeps word 0.5
    has to lose 7
    can undertake death
    is concerned by staying
    wants life_with_him (2 * loves(Sakura, Sasuke)): if at(Sakura) = woods and Sakura believes at(Sasuke) = woods then 1 else if Sakura believes (at(Sasuke) = gate or detained(Sasuke)) then 1/3 else 0
    wants home 1: at(Sakura) != woods
    believes
        cares_for(Sakura, Naruto) = 2
        drawn_away(Sasuke) = 4
        keeps_word(Sasuke) = 3
        heeds(Sasuke, Sakura) = 3
        would_be_rid_of(Sasuke, Sakura) = 0
        would_be_rid_of(Sasuke, Naruto) = 0

character Naruto "who is asleep at home" (he) at house
    sealed
    not awake

character Tsunade "who leads the village" (she) at tower
    protects Naruto
    wants nobody_lost 5: detained(Sasuke)

matter staying "to stay": at(Sasuke) = gate
matter death "to kill Naruto": not alive(Naruto)
fact is_against(death, Naruto), shown_at(staying, gate)

clue prints, blood, blade, memory
fact is_left_at(prints, house), stays_on(blood), stays_on(blade), stays_on(memory)
fact comes_off(prints, house), comes_off(blood, home)
fact
    can_read(Tsunade, prints)
    can_read(Tsunade, blood)
    can_read(Tsunade, blade)
    can_read(Tsunade, memory)

# How strongly something draws somebody away.
fluent drawn_away(who: character): 0..10
fluent is_awaited_at(who: character, where: place)
fluent outmatches(who: character, whom: character)
fluent saw(who: character, whom: character)
fluent sealed(who: character)

motive departure(who: character)
    weight  drawn_away(who)
    score   some where: place (is_awaited_at(who, where) and at(who) = where)

action leave(who: character, from: place, to: place)
    say   "{who} [leave] for {to}"
    by    who
    when  from = gate, able(who), at(who) = from, is_awaited_at(who, to), not detained(who)
    then  at(who) = to
    also seen by other: able(other) and at(other) = to

# Whoever has done what was asked of them, and comes in time, is taken along.
rule takes_along(who: character, whom: character, here: place, there: place)
    when
        who != whom
        here != there
        able(whom)
        at(who) = here
        at(whom) = here
        shown_at(staying, here)
        not detained(who)
        is_awaited_at(who, there)
        has_earned(whom, who, staying)
        in_time(whom, who)
    then  at(who) = there, at(whom) = there

action knock_out(who: character, whom: character)
    say   "{who} [strike] {whom} unconscious"
    by    who
    when  outmatches(who, whom), able(who), able(whom), together(who, whom)
    then  not awake(whom)

action detain(who: character, whom: character, what: matter)
    say   "{who} [have] {whom} brought back"
    by    who
    when
        who != whom
        able(who)
        exposed(what)
        is_concerned_by(whom, what)
        some victim: character (is_against(what, victim) and protects(who, victim))
        some here: place (at(whom) = here and not is_awaited_at(whom, here))
        not detained(whom)
    then  at(whom) = at(who), detained(whom)

# Nobody wills these.
action last_look(who: character, whom: character)
    say   "at the last moment {who} [wake], and [see] {whom}"
    when  harmed(whom, who), not alive(who), together(who, whom), not saw(who, whom)
    then  if harmed(whom, who) then (saw(who, whom), who believes harmed(whom, who), whom believes saw(who, whom) = unknown)
    seen  by other: other = who

action seal_fades(who: character)
    say   "under the skin of {who} the seal [glow] and [be] gone"
    when  sealed(who), not alive(who)
    then  if sealed(who) then not sealed(who)
    seen  by nobody

plot
    ending unseen: not sealed(Naruto) and at(Sakura) = home
    first ask(Sakura, Sasuke, staying)
    then bargain(Sasuke, Sakura, death, staying)
    then agree(Sakura, Sasuke, death)
    then hurry(Sakura, gate, house)
    then leave(Sasuke, _, _)
    then kill_asleep(Sakura, Naruto)
    then last_look(Naruto, Sakura)
    then hurry(Sakura, house, gate)
    then hurry(Sakura, gate, house)
    then wipe(Sakura, prints, house)
    then hurry(Sakura, house, home)
    then seal_fades(Naruto)

settings
    best within 1
    wary 1
    events 12
    foresight 4
    depth 1

telling
    opening everything
    motive departure     "power", "to have power"
    motive life_with_him "a life with {Sasuke}", "to be with {Sasuke}"
    motive head_start    "being gone before anybody noticed", "to be gone before anybody noticed"
    say bargain     "{who} [ask] {whom} for {what}, and [promise] to wait for {whom} in return"
    say hurry       "{who} [hurry] to {to}", "{who} [run] to {to}", "{who} [make] for {to}"
    say kill_asleep "{who} [kill] {whom} in the sleep of {whom}"
    say wipe        "{who} [wipe] away {what}"
    say keeps_word  "the word of {who}"
    say drawn_away  "what [draw] {who} away"
