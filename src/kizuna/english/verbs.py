"""The four forms of a verb: `walks`, `walked`, `walked`, `walking`; of the strong ones as the lexicon has them.

A phrasal verb bends in its first word: `set out`, `setting out`.
"""

from __future__ import annotations

import re

from kizuna.english.lexicon import DOUBLING, ENGLISH, Lexicon

_SHORT = re.compile(r"^(?:[^aeiou]*|qu|[^aeiou]*qu)[aeiouy][^aeiouwxy]$")
_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_MODAL = frozenset(("can", "may", "must", "shall", "will", "ought"))
_GERUND = {"die": "dying", "lie": "lying", "tie": "tying", "vie": "vying", "be": "being", "singe": "singeing"}
_KEEPS_E = ("ee", "oe", "ye")
_PREFIXES = ("out", "over", "under", "mis", "un", "re", "fore", "with", "up")


def third(base: str) -> str:
    """What one does: ``walks``, ``watches``, ``tries``."""
    head, space, rest = base.partition(" ")
    if space:
        return f"{third(head)} {rest}"
    if base in _THIRD or base in _MODAL:
        return _THIRD.get(base, base)
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    if base.endswith("z") and not base.endswith("zz"):
        return base + "zes"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def past(base: str, words: Lexicon = ENGLISH) -> str:
    """What one did: ``walked``, ``took``."""
    return _formed(base, words, 0)


def participle(base: str, words: Lexicon = ENGLISH) -> str:
    """What one has done: ``walked``, ``taken``."""
    return _formed(base, words, 1)


def gerund(base: str) -> str:
    """What one is doing: ``walking``, ``running``, ``lying``."""
    head, space, rest = base.partition(" ")
    if space:
        return f"{gerund(head)} {rest}"
    if base in _GERUND:
        return _GERUND[base]
    if base.endswith("e") and not base.endswith(_KEEPS_E):
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _formed(base: str, words: Lexicon, which: int) -> str:
    head, space, rest = base.partition(" ")
    if space:
        return f"{_formed(head, words, which)} {rest}"
    strong = words.strong(base) or _prefixed(base, words)
    return strong[which] if strong else _regular(base)


def _prefixed(base: str, words: Lexicon) -> tuple[str, str] | None:
    """``outrun`` bends as ``run``; ``relight`` as ``light``."""
    for prefix in _PREFIXES:
        strong = words.strong(base.removeprefix(prefix)) if base.startswith(prefix) else None
        if strong and len(base) - len(prefix) > 2:
            return prefix + strong[0], prefix + strong[1]
    return None


def _regular(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _doubled(base: str) -> str:
    """The stem before a vowel: ``stopp``, ``travell``, ``panick``."""
    if base.endswith("ic"):
        return base + "k"
    doubles = base in DOUBLING or (len(base) > 2 and _SHORT.match(base)) or _longer(base)
    return base + base[-1] if doubles else base


def _longer(base: str) -> bool:
    """Whether a prefix stands before a verb that doubles: ``rerun``, ``outwit``, ``unpin``."""
    rests = [base.removeprefix(prefix) for prefix in _PREFIXES if base.startswith(prefix)]
    return any(len(rest) > 2 and _SHORT.match(rest) is not None for rest in rests) and base not in _NO_PREFIX


_NO_PREFIX = frozenset(["rebel", "repel", "refer", "recur", "regret", "remit", "reset"]) - DOUBLING | {
    "remain",
    "reveal",
    "repeat",
}
