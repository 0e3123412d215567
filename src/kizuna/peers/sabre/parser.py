"""Tokens in, definitions out.

Naive: read definition after definition and stop at the first mistake. Better: cut the text into definitions first (see
``layout``), so that a mistake costs its own definition and the next one is found too. Expressions are a matter of
their own (see ``expressions``). A definition that could not be read leaves its name behind: nobody is told that a
name is unknown because its definition had a mistake. Cost: linear, apart from what expressions cost.
"""

from __future__ import annotations

import difflib
from dataclasses import replace

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.peers.sabre.expressions import MOST_LEVELS, Matcher, TooDeepError
from kizuna.peers.sabre.layout import Layout
from kizuna.peers.sabre.lexer import Tokens, is_name
from kizuna.peers.sabre.mistakes import MOST_MISTAKES, MistakeError
from kizuna.peers.sabre.syntax import (
    Definition,
    EntityDefinition,
    EventDefinition,
    Expression,
    InitialDefinition,
    ObservingPart,
    Parameter,
    Problem,
    PropertyDefinition,
    TypeDefinition,
    UtilityDefinition,
    Word,
)

_NAMING = ("type", "entity", "property", "action", "trigger")
_PARTS = {False: ("precondition", "effect", "consenting", "observing"), True: ("precondition", "effect")}


def parse(tokens: Tokens) -> tuple[Problem, list[Diagnostic]]:
    """The definitions of a file, and a finding for each that could not be read."""
    return _Parser(tokens).problem()


