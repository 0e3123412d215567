story honesty "Honesty: not to have lied"
# Shared by what lets somebody be asked: `words` and `orders`.

# Somebody has told somebody what they took for false.
fluent has_lied_to(who: character, whom: character)
    say "{who} [have] lied to {whom}"

# How much it weighs for somebody not to lie.
fluent honest(who: character): number

# Not to have lied.
motive honesty(who: character)
    weight  honest(who)
    score   not some whom: character (has_lied_to(who, whom))
