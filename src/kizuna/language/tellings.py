"""Tellings: how a story is to be told, one setting a line, in a `telling` block, a file of its own, or an option.

Naive: split lines at blanks. Better: cut each line into words with their places, so that a mistake is shown where it
is, and read the patterns of events and facts in it like those of a plot. Names are looked up in the finished world.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from types import EllipsisType
from typing import Any, TypeVar

from kizuna.diagnostics import Diagnostic, Outcome, Source, Span, conclude
from kizuna.language.mistakes import MistakeError, mistake, shown
from kizuna.language.names import suggestion
from kizuna.language.parser import parse
from kizuna.language.syntax import Comment, SettingLine, SettingsBlock
from kizuna.model.formulas import Variable
from kizuna.model.telling import (
    EVERYTHING,
    Distance,
    Duration,
    Focus,
    Form,
    Order,
    Pattern,
    Person,
    Telling,
    Tense,
    Turn,
    Withheld,
)
from kizuna.model.values import Value, read_number
from kizuna.model.world import Fluent, World

E = TypeVar("E", bound=Enum)
T = TypeVar("T")

CHOICES: dict[str, type[Enum]] = {
    "order": Order, "distance": Distance, "tense": Tense, "person": Person, "form": Form,
}  # fmt: skip
"""The settings that are one word of several."""
NAMED = {
    "through": "through Ana", "begin": "begin walk(Ana, _, well)", "withhold": "withhold has(Ben, lamp)",
    "opening": "opening at(Ana)", "at": "at walk(Ana, _, well) through Ben",
    "word": "word sing sang sung", "motive": 'motive rest "an hour of rest", "to rest"',
    "say": 'say walk "{who} [go] to {to}"',
}  # fmt: skip
"""The other settings, each with an example."""
NOUN_FORMS, VERB_FORMS = 2, 3
"""How many forms a word has: `ox oxen`, `sing sang sung`."""
NOTHING = "nothing"
"""What a telling withholds that tells all that its world would keep."""
ANYBODY = {"everyone": Focus.ZERO, "nobody": Focus.OUTER}
"""Through whose eyes it is told where it is through nobody's in particular."""
_WORD = re.compile(r"\"[^\"]*\"|`[^`]*`|[^\W\d][\w'.-]*|\d+(?:[./]\d+)?|\S")


@dataclass(slots=True)
class _Words:
    """The words of a line with their places, and how far it has been read."""

    line: SettingLine
    found: list[tuple[str, Span]]
    at: int = 0

    @property
    def here(self) -> Span:
        """The place of the next word; at the end, of the whole line."""
        return self.found[self.at][1] if self.at < len(self.found) else self.line.span

    @property
    def next(self) -> str:
        """The next word as written; nothing at the end."""
        return self.found[self.at][0] if self.at < len(self.found) else ""

    def take(self) -> str:
        word = self.next
        self.at += 1
        return word.strip("`")

    def takes(self, word: str) -> bool:
        """Whether the next word is this one, which then has been read."""
        if self.next != word:
            return False
        self.at += 1
        return True


def _cut(line: SettingLine) -> _Words:
    span = line.span
    found = [
        (each[0], Span(span.source, span.start + each.start(), span.start + each.end()))
        for each in _WORD.finditer(span.text)
    ]
    return _Words(line, found)


def telling_of(blocks: Iterable[SettingsBlock], world: World, base: Telling, attempt: Callable[..., object]) -> Telling:
    """``base`` with what the lines of `telling` blocks say; ``attempt`` notes the mistake of a line and goes on."""
    reader = _Reader(world, base)
    for block in blocks:
        reader.telling = replace(reader.telling, span=block.span)
        for item in block.items:
            if isinstance(item, SettingLine):
                attempt(reader.read, item)
    attempt(_look_at, reader.telling)
    return reader.telling


