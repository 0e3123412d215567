"""Story in, prose out. For now: one plain sentence an event."""

from kizuna.narration.plain import Sentence, Telling, narrate, recount, sentence

__all__ = ["Sentence", "Telling", "narrate", "recount", "sentence"]
