"""What the names of a story stand for: types with their ancestors, existents, fluents, actions.

A fluent is found statically: the first of its name, in order of declaration, whose parameters accept the *static types*
of the arguments. A name whose declaration is broken is kept quiet about, and so is every unknown name once a part of
the story could not be read: its declaration may stand there. Cost: linear in types and parents; the ancestors of a
type are kept once they were asked for.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cache
from typing import ParamSpec, TypeVar

from kizuna.diagnostics import Diagnostic, Label, Span
from kizuna.language.mistakes import MOST_MISTAKES, MistakeError, mistake
from kizuna.language.syntax import DefineLine, Name
from kizuna.model.formulas import Constant, Formula, Term, Variable
from kizuna.model.values import show
from kizuna.model.world import BOOLEAN, CHARACTER, ENTITY, NUMBER, Action, Existent, Fluent

P = ParamSpec("P")
T = TypeVar("T")
EXISTENT = "existent"
"""What authors call the type of everything that there is."""
UNKNOWN_KIND = "unknown"
POISON = "poison"
TOPIC = "topic"
"""The type of a parameter that stands for something that can be said; see :mod:`kizuna.language.topics`."""
KIND_WORDS = {BOOLEAN: "true or false", NUMBER: "a number", ENTITY: "somebody or something", UNKNOWN_KIND: "unknown"}


class QuietError(Exception):
    """Something cannot be read for a reason that was already reported."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A formula and what it can be worth.

    ``kind`` is ``boolean``, ``number``, ``entity``, ``unknown`` for a lone ``unknown``, or ``poison`` for what was
    declared wrongly. For entities each of ``options`` is the types of one thing that it may turn out as: an existent
    has all its types, anything else its static one.
    """

    formula: Formula
    kind: str
    options: tuple[tuple[str, ...], ...] = ()


Scope = dict[str, Typed]
"""What parameters and bound variables stand for, here."""


@dataclass(eq=False)
class Derived:
    """A derived fluent: its line, its parameters, and its worth once that has been read, with the names used in it."""

    node: DefineLine
    name: str
    parameters: tuple[Term, ...]
    scope: Scope
    exact: bool
    worth: Typed | None = None
    used: set[str] = field(default_factory=set)
    is_open: bool = False


@dataclass
class Notes:
    """The mistakes found so far; after too many the rest goes unreported. ``failures`` counts what was given up."""

    found: list[Diagnostic] = field(default_factory=list)
    errors: int = 0
    failures: int = 0

    def note(self, diagnostic: Diagnostic) -> None:
        """Keep a finding."""
        if diagnostic in self.found:  # what is said of several topics at once is said once
            return
        self.errors += diagnostic.is_error
        if self.errors <= MOST_MISTAKES:
            self.found.append(diagnostic)

    def attempt(self, reading: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What a reading yields, or None with its mistake noted."""
        try:
            return reading(*args, **kwargs)
        except MistakeError as error:
            if error.diagnostic is not None:
                self.note(error.diagnostic)
        except QuietError:
            pass
        self.failures += 1
        return None


def suggestion(word: str, known: Collection[str]) -> str:
    """What was probably meant, in a sentence; nothing where nothing is close, or the choice is too large to search."""
    if len(known) > 2000 or len(word) > 60:
        return ""
    close = difflib.get_close_matches(word, sorted(known), 1)
    return f"Did you mean `{close[0]}`?" if close else ""


def _nobody_takes_up(later: Span | None, first: Span | None) -> bool:
    return False


def _no_offer(kind: str, name: str) -> str:
    return ""


