"""What a reader makes of a telling as a picture: the five curves over the beats, each in a panel of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kizuna.diagnostics import Outcome
from kizuna.discourse import CURVES, Beat, Readings
from kizuna.surfaces.cli.picture import drawn

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = {
    "irony": "#c1121f",
    "mystery": "#5a189a",
    "suspense": "#e07a5f",
    "surprise": "#00b4d8",
    "curiosity": "#2a9d8f",
}
UNITS = {"irony": "at stake", "mystery": "beliefs", "suspense": "at stake", "surprise": "facts", "curiosity": "facts"}
LONGEST = 40
"""With more beats than this not each of them is labelled."""
MOST_LETTERS = 34


def draw_readings(readings: Readings, ending: str) -> Outcome[bytes]:
    """The picture, as ``.svg`` or ``.png``; a diagnostic where the drawing library is missing."""
    return drawn(ending, lambda figure: _readings(figure, readings))


def _readings(figure: Figure, readings: Readings) -> None:
    beats = readings.discourse.beats
    figure.set_size_inches(max(8.0, 2.5 + 0.7 * len(beats)), 10.5)
    panels = figure.subplots(len(CURVES), 1, sharex=True, squeeze=False)[:, 0]
    told = readings.discourse.telling
    through = f", told through {told.through}" if told.through else ""
    figure.suptitle(f"{readings.discourse.fabula.world}{through}: what a reader makes of it", x=0.01, ha="left")
    for curve, panel in zip(CURVES, panels, strict=True):
        _panel(panel, readings, curve)
    last = panels[-1]
    every = len(beats) // LONGEST + 1
    numbers = [beat.number for beat in beats]
    last.set_xticks(numbers[::every], [_label(beat) for beat in beats][::every])
    last.tick_params(axis="x", rotation=40)
    for label in last.get_xticklabels():
        label.set_horizontalalignment("right")
        label.set_rotation_mode("anchor")
    last.set_xlim(0.5, len(beats) + 0.5)


def _panel(panel: Axes, readings: Readings, curve: str) -> None:
    numbers = [reading.beat for reading in readings.readings[1:]]
    heights = [float(reading.level[curve]) for reading in readings.readings[1:]]
    panel.fill_between(numbers, heights, step="mid", color=COLOURS[curve], alpha=0.18, linewidth=0)
    panel.step(numbers, heights, where="mid", color=COLOURS[curve])
    panel.plot(numbers, heights, linestyle="none", marker="o", markersize=4, color=COLOURS[curve])
    panel.set_title(f"{curve} ({UNITS[curve]})", loc="left", fontweight="bold")
    panel.set_ylim(0, max(1.0, *heights) * 1.15)
    for reading in readings.readings[1:]:
        if curve == "surprise" and reading.inferred:
            said = ", ".join(each.fluent for each in reading.inferred)
            panel.annotate(f"{said} can be inferred", (reading.beat, 0.05), rotation=0, fontsize=8, ha="center")


def _label(beat: Beat) -> str:
    """A beat in a few words: who first, then what; an event of the past in brackets."""
    name, _, arguments = beat.action.partition("(")
    doer = arguments.rstrip(")").split(",")[0]
    said = f"{doer}: {name}".replace("_", " ") if doer else name.replace("_", " ")
    short = said if len(said) <= MOST_LETTERS else said[: MOST_LETTERS - 3] + "..."
    return f"{beat.number} [{short}]" if beat.event is None else f"{beat.number} {short}"
