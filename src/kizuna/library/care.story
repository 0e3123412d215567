story care "Care: tending the hurt, calling whoever stands apart, coming after them"
use people, places, sight, bodies, bonds, moods, failings
# Whoever failed somebody cannot bear to be near them, and goes without what the others share, until the other comes
# after them.

# Somebody who lies hurt, and has no mind here.
type patient

# Somebody's wounds have been seen to.
fluent is_tended(whom: patient)
    say "the wounds of {whom} [be] tended"

# How much it is to somebody that the hurt are tended.
fluent tends(who: character): 0..10

# Somebody has been called to eat, and has not answered.
fluent is_called(who: character, by: character)

# Somebody was called and stayed away.
fluent has_stayed_away(who: character)

# Somebody has come after somebody who stayed away.
fluent has_sought(who: character, whom: character)

# Who has somebody beside them.
define has_company(who: character): some other: character (other != who and together(who, other))

# That the hurt are tended.
motive tending(who: character)
    weight  tends(who)
    score   sum of whom: patient (if is_tended(whom) then 1 else 0)

# Not to be near whom one failed, unless they have come of their own accord.
motive shame(who: character, whom: character)
    when    who != whom
    weight  guilt(who)
    score   if has_failed(who, whom) and together(who, whom) and not has_sought(whom, who) then -1 else 0

# Not to be hungry.
motive appetite(who: character)
    score   -hunger(who) / 2

# Not to allow oneself anything.
motive penance(who: character)
    weight  guilt(who) / 2
    score   hunger(who) > 0

# That those who are dear have eaten.
motive feeding(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 2
    score   -hunger(whom) / 2

# That those who are dear are not alone, and that somebody comes after them where they stay away.
motive attention(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 3
    score   (if has_company(whom) then 1 else 0) - (if has_stayed_away(whom) then 1 else 0)

# Somebody sees to somebody's wounds. It takes strength.
action see_to(who: character, whom: patient)
    say   "{who} [tend] the wounds of {whom}"
    by    who
    when  tends(who) > 0, able(who), strength(who) >= 2, not is_tended(whom)
    then  is_tended(whom), strength(who) -= 2

# Somebody calls another, who stands apart, to eat.
action call_to_eat(who: character, whom: character)
    say   "{who} [call] {whom} to eat"
    by    who
    when
        holds_dear(who, whom) > 0
        able(who)
        able(whom)
        not together(who, whom)
        hunger(whom) > 0
        not is_called(whom, who)
        not has_stayed_away(whom)
    then  is_called(whom, who)
    also seen by other: other = whom

# An answer: to come.
action come_and_eat(who: character, caller: character)
    say   "{who} [come] and [eat]"
    by    who
    answers is_called(who, caller)
    when  is_called(who, caller), able(who)
    then  not is_called(who, caller), at(who) = at(caller), hunger(who) = 0
    also seen by other: other = caller

# An answer: not to. Nobody grows less tired or hungry by standing about.
action stay_away(who: character, caller: character)
    say   "{who} [stay] where {who} [be], and [do] not come"
    by    who
    answers is_called(who, caller)
    when  is_called(who, caller), able(who)
    then  not is_called(who, caller), has_stayed_away(who), hunger(who) += 1, fatigue(who) += 1
    also seen by other: other = caller

# Somebody comes after another who stayed away. Even to turn round and face somebody takes strength.
action seek_out(who: character, whom: character, from: place, to: place)
    say   "{who} [go] to {whom} and [ask] how it is, and {whom} [turn] round"
    by    who
    when
        from != to
        holds_dear(who, whom) > 0
        able(who)
        able(whom)
        at(who) = from
        at(whom) = to
        has_stayed_away(whom)
        not has_sought(who, whom)
    then  at(who) = to, has_sought(who, whom), not has_stayed_away(whom), fatigue(whom) += 1
    also seen by other: able(other) and at(other) = to
