story places "Places and the ways between them"
use people

type spot
type place: spot
type character: spot

fluent at(who: character): place
    say "{who} [be] at {value}"

# A way can be walked in both directions: `path house - well - wood`.
fluent path(from: place, to: place) symmetric

# A closed door keeps everybody out until somebody opens it.
fluent shut(from: place, to: place) symmetric
    say "the door between {from} and {to} [be] shut"

define together(one: character, other: character): at(one) = at(other)

action walk(who: character, from: place, to: place)
    say   "{who} [walk] from {from} to {to}"
    by    who
    when  from != to, able(who), at(who) = from, path(from, to), not shut(from, to)
    then  at(who) = to
    also seen by other: able(other) and at(other) = to

action open(who: character, from: place, to: place)
    say   "{who} [open] the door from {from} to {to}"
    by    who
    when  from != to, able(who), at(who) = from, shut(from, to)
    then  not shut(from, to)
    also seen by other: able(other) and at(other) = to

action close(who: character, from: place, to: place)
    say   "{who} [close] the door from {from} to {to}"
    by    who
    when  from != to, able(who), at(who) = from, path(from, to), not shut(from, to)
    then  shut(from, to)
    also seen by other: able(other) and at(other) = to
