story pursuit "Pursuit: somebody who is sought, by friends to bring home, by others to kill"
use people, places, bodies, undertakings
# Whoever is sought has no mind here; they are within reach, or have got away. Words may not be enough to bring home a
# friend; then there is hope only for whoever would treat them as an enemy.

# Somebody can be met.
fluent within_reach(whom: existent)
    say "{whom} [be] within reach"

# How dear somebody who is sought is to somebody.
fluent friend_of(who: character, whom: existent): 0..10

# How much it is somebody's duty to kill somebody who is sought.
fluent has_to_kill(who: character, whom: existent): 0..10

# Somebody who was sought is dead.
fluent struck_down(whom: existent)
    say "{whom} [be] dead"

# Somebody could have done what they were ordered to, and did not.
fluent has_spared(who: character, whom: existent)
    say "{who} [have] spared {whom} against orders"

# Somebody has made up their mind to meet a friend as an enemy.
fluent resolved_against(who: character, whom: existent)
    say "{who} [be] resolved to treat {whom} as an enemy"

# Somebody has raised their hand against a friend.
fluent has_fought(who: character, whom: existent)

# A friend is home again.
fluent brought_back(whom: existent)
    say "{whom} [be] home again"

# Whose word to anybody binds them.
define is_bound(who: character): some other: character (some what: matter (stands(who, other, what)))

# What hope there is for a friend: while they are near, or while one is ready for more than words.
define hope_for(who: character, whom: existent): if brought_back(whom) then 2 else if within_reach(whom) or resolved_against(who, whom) then 1 else 0

# That friends come home.
motive rescue(who: character)
    weight  1/2
    score   sum of whom: existent (friend_of(who, whom) * hope_for(who, whom))

# A friend is no enemy.
motive friendship(who: character)
    weight  1/4
    score   -sum of whom: existent (if resolved_against(who, whom) then friend_of(who, whom) else 0)

# Nobody raises their hand against a friend whom they have not resolved to fight.
motive restraint(who: character)
    score   -sum of whom: existent (if has_fought(who, whom) and not resolved_against(who, whom) then friend_of(who, whom) else 0)

# That an order to kill is carried out.
motive order(who: character)
    score   sum of whom: existent (if struck_down(whom) then has_to_kill(who, whom) else 0)

# Whoever is sought gets away; whoever should have killed them has let them.
action get_away(whom: existent)
    say   "{whom} [go], whatever anybody [say]"
    when  within_reach(whom)
    then
        not within_reach(whom)
        every other: character (if has_to_kill(other, whom) > 0 then has_spared(other, whom))

# Somebody carries out the order.
action kill(who: character, whom: existent)
    say   "{who} [kill] {whom}"
    by    who
    when  has_to_kill(who, whom) > 0, able(who), within_reach(whom)
    then  struck_down(whom), not within_reach(whom)

# Whoever has given their word makes up their mind how to keep it: to treat a friend who got away as an enemy.
action resolve_against(who: character, whom: existent)
    say   "{who} [resolve] to treat {whom} as an enemy"
    by    who
    when
        friend_of(who, whom) > 0
        able(who)
        is_bound(who)
        not within_reach(whom)
        not resolved_against(who, whom)
    then  resolved_against(who, whom)
    seen  by nobody

# Whoever is strong enough brings a friend home by force.
action fight(who: character, whom: existent)
    say   "{who} [fight] {whom} and [take] {whom} home"
    by    who
    when  friend_of(who, whom) > 0, able(who), within_reach(whom), strength(who) >= 5
    then  has_fought(who, whom), brought_back(whom)
