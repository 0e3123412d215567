"""Matching expressions.

The language has no table of precedence. An expression is matched by trying alternatives in a fixed order, and each
binary operator splits it at its first occurrence outside brackets (``&`` and ``|`` at every one), so what is tried
first binds loosest. Naive: try, split, recurse; that is exponential, because a stretch that fails is tried again inside
every alternative around it. Better: remember the answer for each stretch of tokens, and give up on a stretch at
once where no later alternative could succeed. Only an ``else`` makes a second try worthwhile: in
``if(c) a & b else d`` the split at ``&`` leaves ``b else d``, which is nothing, and so the conditional wins.
Cost: about linear in practice; a budget of steps bounds what a contrived text can make of it.

A failing alternative is forgotten, but the place that it reached is not: the failure furthest into the text is
reported.
"""

from __future__ import annotations

from kizuna.peers.sabre.layout import Layout
from kizuna.peers.sabre.lexer import is_name
from kizuna.peers.sabre.syntax import (
    Application,
    Assignment,
    Belief,
    Bracketed,
    Choice,
    Comparison,
    Expression,
    Junction,
    Negation,
    Operation,
    Quantifier,
    TypeTest,
    Word,
)

MOST_LEVELS = 100
"""How deep expressions may nest; every later stage may recurse over them without a thought."""

_COMPARISONS = ("==", "!=", ">=", "<=", ">", "<")
_ARITHMETIC = ("*", "/", "+", "-")


class TooDeepError(Exception):
    """An expression nests too deeply, or takes too long to make out; carries the token that it was noticed at."""

    def __init__(self, token: int) -> None:
        super().__init__(token)
        self.token = token


