"""What a beat gives one to say: its event, what is thought before it, what is believed and felt after it.

Naive: all that there is. Better: what a reader would not guess. Of beliefs that is what is false, and what turns out to
have been; of feelings the strongest that is new; of objections the loudest. Nothing is said that the beat withholds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from kizuna.discourse import LIVES, WHERE, Beat, Bond, Distance, Frequency, Inner, Inside, Learned, Placing, Tie
from kizuna.english import Tense
from kizuna.grounding import GroundAction, GroundWorld
from kizuna.model.values import Number, Value
from kizuna.model.world import World
from kizuna.narration.bonds import bond_phrases
from kizuna.narration.cast import Cast
from kizuna.narration.feelings import aim_phrases, feeling_phrases, objection_phrases
from kizuna.narration.motives import is_burden, is_worth_saying, thought_of
from kizuna.narration.phrases import Verb, parse
from kizuna.narration.prose import Says, Trace
from kizuna.narration.saying import Manner
from kizuna.narration.wordings import Facts, Wording, action_wording, past_wording, taken_apart

MOST_BELIEFS = 1
"""Beliefs that are said of one beat."""
MOST_STEPS = 2
"""Steps of a plan that are said at once."""
MOST_FEELINGS = 2
"""Feelings that are said of one beat where the telling is near."""
FELT = Fraction(1, 10)
"""How strong a feeling is, against the strongest of the story, for it to be said."""
SWELLS = 3
"""How much stronger a feeling has to be than it was to be said again before that."""
FADES = 5
"""Beats before a feeling of the same kind is said of the same character again."""
LOUD = Fraction(1, 4)
"""How loud an inner voice is, against the loudest of the same person, for it to be said."""
SELF = "oneself"
"""The slot of whoever has an inner voice, beside those of what it would have them do."""
_ABOUT = re.compile(r"(\{\w+\} \[say\] (?:yes|no) to \{\w+\}) about \{\w+\}")
_ANSWER = re.compile(r"(\{\w+\} \[say\] (?:yes|no)) to \{\w+\} about \{\w+\}")
_SPEECH = frozenset(
    ["tell", "say", "ask", "answer", "confess", "promise", "swear", "beg", "order", "report", "own", "offer"]
)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say, in one of several wordings, and how; ``shown``: in the words of whoever thinks it."""

    says: Says
    wordings: tuple[Wording, ...]
    manner: Manner | None = None
    shown: bool = False
    intent: str = ""
    again: bool = False
    missing: bool = False


