story potion "A cup for the heart"
# Ana loves Ben, who is hurt, and Cleo, who grieves. What is in the cup would make her love more, or not at all.
use feelings

place room

character Ana at room
    loves Ben 4
    loves Cleo 4
character Ben at room
    hurt
character Cleo at room
    not awake
    distress 6

# A drink that makes one love.
action drink_potion(who: character, whom: character)
    by    who
    when  who != whom, able(who)
    then  loves(who, whom) = 10

# A drink that makes one care for nobody.
action drink_poppy(who: character, whom: character)
    by    who
    when  who != whom, able(who)
    then  loves(who, whom) = 0

settings
    foresight 1
    depth 1
