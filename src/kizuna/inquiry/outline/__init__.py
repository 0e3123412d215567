"""An author's own outline, held against the world: does it hold, does it not, or was that not proven?"""

from kizuna.inquiry.outline.check import LONGEST_GAP, MENDING, check_outline, shown_as_settled
from kizuna.inquiry.outline.reading import read_outline
from kizuna.inquiry.outline.stage import Setting, Stage, setting
from kizuna.inquiry.outline.values import Answer, Checked, Finding, Judged, Line, Mending, Outline, Repair

__all__ = [
    "LONGEST_GAP",
    "MENDING",
    "Answer",
    "Checked",
    "Finding",
    "Judged",
    "Line",
    "Mending",
    "Outline",
    "Repair",
    "Setting",
    "Stage",
    "check_outline",
    "read_outline",
    "setting",
    "shown_as_settled",
]
