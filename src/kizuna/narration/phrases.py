"""The phrases of a world, taken apart: who or what stands where, and of whom each verb is said.

Naive: put the names in and inflect the words in brackets. Better: find for every verb the words that it is said of, so
that `{who} and {whom} [hold] each other` gets a plural, and what follows an *and* shares its subject with what stands
before; and find for every name the part that it plays, so that it can become a pronoun in the right case. Nothing else
of English is understood; whoever wrote the phrase did that. Cost: one pass over the words, once a phrase.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from kizuna.english import is_plural
from kizuna.english.lexicon import each_of


class Part(Enum):
    """The part that somebody plays in a clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    OWNER = "owner"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of an argument. ``reflexive``: were it whoever the clause is about, it would be *herself*.

    ``owned`` is what follows as theirs (``the throat of {whom}``), ``introduced`` the preposition before it, if any;
    ``beside`` says that it is one of several between which an *and* stands.
    """

    name: str
    part: Part = Part.OBJECT
    reflexive: bool = False
    owned: str = ""
    introduced: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb in its base form, and of what it is said: slots, or words that are ``several`` or one thing.

    ``shares`` says that its subject is that of the verb before, with which it may share an auxiliary too. ``inner`` is
    how many *that* and *whether* it stands behind.
    """

    base: str
    subjects: tuple[str, ...] = ()
    several: bool = False
    shares: bool = False
    inner: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stay as they are, but for their tense: ``inner`` as with verbs."""

    text: str
    inner: int = 0


Token: TypeAlias = Slot | Verb | Words

_TOKEN = re.compile(
    r"the (?P<owned>[a-z]+) of \{(?P<of>[^{}]*)\}|\{(?P<owner>[^{}]*)\}'s|\{(?P<slot>[^{}]*)\}|\[(?P<verb>[^\[\]]*)\]"
    r"|(?P<words>[^{}\[\] ]+)|(?P<space> +)"
)
_BOUNDARIES = frozenset(
    ("that", "whether", "what", "who", "where", "how", "why", "because", "so", "while", "when", "if", "or")
)
_INNER = frozenset(("that", "whether", "what", "who", "where", "how", "why", "because", "while", "when", "if"))
_PLAIN = {"is": "be", "has": "have", "does": "do"}
_JOINS = frozenset(("and", "then", "but"))
_PREPOSITIONS = frozenset(
    each_of(
        "of to from in into with on for against about by at beside behind between past over out up off after  before "
    )
)
_ADVERBS = frozenset(("openly", "secretly", "now", "still", "never", "always", "only", "not", "then", "also"))


@lru_cache(maxsize=4096)
def parse(phrase: str) -> tuple[Token, ...]:
    """A phrase in its tokens: words and spaces as they stand, slots and verbs with the parts that they play."""
    tokens = [_token(match) for match in _TOKEN.finditer(phrase)]
    _find_plain_verbs(tokens)
    for place, token in enumerate(tokens):
        if isinstance(token, Verb):
            _give_subject(tokens, place, token)
    return tuple(_mark_objects(tokens))


def _token(match: re.Match[str]) -> Token:
    if match["owned"]:
        return Slot(match["of"], Part.OWNER, owned=match["owned"])
    if match["owner"]:
        return Slot(match["owner"], Part.OWNER)
    if match["slot"]:
        return Slot(match["slot"])
    if match["verb"]:
        return Verb(match["verb"])
    return Words(match[0])


def _find_plain_verbs(tokens: list[Token]) -> None:
    """Takes *is* and *has* right behind a name for verbs in brackets."""
    for place in range(2, len(tokens)):
        token = tokens[place]
        if isinstance(token, Words) and token.text in _PLAIN and isinstance(tokens[place - 2], Slot):
            tokens[place] = Verb(_PLAIN[token.text])


def _give_subject(tokens: list[Token], place: int, verb: Verb) -> None:
    """Finds of what the verb at ``place`` is said."""
    before = [
        n for n in range(_clause(tokens, place), place) if not _is_space(tokens[n]) and not _is(tokens[n], _ADVERBS)
    ]
    inner = sum(_is(token, _INNER) for token in tokens[:place])
    slots = [n for n in before if isinstance(tokens[n], Slot)]
    plain = [token.text for n in before if isinstance(token := tokens[n], Words)]
    if not before:
        relative = _relative(tokens, place)
        if relative is not None:
            tokens[place] = replace(verb, subjects=(relative,), inner=inner)
        else:
            tokens[place] = replace(verb, shares=True, inner=0 if _goes_back(tokens, place) else inner)
    elif _is_name(tokens, before) and all(text in ("and", ",") for text in plain):
        for n in slots:
            slot = tokens[n]
            if isinstance(slot, Slot) and slot.part is not Part.OWNER:
                tokens[n] = replace(slot, part=Part.SUBJECT)
        owner = tokens[slots[0]]
        owned = owner.owned if isinstance(owner, Slot) else ""
        names = () if owned else tuple(slot.name for n in slots if isinstance(slot := tokens[n], Slot))
        tokens[place] = replace(verb, subjects=names, several=is_plural(owned) if owned else False, inner=inner)
    elif _is_name(tokens, before, alone=True) and not _is(tokens[before[-2]], _PREPOSITIONS | _JOINS):
        slot = tokens[before[-1]]
        assert isinstance(slot, Slot)
        tokens[before[-1]] = replace(slot, part=Part.SUBJECT)
        tokens[place] = replace(verb, subjects=(slot.name,), inner=inner)
    else:
        tokens[place] = replace(verb, several=_is_several(tokens, before), inner=inner)


def _is_name(tokens: list[Token], before: list[int], alone: bool = False) -> bool:
    """Whether a slot stands right before; ``alone``, and is not only whose something is."""
    slot = tokens[before[-1]]
    return isinstance(slot, Slot) and not (alone and slot.part is Part.OWNER)


def _clause(tokens: list[Token], place: int) -> int:
    """Where the clause begins whose verb stands at ``place``."""
    first = next((n + 1 for n in range(place - 1, -1, -1) if isinstance(tokens[n], Verb)), 0)
    for n in range(place - 1, first - 1, -1):
        token = tokens[n]
        ends = isinstance(token, Words) and token.text[-1] in ",;:" and not _is_listing(tokens, n, first)
        if _is(token, _BOUNDARIES) or ends or (first > 0 and _is(token, _JOINS) and not _joins_subjects(tokens, n)):
            return n + 1
    if first == 0:
        return 0
    return first if any(isinstance(tokens[n], Slot) for n in range(first, place)) else place


def _joins_subjects(tokens: list[Token], place: int) -> bool:
    """Whether an *and* stands between two names with which a clause begins: `that {one} and {other} [have]`."""
    before = [token for token in tokens[max(0, place - 4) : place] if not _is_space(token)]
    return len(before) > 1 and isinstance(before[-1], Slot) and _is(before[-2], _BOUNDARIES)


def _goes_back(tokens: list[Token], place: int) -> bool:
    """Whether a verb that shares its subject does so with the first one: `tells that it is a walk, and goes`."""
    said = [token.text for token in tokens[max(0, place - 4) : place] if isinstance(token, Words) and token.text != " "]
    return len(said) > 1 and said[-1] == "and" and said[-2].endswith(",")


def _is_listing(tokens: list[Token], comma: int, first: int) -> bool:
    """Whether a comma stands between subjects: ``{a}, {b} and {c}``; only at the beginning of a phrase."""
    return first == 0 and all(isinstance(t, Slot) or _is_space(t) or _is(t, {",", "and"}) for t in tokens[:comma])


def _relative(tokens: list[Token], place: int) -> str | None:
    """What a verb right behind *that* or *who* is said of: ``{what} that [lead] to``."""
    said = [token for token in tokens[:place] if not _is_space(token)]
    if len(said) > 1 and _is(said[-1], {"that", "who", "which"}) and isinstance(slot := said[-2], Slot):
        return slot.name
    return None


def _is_several(tokens: list[Token], before: list[int]) -> bool:
    """Whether words that a verb is said of mean several: by the last noun before a preposition."""
    head = ""
    for n in before:
        token = tokens[n]
        if isinstance(token, Slot) and token.owned:
            return is_plural(token.owned)
        if _is(token, _PREPOSITIONS) and head:
            break
        if isinstance(token, Words):
            head = token.text.strip(",;:")
    return head in ("they", "we", "you", "both") or is_plural(head)


def _mark_objects(tokens: list[Token]) -> list[Token]:
    """The tokens, with what can be reflexive, what has to be named, and how deep words stand."""
    inner, slots_since = 0, 0
    for place, token in enumerate(tokens):
        if isinstance(token, Verb):
            slots_since = 0
        elif _is(token, _INNER):
            inner, slots_since = inner + 1, 1
        elif _is(token, {"to"}) and not isinstance(tokens[min(place + 2, len(tokens) - 1)], Slot):
            slots_since = 1
        if isinstance(token, Words):
            tokens[place] = Words(token.text, inner)
        elif isinstance(token, Slot):
            tokens[place] = _in_place(tokens, place, token, slots_since == 0)
    return tokens


def _in_place(tokens: list[Token], place: int, slot: Slot, reflexive: bool) -> Slot:
    """A slot with the part that it plays where it stands."""
    said = [each for each in tokens[max(0, place - 4) : place] if not _is_space(each)]
    last = said[-1] if said else None
    if isinstance(last, Words) and _is(last, _PREPOSITIONS):
        slot = replace(slot, introduced=last.text)
    if slot.part is not Part.OBJECT:
        return slot
    if _is_predicate(said):
        follows = next((each for each in tokens[place + 1 :] if not _is_space(each)), None)
        return replace(slot, part=Part.SUBJECT if _is(follows, {"who"}) else Part.NAMED)
    if _begins(said) and place + 1 < len(tokens):
        return replace(slot, part=Part.SUBJECT)
    return replace(slot, reflexive=reflexive)


def _begins(said: list[Token]) -> bool:
    """Whether a clause begins behind these tokens."""
    return not said or _is(said[-1], _INNER - {"when", "if"})


def _is_predicate(said: list[Token]) -> bool:
    """Whether ``it is`` stands right before."""
    if len(said) < 2 or not _is(said[-2], {"it", "that"}):
        return False
    last = said[-1]
    return _is(last, {"is", "was", "be"}) or (isinstance(last, Verb) and last.base == "be")


def _is(token: Token | None, words: frozenset[str] | set[str]) -> bool:
    return isinstance(token, Words) and token.text.strip(",;:").lower() in words


def _is_space(token: Token) -> bool:
    return isinstance(token, Words) and token.text.isspace()
