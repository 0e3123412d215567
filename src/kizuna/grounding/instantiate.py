"""Variables out: every schema at every choice of arguments that its constant conditions allow.

The naive way builds each instance and looks whether its precondition folds to false. Here the conditions that read no
fluent (``from != to``) are tested while arguments are still being chosen, so that the choices below are never made, and
what was built once is not built again (:mod:`kizuna.grounding.repeats`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from kizuna.diagnostics import Span
from kizuna.grounding import fold
from kizuna.grounding.ground_world import GroundEffect
from kizuna.grounding.repeats import Built, Repeats
from kizuna.model.effects import Assign, Effect, ForEach, When
from kizuna.model.formulas import (
    FALSE,
    And,
    Arithmetic,
    Believes,
    Call,
    Compare,
    Conditional,
    Constant,
    Formula,
    IsA,
    Not,
    Or,
    Quantified,
    Read,
    Term,
    Variable,
    parts_of,
    subformulas,
)
from kizuna.model.values import Value, show
from kizuna.model.world import World

Binding = Mapping[str, Value]

_REPEATED = (And, Or, Not, Compare, Believes, Quantified, Conditional)
"""What is large enough for it to be worth remembering what was built of it."""

MAX_PARTS = 2_000_000
"""More parts of ground formulas and effects than this, over the whole world, are not built."""


class TooManyPartsError(Exception):
    """Quantifiers unfold to more parts than can be built; ``span`` is the last place that was being unfolded."""

    def __init__(self, span: Span | None) -> None:
        super().__init__(f"more than {MAX_PARTS:,} parts")
        self.span = span


@dataclass
class Meter:
    """Counts the parts built so far."""

    parts: int = 0
    latest: Span | None = None

    def count(self, span: Span | None, parts: int = 1) -> None:
        """So many more; raises :class:`TooManyPartsError` beyond the limit."""
        self.parts += parts
        self.latest = span or self.latest
        if self.parts > MAX_PARTS:
            raise TooManyPartsError(self.latest)


@dataclass(frozen=True)
class Instantiator:
    """Turns lifted formulas and effects of ``world`` into ground ones, given worths for their variables.

    ``numbers`` maps a fluent's signature and arguments to its number.
    """

    world: World
    numbers: Mapping[tuple[str, tuple[Value, ...]], int]
    character_ids: Mapping[Value, int]
    meter: Meter = field(default_factory=Meter)
    _repeats: Repeats = field(default_factory=Repeats, init=False, repr=False, compare=False)

    def term(self, term: Term, binding: Binding) -> Value:
        """The worth of a term."""
        return binding[term.name] if isinstance(term, Variable) else term.value

    def formula(self, formula: Formula, binding: Binding) -> Formula:
        """The ground formula, folded. What was built before counts as if it were built again."""
        if not isinstance(formula, _REPEATED):
            return self._built(formula, binding)
        key = self._repeats.key(formula, binding)
        before = self._repeats.get(key)
        if before is None:
            parts = self.meter.parts
            built = self._built(formula, binding)
            self._repeats.keep(key, Built(built, self.meter.parts - parts))
            return built
        self.meter.count(formula.span, before.parts)
        return before.formula

    def _built(self, formula: Formula, binding: Binding) -> Formula:
        self.meter.count(formula.span)
        match formula:
            case Constant():
                return formula
            case Variable():
                return Constant(self.term(formula, binding))
            case Call():
                return Read(self.fluent(formula, binding), span=formula.span)
            case Believes(who=who, body=body):
                return fold.belief(Constant(self.term(who, binding)), self.formula(body, binding), formula)
            case Not(body=body):
                return fold.negation(self.formula(body, binding), formula)
            case And(parts=parts):
                return fold.conjunction((self.formula(part, binding) for part in parts), formula)
            case Or(parts=parts):
                return fold.disjunction((self.formula(part, binding) for part in parts), formula)
            case Compare(left=left, right=right):
                return fold.comparison(
                    formula, self.formula(left, binding), self.formula(right, binding), self.world.logic
                )
            case Conditional(branches=branches, otherwise=otherwise):
                pairs = [(self.formula(c, binding), self.formula(r, binding)) for c, r in branches]
                return fold.conditional(pairs, self.formula(otherwise, binding), formula)
            case Arithmetic(operator=operator, parts=parts):
                return fold.arithmetic(operator, tuple(self.formula(part, binding) for part in parts), formula)
            case IsA(body=body, type=type):
                return self._is_a(self.formula(body, binding), type, formula)
            case Quantified():
                return self._expanded(formula, binding)
        raise TypeError(f"not a lifted formula: {formula!r}")

    def fluent(self, call: Call, binding: Binding) -> int:
        """The number of a fluent at arguments."""
        return self.numbers[call.fluent, tuple(self.term(argument, binding) for argument in call.arguments)]

    def _is_a(self, body: Formula, type: str, formula: IsA) -> Formula:
        equal = Compare("==", body, body, span=formula.span)
        tests = (
            fold.comparison(equal, body, Constant(value), self.world.logic) for value in self.world.values_of(type)
        )
        return fold.disjunction(tests, formula)

    def _expanded(self, formula: Quantified, binding: Binding) -> Formula:
        variable = formula.variable
        parts = tuple(
            self.formula(formula.body, {**binding, variable.name: value})
            for value in self.world.values_of(variable.type)
        )
        match formula.kind:
            case "forall":
                return fold.conjunction(parts, formula)
            case "exists":
                return fold.disjunction(parts, formula)
        return fold.arithmetic("+" if formula.kind == "sum" else "*", parts, formula)

    def effects(self, effects: tuple[Effect, ...], binding: Binding) -> tuple[GroundEffect, ...]:
        """The ground effects, without those whose condition can never hold and without repeats."""
        return tuple(dict.fromkeys(self._effects(effects, binding, ())))

    def _effects(
        self, effects: tuple[Effect, ...], binding: Binding, conditions: tuple[Formula, ...]
    ) -> Iterator[GroundEffect]:
        for effect in effects:
            self.meter.count(effect.span)
            match effect:
                case Assign(target=target, value=value, minds=minds):
                    condition = fold.conjunction(conditions, value)
                    if condition != FALSE:
                        chain = tuple(self.character_ids[self.term(mind, binding)] for mind in minds)
                        ground_value = self.formula(value, binding)
                        yield GroundEffect(chain, self.fluent(target, binding), ground_value, condition)
                case When(condition=condition, effects=parts):
                    yield from self._effects(parts, binding, (*conditions, self.formula(condition, binding)))
                case ForEach(variable=variable, effects=parts):
                    for choice in self.world.values_of(variable.type):
                        yield from self._effects(parts, {**binding, variable.name: choice}, conditions)

    def bindings(self, parameters: tuple[Term, ...], precondition: Formula) -> Iterator[dict[str, Value]]:
        """Every choice of arguments that the constant conditions allow, in order of declaration."""
        variables = [p for p in parameters if isinstance(p, Variable)]
        stages = _stages(variables, precondition)
        yield from self._extend(variables, stages, 0, {})

    def _extend(
        self, variables: list[Variable], stages: list[list[Formula]], depth: int, binding: dict[str, Value]
    ) -> Iterator[dict[str, Value]]:
        if any(self.formula(condition, binding) == FALSE for condition in stages[depth]):
            return
        if depth == len(variables):
            yield dict(binding)
            return
        variable = variables[depth]
        for value in self.world.values_of(variable.type):
            binding[variable.name] = value
            yield from self._extend(variables, stages, depth + 1, binding)
        binding.pop(variable.name, None)


def _stages(variables: list[Variable], precondition: Formula) -> list[list[Formula]]:
    """The constant conjuncts of a precondition, each at the first depth at which its variables are all bound."""
    depth_of = {variable.name: depth for depth, variable in enumerate(variables, 1)}
    stages: list[list[Formula]] = [[] for _ in range(len(variables) + 1)]
    for part in parts_of(precondition):
        inside = list(subformulas(part))
        if not any(isinstance(f, Call | Quantified | Believes) for f in inside):
            depths = [depth_of.get(f.name, 0) for f in inside if isinstance(f, Variable)]
            stages[max(depths, default=0)].append(part)
    return stages


def choices(world: World, parameters: tuple[Term, ...]) -> Iterator[tuple[Value, ...]]:
    """Every choice of arguments for ``parameters``, without any condition."""
    yield from product(*(world.values_of(p.type) if isinstance(p, Variable) else (p.value,) for p in parameters))


def instance_name(name: str, arguments: tuple[Value, ...]) -> str:
    """``name(Ana, House)``."""
    return f"{name}({', '.join(_spelled(argument) for argument in arguments)})"


def _spelled(value: Value) -> str:
    return str(value) if isinstance(value, bool) else show(value)
