character Ana
    wants warmth: warm(Ana)

fluent warm(who: character)
fluent tired(who: character)

action dance(who: character)
    by    who
    when  not tired(who)
    then  warm(who)
