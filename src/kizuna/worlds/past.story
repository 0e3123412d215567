story past "What they share"
# The past of the founding stories that are set later: the night one of the team left, and the promise to bring him back.
# One change here, and they are others. Who they are, and what they are to one another, is in `team.story`, which also
# says how a world takes this up: `use "../past.story"`.
use "team.story"

past
    character Sakura "who had asked {Sasuke} to stay"
    character Sasuke "who had left"
    character Naruto "who had promised to bring {Sasuke} back"

    place field, road, bench, gate

    # The night he left.
    beg_to_stay(Sakura, Sasuke, road)
        say "{Sakura} [beg] {Sasuke} to stay, or {Sakura} [will] scream"
        cues night, weeping(Sakura)
    thank(Sasuke, Sakura, road)
        say "{Sasuke} [step] behind {Sakura} and [thank] {Sakura}"
        cues night
    knock_out(Sasuke, Sakura, road)
        say "{Sasuke} [strike] {Sakura} unconscious, so that {Sakura} [be] spared the farewell"
        cues night
    carry_to_rest(Sasuke, Sakura, bench)
        say "{Sasuke} [carry] {Sakura} to the bench; the hair of {Sakura} [touch] the hands of {Sasuke}, and {Sasuke} [know] how much {Sasuke} [hurt] {Sakura}"
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
