"""How a telling begins: who there is, what binds them to one another, and what they are wrong about.

Naive: everybody when they first do something. Better: those between whom it happens at once, in a few sentences, so
that a reader knows what is at stake before anything happens; who comes later is introduced when they come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kizuna.discourse import Bond, Discourse, Focus, Placing
from kizuna.model.telling import EVERYTHING
from kizuna.model.values import Number, Value
from kizuna.narration.bonds import bond_phrases, bond_verb, is_against, mutual, worth_telling
from kizuna.narration.events import Events
from kizuna.narration.withholding import is_withheld
from kizuna.narration.wordings import Facts, Wording, renamed, taken_apart

MOST = 3
"""Sentences about what binds people."""
MOST_ERRORS = 3
"""Errors that are told at once."""


@dataclass
class Introductions:
    """Finds what to say of people before the first event; ``bound`` are those whose bonds have been said."""

    discourse: Discourse
    events: Events
    facts: Facts
    bound: set[str] = field(default_factory=set)

    def bonds(self) -> Iterator[Wording]:
        """What binds those who act first, those who are bound to each other together."""
        of = worth_telling(self.discourse.bonds, self.events.story)
        early, said = self._early(), 0
        for who in early:
            mine = [bond for bond in of if bond.who == who]
            if who in self.bound or not mine or said == MOST:
                continue
            theirs = next((bond for bond in of if bond.who == mine[0].whom), None)
            back = theirs if theirs is not None and theirs.whom == who and theirs.who in early else None
            back = None if back is not None and (is_against(back) or _errs(back) or _errs(mine[0])) else back
            said += 1
            self.bound.add(who)
            if back is None or back.who in self.bound:
                yield from bond_phrases(mine, self.events.story)
                continue
            self.bound.add(back.who)
            yield mutual(mine[0], back, _parting(of, who, back.who))
            pair = {back.who, mine[0].who}
            rest = [
                [bond for bond in of if bond.who == who and bond.whom not in pair] for who in (mine[0].who, back.who)
            ]
            for each in rest:
                yield from bond_phrases(each[:MOST], self.events.story)

    def returned(self) -> Iterator[Wording]:
        """How much whoever it is told through believes that those love them whom they love themselves."""
        telling, world = self.discourse.telling, self.events.world
        if telling.focus is not Focus.INNER:
            return
        mind = world.character_ids.get(telling.through)
        believed = {world.fluents[each].name: worth for chain, each, worth in world.beliefs if chain == (mind,)}
        for bond in worth_telling(self.discourse.bonds, self.events.story):
            back = f"{bond.fluent}({bond.whom}, {bond.who})"
            worth = believed.get(back)
            if is_against(bond) or not _are_numbers(worth, bond.strength) or is_withheld(telling, back):
                continue
            kind = "less" if worth < bond.strength else "more"  # type: ignore[operator]
            if worth != bond.strength:
                verb = bond_verb(bond.fluent)
                phrase = f"{{who}} [believe] that {{whom}} {verb} {{who}} {kind} than {{who}} {verb} {{whom}}"
                yield Wording(phrase, {"who": bond.who, "whom": bond.whom})
                return

    def _early(self) -> list[str]:
        """Those who are there in the first half of the events; those who are bound to somebody most strongly first."""
        beats = [
            beat for beat in self.discourse.beats if beat.event is not None and beat.placing is not Placing.PROLEPSIS
        ]
        beats.sort(key=lambda each: each.event or 0)
        doers = {self.events.doer(beat) for beat in beats}
        half = beats[: (len(beats) + 1) // 2]
        there = dict.fromkeys(who for beat in half for who in (self.events.doer(beat), *beat.present) if who in doers)
        strongest: dict[str, Number] = {}
        for bond in worth_telling(self.discourse.bonds, self.events.story):
            strongest[bond.who] = max(strongest.get(bond.who, 0), bond.strength)
        return sorted((who for who in there if who), key=lambda who: -strongest.get(who, 0))

    def errors(self) -> Iterator[Wording]:
        """Of what those who act are wrong from the start: where somebody is, or how great something is.

        Through somebody's eyes only what they take for true.
        """
        telling, said, found = self.discourse.telling, set[str](), list[Wording]()
        if telling.focus is Focus.OUTER or not any(each.name == EVERYTHING for each in telling.opening):
            return
        world, early = self.events.world, self._early()
        wrong = [(chain[0], fluent, worth) for chain, fluent, worth in world.beliefs if len(chain) == 1]
        wrong = [
            each
            for each in wrong
            if world.characters[each[0]] in early and not is_withheld(telling, world.fluents[each[1]].name)
        ]
        for who, fluent, worth in sorted(wrong, key=lambda each: early.index(world.characters[each[0]])):
            name = world.fluents[fluent].name
            wording = self._error(world.characters[who], name, worth, world.facts[fluent])
            if wording is not None and name not in said and len(said) < MOST_ERRORS:
                said.add(name)
                found.append(wording)
        yield from _together(found)

    def _error(self, who: str, fluent: str, worth: Value, truth: Value) -> Wording | None:
        """That somebody takes something for less, or more, than it is; or for true what is not."""
        telling, (name, people) = self.discourse.telling, taken_apart(fluent)
        if worth is None or worth == truth or (telling.focus is Focus.INNER and telling.through != who):
            return None
        if not _are_numbers(worth, truth):
            of = self.facts.wording(fluent, worth)
            inner = None if of is None else renamed(of, "f")
            return (
                None
                if inner is None
                else Wording(f"{{by}} [believe] that {inner.phrase}", {"by": who, **inner.arguments})
            )
        noun = self.events.amount(name, people)
        if noun is None or telling.focus is Focus.INNER:
            return None
        kind = "less" if worth < truth else "more"  # type: ignore[operator]
        return Wording(f"{{by}} [take] {noun.phrase} for {kind} than it is", {"by": who, **noun.arguments})


def _errs(bond: Bond) -> bool:
    """Whether somebody does not know how much they are bound."""
    return bond.known is not None and bond.known != bond.strength


def _parting(bonds: Sequence[Bond], one: str, other: str) -> str:
    """What parts two who are bound to each other, both ways; empty where nothing does."""
    against = {(bond.fluent, bond.who, bond.whom) for bond in bonds if is_against(bond)}
    return next((name for name, who, whom in sorted(against) if who == one and (name, other, one) in against), "")


def _together(errors: Sequence[Wording]) -> Iterator[Wording]:
    """Errors in sentences: what one takes for less, and what for more, in the same."""
    for before, each in zip((None, *errors), errors, strict=False):
        following = next((e for e in errors if e is not each and _shares(each, e)), None)
        if before is not None and _shares(before, each):
            continue
        if following is None or not _shares(each, following):
            yield each
            continue
        of = renamed(following, "o")
        rest = of.phrase.removeprefix("{oby} [take] ").removesuffix(" than it is")
        yield Wording(f"{each.phrase}, and {rest}", {**each.arguments, **of.arguments})


def _shares(one: Wording, other: Wording) -> bool:
    takes = "[take]" in one.phrase and "[take]" in other.phrase
    return takes and one.arguments["by"] == other.arguments["by"]


def _are_numbers(*values: Value) -> bool:
    return all(value is not None and not isinstance(value, bool | str) for value in values)
