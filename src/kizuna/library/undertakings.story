story undertakings "Undertakings: asking, promising, and keeping one's word"
use people, places, sight, duty

# What can be promised or asked for is declared: `matter return: at(Ana) = house`. `holds(what)` says whether it is so.
type matter

# How a demand is made.
type manner

# How a word stands.
type standing

# Some ask, others beg; an order may not be passed over; an offer is a word that the other may take.
manner asked, begged, ordered, offered

# `given` on what is not so yet, `upheld` on what is so and shall stay so; both bind until they are one of the others.
standing given, upheld, kept, broken, released

# No demand was made, and no word was given.
manner & standing none

# Who could see to a matter: only they are asked for it, and only they give their word on it.
fluent can_undertake(who: character, what: matter)

# Whose concern a matter is: only they ask for it, and only to them does one give one's word on it.
fluent is_concerned_by(who: character, what: matter)

# Who may give orders to whom.
fluent commands(who: character, whom: character)

# Who lies dying: what they beg for weighs more.
fluent dying(who: character)
    say "{who} [be] dying"

# What somebody demands of another, and has no answer to yet.
fluent demand(who: character, whom: character, what: matter): manner = none
    say "what {who} [want] of {whom} about {what} [be] {value}"

# How pressing the demand was that somebody has turned down: 1 a request, 2 a plea or an order, 3 a dying wish.
fluent refused(who: character, whom: character, what: matter): 0..3
    say "{who} [have] turned {whom} down about {what}"

# How somebody's word to another stands.
fluent word(who: character, whom: character, what: matter): standing = none
    say "the word of {who} to {whom} on {what} [be] {value}"

# A word that was sworn weighs double.
fluent sworn(who: character, whom: character, what: matter)
    say "{who} [have] sworn {what} to {whom}"

# When a word on the first matter comes due: once the second holds. `fact ends_with(return, nightfall)`.
fluent ends_with(what: matter, end: matter)

# A word that binds: given, and neither kept nor broken nor released.
define stands(who: character, whom: character, what: matter): word(who, whom, what) = given or word(who, whom, what) = upheld

# Who hears what somebody says: whoever is there and able to.
define hears(who: character, speaker: character): able(who) and together(who, speaker)

# Something was asked aside, and so the answer is given aside.
fluent in_private(who: character, whom: character, what: matter)

# Who hears somebody's answer to another.
define hears_answer(other: character, who: character, whom: character, what: matter): other = whom or (hears(other, who) and not in_private(whom, who, what))

# Who can say something to whom.
define can_address(who: character, whom: character):
    able(who)
    able(whom)
    together(who, whom)

# How much a plea weighs.
define plea(who: character): if dying(who) then 3 else 2

# How pressing a demand is.
define pressing(who: character, whom: character, what: matter): if demand(who, whom, what) = begged then plea(who) else if demand(who, whom, what) = ordered then 2 else if demand(who, whom, what) = none then 0 else 1

# What somebody still owes another on a matter: more than it costs to refuse, so that nobody agrees in order to do nothing.
define owing(who: character, whom: character, what: matter): if word(who, whom, what) = broken then (if sworn(who, whom, what) then 8 else 4) else if word(who, whom, what) = given then (if sworn(who, whom, what) then 6 else 3) else 0

# What is felt of a word: below 0, that it is broken, above, that it was kept.
define felt_word(who: character, whom: character, what: matter): if word(who, whom, what) = broken then -owing(who, whom, what) else if word(who, whom, what) = kept then (if sworn(who, whom, what) then 6 else 3) else 0

# How dear a matter is to somebody.
fluent wishes(who: character, what: matter): number

# What somebody puts at stake over a matter when they swear or offer it.
fluent stakes(who: character, what: matter): number

# Who asks for a matter: whoever it concerns, or wishes it.
define is_concerned(who: character, what: matter): is_concerned_by(who, what) or wishes(who, what) > 0

# How much it weighs for somebody to keep their word.
fluent keeps_word(who: character): number

