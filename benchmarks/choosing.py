"""What it costs to want the best and to be wary, against the strict definition, on the worlds that come with kizuna.

    python -m benchmarks.choosing [WORLD ...]

Each world is searched for its first story with everyone satisficing, wanting the best within 0, and that with wary 1,
within the same limits: those of the world, or those at which its story is found. Expansions count states whose
actions were looked through in any mind; they are the same on every machine. Seconds are shown as ratios to the first.
"""

from __future__ import annotations

import sys

from benchmarks.measuring import Problem, measure
from benchmarks.suites import tempered

from kizuna import api


def main(names: list[str]) -> None:
    """Prints the table."""
    print("| world | limits | temper | story | expansions | states | time |")
    print("|---|---|---|---|---|---|---|")
    for name in names or api.shipped_worlds():
        own = measure(Problem(name, name, options={"near": 0}))
        first = 0.0
        for facts in tempered(measure, name, own):
            first = first or facts["cpu"]
            story = f"{len(facts['story'])} events" if "story" in facts else facts["status"]
            shown = "/".join(str(limit) for limit in own["limits"])
            print(
                f"| {name} | {shown} | {facts['temper']} | {story} | {facts['expansions']} | {facts['states']} "
                f"| x{facts['cpu'] / first:.1f} |"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
