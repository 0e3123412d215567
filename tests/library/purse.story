story purse "A word that is about to be broken"
# Ana has promised Ben to leave the purse alone, and will not. He would rather let her off than be let down.
use undertakings

place inn

character Ana at inn
    keeps word 1/2
    wants feast 3: spent()
character Ben at inn
    counts on Ana 2

matter thrift: not spent()
fact word(Ana, Ben, thrift) = upheld

fluent spent()

action spend(who: character)
    by    who
    when  who = Ana, able(who), not spent
    then  spent()

settings
    best within 0
    wary 1 for Ben
    foresight 1
    depth 1
