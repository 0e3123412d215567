"""What an event calls up of the past: an event before the start that shares a cue with it.

A cue is a sensation, and whose. Without one, the same people in the same place will do (Bae, Young 2008; Zwaan,
Langston, Graesser 1995). What led up to it comes back with it.
Nothing is called up that whoever sees took no part in, and nothing twice. Cost: events times
past ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.discourse.beats import Focalization
from kizuna.discourse.stage import Stage
from kizuna.model.formulas import Constant, Term
from kizuna.model.telling import Focus
from kizuna.model.values import Value, show
from kizuna.model.world import Action, Cue, PastEvent

Sensation = tuple[str, tuple[Value, ...]]
TOGETHER = 2
"""The same people are at least so many."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """An event of the past, by its place there, and the cue that called it up."""

    past: int
    cue: str


@dataclass(eq=False)
class Recall:
    """Finds what the events of a story call up."""

    stage: Stage

    def by(self, event: int, seer: Focalization) -> Iterator[Recalled]:
        """What an event calls up, oldest first."""
        for number, past in enumerate(self.stage.story.past):
            if seer.focus is Focus.INNER and seer.who not in self.stage.story.participants(past):
                continue
            cue = self._shared(event, past)
            if cue is not None:
                yield from (Recalled(each, cue) for each in self._episode(number))

    def _episode(self, number: int) -> Iterator[int]:
        """An event of the past with what led up to it: right before it, of the same people, sharing a cue."""
        past, first = self.stage.story.past, number
        people = set(self.stage.story.participants(past[number]))
        mine = {_sensation(each, {}) for each in past[number].cues}
        while first and set(self.stage.story.participants(past[first - 1])) == people:
            if mine.isdisjoint(_sensation(each, {}) for each in past[first - 1].cues):
                break
            first -= 1
        yield from range(first, number + 1)

    def _shared(self, event: int, past: PastEvent) -> str | None:
        now = self._sensations(event)
        then = [_sensation(cue, {}) for cue in past.cues] + self._of_action(past.action, past.arguments)
        for name, arguments in then:
            if (name, arguments) in now:
                return f"{name}({', '.join(map(show, arguments))})" if arguments else name
        return self._same_place(event, past)

    def _same_place(self, event: int, past: PastEvent) -> str | None:
        stage = self.stage
        people = [each for each in stage.action(event).arguments if each in stage.world.characters]
        places = {stage.place_of(str(who), stage.before(event)) for who in people} - {None}
        shared = [place for place in past.arguments if place in places]
        if len(people) < TOGETHER or set(people) != set(stage.story.participants(past)) or not shared:
            return None
        return f"{show(shared[0])}, with {' and '.join(map(str, people))}"

    def _sensations(self, event: int) -> list[Sensation]:
        action = self.stage.action(event)
        return self._of_action(action.schema, action.arguments)

    def _of_action(self, schema: str, arguments: tuple[Value, ...]) -> list[Sensation]:
        found = []
        for action in self.stage.story.actions:
            if action.name == schema and (bound := _bound(action, arguments)) is not None:
                found += [_sensation(cue, bound) for cue in action.cues]
        return found


def _bound(action: Action, arguments: tuple[Value, ...]) -> dict[str, Value] | None:
    if len(action.parameters) != len(arguments):
        return None
    bound: dict[str, Value] = {}
    for term, value in zip(action.parameters, arguments, strict=True):
        if isinstance(term, Constant):
            if term.value != value:
                return None
        else:
            bound[term.name] = value
    return bound


def _sensation(cue: Cue, bound: dict[str, Value]) -> Sensation:
    return cue.name, tuple(_value(each, bound) for each in cue.arguments)


def _value(term: Term, bound: dict[str, Value]) -> Value:
    return term.value if isinstance(term, Constant) else bound.get(term.name)
