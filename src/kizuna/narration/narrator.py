"""Beats in, sentences out.

Naive: a sentence a beat. Better: beats that follow one another share a sentence where nothing parts them; what there is
to say beside them is gathered first, and said with them; a new place or time begins a paragraph; words between
sentences say what the ties between their beats bear out, and no sentence begins as the one before it. All choices
depend on what is told and what was said, so the same discourse gives the same words. Cost: linear in the beats; every
sentence is tried in a few ways at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kizuna.discourse import Beat, Discourse, Focus, Placing
from kizuna.english import Lexicon, Tense
from kizuna.grounding import GroundWorld
from kizuna.model.telling import Person
from kizuna.model.telling import Tense as Told
from kizuna.model.world import World
from kizuna.narration.acts import Acts
from kizuna.narration.asides import Asides, Material
from kizuna.narration.cast import Cast
from kizuna.narration.connectives import Connectives
from kizuna.narration.events import Events, begins_with
from kizuna.narration.introducing import Introductions
from kizuna.narration.leads import Leads
from kizuna.narration.moulds import Aside, Piece, Stands, alone
from kizuna.narration.prose import Paragraph, Prose, Says, Sentence, Trace
from kizuna.narration.referring import Memory, Mention
from kizuna.narration.saying import Manner, Sayer, sentence_of
from kizuna.narration.sentences import Writer
from kizuna.narration.settings import setting_phrases
from kizuna.narration.sharing import Sharing, sharing
from kizuna.narration.wordings import Facts, Wording, grouped

SHORTEST = 3
"""Sentences that a paragraph has before another place begins a new one."""
LONGEST = 8
"""Sentences after which a paragraph ends where nothing else ends it."""


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

    def __post_init__(self) -> None:
        telling = self.discourse.telling
        self.cast = Cast(self.story, self.words)
        phrases = grouped(telling.phrases)
        self.events = Events(self.world, self.cast, phrases)
        self.is_past = telling.tense is Told.PAST and not self.style.present
        self.plain = self.remarking = Manner(Tense.PAST if self.is_past else Tense.PRESENT)
        self.memory = Memory(self.cast, is_past=self.is_past)
        self.connectives = Connectives()
        self.writer = Writer(self.memory, self.connectives)
        self.acts = Acts(self.events, self.memory)
        self.leads = Leads(self.discourse, self.events, self.connectives, self.is_past, self.style.inside)
        self.introductions = Introductions(self.discourse, self.events, Facts(self.story, phrases))
        self.material: dict[int, Material] = {}
        self.following = {one.number: other for one, other in pairwise(self.discourse.beats)}
        self.carried: tuple[Aside, Trace] | None = None

    def prose(self) -> Prose:
        """The whole telling."""
        prelude = self.discourse.prelude
        self._tell(prelude)
        self._set()
        self._gather()
        self._tell(self.discourse.beats[len(prelude) :])
        self._end_paragraph()
        return Prose(self.story.title or self.story.name, tuple(self.paragraphs))

    def opening(self) -> tuple[Paragraph, ...]:
        """How things are when it begins, for forms whose scenes are told one by one."""
        self._set()
        opened, self.paragraphs = tuple(self.paragraphs), []
        return opened

    def _gather(self) -> None:
        """What there is to say beside each beat, one after the other."""
        asides = Asides(self.discourse, self.events, self.introductions.bound)
        for beat in self.discourse.beats:
            self.material[beat.number] = asides.of(beat)

    def _set(self) -> None:
        """How things are when it begins, and between whom."""
        self._end_paragraph()
        prelude = self.discourse.prelude
        if len(self.discourse.beats) == len(prelude):
            return
        first = self.discourse.beats[len(prelude)]
        self._begin(first, None)
        self.memory.introduces = True
        facts = self.introductions.facts
        said = [(Says.SETTING, each) for each in setting_phrases(self.discourse.setting, facts, self.cast)]
        said += [(Says.BOND, each) for each in self.introductions.bonds()]
        said += [(Says.BOND, each) for each in self.introductions.returned()]
        said += [(Says.SETTING, each) for each in self.introductions.errors()]
        for says, wording in said:
            of = Aside(says, begins_with(wording), (alone("how it is", Piece(wording)),))
            self.writer.alone(of, self.plain, self.events.trace(first))
        self._end_paragraph()

    def scene(self, beats: Sequence[Beat], *, goes_on: bool = False) -> tuple[Sentence, ...]:
        """Some beats as one paragraph; a new one, unless it ``goes_on``."""
        self._tell(beats)
        told = (*(each for paragraph in self.paragraphs for each in paragraph.sentences), *self.writer.sentences)
        self.paragraphs, self.writer.sentences, self.writer.opening = [], [], ""
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
            other = beats[place + 1] if place + 1 < len(beats) else None
            how = None if other is None else self._joins(beat, other)
            before = beats[place - 1] if place else None
            self._begin(beat, before)
            self._beat(beat, before, None if how is None else other, how)
            place += 1 if how is None else 2

    # --- paragraphs --------------------------------------------------------------------------------------------------

    def _begin(self, beat: Beat, before: Beat | None) -> None:
        """Begins a paragraph where a beat asks for one, and says whose eyes it is seen through."""
        if before is not None and self._breaks(beat, before):
            self._end_paragraph()
        is_first = self.discourse.telling.person is Person.FIRST and beat.focalization.focus is Focus.INNER
        self.remarking = Manner(Tense.PAST) if self._is_back(beat) and not self.is_past else self.plain
        self.memory.i = beat.focalization.who if is_first else ""
        self.memory.hidden = self.events.hidden(beat)
        self.memory.introduces = beat.event is not None and beat.placing is not Placing.PROLEPSIS

    def _breaks(self, beat: Beat, before: Beat) -> bool:
        if beat.placing is not before.placing or self.leads.has_gap(beat):
            return True
        said = len(self.writer.sentences)
        if said >= LONGEST and len(self.discourse.beats) - beat.number >= SHORTEST:
            return True
        return said >= SHORTEST and self.leads.is_elsewhere(beat, before)

    def _end_paragraph(self) -> None:
        sentences = self.writer.paragraph()
        if sentences:
            self.paragraphs.append(Paragraph(sentences))

    # --- beats -------------------------------------------------------------------------------------------------------

    def _of(self, beat: Beat) -> Material:
        return self.material.get(beat.number, Material())

    def _joins(self, beat: Beat, other: Beat) -> Sharing | None:
        """How two beats go into one sentence, if nothing is to be said in between, and nothing parts them."""
        if not self.style.shares or self._of(beat).after or self._of(other).before:
            return None
        if self.leads.is_elsewhere(other, beat) or self.leads.has_gap(other):
            return None
        how = sharing(beat, other, self.events)
        if how is not Sharing.SAME and self._of(beat).before is not None:
            return None
        is_plain = self.connectives.would_be_plain(other, self.leads.doers)
        return how if is_plain or how in (Sharing.ONCE, Sharing.ANSWER) else None

    def _beat(self, beat: Beat, before: Beat | None, other: Beat | None, how: Sharing | None) -> None:
        (lead, link), aside = self.leads.of(beat, before), self._of(beat).before
        carried, self.carried = self.carried, None
        if carried is not None:
            (lead, link), aside = ("", None), _before_next(carried[0])
        elif aside is not None and self._stands_first(aside, spoken=self.acts.speech(beat) is not None):
            trace = self.events.trace(beat)
            if self.writer.alone(aside, self.remarking, trace, "" if link else lead, Stands.CONTRAST):
                (lead, link), aside = (self.connectives.contrast(), None), None
        self.memory.introduces = self.memory.introduces and beat.placing is not Placing.PROLEPSIS
        act = self.acts.of(beat, self._manner(beat, before), lead, link, other, how)
        if carried is not None:
            act = replace(act, traces=(*act.traces, carried[1]))
        rest = self.writer.event(act, aside, self._of(other or beat).after)
        self.connectives.last = lead
        self._rest(rest, other or beat)

    def _rest(self, rest: Sequence[Aside], beat: Beat) -> None:
        """What is left to say of a beat: each in a sentence, or before the next thing that the same person does."""
        for place, each in enumerate(rest):
            self.connectives.last = ""
            if place == len(rest) - 1 and self._goes_on(each, beat):
                self.carried = (each, self.events.trace(beat))
            else:
                self.writer.alone(each, self.remarking, self.events.trace(beat))

    def _goes_on(self, aside: Aside, beat: Beat) -> bool:
        """Whether what somebody feels is freshest said before the next thing that they do."""
        following = self.following.get(beat.number)
        if following is None or self._of(following).before is not None or self._breaks(following, beat):
            return False
        if begins_with(self.events.event(following)) != aside.who or self.leads.is_elsewhere(following, beat):
            return False
        moulds = [each for each in aside.moulds if each.stands in (Stands.ALONE, Stands.NEXT)]
        return self.writer.wear.freshest(moulds)[0].stands is Stands.NEXT if moulds else False

    def _stands_first(self, aside: Aside, *, spoken: bool) -> bool:
        """Whether what speaks against an act is freshest said in a sentence of its own."""
        moulds = self.writer.wear.freshest(aside.moulds)
        fitting = [each for each in moulds if not spoken or each.stands is not Stands.TAIL]
        return fitting[0].stands is Stands.CONTRAST and not fitting[0].joint

    def _manner(self, beat: Beat, before: Beat | None) -> Manner:
        """The first sentence of a look back is a tense further back; the rest of it is told as everything is.

        What is told in its own time is told as everything is, but told in the present the past is past.
        """
        begins = before is None or before.placing is not beat.placing
        if beat.placing is Placing.ANALEPSIS and begins and self.is_past:
            return Manner(Tense.PLUPERFECT)
        return Manner(Tense.PAST) if self._is_back(beat) and not self.is_past else self.plain

    @staticmethod
    def _is_back(beat: Beat) -> bool:
        """Whether a beat is of what was before those that the telling goes on with."""
        return beat.placing is Placing.ANALEPSIS or beat.past is not None


def _before_next(aside: Aside) -> Aside:
    """What was felt, before what is done next."""
    moulds = (replace(each, stands=Stands.FRONT) for each in aside.moulds if each.stands is Stands.NEXT)
    return replace(aside, moulds=tuple(moulds))
