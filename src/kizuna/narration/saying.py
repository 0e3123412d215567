"""A phrase said: arguments in their places, verbs in their tense, whoever is meant by name or by pronoun.

Naive: string replacement. Better: token by token from the left, since who can be *she* depends on what was said before.
Within what is said, thought or asked the tense goes a step back with that of the telling (sequence of tenses).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kizuna.english import Agreement, Tense, conjugate, gerund, participle
from kizuna.english.clauses import parts
from kizuna.english.lexicon import ADVERBIAL, PARTICIPLES
from kizuna.english.places import where
from kizuna.model.values import Value, show
from kizuna.narration.phrases import Part, Slot, Token, Verb, Words, parse
from kizuna.narration.referring import Memory, backshifted
from kizuna.narration.vocabulary import named_at

_IT_IS_NOT_SO = "it is not so that "
_SWALLOWS = "\0"
"""Before words that do without the preposition before them."""
_GIVEN_TO = re.compile(
    r"(?P<verb>\[(?:promise|offer|order)\] )?\{(?P<what>[^{}]*)\} (?:to|from) \{(?P<whom>[^{}]*)\}(?P<aside> aside)?"
)
_AND = (" ", "and", " ")
_PAIR = re.compile(r"\{(\w+)\} and \{(\w+)\}(?= \[)")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a clause is said: its tense, denied or not, asked or not, and whether the first subject is left out."""

    tense: Tense = Tense.PAST
    negated: bool = False
    asked: bool = False
    subjectless: bool = False
    reported: bool = False

    @property
    def is_past(self) -> bool:
        """Whether what is told lies behind the narrator; ``reported`` says it of a clause without a tense."""
        return self.reported or self.tense in (Tense.PAST, Tense.PLUPERFECT)


PLAIN = Manner()