class _Parser:
    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.texts = tokens.texts
        self.layout = Layout(tokens)
        self.matcher = Matcher(self.layout)
        self.found = self.layout.found[:MOST_MISTAKES]
        self.definitions: list[Definition] = []
        self.broken_names: set[str] = set()

    def problem(self) -> tuple[Problem, list[Diagnostic]]:
        empty_before = False
        for number, (low, high) in enumerate(self.layout.definitions):
            if len(self.found) >= MOST_MISTAKES:
                break
            if low == high:
                # A row of semicolons is one mistake.
                if not empty_before:
                    message = "A definition is missing before this `;`."
                    self.found.append(diagnose("syntax", message, self.tokens.span(high, high + 1), help="Remove it."))
                empty_before = True
                continue
            empty_before = False
            if number in self.layout.broken:
                self._give_up_on(low, high)
            else:
                self._try(low, high)
        return Problem(tuple(self.definitions), frozenset(self.broken_names)), self.found

    def _try(self, low: int, high: int) -> None:
        """Read definitions from a stretch that should hold exactly one, but may lack a ``;`` between two."""
        while low < high:
            try:
                definition, end = self._definition(low, high)
                if definition is not None:
                    self.definitions.append(definition)
                if end < high:
                    message = f"A `;` is missing before `{self.texts[end]}`."
                    self.found.append(diagnose("syntax", message, self.tokens.span(end, end + 1)))
                low = end
            except MistakeError as mistake:
                self._note(mistake)
                self._give_up_on(low, high)
                return

    def _note(self, mistake: MistakeError) -> None:
        if mistake.diagnostic is not None:
            self.found.append(mistake.diagnostic)

    def _give_up_on(self, low: int, high: int) -> None:
        if low + 1 < high and is_name(self.texts[low]) and is_name(self.texts[low + 1]):
            self.broken_names.add(self.texts[low + 1])

    # --- definitions -----------------------------------------------------------------------------------------------

    def _definition(self, low: int, high: int) -> tuple[Definition | None, int]:
        """The definition at ``low`` and the token behind it."""
        word = self.texts[low]
        applied = low + 1 < high and self.texts[low + 1] == "("
        if word in _NAMING and not applied:
            self._name(low + 1, high, f"A name has to follow `{word}`.")
            if word in ("action", "trigger"):
                return self._event(low, high)
            if word == "type":
                return self._type(low, high), high
            return self._entity(low, high) if word == "entity" else self._property(low, high), high
        if word == "utility" and applied:
            close = self.layout.closing[low + 1]
            if close + 1 < high and self.texts[close + 1] == ":":
                return self._utility(low, close, high), high
            raise self._mistake(low, "Write `utility(): expression` or `utility(Character): expression`.")
        if low + 1 < high and is_name(word) and is_name(self.texts[low + 1]) and word != "if":
            close_words = difflib.get_close_matches(word[:40], [*_NAMING, "utility"], 1)
            suggestion = f"Did you mean `{close_words[0]}`?" if close_words else ""
            raise self._mistake(low, f"Nothing begins with `{word}` and a name.", suggestion)
        body = self._expression(low, high)
        return InitialDefinition(body.start, body.end, body), high

    def _type(self, low: int, high: int) -> TypeDefinition:
        parents = self._types_after_colon(low + 2, high) if low + 2 < high else ()
        return TypeDefinition(*self._ends(low, high), self._word(low + 1), parents)

    def _entity(self, low: int, high: int) -> EntityDefinition:
        if low + 2 >= high:
            raise self._mistake(low + 1, "An entity needs at least one type.", "Write `entity Name : type`.")
        return EntityDefinition(*self._ends(low, high), self._word(low + 1), self._types_after_colon(low + 2, high))

    def _types_after_colon(self, low: int, high: int) -> tuple[Word, ...]:
        self._expect(":", low, high)
        return tuple(self._lone_name(*part) for part in self._split(",", low + 1, high))

    def _property(self, low: int, high: int) -> PropertyDefinition:
        parameters, close = self._parameters(low + 2, high)
        self._expect(":", close + 1, high)
        type = self._lone_name(close + 2, high)
        return PropertyDefinition(*self._ends(low, high), self._word(low + 1), parameters, type)

    def _utility(self, low: int, close: int, high: int) -> UtilityDefinition:
        character = self._lone_name(low + 2, close) if close > low + 2 else None
        return UtilityDefinition(*self._ends(low, high), character, self._expression(close + 2, high))

    def _event(self, low: int, high: int) -> tuple[Definition | None, int]:
        is_trigger = self.texts[low] == "trigger"
        parameters, close = self._parameters(low + 2, high)
        self._expect("{", close + 1, high)
        end = self.layout.closing[close + 1]
        place = self.tokens.starts[low], self.tokens.end(end)
        definition = EventDefinition(*place, is_trigger, self._word(low + 1), parameters)
        unbroken = True
        for number, (start, stop) in enumerate(stretches := self.layout.split(";", close + 2, end)):
            try:
                if start < stop:
                    definition = self._with_part(definition, start, stop)
                elif number + 1 < len(stretches):
                    raise self._mistake(stop, "Something is missing before this `;`.", "Remove it.")
            except MistakeError as mistake:
                self._note(mistake)
                unbroken = False
        if not unbroken:
            self._give_up_on(low, high)
            return None, end + 1
        return definition, end + 1

    def _with_part(self, definition: EventDefinition, low: int, high: int) -> EventDefinition:
        """The definition with one more part; a part that was there is replaced."""
        word, known = self.texts[low], _PARTS[definition.is_trigger]
        if word not in known:
            what = "A trigger" if definition.is_trigger else "An action"
            hint = f"Its parts are: {', '.join(known)}."
            raise self._mistake(low, f"{what} has no part that begins with `{word}`.", hint)
        if word == "observing":
            return replace(definition, observing=self._observing(low, high))
        self._expect(":", low + 1, high)
        if word == "consenting":
            return replace(definition, consenting=self._characters(low + 2, high))
        if word == "effect":
            return replace(definition, effect=self._expression(low + 2, high))
        return replace(definition, precondition=self._expression(low + 2, high))

    def _characters(self, low: int, high: int) -> tuple[Word, ...]:
        while low < high and self.texts[low] == "(" and self.layout.closing[low] == high - 1:
            low, high = low + 1, high - 1
        return tuple(self._lone_name(*part) for part in self.layout.split(",", low, high)) if low < high else ()

    def _observing(self, low: int, high: int) -> ObservingPart:
        parameters, close = self._parameters(low + 1, high)
        self._expect(":", close + 1, high)
        type = parameters[0].type if len(parameters) == 1 else None
        if type is None:
            raise self._mistake(low, "Write `observing(variable : character): expression`.")
        return ObservingPart(*self._ends(low, high), parameters[0].name, type, self._expression(close + 2, high))

    # --- pieces ----------------------------------------------------------------------------------------------------

    def _parameters(self, opening: int, high: int) -> tuple[tuple[Parameter, ...], int]:
        """The parameters in the brackets at ``opening``, and the closing bracket."""
        self._expect("(", opening, high)
        close = self.layout.closing[opening]
        if close == opening + 1:
            return (), close
        return tuple(self._parameter(*part) for part in self._split(",", opening + 1, close)), close

    def _parameter(self, low: int, high: int) -> Parameter:
        if high - low == 1 and self.matcher.is_argument(low) and self.texts[low] != "?":
            return Parameter(*self._ends(low, high), self._word(low), None)
        if high - low == 3 and self.texts[low + 1] == ":":
            name = self._name(low, high, "A parameter needs a name.")
            return Parameter(*self._ends(low, high), name, self._name(low + 2, high, "A parameter needs a type."))
        raise self._mistake(low, "This is no parameter.", "Write `name : type`, or a constant.")

    def _expression(self, low: int, high: int) -> Expression:
        try:
            found = self.matcher.match(low, high)
        except TooDeepError as error:
            message = f"This expression nests more than {MOST_LEVELS} levels deep."
            place = self.tokens.span(error.token, error.token + 1)
            raise MistakeError(diagnose("nested-too-deeply", message, place, help="Split it up.")) from None
        if found is None:
            raise self._mistake(self.matcher.furthest, self.matcher.complaint)
        return found

    def _split(self, word: str, low: int, high: int) -> list[tuple[int, int]]:
        return self.layout.split(word, low, high)

    def _lone_name(self, low: int, high: int) -> Word:
        name = self._name(low, high, "A name is missing here.")
        if high - low > 1:
            raise self._mistake(low + 1, f"`{self.texts[low + 1]}` does not belong here.")
        return name

    def _name(self, index: int, high: int, complaint: str) -> Word:
        if index >= high:
            raise self._mistake(index, complaint)
        if self.tokens.kinds[index] != "word" or not is_name(self.texts[index]):
            raise self._mistake(index, f"`{self.texts[index]}` is not a name; names begin with a letter.")
        return self._word(index)

    def _expect(self, text: str, index: int, high: int) -> None:
        if index >= high or self.texts[index] != text:
            raise self._mistake(index, f"A `{text}` is missing here.")

    def _word(self, index: int) -> Word:
        return self.matcher.word(index)

    def _ends(self, low: int, high: int) -> tuple[int, int]:
        return self.tokens.starts[low], self.tokens.end(high - 1)

    def _mistake(self, index: int, message: str, help: str = "") -> MistakeError:
        return MistakeError(diagnose("syntax", message, self.tokens.span(index, index + 1), help=help or ()))
