character Ana
    wants warmth: warm(Ana)

fluent warm(who: character)

action dance(who: character)
    by    who
    then  warm(who)

plot
    ending shivering: not warm(Ana)
