"""Where everyone would have to be at the start, and who would have what, so that the events could happen in order.

Naive: everybody at the first place. Better: walk through the events once; whoever first appears beside somebody begins
where that one is, and what is given away belongs to the giver. Guesses all the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kizuna.sketching import vocabulary as v
from kizuna.sketching.clauses import CHARACTER, PLACE, THING
from kizuna.sketching.deeds import Action, Deed


@dataclass
class Stage:
    """Where people begin and who has what.

    ``apart`` are the actions that also happen between people at different places, ``unheld`` those in which somebody
    gives what somebody else had.
    """

    default: str
    homes: dict[str, str] = field(default_factory=dict)
    holders: dict[str, str] = field(default_factory=dict)
    apart: set[Action] = field(default_factory=set)
    unheld: set[Action] = field(default_factory=set)
    _now: dict[str, str] = field(default_factory=dict)
    _has: dict[str, str] = field(default_factory=dict)

    def happens(self, deed: Deed) -> None:
        """Walks through one event."""
        by_kind: dict[str, list[str]] = {CHARACTER: [], PLACE: [], THING: []}
        for who in deed.whos:
            if who.name is not None:
                by_kind[who.kind].append(who.name)
        people, places, _ = by_kind.values()
        goes = next((change for change in deed.action.then if change.startswith("at(")), "")
        self._gather(people, "" if goes or not places else places[0])
        if len({self._now[each] for each in people}) > 1:
            self.apart.add(deed.action)
        self._things(deed, people[0] if people else None)
        if goes and people and places:
            self._now[people[0]] = places[-1] if deed.action.from_library else places[0]

    def _gather(self, people: list[str], place: str) -> None:
        """Whoever has not appeared yet begins where the others are."""
        known = [self._now[each] for each in people if each in self._now]
        here = place or (known[0] if known else self.default)
        for each in people:
            if each not in self._now:
                self.homes[each] = self._now[each] = here

    def _things(self, deed: Deed, doer: str | None) -> None:
        """Who gives, hides or loses something had it before."""
        thing = next((who.name for who in deed.whos if who.kind == THING and who.name), None)
        if thing is None:
            return
        gets = next((change for change in deed.action.then if change.startswith("holder(")), "")
        if deed.action.verb in v.GIVING | v.HOLDING and doer is not None:
            if thing not in self._has:
                self.holders.setdefault(thing, doer)
                self._has[thing] = self.holders[thing]
            if self._has[thing] != doer:
                self.unheld.add(deed.action)
        if gets:
            names = dict(zip((each.name for each in deed.action.parameters), deed.arguments, strict=True))
            self._has[thing] = names[gets.rpartition(" ")[2]] or ""
