story failings "Failings: what a broken word does to whoever gave it"
use people, places, undertakings, bodies, bonds, moods
# Whoever breaks their word feels as guilty as the other is dear to them; so does whoever laid that word on somebody.
# Whoever gave no word is disappointed, as far as they had wished for it. All of this follows what they believe.

# Somebody had somebody give their word on something.
fluent laid_on(who: character, whom: character, what: matter)

# Somebody has taken it to heart that they failed somebody.
fluent takes_to_heart(who: character, whom: character, what: matter)

# Somebody has what they wished for before their eyes.
fluent has_at_hand(who: character, what: matter)

# Whether somebody has failed somebody.
define has_failed(who: character, whom: character): some what: matter (word(who, whom, what) = broken)

# Who knows that they have broken their word: of the word itself, or that what it was on is not so.
define knows_broken(who: character, giver: character, whom: character, what: matter): (who believes word(giver, whom, what) = broken) or (word(giver, whom, what) = broken and (who believes not holds(what)))

# Between whom a failure stands, whichever of them it was.
define fell_short(who: character, whom: character): has_failed(who, whom) or has_failed(whom, who)

# Two between whom a failure stands agree that it was neither's fault, and one gives the other their word on it again.
action begin_anew(who: character, whom: character, what: matter)
    say   "{who} and {whom} [agree] that it was neither's fault: they had not been stubborn enough, and would be"
    by    who, whom
    when
        who != whom
        able(who)
        able(whom)
        together(who, whom)
        word(who, whom, what) = broken
        have_held(who, whom)
    then  word(who, whom, what) = given, guilt(who) -= 2, guilt(whom) -= 2

# A word that was broken weighs on whoever gave it.
rule feels_failure(who: character, whom: character, what: matter)
    when  who != whom, knows_broken(who, who, whom, what), not takes_to_heart(who, whom, what)
    then
        takes_to_heart(who, whom, what)
        if guilt(who) < holds_dear(who, whom) then guilt(who) = holds_dear(who, whom)

# And on whoever laid it on them.
rule rues_having_asked(who: character, whom: character, what: matter)
    when
        who != whom
        laid_on(who, whom, what)
        knows_broken(who, whom, who, what)
        not takes_to_heart(who, whom, what)
    then
        takes_to_heart(who, whom, what)
        if guilt(who) < holds_dear(who, whom) then guilt(who) = holds_dear(who, whom)

# What somebody wished for is there.
rule comes_within_reach(who: character, what: matter)
    when  wishes(who, what) > 0, who believes holds(what), not has_at_hand(who, what)
    then  has_at_hand(who, what)

# What was there, and is not any more, leaves them disappointed.
rule is_disappointed(who: character, what: matter)
    when  has_at_hand(who, what), who believes not holds(what)
    then
        not has_at_hand(who, what)
        if distress(who) < wishes(who, what) then distress(who) = wishes(who, what)