# How much it weighs for somebody to turn down another.
fluent heeds(who: character, whom: character): number

# How much it weighs for somebody that another keeps their word to them.
fluent counts_on(who: character, whom: character): number

# A wish has come true, or another's word on it is as good as half of it.
motive wish(who: character, what: matter)
    weight  wishes(who, what)
    score   if holds(what) then 2 else if some other: character (other != who and stands(other, who, what)) then 1 else 0

# One's word weighs until it is kept, and more once it is broken.
motive faith(who: character, whom: character)
    when    who != whom
    weight  keeps_word(who)
    score   if commands(whom, who) then 0 else -(sum of what: matter (owing(who, whom, what)))

# To those who may give orders one owes what they order and what one has agreed to, and refusing has its price.
motive obedience(who: character, whom: character)
    when    who != whom
    weight  dutiful(who)
    score   if commands(whom, who) then -(sum of what: matter (owing(who, whom, what) + refused(who, whom, what) + (if demand(whom, who, what) = ordered then 1 else 0))) else 0

# Whoever heeds another does not like to turn them down.
motive heed(who: character, whom: character)
    when    who != whom
    weight  heeds(who, whom)
    score   if commands(whom, who) then 0 else -(sum of what: matter (refused(who, whom, what)))

# Whoever counts on another does not want to be let down by them.
motive reliance(who: character, whom: character)
    when    who != whom
    weight  counts_on(who, whom)
    score   -(sum of what: matter (if word(whom, who, what) = broken then 1 else 0))

# Somebody asks another for something. It can be asked again unless it was refused.
action ask(who: character, whom: character, what: matter)
    say   "{who} [ask] {whom} for {what}"
    by    who
    when
        who != whom
        is_concerned(who, what)
        can_undertake(whom, what)
        can_address(who, whom)
        demand(who, whom, what) = none
        not stands(whom, who, what)
        refused(whom, who, what) < 1
    then  demand(who, whom, what) = asked, not in_private(who, whom, what)
    seen  by other: hears(other, who)

# Somebody begs another for what was refused when they asked for it; the dying beg at once. Whom one commands one does
# not beg.
action beg(who: character, whom: character, what: matter)
    say   "{who} [beg] {whom} for {what}"
    by    who
    when
        who != whom
        is_concerned(who, what)
        can_undertake(whom, what)
        can_address(who, whom)
        demand(who, whom, what) = none
        not stands(whom, who, what)
        refused(whom, who, what) < plea(who)
        (refused(whom, who, what) > 0 or dying(who))
        not commands(who, whom)
    then  demand(who, whom, what) = begged, not in_private(who, whom, what)
    seen  by other: hears(other, who)

# Somebody orders another to do something; only those who may give them orders do.
action order(who: character, whom: character, what: matter)
    say   "{who} [order] {what} from {whom}"
    by    who
    when
        who != whom
        is_concerned(who, what)
        can_undertake(whom, what)
        commands(who, whom)
        can_address(who, whom)
        demand(who, whom, what) = none
        not stands(whom, who, what)
        refused(whom, who, what) < 2
    then  demand(who, whom, what) = ordered, not in_private(who, whom, what)
    seen  by other: hears(other, who)

# Somebody offers another to do something; if the other agrees, they have given their word.
action offer(who: character, whom: character, what: matter)
    say   "{who} [offer] {what} to {whom}"
    by    who
    when
        who != whom
        is_concerned(whom, what)
        can_undertake(who, what)
        can_address(who, whom)
        demand(who, whom, what) = none
        not stands(who, whom, what)
        refused(whom, who, what) < 1
    then  demand(who, whom, what) = offered, not in_private(who, whom, what)
    seen  by other: hears(other, who)

