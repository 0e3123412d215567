"""An independent grammar and the parser accept the same texts.

Valid texts are made of sample lines and random expressions; then a token is taken out, doubled, or put in another's
place. Intended differences: what counts lines instead of reading them (one `story` line, `then` behind `first`,
sections that stand once, blocks that lack something), and lines that go on behind a comma; such texts
are left out here.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lark import Lark
from lark.exceptions import LarkError

from kizuna.diagnostics import Source
from kizuna.diagnostics.render import render_full
from kizuna.language.parser import parse

GRAMMAR = (Path(__file__).parents[2] / "docs" / "story.lark").read_text(encoding="utf-8")
COUNTING = {"repeated-section", "empty-block", "duplicate-definition"}
SECTIONS = [
    "say", "by", "with", "tells", "answers", "due", "when", "then", "seen", "also", "weight", "score", "ending",
    "first", "never", "utility", "cues",
]  # fmt: skip
TOP = [
    "story", "use", "type", "fluent", "define", "topic", "matter", "perceives", "motive", "action", "rule", "fact",
    "plot", "past",
]  # fmt: skip
BLOCKS = {
    "action": SECTIONS, "rule": SECTIONS, "motive": SECTIONS, "fluent": SECTIONS, "plot": SECTIONS, "topic": SECTIONS,
    "past": [], "fact": [], "define": [], "perceives": [], "matter": [],
}  # fmt: skip
ABOUT = [*SECTIONS, "wants", "fears", "believes"]
WORD = re.compile(r'"[^"\n]*"|`[^`\n]+`|[0-9]+(?:\.[0-9]+)?|[^\W\d_][\w\'.]*|\.\.|!=|<=|>=|\+=|-=|[-()=<>+*/,:&_]')
RESERVED = ["and", "or", "not", "believes", "is", "if", "then", "else", "every", "some", "yes", "no", "unknown"]
END = "\u00a6"


def grammar() -> str:
    """The grammar, with a mark at the end of every token."""
    lines = [line for line in GRAMMAR.splitlines() if not line.startswith("//")]
    marked = re.sub(r'"([^"]+)"', rf'"\1{END}"', "\n".join(lines))
    return f"""{marked}
