"""What holds in the naive states, by the definition, and no part of it worked out twice for the same facts.

Naive: interpret every condition in every state. Better: most conditions fail on a plain fact of the state itself, and
states differ mostly in what is believed. So a conjunction is taken apart into what it says of the state itself, worked
out once for the same facts, and what it says of minds, looked at only where the first part holds. A conjunction is true
exactly if both are. Which rule comes first is likewise worked out once for the same facts, here and in the minds that
the rules look into. Cost: a table look-up, and the definition (:mod:`kizuna.model.worth`) for what is new.
"""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.epistemics.naive_tree import Tree
from kizuna.grounding import GroundWorld
from kizuna.model.formulas import TRUE, And, Arithmetic, Believes, Constant, Formula, children, subformulas
from kizuna.model.values import Value
from kizuna.model.worth import worth

Chain = tuple[int, ...]


class NaiveConditions:
    """The conditions of one world; ``looks`` counts the work: conditions asked about, fluents and minds looked at."""

    def __init__(self, world: GroundWorld) -> None:
        self.world = world
        self.looks = 0
        self._numbers: dict[tuple[Value, ...], int] = {}
        # By identity: these formulas live as long as the world, and comparing them would take longer than their worth.
        self._parts = {id(condition): _parts(condition) for condition in _conditions(world)}
        self._plain: dict[tuple[int, int], bool] = {}
        self._ready: dict[int, tuple[list[int], list[Chain]]] = {}
        self._first: dict[tuple[int, ...], int | None] = {}

    def worth(self, formula: Formula, tree: Tree) -> Value:
        """The worth of a formula in a state."""
        ids = self.world.character_ids
        self.looks += 1

        def read(names: tuple[str, ...], fluent: int) -> Value:
            self.looks += 1
            return tree.at(ids[name] for name in names).values[fluent]

        return worth(formula, read, self.world.logic)

    def holds(self, condition: Formula, tree: Tree) -> bool:
        """Whether a condition is true in a state."""
        if id(condition) not in self._parts:
            return self.worth(condition, tree) is True
        _, minds = self._parts[id(condition)]
        return self._plainly(condition, tree) and (minds is TRUE or self.worth(minds, tree) is True)

    def first_rule(self, tree: Tree) -> int | None:
        """The first rule whose condition holds."""
        facts = self._facts(tree)
        if facts not in self._ready:
            self._ready[facts] = self._plainly_ready(tree)
        rules, minds = self._ready[facts]
        seen = (facts, *(self._facts(tree.at(mind)) for mind in minds))
        self.looks += len(seen)
        if seen not in self._first:
            conditions = ((n, self.world.rules[n].precondition) for n in rules)
            self._first[seen] = next((n for n, condition in conditions if self.holds(condition, tree)), None)
        return self._first[seen]

    def _plainly_ready(self, tree: Tree) -> tuple[list[int], list[Chain]]:
        """The rules that only minds could keep from firing, and those minds."""
        conditions = [rule.precondition for rule in self.world.rules]
        rules = [n for n, condition in enumerate(conditions) if self._plainly(condition, tree)]
        minds = (mind for n in rules for mind in self._minds(conditions[n]))
        return rules, list(dict.fromkeys(minds))

    def _plainly(self, condition: Formula, tree: Tree) -> bool:
        """Whether what a condition says of the state itself is true."""
        key = id(condition), self._facts(tree)
        self.looks += 1
        if key not in self._plain:
            plain, _ = self._parts[id(condition)]
            self._plain[key] = self.worth(plain, tree) is True
        return self._plain[key]

    def _facts(self, tree: Tree) -> int:
        """The number of what is true in a state: the same for the same facts, whatever anybody believes."""
        if tree.facts is None:
            tree.facts = self._numbers.setdefault(tree.values, len(self._numbers))
        return tree.facts

    def _minds(self, formula: Formula, chain: Chain = ()) -> Iterator[Chain]:
        """Every mind that a formula looks into, as the chain that leads there."""
        match formula:
            case Believes(who=Constant(value=str(who)), body=body):
                inner = (*chain, self.world.character_ids[who])
                yield inner
                yield from self._minds(body, inner)
            case _:
                for part in children(formula):
                    yield from self._minds(part, chain)


def _conditions(world: GroundWorld) -> Iterator[Formula]:
    """What decides about rules and actions, and about who perceives them."""
    yield from (rule.precondition for rule in world.rules)
    for action in world.actions:
        yield from (action.precondition, *action.observers)


def _parts(condition: Formula) -> tuple[Formula, Formula]:
    """A condition in two: what it plainly says of the state itself, and the rest.

    Reckoning goes with the rest: it may fail, and must not where a plain fact already decides.
    """
    parts = condition.parts if isinstance(condition, And) else (condition,)
    plain = tuple(part for part in parts if _is_plain(part))
    rest = tuple(part for part in parts if not _is_plain(part))
    return And(plain), And(rest) if rest else TRUE


def _is_plain(formula: Formula) -> bool:
    return not any(isinstance(inner, Believes | Arithmetic) for inner in subformulas(formula))
