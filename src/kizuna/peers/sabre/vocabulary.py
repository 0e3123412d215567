"""What the names of a problem stand for: types with their ancestors, existents, properties.

A property is found statically: the first of its name, in order of definition, whose parameters accept the *static
types* of the arguments. Naive: follow the parents of a type whenever the question arises. Better: keep the ancestors of
every type that was ever asked for. Cost: linear in types and parents; the height of the hierarchy is bounded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from kizuna.diagnostics import Source, Span, diagnose
from kizuna.model.formulas import Call, Constant, Formula, Term, Variable
from kizuna.model.values import read_number
from kizuna.model.world import BOOLEAN, CHARACTER, ENTITY, NUMBER, Existent, Fluent
from kizuna.peers.sabre.mistakes import MistakeError, suggestion
from kizuna.peers.sabre.syntax import Node, Word

UNKNOWN_KIND = "unknown"
LONGEST_NUMBER = 400


@dataclass(frozen=True, slots=True)
class Typed:
    """A formula and what it can be worth.

    ``kind`` is ``boolean``, ``number``, ``entity``, or ``unknown`` for a lone ``?``. For entities each of ``options``
    is the types of one thing that it may turn out as: an existent has all its types, anything else its static one.
    """

    formula: Formula
    kind: str
    options: tuple[tuple[str, ...], ...] = ()


Scope = dict[str, Typed]
"""What parameters and bound variables stand for, here."""


@dataclass
class Vocabulary:
    """The names of one problem, filled while its definitions are processed."""

    source: Source
    broken: set[str] = field(default_factory=set)
    parents: dict[str, list[str]] = field(
        default_factory=lambda: {BOOLEAN: [], NUMBER: [], ENTITY: [], CHARACTER: [ENTITY]}
    )
    existents: dict[str, Existent] = field(default_factory=dict)
    fluents: dict[str, list[Fluent]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Asked only once all types and existents are known.
        self.ancestors = cache(self._ancestors)
        self._kinds = cache(self._index)

    def span(self, node: Node) -> Span:
        """Where something was written."""
        return Span(self.source, node.start, node.end)

    def mistake(self, code: str, message: str, node: Node, help: tuple[str, ...] | str = ()) -> MistakeError:
        """A mistake about something that was written, to be raised."""
        return MistakeError(diagnose(code, message, self.span(node), help=help))

    # --- types -----------------------------------------------------------------------------------------------------

    def is_a(self, type: str, ancestor: str) -> bool:
        """Whether everything of one type is of the other."""
        return ancestor in self.ancestors(type)

    def belongs(self, types: tuple[str, ...], ancestor: str) -> bool:
        """Whether an existent of all these types is of ``ancestor``."""
        return any(self.is_a(type, ancestor) for type in types)

    def fits(self, types: tuple[str, ...], wanted: str) -> bool:
        """Whether whatever has these static types can be stored where ``wanted`` is asked for."""
        if self.belongs(types, wanted):
            return True
        mine = [name for type in types for name in self.members(type)]
        return bool(mine) and all(self.belongs(self.existents[name].types, wanted) for name in mine)

    def type(self, word: Word) -> str:
        """The type that a word names; raises a mistake where it names none."""
        if word.text not in self.parents:
            self._unless_broken(word.text)
            hints = suggestion(word.text, self.parents.keys())
            raise self.mistake("unknown-type", f"There is no type `{word.text}`.", word, hints)
        return word.text

    def finite(self, word: Word, what: str) -> str:
        """The type that a word names, which must be one whose values can be listed."""
        if self.type(word) == NUMBER:
            message = f"{what} cannot be of type `number`: there is no end of numbers."
            raise self.mistake("type-mismatch", message, word)
        return word.text

    def _ancestors(self, type: str) -> frozenset[str]:
        found: set[str] = set()
        stack = [type]
        while stack:
            top = stack.pop()
            if top not in found:
                found.add(top)
                stack.extend(self.parents.get(top, ()))
        return frozenset(found)

    def members(self, type: str) -> tuple[str, ...]:
        """The names of all existents of a type."""
        return self._kinds().get(type, ())

    def _index(self) -> dict[str, tuple[str, ...]]:
        members: dict[str, list[str]] = {}
        for name, existent in self.existents.items():
            for kind in frozenset[str]().union(*(self.ancestors(type) for type in existent.types)):
                members.setdefault(kind, []).append(name)
        return {kind: tuple(names) for kind, names in members.items()}

    # --- terms -----------------------------------------------------------------------------------------------------

    def variable(self, name: str, type: str, node: Node) -> Typed:
        """A variable of a type, typed."""
        formula = Variable(name, type, span=self.span(node))
        return Typed(formula, BOOLEAN) if type == BOOLEAN else Typed(formula, ENTITY, ((type,),))

    def term(self, word: Word, scope: Scope) -> Typed:
        """What a word stands for: a value, or whatever the scope or else the cast has under that name."""
        text, span = word.text, self.span(word)
        if text in ("True", "False"):
            return Typed(Constant(text == "True", span=span), BOOLEAN)
        if text == "?":
            return Typed(Constant(None, span=span), UNKNOWN_KIND)
        if not text[0].isalpha():
            if len(text) > LONGEST_NUMBER:
                raise self.mistake("syntax", f"This number has more than {LONGEST_NUMBER} digits.", word)
            return Typed(Constant(read_number(text), span=span), NUMBER)
        if text in scope:
            return scope[text]
        if text in self.existents:
            return Typed(Constant(text, span=span), ENTITY, (self.existents[text].types,))
        self._unless_broken(text)
        if text in self.fluents:
            raise self.mistake("unknown-name", f"`{text}` is a property.", word, f"Write `{text}(...)` to read it.")
        hints = suggestion(text, {*scope, *self.existents})
        raise self.mistake("unknown-name", f"Nobody and nothing is called `{text}` here.", word, hints)

    def character(self, word: Word, scope: Scope) -> Term:
        """The term that a word stands for, which must be a character."""
        found = self.term(word, scope)
        formula = found.formula
        if not (isinstance(formula, Constant | Variable) and found.kind == ENTITY):
            raise self.mistake("type-mismatch", f"`{word.text}` is not a character.", word)
        if not self.belongs(found.options[0], CHARACTER):
            raise self.mistake("type-mismatch", f"`{word.text}` is not a character.", word)
        return formula

    # --- properties ------------------------------------------------------------------------------------------------

    def call(self, name: Word, words: tuple[Word, ...], scope: Scope, node: Node) -> tuple[Call, Fluent]:
        """The property that a name at arguments means, found by the static types of the arguments."""
        namesakes = self.fluents.get(name.text)
        if namesakes is None:
            self._unless_broken(name.text)
            hints = suggestion(name.text, self.fluents.keys())
            raise self.mistake("unknown-name", f"There is no property `{name.text}`.", name, hints)
        arguments = [self.term(word, scope) for word in words]
        for word, argument in zip(words, arguments, strict=True):
            if argument.kind == UNKNOWN_KIND:
                raise self.mistake("type-mismatch", "`?` cannot be the argument of a property.", word)
        for fluent in namesakes:
            if len(fluent.parameters) == len(arguments) and all(
                self._accepts(parameter, argument)
                for parameter, argument in zip(fluent.parameters, arguments, strict=True)
            ):
                terms = tuple(a.formula for a in arguments if isinstance(a.formula, Constant | Variable))
                return Call(fluent.signature, terms, span=self.span(node)), fluent
        self._unless_broken(name.text)
        given = ", ".join(self._described(argument) for argument in arguments)
        known = tuple(f"There is `{fluent.signature.replace('=', '')}`." for fluent in namesakes[:4])
        raise self.mistake("type-mismatch", f"No property `{name.text}` takes ({given}).", node, known)

    def _accepts(self, parameter: Term, argument: Typed) -> bool:
        if isinstance(parameter, Constant):
            given = argument.formula
            return isinstance(given, Constant) and same_value(parameter, given)
        if parameter.type == BOOLEAN:
            return argument.kind == BOOLEAN
        return argument.kind == ENTITY and self.belongs(argument.options[0], parameter.type)

    def _described(self, argument: Typed) -> str:
        if isinstance(argument.formula, Variable):
            return f"{argument.formula.name} : {argument.formula.type}"
        return str(argument.formula.value) if isinstance(argument.formula, Constant) else argument.kind

    def _unless_broken(self, name: str) -> None:
        """Keep quiet about a name whose definition was already reported."""
        if name in self.broken:
            raise MistakeError


def same_value(one: Constant, other: Constant) -> bool:
    """Whether two constants are the same value; ``True`` and ``1`` are not."""
    return one.value == other.value and isinstance(one.value, bool) == isinstance(other.value, bool)
