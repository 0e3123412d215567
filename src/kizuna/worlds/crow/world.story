story crow "The Fox and the Crow"
# After Aesop. The crow could keep the cheese by keeping silent; the fox knows what she wants more.

use people, places, sight, possession

place meadow

character Crow "the crow" (she) at meadow
    wants admiration 2: Fox believes fine_voice(Crow)
    wants cheese 1: has(Crow, cheese)

character Fox "the fox" (he) at meadow
    wants cheese 2: has(Fox, cheese)

thing cheese

fact location(cheese) = Crow

fluent fine_voice(who: character)
    say "{who} [have] a fine voice"

fluent keen_to_hear(who: character, whom: character)
    say "{who} [be] keen to hear {whom}"

# What the fox says of himself is not so; that is all that makes it a lie.
action flatter(who: character, whom: character)
    say   "{who} [tell] {whom} how much he [long] to hear her sing"
    by    who
    when  who != whom, able(who), able(whom), together(who, whom)
    then  whom believes keen_to_hear(who, whom)

action sing(who: character, hearer: character, here: place)
    say   "{who} [open] her beak and [sing] to {hearer}"
    by    who
    when  who != hearer, able(who), able(hearer), at(who) = here, at(hearer) = here
    then
        if keen_to_hear(hearer, who) then hearer believes fine_voice(who)
        every what: thing (if location(what) = who then location(what) = here)

plot
    ending taken_in: has(Fox, cheese)
