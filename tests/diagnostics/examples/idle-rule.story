character Ana
    wants warmth: warm(Ana)

fluent warm(who: character)
fluent burnt(who: character)

action dance(who: character)
    by    who
    then  warm(who)

rule burns(who: character)
    when  not warm(who), warm(who)
    then  burnt(who)
