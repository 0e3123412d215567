"""The one table of diagnostic codes.

Each code has a severity, one line of summary and an explanation in the user's words; ``docs/codes.md`` is generated
from it, and ``tests/diagnostics/examples`` holds a broken example and its expected rendering for each.
"""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """One kind of finding: its severity (``error``, ``warning``, ``advice``), a summary and what to do about it."""

    severity: str
    summary: str
    explanation: str


CODES: dict[str, Code] = {
    # --- files ---------------------------------------------------------------------------------------------------
    "file-not-found": Code("error", "There is no such file or shipped world.", "Check the spelling of the path."),
    "file-unreadable": Code(
        "error", "The file cannot be read as text.", "World files are UTF-8 text; save the file as UTF-8."
    ),
    "file-too-large": Code("error", "The file is larger than a world can be.", "World files stay below 4 MB."),
    "file-exists": Code("error", "There is such a file already.", "Nothing is ever overwritten; choose another name."),
    "unusable-name": Code("error", "A name that no story or file can have.", "Use letters, digits and `_`."),
    "unknown-language": Code(
        "error",
        "It is not clear which language the file is in.",
        "Let its name end in .story or .txt, or say --language.",
    ),
    # --- reading ---------------------------------------------------------------------------------------------------
    "empty-world": Code("error", "The file says nothing.", "A world needs at least one definition."),
    "unexpected-character": Code("error", "A character that the language has no use for.", "Remove it."),
    "unclosed": Code("error", "A bracket or comment is never closed.", "Close it, or remove the opening one."),
    "syntax": Code("error", "The words do not form a definition.", "Compare with the language reference."),
    "nested-too-deeply": Code(
        "error", "Expressions are nested more deeply than the reader follows.", "Split the expression up."
    ),
    # --- the .story language ---------------------------------------------------------------------------------------
    "bad-indentation": Code(
        "error", "The indentation does not say where a line belongs.", "Indent with spaces, four for each level."
    ),
    "unknown-keyword": Code(
        "error", "No line begins with this word here.", "Correct the spelling, or compare with the language reference."
    ),
    "misplaced-line": Code("error", "A line that belongs somewhere else.", "Move it below what it belongs to."),
    "empty-block": Code("error", "A heading with nothing below it.", "Indent its lines below it, or remove it."),
    "repeated-section": Code("error", "A section that may stand once stands twice.", "Make one of the two."),
    "missing-type": Code("error", "A name without a type.", "Write the type behind a colon: `who: character`."),
    "mixed-and-or": Code(
        "error", "Readers could differ about what belongs together.", "Put brackets around what belongs together."
    ),
    "chained-comparison": Code(
        "error", "Two comparisons stand in one chain.", "Write them one by one, with `and` between them."
    ),
    "not-a-condition": Code("error", "A change stands where a condition is needed.", "Say what has to be so."),
    "wrong-operator": Code(
        "error", "A sign of another language.", "The signs are `= != < <= > >= + - * /`, the words `and`, `or`, `not`."
    ),
    "wrong-quotes": Code("error", "Quotes of another kind.", "Texts stand in straight double quotes."),
    # --- names and types -------------------------------------------------------------------------------------------
    "unknown-name": Code("error", "A name that nothing declares.", "Declare it, or correct the spelling."),
    "unknown-type": Code("error", "A type that nothing declares.", "Declare it, or correct the spelling."),
    "duplicate-definition": Code(
        "error", "Two definitions claim the same name and arguments.", "Rename or remove one of them."
    ),
    "type-cycle": Code("error", "A type is its own ancestor.", "Remove one of the parents."),
    "type-mismatch": Code("error", "A value of the wrong type.", "Give a value of the type that the place asks for."),
    "not-an-effect": Code(
        "error", "An expression that does not say what to change.", "Effects assign values; they cannot offer choices."
    ),
    "contradictory-effects": Code(
        "error", "One event gives the same fluent two values.", "Make one of them conditional, or remove it."
    ),
    # --- outlines --------------------------------------------------------------------------------------------------
    "no-outline": Code("error", "An outline without events.", "Write one event a line: who does what."),
    "unreadable-line": Code(
        "error",
        "A line of an outline that is nothing that can happen in the world.",
        "Write an action with its arguments, or the sentence that it is told in.",
    ),
    "impossible-event": Code(
        "error",
        "An event of an outline that cannot happen where it stands.",
        "Let something make its conditions so before it, or move it.",
    ),
    "no-reason": Code(
        "error",
        "Somebody has no reason for what an outline lets them do.",
        "Give them one: an event before it, a belief, another weight.",
    ),
    "not-known": Code(
        "error",
        "Somebody does what they hold for impossible.",
        "Let them learn what they would have to know.",
    ),
    "not-permitted": Code(
        "error",
        "Somebody would not put up with what happens.",
        "Let it cost them less, or let them be unable to resist.",
    ),
    "unfilled-gap": Code(
        "error", "Nothing fills a gap of an outline within the limits.", "Say what happens in it, or allow more events."
    ),
    "ambiguous-line": Code(
        "warning", "A line of an outline that can be read in several ways.", "Write the action that is meant."
    ),
    "open-line": Code(
        "warning", "Whether a line of an outline holds was not proven.", "Allow more work, or narrow the limits."
    ),
    "settled": Code(
        "advice", "A finding that the author means to be so.", "Take the mark away to have it count again."
    ),
    "planted-unused": Code(
        "advice",
        "An event that nothing later in an outline makes use of, and that is nothing to anybody who wills it.",
        "Let something come of it, or leave it out.",
    ),
    "change-of-heart": Code(
        "advice",
        "Somebody drops what they had in mind, though all has come as they thought.",
        "Let something happen that changes their mind.",
    ),
    "forgotten-word": Code(
        "advice",
        "Somebody's word is still open at the end of the outline.",
        "Let it be kept, broken or released.",
    ),
    "broken-word": Code(
        "advice", "Somebody breaks their word by what they do.", "Leave it if it is meant; it has been noticed."
    ),
    "nothing-to-settle": Code("advice", "A mark that settles nothing.", "Take `# meant: ...` away."),
    "long-outline": Code("warning", "An outline too long to be read as a whole.", "Tell one event a line."),
    # --- stories ---------------------------------------------------------------------------------------------------
    "unknown-module": Code("error", "A module that cannot be found.", "Check its name, or the path beside the file."),
    "module-cycle": Code("error", "Modules that use each other in a circle.", "Move what they share into a third."),
    "unknown-setting": Code("error", "A setting that means nothing.", "Use one of the settings that there are."),
    "unreadable-telling": Code(
        "error",
        "A line of a telling that cannot be read.",
        "Compare with what docs/understanding/telling.md says of it.",
    ),
    "wrong-arguments": Code(
        "error", "A fluent, action or the like at arguments that it does not take.", "Compare with its declaration."
    ),
    "shadowed-name": Code("error", "A name that would stand for two at once.", "Choose another name for one of them."),
    "derived-cycle": Code("error", "Derived fluents that follow from each other.", "Let one be a plain fluent."),
    "assigned-derived": Code("error", "A derived fluent cannot be changed.", "Change what it is derived from."),
    "wrong-bounds": Code(
        "error", "Bounds that no number fits, or a number outside them.", "Put the lower bound first."
    ),
    "not-symmetric": Code(
        "error", "Only two parameters of one type can change places.", "Leave `symmetric` out, or fix the parameters."
    ),
    "negative-weight": Code("error", "Nobody cares less than not at all.", "Use `fears`, or turn the score round."),
    "not-constant": Code(
        "error", "Something that changes where only names can be asked about.", "Use the parameters only."
    ),
    "contradictory-facts": Code("error", "Something is given two worths at the start.", "Remove one of them."),
    "unused-parameter": Code("warning", "A parameter that nothing is said about.", "Use it, or leave it out."),
    # --- warnings --------------------------------------------------------------------------------------------------
    "surprising-binding": Code(
        "warning", "Read otherwise than most people would read it.", "Add brackets to say which reading is meant."
    ),
    "implicit-type": Code(
        "warning", "A type that only an existent mentions is created silently.", "Declare the type if it is meant."
    ),
    "overlapping-definitions": Code(
        "warning", "Two definitions accept the same arguments; the first always wins.", "Make their types disjoint."
    ),
    "no-effect": Code("warning", "An action that changes nothing is left out.", "Give it an effect, or remove it."),
    # --- loose ends ------------------------------------------------------------------------------------------------
    "impossible-action": Code(
        "warning",
        "An action that can never happen, even if everybody agrees to everything.",
        "Let its conditions be so at the start, or let something that can happen make them so.",
    ),
    "idle-rule": Code(
        "warning",
        "A rule that can never fire, even if everybody agrees to everything.",
        "Let its conditions be so at the start, or let something that can happen make them so.",
    ),
    "unset-fluent": Code(
        "warning", "A fluent that is asked about and never so.", "Set it at the start, or let something make it so."
    ),
    "out-of-reach": Code(
        "warning",
        "A place or thing that nothing can ever happen with.",
        "Give it a way, a place or a part; or leave it out.",
    ),
    "settled-matter": Code(
        "warning",
        "A matter of which it is settled for ever whether it holds: a word on it is a word about nothing.",
        "Let something that can happen decide it.",
    ),
    "unspoken-topic": Code(
        "warning",
        "A topic that nobody can ever say or hear of.",
        "Let there be somebody who can say it where another hears it, or leave it out.",
    ),
    "unheeded-fact": Code(
        "warning",
        "Something is said only for events that can never happen.",
        "Let what these events ask for be so as well, or leave it out.",
    ),
    "weight-below-zero": Code(
        "warning", "Somebody cares less than not at all for something.", "Turn the score round, or change the number."
    ),
    "unmoved-motive": Code(
        "warning", "A motive that is worth the same whatever happens.", "Let something that can happen change it."
    ),
    "wants-nothing": Code(
        "warning",
        "An action waits for the will of somebody who wants nothing.",
        "Give them something to want, or leave them out of `by`.",
    ),
    "over-at-start": Code(
        "warning", "The plot is over before anything happens.", "Ask for something that is not yet so."
    ),
    "unreachable-step": Code(
        "warning",
        "A step of the plot that no story can get to, even if everybody agrees to everything.",
        "Let something that can happen make it so, at its turn.",
    ),
    "unreachable-ending": Code(
        "warning",
        "An ending that nothing can lead to, even if everybody agrees to everything.",
        "Let something that can happen make it so.",
    ),
    "racing-rules": Code(
        "warning",
        "Two rules are ready at once, and their order decides how things end up.",
        "Let one rule's condition rule the other out, or put the one first that should win.",
    ),
    "endless-rules-later": Code(
        "warning",
        "Rules that can come to set each other off for ever.",
        "Let every rule make its own condition false.",
    ),
    # --- grounding and running -------------------------------------------------------------------------------------
    "world-too-large": Code(
        "error", "The world has more ground actions than the engine takes.", "Give parameters narrower types."
    ),
    "endless-rules": Code(
        "error", "Rules that set each other off for ever.", "Let every rule make its own condition false."
    ),
    "division-by-zero": Code("error", "A number is divided by zero.", "Guard the division with a condition."),
    # --- answers ---------------------------------------------------------------------------------------------------
    "no-story": Code(
        "warning", "There is no such story within the limits.", "Widen the limits, or give someone a reason."
    ),
    "not-found": Code(
        "warning", "No such story was found before the search stopped.", "Allow more work, or narrow the limits."
    ),
    "near-miss": Code(
        "warning", "A story lacks a single reason.", "Change the weight or the belief that is named, if that is meant."
    ),
    "saved-story-unreadable": Code("error", "The file holds no saved story.", "Save one with `kizuna find --save`."),
    "cannot-save": Code("error", "The result cannot be written.", "Check the path and the room on the disk."),
    "nothing-to-tell": Code(
        "error",
        "There is nothing to tell in this way.",
        "Tell it through somebody who perceives something, or withhold less.",
    ),
    "shown-already": Code(
        "warning",
        "Something is withheld that the reader is shown all the same.",
        "Withhold what shows it as well, or do not withhold it.",
    ),
    "never-happens": Code(
        "warning",
        "A telling speaks of an event or a fact that this story does not have.",
        "Name one that it has, or take the line out.",
    ),
    "begin-unused": Code(
        "warning",
        "A telling says what it begins with, and its order begins at the start.",
        "Say `order medias-res` or `order flashforward`, or take the line out.",
    ),
    "nothing-recalled": Code(
        "warning",
        "Flashbacks are asked for, and nothing calls one up.",
        "Give an event of the past and an action of the story a cue that they share.",
    ),
    "unknown-narrator": Code(
        "error", "Nobody who is installed narrates under this name.", "Install the package, or correct the name."
    ),
    "narrator-unusable": Code(
        "error", "A narrator cannot be used.", "Give what it needs, or correct or replace the package that offers it."
    ),
    "narrator-silent": Code(
        "warning",
        "A narrator has no words for some of a telling; our own stand there.",
        "Ask again, or find out why it does not answer.",
    ),
    "narrator-refused": Code(
        "warning",
        "The words of a narrator change, lose or reveal something, so our own stand there.",
        "Nothing has to be done. Asked again, it may find better words.",
    ),
    "pictures-missing": Code(
        "error", "The library that draws pictures is not installed.", "Install kizuna with its extra `pictures`."
    ),
    "nothing-to-feel": Code(
        "error", "There is no story of which to say what is felt.", "Find one first, and ask what is felt in it."
    ),
    "nothing-to-change": Code(
        "error", "There is no story to ask what else could be.", "Find one first, or give a saved one."
    ),
    "no-such-event": Code("error", "A story has no event of that number.", "Count the events from 1."),
    "unreadable-feeling": Code(
        "warning",
        "A definition that says what people feel by, and does not begin with the characters it is of.",
        "Give it the parameters that it has to have, or another name.",
    ),
    "story-of-another-world": Code(
        "error", "The story was found in another world or version of it.", "Find it again in this world."
    ),
    "story-does-not-hold": Code(
        "error", "An event of the story cannot happen in the world.", "Validate the story to see where it breaks."
    ),
    # --- sweeps ------------------------------------------------------------------------------------------------------
    "empty-range": Code("error", "A range with nothing in it.", "Write the smaller number first: `0..10`."),
    "out-of-bounds": Code(
        "error", "A number that the fluent can never be worth.", "Stay within the bounds that its definition gives."
    ),
    "varies-twice": Code("error", "The same thing varies along two axes.", "Say all of its worths in one."),
    "too-many-cells": Code(
        "error", "The sweep would have very many cells.", "Take longer steps, or say --yes if you mean it."
    ),
    "no-endings": Code(
        "error", "There are no endings to ask about.", "Name endings in the plot, or say some with --ending."
    ),
    "no-such-cell": Code("error", "The sweep has no such cell, or has not answered it.", "Count the cells from 0."),
    "store-unreadable": Code(
        "error", "The store of a sweep cannot be read, or is no store.", "Choose another file for --store."
    ),
    "store-of-another-sweep": Code(
        "error",
        "The store keeps another sweep, or one of another world or version.",
        "Ask the same again, or choose another file for --store.",
    ),
    "worker-lost": Code(
        "error", "Workers were lost again and again at the same cell.", "Give them more memory, or less work a cell."
    ),
    "cluster-missing": Code(
        "error", "The library that reaches a cluster is not installed.", "Install kizuna with its extra `cluster`."
    ),
    "scheduler-unreachable": Code(
        "error", "The scheduler of the cluster cannot be used.", "Start it, or correct its address."
    ),
}
