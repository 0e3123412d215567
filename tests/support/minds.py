"""Small random worlds whose minds have more to choose by: hearts, tempers, demands, permission, and what is due."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st
from worlds import STAGE, Draw, Scope, Vocabulary, amount, condition, effects, worlds

from kizuna.model.effects import Assign
from kizuna.model.formulas import FALSE, TRUE, ZERO, And, Call, Compare, Constant, Formula, Not, Term, Variable
from kizuna.model.world import Action, Fluent, Motive, Temper, World

CARES = Fluent("cares", (Variable("who", "character"),), "number", 1)
ASKED = Fluent("asked", (Variable("who", "character"),), "boolean", False)
RUNG = Fluent("rung", (), "boolean", False)
PRIZE = Fluent("prize", (), "number", 0)


@dataclass(frozen=True)
class Minds:
    """What else the minds of a world may have than one plain will each.

    ``hearts``: several motives, whose weights can change and be believed wrongly. ``tempers``: ways to choose.
    ``permission``: some acts need it. ``demands``: some acts are answers. ``due``: something has to happen in time.
    """

    hearts: bool = False
    tempers: bool = False
    permission: bool = False
    demands: bool = False
    due: bool = False

    @property
    def fluents(self) -> tuple[Fluent, ...]:
        """What their worlds know besides."""
        return (CARES,) * self.hearts + (PRIZE,) * self.tempers + (ASKED,) * self.demands + (RUNG,) * self.due


FULL = Minds(hearts=True, tempers=True, permission=True, demands=True, due=True)


def _pick(draw: Draw, options: object) -> object:
    return draw(st.sampled_from(list(options)))


def _call(draw: Draw, scope: Scope, fluent: Fluent) -> Call:
    return Call(fluent.signature, tuple(_pick(draw, scope.terms(p.type)) for p in fluent.parameters))


def _chain(draw: Draw, scope: Scope) -> tuple[Term, ...]:
    return tuple(_pick(draw, scope.terms("character")) for _ in range(_pick(draw, [0, 0, 1, 1, 2])))


def _without_free_actions(world: World) -> tuple[Action, ...]:
    """The steps alone, so that there is room for something else."""
    return tuple(action for action in world.actions if not action.name.startswith("do"))


def _heart(draw: Draw, scope: Scope, motive: Motive, others: tuple[str, ...]) -> tuple[Motive, ...]:
    """A motive that weighs as much as somebody cares, and perhaps another one beside it."""
    person = motive.character
    weight = Call(CARES.signature, (Constant(_pick(draw, [person, person, person, *others])),))
    weighed = replace(motive, weight=_pick(draw, [weight, weight, weight, motive.weight]))
    if draw(st.integers(0, 2)):
        return (weighed,)
    return weighed, Motive(person, f"{motive.name} too", amount(draw, scope), Constant(_pick(draw, [1, 2])))


def _changing(draw: Draw, scope: Scope) -> Action:
    """Something that changes hearts, and mostly something else too."""
    care = Assign(_call(draw, scope, CARES), Constant(_pick(draw, [0, 2, 3, -1])))
    onward = [(Assign(Call(STAGE.signature), Constant(stage)),) for stage in (1, 2) if STAGE in scope.words.fluents]
    more = _pick(draw, [*onward, *onward, (), effects(draw, scope)[:1]])
    more = tuple(e for e in more if not (isinstance(e, Assign) and e.target == care.target))
    return Action("change", (), TRUE, (care, *more), (Constant(_pick(draw, scope.words.people)),))


def _hearts(draw: Draw, scope: Scope, world: World) -> World:
    people = scope.words.people
    motives = tuple(other for motive in world.motives for other in _heart(draw, scope, motive, people))
    cares = tuple(
        Assign(_call(draw, scope, CARES), Constant(_pick(draw, [2, 0, 3, -1, None])), _chain(draw, scope))
        for _ in range(draw(st.integers(0, 4)))
    )
    if draw(st.integers(0, 2)) == 2:  # nobody knows anybody's heart but their own
        hidden = ((Constant(whose), Constant(who)) for who in people for whose in people if who != whose)
        cares += tuple(Assign(Call(CARES.signature, (whose,)), Constant(None), (who,)) for whose, who in hidden)
    facts = tuple(effect for effect in (*world.initial, *cares) if not effect.minds)
    wrong = tuple(effect for effect in (*world.initial, *cares) if effect.minds)
    actions = (*_without_free_actions(world), _changing(draw, scope)) if draw(st.booleans()) else world.actions
    return replace(world, motives=motives, actions=actions, initial=(*facts, *wrong))


def _tempers(draw: Draw, scope: Scope, world: World) -> World:
    """Ways to choose, and a prize for which some bid against one another."""
    people = scope.words.people
    some = tuple((who, Temper(_pick(draw, [0, 1, None]), _pick(draw, [0, 1, 1]))) for who in people)
    world = replace(world, tempers=some[: draw(st.integers(1, len(some)))])
    if not draw(st.integers(0, 2)):
        return world
    prize = Call(PRIZE.signature)
    bids = tuple(
        Action(
            f"bid{n}",
            (),
            _pick(draw, [TRUE, Compare(">", prize, ZERO), Compare("==", prize, ZERO)]),
            (Assign(prize, Constant(_pick(draw, [1, 2, 3, -1, 0]))),),
            (Constant(_pick(draw, people)),),
        )
        for n in range(3)
    )
    wishes = tuple(Motive(who, f"{who}'s prize", prize, Constant(_pick(draw, [2, 1, -1]))) for who in people)
    motives = (*world.motives, *wishes) if draw(st.booleans()) else wishes
    return replace(world, actions=(*_without_free_actions(world)[:2], *bids), motives=motives)


def _permitted(draw: Draw, scope: Scope, action: Action) -> Action:
    if draw(st.integers(0, 2)):
        return action
    who = _pick(draw, scope.terms("character"))
    return replace(action, permitting=((who, _pick(draw, [TRUE, condition(draw, scope, 1)])),))


def _answering(draw: Draw, scope: Scope, action: Action, demands: list[Formula]) -> Action:
    return replace(action, answers=_pick(draw, demands)) if action.consenting and draw(st.booleans()) else action


def _asking(draw: Draw, scope: Scope, world: World) -> World:
    """Somebody can ask something of somebody, who can say yes or no; the steps of a staged world remain."""
    asker, asked = map(Constant, draw(st.permutations(scope.words.people))[:2])
    demand = Call(ASKED.signature, (asked,))
    ask = Action("ask", (), Not(demand), (Assign(demand, TRUE),), (asker,))
    ways = [(Assign(Call(STAGE.signature), Constant(stage)),) for stage in (1, 2, 3) if STAGE in world.fluents]
    yes, no = (
        Action(
            name,
            (),
            demand,
            (*_pick(draw, [effects(draw, scope)[:1], *ways]), Assign(demand, FALSE)),
            (asked,),
            answers=demand,
        )
        for name in ("yes", "no")
    )
    unknown = (Assign(Call(CARES.signature, (asked,)), Constant(None), (asker,)),) * draw(st.integers(0, 1))
    return replace(
        world,
        actions=(*_without_free_actions(world)[:3], ask, yes, no),
        initial=world.initial + unknown * (CARES in world.fluents),
    )


def _demands(draw: Draw, scope: Scope, world: World) -> World:
    """Half of what somebody does answers one of two demands, one of which is open already."""
    if draw(st.booleans()):
        return _asking(draw, scope, world)
    demands: list[Formula] = [_call(draw, scope, ASKED), _pick(draw, [TRUE, condition(draw, scope, 0)])]
    actions = tuple(_answering(draw, scope, action, [demands[0], *demands]) for action in world.actions)
    return replace(world, actions=actions, initial=(Assign(demands[0], TRUE), *world.initial))


def _due(draw: Draw, scope: Scope, world: World) -> World:
    """A bell that rings once, as soon as something is so."""
    rung = Call(RUNG.signature)
    more = tuple(e for e in effects(draw, scope)[:1] if not (isinstance(e, Assign) and e.target == rung))
    when = condition(draw, scope, 0)
    if STAGE in world.fluents and draw(st.booleans()):
        stage = draw(st.integers(1, 2))
        when = Compare("==", Call(STAGE.signature), Constant(stage))
        more = (Assign(Call(STAGE.signature), Constant(_pick(draw, [stage + 1, stage + 1, 0]))),)
    bell = Action("bell", (), And((when, Not(rung))), (*more, Assign(rung, TRUE)), due=True)
    return replace(world, actions=(*world.actions, bell))


@st.composite
def minded_worlds(draw: Draw, *, minds: Minds = FULL, **options: object) -> World:
    """A small world (:func:`worlds.worlds`) with more to its minds."""
    world = draw(worlds(more=minds.fluents, **options))
    places = tuple(str(place) for place in world.values_of("place"))
    scope = Scope(Vocabulary(world.characters, places, world.fluents, world.logic))
    world = _hearts(draw, scope, world) if minds.hearts else world
    world = _tempers(draw, scope, world) if minds.tempers else world
    if minds.permission:
        world = replace(world, actions=tuple(_permitted(draw, scope, action) for action in world.actions))
    world = _demands(draw, scope, world) if minds.demands else world
    return _due(draw, scope, world) if minds.due else world
