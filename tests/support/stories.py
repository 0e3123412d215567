"""Random `.story` texts that use the whole language and are always right: ``stories()``.

They are made of lines, each right by itself whatever the others are, so that a failing text shrinks to few of them.
Declarations that everything else needs stand in a fixed frame; a part of them in a module.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

Draw = Callable[..., object]

MODULE = """type place
type thing
type box: thing, place
place house, well, `old mill`
fluent at(who: character): place
    say "{who} [be] at {value}"
define home(who: character): at(who) = house
"""
FRAME = """fluent lit
fluent awake(who: character) = yes
fluent near(one: place, other: place) symmetric
fluent gold(who: character): 0..10 = 5
fluent trust(who: character, whom: character): number = -1/2
fluent bond(one: character, other: character): 0..3 symmetric
fluent owner(what: thing): character
fluent chosen(who: character, = house)
define rich(who: character): gold(who) > 3, awake(who)
define wealth(who: character): gold(who) + sum of other: character (trust(who, other))
define keeper(what: thing): owner(what)
define lonely(who: character): every other: character (other = who or not (at(other) = at(who)))
"""
TALK = """topic lamp_lit(): lit
topic asleep(whom: character): not awake(whom)
    say "{whom} [be] asleep"
topic place_of(whom: character, where: place): at(whom) = where
action tell(speaker: character, hearer: character, content: topic)
    say   "{speaker} [tell] {hearer} that {content}"
    by    speaker
    tells content
    when  speaker != hearer, (content or speaker believes content)
    then  if not (hearer believes content) then hearer believes content
    seen by other: other = hearer
"""
EVENTS = """action step(who: character, to: place)
    say   "{who} [go] to {to}"
    by    who
    then  at(who) = to
