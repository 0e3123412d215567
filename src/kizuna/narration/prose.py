"""A telling in words: paragraphs of sentences, each of which knows the beats, events and lines that it is from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kizuna.diagnostics import Span
from kizuna.discourse import Link
from kizuna.narration.referring import Mention


class Says(Enum):
    """What a sentence is of: an event, a feeling, an inner voice, a belief, a bond, an aim; or a speaker's words."""

    EVENT = "event"
    FEELING = "feeling"
    VOICE = "voice"
    BELIEF = "belief"
    SPEECH = "speech"
    SETTING = "setting"
    BOND = "bond"
    AIM = "aim"


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a sentence is from: a beat, its event in the fabula (counted from 1; None for one of the past), its action
    with arguments, and the place in the world file that says it can happen (None where no text says so).
    """

    beat: int
    event: int | None
    action: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, what it says, where it is from, whom it mentions, and what bears out its connective, if it has one.

    ``speaker`` is whose words it holds, where it is a line of dialogue. ``narrator`` is whose words these are, empty
    for our own; what a narrator makes of several sentences is one.
    """

    text: str
    says: Says
    traces: tuple[Trace, ...]
    mentions: tuple[Mention, ...] = ()
    link: Link | None = None
    speaker: str = ""
    narrator: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that belong together: one place, one stretch of time. ``heading`` is where and when, if it is said."""

    sentences: tuple[Sentence, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A whole telling in words; as a string, paragraphs with blank lines between.

    ``narrator`` is who else was asked for words; ``repeatable`` says whether the same question has this answer again.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    narrator: str = ""
    repeatable: bool = True

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences in their order."""
        return (sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    def __str__(self) -> str:
        return "\n\n".join(" ".join(each.text for each in paragraph.sentences) for paragraph in self.paragraphs)