@dataclass
class Names:
    """The names of one story, filled while its declarations are read."""

    notes: Notes = field(default_factory=Notes)
    broken: set[str] = field(default_factory=set)
    incomplete: bool = False
    offer: Callable[[str, str], str] = _no_offer
    """What to use for a type, fluent or action of this name that the story does not know, in a sentence."""

    takes_up: Callable[[Span | None, Span | None], bool] = _nobody_takes_up
    """Whether what stands at the first place may say anew what stands at the second: its file uses the other's."""

    parents: dict[str, list[str]] = field(
        default_factory=lambda: {BOOLEAN: [], NUMBER: [], ENTITY: [], CHARACTER: [ENTITY]}
    )
    existents: dict[str, Existent] = field(default_factory=dict)
    fluents: dict[str, list[Fluent | Derived]] = field(default_factory=dict)
    actions: dict[str, list[Action]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        # Asked only once all types and existents are known.
        self.ancestors = cache(self._ancestors)
        self._kinds = cache(self._index)

    # --- types -----------------------------------------------------------------------------------------------------

    def type(self, name: Name) -> str:
        """The type that a name stands for; raises a mistake where there is none."""
        text = self.model_type(name.text)
        if text not in self.parents:
            self.unless_broken(name.text)
            if text == TOPIC:
                message = "Only a parameter can be a `topic`."
                raise mistake(name.span, message, "Write `action tell(..., content: topic)`.", code="type-mismatch")
            known = {EXISTENT, *self.parents} - {ENTITY}
            message = f"There is no type `{name.text}`."
            offer = self.offer("type", name.text) or suggestion(name.text, known)
            help = offer or f"Declare it: `type {name.text}`."
            raise mistake(name.span, message, help, code="unknown-type")
        return text

    def model_type(self, text: str) -> str:
        """The model's word for a type; ``existent`` is everything unless the story declares a type of that name."""
        return ENTITY if text == EXISTENT and EXISTENT not in self.parents else text

    def finite(self, name: Name, what: str) -> str:
        """The type that a name stands for, which must be one whose values can be listed."""
        found = self.type(name)
        if found == NUMBER:
            message = f"{what} cannot be a `number`: there is no end of numbers."
            raise mistake(name.span, message, code="type-mismatch")
        return found

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

    def members(self, type: str) -> tuple[str, ...]:
        """The names of all existents of a type."""
        return self._kinds().get(type, ())

    def _ancestors(self, type: str) -> frozenset[str]:
        found: set[str] = set()
        stack = [type]
        while stack:
            top = stack.pop()
            if top not in found:
                found.add(top)
                stack.extend(self.parents.get(top, ()))
        return frozenset(found)

    def _index(self) -> dict[str, tuple[str, ...]]:
        members: dict[str, list[str]] = {}
        for name, existent in self.existents.items():
            for kind in frozenset[str]().union(*(self.ancestors(type) for type in existent.types)):
                members.setdefault(kind, []).append(name)
        return {kind: tuple(names) for kind, names in members.items()}

    # --- names -----------------------------------------------------------------------------------------------------

    def variable(self, name: Name, type: str) -> Typed:
        """A variable of a type, typed."""
        formula = Variable(name.text, type, span=name.span)
        return Typed(formula, BOOLEAN) if type == BOOLEAN else Typed(formula, ENTITY, ((type,),))

    def named(self, name: Name, scope: Scope) -> Typed | None:
        """What a name stands for here: a parameter, or else an existent; None where it is neither."""
        if name.text in scope:
            self.used.add(name.text)
            if scope[name.text].kind == POISON:
                raise QuietError
            return scope[name.text]
        if name.text in self.existents:
            return Typed(Constant(name.text, span=name.span), ENTITY, (self.existents[name.text].types,))
        return None

    def nobody(self, name: Name, scope: Scope) -> MistakeError:
        """The mistake of a name that stands for nothing."""
        text = name.text
        help = suggestion(text, {*scope, *self.existents})
        if not help or text in self.broken:  # modules seldom bring somebody: a close name is the one that was meant
            self.unless_broken(text)
        if text in self.fluents:
            message = f"`{text}` is something that can change, not a name."
            return mistake(name.span, message, f"Write `{text}(...)` to read its worth.", code="unknown-name")
        if text in self.parents or text == EXISTENT:
            message = f"`{text}` is a type, not somebody or something."
            help = f"`every x: {text} (...)` speaks of each, `x is a {text}` asks about one."
            return mistake(name.span, message, help, code="unknown-name")
        return mistake(name.span, f"Nobody and nothing is called `{text}` here.", help, code="unknown-name")

    def unless_broken(self, name: str) -> None:
        """Keep quiet about a name whose declaration was already reported, or may stand where nothing could be read."""
        if self.incomplete or name in self.broken:
            raise QuietError

    def fluents_called(self, name: Name) -> list[Fluent | Derived]:
        """All fluents of a name; raises a mistake where there is none."""
        if name.text not in self.fluents:
            self.unless_broken(name.text)
            if name.text in self.actions:
                message = f"`{name.text}` is an action; here something was expected that is so or not."
                raise mistake(name.span, message, code="unknown-name")
            offer = self.offer("fluent", name.text) or suggestion(name.text, self.fluents.keys())
            help = offer or f"Declare it: `fluent {name.text}(...)`."
            raise mistake(name.span, f"There is no fluent `{name.text}`.", help, code="unknown-name")
        return self.fluents[name.text]

    def chosen(
        self, namesakes: Collection[T], arguments: list[Typed], parameters: Callable[[T], tuple[Term, ...]]
    ) -> T | None:
        """The first of ``namesakes`` whose parameters accept the arguments."""
        for candidate in namesakes:
            wanted = parameters(candidate)
            if len(wanted) == len(arguments) and all(map(self._accepts, wanted, arguments)):
                return candidate
        return None

    def _accepts(self, parameter: Term, argument: Typed) -> bool:
        if isinstance(parameter, Constant):
            given = argument.formula
            return isinstance(given, Constant) and same_value(parameter, given)
        if parameter.type == BOOLEAN:
            return argument.kind == BOOLEAN
        return argument.kind == ENTITY and self.belongs(argument.options[0], parameter.type)

    def misfit(
        self, what: str, name: str, wanted: list[tuple[Term, ...]], given: list[tuple[Span, Typed]], span: Span
    ) -> MistakeError:
        """The mistake of arguments that no namesake takes."""
        self.unless_misread(name)
        shown = ", ".join(self._described(argument) for _, argument in given)
        forms = tuple(f"`{name}({', '.join(map(term_words, terms))})`" for terms in wanted[:4])
        if len(wanted) == 1:
            terms = wanted[0]
            if len(terms) != len(given):
                message = f"`{name}` takes {_count(len(terms))}, and is given {len(given) or 'none'}."
                return mistake(span, message, f"It is declared as {forms[0]}.", code="wrong-arguments")
            place, argument = next(
                pair for term, pair in zip(terms, given, strict=True) if not self._accepts(term, pair[1])
            )
            term = next(term for term, pair in zip(terms, given, strict=True) if not self._accepts(term, pair[1]))
            message = f"`{name}` asks for {wanted_words(term)} here, and {self._described(argument)} is none."
            return mistake(place, message, f"It is declared as {forms[0]}.", code="wrong-arguments")
        message = f"No {what} `{name}` takes ({shown})."
        return mistake(span, message, f"There is {', '.join(forms)}.", code="wrong-arguments")

    def unless_misread(self, name: str) -> None:
        """Keep quiet about arguments where one declaration of the name is broken: it may be the one that was meant."""
        if name in self.broken:
            raise QuietError

    def _described(self, argument: Typed) -> str:
        match argument.formula:
            case Variable(name=name, type=type):
                return f"`{name}: {shown_type(type)}`"
            case Constant(value=value):
                kinds = f" ({' & '.join(argument.options[0])})" if argument.options else ""
                return f"`{said(value)}`{kinds}"
        return KIND_WORDS[argument.kind]


def parameters_of(item: Fluent | Derived | Action) -> tuple[Term, ...]:
    """The parameters of whatever is called by name."""
    return item.parameters


def shown_type(type: str) -> str:
    """The author's word for a type."""
    return EXISTENT if type == ENTITY else type


def term_words(term: Term) -> str:
    """A parameter as it is declared."""
    return f"{term.name}: {shown_type(term.type)}" if isinstance(term, Variable) else said(term.value)


def wanted_words(term: Term) -> str:
    """What a parameter asks for."""
    if isinstance(term, Constant):
        return f"`{said(term.value)}`"
    return "what is true or false" if term.type == BOOLEAN else f"a `{shown_type(term.type)}`"


def said(value: object) -> str:
    """A value as authors write it."""
    if value is None:
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return show(value)  # type: ignore[arg-type]


def _count(number: int) -> str:
    return {0: "no arguments", 1: "one argument"}.get(number, f"{number} arguments")


def same_value(one: Constant, other: Constant) -> bool:
    """Whether two constants are the same value; ``yes`` and ``1`` are not."""
    return one.value == other.value and isinstance(one.value, bool) == isinstance(other.value, bool)


def elsewhere(span: Span | None, text: str) -> tuple[Label, ...]:
    """A second place that explains a mistake."""
    return (Label(span, text),) if span else ()
