story people "People: who lives, who is awake"
# Everybody is alive and awake unless something says otherwise, and everyone knows it of themselves.

# Whether somebody lives. Nothing here ends a life; a world that wants it says how.
fluent alive(who: character) = yes
    say "{who} [be] alive"

# Whether somebody is awake. Who sleeps does nothing and notices nothing.
fluent awake(who: character) = yes
    say "{who} [be] awake"

# Who is able to do or notice anything at all.
define able(who: character): alive(who) and awake(who)

# Who can feel anything: the dead do not.
define felt_life(who: character): alive(who)

# Somebody falls asleep. Waking is nobody's decision; a world that wants it says when it happens.
action fall_asleep(who: character)
    say   "{who} [fall] asleep"
    by    who
    when  able(who)
    then  not awake(who)

# Whoever wakes knows it, however it came about.
rule comes_to(who: character)
    when  able(who), not (who believes able(who))
    then  who believes (alive(who), awake(who))
