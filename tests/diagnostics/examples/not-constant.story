fluent friend(who: character, whom: character)
fluent alive(who: character) = yes
character Ana, Ben
motive love(who: character, whom: character)
    when  friend(who, whom)
    score alive(whom)
