story sight_at_work
use sight

place house, well, tower, cellar
path house - well - tower
path house - cellar

fact overlooks(tower, well), overlooks(house, cellar), dark(cellar)

character Ana at house
    believes at(Cleo) = cellar, at(Ben) = unknown
character Ben at well
character Cleo at tower

fluent nodded(who: character)

action nod(who: character)
    by    who
    when  able(who)
    then  nodded(who)

# What happens and nobody notices.
action wake(who: character)
    then  awake(who)
    seen  by nobody

action die(who: character)
    then  not alive(who)
    seen  by nobody

action carry_off(who: character, to: place)
    then  at(who) = to
    seen  by nobody

action slam(from: place, to: place)
    when  path(from, to)
    then  shut(from, to)
    seen  by nobody

action fly_open(from: place, to: place)
    when  path(from, to)
    then  not shut(from, to)
    seen  by nobody
