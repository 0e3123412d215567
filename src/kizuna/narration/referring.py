"""Who is meant: a name, an introduction, a pronoun, or *herself*, so that nobody has to guess.

Naive: the name every time. Better: a pronoun for whoever the sentence before, or this one so far, speaks of, if it
speaks of nobody else whom the same pronoun could mean. Salience as in the centering of Grosz, Joshi and Weinstein
(1995), held to the strict side: two women in two sentences are never both *she*. A paragraph begins with names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kizuna.english import Agreement, past, possessive, third
from kizuna.english.lexicon import IRREGULAR, Lexicon
from kizuna.narration.cast import FIRST, SECOND, Cast, Pronoun
from kizuna.narration.phrases import Part, Slot

LONGEST_RUN = 3
"""Sentences in a row in which somebody may be the subject as a pronoun."""


@dataclass(frozen=True, slots=True)
class Mention:
    """That somebody or something is spoken of: the words, and the name of who or what is meant.

    ``apart`` are those whom a pronoun cannot mean where it stands, since it would be *herself*.
    """

    text: str
    name: str
    is_pronoun: bool = False
    apart: tuple[str, ...] = ()


@dataclass
class Memory:
    """What a reader has in mind while reading: who was mentioned in this sentence and the one before.

    ``i`` and ``you`` are whom a narrator or speaker calls so; ``hidden`` are names that must not be said.
    """

    cast: Cast
    i: str = ""
    you: str = ""
    is_past: bool = True
    introduces: bool = True
    hidden: frozenset[str] = frozenset()
    before: tuple[Mention, ...] = ()
    now: list[Mention] = field(default_factory=list)
    introduced: set[str] = field(default_factory=set)
    runs: dict[str, int] = field(default_factory=dict)
    subjects: tuple[str, ...] = ()

    # --- from sentence to sentence -----------------------------------------------------------------------------------

    def next_sentence(self) -> tuple[Mention, ...]:
        """Closes a sentence, and returns whom it mentions."""
        closed = tuple(self.now)
        self.before, self.now, self.subjects = closed, [], ()
        return closed

    def next_paragraph(self) -> None:
        """Begins anew: what came before can be meant by a name only."""
        self.before, self.now, self.subjects = (), [], ()
        self.runs.clear()

    def copy(self) -> Memory:
        """The same memory, to go back to."""
        now, introduced, runs = list(self.now), set(self.introduced), dict(self.runs)
        return replace(self, now=now, introduced=introduced, runs=runs)

    def restore(self, kept: Memory) -> None:
        """Goes back to a copy, which can be gone back to again."""
        again = kept.copy()
        self.now, self.introduced, self.runs = again.now, again.introduced, again.runs
        self.before, self.subjects, self.introduces = kept.before, kept.subjects, kept.introduces

    def speaking(self, speaker: str, hearer: str) -> Memory:
        """The memory of what a speaker says: *I* is the speaker, *you* whoever hears it."""
        return Memory(self.cast, speaker, hearer, False, False, self.hidden)

    # --- one mention -------------------------------------------------------------------------------------------------

    def refer(self, name: str, slot: Slot) -> tuple[str, Agreement]:
        """The words for somebody or something where it stands, and how a verb agrees with them."""
        text, agreement, is_pronoun = self._words(name, slot)
        if slot.part is Part.SUBJECT:
            self.runs[name] = self.runs.get(name, 0) + 1 if is_pronoun else 0
        self.now.append(Mention(text, name, is_pronoun, self._apart(slot) if is_pronoun else ()))
        return text, agreement

    def note(self, names: Iterable[str]) -> None:
        """Notes that somebody was named in words that stand as they are."""
        self.now.extend(Mention(name, name) for name in names)

    def refer_silently(self, text: str, name: str) -> None:
        """Notes that somebody is among those who are meant by a pronoun that stands there already."""
        self.now.append(Mention(text, name, True))

    def _apart(self, slot: Slot) -> tuple[str, ...]:
        """Whom a pronoun cannot mean where it stands: whoever does to somebody what is said there."""
        return self.subjects if slot.reflexive and slot.part is Part.OBJECT else ()

    def is_given(self, name: str, apart: tuple[str, ...] = ()) -> bool:
        """Whether the reader has somebody in mind, and nobody else who could be meant by the same pronoun.

        That is of those in this sentence, if they are one of them; else of those in the one before, too.
        """
        pronoun = self.cast.pronoun(name)
        here = {mention.name for mention in self.now}
        near = (here if name in here else {mention.name for mention in (*self.before, *self.now)}) - set(apart)
        if pronoun is None or name not in near or name in self.hidden:
            return False
        rivals = [other for other in near if other != name and self.cast.pronoun(other) == pronoun]
        return not [other for other in rivals if other not in (self.i, self.you)]

    def together(self, names: tuple[str, ...]) -> bool:
        """Whether *they* can only mean these."""
        people = {m.name for m in self.before if self.cast.is_person(m.name)}
        several = any(self.cast.is_several(m.name) for m in self.before)
        return not self.now and people == set(names) and len(names) > 1 and not several and self.i not in names

    def _words(self, name: str, slot: Slot) -> tuple[str, Agreement, bool]:
        if name in (self.i, self.you):
            pronoun = FIRST if name == self.i else SECOND
            same = slot.reflexive and name in self.subjects
            return _form(pronoun, slot, same), Agreement(1 if name == self.i else 2), True
        if name in self.hidden:
            return self._something(name, slot), Agreement(), False
        known = self.cast.pronoun(name)
        if known is not None and slot.reflexive and self.subjects == (name,):
            return known.reflexive, Agreement(3, known.several), True
        if known is not None and slot.part is Part.OWNER and slot.owned and self.subjects == (name,):
            own = known.owner if self.is_given(name) else f"{known.owner} own"
            return f"{own} {slot.owned}", Agreement(3, known.several), True
        if known is not None and slot.part is not Part.NAMED and self._takes_pronoun(name, slot):
            return _form(known, slot, False), Agreement(3, known.several), True
        return self._named(name, slot), Agreement(3, self.cast.is_several(name)), False

    def _takes_pronoun(self, name: str, slot: Slot) -> bool:
        """Whether a pronoun is both clear and not worn out."""
        mentioned_now = any(mention.name == name for mention in self.now)
        worn = slot.part is Part.SUBJECT and not mentioned_now and self.runs.get(name, 0) >= LONGEST_RUN
        return self.is_given(name, self._apart(slot)) and not worn and not slot.beside

    def _something(self, name: str, slot: Slot) -> str:
        some = "somebody" if self.cast.is_person(name) else "somewhere" if name in self.cast.places else "something"
        return f"{some}'s {slot.owned}".rstrip() if slot.part is Part.OWNER else some

    def _named(self, name: str, slot: Slot) -> str:
        called = self.cast.called(name)
        if slot.part is Part.OWNER:
            if slot.owned and not self.cast.is_person(name):
                return f"the {slot.owned} of {called}"
            return f"{possessive(called)} {slot.owned}".rstrip()
        title = self.cast.title(name)
        if not title or not self.introduces or name in self.introduced or slot.part is Part.NAMED:
            return called
        self.introduced.add(name)
        return self.cast.introduced(name, self._titled(title))

    def _titled(self, title: str) -> str:
        """A title in the tense of the telling, with whoever it names as they are called."""
        told = shifted(title, self.cast.words) if self.is_past else plain_title(title)

        def named(match: re.Match[str]) -> str:
            slot = Slot(match[1], Part.OWNER if match[2] else Part.OBJECT)
            return self.refer(match[1], slot)[0] if match[1] not in self.hidden else self._something(match[1], slot)

        self.introduces = False
        told = re.sub(r"\{(\w+)\}('s)?", named, told)
        self.introduces = True
        return told


def _form(pronoun: Pronoun, slot: Slot, same: bool) -> str:
    if same:
        return pronoun.reflexive
    if slot.part is Part.OWNER:
        return f"{pronoun.owner} {slot.owned}".rstrip()
    return pronoun.subject if slot.part is Part.SUBJECT else pronoun.object


_AUXILIARIES = {"is": "was", "are": "were", "has": "had", "does": "did", "will": "would", "can": "could"}


def backshifted(word: str) -> str:
    """A finite helping verb as it is told of the past: ``was`` for ``is``."""
    return _AUXILIARIES.get(word, word)


def shifted(title: str, words: Lexicon) -> str:
    """A title as it is told of the past: ``who was leaving``, ``who led the village``."""

    def told(match: re.Match[str]) -> str:
        return f"{match[1]} {_past_of(match[2], words)}"

    bracketed = re.sub(r"\[(\w+)\]", lambda match: past(match[1], words), title)
    shifted = re.sub(r"\b(who|and|while \w+) (\w+s)\b", told, bracketed)
    return " ".join(backshifted(word) for word in shifted.split(" "))


def plain_title(title: str) -> str:
    """A title as it is told of the present."""
    return re.sub(r"\[(\w+)\]", lambda match: third(match[1]), title)


def _past_of(word: str, words: Lexicon) -> str:
    if word in _AUXILIARIES:
        return _AUXILIARIES[word]
    for base in (word[:-1], word[:-2], word[:-3] + "y"):
        if third(base) == word and (
            base in IRREGULAR or base in words.verbs or base == word[:-1] or word.endswith("ies")
        ):
            return past(base, words)
    return word
