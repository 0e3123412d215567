"""Where a reader would have to guess who is meant."""

from __future__ import annotations

from kizuna.narration import Prose
from kizuna.narration.cast import Cast

NARRATOR = ("i", "me", "my", "myself")


def guesses(prose: Prose, cast: Cast) -> list[str]:
    """The sentences in which a pronoun has nobody, or more than one, whom it could mean."""
    found = []
    for paragraph in prose.paragraphs:
        before: set[str] = set()
        for sentence in paragraph.sentences:
            known, here = set(before), set[str]()
            for mention in sentence.mentions:
                said = mention.text.split()[0].lower()
                if mention.is_pronoun and said not in (*NARRATOR, "you", "they") and not said.endswith("self"):
                    near = here if mention.name in here else known
                    near = near - set(mention.apart)
                    meant = {name for name in near if cast.pronoun(name) == cast.pronoun(mention.name)}
                    own = "own" in mention.text.split()
                    if mention.name not in known or (meant != {mention.name} and not own):
                        found.append(sentence.text)
                if said not in NARRATOR:
                    known.add(mention.name)
                    here.add(mention.name)
            before = {each.name for each in sentence.mentions if each.text.split()[0].lower() not in NARRATOR}
    return found
