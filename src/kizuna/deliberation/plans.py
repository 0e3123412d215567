"""The plans of one mind that begin with one action (the strict definition: peer-semantics, sections 10 and 11).

The naive way walks all plans. Here plans of one length are looked for at a time, shortest first, in depth, and only
along steps after which, by the facts, one could still get above what is wanted (:mod:`kizuna.deliberation.prospects`);
who else would have to consent is asked last. From where nothing was found is remembered, for other plans of the same
mind too. The best plan is the first, then one that ends above it, and so on until there is none: so a high end makes
the rest cheap. Cost: one pass over the hopeful states within the foresight, for each end that is better than the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from kizuna.deliberation.effort import Effort
from kizuna.deliberation.minimality import Shortening
from kizuna.deliberation.utility import AtLeast, Floor, improves
from kizuna.epistemics import Dynamics, State
from kizuna.model.values import Number

Plan: TypeAlias = tuple[int, ...]
Step: TypeAlias = tuple[int, State]
"""An action and the state after it."""
Refuted: TypeAlias = dict[tuple[State, int, int], Floor]
"""The lowest floor that one does not get above: from a state, with foresight left for others, and steps left."""


@dataclass(slots=True)
class Plans:
    """The plans from ``start`` that begin with ``action``, up to ``foresight`` long.

    ``worth`` is what is compared, and ``is_above`` tells whether that is more than a floor; ``foreseen`` says of every
    action whether it can be counted on. ``hopeful(state, action, left, floor)`` says that with so many steps left one
    may get above a floor, by an action (or, where that is None, at all); ``consented(state, action, position)`` that
    everybody else who has to would do it there. ``bound`` is that of a :class:`Shortening`; ``refuted`` is shared by
    all plans of the same mind and limits; ``effort`` pays for every state that is opened and every way that is walked.
    With ``given`` the first action needs no reason: only what follows it has to improve, and only that could be left
    out.
    """

    dynamics: Dynamics
    start: State
    action: int
    foresight: int
    worth: Callable[[State], Number | None]
    is_above: Callable[[State, Floor], bool]
    foreseen: Sequence[bool]
    hopeful: Callable[[State, int | None, int, Floor], bool]
    consented: Callable[[State, int, int], bool]
    effort: Effort
    refuted: Refuted
    bound: Callable[[State, int], bool] | None = None
    given: bool = False
    _known_second: State | None = field(init=False, default=None)

    @property
    def _second(self) -> State:
        if self._known_second is None:
            self._known_second = self.dynamics.after(self.start, self.action)
        return self._known_second

    def first(self) -> Plan | None:
        """The first plan among the shortest."""
        return next((plan for _, plan in self._rising()), None)

    def best(self, above: Floor | None = None) -> tuple[Number, Plan] | None:
        """The plan with the best end, the shortest of these, the first of those; and what its end is worth.

        With ``above`` only if its end is above that, which may be found out sooner.
        """
        alone = self.worth(self._second) if self.given else None
        plans: list[tuple[Number, Plan]] = [] if alone is None else [(alone, (self.action,))]
        return max([*plans, *self._rising(above)], key=lambda each: each[0], default=None)

    def _rising(self, above: Floor | None = None) -> Iterator[tuple[Number, Plan]]:
        """Plans and what their ends are worth, each above the one before, and none shorter."""
        start = self.worth(self._second if self.given else self.start)
        floor: Floor | None = start if start is None or above is None or start > above else above
        length = 1 + self.given
        while floor is not None and length <= self.foresight:
            is_hopeful = self.given or self.hopeful(self.start, self.action, length - 1, floor)
            plan = next(self._plans(length, floor), None) if is_hopeful else None
            if plan is None:
                length += 1
            else:
                yield plan
                floor = plan[0]

    def _plans(self, length: int, floor: Floor) -> Iterator[tuple[Number, Plan]]:
        """The plans of a length that end above a worth."""
        for states, actions in self._ways(length, floor):
            end = self.worth(states[-1])
            assert end is not None
            if not self._could_be_shorter(states, actions, end):
                yield end, tuple(actions)

    def _could_be_shorter(self, states: list[State], actions: list[int], end: Number) -> bool:
        def as_good(state: State) -> bool:
            return self.hopeful(state, None, 0, AtLeast(end)) and self.is_above(state, AtLeast(end))

        def consented(state: State, action: int, position: int) -> bool:
            return self.consented(state, action, position + self.given)

        shortening = Shortening(self.dynamics, as_good, consented, self.bound)
        return shortening.exists(states[self.given :], actions[self.given :])

    def _ways(self, length: int, floor: Floor) -> Iterator[tuple[list[State], list[int]]]:
        """Every way of a length that ends above a worth, and above each state that it passes, in order."""
        opened: dict[tuple[State, int], list[Step]] = {}
        states, actions = [self.start], list[int]()
        ways: list[Iterator[Step]] = [iter(((self.action, self._second),))]
        fruitful = [False]
        while ways:
            step = next(ways[-1], None)
            if step is None:
                ways.pop()
                led_on = fruitful.pop()
                if actions:
                    if not led_on:
                        self.refuted[self._place(states[-1], len(actions), length)] = floor
                    fruitful[-1] = fruitful[-1] or led_on
                    actions.pop()
                    states.pop()
                continue
            action, after = step
            position = len(ways)
            if position == length:
                if self.hopeful(after, None, 0, floor) and self.is_above(after, floor):
                    fruitful[-1] = True
                    if all(improves(self.worth(after), self.worth(state)) for state in states[self.given :]):
                        self.effort.expand()
                        yield [*states, after], [*actions, action]
            elif not self._is_refuted(self._place(after, position, length), floor):
                actions.append(action)
                states.append(after)
                fruitful.append(False)
                known = opened.get((after, position))
                ways.append(self._steps(after, position + 1, length, floor, opened) if known is None else iter(known))

    def _is_refuted(self, place: tuple[State, int, int], floor: Floor) -> bool:
        lowest = self.refuted.get(place)
        return lowest is not None and not lowest > floor

    def _place(self, state: State, behind: int, length: int) -> tuple[State, int, int]:
        """A state with what is left there of the foresight, and of the length."""
        return state, self.foresight - behind, length - behind

    def _steps(
        self, state: State, position: int, length: int, floor: Floor, opened: dict[tuple[State, int], list[Step]]
    ) -> Iterator[Step]:
        """The steps that a plan may take on from a state: hopeful, and everyone else consents."""
        steps = []
        left = length - position
        for action in self._hopeful(state, left, floor):
            if self.consented(state, action, position):
                steps.append((action, self.dynamics.after(state, action)))
                yield steps[-1]
        opened[state, position - 1] = steps

    def _hopeful(self, state: State, left: int, floor: Floor) -> Iterable[int]:
        if not self.hopeful(state, None, left + 1, floor):
            return ()
        self.effort.expand()
        possible = self.dynamics.possible(state)
        return [a for a in possible if self.foreseen[a] and self.hopeful(state, a, left, floor)]
