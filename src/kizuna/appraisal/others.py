"""What one feels about others: anger and gratitude for what they do, and a share in their fortunes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kizuna.appraisal.course import Course, differences, size, total
from kizuna.appraisal.emotion import Cause, Emotion, Kind, Of, summed
from kizuna.appraisal.marks import FULL_BOND
from kizuna.model.values import Number, exact


def blame_and_thanks(course: Course, event: int, who: int) -> Iterator[Emotion]:
    """Anger and gratitude: at whoever did it knowing and wanting, and as a bond breaks, or grows by what they did."""
    rises = course.rises(event, who)
    for other in course.others(who):
        did = other in course.doers(event) and who not in course.doers(event)
        meant = foreseen(course, event, who, other) if did else 0
        change = bond_change(course, event, who, other)
        fallen = [_of_bond(course, other, -change)] if change < 0 else []
        grown = [_of_bond(course, other, change)] if change > 0 and other in course.doers(event) else []
        name, towards = course.world.characters[who], course.world.characters[other]
        harm = _of_motives(course, who, {place: -rise for place, rise in rises.items() if rise < 0 and meant < 0})
        good = _of_motives(course, who, {place: rise for place, rise in rises.items() if rise > 0 and meant > 0})
        yield from summed(Kind.ANGER, name, event, [*harm, *fallen], towards)
        yield from summed(Kind.GRATITUDE, name, event, [*good, *grown], towards)


def shares(course: Course, event: int, who: int) -> Iterator[Emotion]:
    """Pity and gladness for those who are dear, gloating and envy of those who are not: by the bond and their lot."""
    if not course.is_touched(event, who):
        return
    for other in course.others(who):
        bond = course.bond(who, other, course.states[event - 1])
        change = course.fortune(other, event, who) if bond else 0
        if change:
            kinds = {(1, -1): Kind.PITY, (1, 1): Kind.GLADNESS, (-1, -1): Kind.GLOATING, (-1, 1): Kind.ENVY}
            kind = kinds[_sign(bond), _sign(change)]
            strength = exact(Fraction(size(bond)) * size(change) / FULL_BOND)
            towards = course.world.characters[other]
            yield from summed(kind, course.world.characters[who], event, [Cause(Of.BOND, towards, strength)], towards)


def foreseen(course: Course, event: int, who: int, by: int) -> Number:
    """What one believes that another saw coming of an event for oneself: its sign tells whether they meant well.

    Had the event to teach the other that it was possible at all, what they see of it in the end is taken.
    """
    mind = course.mind(event - 1, who).beliefs[by]
    dynamics = course.reasons.dynamics
    if dynamics.holds(mind, course.actions[event - 1]):
        after = dynamics.after(mind, course.actions[event - 1])
    else:
        after = course.mind(event, who).beliefs[by]
    weights = course.weights(who, mind)
    return total(differences(weights, course.scores_in(who, mind), course.scores_in(who, after)).values())


def bond_change(course: Course, event: int, who: int, whom: int) -> Number:
    """By how much a bond grows, or breaks, by an event that reaches whoever feels it."""
    if not course.is_touched(event, who):
        return 0
    before, after = (course.bond(who, whom, course.states[each]) for each in (event - 1, event))
    return total((after, -before))


def _of_motives(course: Course, who: int, amounts: dict[int, Number]) -> list[Cause]:
    return [Cause(Of.MOTIVE, course.motive(who, place), amount) for place, amount in amounts.items()]


def _of_bond(course: Course, other: int, amount: Number) -> Cause:
    return Cause(Of.BOND, course.world.characters[other], amount)


def _sign(number: Number) -> int:
    return (number > 0) - (number < 0)
