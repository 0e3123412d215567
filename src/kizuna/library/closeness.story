story closeness "Closeness: to hold, to be held, to smile"
use people, places, sight, bonds, danger, reading
# Tenderness weighs as much as the lesser of two loves, as whoever feels it takes them to be: whoever believes that they
# are not loved has little of it.

# Somebody holds somebody in their arms.
fluent in_arms(who: character, whom: character)
    say "{who} [hold] {whom}"

# Somebody has smiled.
fluent has_smiled(who: character)
    say "{who} [have] smiled"

# The love that two have in common.
define common_love(who: character, whom: character): if loves(who, whom) < loves(whom, who) then loves(who, whom) else loves(whom, who)

# To hold or be held by somebody loved.
motive tenderness(who: character, whom: character)
    when    who != whom
    weight  common_love(who, whom) / 2
    score   alive(whom) and (in_arms(who, whom) or in_arms(whom, who))

# Somebody takes another into their arms, who has to put up with it. Nobody is held on their guard, nor by one at whom
# they struck, and who has not seen in their eyes what was behind it.
action embrace(who: character, whom: character)
    say   "{who} [hold] {whom}"
    by    who
    with  whom
    when
        who != whom
        able(who)
        able(whom)
        together(who, whom)
        not on_guard(whom)
        not in_danger(who)
        not in_danger(whom)
        not in_arms(who, whom)
        not in_arms(whom, who)
        (not has_struck_at(whom, who) or has_read(who, whom))
    then  in_arms(who, whom), not on_guard(who)
    cues  hair_on_hands(who, whom), in_arms(who, whom)

# Whoever holds somebody and knows their love returned smiles, and cannot help it.
action smile(who: character, whom: character)
    say   "{who} [smile], for the first time in years"
    due
        in_arms(who, whom)
        common_love(who, whom) >= 5
        who believes common_love(who, whom) >= 5
        not has_smiled(who)
    then  has_smiled(who)
    seen  by other: other = who or (able(other) and together(other, who))
