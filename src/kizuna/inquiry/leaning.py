"""What a change would do to the one choice that stands in the way: which changes are worth asking about first?

Naive: ask the mind anew after every change, which costs a search for plans each time. Better: the plan that the event
would begin and the plan that is preferred to it are known from the world as it is. Both are carried out in the changed
mind, and what they are worth there is compared. That costs a few steps and no search. It is a guess and no answer,
since another plan may have become better than both; so it only puts changes in order, and everything that is answered
is asked in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kizuna.deliberation import Asked, Reasons
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.grounding import GroundWorld
from kizuna.grounding.idle_talk import formulas_read
from kizuna.inquiry.dials import Dial, Turn
from kizuna.inquiry.warm import Warm
from kizuna.model.formulas import Read, subformulas
from kizuna.model.values import Number, exact, is_number
from kizuna.search import Problem

Plan = tuple[int, ...]


@dataclass(frozen=True)
class Choice:
    """One will that is lacking: ``who`` would do ``mine[0]`` after the events ``before``, but for ``rival``.

    ``lead`` is by how much the event is better than its rival (below 0: worse), ``within`` how much worse it may be
    (None: it has to be better than doing nothing).
    """

    before: tuple[int, ...]
    who: int
    mine: Plan
    rival: Plan
    lead: Number
    within: Number | None

    def made(self, lead: Number) -> bool:
        """Whether it would be made with that lead."""
        return lead > 0 if self.within is None else lead >= -self.within


class Leaning:
    """Guesses what changes do to a choice of a world."""

    def __init__(self, warm: Warm, start: Problem, choice: Choice) -> None:
        self._warm = warm
        self._start = start
        self.choice = choice
        self._margin = self._difference(start, (), fallback=0)
        self._names = start.reasons.utilities.motives(choice.who)
        self._read = frozenset(_read(start.world, choice))

    @property
    def who(self) -> str:
        """Whose choice it is."""
        return self._start.world.characters[self.choice.who]

    def touches(self, turn: Turn) -> bool:
        """Whether a change is about anything that is looked at here."""
        if turn.dial.minds and turn.dial.minds[0] != self.who:
            return False  # another mind, which shows in this one only where something looks into it
        return turn.dial.motive is not None or turn.dial.says.rpartition(" believes ")[2] in self._read

    def lead(self, turns: Sequence[Turn]) -> Number | None:
        """The lead of the event after changes, as far as one can see; None where it would not be possible any more."""
        if not any(map(self.touches, turns)):
            return self.choice.lead
        known = [turn for turn in turns if turn.dial.motive is None]
        problem = self._warm.problem(known) if known else self._start
        margin = self._difference(problem, turns, fallback=None)
        if margin is None or self._margin is None:
            return None
        return exact(self.choice.lead + margin - self._margin)

    def gains(self, dial: Dial) -> dict[Turn, Number]:
        """What it does to the lead to set a dial, as far as one can see; nothing where that is so for a dial of many
        numbers set as low, and as high, as it goes.
        """
        numbers = sorted(choice for choice in dial.choices if is_number(choice))  # type: ignore[type-var]
        if len(numbers) == len(dial.choices) > 2 and not any(
            self._gain(Turn(dial, end)) for end in (numbers[0], numbers[-1])
        ):
            return {}
        return {turn: self._gain(turn) for turn in (Turn(dial, choice) for choice in dial.choices)}

    def _gain(self, turn: Turn) -> Number:
        lead = self.lead((turn,))
        return 0 if lead is None else exact(lead - self.choice.lead)

    def closes(self, turns: Sequence[Turn]) -> bool:
        """Whether the choice would be made after changes, as far as one can see."""
        lead = self.lead(turns)
        return lead is not None and self.choice.made(lead)

    def _difference(self, problem: Problem, turns: Sequence[Turn], fallback: Number | None) -> Number | None:
        """By how much the end of one plan is worth more than that of the other."""
        state = _after(problem, problem.dynamics.initial, self.choice.before)
        if state is None:
            return fallback
        mind = state.beliefs[self.choice.who]
        ends = _after(problem, mind, self.choice.mine), _after(problem, mind, self.choice.rival) or mind
        if ends[0] is None:
            return fallback
        heart = problem.reasons.utilities.heart(self.choice.who, mind)
        for turn in turns:
            if turn.dial.motive in self._names and self.touches(turn) and is_number(turn.value):
                place = self._names.index(turn.dial.motive)
                heart = problem.reasons.utilities.reweighed(heart, place, turn.value)  # type: ignore[arg-type]
        mine, rival = (problem.reasons.utilities.of(self.choice.who, end, heart) for end in ends if end is not None)
        return fallback if mine is None or rival is None else exact(mine - rival)


def _read(world: GroundWorld, choice: Choice) -> Iterator[str]:
    """The fluents that the plans and the motives of a choice look at, and the rules after each event."""
    events = dict.fromkeys((*choice.before, *choice.mine, *choice.rival))
    looked_at = replace(
        world, motives=(world.motives[choice.who],), actions=tuple(world.actions[event] for event in events)
    )
    for formula in formulas_read(looked_at):
        yield from (world.fluents[part.fluent].name for part in subformulas(formula) if isinstance(part, Read))


def _after(problem: Problem, state: State, events: Sequence[int]) -> State | None:
    """The state after events, if they are possible."""
    for event in events:
        if not problem.dynamics.holds(state, event):
            return None
        state = problem.dynamics.after(state, event)
    return state


def lacking_choice(problem: Problem, before: tuple[int, ...], who: int, action: int, limits: Limits) -> Choice | None:
    """The choice of somebody who has no reason for an action after events, or does not put up with it; None where they
    take it for impossible, or cannot tell how well off they are.
    """
    state, reasons = _after(problem, problem.dynamics.initial, before), problem.reasons
    if state is None:
        return None
    asked = reasons.asked_in_story(state, who, limits.foresight, limits.depth)
    if not problem.dynamics.holds(asked.believed, action):
        return None
    after = problem.dynamics.after(asked.believed, action)
    if who not in problem.world.actions[action].consenting:
        worths = [reasons.utilities.of(who, each, asked.heart) for each in (after, asked.believed)]
        return None if None in worths else Choice(before, who, (action,), (), _lead(worths[0], worths[1]), 0)
    mine = _at_best(reasons, asked, action) or (reasons.worth(asked, after), (action,))
    rival = _rival(problem, asked, action)
    if mine[0] is None or rival[0] is None:
        return None
    return Choice(before, who, mine[1], rival[1], _lead(mine[0], rival[0]), problem.world.tempers[who].within)


def _lead(mine: Number | None, rival: Number | None) -> Number:
    assert mine is not None
    assert rival is not None
    return exact(mine - rival)


def _at_best(reasons: Reasons, asked: Asked, action: int) -> tuple[Number | None, Plan] | None:
    """The best plan that begins with an action, be there better options or not, and what it leads to."""
    option = reasons.at_best(asked, action)
    return None if option is None else (option.outlook, option.plan)


def _rival(problem: Problem, asked: Asked, action: int) -> tuple[Number | None, Plan]:
    """What an action has to be as good as: the best of the other options, or doing nothing."""
    reasons, is_answer = problem.reasons, problem.reasons.answers(asked.believed, action)
    nothing: tuple[Number | None, Plan] = (reasons.worth(asked, asked.believed), ())
    if problem.world.tempers[asked.character].within is None or nothing[0] is None:
        return nothing
    others = [(each.outlook, each.plan) for each in reasons.rivals(asked, action).values()]
    options = others if is_answer else [(nothing[0], ()), *others]
    return max(options, key=lambda option: option[0], default=nothing)
