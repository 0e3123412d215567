"""Direct speech: what somebody says, in their own words, taken out of the phrase that reports it.

`{who} [tell] {whom} that {x} [be] hurt` holds the words of `who`: said by them they are in the present, with *I* for
the speaker and *you* for whoever hears it. Orders and pleas become imperatives, *whether* and *what* become questions.
A phrase that does not say what was said is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kizuna.english import Agreement, Tense
from kizuna.english.clauses import parts
from kizuna.model.values import Value
from kizuna.narration.phrases import Slot, Verb, parse
from kizuna.narration.referring import Memory
from kizuna.narration.saying import Manner, Sayer, infinitive, sentence_of
from kizuna.narration.wordings import Wording

_REPORT = re.compile(
    r"(?P<head>\{(?P<who>\w+)\} \[(?P<verb>tell|say|answer|confess|own|order|ask|beg|swear)\](?: up)?(?: to)?"
    r"(?: \{(?P<whom>\w+)\})?)(?P<aside> before the question| aside)?"
    r"(?: (?P<how>that|whether|to|what) |(?P<colon>: ))(?P<words>.+)"
)
_ASKED_FOR = re.compile(
    r"(?P<head>\{(?P<who>\w+)\} \[(?:ask|beg)\](?: \{(?P<whom>\w+)\})?)(?: aside)? for \{(?P<what>\w+)\}"
    r"(?:, and \[promise\] (?:\{(?P<reward>\w+)\}|to (?P<deed>.+)) in return)?"
)
_PROMISED = re.compile(
    r"(?P<head>\{(?P<who>\w+)\} \[(?:promise|swear)\]) \{(?P<what>\w+)\} to \{(?P<whom>\w+)\}(?: aside)?"
)
_ANSWERED = re.compile(r"(?P<head>\{(?P<who>\w+)\} \[say\]) (?P<what>yes|no) to \{(?P<whom>\w+)\}.*")
_GOES_ON = re.compile(r",? and (?=\[)")


@dataclass(frozen=True, slots=True)
class Speech:
    """What ``speaker`` says to ``hearer`` (empty: at large): ``words`` as a sentence.

    ``head`` is the phrase that says that they speak, ``rest`` one of what they do then (empty: nothing).
    """

    speaker: str
    hearer: str
    words: str
    head: str
    rest: str = ""


def speech(wording: Wording, memory: Memory) -> Speech | None:
    """The direct speech in a phrase; None where it holds none."""
    phrase, arguments = wording.phrase, wording.arguments
    for pattern, find in ((_ASKED_FOR, _plea), (_PROMISED, _promise), (_ANSWERED, _answer), (_REPORT, _report)):
        match = pattern.fullmatch(phrase)
        if match is None:
            continue
        who, whom = (str(arguments.get(match[each] or "", "")) for each in ("who", "whom"))
        said = find(match, arguments, memory.speaking(who, whom))
        if said:
            rest = _GOES_ON.split(match["words"], maxsplit=1)[1:] if pattern is _REPORT else []
            after = f"{{{match['who']}}} {rest[0]}" if rest else ""
            return Speech(who, whom, said, match["head"], after)
    return None


def _report(match: re.Match[str], arguments: Mapping[str, Value], memory: Memory) -> str:
    content = _GOES_ON.split(match["words"], maxsplit=1)[0]
    if match["how"] == "to":
        content = content.replace(", and to ", ", and ").replace(" and to ", " and ")
    if match["how"] in ("whether", "what"):
        return _question(content, "" if match["how"] == "whether" else "what", arguments, memory)
    if match["how"] == "that" and match["verb"] == "ask":
        return ""
    return sentence_of(Sayer(memory, Manner(Tense.PRESENT)).say(content, arguments))


def _question(content: str, word: str, arguments: Mapping[str, Value], memory: Memory) -> str:
    """A question: what helps the verb, then who it is about."""
    tokens = parse(content)
    verb = next((place for place, token in enumerate(tokens) if isinstance(token, Verb)), None)
    if verb is None or not isinstance(tokens[0], Slot):
        return ""
    sayer = Sayer(memory, Manner(Tense.PRESENT, asked=True))
    said = [sayer.token(token, tokens, place, arguments, Agreement()) for place, token in enumerate(tokens)]
    base = tokens[verb]
    assert isinstance(base, Verb)
    subject = "".join(said[:verb]).strip()
    perfect = base.base == "have" and any(said[verb + 1 :])
    auxiliary, main = parts(base.base, Tense.PRESENT, sayer.last, negated=not perfect)
    if perfect:
        auxiliary, main = main, ""
    rest = "".join(said[verb + 1 :]).strip()
    return sentence_of(" ".join(each for each in (word, auxiliary, subject, main, rest) if each), "?")


def _plea(match: re.Match[str], arguments: Mapping[str, Value], memory: Memory) -> str:
    what, reward = (_deed(arguments.get(match[each] or ""), memory) for each in ("what", "reward"))
    if match["deed"]:
        bare = Sayer(memory, Manner(Tense.BARE, subjectless=True))
        reward = bare.say(match["deed"], arguments)
    if not what or (match["reward"] and not reward):
        return ""
    asked = f"let me {what}" if what.startswith("be ") else what
    return sentence_of(f"{asked}, and I will {reward}" if reward else asked)


def _promise(match: re.Match[str], arguments: Mapping[str, Value], memory: Memory) -> str:
    what = _deed(arguments.get(match["what"]), memory)
    return sentence_of(f"I will {what}") if what else ""


def _answer(match: re.Match[str], arguments: Mapping[str, Value], memory: Memory) -> str:
    del arguments, memory
    return sentence_of(match["what"])


def _deed(matter: Value, memory: Memory) -> str:
    """What is to be done, without its *to*; empty where a matter is called otherwise."""
    return infinitive(memory.cast.called(matter)).removeprefix("to ") if isinstance(matter, str) else ""
