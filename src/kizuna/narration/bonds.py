"""What binds somebody to others, in one sentence: *Ana loved Ben, and cared for Cleo more than she knew*.

Naive: a sentence a bond. Better: what binds one in the same way to several is said once, what pulls both ways with a
*yet* between, and what two have for each other of both at once: *Ana and Ben loved each other*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizuna.discourse import Bond
from kizuna.english import listed
from kizuna.model.values import Value
from kizuna.model.world import World
from kizuna.narration.wordings import Wording

MOST = 2
"""Kinds of bonds that are said of somebody at once."""
_VERBS = {
    "loves": "[love]",
    "cares_for": "[care] for",
    "serves": "[serve]",
    "defers_to": "[defer] to",
    "distrusts": "[distrust]",
    "hates": "[hate]",
    "fears": "[fear]",
    "would_be_rid_of": "[want] to be rid of",
    "ordered_against": "[be] ordered against",
}
"""Fluents that are bonds in words."""
BOTH = 2
_AGAINST = frozenset(("distrusts", "hates", "fears", "would_be_rid_of", "ordered_against"))


def bond_verb(fluent: str) -> str:
    """The verb of a bond; empty where a fluent is none in words."""
    return _VERBS.get(fluent, "")


def is_against(bond: Bond) -> bool:
    """Whether a bond parts rather than binds."""
    return bond.fluent in _AGAINST


def worth_telling(bonds: Sequence[Bond], story: World) -> list[Bond]:
    """The bonds that have words, and are other than they are between any two."""
    usual = {each.name: each.default for each in story.fluents}
    return [bond for bond in bonds if bond.fluent in _VERBS and bond.strength != usual.get(bond.fluent)]


def bond_phrases(bonds: Sequence[Bond], story: World) -> Iterator[Wording]:
    """The strongest bonds of one person, and where they are mistaken about one, or those whom it binds them to."""
    kinds: dict[str, list[Bond]] = {}
    for bond in worth_telling(bonds, story):
        kinds.setdefault(bond.fluent, []).append(bond)
    for_them = [kind[:MOST] for kind in kinds.values() if not is_against(kind[0])][:MOST]
    against = [kind[:MOST] for kind in kinds.values() if is_against(kind[0])][:1]
    if not for_them and not against:
        return
    slots: dict[str, Value] = {"who": (for_them or against)[0][0].who}
    phrases = _said([*for_them], slots)
    if for_them and against:
        known = [bond.whom for kind in for_them for bond in kind]
        phrases = f"{phrases}, and yet {_apart(against[0], known, slots)}"
    yield Wording(f"{{who}} {phrases or _said(against, slots)}", slots)


def _said(kinds: Sequence[Sequence[Bond]], slots: dict[str, Value]) -> str:
    """What binds somebody, a kind after the other; what they are mistaken about in all of it is said once."""
    every = [bond for kind in kinds for bond in kind]
    names = {id(bond): f"whom{len(slots) + place}" for place, bond in enumerate(every)}
    slots.update({names[id(bond)]: bond.whom for bond in every})
    errors = {_mistaken(bond, "whom") for bond in every}
    alike = len(every) > 1 and len(errors) == 1 and "{whom}" not in "".join(errors)
    phrases = []
    for kind in kinds:
        whom = [f"{{{names[id(bond)]}}}{'' if alike else _mistaken(bond, names[id(bond)])}" for bond in kind]
        phrases.append(f"{_VERBS[kind[0].fluent]} {listed(whom)}")
    joint = ", and " if any(" and " in each for each in phrases) else " and "
    error = "".join(errors) if alike else ""
    return joint.join(phrases) + (f", {'both' if len(every) == BOTH else 'all'}{error}" if error else "")


def _apart(kind: Sequence[Bond], known: Sequence[str], slots: dict[str, Value]) -> str:
    """What parts somebody from others; *them both* where these have just been named."""
    if len(kind) == BOTH and {bond.whom for bond in kind} == set(known):
        return f"{_VERBS[kind[0].fluent]} them both"
    return _said([kind], slots)


def mutual(one: Bond, other: Bond, parting: str = "") -> Wording:
    """What two have for each other, whether each takes it for less, and what parts them, if a fluent does both ways."""
    slots = {"one": one.who, "other": other.who}
    if one.fluent == other.fluent:
        phrase = f"{{one}} and {{other}} {_VERBS[one.fluent]} each other"
    else:
        phrase = f"{{one}} {_VERBS[one.fluent]} {{other}}, and {{other}} {_VERBS[other.fluent]} {{one}}"
    if all(each.believed is not None and each.believed < each.strength for each in (one, other)):
        apart = f"; and yet they {_VERBS[parting]} each other" if parting else ""
        return Wording(f"{phrase}, each of them more than the other [believe]{apart}", slots)
    if one.fluent == other.fluent:
        return Wording(phrase, slots)
    first = f"{{one}} {_VERBS[one.fluent]} {{other}}{_mistaken(one, 'other')}"
    return Wording(
        f"{first}, and {{other}} {_VERBS[other.fluent]} {{one}}{_mistaken(other, 'one').replace('{who}', '{other}')}",
        slots | {"who": one.who},
    )


def _mistaken(bond: Bond, whom: str) -> str:
    """How somebody is mistaken about a bond."""
    if bond.fluent in _AGAINST:
        return ""
    if bond.known is not None and bond.known != bond.strength:
        return f" {'more' if bond.known < bond.strength else 'less'} than {{who}} [know]"
    if bond.believed is not None and bond.believed != bond.strength:
        return f" {'more' if bond.believed < bond.strength else 'less'} than {{{whom}}} [believe]"
    return ""
