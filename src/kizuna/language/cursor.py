"""A place among the tokens of a line, and the small questions that every reader of lines asks.

Naive: hand lists of tokens around and slice them. Better: one cursor that moves to the right, with an end mark behind
the last token, so that looking ahead never falls off the line. Cost: constant per question.
"""

from __future__ import annotations

from kizuna.diagnostics import Label, Source, Span
from kizuna.language.lexer import Tokens, name_of, unescape
from kizuna.language.mistakes import MistakeError, mistake, shown
from kizuna.language.syntax import Name

RESERVED = frozenset(
    ["and", "or", "not", "believes", "is", "if", "then", "else", "every", "some", "yes", "no", "unknown"]
)
"""Words that mean something inside a line; a name like one of them stands in backquotes."""


class Cursor:
    """Reads the tokens of one line from the left."""

    def __init__(self, source: Source, tokens: Tokens, start: int) -> None:
        self.source = source
        self.texts = [*tokens.texts, ""]
        self.kinds = [*tokens.kinds, "end"]
        end = tokens.ends[-1] if tokens.ends else start
        self.starts = [*tokens.starts, end]
        self.ends = [*tokens.ends, end]
        self.at = 0

    # --- places ------------------------------------------------------------------------------------------------------

    def since(self, start: int) -> Span:
        """From an offset to the end of the last token read."""
        at = self.at
        return Span(self.source, start, self.ends[at - 1] if at else self.ends[0])

    def span(self, index: int) -> Span:
        """The stretch of one token; behind the end of the line, of the last one."""
        if self.kinds[index] == "end" and index:
            index -= 1
        return Span(self.source, self.starts[index], self.ends[index])

    @property
    def here(self) -> Span:
        """The stretch of the token under the cursor."""
        return self.span(self.at)

    @property
    def at_end(self) -> bool:
        """Whether the line is read to its end."""
        return self.kinds[self.at] == "end"

    @property
    def found(self) -> str:
        """The token under the cursor, for a message."""
        return "the line ends" if self.at_end else f"there is {shown(self.texts[self.at])}"

    # --- words -------------------------------------------------------------------------------------------------------

    def is_name(self, index: int) -> bool:
        """Whether a token can be read as a name."""
        kind = self.kinds[index]
        return kind == "quoted" or (kind == "word" and self.texts[index] not in RESERVED)

    def take(self, text: str) -> bool:
        """Step over this token if it is the next."""
        if self.texts[self.at] == text:
            self.at += 1
            return True
        return False

    def name(self, what: str, example: str = "") -> Name:
        """The name under the cursor; ``what`` says in a message what it would be the name of."""
        at = self.at
        if not self.is_name(at):
            text = self.texts[at]
            if self.kinds[at] == "word":
                help = f"It means something here; as a name it stands in backquotes: `` `{text}` ``."
                raise mistake(self.here, f"{shown(text)} cannot be {what}.", help)
            raise mistake(self.here, f"Here {what} is missing: {self.found}.", example)
        self.at = at + 1
        return Name(name_of(self.texts[at]), span=Span(self.source, self.starts[at], self.ends[at]))

    def string(self) -> str | None:
        """The text in quotes under the cursor, if there is one."""
        if self.kinds[self.at] != "string":
            return None
        self.at += 1
        return unescape(self.texts[self.at - 1])

    # --- brackets and ends -------------------------------------------------------------------------------------------

    def open(self, example: str) -> int:
        """Step over an opening bracket and say where it is."""
        if not self.take("("):
            raise mistake(self.here, f"An opening bracket is missing: {self.found}.", example)
        return self.at - 1

    def close(self, opening: int, what: str = "") -> None:
        """Step over the bracket that closes the one at ``opening``."""
        if self.take(")"):
            return
        if self.at_end or not self._is_closed(opening):
            raise mistake(self.span(opening), "This bracket is never closed.", "Close it with `)`.", code="unclosed")
        message = f"{what or 'A comma or `)`'} was expected here, and {self.found}."
        raise mistake(self.here, message, secondary=(Label(self.span(opening), "in this bracket"),))

    def _is_closed(self, opening: int) -> bool:
        """Whether any bracket of the line closes the one at ``opening``."""
        inside = 0
        for text in self.texts[opening:]:
            inside += (text == "(") - (text == ")")
            if inside == 0:
                return True
        return False

    def colon(self, after: str, example: str) -> None:
        """Step over a colon that has to be there."""
        if not self.take(":"):
            what = "the end of the line" if self.at_end else shown(self.texts[self.at])
            where = f"A `:` is missing after {after}, before {what}."
            raise mistake(self.here, where, example)

    def finish(self, example: str = "") -> None:
        """Complain if there is more on the line."""
        if not self.at_end:
            raise self.left_over(example)

    def left_over(self, example: str = "") -> MistakeError:
        """The mistake that there is more on the line than can be understood."""
        text = self.texts[self.at]
        if text == ")":
            return mistake(self.here, "This bracket closes nothing.", "Remove it, or open it before.", code="unclosed")
        if text == "," and self.kinds[self.at + 1] == "end":
            help = "Remove the comma, or go on in a next line that is indented more deeply."
            return mistake(self.here, "The line ends with a comma, and nothing goes on from it.", help)
        return mistake(self.here, f"The line could end before {shown(text)}, which does not fit here.", example)
