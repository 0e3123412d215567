"""Story in, prose out. For now: one plain sentence an event."""

from kizuna.narration.plain import Sentence, narrate

__all__ = ["Sentence", "narrate"]
