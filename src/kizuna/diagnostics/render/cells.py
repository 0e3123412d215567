"""How wide a text is on a screen, and how to show what has no shape.

The naive idea, one column per code point, puts carets in the wrong place after a tab, a Chinese character or an accent
of its own. Here a line becomes a row of *cells*: what is drawn together, how many columns it takes and where it began.
Widths follow Unicode's East Asian Width (UAX 11); terminals differ about emoji sequences, so those are the usual guess.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

TAB = 4
_JOINER, _NON_JOINER, _EMOJI_STYLE, _BYTE_ORDER_MARK = "\u200d", "\u200c", "\ufe0f", "\ufeff"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_HANGUL_TAILS = range(0x1160, 0x1200)


class Cell(NamedTuple):
    """What one place on the screen shows, its width in columns, and the index of its first code point."""

    text: str
    width: int
    start: int


def lay_out(text: str, *, opens_file: bool = False) -> list[Cell]:
    """The cells of ``text``; every code point belongs to one, marks and joined emoji to the cell before them.

    A byte order mark is drawn as nothing if the text ``opens_file``, and shown like any other stray elsewhere.
    """
    cells: list[Cell] = []
    column = 0
    for index, character in enumerate(text):
        if opens_file and index == 0 and character == _BYTE_ORDER_MARK:
            cells.append(Cell("", 0, 0))
            continue
        shown, width = _shape(character, column)
        before = cells[-1] if cells else None
        if before is not None and _joins(before, character, width):
            wider = character == _EMOJI_STYLE and before.width == 1 and not before.text.isascii()
            cells[-1] = Cell(before.text + shown, before.width + wider, before.start)
            column += wider
            continue
        if width == 0:
            shown, width = "◌" + shown, 1
        cells.append(Cell(shown, width, index))
        column += width
    return cells


def columns(text: str) -> int:
    """How many columns ``text`` takes."""
    return sum(cell.width for cell in lay_out(text))


def visible(text: str) -> str:
    """``text`` on one line, with nothing in it that a terminal would obey instead of showing."""
    return "".join(_shape(character, 0)[0] for character in " ".join(text.splitlines()).replace("\t", " "))


def _joins(before: Cell, character: str, width: int) -> bool:
    """Whether ``character`` is drawn in the cell before it."""
    if not before.text:
        return False
    return width == 0 or (width == 2 and before.width == 2 and _continues_emoji(before, character))


def _continues_emoji(before: Cell, character: str) -> bool:
    return before.text.endswith(_JOINER) or ord(character) in _SKIN_TONES


def _shape(character: str, column: int) -> tuple[str, int]:
    """What is drawn for one code point at ``column``, and its width."""
    code = ord(character)
    if 0x20 <= code < 0x7F:
        return character, 1
    if character == "\t":
        width = TAB - column % TAB
        return " " * width, width
    if code < 0x20:
        return chr(0x2400 + code), 1
    if code == 0x7F:
        return "\u2421", 1
    if character in (_JOINER, _NON_JOINER) or code in _HANGUL_TAILS:
        return character, 0
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        name = f"<U+{code:04X}>"
        return name, len(name)
    if category in ("Mn", "Me"):
        return character, 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1
