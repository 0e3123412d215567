"""What one thinks of with a motive in mind, in words.

Naive: the name of the motive. Better: the words that the telling gives for it; else those below for the motives of the
library; else, for somebody or something that is named like the motive, that; else the words of its name. A motive of
which nobody would think in words has none.
"""

from __future__ import annotations

from kizuna.english.lexicon import each_of
from kizuna.narration.cast import Cast
from kizuna.narration.wordings import Wording, taken_apart, words

_TABLE = """
alibi = not being found out
appetite = food
attention = {1}
being_answered = being obeyed by {1}
being_spared = trust in {1}
bequest = leaving {2} to {1}
blame = what people would say
candour = the truth
care = {1}
comfort = {1}
company = the company of {1}
conscience = the conscience of {0}
consolation = comfort for {1}
cover = not being found out
deference = the word of {1}
detachment = being free of {1}
drawing = drawing
duty = duty
faith = the trust of {1}
favour = the favour of {1}
feeding = a meal for {1}
fellowship = {1}
fidelity = loyalty to {1}
friendship = friendship
health = the pain of {1}
honesty = honesty
honour = the wish of {1}
leadership = the safety of {1}
life = the life of {1}
mission = the order
nursing = the wounds of {1}
obedience = obedience to {1}
order = the order
own_health = the wounds of {0}
own_life = the life of {0}
own_safety = the safety of {0}
own_strength = the strength of {0}
owning_up = owning up
parting = a farewell to {1}
peace_of_mind = peace of mind
penance = penance
post = the watch
reciprocity = what was owed to {1}
recovery = healing {1}
rectitude = what was right
reliance = relying on {1}
rescue = a rescue
rest = sleep
restraint = the life of {1}
revenge = revenge on {1}
safety = the safety of {1}
secrecy = the secret
self_regard = self-respect
service = the service of {1}
shame = shame before {1}
shelter = the sleep of {1}
strength_of = the strength of {1}
tenderness = holding {1}
tending = the wounded
thanks = thanks to {1}
to_know = the truth
union = {1}
wish = {1}
"""
"""Motives of the library: `{0}` is whoever has them, `{1}` and `{2}` are whom and what they are about."""
_WORDS = dict(line.split(" = ") for line in _TABLE.strip().splitlines())
_UNSPOKEN = frozenset(
    [
        "certainty",
        "concealment",
        "curiosity",
        "dread",
        "frankness",
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
        "alibi comfort consolation cover detachment duty fidelity honour leadership life mission own_life reciprocity "
        "rescue revenge safety shame shelter "
    )
)
"""Motives that an act does not show by itself."""


_BURDENS = frozenset(["cover", "alibi", "shame"])
"""Motives that are to be without something: nobody is glad to think of it."""


def is_burden(motive: str) -> bool:
    """Whether a motive is named after what one would rather be without."""
    return taken_apart(motive)[0] in _BURDENS


def is_worth_saying(motive: str, cast: Cast, said: dict[str, str]) -> bool:
    """Whether somebody who sees an act would not guess the motive, or the telling has words for it."""
    name, _ = taken_apart(motive)
    return name in _DEEP or name in said or name in cast.existents


def thought_of(motive: str, who: str, cast: Cast, said: dict[str, str]) -> Wording | None:
    """The words for what ``who`` thinks of, by a motive; ``said`` are those of the telling. None without any."""
    name, arguments = taken_apart(motive)
    slots = {str(place): each for place, each in enumerate((who, *arguments))}
    phrase = said.get(name) or _WORDS.get(name, "")
    if not phrase and name in cast.existents:
        return Wording("{named}", {"named": name})
    if not phrase and name not in _UNSPOKEN and len(arguments) == 0:
        phrase = " ".join(words(name))
    if not phrase or any(f"{{{place}}}" in phrase and str(place) not in slots for place in range(3)):
        return None
    return Wording(phrase, slots | {each: each for each in cast.existents if f"{{{each}}}" in phrase} | {"who": who})
