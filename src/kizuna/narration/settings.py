"""How things are when a story begins: what is so of several in one sentence, and not too much of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kizuna.model.values import Value
from kizuna.narration.cast import Cast
from kizuna.narration.wordings import Facts, Wording, taken_apart

FEWEST = 2
"""Less than so much about how things are is not worth a paragraph."""
MOST = 3
"""Clauses about how things are."""
_SUBJECT = re.compile(r"\{(\w+)\} \[")


def setting_phrases(facts: Sequence[str], words: Facts, cast: Cast) -> Iterator[Wording]:
    """Facts about places and things in the phrases of their world; those that have none are not said.

    What is so of people their titles and bonds say, and what they do, unless the telling has a phrase for it.
    """
    said: dict[tuple[str, tuple[object, ...]], list[Wording]] = {}
    for fact in facts:
        wording = words.wording(fact, True)
        about = next(iter(taken_apart(fact)[1]), "")
        if about in cast.world.characters and taken_apart(fact)[0] not in words.phrases:
            continue
        if wording is not None and not wording.phrase.startswith("it is not so"):
            said.setdefault(_kind(wording), []).append(wording)
    several = sorted(said.values(), key=lambda each: -len(each))[:MOST]
    alike = sorted(map(together, several), key=lambda each: _is_of_people(each, cast))
    if len(alike) >= FEWEST:
        yield _joined(alike)


def _is_of_people(wording: Wording, cast: Cast) -> bool:
    subject = _SUBJECT.match(wording.phrase)
    return subject is not None and str(wording.arguments.get(subject[1])) in cast.world.characters


def _joined(several: list[Wording]) -> Wording:
    """All of it in one sentence."""
    phrases: list[str] = []
    slots: dict[str, Value] = {}
    for place, each in enumerate(several):
        phrases.append(re.sub(r"\{(\w+)\}", rf"{{s{place}\1}}", each.phrase))
        slots |= {f"s{place}{name}": value for name, value in each.arguments.items()}
    return Wording(f"{'; '.join(phrases[:-1])}, and {phrases[-1]}", slots)


def _kind(wording: Wording) -> tuple[str, tuple[object, ...]]:
    """The phrase, and what it is about besides its subject."""
    subject = _SUBJECT.match(wording.phrase)
    rest = {name: value for name, value in wording.arguments.items() if subject is None or name != subject[1]}
    return wording.phrase, tuple(sorted(map(str, rest.items())))


def together(alike: list[Wording]) -> Wording:
    """One sentence of several subjects."""
    subject = _SUBJECT.match(alike[0].phrase)
    if subject is None or len(alike) == 1:
        return alike[0]
    slots = {f"{subject[1]}{place}": each.arguments[subject[1]] for place, each in enumerate(alike)}
    *first, last = (f"{{{name}}}" for name in slots)
    rest = alike[0].phrase[subject.end() - len("[") :]
    return Wording(f"{', '.join(first)} and {last} {rest}", {**alike[0].arguments, **slots})
