"""A discourse in, words out, in the form that its telling asks for."""

from __future__ import annotations

from kizuna.discourse import Discourse
from kizuna.english import Lexicon
from kizuna.grounding import GroundWorld
from kizuna.model.telling import Form, Telling
from kizuna.model.world import World
from kizuna.narration.forms import dialogue, outline, synopsis
from kizuna.narration.narrator import narrated
from kizuna.narration.prose import Prose

_FORMS = {Form.PROSE: narrated, Form.SYNOPSIS: synopsis, Form.OUTLINE: outline, Form.DIALOGUE: dialogue}


def narrate(discourse: Discourse, world: GroundWorld, story: World, words: Lexicon | None = None) -> Prose:
    """A discourse in words; ``world`` is ``story`` without variables, ``words`` what its telling adds to English."""
    return _FORMS[discourse.telling.form](discourse, world, story, words or lexicon(discourse.telling))


def lexicon(telling: Telling) -> Lexicon:
    """English with the words that a telling adds: verbs by three forms, nouns by two."""
    verbs = {each[0]: (each[1], each[2]) for each in telling.words if len(each) == 3}
    return Lexicon(verbs, {each[0]: each[1] for each in telling.words if len(each) == 2})
