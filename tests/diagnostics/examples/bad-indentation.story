fluent lit()
fluent dark()

action kindle(who: character)
    by    who
    when
            dark()
        not lit()
    then  lit()
