"""The world `night`: its beats, what can be otherwise in it, and what is asked of it."""

from __future__ import annotations

from founding import stage as founded
from founding import written
from promises import Mutation
from scenes import Stage

from kizuna.model.world import World

BEATS = (
    "ask(Sakura, Sasuke, staying)",
    "bargain(Sasuke, Sakura, death, staying)",
    "agree(Sakura, Sasuke, death)",
    "hurry(Sakura, gate, house)",
    "leave(Sasuke, gate, woods)",
    "kill_asleep(Sakura, Naruto)",
    "last_look(Naruto, Sakura)",
    "hurry(Sakura, house, gate)",
    "hurry(Sakura, gate, house)",
    "wipe(Sakura, prints, house)",
    "hurry(Sakura, house, home)",
    "seal_fades(Naruto)",
)
PLEADED, ASKED, AGREED, THERE, DECEIVED, KILLED, SEEN, ALONE, BACK, WIPED, HOME = (BEATS[:n] for n in range(1, 12))
BARGAIN, AGREE, GO, KILL, WIPE = BEATS[1], BEATS[2], BEATS[3], BEATS[5], BEATS[9]
REFUSE, TO_TOWER = "refuse(Sakura, Sasuke, death)", "hurry(Sakura, gate, tower)"
GIVE_AWAY, FETCH = "give_away(Sakura, Tsunade, Sasuke, death)", "detain(Tsunade, Sasuke, death)"
LEAVE, KNOCK_OUT = BEATS[4], "knock_out(Sasuke, Sakura)"
CONFESS = "own_up(Sakura, Tsunade, Naruto)"


def change(old: str, new: str = "") -> Mutation:
    """One change of the world's text."""
    return Mutation("night", old, new)


def library(module: str, old: str, new: str = "") -> Mutation:
    """One change of a module of the library."""
    return Mutation(module, old, new)


def world(*mutations: Mutation) -> World:
    """The world, changed in the given ways."""
    return written("night", mutations)


def stage(*mutations: Mutation) -> Stage:
    """The world, changed in the given ways, to be lived through."""
    return founded("night", mutations)


def worth(fluent: str, events: tuple[str, ...], *minds: str, of: Stage | None = None) -> object:
    """What a fluent is worth after events, in truth or at the end of a chain of minds."""
    asked = of or stage()
    names = [each.name for each in asked.world.fluents]
    chain = tuple(asked.world.character_ids[mind] for mind in minds)
    return asked.after(events).at(chain).values[names.index(fluent)]


def possible(act: str, events: tuple[str, ...], *mutations: Mutation) -> bool:
    """Whether an act is possible after events."""
    asked = stage(*mutations)
    number = asked.world.action_ids.get(act)
    return number is not None and asked.reasons.dynamics.holds(asked.after(events), number)


def would(act: str, events: tuple[str, ...], *mutations: Mutation) -> bool:
    """Whether there is a reason for an act after events."""
    return stage(*mutations).would(act, events)


LOVE, BOND = "        loves Sasuke 9\n", "        cares for Naruto 5\n"  # in the past that she shares with others
CARE = "cares_for(Sakura, Naruto) = 2"
LOVES_LESS = Mutation("team", LOVE, "        loves Sasuke 1\n")
CARES_MORE = (change(CARE, "cares_for(Sakura, Naruto) = 10"), Mutation("team", BOND, "        cares for Naruto 10\n"))
BETWEEN = (change(CARE, "cares_for(Sakura, Naruto) = 5"), Mutation("team", BOND, "        cares for Naruto 8\n"))
FEARLESS = change("has to lose 7", "has to lose 0")
SEES_THE_GATE = change("fact takes(", "fact overlooks(house, gate), takes(")
AWAKE = change("    not awake\n")
LOCKED = change("fact takes(", "fact locked(gate, house), takes(")
MUTANT = (
    change("    protects Naruto\n"),
    change("\n    can_read(Tsunade, memory)"),
    change("not sealed(who)\n    seen  by nobody", "not sealed(who)\n    seen  by everyone"),
    library("plots", "        shown_at(what, here)\n        word", "        what != what\n        word"),
)
"""Nobody to tell, a clue nobody can read, an end that all see, a word that nobody sees broken: four mutants in one."""
MEANS_IT = change("    drawn away 8\n", "    drawn away 8\n    keeps word 5\n")
