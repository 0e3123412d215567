"""Sensations that come with events, and call up others: ``cues hair_on_hands(who, whom)``.

Nobody declares them: two events share one if it has the same name and is of the same people and things. So a name has
to be of as many everywhere, and anything else is a finding.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kizuna.diagnostics import Span
from kizuna.language.mistakes import mistake
from kizuna.language.names import Scope, elsewhere
from kizuna.language.resolve import Conditions
from kizuna.language.syntax import CallTo, Expression
from kizuna.model.formulas import Constant, Term, Variable
from kizuna.model.world import Cue


@dataclass
class Cues:
    """Reads cues, and remembers of how many each is."""

    conditions: Conditions
    known: dict[str, tuple[int, Span]] = field(default_factory=dict)

    def read(self, nodes: Iterable[CallTo], scope: Scope) -> tuple[Cue, ...]:
        """The cues of one event or action."""
        return tuple(self._cue(node, scope) for node in nodes)

    def _cue(self, node: CallTo, scope: Scope) -> Cue:
        size = len(node.arguments)
        first, place = self.known.setdefault(node.name.text, (size, node.span))
        if size != first:
            message = f"The cue `{node.name.text}` is of {size} here and of {first} elsewhere, so the two never meet."
            help = "Say everywhere of whom and what it is, or nowhere."
            secondary = elsewhere(place, "the first of that name")
            raise mistake(node.span, message, help, code="wrong-arguments", secondary=secondary)
        return Cue(node.name.text, tuple(self._of(each, scope) for each in node.arguments))

    def _of(self, node: Expression, scope: Scope) -> Term:
        found = self.conditions.term(node, scope).formula
        if isinstance(found, Variable) or (isinstance(found, Constant) and isinstance(found.value, str)):
            return found
        raise mistake(node.span, "A cue is of somebody or something.", "Write `cues hair_on_hands(who, whom)`.")
