story words_at_work
use words

place hall

character Ana at hall
    hides theft
character Ben at hall
    believes stole(Ana) = unknown
character Cleo at hall
    believes stole(Ana) = unknown

fluent stole(who: character)
    say "{who} [be] a thief"
fluent fond_of(who: character, whom: character): 0..10 = 2

fluent told(who: character)

# Hearts are of consequence here, so that telling them is not left out.
rule minds(who: character)
    when  fond_of(Ana, Ben) = 8, not told(who)
    then  told(who)

fact
    stole(Ana)
    Ana believes (Ben believes stole(Ana) = unknown, Cleo believes stole(Ana) = unknown)

topic theft(): stole(Ana)
topic rumour(): Ben believes stole(Ana)
topic love(): fond_of(Ana, Ben) = 8

action fall_out(who: character, whom: character)
    then  distrusts(who, whom)

action give_back(who: character)
    then  not stole(who)
