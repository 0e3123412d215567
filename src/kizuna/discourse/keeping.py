"""What is kept from the reader at which event: the names of the telling made into events and facts of the story.

A name is that of an action (its events are left out), of a fluent (a fact is not said), of an existent or a type
(every fact about it, or worth it, is not said), or of a topic (that something is said or asked is told, but not what).
Cost: one look at each fluent and event for each name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kizuna.discourse.stage import Stage, mentioned, parts
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
    _names: dict[tuple[bool, ...], frozenset[str]] = field(default_factory=dict)

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

    def keeps(self, event: int, name: str, arguments: tuple[Value, ...]) -> bool:
        """Whether a fact that never changes is withheld when an event is told."""
        lines = zip(self.telling.withhold, self._open(event), strict=True)
        return any(kept and each.what.fits(name, arguments) for each, kept in lines)

    def facts(self, event: int) -> Hidden:
        """The facts that are withheld when an event is told; at 0, at the opening."""
        open_ = self._open(event)
        if open_ not in self._hidden:
            self._hidden[open_] = self._joined(each for each, kept in zip(self._facts, open_, strict=True) if kept)
        if self.topic_places(event) is None:
            return self._hidden[open_]
        action = self.stage.action(event)
        said = frozenset[int]() if action.tells is None else mentioned(action.tells)
        laid = (fluent for _, fluent, _ in self.stage.effects(event))
        return self._hidden[open_] | dict.fromkeys((*laid, *sorted(said)))

    def topic_places(self, event: int) -> tuple[int, ...] | None:
        """Which arguments of an event are those of a withheld topic; None where it is not about one."""
        if not event:
            return None
        action = self.stage.action(event)
        for each in self.stage.story.about:
            if (each.name, each.size) == (action.schema, len(action.arguments)):
                arguments = tuple(action.arguments[place] for place in each.places)
                lines = zip(self.telling.withhold, self._open(event), strict=True)
                if any(kept and withheld.what.fits(each.topic, arguments) for withheld, kept in lines):
                    return each.places
        return None

    def _open(self, event: int) -> tuple[bool, ...]:
        """Which lines still withhold something at an event."""
        return tuple(until is None or event < until for until in self._until)

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
        open_ = self._open(event)
        if open_ not in self._names:
            kept = [each.what.name for each, is_kept in zip(self.telling.withhold, open_, strict=True) if is_kept]
            about = (each.name for each in self.stage.story.about if each.topic in kept)
            things = (str(each) for name in kept for each in self._things(name))
            self._names[open_] = frozenset((*kept, *about, *things))
        return self._names[open_]

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
            elif self._is_about(what, name, arguments) or things & set(arguments):
                yield number, None
            elif things & (values := self._worths(number)):
                yield number, frozenset(things & values)

    def _is_about(self, what: Pattern, name: str, arguments: tuple[Value, ...]) -> bool:
        """Whether a fact is one about a topic that is meant."""
        return any(
            what.fits(each.topic, tuple(arguments[place] for place in each.places))
            for each in self.stage.story.about
            if (each.name, each.size) == (name, len(arguments))
        )

    def _things(self, name: str) -> frozenset[Value]:
        """The existents that a name stands for: itself, or all of that type."""
        story = self.stage.story
        if name in story.ancestors:
            return frozenset(story.values_of(name)) if name not in ("boolean", "number") else frozenset()
        return frozenset((name,)) & frozenset(each.name for each in story.existents)

    def _worths(self, fluent: int) -> frozenset[Value]:
        """All that a fact is worth in the story, in truth or to anybody."""
        return frozenset(values[fluent] for values in self.stage.held)

    def is_kept_thing(self, event: int, name: Value) -> bool:
        """Whether somebody or something is withheld as such when an event is told."""
        lines = zip(self.telling.withhold, self._open(event), strict=True)
        return any(kept and name in self._things(each.what.name) for each, kept in lines)


def gives_away(hidden: Hidden, fluent: int, value: Value) -> bool:
    """Whether to say that a fact is worth this would say what is hidden."""
    values = hidden.get(fluent, frozenset())
    return values is None or value in values
