story gift "The Gift"
# A healer has less strength left than she believes, and her teacher is dying. What he can still do for her is to leave
# her what he bears.

use people, places, sight, bodies, bonds, undertakings, healing, certainty, gifts, foes
use "../past.story"

place field, village
road village - field
gift eye gives might 8
foe enemies prowls field and might of 6
casualty chuunin fell at field and breathes
casualty second "the second of their comrades" fell at field and has died
casualty third fell at field and has died

character Sakura "the only one still standing" (she) at field
    medic
    strength 3
    wound 2
    cares for Kakashi 9
    cares for Tsunade 4
    defers to Kakashi 4
    dreads eye 3
    conceals eye 1/2
    wants safety 1: not menaced(Sakura)
    wants vengeance 1: destroyed(enemies)
    believes strength(Sakura) = 5
character Kakashi "{Sakura}'s teacher" (he) at field
    mortal
    strength 0
    wound 4
    covered
    cares for Sakura 8
    wants her_safety 4: not menaced(Sakura)
    wants vengeance 2: destroyed(enemies)
    believes
        dreads(Sakura, eye) = 0
        cares_for(Sakura, Kakashi) = 3
        Sakura believes strength(Sakura) = 5
character Captain "the captain of the squad" (he) at village
    leads a squad
    believes breathes(chuunin) = unknown, has_died(second) = unknown, has_died(third) = unknown
    wants everybody_home 2: at(Sakura) = village
character Tsunade "head of the village" (she) at village
    medic
    strength 9
    cares for Sakura 6
    would be sure of heir eye Sakura 2
    can undertake funeral

fact bearer(eye) = Kakashi

# Whoever has lost somebody dear wants to be there when they are laid to rest.
fluent laid_to_rest(whom: character)
matter funeral "being woken for the funeral": laid_to_rest(Kakashi)

action lay_to_rest(whom: character)
    say   "{whom} [be] laid to rest"
    when  not alive(whom), at(whom) = village, not laid_to_rest(whom)
    then  laid_to_rest(whom)

rule wants_to_take_leave(who: character)
    when  who believes not alive(Kakashi), holds_dear(who, Kakashi) > 0, wishes(who, funeral) = 0
    then  wishes(who, funeral) = 1

# Squads go where nobody goes alone.
fluent road(from: place, to: place)
fluent leads_a_squad(who: character)

action go_out(who: character, from: place, to: place)
    say   "{who} [come] to {to} with the squad"
    by    who
    when  able(who), leads_a_squad(who), at(who) = from, road(from, to)
    then  at(who) = to
    also seen by other: able(other) and at(other) = to

# A squad brings home whomever it finds, with the dead, and reports what it saw. Whoever came along knows that,
# and is known to.
action bring_home(who: character, whom: character, from: place, to: place)
    say   "{who} [take] {whom} and the dead home to {to}, and [report]"
    by    who
    with  whom: able(whom)
    when
        who != whom
        able(who)
        leads_a_squad(who)
        alive(whom)
        at(who) = from
        at(whom) = from
        road(to, from)
    then
        at(who) = to
        at(whom) = to
        fatigue(whom) += 2
        every other: character (if at(other) = from and not alive(other) then at(other) = to)
        every other: character (if able(other) and at(other) = to then every enemy: foe (if destroyed(enemy) then other believes (destroyed(enemy), whom believes (destroyed(enemy), other believes destroyed(enemy)))))
    also seen by other: able(other) and at(other) = to

plot
    ending asked: demand(Sakura, Tsunade, funeral) = asked
    first heal(Sakura, Kakashi)
    then tell_to_stop(Kakashi, Sakura)
    then go_on(Sakura, Kakashi)
    then praise(Kakashi, Sakura)
    then protest(Sakura, Kakashi, eye)
    then die_of_wounds(Kakashi)
    then pass_on(Sakura, eye, _, _)
    then destroy(Sakura, enemies)
    then wrap(Sakura)
    then heal(Tsunade, Sakura)
    then wake(Sakura)
    then say_it_explains(Tsunade, Sakura)
    then ask(Sakura, Tsunade, funeral)

settings
    best within 1/2
    wary 1
    events 20
    foresight 2
    depth 1

# What follows his death is told to nobody. Whoever reads can conclude it all the same, where those who come later can.
telling
    opening everything
    motive everybody_home "bringing everybody home", "to bring everybody home"
    motive her_safety     "the safety of {Sakura}", "to keep {Sakura} safe"
    motive safety         "safety from the enemies", "to be safe from the enemies"
    motive vengeance      "the dead", "to avenge the dead"
    motive dread          "bearing {1}", "to be spared {1}"
    say go_out          "{who} [come] to {to}"
    say begin_to_ask    "{who} [have] one question"
    say say_it_explains "{who} [say] that this [explain] it"
    say ask             "{who} [ask] for {what}"
    say breathes        "{who} still [breathe]"
    withhold pass_on, destroy, wrap
    withhold bearer(eye) = Sakura
