"""What binds somebody to others, in one sentence: *Ana loved Ben, and cared for Cleo more than she knew*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizuna.discourse import Bond
from kizuna.model.world import World
from kizuna.narration.wordings import Wording, words

MOST = 2
"""Bonds that are said of somebody at once."""
_LIKED = ("loves", "cares_for", "serves", "distrusts", "hates", "fears")
"""Fluents that are bonds in words."""


def bond_phrases(bonds: Sequence[Bond], story: World) -> Iterator[Wording]:
    """The strongest bonds of one person, and where they are mistaken about one, or those whom it binds them to."""
    said = [bond for bond in bonds if bond.fluent in _LIKED and _is_telling(bond, story)][:MOST]
    if not said:
        return
    phrases, slots = [], {"who": said[0].who}
    for place, bond in enumerate(said):
        slots[f"whom{place}"] = bond.whom
        phrases.append(f"{_verb(bond, said[0] if place else None)} {{whom{place}}}{_mistaken(bond, place)}".strip())
    yield Wording("{who} " + " and ".join(phrases), slots)


def _verb(bond: Bond, before: Bond | None) -> str:
    """The verb of a bond; not again where the one before has the same."""
    verb, *rest = words(bond.fluent)
    return " ".join([*([] if before is not None and before.fluent == bond.fluent else [f"[{verb[:-1]}]"]), *rest])


def _is_telling(bond: Bond, story: World) -> bool:
    """Whether a bond is other than it is between any two."""
    usual = next((each.default for each in story.fluents if each.name == bond.fluent), None)
    return bool(bond.strength != usual)


def _mistaken(bond: Bond, place: int) -> str:
    """How somebody is mistaken about a bond."""
    if bond.known is not None and bond.known != bond.strength:
        return f" {'more' if bond.known < bond.strength else 'less'} than {{who}} [know]"
    if bond.believed is not None and bond.believed != bond.strength:
        return f" {'more' if bond.believed < bond.strength else 'less'} than {{whom{place}}} [believe]"
    return ""
