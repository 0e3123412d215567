"""What a beat gives one to say: its event, what is thought before it, what is believed and felt after it.

Naive: all that there is. Better: what a reader would not guess. Of beliefs that is what is false, and what turns out to
have been; of feelings the strongest that is new; of objections the loudest. Nothing is said that the beat withholds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from kizuna.discourse import Beat, Bond, Distance, Frequency, Inner, Inside, Learned, Placing
from kizuna.english import Tense
from kizuna.grounding import GroundAction, GroundWorld
from kizuna.model.values import Number, Value
from kizuna.model.world import World
from kizuna.narration.cast import Cast
from kizuna.narration.bonds import bond_phrases
from kizuna.narration.feelings import aim_phrases, feeling_phrases, objection_phrases
from kizuna.narration.motives import thought_of
from kizuna.narration.phrases import Verb, parse
from kizuna.narration.prose import Says, Trace
from kizuna.narration.saying import Manner
from kizuna.narration.wordings import Facts, Wording, action_wording, past_wording

MOST_STEPS = 2
"""Steps of a plan that are said at once."""
MOST_FEELINGS = 2
"""Feelings that are said of one beat where the telling is near."""
SWELLS = 3
"""How much stronger a feeling has to be than it was to be said again before that."""
FADES = 6
"""Beats before a feeling of the same kind is said of the same character again."""
LOUD = Fraction(1, 3)
"""How loud an inner voice is, against the loudest of the same person, for it to be said."""
SELF = "oneself"
"""The slot of whoever has an inner voice, beside those of what it would have them do."""
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
        self.objected[loudest.who] = (loudest.name, loudest.strength)
        if loudest.plan and (would := self._would(loudest, beat)) is not None:
            yield would
        else:
            yield Remark(Says.VOICE, tuple(objection_phrases(loudest, *self._sides(loudest, beat))))

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
            elif not meant and self.aims.get(aim.who) != aim.name and (behind := self._thought(aim.name, aim.who)):
                self.aims[aim.who] = aim.name
                yield Remark(Says.AIM, tuple(aim_phrases(aim, behind)))

    def _is_meant(self, step: str, who: str, beat: Beat) -> bool:
        """Whether a step of a plan is worth saying: one that concerns somebody or something, and is not this act again."""
        number = self.world.action_ids.get(step)
        if number is None or step == beat.action:
            return False
        action = self.world.actions[number]
        names = {str(each) for each in action.arguments}
        return len(names) > 1 and who in names and action.answers is None and bool(self.doer(action_wording(action, self.world)))

    def _meaning(self, steps: list[str], who: str) -> Remark:
        """That somebody means to do something, or hopes that somebody else will: the first two steps."""
        actions = [self.world.actions[self.world.action_ids[each]] for each in steps[:MOST_STEPS]]
        wordings = [action_wording(each, self.world) for each in actions]
        return Remark(Says.AIM, tuple(wordings), Manner(Tense.BARE, subjectless=True), intent=who)

    def _would(self, inner: Inner, beat: Beat) -> Remark | None:
        """What an inner voice would have one do instead; in its own words where they are shown."""
        known = (self.world.actions[self.world.action_ids[e]] for e in inner.plan if e in self.world.action_ids)
        own = [each for each in known if self.doer(action_wording(each, self.world)) == inner.who]
        towards = [each for each in own if any(e != inner.who and self.cast.is_person(str(e)) for e in each.arguments)]
        if not towards or towards[0].name == beat.action:
            return None
        wording = action_wording(towards[0], self.world)
        manner = Manner(Tense.BARE, subjectless=True)
        return Remark(
            Says.VOICE,
            (Wording(wording.phrase, {**wording.arguments, SELF: inner.who}),),
            manner,
            beat.distance is Distance.SHOWN,
        )

    def _arguments(self, beat: Beat) -> tuple[Value, ...]:
        action = self.action(beat)
        return () if action is None else action.arguments

    def beliefs(self, beat: Beat) -> Iterator[Remark]:
        """The first thing that somebody now takes for true and is false, or took for true and sees that it is not."""
        found = [said for each in beat.learned if (said := self._belief(each)) is not None]
        yield from found[:1]

    def _belief(self, learned: Learned) -> Remark | None:
        held = (learned.who, learned.fluent)
        was_wrong = held in self.mistaken
        if learned.true:
            self.mistaken.discard(held)
        else:
            self.mistaken.add(held)
        wording = self.facts.wording(learned.fluent, learned.now)
        if wording is None or (learned.true and not was_wrong):
            return None
        slots = {f"f{name}": value for name, value in wording.arguments.items()}
        inner = wording.phrase
        for name in wording.arguments:
            inner = inner.replace(f"{{{name}}}", f"{{f{name}}}")
        verb = "see" if learned.true else "believe"
        phrases = (f"now {{knower}} [{verb}] that {inner}", f"{{knower}} now [{verb}] that {inner}")
        return Remark(Says.BELIEF, tuple(Wording(each, {"knower": learned.who, **slots}) for each in phrases))

    def feelings(self, beat: Beat) -> Iterator[Remark]:
        """The strongest feelings of a beat; what was said of somebody a moment ago is not said again."""
        there = {*beat.present, *map(str, self._arguments(beat))}
        inner = (each for each in beat.inner if each.kind is Inside.FEELING and each.who in there)
        felt = sorted(inner, key=lambda each: (-each.strength, each.name == "distress"))
        said: list[str] = []
        for each in felt:
            last, strength = self.felt.get((each.who, each.name), (-FADES, 0))
            is_old = beat.number - last < FADES and each.strength < SWELLS * strength
            if is_old or len(said) == MOST_FEELINGS or (each.who in said) or not self._is_sayable(beat) or each.strength < self.strongest * Fraction(1, 4):
                continue
            about = next(filter(None, (self._thought(cause, each.who) for cause in each.causes if self._is_motive(cause))), None)
            wordings = tuple(feeling_phrases(each, about))
            if wordings:
                said.append(each.who)
                self.felt[each.who, each.name] = (beat.number, each.strength)
                yield Remark(Says.FEELING, wordings)

    def _is_motive(self, cause: str) -> bool:
        return cause in self._motives

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
