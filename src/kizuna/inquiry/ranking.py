"""Which of several stories is the most worth telling: four ways to weigh a story, each a number with its reason.

Defined in docs/understanding/search.md. Conflict is that of CPOCL (Ware, Young, Harrison, Roberts 2014), cost against
gain, here as a share; irony is what is done by mistake; variety is greedy: the next story is the one that is furthest
from all before it (Gonzalez 1985).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kizuna.deliberation import Reasons
from kizuna.fabula import Fabula
from kizuna.inquiry.measures import By
from kizuna.inquiry.why import Account, EventAccount, Reason, why
from kizuna.model.values import Number, exact, show
from kizuna.search.kernels import kernel


@dataclass(frozen=True, slots=True)
class Score:
    """What a story is worth in a ranking, and in a line why; ``more`` decides between two of the same ``value``."""

    value: Number
    more: Number
    why: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """Stories, the most interesting first, each with its score; those that come out even keep their order."""

    by: By
    fabulas: tuple[Fabula, ...]
    scores: tuple[Score, ...]


def rank(fabulas: Sequence[Fabula], by: By, reasons: Callable[[], Reasons]) -> Ranking:
    """Ranks stories of one world; ``reasons`` gives everyone's anew for each story, with work of its own."""
    if by is By.VARIETY:
        return _by_variety(fabulas, reasons)
    score = {By.CONFLICT: _conflict, By.IRONY: _irony, By.COST: _cost}[by]
    scored = [(fabula, score(_Story(reasons(), fabula))) for fabula in fabulas]
    scored.sort(key=lambda each: (each[1].value, each[1].more), reverse=True)
    return Ranking(by, tuple(fabula for fabula, _ in scored), tuple(score for _, score in scored))


class _Story:
    """A story with all its choices weighed."""

    def __init__(self, reasons: Reasons, fabula: Fabula) -> None:
        self.reasons = reasons
        self.account: Account = why(reasons, fabula)
        self.made = [(event, reason) for event in self.account.events for reason in event.reasons]
        self.open = "" if all(reason.weighed for _, reason in self.made) else "; not all was weighed"

    def left(self, character: str) -> Number | None:
        """What the end is worth in truth to somebody, with the weights that they have then."""
        dynamics, utilities = self.reasons.dynamics, self.reasons.utilities
        state = dynamics.initial
        for event in self.account.events:
            state = dynamics.after(state, dynamics.world.action_ids[event.action])
        number = dynamics.world.character_ids[character]
        return utilities.of(number, state, utilities.heart(number, state.beliefs[number]))


def _conflict(story: _Story) -> Score:
    """The most that anybody was torn by a choice: what it costs as a share of what it costs and gains together."""
    torn = [(_share(reason), event, reason) for event, reason in story.made if reason.choice and reason.choice.cost]
    if not torn:
        return Score(0, 0, f"nobody gives up anything by what they do{story.open}")
    most, event, reason = max(torn, key=lambda each: each[0])
    assert reason.choice is not None
    objector = f", against {reason.choice.voice.motive}" if reason.choice.voice else ""
    where = f"{reason.explanation.character} is the most torn, over {event.action}{objector}"
    return Score(exact(most), exact(sum(share for share, _, _ in torn)), f"{where}{story.open}")


def _share(reason: Reason) -> Fraction:
    assert reason.choice is not None
    cost, gain = Fraction(reason.choice.cost), Fraction(reason.choice.gain)
    return cost / (cost + gain)


def _irony(story: _Story) -> Score:
    """How many events are willed by mistake only, and then how far the mistaken end short of what they hoped."""
    mistaken = [(event, reason) for event, reason in story.made if reason.hinges]
    if not mistaken:
        return Score(0, 0, f"nobody acts by a mistake that the act hangs on{story.open}")
    events = [event.action for event in story.account.events if any(reason.hinges for reason in event.reasons)]
    last = {reason.explanation.character: reason.explanation for _, reason in mistaken}
    short = {who: _missed(explanation.after, story.left(who)) for who, explanation in last.items()}
    lost = [f"{who} ends {show(missed)} short of what was hoped" for who, missed in short.items() if missed]
    words = "; ".join([f"done by mistake: {', '.join(events)}", *lost])
    return Score(len(events), exact(sum(short.values(), Fraction(0))), f"{words}{story.open}")


def _missed(hoped: Number, left: Number | None) -> Fraction:
    return Fraction(0) if left is None else max(Fraction(0), Fraction(hoped) - Fraction(left))


def _cost(story: _Story) -> Score:
    """What everybody gave up by what they did, in all; then the largest part of it."""
    paid = [(reason.choice.cost, event, reason) for event, reason in story.made if reason.choice and reason.choice.cost]
    if not paid:
        return Score(0, 0, f"nobody gives up anything by what they do{story.open}")
    most, event, reason = max(paid, key=lambda each: each[0])
    words = f"{show(most)} of it {reason.explanation.character}'s, by {_given_up(event, reason)}"
    return Score(exact(sum((Fraction(cost) for cost, _, _ in paid), Fraction(0))), most, f"{words}{story.open}")


def _given_up(event: EventAccount, reason: Reason) -> str:
    voice = reason.choice.voice if reason.choice else None
    return f"{event.action}, which goes against {voice.motive}" if voice else event.action


def _by_variety(fabulas: Sequence[Fabula], reasons: Callable[[], Reasons]) -> Ranking:
    """The first found, then always the story that is the furthest from the nearest of those before it."""
    dynamics = reasons().dynamics
    kernels = [kernel(dynamics, fabula) for fabula in fabulas]
    left, order, scores = list(range(len(fabulas))), list[int](), list[Score]()
    while left:
        near = {n: min(((kernels[n].distance(kernels[m]), m) for m in order), default=(1, -1)) for n in left}
        chosen = max(left, key=lambda n: near[n][0])
        distance, neighbour = near[chosen]
        words = f"nearest to number {order.index(neighbour) + 1}" if order else "the first that was found"
        order.append(chosen)
        left.remove(chosen)
        scores.append(Score(distance, 0, words))
    return Ranking(By.VARIETY, tuple(fabulas[n] for n in order), tuple(scores))
