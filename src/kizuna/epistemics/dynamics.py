"""The world as a transition system over epistemic states: where it starts, what is possible, what follows."""

from __future__ import annotations

from kizuna.epistemics.evaluate import Compiler, Evaluator
from kizuna.epistemics.initial import initial_state
from kizuna.epistemics.matching import Matcher
from kizuna.epistemics.settle import Settler
from kizuna.epistemics.state import State, StateStore
from kizuna.epistemics.update import Event, Updater
from kizuna.grounding import GroundWorld
from kizuna.model.formulas import Formula


class Dynamics:
    """States of one ground world and the steps between them; whatever was worked out once is remembered."""

    def __init__(self, world: GroundWorld) -> None:
        self.world = world
        self.store = StateStore()
        self._compiler = Compiler(world.logic, world.character_ids)
        self._actions = [Event(n, action, self._compiler) for n, action in enumerate(world.actions)]
        rules = [Event(n, rule, self._compiler) for n, rule in enumerate(world.rules)]
        self._matcher = Matcher([a.formula for a in self._actions], [a.holds for a in self._actions])
        self._updater = Updater(world, self.store)
        self._settler = Settler(rules, self._updater, self.store)
        self._possible: dict[State, tuple[int, ...]] = {}
        self._after: dict[tuple[State, int], State] = {}
        self._initial: State | None = None

    @property
    def initial(self) -> State:
        """The state that the world starts in, rules settled; raises EndlessRulesError if they never settle."""
        if self._initial is None:
            self._initial = self._settler.settle(initial_state(self.world, self.store))
        return self._initial

    def possible(self, state: State) -> tuple[int, ...]:
        """The numbers of the actions whose condition holds in ``state``, in order."""
        known = self._possible.get(state)
        if known is None:
            known = self._possible[state] = tuple(self._matcher.matching(state))
        return known

    def holds(self, state: State, action: int) -> bool:
        """Whether an action is possible in ``state``."""
        return self._actions[action].holds(state)

    def after(self, state: State, action: int) -> State:
        """The state after an action that is possible in ``state``, with everything that follows by itself."""
        key = (state, action)
        known = self._after.get(key)
        if known is None:
            known = self._settler.settle(self._updater.step(state, self._actions[action]))
            self._after[key] = known
        return known

    def evaluator(self, formula: Formula) -> Evaluator:
        """A ground formula as a function of a state."""
        return self._compiler.worth(formula)