class Matcher:
    """Finds the expression that a stretch of tokens spells, if it spells one.

    After a failure ``furthest`` is the token that stood in the way and ``complaint`` says why.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.tokens = layout.tokens
        self.furthest = -1
        self.complaint = ""
        self._known: dict[tuple[int, int], Expression | None] = {}
        self._steps = 500_000 + 8 * len(self.tokens.texts)

    def match(self, low: int, high: int) -> Expression | None:
        """The expression that tokens ``low`` to ``high`` spell; raises :class:`TooDeepError`."""
        self.furthest, self.complaint = -1, ""
        self._known.clear()
        return self._match(low, high, 0)

    def word(self, index: int) -> Word:
        """The token as a node."""
        return Word(self.tokens.starts[index], self.tokens.end(index), self.tokens.texts[index])

    def is_argument(self, index: int) -> bool:
        """Whether a token can stand as an argument: a name, a number, a truth value or ``?``."""
        text = self.tokens.texts[index]
        return self.tokens.kinds[index] != "symbol" and (
            self.tokens.kinds[index] == "number" or is_name(text) or text in ("True", "False", "?")
        )

    def fail(self, index: int, complaint: str) -> None:
        """Note what stood in the way at a token, unless a later place is already known."""
        if index > self.furthest:
            self.furthest, self.complaint = index, complaint

    def _match(self, low: int, high: int, level: int) -> Expression | None:
        if low >= high:
            self.fail(low, "An expression is missing here.")
            return None
        key = (low, high)
        if key in self._known:
            return self._known[key]
        self._steps -= 1
        if level > MOST_LEVELS or self._steps < 0:
            raise TooDeepError(low)
        found = self._alternatives(low, high, level + 1)
        self._known[key] = found
        return found

    def _alternatives(self, low: int, high: int, level: int) -> Expression | None:
        texts = self.tokens.texts
        first = texts[low]
        if high - low == 1:
            return self._single(low)
        if first == "(" and self.layout.closing[low] == high - 1:
            return self._bracketed(low, high, level)
        if self.tokens.kinds[low] != "symbol" and texts[low + 1] == "(" and self.layout.closing[low + 1] == high - 1:
            return self._belief(low, high, level) if first == "believes" else self._application(low, high)
        for operator in "&|":
            cuts = self.layout.first(operator, low, high)
            if cuts >= 0:
                joined = self._junction(operator, low, high, level)
                if joined is not None or not self._has_else(low, high):
                    return joined
        if first == "!":
            body = self._match(low + 1, high, level)
            return None if body is None else Negation(self._start(low), self._end(high), body)
        if first == "if" and texts[low + 1] == "(":
            return self._reckoned_choices(low, high, level) or self._choice(low, high, level)
        if first in ("forall", "exists") and texts[low + 1] == "(":
            return self._quantifier(low, high, level)
        return self._split(low, high, level)

    def _split(self, low: int, high: int, level: int) -> Expression | None:
        cut = self.layout.first("=", low, high)
        if cut >= 0 and self._is_target(low, cut):
            target, value = self._both(low, cut, high, level)
            if target is None or value is None:
                return None
            return Assignment(self._start(low), self._end(high), target, value)
        tried = cut >= 0
        if tried:
            self.fail(cut, "Only a property can be given a value with `=`.")
        for operator in _COMPARISONS:
            cut = self.layout.first(operator, low, high)
            if cut >= 0:
                tried = True
                left, right = self._both(low, cut, high, level)
                if left is not None and right is not None:
                    return Comparison(self._start(low), self._end(high), operator, left, right)
        cut = self.layout.first(":", low, high)
        if cut >= 0:
            tried = True
            if (test := self._type_test(low, cut, high, level)) is not None:
                return test
        if self.tokens.texts[low] in ("sum", "product") and self.tokens.texts[low + 1] == "(":
            return self._quantifier(low, high, level)
        for operator in _ARITHMETIC:
            cut = self.layout.first(operator, low, high)
            if cut >= 0:
                tried = True
                left, right = self._both(low, cut, high, level)
                if left is not None and right is not None:
                    return Operation(self._start(low), self._end(high), operator, left, right)
        if not tried:
            self._complain(low, high)
        return None

    def _reckoned_choices(self, low: int, high: int, level: int) -> Operation | None:
        """A sum (or the like) that begins with a choice between numbers: ``if(a) 1 else 0 + if(b) 1 else 0``.

        The peer splits numbers at their operators before it looks for a choice, so the first choice ends at the ``+``.
        """
        furthest, complaint = self.furthest, self.complaint
        for operator in _ARITHMETIC:
            cut = self.layout.first(operator, low, high)
            if cut >= 0 and self.layout.first("else", low, cut) >= 0:
                left, right = self._both(low, cut, high, level)
                if left is not None and right is not None and is_reckoning(left) and is_reckoning(right):
                    return Operation(self._start(low), self._end(high), operator, left, right)
        self.furthest, self.complaint = furthest, complaint
        return None

    def _both(self, low: int, cut: int, high: int, level: int) -> tuple[Expression | None, Expression | None]:
        left = self._match(low, cut, level)
        return left, None if left is None else self._match(cut + 1, high, level)

    def _single(self, index: int) -> Word | None:
        if self.is_argument(index):
            return self.word(index)
        text = self.tokens.texts[index]
        if self.tokens.kinds[index] == "word":
            self.fail(index, f"`{text}` is not a name; names begin with a letter.")
        else:
            self.fail(index, f"`{text}` does not belong here.")
        return None

    def _bracketed(self, low: int, high: int, level: int) -> Expression | None:
        body = self._match(low + 1, high - 1, level)
        return None if body is None else Bracketed(self._start(low), self._end(high), body)

    def _belief(self, low: int, high: int, level: int) -> Expression | None:
        if high - low < 6 or not self.is_argument(low + 2) or self.tokens.texts[low + 3] != ",":
            self.fail(low, "Write `believes(character, expression)`.")
            return None
        body = self._match(low + 4, high - 1, level)
        return None if body is None else Belief(self._start(low), self._end(high), self.word(low + 2), body)

    def _application(self, low: int, high: int) -> Application | None:
        if not is_name(self.tokens.texts[low]) or self.tokens.texts[low] == "if":
            missing = self.tokens.texts[low] == "if"
            self.fail(low, "This `if` has nothing behind its condition." if missing else "Only a name can be applied.")
            return None
        arguments: list[Word] = []
        for start, end in self.layout.split(",", low + 2, high - 1) if high - low > 3 else ():
            if end - start != 1 or not self.is_argument(start):
                calls = end - start > 1 and self.tokens.texts[start + 1] == "("
                hint = "Properties cannot stand inside a property." if calls else "Arguments are names or values."
                self.fail(start, hint)
                return None
            arguments.append(self.word(start))
        return Application(self._start(low), self._end(high), self.word(low), tuple(arguments))

    def _junction(self, operator: str, low: int, high: int, level: int) -> Junction | None:
        parts: list[Expression] = []
        for start, end in self.layout.split(operator, low, high):
            self._steps -= 1
            part = self._match(start, end, level)
            if part is None:
                return None
            parts.append(part)
        return Junction(self._start(low), self._end(high), operator, tuple(parts))

    def _has_else(self, low: int, high: int) -> bool:
        return self.layout.first("else", low, high) >= 0 or self.layout.first("elseif", low, high) >= 0

    def _choice(self, low: int, high: int, level: int) -> Choice | None:
        branches: list[tuple[Expression, Expression]] = []
        start = low
        while True:
            if start + 1 >= high or self.tokens.texts[start + 1] != "(":
                self.fail(start, f"Write `{self.tokens.texts[start]}(condition) ...`.")
                return None
            close = self.layout.closing[start + 1]
            following = self.layout.first("elseif", close + 1, high) if close + 1 < high else -1
            final = self.layout.first("else", close + 1, high) if close + 1 < high and following < 0 else -1
            end = following if following >= 0 else final if final >= 0 else high
            condition = self._match(start + 2, close, level)
            body = None if condition is None else self._match(close + 1, end, level)
            if condition is None or body is None:
                return None
            branches.append((condition, body))
            if following < 0:
                break
            start = following
        if 0 <= final < high - 1 and self.tokens.texts[final + 1] == "if":
            self.fail(final + 1, "`else` takes no bare `if`: write `elseif`, or brackets around the inner `if`.")
            return None
        otherwise = self._match(final + 1, high, level) if final >= 0 else None
        if final >= 0 and otherwise is None:
            return None
        return Choice(self._start(low), self._end(high), tuple(branches), otherwise)

    def _quantifier(self, low: int, high: int, level: int) -> Quantifier | None:
        texts = self.tokens.texts
        close = self.layout.closing[low + 1]
        if close != low + 5 or texts[low + 3] != ":" or not is_name(texts[low + 2]) or not is_name(texts[low + 4]):
            self.fail(low, f"Write `{texts[low]}(variable : type) ...`.")
            return None
        body = self._match(close + 1, high, level)
        if body is None:
            return None
        variable, type = self.word(low + 2), self.word(low + 4)
        return Quantifier(self._start(low), self._end(high), texts[low], variable, type, body)

    def _is_target(self, low: int, high: int) -> bool:
        return high - low >= 3 and self.tokens.texts[low + 1] == "(" and self.layout.closing[low + 1] == high - 1

    def _type_test(self, low: int, cut: int, high: int, level: int) -> TypeTest | None:
        if high - cut != 2 or not is_name(self.tokens.texts[cut + 1]):
            self.fail(cut, "A type has to follow this `:`.")
            return None
        body = self._match(low, cut, level)
        return None if body is None else TypeTest(self._start(low), self._end(high), body, self.word(cut + 1))

    def _complain(self, low: int, high: int) -> None:
        """Say what is wrong with a stretch that holds no operator and yet more than one thing."""
        texts = self.tokens.texts
        if texts[low] in ("else", "elseif"):
            self.fail(low, f"This `{texts[low]}` belongs to no `if`.")
            return
        if self.tokens.kinds[low] == "symbol" and texts[low] != "(":
            self.fail(low, f"`{texts[low]}` does not belong here.")
            return
        opening = low if texts[low] == "(" else low + 1
        after = self.layout.closing[opening] + 1 if texts[opening] == "(" else low + 1
        text = texts[after]
        if self.tokens.kinds[after] == "number" and text.startswith("-"):
            self.fail(after, f"`{text}` is a number here, so an operator is missing: write `- {text[1:]}`.")
        elif text in ("if", "else", "elseif"):
            self.fail(after, f"`{text}` cannot stand here; use `elseif`, or brackets around an inner `if`.")
        else:
            self.fail(after, f"An operator is missing before `{text}`.")

    def _start(self, low: int) -> int:
        return self.tokens.starts[low]

    def _end(self, high: int) -> int:
        return self.tokens.end(high - 1)


def is_reckoning(node: Expression) -> bool:
    """Whether an expression could be a number: no choice in it leads to an assignment or to a truth value."""
    match node:
        case Choice(branches=branches, otherwise=otherwise):
            return otherwise is not None and all(is_reckoning(result) for _, result in (*branches, (None, otherwise)))
        case Bracketed(body=body):
            return is_reckoning(body)
        case Assignment() | Junction() | Negation() | Comparison() | TypeTest():
            return False
        case Quantifier(kind=kind):
            return kind in ("sum", "product")
    return True
