"""The smallest changes with which a finding is gone: looked for, and each verified by checking the whole outline anew.

A change of the outline (an event put in, left out, moved, or done by another) is checked in the same world, where
nearly all is known already. A change of the world (a belief, a fact at the start, a weight) is checked in a world of
its own. A repair is kept if its finding is gone, no other line fails that did not fail before, and none is left open
that was not. Cost: a check of the outline for each change that is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kizuna.diagnostics import Diagnostic
from kizuna.grounding import GroundWorld
from kizuna.inquiry.outline.assumed import inserted
from kizuna.inquiry.outline.changes import changes
from kizuna.inquiry.outline.stage import Stage
from kizuna.inquiry.outline.values import Answer, Finding, Mending, Outline, Repair
from kizuna.inquiry.outline.walk import Course, Step, Stuck, Walk

MOST_REPAIRS = 3
"""Repairs that are named for one finding."""
MOST_TRIED = 60
"""Changes that are tried for one finding."""
SLICE = 2_000
"""Expansions to look for events to put in."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change to be verified: in words, the steps with it, and the world with it where that is another."""

    kind: Mending
    says: str
    steps: tuple[Step, ...]
    world: GroundWorld | None = None


def repairs(
    stage: Stage,
    outline: Outline,
    steps: Sequence[Step],
    course: Course,
    findings: Sequence[Finding],
    gap: int,
    work: int,
) -> list[Finding]:
    """The findings, each with the repairs that were found for it; findings that are settled need none."""
    mender = _Mender(stage, outline, tuple(steps), course, gap, work)
    mended: dict[int, tuple[Repair, ...]] = {}
    for stuck in course.stuck:
        if any(finding.line == stuck.step and finding.settled is None for finding in findings):
            mended[stuck.step] = mender.of(stuck, [f for f in findings if f.line == stuck.step])
    return [_with(finding, mended.get(finding.line, ())) for finding in findings]


def _with(finding: Finding, found: tuple[Repair, ...]) -> Finding:
    diagnostic: Diagnostic = finding.diagnostic
    help = (*diagnostic.help, *(f"The line holds if {repair.says}." for repair in found))
    return replace(finding, diagnostic=replace(diagnostic, help=help), repairs=found)


