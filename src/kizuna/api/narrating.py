"""A story in words, told as its world or somebody else says; in our own words or in those of a narrator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kizuna.api.arranging import arranged, without_objections
from kizuna.api.rehearsal import Rehearsal, rehearsed
from kizuna.diagnostics import Diagnostic, Outcome, conclude, diagnose
from kizuna.discourse import Discourse, Form, Telling
from kizuna.discourse.secrets import Secrets
from kizuna.extension import Narrator, heard
from kizuna.fabula import Fabula
from kizuna.inquiry import Account
from kizuna.inquiry.why import in_brief
from kizuna.model.world import World
from kizuna.narration import Prose
from kizuna.narration.narrate import narrate
from kizuna.narration.passages import passages, put_together
from kizuna.narration.retelling import Check, refusals


@dataclass(frozen=True, slots=True)
class Told:
    """A story in words, and what its sentences open to.

    ``account`` says of the events that are told, in brief, why they were done; ``withholds(event, text)`` whether to
    say a text about an event would name what the telling withholds. ``veiled`` events are told without their names.
    """

    prose: Prose
    account: Account
    veiled: frozenset[int]
    withholds: Callable[[int, str], bool]


def tell(
    world: World,
    fabula: Fabula,
    telling: Telling | None = None,
    *,
    inside: bool = True,
    narrator: Narrator | None = None,
) -> Outcome[Prose]:
    """A story in words, as ``telling`` has it told, which is the world's own unless given.

    ``inside`` says whether to work out what people feel and what speaks against their acts, which is most of the work.
    A ``narrator`` puts prose or a synopsis into other words; of these what holds against ours is taken.
    """
    answer = told(world, fabula, telling, inside=inside, narrator=narrator)
    return conclude(None if answer.value is None else answer.value.prose, answer.diagnostics)


def told(
    world: World,
    fabula: Fabula,
    telling: Telling | None = None,
    *,
    inside: bool = True,
    narrator: Narrator | None = None,
) -> Outcome[Told]:
    """The same with what its sentences open to, which takes no more work than to tell it."""
    chosen = world.telling if telling is None else telling
    answer = without_objections(rehearsed(world, fabula, lambda of: _told(of, chosen, inside=inside)))
    if answer.value is None or narrator is None:
        return conclude(None if answer.value is None else answer.value[0], answer.diagnostics)
    own, discourse = answer.value
    retold = retell(own.prose, discourse, world, narrator)
    words = own.prose if retold.value is None else retold.value
    return conclude(replace(own, prose=words), [*answer.diagnostics, *retold.diagnostics])


def _told(
    of: Rehearsal, telling: Telling, *, inside: bool
) -> tuple[tuple[Told, Discourse] | None, tuple[Diagnostic, ...]]:
    discourse, against = arranged(of, telling, inside=inside)
    if any(each.is_error for each in against):
        return None, against
    prose, secrets = narrate(discourse, of.ground, of.world), Secrets(of.stage, discourse)
    events = frozenset(trace.event or 0 for each in prose.sentences for trace in each.traces)
    account = in_brief(of.reasons, of.fabula, events, of.choices(telling))
    return (Told(prose, account, secrets.veiled, secrets.names), discourse), against


def retell(prose: Prose, discourse: Discourse, world: World, narrator: Narrator) -> Outcome[Prose]:
    """A telling in the words of a narrator, as far as they tell the same; what is not taken, warnings say."""
    name = f"The narrator {narrator.name}"
    if discourse.telling.form in (Form.OUTLINE, Form.DIALOGUE):
        message = f"{name} is not asked: {discourse.telling.form.value} is always in our own words."
        return conclude(prose, [diagnose("narrator-silent", message, help="Ask for prose or a synopsis.")])
    given = passages(prose, discourse, world)
    answer = heard(name, narrator, given)
    taken, refused = Check(world, discourse.telling).taken(given, answer.value or {})
    own = put_together(prose, taken, narrator.name, repeatable=narrator.repeatable)
    return conclude(own, [*answer.diagnostics, *refusals(narrator.name, given, refused)])
