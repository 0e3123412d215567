"""What one thinks of with a motive in mind, what one wants by it, and what one fears, in words.

Naive: the name of the motive. Better: the words that the telling gives for it; else those below for the motives of the
library; else, for somebody or something that is named like the motive, that; else the words of its name. A motive of
which nobody would think in words has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from kizuna.english.lexicon import each_of
from kizuna.model.values import Value
from kizuna.narration.cast import Cast
from kizuna.narration.wordings import Wording, taken_apart, words


class Words(Enum):
    """The kinds of words for a motive, and how those of the second and the third begin: a thing, a wish, a fear."""

    THING = ""
    WISH = "to "
    FEAR = "that "


_TABLE = """
alibi = the danger of being found out | to go unsuspected | that it would come out
appetite = food | to eat
attention = {1}
being_answered = to be obeyed by {1}
being_spared = trust in {1} | to trust {1}
bequest = leaving {2} to {1} | to leave {2} to {1}
blame = what people would say | to be spoken well of
candour = the truth | to tell the truth
care = {1}
comfort = {1}
company = being with {1} | to be with {1}
conscience = the conscience of {0}
consolation = the grief of {1} | to comfort {1}
cover = the danger of being found out | to leave no trace | that it would come out
deference = the word of {1} | to do as {1} [wish]
detachment = being free of {1} | to be free of {1}
drawing = drawing | to draw
duty = duty | to do what duty [ask]
faith = the trust of {1} | to keep faith with {1}
favour = the favour of {1} | to please {1}
feeding = a meal for {1} | to see {1} fed
fellowship = {1}
fidelity = loyalty to {1} | to stand by {1}
frankness = to hide nothing from {1}
friendship = friendship
health = the pain of {1} | to ease the pain of {1}
honesty = honesty | to be honest
honour = the wish of {1} | to honour the wish of {1}
leadership = the safety of {1} | to keep {1} safe | that {1} might come to harm
life = the life of {1} | to see {1} live | that {1} might die
mission = the order | to carry out the order
nursing = the wounds of {1} | to tend the wounds of {1}
obedience = obedience to {1} | to obey {1}
order = the order | to carry out the order
own_health = the wounds of {0}
own_life = the life of {0} | to live
own_safety = the danger that {0} [be] in | to be out of danger
own_strength = the strength of {0} | to spare the strength of {0}
owning_up = owning up | to own up
parting = a farewell to {1} | to take leave of {1}
peace_of_mind = peace of mind | to be at peace
penance = penance | to do penance
post = the watch | to stay on watch
reciprocity = what was owed to {1} | to repay {1}
recovery = healing {1} | to see {1} healed
rectitude = what was right | to do what was right
reliance = relying on {1} | to rely on {1}
rescue = a rescue
rest = sleep | to sleep
restraint = the life of {1} | to spare {1} | that {1} might die
revenge = revenge on {1} | to be revenged on {1}
safety = the safety of {1} | to keep {1} safe | that {1} might come to harm
secrecy = the secret | to keep the secret | that the secret would come out
self_regard = self-respect
service = serving {1} | to serve {1}
shame = shame before {1} | to be out of the sight of {1}
shelter = the sleep of {1} | to watch over the sleep of {1}
strength_of = the strength of {1} | to spare the strength of {1}
tenderness = holding {1} | to hold {1}
tending = the wounded | to tend the wounded
thanks = thanks to {1} | to thank {1}
to_know = the truth | to know the truth
union = {1} | to be with {1}
wish = {1}
"""
"""Motives of the library: `{0}` is whoever has them, `{1}` and `{2}` are whom and what they are about; first what one
thinks of, then perhaps what one wants, and what one fears."""
_LINES = (line.partition(" = ") for line in _TABLE.strip().splitlines())
_WORDS = {name: tuple(said.split(" | ")) for name, _, said in _LINES}
_UNSPOKEN = frozenset(
    [
        "certainty",
        "concealment",
        "curiosity",
        "heed",
        "openness",
        "strictness",
        "understanding",
        "wit",
    ]
)
"""Motives of which nobody would think in words."""
_DEEP = frozenset(
    each_of(
        "alibi comfort company consolation cover detachment duty fidelity frankness honour leadership life mission  "
        "own_life penance reciprocity rescue restraint revenge safety service shame shelter to_know "
    )
)
"""Motives that an act does not show by itself."""


_BURDENS = frozenset(["alibi", "cover", "dread", "own_safety", "shame"])
"""Motives whose words say what one would rather be without: nothing is done for the sake of that."""


@dataclass(frozen=True)
class Motives:
    """The words for motives: those that the telling ``said``, by their names, and those of the library."""

    cast: Cast
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_worth_saying(self, motive: str) -> bool:
        """Whether somebody who sees an act would not guess the motive, or the telling has words for it."""
        name, _ = taken_apart(motive)
        return name in _DEEP or name in self.said or name in self.cast.existents

    def words(self, motive: str, who: str, kind: Words = Words.THING) -> Wording | None:
        """Words of one kind for a motive of ``who``; None without any."""
        name, arguments = taken_apart(motive)
        slots: dict[str, Value] = {str(place): each for place, each in enumerate((who, *arguments))}
        known = self.said.get(name) or _WORDS.get(name, ())
        if kind is Words.THING and not known and name in self.cast.existents:
            return Wording("{named}", {"named": name})
        if kind is Words.THING and not known and name and name not in _UNSPOKEN and not arguments:
            known = (" ".join(words(name)),)
        phrase = next((each for each in known if _kind(each) is kind), "")
        if kind is Words.WISH and not known and name in self.cast.existents:
            return Wording("{named}", {"named": name})
        if not phrase or any(f"{{{place}}}" in phrase and str(place) not in slots for place in range(3)):
            return None
        named = {each: each for each in self.cast.existents if f"{{{each}}}" in phrase}
        return Wording(phrase, {**slots, **named, "who": who})

    def cause(self, motive: str, who: str) -> Wording | None:
        """What an act is done for the sake of; None where the words say what one would rather be without, or do."""
        found = self.words(motive, who)
        is_deed = found is not None and _is_deed(found) and self.words(motive, who, Words.WISH) is not None
        return None if is_deed or taken_apart(motive)[0] in _BURDENS else found

    def lost(self, motive: str, who: str) -> Wording | None:
        """What one thinks of with regret: a thing, or *not* to be doing what one wants to."""
        found = self.words(motive, who)
        if found is None or not _is_deed(found) or taken_apart(motive)[0] in _BURDENS:
            return found
        return Wording(f"not {found.phrase}", found.arguments)


def _is_deed(wording: Wording) -> bool:
    return wording.phrase.split()[0].endswith("ing")


def _kind(phrase: str) -> Words:
    return next((each for each in (Words.WISH, Words.FEAR) if phrase.startswith(each.value)), Words.THING)
