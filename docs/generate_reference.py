"""Generates ``docs/reference.md``: what a `.story` file may hold, and what the library brings.

Grammar lines come from ``docs/story.lark``, words and settings from the reader of the language, the library from its
own files, codes from their table; ``docs/reference.toml`` adds a sentence and an example to each construct.
``python docs/generate_reference.py`` prints the page, ``--write`` puts it in its place.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kizuna.diagnostics import Source
from kizuna.diagnostics.codes import CODES
from kizuna.language import keywords, parse, phrasing
from kizuna.language.cursor import RESERVED
from kizuna.language.preferences import CHOOSING, LIMITS, LOGICS
from kizuna.language.syntax import (
    ActionNode,
    Comment,
    Declaration,
    DefineLine,
    MotiveLine,
    Name,
    PerceivesLine,
    RuleNode,
    StoryLine,
    Use,
)

HERE = Path(__file__).parent
PAGE = HERE / "reference.md"
LIBRARY = HERE.parent / "src" / "kizuna" / "library"
NOTICE = (
    "<!-- Generated from docs/story.lark, docs/reference.toml, src/kizuna/language and src/kizuna/library by "
    "docs/generate_reference.py; change those. -->"
)
INTRODUCTION = """\
What a `.story` file may hold, and what the library brings. [language.md](language.md) defines what it all means, the
[tutorial](tutorial.md) goes through it step by step, and [codes.md](codes.md) lists the messages.

