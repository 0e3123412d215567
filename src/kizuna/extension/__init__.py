"""The doors: what others may add to kizuna, each a protocol, and how what they offer is found by name."""

from kizuna.extension.heard import heard
from kizuna.extension.points import ConnectsNarrator, Narrator
from kizuna.extension.registry import NARRATORS, narrator

__all__ = ["NARRATORS", "ConnectsNarrator", "Narrator", "heard", "narrator"]
