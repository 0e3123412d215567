"""An outline lived through, line by line, and where it comes to a stop.

After a line that does not hold the check goes on from every plain way in which things could have come to stand as the
author wants them (:mod:`kizuna.inquiry.outline.assumed`): a later line fails only if it fails whichever of them it was.
So one hole is not found again and again. A gap offers its fillings one after the other; what fails after one is tried
after the next (depth first, with the way back).
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kizuna.deliberation import Cancelled, EffortSpent
from kizuna.epistemics import State
from kizuna.inquiry.outline.assumed import assumed
from kizuna.inquiry.outline.filling import can_follow, fillings, until_possible
from kizuna.inquiry.outline.stage import Stage
from kizuna.inquiry.outline.values import Answer
from kizuna.model.formulas import Constant

MOST_LANES = 8
"""After a line that does not hold, the check goes on from no more states than this."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an outline: the numbers of the actions that it may be, or a gap.

    ``line`` is the author's line, None for what a repair put in. With no actions and no gap it can never happen.
    """

    line: int | None
    actions: tuple[int, ...]
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """An event that was lived through: which step it belongs to, its action, the state before, and what is known of it.

    ``assumed`` says that it did not hold and was taken as it stands.
    """

    step: int
    action: int
    before: State
    answer: Answer
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One way in which things may stand, and the events that led there.

    ``plain`` says that nothing is taken for granted but that these events happened. ``owed`` is a step that did not
    hold, with the numbers of its actions: it may still come where it does. ``ahead`` are events that were put in, and
    may be later lines that stand in the wrong place.
    """

    state: State
    trail: tuple[Done, ...] = ()
    plain: bool = True
    owed: tuple[int, tuple[int, ...]] | None = None
    ahead: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stuck:
    """A step that does not hold, whatever is assumed of those before it; ``lane`` is how things stand before it.

    With ``gap`` it follows a gap that nothing fills so that it could.
    """

    step: int
    lane: Lane
    gap: bool = False


@dataclass
class Course:
    """An outline lived through: the steps that do not hold, those that were left open, and the events in the end."""

    stuck: list[Stuck] = field(default_factory=list)
    unclear: dict[int, tuple[int, ...]] = field(default_factory=dict)
    lane: Lane | None = None
    stopped: int | None = None

    def answer(self, step: int) -> Answer:
        """The answer for one step."""
        if any(stuck.step == step for stuck in self.stuck):
            return Answer.FAILS
        if step in self.unclear or (self.stopped is not None and step >= self.stopped):
            return Answer.OPEN
        known = [done.answer for done in self.lane.trail if done.step == step] if self.lane else []
        return Answer.OPEN if Answer.OPEN in known else Answer.HOLDS


