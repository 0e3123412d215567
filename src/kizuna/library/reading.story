story reading "Reading: what a face gives away"
use people, places, sight, bonds, danger, orders
# Some see in another's open eyes what they feel. Nobody chooses to find it out: it is perceived, in light, of whoever has
# shown themselves by a deed and a word: they struck, and whom they struck knows why.

# Who can read a face.
fluent reads_faces(who: character)
    say "{who} [read] faces"

# Somebody has looked into somebody's heart.
fluent has_read(who: character, whom: character)
    say "{who} [have] read the heart of {whom}"

# Who sees whom into the eyes.
define eye_to_eye(who: character, whom: character):
    able(whom)
    some here: place (at(who) = here and at(whom) = here and sees(who, here))

# Whose heart lies open before whom.
define shows_heart(whom: character, who: character):
    has_struck_at(whom, who)
    who believes is_sent_against(whom, who)

# Somebody struck by one who loves them sees that they did not want it; how dear they are to them is then no secret.
action read_heart(who: character, whom: character)
    say   "{who} [see] in the eyes of {whom} that {whom} [do] not want this"
    due
        who != whom
        reads_faces(who)
        eye_to_eye(who, whom)
        shows_heart(whom, who)
        loves(whom, who) >= 5
        not has_read(who, whom)
    then  has_read(who, whom)
    seen  by other: other = who or other = whom