NAME: /(?!(?:{"|".join(RESERVED)}){END})(?:[^\\W\\d_][\\w'.]*|`[^`]+`){END}/
NUMBER: /[0-9]+(?:\\.[0-9]+)?{END}/
STRING: /"[^"]*"{END}/
_NL: "[nl]"
_INDENT: "[in]"
_DEDENT: "[out]"
""".replace("\\\\", "\\")


@cache
def oracle() -> Lark:
    return Lark(grammar(), parser="earley", lexer="dynamic", ambiguity="resolve")


def stream(text: str) -> str:
    """The text as the grammar wants it."""
    out: list[str] = []
    depths, block = [0], ""
    for line in text.splitlines():
        words = WORD.findall(line)
        if not words:
            continue
        depth = len(line) - len(line.lstrip(" "))
        if depth > depths[-1]:
            depths.append(depth)
            out.append("[in]")
        while depth < depths[-1]:
            depths.pop()
            out.append("[out]")
        if depth == 0:
            block = words[0]
        begins = [*TOP, *ABOUT] if depth == 0 else BLOCKS.get(block, ABOUT) if depth == 4 else []
        if block == "past" and depth == 8:
            begins = ABOUT
        if words[0] in begins:
            words[0] = "@" + words[0]
        out += [word + END for word in words] + ["[nl]"]
    return "".join(out + ["[out]"] * (len(depths) - 1))


def accepts(text: str) -> bool:
    try:
        oracle().parse(stream(text))
    except LarkError:
        return False
    return True


# --- texts -----------------------------------------------------------------------------------------------------------

NAMES = st.sampled_from(["Ana", "x", "storm", "`the house`", "when", "sum", "é"])
LEAVES = st.one_of(NAMES, st.sampled_from(["1", "0.5", "yes", "no", "unknown", "f()", "at(Ana)", "has(x, -2)"]))
SIGNS = st.sampled_from(["=", "!=", "<", ">=", "+", "-", "*", "/"])


def expressions(depth: int = 3) -> st.SearchStrategy[str]:
    """Expressions, bracketed wherever that could matter."""
    if depth == 0:
        return LEAVES
    inner = expressions(depth - 1)
    bracketed = inner.map(lambda each: f"({each})")
    part = st.one_of(LEAVES, bracketed)
    return st.one_of(
        LEAVES,
        st.tuples(part, SIGNS, part).map(" ".join),
        st.tuples(st.lists(part, min_size=2, max_size=3), st.sampled_from([" and ", " or "])).map(
            lambda p: p[1].join(p[0])
        ),
        part.map(lambda each: f"not {each}"),
        part.map(lambda each: f"-{each}"),
        st.tuples(part, NAMES).map(lambda p: f"{p[0]} according to {p[1]}"),
        st.tuples(NAMES, part).map(lambda p: f"{p[0]} believes {p[1]}"),
        part.map(lambda each: f"{each} is a thing"),
        st.tuples(st.sampled_from(["every", "some", "sum of", "product of"]), inner).map(
            lambda p: f"{p[0]} y: thing ({p[1]})"
        ),
        st.tuples(inner, inner, part).map(lambda p: f"if ({p[0]}) then ({p[1]}) else {p[2]}"),
    )


SAMPLES = """story lantern "The Lantern"
use people, "other.story"
type knight: character, thing
place house "the house", well & 2 is
place house "the house", well dark and at x, wood
character & knight Ana "a" (she / her) at house and cares for Bruno 1
thing coin gold - 1 / 2
path house - well - wood
fluent lit(what: thing)|    say "{what} [be] lit"
fluent hope(who: character, = Ana): 0..10 = 5
fluent near(a: place, b: place) symmetric
fluent where(a: thing): place = unknown symmetric
define free(who: character): if a then b else if c then d else e
define f: @ , @
topic alarm(who: character): not hurt(who)|    say "{who} [be] hurt"
topic rumour: Ana believes (Ben believes f = -2 according to Ben)
matter haven "to be home": @ , @
matter haven:|    @
perceives(a: character, b: character): @
motive love(who: character)|    weight 1 + 2|    score @|    when @
action kindle(who: character, what: thing)|    say "x"|    by who, king(land)|    tells @|    when @ , x|    then lit
action bear(who: character)|    answers @|    due @|    with who|    with king(land): @|    then lit(what)
action wait()|    when @|        @ ,|        a|    then|        a ,|        b = 1|    seen by everyone
action wait()|    then b|    cues night, hair(x, Ana)
action wait()|    then not f(x), f(x) += 1, (if a then b), if @ then (a, b) else if c then d else not e
action wait()|    then every y: thing (a, x believes b = (c), x believes (a, not b))|    also seen by y: @
rule r(x: thing)|    when a|    then f = if a then b else - c * 2
fact lit(x), Ana believes at(Ana) = well|    storm
character Ana|    wants light 2 * f(): @|    fears dark: @|    believes a, not b|    not asleep and at house, tall 2
plot|    ending e: @|        @|    first walk(Ana, _, well)|    then @|    never @|    utility @
past|    walk(Ana, 2)|    storm|        cues night
past|    walk(Ana, 2)|        say "x"|        cues hair(x), b|    storm|    thing & place x "y" (it) at house, z
past|    character Ana|        fears dark: @|        at house|    storm""".replace(" & 2 is", "").splitlines()


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A declaration or two."""
    chosen = draw(st.lists(st.sampled_from(SAMPLES[1:]), min_size=1, max_size=2))
    text = "\n".join(chosen).replace("|", "\n") + "\n"
    while "@" in text:
        text = text.replace("@", draw(expressions()), 1)
    return text


def check(text: str) -> bool | None:
    """Whether both accept a text; None where it is one of those that are left out."""
    found = parse(Source("t", text))[1]
    if any(each.code in COUNTING for each in found) or any("goes on from a `first`" in each.message for each in found):
        return None
    lines = text.splitlines()
    for line, below in pairwise(lines):
        if line.rstrip().endswith(",") and len(below) - len(below.lstrip()) > len(line) - len(line.lstrip()):
            return None
    assert accepts(text) == (not found), f"{text}\n{render_full(found) or 'the parser accepts it'}"
    return not found


def test_the_samples_are_valid() -> None:
    for sample in SAMPLES:
        assert check(sample.replace("|", "\n").replace("@", "a") + "\n") in (True, None), sample


@settings(max_examples=50)
@given(texts())
def test_valid_texts(text: str) -> None:
    check(text)


@settings(max_examples=120)
@given(texts(), st.data())
def test_one_token_changed(text: str, data: st.DataObject) -> None:
    places = [match.span() for match in WORD.finditer(text)]
    start, end = data.draw(st.sampled_from(places))
    other = data.draw(st.sampled_from([text[a:b] for a, b in places]))
    changed = data.draw(
        st.sampled_from(["", f" {text[start:end]} {text[start:end]} ", f" {other} ", f" {text[start:end]} {other} "])
    )
    before = text[:start]
    if before.endswith(("\n", " ")) and not before.rsplit("\n", 1)[-1].strip():
        changed = changed.lstrip(" ")
    text = before + changed + text[end:]
    # A token taken from the beginning of a line must not leave the line indented otherwise.
    text = "\n".join(re.sub(r"^((?:    )*) {1,3}(?! )", r"\1", line) for line in text.splitlines()) + "\n"
    assume(text.strip())
    check(text)
