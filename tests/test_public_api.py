"""The public names, a world built without text, and what importing kizuna brings along."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import kizuna
from kizuna import DiagnosedError, Stop
from kizuna.model.effects import Assign
from kizuna.model.formulas import TRUE, Call, Compare, Conditional, Constant, Variable
from kizuna.model.world import Action, Existent, Fluent, Motive, Plot, Type, World

NAMES = [
    "DiagnosedError",
    "Diagnostic",
    "Event",
    "Explanation",
    "Fabula",
    "Feelings",
    "Limits",
    "Outcome",
    "Overview",
    "SearchResult",
    "Stop",
    "Verdict",
    "World",
    "arrange",
    "check",
    "feelings",
    "find",
    "ground",
    "live",
    "load",
    "must",
    "outline",
    "read",
    "read_text",
    "reader",
    "requires",
    "shipped_worlds",
    "sweep",
    "tell",
    "validate",
    "whatif",
    "why",
    "why_not",
]


def test_the_public_names_are_these_in_order() -> None:
    assert list(kizuna.__all__) == sorted(kizuna.__all__) == NAMES
    for name in NAMES:
        assert getattr(kizuna, name).__doc__


# --- a world without text ------------------------------------------------------------------------------------------

WHO, WHERE = Variable("who", "character"), Variable("where", "place")
AT = Fluent("at", (WHO,), "place")


def at(who: Constant | Variable) -> Call:
    return Call("at(character)", (who,))


def is_at(place: str) -> Compare:
    return Compare("==", at(Constant("Tom")), Constant(place))


def wish(place: str) -> Conditional:
    return Conditional(((is_at(place), Constant(1)),), Constant(0))


def village(goal: str = "Market") -> World:
    return World(
        "village",
        types=(Type("place"),),
        existents=(Existent("Tom", ("character",)), Existent("Home", ("place",)), Existent("Market", ("place",))),
        fluents=(AT,),
        actions=(Action("go", (WHO, WHERE), TRUE, (Assign(at(WHO), WHERE),), consenting=(WHO,)),),
        initial=(Assign(at(Constant("Tom")), Constant("Home")),),
        motives=(Motive("Tom", "to shop", wish("Market")),),
        plot=Plot(wish(goal)),
    )


def test_a_world_built_without_text_has_a_story_that_all_verbs_agree_on() -> None:
    world = village()
    assert kizuna.check(world).unwrap().characters == ("Tom",)
    result = kizuna.find(world).unwrap()
    (fabula,) = result.fabulas
    assert (result.stopped, fabula.actions) == (Stop.SATISFIED, ("go(Tom, Market)",))
    (reason,) = fabula.events[0].explanations
    assert (reason.character, reason.before, reason.after) == ("Tom", 0, 1)
    assert [stake.motive for stake in reason.stakes] == ["to shop"]
    told = [each.text for each in kizuna.tell(world, fabula).unwrap().sentences]
    assert told == ["Tom went (Market)."]
    (event,) = kizuna.why(world, fabula).unwrap().events
    assert [(change.fluent, change.before, change.after) for change in event.changes] == [("at(Tom)", "Home", "Market")]
    assert kizuna.validate(world, fabula).unwrap().accepted


def test_the_same_world_is_the_same_value_with_the_same_digest() -> None:
    assert village() == village()
    assert village().digest == village().digest != village("Home").digest


def test_what_nobody_wants_does_not_happen() -> None:
    outcome = kizuna.find(village("Home"), events=2)
    assert outcome.unwrap().fabulas == ()
    assert outcome.unwrap().stopped is Stop.EXHAUSTED
    assert [diagnostic.code for diagnostic in outcome.diagnostics] == ["no-story"]


def test_mistakes_are_returned_and_raised_only_if_asked_for() -> None:
    outcome = kizuna.read_text("happy(Tom);")
    assert not outcome.ok
    with pytest.raises(DiagnosedError) as raised:
        outcome.unwrap()
    assert raised.value.diagnostics == outcome.diagnostics


def test_texts_may_come_from_anywhere() -> None:
    class Shelf:
        def load(self, name: str) -> kizuna.Outcome[kizuna.diagnostics.Source]:
            return kizuna.Outcome(kizuna.diagnostics.Source(name, "entity Tom : character;"))

    assert kizuna.read("anything.txt", sources=Shelf()).unwrap().characters == ("Tom",)


# --- importing -----------------------------------------------------------------------------------------------------


def test_importing_kizuna_brings_the_standard_library_and_nothing_else() -> None:
    code = """
import json, sys
before = set(sys.modules)
import kizuna
for name in kizuna.__all__:
    getattr(kizuna, name)
print(json.dumps(sorted({name.partition(".")[0] for name in set(sys.modules) - before})))
"""
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    roots = {name for name in json.loads(done.stdout) if name not in sys.stdlib_module_names}
    assert {name for name in roots if not name.startswith("_")} == {"kizuna"}
    assert done.stderr == ""


def test_the_engine_works_without_its_surfaces() -> None:
    code = """
import sys
sys.modules["kizuna.surfaces"] = None
sys.modules["click"] = None
import kizuna
world = kizuna.read("lantern").unwrap()
assert kizuna.check(world).ok
"""
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
