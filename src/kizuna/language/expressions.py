"""Conditions and numbers: tokens in, expressions out.

Naive: one function that climbs through a table of precedences. Better: one method per level, loosest first, because
each level has mistakes of its own that deserve their own words: ``and`` beside ``or``, a second comparison, a mind that
is asked two things. Where readers could differ there is no guess. Cost: linear; brackets nest at most
:data:`MOST_LEVELS` deep and sums have at most :data:`MOST_TERMS` signs, so neither this nor any walk over the tree runs
out of stack.
"""

from __future__ import annotations

from kizuna.diagnostics import Label, Span
from kizuna.language.cursor import Cursor
from kizuna.language.mistakes import MistakeError, mistake, shown
from kizuna.language.syntax import (
    According,
    Believing,
    Bracketed,
    CallTo,
    Choice,
    Compared,
    Expression,
    Joined,
    Minus,
    Name,
    Negated,
    Numeral,
    OfType,
    Over,
    Reckoned,
    Truth,
    UnknownValue,
    Wildcard,
)
from kizuna.model.values import read_number

MOST_LEVELS = 60
MOST_TERMS = 200

_COMPARISONS = frozenset(["=", "!=", "<", "<=", ">", ">="])
_QUANTIFIED = {"every": "every", "some": "some", "sum": "sum of", "product": "product of"}


