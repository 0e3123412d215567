"""Feelings as a picture: for each character the curves of what they feel most, and the tension, event by event.

Drawn with matplotlib, an extra that only this needs (`pip install "kizuna[pictures]"`). The same feelings give the same
bytes: no date, no chance in the names inside an SVG, and nobody's own style.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kizuna.appraisal import Feelings, Kind
from kizuna.diagnostics import Outcome, conclude, diagnose

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS = (".svg", ".png")
"""The endings that a picture's name may have."""
CURVES = 6
"""Of each character so many emotions are drawn: those that get strongest."""
COLOURS = {
    Kind.GRIEF: "#222222",
    Kind.REMORSE: "#7f5539",
    Kind.GUILT: "#b08968",
    Kind.FEARS_CONFIRMED: "#5a189a",
    Kind.DISTRESS: "#1d4e89",
    Kind.ANGER: "#c1121f",
    Kind.SHAME: "#e07a5f",
    Kind.DISAPPOINTMENT: "#6c757d",
    Kind.FEAR: "#8338ec",
    Kind.RELIEF: "#2a9d8f",
    Kind.TENDERNESS: "#e05297",
    Kind.GRATITUDE: "#f4a261",
    Kind.JOY: "#e9b000",
    Kind.SATISFACTION: "#7cb518",
    Kind.HOPE: "#3a9ad9",
    Kind.PRIDE: "#b5651d",
    Kind.PITY: "#5e8c9a",
    Kind.GLADNESS: "#b8c400",
    Kind.GLOATING: "#9d0208",
    Kind.ENVY: "#386641",
    Kind.SURPRISE: "#00b4d8",
}
MARKERS = "osD^vP"


def draw(feelings: Feelings, ending: str) -> Outcome[bytes]:
    """The picture, as ``.svg`` or ``.png``; a diagnostic where the drawing library is missing."""
    return drawn(ending, lambda figure: _feelings(figure, feelings))


def drawn(ending: str, fill: Callable[[Figure], None]) -> Outcome[bytes]:
    """The picture that ``fill`` draws into an empty figure; a diagnostic where the drawing library is missing."""
    try:
        import matplotlib  # noqa: PLC0415 - an extra, and slow to import
        import matplotlib.style  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError:
        message = "A picture is drawn with matplotlib, which is not installed."
        help = 'Install it with `pip install "kizuna[pictures]"`; everything else works without it.'
        return conclude(None, [diagnose("pictures-missing", message, help=help)])
    with matplotlib.style.context("default"), matplotlib.rc_context(_STYLE), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # letters that the font has not are drawn as boxes, and that is all
        figure = Figure(layout="constrained")
        fill(figure)
        buffer = io.BytesIO()
        figure.savefig(buffer, format=ending[1:], metadata={"Date": None} if ending == ".svg" else {"Software": None})
    return conclude(buffer.getvalue(), [])


def _feelings(figure: Figure, feelings: Feelings) -> None:
    names = _moved(feelings)
    events = len(feelings.moments) - 1
    figure.set_size_inches(max(8.0, 2.5 + 0.8 * events), 2.1 * len(names) + 3.4)
    *panels, last = figure.subplots(len(names) + 1, 1, sharex=True, squeeze=False)[:, 0]
    figure.suptitle(f"{feelings.fabula.world}: what is felt (large marks: felt most)", x=0.01, ha="left")
    for name, panel in zip(names, panels, strict=True):
        _curves(panel, feelings, name)
    _tension(last, feelings)


_STYLE: Any = {
    "svg.hashsalt": "kizuna",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.titlesize": 10,
    "figure.titlesize": 12,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": "#e5e5e5",
    "axes.axisbelow": True,
    "savefig.dpi": 110,
}


def _moved(feelings: Feelings) -> list[str]:
    """Those who feel anything at all."""
    moods = [mood for moment in feelings.moments for mood in moment.moods]
    moved = {mood.who for mood in moods if mood.felt}
    return [mood.who for mood in feelings.moments[0].moods if mood.who in moved]


def _curves(panel: Axes, feelings: Feelings, name: str) -> None:
    """The emotions that get strongest of one character; the dominant one of each event is marked."""
    moods = [moment.moods[[mood.who for mood in moment.moods].index(name)] for moment in feelings.moments]
    heights = {kind: [float(mood.strength(kind.value)) for mood in moods] for kind in Kind}
    drawn = sorted((kind for kind in Kind if any(heights[kind])), key=lambda kind: -max(heights[kind]))[:CURVES]
    for kind, marker in zip(drawn, MARKERS, strict=False):
        curve = [height or float("nan") for height in heights[kind]]
        (line,) = panel.plot(curve, color=COLOURS[kind], marker=marker, markersize=4, label=kind.value)
        felt_most = [
            number
            for number, mood in enumerate(moods)
            if mood.dominant is not None and mood.dominant.emotion.kind is kind
        ]
        tops = [curve[number] for number in felt_most]
        panel.plot(felt_most, tops, linestyle="none", marker=marker, markersize=9, color=line.get_color())
    panel.set_title(name, loc="left", fontweight="bold")
    panel.set_ylim(bottom=0)
    if drawn:
        panel.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), frameon=False)


def _tension(panel: Axes, feelings: Feelings) -> None:
    tension = [float(moment.tension) for moment in feelings.moments]
    panel.fill_between(range(len(tension)), tension, color="#d9d9d9", linewidth=0)
    panel.plot(tension, color="#555555", label="tension")
    panel.set_title("tension", loc="left", fontweight="bold")
    panel.set_ylim(bottom=0)
    panel.set_xlim(-0.3, max(len(tension) - 1, 1) + 0.3)
    labels = ["start", *(f"{number} {_label(moment.action)}" for number, moment in enumerate(feelings.moments[1:], 1))]
    every = max(1, len(labels) // 40 + 1)
    panel.set_xticks(range(0, len(labels), every), labels[::every], rotation=40, ha="right", rotation_mode="anchor")


def _label(action: str | None) -> str:
    """An event in a few words: who first, then what."""
    name, _, arguments = (action or "").partition("(")
    doer = arguments.rstrip(")").split(",")[0]
    return f"{doer}: {name}".replace("_", " ") if doer else name.replace("_", " ")


def is_picture(path: str) -> bool:
    """Whether a file's name says that it is a picture of a kind that can be drawn."""
    return Path(path).suffix.lower() in FORMATS
