"""A map of endings as a picture: a cell for each choice, a colour and a letter for each region, a legend.

Drawn with matplotlib, as :mod:`kizuna.surfaces.cli.picture` is; the same map gives the same bytes. In an SVG every cell
is a link to its story on a page beside the picture (:mod:`kizuna.surfaces.cli.map_page`).
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kizuna.diagnostics import Outcome
from kizuna.inquiry.dials import Axis
from kizuna.surfaces.cli.map_text import letters, panels, question, worth
from kizuna.surfaces.cli.picture import drawn
from kizuna.sweeping import Map
from kizuna.sweeping.cells import NO_STORY, NONE, UNLIVABLE, UNSETTLED

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_PANELS = 24
"""A map with more choices beyond its first two axes is not drawn."""
LETTERED = 700
"""Up to so many cells in a panel have their letter written into them."""
COLUMNS = 3
TICKS = 12
PLAIN = {NONE: "#dddddd", NO_STORY: "#bbbbbb", UNSETTLED: "#ffffff", UNLIVABLE: "#555555"}
COLOURS = (
    "#4477aa",
    "#cc6677",
    "#ddcc77",
    "#117733",
    "#aa4499",
    "#88ccee",
    "#ee8866",
    "#44aa99",
    "#882255",
    "#999933",
    "#332288",
    "#aaaa00",
)
"""Colours that most eyes tell apart (after Paul Tol); beyond them they come again, and the letters tell."""


def draw_map(map: Map, ending: str, page: str | None) -> Outcome[bytes]:
    """The picture, as ``.svg`` or ``.png``; its cells link to ``page``."""
    return drawn(ending, lambda figure: _map(figure, map, page))


def colours(map: Map) -> dict[str, str]:
    """A colour for each region."""
    named = [region for region in map.regions if region not in PLAIN]
    return PLAIN | {region: COLOURS[n % len(COLOURS)] for n, region in enumerate(named)}


def is_drawable(map: Map) -> bool:
    """Whether there are few enough panels."""
    return map.job.grid.size <= MOST_PANELS * _breadth(map) * _height(map)


def _breadth(map: Map) -> int:
    return len(map.job.grid.axes[0].values)


def _height(map: Map) -> int:
    axes = map.job.grid.axes
    return len(axes[1].values) if len(axes) > 1 else 1


def _map(figure: Figure, map: Map, page: str | None) -> None:
    pages = list(panels(map.job))
    columns = min(COLUMNS, len(pages))
    rows = -(-len(pages) // columns)
    wide = min(7.0, max(3.2, 0.42 * _breadth(map)))
    high = wide * min(1.6, max(0.12, _height(map) / _breadth(map)))
    legend = _legend_entries(map)
    lines = sum(label.count("\n") + 1 for _, label in legend)
    title = textwrap.fill(question(map.job), max(40, int(15 * columns * wide / 2 + 30))).replace("$", r"\$")
    figure.set_size_inches(columns * wide + 3.6, max(rows * (high + 0.8) + 0.5, 0.8 + 0.21 * lines))
    figure.suptitle(title, x=0.01, ha="left")
    drawn_panels = figure.subplots(rows, columns, squeeze=False).flatten().tolist()
    for panel, (heading, cells) in zip(drawn_panels, pages, strict=False):
        _panel(panel, map, cells, page)
        panel.set_title(heading.replace("$", r"\$"), loc="left")
    for panel in drawn_panels[len(pages) :]:
        panel.set_axis_off()
    _legend(figure, legend, is_framed=_as_written(map) is not None)


def _panel(panel: Axes, map: Map, rows: list[list[int]], page: str | None) -> None:
    from matplotlib.collections import PatchCollection  # noqa: PLC0415 - an extra, and slow to import
    from matplotlib.patches import Rectangle  # noqa: PLC0415

    axes, filled, named = map.job.grid.axes, colours(map), letters(map)
    places = {number: (x, len(rows) - 1 - y) for y, row in enumerate(rows) for x, number in enumerate(row)}
    answered = [number for number in places if number in map.outcomes]
    squares = [Rectangle((places[n][0] - 0.5, places[n][1] - 0.5), 1, 1) for n in answered]
    faces = [filled[map.outcomes[n]] for n in answered]
    collection = PatchCollection(squares, facecolors=faces, edgecolors="white", linewidths=0.6)
    if page is not None:
        collection.set_urls([f"{page}#cell-{number}" for number in answered])
    panel.add_collection(collection)
    if len(places) <= LETTERED:
        for number in answered:
            outcome = map.outcomes[number]
            dark = outcome not in PLAIN or outcome == UNLIVABLE
            panel.text(
                *places[number],
                named[outcome],
                ha="center",
                va="center",
                fontsize=8,
                color="white" if dark and _is_dark(filled[outcome]) else "black",
                url=None if page is None else f"{page}#cell-{number}",
            )
    now = _as_written(map)
    if now in places:
        x, y = places[now]
        panel.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, fill=False, edgecolor="black", linewidth=2, zorder=4))
    panel.set_xlim(-0.5, len(rows[0]) - 0.5)
    panel.set_ylim(-0.5, len(rows) - 0.5)
    panel.grid(visible=False)
    _ticks(panel, axes[0], across=True)
    if len(axes) > 1:
        _ticks(panel, axes[1], across=False)
    else:
        panel.set_yticks([])


def _ticks(panel: Axes, axis: Axis, *, across: bool) -> None:
    """The name of an axis, and as many of its worths as can be read."""
    labels = [worth(value).replace("$", r"\$") for value in axis.values]
    every = -(-len(labels) // TICKS) if max(map(len, labels)) <= 5 else -(-len(labels) // (2 * TICKS))
    places: Sequence[int] = range(0, len(labels), every)
    name = textwrap.fill(axis.dial.says, 46).replace("$", r"\$")
    shown = [labels[place] for place in places]
    if across:
        long = max(map(len, shown)) > 5
        panel.set_xticks(places, shown, rotation=40 if long else 0, ha="right" if long else "center")
        panel.set_xlabel(name)
    else:
        panel.set_yticks(places, shown)
        panel.set_ylabel(name)


def _is_dark(colour: str) -> bool:
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return 0.3 * red + 0.59 * green + 0.11 * blue < 140


def _legend_entries(map: Map) -> list[tuple[str, str]]:
    """A colour and what it stands for, region by region."""
    filled, named = colours(map), letters(map)
    total = map.job.grid.size
    entries = []
    for region, number in map.regions.items():
        said = textwrap.fill(f"{named[region]}  {region} ({number:,} of {total:,})", 40)
        entries.append((filled[region], said.replace("$", r"\$")))
    return entries


def _as_written(map: Map) -> int | None:
    """The cell that is the world as its author wrote it, if that is one of them."""
    authored = tuple(axis.dial.now for axis in map.job.grid.axes)
    return next((number for number in range(map.job.grid.size) if map.job.grid.values(number) == authored), None)


def _legend(figure: Figure, entries: list[tuple[str, str]], *, is_framed: bool) -> None:
    from matplotlib.patches import Patch  # noqa: PLC0415 - an extra, and slow to import

    patches = [Patch(facecolor=colour, edgecolor="#888888", label=label) for colour, label in entries]
    if is_framed:
        patches.append(Patch(fill=False, edgecolor="black", linewidth=2, label="as the world has it"))
    figure.legend(handles=patches, loc="outside right upper", frameon=False, alignment="left")
