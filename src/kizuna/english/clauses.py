"""A verb in a clause: its person, number, tense, aspect, whether it is denied or asked.

Naive: inflect the word. Better: English says much of this with other verbs before it (`has not taken`, `did she take`),
so a conjugated verb is an auxiliary (perhaps none) and the rest, and whoever asks puts the subject between them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kizuna.english.lexicon import ENGLISH, Lexicon
from kizuna.english.verbs import gerund, participle, past, third

_MODALS = frozenset(("can", "may", "must", "shall", "will"))
_AUXILIARIES = _MODALS | {"be"}


class Tense(Enum):
    """When something is: the perfect ones are before that; the bare ones are no time at all (``take``, ``taking``)."""

    PRESENT = "present"
    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"
    WOULD = "would"
    BARE = "bare"
    GERUND = "gerund"

    @property
    def shifted(self) -> Tense:
        """The tense one step back, in which what was said or thought is reported (sequence of tenses)."""
        return _SHIFTED.get(self, self)


_SHIFTED = {
    Tense.PRESENT: Tense.PAST,
    Tense.PAST: Tense.PLUPERFECT,
    Tense.PERFECT: Tense.PLUPERFECT,
    Tense.FUTURE: Tense.WOULD,
}
_BACK = (Tense.PAST, Tense.PLUPERFECT, Tense.WOULD)
_ALONE = (Tense.PERFECT, Tense.PLUPERFECT, Tense.FUTURE, Tense.WOULD)
"""Tenses that take a helping verb, which one that helps itself cannot have: *could*, never *had could*."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who a verb is said of: the person (1 to 3) and whether there are several."""

    person: int = 3
    several: bool = False


ONE = Agreement()
SEVERAL = Agreement(3, True)


def conjugate(
    base: str,
    tense: Tense = Tense.PRESENT,
    of: Agreement = ONE,
    *,
    negated: bool = False,
    progressive: bool = False,
    words: Lexicon = ENGLISH,
) -> str:
    """A verb as it stands in a clause: ``takes``, ``has taken``, ``did not take``, ``were taking``."""
    auxiliary, rest = parts(base, tense, of, negated=negated, progressive=progressive, words=words)
    denial = "not" if negated else ""
    order = (denial, auxiliary, rest) if tense in (Tense.BARE, Tense.GERUND) else (auxiliary, denial, rest)
    return " ".join(part for part in order if part)


def denied(base: str, tense: Tense = Tense.PRESENT, of: Agreement = ONE, words: Lexicon = ENGLISH) -> str:
    """That something is not so: ``does not take``, ``is not``."""
    return conjugate(base, tense, of, negated=True, words=words)


def ask(
    subject: str, base: str, rest: str = "", tense: Tense = Tense.PRESENT, of: Agreement = ONE, words: Lexicon = ENGLISH
) -> str:
    """A question that wants a yes or a no: ``does Ana take the lamp?``"""
    auxiliary, verb = parts(base, tense, of, negated=True, words=words)
    return " ".join(part for part in (auxiliary, subject, verb, rest) if part) + "?"


def parts(
    base: str,
    tense: Tense,
    of: Agreement,
    *,
    negated: bool = False,
    progressive: bool = False,
    words: Lexicon = ENGLISH,
) -> tuple[str, str]:
    """The auxiliary (where there is one, or where a denial or question needs one) and what follows it."""
    head, space, tail = base.partition(" ")
    if space:
        auxiliary, verb = parts(head, tense, of, negated=negated, progressive=progressive, words=words)
        return auxiliary, " ".join(part for part in (verb, tail) if part)
    if progressive:
        auxiliary, being = parts("be", tense, of, words=words)
        return (auxiliary or being), " ".join(part for part in (being if auxiliary else "", gerund(base)) if part)
    if base in _MODALS and tense in _ALONE:
        return _simple(base, tense in _BACK, of, words), ""
    match tense:
        case Tense.PERFECT | Tense.PLUPERFECT:
            return _simple("have", tense is Tense.PLUPERFECT, of, words), participle(base, words)
        case Tense.FUTURE:
            return "will", base
        case Tense.WOULD:
            return "would", base
        case Tense.BARE:
            return "", base
        case Tense.GERUND:
            return "", gerund(base)
    was = tense is Tense.PAST
    if base in _AUXILIARIES:
        return _simple(base, was, of, words), ""
    return (_simple("do", was, of, words), base) if negated else ("", _simple(base, was, of, words))


def _simple(base: str, was: bool, of: Agreement, words: Lexicon) -> str:
    """The present or the past without any help."""
    if base == "be":
        return _be(was, of)
    if was:
        return past(base, words)
    return third(base) if of == ONE else base


def _be(was: bool, of: Agreement) -> str:
    if of.several or of.person == 2:
        return "were" if was else "are"
    if was:
        return "was"
    return "am" if of.person == 1 else "is"