@dataclass
class Remarks:
    """Finds what to say of each beat; remembers which feelings were said last."""

    world: GroundWorld
    cast: Cast
    facts: Facts
    strongest: Number = 0
    loudest: dict[str, Number] = field(default_factory=dict)
    felt: dict[tuple[str, str], tuple[int, Number]] = field(default_factory=dict)
    objected: dict[str, tuple[str, Number]] = field(default_factory=dict)
    mistaken: set[tuple[str, str]] = field(default_factory=set)
    bonds: tuple[Bond, ...] = ()
    motives: dict[str, str] = field(default_factory=dict)
    aims: dict[str, str] = field(default_factory=dict)
    bound: set[str] = field(default_factory=set)
    acts: dict[int, dict[str, str]] = field(default_factory=dict)
    later: dict[int, frozenset[str]] = field(default_factory=dict)
    proposed: dict[str, str] = field(default_factory=dict)
    objected_at: tuple[int, str] = (0, "")
    named: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        """Who is wrong at the start, and of what."""
        for chain, fluent, worth in self.world.beliefs:
            if len(chain) == 1 and worth != self.world.facts[fluent]:
                self.mistaken.add((self.world.characters[chain[0]], self.world.fluents[fluent].name))

    @property
    def story(self) -> World:
        """The world with its phrases."""
        return self.cast.world

    def action(self, beat: Beat) -> GroundAction | None:
        """The ground action of a beat; None for an event of the past."""
        return None if beat.event is None else self.world.actions[self.world.action_ids[beat.action]]

    def trace(self, beat: Beat) -> Trace:
        """Where a beat is from."""
        action = self.action(beat)
        span = action.span if action is not None else self.story.past[beat.past or 0].span
        return Trace(beat.number, beat.event, beat.action, span)

    def event(self, beat: Beat) -> Wording:
        """The event of a beat in its phrase; veiled, only who acts on whom."""
        action = self.action(beat)
        if action is None:
            return past_wording(self.story.past[beat.past or 0], self.story)
        wording = action_wording(action, self.world)
        if any(each.tie is Tie.ANSWERS and each.beat == beat.number - 1 for each in beat.follows):
            wording = _shortly(wording)
        return _veiled(wording, self.cast) if beat.veiled else wording

    def hidden(self, beat: Beat) -> frozenset[str]:
        """The names that nothing said of a beat may say."""
        action = self.action(beat)
        arguments = () if action is None else action.arguments
        return frozenset(str(each) for place, each in enumerate(arguments) if place in beat.unnamed)

    # --- inside ------------------------------------------------------------------------------------------------------

    def objections(self, beat: Beat) -> Iterator[Remark]:
        """The loudest inner voice against the act, unless it said so just before."""
        inner = [each for each in beat.inner if each.kind is Inside.VOICE]
        inner = inner or [each for each in beat.inner if each.kind is Inside.CONFLICT]
        loudest = max(inner, key=lambda each: each.strength, default=None)
        if loudest is None or not self._is_sayable(beat):
            return
        name, strength = self.objected.get(loudest.who, ("", 0))
        if loudest.strength < self.loudest.get(loudest.who, 0) * LOUD:
            return
        if name == loudest.name and loudest.strength <= strength:
            return
        if loudest.plan and self._comes_to_it(loudest, beat):
            return
        self.objected[loudest.who] = (loudest.name, loudest.strength)
        self.objected_at = (beat.number, loudest.who)
        if loudest.plan and (would := self._would(loudest, beat, name == loudest.name)) is not None:
            yield would
        else:
            yield Remark(Says.VOICE, tuple(objection_phrases(loudest, *self._sides(loudest, beat))))

    def _comes_to_it(self, inner: Inner, beat: Beat) -> bool:
        """Whether what an inner voice would rather is only what the same person does later."""
        later = self.later.get(beat.number, frozenset())
        own = [each for each in inner.plan if self._is_meant(each, inner.who, beat) and each not in later]
        return bool(inner.plan) and not own and any(each in later for each in inner.plan)

    def _deep(self, motive: str) -> bool:
        return is_worth_saying(motive, self.cast, self.motives)

    def _sides(self, inner: Inner, beat: Beat) -> tuple[Wording | None, Wording | None]:
        """What one thinks of who acts against a motive, and of the one that their act serves most."""
        served = next((e.causes for e in beat.inner if e.kind is Inside.CONFLICT and e.who == inner.who), ())
        behind = next(filter(None, (self._thought(each, inner.who) for each in served)), None)
        return self._thought(inner.name, inner.who), behind

    def _thought(self, motive: str, who: str) -> Wording | None:
        return thought_of(motive, who, self.cast, self.motives) if motive else None

    def ties(self, beat: Beat) -> Iterator[Remark]:
        """What binds those who act to others, when they first do."""
        action, doer = self.action(beat), self.doer(self.event(beat))
        if action is None or beat.placing is Placing.PROLEPSIS or beat.distance is Distance.LEFT_OUT:
            return
        if doer and doer not in self.bound:
            self.bound.add(doer)
            said = tuple(bond_phrases([bond for bond in self.bonds if bond.who == doer], self.story))
            if said:
                yield Remark(Says.BOND, said)

    def intentions(self, beat: Beat) -> Iterator[Remark]:
        """What an act is to lead to, for whoever wills it, where it was not said yet; else what it is for."""
        for aim in (each for each in beat.inner if each.kind is Inside.AIM):
            if not self._is_sayable(beat):
                return
            next_act = self.acts.get(beat.number, {}).get(aim.who)
            meant = [step for step in aim.plan if step != next_act and self._is_meant(step, aim.who, beat)]
            if meant and self.aims.get(aim.who) != meant[-1]:
                self.aims[aim.who] = meant[-1]
                yield self._meaning(meant, aim.who)
                continue
            behind = self._thought(aim.name, aim.who)
            if behind is None or aim.name in self.named[aim.who] or not self._deep(aim.name):
                continue
            self.named[aim.who].add(aim.name)
            if self.objected_at != (beat.number, aim.who):
                yield Remark(Says.AIM, tuple(aim_phrases(aim, behind)))

    def _is_meant(self, step: str, who: str, beat: Beat) -> bool:
        """Whether a step of a plan is worth saying: it concerns somebody or something, and is another act."""
        number = self.world.action_ids.get(step)
        if number is None or step == beat.action:
            return False
        action = self.world.actions[number]
        names = {str(each) for each in action.arguments}
        return (
            len(names) > 1
            and who in names
            and action.answers is None
            and bool(self.doer(action_wording(action, self.world)))
        )

    def _meaning(self, steps: list[str], who: str) -> Remark:
        """That somebody means to do something, or hopes that somebody else will: the first two steps."""
        actions = [self.world.actions[self.world.action_ids[each]] for each in steps[:MOST_STEPS]]
        wordings = [action_wording(each, self.world) for each in actions]
        return Remark(Says.AIM, tuple(wordings), Manner(Tense.BARE, subjectless=True), intent=who)

    def _would(self, inner: Inner, beat: Beat, again: bool) -> Remark | None:
        """What an inner voice would have one do instead; in its own words where they are shown."""
        known = (self.world.actions[self.world.action_ids[e]] for e in inner.plan if e in self.world.action_ids)
        own = [each for each in known if self.doer(action_wording(each, self.world)) == inner.who]
        later = self.later.get(beat.number, frozenset())
        own = [e for e in own if e.name not in later]
        own = [each for each in own if not action_wording(each, self.world).phrase.startswith("{who} [want] to ")]
        towards = [each for each in own if any(e != inner.who and self.cast.is_person(str(e)) for e in each.arguments)]
        if not towards or towards[0].name == beat.action:
            return None
        wording = action_wording(towards[0], self.world)
        wording = Wording(_ANSWER.sub(r"\1", wording.phrase), wording.arguments)
        again = again and self.proposed.get(inner.who) == towards[0].name
        if again and beat.distance is Distance.SHOWN:
            return None
        self.proposed[inner.who] = towards[0].name
        manner = Manner(Tense.BARE, subjectless=True)
        return Remark(
            Says.VOICE,
            (Wording(wording.phrase, {**wording.arguments, SELF: inner.who}),),
            manner,
            beat.distance is Distance.SHOWN,
            again=again,
        )

    def _arguments(self, beat: Beat) -> tuple[Value, ...]:
        action = self.action(beat)
        return () if action is None else action.arguments

    def beliefs(self, beat: Beat) -> Iterator[Remark]:
        """The first thing that somebody now takes for true and is false, or took for true and sees that it is not."""
        found = [(each, said) for each in beat.learned if (said := self._belief(each, beat)) is not None]
        named = [(taken_apart(each.fluent), each.now, said) for each, said in found]
        dead = {people for (fluent, people), now, _ in named if fluent == LIVES and not now}
        told = [said for (fluent, people), _, said in named if fluent == LIVES or people not in dead]
        missing = [said for said in told if said.missing]
        yield from (*missing[:1], *[said for said in told if not said.missing][:MOST_BELIEFS])

    def _belief(self, learned: Learned, beat: Beat) -> Remark | None:
        held = (learned.who, learned.fluent)
        was_wrong = held in self.mistaken
        if learned.true:
            self.mistaken.discard(held)
        else:
            self.mistaken.add(held)
        wording = self.facts.wording(learned.fluent, learned.now) or self._missing(learned, beat)
        if wording is None or (learned.true and not was_wrong):
            return None
        slots = {f"f{name}": value for name, value in wording.arguments.items()}
        inner = wording.phrase
        for name in wording.arguments:
            inner = inner.replace(f"{{{name}}}", f"{{f{name}}}")
        if not learned.true and wording.phrase.endswith("not there"):
            return Remark(Says.BELIEF, (wording,), missing=True)
        verb = "see" if learned.true else "believe"
        phrases = [f"now {{knower}} [{verb}] that {inner}", f"{{knower}} now [{verb}] that {inner}"]
        if not learned.true:
            phrases = [f"it [seem] to {{knower}} that {inner}", *phrases[1:]]
        return Remark(Says.BELIEF, tuple(Wording(each, {"knower": learned.who, **slots}) for each in phrases))

    def _missing(self, learned: Learned, beat: Beat) -> Wording | None:
        """That somebody whom one had believed to be here is not."""
        name, people = taken_apart(learned.fluent)
        if name != WHERE or learned.now is not None or learned.before != self._goal(beat):
            return None
        return Wording("{whom} [be] not there", {"whom": people[0]})

    def _goal(self, beat: Beat) -> Value:
        """Where an act leads: the last place that it speaks of."""
        places = [each for each in self._arguments(beat) if each in self.cast.places]
        return places[-1] if places else beat.place

    def feelings(self, beat: Beat) -> Iterator[Remark]:
        """The strongest feelings of a beat; what was said of somebody a moment ago is not said again."""
        there = {*beat.present, *map(str, self._arguments(beat))}
        inner = (each for each in beat.inner if each.kind is Inside.FEELING and each.who in there)
        felt = sorted(inner, key=lambda each: (-each.strength, each.name == "distress"))
        said: list[str] = []
        for each in felt:
            last, strength = self.felt.get((each.who, each.name), (-FADES, 0))
            is_old = beat.number - last < FADES and each.strength < SWELLS * strength
            if (
                is_old
                or len(said) == MOST_FEELINGS
                or (each.who in said)
                or not self._is_sayable(beat)
                or each.strength < self.strongest * FELT
            ):
                continue
            about = next(
                filter(
                    None, (self._thought(cause, each.who) for cause in each.causes if self._is_cause(cause, each.name))
                ),
                None,
            )
            wordings = tuple(feeling_phrases(each, about))
            if wordings:
                said.append(each.who)
                self.felt[each.who, each.name] = (beat.number, each.strength)
                yield Remark(Says.FEELING, wordings)

    def _is_cause(self, cause: str, feeling: str) -> bool:
        return cause in self._motives and (
            feeling not in ("joy", "distress") or (self._deep(cause) and not is_burden(cause))
        )

    @cached_property
    def _motives(self) -> frozenset[str]:
        return frozenset(each.name for mine in self.world.motives for each in mine)

    @staticmethod
    def _is_sayable(beat: Beat) -> bool:
        return beat.distance is not Distance.LEFT_OUT and beat.placing is not Placing.PROLEPSIS and beat.past is None

    # --- who ---------------------------------------------------------------------------------------------------------

    @staticmethod
    def doer(wording: Wording) -> str:
        """Whoever the first verb of a phrase is said of; empty where it is nobody, or several."""
        first = next((token for token in parse(wording.phrase) if isinstance(token, Verb)), None)
        if first is None or len(first.subjects) != 1:
            return ""
        value = wording.arguments.get(first.subjects[0])
        return value if isinstance(value, str) else ""

    def is_folded(self, beat: Beat, before: Sequence[Beat]) -> bool:
        """Whether a beat is only once more what the one before told."""
        return beat.frequency is Frequency.ITERATIVE and bool(before) and before[-1].action == beat.action


def _shortly(wording: Wording) -> Wording:
    """An answer without what was asked, which was just said."""
    return Wording(_ABOUT.sub(r"\1", wording.phrase), wording.arguments)


def _veiled(wording: Wording, cast: Cast) -> Wording:
    """Only who acts, and whom it concerns: ``Sakura tells Tsunade something``."""
    verbs = [token for token in parse(wording.phrase) if isinstance(token, Verb)]
    doer = Remarks.doer(wording)
    if not doer:
        return Wording("something [happen]", {})
    others = [v for v in wording.arguments.values() if isinstance(v, str) and v != doer and cast.is_person(v)]
    if verbs[0].base in _SPEECH and others:
        verb = verbs[0].base if verbs[0].base in ("tell", "ask", "promise", "offer") else "say"
        something = "{whom} something" if verb != "say" else "something to {whom}"
        return Wording(f"{{who}} [{verb}] {something}", {"who": doer, "whom": others[0]})
    return Wording("{who} [do] something", {"who": doer})
