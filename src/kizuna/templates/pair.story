story pair
# A small world to change. What follows a # is a comment: kizuna does not read it.
# Read it from top to bottom once, then change names, places and wishes until it is yours.

# What kizuna already knows how to do: who is alive and awake, and how people walk about.
use people, places

# The places, and which of them lie side by side.
place kitchen, garden
path kitchen - garden

# The cast. A character has a name, perhaps a description and a pronoun, and a place to begin at.
# `wants` gives a reason to act: a name for the wish, how strong it is, and what would have to be so.
character Ana "the elder sister" (she) at kitchen
    wants brother_cheered 2: not sad(Ben)
    # Ben will not come to her, and she would rather stay indoors. The stronger wish wins.
    wants warmth 1: at(Ana) = kitchen

# What is said below a character is so at the start.
character Ben "her brother" (he) at garden
    wants cheer 1: not sad(Ben)
    sad

# Something that is so or not so, and how it is said.
fluent sad(who: character)
    say "{who} [be] sad"

# Something that can be done: how it is told, who has to want it, when it is possible, what it changes.
action comfort(who: character, whom: character)
    say   "{who} [comfort] {whom}"
    by    who
    when  who != whom, able(who), together(who, whom), sad(whom)
    then  not sad(whom)

# The ending that you hope for. kizuna looks for a way there in which everyone has reasons of their own.
plot
    ending cheered: not sad(Ben)
