"""A telling cut into passages, which somebody else may put into other words; and put together again.

A passage is the sentences of one paragraph that belong to the same beats: an event with what is thought and felt at
it. It says by itself what may be known of it, so that whoever retells it is told nothing that the reader is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kizuna.discourse import Beat, Discourse
from kizuna.model.world import World
from kizuna.narration.cast import Cast
from kizuna.narration.prose import Paragraph, Prose, Sentence, Trace
from kizuna.narration.vocabulary import FIRST, Names, content, words_of


@dataclass(frozen=True, slots=True)
class TellsOf:
    """A beat that a passage tells: its number, its event (None for one of the past) and the action of it, which is
    empty where the telling keeps it veiled; and the numbers of the beats that it follows from.
    """

    beat: int
    event: int | None
    action: str
    follows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Some sentences of a telling, in our own words; ``number`` counts from 1, ``paragraph`` too.

    ``people`` are those named in it, in the order of their first naming; ``things`` the places and things named;
    ``meant`` whom a pronoun of it stands for; ``words`` those that carry what happens. All as the text spells them.
    """

    number: int
    paragraph: int
    text: str
    beats: tuple[TellsOf, ...]
    people: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def keep(self) -> tuple[str, ...]:
        """The names and words that whoever retells it has to keep."""
        return (*self.people, *self.things, *self.words)


def passages(prose: Prose, discourse: Discourse, story: World) -> tuple[Passage, ...]:
    """The passages of a telling in their order."""
    beats = {beat.number: beat for beat in discourse.beats}
    names, found = Names.of(Cast(story)), list[Passage]()
    for place, paragraph in enumerate(prose.paragraphs, 1):
        for group in _together(paragraph):
            found.append(_passage(len(found) + 1, place, group, beats, names))
    return tuple(found)


def _together(paragraph: Paragraph) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of a paragraph, those that share a beat together."""
    group: list[Sentence] = []
    seen: set[int] = set()
    for sentence in paragraph.sentences:
        beats = {trace.beat for trace in sentence.traces}
        if group and not beats & seen:
            yield tuple(group)
            group, seen = [], set()
        group.append(sentence)
        seen |= beats
    if group:
        yield tuple(group)


def _passage(number: int, place: int, group: tuple[Sentence, ...], beats: Mapping[int, Beat], names: Names) -> Passage:
    text = " ".join(sentence.text for sentence in group)
    people, things = names.people_in(text), names.things_in(text)
    by_pronoun = [
        names.called[each.name]
        for sentence in group
        for each in sentence.mentions
        if each.is_pronoun and each.name in names.called and not words_of(each.text) & FIRST
    ]
    taken = frozenset(word for name in (*people, *things) for word in words_of(name))
    events = " ".join(sentence.text for sentence in group if sentence.says.value in ("event", "speech"))
    return Passage(
        number,
        place,
        text,
        tuple(_tells_of(beats[trace.beat]) for trace in _traces(group) if trace.beat in beats),
        people,
        things,
        tuple(dict.fromkeys(by_pronoun)),
        tuple(word for word in content(events) if word not in taken),
    )


def _traces(group: tuple[Sentence, ...]) -> tuple[Trace, ...]:
    return tuple(dict.fromkeys(trace for sentence in group for trace in sentence.traces))


def _tells_of(beat: Beat) -> TellsOf:
    action = "" if beat.veiled else beat.action
    return TellsOf(beat.number, beat.event, action, tuple(link.beat for link in beat.follows))


def put_together(prose: Prose, texts: Mapping[int, str], narrator: str, *, repeatable: bool) -> Prose:
    """The telling with other words for the passages of those numbers; every one is a single sentence of its Prose."""
    number, paragraphs = 0, list[Paragraph]()
    for paragraph in prose.paragraphs:
        sentences: list[Sentence] = []
        for group in _together(paragraph):
            number += 1
            if number not in texts:
                sentences += group
                continue
            mentions = tuple(each for sentence in group for each in sentence.mentions)
            first = group[0]
            own = Sentence(texts[number], first.says, _traces(group), mentions, None, first.speaker, narrator)
            sentences.append(own)
        paragraphs.append(replace(paragraph, sentences=tuple(sentences)))
    return replace(prose, paragraphs=tuple(paragraphs), narrator=narrator, repeatable=repeatable)
