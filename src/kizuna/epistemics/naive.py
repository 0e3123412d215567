"""States and steps written straight from the specification: the oracle of everything else in this folder.

A state here is a tree (:mod:`kizuna.epistemics.naive_tree`): values, and a function that gives the state believed in.
That two trees can only be compared to a depth shows in one place: a mind that holds the very state that a rule changes
follows along. It only matters to rules that read beliefs, or whose outcome depends on their order. Conditions are
worked out as :mod:`kizuna.epistemics.naive_conditions` says.

While a state is made, what is made of the same parts in the same way is made once, so that only so many parts are
there; then they are folded, and what they were made of is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable

from kizuna.epistemics.naive_conditions import NaiveConditions
from kizuna.epistemics.naive_tree import TooManyTrees, Tree
from kizuna.epistemics.settle import MAX_APPLICATIONS, EndlessRulesError
from kizuna.epistemics.surprise import Lessons, Surprise
from kizuna.grounding import GroundAction, GroundEffect, GroundRule, GroundWorld
from kizuna.model.formulas import Formula
from kizuna.model.values import Value
from kizuna.model.world import Logic

Laid = tuple[tuple[tuple[int, ...], int, Value], ...]


class NaiveDynamics:
    """The transition system over trees.

    ``max_trees`` (None: no limit) bounds how many parts a state may have while it is made; TooManyTrees beyond them.
    """

    def __init__(self, world: GroundWorld, max_trees: int | None = None) -> None:
        self.world = world
        self.max_trees = max_trees
        self._made: dict[Hashable, Tree] = {}
        self._laid_on: dict[Tree, set[tuple[Laid, int]]] = {}
        self._characters = range(len(world.characters))
        self.conditions = NaiveConditions(world)
        self._due = [number for number, action in enumerate(world.actions) if action.due]

    def worth(self, formula: Formula, tree: Tree) -> Value:
        """The worth of a formula in a state."""
        return self.conditions.worth(formula, tree)

    def holds(self, formula: Formula, tree: Tree) -> bool:
        """Whether a condition is true in a state."""
        return self.conditions.holds(formula, tree)

    def possible(self, tree: Tree, action: int) -> bool:
        """Whether an action is possible in a state: its condition holds, and nothing else is due."""
        actions = self.world.actions
        return self.holds(actions[action].precondition, tree) and (
            actions[action].due or not any(self.holds(actions[due].precondition, tree) for due in self._due)
        )

    def initial(self) -> Tree:
        """The state that the world starts in, rules settled."""
        return self._finished(lambda: self.settle(self._mind((), self.world.facts)))

    def after(self, tree: Tree, action: int) -> Tree:
        """The state after an action, rules settled."""
        return self._finished(lambda: self.settle(self._step(tree, self.world.actions[action])))

    def _finished(self, make: Callable[[], Tree]) -> Tree:
        """A state that is made and folded; what it was made of is dropped."""
        try:
            return make().folded(len(self._characters), self.max_trees)
        finally:
            self._made.clear()
            self._laid_on.clear()

    def _once(self, key: Hashable, make: Callable[[], Tree]) -> Tree:
        """What is made by a recipe, made once for each state."""
        found = self._made.get(key)
        if found is None:
            if self.max_trees is not None and len(self._made) >= self.max_trees:
                raise TooManyTrees
            found = self._made[key] = make()
        return found

    def _mind(self, chain: tuple[int, ...], values: tuple[Value, ...]) -> Tree:
        records = {fluent: value for minds, fluent, value in self.world.beliefs if _without_repeats(minds) == chain}
        own = tuple(records.get(fluent, value) for fluent, value in enumerate(values))

        def believe(tree: Tree, character: int) -> Tree:
            if chain and chain[-1] == character:
                return tree
            longer = (*chain, character)
            if any(_without_repeats(minds)[: len(longer)] == longer for minds, _, _ in self.world.beliefs):
                return self._once(("mind", longer, own), lambda: self._mind(longer, own))
            if not chain and not self.world.beliefs:
                return tree
            return Tree(own, lambda same, _: same)

        return Tree(own, believe)

    def _step(self, tree: Tree, action: GroundAction, owner: int | None = None) -> Tree:
        def make() -> Tree:
            after = self._changed(tree, action)
            return Tree(after, lambda _, character: self._after_step(tree, action, character, owner))

        return self._once(("step", tree, owner), make)

    def _after_step(self, tree: Tree, action: GroundAction, character: int, owner: int | None) -> Tree:
        belief = tree.believed(character)
        knows = character == owner and self.world.logic is Logic.THREE_VALUED  # that they perceive what they perceive
        if knows or self.holds(action.observers[character], tree):
            if not self.holds(action.precondition, belief):
                belief = self._corrected(belief, action, tree)
            belief = self._step(belief, action, character)
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
        return self._once(("impose", belief, laid, owner), lambda: self._imposed(belief, laid, owner))

    def _imposed(self, belief: Tree, laid: Laid, owner: int) -> Tree:
        values = list(belief.values)
        for chain, fluent, value in laid:
            if not chain:
                values[fluent] = value

        def believe(_: Tree, character: int) -> Tree:
            inner = belief.believed(character)
            if character == owner:
                if (laid, owner) in self._laid_on.get(inner, ()):
                    return inner  # to lay the same on it again would change nothing
                inner = self._impose(inner, laid, owner)
            deeper = tuple((chain[1:], f, v) for chain, f, v in laid if chain and chain[0] == character)
            inner = self._impose(inner, deeper, character) if deeper else inner
            if character == owner:
                self._laid_on.setdefault(inner, set()).add((laid, owner))
            return inner

        return Tree(tuple(values), believe)

    def _corrected(self, belief: Tree, action: GroundAction, actual: Tree) -> Tree:
        found = Surprise(self.world.logic, self.world.character_ids, actual, belief).lessons(action.precondition)
        return self._once(("corrected", belief, tuple(found.items())), lambda: self._taught(belief, found))

    def _taught(self, belief: Tree, found: Lessons) -> Tree:
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
        known = self._made.get(tree)
        if known is None:
            folded = tree.folded(len(self._characters), self.max_trees)
            shape = ("settled", folded.shape(len(self._characters)))
            known = self._made[tree] = self._once(shape, lambda: self._settled(folded))
        return known

    def _settled(self, tree: Tree) -> Tree:
        fired: list[int] = []
        while (rule := self.conditions.first_rule(tree)) is not None:
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

    def _applied(self, tree: Tree, rule: GroundRule) -> Tree:
        def believe(me: Tree, character: int) -> Tree:
            belief = tree.believed(character)
            inner = me if belief.same_as(tree, len(self._characters)) else belief
            laid = self._laid(tree, rule, character)
            return self._impose(inner, laid, character) if laid else inner

        return Tree(self._changed(tree, rule), believe)


def _without_repeats(chain: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(c for n, c in enumerate(chain) if n == 0 or c != chain[n - 1])
