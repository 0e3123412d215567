story possession "Things: where they are, who has them"
use people, places, sight

# What can be taken, carried and given.
type thing

# A thing that other things can be in, such as a bag or a chest.
type container: thing, spot

# The one truth about where a thing is: at a place, with a character, or in a container. What holds it may move.
fluent location(what: thing): spot

# A thing that cannot be carried away, such as a desk or an oven.
fluent fixed(what: thing)

# A container that is closed: nothing is put in or taken out until somebody opens it.
fluent closed(what: container)
    say "{what} [be] closed"

# Somebody is kept from a thing: by who bars the way to it, or holds them. What keeps whom from what is a story's to say.
fluent kept_from(who: character, what: thing)
    say "{who} [be] kept from {what}"

# Who has a thing: whoever has it on them. What is in a bag that they have, they do not have in this sense.
define has(who: character, what: thing): location(what) = who

# A thing is in the open at a place if it lies there, or if somebody there has it.
define in_the_open(what: thing, here: place): location(what) = here or some holder: character (location(what) = holder and at(holder) = here)

# A thing lies at a place if it is there at all: in the open, in a container, or in one that is itself in another.
define lies_at(what: thing, here: place): in_the_open(what, here) or some inner: container (location(what) = inner and (in_the_open(inner, here) or some outer: container (location(inner) = outer and in_the_open(outer, here))))

# Within somebody's reach is what they have, what lies where they are, and what somebody there has who cannot help it.
define in_reach(who: character, what: thing): location(what) = who or location(what) = at(who) or some holder: character (location(what) = holder and not able(holder) and together(who, holder))

# Somebody takes a thing that lies where they are.
action take(who: character, what: thing, here: place)
    say   "{who} [take] {what}"
    by    who
    when
        able(who)
        at(who) = here
        location(what) = here
        not fixed(what)
        not kept_from(who, what)
    then  location(what) = who

# Somebody takes a thing from one who cannot help it, being asleep or dead.
action take_from(who: character, what: thing, holder: character)
    say   "{who} [take] {what} from {holder}"
    by    who
    when  who != holder, able(who), not able(holder), together(who, holder), has(holder, what)
    then  location(what) = who

# Somebody opens a container within their reach, and finds what is in it and misses what is not.
action open_up(who: character, what: container)
    say   "{who} [open] {what}"
    by    who
    when  able(who), closed(what), in_reach(who, what), not kept_from(who, what)
    then
        not closed(what)
        every inner: thing (if location(inner) = what then who believes location(inner) = what)
        every inner: thing (if location(inner) != what and (who believes location(inner) = what) then who believes location(inner) = unknown)

# Somebody takes a thing out of a container within their reach. What is in the thing stays in it.
action take_out(who: character, what: thing, from: container)
    say   "{who} [take] {what} out of {from}"
    by    who
    when
        what != from
        able(who)
        location(what) = from
        in_reach(who, from)
        not closed(from)
        not kept_from(who, from)
    then  location(what) = who

# Somebody puts down a thing that they have.
action put(who: character, what: thing, here: place)
    say   "{who} [put] {what} down"
    by    who
    when  able(who), has(who, what), at(who) = here
    then  location(what) = here

# Somebody puts a thing that they have into a container within their reach.
action put_in(who: character, what: thing, into: container)
    say   "{who} [put] {what} into {into}"
    by    who
    when
        what != into
        able(who)
        has(who, what)
        in_reach(who, into)
        not closed(into)
        not kept_from(who, into)
    then  location(what) = into

# Somebody gives a thing that they have to another beside them.
action give(who: character, what: thing, to: character)
    say   "{who} [give] {what} to {to}"
    by    who
    when  who != to, able(who), able(to), together(who, to), has(who, what)
    then  location(what) = to

# Whoever sees a place knows what lies there. What is in a container is not seen.
rule sees_thing(who: character, what: thing, here: place)
    when  sees(who, here), location(what) = here, not (who believes location(what) = here)
    then  who believes location(what) = here

# Whoever sees somebody knows what they have.
rule sees_carried(who: character, what: thing, holder: character, here: place)
    when
        sees(who, here)
        at(holder) = here
        location(what) = holder
        not (who believes location(what) = holder)
    then  who believes location(what) = holder

# Whoever has a container knows what is in it.
rule sees_inside(who: character, what: thing, where: container)
    when
        what != where
        able(who)
        has(who, where)
        location(what) = where
        not (who believes location(what) = where)
    then  who believes location(what) = where

# Whoever does not see a thing where they took it to lie no longer knows where it is.
rule misses_thing(who: character, what: thing, here: place)
    when  sees(who, here), location(what) != here, who believes location(what) = here
    then  who believes location(what) = unknown

# Whoever sees that somebody does not have what they took them to have no longer knows where it is.
rule misses_carried(who: character, what: thing, holder: character, here: place)
    when
        sees(who, here)
        at(holder) = here
        location(what) != holder
        who believes location(what) = holder
    then  who believes location(what) = unknown

# Whoever has a container and does not find in it what they took to be there no longer knows where it is.
rule misses_inside(who: character, what: thing, where: container)
    when
        what != where
        able(who)
        has(who, where)
        location(what) != where
        who believes location(what) = where
    then  who believes location(what) = unknown
