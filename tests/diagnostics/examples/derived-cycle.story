character Ana
fluent ill(who: character)
define fit(who: character): not weak(who) and not ill(who)
define weak(who: character): not fit(who)
