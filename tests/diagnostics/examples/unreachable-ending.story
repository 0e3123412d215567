character Ana
    wants warmth: warm(Ana)
character Ben
    wants warmth: warm(Ben)

fluent warm(who: character)
fluent coats: 0..1 = 1

action wrap_up(who: character)
    by    who
    when  coats = 1
    then  warm(who), coats -= 1

plot
    ending comfort: warm(Ana) and warm(Ben)
    ending luxury: coats = 2
