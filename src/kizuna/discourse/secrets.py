"""What must not be named when something of a telling is looked into: the words of what is withheld, event by event.

A telling says of itself only what it may. What is said about it (the reasons that a sentence opens to) is made from the
whole story, so whatever names a withheld fact or event, or a motive that such a fact moves, has to be taken out of it.
Cost: the words of what is looked into, and one look at each motive for each way of withholding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kizuna.discourse.beats import Discourse
from kizuna.discourse.keeping import Keeping
from kizuna.discourse.stage import Stage, mentioned, parts


@dataclass(eq=False)
class Secrets:
    """Answers what a discourse keeps from its reader; events are counted from 1."""

    stage: Stage
    discourse: Discourse
    _words: dict[int, frozenset[str]] = field(default_factory=dict)
    _names: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.keeping = Keeping(self.stage, self.discourse.telling)
        self.veiled = frozenset(each.event for each in self.discourse.beats if each.veiled and each.event is not None)
        """The events that are told without saying what they are."""

    def names(self, event: int, text: str) -> bool:
        """Whether a text about an event would name what is withheld when the event is told."""
        if event not in self._names:
            self._names[event], self._words[event] = self._whole(event), self._parts(event)
        if any(name in text for name in self._names[event]):
            return True
        return not self._words[event].isdisjoint(re.findall(r"\w+", text))

    def _whole(self, event: int) -> tuple[str, ...]:
        """Withheld facts and events, by their whole names."""
        facts = [self.stage.world.fluents[each].name for each in self.keeping.facts(event)]
        every = range(1, self.stage.last + 1)
        events = (each for each in every if self.keeping.is_left_out(each) or each in self.veiled)
        return (*facts, *(self.stage.action(each).name for each in events))

    def _parts(self, event: int) -> frozenset[str]:
        """The words that what is withheld goes by, and the motives that it moves."""
        hidden = frozenset(self.keeping.facts(event))
        motives = (motive for mine in self.stage.world.motives for motive in mine)
        moved = frozenset(parts(each.name)[0] for each in motives if hidden & mentioned(each.score))
        return self.keeping.names(event) | moved
