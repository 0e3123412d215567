story people "People: who lives, who is awake"
# Everybody is alive and awake unless something says otherwise; everyone knows it of themselves.

fluent alive(who: character) = yes
    say "{who} [be] alive"

fluent awake(who: character) = yes
    say "{who} [be] awake"

# Who is able to do or notice anything at all.
define able(who: character): alive(who) and awake(who)

action fall_asleep(who: character)
    say   "{who} [fall] asleep"
    by    who
    when  able(who)
    then  not awake(who)

# Waking is nobody's decision; a world that wants it says when it happens.