class ExpressionReader(Cursor):
    """Reads expressions."""

    levels = 0
    terms = 0
    wildcard: Span | None = None

    def conditions(self, stop: str = "") -> tuple[Expression, ...]:
        """Conditions with commas between them, up to the end of the line or the token ``stop``."""
        parts = [self.expression()]
        while self.texts[self.at] == "," and not (self.kinds[self.at + 1] == "end" and not stop):
            self.at += 1
            parts.append(self.expression())
        if len(parts) > 1:
            for part in parts:
                if isinstance(part, Joined) and part.operator == "or":
                    raise self._or_beside_comma(part)
                if isinstance(part, Choice) and part is not parts[-1]:
                    raise self._comma_after_choice(part)
        return tuple(parts)

    def expression(self) -> Expression:
        """One expression, as far as it reaches."""
        if self.texts[self.at] == "if":
            return self._choice()
        start = self.starts[self.at]
        first = self.negation()
        operator = self.texts[self.at]
        if operator not in ("and", "or"):
            return first
        parts, places = [first], [self.at]
        while (word := self.texts[self.at]) in ("and", "or"):
            if word != operator:
                raise self._mixed(places[0], word)
            if ends_in_a_mind(parts[-1]):
                raise self._mind_without_brackets(parts[-1])
            places.append(self.at)
            self.at += 1
            parts.append(self.negation())
        return Joined(operator, tuple(parts), span=self.since(start))

    def negation(self) -> Expression:
        """``not ...``, or anything tighter."""
        if self.texts[self.at] != "not":
            return self._comparison()
        start = self.starts[self.at]
        self.at += 1
        self._deeper(self.at - 1)
        body = self.negation()
        self.levels -= 1
        return Negated(body, span=self.since(start))

    # --- comparisons and minds ---------------------------------------------------------------------------------------

    def _comparison(self) -> Expression:
        start = self.starts[self.at]
        left = self.sum()
        word = self.texts[self.at]
        if word in _COMPARISONS:
            self.at += 1
            if self.texts[self.at] in ("not", "if"):
                raise self._needs_brackets(self.texts[self.at])
            right = self.sum()
            if self.texts[self.at] in _COMPARISONS:
                raise self._chained()
            if self.texts[self.at] in ("believes", "is"):
                raise self._needs_brackets(self.texts[self.at])
            return Compared(word, left, right, span=self.since(start))
        if word == "is":
            return self._of_type(left, start)
        if word == "believes":
            return self._believing(left, start)
        return left

    def _of_type(self, body: Expression, start: int) -> Expression:
        self.at += 1
        if self.texts[self.at] == "not":
            raise mistake(self.here, "`is not` is not written here.", "Write `not x is a place`, or `x != y`.")
        if not (self.take("a") or self.take("an")):
            message = f"After `is` comes `a` or `an` and a type; {self.found}."
            raise mistake(self.here, message, "Write `x is a place`; two things are compared with `=`.")
        return OfType(body, self.name("a type", "Write `x is a place`."), span=self.since(start))

    def _believing(self, who: Expression, start: int) -> Expression:
        if not isinstance(who, Name | CallTo | Bracketed):
            raise mistake(who.span, "Only somebody can believe something.", "Write `Ana believes lit(lantern)`.")
        self.at += 1
        self._deeper(self.at - 1)
        if self.texts[self.at] == "if":
            raise self._needs_brackets("if")
        body = self.negation()
        self.levels -= 1
        return Believing(who, body, span=self.since(start))

    # --- numbers -----------------------------------------------------------------------------------------------------

    def sum(self) -> Expression:
        """Terms with ``+`` and ``-`` between them."""
        start = self.starts[self.at]
        left = self._product()
        while (sign := self.texts[self.at]) in ("+", "-"):
            self._step()
            left = Reckoned(sign, left, self._product(), span=self.since(start))
        return left

    def _product(self) -> Expression:
        start = self.starts[self.at]
        left = self._signed() if self.texts[self.at] == "-" else self._attributed()
        while (sign := self.texts[self.at]) in ("*", "/"):
            self._step()
            left = Reckoned(sign, left, self._signed(), span=self.since(start))
        return left

    def _signed(self) -> Expression:
        start = self.starts[self.at]
        if not self.take("-"):
            return self._attributed()
        self._deeper(self.at - 1)
        body = self._signed()
        self.levels -= 1
        return Minus(body, span=self.since(start))

    def _attributed(self) -> Expression:
        """Something, perhaps ``according to`` somebody, according to somebody else."""
        start = self.starts[self.at]
        body = self._atom()
        while self.texts[self.at] == "according":
            self._step()
            example = "Write `trust(Ana) according to Bruno`."
            if not self.take("to"):
                raise mistake(self.here, f"`to` is missing after `according`: {self.found}.", example)
            body = According(body, self.name("whose mind it is", example), span=self.since(start))
        return body

    # --- the tightest ------------------------------------------------------------------------------------------------

    def _atom(self) -> Expression:
        at = self.at
        kind, text = self.kinds[at], self.texts[at]
        if kind == "number":
            self.at += 1
            return Numeral(read_number(text), span=Span(self.source, self.starts[at], self.ends[at]))
        if text == "(":
            return self._bracket()
        if text in _QUANTIFIED and (text in ("every", "some") or self.texts[at + 1] == "of"):
            return self._over(text)
        if self.is_name(at):
            name = self.name("a name")
            return self.call(name) if self.texts[self.at] == "(" else name
        if text in ("yes", "no", "unknown"):
            self.at += 1
            span = Span(self.source, self.starts[at], self.ends[at])
            return UnknownValue(span=span) if text == "unknown" else Truth(text == "yes", span=span)
        raise self._no_atom()

    def call(self, name: Name) -> CallTo:
        """The arguments behind a name, and the name."""
        opening = self.open(f"Write `{name.text}(...)`.")
        arguments: list[Expression] = []
        if not self.take(")"):
            arguments.append(self._argument())
            while self.take(","):
                arguments.append(self._argument())
            self.close(opening)
        return CallTo(name, tuple(arguments), span=self.since(name.span.start))

    def _argument(self) -> Expression:
        text, start = self.texts[self.at], self.starts[self.at]
        if text == "_":
            self.wildcard = self.wildcard or self.here
            self.at += 1
            return Wildcard(span=self.since(start))
        if text == "-" and self.kinds[self.at + 1] == "number":
            return self._signed()
        if self.is_name(self.at) and self.texts[self.at + 1] == "(":
            message = f"{shown(text + '(...)')} cannot stand inside the brackets of another."
            help = "Give it a name first: with a parameter `x` and the condition `... = x`, `x` can stand here."
            raise mistake(self.here, message, help)
        if self.kinds[self.at] == "number" or text in ("yes", "no", "unknown") or self.is_name(self.at):
            return self._atom()
        raise mistake(self.here, f"A name or a number was expected here, and {self.found}.")

    def _bracket(self) -> Expression:
        opening = self.at
        self.at += 1
        self._deeper(opening)
        if self.texts[self.at] == ")":
            raise mistake(self.here, "There is nothing between these brackets.", "Put a condition or a number there.")
        body = together(self.conditions(")"))
        self.close(opening, "A comma, `and`, `or` or `)`")
        self.levels -= 1
        return Bracketed(body, span=self.since(self.starts[opening]))

    def _over(self, kind: str) -> Expression:
        start = self.starts[self.at]
        self.at += 1 if kind in ("every", "some") else 2
        variable, type, opening = self.bound(_QUANTIFIED[kind])
        body = together(self.conditions(")"))
        self.close(opening, "A comma, `and`, `or` or `)`")
        self.levels -= 1
        return Over(kind, variable, type, body, span=self.since(start))

    def bound(self, words: str) -> tuple[Name, Name, int]:
        """``x: type (`` behind ``every`` and its like."""
        example = f"Write `{words} x: character (...)`."
        variable = self.name("a name for each of them", example)
        if not self.take(":"):
            message = f"It has to be said what type {shown(variable.text)} is."
            raise mistake(self.here, message, example, code="missing-type")
        type = self.name("a type", example)
        opening = self.open(example)
        self._deeper(opening)
        return variable, type, opening

    def _choice(self) -> Expression:
        start = self.starts[self.at]
        branches: list[tuple[Expression, Expression]] = []
        self._deeper(self.at)
        while self.take("if"):
            condition = self._within_choice()
            if not self.take("then"):
                raise mistake(self.here, f"`then` is missing after `if`: {self.found}.", "Write `if C then A else B`.")
            branches.append((condition, self._within_choice()))
            if not self.take("else"):
                message = f"`else` is missing after `then`: {self.found}."
                help = "A condition or number needs both: `if C then A else B`. What happens stands under `then` alone."
                raise mistake(self.here, message, help)
        otherwise = self._within_choice()
        if isinstance(otherwise, Joined):
            message = "It is not clear how far `else` reaches."
            raise mistake(otherwise.span, message, "Put what follows `else`, or all from `if` on, in brackets.",
                          code="mixed-and-or")  # fmt: skip
        self.levels -= 1
        return Choice(tuple(branches), otherwise, span=self.since(start))

    def _within_choice(self) -> Expression:
        if self.texts[self.at] == "if":
            raise self._needs_brackets("if")
        return self.expression()

    # --- mistakes ----------------------------------------------------------------------------------------------------

    def _deeper(self, index: int) -> None:
        self.levels += 1
        if self.levels > MOST_LEVELS:
            message = f"This nests more than {MOST_LEVELS} levels deep."
            raise mistake(self.span(index), message, "Split it up with a `define`.", code="nested-too-deeply")

    def _step(self) -> None:
        self.at += 1
        self.terms += 1
        if self.terms > MOST_TERMS:
            message = f"This reckons with more than {MOST_TERMS} signs."
            raise mistake(self.span(self.at - 1), message, "Split it up with a `define`.", code="nested-too-deeply")

    def _needs_brackets(self, word: str) -> MistakeError:
        return mistake(
            self.here, f"`{word}` needs brackets around it here.", "Write `(...)` around what belongs together."
        )

    def _mixed(self, first: int, word: str) -> MistakeError:
        return mistake(
            self.here,
            "`and` and `or` stand side by side, and readers could differ about what belongs together.",
            "Put brackets around one of them: `(a and b) or c`, or `a and (b or c)`.",
            code="mixed-and-or",
            label=f"here `{word}`",
            secondary=(Label(self.span(first), f"here `{self.texts[first]}`"),),
        )

    def _or_beside_comma(self, part: Joined) -> MistakeError:
        message = "A comma means `and`, and here it stands beside an `or`."
        help = "Put brackets around what belongs together: `(a or b), c`."
        return mistake(part.span, message, help, code="mixed-and-or")

    def _comma_after_choice(self, part: Choice) -> MistakeError:
        message = "It is not clear whether what follows the comma belongs to `else`."
        return mistake(part.span, message, "Put all from `if` on in brackets.", code="mixed-and-or")

    def _mind_without_brackets(self, part: Expression) -> MistakeError:
        word = self.texts[self.at]
        message = f"It is not clear whether what follows `{word}` is believed too."
        help = f"Write `X believes (a {word} b)`, or `(X believes a) {word} b`."
        return mistake(self.here, message, help, code="mixed-and-or", secondary=(Label(part.span, "believed"),))

    def _chained(self) -> MistakeError:
        message = "Two comparisons stand in one chain."
        help = "Write them one by one: `a = b and b = c`."
        return mistake(self.here, message, help, code="chained-comparison")

    def _no_atom(self) -> MistakeError:
        text = self.texts[self.at]
        if self.at_end:
            return mistake(self.here, "Something is missing at the end of this line.")
        if text == "_":
            return lost_wildcard(self.here)
        if text in ("if", "not"):
            return self._needs_brackets(text)
        if self.kinds[self.at] == "string":
            message = "A text in quotes is no condition and no number."
            return mistake(self.here, message, "Names stand without quotes, odd ones in backquotes.")
        if text in ("and", "or") and self.at == 0:
            message = f"A line cannot begin with `{text}`."
            return mistake(
                self.here,
                message,
                "Each line is a condition of its own; leave the word out, or write both in one line.",
            )
        return mistake(self.here, f"A condition, a name or a number was expected here, and {self.found}.")


def lost_wildcard(span: Span) -> MistakeError:
    """The mistake of a ``_`` outside of patterns."""
    message = "`_` stands only in the pattern of an event."
    return mistake(span, message, "In `plot`: `first walk(Ana, _, well)`.")


def together(parts: tuple[Expression, ...]) -> Expression:
    """Several conditions that all have to hold, as one."""
    if len(parts) == 1:
        return parts[0]
    flat: list[Expression] = []
    for part in parts:
        if isinstance(part, Joined) and part.operator == "and":
            flat += part.parts
        else:
            flat.append(part)
    last = len(flat) - 1
    closed = (
        Bracketed(part, span=part.span)
        if isinstance(part, Choice | Joined) or (ends_in_a_mind(part) and place < last)
        else part
        for place, part in enumerate(flat)
    )
    return Joined("and", tuple(closed), span=parts[0].span.to(parts[-1].span))


def ends_in_a_mind(part: Expression) -> bool:
    """Whether an ``and`` behind a part could be taken for something believed."""
    while isinstance(part, Negated):
        part = part.body
    return isinstance(part, Believing)
