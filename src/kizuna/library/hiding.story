story hiding "Hiding: leaving unwatched, following, seeing without being seen"
use people, places, sight
# Whoever is in a hiding place sees and hears what happens beside it, and is neither seen nor heard from there: nobody
# knows of a witness until they step out or tell.

# A place to hide in; which places it lies beside is said by `overlooks`.
type hideout: place

# A way on which one goes for a walk, or follows somebody who does.
fluent trail(from: place, to: place) symmetric

# Who has the watch at a place.
fluent has_the_watch(who: character)
    say "{who} [have] the watch"

# How much somebody wants to see what somebody does.
fluent suspects(who: character, whom: character): 0..10

# To have under one's eyes whom one suspects.
motive watchfulness(who: character, whom: character)
    when    who != whom
    weight  suspects(who, whom)
    score   some here: place (at(whom) = here and sees(who, here))

# Somebody goes off alone from a place that is watched. Whoever has the watch is told, and has to put up with it.
action take_a_walk(who: character, watch: character, to: place)
    say   "{who} [tell] {watch} that it [be] only a walk, and [go] to {to}"
    by    who
    with  watch
    when
        who != watch
        able(who)
        able(watch)
        has_the_watch(watch)
        together(who, watch)
        some here: place (at(who) = here and trail(here, to))
    then  at(who) = to
    also seen by other: able(other) and (at(other) = to or sees(other, to))

# Somebody goes after another who went off, and hides beside where they are.
action follow(who: character, whom: character, to: hideout, where: place)
    say   "{who} [follow] {whom} unseen, into {to}"
    by    who
    when
        who != whom
        suspects(who, whom) > 0
        able(who)
        at(whom) = where
        some here: place (at(who) = here and trail(here, where))
        overlooks(to, where)
    then  at(who) = to

# Somebody comes out of hiding. Whoever is there sees it, and knows from where they came.
action step_out(who: character, from: hideout, to: place)
    say   "{who} [step] out of {from}"
    by    who
    when  able(who), at(who) = from, overlooks(from, to)
    then  at(who) = to
    also seen by other: able(other) and at(other) = to
