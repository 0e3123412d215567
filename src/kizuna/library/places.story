story places "Places and the ways between them"
use people

# Whatever something can be in or with.
type spot

# Where people can be.
type place: spot

# Everybody is a spot too: they can have things.
type character: spot

# The place where somebody is.
fluent at(who: character): place
    say "{who} [be] at {value}"

# A way can be walked in both directions: `path house - well - wood`.
fluent path(from: place, to: place) symmetric

# A closed door keeps everybody out until somebody opens it.
fluent shut(from: place, to: place) symmetric
    say "the door between {from} and {to} [be] shut"

# Who is in the same place.
define together(one: character, other: character): at(one) = at(other)

# Somebody walks to a place next to theirs. Those whom they leave see it, and those to whom they come.
action walk(who: character, from: place, to: place)
    say   "{who} [walk] from {from} to {to}"
    by    who
    when  from != to, able(who), at(who) = from, path(from, to), not shut(from, to)
    then  at(who) = to
    also seen by other: able(other) and at(other) = to

# Somebody opens a door. It is seen on both sides.
action open(who: character, from: place, to: place)
    say   "{who} [open] the door from {from} to {to}"
    by    who
    when  from != to, able(who), at(who) = from, shut(from, to)
    then  not shut(from, to)
    also seen by other: able(other) and at(other) = to

# Somebody closes a door, which every way has. It is seen on both sides.
action close(who: character, from: place, to: place)
    say   "{who} [close] the door from {from} to {to}"
    by    who
    when  from != to, able(who), at(who) = from, path(from, to), not shut(from, to)
    then  shut(from, to)
    also seen by other: able(other) and at(other) = to

# Everyone awake knows where they are, even in the dark, even if they were brought there asleep.
rule knows_own_place(who: character, here: place)
    when  able(who), at(who) = here, not (who believes at(who) = here)
    then  who believes at(who) = here