Beside each construct stands its grammar, from the [whole of it](story.lark): `"word"` is written like that, what
`?` follows may be left out, what `*` or `+` follows may be repeated, `|` stands between alternatives, `⏎` ends a line,
and `⇥( ... )` stands indented below."""
SETTINGS = {
    "events": "most events in the story",
    "foresight": "how many actions a character plans ahead, the first included",
    "depth": "layers of minds in which plans are sought",
    "logic": "whether what is so or not may also be unknown; `three-valued` if nothing is said",
    "satisficing": "whatever improves things is reason enough to act; so it is if nothing is said",
    "best": "nobody acts where something else would serve them better by more than this number",
    "wary": "before they act, people consider the worst that so many further actions of others could make of it",
    "reading": "the file is taken at its word, see [language.md](language.md#lines); converted files use it",
}


def entries() -> dict[str, Any]:
    """The prose and the examples."""
    return tomllib.loads((HERE / "reference.toml").read_text(encoding="utf-8"))


# --- grammar ---------------------------------------------------------------------------------------------------------


def rules() -> dict[str, str]:
    """The rules of the grammar by name, as they are written there."""
    found: dict[str, str] = {}
    name = ""
    for line in (HERE / "story.lark").read_text(encoding="utf-8").splitlines():
        if heading := re.match(r"\??(\w+): (.*)", line):
            name = heading[1]
            found[name] = heading[2]
        elif line.startswith(" "):
            found[name] += f"\n{line.strip()}"
    return found


def shown_rule(name: str, body: str) -> str:
    """A rule as the page shows it."""
    for old, new in (('"@', '"'), ("_INDENT ", "⇥( "), (" _DEDENT", " )"), ("_NL", "⏎")):
        body = body.replace(old, new)
    first, *rest = body.splitlines()
    return "\n".join([f"{name} = {first}", *(f"{' ' * len(name)} {line}" for line in rest)])


def entry_lines(entry: dict[str, Any], grammar: dict[str, str]) -> Iterator[str]:
    """One construct."""
    yield from ("", f"### {entry['title']}", "", entry["text"])
    if entry["grammar"]:
        yield from ("", "```ebnf", *(shown_rule(rule, grammar[rule]) for rule in entry["grammar"]), "```")
    if "example" in entry:
        yield from ("", "```story", entry["example"].strip("\n"), "```")


def constructs() -> Iterator[str]:
    """All constructs, part by part."""
    prose, grammar = entries(), rules()
    yield from ("", "The examples are read together with this world:", "", "```story", prose["frame"].strip(), "```")
    for part in prose["part"]:
        yield from ("", f"## {part['title']}", "", part["text"])
        for entry in part["entry"]:
            yield from entry_lines(entry, grammar)


# --- words and settings ----------------------------------------------------------------------------------------------


def listed(words: Iterable[str]) -> str:
    """Words in a row."""
    return ", ".join(f"`{word}`" for word in words)


def words() -> Iterator[str]:
    """The words that mean something, and where."""
    yield from (
        "",
        "## Words",
        "",
        "These mean something where a line begins; anywhere else they are names like any other.",
    )
    yield from ("", "| where | words |", "|---|---|")
    for where, known in (
        ("at the margin", keywords.TOP),
        ("below an existent", keywords.EXISTENT),
        ("below `action`", keywords.ACTION),
        ("below `rule`", keywords.RULE),
        ("below `motive`", keywords.MOTIVE),
        ("below `fluent`", keywords.FLUENT),
        ("below `topic`", keywords.TOPIC),
        ("below `plot`", keywords.PLOT),
    ):
        yield f"| {where} | {listed(known)} |"
    yield from ("", f"These mean something everywhere, and as names stand in backquotes: {listed(sorted(RESERVED))}.")


def settings() -> Iterator[str]:
    """The settings and what they may be."""
    yield from ("", "## Settings", "")
    yield "They stand below `settings`, one a line. Limits only advise the search: what is asked for comes before them."
    yield from ("", "| setting | written | what it says |", "|---|---|---|")
    for name, least in LIMITS.items():
        yield f"| `{name}` | a whole number, at least {least} | {SETTINGS[name]} |"
    yield f"| `logic` | {listed(LOGICS)} | {SETTINGS['logic']} |"
    for name, example in CHOOSING.items():
        yield f"| `{name}` | `{example}`, `{example} for Ana` | {SETTINGS[name]} |"
    yield f"| `reading` | `exact` | {SETTINGS['reading']} |"
    yield from ("", "```story", "settings", "    events 6", "    foresight 3")
    yield from (*(f"    {example}" for example in CHOOSING.values()), "    satisficing for Ana", "```")


# --- the library -----------------------------------------------------------------------------------------------------


def signature(name: Name, parameters: tuple[Any, ...]) -> str:
    """``name(parameter: type, ...)``."""
    return f"{phrasing.name(name)}{phrasing.parameters(parameters)}"


def head(declaration: Declaration) -> str:
    """A declaration in one line, as far as those who use it need it; nothing for what declares nothing."""
    match declaration:
        case StoryLine() | Use() | Comment():
            return ""
        case DefineLine(name=name, parameters=parameters, body=body):
            return f"define {signature(name, parameters)}: {phrasing.expression(body)}"
        case ActionNode(name=name, parameters=parameters):
            return f"action {signature(name, parameters)}"
        case RuleNode(name=name, parameters=parameters):
            return f"rule {signature(name, parameters)}"
        case MotiveLine(name=name, parameters=parameters):
            return f"motive {signature(name, parameters)}"
        case PerceivesLine(parameters=parameters, body=body):
            return f"perceives{phrasing.parameters(parameters)}: {phrasing.expression(body)}"
    return " ".join(declaration.span.text.splitlines()[0].split())


def described(declaration: Declaration, comment: str) -> str:
    """One line of the page about a declaration: its head, its phrase, what its author says of it."""
    say = getattr(declaration, "say", None)
    parts = [f"`{head(declaration)}`"]
    if say:
        parts.append(f"“{say}”.")
    if comment:
        parts.append(comment)
    return f"- {' '.join(parts)}"


def module(path: Path) -> Iterator[str]:
    """One module of the library."""
    file, _ = parse(Source(path.name, path.read_text(encoding="utf-8")))
    comments: list[str] = []
    yield from ("", f"### {path.stem}")
    for declaration in file.declarations:
        match declaration:
            case StoryLine(title=title):
                yield from ("", f"{title}.")
            case Use(modules=modules):
                used = ", ".join(f"[{name.text}](#{name.text})" for name in modules if isinstance(name, Name))
                yield from ("", f"Uses {used}.")
                comments.clear()
            case Comment(text=""):
                if comments:
                    yield from ("", " ".join(comments))
                comments.clear()
            case Comment(text=text):
                if not comments:
                    yield ""
                comments.append(text.removeprefix("#").strip())
            case _ if head(declaration):
                if not comments:
                    yield ""
                yield described(declaration, " ".join(comments))
                comments.clear()


def library() -> Iterator[str]:
    """All modules, those that are used before those that use them."""
    yield from ("", "## The library", "")
    yield "Each is a `.story` file itself; `use NAME` brings it in, with those that it uses."
    done: list[str] = []
    paths = {path.stem: path for path in sorted(LIBRARY.glob("*.story"))}

    def add(name: str) -> None:
        file, _ = parse(Source(name, paths[name].read_text(encoding="utf-8")))
        for declaration in file.declarations:
            for used in declaration.modules if isinstance(declaration, Use) else ():
                if isinstance(used, Name) and used.text not in done:
                    add(used.text)
        if name not in done:
            done.append(name)

    for name in paths:
        add(name)
    for name in done:
        yield from tidied(module(paths[name]))


def tidied(lines: Iterable[str]) -> Iterator[str]:
    """Lines with one blank line between paragraphs, and none within a list."""
    before = "x"
    kept = list(lines)
    for number, line in enumerate(kept):
        following = next((each for each in kept[number + 1 :] if each), "")
        if line or (before and not (before.startswith("- ") and following.startswith("- "))):
            yield line
            before = line


def messages() -> Iterator[str]:
    """The codes, by severity."""
    yield from ("", "## Messages", "", "Every message carries a code that stays as it is.", "")
    for severity, anchor in (("error", "errors"), ("warning", "warnings"), ("advice", "advice")):
        names = sorted(name for name, code in CODES.items() if code.severity == severity)
        if names:
            yield f"- [{anchor.capitalize()}](codes.md#{anchor}): {listed(names)}."


def page() -> str:
    """The whole page."""
    parts = ["# The `.story` language: reference", "", NOTICE, "", INTRODUCTION]
    parts += [*constructs(), *settings(), *words(), *library(), *messages()]
    return "\n".join(parts) + "\n"


def main(arguments: list[str]) -> int:
    """Print the page, or write it."""
    if arguments == ["--write"]:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
        return 0
    if arguments:
        sys.stderr.write("usage: generate_reference.py [--write]\n")
        return 2
    sys.stdout.write(page())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
