"""The world as a transition system over epistemic states: where it starts, what is possible, what follows."""

from __future__ import annotations

from copy import copy

from kizuna.epistemics.evaluate import Evaluator, RememberingCompiler
from kizuna.epistemics.initial import initial_state
from kizuna.epistemics.matching import Matcher
from kizuna.epistemics.settle import Settler
from kizuna.epistemics.state import Draft, State, StateStore
from kizuna.epistemics.update import Event, Updater
from kizuna.grounding import GroundWorld
from kizuna.model.formulas import Formula
from kizuna.model.values import Value

NOBODY = -1
"""The owner of a mind that is no character's."""


class Dynamics:
    """States of one ground world and the steps between them; whatever was worked out once is remembered."""

    def __init__(self, world: GroundWorld) -> None:
        self.world = world
        self.store = StateStore()
        self._compiler = RememberingCompiler(world.logic, world.character_ids)
        self._actions = [Event(n, action, self._compiler) for n, action in enumerate(world.actions)]
        rules = [Event(n, rule, self._compiler) for n, rule in enumerate(world.rules)]
        self._matcher = Matcher([action.formula for action in self._actions], self._compiler)
        self._due = [action for action, ground in zip(self._actions, world.actions, strict=True) if ground.due]
        self._updater = Updater(world, self.store)
        self.settler = Settler(rules, self._updater, self.store, self._compiler)
        self._possible: dict[State, tuple[int, ...]] = {}
        self._after: dict[tuple[State, int], State] = {}
        self._initial: State | None = None

    @property
    def initial(self) -> State:
        """The state that the world starts in, rules settled; raises EndlessRulesError if they never settle."""
        if self._initial is None:
            self._initial = self.settler.settle(initial_state(self.world, self.store))
        return self._initial

    def started(self, world: GroundWorld) -> Dynamics:
        """The same states and steps from another start: ``world`` is this one but for its facts and beliefs."""
        other = copy(self)
        other.world, other._initial = world, None
        return other

    def possible(self, state: State) -> tuple[int, ...]:
        """The numbers of the actions whose condition holds in ``state``, in order; while any is due, of these alone."""
        known = self._possible.get(state)
        if known is None:
            due = tuple(action.number for action in self._due if action.holds(state))
            known = self._possible[state] = due or tuple(self._matcher.matching(state))
        return known

    def holds(self, state: State, action: int) -> bool:
        """Whether an action is possible in ``state``."""
        if not self._actions[action].holds(state):
            return False
        return not self._due or self.world.actions[action].due or not any(due.holds(state) for due in self._due)

    def after(self, state: State, action: int) -> State:
        """The state after an action that is possible in ``state``, with everything that follows by itself."""
        key = (state, action)
        known = self._after.get(key)
        if known is None:
            known = self.settler.settle(self._updater.step(state, self._actions[action]))
            self._after[key] = known
        return known

    def before_rules(self, state: State, action: int) -> State:
        """The state after an action that is possible in ``state``, before anything follows from it by itself."""
        return self._updater.step(state, self._actions[action])

    def taught(self, mind: State, owner: int, lessons: tuple[tuple[tuple[int, ...], int, Value], ...]) -> State:
        """The mind of ``owner`` with other beliefs (chain of minds inside it, fluent, worth) and all that follows."""
        return self.settler.settle(self._updater.taught(mind, owner, lessons))

    def agreement(self, values: tuple[Value, ...]) -> State:
        """The state of these values, rules settled, in which everybody is taken to believe what is so in it."""
        draft = Draft(values, lambda: tuple(draft for _ in self.world.characters))
        return self.settler.settle(self.store.intern(draft))

    def witnessed(
        self, mind: State, action: int, lessons: tuple[tuple[tuple[int, ...], int, Value], ...] = ()
    ) -> State:
        """A mind outside the story that learns ``lessons`` and then takes in an action; before anything follows."""
        wiser = self._updater.taught(mind, NOBODY, lessons) if lessons else mind
        return self._updater.step(wiser, self._actions[action])

    def evaluator(self, formula: Formula) -> Evaluator:
        """A ground formula as a function of a state."""
        return self._compiler.worth(formula)
