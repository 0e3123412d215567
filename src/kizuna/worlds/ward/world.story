story ward "The Night Ward"
# One tired hand laid out the wrong ampoule, another gave it. Lena owes the truth to the patient's son, silence to the
# one she loves, and the patient his life; and she cannot keep all three.

use people, places, sight, undertakings

type patient
type ampoule
type drug
type state

place room, office, home
drug calmer, stimulant
state restless, resting, poisoned, sinking, dead, rescued
ampoule phial
patient Otto
fact needs(Otto) = calmer, state_of(Otto) = restless, contains(phial) = stimulant

character Lena "a nurse, at the end of a double shift" (she) at room
    nurses
    tends Otto 5
    cares for Amir 5
    keeps word 1
    upright 3
    values post 2
    shuns blame 2
    can undertake silence
    wants order 1: cleared(phial)
    believes contains(phial) = calmer

character Amir "a young doctor, who laid out the ampoule" (he) at room
    doctor
    laid out phial
    tends Otto 1
    cares for Lena 6
    values post 8
    is concerned by silence
    wants quiet 4: not told(Ruth) and not told(Emil)
    believes contains(phial) = calmer

character Ruth "who heads the ward" (she) at office
    doctor
    in charge
    tends Otto 4
    strict 6
    cares for Lena 3
    cares for Amir 3
    believes contains(phial) = calmer

character Emil "the patient's son" (he) at home
    tends Otto 6
    believes contains(phial) = calmer

matter silence: not told(Ruth) and not told(Emil)
matter truth: told(Emil)
fact word(Lena, Emil, truth) = given

fluent cares_for(who: character, whom: character): 0..10
fluent nurses(who: character)
fluent doctor(who: character)
fluent in_charge(who: character)
fluent tends(who: character, whom: patient): 0..10
fluent values_post(who: character): 0..10
fluent shuns_blame(who: character): 0..10
fluent upright(who: character): 0..10
fluent strict(who: character): 0..10

fluent needs(whom: patient): drug
fluent contains(what: ampoule): drug
    say "what is in {what} [be] the {value}"
fluent laid_out(who: character, what: ampoule)
fluent has_shared_blame(who: character)
fluent given(what: ampoule, whom: patient)
    say "{whom} [have] been given {what}"
fluent gave(who: character, whom: patient)
fluent cleared(what: ampoule)
fluent state_of(whom: patient): state
    say "{whom} [be] {value}"
fluent wears_off()
    say "what was given [wear] off by itself"

fluent told(who: character)
    say "{who} [have] been told"
fluent to_judge(who: character)
fluent has_let_pass(who: character)
fluent dismissed(who: character)
    say "{who} [be] dismissed"
fluent reprimanded(who: character)
    say "{who} [be] reprimanded"

# How bad it is for somebody; the same dose is nothing much to whoever believes that it wears off.
define harm(whom: patient): if state_of(whom) = resting or state_of(whom) = rescued then 0 else if state_of(whom) = restless or (state_of(whom) = poisoned and wears_off) then 1/2 else 2

# What it is to be told off, or to lose one's post.
define disgrace(who: character): if dismissed(who) then 1 else if reprimanded(who) then 1/4 else 0

motive nursing(who: character, whom: patient)
    weight  tends(who, whom)
    score   -harm(whom)

motive post(who: character)
    weight  values_post(who)
    score   -disgrace(who)

motive fellowship(who: character, whom: character)
    when    who != whom
    weight  cares_for(who, whom)
    score   -disgrace(whom)

# That few know of it.
motive blame(who: character)
    weight  shuns_blame(who)
    score   -sum of other: character (if told(other) then 1 else 0)

# One's word to keep quiet weighs while somebody is the worse for it.
motive conscience(who: character)
    weight  upright(who)
    score   -sum of whom: patient (if harm(whom) >= 2 and some other: character (stands(who, other, silence)) then 1 else 0)

motive strictness(who: character)
    weight  strict(who)
    score   not has_let_pass(who)

action give(who: character, what: ampoule, whom: patient)
    say   "{who} [give] {whom} what is in {what}"
    by    who
    when  nurses(who), able(who), not given(what, whom), not cleared(what)
    then
        given(what, whom)
        gave(who, whom)
        if contains(what) = needs(whom) then state_of(whom) = resting else state_of(whom) = poisoned

action clear_away(who: character, what: ampoule)
    say   "{who} [clear] {what} away, and [read] the label"
    by    who
    when  nurses(who), able(who), not cleared(what)
    then  cleared(what)

