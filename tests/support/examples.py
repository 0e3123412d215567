"""The worked examples of the reference semantics, section 15, and the few words needed to write such worlds down.

A thing's name in capitals is a constant; fluents here have no parameters unless said otherwise.
"""

from __future__ import annotations

from kizuna.grounding import GroundWorld, ground
from kizuna.model.effects import Assign
from kizuna.model.formulas import TRUE, And, Call, Compare, Constant, Formula, Not, Variable
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
    Type,
    World,
)

OBSERVER = Variable("observer", "character")


def fact(name: str) -> Call:
    """The fluent ``name`` without arguments."""
    return Call(f"{name}()")


def sets(name: str, value: Value, *minds: str) -> Assign:
    """``name`` becomes ``value``, in the minds named."""
    return Assign(fact(name), Constant(value), tuple(map(Constant, minds)))


def is_(name: str, value: Value) -> Compare:
    return Compare("==", fact(name), Constant(value))


def seen_by(*names: str) -> Observing:
    """Exactly these see it."""
    return Observing(OBSERVER, Not(And(tuple(Compare("!=", OBSERVER, Constant(name)) for name in names))))


def act(
    name: str, precondition: Formula, effects: tuple[Assign, ...], *consenting: str, seen: Observing = EVERYONE
) -> Action:
    return Action(name, (), precondition, effects, tuple(map(Constant, consenting)), seen)


def wish(who: str, score: Formula) -> Motive:
    return Motive(who, "wish", score)


def world(
    people: str,
    fluents: tuple[Fluent, ...],
    actions: tuple[Action, ...],
    initial: tuple[Assign, ...] = (),
    **more: object,
) -> GroundWorld:
    """The ground world of people (a letter each), with four things to be worth something."""
    existents = [Existent(name, ("character",)) for name in people]
    existents += [Existent(name, ("thing",)) for name in ("Shut", "Ajar", "Wide", "Blue")]
    whole = World(
        "example",
        (Type("thing"),),
        tuple(existents),
        fluents,
        actions,
        initial=initial,
        **more,  # type: ignore[arg-type]
    )
    result = ground(whole).value
    assert result is not None
    return result


def truth(name: str) -> Fluent:
    return Fluent(name, (), "boolean", False)


def number(name: str) -> Fluent:
    return Fluent(name, (), "number", 0)


def thing(name: str) -> Fluent:
    return Fluent(name, (), "thing", None)


def surprise(logic: Logic = Logic.TWO_VALUED) -> GroundWorld:
    """B, who believes everything to be otherwise, sees A open the door."""
    condition = And(
        (is_("door", "Shut"), Not(is_("lock", "Shut")), Compare(">", fact("power"), Constant(1)), Not(fact("bad")))
    )
    return world(
        "AB",
        (thing("door"), thing("lock"), number("power"), truth("bad")),
        (act("open", condition, (sets("door", "Ajar"),), "A"),),
        (
            *(sets(name, value) for name, value in (("door", "Shut"), ("lock", "Ajar"), ("power", 3))),
            *(
                sets(name, value, "B")
                for name, value in (("door", "Wide"), ("lock", "Shut"), ("power", 0), ("bad", True))
            ),
        ),
        logic=logic,
    )


def nested_default(*, third_fact: bool) -> GroundWorld:
    """A deal that B holds impossible; with the third fact A knows that B does."""
    wrong = (sets("ready", False, "B"), *((sets("ready", False, "A", "B"),) if third_fact else ()))
    deal = act("deal", fact("ready"), (sets("p", True),), "A", "B")
    show = act("show", TRUE, (sets("ready", True, "B"),), "A")
    spoil = act("spoil", fact("p"), (sets("ready", False),))
    return world(
        "AB",
        (truth("ready"), truth("p")),
        (deal, show, spoil),
        (sets("ready", True), *wrong),
        motives=(wish("A", fact("p")), wish("B", fact("p"))),
        plot=Plot(fact("p")),
    )


def limits() -> GroundWorld:
    """a1 (A), b1, b2 (B), c1 (C) in a row; everybody wants the end."""
    steps = (("a1", "A"), ("b1", "B"), ("b2", "B"), ("c1", "C"))
    end = Compare("==", fact("n"), Constant(4))
    return world(
        "ABC",
        (number("n"),),
        tuple(act(name, is_("n", at), (sets("n", at + 1),), who) for at, (name, who) in enumerate(steps)),
        motives=tuple(wish(who, end) for who in "ABC"),
        plot=Plot(end),
    )


def tails() -> GroundWorld:
    """A: up 0 to 2; B, who wants exactly 1: down 2 to 1; A: up2 1 to 3."""
    return world(
        "AB",
        (number("n"), truth("told")),
        (
            act("up", is_("n", 0), (sets("n", 2),), "A"),
            act("down", is_("n", 2), (sets("n", 1),), "B"),
            act("up2", is_("n", 1), (sets("n", 3),), "A"),
        ),
        motives=(wish("A", fact("n")), wish("B", is_("n", 1))),
        plot=Plot(is_("n", 1)),
    )


def dropping() -> GroundWorld:
    """A wants to be at Z (Wide), by way of Y (Ajar) or straight from X (Shut)."""
    ways = (("Shut", "Ajar"), ("Ajar", "Wide"), ("Shut", "Wide"), ("Ajar", "Shut"))
    names = {"Shut": "X", "Ajar": "Y", "Wide": "Z"}
    return world(
        "A",
        (thing("at"),),
        tuple(act(f"{names[a]}{names[b]}", is_("at", a), (sets("at", b),), "A") for a, b in ways),
        (sets("at", "Shut"),),
        motives=(wish("A", is_("at", "Wide")),),
        plot=Plot(is_("at", "Wide")),
    )


def who_saw() -> GroundWorld:
    """A lights in the hall, B is there and sees it, though A thinks that B is in the yard; C sees nothing."""
    here = Call("at(character)", (OBSERVER,))
    lights = act(
        "light", TRUE, (sets("lit", True),), "A", seen=Observing(OBSERVER, Compare("==", here, Constant("Shut")))
    )
    at = Fluent("at", (Variable("who", "character"),), "thing", None)
    leave = Action(
        "leave", (), fact("lit"), (Assign(Call("at(character)", (Constant("A"),)), Constant("Ajar")),), (), NOBODY
    )
    places = (("A", "Shut"), ("B", "Shut"), ("C", "Ajar"))
    return world(
        "ABC",
        (truth("lit"), at),
        (lights, leave),
        (
            *(Assign(Call("at(character)", (Constant(who),)), Constant(place)) for who, place in places),
            Assign(Call("at(character)", (Constant("B"),)), Constant("Ajar"), (Constant("A"),)),
        ),
    )
