story identity "Identity: strangers, masks, and who somebody turns out to be"
use people, places, sight, bodies, bonds, danger
# Nobody feels anything for a stranger, whatever they feel for who it is (`bonds` says so): to strike somebody means
# something else once their face is seen. Who is a stranger to whom is a fact: `stranger to Ana`.

# Somebody's face is hidden.
fluent masked(who: character)
    say "{who} [be] masked"

# Who sees somebody's face: whoever sees them at all; in the dark, whoever is near enough to hold the other's life.
define face_to_face(who: character, whom: character):
    able(who)
    (some here: place (at(whom) = here and sees(who, here)) or holds_life(who, whom) or holds_life(whom, who))

# Whoever sees the bare face of somebody whom they know sees who it is. Nobody can put that off.
action recognise(who: character, whom: character)
    say   "{who} [see] that it is {whom}"
    due   who != whom, stranger_to(whom, who), not masked(whom), face_to_face(who, whom)
    then  not stranger_to(whom, who)
    seen  by other: other = who or (able(other) and together(other, who))
