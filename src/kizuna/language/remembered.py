"""Who stands in ``past``: in the story if the story takes them up, else only remembered.

Naive: everybody whom the past knows is there, with a mind, wishes and a place. But a past that several stories share
knows more people than any of them needs. Better: before names are looked at, the lines of the past are moved out of it.
Of somebody whom the story itself declares too, everything is said that the past says of them and that speaks of nobody
who is only remembered. Of anybody else there is the name and nothing more: an existent. Cost: one visit per node.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields, replace

from kizuna.language.names import EXISTENT
from kizuna.language.syntax import (
    BelievesLine,
    BlockLine,
    Broken,
    Comment,
    Declaration,
    Entry,
    ExistentLine,
    File,
    Name,
    Node,
    PastBlock,
)


def remembered(files: Sequence[File]) -> list[File]:
    """The files with the people of their past as declarations of their own, the past being events alone."""
    lines = [each for file in files for each in file.declarations]
    taken = {entry.name.text for line in lines if isinstance(line, ExistentLine) for entry in line.entries}
    of_the_past = {entry.name.text for line in _people(lines) for entry in line.entries}
    if not of_the_past:
        return list(files)
    return [replace(file, declarations=tuple(_declarations(file, of_the_past - taken))) for file in files]


def _people(lines: Sequence[Declaration]) -> Iterator[ExistentLine]:
    for block in lines:
        if isinstance(block, PastBlock):
            yield from (item for item in block.items if isinstance(item, ExistentLine))


def _declarations(file: File, absent: Collection[str]) -> Iterator[Declaration]:
    for declaration in file.declarations:
        if not isinstance(declaration, PastBlock):
            yield declaration
            continue
        for line in _people((declaration,)):
            yield from (_declared(line, entry, absent) for entry in line.entries)
        events = tuple(item for item in declaration.items if not isinstance(item, ExistentLine))
        yield replace(declaration, items=events)


def _declared(line: ExistentLine, entry: Entry, absent: Collection[str]) -> ExistentLine:
    """One of the people of the past, as a declaration."""
    if entry.name.text in absent:
        return ExistentLine((Name(EXISTENT, span=entry.name.span),), (replace(entry, facts=()),), span=line.span)
    facts = tuple(words for words in entry.facts if not _names(words, absent))
    block = tuple(kept for item in line.block for kept in _kept(item, absent))
    return ExistentLine(line.types, (replace(entry, facts=facts),), block, span=line.span)


def _kept(item: BlockLine, absent: Collection[str]) -> Iterator[BlockLine]:
    """What is left of a line about somebody."""
    if isinstance(item, Comment | Broken):
        return
    if isinstance(item, BelievesLine):
        changes = tuple(change for change in item.changes if not _names(change, absent))
        if changes:
            yield replace(item, changes=changes)
    elif not _names(item, absent):
        yield item


def _names(part: object, absent: Collection[str]) -> bool:
    """Whether a name of ``absent`` stands somewhere in a part of a tree."""
    if isinstance(part, tuple):
        return any(_names(each, absent) for each in part)
    if isinstance(part, Name):
        return part.text in absent
    return isinstance(part, Node) and any(_names(getattr(part, each.name), absent) for each in fields(part))
