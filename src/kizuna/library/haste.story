story haste "Haste: ways take their time, and nobody waits for ever"
use people, places
# Everybody counts the minutes for themselves, from where a story starts. Ways that take time are declared instead of
# paths: `takes gate house 4`. (For hours that strike for everybody there is `time`.)

# How many minutes it takes from one place to another; there is no way where it takes none.
fluent takes(from: place, to: place): 0..60 symmetric

# Who is about, and hurries where they go.
fluent in_haste(who: character)

# How many minutes somebody has been busy. What is beyond an hour makes no difference.
fluent minutes(who: character): 0..60
    say "{who} [have] been busy for {value} minutes"

# How many minutes somebody waits at most.
fluent patience(who: character): 0..60 = 60

# A locked door has to be forced, which takes its time.
fluent locked(from: place, to: place) symmetric
    say "the door between {from} and {to} [be] locked"

# How many minutes it takes somebody to force a lock.
fluent forces_in(who: character): 0..60 = 4

# Somebody is held where they are.
fluent detained(who: character)
    say "{who} [be] detained"

# Whether somebody is still in time for another, who waits for them.
define in_time(who: character, whom: character): minutes(who) <= patience(whom)

# Somebody hurries from one place to another. Those whom they leave see it, and those to whom they come.
action hurry(who: character, from: place, to: place)
    say   "{who} [hurry] from {from} to {to}"
    by    who
    when
        from != to
        in_haste(who)
        able(who)
        at(who) = from
        takes(from, to) > 0
        not locked(from, to)
        not detained(who)
    then  at(who) = to, minutes(who) += takes(from, to)
    also seen by other: able(other) and at(other) = to

# Somebody forces a lock. It is heard on both sides.
action force(who: character, from: place, to: place)
    say   "{who} [force] the door from {from} to {to}"
    by    who
    when
        from != to
        in_haste(who)
        able(who)
        at(who) = from
        takes(from, to) > 0
        locked(from, to)
    then  not locked(from, to), minutes(who) += forces_in(who)
    also seen by other: able(other) and at(other) = to
