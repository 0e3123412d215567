story dance "A heart that is told"
# Ben would ask Ana for a dance if he knew that she is fond of him. She is, and dislikes dancing.
use words, undertakings

place hall

character Ana at hall
    can undertake dance
    wants his_wish fond_of(Ana, Ben): danced()
    fears clumsiness 2: danced()
character Ben at hall
    is concerned by dance
    wants dancing 1: danced()
    believes fond_of(Ana, Ben) = 0

fluent fond_of(who: character, whom: character): 0..10
fluent danced()

fact fond_of(Ana, Ben) = 5, Ana believes Ben believes fond_of(Ana, Ben) = 0

topic love(): fond_of(Ana, Ben) = 5
matter dance: danced()

# Nobody asks herself to dance.
action take_the_floor(who: character, whom: character)
    by    who
    when  can_undertake(who, dance), stands(who, whom, dance), not danced
    then  danced()

settings
    best within 0
    foresight 4
    depth 2
