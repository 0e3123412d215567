story question "A question"
# Ben would like to know whether Ana is the thief. She is, and can say so, deny it, or say nothing.
use words

place hall

character Ana at hall
    fears shame 2: Ben believes stole(Ana)
    honest 1
    hides theft
    is burdened by theft 1/2
character Ben at hall
    curious about theft 1
    believes stole(Ana) = unknown

fluent stole(who: character)
    say "{who} [be] a thief"

fact stole(Ana), Ana believes Ben believes stole(Ana) = unknown

topic theft(): stole(Ana)

settings
    foresight 2
    depth 1
