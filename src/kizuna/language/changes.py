"""Changes: what becomes so, in truth or in minds.

Naive: read an expression and look afterwards whether it can be a change. Better: a reader of its own, since a change
has a form of its own, and whoever writes a condition where a change is needed (or the reverse) is told which of the two
the place asks for. Cost: linear.
"""

from __future__ import annotations

from kizuna.language.expressions import ExpressionReader
from kizuna.language.mistakes import MistakeError, mistake, shown
from kizuna.language.syntax import (
    Becomes,
    BelievesChange,
    Believing,
    CallTo,
    Change,
    Compared,
    EveryChange,
    Expression,
    IfChange,
    Name,
    OfType,
)

_FORMS = "A change is `f(x)`, `not f(x)`, `f(x) = value`, `f(x) += 1`, or `Ana believes f(x)`."


class ChangeReader(ExpressionReader):
    """Reads changes, and the expressions in them."""

    def changes(self, stop: str = "") -> tuple[Change, ...]:
        """Changes with commas between them, up to the end of the line or the token ``stop``."""
        is_open = self.texts[self.at] == "if"
        found = self._listed()
        while self.texts[self.at] == "," and not (self.kinds[self.at + 1] == "end" and not stop):
            if is_open:
                raise self._open_condition()
            self.at += 1
            is_open = self.texts[self.at] == "if"
            found += self._listed()
        word = self.texts[self.at]
        if word in ("and", "or"):
            raise self._joined(word)
        return tuple(found)

    def _listed(self) -> list[Change]:
        """One change of a list; brackets around changes of a list only hold them together."""
        if self.texts[self.at] != "(":
            return [self.change()]
        return list(self._bracket_or_one())

    def change(self) -> Change:
        """One change."""
        text, start = self.texts[self.at], self.starts[self.at]
        if text == "if":
            return self._if()
        if text == "every":
            self.at += 1
            variable, type, opening = self.bound("every")
            changes = self.changes(")")
            self.close(opening)
            self.levels -= 1
            return EveryChange(variable, type, changes, span=self.since(start))
        if text == "some":
            message = "`some` does not say who it happens to."
            raise mistake(self.here, message, "Give the event a parameter and a condition.", code="not-an-effect")
        if self.take("not"):
            target = self._target()
            self._no_value_after_not()
            return Becomes(target, negated=True, span=self.since(start))
        return self._assignment()

    def _assignment(self) -> Change:
        start = self.starts[self.at]
        target = self._target_or_mind()
        if self.texts[self.at] == "believes":
            return self._belief(target, start)
        if isinstance(target, Name):
            target = CallTo(target, (), span=target.span)
        operator = self.texts[self.at]
        if operator in ("=", "+=", "-="):
            self.at += 1
            return Becomes(target, operator, self._worth(), span=self.since(start))
        if operator in ("!=", "<", "<=", ">", ">=", "is", "+", "-", "*", "/"):
            message = f"A change is needed here, and {shown(operator)} makes no change."
            raise mistake(self.here, message, _FORMS, code="not-an-effect")
        return Becomes(target, span=self.since(start))

    def _target_or_mind(self) -> Name | CallTo:
        if not self.is_name(self.at):
            message = f"A change was expected here, and {self.found}."
            raise mistake(self.here, message, _FORMS, code="not-an-effect")
        name = self.name("a name")
        return self.call(name) if self.texts[self.at] == "(" else name

    def _target(self) -> CallTo:
        target = self._target_or_mind()
        if self.texts[self.at] == "believes":
            message = "Nobody stops believing by a `not` before the name."
            help = "Write `Ana believes not lit(x)` (she takes it for false), or `Ana believes f(x) = unknown`."
            raise mistake(self.here, message, help, code="not-an-effect")
        return target if isinstance(target, CallTo) else CallTo(target, (), span=target.span)

    def _worth(self) -> Expression:
        if self.texts[self.at] == "if":
            return self.expression()
        worth = self.negation()
        word = self.texts[self.at]
        if isinstance(worth, Compared | Believing | OfType):
            message = "This value is a comparison or a belief."
            raise mistake(worth.span, message, "Put it in brackets: `f(x) = (a = b)`.")
        if word in ("and", "or"):
            raise self._joined(word)
        return worth

    def _no_value_after_not(self) -> None:
        if self.texts[self.at] in ("=", "+=", "-="):
            message = "`not` and a value say two things at once."
            help = "Write `not f(x)`, or `f(x) = value`."
            raise mistake(self.here, message, help, code="not-an-effect")

    # --- minds, conditions -------------------------------------------------------------------------------------------

    def _belief(self, who: Name | CallTo, start: int) -> BelievesChange:
        self.at += 1
        self._deeper(self.at - 1)
        if self.texts[self.at] == "if":
            raise self._needs_brackets("if")
        changes = self._bracket_or_one()
        self.levels -= 1
        return BelievesChange(who, changes, span=self.since(start))

    def _bracket_or_one(self) -> tuple[Change, ...]:
        """Several changes in brackets, or one without."""
        opening = self.at
        if not self.take("("):
            return (self.change(),)
        self._deeper(opening)
        changes = self.changes(")")
        self.close(opening)
        self.levels -= 1
        return changes

    def _if(self) -> IfChange:
        start = self.starts[self.at]
        self.at += 1
        self._deeper(self.at - 1)
        condition = self._within_choice()
        if not self.take("then"):
            message = f"`then` is missing after `if`: {self.found}."
            raise mistake(self.here, message, "Write `if CONDITION then CHANGE`.")
        if self.texts[self.at] == "if":
            raise self._needs_brackets("if")
        changes = self._bracket_or_one()
        otherwise = self._bracket_or_one() if self.take("else") else ()
        self.levels -= 1
        return IfChange(condition, changes, otherwise, span=self.since(start))

    def _open_condition(self) -> MistakeError:
        message = "It is not clear whether what follows the comma belongs to the `if`."
        help = "Write `if C then (a, b)`, or `(if C then a), b`, or a line for each."
        return mistake(self.here, message, help, code="mixed-and-or")

    def _joined(self, word: str) -> MistakeError:
        if word == "or":
            message = "`or` would leave open what happens."
            return mistake(
                self.here, message, "Make two actions of it, or use `if ... then ... else ...`.", code="not-an-effect"
            )
        message = "Between changes stands a comma, not `and`."
        help = "Write `f(x), g(y)`; a condition as a value stands in brackets: `f(x) = (a and b)`."
        return mistake(self.here, message, help, code="not-an-effect")


def sayable(change: Change) -> bool:
    """Whether a change says one thing that is so or not, so that it can be read as a condition too."""
    match change:
        case Becomes(operator=operator):
            return operator == "="
        case BelievesChange(changes=(inner,)):
            return sayable(inner)
    return False
