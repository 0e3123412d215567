"""What somebody chose between: the rival of an act, what it costs, and the voice that speaks against it.

Defined in docs/understanding/choosing.md. That an act is in conflict with a motive of whoever does it is the idea of
CPOCL (Ware, Young, Harrison, Roberts 2014); here it is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kizuna.deliberation import Asked, Plan, Reasons
from kizuna.epistemics import State
from kizuna.model.values import Number, exact


@dataclass(frozen=True, slots=True)
class Rival:
    """What else could have been done: ``action`` (None: nothing), the plan that begins with it, what it is worth."""

    action: str | None
    plan: tuple[str, ...]
    outlook: Number


@dataclass(frozen=True, slots=True)
class Voice:
    """The motive that an act goes most against; it speaks for the rival's plan, or only objects where that is empty."""

    motive: str
    cost: Number
    loudness: Number


@dataclass(frozen=True, slots=True)
class Choice:
    """An act against its rival: by motive, in all, and how near a thing it was.

    ``differences`` are weighted scores at the end of the act's plan minus those at the end of the rival's; ``gain`` and
    ``cost`` sum them above and below 0. ``margin`` is the act's outlook minus that of the best other option.
    """

    outlook: Number
    margin: Number
    rival: Rival
    differences: tuple[tuple[str, Number], ...]
    voice: Voice | None

    @property
    def gain(self) -> Number:
        """What the act gains over its rival."""
        return exact(sum((d for _, d in self.differences if d > 0), Fraction(0)))

    @property
    def cost(self) -> Number:
        """What it costs against it."""
        return exact(-sum((d for _, d in self.differences if d < 0), Fraction(0)))

    @property
    def conflict(self) -> Number | None:
        """Cost over gain; 0 where nothing is lost, None where nothing is gained."""
        if not self.cost:
            return 0
        return exact(Fraction(self.cost) / self.gain) if self.gain else None


@dataclass(frozen=True, slots=True)
class _End:
    """Where an option leads; ``action`` None is doing nothing."""

    action: int | None
    plan: Plan
    outlook: Number
    worths: tuple[Number, ...]


def choice(reasons: Reasons, asked: Asked, plan: Plan) -> Choice | None:
    """The choice that an explained act was, the act having been planned as ``plan``; None without any other option."""
    mine = _end(reasons, asked, plan[0], plan)
    others = list(_others(reasons, asked, plan[0]))
    if mine is None or not others:
        return None
    names = reasons.utilities.motives(asked.character)
    rival = max(others, key=lambda other: (max(_above(other, mine), default=0), other.outlook))
    differences = tuple((name, exact(a - b)) for name, a, b in zip(names, mine.worths, rival.worths, strict=True))
    margin = exact(mine.outlook - max(other.outlook for other in others))
    actions = reasons.dynamics.world.actions
    named = Rival(
        None if rival.action is None else actions[rival.action].name,
        tuple(actions[step].name for step in rival.plan),
        rival.outlook,
    )
    return Choice(mine.outlook, margin, named, differences, _voice(reasons, asked, plan, differences))


def _others(reasons: Reasons, asked: Asked, action: int) -> list[_End]:
    """The ends of all other options, doing nothing last; for an answer, those of the other answers."""
    ends = [_end(reasons, asked, a, option.plan) for a, option in reasons.rivals(asked, action).items()]
    if not reasons.answers(asked.believed, action):
        ends.append(_end(reasons, asked, None, ()))
    return [end for end in ends if end is not None]


def _end(reasons: Reasons, asked: Asked, action: int | None, plan: Plan) -> _End | None:
    state = _after(reasons, asked.believed, plan)
    worths = [worth for _, worth in reasons.utilities.by_motive(asked.character, state, asked.heart)]
    outlook = reasons.worth(asked, state)
    known = tuple(worth for worth in worths if worth is not None)
    return None if outlook is None or len(known) < len(worths) else _End(action, plan, outlook, known)


def _after(reasons: Reasons, state: State, plan: Plan) -> State:
    for step in plan:
        state = reasons.dynamics.after(state, step)
    return state


def _above(other: _End, mine: _End) -> list[Number]:
    return [theirs - own for theirs, own in zip(other.worths, mine.worths, strict=True)]


def _voice(reasons: Reasons, asked: Asked, plan: Plan, differences: tuple[tuple[str, Number], ...]) -> Voice | None:
    place, (motive, difference) = min(enumerate(differences), key=lambda item: item[1][1], default=(0, ("", 0)))
    if difference >= 0:
        return None
    until = _steps_until_lost(reasons, asked, plan, place)
    return Voice(motive, exact(-difference), exact(Fraction(-difference) / (1 + until)))


def _steps_until_lost(reasons: Reasons, asked: Asked, plan: Plan, motive: int) -> int:
    """The steps of a plan before a motive first stands lower than at its start; all of them if it never does."""
    state = asked.believed
    before = reasons.utilities.by_motive(asked.character, state, asked.heart)[motive][1]
    for number, step in enumerate(plan):
        state = reasons.dynamics.after(state, step)
        now = reasons.utilities.by_motive(asked.character, state, asked.heart)[motive][1]
        if now is not None and before is not None and now < before:
            return number
    return len(plan)
