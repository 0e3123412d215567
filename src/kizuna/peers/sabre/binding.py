"""Where an expression means something else than most people would read.

The binding of operators in this language is unusual (see ``expressions``). Wherever operators are mixed without
brackets and the usual reading would come out differently, a warning says how the mix was read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from kizuna.diagnostics import Diagnostic, Source, Span, diagnose
from kizuna.peers.sabre.syntax import (
    Application,
    Assignment,
    Belief,
    Choice,
    Comparison,
    Expression,
    Junction,
    Negation,
    Operation,
    Quantifier,
    Word,
    children,
)

_LONGEST_SHOWN = 100


def surprises(source: Source, expression: Expression, truths: Collection[str]) -> Iterator[Diagnostic]:
    """A warning for every unbracketed mix that is read unusually; ``truths`` names the true-or-false properties."""
    stack = [expression]
    while stack:
        node = stack.pop()
        stack.extend(children(node))
        match node:
            case Junction(operator="&", parts=parts):
                loose = [part for part in parts if isinstance(part, Junction)]
                if loose:
                    yield _warn(source, node, loose, "`|` binds tighter than `&` in this language.")
                greedy = [part for part, after in pairwise(parts) if _ends_early(part, after, truths)]
                if greedy:
                    yield _warn(source, node, greedy, "`=` binds tighter than `&` in this language.")
            case Negation(body=Comparison() as body):
                yield _warn(source, node, [body], "`!` binds looser than a comparison in this language.")
            case Operation(operator=operator, left=Choice() as left):
                yield _warn(source, node, [left], f"`{operator}` ends the choice before it in this language.")
            case Operation(operator="*" | "/" as operator, left=left, right=right):
                sums = [side for side in (left, right) if isinstance(side, Operation) and side.operator in "+-"]
                if sums:
                    yield _warn(source, node, sums, f"`{operator}` binds looser than `+` and `-` in this language.")
                elif operator == "/" and isinstance(right, Operation) and right.operator == "/":
                    yield _warn(source, node, [right], "Divisions in a row are read from the right in this language.")
            case Operation(operator="-", right=Operation(operator="-") as right):
                yield _warn(source, node, [right], "Subtractions in a row are read from the right in this language.")


def _ends_early(part: Expression, after: Expression, truths: Collection[str]) -> bool:
    """Whether a truth value is given and what follows looks as if it were meant to be part of it.

    ``p = q & r`` does; ``p = True & r`` and ``p = q & r = s`` say plainly enough that two things change.
    """
    if not isinstance(part, Assignment) or (isinstance(part.value, Word) and part.value.text in ("True", "False")):
        return False
    target = part.target
    while isinstance(target, Belief):
        target = target.body
    is_truth = isinstance(target, Application) and target.name.text in truths
    return is_truth and isinstance(after, Application | Negation | Comparison | Quantifier | Belief | Junction)


def _warn(source: Source, node: Expression, inner: Sequence[Expression], message: str) -> Diagnostic:
    reading = _with_brackets(source, node, inner)
    hint = (f"It is read as `{reading}`; add brackets to say so, or to say otherwise.",) if reading else ()
    return diagnose("surprising-binding", message, Span(source, node.start, node.end), help=hint)


def _with_brackets(source: Source, node: Expression, inner: Sequence[Expression]) -> str:
    """The text of a node with brackets around its inner nodes, in one line; nothing where that is too long to read."""
    if node.end - node.start > _LONGEST_SHOWN:
        return ""
    pieces, position = [], node.start
    for part in inner:
        pieces += [source.text[position : part.start], "(", source.text[part.start : part.end], ")"]
        position = part.end
    return " ".join("".join([*pieces, source.text[position : node.end]]).split())
