story moods "Moods: guilt, fear and distress"
use people, places, bonds
# What changes choice is kept as a number from 0 to 10, and is so in the mind of whoever feels it, too. What brings it
# about is said elsewhere: harm and loss in feelings, a word that was broken in failings, a dream in dreams.

# How guilty somebody feels.
fluent guilt(who: character): 0..10

# How much somebody fears: for their life, or what others might come to know.
fluent fear(who: character): 0..10

# How much somebody grieves or is in distress.
fluent distress(who: character): 0..10

# Two have held each other. Whoever saw it knows.
fluent have_held(one: character, other: character) symmetric
    say "{one} and {other} [have] held each other"

# That those who are dear are not in distress.
motive consolation(who: character, whom: character)
    when    who != whom
    weight  holds_dear(who, whom) / 10
    score   -distress(whom) - guilt(whom)

# That one's own heart is light.
motive peace_of_mind(who: character)
    score   -(distress(who) + guilt(who)) / 2
