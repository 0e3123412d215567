"""Another name for a story, and nothing else changed: the one word is replaced in the text, comments and all."""

from __future__ import annotations

from kizuna.diagnostics import Source
from kizuna.language.lexer import plain_name
from kizuna.language.parser import parse
from kizuna.language.syntax import StoryLine
from kizuna.language.wording import name as written


def renamed(source: Source, name: str) -> str:
    """The text of ``source`` with ``name`` in its `story` line; a text without one stays as it is."""
    file, _ = parse(source)
    for line in file.declarations:
        if isinstance(line, StoryLine):
            return source.text[: line.name.span.start] + written(name) + source.text[line.name.span.end :]
    return source.text


def usable_name(name: str) -> bool:
    """Whether a name can stand in a story without backquotes."""
    return plain_name(name) and written(name) == name
