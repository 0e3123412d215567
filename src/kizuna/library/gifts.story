story gifts "Gifts: what somebody has inherited, and leaves to another"
use people, places, sight, bodies, bonds, healing, certainty
# A gift is part of whoever bears it. It can be left to another, and a healer passes it on, from the dying or the dead.
# To turn down what a dying person offers dishonours them. A gift shows, unless it is covered; what the dead no longer
# have, a healer sees.

# What lives in somebody and can be left to another.
type gift

# Who bears a gift.
fluent bearer(what: gift): character
    say "{value} [bear] {what}"

# How much might a gift gives.
fluent gives_might(what: gift): 0..10

# Somebody was offered a gift, and has not answered.
fluent offered(who: character, whom: character, what: gift)
    say "{who} [offer] {what} to {whom}"

# Somebody has protested against being offered a gift.
fluent has_protested(who: character, what: gift)

# Somebody has agreed to bear a gift.
fluent has_accepted(who: character, what: gift)
    say "{who} [have] accepted {what}"

# Somebody has turned down the wish of a dying person.
fluent has_dishonoured(who: character, whom: character)
    say "{who} [have] turned down a dying wish of {whom}"

# Somebody has told somebody how much they think of them.
fluent has_praised(who: character, whom: character)

# How much somebody dreads to bear a gift.
fluent dreads(who: character, what: gift): number

# How much somebody wants to hide that they bear a gift.
fluent conceals(who: character, what: gift): number

# Where a gift would show is covered.
fluent covered(who: character)
    say "a cloth [cover] much of the head of {who}"

# What can be asked and said about a gift. The word itself does not have to fall.
topic heir(what: gift, who: character): bearer(what) = who
    say "it [have] been given to {who}"

# What somebody can bring to bear.
define might(who: character): strength(who) + sum of what: gift (if bearer(what) = who then gives_might(what) else 0)

# That one does not have to bear what one dreads; to have protested counts a little.
motive dread(who: character, what: gift)
    weight  dreads(who, what)
    score   if has_accepted(who, what) or bearer(what) = who then (if has_protested(who, what) then -3 / 4 else -1) else 0

# That one has honoured a dying wish.
motive honour(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 2
    score   not has_dishonoured(who, whom)

# That those who are dear have what one will not need any more: their word on it is half of it.
motive bequest(who: character, whom: character, what: gift)
    when    who != whom
    weight  if mortal(who) then holds_dear(who, whom) / 4 else 0
    score   if bearer(what) = whom then 1 else if has_accepted(whom, what) then 1/2 else 0

# That a gift does not show.
motive concealment(who: character, what: gift)
    weight  conceals(who, what)
    score   bearer(what) != who or covered(who)

# That those who are dear have heard it from one, before it is too late.
motive parting(who: character, whom: character)
    when    who != whom
    weight  if mortal(who) then holds_dear(who, whom) / 8 else 0
    score   has_praised(who, whom)

# Somebody who is dying tells another how much they think of them.
action praise(who: character, whom: character)
    say   "{who} [praise] {whom}"
    by    who
    when
        who != whom
        able(who)
        mortal(who)
        able(whom)
        together(who, whom)
        not has_praised(who, whom)
    then  has_praised(who, whom)

# Somebody who is dying offers what they bear: it is a dying wish.
action offer_gift(who: character, whom: character, what: gift)
    say   "{who} [want] to leave {what} to {whom}"
    by    who
    when
        who != whom
        able(who)
        mortal(who)
        able(whom)
        together(who, whom)
        bearer(what) = who
        not offered(who, whom, what)
        not has_accepted(whom, what)
        not has_dishonoured(whom, who)
    then  offered(who, whom, what)

# An answer that leaves it open.
action protest(who: character, whom: character, what: gift)
    say   "{who} [protest]"
    by    who
    answers offered(whom, who, what)
    when  offered(whom, who, what), able(who), not has_protested(who, what)
    then  has_protested(who, what)

# An answer: yes.
action accept_gift(who: character, whom: character, what: gift)
    say   "{who} [accept]"
    by    who
    answers offered(whom, who, what)
    when  offered(whom, who, what), able(who)
    then  not offered(whom, who, what), has_accepted(who, what)

# An answer: no.
action turn_down(who: character, whom: character, what: gift)
    say   "{who} [turn] it down"
    by    who
    answers offered(whom, who, what)
    when  offered(whom, who, what), able(who)
    then  not offered(whom, who, what), has_dishonoured(who, whom)

# A healer passes on what was accepted, from the dying or the dead.
action pass_on(medic: character, what: gift, giver: character, heir: character)
    say   "{medic} [pass] on {what} from {giver} to {heir}"
    by    medic
    with  giver: able(giver)
    with  heir: able(heir)
    when
        giver != heir
        giver != medic
        able(medic)
        medic(medic)
        together(medic, giver)
        together(medic, heir)
        alive(heir)
        mortal(giver)
        bearer(what) = giver
        has_accepted(heir, what)
    then  bearer(what) = heir

# Somebody covers the place where a gift would show.
action wrap(who: character)
    say   "{who} [wrap] a cloth over much of {who}'s head"
    by    who
    when  able(who), not covered(who), some what: gift (bearer(what) = who)
    then  covered(who)

# Whoever sees somebody sees whether a cloth covers them; so does whoever wears it.
rule sees_covered(who: character, whom: character, here: place)
    when  sees(who, here), at(whom) = here, covered(whom), not (who believes covered(whom))
    then  who believes covered(whom)

# Everybody knows what they bear themselves.
rule knows_own_gift(who: character, what: gift)
    when  able(who), bearer(what) = who, not (who believes bearer(what) = who)
    then  who believes bearer(what) = who

# A gift that is not covered shows.
rule sees_gift(who: character, whom: character, what: gift, here: place)
    when
        who != whom
        sees(who, here)
        at(whom) = here
        bearer(what) = whom
        not covered(whom)
        not sure_of_heir(who, what, whom)
    then  sure_of_heir(who, what, whom), who believes bearer(what) = whom

# That the dead no longer have it, a healer sees; others only where nothing covers it.
rule misses_gift(who: character, whom: character, what: gift, here: place)
    when
        who != whom
        sees(who, here)
        at(whom) = here
        not alive(whom)
        medic(who) or not covered(whom)
        bearer(what) != whom
        who believes bearer(what) = whom
    then  who believes bearer(what) = unknown
