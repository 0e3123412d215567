action kindle(who, what: thing)
    then a
