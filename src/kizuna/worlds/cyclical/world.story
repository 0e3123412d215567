story cyclical "Failure Shared"
# They had found Sasuke, and have lost him again. Naruto had promised Sakura to bring him back, as she had begged him to.
# Each of the two believes that it is their own fault, and that the other bears it lightly.

use people, places, sight, bodies, bonds, moods, undertakings, failings, care, dreams, company, pictures, pursuit, reports
use "../past.story"

place camp, edge
next_to camp - edge
fact dark(camp), overlooks(camp, edge), not food_at(edge)

matter return "the return of Sasuke": within_reach(Sasuke)
topic choice(): has_spared(Sai, Sasuke)
    say "Sai [have] spared Sasuke against orders"
nightmare voice "which came from a dark place, half Sasuke's and half the Kyuubi's: you watched me leave, you failed"

character Naruto (he) at camp
    friend of Sasuke 8
    wishes return 5
    keeps word 1
    fatigue 3
    hunger 4
    strength 1
    believes cares_for(Sakura, Naruto) = 2
character Sakura (she) at camp
    wishes return 4
    tends 5
    fatigue 4
    believes loves(Naruto, Sakura) = 3
patient Yamato "their captain, who is wounded and has to report" (he)
character Sai "the newcomer" (he) at camp
    has to kill Sasuke 3
    serves Danzou 2
    cares for Naruto 5
    cares for Sakura 5
    draws 3
character Danzou "who had given {Sai} his order" (he)
    wants obedience 3: recalled(Sai) or not (Danzou believes has_spared(Sai, Sasuke))
    wants eyes 2: not recalled(Sai)
    believes has_spared(Sai, Sasuke) = unknown

fact word(Naruto, Sakura, return) = upheld, laid_on(Sakura, Naruto, return)
fact within_reach(Sasuke), haunts(voice, Naruto), awaits_choice(Danzou, Sai)

# Ways without doors.
fluent next_to(from: place, to: place) symmetric

action go(who: character, from: place, to: place)
    say   "{who} [go] from {from} to {to}"
    by    who
    when  from != to, able(who), at(who) = from, next_to(from, to)
    then  at(who) = to
    also seen by other: able(other) and at(other) = to

plot
    ending morning: has_shown(Sai, Naruto, Sakura) and has_smiled_at(Naruto, Sai)
    first get_away(Sasuke)
    then will_deny_choice(Sai, Danzou)
    then see_to(Sakura, Yamato)
    then draw(Sai)
    then dream_of(Naruto, voice)
    then hold_each_other(Naruto, Sakura)
    then keep_watch(Naruto, Sakura)
    then resolve_against(Naruto, Sasuke)
    then wake(Sakura)

settings
    best within 1
    wary 1
    events 24
    foresight 2
    depth 1

telling
    opening everything
    motive rescue     "saving {Sasuke}", "to save {Sasuke}"
    motive friendship "{Sasuke} as a friend", "to be a friend to {Sasuke}"
    motive obedience  "obedience", "to be obeyed"
    say get_away "{whom} [get] away, whatever anybody [say]"
    say go       "{who} [go] to {to}"
    say will_deny_choice "{who} [say] that {whom} would be told a lie about it"
    say dream_of    "{who} [start] up from a dream of {what}"
    say begin_anew  "{who} and {whom} [agree] that the fault was neither's, that there had been too little stubbornness, and that there would be more"
