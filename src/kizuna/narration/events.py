"""The event of a beat in words: its phrase, who does it, where it leads, what may not be said of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kizuna.discourse import Beat, Tie
from kizuna.grounding import GroundAction, GroundWorld
from kizuna.model.formulas import Variable
from kizuna.model.values import Value
from kizuna.model.world import World
from kizuna.narration.cast import Cast
from kizuna.narration.phrases import Slot, Verb, parse
from kizuna.narration.prose import Trace
from kizuna.narration.wordings import Wording, action_wording, past_wording

_ABOUT = re.compile(r"(\{\w+\} \[say\] (?:yes|no) to \{\w+\}) about \{\w+\}")
_ANSWER = re.compile(r"(\{\w+\} \[say\] (?:yes|no)) to \{\w+\} about \{\w+\}")
_SPEECH = frozenset(
    ["tell", "say", "ask", "answer", "confess", "promise", "swear", "beg", "order", "report", "own", "offer"]
)
_MOVING = frozenset(("go", "walk", "hurry", "come", "follow", "run", "leave", "carry", "flee", "return", "make", "set"))
"""Verbs of those who do not stay where they are."""


@dataclass
class Events:
    """Finds the words for events; ``phrases`` are those that the telling has for actions, which take turns."""

    world: GroundWorld
    cast: Cast
    phrases: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _said: dict[int, Wording] = field(default_factory=dict)
    _turns: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def story(self) -> World:
        """The world with its phrases."""
        return self.cast.world

    def action(self, beat: Beat) -> GroundAction | None:
        """The ground action of a beat; None for an event of the past."""
        return None if beat.event is None else self.world.actions[self.world.action_ids[beat.action]]

    def arguments(self, beat: Beat) -> tuple[Value, ...]:
        """The arguments of the action of a beat."""
        action = self.action(beat)
        return () if action is None else action.arguments

    def trace(self, beat: Beat) -> Trace:
        """Where a beat is from."""
        action = self.action(beat)
        span = action.span if action is not None else self.story.past[beat.past or 0].span
        return Trace(beat.number, beat.event, beat.action, span)

    def event(self, beat: Beat) -> Wording:
        """The event of a beat in its phrase; veiled, only who acts on whom."""
        if beat.number not in self._said:
            self._said[beat.number] = self._event(beat)
        return self._said[beat.number]

    def _event(self, beat: Beat) -> Wording:
        action = self.action(beat)
        if action is None:
            return past_wording(self.story.past[beat.past or 0], self.story)
        turn = self._turns[action.schema]
        self._turns[action.schema] += 1
        wording = self.of_action(action, turn)
        if any(each.tie is Tie.ANSWERS and each.beat == beat.number - 1 for each in beat.follows):
            wording = _shortly(wording)
        return _veiled(wording, self.cast) if beat.veiled else wording

    def of_action(self, action: GroundAction, turn: int = 0) -> Wording:
        """An action in a phrase of the telling, whose ``turn`` it is, or in its own."""
        given = self.phrases.get(action.schema, ())
        own = action_wording(action, self.world)
        if not given:
            return own
        slots = zip(action.parameters, action.arguments, strict=True)
        return Wording(given[turn % len(given)], {name: value for name, value in slots if name})

    def amount(self, fluent: str, arguments: Sequence[str]) -> Wording | None:
        """What a number of somebody is called: in the telling's phrase for it, or by its name if that is one word."""
        declared = next(
            (e for e in self.story.fluents if (e.name, len(e.parameters)) == (fluent, len(arguments))), None
        )
        given = self.phrases.get(fluent, ())
        if given and declared is not None:
            named = zip(declared.parameters, arguments, strict=True)
            return Wording(given[0], {p.name: each for p, each in named if isinstance(p, Variable)})
        if (
            len(arguments) != 1
            or not self.cast.is_person(arguments[0])
            or "_" in fluent
            or fluent.endswith(("s", "ed"))
        ):
            return None
        return Wording(f"the {fluent.lower()} of {{whom}}", {"whom": arguments[0]})

    def hidden(self, beat: Beat) -> frozenset[str]:
        """The names that nothing said of a beat may say."""
        arguments = enumerate(self.arguments(beat))
        return frozenset(str(each) for place, each in arguments if place in beat.unnamed)

    def doer(self, beat: Beat) -> str:
        """Whoever the first verb of the phrase of a beat is said of; empty where it is nobody, or several."""
        return doer(self.event(beat))

    def moves(self, beat: Beat) -> bool:
        """Whether a beat is of somebody on their way: where that begins is not where it is."""
        verbs = (token.base for token in parse(self.event(beat).phrase) if isinstance(token, Verb))
        return next(verbs, "") in _MOVING

    def places(self, beat: Beat) -> list[str]:
        """The places that the phrase of a beat speaks of."""
        wording = self.event(beat)
        slots = [token.name for token in parse(wording.phrase) if isinstance(token, Slot)]
        said = (wording.arguments.get(slot) for slot in slots)
        return [each for each in said if isinstance(each, str) and each in self.cast.places]

    def goal(self, beat: Beat) -> Value:
        """Where an act leads: the last place that it speaks of."""
        places = [each for each in self.arguments(beat) if each in self.cast.places]
        return places[-1] if places else beat.place


def doer(wording: Wording) -> str:
    """Whoever the first verb of a phrase is said of; empty where it is nobody, or several."""
    first = next((token for token in parse(wording.phrase) if isinstance(token, Verb)), None)
    if first is None or len(first.subjects) != 1:
        return ""
    value = wording.arguments.get(first.subjects[0])
    return value if isinstance(value, str) else ""


def is_of_two(phrase: str) -> bool:
    """Whether a phrase goes on with what somebody else does: ``{who} [ask], and {whom} [turn] round``."""
    return ", and {" in phrase


def begins_with(wording: Wording) -> str:
    """Whoever a phrase begins with, where its first verb is said of them alone."""
    first = parse(wording.phrase)[0]
    value = wording.arguments.get(first.name) if isinstance(first, Slot) and not first.owned else None
    return value if isinstance(value, str) and value == doer(wording) else ""


def shortened(wording: Wording) -> Wording:
    """An answer without what was asked, and by whom: *say yes*."""
    return Wording(_ANSWER.sub(r"\1", wording.phrase), wording.arguments)


def _shortly(wording: Wording) -> Wording:
    """An answer without what was asked, which was just said."""
    return Wording(_ABOUT.sub(r"\1", wording.phrase), wording.arguments)


def _veiled(wording: Wording, cast: Cast) -> Wording:
    """Only who acts, and whom it concerns: ``Sakura tells Tsunade something``."""
    verbs = [token for token in parse(wording.phrase) if isinstance(token, Verb)]
    who = doer(wording)
    if not who:
        return Wording("something [happen]", {})
    others = [v for v in wording.arguments.values() if isinstance(v, str) and v != who and cast.is_person(v)]
    if verbs[0].base in _SPEECH and others:
        verb = verbs[0].base if verbs[0].base in ("tell", "ask", "promise", "offer") else "say"
        something = "{whom} something" if verb != "say" else "something to {whom}"
        return Wording(f"{{who}} [{verb}] {something}", {"who": who, "whom": others[0]})
    return Wording("{who} [do] something", {"who": who})
