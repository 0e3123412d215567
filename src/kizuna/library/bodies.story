story bodies "Bodies: strength, weariness, wounds"
use people, places, sight
# Who sleeps or has fainted is not awake, so they neither act nor notice anything: `people` and `sight` say so once.

# How much somebody has to spend: of strength, of power, of whatever their acts use up.
fluent strength(who: character): 0..10 = 5

# How tired somebody is. Nobody stays on their feet at 10, or when hunger and weariness together come to that.
fluent fatigue(who: character): 0..10

# How hungry somebody is.
fluent hunger(who: character): 0..10

# Whether somebody has a wound that disables them.
fluent hurt(who: character)
    say "{who} [be] hurt"

# Whether there is something to eat at a place.
fluent food_at(where: place) = yes

# Who is able to do what takes a sound body.
define fit(who: character): able(who) and not hurt(who)

# Who knows how it stands with a body: everybody of themselves, and whoever sees it.
define knows_body(who: character, whose: character):
    able(who)
    (who = whose or some here: place (at(whose) = here and sees(who, here)))

# Somebody eats until they are no longer hungry.
action eat(who: character)
    say   "{who} [eat]"
    by    who
    when  able(who), hunger(who) > 0, some here: place (at(who) = here and food_at(here))
    then  hunger(who) = 0

# Somebody wakes, and is rested. Nobody wakes by willing it.
action wake(who: character)
    say   "{who} [wake]"
    when  alive(who), not awake(who), hunger(who) < 10
    then  awake(who), fatigue(who) = 0
    seen  by other: other = who or knows_body(other, who)

# Somebody wakes another.
action rouse(who: character, whom: character)
    say   "{who} [wake] {whom}"
    by    who
    when
        able(who)
        alive(whom)
        not awake(whom)
        together(who, whom)
        fatigue(whom) + hunger(whom) < 10
    then  awake(whom)

# Somebody carries another to the next place; who is awake has to put up with it.
action carry(who: character, whom: character, from: place, to: place)
    say   "{who} [carry] {whom} to {to}"
    by    who
    with  whom: able(whom)
    when
        who != whom
        from != to
        fit(who)
        at(who) = from
        at(whom) = from
        path(from, to)
        not shut(from, to)
    then  at(who) = to, at(whom) = to
    also seen by other: able(other) and at(other) = to

# Somebody tends a wound. It takes strength, and heals only if there is enough of it: so it can be tried in vain.
action tend(who: character, whom: character)
    say   "{who} [tend] the wounds of {whom}"
    by    who
    with  whom: able(whom)
    when  who != whom, able(who), alive(whom), hurt(whom), together(who, whom), strength(who) > 0
    then
        strength(who) -= 2
        if strength(who) >= 2 then not hurt(whom)

# Who is too tired and too hungry faints.
rule faints(who: character)
    when  able(who), fatigue(who) + hunger(who) >= 10
    then  not awake(who)

# Nobody believes that they have strength left when they have none.
rule is_spent(who: character)
    when  able(who), strength(who) = 0, not (who believes strength(who) = 0)
    then  who believes strength(who) = 0

# A wound is known to whoever has it and to whoever sees it, whatever they expected.
rule sees_wound(who: character, whose: character)
    when  hurt(whose), knows_body(who, whose), not (who believes hurt(whose))
    then  who believes hurt(whose)

# So is a body without a wound.
rule sees_no_wound(who: character, whose: character)
    when  not hurt(whose), knows_body(who, whose), not (who believes not hurt(whose))
    then  who believes not hurt(whose)

# So is a body that lives.
rule sees_life(who: character, whose: character)
    when  alive(whose), knows_body(who, whose), not (who believes alive(whose))
    then  who believes alive(whose)
