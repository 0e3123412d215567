"""World in, `.story` text out, such that reading it gives the same world again.

The language adds what authors take for granted: those who act perceive it, bounded numbers stop at their bounds, values
under ``believes`` are read in that mind. So a world is first written plainly, without what reading will add. Where
that does not give the same world back (a world of the peer's, say, whose people may act without noticing), it is
written as it is, under the setting ``reading exact``. Cost: linear, and one reading of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from kizuna.diagnostics import Source
from kizuna.language.effects import clamped
from kizuna.language.elaborate import elaborate
from kizuna.language.modules import Gathered, gather, no_modules
from kizuna.language.wording import ATOM, NOT, SUM, Wording, first_name, name, quoted, value
from kizuna.language.write_telling import telling_lines
from kizuna.model.effects import Assign, Effect, ForEach, When
from kizuna.model.formulas import (
    FALSE,
    ONE,
    TRUE,
    ZERO,
    And,
    Believes,
    Call,
    Compare,
    Conditional,
    Constant,
    Formula,
    Or,
    Term,
    Variable,
)
from kizuna.model.values import Value, show
from kizuna.model.world import (
    BOOLEAN,
    ENTITY,
    EVERYONE,
    NOBODY,
    NUMBER,
    Action,
    Cue,
    EventPattern,
    Existent,
    Fluent,
    Logic,
    Motive,
    Observing,
    Plot,
    Rule,
    Temper,
    World,
)

Lines = list[str]


class Written(NamedTuple):
    """A world as `.story` text, and that text parsed."""

    source: Source
    parsed: Gathered


def write(world: World) -> str:
    """``world`` as `.story` text.

    What no text can say is written as what it comes to: a conjunction of one part is that part, a rule without effects
    is left out.
    """
    return written(world).source.text


def written(world: World) -> Written:
    """``world`` as `.story` text, parsed, in a source of its name."""
    plain = _parsed(world, exact=False)
    return plain if _read(plain.parsed) == world else _parsed(world, exact=True)


def _parsed(world: World, *, exact: bool) -> Written:
    source = Source(world.name, _Writer(world, exact).text())
    return Written(source, gather(source, no_modules))


def _read(parsed: Gathered) -> World | None:
    world, found = elaborate(parsed)
    return None if any(each.is_error for each in [*parsed.found, *found]) else world


@dataclass
class _Writer:
    world: World
    exact: bool

    def __post_init__(self) -> None:
        self.say = Wording(self.world)
        self.fluents = {fluent.signature: fluent for fluent in self.world.fluents}
        self.actions = {action.name for action in self.world.actions}

    def text(self) -> str:
        world = self.world
        title = f" {quoted(world.title)}" if world.title is not None else ""
        blocks = [[f"story {name(world.name)}{title}"], self._settings(), self._types()]
        blocks += [self._fluents(), self._definitions(), *self._existents()]
        blocks += [[f"fact {line}"] for line in self._initial()]
        blocks += [self._action(action) for action in world.actions]
        blocks += [self._rule(rule) for rule in world.rules if rule.effects]
        blocks += [] if self._in_blocks else [self._motive(motive) for motive in world.motives]
        blocks += [self._plot(world.plot), self._past(), telling_lines(world.telling)]
        lines: Lines = []
        for block in blocks:
            together = bool(lines) and block and block[0].startswith("fact ") and lines[-1].startswith("fact ")
            lines += ["", *block] if block and lines and not together else block
        return "\n".join(lines) + "\n"

    def _settings(self) -> Lines:
        settings = self.world.settings
        lines = ["    logic two-valued"] if self.world.logic is Logic.TWO_VALUED else []
        lines += ["    reading exact"] if self.exact else []
        limits = (("events", settings.events), ("foresight", settings.foresight), ("depth", settings.depth))
        lines += [f"    {word} {limit}" for word, limit in limits if limit is not None]
        lines += _temper(self.world.temper, Temper(), "")
        for character, temper in self.world.tempers:
            lines += _temper(temper, self.world.temper, f" for {name(character)}")
        return ["settings", *lines] if lines else []

    # --- names -------------------------------------------------------------------------------------------------------

    def _types(self) -> Lines:
        lines = []
        for type in self.world.types:
            parents = ", ".join(map(self.say.type, type.parents)) if type.parents not in ((), (ENTITY,)) else ""
            lines.append(f"type {name(type.name)}{': ' if parents else ''}{parents}")
        return lines

    def _definitions(self) -> Lines:
        return [
            f"define {name(each.name)}{self._parameters(each.parameters)}: {self.say(each.worth)}"
            for each in self.world.definitions
        ]

    def _parameters(self, terms: Iterable[Term]) -> str:
        shown = [
            f"{name(term.name)}: {self.say.type(term.type)}"
            if isinstance(term, Variable)
            else f"= {value(term.value).words}"
            for term in terms
        ]
        return f"({', '.join(shown)})" if shown else ""

    def _fluents(self) -> Lines:
        lines = []
        for fluent in self.world.fluents:
            lines.append(f"fluent {name(fluent.name)}{self._parameters(fluent.parameters)}{self._worth(fluent)}")
            if fluent.say is not None:
                lines.append(f"    say {quoted(fluent.say)}")
        return lines

    def _worth(self, fluent: Fluent) -> str:
        usual: Value = {BOOLEAN: False, NUMBER: 0}.get(fluent.type)
        if fluent.low is not None and fluent.high is not None:
            type = f": {value(fluent.low).words}..{value(fluent.high).words}"
            usual = max(fluent.low, min(fluent.high, 0))
        else:
            type = "" if fluent.type == BOOLEAN else f": {self.say.type(fluent.type)}"
        default = "" if Constant(fluent.default) == Constant(usual) else f" = {value(fluent.default).words}"
        return f"{type}{default}{' symmetric' if fluent.symmetric else ''}"

    @property
    def _in_blocks(self) -> bool:
        """Whether the motives stand in the order of those who have them, so that they can be said below each."""
        ordered = [m for existent in self.world.existents for m in self.world.motives if m.character == existent.name]
        return ordered == list(self.world.motives)

    def _existents(self) -> Iterator[Lines]:
        def looks(existent: Existent) -> tuple[tuple[str, ...], str]:
            alone = existent.title is not None or existent.pronoun is not None or self._wants(existent)
            return existent.types, existent.name if alone else ""

        for (types, alone), group in groupby(self.world.existents, looks):
            members = list(group)
            kinds = " & ".join([first_name(self.say.type(types[0]).strip("`")), *map(self.say.type, types[1:])])
            entries = []
            for existent in members:
                title = f" {quoted(existent.title)}" if existent.title is not None else ""
                pronoun = f" ({'/'.join(map(name, existent.pronoun.split('/')))})" if existent.pronoun else ""
                entries.append(f"{name(existent.name)}{title}{pronoun}")
            yield [f"{kinds} {', '.join(entries)}", *(self._wants(members[0]) if alone else [])]

    def _wants(self, existent: Existent) -> Lines:
        if not self._in_blocks:
            return []
        mine = [motive for motive in self.world.motives if motive.character == existent.name]
        return [f"    wants {name(motive.name)}{self._weight(motive)}: {self.say(motive.score)}" for motive in mine]

    def _weight(self, motive: Motive) -> str:
        if motive.weight == ONE:
            return ""
        return f" {self.say(motive.weight, SUM if isinstance(motive.weight, Constant) else ATOM + 1)}"

    def _motive(self, motive: Motive) -> Lines:
        weight = [] if motive.weight == ONE else [f"    weight {self.say(motive.weight)}"]
        score = f"    score {self.say(motive.score)}"
        return [f"motive {name(motive.name)}(= {name(motive.character)})", *weight, score]

    # --- what happens ------------------------------------------------------------------------------------------------

    def _action(self, action: Action) -> Lines:
        lines = [f"    say {quoted(action.say)}"] if action.say is not None else []
        lines += [f"    by {', '.join(map(self.say.term, action.consenting))}"] if action.consenting else []
        for who, condition in action.permitting:
            asked = "" if condition == TRUE else f": {self.say(condition)}"
            lines.append(f"    with {self.say.term(who)}{asked}")
        lines += [f"    tells {self.say(action.tells)}"] if action.tells is not None else []
        lines += [f"    answers {self.say(action.answers)}"] if action.answers is not None else []
        lines += self._when(action.precondition, "due" if action.due else "when")
        lines += self._then(action.effects)
        lines += self._seen(action)
        lines += self._cues(action.cues, "    ")
        return [
            f"action {name(action.name)}{self._parameters(action.parameters)}",
            *(lines or ["    seen by everyone"]),
        ]

    def _rule(self, rule: Rule) -> Lines:
        lines = [*self._when(rule.precondition), *self._then(rule.effects)]
        return [f"rule {name(rule.name)}{self._parameters(rule.parameters)}", *lines]

    def _when(self, condition: Formula, word: str = "when") -> Lines:
        if condition == TRUE and word == "when":
            return []
        if isinstance(condition, And) and len(condition.parts) > 1:
            return _section(word, [self.say(part, NOT) for part in condition.parts])
        return [f"    {word} {self.say(condition)}"]

    def _then(self, effects: tuple[Effect, ...]) -> Lines:
        return _section("then", self._changes(effects)) if effects else []

    def _seen(self, action: Action) -> Lines:
        observing = action.observing
        if observing == EVERYONE:
            return []
        observing = observing if self.exact else _without(action.consenting, observing)
        if observing == NOBODY:
            return ["    seen by nobody"]
        return [f"    seen by {name(observing.variable.name)}: {self.say(observing.condition)}"]

    # --- changes -----------------------------------------------------------------------------------------------------

    def _initial(self) -> Lines:
        return self._changes(self.world.initial)

    def _inside(self, effects: tuple[Effect, ...]) -> str:
        """Changes in brackets, where an ``if`` that something follows needs brackets of its own."""
        lines = self._changes(effects)
        if len(lines) > 1:
            lines = [f"({line})" if line.startswith("if ") else line for line in lines]
        return ", ".join(lines)

    def _changes(self, effects: tuple[Effect, ...]) -> Lines:
        lines = []
        before: Effect | None = None
        for effect in effects:
            if not self._is_mirror(before, effect):
                lines.append(self._change(effect))
                before = effect
            else:
                before = None
        return lines

    def _is_mirror(self, before: Effect | None, effect: Effect) -> bool:
        """Whether reading the effect before gives this one too."""
        if self.exact or not isinstance(before, Assign) or not isinstance(effect, Assign):
            return False
        mirrored = replace(before, target=Call(before.target.fluent, before.target.arguments[::-1]))
        is_symmetric = self.fluents[effect.target.fluent].symmetric and before.target != effect.target
        return is_symmetric and mirrored == effect

    def _change(self, effect: Effect) -> str:
        match effect:
            case Assign():
                return self._assign(effect)
            case When(condition=condition, effects=effects):
                return f"if {self.say(condition, NOT)} then ({self._inside(effects)})"
            case ForEach(variable=variable, effects=effects):
                return f"every {name(variable.name)}: {self.say.type(variable.type)} ({self._inside(effects)})"

    def _assign(self, effect: Assign) -> str:
        fluent, target = self.fluents[effect.target.fluent], self.say.call(effect.target)
        minds = "".join(f"{self.say.term(who)} believes " for who in effect.minds)
        given = effect.value if self.exact else _unclamped(fluent, _unwrapped(effect.minds, effect.value))
        if fluent.type == BOOLEAN and given == TRUE:
            return f"{minds}{target}"
        if fluent.type == BOOLEAN and given == FALSE:
            return f"{minds}(not {target})" if minds else f"not {target}"
        return f"{minds}{target} = {self.say(given, SUM)}"

    # --- the plot ----------------------------------------------------------------------------------------------------

    def _plot(self, plot: Plot) -> Lines:
        lines = [f"ending {name(ending.name)}: {self.say(ending.condition)}" for ending in plot.endings]
        for number, step in enumerate(plot.waypoints):
            lines.append(f"{'then' if number else 'first'} {self._step(step)}")
        lines += [f"never {self.say(condition)}" for condition in plot.never]
        lines += [f"utility {self.say(plot.utility)}"] if plot.utility != ZERO else []
        return ["plot", *(f"    {line}" for line in lines)] if lines else []

    def _step(self, step: Formula | EventPattern) -> str:
        if isinstance(step, EventPattern):
            arguments = ("_" if given is ... else value(given).words for given in step.arguments)
            return f"{name(step.action)}({', '.join(arguments)})"
        return f"({self.say(step)})" if isinstance(step, Call) else self.say(step)

    def _past(self) -> Lines:
        lines = []
        for event in self.world.past:
            lines.append(f"    {first_name(event.action)}({', '.join(value(v).words for v in event.arguments)})")
            lines += [f"        say {quoted(event.say)}"] if event.say is not None else []
            lines += self._cues(event.cues, "        ")
        return ["past", *lines] if lines else []

    def _cues(self, cues: tuple[Cue, ...], indent: str) -> Lines:
        said = (
            f"{name(cue.name)}({', '.join(map(self.say.term, cue.arguments))})" if cue.arguments else name(cue.name)
            for cue in cues
        )
        return [f"{indent}cues {', '.join(said)}"] if cues else []


def _temper(temper: Temper, usual: Temper, whose: str) -> Lines:
    """What sets one way to choose apart from the usual one."""
    lines = []
    if temper.within != usual.within:
        within = temper.within
        lines.append(f"    {'satisficing' if within is None else f'best within {show(within)}'}{whose}")
    return lines + ([f"    wary {temper.wary}{whose}"] if temper.wary != usual.wary else [])


def _section(word: str, parts: Lines) -> Lines:
    if len(parts) == 1:
        return [f"    {word} {parts[0]}"]
    return [f"    {word}", *(f"        {part}" for part in parts)]


def _without(doers: tuple[Term, ...], observing: Observing) -> Observing:
    """Who perceives an action, but for those who will it, since these always do."""
    condition = observing.condition
    themselves = tuple(Compare("==", observing.variable, doer) for doer in doers)
    parts = condition.parts if isinstance(condition, Or) else (condition,)
    if not doers or parts[: len(doers)] != themselves:
        return observing
    rest = parts[len(doers) :]
    return Observing(observing.variable, rest[0] if len(rest) == 1 else (Or(rest) if rest else FALSE))


def _unwrapped(minds: tuple[Term, ...], formula: Formula) -> Formula:
    """A value without the minds that reading it under them will add."""
    inner = formula
    for who in minds:
        if not isinstance(inner, Believes) or inner.definite or inner.who != who:
            return formula
        inner = inner.body
    return inner


def _unclamped(fluent: Fluent, formula: Formula) -> Formula:
    """A value without the stops at bounds that reading it will add."""
    if isinstance(formula, Conditional) and clamped(fluent, formula.otherwise) == formula:
        return formula.otherwise
    return formula
