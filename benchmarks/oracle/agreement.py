"""Compares what kizuna answers with the recorded answers of the peer (strict entries), question by question.

The recordings are described in the reference's own README: counts, initial state, state dumps, sampled states with
who has a reason for what, and all stories within limits. Every function here returns differences in words; none is
agreement.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from kizuna import api
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.model.values import Value
from kizuna.search import Problem
from kizuna.search.exhaustive import Exhaustive

Facts = dict[str, Any]

ANY_GOAL = Fraction(-(10**9))
"""The recordings hold all stories that better the initial utility at all, however little."""


class Recording:
    """One problem with its recorded answers, and our own answers to the same questions."""

    def __init__(self, problem_file: Path, answers_file: Path) -> None:
        self.name = answers_file.stem
        self.answers: dict[str, Any] = json.loads(answers_file.read_text("utf-8"))
        world = api.read(str(problem_file), language="sabre").unwrap()
        self.ground = api.ground(world).unwrap()
        self.problem = Problem(self.ground, ANY_GOAL)
        self.names: list[str] = self.answers.get("actions", [])
        self.ids = [self.ground.action_ids.get(name) for name in self.names]

    def counts(self) -> Iterator[str]:
        """Differences in the number of ground instances and the actions left."""
        recorded = self.answers["counts"]["grounded"]
        ours = self.ground.counts
        if (ours.fluents, ours.actions, ours.rules) != tuple(recorded[k] for k in ("fluents", "actions", "triggers")):
            yield f"grounded: {ours} instead of {recorded}"
        if sorted(action.name for action in self.ground.actions) != sorted(self.names):
            yield f"actions: {sorted({a.name for a in self.ground.actions} ^ set(self.names))[:3]} in one only"

    def states(self) -> Iterator[str]:
        """Differences in the initial state and the dumps of states after given actions."""
        initial = self.problem.dynamics.initial
        yield from self._compare("initial", self.answers["initial"], self._described(initial, None))
        for dump in self.answers["state_dumps"]:
            state = initial
            for index in dump["seq"]:
                state = self.problem.dynamics.after(state, self._action(index))
            yield from self._compare(f"after {dump['seq']}", dump["state"], self._described(state, initial))

    def _action(self, index: int) -> int:
        action = self.ids[index]
        assert action is not None, f"no such action here: {self.names[index]}"
        return action

    def _compare(self, where: str, recorded: dict[str, Facts], ours: dict[str, Facts]) -> Iterator[str]:
        for chain in sorted({*recorded, *ours}):
            if recorded.get(chain, {}) != ours.get(chain, {}):
                yield f"{where}, {chain or 'truth'}: {ours.get(chain, {})} instead of {recorded.get(chain, {})}"

    def _described(self, state: State, initial: State | None) -> dict[str, Facts]:
        """The truth as it differs from the defaults (or from ``initial``), each mind as it differs from its owner's."""
        if initial is None:
            base = tuple(fluent.default for fluent in self.ground.fluents)
            truth = {f.name: shown(v) for f, v in self.ground.statics if v != f.default}
        else:
            base, truth = initial.values, {}
        described = {"": truth | self._difference(state.values, base)}
        for a, name in enumerate(self.ground.characters):
            mind = state.beliefs[a]
            described[name] = self._difference(mind.values, state.values)
            for b, other in enumerate(self.ground.characters):
                if other != name:  # what somebody believes of their own mind is not recorded
                    described[f"{name}/{other}"] = self._difference(mind.beliefs[b].values, mind.values)
        return {chain: facts for chain, facts in described.items() if facts or not chain}

    def _difference(self, values: tuple[Value, ...], base: tuple[Value, ...]) -> Facts:
        fluents = self.ground.fluents
        return {fluents[n].name: shown(v) for n, (v, b) in enumerate(zip(values, base, strict=True)) if v != b}

    def reasons(self, run: dict[str, Any]) -> Iterator[str]:
        """Differences in who has a reason for what, in the sampled states of a run."""
        for sample in run["strict"]["states"]:
            state = self.problem.dynamics.initial
            for index in sample["seq"]:
                state = self.problem.dynamics.after(state, self._action(index))
            ours = {}
            for index in range(len(self.names)):
                action = self.ids[index]
                if action is not None and self.problem.dynamics.holds(state, action):
                    ours[str(index)] = self._willing(state, action, run)
            recorded = {i: sorted(a) if isinstance(a, list) else a for i, a in sample["exec"].items()}
            for index in sorted({*recorded, *ours}, key=int):
                if recorded.get(index) != ours.get(index):
                    name = self.names[int(index)]
                    yield f"{limits_of(run)}, {sample['seq']}, {name}: {ours.get(index)} not {recorded.get(index)}"

    def _willing(self, state: State, action: int, run: dict[str, Any]) -> object:
        """1 if everyone has a reason, else who has one (``X``) and who holds it impossible (``!X``)."""
        consenting = self.ground.actions[action].consenting
        marks = []
        for character in consenting:
            believed = state.beliefs[character]
            name = self.ground.characters[character]
            if not self.problem.dynamics.holds(believed, action):
                marks.append(f"!{name}")
            elif self.problem.reasons.plan(believed, action, character, run["ctl"], run["el"]) is not None:
                marks.append(name)
        return 1 if len(marks) == len(consenting) and not any(m[0] == "!" for m in marks) else sorted(marks)

    def stories(self, run: dict[str, Any], recorded: dict[str, Any]) -> Iterator[str]:
        """Differences in the stories within the limits of a run: how many in all, and which are minimal."""
        search = Exhaustive(self.problem, Limits(run["atl"], max(1, run["ctl"]), run["el"]))
        self.problem.effort.doing = "counting stories"
        count = search.count()
        if count != recorded["count_all"]:
            yield f"{limits_of(run)}: {count} stories instead of {recorded['count_all']}"
            return
        self.problem.effort.doing = f"looking for the minimal ones (the number of all, {count:,}, agrees)"
        ours = {tuple(self.ground.actions[a].name for a in story) for story in search.stories()}
        theirs = {tuple(self.names[index] for index in plan) for _, plan in recorded["minimal"]}
        if len(ours) != recorded["count_minimal"] or not theirs <= ours:
            yield f"{limits_of(run)}: {len(ours)} minimal stories instead of {recorded['count_minimal']}"
            return
        for utility, plan in recorded["minimal"]:
            state = self.problem.dynamics.initial
            for index in plan:
                state = self.problem.dynamics.after(state, self._action(index))
            if shown(self.problem.utility(state)) != utility:
                yield f"{limits_of(run)}: {plan} is worth {self.problem.utility(state)} instead of {utility}"


def limits_of(run: dict[str, Any]) -> str:
    """The limits of a run as they are written everywhere: events/foresight/depth."""
    return f"{run['atl']}/{run['ctl']}/{run['el']}"


def shown(value: Value) -> object:
    """A value as the recordings write it."""
    if value is None:
        return "?"
    if isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str | int) else float(value)
