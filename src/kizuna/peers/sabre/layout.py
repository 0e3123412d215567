"""Which bracket closes which, what stands in which brackets, and where definitions end.

Naive: let every rule of the grammar look for its own closing bracket. Better: match all brackets once, before any rule,
and index the operators by the brackets that they stand in, so that "the first ``+`` of this stretch outside
brackets" is one binary search however much the stretch holds. A bracket that does not match costs its own definition
and no other: a ``;`` before something that can only begin a definition ends the one before, open brackets or not.
Cost: linear in the tokens; each search logarithmic.
"""

from __future__ import annotations

from bisect import bisect_left

from kizuna.diagnostics import Diagnostic, Label, diagnose
from kizuna.peers.sabre.lexer import Tokens

_OPENING = {")": "(", "}": "{"}
_OPERATORS = frozenset(["&", "|", "=", "==", "!=", ">=", "<=", ">", "<", ":", "*", "/", "+", "-"])
_INDEXED = _OPERATORS | {",", ";", "else", "elseif"}
OUTSIDE = -1


class Layout:
    """The brackets and definitions of a list of tokens.

    ``closing`` leads from an opening bracket to its closing one; ``group`` says for each token which opening bracket it
    stands in (:data:`OUTSIDE` where in none); ``definitions`` are stretches of tokens between the outermost ``;``;
    ``broken`` are the indices of definitions whose brackets do not match.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.closing: dict[int, int] = {}
        self.group: list[int] = []
        self.definitions: list[tuple[int, int]] = []
        self.broken: set[int] = set()
        self.found: list[Diagnostic] = []
        self._places: dict[tuple[int, str], list[int]] = {}
        self._stack: list[int] = []
        self._scan()

    def first(self, word: str, low: int, high: int) -> int:
        """The first ``word`` between two tokens of the same brackets, not looking into inner ones; -1 where none is."""
        places = self._places.get((self.group[low], word))
        if places is None:
            return -1
        position = bisect_left(places, low)
        return places[position] if position < len(places) and places[position] < high else -1

    def every(self, word: str, low: int, high: int) -> list[int]:
        """Every ``word`` between two tokens of the same brackets, not looking into inner ones."""
        places = self._places.get((self.group[low], word))
        return places[bisect_left(places, low) : bisect_left(places, high)] if places else []

    def split(self, word: str, low: int, high: int) -> list[tuple[int, int]]:
        """The stretches between the occurrences of ``word``."""
        if low >= high:
            return [(low, high)]
        cuts = self.every(word, low, high)
        return list(zip([low, *(cut + 1 for cut in cuts)], [*cuts, high], strict=True))

    def _scan(self) -> None:
        begin = 0
        texts = self.tokens.texts
        for index, text in enumerate(texts):
            if text in _OPENING:
                self._close(index, text)
            self.group.append(self._stack[-1] if self._stack else OUTSIDE)
            if text in ("(", "{"):
                self._stack.append(index)
            elif text == ";" and (not self._stack or self._begins_definition(index + 1)):
                self._abandon()
                self.group[index] = OUTSIDE
                self.definitions.append((begin, index))
                begin = index + 1
            if text in _INDEXED:
                self._places.setdefault((self.group[index], text), []).append(index)
        self._abandon()
        if begin < len(texts):
            self.definitions.append((begin, len(texts)))

    def _close(self, index: int, text: str) -> None:
        stack = self._stack
        if stack and self.tokens.texts[stack[-1]] == _OPENING[text]:
            self.closing[stack.pop()] = index
        elif len(stack) > 1 and self.tokens.texts[stack[-2]] == _OPENING[text]:
            self._report_open(stack.pop(), index)
            self.closing[stack.pop()] = index
        elif len(self.definitions) not in self.broken:
            self._report(diagnose("syntax", f"Nothing opens this `{text}`.", self.tokens.span(index, index + 1)))

    def _begins_definition(self, index: int) -> bool:
        words = self.tokens.texts[index : index + 3]
        if len(words) < 3:
            return False
        match words:
            case ["action" | "trigger" | "property", name, "("]:
                return name[:1].isalpha()
            case ["entity", name, ":"] | ["type", name, ":" | ";"]:
                return name[:1].isalpha()
            case ["utility", "(", _]:
                return True
        return False

    def _abandon(self) -> None:
        if self._stack:
            self._report_open(self._stack[-1], None)
            self._stack.clear()

    def _report_open(self, opening: int, met: int | None) -> None:
        span = self.tokens.span(opening, opening + 1)
        secondary = () if met is None else (Label(self.tokens.span(met, met + 1), "closed here instead"),)
        message = f"This `{self.tokens.texts[opening]}` is never closed."
        self._report(diagnose("unclosed", message, span, secondary=secondary))

    def _report(self, diagnostic: Diagnostic) -> None:
        # One finding per definition: what follows a wrong bracket is more likely consequence than mistake.
        number = len(self.definitions)
        if number not in self.broken:
            self.broken.add(number)
            self.found.append(diagnostic)
