story doors "Two Ways In"
# Ana wants to be inside, through the door with the key or through the window; Ben may open the door to her.

fluent has_key(who: character)
fluent open()
fluent inside(who: character)
type standing
standing none, given, broken
fluent word(who: character, whom: character): standing = none

character Ana
    wants warmth 3: inside(Ana)
    wants trust 1: word(Ana, Ben) = given
character Ben
    wants company 2: inside(Ana)

action pick_key()
    say  "Ana [pick] the key"
    by   Ana
    when not has_key(Ana)
    then has_key(Ana)

action unlock(who: character)
    by   who
    when not open(), (who = Ben or has_key(who))
    then open()

action enter()
    say  "Ana [go] in"
    by   Ana
    when open(), not inside(Ana)
    then inside(Ana)

action climb()
    say  "Ana [go] in"
    by   Ana
    when not inside(Ana)
    then inside(Ana), if word(Ana, Ben) = given then word(Ana, Ben) = broken

action promise()
    by   Ana
    when word(Ana, Ben) = none
    then word(Ana, Ben) = given

plot
    ending in: inside(Ana)

settings
    events 4
    foresight 3
    depth 1
