"""What an event does to a state and to every mind in it, before the rules have their say.

One procedure serves the true world, believed ones and imagined ones alike (peer-semantics, section 9). Beliefs that
lead back to where they came from are followed once: new states are drafts whose beliefs are worked out on demand, and
the same question within one transition has the same draft as its answer.

One thing the peer does not ask for: in our own, three-valued logic whoever perceives an event knows that they do, even
where by their own account of things they could not (minds.md, section 10).
"""

from __future__ import annotations

from functools import cached_property
from typing import TypeAlias

from kizuna.epistemics.evaluate import Compiler, Evaluator
from kizuna.epistemics.lessons import Teaching
from kizuna.epistemics.literals import Condition
from kizuna.epistemics.state import Draft, Node, State, StateStore, Values
from kizuna.epistemics.surprise import Lessons
from kizuna.grounding import GroundAction, GroundEffect, GroundRule, GroundWorld
from kizuna.model.formulas import FALSE, TRUE
from kizuna.model.values import Value
from kizuna.model.world import Logic

Imposed: TypeAlias = tuple[tuple[tuple[int, ...], int, Value], ...]
"""What is laid into a mind: (further chain, fluent, worth), already evaluated."""


class Event:
    """A ground action or rule; what is asked of it is compiled when it is first asked, which most events never are."""

    def __init__(self, number: int, ground: GroundAction | GroundRule, compiler: Compiler) -> None:
        self.number = number
        self.name = ground.name
        self.formula = ground.precondition
        self._ground = ground
        self._compiler = compiler

    @cached_property
    def holds(self) -> Condition:
        """Whether it is possible in a state."""
        return self._compiler.condition(self.formula)

    @cached_property
    def facts(self) -> list[tuple[int, Evaluator, Condition | None]]:
        """What it makes of facts: fluent, worth, and under which condition."""
        return [_compiled(effect, self._compiler) for effect in self._ground.effects if not effect.minds]

    @cached_property
    def beliefs(self) -> list[tuple[tuple[int, ...], int, Evaluator, Condition | None]]:
        """What it lays into minds: the chain of minds, and the same."""
        return [(e.minds, *_compiled(e, self._compiler)) for e in self._ground.effects if e.minds]

    @cached_property
    def observers(self) -> list[Condition | bool]:
        """For each character whether they perceive it; nobody perceives a rule."""
        observers = self._ground.observers if isinstance(self._ground, GroundAction) else ()
        return [True if o == TRUE else False if o == FALSE else self._compiler.condition(o) for o in observers]

    @cached_property
    def _teaching(self) -> Teaching:
        return Teaching(self.formula, self.holds, self._compiler)

    def new_values(self, state: Node) -> Values:
        """The facts after the event; every condition and value is read before it."""
        values: list[Value] | None = None
        for fluent, value, holds in self.facts:
            if holds is None or holds(state):
                if values is None:
                    values = list(state.values)
                values[fluent] = value(state)
        return state.values if values is None else tuple(values)

    def imposed(self, state: Node) -> dict[int, Imposed]:
        """What the event lays into minds directly, by character."""
        laid: dict[int, list[tuple[tuple[int, ...], int, Value]]] = {}
        for minds, fluent, value, holds in self.beliefs:
            if holds is None or holds(state):
                laid.setdefault(minds[0], []).append((minds[1:], fluent, value(state)))
        return {character: tuple(items) for character, items in laid.items()}

    def lessons(self, actual: State, believed: State) -> Lessons:
        """What it shows, once it has happened in ``actual``, to a mind ``believed`` in which it could not."""
        return self._teaching.lessons(actual, believed)

    def observed_by(self, character: int, state: State) -> bool:
        """Whether ``character`` perceives the event as it happens in ``state``."""
        observer = self.observers[character]
        return observer if isinstance(observer, bool) else observer(state)


def _compiled(effect: GroundEffect, compiler: Compiler) -> tuple[int, Evaluator, Condition | None]:
    condition = None if effect.condition == TRUE else compiler.condition(effect.condition)
    return effect.fluent, compiler.worth(effect.value), condition


Drafts: TypeAlias = dict[tuple[object, ...], Draft]


