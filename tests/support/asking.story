story asking
settings
    best within 0
character Ana
    wants company 3: stays(Ben)
    wants certainty 2: knows(Ana)
    wants pride 1: not begged(Ana)
character Ben
    wants freedom 2: not stays(Ben)
    wants to_please (fondness()): stays(Ben)
fluent fondness(): 0..9
fact fondness() = 1, Ana believes fondness() = unknown
fluent asked()
fluent stays(who: character)
fluent knows(who: character)
fluent begged(who: character)
action ask()
    by    Ana
    when  not asked(), not knows(Ana)
    then  asked(), begged(Ana)
action agree()
    by    Ben
    answers asked()
    when  asked()
    then  stays(Ben), knows(Ana), not asked()
action refuse()
    by    Ben
    answers asked()
    when  asked()
    then  knows(Ana), not asked()
plot
    ending known: knows(Ana)
