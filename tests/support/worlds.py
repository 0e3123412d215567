"""Small random worlds: strategies that build :class:`kizuna.model.world.World` values directly.

Every choice is made from a short list whose first member is the plainest, so that a failing world shrinks to a
readable one. ``worlds()`` gives whole worlds; ``ground_worlds()`` gives them ground, and without endless rules unless
asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from unittest import mock

from hypothesis import assume
from hypothesis import strategies as st

from kizuna.epistemics import Dynamics, EndlessRulesError
from kizuna.grounding import GroundWorld, ground
from kizuna.model.effects import Assign, Effect, ForEach, When
from kizuna.model.formulas import (
    FALSE,
    TRUE,
    ZERO,
    And,
    Arithmetic,
    Believes,
    Call,
    Compare,
    Conditional,
    Constant,
    Formula,
    IsA,
    Not,
    Or,
    Quantified,
    Term,
    Variable,
)
from kizuna.model.values import Value
from kizuna.model.world import (
    EVERYONE,
    NOBODY,
    Action,
    Existent,
    Fluent,
    Logic,
    Motive,
    Observing,
    Plot,
    Rule,
    Type,
    World,
)

PEOPLE = ("Ana", "Ben", "Cleo")
PLACES = ("Attic", "Barn", "Cellar", "Dock")
OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
NUMBERS: tuple[Value, ...] = (0, 1, 2, -1, Fraction(5, 2))
Draw = Callable[..., object]


@dataclass(frozen=True)
class Vocabulary:
    """What formulas of one world may mention."""

    people: tuple[str, ...]
    places: tuple[str, ...]
    fluents: tuple[Fluent, ...]
    logic: Logic

    def of_type(self, *types: str) -> list[Fluent]:
        return [fluent for fluent in self.fluents if fluent.type in types]


@dataclass(frozen=True)
class Scope:
    """A vocabulary and the variables that are bound."""

    words: Vocabulary
    variables: tuple[Variable, ...] = ()

    def terms(self, type: str) -> list[Term]:
        names = self.words.people if type == "character" else self.words.places
        return [*(v for v in self.variables if v.type == type), *map(Constant, names)]

    def bound(self, variable: Variable) -> Scope:
        return Scope(self.words, (variable, *self.variables))


# --- fluents ---------------------------------------------------------------------------------------------------------

BOOLEANS = (
    Fluent("lit", (), "boolean", False),
    Fluent("safe", (Variable("who", "character"),), "boolean", False),
    Fluent("open", (Variable("where", "place"),), "boolean", False),
)
ENTITIES = (
    Fluent("at", (Variable("who", "character"),), "place", None),
    Fluent("owner", (), "character", None),
)
COUNTS = (Fluent("gold", (), "number", 0), Fluent("debt", (), "number", None))
STAGE = Fluent("stage", (), "number", 0)


@st.composite
def vocabularies(draw: Draw, logics: tuple[Logic, ...] = (Logic.TWO_VALUED,)) -> Vocabulary:
    fluents = [*draw(st.sampled_from([BOOLEANS[:1], BOOLEANS[:2], BOOLEANS[1:]]))]
    fluents += draw(st.sampled_from([(), ENTITIES[:1], ENTITIES[1:], ENTITIES]))
    fluents += draw(st.sampled_from([(), COUNTS[:1], COUNTS]))
    people = PEOPLE[: draw(st.sampled_from([2, 2, 3]))]
    return Vocabulary(people, PLACES[: draw(st.integers(2, 3))], tuple(fluents), draw(st.sampled_from(logics)))


# --- formulas --------------------------------------------------------------------------------------------------------


def _pick(draw: Draw, options: object) -> object:
    return draw(st.sampled_from(list(options)))


def _call(draw: Draw, scope: Scope, fluent: Fluent) -> Call:
    return Call(fluent.signature, tuple(_pick(draw, scope.terms(p.type)) for p in fluent.parameters))


def _constant(draw: Draw, scope: Scope, type: str) -> Formula:
    """A value of ``type``, seldom unknown (a truth value only where the logic allows it)."""
    if type == "boolean":
        return _pick(draw, [TRUE, TRUE, TRUE, FALSE] + [Constant(None)] * (scope.words.logic is Logic.THREE_VALUED))
    if type == "number":
        return Constant(_pick(draw, (1, 2, *NUMBERS, None)))
    return _pick(draw, [*scope.terms(type), *scope.terms(type), Constant(None)])


def _atom(draw: Draw, scope: Scope) -> Formula:
    fluent = _pick(draw, scope.words.fluents)
    call = _call(draw, scope, fluent)
    if fluent.type == "boolean":
        return _pick(draw, [call, call, Not(call), Compare("!=", call, TRUE)])
    others = scope.words.of_type(fluent.type)
    right = _call(draw, scope, _pick(draw, others)) if draw(st.integers(0, 4)) == 4 else None
    if right is None:
        right = _constant(draw, scope, fluent.type)
    return Compare(_pick(draw, OPERATORS if fluent.type == "number" else OPERATORS[:2]), call, right)


def condition(draw: Draw, scope: Scope, depth: int = 2) -> Formula:
    """A random condition over ``scope``."""
    kind = _pick(draw, ["atom", "atom", "atom", "and", "or", "not", "believes", "quantified", "if", "is a"])
    if depth == 0 or kind == "atom":
        return _atom(draw, scope)
    if kind in ("and", "or"):
        parts = tuple(condition(draw, scope, depth - 1) for _ in range(draw(st.integers(2, 3))))
        return And(parts) if kind == "and" else Or(parts)
    if kind == "not":
        return Not(condition(draw, scope, depth - 1))
    if kind == "believes":
        return Believes(_pick(draw, scope.terms("character")), condition(draw, scope, depth - 1))
    if kind == "quantified":
        variable = Variable(f"v{len(scope.variables)}", _pick(draw, ["character", "place"]))
        return Quantified(
            _pick(draw, ["forall", "exists"]), variable, condition(draw, scope.bound(variable), depth - 1)
        )
    if kind == "is a":
        entities = scope.words.of_type("place", "character")
        return IsA(_call(draw, scope, _pick(draw, entities)), "place") if entities else _atom(draw, scope)
    branch = condition(draw, scope, depth - 1), condition(draw, scope, 0)
    return Conditional((branch,), condition(draw, scope, 0))


def amount(draw: Draw, scope: Scope) -> Formula:
    """A random number: something counted, a truth value, or a sum of such."""
    counts = scope.words.of_type("number")
    kinds = ["fact", "fact", "fact", "sum", "truth", "if"] + ["count", "count", "difference"] * bool(counts)
    kind = _pick(draw, kinds)
    if kind == "count":
        return _call(draw, scope, _pick(draw, counts))
    if kind == "difference":
        left = _call(draw, scope, _pick(draw, counts))
        return Arithmetic(_pick(draw, ["-", "+", "*"]), (left, Constant(_pick(draw, NUMBERS))))
    if kind == "fact":
        return _wish(draw, scope)
    if kind == "if":
        branch = condition(draw, scope, 1), Constant(_pick(draw, NUMBERS))
        return Conditional((branch,), Constant(_pick(draw, NUMBERS)))
    if kind == "sum":
        variable = Variable("each", "character")
        return Quantified("sum", variable, _wish(draw, scope.bound(variable)))
    return condition(draw, scope, 1)


def _wish(draw: Draw, scope: Scope) -> Formula:
    """A plain fact that an effect could well bring about."""
    fluent = _pick(draw, scope.words.fluents)
    call = _call(draw, scope, fluent)
    if fluent.type == "boolean":
        return call
    if fluent.type == "number":
        return Compare(">", call, ZERO)
    return Compare("==", call, _pick(draw, scope.terms(fluent.type)))


# --- effects ---------------------------------------------------------------------------------------------------------


def _minds(draw: Draw, scope: Scope) -> tuple[Term, ...]:
    return tuple(_pick(draw, scope.terms("character")) for _ in range(_pick(draw, [0, 0, 0, 0, 1, 1, 2])))


def _assign(draw: Draw, scope: Scope, *, computed: bool) -> Assign:
    fluent = _pick(draw, scope.words.fluents)
    target = _call(draw, scope, fluent)
    value = _constant(draw, scope, fluent.type)
    kind = draw(st.integers(0, 5)) if computed else 0
    if kind == 4:
        value = _call(draw, scope, _pick(draw, scope.words.of_type(fluent.type)))
    elif kind == 5 and fluent.type == "boolean":
        value = condition(draw, scope, 1)
    elif kind == 5 and fluent.type == "number":
        value = Arithmetic(_pick(draw, ["+", "-"]), (target, Constant(1)))
    minds = _minds(draw, scope)
    if minds and kind == 4:
        value = Believes(minds[0], value)
    return Assign(target, value, minds)


def effects(draw: Draw, scope: Scope, *, computed: bool = True) -> tuple[Effect, ...]:
    """One to three effects, some conditional, no two of them plainly on the same fluent."""
    found: dict[object, Effect] = {}
    for _ in range(_pick(draw, [1, 1, 2, 3])):
        assign = _assign(draw, scope, computed=computed)
        kind = _pick(draw, ["plain", "plain", "when", "each"])
        key = assign.target.fluent
        if kind == "when":
            found.setdefault((key, len(found)), When(condition(draw, scope, 1), (assign,)))
        elif kind == "each":
            variable = Variable("every", _pick(draw, ["character", "place"]))
            only = Compare("!=", variable, _pick(draw, scope.terms(variable.type)))
            inner = _assign(draw, scope.bound(variable), computed=computed)
            found.setdefault((key, len(found)), ForEach(variable, (When(Not(only), (inner,)),)))
        else:
            found.setdefault(key, assign)
    return tuple(found.values())


# --- worlds ----------------------------------------------------------------------------------------------------------


def _action(draw: Draw, words: Vocabulary, name: str) -> Action:
    parameters: tuple[Variable, ...] = ()
    if draw(st.integers(0, 2)) == 2:
        parameters = (Variable("it", _pick(draw, ["character", "place"])),)
    scope = Scope(words, parameters)
    willing = scope.terms("character")
    consenting = [_pick(draw, willing) for _ in range(_pick(draw, [1, 1, 1, 1, 2, 2, 0]))]
    observer = Variable("observer", "character")
    observing = _pick(draw, [EVERYONE, EVERYONE, NOBODY, None])
    if observing is None:
        one = Compare(_pick(draw, ["==", "!="]), observer, _pick(draw, scope.terms("character")))
        observing = Observing(observer, _pick(draw, [one, condition(draw, scope.bound(observer), 1)]))
    precondition = condition(draw, scope, _pick(draw, [0, 0, 1, 2])) if draw(st.booleans()) else TRUE
    return Action(name, parameters, precondition, effects(draw, scope), tuple(consenting), observing)


def _step(draw: Draw, words: Vocabulary, number: int) -> Action:
    """The action of a chain that leads from one stage to the next."""
    scope = Scope(words)
    free = _action(draw, words, f"step{number}")
    here = Compare("==", Call(STAGE.signature), Constant(number))
    condition_ = And((here, _atom(draw, scope))) if draw(st.integers(0, 3)) == 3 else here
    onward = Assign(Call(STAGE.signature), Constant(number + 1))
    more = free.effects[:1] if not free.parameters and draw(st.integers(0, 2)) == 2 else ()
    who = Constant(_pick(draw, words.people))
    seen = free.observing if not free.parameters and draw(st.integers(0, 2)) == 2 else EVERYONE
    return Action(free.name, (), condition_, (*more, onward), (who,) if draw(st.integers(0, 5)) else (), seen)


def _aim(draw: Draw, scope: Scope, staged: bool) -> Formula:
    if staged and draw(st.integers(0, 7)) < 7:
        stage = Call(STAGE.signature)
        return Compare(">=", stage, Constant(draw(st.integers(1, 3)))) if draw(st.integers(0, 3)) else stage
    return amount(draw, scope)


def _rule(draw: Draw, words: Vocabulary, name: str, *, endless: bool) -> Rule:
    scope = Scope(words)
    if endless and draw(st.integers(0, 3)) == 3:
        return Rule(name, (), condition(draw, scope, 1), effects(draw, scope, computed=False))
    booleans = words.of_type("boolean")
    target = _call(draw, scope, _pick(draw, booleans))
    effect = Assign(target, TRUE, ())
    extra = () if draw(st.booleans()) else (Assign(target, _pick(draw, [TRUE, FALSE]), (Constant(words.people[0]),)),)
    return Rule(name, (), And((condition(draw, scope, 1), Not(target))), (effect, *extra))


def _initial(draw: Draw, words: Vocabulary) -> tuple[Effect, ...]:
    scope = Scope(words)
    facts = [_assign(draw, scope, computed=False) for _ in range(draw(st.integers(0, 2)))]
    wrong = [_assign(draw, scope, computed=False) for _ in range(draw(st.integers(0, 2)))]
    return tuple(
        [Assign(f.target, f.value) for f in facts]
        + [Assign(f.target, f.value, f.minds or (Constant(words.people[0]),)) for f in wrong]
    )


@st.composite
def worlds(
    draw: Draw,
    *,
    max_actions: int = 5,
    max_rules: int = 3,
    endless: bool = False,
    staged: bool = False,
    logics: tuple[Logic, ...] = (Logic.TWO_VALUED,),
    more: tuple[Fluent, ...] = (),
) -> World:
    """A small world; with ``endless`` its rules may set each other off for ever.

    With ``staged`` a chain of actions runs through it whose end most people want, so that many have longer stories.
    ``more`` are further fluents for it to be about.
    """
    words = draw(vocabularies(logics))
    words = Vocabulary(words.people, words.places, (*words.fluents, *more), words.logic)
    if staged:
        words = Vocabulary(words.people, words.places, (*words.fluents, STAGE), words.logic)
    scope = Scope(words)
    actions = tuple(_action(draw, words, f"do{n}") for n in range(draw(st.integers(1 if staged else 3, max_actions))))
    if staged:
        actions += tuple(_step(draw, words, n) for n in range(draw(st.integers(2, 3))))
    rules = tuple(_rule(draw, words, f"so{n}", endless=endless) for n in range(draw(st.integers(0, max_rules))))
    motives = tuple(
        Motive(
            person,
            f"{person}'s {n}",
            _aim(draw, scope, staged and n == 0),
            Constant(_pick(draw, (3, 2, 1, Fraction(1, 2), -1)[: 4 if staged else 5])),
        )
        for person in words.people
        for n in range(draw(st.integers(1, 2)))
    )
    return World(
        name="random",
        types=(Type("place"),),
        existents=tuple(
            [Existent(name, ("character",)) for name in words.people]
            + [Existent(name, ("place",)) for name in words.places]
        ),
        fluents=words.fluents,
        actions=actions,
        rules=rules,
        initial=_initial(draw, words),
        motives=motives,
        plot=Plot(_aim(draw, scope, staged)),
        logic=words.logic,
    )


@st.composite
def ground_worlds(draw: Draw, of: Callable[..., st.SearchStrategy[World]] = worlds, **options: object) -> GroundWorld:
    """A small world, ground; those that contradict themselves or never come to rest at the start are left out."""
    world = ground(draw(of(**options))).value
    assume(world is not None)
    if not options.get("endless"):
        assume(comes_to_rest(world))
    return world


def comes_to_rest(world: GroundWorld) -> bool:
    """Whether the rules settle in the initial state."""
    try:
        return Dynamics(world).initial is not None
    except EndlessRulesError:
        return False


def unshrunk(world: World) -> GroundWorld | None:
    """``world`` ground, with everything left in that can never matter."""
    with mock.patch("kizuna.grounding.ground.shrink", lambda whole, _: whole):
        return ground(world).value
