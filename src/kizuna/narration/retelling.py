"""Whether other words for a passage still tell what ours do: nothing changed, nothing lost, nothing revealed.

Naive: trust them. Better: what can be seen without understanding. Whom and what ours name, theirs name, the people in
the same order, and nobody and nothing else; most of the words that carry what happens are there; they deny and say *I*
where ours do; nothing that is withheld is said, and it is about as long. Right words can be refused by this, and words
that keep all this and yet lie cannot be: it is a net, no proof. Cost: linear in the text, for each name of the world.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.model.telling import Pattern, Telling
from kizuna.model.world import World
from kizuna.narration.cast import Cast
from kizuna.narration.passages import Passage
from kizuna.narration.vocabulary import FIRST, Names, capitalised, content, denies, named_at, stem, stems, words_of
from kizuna.narration.wordings import words

KEPT = Fraction(2, 3)
"""So many of the words that carry what happens have to stay, rounded up."""
LONGER, SHORTER, ROOM = 3, 3, 80
"""How many times as long, or as short, other words may be; and how many characters they may have in any case."""
MOST_SHOWN = 8
"""So many refused passages are named one by one."""


@dataclass(eq=False)
class Check:
    """Compares passages with what a narrator made of them, in their order."""

    story: World
    telling: Telling
    _said: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.names = Names.of(Cast(self.story))
        self.secret = frozenset(self._secrets())

    def taken(self, passages: Sequence[Passage], answers: Mapping[int, str]) -> tuple[dict[int, str], dict[int, str]]:
        """The words that are taken, and why the others are not, by the numbers of the passages."""
        taken, refused = dict[int, str](), dict[int, str]()
        for passage in passages:
            self._said |= words_of(passage.text)
            if passage.number not in answers:
                continue
            text = " ".join(answers[passage.number].split())
            why = next(self._objections(passage, text), None)
            if why is None:
                taken[passage.number] = text
            else:
                refused[passage.number] = why
        return taken, refused

    def _objections(self, ours: Passage, text: str) -> Iterator[str]:
        if not text.isprintable():
            yield "it holds characters that cannot be printed"
        if len(text) > LONGER * len(ours.text) + ROOM:
            yield f"it is too long ({len(text)} characters for {len(ours.text)})"
        if len(text) * SHORTER < len(ours.text):
            yield f"it is too short ({len(text)} characters for {len(ours.text)})"
        yield from self._lost(ours, text)
        yield from self._added(ours, text)
        yield from self._changed(ours, text)

    @staticmethod
    def _lost(ours: Passage, text: str) -> Iterator[str]:
        """Names and events that are gone."""
        gone = [name for name in (*ours.people, *ours.things) if named_at(name, text) is None]
        if gone:
            yield f"it does not name {', '.join(gone)}"
        there = stems(words_of(text))
        lost = [word for word in ours.words if stem(word) not in there]
        if len(ours.words) - len(lost) < math.ceil(len(ours.words) * KEPT):
            yield f"it loses what happens ({', '.join(lost)})"

    def _added(self, ours: Passage, text: str) -> Iterator[str]:
        """Names, and what is withheld, that our words do not have."""
        fine = {*ours.people, *ours.things, *ours.meant}
        new = [name for name in (*self.names.people_in(text), *self.names.things_in(text)) if name not in fine]
        if new:
            yield f"it names {', '.join(new)}, and our words do not"
        known = stems(self._said)
        secret = [word for word in content(text) if stem(word) in self.secret and stem(word) not in known]
        if secret:
            yield f"it speaks of what is withheld ({', '.join(secret)})"
        kept = stems(word for name in fine for word in words_of(name)) | known
        unknown = [word for word in dict.fromkeys(capitalised(text)) if stem(word.lower()) not in kept]
        if unknown:
            yield f"it speaks of {', '.join(unknown)}, which could be a name"

    def _changed(self, ours: Passage, text: str) -> Iterator[str]:
        """Who does it to whom, whether it happens at all, and who tells it."""
        order = [name for name in self.names.people_in(text) if name in ours.people]
        if order != list(ours.people):
            yield f"it names people in another order ({', '.join(order)})"
        turned = [name for name in order if _done_by(name, text) and not _done_by(name, ours.text)]
        if turned:
            yield f"it makes {', '.join(turned)} the one by whom it is done"
        if denies(text) != denies(ours.text):
            yield "it denies what our words say" if denies(text) else "it does not deny what our words deny"
        if bool(words_of(text) & FIRST) != bool(words_of(ours.text) & FIRST):
            yield "it is told by somebody else"

    def _secrets(self) -> Iterator[str]:
        """The words that could say what is withheld: of its names, and of the phrases that would tell it."""
        for withheld in self.telling.withhold:
            for text in self._texts(withheld.what):
                yield from map(stem, content(text))

    def _texts(self, what: Pattern) -> Iterator[str]:
        yield " ".join(words(what.name))
        for each in (*(what.arguments or ()), what.value):
            if isinstance(each, str) and each not in self.names.people:
                yield " ".join(words(each))
        phrases = [each.say for each in self.story.actions if each.name == what.name]
        phrases += [each.say for each in self.story.fluents if each.name == what.name]
        yield from (_without_slots(phrase) for phrase in phrases if phrase)


def _without_slots(phrase: str) -> str:
    """The words of a phrase without the names that it has room for."""
    parts = phrase.replace("[", "").replace("]", "").split("{")
    return " ".join([parts[0], *(part.partition("}")[2] for part in parts[1:])])


def _done_by(name: str, text: str) -> bool:
    return any(named_at(f"{by} {name}", text) is not None for by in ("by", "by the"))


def refusals(narrator: str, passages: Sequence[Passage], refused: Mapping[int, str]) -> tuple[Diagnostic, ...]:
    """What there is to say of passages whose new words were not taken: a single finding."""
    if not refused:
        return ()
    by_number = {passage.number: passage for passage in passages}
    lines = [f"{_beats(by_number[number])}: {why}" for number, why in refused.items()]
    more = [f"and {len(lines) - MOST_SHOWN} more"] if len(lines) > MOST_SHOWN else []
    shown = "; ".join([*lines[:MOST_SHOWN], *more])
    count = f"{len(refused)} of {len(passages)} passages of the narrator {narrator}"
    message = f"{count} are not taken; our own words stand there."
    return (diagnose("narrator-refused", message, help=f"{shown[:1].upper()}{shown[1:]}."),)


def _beats(passage: Passage) -> str:
    numbers = [str(each.beat) for each in passage.beats]
    return f"beat{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"
