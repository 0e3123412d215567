story remorse "Remorse: a deed done to somebody dear, and whether to own up to it"
use people, places, sight, bonds, evidence
# Whoever did harm to somebody dear learns how dear, and bears it until they own up to it. (With lives in somebody's
# hand, comfort and fright there is `feelings`; this is for one deed and what comes after it. Both can
# stand in one story, where the same deed then weighs twice.)

# Whether somebody has a weapon at hand.
fluent has_blade(who: character)
    say "{who} [have] a blade"

# How heavy what somebody has done weighs on them.
fluent remorse(who: character): 0..10

# Somebody has taken to heart what they did to somebody.
fluent repents(who: character, whom: character)

# Somebody has owned up to what they did to somebody.
fluent has_owned_up(who: character, whom: character)
    say "{who} [have] owned up to having harmed {whom}"

# What somebody is to somebody when it is put to the test: nothing, something, much, everything.
define attachment(who: character, whom: character): if loves(who, whom) >= 8 or cares_for(who, whom) >= 8 then 8 else if loves(who, whom) >= 5 or cares_for(who, whom) >= 5 then 5 else if loves(who, whom) >= 2 or cares_for(who, whom) >= 2 then 2 else 0

# To have owned up.
motive owning_up(who: character)
    weight  remorse(who)
    score   -sum of whom: character (if harmed(who, whom) and not has_owned_up(who, whom) then 1 else 0)

# Not to bear what one has done.
motive self_regard(who: character)
    score   -remorse(who) / 2

# Somebody kills one who is asleep.
action kill_asleep(who: character, whom: character)
    say   "{who} [kill] {whom} asleep"
    by    who
    when  who != whom, able(who), has_blade(who), alive(whom), not awake(whom), together(who, whom)
    then  not alive(whom), harmed(who, whom)

# Somebody owns up to who answers for the other.
action own_up(who: character, to: character, whom: character)
    say   "{who} [own] up to {to}: it was {who} who harmed {whom}"
    by    who
    tells harmed(who, whom)
    when
        who != to
        who != whom
        to != whom
        protects(to, whom)
        able(who)
        able(to)
        together(who, to)
        who believes harmed(who, whom)
        not has_owned_up(who, whom)
    then  to believes harmed(who, whom), has_owned_up(who, whom), remorse(who) -= 4

# Only then does somebody know how dear the other is to them.
rule learns_own_heart(who: character, whom: character)
    when
        who != whom
        who believes harmed(who, whom)
        attachment(who, whom) != (attachment(who, whom) according to who)
    then
        if attachment(who, whom) = 8 then who believes cares_for(who, whom) = 8
        if attachment(who, whom) = 5 then who believes cares_for(who, whom) = 5
        if attachment(who, whom) = 2 then who believes cares_for(who, whom) = 2
        if attachment(who, whom) = 0 then who believes (cares_for(who, whom) = 0, loves(who, whom) = 0)

# What somebody has done weighs on them as much as the other is dear to them.
rule feels_remorse(who: character, whom: character)
    when  who != whom, who believes harmed(who, whom), not repents(who, whom)
    then
        repents(who, whom)
        if remorse(who) < attachment(who, whom) then remorse(who) = attachment(who, whom)
