"""How a story is told: a fabula and a telling in, a discourse out; and what its reader believes after each beat.

    discourse = kizuna.arrange(world, story).unwrap()     # world = kizuna.read("betrayal").unwrap(), a story of it
    [(beat.number, beat.action, beat.placing.value) for beat in discourse.beats]

docs/understanding/telling.md defines all of it.
"""

from kizuna.discourse.arrange import Insight, arrange
from kizuna.discourse.beats import (
    Beat,
    Bond,
    Discourse,
    Focalization,
    Frequency,
    Inner,
    Inside,
    Learned,
    LeftOut,
    Link,
    Placing,
    Tie,
    Why,
)
from kizuna.discourse.objections import objections
from kizuna.discourse.reader import read_through
from kizuna.discourse.reading import CURVES, How, Reading, Readings
from kizuna.discourse.stage import LIVES, WHERE
from kizuna.model.telling import (
    Distance,
    Duration,
    Focus,
    Form,
    Order,
    Pattern,
    Person,
    Telling,
    Tense,
    Turn,
    Withheld,
)

__all__ = [
    "CURVES",
    "LIVES",
    "WHERE",
    "Beat",
    "Bond",
    "Discourse",
    "Distance",
    "Duration",
    "Focalization",
    "Focus",
    "Form",
    "Frequency",
    "How",
    "Inner",
    "Inside",
    "Insight",
    "Learned",
    "LeftOut",
    "Link",
    "Order",
    "Pattern",
    "Person",
    "Placing",
    "Reading",
    "Readings",
    "Telling",
    "Tense",
    "Tie",
    "Turn",
    "Why",
    "Withheld",
    "arrange",
    "objections",
    "read_through",
]
