story bonds "Bonds: who is dear to whom, and what they have done to each other"
use people, places, bodies
# A bond goes one way and has a strength from 0 to 10. Others can be wrong about it, and so can whoever feels it. What
# has been done to somebody changes what they feel as soon as they believe it, and never before.

# Love wants the other to live, to be well, and to be near.
fluent loves(who: character, whom: character): 0..10

# Care wants the other to live and to be well.
fluent cares_for(who: character, whom: character): 0..10

# Loyalty wants the other to live.
fluent loyal_to(who: character, whom: character): 0..10

# Hatred wants the other to fare badly.
fluent hates(who: character, whom: character): 0..10

# How far somebody relies on somebody, unless they know themselves deceived or betrayed.
fluent trusts(who: character, whom: character): 0..10 = 5

# Somebody does not know whom they have before them, and so feels nothing for them.
fluent stranger_to(whom: character, who: character)
    say "{whom} [be] a stranger to {who}"

# Somebody has done somebody harm.
fluent harmed(who: character, whom: character)
    say "{who} [have] harmed {whom}"

# Somebody has had somebody's life in their hand.
fluent threatened(who: character, whom: character)
    say "{who} [have] threatened {whom}"

# Somebody has told somebody a lie.
fluent deceived(who: character, whom: character)
    say "{who} [have] deceived {whom}"

# Somebody has broken their word to somebody, or acted against one who relied on them.
fluent betrayed(who: character, whom: character)
    say "{who} [have] betrayed {whom}"

# Somebody has done somebody a kindness.
fluent helped(who: character, whom: character)
    say "{who} [have] helped {whom}"

# Somebody has saved somebody's life.
fluent saved(who: character, whom: character)
    say "{who} [have] saved {whom}"

# Somebody could have harmed somebody and did not.
fluent spared(who: character, whom: character)
    say "{who} [have] spared {whom}"

# Somebody no longer holds anything against somebody.
fluent forgives(who: character, whom: character)
    say "{who} [forgive] {whom}"

# The lesser wrongs that somebody knows of: a lie, and a threat until whoever made it has let it go.
define lesser_wrong(who: character, whom: character): if who believes (threatened(whom, who) and not spared(whom, who)) then 3 else if who believes deceived(whom, who) then 2 else 0

# The worst that somebody knows was done to them by somebody.
define worst_wrong(who: character, whom: character): if who believes betrayed(whom, who) then 6 else if who believes harmed(whom, who) then 4 else lesser_wrong(who, whom)

# What somebody holds against somebody, until they forgive it.
define resents(who: character, whom: character): if forgives(who, whom) then 0 else worst_wrong(who, whom)

# What somebody owes somebody: the best that they believe was done for them. Nobody owes it to be spared to whoever
# threatened them.
define is_grateful_to(who: character, whom: character): if who believes saved(whom, who) then 4 else if who believes (spared(whom, who) and not threatened(whom, who)) then 3 else if who believes helped(whom, who) then 2 else 0

# What speaks for somebody: what they are to somebody, and what they have done for them.
define goodwill(who: character, whom: character): loves(who, whom) + cares_for(who, whom) + is_grateful_to(who, whom)

# How dear somebody is to somebody, all told: never less than not at all.
define holds_dear(who: character, whom: character): if stranger_to(whom, who) then 0 else if goodwill(who, whom) > resents(who, whom) then goodwill(who, whom) - resents(who, whom) else 0

# How much somebody wishes somebody ill.
define wishes_ill(who: character, whom: character): if stranger_to(whom, who) then 0 else hates(who, whom) + resents(who, whom)

# Whether somebody relies on somebody.
define relies_on(who: character, whom: character):
    trusts(who, whom) >= 5
    not (who believes deceived(whom, who))
    not (who believes betrayed(whom, who))

# What somebody's love looks like to whoever saw them strike: it can be little.
define seen_striking(who: character, whom: character): if loves(who, whom) <= 2 then loves(who, whom) else 2

# What somebody's love looks like to whoever saw them spare the other: it has to be much.
define seen_sparing(who: character, whom: character): if loves(who, whom) >= 7 then loves(who, whom) else 7

# What is felt as a bond, of 10: what speaks for somebody less what speaks against them.
define felt_bond(who: character, whom: character): if stranger_to(whom, who) then 0 else goodwill(who, whom) + loyal_to(who, whom) - resents(who, whom) - hates(who, whom)

# What one can be guilty of towards somebody, and remorseful.
define felt_harm(who: character, whom: character): harmed(who, whom)

# Who can be betrayed by somebody, by being harmed.
define felt_reliance(who: character, whom: character): relies_on(who, whom)

# What makes a bond that is returned tender.
define felt_nearness(who: character, whom: character): alive(whom) and together(who, whom)

# That somebody dear lives.
motive life(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) + (if stranger_to(whom, who) then 0 else loyal_to(who, whom))
    score   alive(whom)

# That somebody dear is well.
motive health(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 2
    score   alive(whom) and not hurt(whom)

# That somebody loved is near.
motive company(who: character, whom: character)
    when    who != whom
    weight  if resents(who, whom) = 0 and not stranger_to(whom, who) then loves(who, whom) / 4 else 0
    score   alive(whom) and together(who, whom)

# That somebody hated, or resented, is not well.
motive revenge(who: character, whom: character)
    when    who != whom
    weight  wishes_ill(who, whom) / 2
    score   hurt(whom) or not alive(whom)
