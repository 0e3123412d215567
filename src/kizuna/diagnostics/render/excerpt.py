"""The part of a source line that is shown, and the columns under which carets belong.

A line that fits is shown whole. Of a longer one we show a window around the place that matters, and only the
neighbourhood of that place is ever measured, so that a line of five million characters costs no more than one of two
hundred.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from kizuna.diagnostics.render.cells import lay_out

ELLIPSIS = "…"


class Excerpt(NamedTuple):
    """What to print of a line; the place lies in the columns ``begin <= column < end`` of it, at least one."""

    text: str
    begin: int
    end: int


def take_excerpt(line: str, start: int, end: int, room: int, *, opens_file: bool) -> Excerpt:
    """At most ``room`` columns of ``line`` in which the code points ``start <= index < end`` can be seen.

    Both indices may lie at or beyond the end of the line (the place after its last character); a place wider than the
    window is cut at the window's edge.
    """
    first, last = max(0, start - 2 * room), start + 2 * room
    cells = lay_out(line[first:last], opens_file=opens_file and first == 0)
    starts = [first + cell.start for cell in cells]
    edges = [0, *accumulate(cell.width for cell in cells)]

    def cell_at(index: int) -> int:
        return len(cells) if index >= min(len(line), last) else max(0, bisect_right(starts, index) - 1)

    begin = edges[cell_at(start)]
    finish = edges[min(cell_at(max(start, end - 1)) + 1, len(cells))]
    open_left, open_right = first > 0, last < len(line)
    if not open_left and not open_right and edges[-1] <= room:
        return Excerpt("".join(cell.text for cell in cells), begin, max(finish, begin + 1))

    low = _window_start(edges, begin, finish, room, open_left=open_left)
    lead = ELLIPSIS if open_left or low > 0 else ""
    high = bisect_right(edges, edges[low] + room - len(lead) - 1) - 1
    tail = ELLIPSIS if open_right or high < len(cells) else ""
    shift = len(lead) - edges[low]
    text = lead + "".join(cell.text for cell in cells[low:high]) + tail
    return Excerpt(text, begin + shift, max(min(finish, edges[high]), begin + 1) + shift)


def _window_start(edges: list[int], begin: int, finish: int, room: int, *, open_left: bool) -> int:
    """The first cell to show: that of the line if the place is near it, else one a third of the window before it."""
    if not open_left and min(finish, begin + room // 2) + 2 <= room:
        return 0
    return bisect_left(edges, max(0, begin - room // 3))