class Updater:
    """Steps of actions and rules over interned states, each computed once."""

    def __init__(self, world: GroundWorld, store: StateStore) -> None:
        self._store = store
        self._minds = range(len(world.characters))
        self._of_peer = world.logic is Logic.TWO_VALUED
        self._steps: dict[tuple[State, int], State] = {}

    def step(self, state: State, action: Event) -> State:
        """The state after an action, rules not yet run."""
        known = self._steps.get((state, action.number))
        if known is not None:
            return known
        drafts: Drafts = {}
        root = self._step(state, action, drafts)
        assert isinstance(root, Draft)
        done = self._store.intern_all(root)
        for key, draft in drafts.items():
            if key[0] == "step" and draft in done:
                self._steps[key[1], key[2]] = done[draft]  # type: ignore[index]
        return done[root]

    def _step(self, state: State, action: Event, drafts: Drafts, owner: int | None = None) -> Node:
        """The state after an action; in the mind of an ``owner`` who perceives it, they know that they do."""
        if owner is not None and (self._of_peer or action.observed_by(owner, state)):
            owner = None
        known = self._steps.get((state, action.number)) if owner is None else None
        if known is not None:
            return known
        key = ("step", state, action.number) if owner is None else ("perceived", state, action.number, owner)
        draft = drafts.get(key)
        if draft is None:
            draft = Draft(action.new_values(state), lambda: self._after_step(state, action, drafts, owner))
            drafts[key] = draft
        return draft

    def _after_step(self, state: State, action: Event, drafts: Drafts, owner: int | None) -> tuple[Node, ...]:
        imposed = action.imposed(state) if action.beliefs else {}
        beliefs: list[Node] = []
        for character in self._minds:
            belief: Node = state.beliefs[character]
            if character == owner or action.observed_by(character, state):
                assert isinstance(belief, State)
                if not action.holds(belief):
                    belief = self._corrected(belief, action, state)
                belief = self._step(belief, action, drafts, character)
            if character in imposed:
                belief = self._impose(belief, imposed[character], character, drafts)
            beliefs.append(belief)
        return tuple(beliefs)

    def _corrected(self, believed: State, action: Event, actual: State) -> State:
        """``believed`` as corrected by seeing an event that it held impossible; nobody in it notices."""
        values = list(believed.values)
        nested: dict[int, list[tuple[tuple[int, ...], int, Value]]] = {}
        for (chain, fluent), value in action.lessons(actual, believed).items():
            if chain:
                nested.setdefault(chain[0], []).append((chain[1:], fluent, value))
            else:
                values[fluent] = value
        beliefs = tuple(
            self._store.intern(self._impose(belief, tuple(nested[c]), c, {})) if c in nested else belief
            for c, belief in enumerate(believed.beliefs)
        )
        return self._store.intern_flat(tuple(values), beliefs)

    def _impose(self, belief: Node, imposed: Imposed, owner: int, drafts: Drafts) -> Node:
        """``belief``, the mind of ``owner``, with something laid into it: the owner notices, nobody else in it does."""
        origin = (imposed, owner)
        if isinstance(belief, Draft) and belief.origin == origin:
            return belief  # laying in the same thing twice changes nothing
        key = ("impose", belief, origin)
        draft = drafts.get(key)
        if draft is None:
            values = list(belief.values)
            for chain, fluent, value in imposed:
                if not chain:
                    values[fluent] = value
            draft = Draft(tuple(values), lambda: self._after_impose(belief, imposed, owner, drafts), origin)
            drafts[key] = draft
        return draft

    def _after_impose(self, belief: Node, imposed: Imposed, owner: int, drafts: Drafts) -> tuple[Node, ...]:
        beliefs: list[Node] = []
        for character, inner in enumerate(belief.beliefs):
            node: Node = inner
            if character == owner:
                node = self._impose(node, imposed, owner, drafts)
            deeper = tuple((chain[1:], f, v) for chain, f, v in imposed if chain and chain[0] == character)
            if deeper:
                node = self._impose(node, deeper, character, drafts)
            beliefs.append(node)
        return tuple(beliefs)

    def taught(self, mind: State, owner: int, lessons: Imposed) -> State:
        """The mind of ``owner`` with something laid into it (chain of minds inside it, fluent, worth)."""
        return self._store.intern(self._impose(mind, lessons, owner, {}))

    def apply_rule(self, state: State, rule: Event) -> State:
        """The state after one application of a rule: nobody observes it, but a mind that *is* this state follows."""
        return self._store.intern(self.after_rule(state, rule))

    def after_rule(self, state: Node, rule: Event) -> Draft:
        """The same as a draft, not interned, of a state that need not be either."""
        drafts: Drafts = {}
        values = rule.new_values(state)
        imposed = rule.imposed(state) if rule.beliefs else {}

        def believe() -> tuple[Node, ...]:
            beliefs: list[Node] = []
            for character, belief in enumerate(state.beliefs):
                node: Node = draft if belief is state else belief
                if character in imposed:
                    node = self._impose(node, imposed[character], character, drafts)
                beliefs.append(node)
            return tuple(beliefs)

        draft = Draft(values, believe)
        return draft
