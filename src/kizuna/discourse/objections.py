"""What is wrong with a telling of this story: nothing left to tell, something kept that is shown, names of nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.discourse.beats import Discourse, Why
from kizuna.discourse.keeping import Hidden, Keeping, gives_away
from kizuna.discourse.stage import Stage, parts
from kizuna.grounding import GroundWorld
from kizuna.model.telling import EVERYTHING, Focus, Order, Pattern, Withheld
from kizuna.model.world import World


def objections(
    discourse: Discourse, world: GroundWorld, story: World, stage: Stage | None = None
) -> tuple[Diagnostic, ...]:
    """All that there is to say against a discourse; an error only where it has nothing to tell.

    ``stage`` is its fabula lived through in ``world``, where somebody has done so already.
    """
    return tuple(_Objections(stage or Stage(world, story, discourse.fabula), discourse).all())


@dataclass(eq=False)
class _Objections:
    stage: Stage
    discourse: Discourse

    def __post_init__(self) -> None:
        self.telling = self.discourse.telling
        self.keeping = Keeping(self.stage, self.telling)

    def all(self) -> Iterator[Diagnostic]:
        yield from self._nothing()
        for withheld in self.telling.withhold:
            yield from self._kept(withheld)
        events = [("at", turn.event) for turn in self.telling.turns]
        events += [("begin", self.telling.begin)] if self.telling.begin is not None else []
        events += [("until", each.until) for each in self.telling.withhold if each.until is not None]
        for word, pattern in events:
            yield from self._never(word, pattern)
        if self.telling.begin is not None and self.telling.order not in (Order.MEDIAS_RES, Order.FLASHFORWARD):
            yield self._begins_anyway(self.telling.begin)
        if self.telling.order is Order.FLASHBACK and all(beat.past is None for beat in self.discourse.beats):
            yield self._not_recalled()

    def _nothing(self) -> Iterator[Diagnostic]:
        if self.discourse.beats:
            return
        who, unseen = self.telling.through, any(each.why is Why.UNSEEN for each in self.discourse.left_out)
        if self.telling.focus is Focus.INNER and unseen:
            message = f"{who} perceives none of the events that are not withheld, so there is nothing to tell."
            yield diagnose("nothing-to-tell", message, self.telling.span, help=self._who_sees())
        else:
            message = "All events of the story are left out, so there is nothing to tell."
            yield diagnose("nothing-to-tell", message, self.telling.span, help="Withhold less.")

    def _who_sees(self) -> str:
        """Those through whose eyes most of it could be told."""
        names = self.stage.world.characters
        seen = {
            name: sum(self.stage.perceives(event, who) for event in range(1, self.stage.last + 1))
            for who, name in enumerate(names)
        }
        most = max(names, key=lambda name: seen[name])
        return f"{most} perceives most of it: {seen[most]} of {self.stage.last} events." if seen[most] else ""

    def _kept(self, withheld: Withheld) -> Iterator[Diagnostic]:
        what = withheld.what
        facts, events = self.keeping.facts_of(withheld), list(self.keeping.events(what))
        if not facts and not events and not self._is_spoken_of(what):
            if any(what.fits(*parts(name)) for name in self.stage.statics):
                message = f"`{what}` never changes, and the reader knows of everything that never does."
                yield diagnose("shown-already", message, what.span)
            else:
                yield from self._never("withhold", what)
            return
        if facts and not events and what.value is not ... and not self._is_ever(facts):
            message = f"`withhold {what}` speaks of what is never so in this story, and nobody believes it."
            yield diagnose("never-happens", message, what.span)
        shown = [each for each in self.telling.opening if each.name != EVERYTHING and each.name == what.name]
        if shown:
            message = f"`{what}` is withheld, and the opening would say it."
            yield diagnose("shown-already", message, shown[0].span or what.span)
        until = None if withheld.until is None else next(self.keeping.events(withheld.until), None)
        if until is not None and events and until <= events[0]:
            message = f"`{what}` is withheld until event {until}, and does not happen before event {events[0]}."
            yield diagnose("shown-already", message, what.span)

    def _is_spoken_of(self, what: Pattern) -> bool:
        """Whether anybody says or asks anything about a topic."""
        whole = Keeping(self.stage, replace(self.telling, withhold=(Withheld(what),)))
        return any(whole.topic_places(event) is not None for event in range(1, self.stage.last + 1))

    def _is_ever(self, facts: Hidden) -> bool:
        """Whether one of some facts is ever worth what is withheld of it, in truth or in anybody's belief."""
        return any(
            gives_away(facts, fluent, mind.values[fluent])
            for state in self.stage.states
            for mind in (state, *state.beliefs)
            for fluent in facts
        )

    def _never(self, word: str, pattern: Pattern) -> Iterator[Diagnostic]:
        if not any(True for _ in self.keeping.events(pattern)):
            message = f"`{word} {pattern}` speaks of nothing that this story has."
            happened = ", ".join(dict.fromkeys(self.stage.action(n).schema for n in range(1, self.stage.last + 1)))
            yield diagnose("never-happens", message, pattern.span, help=f"What happens: {happened}.")

    def _begins_anyway(self, begin: Pattern) -> Diagnostic:
        message = f"`begin {begin}` changes nothing: in this order a story begins at its start."
        return diagnose("begin-unused", message, begin.span, help="Say `order medias-res`, or `order flashforward`.")

    def _not_recalled(self) -> Diagnostic:
        if not self.stage.story.past:
            message, help = "There are no flashbacks, since the world has no past.", "Write it down in a `past` block."
        else:
            message = "There are no flashbacks: nothing that is told shares a cue with an event of the past."
            help = "Give both the same cue, of the same people: `cues wet_hair(Ana)`."
        return diagnose("nothing-recalled", message, self.telling.span, help=help)
