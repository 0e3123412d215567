"""How a story is told: a fabula and a telling in, a discourse out; and what its reader believes after each beat.

    discourse = kizuna.arrange(world, story).unwrap()     # world = kizuna.read("betrayal").unwrap(), a story of it
    [(beat.number, beat.action, beat.placing.value) for beat in discourse.beats]

docs/understanding/telling.md defines all of it.
"""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
    from kizuna.discourse.arrange import Insight
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
else:
    __getattr__ = lazily.names(
        __name__,
        {
            "kizuna.discourse.arrange": "Insight",
            "kizuna.discourse.beats": "Beat Bond Discourse Focalization Frequency Inner Inside Learned LeftOut"
            " Link Placing Tie Why",
            "kizuna.discourse.reader": "read_through",
            "kizuna.discourse.reading": "CURVES How Reading Readings",
            "kizuna.discourse.stage": "LIVES WHERE",
            "kizuna.model.telling": "Distance Duration Focus Form Order Pattern Person Telling Tense Turn Withheld",
        },
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
    "read_through",
]
