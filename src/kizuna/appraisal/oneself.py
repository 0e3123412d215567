"""What one feels about one's own acts: pride and shame before others, guilt, and remorse."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.appraisal.course import Course, differences, size, total
from kizuna.appraisal.emotion import Cause, Emotion, Kind, Of, summed
from kizuna.appraisal.marks import FULL_BOND, HARM, WORD
from kizuna.appraisal.prospects import Prospects
from kizuna.model.values import Number


def pride_and_shame(course: Course, event: int, who: int) -> Iterator[Emotion]:
    """One's own act in the eyes of those who are dear, as far as one believes that they know of it."""
    if not course.is_touched(event, who):
        return
    rising: list[Cause] = []
    falling: list[Cause] = []
    for other in course.others(who):
        regard = course.bond(who, other, course.states[event - 1])
        view = _view(course, event, who, other) if regard > 0 else 0
        cause = Cause(Of.BOND, course.world.characters[other], min(regard, size(view)))
        (rising if view > 0 else falling).append(cause)
    yield from summed(Kind.PRIDE, course.world.characters[who], event, rising)
    yield from summed(Kind.SHAME, course.world.characters[who], event, falling)


def _view(course: Course, event: int, who: int, other: int) -> Number:
    """By how much one stands better or worse with another by an event, as one believes.

    By one's own act, what one is to the other changes; by whatever they come to know of it, one's words and one's harm,
    which costs all that one is to them.
    """
    before, after = (course.mind(each, who) for each in (event - 1, event))
    if who in course.doers(event):
        change = total((course.bond(other, who, after), -course.bond(other, who, before)))
        if change:
            return change
    theirs, later = before.beliefs[other], after.beliefs[other]
    view: Number = 0
    for whom in course.others(who):
        view += course.amount(WORD, later, who, whom) - course.amount(WORD, theirs, who, whom)
        view -= FULL_BOND * (course.holds(HARM, later, who, whom) - course.holds(HARM, theirs, who, whom))
    return view


def guilt(course: Course, event: int, who: int) -> Iterator[Emotion]:
    """One comes to believe that one has broken one's word to somebody, or harmed somebody dear."""
    if not course.is_touched(event, who):
        return
    for whom in course.others(who):
        dear = max(course.bond(who, whom, course.states[event - 1]), 0)
        broken = list(_broken(course, event, who, whom))
        name = course.world.characters[whom]
        harm = course.learns_of_harm(event, who, who, whom)
        bond = [Cause(Of.HARM if harm else Of.BOND, name, dear)] if broken or harm else []
        yield from summed(Kind.GUILT, course.world.characters[who], event, [*bond, *broken], name)


def _broken(course: Course, event: int, who: int, whom: int) -> Iterator[Cause]:
    before, after = (course.mind(each, who) for each in (event - 1, event))
    for about, amount in course.broken(after, who, whom).items():
        if about not in course.broken(before, who, whom):
            yield Cause(Of.WORD, about or course.world.characters[whom], amount)


def remorse(course: Course, prospects: Prospects, event: int, who: int) -> Iterator[Emotion]:
    """One's own act was in vain, or cost more than one believed that it would, or has harmed somebody unawares."""
    if not course.is_touched(event, who):
        return
    costs = _vain(course, prospects, event, who)
    if not costs:
        costs = _dearer(course, event, who) if who in course.doers(event) else _unawares(course, event, who)
    yield from summed(Kind.REMORSE, course.world.characters[who], event, costs)


def _vain(course: Course, prospects: Prospects, event: int, who: int) -> list[Cause]:
    """What was given for an intention that has failed, and what is forfeited with it; nothing was, no remorse is."""
    for ended in prospects.ended(event, who):
        forfeited = prospects.forfeited(event, ended)
        done = range(ended.intention.first, ended.intention.since + 1)
        changes: dict[int, Number] = {}
        for number in done:
            if who in course.doers(number):
                for place, change in course.own_doing(number, who).items():
                    changes[place] = changes.get(place, 0) + change
        costs = {place: -change for place, change in changes.items() if change < 0}
        if forfeited and costs:
            action = course.world.actions[ended.intention.action].name
            return [*_of_motives(course, who, costs), Cause(Of.PLAN, action, forfeited)]
    return []


def _dearer(course: Course, event: int, who: int) -> list[Cause]:
    """What an act of one's own cost, if that was more than one thought: the heart was wrong, or the outcome is."""
    cost = {place: -change for place, change in course.own_doing(event, who).items() if change < 0}
    expected = _expected_cost(course, event, who)
    return _of_motives(course, who, cost) if total(cost.values()) > expected else []


def _expected_cost(course: Course, event: int, who: int) -> Number:
    """What somebody believed that their act would cost them, by what they believed to be their heart."""
    before, action = course.mind(event - 1, who), course.actions[event - 1]
    if not course.reasons.dynamics.holds(before, action):
        return 0
    after = course.reasons.dynamics.after(before, action)
    weights = course.weights(who, before)
    changes = differences(weights, course.scores_in(who, before), course.scores_in(who, after))
    return total(-change for change in changes.values() if change < 0)


def _unawares(course: Course, event: int, who: int) -> list[Cause]:
    """What the harm costs that one learns to have done somebody."""
    harmed = {whom for whom in course.others(who) if course.learns_of_harm(event, who, who, whom)}
    falls = {place: -rise for place, rise in course.rises(event, who).items() if rise < 0}
    bound = course.marked.bound[who] if harmed else ()
    return _of_motives(course, who, {place: fall for place, fall in falls.items() if bound and harmed & bound[place]})


def _of_motives(course: Course, who: int, amounts: dict[int, Number]) -> list[Cause]:
    return [Cause(Of.MOTIVE, course.motive(who, place), amount) for place, amount in amounts.items()]
