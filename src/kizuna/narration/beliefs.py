"""What somebody comes to believe at a beat, as far as a reader would not guess it.

That is what is false; what turns out to be other than it was taken for; what others have done to somebody who did not
know; and what whoever arrives finds. Of a number (*strength(Ana)*) it is said that it is greater or less than believed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kizuna.discourse import LIVES, WHERE, Beat, Learned
from kizuna.model.values import Value
from kizuna.narration.believing import finding, missing, mistaking, seeing, sighting, understanding
from kizuna.narration.bonds import bond_verb
from kizuna.narration.events import Events
from kizuna.narration.moulds import Aside
from kizuna.narration.wordings import Facts, Wording, taken_apart

_Said = tuple[Learned, Wording]


@dataclass
class Beliefs:
    """Finds what to say of what people come to believe; remembers who is wrong about what."""

    events: Events
    facts: Facts
    mistaken: set[tuple[str, str]] = field(default_factory=set)
    here: str | None = None

    def __post_init__(self) -> None:
        """Who is wrong at the start, and of what."""
        world = self.events.world
        for chain, fluent, worth in world.beliefs:
            if len(chain) == 1 and worth != world.facts[fluent]:
                self.mistaken.add((world.characters[chain[0]], world.fluents[fluent].name))

    def asides(self, beat: Beat, doer: str, goal: Value, *, arrives: bool) -> Iterator[Aside]:
        """What there is to say of a beat: who is not where ``goal`` leads, what is found there, what is seen."""
        self.here = beat.place
        absent = next((each for each in beat.learned if _is_missing(each, goal)), None)
        if absent is not None:
            yield missing(absent.who, taken_apart(absent.fluent)[1][0])
        told = [each for each in beat.learned if self._is_news(each, doer)]
        found = self._found(beat, (doer, beat.focalization.who)) if arrives else []
        if len(found) > 1:
            who = found[0][0].who
            told = [each for each in told if each not in [learned for learned, _ in found]]
            yield (finding if who == doer else sighting)(who, [wording for _, wording in found])
        for learned, wording in self._worded(told):
            yield _believed(learned, wording, doer)

    def _found(self, beat: Beat, finders: Sequence[str]) -> list[_Said]:
        """What somebody finds where they arrive, or sees of those who do; the dead first."""
        new = [each for each in beat.learned if each.true and each.who in finders and _is_new(each)]
        new.sort(key=lambda each: not _is_death(each))
        worded = ((each, self._wording(each)) for each in new)
        return [(each, wording) for each, wording in worded if wording is not None]

    def _worded(self, told: Sequence[Learned]) -> Iterator[_Said]:
        """What can be said of what was learned: numbers first, one thing that is so, and one that is not."""
        dead = {taken_apart(each.fluent)[1] for each in told if _is_death(each)}
        told = [each for each in told if _is_death(each) or taken_apart(each.fluent)[1] not in dead]
        kinds = set[bool]()
        for learned in sorted(told, key=lambda each: not _is_number(each.now)):
            wording = self._wording(learned)
            if wording is not None and learned.true not in kinds:
                kinds.add(learned.true)
                yield learned, wording

    def _is_news(self, learned: Learned, doer: str) -> bool:
        """Whether it is false, or turns out to be other than believed, or was done to somebody who did not know."""
        held = (learned.who, learned.fluent)
        was_wrong = held in self.mistaken
        if not learned.true:
            self.mistaken.add(held)
            return True
        self.mistaken.discard(held)
        people = taken_apart(learned.fluent)[1]
        is_done = learned.now is True and learned.who in people[1:] and people[0] != doer
        is_suffered = is_done and self.events.cast.is_person(people[0])
        return was_wrong or is_suffered or (_is_death(learned) and people[0] != learned.who)

    def _wording(self, learned: Learned) -> Wording | None:
        """What is believed, in words."""
        name, people = taken_apart(learned.fluent)
        if _is_death(learned):
            return Wording("{who} [be] dead", {"who": people[0]})
        if name == WHERE and learned.now == self.here:
            return Wording("{who} [be] there", {"who": people[0]})
        if _is_number(learned.now) and _is_number(learned.before) and learned.true:
            return self._compared(learned)
        return self.facts.wording(learned.fluent, learned.now)

    def _compared(self, learned: Learned) -> Wording | None:
        """That a number is more, or less, than somebody believed: ``Ben loves Ana more than she has believed``."""
        name, people = taken_apart(learned.fluent)
        is_more = bool(learned.now > learned.before)  # type: ignore[operator]
        knew = "known" if people[:1] == (learned.who,) else "believed"
        verb, slots = bond_verb(name), {str(place): each for place, each in enumerate(people)}
        if verb and len(people) > 1:
            phrase = f"{{0}} {verb} {{1}} {'more' if is_more else 'less'} than {{by}} [have] {knew}"
            return Wording(phrase, {**slots, "by": learned.who})
        noun = self.events.amount(name, people)
        if noun is None:
            return None
        phrase = f"{noun.phrase} [be] {'greater' if is_more else 'less'} than {{by}} [have] {knew}"
        return Wording(phrase, {**noun.arguments, "by": learned.who})


def _believed(learned: Learned, wording: Wording, doer: str) -> Aside:
    if not learned.true:
        return mistaking(learned.who, doer, wording)
    if _is_number(learned.now):
        weighs = taken_apart(learned.fluent)[1][:1] == (learned.who,)
        return understanding(learned.who, doer, wording, weighs=weighs)
    return seeing(learned.who, doer, wording, weighs=_is_death(learned))


def _is_missing(learned: Learned, goal: Value) -> bool:
    """Whether somebody who was believed to be at the goal of an act is not."""
    return taken_apart(learned.fluent)[0] == WHERE and learned.now is None and learned.before == goal


def _is_new(learned: Learned) -> bool:
    """Whether something is seen that was not, of something else than oneself."""
    about = next(iter(taken_apart(learned.fluent)[1]), learned.who)
    return about != learned.who and ((learned.now is True and learned.before is not True) or _is_death(learned))


def _is_number(value: Value) -> bool:
    return value is not None and not isinstance(value, bool | str)


def _is_death(learned: Learned) -> bool:
    return taken_apart(learned.fluent)[0] == LIVES and learned.now is False
