story order "An order against a friend"
# What the captain orders would cost Ana a friend. Nobody says which of the two she is to choose.
use undertakings

place camp

character Captain at camp
    commands Ana
    wishes arrest 2
character Ana at camp
    can undertake arrest
    dutiful 2
    wants friend fond(Ana): not bound(Ben)
    fond 3
character Ben at camp

matter arrest: bound(Ben)

fluent bound(who: character)
fluent fond(who: character): 0..10

action bind(who: character, whom: character)
    by    who
    when  can_undertake(who, arrest), who != whom, able(who), together(who, whom), not bound(whom)
    then  bound(whom)

settings
    best within 0
    foresight 3
    depth 2
