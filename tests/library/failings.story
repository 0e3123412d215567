story failings_at_work
use failings

place hall, yard

character Ana at hall
    loves Ben 6
    can undertake return
    wishes return 3
character Ben at hall
    cares for Ana 5
    is concerned by return
character Cleo at yard
    wishes return 2

matter return: here()
fact here(), word(Ana, Ben, return) = upheld, laid_on(Ben, Ana, return)

fluent here()

action lose()
    then  not here()
    seen  by other: other != Cleo

action learn(who: character)
    then  who believes not here()
    seen  by nobody

action lose_unseen()
    then  not here()
    seen  by nobody

action hold_close()
    then  have_held(Ana, Ben)

action mend()
    then  guilt(Ana) -= 2, distress(Ana) -= 2
