"""The questions about one problem, in the order of the recordings, and how each is put."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from benchmarks.oracle.agreement import Facts, Recording, limits_of

SHOWN = 3
"""How many differences of one question are told."""


@dataclass(frozen=True, slots=True)
class Question:
    """One comparison: ``what`` is asked about which entry of ``part`` of the recording."""

    what: str
    part: str = ""
    number: int = 0
    limits: str = ""

    @property
    def title(self) -> str:
        """The question in the table."""
        return f"{self.what} ({self.part})" if self.part else self.what

    def differences(self, recording: Recording) -> list[str]:
        """The first few differences; none is agreement."""
        return list(islice(self._ask(recording), SHOWN))

    def _ask(self, recording: Recording) -> Iterator[str]:
        if self.what == "counts":
            return recording.counts()
        if self.what == "states":
            return recording.states()
        run: dict[str, Any] = recording.answers[self.part][self.number]
        if self.what == "reasons":
            return recording.reasons(run)
        return recording.stories(run, run["strict"] if self.part == "runs" else run)


def questions(answers: Facts) -> Iterator[Question]:
    """Everything that a recording can be asked; what the peer could not answer itself is left out."""
    yield Question("counts")
    yield Question("states")
    for number, run in enumerate(answers["runs"]):
        yield Question("reasons", "runs", number, limits_of(run))
        if run["strict"]["complete"]:
            yield Question("stories", "runs", number, limits_of(run))
    for number, run in enumerate(answers.get("strict_runs", ())):
        if run["complete"]:
            yield Question("stories", "strict_runs", number, limits_of(run))
