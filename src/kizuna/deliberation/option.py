"""What somebody could do, and what is known so far of all that they could do in one place.

The naive way plans every option to its best end before any is chosen. But a choice asks less: whether one comes to more
than another. So of most options only a ceiling is ever known, and the higher it may stay, the sooner it is found.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kizuna.deliberation.plans import Plan
from kizuna.deliberation.utility import Floor
from kizuna.fabula import Grade
from kizuna.model.values import Number


@dataclass(frozen=True, slots=True)
class Option:
    """What somebody could do, with the best plan for it; ``outlook`` is what that plan is worth at its end."""

    plan: Plan
    outlook: Number
    grade: Grade

    def is_above(self, floor: Floor | None) -> bool:
        """Whether it comes to more than a floor."""
        return floor is None or self.outlook > floor


def better(one: Option | None, other: Option | None) -> Option | None:
    """The option with the better outlook; the first where they come to the same."""
    return one if other is None or (one is not None and one.outlook >= other.outlook) else other


@dataclass(slots=True)
class Weighed:
    """What is known of the options of one question.

    Some are known at their ``best`` (None: there is no plan for it), of others only that they come to ``at_most`` a
    floor. ``highest`` is the best outlook that was seen of any that is open to who is asked.
    """

    best: dict[int, Option | None] = field(default_factory=dict)
    at_most: dict[int, Floor] = field(default_factory=dict)
    highest: Number | None = None

    def settles(self, action: int, floor: Floor | None) -> bool:
        """Whether it is known if an option is above a floor."""
        if action in self.best:
            return True
        ceiling = self.at_most.get(action)
        return floor is not None and ceiling is not None and not ceiling > floor

    def note(self, action: int, option: Option | None, floor: Floor | None) -> None:
        """Take in what was found when an option was looked for above a floor."""
        if floor is None or (option is not None and option.is_above(floor)):
            self.best[action] = option
        else:
            self.at_most[action] = floor

    def above(self, action: int, floor: Floor | None) -> Option | None:
        """An option at its best, if that is known to be above a floor."""
        option = self.best.get(action)
        return option if option is not None and option.is_above(floor) else None

    def has_seen(self, option: Option) -> None:
        """Take in that something as good is open to who is asked."""
        self.highest = option.outlook if self.highest is None else max(self.highest, option.outlook)
