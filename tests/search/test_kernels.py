"""A count gives stories that differ in what they do, soon, and in the end every one there is."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from minds import minded_worlds

from kizuna import api
from kizuna.epistemics import Dynamics, EndlessRulesError
from kizuna.fabula import Fabula, Limits, validate
from kizuna.grounding import GroundWorld
from kizuna.model.world import World
from kizuna.search import Problem, Stop, find
from kizuna.search.exhaustive import Exhaustive
from kizuna.search.find import tell_why
from kizuna.search.kernels import Kernel, kernel
from worlds import ground_worlds

LENIENT = settings(suppress_health_check=list(HealthCheck))
SMALL = {"staged": True, "max_actions": 3, "max_rules": 1}
LIMITS = st.builds(Limits, st.integers(1, 3), st.integers(1, 2), st.integers(0, 1))

TWO_WAYS = """story two_ways
character Ana
    wants fed 2: fed()
character Ben
    wants tidy: tidy()
fluent fed()
fluent baked()
fluent tidy()
fluent market()
action bake
    by Ana
    when not baked()
    then baked()
action eat
    by Ana
    when baked()
    then fed()
action go_out
    by Ana
    when not market()
    then market()
action dine
    by Ana
    when market()
    then fed()
action sweep
    by Ben
    when not tidy()
    then tidy()
plot
    ending content: fed() and tidy()
"""


def read(text: str) -> World:
    return api.read_text(text, name="made.story", language="story").unwrap()


def kernels(dynamics: Dynamics, fabulas: tuple[Fabula, ...]) -> list[Kernel]:
    return [kernel(dynamics, fabula) for fabula in fabulas]


def test_one_order_or_another_of_what_is_not_linked_is_one_story() -> None:
    limits = {"events": 3, "foresight": 2, "depth": 1, "near": 0}
    every = api.find(read(TWO_WAYS), count=None, **limits).unwrap().fabulas
    assert len(every) == 6, "sweeping may come at any time, in both"
    different = api.find(read(TWO_WAYS), count=10, **limits).unwrap()
    assert different.stopped is Stop.EXHAUSTED
    assert [sorted(fabula.actions) for fabula in different.fabulas] == [
        ["bake()", "eat()", "sweep()"],
        ["dine()", "go_out()", "sweep()"],
    ]


CAUSES = """story causes
character Ana
    wants danced: danced()
character Ben
    wants high: high()
character Cleo
    wants low: low()
fluent danced()
fluent high()
fluent low()
fluent tune(): 0..2
action fiddle
    by Ben
    when not high()
    then high(), tune() = 1
action drum
    by Cleo
    when not low()
    then low(), tune() = 2
action dance
    by Ana
    when high(), low(), tune() != 0
    then danced()
plot
    ending danced: danced()
