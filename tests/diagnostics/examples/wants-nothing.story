character Ana
    wants warmth: warm(Ana)
character Ben

fluent warm(who: character)

action dance(who: character)
    by    who
    then  warm(who)

action warm_up(who: character)
    by    who, Ben
    then  warm(who)
