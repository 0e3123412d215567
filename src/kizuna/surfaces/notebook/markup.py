"""HTML that is well formed and escaped by how it is made.

Naive: f-strings, and not to forget a single escape. Better: text becomes HTML only as the child of an element, which
escapes it; what is HTML already is of a type of its own. Cost: linear.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

from kizuna.diagnostics.render.cells import visible


class Html(str):
    """A piece of HTML; any other string is text."""

    __slots__ = ()


Child: TypeAlias = str | Html | Iterable["Child"]


def html(*children: Child) -> Html:
    """Children in a row; text is escaped, and what could not be seen in it is shown."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, Html):
            parts.append(child)
        elif isinstance(child, str):
            parts.append(escape("\n".join(visible(line) for line in child.split("\n"))))
        else:
            parts.append(html(*child))
    return Html("".join(parts))


def element(tag: str, *children: Child, kind: str = "") -> Html:
    """``<tag class="kind">children</tag>``."""
    opening = f'{tag} class="{escape(kind)}"' if kind else tag
    return Html(f"<{opening}>{html(*children)}</{tag}>")


STYLE = Html(
    "<style>"
    ".kizuna{line-height:1.5;max-width:50em}"
    ".kizuna p,.kizuna ul,.kizuna ol,.kizuna pre{margin:.2em 0}"
    ".kizuna li{margin:.15em 0}"
    ".kizuna>ol>li{margin-bottom:.5em}"
    ".kizuna .quiet,.kizuna summary{opacity:.75}"
    ".kizuna code{font-size:.9em;background:none;color:inherit}"
    ".kizuna .reason{margin:.2em 0;padding-left:.7em;border-left:3px solid rgba(128,128,128,.5)}"
    ".kizuna .motive{padding:0 .4em;border-radius:.5em;white-space:nowrap}"
    ".kizuna .gain{background:rgba(34,160,90,.22)}"
    ".kizuna .cost,.kizuna .wrong,.kizuna .lie{background:rgba(220,110,20,.24)}"
    ".kizuna .wrong,.kizuna .lie{padding:0 .3em}"
    ".kizuna pre{background:none;color:inherit;overflow-x:auto;padding:.3em .7em;border-left:3px solid}"
    ".kizuna .error{border-color:rgb(205,60,50)}"
    ".kizuna .warning{border-color:rgb(200,140,20)}"
    ".kizuna .advice{border-color:rgb(40,140,170)}"
    "</style>"
)
"""Colours are tints over whatever the page has, so that it reads in light and in dark; no sign is a colour alone."""


def page(*children: Child) -> Html:
    """A whole answer: one block with its style, that needs nothing from elsewhere."""
    return Html(f'<div class="kizuna">{STYLE}{html(*children)}</div>')
