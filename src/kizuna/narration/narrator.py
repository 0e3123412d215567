"""Beats in, sentences out.

Naive: a sentence a beat. Better: beats of one doer that follow one another share a sentence, a new place or time begins
a paragraph, words between sentences say what the ties between their beats bear out, and no sentence begins as the one
before it. All choices depend on what is told and what was said, so the same discourse gives the same words. Cost:
linear in the beats; every sentence is tried in a few ways at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kizuna.discourse import Beat, Discourse, Distance, Focus, Frequency, Inside, Link, Placing, Why
from kizuna.english import Lexicon, Tense
from kizuna.english.places import where
from kizuna.grounding import GroundWorld
from kizuna.model.telling import Person
from kizuna.model.telling import Tense as Told
from kizuna.model.values import Number
from kizuna.model.world import World
from kizuna.narration.cast import Cast
from kizuna.narration.connectives import Connectives
from kizuna.narration.feelings import WEIGHED
from kizuna.narration.phrases import Slot, Verb, parse
from kizuna.narration.prose import Paragraph, Prose, Says, Sentence, Trace
from kizuna.narration.referring import LONGEST_RUN, Memory, Mention
from kizuna.narration.remarks import SELF, Remark, Remarks
from kizuna.narration.saying import Manner, Sayer, sentence_of
from kizuna.narration.settings import setting_phrases
from kizuna.narration.speech import Speech, speech
from kizuna.narration.wordings import Facts, Wording

SHORTEST = 3
"""Sentences that a paragraph has before another place begins a new one."""
LONGEST = 8
"""Sentences after which a paragraph ends where nothing else ends it."""
_MOVING = frozenset(("go", "walk", "hurry", "come", "follow", "run", "leave", "carry", "flee", "return"))
"""Verbs of those who do not stay where they are."""
BARE = 2
"""Words of a phrase that says no more than who does what; two of these are better apart."""
SHORT = 9
"""Words of a phrase that may share its sentence with another."""


@dataclass(frozen=True, slots=True)
class Style:
    """What is said besides the events: insides or not; whether in the present whatever the telling says; whether beats
    share sentences.
    """

    present: bool = False
    inside: bool = True
    shares: bool = True


def narrated(discourse: Discourse, world: GroundWorld, story: World, words: Lexicon) -> Prose:
    """A discourse as prose."""
    return Narrator(discourse, world, story, words).prose()


@dataclass(eq=False)
class Narrator:
    """Tells one discourse, sentence by sentence."""

    discourse: Discourse
    world: GroundWorld
    story: World
    words: Lexicon
    style: Style = Style()
    paragraphs: list[Paragraph] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    opening: str = ""
    said_place: str | None = None

    def __post_init__(self) -> None:
        self.cast = Cast(self.story, self.words)
        inner = [each for beat in self.discourse.beats for each in beat.inner]
        strongest = max((each.strength for each in inner if each.kind is Inside.FEELING), default=0)
        voices = [each for each in inner if each.kind is Inside.VOICE] or [
            e for e in inner if e.kind is Inside.CONFLICT
        ]
        loudest: dict[str, Number] = {}
        for each in voices:
            loudest[each.who] = max(loudest.get(each.who, 0), each.strength)
        self.remarks = Remarks(self.world, self.cast, Facts(self.story), strongest, loudest)
        self.remarks.bonds, self.remarks.motives = self.discourse.bonds, dict(self.discourse.telling.motives)
        self.is_past = self.discourse.telling.tense is Told.PAST and not self.style.present
        self.plain = Manner(Tense.PAST if self.is_past else Tense.PRESENT)
        self.remarking = self.plain
        self.memory = Memory(self.cast, is_past=self.is_past)
        self.connectives = Connectives()
        self.doers = {beat.number: self.remarks.doer(self.remarks.event(beat)) for beat in self.discourse.beats}
        following: dict[str, str] = {}
        later: frozenset[str] = frozenset()
        for beat in reversed(self.discourse.beats):
            self.remarks.acts[beat.number] = dict(following)
            following[self.doers[beat.number]] = beat.action
            self.remarks.later[beat.number] = later
            later |= {beat.action}
        self.objected = False
        self.unseen = {each.event for each in self.discourse.left_out if each.why is Why.UNSEEN}

    def prose(self) -> Prose:
        """The whole telling."""
        self._set()
        self._tell(self.discourse.beats)
        self._end_paragraph()
        return Prose(self.story.title or self.story.name, tuple(self.paragraphs))

    def _set(self) -> None:
        """How things are when it begins."""
        if not self.discourse.beats:
            return
        first = self.discourse.beats[0]
        self._begin(first, None)
        for wording in setting_phrases(self.discourse.setting, self.remarks.facts, self.cast):
            self._remark(Remark(Says.SETTING, (wording,)), self.remarks.trace(first))
        self._end_paragraph()

    def scene(self, beats: Sequence[Beat], *, goes_on: bool = False) -> tuple[Sentence, ...]:
        """Some beats as one paragraph; a new one, unless it ``goes_on``."""
        self._tell(beats)
        told = (*(each for paragraph in self.paragraphs for each in paragraph.sentences), *self.sentences)
        self.paragraphs, self.sentences = [], []
        if not goes_on:
            self.memory.next_paragraph()
        return told

    def plainly(self, wording: Wording) -> tuple[str, tuple[Mention, ...]]:
        """A phrase as a sentence, and whom it mentions."""
        text = sentence_of(Sayer(self.memory, self.plain).say(wording.phrase, wording.arguments))
        return text, self.memory.next_sentence()

    def _tell(self, beats: Sequence[Beat]) -> None:
        place = 0
        while place < len(beats):
            beat = beats[place]
            other = beats[place + 1] if place + 1 < len(beats) and self._share(beat, beats[place + 1]) else None
            before = beats[place - 1] if place else None
            self._begin(beat, before)
            self._beat(beat, before, other)
            place += 1 if other is None else 2

    # --- paragraphs --------------------------------------------------------------------------------------------------

    def _begin(self, beat: Beat, before: Beat | None) -> None:
        """Begins a paragraph where a beat asks for one, and says whose eyes it is seen through."""
        if before is not None and self._breaks(beat, before):
            self._end_paragraph()
        is_first = self.discourse.telling.person is Person.FIRST and beat.focalization.focus is Focus.INNER
        is_back = beat.placing is Placing.ANALEPSIS and not self.is_past
        self.remarking = Manner(Tense.PAST) if is_back else self.plain
        self.memory.i = beat.focalization.who if is_first else ""
        self.memory.hidden = self.remarks.hidden(beat)
        self.memory.introduces = beat.event is not None and beat.placing is not Placing.PROLEPSIS

    def _breaks(self, beat: Beat, before: Beat) -> bool:
        if beat.placing is not before.placing or self._has_gap(beat):
            return True
        if len(self.sentences) >= LONGEST and len(self.discourse.beats) - beat.number >= SHORTEST:
            return True
        return len(self.sentences) >= SHORTEST and self._is_elsewhere(beat, before)

    def _moves(self, beat: Beat) -> bool:
        """Whether a beat is of somebody on their way: where that begins is not where it is."""
        verbs = (token.base for token in parse(self.remarks.event(beat).phrase) if isinstance(token, Verb))
        return next(verbs, "") in _MOVING

    def _has_gap(self, beat: Beat) -> bool:
        """Whether the reader is to notice that something was left out before; what nobody there saw leaves no gap."""
        return any(event not in self.unseen for event in beat.skipped)

    def _is_elsewhere(self, beat: Beat, before: Beat) -> bool:
        """Whether the telling goes somewhere where it was not just led."""
        return beat.moved and beat.place not in self._places(before)

    def _places(self, beat: Beat) -> list[str]:
        """The places that the phrase of a beat speaks of."""
        wording = self.remarks.event(beat)
        slots = [token.name for token in parse(wording.phrase) if isinstance(token, Slot)]
        said = (wording.arguments.get(slot) for slot in slots)
        return [each for each in said if isinstance(each, str) and each in self.cast.places]

    def _end_paragraph(self) -> None:
        if self.sentences:
            self.paragraphs.append(Paragraph(tuple(self.sentences)))
        self.sentences = []
        self.memory.next_paragraph()

    # --- beats -------------------------------------------------------------------------------------------------------

    def _share(self, beat: Beat, other: Beat) -> bool:
        """Whether two beats go into one sentence: short, of the same doer, with nothing to say in between."""
        doer = self.doers[beat.number]
        if (
            not self.style.shares
            or not doer
            or self.doers[other.number] != doer
            or self._is_elsewhere(other, beat)
            or self._has_gap(other)
        ):
            return False
        if beat.learned or beat.inner or any(each.kind is not Inside.FEELING for each in other.inner):
            return False
        alike = ("placing", "frequency", "focalization", "distance")
        if (
            beat.veiled
            or other.veiled
            or any(getattr(beat, each) != getattr(other, each) for each in alike)
            or beat.frequency is Frequency.ITERATIVE
        ):
            return False
        phrases = [self.remarks.event(each).phrase for each in (beat, other)]
        if all(len(phrase.split()) <= BARE for phrase in phrases):
            return False
        return all(_is_short(phrase) for phrase in phrases) and self.connectives.would_be_plain(other, self.doers)

    def _beat(self, beat: Beat, before: Beat | None, other: Beat | None) -> None:
        trace = self.remarks.trace(beat)
        self.objected = False
        lead, link = self._lead(beat, before)
        for remark in self.remarks.objections(beat) if self.style.inside else ():
            self.objected = self._remark(remark, trace, lead if link is None else "")
            if self.objected:
                weighed = f", but {WEIGHED} " in self.sentences[-1].text
                lead, link = "" if weighed else self.connectives.contrast(), None
        self._event(beat, before, other, lead, link)
        last = other or beat
        if not self.style.inside:
            return
        after = (self.remarks.intentions, self.remarks.ties, self.remarks.beliefs, self.remarks.feelings)
        for remark in (each for of in after for each in of(last)):
            self._remark(remark, self.remarks.trace(last))

    def _event(self, beat: Beat, before: Beat | None, other: Beat | None, lead: str, link: Link | None) -> None:
        """The sentence of a beat, and of another that shares it."""
        wordings = [self.remarks.event(each) for each in (beat, other) if each is not None]
        if beat.frequency is Frequency.ITERATIVE:
            wordings[0] = Wording(f"{wordings[0].phrase} again", wordings[0].arguments)
        traces = tuple(self.remarks.trace(each) for each in (beat, other) if each is not None)
        manner = self._manner(beat, before)
        kept = self.memory.copy()
        spoken = None
        if beat.distance is Distance.SHOWN and not beat.veiled and other is None and beat.past is None:
            spoken = speech(wordings[0], self.memory)
        text = self._said(wordings, manner, lead, spoken)
        if _opening(text) == self.opening and not lead and self.sentences:
            self.memory = kept
            lead = self.connectives.later(self.opening)
            text = self._said(wordings, manner, lead, spoken)
        self.connectives.last = lead
        self._add(text, Says.EVENT, traces, link)

    def _said(self, wordings: list[Wording], manner: Manner, lead: str, spoken: Speech | None = None) -> str:
        self.memory.introduces = self.memory.introduces and not lead.endswith(":")
        sayer = Sayer(self.memory, manner)
        if spoken is not None:
            head = sayer.say(spoken.head, wordings[0].arguments)
            said = [f"{head}: “{spoken.words}”"]
            if spoken.rest:
                sayer.manner = replace(manner, subjectless=True)
                said = [f"{head}, “{spoken.words.rstrip('.')},”", sayer.again(spoken.rest, wordings[0].arguments)]
        else:
            said = [sayer.say(wordings[0].phrase, wordings[0].arguments)]
        for wording in wordings[1:]:
            sayer.manner = Manner(manner.tense, subjectless=True)
            said.append(sayer.again(wording.phrase, wording.arguments))
        return sentence_of(f"{lead} {' and '.join(said)}" if lead else " and ".join(said))

    def _manner(self, beat: Beat, before: Beat | None) -> Manner:
        """The first sentence of a look back is a tense further back; the rest of it is told as everything is."""
        begins = before is None or before.placing is not beat.placing
        if beat.placing is Placing.ANALEPSIS and begins:
            return Manner(Tense.PLUPERFECT if self.is_past else Tense.PAST)
        if beat.placing is Placing.ANALEPSIS and not self.is_past:
            return Manner(Tense.PAST)
        return self.plain

    def _lead(self, beat: Beat, before: Beat | None) -> tuple[str, Link | None]:
        """What comes before the sentence of a beat: when, where, or how it follows."""
        if beat.placing is not Placing.CHRONICLE and (before is None or before.placing is not beat.placing):
            if beat.placing is Placing.PROLEPSIS:
                return "It was to come to this:" if self.is_past else "It will come to this:", None
            return "Before all this," if beat.event is None else "Before that,", None
        if before is not None and before.placing is Placing.ANALEPSIS and beat.placing is Placing.CHRONICLE:
            return "Now", None
        leads = ["later"] if self._has_gap(beat) else []
        if not self.style.inside:
            return self.connectives.linking(beat, self.doers)
        is_new = before is None or self._is_elsewhere(beat, before)
        if is_new and beat.place and not self._moves(beat) and not self._places(beat):
            if beat.place != self.said_place or before is None:
                leads.append(where(beat.place, self.cast.called(beat.place)))
            self.said_place = beat.place
        if leads:
            text = ", ".join(leads) + ","
            return text[:1].upper() + text[1:], None
        return self.connectives.linking(beat, self.doers)

    def _remark(self, remark: Remark, trace: Trace, lead: str = "") -> bool:
        """A sentence about something inside; left unsaid where it could only begin as the one before."""
        self.connectives.last = ""
        for place, wording in enumerate((*remark.wordings, *remark.wordings[:1])):
            kept = self.memory.copy()
            if place == len(remark.wordings):
                self.memory.runs.update(dict.fromkeys(self.cast.people, LONGEST_RUN))
            if remark.intent:
                text = self._intent(remark)
            elif remark.manner is not None and remark.manner.subjectless:
                text = self._proposal(wording, remark.manner, remark.shown)
                text = f"louder than before, {text}" if remark.again and not remark.shown else text
            else:
                text = Sayer(self.memory, self.remarking).say(wording.phrase, wording.arguments)
            text = sentence_of(f"{lead} {text}")
            if _opening(text) != self.opening:
                self._add(text, remark.says, (trace,), None)
                return True
            self.memory = kept
        return False

    def _intent(self, remark: Remark) -> str:
        """What somebody means to do, or hopes that somebody else will."""
        assert remark.manner is not None
        doers = [self.remarks.doer(each) for each in remark.wordings]
        kept = [each for each, doer in zip(remark.wordings, doers, strict=True) if doer == doers[0]]
        phrase = "{who} [mean] to" if doers[0] == remark.intent else "{who} [hope] that"
        lead = Sayer(self.memory, self.remarking).say(phrase,
                                                  {"who": remark.intent})  # fmt: skip
        if doers[0] != remark.intent:
            later = Manner(Tense.WOULD if self.remarking.is_past else Tense.FUTURE, reported=self.remarking.is_past)
            return f"{lead} {Sayer(self.memory, later).say(kept[0].phrase, kept[0].arguments)}"
        manner = replace(remark.manner, reported=self.remarking.is_past)
        return f"{lead} " + ", and then to ".join(Sayer(self.memory, manner).say(e.phrase, e.arguments) for e in kept)

    def _proposal(self, wording: Wording, manner: Manner, shown: bool) -> str:
        """What an inner voice would have somebody do: reported as a wish, or in its own words."""
        if shown:
            deed = sentence_of(Sayer(self.memory.speaking("", ""), manner).say(wording.phrase, wording.arguments), ",")
            says = Sayer(self.memory, self.remarking).say(f"something in {{{SELF}}} [say]", wording.arguments)
            return f"“{deed}” {says}"
        lead = Sayer(self.memory, self.remarking).say(f"something in {{{SELF}}} [want] to", wording.arguments)
        manner = replace(manner, reported=self.remarking.is_past)
        deed = Sayer(self.memory, manner).say(wording.phrase, wording.arguments)
        return f"{lead} {deed}"

    def _add(self, text: str, says: Says, traces: tuple[Trace, ...], link: Link | None) -> None:
        self.opening = _opening(text)
        self.sentences.append(Sentence(text, says, traces, self.memory.next_sentence(), link))


def _opening(text: str) -> str:
    return text.split(" ", 1)[0].strip(",:.“”").lower()


def _is_short(phrase: str) -> bool:
    plain = not any(mark in phrase for mark in (" and ", ",", ":", ";", " that ")) and len(phrase.split()) <= SHORT
    return plain and isinstance(parse(phrase)[0], object) and sum(isinstance(t, Verb) for t in parse(phrase)) == 1
