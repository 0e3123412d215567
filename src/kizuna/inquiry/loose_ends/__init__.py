"""What an author may have left loose: things that can never happen, be wanted or be reached, and rules that race.

Naive: search for stories and wonder why there are none. Better: two cheap looks at the whole world. One asks what could
ever be if every change only added possibilities (:mod:`~kizuna.inquiry.loose_ends.prospects`); what is impossible even
then is impossible. The other walks the states that follow from the start if everybody agrees to everything
(:mod:`~kizuna.inquiry.loose_ends.exploration`), as far as a limit on work allows; what it sees, it has seen, and what
it has not seen counts only if it came to an end. So a finding is never a guess. Cost: about as much as grounding, and
the limit on work.
"""

from __future__ import annotations

from collections.abc import Callable

from kizuna.diagnostics import Diagnostic, Span
from kizuna.epistemics import Dynamics
from kizuna.grounding import GroundWorld, Unfolded
from kizuna.inquiry.loose_ends.endings import unreachable_endings
from kizuna.inquiry.loose_ends.exploration import MOST_WORK, Exploration
from kizuna.inquiry.loose_ends.happenings import hopeless_happenings, impossible_happenings
from kizuna.inquiry.loose_ends.motives import aimless_characters, unmoved_motives, weights_below_zero
from kizuna.inquiry.loose_ends.out_of_reach import existents_out_of_reach
from kizuna.inquiry.loose_ends.prospects import Prospects
from kizuna.inquiry.loose_ends.races import endless_later, racing_rules
from kizuna.inquiry.loose_ends.unset import unset_fluents
from kizuna.inquiry.loose_ends.vain import settled_matters, unheeded_facts, unspoken_topics
from kizuna.model.world import World

__all__ = ["MOST_WORK", "loose_ends"]


def loose_ends(
    world: World,
    unfolded: Unfolded,
    ground_world: GroundWorld,
    is_own: Callable[[Span], bool] = lambda _: True,
    *,
    work: int = MOST_WORK,
) -> tuple[Diagnostic, ...]:
    """Everything loose that was found in ``world``, each a warning; ``unfolded`` and ``ground_world`` are made from it.

    Only parts whose place ``is_own`` are spoken of: what a library offers need not be used. Raises EndlessRulesError
    where the rules never settle at the start.
    """
    prospects = Prospects(world, unfolded, ground_world, is_own)
    dynamics = Dynamics(ground_world)
    exploration = Exploration(dynamics, work)
    hopeless = hopeless_happenings(prospects)
    return (
        *impossible_happenings(prospects, exploration, hopeless),
        *unset_fluents(prospects, hopeless),
        *existents_out_of_reach(prospects),
        *settled_matters(prospects),
        *unspoken_topics(prospects),
        *unheeded_facts(prospects),
        *unmoved_motives(prospects),
        *weights_below_zero(prospects, dynamics),
        *aimless_characters(prospects),
        *unreachable_endings(prospects, exploration),
        *racing_rules(prospects, exploration),
        *endless_later(exploration),
    )