# An answer: yes. Whoever was asked has given their word, whatever they said before; of an offer, whoever made it.
action agree(who: character, whom: character, what: matter)
    say   "{who} [say] yes to {whom} about {what}"
    by    who
    answers demand(whom, who, what) != none
    when  who != whom, able(who), demand(whom, who, what) != none, together(who, whom)
    then
        demand(whom, who, what) = none
        refused(who, whom, what) = 0
        if demand(whom, who, what) = offered then word(whom, who, what) = (if holds(what) then upheld else given) else word(who, whom, what) = (if holds(what) then upheld else given)
    seen  by other: hears_answer(other, who, whom, what)

# An answer: no.
action refuse(who: character, whom: character, what: matter)
    say   "{who} [say] no to {whom} about {what}"
    by    who
    answers demand(whom, who, what) != none
    when  who != whom, able(who), demand(whom, who, what) != none, together(who, whom)
    then  demand(whom, who, what) = none, refused(who, whom, what) = pressing(whom, who, what)
    seen  by other: hears_answer(other, who, whom, what)

# An answer: none. A request may be passed over; to say nothing to a plea or an order is to turn it down.
action stay_silent(who: character, whom: character, what: matter)
    say   "{who} [say] nothing to {whom} about {what}"
    by    who
    answers demand(whom, who, what) != none
    when  who != whom, able(who), demand(whom, who, what) != none, together(who, whom)
    then
        demand(whom, who, what) = none
        if pressing(whom, who, what) > 1 then refused(who, whom, what) = pressing(whom, who, what)
    seen  by other: hears_answer(other, who, whom, what)

# Somebody gives their word, unasked. Whoever broke it gives it anew only where the other asks for it, or takes an offer.
action promise(who: character, whom: character, what: matter)
    say   "{who} [promise] {what} to {whom}"
    by    who
    when
        who != whom
        is_concerned(whom, what)
        can_undertake(who, what)
        can_address(who, whom)
        demand(whom, who, what) = none
        not stands(who, whom, what)
        word(who, whom, what) != broken
    then  word(who, whom, what) = (if holds(what) then upheld else given)
    seen  by other: hears(other, who)

# Somebody swears it, who has something at stake: a word, or one more solemn than before.
action vow(who: character, whom: character, what: matter)
    say   "{who} [swear] {what} to {whom}"
    by    who
    when
        who != whom
        stakes(who, what) > 0
        is_concerned(whom, what)
        can_undertake(who, what)
        can_address(who, whom)
        demand(whom, who, what) = none
        not (stands(who, whom, what) and sworn(who, whom, what))
        word(who, whom, what) != broken
    then  word(who, whom, what) = (if holds(what) then upheld else given), sworn(who, whom, what)
    seen  by other: hears(other, who)

# Somebody lets another off their word.
action release(who: character, whom: character, what: matter)
    say   "{who} [release] {whom} from {what}"
    by    who
    when  who != whom, stands(whom, who, what), can_address(who, whom)
    then  word(whom, who, what) = released
    seen  by other: hears(other, who)

# A word on what was not so is kept once it is so.
rule keeps(who: character, whom: character, what: matter)
    when  word(who, whom, what) = given, holds(what)
    then  word(who, whom, what) = kept

# A word on what was so is broken once it is not so.
rule breaks(who: character, whom: character, what: matter)
    when  word(who, whom, what) = upheld, not holds(what)
    then  word(who, whom, what) = broken

# When a word comes due it is kept or broken. Whoever does not know whether it holds does not know which.
rule comes_due(who: character, whom: character, what: matter, end: matter)
    when  ends_with(what, end), stands(who, whom, what), holds(end)
    then  word(who, whom, what) = (if holds(what) then kept else if not holds(what) then broken else unknown)

# An offer or an oath is evidence: whoever knows of it believes the matter to be at least as dear to the speaker as what
# they put at stake.
rule takes_at_word(who: character, speaker: character, what: matter)
    when
        who != speaker
        who believes stakes(speaker, what) > 0
        who believes some whom: character (sworn(speaker, whom, what) or demand(speaker, whom, what) = offered)
        not (who believes wishes(speaker, what) >= stakes(speaker, what))
    then  who believes wishes(speaker, what) = stakes(speaker, what)