"""
PEOPLE, PLACES, THINGS = ("Ana", "Ben", "`Old Tom`"), ("house", "well", "`old mill`"), ("lamp", "ring")
MEMBERS = {"character": PEOPLE, "place": PLACES, "thing": THINGS}
NUMBERS = ("0", "1", "2", "-1", "0.5", "1/3")


@dataclass(frozen=True)
class Scope:
    """The variables at hand, each with its type."""

    variables: tuple[tuple[str, str], ...] = ()

    def names(self, type: str) -> list[str]:
        return [*(name for name, kind in self.variables if kind == type), *MEMBERS[type]]

    def bound(self, type: str) -> tuple[str, Scope]:
        name = f"v{len(self.variables)}"
        return name, Scope(((name, type), *self.variables))


def _pick(draw: Draw, options: object) -> str:
    return draw(st.sampled_from(list(options)))


def _one(draw: Draw, scope: Scope, type: str) -> str:
    return _pick(draw, scope.names(type))


# --- expressions -----------------------------------------------------------------------------------------------------


def truth(draw: Draw, scope: Scope, depth: int = 2) -> str:
    """A condition, in brackets wherever its place might ask for them."""
    who, whom, here, there = (_one(draw, scope, type) for type in ("character", "character", "place", "place"))
    what = _one(draw, scope, "thing")
    plain = [
        "lit", f"awake({who})", f"not awake({who})", f"near({here}, {there})", f"at({who}) = {here}",
        f"at({who}) != at({whom})", f"at({who}) = unknown", f"owner({what}) = {who}", f"chosen({who}, house)",
        f"home({who})", f"rich({who})", f"lonely({who})", f"wealth({who}) >= 2", f"keeper({what}) != {whom}",
        f"at({who}) = unknown according to {whom}", f"(at({who}) according to {whom}) = {here}",
        f"{who} = {whom}", f"{what} is a thing", f"lit = {_pick(draw, ('yes', 'no', 'unknown'))}",
    ]  # fmt: skip
    if depth == 0:
        return _pick(draw, plain)
    kind = _pick(draw, ["plain", "plain", "and", "or", "not", "believes", "compared", "quantified", "if"])
    inner = [truth(draw, scope, depth - 1) for _ in range(2 if kind in ("and", "or") else 1)]
    if kind in ("and", "or"):
        return f" {kind} ".join(f"({part})" for part in inner)
    if kind == "not":
        return f"not ({inner[0]})"
    if kind == "believes":
        return f"{who} believes {_pick(draw, ('', f'{whom} believes '))}({inner[0]})"
    if kind == "compared":
        return f"{number(draw, scope, 1)} {_pick(draw, ('=', '!=', '<', '<=', '>', '>='))} {number(draw, scope, 1)}"
    if kind == "quantified":
        type = _pick(draw, MEMBERS)
        name, inside = scope.bound(type)
        return f"{_pick(draw, ('every', 'some'))} {name}: {type} ({truth(draw, inside, depth - 1)})"
    if kind == "if":
        return f"if ({inner[0]}) then ({truth(draw, scope, 0)}) else ({truth(draw, scope, 0)})"
    return _pick(draw, plain)


def number(draw: Draw, scope: Scope, depth: int = 1) -> str:
    """A number, in brackets unless it is plain."""
    who, whom = _one(draw, scope, "character"), _one(draw, scope, "character")
    plain = [f"gold({who})", f"trust({who}, {whom})", f"bond({who}, {whom})", f"({_pick(draw, NUMBERS)})"]
    plain += [f"(gold({who}) according to {whom})", f"(wealth({who}) according to {whom} according to {who})"]
    kind = _pick(draw, ["plain", "plain", "sum", "counted", "if", "minus"]) if depth else "plain"
    if kind == "sum":
        sign = _pick(draw, "+-*")
        return f"({number(draw, scope, depth - 1)} {sign} {number(draw, scope, depth - 1)})"
    if kind == "counted":
        type = _pick(draw, MEMBERS)
        name, inside = scope.bound(type)
        return f"{_pick(draw, ('sum', 'product'))} of {name}: {type} ({number(draw, inside, 0)})"
    if kind == "if":
        return f"(if ({truth(draw, scope, 0)}) then {number(draw, scope, 0)} else {number(draw, scope, 0)})"
    if kind == "minus":
        return f"(-{number(draw, scope, 0)})"
    return _pick(draw, plain)


# --- changes ---------------------------------------------------------------------------------------------------------


def change(draw: Draw, scope: Scope, depth: int = 1) -> str:
    """One change."""
    who, whom, here, there = (_one(draw, scope, type) for type in ("character", "character", "place", "place"))
    plain = [
        "lit", "not lit", "lit = unknown", f"awake({who}) = no", f"near({here}, {there})", f"not near({here}, {there})",
        f"at({who}) = {_pick(draw, (here, 'unknown', f'at({whom})'))}", f"gold({who}) += 1",
        f"gold({who}) = {number(draw, scope, 1)}", f"trust({who}, {whom}) -= 1/2", f"bond({who}, {whom}) += 2",
        f"owner({_one(draw, scope, 'thing')}) = {who}", f"not chosen({who}, house)",
    ]  # fmt: skip
    kind = _pick(draw, ["plain", "plain", "believes", "nested", "if", "else", "every"]) if depth else "plain"
    if kind in ("believes", "nested"):
        deeper = f"{whom} believes " if kind == "nested" else ""
        return f"{who} believes {deeper}({change(draw, scope, depth - 1)})"
    if kind in ("if", "else"):
        other = f" else ({change(draw, scope, 0)})" if kind == "else" else ""
        return f"if ({truth(draw, scope, 1)}) then ({change(draw, scope, depth - 1)}){other}"
    if kind == "every":
        type = _pick(draw, MEMBERS)
        name, inside = scope.bound(type)
        return f"every {name}: {type} ({change(draw, inside, depth - 1)})"
    return _pick(draw, plain)


def _section(draw: Draw, word: str, make: Callable[..., str], scope: Scope, most: int = 2) -> list[str]:
    lines = [f"        {make(draw, scope)}" for _ in range(draw(st.integers(0, most)))]
    return [f"    {word}", *lines] if lines else []


# --- lines -----------------------------------------------------------------------------------------------------------


def _about(draw: Draw, person: str) -> list[str]:
    scope, lines = Scope(), []
    for n in range(draw(st.integers(0, 2))):
        kind = _pick(draw, ["wants", "fears", "weighed"])
        weight = {"wants": "", "fears": " 2", "weighed": f" (gold({person}) + {number(draw, scope, 1)})"}[kind]
        lines.append(f"    {'fears' if kind == 'fears' else 'wants'} m{n}{weight}: {truth(draw, scope)}")
    facts = ["not awake", "gold 3", f"at {_one(draw, scope, 'place')}", f"trust {_one(draw, scope, 'character')} 1/3"]
    facts += ["believes lit = unknown", f"believes {_one(draw, scope, 'character')} believes not awake({person})"]
    return lines + [f"    {fact}" for fact in draw(st.lists(st.sampled_from(facts), max_size=2, unique=True))]


def _cast(draw: Draw) -> list[str]:
    lines = []
    for person in PEOPLE:
        told = _pick(draw, ("", ' "the \\"one\\""', " (she)", ' "a visitor" (they/them)'))
        lines += [f"character {person}{told}", *_about(draw, person)]
    return [*lines, f"thing lamp, ring{_pick(draw, ('', ' owner Ana'))}", "box & thing chest"]


def _action(draw: Draw, n: int) -> list[str]:
    kinds = draw(st.lists(st.sampled_from(["character", "place", "thing", "Ana"]), max_size=3))
    given = [("= Ana" if kind == "Ana" else f"p{i}: {kind}") for i, kind in enumerate(kinds)]
    scope = Scope(tuple((f"p{i}", kind) for i, kind in enumerate(kinds) if kind != "Ana"))
    people = scope.names("character")
    by = draw(st.lists(st.sampled_from(people), max_size=2, unique=True))
    name, inside = scope.bound("character")
    seen = _pick(draw, ("", "", "everyone", "nobody", "one", "also"))
    condition = truth(draw, inside, 1)
    sights = {"one": f"    seen by {name}: {condition}", "also": f"    also seen by {name}: {condition}"}
    lines = [f"action a{n}({', '.join(given)})"]
    lines += ['    say "{p0} [do] it"'] if kinds and kinds[0] != "Ana" else []
    lines += [f"    by {', '.join(by)}"] if by else []
    lines += _section(draw, "when", truth, scope) + _section(draw, "then", change, scope, 1)
    lines += [sights.get(seen, f"    seen by {seen}")] if seen else []
    return lines if len(lines) > 1 else [*lines, "    then lit"]


def _rule(draw: Draw, n: int) -> list[str]:
    scope = Scope((("p0", "character"),))
    return [f"rule r{n}(p0: character)", *_section(draw, "when", truth, scope), f"    then {change(draw, scope)}"]


def _motive(draw: Draw, n: int) -> list[str]:
    scope = Scope((("p0", "character"), ("p1", "character")))
    when = ["    when p0 != p1"] if draw(st.booleans()) else []
    weight = [f"    weight gold(p0) + {number(draw, scope)}"] if draw(st.booleans()) else []
    return [f"motive t{n}(p0: character, p1: character)", *when, *weight, f"    score {truth(draw, scope)}"]


def _plot(draw: Draw) -> list[str]:
    scope = Scope()
    steps = draw(st.lists(st.sampled_from(["step(Ana, _)", "step(_, house)", "so"]), max_size=3))
    said = [f"({truth(draw, scope, 1)})" if step == "so" else step for step in steps]
    lines = [f"ending e{n}: {truth(draw, scope)}" for n in range(draw(st.integers(0, 2)))]
    lines += [f"{'then' if n else 'first'} {step}" for n, step in enumerate(said)]
    lines += [f"never {truth(draw, scope, 1)}"] if draw(st.booleans()) else []
    lines += [] if lines and draw(st.booleans()) else [f"utility {number(draw, scope)}"]
    return ["plot", *(f"    {line}" for line in lines)]


def _settings(draw: Draw) -> list[str]:
    lines = ["logic two-valued", "reading exact", "events 4", "foresight 3", "depth 2"]
    chosen = [line for line in lines if draw(st.integers(0, 3)) == 3]
    return ["settings", *(f"    {line}" for line in chosen)] if chosen else []


PAST = """past
    character Dora (she)
    step(Ana, house)
    fall(Dora, `Old Tom`)
        say "{Dora} [fall]"
        cues rain, hair(Dora)
    step(`Old Tom`, `old mill`)"""


@st.composite
def stories(draw: Draw) -> str:
    """A story that uses the module ``frame.story`` (see :data:`MODULE`); read three-valued or not, it has no errors."""
    lines = ['story tale "A \\"Tale\\" \\\\ of three"', 'use "frame.story"', *_settings(draw), *FRAME.splitlines()]
    sight = _pick(draw, ("", "at(observer) = at(doer)", "observer believes at(doer) = house"))
    lines += [f"perceives(observer: character, doer: character): {sight}"] if sight else []
    lines += [*_cast(draw), *EVENTS.splitlines()]
    lines += [line for n in range(draw(st.integers(0, 2))) for line in _action(draw, n)]
    lines += [line for n in range(draw(st.integers(0, 1))) for line in _rule(draw, n)]
    lines += [line for n in range(draw(st.integers(0, 1))) for line in _motive(draw, n)]
    lines += TALK.splitlines() if "    reading exact" not in lines and draw(st.booleans()) else []
    lines += ["near house - well - `old mill`"] if draw(st.booleans()) else []
    if draw(st.booleans()):
        condition, effect = truth(draw, Scope(), 1), change(draw, Scope(), 0)
        lines += ["fact bond(Ana, Ben) = 2, Ana believes chosen(Ben, house)", f"fact if ({condition}) then ({effect})"]
    lines += _plot(draw) if draw(st.booleans()) else []
    lines += PAST.splitlines() if draw(st.booleans()) else []
    return "\n".join([*lines, ""])