def read_telling(source: Source, world: World, base: Telling) -> Outcome[Telling]:
    """``base`` with what a text says that holds nothing but a `telling` block."""
    file, problems = parse(source)
    found: list[Diagnostic] = list(problems)

    def attempt(read: Callable[..., object], *about: object) -> None:
        try:
            read(*about)
        except MistakeError as error:
            found.extend(filter(None, [error.diagnostic]))

    blocks = []
    for each in file.declarations:
        if isinstance(each, SettingsBlock) and each.keyword == "telling":
            blocks.append(each)
        elif not isinstance(each, Comment):
            attempt(_refuse, each.span, "Here only a telling can stand.", "Begin with `telling`; indent its lines.")
    telling = telling_of(blocks, world, base, attempt)
    return conclude(None if any(each.is_error for each in found) else telling, found)


def _refuse(span: Span, message: str, help: str) -> None:
    raise mistake(span, message, help, code="unreadable-telling")


def _look_at(telling: Telling) -> None:
    """Whether settings suit one another."""
    if telling.person is Person.FIRST and telling.focus is not Focus.INNER and telling.span is not None:
        _refuse(telling.span, "It is nobody who says I here.", "Say whose eyes it is told through: `through Ana`.")


class _Reader:
    """Reads lines into a telling."""

    def __init__(self, world: World, telling: Telling) -> None:
        self.world = world
        self.telling = telling
        self.begun: set[str] = set()

    def read(self, line: SettingLine) -> None:
        """Take in one line."""
        words = _cut(line)
        place, key = words.here, words.take()
        if key in CHOICES:
            changed: dict[str, Any] = {key: _chosen(words, CHOICES[key], key)}
        elif key in NAMED:
            changed = getattr(self, f"_{key}")(words)
        else:
            known = (*CHOICES, *NAMED)
            help = suggestion(key, known) or f"There are {', '.join(f'`{word}`' for word in known)}."
            raise mistake(place, f"There is nothing in a telling called {shown(key)}.", help, code="unreadable-telling")
        if words.next:
            raise self._unclear(words, key)
        self.telling = replace(self.telling, **changed)

    def _unclear(self, words: _Words, key: str) -> MistakeError:
        message = f"It is not clear how to read {shown(words.next)} here." if words.next else "The line is too short."
        return mistake(words.here, message, f"Write `{NAMED[key]}`." if key in NAMED else "", code="unreadable-telling")

    # --- the settings ------------------------------------------------------------------------------------------------

    def _through(self, words: _Words) -> dict[str, Any]:
        focus, who = self._eyes(words)
        return {"focus": focus, "through": who}

    def _begin(self, words: _Words) -> dict[str, Any]:
        return {"begin": self._event(words, "begin")}

    def _withhold(self, words: _Words) -> dict[str, Any]:
        if words.next == NOTHING and not any(each.name == NOTHING for each in self.world.existents):
            words.take()
            return {"withhold": ()}
        found = [self._withheld(words) for _ in _each(words)]
        return {"withhold": (*self._so_far("withhold"), *found)}

    def _opening(self, words: _Words) -> dict[str, Any]:
        if words.next == EVERYTHING:
            return {"opening": (Pattern(words.take()),)}
        found = [self._fact(words, "opening") for _ in _each(words)]
        return {"opening": (*self._so_far("opening"), *found)}

    def _so_far(self, key: str) -> tuple[Any, ...]:
        """What lines of the same text have said; what was said elsewhere is said anew."""
        before: tuple[Any, ...] = getattr(self.telling, key) if key in self.begun else ()
        self.begun.add(key)
        return before

    def _word(self, words: _Words) -> dict[str, Any]:
        forms: list[str] = []
        while words.next and len(forms) < VERB_FORMS:
            forms.append(words.take())
        if len(forms) < NOUN_FORMS:
            raise self._unclear(words, "word")
        return {"words": (*self._so_far("words"), tuple(forms))}

    def _motive(self, words: _Words) -> dict[str, Any]:
        place, name = words.here, words.take()
        known = {each.name.partition("(")[0] for each in self.world.motives}
        if name not in known:
            help = suggestion(name, sorted(known))
            raise mistake(place, f"Nobody has a motive {shown(name)}.", help, code="unknown-name")
        phrases = [(name, self._quoted(words, "motive")) for _ in _each(words)]
        return {"motives": (*self._so_far("motives"), *phrases)}

    def _say(self, words: _Words) -> dict[str, Any]:
        place, name = words.here, words.take()
        known = {**_actions(self.world), **_fluents(self.world)}
        if name not in known:
            message = f"There is no action or fluent {shown(name)}."
            raise mistake(place, message, suggestion(name, list(known)), code="unknown-name")
        phrases = []
        for _ in _each(words):
            place = words.here
            phrases.append((name, self._quoted(words, "say")))
            self._look_for_slots(phrases[-1][1], name, place)
        return {"phrases": (*self._so_far("phrases"), *phrases)}

    def _look_for_slots(self, phrase: str, name: str, place: Span) -> None:
        """Whether every name in braces is a parameter of the action or fluent."""
        found = [each.parameters for each in self.world.actions if each.name == name]
        found += [each.parameters for each in self.world.fluents if each.name == name]
        own = {each.name for parameters in found for each in parameters if isinstance(each, Variable)}
        for slot in re.findall(r"\{(\w*)\}", phrase):
            if slot not in own:
                help = suggestion(slot, sorted(own)) or f"There are {', '.join(f'`{each}`' for each in sorted(own))}."
                raise mistake(place, f"`{name}` has no parameter {shown(slot)}.", help, code="unknown-name")

    def _quoted(self, words: _Words, key: str) -> str:
        if not words.next.startswith('"') or len(words.next) <= len('""'):
            raise self._unclear(words, key)
        return words.take().strip('"')

    def _at(self, words: _Words) -> dict[str, Any]:
        event = self._event(words, "at")
        turn = Turn(event)
        while words.next:
            word = words.take()
            if word == "through":
                focus, who = self._eyes(words)
                turn = replace(turn, focus=focus, through=who or None)
            elif word == "distance":
                turn = replace(turn, distance=_chosen(words, Distance, "distance"))
            elif word in [each.value for each in Duration]:
                turn = replace(turn, duration=Duration(word))
            else:
                words.at -= 1
                raise self._unclear(words, "at")
            words.takes(",")
        if turn == Turn(event):
            raise self._unclear(words, "at")
        return {"turns": (*self._so_far("turns"), turn)}

    # --- what they are made of ---------------------------------------------------------------------------------------

    def _eyes(self, words: _Words) -> tuple[Focus, str]:
        place, who = words.here, words.take()
        if not who:
            message, help = "It is not said through whose eyes.", "Name a character, or say `everyone` or `nobody`."
            raise mistake(place, message, help, code="unreadable-telling")
        if who in ANYBODY and who not in self.world.characters:
            return ANYBODY[who], ""
        if who not in self.world.characters:
            known = (*self.world.characters, *ANYBODY)
            help = suggestion(who, known) or "Name a character, or say `everyone` (nobody in particular) or `nobody`."
            raise mistake(place, f"No character is called {shown(who)}.", help, code="unknown-name")
        return Focus.INNER, who

    def _withheld(self, words: _Words) -> Withheld:
        kept = self._kept(words)
        return Withheld(kept, self._event(words, "withhold") if words.takes("until") else None)

    def _kept(self, words: _Words) -> Pattern:
        """An action, a fluent, an existent, a type or a topic, with arguments where there are any."""
        start = words.at
        pattern = self._pattern(words, "withhold")
        existents = {each.name for each in self.world.existents} | set(self.world.ancestors)
        if pattern.arguments is None and pattern.value is ... and pattern.name in existents:
            return pattern
        known: dict[str, set[int]] = {}
        for names in (_actions(self.world), _fluents(self.world), _topics(self.world)):
            for name, sizes in names.items():
                known.setdefault(name, set()).update(sizes)
        return self._known(pattern, known, "event, fact or topic", words, start)

    def _event(self, words: _Words, key: str) -> Pattern:
        start = words.at
        return self._known(self._pattern(words, key), _actions(self.world), "action", words, start)

    def _fact(self, words: _Words, key: str) -> Pattern:
        start, minds = words.at, []
        while len(words.found) > words.at + 1 and words.found[words.at + 1][0] == "believes":
            place, who = words.here, words.take()
            if who not in self.world.characters:
                raise mistake(place, f"No character is called {shown(who)}.", code="unknown-name")
            minds.append(who)
            words.take()
        pattern = replace(self._pattern(words, key), minds=tuple(minds))
        return self._known(pattern, _fluents(self.world), "fluent", words, start)

    def _pattern(self, words: _Words, key: str) -> Pattern:
        if not re.match(r"[^\W\d]|`", words.next):
            raise self._unclear(words, key)
        place, name = words.here, words.take()
        arguments: list[Value | EllipsisType] | None = None
        if words.takes("("):
            arguments = []
            while not words.takes(")"):
                arguments.append(self._argument(words, key))
                if not words.takes(",") and words.next != ")":
                    raise self._unclear(words, key)
        worth = self._argument(words, key) if words.takes("=") else ...
        return Pattern(name, None if arguments is None else tuple(arguments), worth, span=place)

    def _argument(self, words: _Words, key: str) -> Value | EllipsisType:
        place, written_so = words.here, words.next
        if not re.match(r"\w|`", written_so):
            raise self._unclear(words, key)
        word = words.take()
        if word == "_":
            return ...
        if word in ("yes", "no", "unknown"):
            return {"yes": True, "no": False, "unknown": None}[word]
        if word[0].isdigit():
            return read_number(word)
        if not any(each.name == word for each in self.world.existents):
            help = suggestion(word, [each.name for each in self.world.existents])
            raise mistake(place, f"Nobody and nothing is called {shown(word)}.", help, code="unknown-name")
        return word

    def _known(self, pattern: Pattern, known: dict[str, set[int]], what: str, words: _Words, start: int) -> Pattern:
        """The pattern, if there is something of that name with as many arguments."""
        place = pattern.span or words.line.span
        if pattern.name not in known:
            help = suggestion(pattern.name, list(known))
            raise mistake(place, f"There is no {what} {shown(pattern.name)}.", help, code="unknown-name")
        sizes = known[pattern.name]
        if pattern.arguments is not None and len(pattern.arguments) not in sizes:
            whole = Span(place.source, words.found[start][1].start, words.found[words.at - 1][1].end)
            wanted = " or ".join(map(str, sorted(sizes)))
            message = f"`{pattern.name}` is of {wanted}, and here of {len(pattern.arguments)}."
            raise mistake(whole, message, "`_` stands for whatever it is.", code="wrong-arguments")
        return pattern


def _each(words: _Words) -> Iterator[None]:
    """Once for each of what stands between commas."""
    yield None
    while words.takes(","):
        yield None


def _chosen(words: _Words, kind: type[E], key: str) -> E:
    place, word = words.here, words.take()
    known = [each.value for each in kind]
    if word not in known:
        help = suggestion(word, known) or f"Write {', '.join(f'`{key} {each}`' for each in known)}."
        message = f"There is no {key} {shown(word)}." if word else f"It is not said which {key}."
        raise mistake(place, message, help, code="unreadable-telling")
    return kind(word)


def _actions(world: World) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for action in world.actions:
        found.setdefault(action.name, set()).add(len(action.parameters))
    return found


def _fluents(world: World) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    fluents: tuple[Fluent, ...] = world.fluents
    for fluent in fluents:
        found.setdefault(fluent.name, set()).add(len(fluent.parameters))
    return found


def _topics(world: World) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for each in world.about:
        found.setdefault(each.topic, set()).add(len(each.places))
    return found
