"""What can be promised, ordered or asked for: a ``matter`` is something that there is, and may hold.

Naive: an action ``promise_lamp`` for everything that could ever be promised. Better: ``promise`` once, with a parameter
of the type ``matter``. Each ``matter NAME: CONDITION`` becomes an existent of that type and a derived fluent for its
condition, and ``holds(what: matter)`` is worth the condition of each; so everything behind this stage sees nothing new.
The type comes from the module that needs it. Cost: one visit per line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kizuna.diagnostics import Span
from kizuna.language.syntax import (
    CallTo,
    Compared,
    Declaration,
    DefineLine,
    Entry,
    ExistentLine,
    Expression,
    File,
    FluentLine,
    Joined,
    MatterLine,
    Name,
    ParameterNode,
    TypeLine,
)

MATTER = "matter"
"""The type of what can be promised, ordered or asked for, and the word that its lines begin with."""
HOLDS = "holds"
"""The derived fluent that says of a matter whether it is so."""


def settled(files: Sequence[File]) -> list[File]:
    """The files with existents and derived fluents in the place of their matters."""
    every = [declaration for file in files for declaration in file.declarations]
    lines = [line for line in every if isinstance(line, MatterLine)]
    types = [line for line in every if isinstance(line, TypeLine) and line.name.text == MATTER]
    says_itself = any(isinstance(each, FluentLine | DefineLine) and each.name.text == HOLDS for each in every)
    if not lines and (not types or says_itself):
        return list(files)
    first = {line.name.text: line for line in reversed(lines)}
    known = [line for line in lines if first[line.name.text] is line]
    spread = [replace(file, declarations=tuple(_declarations(file, known))) for file in files]
    # Without the type, `holds` misses it where the first matter does, and that is said once.
    span = types[0].name.span if types else lines[0].word
    holding = (*map(_holds_of, known), _holds(known, span))
    spread[-1] = replace(spread[-1], declarations=(*spread[-1].declarations, *holding))
    return spread


def _declarations(file: File, known: Sequence[MatterLine]) -> Iterator[Declaration]:
    for declaration in file.declarations:
        if not isinstance(declaration, MatterLine):
            yield declaration
            continue
        yield _existent(declaration)
        if any(declaration is each for each in known):
            yield DefineLine(_condition(declaration), (), declaration.body, is_condition=True, span=declaration.span)


def _existent(line: MatterLine) -> ExistentLine:
    entry = Entry(line.name, line.title, span=line.name.span)
    return ExistentLine((Name(MATTER, span=line.word),), (entry,), span=line.span)


def _condition(line: MatterLine) -> Name:
    """A name for the condition of a matter that no author would give to anything else."""
    return Name(f"{MATTER} {line.name.text}", span=line.name.span)


def _holds_of(line: MatterLine) -> DefineLine:
    """``define holds(= NAME): ...``, so that a matter may speak of others."""
    parameter = ParameterNode(None, None, line.name, span=line.name.span)
    call = CallTo(_condition(line), (), span=line.body.span)
    return DefineLine(Name(HOLDS, span=line.name.span), (parameter,), call, span=line.span)


def _holds(lines: Sequence[MatterLine], span: Span) -> DefineLine:
    """``define holds(what: matter): what = A and ... or what = B and ...``."""
    what = Name("what", span=span)
    cases = tuple(_case(line, what) for line in lines)
    body: Expression = Compared("!=", what, what, span=span)  # where nothing is a matter, none holds
    if cases:
        body = cases[0] if len(cases) == 1 else Joined("or", cases, span=span)
    parameter = ParameterNode(what, Name(MATTER, span=span), span=span)
    return DefineLine(Name(HOLDS, span=span), (parameter,), body, span=span)


def _case(line: MatterLine, what: Name) -> Expression:
    is_this = Compared("=", what, line.name, span=line.name.span)
    return Joined("and", (is_this, CallTo(_condition(line), (), span=line.body.span)), span=line.span)
