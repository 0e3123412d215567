"""What could ever be: the relaxed look at a world, in which every change only adds possibilities.

It never calls possible things impossible. The author's own actions need their conditions here too, unlike in grounding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kizuna.diagnostics import Span
from kizuna.grounding import GroundAction, GroundRule, GroundWorld, Unfolded
from kizuna.grounding.contradiction import contradicts_itself
from kizuna.grounding.instantiate import Instantiator, Meter
from kizuna.grounding.reachability import Reachable
from kizuna.grounding.shrink import Substitution
from kizuna.model.formulas import Formula, Read, subformulas
from kizuna.model.values import Value
from kizuna.model.world import World


@dataclass(frozen=True)
class Prospects:
    """A world with everything that could ever happen in it, everybody willing; at least that, perhaps more."""

    world: World
    unfolded: Unfolded
    ground_world: GroundWorld
    is_own: Callable[[Span], bool]

    def owns(self, span: Span | None) -> bool:
        """Whether something is the author's own; what has no place at all was not taken from a library either."""
        return span is None or self.is_own(span)

    @cached_property
    def relaxed(self) -> Reachable:
        """Every worth that every fluent could have."""
        return self.unfolded.reachable(strict=True)

    @cached_property
    def actions(self) -> tuple[GroundAction, ...]:
        """The ground actions that could happen, in truth or in somebody's mind."""
        return tuple(a for a in self.unfolded.whole.actions if self.relaxed.can_hold(a.precondition))

    @cached_property
    def rules(self) -> tuple[GroundRule, ...]:
        """The ground rules that could fire, likewise."""
        return tuple(r for r in self.unfolded.whole.rules if self.relaxed.can_hold(r.precondition))

    @cached_property
    def touched(self) -> frozenset[int]:
        """The fluents that something could change, or that a mind could learn from seeing what it held impossible."""
        return frozenset(self._touched())

    def _touched(self) -> Iterator[int]:
        changes = [action.effects for action in self.actions] + [rule.effects for rule in self.rules]
        for effect in (effect for effects in changes for effect in effects):
            if self.relaxed.can_hold(effect.condition):
                yield effect.fluent
        for action in self.actions:
            yield from fluents_of(action.precondition)

    def formula(self, formula: Formula, binding: Mapping[str, Value]) -> Formula:
        """A formula of the world at arguments, fluents numbered as before anything was left out."""
        return replace(self._instantiator, meter=Meter()).formula(formula, binding)

    @property
    def _instantiator(self) -> Instantiator:
        return self.unfolded.instantiator

    def can_be(self, formula: Formula, binding: Mapping[str, Value]) -> bool:
        """Whether a condition of the world could ever be so at arguments."""
        ground = self.formula(formula, binding)
        return self.relaxed.can_hold(ground) and not contradicts_itself(ground)

    def compact(self, formula: Formula) -> Formula:
        """A formula of :meth:`formula` with fluents numbered as in ``ground_world``."""
        return Substitution(self._fixed, self._numbers, self.ground_world.logic).of(formula)

    def fluent_names(self, formula: Formula) -> list[str]:
        """The fluents that a formula of :meth:`formula` reads, each once."""
        names = self.unfolded.whole.fluents
        return list(dict.fromkeys(names[fluent].name for fluent in fluents_of(formula)))

    @cached_property
    def _numbers(self) -> dict[int, int]:
        kept = {fluent.name: n for n, fluent in enumerate(self.ground_world.fluents)}
        whole = self.unfolded.whole.fluents
        return {n: kept[fluent.name] for n, fluent in enumerate(whole) if fluent.name in kept}

    @cached_property
    def _fixed(self) -> dict[int, Value]:
        statics = {fluent.name: value for fluent, value in self.ground_world.statics}
        whole = self.unfolded.whole.fluents
        return {n: statics[fluent.name] for n, fluent in enumerate(whole) if fluent.name in statics}


def fluents_of(formula: Formula) -> Iterator[int]:
    """The ground fluents that a formula reads, in reading order, as often as it does."""
    return (part.fluent for part in subformulas(formula) if isinstance(part, Read))
