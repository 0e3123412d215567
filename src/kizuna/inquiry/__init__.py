"""Questions that an author asks of a story."""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
    from kizuna.fabula.grounds import Ground
    from kizuna.inquiry.choice import Choice, Rival, Voice
    from kizuna.inquiry.either_way import Branch, EitherWay
    from kizuna.inquiry.forbearance import Forbearance
    from kizuna.inquiry.intentions import Dropped
    from kizuna.inquiry.measures import By
    from kizuna.inquiry.near_miss import NearMiss
    from kizuna.inquiry.ranking import Ranking, Score, rank
    from kizuna.inquiry.why import Account, Change, EventAccount, Reason
else:
    __getattr__ = lazily.names(
        __name__,
        {
            "kizuna.fabula.grounds": "Ground",
            "kizuna.inquiry.choice": "Choice Rival Voice",
            "kizuna.inquiry.either_way": "Branch EitherWay",
            "kizuna.inquiry.forbearance": "Forbearance",
            "kizuna.inquiry.intentions": "Dropped",
            "kizuna.inquiry.near_miss": "NearMiss",
            "kizuna.inquiry.measures": "By",
            "kizuna.inquiry.ranking": "Ranking Score rank",
            "kizuna.inquiry.why": "Account Change EventAccount Reason",
        },
    )

__all__ = [
    "Account",
    "Branch",
    "By",
    "Change",
    "Choice",
    "Dropped",
    "EitherWay",
    "EventAccount",
    "Forbearance",
    "Ground",
    "NearMiss",
    "Ranking",
    "Reason",
    "Rival",
    "Score",
    "Voice",
    "rank",
]
