"""Conditions that can never hold since they ask for two things at once: ``at(Tom) = A`` and ``at(Tom) = B``."""

from __future__ import annotations

from dataclasses import dataclass, field

from kizuna.model.formulas import And, Believes, Compare, Constant, Formula, Not, Or, Read
from kizuna.model.values import Value

Place = tuple[tuple[Value, ...], int]


@dataclass
class _Demands:
    """What has been asked for so far: the worth of fluents (by chain of minds), and worths that they must not have."""

    worths: dict[Place, Value] = field(default_factory=dict)
    barred: set[tuple[Place, Value]] = field(default_factory=set)

    def copy(self) -> _Demands:
        return _Demands(dict(self.worths), set(self.barred))

    def worth(self, place: Place, value: Value, wanted: bool) -> bool:
        """Adds a demand; whether it agrees with the others."""
        if wanted:
            return self.worths.setdefault(place, value) == value and (place, value) not in self.barred
        self.barred.add((place, value))
        return place not in self.worths or self.worths[place] != value


def contradicts_itself(condition: Formula) -> bool:
    """Whether a condition asks for incompatible worths, as far as its plain facts show; False proves nothing."""
    return not _agrees(condition, True, (), _Demands())


def _agrees(formula: Formula, wanted: bool, chain: tuple[Value, ...], demands: _Demands) -> bool:
    match formula:
        case Constant(value=value):
            return (value is True) is wanted
        case Read(fluent=fluent):
            return demands.worth((chain, fluent), True, True) if wanted else demands.worth((chain, fluent), False, True)
        case Not(body=body):
            return _agrees(body, not wanted, chain, demands)
        case Believes(definite=True) if not wanted:
            return True  # who does not take something for true may not know: nothing is asked for
        case Believes(who=Constant(value=who), body=body):
            return _agrees(body, wanted, (*chain, who), demands)
        case Compare(operator="==" | "!=" as operator, left=Read(fluent=fluent), right=Constant(value=value)):
            return demands.worth((chain, fluent), value, (operator == "==") is wanted)
        case And(parts=parts) if wanted:
            return all(_agrees(part, True, chain, demands) for part in _choices_last(parts))
        case Or(parts=parts) if not wanted:
            return all(_agrees(part, False, chain, demands) for part in _choices_last(parts))
        case And(parts=parts) | Or(parts=parts):
            return any(_agrees(part, wanted, chain, demands.copy()) for part in parts)
    return True


def _choices_last(parts: tuple[Formula, ...]) -> list[Formula]:
    """Plain facts and their denials first: a choice is only found empty once everything else has been asked for."""
    return sorted(parts, key=lambda part: isinstance(part.body if isinstance(part, Not) else part, _CHOICES))


_CHOICES = (And, Or, Not, Believes)
