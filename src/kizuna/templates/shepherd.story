story shepherd "The Boy Who Cried Wolf"
# After Aesop. A lie works once and costs the trust that the truth would need later.

# From the library: people who are alive and awake, places and walking.
use people, places

place village, pasture
path village - pasture

# Only those who are there notice what somebody does; a cry carries further, see below.
perceives(observer: character, doer: character): able(observer) and at(observer) = at(doer)

# The boy is bored. Later, when there is something to report, he does not want to be blamed for silence.
character Boy "the shepherd boy" (he) at pasture
    wants amusement 1: at(Farmer) = pasture
    fears blame 2: wolf_near and not has_cried(Boy)

# The farmer leaves the village only if it is needed: his sheep matter more to him than his rest.
character Farmer "the farmer" (he) at village
    trusts Boy
    wants flock_guarded 2: if wolf_near then at(Farmer) = pasture else yes
    wants rest 1: at(Farmer) = village

# What can be so. Everything begins as not so, unless a line says otherwise (`trusts Boy` above).
fluent wolf_near()
    say "a wolf [be] near"

fluent flock_lost()
    say "the flock [be] lost"

fluent has_cried(who: character)
    say "{who} [have] cried wolf"

fluent trusts(who: character, whom: character)
    say "{who} [trust] {whom}"

# `also seen by` adds those who hear it from afar. Whoever trusts the boy believes him, whether there is a wolf or not.
action cry_wolf(who: character, hearer: character)
    say   "{who} [cry] wolf"
    by    who
    when
        who != hearer
        able(who)
        able(hearer)
        at(who) = pasture
        at(hearer) = village
        not has_cried(who)
    then
        has_cried(who)
        if trusts(hearer, who) then hearer believes wolf_near()
    also seen by other: other = hearer

# A rule is what happens by itself as soon as its condition is so: nobody decides it.
rule finds_no_wolf(who: character, liar: character)
    when  at(who) = pasture, who != liar, has_cried(liar), not wolf_near, trusts(who, liar)
    then  not trusts(who, liar), who believes not wolf_near()

# Without `by` nobody wills it: it is for the author to make it happen, and the plot says when.
action wolf_comes()
    say   "a wolf [come] out of the wood"
    when  not wolf_near
    then  wolf_near(), every who: character (not has_cried(who))
    seen  by other: at(other) = pasture

action wolf_kills()
    say   "the wolf [kill] the whole flock"
    when  wolf_near, not flock_lost, at(Farmer) != pasture
    then  flock_lost()

# `first` and `then` are stations on the way to the ending, here events. `_` stands for anybody.
plot
    first cry_wolf(Boy, _)
    then not trusts(Farmer, Boy)
    then wolf_comes()
    then cry_wolf(Boy, _)
    ending flock_lost_for_a_lie: flock_lost and not trusts(Farmer, Boy)
