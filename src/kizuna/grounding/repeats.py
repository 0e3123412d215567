"""Ground formulas that were built before: a lifted formula depends only on the variables that are free in it.

An action's conditions of perception read who acts and who watches, not what is said to whom; so over all choices of
the other arguments the same ones come up again and again. The naive way builds them each time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kizuna.model.formulas import Believes, Call, Formula, Quantified, Variable, children
from kizuna.model.values import Value


@dataclass(frozen=True)
class Built:
    """A ground formula, and how many parts it took to build it."""

    formula: Formula
    parts: int


@dataclass
class Repeats:
    """What was built of which lifted formula, for which worths of its free variables.

    Lifted formulas are told apart by identity, since equal ones can stand in different places of the text.
    """

    _free: dict[int, tuple[Formula, tuple[str, ...]]] = field(default_factory=dict)
    _built: dict[tuple[int, tuple[Value, ...]], Built] = field(default_factory=dict)

    def key(self, formula: Formula, binding: Mapping[str, Value]) -> tuple[int, tuple[Value, ...]]:
        """What there is to know of a formula and its variables to build it."""
        number = id(formula)
        kept = self._free.get(number)
        if kept is None:  # the formula is kept as well, so that no other can come to have its identity
            kept = self._free[number] = (formula, tuple(sorted(free_variables(formula))))
        return number, tuple([binding[name] for name in kept[1]])

    def get(self, key: tuple[int, tuple[Value, ...]]) -> Built | None:
        """What was built under a key."""
        return self._built.get(key)

    def keep(self, key: tuple[int, tuple[Value, ...]], built: Built) -> None:
        """Remembers what was built under a key."""
        self._built[key] = built


def free_variables(formula: Formula) -> set[str]:
    """The names of the variables that a lifted formula does not bind itself."""
    found = set[str]().union(*map(free_variables, children(formula)))
    match formula:
        case Variable(name=name):
            found.add(name)
        case Call(arguments=arguments):
            found.update(argument.name for argument in arguments if isinstance(argument, Variable))
        case Believes(who=Variable(name=name)):
            found.add(name)
        case Quantified(variable=variable):
            found.discard(variable.name)
    return found
