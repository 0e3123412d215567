story past "What they share"
# The past of the five founding stories: a team of three and its teacher, the night one of them left, and the promise to
# bring him back. One change here, and five stories are others.
#
# A world takes it up by
#     use "../past.story"
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

    character Sakura "who had asked {Sasuke} to stay" (she)
        loves Sasuke 9
        cares for Naruto 5
        cares for Kakashi 6
        believes loves(Sasuke, Sakura) = 1

    # He holds her dearer than he admits, and takes what she feels for less than it is.
    character Sasuke "who had left" (he)
        loves Sakura 8
        cares for Naruto 4
        believes loves(Sakura, Sasuke) = 3

    # He asks nothing in return.
    character Naruto "who had promised to bring {Sasuke} back" (he)
        loves Sakura 6
        cares for Sasuke 8
        cares for Kakashi 6

    place field, road, bench, gate

    become_a_team(Kakashi, Naruto, Sakura, Sasuke, field)
        say "{Kakashi} [make] {Naruto}, {Sakura} and {Sasuke} a team"
        cues side_by_side(Naruto, Sakura), side_by_side(Sakura, Sasuke), side_by_side(Naruto, Sasuke)

    # The night he left.
    beg_to_stay(Sakura, Sasuke, road)
        say "{Sakura} [beg] {Sasuke} to stay, or she will scream"
        cues night, weeping(Sakura)
    thank(Sasuke, Sakura, road)
        say "{Sasuke} [step] behind {Sakura} and [thank] her"
        cues night
    knock_out(Sasuke, Sakura, road)
        say "{Sasuke} [strike] {Sakura} unconscious, so that she is spared the farewell"
        cues night
    carry_to_rest(Sasuke, Sakura, bench)
        say "{Sasuke} [carry] {Sakura} to the bench; her hair [touch] his hands, and he [know] how much he [hurt] her"
        cues night, hair_on_hands(Sasuke, Sakura), in_arms(Sasuke, Sakura)
    leave_home(Sasuke, gate)
        say "{Sasuke} [leave] the village"
        cues night

    # The morning after.
    beg_to_bring_back(Sakura, Naruto, Sasuke, gate)
        say "{Sakura} [beg] {Naruto} to bring {Sasuke} back"
        cues weeping(Sakura)
    promise_to_bring_back(Naruto, Sakura, Sasuke, gate)
        say "{Naruto} [promise] {Sakura} to bring {Sasuke} back"
        cues side_by_side(Naruto, Sakura)
