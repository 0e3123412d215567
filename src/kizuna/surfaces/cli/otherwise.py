"""What could be otherwise, as text for a terminal: where a story parts from the old one, and why."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.fabula import Explanation
from kizuna.inquiry.flip import Flip, Shift
from kizuna.inquiry.hindrance import Hindrance, Obstacle
from kizuna.inquiry.requires import Required, Requires
from kizuna.inquiry.unmet import Actual, Unmet
from kizuna.inquiry.whatif import WhatIf
from kizuna.inquiry.whynot import WhyNot
from kizuna.model.values import Number, show, show_fact, show_worth
from kizuna.search import Stop

MOST_TIPPED = 6
"""So many differences that tipped an event are told; of the others there are only so many more."""


def what_if(answer: WhatIf) -> str:
    """Where the old story stops holding, and how it goes on."""
    lines = [f"What if {'; and '.join(answer.changes)}?"]
    if answer.holds is None:
        return "\n".join([*lines, f"Not proven: the old story could not be replayed to its end: {_stop(answer)}."])
    if answer.flip is None:
        lines += [*_replayed(answer, len(answer.told)), "", "The old story still holds."]
        return "\n".join([*lines, *_endings(answer)])
    lines += _replayed(answer, answer.flip.at)
    lines += ["", *_flipped(answer, answer.flip), ""]
    lines += [*_course(answer), *_endings(answer)]
    return "\n".join(lines)


def _numbered(told: tuple[str, ...], events: tuple[str, ...], first: int = 1) -> list[str]:
    pairs = zip(told, events, strict=False)
    return [f"  {number}. {text}  [{event}]" for number, (text, event) in enumerate(pairs, first)]


def _replayed(answer: WhatIf, upto: int) -> Iterator[str]:
    """The first events of the old story, with what is put in among them, but for one that is not possible."""
    old = _numbered(answer.told, answer.story.actions)
    for place in range(upto + 1):
        for at, event, told in answer.put_in:
            if at == place and not (answer.is_misplaced and answer.flip is not None and event == answer.flip.event):
                yield f"  + {told}  [{event}]"
        yield from old[place : place + 1] if place < upto else ()


def _flipped(answer: WhatIf, flip: Flip) -> Iterator[str]:
    if flip.event is None:
        yield "Every event still holds, and the plot is missed at the end:"
    elif answer.is_misplaced:
        yield (
            f"What is put in after event {flip.at} cannot happen there: {flip.event}"
            if flip.at
            else (f"What is put in at the start cannot happen there: {flip.event}")
        )
    else:
        whose = f", by {flip.who}" if flip.who else ""
        yield f"Event {flip.at + 1} flips{whose}: {answer.told[flip.at]}  [{flip.event}]"
    for hindrance in flip.hindrances:
        yield from (f"   {line}" for line in hindered(hindrance))
    if flip.explanation is not None:
        yield f"   before, {_before(flip, flip.explanation)}"
    for few in flip.tipped[:MOST_TIPPED]:
        yield f"   it turns on {', together with '.join(map(_shift, few))}"
    if len(flip.tipped) > MOST_TIPPED:
        yield f"   and on any of {len(flip.tipped) - MOST_TIPPED} more"
    if not answer.weighed:
        yield "   (what it turns on was not worked out: too much work)"


def _before(flip: Flip, why: Explanation) -> str:
    """Why somebody did, or let happen, what they will not now."""
    is_bystander = any(each.obstacle is Obstacle.REFUSED and each.who == why.character for each in flip.hindrances)
    if is_bystander and not any(stake.change for stake in why.stakes):
        return f"{why.character} did not mind it"
    return f"{why.character} {'put up with' if is_bystander else 'wanted'} it: {_wanted(why)}"


def _wanted(why: Explanation) -> str:
    moved = ", ".join(f"{stake.motive} {_signed(stake.change)}" for stake in why.stakes if stake.change)
    plan = ", then ".join(step.action for step in why.plan)
    return f"{moved or 'nothing better could be done'} (the plan: {plan})"


def _shift(shift: Shift) -> str:
    if shift.is_weight:
        now, before = show_worth(shift.after), show_worth(shift.before)
        return f"{shift.what}, which weighs {now} to {shift.minds[-1]} (it weighed {before})"
    chain = " ".join(f"{mind} believing that" for mind in shift.minds)
    is_turned = isinstance(shift.after, bool) and shift.before is not shift.after and isinstance(shift.before, bool)
    was = "it was not so before" if is_turned else f"it was {show_worth(shift.before)}"
    return f"{chain} {show_fact(shift.what, shift.after)} ({was})".strip()


def in_one_line(answer: WhatIf) -> str:
    """What flips and what it turns on, in one line."""
    flip = answer.flip
    if flip is None:
        return "the old story still holds" if answer.holds else "not proven"
    where = "the plot is missed at the end" if flip.event is None else f"event {flip.at + 1} flips"
    where = "what is put in cannot happen there" if answer.is_misplaced else where
    whose = f", by {flip.who}" if flip.who else ""
    turns = f": it turns on {', together with '.join(map(_shift, flip.tipped[0]))}" if flip.tipped else ""
    return f"{where}{whose}{turns}"


def _course(answer: WhatIf) -> Iterator[str]:
    course, kept = answer.course, shared(answer)
    if course.fabula is not None:
        yield f"It can go on so, {_plural(course.differences, 'event')} other than before:"
        yield from _numbered(course.told[kept:], course.events[kept:], kept + 1)
        if answer.stopped is not Stop.SATISFIED:
            yield f"  This is the nearest story found. That none is nearer is not proven: {_stop(answer)}."
        return
    if answer.stopped is not None:
        yield _none(answer)
    if course.life is not None and course.events[kept:]:
        yield "It would go on so, with nobody steering:"
        yield from _numbered(course.told[kept:], course.events[kept:], kept + 1)
        yield f"  Then {course.life.rest.value}."
    elif course.life is not None:
        yield f"With nobody steering nothing more would happen: {course.life.rest.value}."


def shared(answer: WhatIf) -> int:
    """How many events both stories begin with."""
    pairs = list(zip(answer.course.events, answer.story.actions, strict=False))
    return next((n for n, (new, old) in enumerate(pairs) if new != old), len(pairs))


def _none(answer: WhatIf) -> str:
    limits = answer.limits
    within = f"within {limits.events} events, foresight {limits.foresight}, depth {limits.depth}"
    if answer.stopped is Stop.EXHAUSTED:
        return f"No story reaches the author's ending then, {within}."
    return f"No story to the author's ending was found {within}, and none is ruled out: {_stop(answer)}."


def _stop(answer: WhatIf) -> str:
    return f"--{answer.reached} was reached" if answer.reached else "it was cancelled"


def _endings(answer: WhatIf) -> Iterator[str]:
    for word, names in (("gained", answer.gained), ("lost", answer.lost)):
        if names:
            yield f"Ending {word}: {', '.join(names)}."


def why_not(answer: WhyNot) -> str:
    """What stands in the way of an event."""
    place = "At the start" if answer.at == 1 else f"After {answer.before[-1]}, before event {answer.at}"
    what = f"{answer.text}  [{answer.event}]" if answer.text else answer.event
    if answer.happens:
        return f"{place}, nothing stands in the way: {what}"
    if answer.happens is None:
        return f"{place}, it was not settled whether this can happen: {what} (--{answer.reached} was reached)"
    lines = [f"{place}, this does not happen: {what}"]
    lines += [f"   {line}" for hindrance in answer.hindrances for line in hindered(hindrance)]
    if answer.reached is not None:
        lines.append(f"   (what would help was not worked out: --{answer.reached} was reached)")
    return "\n".join(lines)


def required(answer: Requires) -> str:
    """What it takes, and a story that shows each way."""
    tried = f"{_plural(answer.tried, 'set')} of changes tried"
    if answer.already is not None:
        return "\n".join([f"Nothing has to change for {answer.wanted}:", *_shown(answer.already)])
    if answer.holds is False:
        every = f"all {answer.tally.smaller:,} sets, the empty one counted, were ruled out"
        return f"None of up to {_plural(answer.size, 'change')} brings about {answer.wanted}: {every}.{_fails(answer)}"
    if answer.holds is None:
        return (
            f"Not proven: nothing was found that brings about {answer.wanted} ({tried}). {_left_open(answer)}"
            f"{_fails(answer)}"
        )
    lines = [f"What it takes for {answer.wanted} ({tried}):"]
    for number, each in enumerate(answer.answers, 1):
        is_told = any(other.story == each.story for other in answer.answers[: number - 1])
        lines += ["", f"{number}. {'; and '.join(each.changes)}  ({_plural(each.steps, 'step')})"]
        lines += ["   The same story shows it."] if is_told else _shown(each)
    return "\n".join([*lines, "", _least(answer)])


def _fails(answer: Requires) -> str:
    """Where an outline fails as things are, in a line of its own."""
    fails = answer.fails
    if fails is None:
        return ""
    why = "cannot happen" if fails.who is None else f"is not done, since {fails.who} has no reason for it"
    return f"\nAs things are, event {fails.at} {why}: {fails.event}"


def _least(answer: Requires) -> str:
    """Whether less would do."""
    if answer.is_minimal:
        if answer.tally.smaller == 1:
            return "Proven to be the least: nothing less is a change, and as things are it was ruled out."
        smaller = f"{answer.tally.smaller:,} smaller sets of changes (the empty one counted)"
        return f"Proven to be the least: {smaller}, each of them ruled out."
    fewer = f"Proven: {_no_fewer(answer)}. " if answer.is_fewest and answer.size > 1 else ""
    return f"{fewer}Not proven to be the least{' of these' if fewer else ''}. {_left_open(answer)}"


def _no_fewer(answer: Requires) -> str:
    """That fewer changes do not do it."""
    few = "one change" if answer.size == 2 else f"{answer.size - 1} changes"
    return f"{few} would not do it ({answer.fewer.smaller:,} sets, each of them ruled out)"


def _left_open(answer: Requires) -> str:
    """How much of what could be an answer, or a smaller one, was neither found to be one nor ruled out."""
    left, what = answer.tally, "smaller set" if answer.answers else "set"
    said = [
        f"{number:,} {word}"
        for number, word in (
            (left.ruled_out, "ruled out"),
            (left.unsettled, "tried, and not to the end"),
            (left.untried, "not tried"),
        )
        if number
    ]
    number = f"{left.smaller:,} {what}{'s' if left.smaller != 1 else ''}"
    return f"Of {number} of changes (the empty one counted): {'; '.join(said)}."


def _shown(answer: Required) -> list[str]:
    lines = [f"   {line.strip()}" for line in _numbered(answer.told, answer.story)]
    return lines or ["   It is so from the start."]


def _plural(number: Number, what: str) -> str:
    return f"{show(number)} {what}" if number == 1 else f"{show(number)} {what}s"


# --- what stands in the way ------------------------------------------------------------------------------------------


def hindered(hindrance: Hindrance) -> Iterator[str]:
    """One thing that stands in the way, in a few lines."""
    who = hindrance.who
    match hindrance.obstacle:
        case Obstacle.FORBIDDEN:
            yield "the author does not let it happen"
        case Obstacle.IMPOSSIBLE:
            yield from _not_so("it is not possible", "nothing of it can ever matter here", hindrance.unmet)
        case Obstacle.DUE:
            yield f"{hindrance.due} is due, and comes first"
        case Obstacle.DISBELIEVED:
            due = f"for {who}, {hindrance.due} is due" if hindrance.due else ""
            yield from _not_so(f"{who} takes it for impossible", due, hindrance.unmet)
        case Obstacle.UNSURE:
            yield f"{who} cannot tell how well off they are, and so has a reason for nothing"
        case Obstacle.REFUSED:
            yield f"{who} does not put up with it: {_cost(hindrance)}"
        case Obstacle.NO_REASON:
            yield f"{who} has no reason for it: {_cost(hindrance)}"
        case Obstacle.BETTER:
            yield f"{who} has something better to do: {_cost(hindrance)}"
    yield from _instead(hindrance)
    yield from _help(hindrance)


def _not_so(head: str, otherwise: str, unmet: tuple[Unmet, ...]) -> Iterator[str]:
    if not unmet:
        yield f"{head}: {otherwise}" if otherwise else head
    for each in unmet:
        yield f"{head}: it asks for {each.condition}{_actual(each)}"


def _actual(unmet: Unmet) -> str:
    said = "; ".join(_is(actual, unmet) for actual in unmet.actual if not _is_plain(actual, unmet))
    held = " for them" if unmet.minds else ""
    return f", while{held} {said}" if said else ""


def _is_plain(actual: Actual, unmet: Unmet) -> bool:
    """Whether what is so is just that the condition is not."""
    is_own = actual.minds == unmet.minds and isinstance(actual.value, bool)
    return is_own and show_fact(actual.fluent, not actual.value) == unmet.condition


def _is(actual: Actual, unmet: Unmet) -> str:
    inner = actual.minds[len(unmet.minds) :]  # whose mind it is was said before
    return f"{_mind(inner)}{show_fact(actual.fluent, actual.value)}"


def _mind(minds: tuple[str, ...]) -> str:
    return "".join(f"{mind} believes that " for mind in minds)


def _cost(hindrance: Hindrance) -> str:
    moved = ", ".join(f"{motive} {_signed(cost)}" for motive, cost in hindrance.costs) or "it changes nothing"
    before, after = (show_worth(worth) for worth in (hindrance.before, hindrance.after))
    return f"{moved} (in all {before} now, {after} right after it)"


def _instead(hindrance: Hindrance) -> Iterator[str]:
    rival = hindrance.instead
    if rival is None or (rival.action is None and hindrance.outlook is None):
        return
    plan = ", then ".join(rival.plan) if rival.plan else "nothing"
    best = "" if hindrance.outlook is None else f", against {show(hindrance.outlook)} this way at best"
    yield f"{hindrance.who or hindrance.doer} would rather do: {plan}, which leads to {show(rival.outlook)}{best}"


def _help(hindrance: Hindrance) -> Iterator[str]:
    who, weight, belief = hindrance.who, hindrance.weight, hindrance.belief
    if weight is not None:
        yield f"{who} would do it if {weight.motive} weighed {show(weight.needed)} instead of {show(weight.now)}"
    if belief is not None:
        truth = "which is so" if belief.is_so else "which is not so"
        yield f"{who} would do it believing that {show_fact(belief.fluent, belief.needed)}, {truth}"


def _signed(number: Number) -> str:
    return f"{'+' if number > 0 else ''}{show(number)}"
