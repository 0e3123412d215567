"""Every kind of answer as HTML, and what could not be answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kizuna.api import Overview
from kizuna.diagnostics import Diagnostic, Outcome
from kizuna.diagnostics.render import render_full
from kizuna.fabula import Fabula, Limits, Verdict
from kizuna.inquiry import Account
from kizuna.model.values import show
from kizuna.model.world import World
from kizuna.narration import Prose, Recounted
from kizuna.search import SearchResult, Stop
from kizuna.surfaces.notebook.account import account
from kizuna.surfaces.notebook.markup import Child, Html, element, html
from kizuna.surfaces.notebook.markup import page as whole_page


def page(value: object) -> Html:
    """Any answer as a block of HTML."""
    return whole_page(shown(value))


def shown(value: object) -> Html:
    """Any answer: as its kind is shown, else as Python would write it."""
    if isinstance(value, Outcome):
        return _outcome(value)
    for kind, how in _HOW.items():
        if isinstance(value, kind):
            return how(value)
    if isinstance(value, tuple) and value and all(isinstance(each, Fabula) for each in value):
        return html(map(_fabula, value))
    return element("pre", repr(value))


def _outcome(outcome: Outcome[Any]) -> Html:
    return html(map(_diagnostic, outcome.diagnostics), () if outcome.value is None else shown(outcome.value))


def _diagnostic(diagnostic: Diagnostic) -> Html:
    # Rendered for a terminal, whose columns a <pre> keeps.
    return element("pre", render_full([diagnostic]), kind=diagnostic.severity.value)


def _fabula(fabula: Fabula) -> Html:
    worth = f"worth {show(fabula.utility)} to the author, {show(fabula.before)} at the start"
    events = element("ol", (element("li", element("code", action)) for action in fabula.actions))
    unproven = [element("p", element("strong", "not proven"), f": {claim}") for claim in fabula.not_proven]
    return html(
        element("p", f"A story in {fabula.world} ", element("span", f"({worth})", kind="quiet")), events, unproven
    )


def _result(result: SearchResult) -> Html:
    return html(map(_fabula, result.fabulas), element("p", _ending(result), kind="quiet"))


def _ending(result: SearchResult) -> str:
    """How the search ended, and how far it looked."""
    within = _within(result.limits)
    match result.stopped:
        case Stop.SATISFIED:
            return f"Found {within}."
        case Stop.EXHAUSTED if result.fabulas:
            return f"That is all there is {within}."
        case Stop.EXHAUSTED:
            return f"There is no such story {within}."
        case Stop.LIMIT:
            return f"Stopped at {result.reached} {within}; there may be more."
    return f"Cancelled {within}; there may be more."


def _within(limits: Limits) -> str:
    return f"within {limits.events} events, foresight {limits.foresight}, depth {limits.depth}"


def _recounted(recounted: Recounted) -> Html:
    return html(element("p", line.text) for line in recounted)


def _prose(prose: Prose) -> Html:
    return html(element("p", " ".join(each.text for each in paragraph.sentences)) for paragraph in prose.paragraphs)


def _verdict(verdict: Verdict) -> Html:
    head = "Accepted" if verdict.accepted else "Refused"
    counts = (
        f"{verdict.confirmed} claims confirmed, {len(verdict.refuted)} refuted, {len(verdict.not_proven)} not proven"
    )

    def findings() -> Iterator[Child]:
        for word, found in (("refuted", verdict.refuted), ("not proven", verdict.not_proven)):
            for each in found:
                place = f" in event {each.event}" if each.event else ""
                yield element("li", element("strong", word), f"{place}: {each.message}")

    listed = element("ul", findings()) if verdict.refuted or verdict.not_proven else ()
    return html(element("p", element("strong", head), f": {counts}."), listed)


def _overview(overview: Overview) -> Html:
    counts = f"{overview.fluents} fluents, {overview.actions} actions and {overview.rules} rules can matter."
    return html(element("p", f"Cast: {_names(overview.characters)}."), element("p", counts, kind="quiet"))


def _world(world: World) -> Html:
    title = element("p", element("strong", world.title or world.name))
    counts = f"{len(world.existents)} existents, {len(world.fluents)} fluents, {len(world.actions)} actions."
    return html(title, element("p", f"Cast: {_names(world.characters)}."), element("p", counts, kind="quiet"))


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "nobody"


_HOW: dict[type[Any], Callable[[Any], Html]] = {
    Account: account,
    Diagnostic: _diagnostic,
    Fabula: _fabula,
    Overview: _overview,
    SearchResult: _result,
    Prose: _prose,
    Recounted: _recounted,
    Verdict: _verdict,
    World: _world,
}
