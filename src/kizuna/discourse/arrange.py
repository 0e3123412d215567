"""A fabula and a telling in, a discourse out: which events are told, in which order, and what each beat shows.

Naive: a beat for every event. Better: an event is told if whoever sees perceives it, if it is not withheld, and if
something is left of it once what is withheld is taken out; then the order is changed, and what is called up of the past
put behind what calls it up. Cost: linear in the events, but for ties, each of which looks back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from kizuna.discourse.beats import (
    Beat,
    Discourse,
    Focalization,
    Frequency,
    Inner,
    Inside,
    LeftOut,
    Link,
    Placing,
    Tie,
    Why,
)
from kizuna.discourse.bonds import bonds
from kizuna.discourse.discretion import Discretion
from kizuna.discourse.keeping import Hidden, Keeping, gives_away
from kizuna.discourse.openings import opening, setting
from kizuna.discourse.recall import Recall, Recalled
from kizuna.discourse.seeing import Manner, is_seen, learned, manner, view
from kizuna.discourse.stage import Stage, mentioned
from kizuna.discourse.ties import Ties
from kizuna.fabula import Fabula
from kizuna.grounding import GroundWorld
from kizuna.model.telling import Distance, Duration, Focus, Order, Telling
from kizuna.model.values import Value, show
from kizuna.model.world import PastEvent, World

Insight = Callable[[int], Iterable[Inner]]
"""What is inside everybody at an event, counted from 1."""
RUN = 3
"""From so many events of one kind in a row on, all but the first and the last are summed up."""


def arrange(
    fabula: Fabula,
    world: GroundWorld,
    story: World,
    telling: Telling | None = None,
    insight: Insight | None = None,
    stage: Stage | None = None,
) -> Discourse:
    """The beats of a fabula as ``telling`` (that of ``story`` unless given) has them told.

    ``world`` is ``story`` without variables. ``insight`` is asked for the feelings, conflicts and inner voices of an
    event once, and only where the telling shows any. ``stage`` is the fabula lived through in ``world``, where
    somebody has done so already.
    """
    chosen = story.telling if telling is None else telling
    return Arranger(stage or Stage(world, story, fabula), chosen, insight or (lambda _: ())).discourse()


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in the order of telling: an event, or one of the past that an event calls up."""

    event: int
    placing: Placing = Placing.CHRONICLE
    recalled: Recalled | None = None
    again: bool = False


