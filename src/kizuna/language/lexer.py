r"""A line in, tokens out.

Naive: cut the line at its spaces and let the parser complain. Better: one master regular expression whose alternatives
are the kinds of token, tried at every place in order, so that every token knows its exact stretch of text. What the
language has no use for is reported here, a whole run at a time: where it is plain what was meant (``==``, typographic
quotes) the token is put right and reading goes on, else it is left out; either way the line has had its one message.
Cost: one pass, linear in the line.

Tokens are parallel lists rather than objects: a large file has a hundred thousand of them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from kizuna.diagnostics import Diagnostic, Source, Span, diagnose
from kizuna.language.mistakes import shown

# Marks that join a letter in the scripts that need them: accents, vowel signs, joiners.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963"
    "\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03"
    "\u0b3c-\u0b57\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d4d"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
)
_INNER = rf"(?:[\w'{_MARKS}]|\.(?!\.))"
_OPENING, _CLOSING = "\u201c\u201e\u201f\u00ab\u2018\u201a", "\u201d\u201c\u00bb\u2019\u00ab\u201f\u2018"
# The order matters: strings and comments before what they may contain, whole operators before their parts. Spaces go
# with the token before them, and the letters of a word are taken by the run: each match and each repetition costs.
_TOKEN = re.compile(
    rf"""(?:
      (?P<word>[^\W\d_][\w']*{_INNER}*)
    | (?P<symbol>[(),]|!=(?!=)|<=(?![=>])|>=(?!=)|\+=|-=|\.\.(?!\.)|=(?![=<>/!])|<(?![=>])|>(?!=)|\+|-(?!>)|\*(?!\*)
        |/(?![/=])|:(?!=)|&(?!&)|_(?!{_INNER}))
    | (?P<number>[0-9]+(?:\.[0-9]+)?(?!{_INNER}))
    | (?P<string>"(?:[^"\\]|\\.)*")
    | (?P<quoted>`(?=[^`]*`)\s*[^`\s][^`]*`)
    | (?P<comment>\#.*|//.*)
    | (?P<misquoted>[{_OPENING}][^"{_CLOSING}]{{0,400}}[{_CLOSING}]|[{_OPENING}{_CLOSING}][^"]{{0,400}}"
        |'[^'"]{{0,400}}')
    | (?P<open>"(?s:.*)|`(?s:.*))
    | (?P<foreign>===?|!==|:=|=<|=>|<>|=/=|/=|->|&&?|\|\|?|\*\*|!|[\u2013\u2014\u2212\u2260\u2264\u2265\u2192\u00d7])
    | (?P<badword>[\w]{_INNER}*)
    | (?P<space>\s+)
    | (?P<stray>(?:[^\w\s"`\#()=<>+\-*/,:&!|])+|.)
    )\s*""",
    re.VERBOSE,
)
_FOREIGN = {
    "==": "=", "===": "=", ":=": "=", "!==": "!=", "=<": "<=", "=>": ">=", "<>": "!=", "=/=": "!=", "/=": "!=",
    "&&": "and", "||": "or", "|": "or", "!": "not", "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u2260": "!=",
    "\u2264": "<=", "\u2265": ">=", "\u00d7": "*", "->": "-", "\u2192": "-",
}  # fmt: skip
_LONGEST_NUMBER = 40
_PLAIN = frozenset(["word", "symbol", "string", "quoted"])


@dataclass(slots=True)
class Tokens:
    """The tokens of a line, as parallel lists: their words, where they start and end, and their kinds.

    A kind is ``word``, ``quoted``, ``number``, ``string`` or ``symbol``. ``comment`` is where a comment starts, and
    ``found`` what is wrong with the characters; the parser reports it if it reads the line.
    """

    source: Source
    texts: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    comment: int | None = None
    found: list[Diagnostic] = field(default_factory=list)

    def join(self, other: Tokens) -> None:
        """Go on with the tokens of another line."""
        self.texts += other.texts
        self.kinds += other.kinds
        self.starts += other.starts
        self.ends += other.ends
        self.found += other.found

    def add(self, kind: str, text: str, start: int, end: int) -> None:
        """One more token."""
        self.kinds.append(kind)
        self.texts.append(text)
        self.starts.append(start)
        self.ends.append(end)


def lex(source: Source, start: int, end: int) -> Tokens:
    """The tokens of the line between two offsets."""
    tokens = Tokens(source)
    texts, kinds, starts, ends = tokens.texts, tokens.kinds, tokens.starts, tokens.ends
    for match in _TOKEN.finditer(source.text, start, end):
        kind = match.lastgroup or "space"
        text = match[kind]
        begin, stop = match.span(kind)
        if kind == "word" and not text[0].isalpha():
            kind = "badword"
        if kind in _PLAIN or (kind == "number" and len(text) < _LONGEST_NUMBER):
            texts.append(text)
            kinds.append(kind)
            starts.append(begin)
            ends.append(stop)
        elif kind == "comment":
            tokens.comment = begin
            if text[0] == "/":
                _report(tokens, "wrong-operator", begin, begin + 2, "A comment begins with `#`.",
                        "Write `#` instead of `//`.")  # fmt: skip
            break
        elif kind != "space":
            _odd(tokens, kind, text, begin, stop)
    return tokens


def plain_name(text: str) -> bool:
    """Whether a name can stand without backquotes (keywords aside)."""
    return bool(_NAME.fullmatch(text)) and text[0].isalpha()


_NAME = re.compile(rf"[^\W\d_]{_INNER}*")


def name_of(text: str) -> str:
    """The name that a ``word`` or ``quoted`` token stands for; equal letters are equal however they are composed."""
    if text[0] == "`":
        text = text[1:-1]
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def unescape(text: str) -> str:
    r"""What a string token says: ``\"`` is a quote, ``\\`` a backslash; any other backslash stands for itself."""
    return re.sub(r'\\(["\\])', r"\1", text[1:-1])


def escape(text: str) -> str:
    """The string token that says ``text``."""
    return '"' + re.sub(r'\\(?=["\\]|\Z)|"', r"\\\g<0>", text) + '"'


def _report(tokens: Tokens, code: str, start: int, end: int, message: str, help: str = "") -> None:
    tokens.found.append(diagnose(code, message, Span(tokens.source, start, end), help=help or ()))


def _odd(tokens: Tokens, kind: str, text: str, start: int, end: int) -> None:
    """Report what is no token of the language, and put the meant one in its place where that is plain."""
    if kind == "misquoted":
        _report(tokens, "wrong-quotes", start, end, "Text stands in straight double quotes.",
                f"Write {escape(text[1:-1])}.")  # fmt: skip
        tokens.add("string", escape(text[1:-1]), start, end)
    elif kind == "open":
        what = "This text is never closed." if text[0] == '"' else "This name in backquotes is never closed."
        if text[:2] == "``" or (text[0] == "`" and "`" in text[1:]):
            _report(tokens, "syntax", start, start + 2, "There is no name between these backquotes.")
        else:
            _report(tokens, "unclosed", start, start + 1, what, f"End it with {text[0]} on the same line.")
        closing = text[0] if len(text.rstrip()) > 1 else "?" + text[0]
        tokens.add("string" if text[0] == '"' else "quoted", text.rstrip() + closing, start, end)
    elif kind == "foreign":
        _foreign(tokens, text, start, end)
    elif kind in ("badword", "number"):
        _bad_word(tokens, text, start, end)
    else:
        what = "this character" if len(text) == 1 else "these characters"
        hint = {";": "Lines end without a mark.", ".": "Lines end without a full stop."}.get(text, "")
        if text[0] in "{}[]":
            hint = "Use round brackets, or indented lines."
        elif text[0] in "\u2018\u2019":
            hint = "Use the straight apostrophe `'`."
        elif text[0] in "\u201c\u201d\u201e":
            hint = 'Use straight quotes: "like this".'
        _report(tokens, "unexpected-character", start, end, f"The language has no use for {what}: {shown(text)}", hint)


def _foreign(tokens: Tokens, text: str, start: int, end: int) -> None:
    meant = _FOREIGN.get(text, "")
    message = f"{shown(text)} is not written like that here."
    help = f"Write `{meant}`." if meant else ""
    if text in ("==", "===", ":="):
        message, help = f"Here `=` alone says it, not {shown(text)}.", "Write `a = b`, for a condition as for a change."
    elif text in ("->", "\u2192"):
        help = "Links stand between plain hyphens: `path house - well`."
    _report(tokens, "wrong-operator", start, end, message, help)
    if meant:
        tokens.add("word" if meant.isalpha() else "symbol", meant, start, end)


def _bad_word(tokens: Tokens, text: str, start: int, end: int) -> None:
    if text.isascii() and text.isdigit():
        _report(tokens, "syntax", start, end, "This number is too long to mean anything.", "Use fewer digits.")
        tokens.add("number", "1", start, end)
        return
    message = f"{shown(text)} is neither a name nor a number."
    _report(
        tokens,
        "syntax",
        start,
        end,
        message,
        f"Names begin with a letter; any other name stands in backquotes: `{text[:30]}`.",
    )
    tokens.add("quoted", f"`{text}`", start, end)
