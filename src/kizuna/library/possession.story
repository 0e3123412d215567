story possession "Things: where they are, who has them"
use people, places, sight

type thing
type container: thing, spot

# The one truth about where a thing is: at a place, with a character, or in a container.
fluent location(what: thing): spot

define has(who: character, what: thing): location(what) = who

# A thing lies where it lies, is where its holder is, and where the container is that it lies in.
define lies_at(what: thing, here: place): location(what) = here or some holder: character (location(what) = holder and at(holder) = here) or some box: container (location(what) = box and location(box) = here)

action take(who: character, what: thing, here: place)
    say   "{who} [take] {what}"
    by    who
    when  able(who), at(who) = here, location(what) = here
    then  location(what) = who

action take_out(who: character, what: thing, box: container, here: place)
    say   "{who} [take] {what} out of {box}"
    by    who
    when  what != box, able(who), at(who) = here, lies_at(box, here), location(what) = box
    then  location(what) = who

action put(who: character, what: thing, here: place)
    say   "{who} [put] {what} down"
    by    who
    when  able(who), has(who, what), at(who) = here
    then  location(what) = here

action put_in(who: character, what: thing, box: container, here: place)
    say   "{who} [put] {what} into {box}"
    by    who
    when  what != box, able(who), has(who, what), at(who) = here, lies_at(box, here)
    then  location(what) = box

action give(who: character, what: thing, to: character)
    say   "{who} [give] {what} to {to}"
    by    who
    when  who != to, able(who), able(to), together(who, to), has(who, what)
    then  location(what) = to

rule sees_thing(who: character, what: thing, here: place)
    when  sees(who, here), location(what) = here, not (who believes location(what) = here)
    then  who believes location(what) = here

rule sees_carried(who: character, what: thing, holder: character, here: place)
    when
        sees(who, here)
        at(holder) = here
        location(what) = holder
        not (who believes location(what) = holder)
    then  who believes location(what) = holder

rule misses_thing(who: character, what: thing, here: place)
    when  sees(who, here), location(what) != here, who believes location(what) = here
    then  who believes location(what) = unknown

rule misses_carried(who: character, what: thing, holder: character, here: place)
    when
        sees(who, here)
        at(holder) = here
        location(what) != holder
        who believes location(what) = holder
    then  who believes location(what) = unknown
