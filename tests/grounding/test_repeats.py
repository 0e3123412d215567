"""What was built of a formula once is not built again, and nothing else is different for it."""

from __future__ import annotations

import pytest

import kizuna
from kizuna.grounding import Unfolded, unfold
from kizuna.grounding.ground_world import GroundEffect, GroundRule
from kizuna.grounding.reachability import Reachable
from kizuna.grounding.repeats import Built, Repeats, free_variables
from kizuna.model.formulas import TRUE, Call, Compare, Constant, Quantified, Read, Variable
from kizuna.model.world import Logic

WHO, WHERE = Variable("who", "character"), Variable("where", "place")
SOMEBODY_THERE = Quantified("exists", WHO, Compare("==", Call("at(character)", (WHO,)), WHERE))


def unfolded() -> Unfolded:
    return unfold(kizuna.read("scrolls").unwrap()).unwrap()


def test_a_formula_depends_on_the_variables_that_it_does_not_bind_itself() -> None:
    assert free_variables(SOMEBODY_THERE) == {"where"}
    assert free_variables(SOMEBODY_THERE.body) == {"who", "where"}


def test_other_choices_of_other_variables_make_no_difference() -> None:
    repeats = Repeats()
    here = repeats.key(SOMEBODY_THERE, {"where": "hall", "what": "lamp"})
    assert here == repeats.key(SOMEBODY_THERE, {"where": "hall", "what": "ring"})
    assert here != repeats.key(SOMEBODY_THERE, {"where": "yard", "what": "lamp"})


def test_the_world_and_the_count_of_its_parts_are_the_same_without_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    before = unfolded()
    asked = list[bool]()

    def forgetful(self: Repeats, key: object) -> Built | None:
        asked.append(key in self._built)
        return None

    monkeypatch.setattr(Repeats, "get", forgetful)
    after = unfolded()
    assert any(asked), "nothing came up twice"
    assert (before.whole, before.instantiator.meter.parts) == (after.whole, after.instantiator.meter.parts)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)], ids=["in order", "last first"])
def test_what_follows_from_what_is_reached_in_any_order(order: tuple[int, ...]) -> None:
    """A chain: each fluent is set once the one before it is; the last is set by nobody."""
    rules = [GroundRule(f"r{n}", Read(n), (GroundEffect((), n + 1, Constant(True), TRUE),)) for n in order]
    reachable = Reachable([{True}, {False}, {False}, {False}, {False}], (), rules, Logic.TWO_VALUED)
    assert [reachable.only_worth(fluent) is None for fluent in range(5)] == [False, True, True, True, False]
