"""What is kept from the reader at which event: the names of the telling made into events and facts of the story.

A name is that of an action (its events are left out), of a fluent (a fact is not said), or of an existent or a type
(every fact about it, or worth it, is not said). Cost: one look at each fluent and event for each name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kizuna.discourse.stage import Stage, parts
from kizuna.model.telling import Pattern, Telling, Withheld
from kizuna.model.values import Value

Hidden = dict[int, frozenset[Value] | None]
"""Facts that must not be said: fluents, each with the worths that count, None for all of them."""


@dataclass(eq=False)
class Keeping:
    """Answers what is withheld at an event of a story."""

    stage: Stage
    telling: Telling
    _hidden: dict[tuple[bool, ...], Hidden] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._until = [self._end(each) for each in self.telling.withhold]
        self._facts = [self.facts_of(each) for each in self.telling.withhold]

    def _end(self, withheld: Withheld) -> int | None:
        """The event from which something is withheld no more."""
        return None if withheld.until is None else next(self.events(withheld.until), None)

    def events(self, pattern: Pattern) -> Iterator[int]:
        """The events of the story that fit a pattern."""
        for event in range(1, self.stage.last + 1):
            action = self.stage.action(event)
            if pattern.fits(action.schema, action.arguments):
                yield event

    def is_left_out(self, event: int) -> bool:
        """Whether the telling withholds an event itself."""
        action = self.stage.action(event)
        return any(
            each.what.fits(action.schema, action.arguments)
            for each, until in zip(self.telling.withhold, self._until, strict=True)
            if until is None or event < until
        )

    def facts(self, event: int) -> Hidden:
        """The facts that are withheld when an event is told."""
        open_ = tuple(until is None or event < until for until in self._until)
        if open_ not in self._hidden:
            self._hidden[open_] = self._joined(each for each, kept in zip(self._facts, open_, strict=True) if kept)
        return self._hidden[open_]

    @staticmethod
    def _joined(several: Iterable[Hidden]) -> Hidden:
        joined: Hidden = {}
        for each in several:
            for fluent, values in each.items():
                known = joined.get(fluent, frozenset())
                joined[fluent] = None if known is None or values is None else known | values
        return joined

    def names(self, event: int) -> frozenset[str]:
        """The words that what is withheld at an event goes by: of actions, existents and those of a type."""
        found: set[str] = set()
        for withheld, until in zip(self.telling.withhold, self._until, strict=True):
            if until is None or event < until:
                found |= {withheld.what.name, *map(str, self._things(withheld.what.name))}
        return frozenset(found)

    def facts_of(self, withheld: Withheld) -> Hidden:
        """The facts that one line withholds."""
        return dict(self._facts_meant(withheld))

    def _facts_meant(self, withheld: Withheld) -> Iterator[tuple[int, frozenset[Value] | None]]:
        what = withheld.what
        things = self._things(what.name)
        for number, fluent in enumerate(self.stage.world.fluents):
            name, arguments = parts(fluent.name)
            if what.fits(name, arguments):
                yield number, None if what.value is ... else frozenset((what.value,))
            elif things & set(arguments):
                yield number, None
            elif things & (values := self._worths(number)):
                yield number, frozenset(things & values)

    def _things(self, name: str) -> frozenset[Value]:
        """The existents that a name stands for: itself, or all of that type."""
        story = self.stage.story
        if name in story.ancestors:
            return frozenset(story.values_of(name)) if name not in ("boolean", "number") else frozenset()
        return frozenset((name,)) & frozenset(each.name for each in story.existents)

    def _worths(self, fluent: int) -> frozenset[Value]:
        """All that a fact is worth in the story, in truth."""
        return frozenset(state.values[fluent] for state in self.stage.states)


def gives_away(hidden: Hidden, fluent: int, value: Value) -> bool:
    """Whether to say that a fact is worth this would say what is hidden."""
    values = hidden.get(fluent, frozenset())
    return values is None or value in values
