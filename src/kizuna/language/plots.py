"""What the author wants of the story: endings, waypoints, what shall never be."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import EllipsisType

from kizuna.diagnostics import Span, diagnose
from kizuna.language.happenings import unknown_action
from kizuna.language.mistakes import mistake
from kizuna.language.names import Names, Typed, elsewhere, parameters_of, suggestion
from kizuna.language.resolve import Conditions
from kizuna.language.syntax import (
    CallTo,
    EndingLine,
    Expression,
    Name,
    NeverLine,
    PlotBlock,
    PlotItem,
    UtilityLine,
    WaypointLine,
    Wildcard,
)
from kizuna.model.formulas import TRUE, ZERO, Constant, Formula, Term
from kizuna.model.values import Value
from kizuna.model.world import ENTITY, Action, Ending, EventPattern, Plot


@dataclass
class Plots:
    """Takes in the plot."""

    conditions: Conditions
    endings: dict[str, Ending] = field(default_factory=dict)
    all_endings: list[Ending] = field(default_factory=list)
    waypoints: list[Formula | EventPattern] = field(default_factory=list)
    never: list[Formula] = field(default_factory=list)
    utility: tuple[Formula, Span] | None = None
    span: Span | None = None

    @property
    def words(self) -> Names:
        """The names of the story."""
        return self.conditions.words

    def plot(self) -> Plot:
        """All that was taken in."""
        utility = self.utility[0] if self.utility else ZERO
        return Plot(utility, tuple(self.all_endings), tuple(self.waypoints), tuple(self.never), span=self.span)

    def block(self, block: PlotBlock) -> None:
        """Take in a plot."""
        self.span = self.span or block.span
        for item in block.items:
            self.words.notes.attempt(self._item, item)

    def _item(self, item: PlotItem) -> None:
        match item:
            case EndingLine():
                self._ending(item)
            case WaypointLine(step=step):
                self.waypoints.append(self._step(step))
            case NeverLine(condition=condition):
                self.never.append(self.conditions.condition(condition, {}))
            case UtilityLine(score=score):
                formula = self.conditions.score(score, {}, "A utility")
                if self.utility is not None:
                    message = "The utility is said twice."
                    secondary = elsewhere(self.utility[1], "said here first")
                    raise mistake(item.span, message, "Add them up.", code="duplicate-definition", secondary=secondary)
                self.utility = formula, item.span

    def _ending(self, item: EndingLine) -> None:
        condition = self.conditions.condition(item.condition, {})
        ending = Ending(item.name.text, condition, span=item.name.span)
        first = self.endings.setdefault(ending.name, ending)
        if first is not ending and not self.conditions.exact:
            message = f"There is already an ending `{ending.name}`."
            secondary = elsewhere(first.span, "the first of that name")
            help = "Join the two with `or`, or give this one another name."
            raise mistake(item.name.span, message, help, code="duplicate-definition", secondary=secondary)
        self.all_endings.append(ending)

    # --- events ----------------------------------------------------------------------------------------------------

    def _step(self, step: Expression) -> Formula | EventPattern:
        """What has to come to pass: an event where an action is called plainly, else a condition."""
        if not isinstance(step, CallTo):
            return self.conditions.condition(step, {})
        name, arguments = step.name, step.arguments
        is_pattern = any(isinstance(argument, Wildcard) for argument in arguments)
        if name.text not in self.words.actions:
            if name.text not in self.words.fluents or is_pattern:
                raise self._no_action(name)
            return self.conditions.condition(step, {})
        if name.text in self.words.fluents and not is_pattern and not self.conditions.exact:
            message = f"`{name.text}` is both an action and a fluent; here the event is meant."
            help = f"For the fact write `{step.span.text} = yes`."
            self.words.notes.note(diagnose("surprising-binding", message, step.span, help=help))
        return EventPattern(name.text, self.arguments(step), span=step.span)

    def _no_action(self, name: Name) -> Exception:
        known = {*self.words.actions, *self.words.fluents}
        return unknown_action(self.words, name.text, name.span, suggestion(name.text, known))

    def arguments(self, call: CallTo, *, remembered: bool = False) -> tuple[Value | EllipsisType, ...]:
        """The arguments of an event, which must suit one of the actions of that name.

        With ``remembered``, whoever is an existent and nothing else suits every parameter.
        """
        given = [
            None if isinstance(argument, Wildcard) else self.conditions.term(argument, {})
            for argument in call.arguments
        ]
        actions = self.words.actions[call.name.text]
        suiting = [None if remembered and self._is_bare(found) else found for found in given]
        if not any(self._suits(action, suiting) for action in actions):
            pairs = [
                (node.span, found or Typed(TRUE, "anything")) for node, found in zip(call.arguments, given, strict=True)
            ]
            open_at = [found is None for found in given]
            wanted = [parameters_of(action) for action in actions]
            if any(open_at) and all(len(terms) == len(given) for terms in wanted):
                kept = [n for n, free in enumerate(open_at) if not free]
                wanted = [tuple(terms[n] for n in kept) for terms in wanted]
                pairs = [pairs[n] for n in kept]
            raise self.words.misfit("action", call.name.text, wanted, pairs, call.span)
        return tuple(
            ... if found is None else found.formula.value  # type: ignore[union-attr]
            for found in given
        )

    def _is_bare(self, found: Typed | None) -> bool:
        value = found.formula.value if found is not None and isinstance(found.formula, Constant) else None
        existent = self.words.existents.get(value) if isinstance(value, str) else None
        return existent is not None and existent.types == (ENTITY,)

    def _suits(self, action: Action, given: list[Typed | None]) -> bool:
        def accepted(term: Term, found: Typed | None) -> bool:
            return found is None or self.words.chosen([(term,)], [found], lambda terms: terms) is not None

        return len(action.parameters) == len(given) and all(map(accepted, action.parameters, given))
