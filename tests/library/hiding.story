story hiding "Somebody watches"
# Ben has the watch. Cleo hides beside the glade, where nobody knows of her.
use hiding

place camp, glade, town
hideout bushes
trail camp - glade
fact overlooks(bushes, glade)
character Ana at camp
character Ben at camp
    has the watch
    suspects Ana 2
character Dora at camp
character Cleo at bushes
fact Ana believes at(Cleo) = town

action cry(who: character)
    by    who
    when  able(who)
    then  cried(who)
fluent cried(who: character)
