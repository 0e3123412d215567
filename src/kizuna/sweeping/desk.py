"""Answering cells, one after the other, with what all of them share: the world unfolded once for each plot asked.

For `can` and `must` a cell is told of the stories of a neighbour. If each event of one is possible and explained here
too, and it comes to the ending, then there is such a story, and nothing is searched; so the answer is the same as
from scratch, though the story may be another one, and one that a search would find a shorter way for. Where it fails
here, it proves nothing, and the search is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kizuna import answers, grounding, search
from kizuna.api.finding import limits_of
from kizuna.deliberation import Cancelled, EffortSpent
from kizuna.epistemics import EndlessRulesError
from kizuna.fabula import Fabula, Limits
from kizuna.grounding import Unfolded
from kizuna.inquiry.replay import Replay
from kizuna.inquiry.started import started
from kizuna.inquiry.unmet import Conditions
from kizuna.model.world import Plot
from kizuna.search import Problem, Rest, SearchResult, Stop
from kizuna.search.find import tell_why
from kizuna.search.result import Statistics
from kizuna.sweeping.cells import NO_STORY, Ask, Cell, Standing
from kizuna.sweeping.course import HOLDS, followed
from kizuna.sweeping.job import Job

ANY = ""
"""The name of a story to any ending."""


@dataclass(frozen=True, slots=True)
class Task:
    """A cell to be answered, and the stories of a neighbour to try first, by the ending that they show."""

    number: int
    hints: tuple[tuple[str, Fabula], ...] = ()


class Desk:
    """Where the cells of one job are answered."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self._unfolded: dict[str | None, Unfolded] = {}

    def answer(self, task: Task) -> Cell:
        """The answer of a cell; what cannot be lived in is said in it."""
        ask = {Ask.WOULD: self._would, Ask.CAN: self._can, Ask.MUST: self._must}[self.job.question.ask]
        try:
            return ask(task)
        except EndlessRulesError as endless:
            unfolded = self._of(None, task.number)
            return self._failed(task, answers.endless(unfolded.shrunk(), endless).message)
        except ZeroDivisionError:
            return self._failed(task, "A number is divided by zero while living through the world.")

    def _failed(self, task: Task, problem: str) -> Cell:
        open_ones = (Standing.OPEN,) * len(self.job.question.endings)
        return Cell(task.number, open_ones, problem=problem)

    def _of(self, ending: str | None, number: int, plot: Callable[[], Plot] | None = None) -> Unfolded:
        """The world of a cell with a plot, the authored one unless given; unfolded the first time it is asked for."""
        world = self.job.world if plot is None else replace(self.job.world, plot=plot())
        if ending not in self._unfolded:
            self._unfolded[ending] = grounding.unfold(world).unwrap()
        grid = self.job.grid
        return started(self._unfolded[ending], grid.turns(number), grid.changed(world, number))

    # --- would -------------------------------------------------------------------------------------------------------

    def _would(self, task: Task) -> Cell:
        question = self.job.question
        unfolded = self._of(None, task.number)
        problem = Problem(unfolded.shrunk())
        problem.effort.max_expansions = question.max_expansions
        limits = limits_of(self.job.world, question.events, question.foresight, question.depth)
        course = followed(problem, limits, question.story)
        spent = course.rest is Rest.EFFORT
        conditions = Conditions(unfolded, problem.world)
        came = (any(conditions.holds(e.condition, state) for state in course.states) for e in question.endings)
        return Cell(
            task.number,
            tuple(Standing.YES if yes else Standing.OPEN if spent else Standing.NO for yes in came),
            ((Ask.WOULD.value, course.fabula(problem, limits)),),
            HOLDS if course.rest is None else course.rest.value,
            "max-expansions" if spent else None,
            problem.effort.expanded,
        )

    # --- can ---------------------------------------------------------------------------------------------------------

    def _can(self, task: Task) -> Cell:
        hints = dict(task.hints)
        results = {
            ending.name: self._found(ending.name, task.number, hints.get(ending.name))
            for ending in self.job.question.endings
        }
        stories = tuple((name, result.fabulas[0]) for name, result in results.items() if result.fabulas)
        return Cell(
            task.number,
            tuple(map(_standing, results.values())),
            stories,
            None,
            next((result.reached for result in results.values() if result.reached), None),
            sum(result.statistics.expanded for result in results.values()),
        )

    def _found(
        self, ending: str, number: int, hint: Fabula | None, plot: Callable[[], Plot] | None = None
    ) -> SearchResult:
        """A story with a plot, that of a neighbour if it holds here."""
        question, advised = self.job.question, self.job.world.settings
        unfolded = self._of(ending, number, plot or (lambda: self.job.plot(ending)))
        problem = Problem(unfolded.shrunk())
        problem.effort.max_expansions = question.max_expansions
        known = _at_once(problem) if hint is None else _at_once(problem) or _again(problem, hint)
        if known is not None:
            return known
        problem.effort.max_expansions = None
        return search.find(
            problem,
            events=advised.events if question.events is None else question.events,
            foresight=advised.foresight if question.foresight is None else question.foresight,
            depth=advised.depth if question.depth is None else question.depth,
            max_expansions=question.max_expansions,
        )

    # --- must --------------------------------------------------------------------------------------------------------

    def _must(self, task: Task) -> Cell:
        hints = dict(task.hints)
        stories = self._found(ANY, task.number, hints.get(ANY), lambda: self.job.every_ending)
        proofs = {
            ending.name: search.must(
                ending.name, stories, self._found(ending.name, task.number, hints.get(ending.name))
            )
            for ending in self.job.question.endings
        }
        shown = [(ANY, stories), *((name, proof.without) for name, proof in proofs.items())]
        none = not stories.fabulas and stories.stopped is Stop.EXHAUSTED
        return Cell(
            task.number,
            tuple(_PROVEN[proof.proof] for proof in proofs.values()),
            tuple((name, result.fabulas[0]) for name, result in shown if result.fabulas),
            NO_STORY if none else None,
            next((result.reached for _, result in shown if result.reached), None),
            sum(result.statistics.expanded for _, result in shown),
        )


_PROVEN = {
    search.Proof.PROVEN: Standing.YES,
    search.Proof.REFUTED: Standing.NO,
    search.Proof.NO_STORY: Standing.NO,
    search.Proof.NOT_PROVEN: Standing.OPEN,
}


def _standing(result: SearchResult) -> Standing:
    if result.fabulas:
        return Standing.YES
    return Standing.NO if result.stopped is Stop.EXHAUSTED else Standing.OPEN


def _at_once(problem: Problem) -> SearchResult | None:
    """The story without events, where an ending has come at the start."""
    if problem.before is None or problem.before < 1:
        return None
    limits, world = Limits(1, 1, 0), problem.world
    fabula = Fabula(world.name, world.digest, limits, problem.before, problem.before, ())
    return SearchResult((fabula,), Stop.SATISFIED, limits, None, Statistics(0, 1), problem.goal)


def _again(problem: Problem, story: Fabula) -> SearchResult | None:
    """The same events as a story of this world, if everyone has a reason for each here and it comes to an ending."""
    limits = story.limits
    try:
        if not Replay(story.actions).holds(problem, limits, ends=True):
            return None
        fabula = tell_why(problem, tuple(problem.world.action_ids[action] for action in story.actions), limits)
    except (EffortSpent, Cancelled):
        return None
    statistics = Statistics(problem.effort.expanded, len(problem.dynamics.store))
    return SearchResult((fabula,), Stop.SATISFIED, limits, None, statistics, problem.goal)
