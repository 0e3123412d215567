"""How things stand at the start: facts said of an existent, ``fact`` lines, chains, and what people believe."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from kizuna.diagnostics import Label, Span, diagnose
from kizuna.language.effects import Changes, shown_target
from kizuna.language.mistakes import mistake
from kizuna.language.names import Derived, Names, elsewhere, parameters_of, suggestion
from kizuna.language.syntax import (
    AboutLine,
    Becomes,
    BelievesChange,
    BelievesLine,
    CallTo,
    ChainLine,
    Change,
    ExistentLine,
    Expression,
    Name,
    Wants,
)
from kizuna.language.wants import Motives
from kizuna.model.effects import Assign, Effect
from kizuna.model.formulas import Call, Constant, Term
from kizuna.model.world import BOOLEAN, CHARACTER


@dataclass
class Start:
    """Takes in what is so at first."""

    changes: Changes
    motives: Motives
    effects: list[Effect] = field(default_factory=list)
    stated: dict[tuple[Call, tuple[Term, ...]], Assign] = field(default_factory=dict)

    @property
    def words(self) -> Names:
        """The names of the story."""
        return self.changes.conditions.words

    def state(self, changes: tuple[Change, ...]) -> None:
        """Take in facts, each by itself."""
        for change in changes:
            for effect in self.words.notes.attempt(self.changes.read, (change,), {}) or ():
                if not self._add(effect, change.span):
                    break

    def _add(self, effect: Effect, span: Span) -> bool:
        """Take in one effect, unless it takes back what was said before."""
        if isinstance(effect, Assign) and isinstance(effect.value, Constant) and not self.changes.conditions.exact:
            first = self.stated.setdefault((effect.target, effect.minds), effect)
            if first.value != effect.value and self.words.takes_up(span, first.span):
                self.effects = [each for each in self.effects if each is not first]
                self.stated[effect.target, effect.minds] = effect
            elif first.value != effect.value:
                message = f"`{shown_target(effect)}` is given two different worths at the start."
                secondary = (Label(first.span, "the first worth"),) if first.span else ()
                self.words.notes.note(diagnose("contradictory-facts", message, span, secondary=secondary))
                return False
        self.effects.append(effect)
        return True

    # --- about one existent ----------------------------------------------------------------------------------------

    def existents(self, line: ExistentLine) -> None:
        """Take in what is said with the existents of a line: facts, beliefs, motives."""
        for entry in line.entries:
            for words in entry.facts:
                self._about(entry.name, words, False, words[0].span.to(words[-1].span))
        if not line.block:
            return
        who = line.entries[0].name
        for item in line.block:
            match item:
                case Wants():
                    self.motives.want(who, item)
                case BelievesLine(changes=changes):
                    self._believe(who, item, changes)
                case AboutLine(words=words, negated=negated):
                    self._about(who, words, negated, item.span)

    def _believe(self, who: Name, line: BelievesLine, changes: tuple[Change, ...]) -> None:
        existent = self.words.existents.get(who.text)
        if existent is not None and not self.words.belongs(existent.types, CHARACTER):
            message = f"Only a character believes things, and `{who.text}` is none."
            secondary = elsewhere(existent.span, "")
            self.words.notes.note(diagnose("type-mismatch", message, line.span, secondary=secondary))
        elif existent is not None:
            for change in changes:
                self.state((BelievesChange(who, (change,), span=change.span),))

    def _about(self, who: Name, words: tuple[Expression, ...], negated: bool, span: Span) -> None:
        if who.text in self.words.existents:
            change = self.words.notes.attempt(self._fact, who, words, negated, span)
            if change is not None:
                self.state((change,))

    def _fact(self, who: Name, words: tuple[Expression, ...], negated: bool, span: Span) -> Becomes:
        """The change that a fact in plain words stands for."""
        run: list[str] = []
        for word in words:
            if not isinstance(word, Name):
                break
            run.append(word.text)
        for length in range(len(run), 0, -1):
            name = "_".join(run[:length])
            if name in self.words.fluents or name in self.words.broken:
                fluent = Name(name, span=words[0].span.to(words[length - 1].span))
                return self._said(who, fluent, words[length:], negated, span)
        for length in range(len(run), 0, -1):
            self.words.unless_broken("_".join(run[:length]))
        known = [name.replace("_", " ") for name in self.words.fluents]
        text = " ".join(run) or words[0].span.text
        lengths = range(len(run), 0, -1)
        offers = [self.words.offer("fluent", "_".join(run[:length])) for length in lengths]
        guesses = (*offers, *(suggestion(" ".join(run[:length]), known) for length in lengths))
        help = next(filter(None, guesses), "Declare a fluent for it, or say `wants`, `fears`, `believes`.")
        message = f"Nothing called `{text}` can be said of `{who.text}`."
        raise mistake(span, message, help, code="unknown-name")

    def _said(self, who: Name, fluent: Name, rest: tuple[Expression, ...], negated: bool, span: Span) -> Becomes:
        if fluent.text not in self.words.fluents:
            self.words.unless_broken(fluent.text)
        worth: Expression | None = None
        sizes = [(len(parameters_of(f)), self._is_truth(f)) for f in self.words.fluents[fluent.text]]
        plain = any(size == len(rest) + 1 and truth for size, truth in sizes)
        if not plain and rest and any(size == len(rest) for size, _ in sizes):
            if negated:
                message = "`not` and a worth cannot stand together."
                raise mistake(span, message, "Say the worth alone.", code="type-mismatch")
            worth, rest = rest[-1], rest[:-1]
        target = CallTo(fluent, (who, *rest), span=span)
        if worth is None and not any(size == len(rest) + 1 for size, _ in sizes):
            forms = [parameters_of(f) for f in self.words.fluents[fluent.text]]
            given = [(node.span, self.changes.conditions.term(node, {})) for node in (who, *rest)]
            raise self.words.misfit("fluent", fluent.text, forms, given, span)
        return Becomes(target, "=", worth, negated, span=span)

    def _is_truth(self, fluent: object) -> bool:
        return isinstance(fluent, Derived) or getattr(fluent, "type", "") == BOOLEAN

    # --- chains ----------------------------------------------------------------------------------------------------

    def chain(self, line: ChainLine) -> None:
        """Take in ``path house - well - wood``."""
        for one, other in pairwise(line.links):
            span = one.span.to(other.span)
            target = CallTo(line.fluent, (one, other), span=span)
            before = self.words.notes.failures
            self.state((Becomes(target, span=span),))
            if self.words.notes.failures > before:
                return
