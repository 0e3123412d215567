"""Declarations in, names out: types, existents, fluents and derived fluents, and the parameters of everything.

A declaration that cannot be read leaves its name behind as a broken one, so that nothing is said about its uses.
Cost: one visit per declaration; the hierarchy of types is gone through once, depth first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kizuna.diagnostics import Span, diagnose
from kizuna.language.effects import within
from kizuna.language.mistakes import mistake
from kizuna.language.names import (
    EXISTENT,
    POISON,
    TOPIC,
    UNKNOWN_KIND,
    Derived,
    Names,
    QuietError,
    Scope,
    Typed,
    elsewhere,
    parameters_of,
    same_value,
    term_words,
)
from kizuna.language.resolve import Conditions, literal
from kizuna.language.syntax import (
    DefineLine,
    Entry,
    ExistentLine,
    Expression,
    FluentLine,
    Name,
    ParameterNode,
    TypeLine,
)
from kizuna.model.formulas import TRUE, Constant, Term, Variable
from kizuna.model.values import Number, Value, is_number
from kizuna.model.world import BOOLEAN, CHARACTER, ENTITY, NUMBER, Action, Existent, Fluent, Type


@dataclass
class Declarations:
    """Takes in the names of a story."""

    conditions: Conditions
    types: dict[str, Span] = field(default_factory=dict)
    fluents: list[Fluent] = field(default_factory=list)
    derived: list[Derived] = field(default_factory=list)

    @property
    def words(self) -> Names:
        """The names of the story."""
        return self.conditions.words

    # --- types -----------------------------------------------------------------------------------------------------

    def declare_types(self, lines: Sequence[tuple[TypeLine, bool]]) -> None:
        """Take in all types, then who is a kind of whom, then refuse circles."""
        edges: dict[tuple[str, str], Name] = {}
        kept = [line for line, exact in lines if self.words.notes.attempt(self._declare_type, line, exact)]
        for line in kept:
            for parent in line.parents:
                found = self.words.notes.attempt(self._parent, parent)
                mine = self.words.parents[line.name.text]
                if found is not None and found not in mine:
                    edges[line.name.text, found] = parent
                    mine.append(found)
        for parents in (self.words.parents[name] for name in self.types):
            if not parents:
                parents.append(ENTITY)
        self._refuse_circles(edges)

    def _declare_type(self, line: TypeLine, exact: bool) -> bool:
        name = line.name.text
        if name in (BOOLEAN, NUMBER, ENTITY) or (name in (EXISTENT, TOPIC) and not exact):
            raise mistake(
                line.name.span, f"`{name}` is always there and means something else.", code="duplicate-definition"
            )
        if name == CHARACTER:
            if not line.parents:
                help = "`type character: somebody` makes everyone somebody too."
                raise mistake(line.name.span, "`character` is always there.", help, code="duplicate-definition")
            if name not in self.types:
                self.words.parents[name] = []
        elif name in self.types:
            secondary = elsewhere(self.types[name], "the first declaration")
            message = f"There is already a type `{name}`."
            raise mistake(line.name.span, message, code="duplicate-definition", secondary=secondary)
        self.types.setdefault(name, line.name.span)
        self.words.parents.setdefault(name, [])
        return True

    def _parent(self, name: Name) -> str:
        type = self.words.type(name)
        if type in (BOOLEAN, NUMBER):
            raise mistake(name.span, f"Nothing is a kind of `{type}`.", code="type-mismatch")
        return type

    def _refuse_circles(self, edges: dict[tuple[str, str], Name]) -> None:
        """Visit every type below its parents, on a stack of our own; a parent that is still open closes a circle."""
        done: dict[str, bool] = {}
        for root in self.words.parents:
            stack = [root]
            while stack:
                top = stack[-1]
                if done.get(top):
                    stack.pop()
                    continue
                if top in done:
                    done[stack.pop()] = True
                    continue
                done[top] = False
                for parent in list(self.words.parents[top]):
                    if done.get(parent) is False:
                        message = f"`{top}` and `{parent}` would each be a kind of the other."
                        if top == parent:
                            message = f"`{top}` would be a kind of itself."
                        span = edges[top, parent].span
                        self.words.notes.note(diagnose("type-cycle", message, span))
                        self.words.parents[top].remove(parent)
                    elif parent not in done:
                        stack.append(parent)

    def all_types(self) -> tuple[Type, ...]:
        """The types in declared order."""
        return tuple(Type(name, tuple(self.words.parents[name]), span=span) for name, span in self.types.items())

    # --- existents -------------------------------------------------------------------------------------------------

    def declare_existents(self, line: ExistentLine) -> None:
        """Take in the existents of a line; where a type is wrong, nothing more is said about them."""
        found = [self.words.notes.attempt(self._kind, name) for name in line.types]
        types = tuple(dict.fromkeys(type for type in found if type is not None))
        for entry in line.entries:
            if None in found:
                self.words.broken.add(entry.name.text)
            else:
                self.words.notes.attempt(self._existent, entry, types)

    def _kind(self, name: Name) -> str:
        type = self.words.type(name)
        if type in (BOOLEAN, NUMBER):
            raise mistake(name.span, f"Nobody and nothing that there is, is a `{type}`.", code="type-mismatch")
        return type

    def _existent(self, entry: Entry, types: tuple[str, ...]) -> None:
        name = entry.name.text
        first = self.words.existents.get(name)
        title, pronoun = entry.title, entry.pronoun
        if first is not None and self.words.takes_up(entry.name.span, first.span):
            del self.words.existents[name]  # from now on it stands where it was taken up
            types = self._narrowest((*first.types, *types))
            title, pronoun = title or first.title, pronoun or first.pronoun
        elif first is not None:
            message = f"`{name}` is already there."
            secondary = elsewhere(first.span, "the first declaration")
            help = "Two types of one existent are joined by `&`: `thing & place NAME`."
            raise mistake(entry.name.span, message, help, code="duplicate-definition", secondary=secondary)
        self.words.existents[name] = Existent(name, types, title, pronoun, span=entry.name.span)

    def _narrowest(self, types: tuple[str, ...]) -> tuple[str, ...]:
        """Types without those that another of them is a kind of."""
        return tuple(
            type
            for type in dict.fromkeys(types)
            if not any(type != other and self.words.is_a(other, type) for other in types)
        )

    # --- parameters ------------------------------------------------------------------------------------------------

    def parameters(self, nodes: tuple[ParameterNode, ...]) -> tuple[tuple[Term, ...], Scope, bool]:
        """The parameters, what they stand for inside, and whether all of them could be read."""
        self.words.used.clear()
        terms: list[Term] = []
        scope: Scope = {}
        sound = True
        for node in nodes:
            if node.name is None:
                constant = self.words.notes.attempt(self._constant, node.constant)
                if constant is not None:
                    terms.append(constant)
                sound &= constant is not None
                continue
            found = self.words.notes.attempt(self._parameter, node.name, node.type, scope)
            if found is not None and isinstance(found.formula, Variable):
                terms.append(found.formula)
            sound &= found is not None
            scope.setdefault(node.name.text, found or Typed(TRUE, POISON))
        return tuple(terms), scope, sound

    def _parameter(self, name: Name, type: Name | None, scope: Scope) -> Typed:
        if name.text in scope:
            raise mistake(name.span, f"Two parameters are called `{name.text}`.", code="duplicate-definition")
        if type is None:
            raise QuietError
        kind = self.words.finite(type, "A parameter")
        self.conditions.refuse_shadow(name, {})
        return self.words.variable(name, kind)

    def _constant(self, node: Expression | None) -> Constant:
        if node is None:
            raise QuietError
        found = self.conditions.term(node, {})
        if not isinstance(found.formula, Constant) or found.kind == UNKNOWN_KIND:
            raise mistake(node.span, "A parameter is a name with its type, or somebody in particular.")
        return found.formula

    def warn_of_unused(self, nodes: tuple[ParameterNode, ...], scope: Scope, say: str | None, what: str) -> None:
        """A warning for each parameter that nothing was said about since the parameters were read."""
        for node in nodes:
            name = node.name
            if name is None or name.text in self.words.used or scope[name.text].kind == POISON:
                continue
            if f"{{{name.text}}}" not in (say or ""):
                message = f"The parameter `{name.text}` is never used."
                help = f"There would be one {what} for each choice of it; leave it out if that is not meant."
                self.words.notes.note(diagnose("unused-parameter", message, name.span, help=help))

    # --- fluents ---------------------------------------------------------------------------------------------------

    def declare_fluent(self, line: FluentLine) -> None:
        """Take in a fluent."""
        fluent = self.words.notes.attempt(self._fluent, line)
        if fluent is None:
            self.words.broken.add(line.name.text)
        elif self._unlike_namesakes(line.name, fluent.parameters, self.words.fluents.get(fluent.name, [])):
            self.words.fluents.setdefault(fluent.name, []).append(fluent)
            self.fluents.append(fluent)

    def declare_derived(self, line: DefineLine, exact: bool) -> None:
        """Take in a derived fluent; its worth is read later, when all names are known."""
        parameters, scope, sound = self.parameters(line.parameters)
        name = line.name.text
        if not sound:
            self.words.broken.add(name)
        elif self._unlike_namesakes(line.name, parameters, self.words.fluents.get(name, [])):
            derived = Derived(line, name, parameters, scope, exact)
            self.words.fluents.setdefault(name, []).append(derived)
            self.derived.append(derived)

    def _fluent(self, line: FluentLine) -> Fluent:
        name = line.name.text
        parameters, _, sound = self.parameters(line.parameters)
        bounds = self.words.notes.attempt(self._bounds, line)
        type = BOOLEAN
        if line.type is not None:
            type = self.words.type(line.type)
        elif line.low is not None or line.high is not None:
            type = NUMBER
        if not sound or bounds is None:
            raise QuietError
        if line.symmetric and not (len(parameters) == 2 and _type(parameters[0]) == _type(parameters[1]) != ""):
            message = f"`{name}` is `symmetric`, so it needs two parameters of the same type."
            raise mistake(line.name.span, message, code="not-symmetric")
        plain = Fluent(name, parameters, type, None, *bounds, line.symmetric, line.say, span=line.name.span)
        default = self._default(line, plain)
        return Fluent(name, parameters, type, default, *bounds, line.symmetric, line.say, span=line.name.span)

    def _bounds(self, line: FluentLine) -> tuple[Number | None, Number | None]:
        numbers: list[Number | None] = []
        for node in (line.low, line.high):
            number = None if node is None else literal(node)
            if node is not None and number is None:
                raise mistake(node.span, "A bound is a plain number.", "Write `0..10`.", code="wrong-bounds")
            numbers.append(number)
        low, high = numbers
        if low is not None and high is not None and low > high and line.low and line.high:
            message = f"The bounds of `{line.name.text}` are the wrong way round."
            help = f"Write `{line.high.span.text}..{line.low.span.text}`."
            raise mistake(line.low.span.to(line.high.span), message, help, code="wrong-bounds")
        return low, high

    def _default(self, line: FluentLine, fluent: Fluent) -> Value:
        if line.default is None:
            return {BOOLEAN: False, NUMBER: within(fluent, 0)}.get(fluent.type)
        found = self.conditions.term(line.default, {})
        value = found.formula.value if isinstance(found.formula, Constant) else None
        fine = found.kind in (fluent.type, UNKNOWN_KIND)
        if found.kind == ENTITY:
            fine = fluent.type not in (BOOLEAN, NUMBER) and self.words.belongs(found.options[0], fluent.type)
        if not fine:
            wanted = {BOOLEAN: "`yes`, `no` or `unknown`", NUMBER: "a number"}.get(fluent.type, f"a `{fluent.type}`")
            message = f"What `{fluent.name}` is worth at first has to be {wanted}."
            raise mistake(line.default.span, message, code="type-mismatch")
        if is_number(value) and within(fluent, value) != value and not self.conditions.exact:  # type: ignore[arg-type]
            message = f"`{fluent.name}` would begin outside its bounds."
            raise mistake(line.default.span, message, code="wrong-bounds")
        return value

    # --- namesakes -------------------------------------------------------------------------------------------------

    def _unlike_namesakes(
        self, name: Name, mine: tuple[Term, ...], others: Sequence[Fluent | Derived | Action]
    ) -> bool:
        """Whether a declaration can be told from its namesakes; notes where it cannot, or only in part."""
        for other in others:
            theirs = parameters_of(other)
            if len(theirs) != len(mine) or not all(map(self._overlap, mine, theirs)):
                continue
            place = other.node.name.span if isinstance(other, Derived) else other.span
            secondary = elsewhere(place, "the first declaration")
            if all(map(_alike, mine, theirs)):
                message = f"`{name.text}` is already declared for the same arguments."
                self.words.notes.note(diagnose("duplicate-definition", message, name.span, secondary=secondary))
                return False
            if not all(map(self._narrower, theirs, mine)):
                message = f"`{name.text}` overlaps with another of that name; where both fit, the first one is meant."
                self.words.notes.note(diagnose("overlapping-definitions", message, name.span, secondary=secondary))
        return True

    def unlike_actions(self, name: Name, mine: tuple[Term, ...]) -> bool:
        """Whether an action can be told from its namesakes."""
        return self._unlike_namesakes(name, mine, self.words.actions.get(name.text, []))

    def _overlap(self, one: Term, other: Term) -> bool:
        match one, other:
            case Constant(), Constant():
                return same_value(one, other)
            case Variable(), Variable():
                if self.words.is_a(one.type, other.type) or self.words.is_a(other.type, one.type):
                    return True
                return not set(self.words.members(one.type)).isdisjoint(self.words.members(other.type))
            case (Variable(type=type), Constant(value=value)) | (Constant(value=value), Variable(type=type)):
                if isinstance(value, str):
                    return self.words.belongs(self.words.existents[value].types, type)
                return isinstance(value, bool) and type == BOOLEAN
        return False

    def _narrower(self, one: Term, other: Term) -> bool:
        """Whether all that one parameter takes, the other takes too (they overlap)."""
        if isinstance(one, Variable):
            return isinstance(other, Variable) and self.words.is_a(one.type, other.type)
        return True


def _type(term: Term) -> str:
    return term.type if isinstance(term, Variable) else ""


def _alike(one: Term, other: Term) -> bool:
    return _type(one) == _type(other) and (isinstance(one, Variable) or term_words(one) == term_words(other))
