"""A discourse in, words out, in the form that its telling asks for."""

from __future__ import annotations

from dataclasses import replace

from kizuna.discourse import Discourse
from kizuna.english import Lexicon
from kizuna.grounding import GroundWorld
from kizuna.model.telling import Form, Telling
from kizuna.model.world import Existent, World
from kizuna.narration.forms import dialogue, outline, synopsis
from kizuna.narration.narrator import narrated
from kizuna.narration.prose import Prose

_FORMS = {Form.PROSE: narrated, Form.SYNOPSIS: synopsis, Form.OUTLINE: outline, Form.DIALOGUE: dialogue}


def narrate(discourse: Discourse, world: GroundWorld, story: World, words: Lexicon | None = None) -> Prose:
    """A discourse in words; ``world`` is ``story`` without variables, ``words`` what its telling adds to English."""
    titled = replace(story, existents=tuple(_discreet(each, discourse) for each in story.existents))
    known = replace(world, beliefs=tuple(each for each in world.beliefs if str(each[2]) not in discourse.kept))
    return _FORMS[discourse.telling.form](discourse, known, titled, words or lexicon(discourse.telling))


def _discreet(existent: Existent, discourse: Discourse) -> Existent:
    """Somebody or something, without a title that would name what is withheld."""
    return replace(existent, title=None) if existent.name in discourse.untitled else existent


def lexicon(telling: Telling) -> Lexicon:
    """English with the words that a telling adds: verbs by three forms, nouns by two."""
    verbs = {each[0]: (each[1], each[2]) for each in telling.words if len(each) == 3}
    return Lexicon(verbs, {each[0]: each[1] for each in telling.words if len(each) == 2})
