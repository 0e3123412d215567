"""The protocols that others may keep. A package offers what keeps one by an entry point of the group named for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from kizuna.diagnostics import Outcome
from kizuna.narration.passages import Passage


class Narrator(Protocol):
    """Puts the passages of a telling into other words.

    It is asked once for a whole telling. Whatever it answers is checked (:mod:`kizuna.narration.retelling`): what
    changes, loses or reveals something is not taken, and our own words stand there instead.
    """

    @property
    def name(self) -> str:
        """What it is called in findings and documents."""

    @property
    def repeatable(self) -> bool:
        """Whether the same passages always get the same words."""

    def retell(self, passages: Sequence[Passage]) -> Outcome[Mapping[int, str]]:
        """Texts by the numbers of their passages; passages may be left out. What went wrong are warnings."""


class ConnectsNarrator(Protocol):
    """What an entry point of the group ``kizuna.narrators`` names: settings in, a narrator out, or what they lack.

    The command gives ``endpoint``, ``model``, ``timeout`` (seconds) and ``key``, those of them that are known.
    """

    def __call__(self, settings: Mapping[str, str], /) -> Outcome[Narrator]:
        """A narrator that is ready to be asked."""