# What a doctor says about a drug is believed.
action reassure(who: character, whom: character)
    say   "{who} [tell] {whom} that it wears off by itself"
    by    who
    tells wears_off
    when
        who != whom
        doctor(who)
        not doctor(whom)
        able(who)
        able(whom)
        together(who, whom)
        some what: ampoule (some patient: patient (given(what, patient) and contains(what) != needs(patient)))
    then  whom believes wears_off()
    seen  by other: other = whom

# Nobody wills it.
action worsen(whom: patient)
    say   "{whom} [grow] worse"
    when  state_of(whom) = poisoned, not wears_off
    then  state_of(whom) = sinking
    seen  by other: able(other) and at(other) = room

action die(whom: patient)
    say   "{whom} [die]"
    when  state_of(whom) = sinking
    then  state_of(whom) = dead
    seen  by everyone

action own_up(who: character, to: character, what: ampoule, whom: patient)
    say   "{who} [ring] for {to}, and [own] up to what {who} gave {whom}"
    by    who
    when
        who != to
        able(who)
        able(to)
        gave(who, whom)
        given(what, whom)
        contains(what) != needs(whom)
        not told(to)
    then
        told(to)
        at(to) = at(who)
        if in_charge(to) then to_judge(to)
        to believes (given(what, whom), gave(who, whom))
        every it: drug (if contains(what) = it then to believes contains(what) = it)
    also seen by other: other = to

action own_share(who: character, to: character, what: ampoule)
    say   "{who} [tell] {to} that it was {who} who laid out {what}"
    by    who
    when
        who != to
        able(who)
        able(to)
        laid_out(who, what)
        told(to)
        in_charge(to)
        not has_shared_blame(who)
    then  has_shared_blame(who)
    also seen by other: other = to

action treat(who: character, whom: patient, against: drug)
    say   "{who} [treat] {whom} against {against}"
    by    who
    when
        in_charge(who)
        able(who)
        at(who) = room
        against != needs(whom)
        some what: ampoule (given(what, whom) and contains(what) = against)
        state_of(whom) = poisoned or state_of(whom) = sinking
    then  state_of(whom) = rescued

# Three answers of whoever has to judge.
action dismiss(who: character, whom: character, patient: patient)
    say   "{who} [dismiss] {whom}"
    by    who
    answers to_judge(who)
    when  in_charge(who), to_judge(who), able(who), gave(whom, patient)
    then  not to_judge(who), dismissed(whom)
    seen  by everyone

# (Alike: where another has owned to a share.)
action reprimand(who: character, whom: character, other: character, what: ampoule, patient: patient)
    say   "{who} [reprimand] {whom} and {other} alike"
    by    who
    answers to_judge(who)
    when
        in_charge(who)
        to_judge(who)
        able(who)
        gave(whom, patient)
        laid_out(other, what)
        has_shared_blame(other)
        whom != other
    then  not to_judge(who), reprimanded(whom), reprimanded(other)
    seen  by everyone

action let_pass(who: character)
    say   "{who} [let] it pass"
    by    who
    answers to_judge(who)
    when  in_charge(who), to_judge(who), able(who)
    then  not to_judge(who), has_let_pass(who)
    seen  by everyone

# What is out cannot be kept any more.
rule is_out(who: character)
    when  can_undertake(who, silence), not holds(silence)
    then  not can_undertake(who, silence)

# The label is there for all to read.
rule reads_label(who: character, what: ampoule, it: drug)
    when
        able(who)
        at(who) = room
        cleared(what)
        contains(what) = it
        not (who believes contains(what) = it)
    then  who believes contains(what) = it

# Whoever knows what was given and what was needed knows the rest.
rule realises(who: character, what: ampoule, whom: patient)
    when
        who believes (given(what, whom) and contains(what) != needs(whom))
        who believes (state_of(whom) = resting or state_of(whom) = restless)
    then  who believes state_of(whom) = poisoned

rule sees_state(who: character, whom: patient, it: state)
    when
        able(who)
        at(who) = room
        it = sinking or it = rescued
        state_of(whom) = it
        not (who believes state_of(whom) = it)
    then
        who believes state_of(whom) = it
        if it = sinking then who believes not wears_off()

plot
    ending owned_up: state_of(Otto) = rescued and told(Emil) and reprimanded(Lena)
    ending scapegoat: state_of(Otto) = rescued and dismissed(Lena)
    ending hushed_up: state_of(Otto) = dead and not told(Ruth)
    first give(Lena, phial, Otto)
    then clear_away(Lena, phial)
    then reassure(Amir, Lena)
    then ask(Amir, Lena, silence)
    then agree(Lena, Amir, silence)
    then worsen(Otto)
    then own_up(Lena, Ruth, _, _)
    then treat(Ruth, Otto, _)
    then own_share(Amir, Ruth, _)
    then own_up(Lena, Emil, _, _)

settings
    best within 1
    wary 1
    events 11
    foresight 3
    depth 1
