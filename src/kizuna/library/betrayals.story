story betrayals "Betrayals: what a broken word does to a bond"
use undertakings, bonds
# A word that is broken is a betrayal. It changes what the other feels once they know of it: that is its discovery.

# Whoever has broken their word to somebody has betrayed them.
rule betrays(who: character, whom: character, what: matter)
    when  word(who, whom, what) = broken, not betrayed(who, whom)
    then  betrayed(who, whom)
