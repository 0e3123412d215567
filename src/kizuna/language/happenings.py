"""What can happen: actions and rules, and who perceives them.

Those who will an action always perceive it. Others do if they perceive any of those (``perceives``, said once), unless
the action says who sees it; where nothing is said, everyone does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kizuna.diagnostics import Label, Span, diagnose
from kizuna.language.cues import Cues
from kizuna.language.declare import Declarations
from kizuna.language.effects import Changes, contradicted, shown_target
from kizuna.language.mistakes import mistake
from kizuna.language.names import Names, Scope, elsewhere
from kizuna.language.resolve import Conditions
from kizuna.language.substitute import fresh, substituted
from kizuna.language.syntax import ActionNode, Expression, PerceivesLine, Permits, RuleNode, SeenBy
from kizuna.model.effects import Effect
from kizuna.model.formulas import FALSE, TRUE, Compare, Formula, Or, Term, Variable
from kizuna.model.world import CHARACTER, EVERYONE, Action, Logic, Observing, Rule


@dataclass(frozen=True, slots=True)
class Perceiving:
    """Who perceives whose acts."""

    observer: Variable
    doer: Variable
    condition: Formula
    span: Span


@dataclass
class Happenings:
    """Takes in actions and rules."""

    declarations: Declarations
    changes: Changes
    cues: Cues
    perceiving: Perceiving | None = None
    actions: list[Action] = field(default_factory=list)
    rules: dict[str, Rule] = field(default_factory=dict)
    all_rules: list[Rule] = field(default_factory=list)
    headings: dict[int, tuple[tuple[Term, ...], Scope, bool]] = field(default_factory=dict)

    @property
    def words(self) -> Names:
        """The names of the story."""
        return self.declarations.words

    @property
    def conditions(self) -> Conditions:
        """What reads conditions."""
        return self.changes.conditions

    # --- perceiving ------------------------------------------------------------------------------------------------

    def perceive(self, line: PerceivesLine) -> None:
        """Take in who perceives whose acts."""
        if self.perceiving is not None and not self.words.takes_up(line.span, self.perceiving.span):
            message = "Who perceives whose acts is said twice."
            secondary = elsewhere(self.perceiving.span, "said here first")
            self.words.notes.note(diagnose("duplicate-definition", message, line.span, secondary=secondary))
            return
        terms, scope, sound = self.declarations.parameters(line.parameters)
        if not sound:
            return
        people = [term for term in terms if isinstance(term, Variable) and self.words.is_a(CHARACTER, term.type)]
        if len(people) != 2 or len(terms) != 2:
            message = "`perceives` is about an observer and a doer, both any character."
            help = "Write `perceives(observer: character, doer: character): ...`."
            self.words.notes.note(diagnose("wrong-arguments", message, line.span, help=help))
            return
        condition = self.words.notes.attempt(self.conditions.condition, line.body, scope)
        if condition is not None:
            self.perceiving = Perceiving(people[0], people[1], condition, line.span)

    def _observing(self, seen: SeenBy | None, doers: tuple[Term, ...], scope: Scope) -> Observing:
        if seen is not None and seen.variable is not None and seen.condition is not None:
            self.conditions.refuse_shadow(seen.variable, scope)
            taken = {known.formula.name for known in scope.values() if isinstance(known.formula, Variable)}
            variable = Variable(fresh(seen.variable.text, taken), CHARACTER, span=seen.variable.span)
            inside = {**scope, seen.variable.text: self.words.variable(seen.variable, CHARACTER)}
            condition = self.conditions.condition(seen.condition, inside)
            if seen.also:
                condition = _any_of((self._usual(variable, doers, scope), condition))
            elif self.conditions.exact or condition == TRUE:
                return Observing(variable, condition)
        else:
            observer = self.perceiving.observer.name if self.perceiving else "observer"
            variable = Variable(fresh(observer, scope), CHARACTER)
            said = TRUE if seen is not None and seen.everyone else FALSE
            condition = self._usual(variable, doers, scope) if seen is None else said
        if condition == TRUE:
            return EVERYONE
        if self.conditions.exact or not doers:
            return Observing(variable, condition)
        themselves = tuple(Compare("==", variable, doer) for doer in doers)
        return Observing(variable, _any_of((*themselves, condition)))

    def _usual(self, observer: Variable, doers: tuple[Term, ...], scope: Scope) -> Formula:
        """Who perceives an act of these doers where the act itself does not say."""
        said = self.perceiving
        if said is None or not doers or self.conditions.exact:
            return TRUE
        taken = {*scope, observer.name}
        return _any_of(
            tuple(
                substituted(said.condition, {said.observer.name: observer, said.doer.name: doer}, taken)
                for doer in dict.fromkeys(doers)
            )
        )

    # --- actions and rules -----------------------------------------------------------------------------------------

    def announce(self, node: ActionNode, exact: bool) -> None:
        """Take in the heading of an action: plots call it by name, and may stand before it."""
        parameters, scope, sound = self.declarations.parameters(node.parameters)
        name = node.name.text
        if not sound:
            self.words.broken.add(name)
        fresh_one = sound and (exact or self.declarations.unlike_actions(node.name, parameters))
        self.headings[id(node)] = parameters, scope, fresh_one
        if fresh_one:
            self.words.actions.setdefault(name, []).append(Action(name, parameters, span=node.name.span))

    def act(self, node: ActionNode) -> None:
        """Take in what an action is."""
        self.words.notes.attempt(self._act, node)

    def _act(self, node: ActionNode) -> None:
        parameters, scope, is_fresh = self.headings[id(node)]
        self.words.used.clear()
        attempt = self.words.notes.attempt
        precondition = attempt(self.conditions.all_of, (*node.due, *node.when), scope)
        effects = attempt(self.changes.read, node.then, scope)
        doers = attempt(self._doers, node.by, scope)
        permitting = attempt(self._permitting, node.permits, scope)
        observing = attempt(self._observing, node.seen, doers or (), scope)
        tells = None if node.tells is None else attempt(self.conditions.condition, node.tells, scope)
        answers = None if node.answers is None else attempt(self.conditions.condition, node.answers, scope)
        cues = attempt(self.cues.read, node.cues, scope)
        if not node.broken:
            self.declarations.warn_of_unused(node.parameters, scope, node.say, "action")
        if not is_fresh or precondition is None or effects is None:
            return
        if doers is None or observing is None or permitting is None or cues is None:
            return
        _refuse_without_doers(node)
        name, span = node.name.text, node.name.span
        self._look(name, effects, span)
        due = bool(node.due)
        self.actions.append(
            Action(name, parameters, precondition, effects, doers, observing, node.say, tells, permitting, answers, due,
                   cues, span=span)
        )  # fmt: skip

    def _permitting(self, nodes: tuple[Permits, ...], scope: Scope) -> tuple[tuple[Term, Formula], ...]:
        return tuple(
            (
                self.conditions.character(node.who, scope, "can permit an action"),
                TRUE if node.condition is None else self.conditions.condition(node.condition, scope),
            )
            for node in nodes
        )

    def _doers(self, nodes: tuple[Expression, ...], scope: Scope) -> tuple[Term, ...]:
        doers = tuple(self.conditions.character(node, scope, "can will an action") for node in nodes)
        return doers if self.conditions.exact else tuple(dict.fromkeys(doers))

    def react(self, node: RuleNode) -> None:
        """Take in a rule."""
        parameters, scope, sound = self.declarations.parameters(node.parameters)
        precondition = self.words.notes.attempt(self.conditions.all_of, node.when, scope)
        effects = self.words.notes.attempt(self.changes.read, node.then, scope)
        if not node.broken:
            self.declarations.warn_of_unused(node.parameters, scope, node.say, "rule")
        if not sound or precondition is None or effects is None:
            return
        name, span = node.name.text, node.name.span
        rule = Rule(name, parameters, precondition, effects, span=span)
        first = self.rules.setdefault(name, rule)
        if first is not rule and not self.conditions.exact:
            secondary = elsewhere(first.span, "the first declaration")
            message = f"There is already a rule `{name}`."
            self.words.notes.note(diagnose("duplicate-definition", message, span, secondary=secondary))
            return
        self._look(name, effects, span)
        self.all_rules.append(rule)

    def _look(self, name: str, effects: tuple[Effect, ...], span: Span) -> None:
        """What deserves a word about the effects of one event."""
        clash = None if self.conditions.exact else contradicted(effects)
        if clash is not None and clash[0].span and clash[1].span:
            message = f"`{name}` gives `{shown_target(clash[1])}` two different worths."
            other = (Label(clash[0].span, "the other worth"),)
            self.words.notes.note(diagnose("contradictory-effects", message, clash[1].span, secondary=other))
        if not effects and self.conditions.logic is Logic.TWO_VALUED:
            self.words.notes.note(diagnose("no-effect", f"`{name}` changes nothing.", span))


def _refuse_without_doers(node: ActionNode) -> None:
    """What only somebody's own act can be: telling, answering; and what nobody's act can be: due."""
    name = node.name.text
    if not node.by:
        for section, verb in ((node.tells, "tells something"), (node.answers, "answers something")):
            if section is not None:
                message = f"`{name}` {verb}, and nobody does it."
                raise mistake(section.span, message, "Say who does it: `by who`.", code="misplaced-line")
    elif node.due:
        message = f"`{name}` is due, so it comes by itself, and yet it says who wills it."
        raise mistake(node.by[0].span, message, "Remove `by`, or write `when` for `due`.", code="misplaced-line")


def _any_of(parts: tuple[Formula, ...]) -> Formula:
    if TRUE in parts:
        return TRUE
    kept = tuple(dict.fromkeys(part for part in parts if part != FALSE))
    return kept[0] if len(kept) == 1 else (Or(kept) if kept else FALSE)


def unknown_action(words: Names, name: str, span: Span, help: str) -> Exception:
    """The mistake of an action that nobody declared."""
    words.unless_broken(name)
    help = words.offer("action", name) or help
    return mistake(span, f"There is no action `{name}`.", help, code="unknown-name")
