"""What there is to say beside the events: before an act what speaks against it or for it, after it what it leads to.

Naive: all that is known. Better: what a reader would not guess: the loudest objection, where it is new; a motive that
the act does not show; what is to come; what is false or turns out to have been; the feelings that matter. Nothing is
said that the beat withholds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kizuna.discourse import Beat, Discourse, Distance, Placing
from kizuna.english import listed
from kizuna.model.values import Value
from kizuna.narration.ahead import Ahead
from kizuna.narration.aims import Aims
from kizuna.narration.beliefs import Beliefs
from kizuna.narration.bonds import bond_phrases
from kizuna.narration.events import Events
from kizuna.narration.moods import Moods
from kizuna.narration.motives import Motives
from kizuna.narration.moulds import Aside, Piece, alone, piece, tail
from kizuna.narration.prose import Says
from kizuna.narration.salience import Salience
from kizuna.narration.voices import Voices
from kizuna.narration.withholding import names_withheld
from kizuna.narration.wordings import Facts, grouped


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to say beside a beat: one thing that is best said before it, and others behind it."""

    before: Aside | None = None
    after: tuple[Aside, ...] = ()


@dataclass
class Asides:
    """Finds what to say beside each beat of a discourse; remembers what was said, and of whom bonds were."""

    discourse: Discourse
    events: Events
    bound: set[str] = field(default_factory=set)
    met: set[tuple[Value, ...]] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        beats, events = self.discourse.beats, self.events
        motives = Motives(events.cast, grouped(self.discourse.telling.motives))
        self.ahead = Ahead(self.discourse, events)
        self.voices = Voices(events, self.ahead, motives)
        self.aims = Aims(events, self.ahead, motives)
        self.beliefs = Beliefs(events, Facts(events.story, events.phrases))
        present = frozenset(who for beat in beats for who in beat.present)
        self.moods = Moods(events, motives, Salience.among(beats), present, self.ahead.following)

    def of(self, beat: Beat) -> Material:
        """What there is to say beside a beat; asked beat by beat, in their order."""
        shows = beat.distance is not Distance.LEFT_OUT and beat.placing is not Placing.PROLEPSIS and beat.past is None
        against, behind, named = None, None, ""
        if shows:
            against, weighed = self.voices.objection(beat)
            if weighed:
                self.aims.named[self.events.doer(beat)].add(weighed)
            behind, named = self.aims.behind(beat)
        after = tuple(self._after(beat, named, shows=shows))
        return (
            Material(against, (behind, *after))
            if against is not None and behind is not None
            else Material(against or behind, after)
        )

    def _after(self, beat: Beat, named: str, *, shows: bool) -> Iterator[Aside]:
        """What an act is to lead to, whom it binds who acts, what is seen to be so by it, and what is felt."""
        who, moves = self.events.doer(beat), self.events.moves(beat)
        if shows:
            yield from self.aims.to_come(beat)
        if beat.event is not None and beat.placing is not Placing.PROLEPSIS and beat.distance is not Distance.LEFT_OUT:
            yield from self._bonds(who)
        yield from self._met_there(beat, who)
        goal = self.events.goal(beat)
        yield from self.beliefs.asides(beat, who, goal, arrives=moves or goal != beat.place)
        if shows:
            hoping = [who for who, steps in self.aims.announced.items() if steps]
            yield from self.moods.of(beat, named, hoping)

    def _bonds(self, who: str) -> Iterator[Aside]:
        """What binds somebody to others, when they first act and it was not said at the beginning."""
        if who and who not in self.bound:
            self.bound.add(who)
            mine = [bond for bond in self.discourse.bonds if bond.who == who]
            for wording in bond_phrases(mine, self.events.story):
                yield Aside(Says.BOND, who, (alone("bond", Piece(wording)),))

    def _met_there(self, beat: Beat, who: str) -> Iterator[Aside]:
        """Who is where somebody goes, as the next beat there has it; said once of a place."""
        following, goal = self.ahead.following.get(beat.number), self.events.goal(beat)
        self.seen |= {who, *map(str, self.events.arguments(beat))}
        if following is None or following.placing is not beat.placing or following.skipped or goal == beat.place:
            return
        if following.place != goal or not self.events.moves(beat):
            return
        known = {who, *beat.present, *map(str, self.events.arguments(beat))}
        telling = self.discourse.telling
        others = [each for each in following.present if each not in known and not names_withheld(telling, each)]
        if others and (goal, *others) not in self.met:
            self.met.add((goal, *others))
            slots = {f"whom{place}": each for place, each in enumerate(others)}
            phrase = f"{listed([f'{{{name}}}' for name in slots])} [be]"
            if self._is_to_introduce(others):
                yield Aside(Says.SETTING, who, (alone("where", piece(f"{phrase} there", slots)),))
            else:
                yield Aside(Says.SETTING, who, (tail("where", piece(phrase, slots, ", where")),))
            self.seen.update(others)

    def _is_to_introduce(self, names: list[str]) -> bool:
        """Whether one of several has a title to say that is a clause: behind it *was* would come too late."""
        titles = (self.events.cast.title(name) or "" for name in names if name not in self.seen | self.bound)
        return any(title.startswith("who ") for title in titles)
