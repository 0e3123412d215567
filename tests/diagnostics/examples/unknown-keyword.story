acton kindle(who: character)
    say "x"
    then a
