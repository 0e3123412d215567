character Ana
    wants warmth: warm(Ana)
    wants fame 2: famous(Ana)

fluent warm(who: character)
fluent famous(who: character)

action dance(who: character)
    by    who
    then  warm(who)
