character Ana
    wants warmth: warm(Ana)

fluent warm(who: character)
fluent has_match(who: character)
fluent lit()

action dance(who: character)
    by    who
    then  warm(who)

action kindle(who: character)
    by    who
    when  not lit, has_match(who)
    then  lit, warm(who)

action admire(who: character)
    by    who
    when  lit
    then  warm(who)
