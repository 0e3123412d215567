"""The lines that say everything in one line: types, existents, fluents, facts, what characters want.

Naive: a regular expression for each kind of line. Better: each kind has a method that reads it word by word, so that
what is missing or too much is found at its place, in words about this kind of line. Cost: linear.
"""

from __future__ import annotations

from collections.abc import Callable

from kizuna.diagnostics import Span
from kizuna.language.changes import ChangeReader, sayable
from kizuna.language.expressions import lost_wildcard
from kizuna.language.mistakes import mistake, shown
from kizuna.language.syntax import (
    AboutLine,
    ChainLine,
    Change,
    Entry,
    ExistentLine,
    Expression,
    FluentLine,
    Minus,
    Name,
    Numeral,
    ParameterNode,
    Reckoned,
    SeenBy,
    StoryLine,
    Truth,
    TypeLine,
    UnknownValue,
    Use,
)
from kizuna.model.values import read_number

_PARAMETERS = "Write the type behind a colon: `(who: character, what: thing)`."
_EXISTENT = 'Write `character Ana "the elder sister" (she) at house`.'


class LineReader(ChangeReader):
    """Reads whole lines; each method starts behind the word that the line begins with."""

    def done(self, example: str = "", more_below: bool = False) -> None:
        """The line ends here; a comma may end it if it goes on in the lines below."""
        if more_below and self.texts[self.at] == "," and self.kinds[self.at + 1] == "end":
            self.at += 1
        if self.texts[self.at] == ":" and self.kinds[self.at + 1] == "end":
            raise mistake(self.here, "This line needs no `:` at its end.", "Leave it out.")
        if self.texts[self.at] == "believes":
            raise self._needs_brackets("believes")
        if self.texts[self.at] in ("+=", "-="):
            message = f"A condition is needed here, and {shown(self.texts[self.at])} changes something."
            raise mistake(self.here, message, "Write `=`, `<`, `>=` or the like.", code="not-a-condition")
        self.finish(example)
        if self.wildcard is not None:
            raise lost_wildcard(self.wildcard)

    # --- the story, modules, types -----------------------------------------------------------------------------------

    def story(self) -> StoryLine:
        """``story NAME "Title"``."""
        example = 'Write `story lantern "The Lantern"`.'
        name = self.name("a short name for the story", example)
        title = self.string()
        self.done(example)
        return StoryLine(name, title, span=self.whole)

    def use(self) -> Use:
        """``use NAME, "file.story"``."""
        example = 'Write `use people, sight`, or `use "other.story"`.'
        modules: list[Name | str] = []
        while not modules or self.take_comma():
            text = self.string()
            modules.append(self.name("the name of a module", example) if text is None else text)
        self.done(example)
        return Use(tuple(modules), span=self.whole)

    def type(self) -> TypeLine:
        """``type NAME: PARENT, PARENT``."""
        example = "Write `type knight`, or `type knight: character`; one type on each line."
        name = self.name("the name of a type", example)
        parents = self._names("a type", example) if self.take(":") else ()
        self.done(example)
        return TypeLine(name, parents, span=self.whole)

    def take_comma(self) -> bool:
        """Step over a comma that something follows."""
        return self.kinds[self.at + (not self.at_end)] != "end" and self.take(",")

    def _names(self, what: str, example: str) -> tuple[Name, ...]:
        names = [self.name(what, example)]
        while self.take_comma():
            names.append(self.name(what, example))
        return tuple(names)

    # --- existents ---------------------------------------------------------------------------------------------------

    def existents(self) -> ExistentLine:
        """``TYPE & TYPE NAME "title" (pronoun) facts, NAME ...``; without the block."""
        types = [self.name("a type", _EXISTENT)]
        while self.take("&"):
            types.append(self.name("a type", _EXISTENT))
        entries = [self._entry()]
        while self.take_comma():
            entries.append(self._entry())
        self.done(_EXISTENT)
        return ExistentLine(tuple(types), tuple(entries), span=self.whole)

    def _entry(self) -> Entry:
        start = self.starts[self.at]
        name = self.name("a name", _EXISTENT)
        title = self.string()
        pronoun = None
        if self.take("("):
            opening = self.at - 1
            pronoun = self.name("a pronoun", "Write `(she)`.").text
            while self.take("/"):
                pronoun += "/" + self.name("a pronoun", "Write `(she/her)`.").text
            self.close(opening, "`)`")
        facts: list[tuple[Expression, ...]] = []
        more = self.kinds[self.at] in ("word", "quoted")
        while more:
            if self.texts[self.at] == "not":
                message = "What is *not* so stands on a line of its own."
                raise mistake(self.here, message, "Indent `not ...` below this line.")
            if self.kinds[self.at] not in ("word", "quoted"):
                raise mistake(self.here, f"A word was expected here, and {self.found}.", _EXISTENT)
            facts.append(self._words())
            more = self.take("and")
        return Entry(name, title, pronoun, tuple(facts), span=self.since(start))

    def _words(self) -> tuple[Expression, ...]:
        """``cares for Bruno 1``: words, names and numbers up to a comma, ``and`` or the end."""
        words = [self._word()]
        while not self.at_end and self.texts[self.at] not in (",", "and"):
            words.append(self._word())
        return tuple(words)

    def _word(self) -> Expression:
        at, text = self.at, self.texts[self.at]
        if self.kinds[at] in ("word", "quoted") and text not in ("and", "or", "not", "believes"):
            self.at += 1
            span = self.span(at)
            if text in ("yes", "no"):
                return Truth(text == "yes", span=span)
            if text == "unknown":
                return UnknownValue(span=span)
            self.at = at
            return self.any_name()
        if self.kinds[at] == "number" or (text == "-" and self.kinds[at + 1] == "number"):
            return self._plain_number()
        if text == "=":
            raise mistake(
                self.here, "In a line about somebody no `=` is needed.", "Write `gold 5`, or `fact gold(Ana) = 5`."
            )
        if text == "(":
            raise mistake(
                self.here,
                "In a line about somebody no brackets are needed.",
                "Write `at house`, or `fact at(Ana) = house`.",
            )
        raise mistake(self.here, f"A word, a name or a number was expected here, and {self.found}.", _EXISTENT)

    def _plain_number(self) -> Expression:
        start, negative = self.starts[self.at], self.take("-")
        body: Expression = self._numeral()
        if negative:
            body = Minus(body, span=self.since(start))
        if self.texts[self.at] == "/" and self.kinds[self.at + 1] == "number":
            self.at += 1
            body = Reckoned("/", body, self._numeral(), span=self.since(start))
        return body

    def _numeral(self) -> Numeral:
        self.at += 1
        return Numeral(read_number(self.texts[self.at - 1]), span=self.span(self.at - 1))

    def about(self) -> tuple[AboutLine, ...]:
        """``at house``, ``not asleep``; ``and`` or a comma between several."""
        lines: list[AboutLine] = []
        while not lines or self.take("and") or self.take_comma():
            start = self.starts[self.at]
            negated = self.take("not")
            if not (self.is_name(self.at) or self.kinds[self.at] == "word"):
                raise mistake(
                    self.here,
                    f"A word was expected here, and {self.found}.",
                    "Write `at house`, or `cares for Bruno 1`.",
                )
            lines.append(AboutLine(self._words(), negated, span=self.since(start)))
        self.done()
        return tuple(lines)

    def motive_head(self, keyword: str) -> tuple[Name, Expression | None]:
        """``NAME [WEIGHT]:`` behind ``wants`` and ``fears``."""
        example = f"Write `{keyword} light 2: lit(lantern)`."
        name = self.name("a short name for the motive", example)
        weight = None
        if self.is_name(self.at) and self.texts[self.at + 1] != "(":
            message = "A name is one word."
            raise mistake(self.here, message, f"Join the words by `_`: {shown(name.text + '_' + self.texts[self.at])}.")
        if self.texts[self.at] != ":" and not self.at_end:
            weight = self.sum()
        self.colon(shown(name.text) if weight is None else "the weight", example)
        return name, weight

    # --- fluents and parameters --------------------------------------------------------------------------------------

    def parameters(self, needed: bool = False) -> tuple[ParameterNode, ...]:
        """``(name: type, ...)``; no brackets at all say that there are none."""
        if self.texts[self.at] != "(" and not needed:
            return ()
        opening = self.open(_PARAMETERS)
        found: list[ParameterNode] = []
        if self.take(")"):
            return ()
        while not found or self.take(","):
            found.append(self._parameter())
        self.close(opening)
        return tuple(found)

    def _parameter(self) -> ParameterNode:
        start = self.starts[self.at]
        if self.take("="):
            return ParameterNode(None, None, self._argument(), span=self.since(start))
        name = self.name("a parameter", _PARAMETERS)
        if not self.take(":"):
            raise mistake(
                name.span, f"It has to be said what type {shown(name.text)} is.", _PARAMETERS, code="missing-type"
            )
        if not self.is_name(self.at):
            message = f"Behind `{name.text}:` the type is missing."
            raise mistake(self.here, message, _PARAMETERS, code="missing-type")
        return ParameterNode(name, self.name("a type", _PARAMETERS), span=self.since(start))

    def fluent(self) -> FluentLine:
        """``fluent NAME(...): TYPE = DEFAULT symmetric``; without ``say``."""
        example = "Write `fluent at(who: character): place`, or `fluent hope(who: character): 0..10 = 5`."
        name = self.name("the name of a fluent", example)
        parameters = self.parameters()
        type = low = high = default = None
        if self.take(":"):
            if self.is_name(self.at):
                type = self.name("a type", example)
            else:
                low = self.sum()
                if not self.take(".."):
                    raise mistake(self.here, f"`..` is missing between the bounds: {self.found}.", example)
                high = self.sum()
        if self.take("="):
            default = self._worth()
        symmetric = self.take("symmetric")
        self.done(example)
        return FluentLine(name, parameters, type, low, high, default, symmetric, span=self.whole)

    def topic(self) -> tuple[Name, tuple[ParameterNode, ...], Change]:
        """``NAME(parameters): CONTENT`` behind ``topic``."""
        example = "Write `topic accident(victim: character): hurt(victim)`."
        name = self.name("the name of a topic", example)
        parameters = self.parameters()
        self.colon("what can be said", example)
        content = self.change()
        if not sayable(content):
            message = "What can be said is one thing that is so or not."
            raise mistake(content.span, message, example, code="not-an-effect")
        self.done(example)
        return name, parameters, content

    def head(self, what: str) -> tuple[Name, tuple[ParameterNode, ...]]:
        """``NAME(parameters)`` behind ``action`` and its like."""
        example = f"Write `{what} kindle(who: character, what: thing)`."
        name = self.name(f"the name of this {what}", example)
        return name, self.parameters()

    def chain(self) -> ChainLine:
        """``FLUENT a - b - c``."""
        example = "Write `path house - well - wood`."
        fluent, links = self.name("a fluent", example), [self.name("a name", example)]
        while self.take("-"):
            links.append(self.name("a name", example))
        self.done(example)
        return ChainLine(fluent, tuple(links), span=self.whole)

    # --- who sees ----------------------------------------------------------------------------------------------------

    def seen(self, also: bool, condition: Callable[[], Expression]) -> SeenBy:
        """``seen by everyone``, ``seen by nobody``, ``seen by x: CONDITION``, behind ``seen``."""
        example = "Write `seen by everyone`, `seen by nobody`, or `seen by x: at(x) = at(who)`."
        if not self.take("by"):
            raise mistake(self.here, f"`by` is missing after `seen`: {self.found}.", example)
        word = self.texts[self.at]
        if word in ("everyone", "nobody") and self.kinds[self.at + 1] == "end":
            self.at += 1
            if also:
                message = f"`also seen by {word}` adds nothing that could be meant."
                raise mistake(self.here, message, "Write it without `also`.")
            return SeenBy(None, None, word == "everyone", span=self.whole)
        variable = self.name("a name for whoever sees it", example)
        self.colon(shown(variable.text), example)
        return SeenBy(variable, condition(), also=also, span=self.whole)

    # --- the line as a whole -----------------------------------------------------------------------------------------

    @property
    def whole(self) -> Span:
        """The stretch of the whole line."""
        return Span(self.source, self.starts[0], self.ends[-1])

    def any_name(self) -> Name:
        """A word as a name, whatever it means elsewhere."""
        kinds = self.kinds[self.at]
        if kinds == "word" and not self.is_name(self.at):
            self.at += 1
            return Name(self.texts[self.at - 1], span=self.span(self.at - 1))
        return self.name("a name")
