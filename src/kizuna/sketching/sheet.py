"""A draft as `.story` text, in the order in which an author reads: places, cast, things, what can be done, the outline.

Whatever was guessed has ``# guess:`` behind it. The text is laid out by the language's own printer, so that `kizuna
format` has nothing to change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from kizuna.diagnostics import Source
from kizuna.language import format_file, parse, quoted
from kizuna.language.wording import name as written_name
from kizuna.sketching import verbs
from kizuna.sketching import vocabulary as v
from kizuna.sketching.clauses import CHARACTER, PLACE, THING, Clause, State, Unread, Who, Wish
from kizuna.sketching.deeds import Action, Deed
from kizuna.sketching.draft import Draft, Line

_LONGEST = 300
"""Longer comments are cut off."""

_HEAD = """\
story {name}
# A first cast sheet, made from {source}. Nothing in it was understood, only words were
# looked at. What says "guess" is one: put it right, or throw it out. Then `kizuna check` says whether the sheet is in
# order, and `kizuna find` whether people have reasons for a story in it.
"""
_ACTIONS = """\
# What can be done. `when` is what has to be so first, `then` what changes; both are guesses. Mostly a deed is merely
# remembered as done: say what it changes for people, and what it needs, and the events begin to hang together.
"""
_THINGS = """\
# guess: these are things. Who has them is all that is said of them; the module `possession` knows more.
type thing
"""
_HOW = """\
# Lines that could not be read stand as comments where they belong, with `...` (a gap) in their place.
# Write each again as WHO DOES WHAT, such as "Ana takes the lamp.", or as an action with its arguments.
"""


def written(draft: Draft, name: str, source: str) -> str:
    """The sheet of a story called ``name``, from the outline called ``source``."""
    lines = [*_HEAD.format(name=written_name(name), source=PurePath(source).name).splitlines()]
    lines += ["", "use people, places", "", *_places(draft), ""]
    for character in draft.named(CHARACTER):
        lines += [*_character(draft, character), ""]
    lines += [*_things(draft), *_bonds(draft)]
    actions = dict.fromkeys([*(deed.action for deed in draft.events), *draft.deeds.actions.values()])
    if not all(action.from_library for action in actions):
        lines += [*_ACTIONS.splitlines(), ""]
    for action in actions:
        lines += [] if action.from_library else [*_action(draft, action), ""]
    lines += [*_plot(draft), *_outline(draft)]
    text = Source(name, "\n".join(lines) + "\n")
    return format_file(parse(text)[0], text)


def _places(draft: Draft) -> list[str]:
    places = [written_name(each) for each in draft.named(PLACE)]
    if places == ["somewhere"]:
        return ["place somewhere  # guess: the outline names no place"]
    ways = f"path {' - '.join(places)}  # guess: how one gets from one to the next"
    return ["# guess: these are places", f"place {', '.join(places)}", *([ways] if len(places) > 1 else [])]


# --- the cast --------------------------------------------------------------------------------------------------------


def _character(draft: Draft, name: str) -> list[str]:
    title = f" {quoted(draft.titles[name])}" if name in draft.titles else ""
    home = written_name(draft.stage.homes[name])
    lines = [f"character {written_name(name)}{title} at {home}  # guess: begins here"]
    states = draft.states.get(name, [])
    lines += [f"    # from the outline: {_one_line(state.words)}" for state in states if _bond(draft, state) is None]
    lines += dict.fromkeys(
        f"    {bond}  # guess: so from the start" for state in states if (bond := _bond(draft, state))
    )
    return [*lines, *_wants(draft, name)]


def _bond(draft: Draft, state: State) -> str | None:
    """What is said below a character of a state that is a bond: *loves Ben*."""
    match state.pieces:
        case (Who(name=str(whom)),) if state.verb not in ("be", "have", "live") and draft.kinds.get(whom) == CHARACTER:
            return f"{verbs.third(state.verb)} {written_name(whom)}"
    return None


def _bonds(draft: Draft) -> Iterator[str]:
    """The fluents of the bonds that the cast has."""
    all_states = [state for states in draft.states.values() for state in states]
    for verb in dict.fromkeys(state.verb for state in all_states if _bond(draft, state)):
        yield f"fluent {verbs.third(verb)}(who: character, whom: character)"
        yield f'    say "{{who}} [{verb}] {{whom}}"'
        yield ""


def _wants(draft: Draft, name: str) -> list[str]:
    lines: list[str] = []
    taken: dict[str, int] = {}
    for wish, deed in draft.wishes.get(name, []):
        lines.append(f"    # from the outline: {_one_line(wish.words)}")
        goal = _goal(deed) if deed else None
        if wish.thing is not None and wish.thing.name is not None and draft.kinds.get(wish.thing.name) == THING:
            goal = wish.thing.name, f"holder({written_name(wish.thing.name)}) = {written_name(name)}"
        if goal is not None:
            taken[goal[0]] = taken.get(goal[0], 0) + 1
            suffix = f"_{taken[goal[0]]}" if taken[goal[0]] > 1 else ""
            lines.append(f"    wants {written_name(goal[0] + suffix)} 1: {goal[1]}  # guess: how strongly?")
    if taken:
        return lines
    own = [goal for deed in draft.events if name in _doers(deed) and (goal := _goal(deed))]
    if not own:
        return [*lines, f"    # guess: what does {name} want? Write: wants NAME 1: CONDITION"]
    return [*lines, f"    wants {own[-1][0]} 1: {own[-1][1]}  # guess: the last that is done; what for?"]


def _doers(deed: Deed) -> list[str | None]:
    by = [n for n, each in enumerate(deed.action.parameters) if each.name in deed.action.by]
    return [deed.arguments[n] for n in by]


def _goal(deed: Deed) -> tuple[str, str] | None:
    """A name for what a deed brings about, and its condition, if all in it are named."""
    values = dict(zip((each.name for each in deed.action.parameters), deed.arguments, strict=True))
    change = deed.action.then[0]
    used = [each for each in values if re.search(rf"\b{each}\b", change)]
    if any(values[each] is None for each in used):
        return None
    pattern = re.compile(rf"\b({'|'.join(used)})\b") if used else re.compile(r"(?!)")
    return deed.action.name, pattern.sub(lambda match: written_name(values[match[0]] or ""), change)


def _things(draft: Draft) -> list[str]:
    things = draft.named(THING)
    unnamed = any(each.kind == THING for action in draft.deeds.actions.values() for each in action.parameters)
    if not things and not unnamed:
        return []
    lines = [*_THINGS.splitlines(), *([f"thing {', '.join(map(written_name, things))}"] if things else []), ""]
    lines += ["fluent holder(what: thing): character", '    say "{value} [have] {what}"', ""]
    held = {each: draft.stage.holders[each] for each in things if each in draft.stage.holders}
    for each, holder in held.items():
        lines.append(f"fact holder({written_name(each)}) = {written_name(holder)}  # guess: at the start")
    return [*lines, ""] if held else lines


# --- what can be done ------------------------------------------------------------------------------------------------


def _action(draft: Draft, action: Action) -> list[str]:
    lines = []
    if action.fluent:
        parameters = f"({', '.join(f'{each.name}: {each.kind}' for each in action.parameters)})"
        lines += [f"fluent {action.fluent}{parameters}", f"    say {quoted(action.memory)}", ""]
    lines.append(f"action {action.name}({', '.join(f'{each.name}: {each.kind}' for each in action.parameters)})")
    lines.append(f"    say {quoted(action.phrase)}")
    lines.append(f"    by {', '.join(action.by)}" if action.by else "    # guess: nobody decides it, the author does")
    conditions = _conditions(draft, action)
    lines += [f"    when {', '.join(conditions)}  # guess"] if conditions else []
    lines.append(f"    then {', '.join(action.then)}  # guess")
    return lines


def _conditions(draft: Draft, action: Action) -> list[str]:
    people = [each.name for each in action.parameters if each.kind == CHARACTER]
    pairs = [f"{one} != {other}" for n, one in enumerate(people) for other in people[n + 1 :]]
    able = [f"able({each})" for each in action.by]
    near = action not in draft.stage.apart and len(people) > 1
    gives = (
        action.verb in v.GIVING and action not in draft.stage.unheld and any("holder(" in each for each in action.then)
    )
    held = ["holder(what) = who"] if gives and "who" in action.by else []
    return [*pairs, *able, *held, *(f"together({people[0]}, {each})" for each in people[1:] if near)]


# --- what the story is to be -----------------------------------------------------------------------------------------


def _plot(draft: Draft) -> list[str]:
    goals = [goal for deed in draft.events if (goal := _goal(deed))]
    if not goals:
        return []
    return ["plot", f"    ending last_event: {goals[-1][1]}  # guess: the story ends with the last event", ""]


def _outline(draft: Draft) -> list[str]:
    lines = ["# The events in their order. `_` stands for somebody or some place that the outline does not name."]
    if any(isinstance(reading, Unread) for line in draft.lines for reading, _ in line.readings):
        lines += _HOW.splitlines()
    lines.append("outline")
    for line in draft.lines:
        lines += [f"    {each}" for each in _told(line)]
    return lines


def _told(line: Line) -> Iterator[str]:
    """A sentence as a comment, and below it its events."""
    said = _one_line(line.sentence.text)
    if not line.readings:
        yield ""
        yield f"# {said}"
        return
    reasons = [reading.reason for reading, _ in line.readings if isinstance(reading, Unread)]
    if reasons:
        yield f"# not read ({reasons[0]}): {said}"
        yield "..."
        return
    asides = {State: "how things are, no event", Wish: "a wish, no event"}
    kinds = [asides[type(reading)] for reading, _ in line.readings if type(reading) in asides]
    yield f"# {said}" + (f"  (guess: {kinds[0]})" if kinds else "")
    for reading, deed in line.readings:
        if isinstance(reading, Clause) and deed is not None:
            yield _event(reading, deed)


def _event(clause: Clause, deed: Deed) -> str:
    arguments = ", ".join("_" if name is None else written_name(name) for name in deed.arguments)
    guesses = [
        f'who is "{who.said}"?' if who.said else "who does it?"
        for who in deed.whos
        if who.name is None and who.kind != PLACE
    ]
    guesses += [f"left out: {_one_line(clause.left_out)}"] if clause.left_out else []
    guesses += [clause.doubt] if clause.doubt else []
    return f"{deed.action.name}({arguments})" + (f"  # guess: {'; '.join(guesses)}" if guesses else "")


def _one_line(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]} ..."
