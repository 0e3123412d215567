"""Why they did it, as HTML: events in a list, under each everyone's reason, motive by motive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kizuna.fabula import Explanation, Grade
from kizuna.inquiry import Account, Change, Choice, EitherWay, EventAccount, Ground, Reason
from kizuna.model.values import show, show_fact, show_worth
from kizuna.surfaces.notebook.markup import Child, Html, element, html

_HEADS = {
    Grade.WILLS: " wants this: ",
    Grade.ANSWERS: " has no better answer: ",
    Grade.EITHER_WAY: " asks, since it pays either way: ",
    Grade.PERMITS: " puts up with this: ",
}


def account(value: Account) -> Html:
    """A story with everyone's reasons."""
    return element("ol", (element("li", _event(event)) for event in value.events))


def _event(event: EventAccount) -> Iterator[Child]:
    yield element("p", element("strong", event.text), " ", element("code", event.action, kind="quiet"))
    if not event.reasons:
        yield element("p", "Nobody decides this: it happens.", kind="quiet")
    for reason in event.reasons:
        yield element("div", _reason(reason), kind="reason")
    if event.liar is not None:
        mark = element("span", element("strong", "A lie"), kind="lie")
        yield element("p", mark, f": {event.liar} does not believe what is said here.")
    for summary, items in (
        ("What it changes", [*map(_change, event.changes), *_endings(event)]),
        ("What is left undone", [*_forborne(event)]),
    ):
        if items:
            yield element("details", element("summary", summary), _list(items))


def _list(items: Iterable[Child]) -> Html:
    return element("ul", (element("li", item) for item in items))


def _reason(reason: Reason) -> Iterator[Child]:
    why = reason.explanation
    yield element("p", element("strong", why.character), _HEADS[why.grade], _stakes(why))
    lines = [*_plan(why), *map(_ground, (ground for ground in reason.grounds if ground.wrong or not ground.usual))]
    lines += [
        html("expecting ", inner.character, " to ", element("code", step.action), ": ", _stakes(inner))
        for step in why.plan[1:]
        for inner in step.explanations
    ]
    lines += [*_choice(reason.choice), *map(_hinge, reason.hinges), *_either_way(reason.either_way)]
    if not reason.weighed:
        lines.append(element("span", "what else there was to do was not weighed: too much work", kind="quiet"))
    if lines:
        yield _list(lines)


def _plan(why: Explanation) -> Iterator[Html]:
    if len(why.plan) > 1:
        yield html("the plan: ", _then(step.action for step in why.plan))


def _then(actions: Iterable[str]) -> Html:
    first, *rest = (element("code", action) for action in actions)
    return html(first, *((", then ", step) for step in rest))


def _stakes(why: Explanation) -> Iterator[Child]:
    """Each motive that moves, with its sign; then the sum."""
    for stake in why.stakes:
        if stake.change and stake.motive != "utility":
            sign = "+" if stake.change > 0 else "−"
            kind = "gain" if stake.change > 0 else "cost"
            yield element("span", f"{stake.motive} {sign}{show(abs(stake.change))}", kind=f"motive {kind}")
            yield " "
    yield element("span", f"({show(why.before)} now, {show(why.after)} hoped for)", kind="quiet")


def _ground(ground: Ground) -> Html:
    """A belief that the plan rests on; a mistaken one is marked."""
    if not ground.wrong:
        return html("believing that ", _believed(ground))
    truth = html(", while it is ", element("code", show_worth(ground.actual)))
    return element("span", element("strong", "wrongly"), " believing that ", _believed(ground), truth, kind="wrong")


def _believed(ground: Ground) -> Html:
    chain = "".join(f"{mind} believes that " for mind in ground.minds[1:])
    return html(chain, element("code", show_fact(ground.fluent, ground.believed)))


def _hinge(hinge: tuple[Ground, ...]) -> Html:
    """Mistakes without which there would be no reason."""
    first, *rest = map(_believed, hinge)
    return html("only because of believing that ", first, *((" and ", each) for each in rest))


def _choice(choice: Choice | None) -> Iterator[Html]:
    """The motive that speaks against it, and what it would rather."""
    if choice is not None and choice.voice is not None:
        rather = html(": it would rather ", _then(choice.rival.plan)) if choice.rival.plan else ""
        yield html("against it speaks ", choice.voice.motive, f", by {show(choice.voice.cost)}", rather)


def _either_way(either: EitherWay | None) -> Iterator[Html]:
    for branch in either.branches if either is not None else ():
        yield html("if ", branch.who, " answers ", element("code", branch.answer), f", {show(branch.outlook)} is left")


def _change(change: Change) -> Html:
    whose = f"{' believes '.join(change.minds)} now believes " if change.minds else "now "
    return html(whose, element("code", show_fact(change.fluent, change.after)), f" (was {show_worth(change.before)})")


def _endings(event: EventAccount) -> Iterator[Html]:
    """Intentions that end unfulfilled."""
    for dropped in event.dropped:
        yield html(dropped.who, f" {dropped.how.value}: ", _then(dropped.plan))


def _forborne(event: EventAccount) -> Iterator[Html]:
    for each in event.forborne:
        why = "something serves better" if each.motive is None else f"for the sake of {each.motive}"
        yield html(each.who, " could ", element("code", each.action), f", and does not: {why}")
