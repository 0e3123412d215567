"""What happened before the start: events, what is said of them, and what calls them up.

An event of the past is one of an action, whose arguments it has to suit, or it has a phrase of its own and needs no
action. Whoever is only remembered (an existent and nothing else) may stand for anybody and anything in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import EllipsisType

from kizuna.language.cues import Cues
from kizuna.language.mistakes import mistake
from kizuna.language.names import suggestion
from kizuna.language.plots import Plots
from kizuna.language.syntax import CallTo, CuesLine, HappenedLine, PastBlock, SayLine, Wildcard
from kizuna.model.formulas import Constant
from kizuna.model.values import Value
from kizuna.model.world import Cue, PastEvent

_NAMED = re.compile(r"\{([^{}]*)\}")


@dataclass
class Past:
    """Takes in the past."""

    plots: Plots
    cues: Cues
    events: list[PastEvent] = field(default_factory=list)

    def block(self, block: PastBlock) -> None:
        """Take in what happened before the start."""
        for item in block.items:
            if isinstance(item, CallTo | HappenedLine):
                event = self.plots.words.notes.attempt(self._event, item)
                if event is not None:
                    self.events.append(event)

    def _event(self, item: CallTo | HappenedLine) -> PastEvent:
        call, block = (item, ()) if isinstance(item, CallTo) else (item.event, item.block)
        for argument in call.arguments:
            if isinstance(argument, Wildcard):
                raise mistake(argument.span, "What happened is said in full: `_` leaves it open.")
        said = [line for line in block if isinstance(line, SayLine)]
        if len(said) > 1:
            raise mistake(said[1].span, "What happened is said twice.", "Make one of them.", code="repeated-section")
        arguments = self._arguments(call, is_said=bool(said))
        cues: list[Cue] = []
        for line in block:
            if isinstance(line, SayLine):
                self._look(line)
            elif isinstance(line, CuesLine):
                cues += self.cues.read(line.cues, {})
        return PastEvent(call.name.text, arguments, said[0].text if said else None, tuple(cues), span=call.span)

    def _arguments(self, call: CallTo, *, is_said: bool) -> tuple[Value, ...]:
        words, name = self.plots.words, call.name
        if name.text in words.actions:
            found = self.plots.arguments(call, remembered=True)
            return tuple(value for value in found if not isinstance(value, EllipsisType))
        if not is_said:
            words.unless_broken(name.text)
            offer = words.offer("action", name.text) or suggestion(name.text, set(words.actions))
            help = offer or 'Declare it, or say below it what happened: `say "..."`.'
            raise mistake(name.span, f"There is no action `{name.text}`.", help, code="unknown-name")
        values = [self.plots.conditions.term(argument, {}).formula for argument in call.arguments]
        return tuple(value.value for value in values if isinstance(value, Constant))

    def _look(self, line: SayLine) -> None:
        """Whether everybody whom a phrase names in braces is there."""
        words = self.plots.words
        for found in _NAMED.finditer(line.text):
            if found[1] not in words.existents:
                words.unless_broken(found[1])
                message = f"Nobody and nothing is called `{found[1]}`."
                help = suggestion(found[1], set(words.existents)) or "Names stand in braces: `{Ana}`."
                raise mistake(line.span, message, help, code="unknown-name")
