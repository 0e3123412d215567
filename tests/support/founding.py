"""The founding worlds, to be lived through and asked, with pieces of their text, or of what they use, changed.

A mutation names the world, ``past`` for the past that the worlds share, or a module of the library.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bare import bare
from promises import Mutation, library_text
from scenes import Stage

import kizuna
from kizuna.appraisal import Appraiser, Emotion, Feelings, marked
from kizuna.deliberation import explain
from kizuna.diagnostics import Outcome, Source, conclude
from kizuna.epistemics import State
from kizuna.fabula import Event, Fabula, Limits
from kizuna.grounding import unfold
from kizuna.inquiry.choice import Choice, choice
from kizuna.language import read
from kizuna.model.world import World

WORLDS = Path(kizuna.__file__).parent / "worlds"
Events = tuple[str, ...]
_stages: dict[str, Stage] = {}


@cache
def stage(name: str, mutations: tuple[Mutation, ...] = ()) -> Stage:
    """A world, changed in the given ways, to be lived through; one for all whose laws and facts are the same."""
    world = written(name, mutations)
    return _stages.get(world.digest) or _stages.setdefault(world.digest, Stage(world))


@cache
def bare_stage(name: str, mutations: tuple[Mutation, ...], events: frozenset[str]) -> Stage:
    """A world, changed in the given ways, in which only these events can happen and nobody wants anything."""
    return Stage(bare(written(name, mutations), events))


@cache
def written(name: str, mutations: tuple[Mutation, ...] = ()) -> World:
    """A world, changed in the given ways."""

    def changed(part: str, text: str) -> str:
        for mutation in mutations:
            text = mutation(part, text)
        return text

    def load(key: str) -> Outcome[Source]:
        part = key.removeprefix("library:").removeprefix("../").removesuffix(".story")
        text = library_text(part) if key.startswith("library:") else (WORLDS / f"{part}.story").read_text("utf-8")
        return conclude(Source(f"{part}.story", changed(part, text)), [])

    text = changed(name, (WORLDS / name / "world.story").read_text("utf-8"))
    return read(Source(f"{name}/world.story", text), load).unwrap()


@cache
def felt(name: str, who: str, events: Events, mutations: tuple[Mutation, ...]) -> Feelings:
    """What somebody feels in a world, changed in the given ways, that has these events."""
    return kizuna.feelings(written(name, mutations), _lived(name, events, mutations), who=(who,), fears=False).unwrap()


@cache
def _lived(name: str, events: Events, mutations: tuple[Mutation, ...]) -> Fabula:
    """The fabula of these events, each with the reasons there are for it."""
    asked, of = stage(name, mutations), written(name, mutations)
    foresight, depth = asked.settings.foresight or 1, asked.settings.depth or 0
    told = []
    for n, event in enumerate(events):
        state, action = asked.after(events[:n]), asked.world.action_ids[event]
        told.append(Event(event, explain(asked.reasons, state, action, foresight, depth) or ()))
    return Fabula(of.name, of.digest, Limits(len(events), foresight, depth), 0, 1, tuple(told))


@dataclass(frozen=True)
class Founding:
    """A founding world, and what can be asked of it after some events."""

    name: str

    def change(self, old: str, new: str = "") -> Mutation:
        """One change of the world's text."""
        return Mutation(self.name, old, new)

    def stage(self, *mutations: Mutation) -> Stage:
        """The world, changed in the given ways."""
        return stage(self.name, mutations)

    def would(self, act: str, events: Events, *mutations: Mutation) -> bool:
        """Whether everybody who has to consent to an act has a reason for it after events."""
        return self.stage(*mutations).would(act, events)

    def so(self, condition: str, events: Events, *mutations: Mutation) -> bool:
        """Whether a condition holds after events: an action that nobody does is possible where it does."""
        question = f"\naction question\n    when  {condition}\n    seen  by nobody\n\nplot\n"
        asking = (*mutations, self.change("\nplot\n", question))
        asked = bare_stage(self.name, asking, frozenset((*events, "question()")))
        number = asked.world.action_ids.get("question()")  # it is left out of the world if that can never be
        return number is not None and asked.reasons.dynamics.holds(asked.after(events), number)

    def felt(self, who: str, events: Events, *mutations: Mutation) -> Feelings:
        """What somebody feels in a story that has these events, each with the reasons there are for it; no fears."""
        return felt(self.name, who, events, mutations)

    def arising(self, who: str, events: Events, *mutations: Mutation) -> tuple[Emotion, ...]:
        """What somebody comes to feel at the last of some events, fears that end with it included."""
        asked, of = self.stage(*mutations), written(self.name, mutations)
        appraiser = Appraiser(asked.reasons, marked(unfold(of).unwrap(), of), _lived(self.name, events, mutations))
        return appraiser.arising(len(events), asked.world.character_ids[who])

    def possible(self, act: str, events: Events, *mutations: Mutation) -> bool:
        """Whether an act is possible after events."""
        asked = self.stage(*mutations)
        number = asked.world.action_ids.get(act)
        return number is not None and asked.reasons.dynamics.holds(asked.after(events), number)

    def plan(self, act: str, events: Events, *mutations: Mutation) -> Events:
        """The plan with which whoever wills an act explains it to themselves."""
        asked = self.stage(*mutations)
        foresight, depth = asked.settings.foresight, asked.settings.depth
        assert foresight is not None
        assert depth is not None
        found = explain(asked.reasons, asked.after(events), asked.world.action_ids[act], foresight, depth)
        assert found, f"there is no reason for {act}"
        return tuple(step.action for step in found[0].plan)

    def differences(self, act: str, events: Events, *mutations: Mutation) -> dict[str, object]:
        """What an act gains and costs whoever wills it against its rival, by motive."""
        return dict(self.choice(act, events, *mutations).differences)

    def choice(self, act: str, events: Events, *mutations: Mutation) -> Choice:
        """What somebody chooses between who wills an act after events."""
        asked = self.stage(*mutations)
        foresight, depth = asked.settings.foresight, asked.settings.depth
        assert foresight is not None
        assert depth is not None
        state, number = asked.after(events), asked.world.action_ids[act]
        question = asked.reasons.asked_in_story(state, asked.world.actions[number].consenting[0], foresight, depth)
        plan = tuple(asked.world.action_ids[step] for step in self.plan(act, events, *mutations))
        made = choice(asked.reasons, question, plan)
        assert made is not None
        return made

    def foresees(self, who: str, acts: Events, events: Events, *mutations: Mutation) -> bool:
        """Whether somebody believes, after events, that another would have a reason for the last of some acts."""
        asked = self.stage(*mutations)
        state = asked.after(events).beliefs[asked.world.character_ids[who]]
        *before, act = (asked.world.action_ids[each] for each in acts)
        for each in before:
            state = asked.reasons.dynamics.after(state, each)
        (other,) = asked.world.actions[act].consenting
        foresight, depth = asked.settings.foresight or 1, (asked.settings.depth or 0) - 1
        question = asked.reasons.asked_in_mind(state, other, foresight, depth, calm=True)
        return asked.reasons.reason(question, act) is not None

    def going_on(self, events: Events, steps: int, *mutations: Mutation) -> tuple[set[str], set[State]]:
        """What all can happen within some steps after events, each with the reasons it takes; and where it leads."""
        asked, done = self.stage(*mutations), set()
        dynamics, reasons = asked.reasons.dynamics, asked.reasons
        limits = asked.settings.foresight or 1, asked.settings.depth or 0
        new = {asked.after(events)}
        reached = set(new)
        for _ in range(steps):
            found = {(state, act) for state in new for act in dynamics.possible(state)}
            taken = [(state, act) for state, act in found if reasons.explained(state, act, *limits)]
            done |= {asked.world.actions[act].name for _, act in taken}
            new = {dynamics.after(state, act) for state, act in taken} - reached
            reached |= new
        return done, reached
