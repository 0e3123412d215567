story sight "Sight: who perceives what, from where"
use people, places

fluent dark(where: place)
    say "it [be] dark at {where}"

# From some places one sees into others: a window, a tower, a gallery.
fluent overlooks(from: place, to: place)

define sees(who: character, here: place):
    able(who)
    not dark(here)
    (at(who) = here or some there: place (at(who) = there and overlooks(there, here)))

# In the dark one still hears who acts beside one; from afar one sees only what is lit.
perceives(observer: character, doer: character):
    able(observer)
    (at(observer) = at(doer) or some here: place (at(doer) = here and sees(observer, here)))

rule sees_somebody(who: character, other: character, here: place)
    when  who != other, sees(who, here), at(other) = here, not (who believes at(other) = here)
    then  who believes at(other) = here

rule misses_somebody(who: character, other: character, here: place)
    when  who != other, sees(who, here), at(other) != here, who believes at(other) = here
    then  who believes at(other) = unknown
