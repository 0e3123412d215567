"""Does an author's own outline hold: event by event, whether it can happen, and whether everybody would.

An outline is a story that nobody looked for: it is lived through (:mod:`kizuna.inquiry.outline.walk`), and where it
comes to a stop, whoever and whatever is in the way is asked (:mod:`kizuna.inquiry.outline.objections`). Defined in
docs/understanding/outlines.md. Cost: one question for each who consents to each event, and a search for each gap.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kizuna.deliberation import Progress
from kizuna.diagnostics import Diagnostic, Label, Span, diagnose
from kizuna.fabula import Limits
from kizuna.grounding.reachability import Reachable
from kizuna.inquiry.outline.advice import advice
from kizuna.inquiry.outline.objections import Objection, never, objections, since_labels
from kizuna.inquiry.outline.reading import listed_readings
from kizuna.inquiry.outline.repairs import repairs
from kizuna.inquiry.outline.stage import CANCELLED, Setting, Stage
from kizuna.inquiry.outline.values import Answer, Checked, Finding, Judged, Outline
from kizuna.inquiry.outline.walk import Course, Step, Stuck, Walk
from kizuna.model.formulas import FALSE, And, Formula, Variable
from kizuna.model.values import Value

LONGEST_GAP = 4
"""Events that may fill a gap where nobody says how many."""
MENDING = 20_000
"""States looked through, in any mind, and states made, for repairs of all findings together."""


def check_outline(
    outline: Outline,
    setting: Setting,
    limits: Limits,
    *,
    gap: int = LONGEST_GAP,
    max_expansions: int | None = None,
    mending: int = MENDING,
    observer: Callable[[Progress], bool | None] | None = None,
    stage: Stage | None = None,
) -> Checked:
    """What there is to say of an outline within ``limits``; at most ``gap`` events fill a gap.

    ``mending`` bounds the work of looking for repairs (0: none). With a ``stage``, whose world has all that the outline
    speaks of, whatever was asked there before is remembered. Raises EndlessRulesError where rules never settle.
    """
    if stage is None:
        stage = Stage(setting.world(outline), limits, max_expansions, observer)
    else:
        stage.allow(max_expansions)
    steps = steps_of(outline, stage)
    course = Walk(stage, steps, gap).run()
    findings = [finding for stuck in course.stuck for finding in _findings(stage, setting, outline, steps, stuck, gap)]
    reached = stage.reached
    if mending:
        findings = repairs(stage, outline, steps, course, findings, gap, mending)
    open_lines = _open(outline, course, stage)
    return Checked(
        outline,
        _answer(course, steps, findings),
        limits,
        tuple(_judged(outline, course, stage, number) for number in range(len(outline.lines))),
        tuple(findings),
        (*open_lines, *_unneeded_marks(outline, findings), *advice(stage, setting.unfolded, outline, course)),
        reached,
    )


def steps_of(outline: Outline, stage: Stage) -> list[Step]:
    """The lines of an outline as the numbers of the actions that they may be."""
    ids = stage.world.action_ids
    return [
        Step(number, tuple(ids[name] for name in line.readings if name in ids), line.is_gap)
        for number, line in enumerate(outline.lines)
    ]


def _answer(course: Course, steps: list[Step], findings: list[Finding]) -> Answer:
    if any(finding.settled is None for finding in findings):
        return Answer.FAILS
    answers = [course.answer(number) for number in range(len(steps))]
    return Answer.OPEN if Answer.OPEN in answers else Answer.HOLDS


def _judged(outline: Outline, course: Course, stage: Stage, number: int) -> Judged:
    done = [each for each in (course.lane.trail if course.lane else ()) if each.step == number]
    events = tuple(stage.world.actions[each.action].name for each in done)
    return Judged(outline.lines[number], course.answer(number), events)


# --- findings --------------------------------------------------------------------------------------------------------


def _findings(
    stage: Stage, setting: Setting, outline: Outline, steps: list[Step], stuck: Stuck, gap: int
) -> list[Finding]:
    line = outline.lines[stuck.step]
    if stuck.gap:
        return [_unfilled(stage, outline, steps, stuck, gap)]
    if not steps[stuck.step].actions:
        name = line.readings[0]
        found, others = [never(name, _never_parts(setting, name))], line.readings[1:]
    else:
        actions = steps[stuck.step].actions
        could = [action for action in actions if stage.dynamics.holds(stuck.lane.state, action)]
        found = list(objections(stage, stuck.lane, (could or actions)[0]))
        others = () if could else tuple(stage.world.actions[action].name for action in actions[1:])
    return [_finding(outline, stuck, each, others) for each in found]


def _finding(outline: Outline, stuck: Stuck, objection: Objection, others: tuple[str, ...]) -> Finding:
    line = outline.lines[stuck.step]
    spans = {number: each.span for number, each in enumerate(outline.lines)}
    labels = (*since_labels(objection, spans, stuck.lane.trail), *objection.labels)
    help = [f"It could also be read as {listed_readings(others)}, which cannot happen here either."] if others else []
    diagnostic = diagnose(objection.code, objection.words, line.span, secondary=_others(labels), help=tuple(help))
    return Finding(stuck.step, objection.who, diagnostic, line.meant)


def _others(labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """Labels, each place once."""
    return tuple({label.span: label for label in reversed(labels)}.values())[::-1]


def _unfilled(stage: Stage, outline: Outline, steps: list[Step], stuck: Stuck, gap: int) -> Finding:
    """That nothing fills a gap such that the next line can follow; why it cannot at once is said as well."""
    line = outline.lines[stuck.step]
    many = f"{gap} event{'' if gap == 1 else 's'}"
    if steps[stuck.step].is_gap:
        words = f"Nothing of up to {many} that somebody has a reason for leads from here to an ending."
        return Finding(stuck.step, None, diagnose("unfilled-gap", words, line.span), line.meant)
    words = f"Nothing of up to {many} that somebody has a reason for fills the gap before {line.readings[0]}."
    labels: tuple[Label, ...] = (Label(outline.lines[stuck.step - 1].span, "the gap"),)
    help, who = ["Allow more events in a gap, or say what happens in it."], None
    for objection in objections(stage, stuck.lane, steps[stuck.step].actions[0]) if steps[stuck.step].actions else ():
        help.append(f"Without anything in the gap: {objection.words}")
        labels, who = (*labels, *objection.labels), who or objection.who
    return Finding(
        stuck.step,
        who,
        diagnose("unfilled-gap", words, line.span, secondary=_others(labels), help=tuple(help)),
        line.meant,
    )


def _never_parts(setting: Setting, name: str) -> list[tuple[Span | None, str]]:
    """The conditions of an action that can never be so at these arguments, as far as one alone is to blame."""
    unfolded = setting.unfolded
    schema_name, _, rest = name.partition("(")
    arguments = [each.strip() for each in rest.rstrip(")").split(",")] if rest.rstrip(")") else []
    reachable = unfolded.reachable()
    for action in unfolded.world.actions:
        if action.name == schema_name and len(action.parameters) == len(arguments):
            pairs = zip(action.parameters, arguments, strict=True)
            binding: dict[str, Value] = {p.name: a for p, a in pairs if isinstance(p, Variable)}
            parts = action.precondition.parts if isinstance(action.precondition, And) else (action.precondition,)
            return [(part.span, _quoted(part)) for part in parts if _never(setting, reachable, part, binding)]
    return []


def _never(setting: Setting, reachable: Reachable, part: Formula, binding: dict[str, Value]) -> bool:
    try:
        ground = setting.unfolded.instantiator.formula(part, binding)
    except KeyError:
        return False
    return ground == FALSE or not reachable.can_hold(ground)


def _quoted(part: Formula) -> str:
    return f"`{' '.join(part.span.text.split())}`" if part.span is not None and len(part.span.text) < 80 else ""


# --- what was left open ----------------------------------------------------------------------------------------------


def _open(outline: Outline, course: Course, stage: Stage) -> list[Diagnostic]:
    found = []
    for number, line in enumerate(outline.lines):
        if number in course.unclear:
            names = [stage.world.actions[action].name for action in course.unclear[number]]
            words = f"`{line.text}` can be read in {len(names)} ways, all of which can happen here."
            help = f"Write the one that is meant: {listed_readings(names)}."
            found.append(diagnose("ambiguous-line", words, line.span, help=help))
        elif course.answer(number) is Answer.OPEN and (course.stopped is None or number == course.stopped):
            words = f"Whether `{line.text}` holds was not proven before {_limit(stage)}."
            found.append(diagnose("open-line", words, line.span, help="Allow more work, or ask for less foresight."))
    return found


def _limit(stage: Stage) -> str:
    return "it was cancelled" if stage.reached == CANCELLED else f"--{stage.reached} was reached"


def _unneeded_marks(outline: Outline, findings: list[Finding]) -> list[Diagnostic]:
    """Reasons that settle nothing."""
    settled = {finding.line for finding in findings}
    return [
        diagnose("nothing-to-settle", f"`{line.text}` is marked as meant, and nothing is wrong with it.", line.span)
        for number, line in enumerate(outline.lines)
        if line.meant is not None and number not in settled
    ]


def shown_as_settled(finding: Finding) -> Diagnostic:
    """A settled finding as one that is kept visible and does not count."""
    words = f"{finding.diagnostic.message} It is meant so: {finding.settled}"
    return replace(finding.diagnostic, code="settled", message=words)
