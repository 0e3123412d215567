"""Short sentences made into one: *he was grateful to her, and she was glad*; *she loved him, and believed him dead*."""

from __future__ import annotations

from dataclasses import replace

from kizuna.english import Agreement
from kizuna.narration.composing import Composer
from kizuna.narration.moulds import Aside, Mould
from kizuna.narration.prose import Says, Sentence, Trace
from kizuna.narration.referring import Memory, Mention
from kizuna.narration.saying import Manner, Sayer, sentence_of

SHORT = 11
"""Words of a sentence, and of what is to be joined to it."""
_STATES = frozenset((Says.BOND, Says.SETTING))


def joined(
    last: Sentence, prior: tuple[Mention, ...], aside: Aside, mould: Mould, memory: Memory, manner: Manner, trace: Trace
) -> Sentence | None:
    """The ``last`` sentence with something joined to it; ``prior`` are those mentioned in the one before it.

    None where one of the two is too long, or where they are not alike.
    """
    is_same = bool(last.mentions) and last.mentions[0].name == aside.who
    if not _takes_more(last) or (is_same and not {last.says, aside.says} <= _STATES):
        return None
    if aside.weighs and not last.says is aside.says is Says.FEELING:
        return None
    kept = memory.copy()
    memory.before, memory.now = prior, list(last.mentions)
    clause = _same(last, mould, memory, manner) if is_same else Composer(memory, manner).compose(mould.pieces)
    names = [each.name for each in memory.now if not each.is_pronoun]
    begins_alike = not is_same and clause.split()[0] == last.text.split()[0].lower()
    if len(clause.split()) > SHORT or begins_alike or (not is_same and len(names) != len(set(names))):
        memory.restore(kept)
        return None
    traces = tuple(dict.fromkeys((*last.traces, trace)))
    text = sentence_of(f"{last.text[:-1]}, and {clause}")
    return replace(last, text=text, traces=traces, mentions=memory.next_sentence())


def _same(last: Sentence, mould: Mould, memory: Memory, manner: Manner) -> str:
    """More of what is so of the same person, who is not named again."""
    first, *rest = mould.pieces
    of = Agreement(1 if memory.i == last.mentions[0].name else 3)
    sayer = Sayer(memory, replace(manner, subjectless=True), outer=of)
    text = sayer.again(first.wording.phrase, first.wording.arguments)
    return Composer(memory, manner, sayer).compose(rest, text)


def _takes_more(last: Sentence) -> bool:
    """Whether a sentence is short, and plain."""
    text = last.text
    plain = text.endswith(".") and not any(mark in text for mark in (", and", ":", "“"))
    return plain and len(text.split()) <= SHORT and not text.startswith("It ")
