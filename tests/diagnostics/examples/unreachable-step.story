character Ana
    wants warmth: warm(Ana)

fluent warm(who: character)

action dance(who: character)
    by    who
    when  not warm(who)
    then  warm(who)

plot
    first warm(Ana)
    then  not warm(Ana)
    ending comfort: warm(Ana)
