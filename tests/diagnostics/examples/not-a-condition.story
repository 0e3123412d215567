fluent gold(who: character): number
fluent rich(who: character)

action boast(who: character)
    by    who
    when  gold(who) += 1
    then  rich(who)
