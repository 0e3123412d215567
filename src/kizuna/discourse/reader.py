"""A telling as it is read: the mind of a reader taken from beat to beat, and what lies between it and other minds.

Where a telling leaves the order of events, the reader is asked after each beat what they would believe had they been
told the same events in the order in which they happened. Cost: each beat once, and once more for each that is told of
an earlier event after it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from kizuna.discourse.beats import Beat, Discourse
from kizuna.discourse.between import Between
from kizuna.discourse.inferring import Inferring
from kizuna.discourse.keeping import gives_away
from kizuna.discourse.reading import Believed, Gap, How, Inferred, Irony, Mystery, Reading, Readings, Surprise, Suspense
from kizuna.discourse.stage import Stage, is_plot
from kizuna.discourse.stakes import Stakes
from kizuna.discourse.witness import Taken, Witness
from kizuna.epistemics import State
from kizuna.epistemics.dynamics import NOBODY
from kizuna.grounding import GroundWorld
from kizuna.model.telling import Focus
from kizuna.model.world import World


def read_through(discourse: Discourse, world: GroundWorld, story: World, stage: Stage | None = None) -> Readings:
    """What a reader makes of every beat of a discourse; ``world`` is ``story`` without variables.

    ``stage`` is its fabula lived through in ``world``, where somebody has done so already.
    """
    return Reader(stage or Stage(world, story, discourse.fabula), discourse).readings()


@dataclass(frozen=True, slots=True)
class _Step:
    """What one told event did to the mind of the reader, and what they concluded of what is withheld."""

    taken: Taken
    after: State
    inferred: tuple[Inferred, ...]
    surprise: tuple[Surprise, ...]
    explained: frozenset[str]


@dataclass(slots=True)
class _Told:
    """The beats of the events that were told, in the order in which they happened, and the mind after each; one before.

    A beat that comes late is put in its place, and what stands behind it taken in anew: in a telling that goes back
    once, that is one beat for each.
    """

    beats: list[Beat]
    minds: list[State]


def _event(beat: Beat) -> int:
    assert beat.event is not None
    return beat.event


@dataclass(eq=False)
class Reader:
    """Reads one discourse."""

    stage: Stage
    discourse: Discourse
    minds: list[State] = field(default_factory=list)
    """What the reader believes after each beat; first, after the opening."""

    def __post_init__(self) -> None:
        self.witness = Witness(self.stage, self.discourse)
        self.inferring = Inferring(self.stage)
        self.stakes = Stakes(self.stage)
        self.between = Between(self.stage, self.witness.keeping)
        self._recalled: list[frozenset[str]] = []
        self._steps: dict[tuple[State, int, bool], _Step] = {}

    def readings(self) -> Readings:
        """All readings, the opening first."""
        self.minds = [self.witness.start]
        blank = tuple(None for _ in self.stage.world.fluents)
        found = [Reading(0, self._believed(blank, self.witness.start.values))]
        told = _Told([], [self.witness.start])
        gaps: tuple[Gap, ...] = ()
        threats: tuple[Suspense, ...] = ()
        for beat in self.discourse.beats:
            before = self.minds[-1]
            step = None if beat.event is None else self._told_now(told, beat)
            self.minds.append(told.minds[-1])
            gaps = self._gaps(gaps, step, beat, told)
            threats = self._threats(threats, beat)
            found.append(self._reading(beat, before, step, gaps, threats))
        return Readings(self.discourse, tuple(found))

    # --- the mind ----------------------------------------------------------------------------------------------------

    def _told_now(self, told: _Told, beat: Beat) -> _Step:
        """What a beat does, taken in its place among what was told; what was told of later events is taken in anew."""
        assert beat.event is not None
        place = bisect_left(told.beats, beat.event, key=_event)
        if place == len(told.beats) or told.beats[place].event != beat.event:
            told.beats.insert(place, beat)
        del told.minds[place + 1 :]
        for number, each in enumerate(told.beats[place:], place):
            told.minds.append(self._take(told.minds[-1], each, whole=number + 1 == each.event).after)
        return self._take(told.minds[place], beat, whole=place + 1 == beat.event)

    def _take(self, mind: State, beat: Beat, *, whole: bool) -> _Step:
        """What a beat does to a mind; ``whole`` says whether everything that happened before it was told."""
        key = (mind, beat.number, whole)
        if key not in self._steps:
            taken = self.witness.takes(mind, beat)
            after, explained, changes = (taken.shown, (), frozenset()) if whole else self._explained(taken, beat)
            inferred = (*self._concluded(taken, beat), *explained)
            surprise = tuple(self._surprises(taken.expected, after))
            self._steps[key] = _Step(taken, after, inferred, surprise, changes)
        return self._steps[key]

    def _explained(self, taken: Taken, beat: Beat) -> tuple[State, tuple[Inferred, ...], frozenset[str]]:
        """The mind once what is withheld has been concluded from changes that nothing told accounts for; and these."""
        assert beat.event is not None
        hidden = self.witness.keeping.facts(beat.event)
        found, changes = dict[int, Inferred](), set[str]()
        for change in self._surprises(taken.expected, taken.shown):
            fluent = self.stage.fluents[change.fluent]
            if gives_away(hidden, fluent, change.now):
                continue
            for kept, value in self.inferring.withheld(taken.before, fluent, change.now, hidden):
                name = self.stage.world.fluents[kept].name
                found.setdefault(kept, Inferred(name, value, How.EXPLAINED))
                changes |= {change.fluent, name}
        lessons = tuple(((), kept, each.value) for kept, each in found.items())
        after = self.stage.dynamics.taught(taken.shown, NOBODY, lessons) if lessons else taken.shown
        return after, tuple(found.values()), frozenset(changes)

    def _concluded(self, taken: Taken, beat: Beat) -> Iterator[Inferred]:
        """Withheld facts that what the event needs, or a rule, has led the reader to."""
        assert beat.event is not None
        for fluent in self.witness.keeping.facts(beat.event):
            value = taken.shown.values[fluent]
            hidden = self.witness.keeping.facts(beat.event)
            if value is not None and value != taken.before.values[fluent] and gives_away(hidden, fluent, value):
                yield Inferred(self.stage.world.fluents[fluent].name, value, How.CONCLUDED)

    def _surprises(self, expected: State, after: State) -> Iterator[Surprise]:
        for fluent, (old, new) in enumerate(zip(expected.values, after.values, strict=True)):
            name = self.stage.world.fluents[fluent].name
            if old is not None and old != new and not is_plot(name):
                yield Surprise(name, old, new)

    # --- one reading -------------------------------------------------------------------------------------------------

    def _reading(
        self,
        beat: Beat,
        before: State,
        step: _Step | None,
        gaps: tuple[Gap, ...],
        threats: tuple[Suspense, ...],
    ) -> Reading:
        after = self.minds[-1]
        return Reading(
            beat.number,
            self._believed(before.values, after.values),
            () if step is None else self._irony(beat, step),
            () if step is None else tuple(self._mysteries(beat, step)),
            threats,
            () if step is None else step.surprise,
            gaps,
            () if step is None else step.inferred,
        )

    def _believed(self, before: tuple[object, ...], after: tuple[object, ...]) -> tuple[Believed, ...]:
        names = self.stage.world.fluents
        changed = ((n, old, new) for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new)
        return tuple(Believed(names[n].name, old, new) for n, old, new in changed)  # type: ignore[arg-type]

    def _irony(self, beat: Beat, step: _Step) -> tuple[Irony, ...]:
        """What the reader knew going into the event, or knows coming out of it, and somebody does not."""
        assert beat.event is not None
        going_in = self.stakes.ironies(step.taken.before, self.stage.before(beat.event))
        coming_out = self.stakes.ironies(step.after, self.stage.states[beat.event])
        found: dict[tuple[str, str], Irony] = {}
        for each in (*coming_out, *going_in):
            found.setdefault((each.who, each.fluent), each)
        return tuple(found.values())

    def _mysteries(self, beat: Beat, step: _Step) -> Iterator[Mystery]:
        assert beat.event is not None
        hidden = self.witness.keeping.facts(beat.event)
        for explanation in self.stage.fabula.events[beat.event - 1].explanations:
            for each in self.stakes.mysteries(beat.event, explanation, (step.taken.before, step.after)):
                if self.stage.fluents[each.fluent] not in hidden:
                    yield each

    def _gaps(self, gaps: tuple[Gap, ...], step: _Step | None, beat: Beat, told: _Told) -> tuple[Gap, ...]:
        """What is left open: changes found that no told event accounts for, until it is told or can be concluded."""
        if beat.past is not None:
            self._recalled.append(self.between.answered(beat.past))
            return tuple(each for each in gaps if each.between is None or not self._is_recalled(each.between))
        if step is None or beat.event is None:
            return gaps
        answered = step.explained
        left = [
            e
            for e in gaps
            if e.between is not None or (e.fluent not in answered and not self._is_told(e.fluent, beat.event, told))
        ]
        known = {each.fluent for each in left} | answered
        found = [change.fluent for change in step.surprise if change.fluent not in known]
        new = [Gap(each, beat.number) for each in found if not self._is_told(each, beat.event, told)]
        return (*left, *new, *self._bonds_opened(beat, known))

    def _bonds_opened(self, beat: Beat, known: Container[str]) -> Iterator[Gap]:
        """The bonds on which the reasons that are shown turn, and of which no told event of the past accounts."""
        assert beat.event is not None
        for explanation in self.stage.fabula.events[beat.event - 1].explanations:
            if self._is_read(beat, explanation.character):
                for pair in dict.fromkeys(self.between.opened(explanation)):
                    if self.between.bonds[pair] not in known and not self._is_recalled(pair):
                        yield Gap(self.between.bonds[pair], beat.number, pair)

    def _is_recalled(self, pair: tuple[str, str]) -> bool:
        return any(people.issuperset(pair) for people in self._recalled)

    def _is_told(self, fluent: str, event: int, told: _Told) -> bool:
        """Whether the event that made a fact what it is has been told; one that was so from the start has no event."""
        source = self.stage.source(event + 1, (), self.stage.fluents[fluent])
        place = bisect_left(told.beats, source, key=_event)
        return source == 0 or (place < len(told.beats) and told.beats[place].event == source)

    def _threats(self, threats: tuple[Suspense, ...], beat: Beat) -> tuple[Suspense, ...]:
        """The plans against somebody that the reader knows of: the new one, and those that have not come to an end."""
        if beat.event is None:
            return threats
        stage, event = self.stage, beat.event
        doers = {stage.world.characters[each] for each in stage.action(event).consenting}
        seeing = {name for who, name in enumerate(stage.world.characters) if stage.perceives(event, who)}
        kept = [each for each in threats if each.who not in doers and not (each.who in seeing and each.whom in seeing)]
        for explanation in stage.fabula.events[event - 1].explanations:
            if self._is_read(beat, explanation.character):
                kept += self.stakes.threats(event, explanation)
        return tuple(kept)

    def _is_read(self, beat: Beat, who: str) -> bool:
        """Whether the telling lets the reader into somebody's mind at a beat."""
        seer = beat.focalization
        return seer.focus is Focus.ZERO or (seer.focus is Focus.INNER and seer.who == who)