class _Mender:
    def __init__(
        self, stage: Stage, outline: Outline, steps: tuple[Step, ...], course: Course, gap: int, work: int
    ) -> None:
        self.stage = stage
        self.outline = outline
        self.steps = steps
        self.gap = gap
        self.left = work
        self.failing = {self.steps[stuck.step].line for stuck in course.stuck}
        self.open = {self.steps[n].line for n in range(len(steps)) if course.answer(n) is Answer.OPEN}

    def of(self, stuck: Stuck, findings: Sequence[Finding]) -> tuple[Repair, ...]:
        """The repairs of one step: the first few changes that are verified, smaller ones first."""
        found: list[Repair] = []
        for tried, change in enumerate(self._changes(stuck, findings)):
            if tried == MOST_TRIED or self.left <= 0:
                break
            if all(change.kind is not other.kind for other in found) and self._is_verified(change, stuck):
                found.append(Repair(change.kind, change.says, self._named(change.steps)))
            if len(found) == MOST_REPAIRS:
                break
        return tuple(found)

    def _is_verified(self, change: Change, stuck: Stuck) -> bool:
        """Whether the finding is gone with a change, and nothing else is worse."""
        world = change.world
        stage = self.stage if world is None else Stage(world, self.stage.limits, self.left)
        here = self.steps[stuck.step].line
        with _At(stage, self.left) as spent:
            course = Walk(stage, change.steps, self.gap, self.failing - {here}).run()
        self.left -= spent()
        failing = {change.steps[each.step].line for each in course.stuck}
        open_ = {change.steps[n].line for n in range(len(change.steps)) if course.answer(n) is Answer.OPEN}
        return here not in failing | (open_ - self.open) and failing <= self.failing and open_ <= self.open

    def _named(self, steps: Sequence[Step]) -> tuple[str, ...]:
        return tuple(self._name(step) for step in steps)

    def _name(self, step: Step) -> str:
        if step.is_gap:
            return "..."
        if len(step.actions) == 1:
            return self.stage.world.actions[step.actions[0]].name
        return self.outline.lines[step.line].text if step.line is not None else ""

    # --- what is tried -----------------------------------------------------------------------------------------------

    def _changes(self, stuck: Stuck, findings: Sequence[Finding]) -> Iterator[Change]:
        """What is tried for a step that does not hold, smaller changes first."""
        yield from self._inserting(stuck, 1)
        yield from self._replacing(stuck)
        yield from self._removing(stuck.step)
        yield from self._fetching(stuck.step)
        yield from self._moving(stuck.step)
        if not stuck.gap:
            yield from self._in_the_world(stuck)
        yield from self._inserting(stuck, 2)
        for earlier in range(stuck.step - 1, -1, -1):
            yield from self._removing(earlier)

    def _inserting(self, stuck: Stuck, count: int) -> Iterator[Change]:
        """So many explained events put in right before the step, or one further up that still leads to it."""
        step = self.steps[stuck.step]
        if not step.actions:
            return
        with _At(self.stage, min(self.left, SLICE)) as spent:
            ways = list(inserted(self.stage, stuck.lane.state, step.actions, count, SLICE, 2 * MOST_REPAIRS))
        self.left -= spent()
        for _, way in ways:
            if len(way) == count:
                new = tuple(Step(None, (action,)) for action in way)
                says = f"{_and([self._name(each) for each in new])} come{'s' if count == 1 else ''} before it"
                yield Change(Mending.INSERT, says, (*self.steps[: stuck.step], *new, *self.steps[stuck.step :]))

    def _replacing(self, stuck: Stuck) -> Iterator[Change]:
        """The same action with one other argument."""
        step = self.steps[stuck.step]
        line = None if step.line is None else self.outline.lines[step.line]
        if line is None or line.is_gap:
            return
        for number, action in enumerate(self.stage.world.actions):
            if number not in step.actions and _is_nearly(action.name, line.readings[0]):
                if self.stage.judge(stuck.lane.state, number) is not Answer.HOLDS:
                    continue
                steps = (*self.steps[: stuck.step], Step(step.line, (number,)), *self.steps[stuck.step + 1 :])
                yield Change(Mending.REPLACE, f"it is {action.name} instead", steps)

    def _removing(self, place: int) -> Iterator[Change]:
        """The outline without a step."""
        if not self.steps[place].is_gap:
            steps = (*self.steps[:place], *self.steps[place + 1 :])
            yield Change(Mending.REMOVE, f"{self._name(self.steps[place])} is left out", steps)

    def _moving(self, place: int) -> Iterator[Change]:
        """The step somewhere else, near places first."""
        step = self.steps[place]
        rest = (*self.steps[:place], *self.steps[place + 1 :])
        if not step.actions:
            return
        for far in range(1, len(rest) + 1):
            for to in (place + far, place - far):
                if 0 <= to <= len(rest):
                    before = self._name(rest[to]) if to < len(rest) else ""
                    where = f"it stands before {before}" if before else "it stands at the end"
                    yield Change(Mending.MOVE, where, (*rest[:to], step, *rest[to:]))

    def _fetching(self, place: int) -> Iterator[Change]:
        """A later step put right before this one, near ones first."""
        for later in range(place + 1, len(self.steps)):
            step = self.steps[later]
            if not step.is_gap:
                between = self.steps[place:later]
                steps = (*self.steps[:place], step, *between, *self.steps[later + 1 :])
                yield Change(Mending.MOVE, f"{self._name(step)}, which comes later, comes before it", steps)

    def _in_the_world(self, stuck: Stuck) -> Iterator[Change]:
        """Another belief, fact or weight from the start on."""
        step = self.steps[stuck.step]
        if step.actions:
            for kind, says, world in changes(self.stage, stuck.lane, step.actions[0]):
                yield Change(kind, says, self.steps, world)


class _At:
    """So much work within a larger limit; calling what it gives says how much was done, new states counted too."""

    def __init__(self, stage: Stage, work: int) -> None:
        self.stage = stage
        self.work = work

    def __enter__(self) -> Callable[[], int]:
        effort = self.stage.problem.effort
        self.limit, self.reached = effort.max_expansions, self.stage.reached
        start, states = effort.expanded, len(self.stage.dynamics.store)
        end = effort.expanded + max(1, self.work)
        effort.max_expansions = end if self.limit is None else min(self.limit, end)
        return lambda: 1 + effort.expanded - start + (len(self.stage.dynamics.store) - states)

    def __exit__(self, *_: object) -> None:
        self.stage.problem.effort.max_expansions, self.stage.reached = self.limit, self.reached


def _is_nearly(name: str, other: str) -> bool:
    """Whether two actions are one but for one argument."""
    (one, mine), (two, theirs) = (_parts(each) for each in (name, other))
    differing = [a for a, b in zip(mine, theirs, strict=False) if a != b]
    return one == two and len(mine) == len(theirs) and len(differing) == 1


def _parts(name: str) -> tuple[str, list[str]]:
    schema, _, rest = name.partition("(")
    return schema, [each.strip() for each in rest.rstrip(")").split(",")]


def _and(names: list[str]) -> str:
    return " and ".join(names)
