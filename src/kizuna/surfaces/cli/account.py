"""Reasons as text for a terminal: what somebody wanted, what they believed, what it cost, and what spoke against it."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.fabula import Explanation, Grade
from kizuna.inquiry import Account, Choice, EitherWay, EventAccount, Forbearance, Ground, Reason
from kizuna.model.values import Number, show, show_fact, show_worth
from kizuna.narration import Line

_HEADS = {
    Grade.WILLS: "wants this",
    Grade.ANSWERS: "has no better answer",
    Grade.EITHER_WAY: "asks, since it pays either way",
    Grade.PERMITS: "puts up with this",
}


def accounted(account: Account, sentences: tuple[Line, ...]) -> str:
    """A story with the reasons of everyone in it."""
    parts = []
    for number, (event, sentence) in enumerate(zip(account.events, sentences, strict=True), 1):
        parts.append(f"{number}. {sentence.text}  [{event.action}]")
        parts += [f"   {line}" for line in _event(event)]
        parts.append("")
    return "\n".join(parts).rstrip()


def reasons_of(account: Account) -> dict[int, list[str]]:
    """The lines about every event, by its number from 1."""
    return {number: [line.strip() for line in _event(event)] for number, event in enumerate(account.events, 1)}


def _event(event: EventAccount) -> Iterator[str]:
    if not event.reasons:
        yield "Nobody decides this: it happens."
    for reason in event.reasons:
        yield from _reason(reason)
    if event.liar is not None:
        yield f"{event.liar} does not believe what is said here: it is a lie."
    for forborne in event.forborne:
        yield _forborne(forborne)
    happened = {(change.fluent, change.after) for change in event.changes if not change.minds}
    for change in event.changes:
        if len(change.minds) == 1 and (change.fluent, change.after) in happened:
            continue  # whoever perceives what happens believes it; only what else they make of it is worth a line
        whose = " believes ".join(change.minds)
        prefix = f"{whose} now believes: " if change.minds else "now: "
        yield f"{prefix}{show_fact(change.fluent, change.after)} (was {show_worth(change.before)})"
    for dropped in event.dropped:
        yield f"{dropped.who} {dropped.how.value}: {_then(dropped.plan)}"


def _reason(reason: Reason) -> Iterator[str]:
    why = reason.explanation
    yield f"{why.character} {_HEADS[why.grade]}: {_gain(why)}"
    if why.outlook is not None or why.floor is not None:
        floor, outlook = (show(b if a is None else a) for a, b in ((why.floor, why.before), (why.outlook, why.after)))
        yield f"  with what others would do next: {floor} if nothing is done, {outlook} this way"
    if len(why.plan) > 1:
        yield f"  the plan: {_then(tuple(step.action for step in why.plan))}"
    right = [_ground(ground) for ground in reason.grounds if not ground.wrong and not ground.usual]
    wrong = [f"{_ground(ground)}, while it is {show_worth(ground.actual)}" for ground in reason.grounds if ground.wrong]
    if right:
        yield f"  believing that {'; '.join(right)}"
    for mistake in wrong:
        yield f"  wrongly believing that {mistake}"
    for step in why.plan[1:]:
        for inner in step.explanations:
            yield f"  expecting {inner.character} to {step.action}: {_gain(inner)}"
    if reason.choice is not None:
        yield from _choice(reason.choice)
    if reason.hinges:
        one = " and ".join(_believed(ground) for ground in reason.hinges[0])
        more = "".join(f"; or that {' and '.join(_believed(g) for g in hinge)}" for hinge in reason.hinges[1:])
        yield f"  only because of believing that {one}{more}"
    if reason.either_way is not None:
        yield f"  {_either_way(reason.either_way)}"
    if not reason.weighed:
        yield "  (what else there was to do was not weighed: too much work)"


def _choice(choice: Choice) -> Iterator[str]:
    """What it was chosen over, if that was a near thing or cost something."""
    rival = _then(choice.rival.plan) if choice.rival.plan else "nothing"
    if choice.voice is not None:
        conflict = "against all gain" if choice.conflict is None else f"conflict {show(choice.conflict)}"
        yield f"  rather than {rival}: {_differences(choice)} ({conflict})"
        wish = f"it would rather {rival}" if choice.rival.plan else "it only objects"
        yield f"  against it speaks {choice.voice.motive}, by {show(choice.voice.cost)}: {wish}"
    elif choice.margin == 0 and choice.rival.plan:
        yield f"  just as well: {rival}"
    if choice.margin < 0:
        yield f"  against better judgement, by {show(-choice.margin)}"


def _differences(choice: Choice) -> str:
    return ", ".join(f"{name} {_signed(d)}" for name, d in choice.differences if d)


def _either_way(either: EitherWay) -> str:
    answers = "; ".join(f"{branch.answer} leaves {show(branch.outlook)}" for branch in either.branches)
    verdict = "pays either way" if either.robust else "does not pay either way"
    return f"{verdict}: {answers}; not asking, {show(either.without)}"


def _forborne(forborne: Forbearance) -> str:
    left = f"{forborne.who} could {forborne.action}, and does not"
    if forborne.motive is None:
        return f"{left}: something serves better"
    return f"{left}, for the sake of {forborne.motive}"


def _gain(why: Explanation) -> str:
    if len(why.stakes) == 1 and why.stakes[0].motive == "utility":
        return f"{show(why.before)} now, {show(why.after)} hoped for"
    moved = [f"{s.motive} {_signed(s.change)}" for s in why.stakes if s.change]
    changes = ", ".join(moved) if moved else "it changes nothing"
    return f"{changes} (in all {show(why.before)} now, {show(why.after)} hoped for)"


def _signed(number: Number) -> str:
    return f"{'+' if number > 0 else ''}{show(number)}"


def _then(plan: tuple[str, ...]) -> str:
    return ", then ".join(plan)


def _believed(ground: Ground) -> str:
    return f"{_ground(ground)}, and it is {show_worth(ground.actual)}"


def _ground(ground: Ground) -> str:
    chain = "".join(f"{mind} believes that " for mind in ground.minds[1:])
    return chain + show_fact(ground.fluent, ground.believed)
