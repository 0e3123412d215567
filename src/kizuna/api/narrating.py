"""A story in words, told as its world or somebody else says; in our own words or in those of a narrator."""

from __future__ import annotations

from kizuna.api.arranging import arrange
from kizuna.api.asking import ask
from kizuna.diagnostics import Outcome, conclude, diagnose
from kizuna.discourse import Discourse, Form, Telling
from kizuna.extension import Narrator, heard
from kizuna.fabula import Fabula
from kizuna.model.world import World
from kizuna.narration import Prose
from kizuna.narration.narrate import narrate
from kizuna.narration.passages import passages, put_together
from kizuna.narration.retelling import Check, refusals


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
    arranged = arrange(world, fabula, telling, inside=inside)
    if arranged.value is None:
        return conclude(None, arranged.diagnostics)
    told = arranged.value
    answer = ask(world, lambda ground_world: narrate(told, ground_world, world))
    diagnostics = list(dict.fromkeys([*arranged.diagnostics, *answer.diagnostics]))
    if answer.value is None or narrator is None:
        return conclude(answer.value, diagnostics)
    retold = retell(answer.value, told, world, narrator)
    return conclude(retold.value, [*diagnostics, *retold.diagnostics])


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
