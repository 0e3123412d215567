story team "The team"
# What all five founding stories share: a team of three and its teacher, and what they are to one another. The night that
# one of them left, and what came of it, is in `past.story`, which uses this file; a story that is set on that very night,
# or before it, uses this one alone. One change here, and five stories are others.
#
# A world takes it up by
#     use "../team.story"
# and by declaring whom and what it needs of it: `character Sakura at chamber`, `place road`. Of them it has everything
# that stands below them here, as far as it speaks of nobody else: the bonds between those who are in the world, what they
# believe of one another, title and pronoun. Whatever the world says itself counts instead: `loves Sasuke 3` is another
# strength of the same bond, `believes loves(Sasuke, Sakura) = 5` another belief. Whom it does not declare is only
# remembered: a name in the events below, with no mind and no place in the world. The events change nothing at the
# start; they are there to be told, and are called up by what an action of the world shares with them:
#     cues hair_on_hands(who, whom)
# below an action, or the same people in the same place.
use people, places, bonds

past
    character Kakashi "their teacher" (he)
        cares for Naruto 6
        cares for Sakura 6
        cares for Sasuke 6

    character Sakura (she)
        loves Sasuke 9
        cares for Naruto 5
        cares for Kakashi 6
        believes loves(Sasuke, Sakura) = 1

    # He holds her dearer than he admits, and takes what she feels for less than it is.
    character Sasuke (he)
        loves Sakura 8
        cares for Naruto 4
        believes loves(Sakura, Sasuke) = 3

    # He asks nothing in return.
    character Naruto (he)
        loves Sakura 6
        cares for Sasuke 8
        cares for Kakashi 6

    place field

    become_a_team(Kakashi, Naruto, Sakura, Sasuke, field)
        say "{Kakashi} [make] {Naruto}, {Sakura} and {Sasuke} a team"
        cues side_by_side(Naruto, Sakura), side_by_side(Sakura, Sasuke), side_by_side(Naruto, Sasuke)
