"""What a story means to each mind in it: emotions, tension and bonds, computed and never authored.

    feelings = kizuna.feelings(world, story).unwrap()     # world = kizuna.read("scrolls").unwrap(), a story of it
    mood = feelings.at(7, "Sakura")                       # after event 7; 0 is the start
    mood.dominant.emotion.kind.value                      # "relief"
    mood.strength("relief")                               # exact; 0 where there is none
    [(e.event, e.towards, e.causes) for e in feelings.arising("guilt", "Sasuke")]
    feelings.moments[7].tension                           # and .bonds
    [(b.event, b.who, b.whom, b.how.value, b.discovered) for b in feelings.betrayals]

docs/understanding/feeling.md defines all of it.
"""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
    from kizuna.appraisal.appraiser import Appraiser
    from kizuna.appraisal.betrayals import Betrayal, Breach
    from kizuna.appraisal.bonds import Bond
    from kizuna.appraisal.emotion import HALVING, Cause, Emotion, Felt, Kind, Of
    from kizuna.appraisal.feelings import Feelings, Moment, Mood
    from kizuna.appraisal.intentions import Ended, Ending, Intention, Intentions
    from kizuna.appraisal.marks import MarkedWorld, marked, misfits
else:
    __getattr__ = lazily.names(
        __name__,
        {
            "kizuna.appraisal.appraiser": "Appraiser",
            "kizuna.appraisal.betrayals": "Betrayal Breach",
            "kizuna.appraisal.bonds": "Bond",
            "kizuna.appraisal.emotion": "HALVING Cause Emotion Felt Kind Of",
            "kizuna.appraisal.feelings": "Feelings Moment Mood",
            "kizuna.appraisal.intentions": "Ended Ending Intention Intentions",
            "kizuna.appraisal.marks": "MarkedWorld marked misfits",
        },
    )

__all__ = [
    "HALVING",
    "Appraiser",
    "Betrayal",
    "Bond",
    "Breach",
    "Cause",
    "Emotion",
    "Ended",
    "Ending",
    "Feelings",
    "Felt",
    "Intention",
    "Intentions",
    "Kind",
    "MarkedWorld",
    "Moment",
    "Mood",
    "Of",
    "marked",
    "misfits",
]
