"""What an act is for, as far as it is worth saying: the motive behind it, and what is to come of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kizuna.discourse import Beat, Inside
from kizuna.narration.ahead import Ahead
from kizuna.narration.events import Events, doer, shortened
from kizuna.narration.motives import Motives, Words
from kizuna.narration.moulds import Aside
from kizuna.narration.reasons import hope, intention, purpose, shared_purpose
from kizuna.narration.vocabulary import content, stems
from kizuna.narration.wordings import Wording, taken_apart

MOST_STEPS = 2
"""Steps of a plan that are said at once."""
BETWEEN = 2
"""So many want something for each other."""


@dataclass
class Aims:
    """Finds the aims of a telling; remembers which motives were ``named`` of whom, and which steps announced."""

    events: Events
    ahead: Ahead
    motives: Motives
    named: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    announced: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def behind(self, beat: Beat) -> tuple[Aside | None, str]:
        """What an act is for, where it does not show that and it was not said before; and the motive by name."""
        shared = self._shared(beat)
        return (shared, "") if shared is not None else self._purpose(beat)

    def _shared(self, beat: Beat) -> Aside | None:
        """What two want for each other by what they do together."""
        aims = [each for each in beat.inner if each.kind is Inside.AIM]
        if len(aims) != BETWEEN or self.events.doer(beat):
            return None
        (name, whom), (other, back) = (taken_apart(each.name) for each in aims)
        wish = self.motives.words(aims[0].name, aims[0].who, Words.WISH)
        if (
            name != other
            or (whom, back) != ((aims[1].who,), (aims[0].who,))
            or wish is None
            or "{1}" not in wish.phrase
        ):
            return None
        for each in aims:
            self.named[each.who].add(each.name)
        return shared_purpose(aims[0].who, wish)

    def _purpose(self, beat: Beat) -> tuple[Aside | None, str]:
        """The motive that an act serves most, of those that are worth saying and were not said."""
        who = self.events.doer(beat)
        mine = [each for each in beat.inner if each.who == who]
        names = [name for each in mine if each.kind is Inside.CONFLICT for name in each.causes[:1]]
        names += [each.name for each in mine if each.kind is Inside.AIM]
        for name in names:
            if name in self.named[who] or not self.motives.is_worth_saying(name):
                continue
            if name in map(str, self.events.arguments(beat)):
                continue
            wish, fear = (self.motives.words(name, who, kind) for kind in (Words.WISH, Words.FEAR))
            said = purpose(who, self.motives.cause(name, who), wish, fear)
            if said is not None:
                self.named[who].add(name)
                return said, name
        return None, ""

    def to_come(self, beat: Beat) -> Iterator[Aside]:
        """What somebody means to do next, or hopes that somebody else will, where it was not announced."""
        for aim in (each for each in beat.inner if each.kind is Inside.AIM):
            next_act, announced = self.ahead.next_act[beat.number].get(aim.who), self.announced[aim.who]
            meant = [each for each in aim.plan if each != next_act and self.ahead.is_meant(each, aim.who, beat)]
            meant = [each for each in meant if each == aim.plan[0] or not self._answers(each)]
            if meant and meant[0] not in announced:
                announced.update(meant[:MOST_STEPS])
                said = self._meaning(meant, aim.who, beat)
                if said is not None:
                    yield said

    def _answers(self, step: str) -> bool:
        """Whether a step answers somebody: nobody hopes for an answer before there is a question."""
        world = self.events.world
        return world.actions[world.action_ids[step]].answers is not None

    def _meaning(self, steps: Sequence[str], who: str, beat: Beat) -> Aside | None:
        """The first two steps; None where the act has said as much."""
        world = self.events.world
        actions = [world.actions[world.action_ids[each]] for each in steps[:MOST_STEPS]]
        wordings = [shortened(self.events.of_action(each)) for each in actions]
        if doer(wordings[0]) == who:
            return intention(who, [each for each in wordings if doer(each) == who])
        return None if _is_plain_from(wordings[0], self.events.event(beat)) else hope(who, wordings[0])


def _is_plain_from(step: Wording, event: Wording) -> bool:
    """Whether the words of an event say already what is hoped for by it: *called him to eat*."""
    return bool(stems(content(_bare(step.phrase))) & stems(content(_bare(event.phrase))))


def _bare(phrase: str) -> str:
    return re.sub(r"\{\w+\}|[\[\]]", "", phrase)
