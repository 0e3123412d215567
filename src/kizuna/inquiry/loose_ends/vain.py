"""What was said for others to make use of, and nobody can: matters, topics, and facts that only idle events ask for.

A module of the library that is used wrongly is silent: its actions never happen, and are not the author's own. But what
the author said for them is: what can be promised, what can be told, who is what. Naive: know the modules by name.
Better: a matter that always or never holds, a topic that no possible event is about, and a fact that events ask for of
which none is possible. Cost: one look at each formula of the world without variables.
"""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.diagnostics import Diagnostic, Span, diagnose
from kizuna.grounding import GroundAction, GroundRule
from kizuna.inquiry.loose_ends.happenings import called
from kizuna.inquiry.loose_ends.obstacles import conjuncts, never_so, obstacle, words
from kizuna.inquiry.loose_ends.prospects import Prospects, fluents_of
from kizuna.model.effects import Assign, assignments
from kizuna.model.formulas import TRUE, Constant, Formula, Not, Read, subformulas
from kizuna.model.world import Action

MATTER = "matter "
"""How the language calls the condition of a matter, before its name (:mod:`kizuna.language.matters`)."""


def settled_matters(prospects: Prospects) -> Iterator[Diagnostic]:
    """A finding for each matter of which it is settled from the start, and for ever, whether it holds."""
    conditions = {each.name: each.worth for each in prospects.world.definitions}
    for existent in prospects.world.existents:
        condition = conditions.get(MATTER + existent.name)
        if condition is None or not prospects.owns(existent.span):
            continue
        settled = [
            word for each, word in ((condition, "never"), (Not(condition), "always")) if not prospects.can_be(each, {})
        ]
        if settled:
            message = f"`{existent.name}` {settled[0]} holds, whatever happens: a word on it is a word about nothing."
            help = "Let something that can happen decide it: the effect of an action or a rule."
            yield diagnose("settled-matter", message, existent.span, f"{settled[0]} so", help=help)


def unspoken_topics(prospects: Prospects) -> Iterator[Diagnostic]:
    """A finding for each topic that is written into actions of which none is ever possible."""
    schemas = {action.name: action for action in prospects.world.actions}
    possible = {action.schema for action in prospects.actions}
    about: dict[str, list[Action]] = {}
    for each in prospects.world.about:
        if each.name in schemas:
            about.setdefault(each.topic, []).append(schemas[each.name])
    for topic, actions in about.items():
        if not possible & {action.name for action in actions}:
            yield _unspoken(prospects, topic, actions)


def _unspoken(prospects: Prospects, topic: str, actions: list[Action]) -> Diagnostic:
    message = f"Nobody can ever say `{topic}`, nor hear of it: {_why(prospects, actions[0])}."
    help = "Let there be somebody who can say it where another hears it, or leave the topic out."
    place = next((span for action in actions for span in _spans(action) if prospects.is_own(span)), None)
    return diagnose("unspoken-topic", message, place, "said by nobody", help=help)


def _why(prospects: Prospects, action: Action) -> str:
    found = obstacle(prospects, action.parameters, action.precondition)
    return f"`{called(action)}` can never happen, since {never_so(found)}"


def _spans(action: Action) -> Iterator[Span]:
    changes = [formula for each, _ in assignments(action.effects) for formula in (each.target, each.value)]
    for formula in (*changes, action.precondition):
        yield from (part.span for part in subformulas(formula) if part.span is not None)


def unheeded_facts(prospects: Prospects) -> Iterator[Diagnostic]:
    """A finding for each fact of the start that only events of the library ask for, none of which is ever possible."""
    heeded = _heeded(prospects)
    asking: dict[int, GroundAction] = {}
    for action in prospects.unfolded.whole.actions:
        for part in conjuncts(action.precondition):
            if isinstance(part, Read):  # where it stands in the way of something it is heeded
                asking.setdefault(part.fluent, action)
    owned = {fluent.signature for fluent in prospects.world.fluents if prospects.owns(fluent.span)}
    schemas = {action.name: action for action in prospects.world.actions}
    numbers = prospects.unfolded.instantiator.numbers
    for effect in prospects.world.initial:
        if not isinstance(effect, Assign) or effect.value != TRUE or effect.minds or effect.target.span is None:
            continue
        if effect.target.fluent in owned or not prospects.is_own(effect.target.span):
            continue
        arguments = tuple(each.value for each in effect.target.arguments if isinstance(each, Constant))
        number = numbers.get((effect.target.fluent, arguments), -1)
        if number in asking and number not in heeded:
            schema = schemas[asking[number].schema]
            message = f"{words(effect.target.span) or 'This'} makes no difference: {_why(prospects, schema)}."
            help = "Let what that action asks for be so as well, or leave this out."
            yield diagnose("unheeded-fact", message, effect.target.span, "asked for in vain", help=help)


def _heeded(prospects: Prospects) -> set[int]:
    """The fluents that anything possible reads: events, motives, the author, and whoever perceives something."""
    whole = prospects.unfolded.whole
    read: list[Formula] = [whole.utility]
    for action in prospects.actions:
        read += [action.precondition, *action.observers, *(condition for _, condition in action.permitting)]
        read += [each for each in (action.answers, action.tells) if each is not None]
    events: tuple[GroundAction | GroundRule, ...] = (*prospects.actions, *prospects.rules)
    read += [rule.precondition for rule in prospects.rules]
    read += [each for event in events for effect in event.effects for each in (effect.value, effect.condition)]
    read += [each for motives in whole.motives for motive in motives for each in (motive.weight, motive.score)]
    return {number for formula in read for number in fluents_of(formula)}
