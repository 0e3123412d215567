story evidence "Evidence: what a deed leaves behind, and what others conclude from it"
use people, places, sight, bonds, haste
# A clue is a kind of trace, such as prints on a door handle. A deed leaves it; whoever comes upon it and knows what
# befell whom concludes whose deed it was. To remove a clue closes one way to the truth, and leaves the others.

# What can bear witness: `clue prints, blood`.
type clue

# A clue that is left at a place by whoever comes there: prints, an open door.
fluent is_left_at(what: clue, here: place)

# A clue that stays on whoever does harm: blood, a weapon, what they remember.
fluent stays_on(what: clue): boolean

# Where a clue can be got rid of; those that come off nowhere last.
fluent comes_off(what: clue, here: place)

# Who answers for somebody: they can be told what threatens or befell them, and will see to it.
fluent protects(who: character, whom: character)

# Who knows how to read which clue.
fluent can_read(who: character, what: clue)

# The clue is there, and leads to somebody.
fluent leads_to(what: clue, who: character)
    say "{what} [lead] to {who}"

# Somebody has left a clue, be it there still or not.
fluent has_left(who: character, what: clue)

# By whose hand somebody died.
fluent culprit(whom: character): character
    say "it [be] {value} who killed {whom}"

# How much somebody has to lose, should others learn that somebody died by their hand.
fluent has_to_lose(who: character): 0..10

# How much somebody fears to be found out.
fluent fear_of_discovery(who: character): 0..10

# Whether somebody has a death on their conscience.
define has_killed(who: character, whom: character): harmed(who, whom) and not alive(whom)

# Where a clue is to be found: where it was left, or on whoever it leads to.
define is_found_at(what: clue, who: character, here: place):
    leads_to(what, who)
    (is_left_at(what, here) or (stays_on(what) and at(who) = here))

# That as little as possible leads to oneself.
motive cover(who: character)
    weight  fear_of_discovery(who) / 4
    score   -sum of what: clue (if leads_to(what, who) then 1 else 0)

# Not to be found beside the dead.
motive alibi(who: character)
    weight  fear_of_discovery(who) / 2
    score   not some whom: character (has_killed(who, whom) and together(who, whom))

# That as few as possible know of it.
motive discovery(who: character)
    weight  fear_of_discovery(who)
    score   -sum of other: character (if other != who and some whom: character (other believes (culprit(whom) = who or harmed(who, whom))) then 1 else 0)

# Somebody removes a clue to themselves, which takes its time.
action wipe(who: character, what: clue, here: place)
    say   "{who} [wipe] {what} off"
    by    who
    when  able(who), at(who) = here, comes_off(what, here), is_found_at(what, who, here)
    then  not leads_to(what, who), minutes(who) += 3

# Once somebody is dead, who can read clues is called to this place and that.
action is_called_to(who: character, from: place, to: place)
    say   "{who} [be] called to {to}"
    when
        from != to
        able(who)
        at(who) = from
        some victim: character (not alive(victim))
        some what: clue (can_read(who, what))
    then  if some what: clue (can_read(who, what)) then at(who) = to
    also seen by other: able(other) and at(other) = to

# Somebody comes upon a clue, and sees to whom it leads. Nobody knows beforehand what they will find.
action find_clue(who: character, what: clue, whom: character, here: place)
    say   "{who} [find] {what} that [lead] to {whom}"
    when
        who != whom
        able(who)
        at(who) = here
        can_read(who, what)
        is_found_at(what, whom, here)
        not (who believes leads_to(what, whom))
    then  if is_found_at(what, whom, here) then who believes leads_to(what, whom)
    seen  by other: other = who

# Whoever comes to a place leaves there what one leaves.
rule leaves_at(who: character, what: clue, here: place)
    when  able(who), at(who) = here, is_left_at(what, here), not has_left(who, what)
    then  has_left(who, what), leads_to(what, who)

# Whoever does harm is marked by it.
rule is_marked(who: character, whom: character, what: clue)
    when  who != whom, harmed(who, whom), stays_on(what), not has_left(who, what)
    then  has_left(who, what), leads_to(what, who)

# Whoever can read a clue to another, and knows of a death, concludes whose deed it was.
rule concludes(who: character, whom: character, victim: character, what: clue)
    when
        able(who)
        who != whom
        whom != victim
        who != victim
        can_read(who, what)
        who believes leads_to(what, whom)
        who believes not alive(victim)
        (culprit(victim) according to who) = unknown
    then  who believes culprit(victim) = whom

# Whoever harmed somebody who died of it is the culprit.
rule is_culprit(who: character, whom: character)
    when  has_killed(who, whom), culprit(whom) = unknown
    then  culprit(whom) = who

# Whoever knows that somebody died by their hand fears to be found out.
rule fears_discovery(who: character, whom: character)
    when  able(who), who believes has_killed(who, whom), fear_of_discovery(who) < has_to_lose(who)
    then  fear_of_discovery(who) = has_to_lose(who)
