story pictures "Pictures: what somebody saw, and hands over"
use people, places, sight, moods
# Who draws shows others what they saw of them. So those who believed themselves alone learn that they were not.

# How much drawing is to somebody.
fluent draws(who: character): 0..10

# Somebody has spent the evening drawing.
fluent has_drawn(who: character)

# Somebody has shown two what they saw of them.
fluent has_shown(who: character, one: character, other: character)
    say "{who} [have] shown what {who} saw of {one} and {other}"

# Somebody knows themselves seen who had believed themselves alone.
fluent is_embarrassed(who: character)
    say "{who} [be] embarrassed"

# Somebody has smiled at somebody.
fluent has_smiled_at(who: character, whom: character)
    say "{who} [have] smiled at {whom}"

# Who was given a picture of themselves, by whom.
define has_given_to(who: character, whom: character): some other: character (has_shown(who, whom, other) or has_shown(who, other, whom))

# To draw, and to show it.
motive drawing(who: character)
    weight  draws(who)
    score   (if has_drawn(who) then 1 else 0) + (if some whom: character (has_given_to(who, whom)) then 1 else 0)

# Not to leave whoever gave one something without a smile.
motive thanks(who: character, whom: character)
    when    who != whom
    score   if has_given_to(whom, who) and not has_smiled_at(who, whom) then -1 else 0

# Somebody draws.
action draw(who: character)
    say   "{who} [draw]"
    by    who
    when  draws(who) > 0, able(who), not has_drawn(who)
    then  has_drawn(who)

# A picture shows what its painter saw, and that they saw it. It takes an evening of drawing.
action show(who: character, one: character, other: character)
    say   "{who} [hand] over a painting: {one} and {other}, holding each other"
    by    who
    when
        draws(who) > 0
        who != one
        who != other
        one != other
        able(who)
        able(one)
        able(other)
        together(who, one)
        together(who, other)
        has_drawn(who)
        who believes have_held(one, other)
        not has_shown(who, one, other)
    then
        has_shown(who, one, other)
        one believes who believes have_held(one, other)
        other believes who believes have_held(one, other)

# Somebody smiles at whoever gave them a picture.
action smile_at(who: character, whom: character)
    say   "{who} [smile] at {whom}"
    by    who
    when
        able(who)
        able(whom)
        together(who, whom)
        has_given_to(whom, who)
        not has_smiled_at(who, whom)
    then  has_smiled_at(who, whom)

# Whoever is shown that they were seen is embarrassed.
rule is_caught(who: character, by: character, other: character)
    when
        who != other
        by != other
        has_given_to(by, who)
        who believes by believes have_held(who, other)
        not is_embarrassed(who)
    then  is_embarrassed(who)
