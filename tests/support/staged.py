"""A fixed small world in which people with wrong beliefs need one another: for tests that want one good example."""

from __future__ import annotations

from kizuna.model.effects import Assign
from kizuna.model.formulas import FALSE, TRUE, And, Believes, Call, Compare, Conditional, Constant, Not, Or, Variable
from kizuna.model.world import Action, Existent, Fluent, Motive, Observing, Plot, Rule, Type, World

ANA, BEN, CLEO = (Constant(name) for name in ("Ana", "Ben", "Cleo"))
WHO, WHERE, SEER = Variable("who", "character"), Variable("where", "place"), Variable("observer", "character")
AT = Fluent("at", (WHO,), "place", None)
HELD = Fluent("held", (), "character", None)
DARK = Fluent("dark", (WHERE,), "boolean", False)
SOLD = Fluent("sold", (), "boolean", False)
HALL, YARD = Constant("Hall"), Constant("Yard")


def at(who: Constant | Variable) -> Call:
    return Call(AT.signature, (who,))


GO = Action(
    "go",
    (WHO, WHERE),
    Compare("!=", at(WHO), WHERE),
    (Assign(at(WHO), WHERE),),
    (WHO,),
    Observing(SEER, Or((Compare("==", at(SEER), at(WHO)), Compare("==", at(SEER), WHERE)))),
)
GIVE = Action(
    "give",
    (WHO,),
    And((Compare("==", Call(HELD.signature), ANA), Compare("==", at(ANA), at(WHO)), Compare("!=", WHO, ANA))),
    (Assign(Call(HELD.signature), WHO),),
    (ANA, WHO),
    Observing(SEER, Compare("==", at(SEER), at(ANA))),
)
TELL = Action(
    "tell",
    (WHO,),
    And((Compare("!=", WHO, ANA), Not(Believes(WHO, Compare("==", Call(HELD.signature), ANA))))),
    (Assign(Call(HELD.signature), Call(HELD.signature), (WHO,)),),
    (ANA,),
)
SELL = Action(
    "sell",
    (),
    Compare("==", Call(HELD.signature), BEN),
    (Assign(Call(SOLD.signature), TRUE), Assign(Call(HELD.signature), CLEO)),
    (BEN, CLEO),
)
NIGHT = Action("night", (), Not(Call(DARK.signature, (YARD,))), (Assign(Call(DARK.signature, (YARD,)), TRUE),))
SEEN = Rule(
    "seen",
    (WHO,),
    And((Not(Call(SOLD.signature)), Call(DARK.signature, (HALL,)), Compare("==", at(WHO), HALL))),
    (Assign(Call(DARK.signature, (HALL,)), FALSE),),
)

WORLD = World(
    name="staged",
    types=(Type("place"),),
    existents=(
        *(Existent(str(who.value), ("character",)) for who in (ANA, BEN, CLEO)),
        Existent("Hall", ("place",)),
        Existent("Yard", ("place",)),
    ),
    fluents=(AT, HELD, DARK, SOLD),
    actions=(GO, GIVE, TELL, SELL, NIGHT),
    rules=(SEEN,),
    initial=(
        Assign(at(ANA), HALL),
        Assign(at(BEN), HALL),
        Assign(at(CLEO), YARD),
        Assign(Call(HELD.signature), ANA),
        Assign(Call(HELD.signature), Constant(None), (BEN,)),
        Assign(at(CLEO), HALL, (ANA,)),
        Assign(Call(HELD.signature), CLEO, (ANA, BEN)),
    ),
    motives=(
        Motive("Ana", "trade", Call(SOLD.signature), Constant(3)),
        Motive("Ana", "peace", Compare("==", at(ANA), HALL)),
        Motive("Ben", "trade", Call(SOLD.signature), Constant(2)),
        Motive("Ben", "ring", Compare("==", Call(HELD.signature), BEN)),
        Motive("Cleo", "ring", Compare("==", Call(HELD.signature), CLEO), Constant(2)),
    ),
    plot=Plot(Conditional(((Call(SOLD.signature), Constant(2)),), Compare("==", Call(HELD.signature), BEN))),
)