@dataclass
class Sayer:
    """Says one phrase after the other to a reader with a memory."""

    memory: Memory
    manner: Manner = PLAIN
    agreements: dict[str, Agreement] = field(default_factory=dict)
    last: Agreement = field(default_factory=Agreement)
    outer: Agreement = field(default_factory=Agreement)
    unsaid: Agreement = field(default_factory=Agreement)
    verbs: int = 0
    main: int = 1

    def say(self, phrase: str, arguments: Mapping[str, Value]) -> str:
        """A phrase in words, without capital and full stop."""
        denied, _, content = phrase.rpartition(_IT_IS_NOT_SO)
        if content != phrase:
            before = self._say(denied, arguments) if denied else ""
            tense = self._inner_tense() if denied else self.manner.tense
            inner = Sayer(self.memory, Manner(tense, True))
            return f"{before} {inner._say(content, arguments)}".strip()
        return self._say(phrase, arguments)

    def again(self, phrase: str, arguments: Mapping[str, Value]) -> str:
        """Another phrase of the same subject, which is not said again."""
        denied, _, content = phrase.rpartition(_IT_IS_NOT_SO)
        if denied:
            inner = Sayer(self.memory, Manner(self._inner_tense(), True))
            return f"{self.again(denied, arguments)} {inner._say(content, arguments)}"
        self.verbs, of = 0, self.outer
        tokens = list(parse(self._ordered(phrase, arguments)))
        said = [self.token(token, tokens, place, arguments, of) for place, token in enumerate(tokens)]
        return _smooth("".join(said))

    def _say(self, phrase: str, arguments: Mapping[str, Value]) -> str:
        tokens = list(parse(self._ordered(phrase, arguments)))
        self._gather(tokens, arguments)
        if isinstance(tokens[0], Words) and tokens[0].text == "what":
            self.main = sum(isinstance(token, Verb) for token in tokens)
        said = []
        for place, token in enumerate(tokens):
            said.append(self.token(token, tokens, place, arguments, self.unsaid))
        return _smooth("".join(said))

    def _ordered(self, phrase: str, arguments: Mapping[str, Value]) -> str:
        """The phrase, with what is to be done behind those to whom it is promised."""

        def turned(match: re.Match[str]) -> str:
            what = arguments.get(match["what"])
            cast = self.memory.cast
            if not (isinstance(what, str) and what in cast.matters and infinitive(cast.called(what))):
                return match[0]
            verb, whom = match["verb"] or "to ", f"{{{match['whom']}}}{match['aside'] or ''}"
            return f"{verb}{whom} {{{match['what']}}}"

        return _first_person_last(_GIVEN_TO.sub(turned, phrase), arguments, self.memory.i)

    def _gather(self, tokens: list[Token], arguments: Mapping[str, Value]) -> None:
        """Puts *they* in the place of several subjects of whom the reader was just told."""
        first = next((token for token in tokens if isinstance(token, Verb)), None)
        slots = [place for place, token in enumerate(tokens) if isinstance(token, Slot)]
        if first is None or len(first.subjects) < 2 or slots[0] != 0 or self.memory.i or self.manner.asked:
            return
        names = tuple(str(arguments.get(each)) for each in first.subjects)
        if self.memory.together(names):
            tokens[0 : slots[len(first.subjects) - 1] + 1] = [Words("they")]
            place = tokens.index(first)
            tokens[place] = Verb(first.base, (), True, False, first.inner)
            for name in names:
                self.memory.refer_silently("they", name)

    # --- token by token ----------------------------------------------------------------------------------------------

    def token(
        self, token: Token, tokens: Sequence[Token], place: int, arguments: Mapping[str, Value], of: Agreement
    ) -> str:
        """One token in words; ``of`` is how a verb agrees with a subject that is left out."""
        match token:
            case Words(text=text):
                return re.sub(r"[a-z]+", lambda match: backshifted(match[0]), text) if self.manner.is_past else text
            case Slot():
                return self._slot(replace(token, beside=_is_beside(tokens, place)), arguments, of)
            case Verb():
                return self._verb(token, tokens[place + 1 : place + 3], arguments)

    def _slot(self, slot: Slot, arguments: Mapping[str, Value], of: Agreement) -> str:
        if slot.name not in arguments:
            return f"{{{slot.name}}}"
        value = arguments[slot.name]
        if not isinstance(value, str):
            return show(value)
        if self.manner.subjectless and slot.part is Part.SUBJECT and not self.verbs:
            self.agreements[slot.name] = of
            self.memory.subjects = (value,)
            return ""
        if slot.part is Part.SUBJECT:
            self.memory.subjects = (value,)
        if slot.introduced == "at" and value in self.memory.cast.places and value not in self.memory.hidden:
            self.memory.refer(value, slot)
            return f"{_SWALLOWS}{where(value, self.memory.cast.called(value))}"
        if value in self.memory.cast.matters:
            called = self.memory.cast.called(value)
            self.memory.note(each for each in sorted(self.memory.cast.people) if named_at(each, called) is not None)
            return _matter(called, slot)
        text, self.agreements[slot.name] = self.memory.refer(value, slot)
        return text

    def _verb(self, verb: Verb, after: Sequence[Token], arguments: Mapping[str, Value]) -> str:
        of = self._agreement(verb)
        names = tuple(value for each in verb.subjects if isinstance(value := arguments.get(each), str))
        if not verb.shares:
            self.memory.subjects = names
        self.verbs += 1
        words = self.memory.cast.words
        negated = self.manner.negated and self.verbs == self.main
        if negated and verb.base == "have" and _is_participle(after):
            return f"{conjugate('have', self.manner.tense, of)} not"
        if verb.inner:
            return conjugate(verb.base, self._inner_tense(), of, negated=negated, words=words)
        first = self.verbs == 1
        if verb.shares and not first and self.manner.tense in (Tense.PLUPERFECT, Tense.PERFECT):
            return "did" if verb.base == "do" else participle(verb.base, words)
        if verb.shares and not first and self.manner.tense in (Tense.WOULD, Tense.FUTURE):
            return verb.base
        if first and self.manner.asked:
            return " ".join(each for each in parts(verb.base, self.manner.tense, of, negated=True, words=words) if each)
        tense = Tense.BARE if self.manner.subjectless and self.manner.tense is Tense.BARE else self.manner.tense
        return conjugate(verb.base, tense, of, negated=negated, words=words)

    def _agreement(self, verb: Verb) -> Agreement:
        if verb.shares:
            return self.last if verb.inner else self.outer
        if len(verb.subjects) > 1:
            self.last = Agreement(3, True)
        elif verb.subjects:
            self.last = self.agreements.get(verb.subjects[0], Agreement())
        else:
            self.last = Agreement(3, verb.several)
        if not verb.inner:
            self.outer = self.last
        return self.last

    def _inner_tense(self) -> Tense:
        return Tense.PAST if self.manner.is_past else Tense.PRESENT


