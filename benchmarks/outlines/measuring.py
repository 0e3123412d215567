"""Broken outlines checked, and the answers held against their labels: precision, recall, repairs, kind by kind."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from benchmarks.outlines.labels import Judge
from benchmarks.outlines.mutators import MUTATORS, Events, Source
from benchmarks.outlines.suites import Case

from kizuna import grounding
from kizuna.diagnostics import Source as Text
from kizuna.fabula import Limits
from kizuna.inquiry.outline import Answer, Checked, Mending, Setting, Stage, check_outline, read_outline, setting

WORK, MENDING = 20_000, 4_000
"""Expansions for each check, and for the repairs of each."""
OF_THE_OUTLINE = (Mending.INSERT, Mending.REPLACE, Mending.REMOVE, Mending.MOVE)


@dataclass(slots=True)
class Tally:
    """Counts of one kind of change.

    ``invalid`` and ``valid`` are the labels. ``found``: invalid, and said not to hold. ``false``: valid, and said not
    to hold. ``missed``: invalid, and said to hold. ``left_open``: not proven. Of those found: ``located`` have their
    first finding at the first hole, ``findings`` counts the lines with findings, ``repaired`` have a verified repair of
    the first, ``otherwise`` one that does not leave an event out. ``whole``: only one finding and a repair of the
    outline, of which the exhaustive search says that all is valid then; ``refuted``: of some, that it is not.
    """

    invalid: int = 0
    valid: int = 0
    found: int = 0
    false: int = 0
    missed: int = 0
    left_open: int = 0
    located: int = 0
    findings: int = 0
    repaired: int = 0
    otherwise: int = 0
    whole: int = 0
    refuted: int = 0

    def add(self, other: Tally) -> None:
        """Counts what another has counted as well."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    @property
    def precision(self) -> float | None:
        """The share of outlines said not to hold that do not."""
        return self.found / (self.found + self.false) if self.found + self.false else None

    @property
    def recall(self) -> float | None:
        """The share of invalid outlines that are said not to hold."""
        return self.found / self.invalid if self.invalid else None


def measure(cases: Iterable[Case], most: int, seed: int) -> Iterator[tuple[str, str, Tally]]:
    """For each world and kind of change the counts of at most ``most`` changed outlines for each valid one."""
    for case in cases:
        bench = _Bench(case)
        for kind, mutator in MUTATORS.items():
            tally = Tally()
            for events in case.outlines:
                source = Source(bench.stage, events, bench.limits)
                changed = [each for each in dict.fromkeys(mutator(source)) if each[1] != events]
                chosen = random.Random(f"{seed} {case.name} {kind}").sample(changed, min(most, len(changed)))
                for _, outline in sorted(chosen):
                    tally.add(bench.checked(outline))
            yield case.name, kind, tally


class _Bench:
    """One world: where outlines of it are checked, and where they are judged."""

    def __init__(self, case: Case) -> None:
        unfolded = grounding.unfold(case.world).unwrap()
        self.scene: Setting = setting(unfolded)
        self.limits = Limits(1, case.foresight, case.depth)
        self.stage = Stage(self.scene.lean, self.limits, None)
        self.judge = Judge(self.scene.lean, self.limits)

    def checked(self, events: Events) -> Tally:
        """One outline checked and judged."""
        hole = self.judge.first_hole(events)
        text = Text("outline", "\n".join(events))
        outline = read_outline(text, self.scene.unfolded, self.scene.open).unwrap()
        answer = check_outline(outline, self.scene, self.limits, max_expansions=WORK, mending=MENDING, stage=self.stage)
        return self._counted(hole, answer)

    def _counted(self, hole: int | None, answer: Checked) -> Tally:
        fails = answer.answer is Answer.FAILS
        tally = Tally(
            invalid=hole is not None,
            valid=hole is None,
            found=hole is not None and fails,
            false=hole is None and fails,
            missed=hole is not None and answer.answer is Answer.HOLDS,
            left_open=answer.answer is Answer.OPEN,
        )
        if tally.found:
            first = answer.findings[0]
            repairs = [r for each in answer.findings if each.line == first.line for r in each.repairs]
            lines = {each.line for each in answer.findings}
            tally.located, tally.findings = first.line == hole, len(lines)
            tally.repaired = bool(repairs)
            tally.otherwise = any(each.kind is not Mending.REMOVE for each in repairs)
            if len(lines) == 1:
                ends = [self.judge.first_hole(r.events) is None for r in repairs if r.kind in OF_THE_OUTLINE]
                tally.whole, tally.refuted = any(ends), not all(ends)
        return tally
