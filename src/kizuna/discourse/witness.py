"""The mind of a reader: what somebody outside the story, who sees only what is told, takes to be so.

It is a state like that of any mind, in which almost everything is unknown at first, and it is moved on by the same
machinery: a told event is taken in, what it shows of its conditions is learned (:mod:`kizuna.epistemics.surprise`), and
the rules draw their conclusions. What is withheld is taken out again before they do. Through somebody's eyes the reader
follows what they believe. Cost: as much as one more mind.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kizuna.discourse.beats import Beat, Discourse
from kizuna.discourse.keeping import Hidden, Keeping, gives_away
from kizuna.discourse.openings import is_everything, told_at_once
from kizuna.discourse.stage import Stage, is_plot
from kizuna.epistemics import State
from kizuna.epistemics.dynamics import NOBODY
from kizuna.epistemics.surprise import Surprise
from kizuna.model.telling import Focus
from kizuna.model.values import Value

Lesson = tuple[tuple[int, ...], int, Value]
"""Something learned: in whose mind (a chain, empty for the facts), which fluent, what it is worth."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a beat does to the mind of the reader.

    ``expected`` is how they would have had things turn out by their own lights, ``shown`` what they believe once the
    beat is told and the rules have had their say.
    """

    before: State
    expected: State
    shown: State


@dataclass(eq=False)
class Witness:
    """Takes in beats of a discourse."""

    stage: Stage
    discourse: Discourse

    def __post_init__(self) -> None:
        self.keeping = Keeping(self.stage, self.discourse.telling)
        self.dynamics = self.stage.dynamics

    @cached_property
    def start(self) -> State:
        """What the reader believes before the first beat."""
        telling = self.discourse.telling
        if not is_everything(telling):
            blank = _blank(self.stage)
            lessons = tuple(told_at_once(self.stage, telling, self.keeping))
            return self.dynamics.taught(blank, NOBODY, lessons)
        truth = self.stage.states[0]
        if telling.focus is Focus.INNER:
            truth = truth.beliefs[self.stage.world.character_ids[telling.through]]
        hidden = self.keeping.facts(0)
        names = self.stage.world.fluents
        kept = [n for n, each in enumerate(names) if is_plot(each.name) or gives_away(hidden, n, truth.values[n])]
        return self.dynamics.taught(truth, NOBODY, tuple(((), each, None) for each in kept))

    def takes(self, mind: State, beat: Beat) -> Taken:
        """What the mind makes of a beat that tells an event of the story."""
        assert beat.event is not None
        number = self.stage.numbers[beat.event - 1]
        expected = self.dynamics.settler.settle(self.dynamics.witnessed(mind, number))
        lessons, taken_out = tuple(self._lessons(mind, beat)), tuple(self._taken_out(mind, beat))
        shown = expected
        if lessons or taken_out:
            shown = self.dynamics.taught(self.dynamics.witnessed(mind, number, lessons), NOBODY, taken_out)
        further = tuple(self._noticed(shown, beat))
        return Taken(mind, expected, self.dynamics.taught(shown, NOBODY, further) if further else shown)

    # --- what a beat shows -------------------------------------------------------------------------------------------

    def _lessons(self, mind: State, beat: Beat) -> Iterator[Lesson]:
        """What an event that is told shows of what made it possible, and of what it did."""
        assert beat.event is not None
        action, actual = self.stage.action(beat.event), self._as_seen(beat)
        laid = {(chain, fluent) for chain, fluent, _ in self._said(beat)}
        took_place = [each for each in action.effects if (each.minds, each.fluent) in laid]
        because = [each.condition for each in took_place if self.stage.is_so(each.condition, actual)]
        world, hidden = self.stage.world, self.keeping.facts(beat.event)
        found: dict[tuple[tuple[int, ...], int], Value] = {}
        for formula in (action.precondition, *because):
            if not self.stage.is_so(formula, mind):
                found.update(Surprise(world.logic, world.character_ids, actual, mind).lessons(formula))
        for (chain, fluent), value in found.items():
            unsaid = beat.veiled and gives_away(hidden, fluent, value)
            unseen = bool(chain) and beat.focalization.focus is Focus.OUTER
            if not unsaid and not unseen and not is_plot(world.fluents[fluent].name):
                yield chain, fluent, value

    def _as_seen(self, beat: Beat) -> State:
        """The state that an event happens in, as whoever sees it takes it: they have learned that it was possible."""
        assert beat.event is not None
        state = self.stage.before(beat.event)
        if beat.focalization.focus is not Focus.INNER:
            return state
        world, condition = self.stage.world, self.stage.action(beat.event).precondition
        theirs = state.beliefs[world.character_ids[beat.focalization.who]]
        if self.stage.is_so(condition, theirs):
            return theirs
        lessons = Surprise(world.logic, world.character_ids, state, theirs).lessons(condition)
        return self.dynamics.taught(theirs, NOBODY, tuple((chain, f, value) for (chain, f), value in lessons.items()))

    def _said(self, beat: Beat) -> Iterator[Lesson]:
        """What the event brings about, without what is withheld of it and without how far the plot has come."""
        assert beat.event is not None
        hidden = self.keeping.facts(beat.event)
        for chain, fluent, value in self.stage.effects(beat.event):
            if not gives_away(hidden, fluent, value) and not is_plot(self.stage.world.fluents[fluent].name):
                yield chain, fluent, value

    def _taken_out(self, mind: State, beat: Beat) -> Iterator[Lesson]:
        """What the event would have laid down and the telling does not say stays what it was, for all in the mind."""
        assert beat.event is not None
        hidden: Hidden = self.keeping.facts(beat.event)
        characters = range(len(self.stage.world.characters))
        kept = {f for _, f, value in self.stage.effects(beat.event) if gives_away(hidden, f, value)}
        for fluent in sorted(kept):
            for chain in ((), *((each,) for each in characters)):
                yield chain, fluent, mind.at(chain).values[fluent]

    def _noticed(self, mind: State, beat: Beat) -> Iterator[Lesson]:
        """What those whose eyes the reader sees through notice, and what they have come to believe anyway."""
        ids, fluents = self.stage.world.character_ids, self.stage.fluents
        for each in beat.learned:
            chain, fluent = (ids[each.who],), fluents[each.fluent]
            if is_plot(each.fluent):
                continue
            yield chain, fluent, each.now
            if each.true and beat.focalization.focus is Focus.ZERO:
                yield (), fluent, each.now
        if beat.focalization.focus is Focus.INNER:
            yield from self._followed(mind, beat)

    def _followed(self, mind: State, beat: Beat) -> Iterator[Lesson]:
        """Through somebody's eyes the reader comes to believe what they do, and of what is known what they believe."""
        assert beat.event is not None
        hidden = self.keeping.facts(beat.event)
        who = self.stage.world.character_ids[beat.focalization.who]
        before, after = self.stage.before(beat.event), self.stage.states[beat.event]
        old, new = before.beliefs[who].values, after.beliefs[who].values
        for fluent, (mine, was, value) in enumerate(zip(mind.values, old, new, strict=True)):
            if mine == value or (mine is None and was == value):
                continue
            if not gives_away(hidden, fluent, value) and not is_plot(self.stage.world.fluents[fluent].name):
                yield (), fluent, value


def _blank(stage: Stage) -> State:
    """A mind to which nothing is known that can change, and in which nobody is taken to know more."""
    unknown = tuple(None for _ in stage.world.fluents)
    return stage.dynamics.agreement(unknown)