@dataclass(eq=False)
class Arranger:
    """Arranges one telling of one story."""

    stage: Stage
    telling: Telling
    insight: Insight

    def __post_init__(self) -> None:
        self.keeping = Keeping(self.stage, self.telling)
        self.discretion = Discretion(self.stage, self.keeping)
        self.ties = Ties(self.stage)
        self.manners = {event: manner(self.telling, self.stage.action(event)) for event in self._all()}
        self.left_out = tuple(LeftOut(event, why) for event in self._all() if (why := self._why_not(event)))
        silent = {each.event for each in self.left_out}
        self.told = [event for event in self._all() if event not in silent]
        self.places = {event: place for place, event in enumerate(self.told)}

    @cached_property
    def _kept_acts(self) -> frozenset[str]:
        """The events that are withheld at the time at which they happen."""
        return frozenset(self.stage.action(each).name for each in self._all() if self.keeping.is_left_out(each))

    @cached_property
    def _veiled_acts(self) -> frozenset[str]:
        """The events whose own words would give away what is withheld."""
        return frozenset(self.stage.action(each).name for each in self._all() if self._is_veiled(each))

    def _is_veiled(self, event: int) -> bool:
        """Whether it is not said what an event is: that would give away or name what is withheld, or be about it."""
        return (
            bool(self._given_away(event))
            or self.keeping.topic_places(event) is not None
            or any(self._is_kept_thing(event, each) for each in self.stage.action(event).arguments)
        )

    def _is_kept_thing(self, event: int, argument: Value) -> bool:
        """Whether an argument is withheld as such; people are named by what they do."""
        return argument not in self.stage.world.characters and self.keeping.is_kept_thing(event, argument)

    def _all(self) -> range:
        return range(1, self.stage.last + 1)

    def discourse(self) -> Discourse:
        """The whole telling."""
        beats: list[Beat] = []
        first: dict[int, int] = {}
        for place in self._order():
            number = len(beats) + 1
            if place.recalled is None:
                beat = self._beat(number, place, first, beats)
                if place.placing is not Placing.PROLEPSIS:
                    first.setdefault(place.event, number)
            else:
                beat = self._of_past(number, place, place.recalled, beats)
            beats.append(beat)
        said = opening(self.stage, self.telling, self.keeping)
        known = bonds(self.stage, self.telling, self.keeping)
        facts = setting(self.stage, self.telling, self.keeping)
        untitled = self.discretion.untitled()
        kept = self.keeping.names(0)
        return Discourse(
            self.stage.fabula, self.telling, tuple(beats), self.left_out, said, known, facts, untitled, kept
        )

    # --- what is told, and when --------------------------------------------------------------------------------------

    def _why_not(self, event: int) -> Why | None:
        if self.manners[event].duration is Duration.ELLIPSIS:
            return Why.ELLIPSIS
        if not is_seen(self.stage, event, self.manners[event].focalization):
            return Why.UNSEEN
        if self.keeping.is_left_out(event):
            return Why.WITHHELD
        if self.keeping.topic_places(event) is None and self._given_away(event) and not self._has_more(event):
            return Why.WITHHELD
        return None

    def _given_away(self, event: int) -> tuple[int, ...]:
        """The withheld facts that to tell an event in its own words would say."""
        hidden, before = self.keeping.facts(event), self.stage.before(event)
        if not hidden:
            return ()
        laid = [fluent for _, fluent, value in self.stage.effects(event) if gives_away(hidden, fluent, value)]
        tells = self.stage.action(event).tells
        said = [] if tells is None else [f for f in sorted(mentioned(tells)) if gives_away(hidden, f, before.values[f])]
        return tuple(dict.fromkeys([*laid, *said]))

    def _has_more(self, event: int) -> bool:
        """Whether an event brings about anything but what is withheld."""
        hidden, before = self.keeping.facts(event), self.stage.before(event)
        return any(
            before.at(chain).values[fluent] != value and not gives_away(hidden, fluent, value)
            for chain, fluent, value in self.stage.effects(event)
        )

    def _order(self) -> Iterator[_Place]:
        begin, order = self._begin(), self.telling.order
        if order is Order.FLASHFORWARD and begin is not None:
            yield _Place(begin, Placing.PROLEPSIS)
        if order is Order.MEDIAS_RES and begin is not None:
            yield _Place(begin)
            yield from (_Place(event, Placing.ANALEPSIS) for event in self.told if event < begin)
        recalled = list(self._recalled()) if order in (Order.CHRONICLE, Order.FLASHBACK) else []
        if order is Order.CHRONICLE:
            yield from sorted(recalled, key=lambda each: each.recalled.past if each.recalled is not None else 0)
        for event in self.told:
            if order is Order.MEDIAS_RES and begin is not None and event <= begin:
                continue
            yield _Place(event, again=order is Order.FLASHFORWARD and event == begin)
            yield from (each for each in recalled if order is Order.FLASHBACK and each.event == event)

    def _recalled(self) -> Iterator[_Place]:
        """What is told of the past: each event of it once, at the first that calls it up, if it may be said there.

        Told ahead of the story it must not say what is withheld at the start.
        """
        ahead, told = self.telling.order is Order.CHRONICLE, set[int]()
        for event in self.told:
            for each in Recall(self.stage).by(event, self.manners[event].focalization):
                if each.past not in told and not self.discretion.is_past_kept(0 if ahead else event, each.past):
                    told.add(each.past)
                    yield _Place(event, Placing.CHRONICLE if ahead else Placing.ANALEPSIS, each)

    def _begin(self) -> int | None:
        """The event that is told first, out of its turn: the one that was asked for, else the middle, or the last."""
        if self.telling.begin is not None:
            fitting = [event for event in self.keeping.events(self.telling.begin) if event in self.told]
            if fitting:
                return fitting[0]
        if not self.told:
            return None
        return self.told[-1] if self.telling.order is Order.FLASHFORWARD else self.told[len(self.told) // 2]

    # --- one beat ----------------------------------------------------------------------------------------------------

    def _beat(self, number: int, place: _Place, first: dict[int, int], beats: list[Beat]) -> Beat:
        event, how = place.event, self.manners[place.event]
        hidden, seer = self.keeping.facts(event), how.focalization
        given_away = self._given_away(event)
        inner = self._inner(event, how)
        links = self._links(event, seer, hidden, first) if place.placing is not Placing.PROLEPSIS else ()
        where, present = self._scene(event, how)
        duration, frequency = self._pace(event, how, inner)
        return Beat(
            number,
            self.stage.action(event).name,
            event,
            placing=place.placing,
            focalization=seer,
            distance=how.distance,
            duration=duration,
            frequency=Frequency.REPEATING if place.again else frequency,
            withheld=tuple(self.stage.world.fluents[each].name for each in given_away),
            veiled=self._is_veiled(event),
            unnamed=self._unnamed(event, given_away),
            skipped=self._skipped(event, place, first),
            follows=links,
            place=where,
            moved=where is not None and where != next((b.place for b in reversed(beats) if b.past is None), None),
            present=present,
            inner=inner,
            learned=learned(self.stage, event, seer, hidden) if self.keeping.topic_places(event) is None else (),
        )

    def _links(self, event: int, seer: Focalization, hidden: Hidden, first: dict[int, int]) -> tuple[Link, ...]:
        """What ties an event to beats before this one; where nothing does, it is only later than the last of them."""
        found = self.ties.of(event, seer, hidden, first.get)
        earlier = (each for each in reversed(first) if each < event)
        return found or tuple(Link(first[each], Tie.AFTER) for each in islice(earlier, 1))

    def _of_past(self, number: int, place: _Place, recalled: Recalled, beats: list[Beat]) -> Beat:
        """An event of the past: behind what called it up; or in its own time, where nothing has."""
        past, how = self.stage.story.past[recalled.past], self.manners[place.event]
        back = place.placing is Placing.ANALEPSIS
        caller = next((each.number for each in reversed(beats) if each.past is None), None)
        return Beat(
            number,
            named(past),
            past=recalled.past,
            placing=place.placing,
            cue=recalled.cue if back else "",
            called_by=caller if back else None,
            focalization=how.focalization,
            distance=how.distance,
            present=self.stage.story.participants(past),
        )

    def _inner(self, event: int, how: Manner) -> tuple[Inner, ...]:
        """What is shown of the inside of those whose minds are seen, without what its causes would give away."""
        seer = how.focalization
        if how.distance is Distance.LEFT_OUT or seer.focus is Focus.OUTER:
            return ()
        secret = {self.stage.world.fluents[each].name for each in self.keeping.facts(event)}
        secret |= self._kept_acts
        secret |= self._veiled_acts
        names, moved = self.keeping.names(event), self.discretion.moved(event)
        return tuple(
            each
            for each in self.insight(event)
            if names.isdisjoint(_words(" ".join((each.name, each.towards, *each.causes, *each.plan))))
            and (seer.focus is Focus.ZERO or each.who == seer.who)
            and secret.isdisjoint((*each.causes, *each.plan))
            and (each.kind is not Inside.FEELING or moved.isdisjoint(each.causes))
        )

    def _pace(self, event: int, how: Manner, inner: tuple[Inner, ...]) -> tuple[Duration, Frequency]:
        if how.duration is not None:
            return how.duration, Frequency.SINGULATIVE
        if self._in_run(event):
            return Duration.SUMMARY, Frequency.ITERATIVE
        stands = how.distance is Distance.SHOWN and any(each.kind is Inside.VOICE for each in inner)
        return Duration.PAUSE if stands else Duration.SCENE, Frequency.SINGULATIVE

    def _in_run(self, event: int) -> bool:
        """Whether an event stands in the middle of a row of the same by the same."""
        place = self.places[event]
        near = self.told[max(0, place - 1) : place + 2]
        kinds = {(self.stage.action(each).schema, self.stage.action(each).arguments[:1]) for each in near}
        return len(near) == RUN and len(kinds) == 1

    def _unnamed(self, event: int, given_away: tuple[int, ...]) -> tuple[int, ...]:
        """The arguments that would name what is withheld; whoever acts has to be named."""
        characters = self.stage.world.characters
        about = " ".join(self.stage.world.fluents[each].name for each in given_away)
        arguments = self.stage.action(event).arguments
        topic = self.keeping.topic_places(event) or ()
        others = [each for place, each in enumerate(arguments) if place not in topic]
        return tuple(
            n
            for n, each in enumerate(arguments)
            if (each not in others if n in topic else each not in characters and show(each) in _words(about))
            or self._is_kept_thing(event, each)
        )

    def _skipped(self, event: int, place: _Place, first: dict[int, int]) -> tuple[int, ...]:
        """The events that are left out since the one that was told before; or ever, where none was."""
        if place.placing is not Placing.CHRONICLE:
            return ()
        before = self.told[max(0, self.places[event] - 1)]
        since = before if before in first and before < event else 0
        return tuple(each for each in range(since + 1, event) if each not in self.places)

    def _scene(self, event: int, how: Manner) -> tuple[str | None, tuple[str, ...]]:
        """Where an event is, and who is there, as far as whoever sees believes, and as that may be said."""
        action, seer = self.stage.action(event), how.focalization
        state = view(self.stage, self.stage.before(event), seer)
        characters = self.stage.world.characters
        doers = [characters[each] for each in action.consenting]
        involved = [each for each in action.arguments if isinstance(each, str) and each in characters]
        known = {who: self.discretion.place(event, who, self.stage.place_of(who, state)) for who in characters}
        if seer.who in involved and seer.who not in doers:
            doers = [seer.who, *doers]
        where = next((known[who] for who in (*doers, *involved) if known[who] is not None), None)
        there = [who for who in characters if where is not None and known[who] == where]
        return None if where is None else show(where), tuple(dict.fromkeys([*doers, *there]))


def named(past: PastEvent) -> str:
    """An event of the past by name, with its arguments."""
    return f"{past.action}({', '.join(map(show, past.arguments))})" if past.arguments else past.action


def _words(names: str) -> list[str]:
    return re.split(r"[(), ]+", names)
