"""A synopsis: scene by scene what happens, in the present, without anybody's inside."""

from __future__ import annotations

from kizuna.discourse import Discourse
from kizuna.english import Lexicon
from kizuna.grounding import GroundWorld
from kizuna.model.world import World
from kizuna.narration.narrator import Narrator, Style
from kizuna.narration.prose import Paragraph, Prose
from kizuna.narration.scenes import Scene, scenes


def synopsis(discourse: Discourse, world: GroundWorld, story: World, words: Lexicon) -> Prose:
    """The scenes of a discourse, numbered, each a paragraph under its heading."""
    narrator = Narrator(discourse, world, story, words, Style(present=True, inside=False))
    told = [*narrator.opening()]
    told += [_told(number, scene, narrator) for number, scene in enumerate(scenes(discourse), 1)]
    return Prose(story.title or story.name, tuple(told))


def _told(number: int, scene: Scene, narrator: Narrator) -> Paragraph:
    return Paragraph(narrator.scene(scene.beats), f"{number}. {scene.heading(narrator.cast)}")
