story hood "The Wolf in the Bed"
# After the old tale of the girl with the red hood. What drives it is a false belief about who somebody is: the girl is
# sure that her grandmother lies in the bed. Nobody orders her to go near; she has her own reason, and it is wrong.

# A module of the library: who is alive and awake. (`use people, places` would also bring places and walking.)
use people

# Who notices what, said once: those at the cottage see what is done there. If this line were not here, everyone would
# see everything, and no trick could work.
perceives(observer: character, doer: character):
    able(observer)
    at_cottage(observer)
    at_cottage(doer)

# `wants NAME WEIGHT: CONDITION` is a motive. Hers is met only if it really is her grandmother who lies there; she
# cannot know, so she acts on what she believes.
character Hood "the girl with the red hood" (she)
    wants grandmother_visited 2: at_bedside(Hood) and in_bed = Grandmother

# `fears` is a motive the other way round: it counts as long as the condition is not so.
character Grandmother "her grandmother" (she)
    at_cottage
    fears cupboard 2: shut_away(Grandmother)

# The wolf is a character like the others: whoever acts for reasons is one.
character Wolf "the wolf" (he)
    wants meal 3: swallowed(Hood)

# A fluent is something that can change. This one has a character for its worth: who lies in the bed.
fluent in_bed(): character
    say "{value} [lie] in the bed"

# These are so or not so. At the start they are not, except where a line says so (`at_cottage` below Grandmother).
fluent at_cottage(who: character)
    say "{who} [be] at the cottage"

fluent at_bedside(who: character)
    say "{who} [stand] at the bedside"

fluent shut_away(who: character)
    say "{who} [be] shut away in the cupboard"

fluent swallowed(who: character)
    say "{who} [be] in the belly of the wolf"

# How it stands at the start: in truth, and therefore in everybody's mind.
fact in_bed() = Grandmother

# An action: how it is told, `by` whom it has to be wanted, `when` it is possible, what is so `then`. A way that is walked
# in secret: whoever is not at the cottage yet does not notice who else goes there.
action go_to_cottage(who: character)
    say   "{who} [go] to the cottage"
    by    who
    when  able(who), not at_cottage(who)
    then  at_cottage(who)

# The wolf has to want this, his victim is not asked. The girl is not there to see it, and goes on believing what was so
# before: that is all that makes the trick.
action take_the_place_of(who: character, whom: character)
    say   "{who} [shut] {whom} in the cupboard, [put] on her nightcap and [lie] down in the bed"
    by    who
    when
        who != whom
        able(who)
        at_cottage(who)
        in_bed = whom
        not (some other: character (at_cottage(other) and other != who and other != whom))
    then  shut_away(whom), in_bed() = who

action step_to_the_bed(who: character)
    say   "{who} [step] to the bed"
    by    who
    when  able(who), at_cottage(who), in_bed != who, not shut_away(who)
    then  at_bedside(who)

action swallow(who: character, whom: character)
    say   "{who} [swallow] {whom} whole"
    by    who
    when  able(who), in_bed = who, at_bedside(whom), not swallowed(whom)
    then  swallowed(whom), not at_bedside(whom)

# Where the story should go. Change the ending and ask again - or add a woodcutter who wants to set her free.
plot
    ending swallowed_whole: swallowed(Hood)
