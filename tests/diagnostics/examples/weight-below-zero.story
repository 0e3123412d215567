use people
fluent zeal(who: character): number
motive calling(who: character)
    weight  zeal(who)
    score   not awake(who)
character Ana
    zeal -2
plot
    ending asleep: not awake(Ana)