def _first_person_last(phrase: str, arguments: Mapping[str, Value], i: str) -> str:
    """*Ben and I*, where the narrator is one of two who begin a phrase."""
    pair = _PAIR.match(phrase)
    if pair is None or not i or arguments.get(pair[1]) != i:
        return phrase
    return f"{{{pair[2]}}} and {{{pair[1]}}}{phrase[pair.end() :]}"


def _is_beside(tokens: Sequence[Token], place: int) -> bool:
    """Whether a name stands before or behind an *and* and another."""
    near = (tokens[place + 1 : place + 5], tokens[max(0, place - 4) : place][::-1])
    return any(len(each) == len(_AND) + 1 and _reads(each[:-1], _AND) and isinstance(each[-1], Slot) for each in near)


def _reads(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    return [token.text if isinstance(token, Words) else "" for token in tokens] == list(words)


def _is_participle(after: Sequence[Token]) -> bool:
    """Whether what follows *have* says what was done."""
    word = next((token.text for token in after if isinstance(token, Words) and not token.text.isspace()), "")
    return word.endswith("ed") or word in PARTICIPLES


def infinitive(called: str) -> str:
    """What is to be done, if that is how a matter is called: ``to stay``, ``being woken``."""
    return re.sub(r"^being ", "to be ", called) if called.startswith(("to ", "being ")) else ""


def _deed_as_noun(called: str) -> str:
    """What is to be done, as something to speak of: ``killing Naruto``."""
    verb, space, rest = called.removeprefix("to ").partition(" ")
    return called if called.startswith("being ") else f"{gerund(verb)}{space}{rest}"


def _matter(called: str, slot: Slot) -> str:
    """A matter where it stands: *for being woken* becomes *to be woken*, *from to stay* *from having to stay*."""
    deed = infinitive(called)
    if slot.introduced == "from" and deed:
        return f"having {deed}"
    if slot.introduced in ("about", "of", "without") and deed:
        return _deed_as_noun(called)
    return f"{_SWALLOWS}{deed}" if slot.introduced and deed else deed or called


def _smooth(text: str) -> str:
    """Without what names leave behind: doubled commas and spaces, *to home*."""
    text = re.sub(rf"\w+ {_SWALLOWS}", "", text).replace(_SWALLOWS, "")
    text = re.sub(r" +", " ", text).strip()
    text = re.sub(r",\s*,", ",", text)
    text = re.sub(r",([.;:!?])", r"\1", text)
    text = re.sub(rf"\b(?:to|for|at) ({'|'.join(sorted(ADVERBIAL - {'home'}))})\b", r"\1", text)
    text = re.sub(r"\bto home\b", "home", text).replace("the the ", "the ")
    text = re.sub(r"\b(openly|secretly) (\w+) not\b", r"\2 not \1", text)
    text = re.sub(r"\bfrom (the \w+) home\b", r"home from \1", text)
    return re.sub(r", ([\w ]+), \1\b", r" \1", text)


def sentence_of(text: str, mark: str = ".") -> str:
    """Words as a sentence: a capital, a full stop unless there is one."""
    text = _smooth(text).rstrip(",;: ")
    return text[:1].upper() + text[1:] + ("" if text[-1:] in ".!?…’”" and text else mark)
