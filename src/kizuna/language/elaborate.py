"""Trees in, the storyworld out.

Declarations may come in any order in a file; they are taken in by kind: types, existents, fluents, then what is derived
from them, then everything that speaks of them, in the order of the files. Each part that cannot be read is one finding,
and the next part is tried. Cost: one visit per node, apart from comparing declarations of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import TypeVar

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.language.cues import Cues
from kizuna.language.declare import Declarations
from kizuna.language.effects import Changes
from kizuna.language.happenings import Happenings
from kizuna.language.matters import settled
from kizuna.language.modules import Gathered
from kizuna.language.names import Names, elsewhere
from kizuna.language.offers import Offers
from kizuna.language.past import Past
from kizuna.language.plots import Plots
from kizuna.language.preferences import Preferences
from kizuna.language.remembered import remembered
from kizuna.language.resolve import Conditions
from kizuna.language.starting import Start
from kizuna.language.syntax import (
    ActionNode,
    Broken,
    ChainLine,
    Declaration,
    DefineLine,
    ExistentLine,
    FactLine,
    File,
    FluentLine,
    MotiveLine,
    PastBlock,
    PerceivesLine,
    PlotBlock,
    RuleNode,
    SettingsBlock,
    StoryLine,
    TypeLine,
)
from kizuna.language.tellings import telling_of
from kizuna.language.topics import Topics
from kizuna.language.wants import Motives
from kizuna.model.telling import Telling
from kizuna.model.world import About, Definition, World

T = TypeVar("T")


def elaborate(gathered: Gathered) -> tuple[World, list[Diagnostic]]:
    """The world that a story and its modules describe, and what is wrong with it; with errors, not all of it."""
    elaborator = _Elaborator(gathered)
    return elaborator.world(), elaborator.words.notes.found


class _Elaborator:
    def __init__(self, gathered: Gathered) -> None:
        self.files = remembered(settled(gathered.files))
        self.words = Names(
            incomplete=gathered.incomplete, offer=Offers(gathered.loader).help, takes_up=gathered.takes_up
        )
        self.conditions = Conditions(self.words)
        self.changes = Changes(self.conditions)
        self.declarations = Declarations(self.conditions)
        cues = Cues(self.conditions)
        self.happenings = Happenings(self.declarations, self.changes, cues)
        self.motives = Motives(self.declarations, self.conditions)
        self.start = Start(self.changes, self.motives)
        self.plots = Plots(self.conditions)
        self.past = Past(self.plots, cues)
        self.preferences = Preferences(self.words)
        self.exact: dict[int, bool] = {}
        self.about: tuple[About, ...] = ()

    def world(self) -> World:
        self._settings()
        self._names()
        for item in self._all(PerceivesLine):
            self.happenings.perceive(item)
        for declaration in self._every():
            self._take_in(declaration)
        name, title = self._story()
        world = World(
            name=name,
            types=self.declarations.all_types(),
            existents=tuple(self.words.existents.values()),
            fluents=tuple(self.declarations.fluents),
            actions=tuple(self.happenings.actions),
            rules=tuple(self.happenings.all_rules),
            initial=tuple(self.start.effects),
            motives=tuple(self.motives.all),
            plot=self.plots.plot(),
            logic=self.preferences.logic,
            title=title,
            past=tuple(self.past.events),
            settings=self.preferences.settings(),
            temper=self.preferences.temper,
            tempers=self.preferences.tempers(),
            definitions=tuple(
                Definition(each.name, each.parameters, each.worth.formula)
                for each in self.declarations.derived
                if each.worth is not None
            ),
            about=self.about,
        )
        return replace(world, telling=self._telling(world))

    def _telling(self, world: World) -> Telling:
        """How the story is to be told; where something could not be read, its names may be missing, and it waits."""
        notes = self.words.notes
        if any(each.is_error for each in notes.found) or self.words.broken:
            return Telling()
        blocks = [block for block in self._all(SettingsBlock) if block.keyword == "telling"]
        return telling_of(blocks, world, Telling(), notes.attempt) if blocks else Telling()

    def _every(self) -> Iterator[Declaration]:
        """All declarations, each read as its file says."""
        for file in self.files:
            self.conditions.exact = self.exact.get(id(file), False)
            yield from file.declarations
        self.conditions.exact = False

    def _all(self, kind: type[T]) -> Iterator[T]:
        return (declaration for declaration in self._every() if isinstance(declaration, kind))

    def _settings(self) -> None:
        for file in self.files:
            blocks = [block for block in file.declarations if isinstance(block, SettingsBlock)]
            self.exact[id(file)] = any([self.preferences.block(block) for block in blocks])  # noqa: C419 - all of them are read
            self.words.broken.update(_words_in(file))
        topics = Topics([file for file in self.files if not self.exact[id(file)]], self.words)
        for place, file in enumerate(self.files):
            if not self.exact[id(file)]:
                self.files[place] = spread = topics.spread(file)
                self.exact[id(spread)] = False
        self.about = tuple(dict.fromkeys(topics.spoken))
        self.conditions.logic = self.preferences.logic

    def _names(self) -> None:
        self.declarations.declare_types([(line, self.conditions.exact) for line in self._all(TypeLine)])
        for existents in self._all(ExistentLine):
            self.declarations.declare_existents(existents)
        for fluent in self._all(FluentLine):
            self.declarations.declare_fluent(fluent)
        for define in self._all(DefineLine):
            self.declarations.declare_derived(define, self.conditions.exact)
        for derived in self.declarations.derived:
            if self.words.notes.attempt(self.conditions.derived, derived, derived.node.name) is not None:
                self.words.used = set(derived.used)
                self.declarations.warn_of_unused(derived.node.parameters, derived.scope, None, "worth")
        # Actions are called by name in plots, which may stand before them.
        for action in self._all(ActionNode):
            self.happenings.announce(action, self.conditions.exact)

    def _take_in(self, declaration: Declaration) -> None:
        match declaration:
            case ActionNode():
                self.happenings.act(declaration)
            case RuleNode():
                self.happenings.react(declaration)
            case ExistentLine():
                self.start.existents(declaration)
            case FactLine(changes=changes):
                self.start.state(changes)
            case ChainLine():
                self.start.chain(declaration)
            case MotiveLine():
                self.motives.template(declaration)
            case PlotBlock():
                self.plots.block(declaration)
            case PastBlock():
                self.past.block(declaration)

    def _story(self) -> tuple[str, str | None]:
        """What the story is called: as the last file says, or like that file."""
        main = self.files[-1]
        lines = [declaration for declaration in main.declarations if isinstance(declaration, StoryLine)]
        for line in lines[1:]:
            message = "A file tells one story, and this is its second name."
            secondary = elsewhere(lines[0].span, "the first")
            self.words.notes.note(diagnose("duplicate-definition", message, line.span, secondary=secondary))
        if lines:
            return lines[0].name.text, lines[0].title
        return PurePath(main.span.source.name).stem or "story", None


def _words_in(file: File) -> Iterator[str]:
    """All words of broken lines: nothing is said about whatever they may have declared."""
    for declaration in file.declarations:
        if isinstance(declaration, Broken):
            yield from re.findall(r"[^\W\d][\w'.]*", declaration.text)
