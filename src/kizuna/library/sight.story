story sight "Sight: who perceives what, from where"
use people, places

# In a dark place nothing can be seen.
fluent dark(where: place)
    say "it [be] dark at {where}"

# From some places one sees into others: a window, a tower, a gallery.
fluent overlooks(from: place, to: place)

# Who sees what is at a place: whoever is able to, and is there or overlooks it, if it is not dark there.
define sees(who: character, here: place):
    able(who)
    not dark(here)
    (at(who) = here or some there: place (at(who) = there and overlooks(there, here)))

# In the dark one still hears who acts beside one; from afar one sees only what is lit.
perceives(observer: character, doer: character):
    able(observer)
    (at(observer) = at(doer) or some here: place (at(doer) = here and sees(observer, here)))

# Whoever sees somebody knows where they are. So those who see each other know that they do.
rule sees_somebody(who: character, other: character, here: place)
    when  who != other, sees(who, here), at(other) = here, not (who believes at(other) = here)
    then  who believes at(other) = here

# Whoever does not see somebody where they took them to be no longer knows where they are.
rule misses_somebody(who: character, other: character, here: place)
    when  who != other, sees(who, here), at(other) != here, who believes at(other) = here
    then  who believes at(other) = unknown

# Whoever sees somebody asleep knows it.
rule sees_asleep(who: character, other: character, here: place)
    when
        who != other
        sees(who, here)
        at(other) = here
        not awake(other)
        not (who believes not awake(other))
    then  who believes not awake(other)

# Whoever sees somebody awake knows it.
rule sees_awake(who: character, other: character, here: place)
    when
        who != other
        sees(who, here)
        at(other) = here
        awake(other)
        not (who believes awake(other))
    then  who believes awake(other)

# Whoever sees somebody dead knows it.
rule sees_dead(who: character, other: character, here: place)
    when
        who != other
        sees(who, here)
        at(other) = here
        not alive(other)
        not (who believes not alive(other))
    then  who believes not alive(other)

# Whoever sees a door that is shut knows it.
rule sees_shut(who: character, here: place, there: place)
    when
        here != there
        sees(who, here)
        path(here, there)
        shut(here, there)
        not (who believes shut(here, there))
    then  who believes shut(here, there)

# Whoever sees a door that is open knows it.
rule sees_open(who: character, here: place, there: place)
    when
        here != there
        sees(who, here)
        path(here, there)
        not shut(here, there)
        not (who believes not shut(here, there))
    then  who believes not shut(here, there)
