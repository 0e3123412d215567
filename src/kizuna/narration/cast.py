"""What the people, places and things of a world are called, and by which pronoun one speaks of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from kizuna.english import Lexicon, is_plural
from kizuna.english.lexicon import ADVERBIAL, ENGLISH
from kizuna.model.world import CHARACTER, Existent, World


@dataclass(frozen=True, slots=True)
class Pronoun:
    """The forms of a pronoun: ``she, her, her, herself``."""

    subject: str
    object: str
    owner: str
    reflexive: str
    several: bool = False


_PRONOUNS = {
    "she": Pronoun("she", "her", "her", "herself"),
    "he": Pronoun("he", "him", "his", "himself"),
    "it": Pronoun("it", "it", "its", "itself"),
    "they": Pronoun("they", "them", "their", "themselves", True),
    "I": Pronoun("I", "me", "my", "myself"),
    "you": Pronoun("you", "you", "your", "yourself", True),
}
THEY, FIRST, SECOND = _PRONOUNS["they"], _PRONOUNS["I"], _PRONOUNS["you"]
_INFINITIVES = ("to ",)


@dataclass(frozen=True)
class Cast:
    """The existents of a world, and its words."""

    world: World
    words: Lexicon = ENGLISH
    existents: dict[str, Existent] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "existents", {each.name: each for each in self.world.existents})

    @cached_property
    def people(self) -> frozenset[str]:
        """The characters, and whoever is only remembered but has a pronoun as people have."""
        known = {each.name for each in self.world.existents if each.pronoun in ("she", "he", "they")}
        return frozenset(known) | frozenset(self.world.characters)

    @cached_property
    def places(self) -> frozenset[str]:
        """What somebody can be at."""
        named = {type.name for type in self.world.types if type.name == "place"}
        is_a = self.world.is_a
        return frozenset(e.name for e in self.world.existents if any(is_a(t, p) for t in e.types for p in named))

    @cached_property
    def matters(self) -> frozenset[str]:
        """What can be promised, ordered or asked for."""
        is_a = self.world.is_a
        has = any(type.name == "matter" for type in self.world.types)
        return frozenset(e.name for e in self.world.existents if has and any(is_a(t, "matter") for t in e.types))

    def called(self, name: str) -> str:
        """By name: people as they are written, what is written small with an article, a matter by its title."""
        existent = self.existents.get(name)
        if existent is not None and existent.title and name in self.matters:
            return existent.title
        spelled = name.replace("_", " ")
        if self._is_role(name):
            return f"the {spelled.lower()}"
        if name in self.people or not name[:1].islower() or spelled in ADVERBIAL:
            return spelled
        return f"the {spelled}"

    def _is_role(self, name: str) -> bool:
        """Whether somebody is called by what they are: ``Captain "the captain of the squad"``."""
        existent = self.existents.get(name)
        title = existent.title if existent is not None else None
        return bool(title) and f"the {name.replace('_', ' ').lower()}" in f"{title} ".replace(",", " ")

    def introduced(self, name: str, title: str) -> str:
        """Somebody with what they are: ``Ana, the elder sister,``; ``the captain of the squad``."""
        return title if self._is_role(name) else f"{self.called(name)}, {title},"

    def title(self, name: str) -> str | None:
        """What somebody is, for an introduction: ``the elder sister``."""
        existent = self.existents.get(name)
        return existent.title if existent is not None and name not in self.matters else None

    def pronoun(self, name: str) -> Pronoun | None:
        """How one speaks of somebody or something without the name; None where only the name will do."""
        existent = self.existents.get(name)
        stated = (existent.pronoun or "").partition("/")[0].lower() if existent is not None else ""
        if stated in _PRONOUNS:
            return _PRONOUNS[stated]
        if existent is None or name in self.people or name in self.places or name in self.matters or name[:1].isupper():
            return None
        return THEY if is_plural(name.replace("_", " "), self.words) else _PRONOUNS["it"]

    def is_several(self, name: str) -> bool:
        """Whether a name means several: ``scrolls``; a person who is called *they* is one."""
        pronoun = self.pronoun(name)
        return pronoun is not None and pronoun.several and name not in self.people

    def is_person(self, name: str) -> bool:
        """Whether it is somebody."""
        return name in self.people or CHARACTER in (self.existents[name].types if name in self.existents else ())
