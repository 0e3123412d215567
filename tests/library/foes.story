story foes_at_work
use foes

place field, hall
gift ring gives might 5
foe wolves prowls field and might of 6
casualty miller fell at field and breathes
casualty smith fell at field and has died

character Ana at field
    medic
    strength 3
    would be sure of heir ring Ben 2
    believes breathes(miller) = unknown
character Ben at field
    medic
    strength 4
character Kay at field
    mortal
    wound 3
    strength 0
    cares for Ben 4
character Cleo at hall
    believes has_died(smith) = unknown, breathes(miller) = unknown

fact bearer(ring) = Kay, covered(Kay)

# Somebody is brought to another place.
action bring(who: character, to: place)
    then  at(who) = to
    seen  by nobody

# A gift changes hands, and nobody sees it.
action slip(what: gift, to: character)
    then  bearer(what) = to
    seen  by nobody

# Foes are beaten by nobody knows whom.
action fall(who: foe)
    then  destroyed(who)
    seen  by nobody
