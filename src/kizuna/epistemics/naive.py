"""States and steps written straight from the specification: the oracle of everything else in this folder.

A state here is an infinite tree that is unfolded only where somebody looks: values, and a function that gives the
state believed in. Nothing is merged, nothing compiled; two states can only be compared to a depth. That shows in one
place: a mind that holds the very state that a rule changes follows along. Two states are the same here if no chain of
at most ``SAME_DEPTH`` beliefs tells them apart (no chain at all, in the specification). It only matters to rules that
read beliefs, or whose outcome depends on their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kizuna.epistemics.settle import MAX_APPLICATIONS, EndlessRulesError
from kizuna.epistemics.state import State
from kizuna.epistemics.surprise import Surprise
from kizuna.grounding import GroundAction, GroundEffect, GroundRule, GroundWorld
from kizuna.model.formulas import And, Compare, Constant, Formula, Read
from kizuna.model.values import Value
from kizuna.model.worth import same, worth

SAME_DEPTH = 2
"""Chains of beliefs of this length are looked at before two states count as the same."""

Laid = tuple[tuple[tuple[int, ...], int, Value], ...]


class Tree:
    """A state as a tree: what is true, and on demand what each character believes in."""

    def __init__(self, values: tuple[Value, ...], believe: Callable[[Tree, int], Tree]) -> None:
        self.values = values
        self._believe = believe
        self._known: dict[int, Tree] = {}

    def believed(self, character: int) -> Tree:
        """The state that ``character`` believes in."""
        if character not in self._known:
            self._known[character] = self._believe(self, character)
        return self._known[character]

    def at(self, chain: Iterable[int]) -> Tree:
        """The state at the end of a chain of minds."""
        tree = self
        for character in chain:
            tree = tree.believed(character)
        return tree

    def same_as(self, other: Tree, characters: int, depth: int = SAME_DEPTH) -> bool:
        """Whether no chain of at most ``depth`` beliefs tells this state from another."""
        return self is other or (
            self.values == other.values
            and (
                depth == 0
                or all(self.believed(c).same_as(other.believed(c), characters, depth - 1) for c in range(characters))
            )
        )

    def unfolded(self, depth: int, characters: int) -> tuple[object, ...]:
        """Everything down to ``depth``, as nested tuples."""
        inner = () if depth == 0 else tuple(self.believed(c).unfolded(depth - 1, characters) for c in range(characters))
        return (self.values, inner)


def unfolded(state: State, depth: int) -> tuple[object, ...]:
    """The same for an interned state, for comparison."""
    inner = () if depth == 0 else tuple(unfolded(belief, depth - 1) for belief in state.beliefs)
    return (state.values, inner)


class NaiveDynamics:
    """The transition system over trees."""

    def __init__(self, world: GroundWorld) -> None:
        self.world = world
        self._characters = range(len(world.characters))
        self._plain = [_plain_facts(rule.precondition) for rule in world.rules]

    def worth(self, formula: Formula, tree: Tree) -> Value:
        """The worth of a formula in a state."""
        ids = self.world.character_ids
        return worth(formula, lambda names, fluent: tree.at(ids[n] for n in names).values[fluent], self.world.logic)

    def holds(self, formula: Formula, tree: Tree) -> bool:
        """Whether a condition is true in a state."""
        return self.worth(formula, tree) is True

    def initial(self) -> Tree:
        """The state that the world starts in, rules settled."""
        return self.settle(self._mind((), self.world.facts))

    def after(self, tree: Tree, action: int) -> Tree:
        """The state after an action, rules settled."""
        return self.settle(self._step(tree, self.world.actions[action]))

    def _mind(self, chain: tuple[int, ...], values: tuple[Value, ...]) -> Tree:
        records = {fluent: value for minds, fluent, value in self.world.beliefs if _without_repeats(minds) == chain}
        own = tuple(records.get(fluent, value) for fluent, value in enumerate(values))

        def believe(tree: Tree, character: int) -> Tree:
            if chain and chain[-1] == character:
                return tree
            longer = (*chain, character)
            if any(_without_repeats(minds)[: len(longer)] == longer for minds, _, _ in self.world.beliefs):
                return self._mind(longer, own)
            if not chain and not self.world.beliefs:
                return tree
            return Tree(own, lambda same, _: same)

        return Tree(own, believe)

    def _step(self, tree: Tree, action: GroundAction) -> Tree:
        return Tree(self._changed(tree, action), lambda _, character: self._after_step(tree, action, character))

    def _after_step(self, tree: Tree, action: GroundAction, character: int) -> Tree:
        belief = tree.believed(character)
        if self.holds(action.observers[character], tree):
            if not self.holds(action.precondition, belief):
                belief = self._corrected(belief, action, tree)
            belief = self._step(belief, action)
        laid = self._laid(tree, action, character)
        return self._impose(belief, laid, character) if laid else belief

    def _changed(self, tree: Tree, event: GroundAction | GroundRule) -> tuple[Value, ...]:
        values = list(tree.values)
        for effect in event.effects:
            if not effect.minds and self.holds(effect.condition, tree):
                values[effect.fluent] = self.worth(effect.value, tree)
        return tuple(values)

    def _laid(self, tree: Tree, event: GroundAction | GroundRule, character: int) -> Laid:
        def speaks_to(effect: GroundEffect) -> bool:
            return bool(effect.minds) and effect.minds[0] == character and self.holds(effect.condition, tree)

        return tuple((e.minds[1:], e.fluent, self.worth(e.value, tree)) for e in event.effects if speaks_to(e))

    def _impose(self, belief: Tree, laid: Laid, owner: int) -> Tree:
        values = list(belief.values)
        for chain, fluent, value in laid:
            if not chain:
                values[fluent] = value

        def believe(_: Tree, character: int) -> Tree:
            inner = belief.believed(character)
            if character == owner:
                inner = self._impose(inner, laid, owner)
            deeper = tuple((chain[1:], f, v) for chain, f, v in laid if chain and chain[0] == character)
            return self._impose(inner, deeper, character) if deeper else inner

        return Tree(tuple(values), believe)

    def _corrected(self, belief: Tree, action: GroundAction, actual: Tree) -> Tree:
        found = Surprise(self.world.logic, self.world.character_ids, actual, belief).lessons(action.precondition)
        values = list(belief.values)
        for (chain, fluent), value in found.items():
            if not chain:
                values[fluent] = value

        def believe(_: Tree, character: int) -> Tree:
            inner = belief.believed(character)
            deeper = tuple((c[1:], f, v) for (c, f), v in found.items() if c and c[0] == character)
            return self._impose(inner, deeper, character) if deeper else inner

        return Tree(tuple(values), believe)

    def settle(self, tree: Tree) -> Tree:
        """The state after all rules, in it and in every mind in it."""
        fired: list[int] = []
        while (rule := self._applicable(tree)) is not None:
            fired.append(rule)
            if len(fired) > MAX_APPLICATIONS:
                last = tuple(dict.fromkeys(fired[-len(self.world.rules) :]))
                raise EndlessRulesError(last, tuple(self.world.rules[n].name for n in last))
            tree = self._applied(tree, self.world.rules[rule])
        settled = tree
        return Tree(
            settled.values,
            lambda me, character: (
                me if settled.believed(character) is settled else self.settle(settled.believed(character))
            ),
        )

    def _applicable(self, tree: Tree) -> int | None:
        """The first rule whose condition holds; its plain facts are looked at first, since most rules fail there."""
        for number, (rule, facts) in enumerate(zip(self.world.rules, self._plain, strict=True)):
            if all(same(tree.values[f], v) for f, v in facts) and self.holds(rule.precondition, tree):
                return number
        return None

    def _applied(self, tree: Tree, rule: GroundRule) -> Tree:
        def believe(me: Tree, character: int) -> Tree:
            belief = tree.believed(character)
            inner = me if belief.same_as(tree, len(self._characters)) else belief
            laid = self._laid(tree, rule, character)
            return self._impose(inner, laid, character) if laid else inner

        return Tree(self._changed(tree, rule), believe)


def _without_repeats(chain: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(c for n, c in enumerate(chain) if n == 0 or c != chain[n - 1])


def _plain_facts(condition: Formula) -> list[tuple[int, Value]]:
    """What a condition plainly asks of single fluents, among other things."""
    facts = []
    for part in condition.parts if isinstance(condition, And) else (condition,):
        match part:
            case Compare(operator="==", left=Read(fluent=fluent), right=Constant(value=value)):
                facts.append((fluent, value))
    return facts
