"""Where the peer's problems and the recorded answers are: they are not part of this project, and lie beside it."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PROBLEMS = (
    "aladdin", "bribery", "deerhunter", "fantasy", "gramma", "hospital",
    "jailbreak", "macguffin", "raiders", "secretagent", "treasure",
)  # fmt: skip

WANTED = "say --shared DIR, where DIR holds reference/oracle and reference/peer-problems"


class Reference:
    """The reference data in a shared folder."""

    def __init__(self, shared: Path = SHARED) -> None:
        self.problems = shared / "reference" / "peer-problems"
        self.recordings = shared / "reference" / "oracle"

    def missing(self) -> str | None:
        """In words, what is not there; None if all is."""
        for folder in (self.problems, self.recordings):
            if not folder.is_dir():
                return f"the reference data is not part of this project, and not found: there is no folder {folder}"
        return None

    def problem(self, name: str) -> Path:
        """The problem file called ``name`` (without its ending)."""
        return self.problems / f"{name}.txt"

    def recording(self, name: str) -> Path:
        """What the peer answers about that problem."""
        return self.recordings / f"{name}.json"

    @property
    def settings(self) -> Path:
        """The 18 published versions of the problems."""
        return self.problems / "settings.json"
