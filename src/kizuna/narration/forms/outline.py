"""An outline: an event a line, in the order in which they happen, as ``kizuna outline`` reads it.

What the telling leaves out or veils is a gap, `...`; what is of the past is a comment.
"""

from __future__ import annotations

from kizuna.discourse import Discourse
from kizuna.english import Lexicon
from kizuna.grounding import GroundWorld
from kizuna.model.world import World
from kizuna.narration.cast import Cast
from kizuna.narration.events import Events
from kizuna.narration.plain import sentence
from kizuna.narration.prose import Paragraph, Prose, Says, Sentence

GAP = "..."


def outline(discourse: Discourse, world: GroundWorld, story: World, words: Lexicon) -> Prose:
    """The events that are told, in the order of the fabula, with a gap wherever others are not."""
    events = Events(world, Cast(story, words))
    lines: list[Sentence] = []
    for event in range(1, len(discourse.fabula.events) + 1):
        beat = discourse.told(event)
        if beat is None or beat.veiled or beat.unnamed:
            if not lines or lines[-1].text != GAP:
                lines.append(Sentence(GAP, Says.EVENT, ()))
        else:
            text = sentence(world.actions[world.action_ids[beat.action]], world)
            lines.append(Sentence(text, Says.EVENT, (events.trace(beat),)))
    return Prose(story.title or story.name, (Paragraph(tuple(lines)),) if lines else ())
