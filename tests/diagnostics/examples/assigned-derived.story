character Ana
fluent ill(who: character)
define fit(who: character): not ill(who)
action heal(who: character)
    then fit(who)