"""


def test_the_same_events_for_other_causes_are_another_story() -> None:
    """The tune that is danced to is that of whoever began to play last."""
    world = read(CAUSES)
    result = api.find(world, count=5, events=3, foresight=1, depth=1, near=0).unwrap()
    assert result.stopped is Stop.EXHAUSTED
    assert {fabula.actions for fabula in result.fabulas} == {
        ("fiddle()", "drum()", "dance()"),
        ("drum()", "fiddle()", "dance()"),
    }
    one, other = kernels(Dynamics(api.ground(world).unwrap()), result.fabulas)
    assert one.events == other.events
    assert {link for link in one.links ^ other.links if len(link[1]) == 1} == {
        (("fiddle()", 1), ("tune()",), ("dance()", 1)),
        (("drum()", 1), ("tune()",), ("dance()", 1)),
    }
    (sure,) = {link for link in one.links & other.links if link[1] == ("low()",)}
    assert sure == (("drum()", 1), ("low()",), ("dance()", 1))
    assert one.distance(one) == 0
    assert one.distance(other) == other.distance(one) == Fraction(4, 11), "of three events and eight links, four differ"


def test_what_somebody_is_told_is_a_cause_of_what_they_do() -> None:
    fabula = api.find(api.read("lantern").unwrap(), near=0).unwrap().fabulas[0]
    dynamics = Dynamics(api.ground(api.read("lantern").unwrap()).unwrap())
    lie, walk = ("tell_of_accident(Mira, Ana, Bruno)", 1), ("walk(Ana, house, well)", 1)
    assert (lie, ("Ana", "hurt(Bruno)"), walk) in kernel(dynamics, fabula).links


@settings(LENIENT, max_examples=60)
@given(ground_worlds(**SMALL) | ground_worlds(of=minded_worlds, **SMALL), LIMITS, st.integers(2, 4))
def test_a_count_gives_different_stories_and_a_large_one_every_kernel(
    small: GroundWorld, limits: Limits, count: int
) -> None:
    assume(len(small.actions) <= 8)
    options = {"events": limits.events, "foresight": limits.foresight, "depth": limits.depth}
    try:
        problem = Problem(small)
        every = {kernel(problem.dynamics, tell_why(problem, s, limits)) for s in Exhaustive(problem, limits).stories()}
        some, all_ = find(Problem(small), **options, count=count), find(Problem(small), **options, count=1000)
    except EndlessRulesError:
        return
    dynamics = problem.dynamics
    assert len(set(kernels(dynamics, some.fabulas))) == len(some.fabulas) == min(count, len(every))
    assert some.stopped is (Stop.SATISFIED if len(every) >= count else Stop.EXHAUSTED)
    found = kernels(dynamics, all_.fabulas)
    assert len(set(found)) == len(found)
    assert set(found) == every
    assert all_.stopped is Stop.EXHAUSTED
    assert all_.completed == limits
    assert all(validate(fabula, small).accepted for fabula in (*some.fabulas, *all_.fabulas))


def roads(ways: int, idlers: int) -> World:
    """So many roads to town, of two stretches each, and others who each have three things of their own to do."""
    lines = ["story roads", "type way", f"way {', '.join(f'way{n}' for n in range(ways))}", "character Ana"]
    lines += ["    wants there 2: there()"]
    for n in range(idlers):
        lines += [f"character Idler{n}", f"    wants fun{n}: fun(Idler{n})"]
    lines += ["fluent on(which: way)", "fluent there()", "fluent fun(who: character): 0..3 = 0"]
    lines += ["action set_out(which: way)", "    by Ana", "    when not on(which)", "    then on(which)"]
    lines += ["action arrive(which: way)", "    by Ana", "    when on(which)", "    then there()"]
    lines += [
        "action play(who: character)",
        "    by who",
        "    when who != Ana, fun(who) < 3",
        "    then fun(who) += 1",
    ]
    lines += ["plot", "    ending there: there()"]
    return read("\n".join(lines) + "\n")


def test_different_stories_are_soon_found_where_a_list_of_all_would_take_too_long() -> None:
    world, limits = roads(4, 6), {"events": 6, "foresight": 2, "depth": 1}
    problem = Problem(api.ground(world).unwrap())
    found = find(problem, **limits, count=4, max_expansions=2000)
    assert found.stopped is Stop.SATISFIED
    assert {fabula.actions[-1] for fabula in found.fabulas} == {f"arrive(way{n})" for n in range(4)}
    assert find(Problem(problem.world), **limits, count=None, max_expansions=2000).stopped is Stop.LIMIT


def test_a_count_that_is_not_reached_says_so_only_of_everything() -> None:
    problem = Problem(api.ground(roads(2, 6)).unwrap())
    result = find(problem, events=6, foresight=2, depth=1, count=3, max_expansions=3000)
    assert len(result.fabulas) == 2
    assert (result.stopped, result.reached, result.completed) == (Stop.LIMIT, "max-expansions", None)
    assert result.statistics.expanded == 3000
    whole = find(Problem(problem.world), events=2, foresight=2, depth=1, count=3)
    assert (len(whole.fabulas), whole.stopped) == (2, Stop.EXHAUSTED)


def test_the_same_count_has_the_same_answer() -> None:
    options = {"events": 3, "foresight": 2, "depth": 1, "count": 5, "near": 0}
    assert api.find(read(TWO_WAYS), **options).unwrap() == api.find(read(TWO_WAYS), **options).unwrap()