class Walk:
    """Lives through steps in one world; at most ``most`` events fill a gap.

    With ``tolerated`` it ends at the first step that does not hold and whose line is none of these.
    """

    def __init__(
        self, stage: Stage, steps: Sequence[Step], most: int, tolerated: Container[int | None] | None = None
    ) -> None:
        self.tolerated = tolerated
        self.stage = stage
        self.steps = steps
        self.most = most
        self.course = Course()

    def run(self) -> Course:
        """The whole outline, from the start of the world."""
        lanes, first = [Lane(self.stage.dynamics.initial)], 0
        while True:
            try:
                reached, lane = self._furthest(lanes, first)
            except (EffortSpent, Cancelled) as spent:
                self.stage.note(spent)
                return self.course
            if reached == len(self.steps):
                self._mark_unclear(lane)
                return self.course
            gap = self.steps[reached].is_gap
            failing = min(reached + 1, len(self.steps) - 1) if gap else reached
            self.course.stuck.append(Stuck(failing, lane, gap))
            if self.tolerated is not None and self.steps[failing].line not in self.tolerated:
                return self.course
            lanes, first = self._after(failing, lane), failing + 1

    def _furthest(self, lanes: list[Lane], first: int) -> tuple[int, Lane]:
        """How far one gets, and the first way in which one gets there."""
        best, found = first, lanes[0]
        self.course.lane = found
        stack: list[Iterator[Lane]] = [iter(lanes)]
        while stack:
            try:
                lane = next(stack[-1], None)
            except (EffortSpent, Cancelled):
                self.course.stopped = first + len(stack) - 2
                raise
            if lane is None:
                stack.pop()
                continue
            index = first + len(stack) - 1
            if index > best or (index == best and lane.plain and not found.plain):
                best, found = index, lane
                self.course.lane = found
            if index == len(self.steps):
                return index, lane
            stack.append(self._onward(lane, index))
        return best, found

    def _onward(self, lane: Lane, index: int) -> Iterator[Lane]:
        """Where a step leads, and then where it leads with what is owed made up for after it."""
        ways = list[Lane]()
        for way in self._stepped(lane, index):
            ways.append(way)
            yield way
        for way in ways:
            for action in way.owed[1] if way.owed else ():
                if self.stage.judge(way.state, action) is not Answer.FAILS:
                    assert way.owed is not None
                    done = Done(way.owed[0], action, way.state, Answer.FAILS, assumed=True)
                    yield Lane(self.stage.dynamics.after(way.state, action), (*way.trail, done), plain=False)

    def _stepped(self, lane: Lane, index: int) -> Iterator[Lane]:
        step = self.steps[index]
        if step.is_gap:
            yield from self._filled(lane, index)
            return
        for action in step.actions:
            answer = self.stage.judge(lane.state, action)
            if answer is not Answer.FAILS:
                yield self._done(lane, index, action, answer)
            elif action in lane.ahead:
                yield replace(lane, ahead=tuple(each for each in lane.ahead if each != action))

    def _filled(self, lane: Lane, index: int) -> Iterator[Lane]:
        """The ways to fill a gap such that the next event can follow, or the end if nothing does."""
        following = self.steps[index + 1] if index + 1 < len(self.steps) else None
        problem = self.stage.problem
        if following is None and isinstance(self.stage.world.utility, Constant):
            yield lane  # there is no ending to get to
            return
        if following is None:
            ways = fillings(self.stage, lane.state, self.most, problem.distance, problem.is_ending)
        elif following.is_gap:
            yield lane  # two gaps in a row are one
            return
        else:
            actions = following.actions
            distance = until_possible(self.stage, actions)
            ways = fillings(self.stage, lane.state, self.most, distance, can_follow(self.stage, actions))
        for _, way in ways:
            onward = lane
            for action in way:
                onward = self._done(onward, index, action, Answer.HOLDS)
            yield onward

    def _done(self, lane: Lane, index: int, action: int, answer: Answer) -> Lane:
        done = Done(index, action, lane.state, answer)
        return replace(lane, state=self.stage.dynamics.after(lane.state, action), trail=(*lane.trail, done))

    def _after(self, index: int, lane: Lane) -> list[Lane]:
        """The ways in which things may stand after a step that does not hold."""
        lanes: list[Lane] = []
        actions = self.steps[index].actions
        for action in actions:
            done = Done(index, action, lane.state, Answer.FAILS, assumed=True)
            ways = assumed(self.stage, lane.state, action)
            lanes += [Lane(state, (*lane.trail, done), lane.plain and plain, None, way) for state, plain, way in ways]
        could = any(self.stage.dynamics.holds(lane.state, action) for action in actions)
        without = replace(lane, plain=lane.plain and not could, owed=(index, actions))
        different = {each.state: each for each in reversed([*lanes[: MOST_LANES - 1], without])}
        return list(reversed(different.values()))

    def _mark_unclear(self, lane: Lane) -> None:
        """Steps of which more than one reading can happen where they stand."""
        for done in lane.trail:
            actions = self.steps[done.step].actions
            could = tuple(a for a in actions if self.stage.dynamics.holds(done.before, a)) if len(actions) > 1 else ()
            if len(could) > 1 and not done.assumed:
                self.course.unclear[done.step] = could
