story closeness "Two who are not sure of one another"
use closeness

place room
character Ana at room
    loves Ben 8
character Ben at room
    loves Ana 6
    on guard
    believes loves(Ana, Ben) = 2

action learn(who: character, whom: character)
    when  who != whom
    then  who believes loves(whom, who) = 8
    seen  by nobody
