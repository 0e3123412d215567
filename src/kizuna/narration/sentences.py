"""Sentences made of an event and what is said beside it.

Naive: a sentence for each. Better: before the event what speaks for or against it, behind it what it leads to, as far
as the sentence bears that; the rest in sentences of its own. Tried are the moulds that are least worn, until a sentence
does not begin as the one before it, is not too long, and names nobody twice. Cost: a few tries a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product

from kizuna.discourse import Link
from kizuna.narration.acts import Act
from kizuna.narration.composing import Composer
from kizuna.narration.connectives import Connectives
from kizuna.narration.joining import joined
from kizuna.narration.moulds import Aside, Mode, Mould, Piece, Stands, Wear
from kizuna.narration.prose import Says, Sentence, Trace
from kizuna.narration.referring import LONGEST_RUN, Memory, Mention
from kizuna.narration.saying import Manner, sentence_of

LONGEST = 30
"""Words of a sentence to which something is added that could stand alone."""
MOST_TRIES = 24
"""Ways of saying a sentence that are tried."""


@dataclass
class Writer:
    """Writes sentences one after the other; remembers who was mentioned, and which moulds are worn."""

    memory: Memory
    connectives: Connectives = field(default_factory=Connectives)
    wear: Wear = field(default_factory=Wear)
    sentences: list[Sentence] = field(default_factory=list)
    opening: str = ""
    prior: tuple[Mention, ...] = ()
    joined: bool = False

    def paragraph(self) -> tuple[Sentence, ...]:
        """Ends a paragraph, and returns its sentences."""
        done = tuple(self.sentences)
        self.sentences, self.opening = [], ""
        self.memory.next_paragraph()
        return done

    def add(self, text: str, says: Says, traces: tuple[Trace, ...], link: Link | None = None) -> None:
        """Adds a sentence that has been said."""
        self.opening, self.joined, self.prior = opening_of(text), False, self.memory.before
        self.sentences.append(Sentence(text, says, traces, self.memory.next_sentence(), link))

    # --- an event ----------------------------------------------------------------------------------------------------

    def event(self, act: Act, before: Aside | None, after: Sequence[Aside]) -> list[Aside]:
        """Writes an event with what can share its sentence; returns what is left to be said alone."""
        kept, best, fewest = self.memory.copy(), None, 0
        for way in self._ways(act, before, after):
            text = self._sentence(act, *way)
            names = self._named_again(act.begins)
            self.memory.restore(kept)
            fits = opening_of(text) != self.opening and (not way[1] or len(text.split()) <= LONGEST)
            if way[0] is None and before is not None and best is not None:
                break
            if fits and (best is None or names < fewest):
                best, fewest = way, names
            if best is not None and not fewest:
                break
        if best is None:
            self._plainest(act)
            return list(after)
        self.add(self._sentence(act, *best), Says.EVENT, act.traces, act.link)
        self._use(best[0], *best[1].values())
        return [each for place, each in enumerate(after) if place not in best[1]]

    def _named_again(self, who: str) -> int:
        """How many names the sentence so far says more than once; that of whoever acts counts double."""
        names = [each.name for each in self.memory.now if not each.is_pronoun]
        return len(names) - len(set(names)) + (names.count(who) > 1)

    def _plainest(self, act: Act) -> None:
        """Writes an event that every way of saying it begins as the sentence before: by names, or as later."""
        kept = self.memory.copy()
        self.memory.runs.update(dict.fromkeys(self.memory.cast.people, LONGEST_RUN))
        text = self._sentence(act, None, {})
        if opening_of(text) == self.opening and not act.lead:
            self.memory.restore(kept)
            text = self._sentence(replace(act, lead=self.connectives.later(self.opening)), None, {})
        self.add(text, Says.EVENT, act.traces, act.link)

    def _ways(
        self, act: Act, before: Aside | None, after: Sequence[Aside]
    ) -> Iterator[tuple[Mould | None, dict[int, Mould]]]:
        """The ways to say an event, the freshest first: what stands before it, and what of the rest stands by it."""
        fronts: list[Mould | None] = [*self._before(act, before), None]
        ways = (
            (each, self._tails(act, each, () if fewer else after)) for each, fewer in product(fronts, (False, True))
        )
        yield from islice(ways, MOST_TRIES)

    def _before(self, act: Act, before: Aside | None) -> list[Mould]:
        return [] if before is None else [each for each in self.wear.freshest(before.moulds) if _suits(each, act)]

    def _tails(self, act: Act, mould: Mould | None, after: Sequence[Aside]) -> dict[int, Mould]:
        """What of the rest is said in the sentence of the event: one thing behind it at most, and one before it."""
        taken = {mould.stands} if mould is not None else set[Stands]()
        if Stands.CONTRAST in taken or act.lead:
            taken.add(Stands.FRONT)
        if act.ends:
            taken.add(Stands.TAIL)
        found: dict[int, Mould] = {}
        for place, aside in enumerate(after):
            for each in self.wear.freshest(e for e in aside.moulds if e.stands is not Stands.NEXT):
                if each.stands is Stands.ALONE and aside.weighs:
                    break
                if each.stands is not Stands.ALONE and each.stands not in taken and _suits(each, act):
                    taken.add(each.stands)
                    found[place] = each
                    break
        return found

    def _sentence(self, act: Act, mould: Mould | None, tails: dict[int, Mould]) -> str:
        composer = Composer(self.memory, act.manner)
        fronts = [each for each in (mould, *tails.values()) if each is not None and each.stands is not Stands.TAIL]
        text = act.lead
        pieces = list(act.pieces)
        for each in fronts:
            text = composer.compose(each.pieces, text)
            mode = pieces[0].mode if each.mode is Mode.CLAUSE else each.mode
            pieces[0] = Piece(pieces[0].wording, each.joint or pieces[0].joint, mode)
        text = composer.compose(pieces, text)
        for behind in (mould, *tails.values()):
            if behind is not None and behind.stands is Stands.TAIL:
                text = composer.compose(behind.pieces, text)
        return sentence_of(text)

    def _use(self, *moulds: Mould | None) -> None:
        for each in moulds:
            if each is not None:
                self.wear.use(each)

    # --- what stands alone -------------------------------------------------------------------------------------------

    def _joined(self, aside: Aside, mould: Mould, manner: Manner, trace: Trace) -> bool:
        """Joins something to the sentence before, if both are short."""
        if not self.sentences or self.joined:
            return False
        both = joined(self.sentences[-1], self.prior, aside, mould, self.memory, manner, trace)
        if both is not None:
            self._use(mould)
            self.sentences[-1], self.joined = both, True
        return both is not None

    def alone(self, aside: Aside, manner: Manner, trace: Trace, lead: str = "", stands: Stands = Stands.ALONE) -> bool:
        """Writes something in a sentence of its own; False where it could only begin as the sentence before."""
        moulds = [each for each in self.wear.freshest(aside.moulds) if each.stands is stands and not _is_joint(each)]
        if stands is Stands.ALONE and not lead and moulds and self._joined(aside, moulds[0], manner, trace):
            return True
        for place, mould in enumerate((*moulds, *moulds[:1])):
            kept = self.memory.copy()
            if place == len(moulds):
                self.memory.runs.update(dict.fromkeys(self.memory.cast.people, LONGEST_RUN))
            text = sentence_of(Composer(self.memory, manner).compose(mould.pieces, lead))
            if opening_of(text) != self.opening:
                self._use(mould)
                self.add(text, aside.says, (trace,))
                return True
            self.memory.restore(kept)
        return False


def _is_joint(mould: Mould) -> bool:
    """Whether a mould has the event in its sentence."""
    return mould.stands is Stands.CONTRAST and bool(mould.joint)


def _suits(mould: Mould, act: Act) -> bool:
    """Whether a mould can stand by an event."""
    if mould.stands is Stands.FRONT:
        return not act.lead and mould.needs in ("", act.begins)
    if mould.stands is Stands.TAIL:
        phrase, joint = act.pieces[-1].wording.phrase, mould.pieces[0].joint
        is_full = (", and" in phrase and joint == ", and") or (" that " in phrase and joint == ", for the sake of")
        return not act.ends and not is_full
    is_free = act.link is None and mould.needs in ("", act.begins)
    return _is_joint(mould) and is_free


def opening_of(text: str) -> str:
    """The word with which a sentence begins."""
    return text.split(" ", 1)[0].strip(",:.“”").lower()
