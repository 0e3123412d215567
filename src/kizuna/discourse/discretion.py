"""What else would say a withheld fact, without naming it: where somebody is, whom it hurts, a title, the past.

A beat whose event gives nothing away still says where it is and who is there, and what is felt at it; and whoever is
introduced brings a title along. Cost: one look at each mind and motive for an event, where something is withheld.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from kizuna.discourse.keeping import Keeping, gives_away
from kizuna.discourse.stage import WHERE, Stage, mentioned
from kizuna.model.values import Value


@dataclass(eq=False)
class Discretion:
    """Answers what may be said around the events of a telling; they are counted from 1."""

    stage: Stage
    keeping: Keeping

    def place(self, event: int, who: str, place: Value) -> Value:
        """Where somebody is at an event, as far as it is not withheld; else None."""
        number = self.stage.fluents.get(f"{WHERE}({who})")
        if number is None:
            kept = self.keeping.keeps(event, WHERE, (who,))
        else:
            kept = gives_away(self.keeping.facts(event), number, place)
        return None if kept or not self.keeping.names(event).isdisjoint((who, str(place))) else place

    def moved(self, event: int) -> frozenset[str]:
        """The motives that a withheld fact moves at an event, in truth or for anybody: to feel for them says it."""
        hidden = self.keeping.facts(event)
        if not hidden:
            return frozenset()
        before, after = self.stage.before(event), self.stage.states[event]
        minds = [(before, after), *zip(before.beliefs, after.beliefs, strict=True)]
        lived = [(old.values, new.values) for old, new in minds if old is not new]
        changed = {fluent for fluent in hidden if any(old[fluent] != new[fluent] for old, new in lived)}
        return frozenset(name for name, read in self._motives if not changed.isdisjoint(read))

    @cached_property
    def _motives(self) -> list[tuple[str, frozenset[int]]]:
        return [(each.name, mentioned(each.score)) for mine in self.stage.world.motives for each in mine]

    def is_past_kept(self, event: int, number: int) -> bool:
        """Whether to tell an event of the past when an event of the story is told would say what is withheld then."""
        past = self.stage.story.past[number]
        said = (past.action, *map(str, past.arguments), *re.findall(r"\w+", past.say or ""))
        return not self.keeping.names(event).isdisjoint(said)

    def untitled(self) -> tuple[str, ...]:
        """Those whose title names what is withheld at the start."""
        kept = [f" {name.replace('_', ' ').lower()} " for name in self.keeping.names(0)]
        titled = ((each.name, _spaced(each.title)) for each in self.stage.story.existents if each.title)
        return tuple(name for name, title in titled if any(words in title for words in kept))


def _spaced(text: str) -> str:
    """The words of a text, each between two spaces."""
    words = " ".join(re.findall(r"[^\W_]+", text.lower()))
    return f" {words} "
