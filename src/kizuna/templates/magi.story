story magi "The Watch and the Hair"
# After O. Henry's tale of the two presents. Each gives up what the other's gift is made for. Nobody is foolish: each acts
# rightly by what they believe, and each is wrong about one thing only.

# The library's people are enough; nobody has to walk anywhere.
use people

# A type is a kind of thing that a world has. `character` is always there.
type thing

thing watch, hair, chain, combs

# The two. `has watch` is short for has(Jim, watch), and `loves Jim 2` for loves(Della, Jim) = 2.
# Both also care a little for their own treasure: the gift has to be worth more to them.
character Della "the wife" (she)
    has hair
    loves Jim 2
    wants hair_kept 1: has(Della, hair)

character Jim "the husband" (he)
    has watch
    loves Della 2
    wants watch_kept 1: has(Jim, watch)

fluent has(who: character, what: thing)
    say "{who} [have] {what}"

# A number instead of yes or no.
fluent loves(who: character, whom: character): 0..3
    say "{who} [love] {whom}"

# Which present goes with which treasure. Nothing ever changes this.
fluent goes_with(gift: thing, treasure: thing)

fact goes_with(chain, watch), goes_with(combs, hair)

# Something that follows from other things: happy with a present is whoever has it and what it goes with.
define delighted(who: character): some gift: thing (some treasure: thing (goes_with(gift, treasure) and has(who, gift) and has(who, treasure)))

# A motive for everybody who loves somebody: stating the love is enough.
motive devotion(who: character, whom: character)
    weight  loves(who, whom)
    score   if delighted(whom) then 1 else 0

# A secret: `seen by nobody` leaves it to whoever does it. The other goes on believing that nothing was sold.
action sell_for(who: character, own: thing, gift: thing)
    say   "{who} secretly [sell] {own} and [buy] {gift}"
    by    who
    when
        able(who)
        has(who, own)
        not (some treasure: thing (goes_with(own, treasure)))
        some treasure: thing (goes_with(gift, treasure))
        not goes_with(gift, own)
    then  not has(who, own), has(who, gift)
    seen  by nobody

action give(who: character, gift: thing, whom: character)
    say   "{who} [give] {gift} to {whom}"
    by    who
    when  who != whom, able(who), able(whom), has(who, gift)
    then  not has(who, gift), has(whom, gift)

# Both presents are given, and both are useless. Try `ending` with other conditions: who could still be delighted?
plot
    ending two_useless_gifts:
        has(Jim, chain)
        has(Della, combs)
        not (delighted(Jim) or delighted(Della))
