"""Dialogue as in a screenplay: where and who, what is done in the present, and what is said, by whom."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.discourse import Beat, Discourse
from kizuna.english import Lexicon
from kizuna.grounding import GroundWorld
from kizuna.model.world import World
from kizuna.narration.narrator import Narrator, Style
from kizuna.narration.prose import Paragraph, Prose, Says, Sentence
from kizuna.narration.scenes import scenes
from kizuna.narration.speech import speech
from kizuna.narration.wordings import Wording


def dialogue(discourse: Discourse, world: GroundWorld, story: World, words: Lexicon) -> Prose:
    """The scenes of a discourse as they would be played."""
    narrator = Narrator(discourse, world, story, words, Style(present=True, inside=False, shares=False))
    told = [*narrator.opening()]
    for scene in scenes(discourse):
        lines = tuple(line for beat in scene.beats for line in _played(beat, narrator))
        narrator.memory.next_paragraph()
        told.append(Paragraph(lines, scene.heading(narrator.cast).upper()))
    return Prose(story.title or story.name, tuple(told))


def _played(beat: Beat, narrator: Narrator) -> Iterator[Sentence]:
    """A beat as a line that is said, with what is done besides; or as what is done."""
    wording = narrator.events.event(beat)
    narrator.memory.hidden = narrator.events.hidden(beat)
    said = None if beat.veiled or beat.past is not None else speech(wording, narrator.memory)
    if said is None:
        yield from narrator.scene((beat,), goes_on=True)
        return
    trace = narrator.events.trace(beat)
    yield Sentence(said.words, Says.SPEECH, (trace,), speaker=narrator.cast.called(said.speaker))
    if said.rest:
        text, mentions = narrator.plainly(Wording(said.rest, wording.arguments))
        yield Sentence(text, Says.EVENT, (trace,), mentions)
