"""The types of a problem: who extends whom, without circles.

Naive: look upwards from the new parent at each definition, which is quadratic for a long chain. Better: collect all
definitions first and go through the hierarchy once, depth first; an edge back to a type that is still open closes a
circle. Cost: linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.model.world import BOOLEAN, CHARACTER, ENTITY, NUMBER, Type
from kizuna.peers.sabre.mistakes import suggestion
from kizuna.peers.sabre.syntax import EntityDefinition, TypeDefinition, Word
from kizuna.peers.sabre.vocabulary import Vocabulary

MOST_GENERATIONS = 100

Note = Callable[[Diagnostic], None]

_MOST_COMPARED = 200
"""With more types than this, a new one is not compared with all of them: files of nothing but typing errors exist."""


class Hierarchy:
    """Collects the types that a problem defines or mentions, into its vocabulary."""

    def __init__(self, words: Vocabulary, note: Note) -> None:
        self.words = words
        self._note = note
        self._edges: dict[tuple[str, str], Word] = {}
        self._places: dict[str, Word] = {}

    def define(self, types: Iterable[TypeDefinition], entities: Iterable[EntityDefinition]) -> None:
        """Take in all types, those first that are defined; a type that is only mentioned deserves a warning."""
        mentioned: list[Word] = []
        for definition in types:
            self._places.setdefault(definition.name.text, definition.name)
            self.words.parents.setdefault(definition.name.text, [])
            for parent in definition.parents:
                mentioned.append(parent)
                self._extend(definition.name, parent)
        mentioned += [type for entity in entities for type in entity.types]
        for word in mentioned:
            if word.text not in self.words.parents:
                self.words.parents[word.text] = []
                self._places[word.text] = word
                if word.text not in self.words.broken:
                    self._warn(word)
        for name, parents in self.words.parents.items():
            if not parents and name not in (BOOLEAN, NUMBER, ENTITY):
                parents.append(ENTITY)
        self._refuse_circles()

    def types(self) -> tuple[Type, ...]:
        """The types in order; ``character`` only where something was added to it."""
        return tuple(
            Type(name, tuple(parents), span=self.words.span(self._places[name]))
            for name, parents in self.words.parents.items()
            if name not in (BOOLEAN, NUMBER, ENTITY) and (name != CHARACTER or len(parents) > 1)
        )

    def _extend(self, name: Word, parent: Word) -> None:
        for word in (name, parent):
            if word.text in (BOOLEAN, NUMBER):
                message = f"`{word.text}` can neither extend a type nor be extended."
                self._note(diagnose("type-mismatch", message, self.words.span(word)))
                return
        if (name.text, parent.text) not in self._edges:
            self._edges[name.text, parent.text] = parent
            if parent.text not in self.words.parents[name.text]:
                self.words.parents[name.text].append(parent.text)

    def _warn(self, word: Word) -> None:
        message = f"The type `{word.text}` is not defined anywhere; it is created because it is mentioned here."
        others = [name for name in self.words.parents if name != word.text]
        hints = suggestion(word.text, others) if len(others) <= _MOST_COMPARED else ()
        self._note(diagnose("implicit-type", message, self.words.span(word), help=hints))

    def _refuse_circles(self) -> None:
        """Visit every type below its parents, on a stack of our own; ``height`` is 0 for a type that is still open."""
        height: dict[str, int] = {}
        for root in self.words.parents:
            stack = [root]
            while stack:
                top = stack[-1]
                if top not in height:
                    height[top] = 0
                    stack += [parent for parent in reversed(self._sound(top, height)) if parent not in height]
                    continue
                stack.pop()
                if height[top] == 0:
                    height[top] = 1 + max((height[parent] for parent in self._sound(top, height)), default=0)
                    if height[top] == MOST_GENERATIONS + 1:
                        self._too_high(top)

    def _sound(self, type: str, height: dict[str, int]) -> list[str]:
        """The parents of a type without those that are open: these close a circle, are reported and forgotten."""
        parents = self.words.parents[type]
        for parent in [parent for parent in parents if height.get(parent) == 0]:
            word = self._edges.get((type, parent))
            if word is None:
                # The bond to `entity` that every type has by itself: the circle is closed by what `entity` extends.
                word = next(edge for (name, _), edge in self._edges.items() if name == parent)
            message = f"`{type}` and `{parent}` would each be a kind of the other."
            self._note(diagnose("type-cycle", message, self.words.span(word)))
            parents.remove(parent)
        return parents

    def _too_high(self, type: str) -> None:
        message = f"The type `{type}` has more than {MOST_GENERATIONS} generations of ancestors."
        word = self._places.get(type)
        self._note(diagnose("nested-too-deeply", message, self.words.span(word) if word else None))
