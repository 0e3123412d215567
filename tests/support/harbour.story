story harbour "The Boat"
# Tom thinks that the boat is at the mill. Nan wants him to have it, and would never go to the marsh.

type place
place quay, mill, marsh

fluent at(who: character): place
fluent boat(): place = quay
fluent alive(who: character) = yes
fluent has_boat(who: character)

character Tom
    at mill
    wants boat 3: has_boat(Tom)
    believes boat() = mill
character Nan
    at quay
    wants friend 2: has_boat(Tom)
    fears marsh 5: at(Nan) = marsh
    believes Tom believes boat() = mill
character Rok
    at marsh
fact not alive(Rok)

action go(who: character, from: place, to: place)
    say   "{who} [go] to {to}"
    by    who
    when  alive(who), from != to, at(who) = from
    then  at(who) = to

action tell(who: character, whom: character)
    say   "{who} [tell] {whom} where the boat is"
    by    who
    when  who != whom, alive(who), alive(whom), at(who) = at(whom), boat() = quay
    then  whom believes boat() = quay

action board(who: character, where: place)
    say   "{who} [board] the boat"
    by    who
    when  alive(who), at(who) = where, boat() = where, not has_boat(Tom), not has_boat(Nan)
    then  has_boat(who)

action push(who: character, whom: character, where: place)
    say   "{who} [push] {whom} into the water"
    by    who
    with  whom
    when  who != whom, alive(who), alive(whom), at(who) = where, at(whom) = where
    then  at(whom) = marsh

plot
    ending sails: has_boat(Tom)

settings
    events 5
    foresight 4
    depth 2
