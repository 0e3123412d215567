"""Where something is: *in the wood*, *on the road*, *at the well*, *at home*."""

from __future__ import annotations

from kizuna.english.lexicon import ADVERBIAL, each_of

_IN = frozenset(
    each_of(
        "house home room chamber hall wood woods forest village town city castle palace tower cave garden  "
        "kitchen field camp clearing thicket cell prison hospital cottage hut barn church temple valley desert  "
        "meadow workshop office school library cellar attic yard courtyard tent market square park street alley  "
        "tavern inn shop arbour "
    )
)
_ON = frozenset(
    each_of("road path bridge roof hill mountain beach shore island ship boat bench balcony wall hillside ")
)


def where(name: str, called: str) -> str:
    """A place with the word before it; ``name`` decides, ``called`` is said."""
    if name in ADVERBIAL:
        return "at home" if name == "home" else called
    last = name.replace("_", " ").rpartition(" ")[2].lower()
    return f"{'in' if last in _IN else 'on' if last in _ON else 'at'} {called}"
