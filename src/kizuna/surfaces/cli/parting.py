"""Two stories parting, as a picture: what they share in the middle, then the old one on the left, the new on the right.

Drawn with matplotlib, as :mod:`kizuna.surfaces.cli.picture` is; the same answer gives the same bytes.
"""

from __future__ import annotations

import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING

from kizuna.diagnostics import Outcome
from kizuna.inquiry.whatif import WhatIf
from kizuna.surfaces.cli.otherwise import in_one_line, shared
from kizuna.surfaces.cli.picture import drawn

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

OLD, NEW, SHARED, FLIPPED = "#9a9a9a", "#1d4e89", "#2f2f2f", "#c1121f"
LEFT, MIDDLE, RIGHT = 0.0, 1.0, 2.0
WIDTH = 36
"""Letters in a line of a box."""


def draw_parting(answer: WhatIf, ending: str) -> Outcome[bytes]:
    """The picture, as ``.svg`` or ``.png``; a diagnostic where the drawing library is missing."""
    return drawn(ending, lambda figure: _stories(figure, answer))


def _stories(figure: Figure, answer: WhatIf) -> None:
    kept = len(answer.told) if answer.flip is None else shared(answer) if answer.course.events else answer.flip.at
    old, new = answer.told[kept:], answer.course.told[kept:]
    rows = kept + max(len(old), len(new), 1) + 1
    figure.set_size_inches(10.5, 1.6 + 0.72 * rows)
    said = in_one_line(answer)
    title = f"What if {'; and '.join(answer.changes)}? {said[:1].upper()}{said[1:]}."
    figure.suptitle(_wrapped(title, 110), x=0.01, ha="left")
    panel = figure.subplots()
    panel.set_axis_off()
    panel.set_xlim(-0.55, 2.55)
    panel.set_ylim(rows - 0.4, -0.6)
    middle = _column(panel, MIDDLE, 0, answer.told[:kept], SHARED)
    flip = -1 if answer.flip is None else answer.flip.at - kept
    if old or new:
        _parts(panel, middle, kept, answer, flip)


def _parts(panel: Axes, middle: list[tuple[float, float]], kept: int, answer: WhatIf, flip: int) -> None:
    reading = "it can go on so" if answer.course.fabula is not None else "it would go on so"
    for x, told, colour, head, flipped in (
        (LEFT, answer.told[kept:], OLD, "the old story", flip),
        (RIGHT, answer.course.told[kept:], NEW, reading, -1),
    ):
        panel.text(x, kept - 0.05, head, ha="center", va="center", color=colour, fontstyle="italic")
        places = _column(panel, x, kept + 1, told or ("(nothing more)",), colour, flipped)
        if middle:
            _line(panel, middle[-1], (x, kept - 0.3), colour)
        _line(panel, (x, kept + 0.2), places[0], colour)


def _column(
    panel: Axes, x: float, first: int, told: tuple[str, ...], colour: str, flipped: int = -1
) -> list[tuple[float, float]]:
    """Events below one another, each in a box; the one that flips has a red one."""
    places = [(x, float(first + n)) for n in range(len(told))]
    for one, other in pairwise(places):
        _line(panel, one, other, colour)
    for number, (place, text) in enumerate(zip(places, told, strict=True)):
        edge = FLIPPED if number == flipped else colour
        box = {"boxstyle": "round,pad=0.4", "facecolor": "white", "edgecolor": edge, "linewidth": 1.4}
        panel.text(*place, _wrapped(text, WIDTH), ha="center", va="center", color=edge, bbox=box, zorder=3)
    return places


def _line(panel: Axes, one: tuple[float, float], other: tuple[float, float], colour: str) -> None:
    panel.plot([one[0], other[0]], [one[1], other[1]], color=colour, linewidth=1.2, zorder=1)


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width)).replace("$", r"\$")
