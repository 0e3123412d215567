"""Questions that an author asks of a story."""

from kizuna.fabula.grounds import Ground
from kizuna.inquiry.choice import Choice, Rival, Voice
from kizuna.inquiry.either_way import Branch, EitherWay
from kizuna.inquiry.forbearance import Forbearance
from kizuna.inquiry.intentions import Dropped
from kizuna.inquiry.near_miss import NearMiss, near_miss
from kizuna.inquiry.ranking import By, Ranking, Score, rank
from kizuna.inquiry.why import Account, Change, EventAccount, Reason, why

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
    "near_miss",
    "rank",
    "why",
]
