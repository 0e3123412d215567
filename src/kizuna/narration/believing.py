"""That somebody comes to believe, sees, finds or misses something, in moulds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kizuna.english import listed
from kizuna.model.values import Value
from kizuna.narration.moulds import Aside, Mode, Mould, alone, piece, tail
from kizuna.narration.prose import Says
from kizuna.narration.settings import together
from kizuna.narration.wordings import Wording, renamed

MOST_FOUND = 4
"""Things that whoever arrives is said to find."""
_STATE = re.compile(r"\{(\w+)\} \[be\] (\w+)")


def missing(who: str, whom: str) -> Aside:
    """That somebody is not where they were believed to be."""
    slots = {"whom": whom}
    behind = tail("but missing", piece("{whom} [be] not there", slots, ", but"))
    return Aside(Says.BELIEF, who, (behind, alone("missing", piece("{whom} [be] not there", slots))))


def seeing(who: str, doer: str, what: Wording, *, weighs: bool) -> Aside:
    """That somebody sees what is so, when ``doer`` has acted."""
    slots, said = _known(who, what)
    return Aside(Says.BELIEF, who, tuple(_ways(who == doer, "[see]", said, slots)), weighs)


def understanding(who: str, doer: str, what: Wording, *, weighs: bool) -> Aside:
    """That somebody understands how much something is."""
    slots, said = _known(who, what)
    clear = alone("clear", piece(f"only now [be] it clear to {{knower}} {said}", slots))
    ways = (each for verb in ("[understand]", "[see] now") for each in _ways(who == doer, verb, said, slots))
    return Aside(Says.BELIEF, who, (clear, *ways), weighs)


def mistaking(who: str, doer: str, what: Wording) -> Aside:
    """That somebody takes for true what is not."""
    slots, said = _known(who, what)
    seems = alone("it seemed", piece(f"it [seem] to {{knower}} {said}", slots))
    return Aside(Says.BELIEF, who, (seems, *_ways(who == doer, "[come] to believe", said, slots)))


def _known(who: str, what: Wording) -> tuple[dict[str, Value], str]:
    of = renamed(what, "f")
    return {"knower": who, **of.arguments}, f"that {of.phrase}"


def _ways(is_own: bool, verb: str, said: str, slots: Mapping[str, Value]) -> Iterator[Mould]:
    phrase = f"{{knower}} {verb} {said}"
    yield tail(verb, piece(phrase, slots, ", and", Mode.SHARED if is_own else Mode.CLAUSE))
    if verb == "[see]":
        yield alone("now saw", piece(f"now {phrase}", slots))
    yield alone(verb, piece(phrase, slots))


def finding(who: str, what: Sequence[Wording]) -> Aside:
    """What somebody finds who arrives: *him dead and the enemies destroyed, and saw that a cloth covered her head*."""
    alike: dict[str, list[Wording]] = {}
    for each in what:
        alike.setdefault(each.phrase, []).append(each)
    states, facts, slots = list[str](), list[str](), dict[str, Value]({"who": who})
    for place, same in enumerate(list(alike.values())[:MOST_FOUND]):
        state = _STATE.fullmatch(same[0].phrase)
        if state is None:
            of = renamed(together(same), f"f{place}")
            slots.update(of.arguments)
            facts.append(f"that {of.phrase}")
            continue
        names = {f"f{place}n{number}": each.arguments[state[1]] for number, each in enumerate(same)}
        slots.update(names)
        states.append(f"{listed([f'{{{name}}}' for name in names])} {state[2]}")
    parts = [listed(states)] if states else []
    if facts:
        parts.append(f"{'[see] ' if states else ''}{' and '.join(facts)}")
    phrase = f"{{who}} [find] {', and '.join(parts)}"
    moulds = (alone("there found", piece(f"there {phrase}", slots)), alone("found", piece(phrase, slots)))
    return Aside(Says.BELIEF, who, moulds)


def sighting(who: str, what: Sequence[Wording]) -> Aside:
    """What somebody sees to whom others come."""
    said = [renamed(each, f"f{place}") for place, each in enumerate(what[:MOST_FOUND])]
    slots: dict[str, Value] = {"who": who}
    for each in said:
        slots.update(each.arguments)
    phrase = f"{{who}} [see] {' and '.join(f'that {each.phrase}' for each in said)}"
    return Aside(Says.BELIEF, who, (alone("[see]", piece(phrase, slots)),), weighs=True)
