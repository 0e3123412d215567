"""Settings: the limits that the author suggests, how conditions are read, and how everybody chooses."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from kizuna.diagnostics import Span
from kizuna.language.mistakes import mistake
from kizuna.language.names import Names, suggestion
from kizuna.language.syntax import SettingLine, SettingsBlock
from kizuna.model.values import Number, read_number
from kizuna.model.world import CHARACTER, Logic, Settings, Temper

LIMITS = {"events": 1, "foresight": 1, "depth": 0}
"""The limits that can be set, and the least that each may be."""

LOGICS = {logic.value: logic for logic in Logic}
CHOOSING = {"satisficing": "satisficing", "best": "best within 1", "wary": "wary 1"}
"""The words for how somebody chooses, each with an example."""


@dataclass
class Preferences:
    """Takes in settings."""

    words: Names
    logic: Logic = Logic.THREE_VALUED
    limits: dict[str, int] = field(default_factory=dict)
    temper: Temper = field(default_factory=Temper)
    of: dict[str, tuple[Temper, Span]] = field(default_factory=dict)

    def block(self, block: SettingsBlock) -> bool:
        """Take in settings; whether the file is to be read exactly."""
        if block.keyword != "settings":
            return False
        lines = [item for item in block.items if isinstance(item, SettingLine)]
        return any([self.words.notes.attempt(self._setting, line) for line in lines])  # noqa: C419 - all are read

    def _setting(self, line: SettingLine) -> bool:
        key, value = line.words[0], " ".join(line.words[1:])
        if key in LIMITS:
            if not (value.isascii() and value.isdigit() and len(value) < 10 and int(value) >= LIMITS[key]):
                message = f"`{key}` is a whole number, at least {LIMITS[key]}."
                raise mistake(line.span, message, f"Write `{key} 3`.", code="unknown-setting")
            self.limits[key] = int(value)
        elif key == "logic":
            if value not in LOGICS:
                help = f"Write `logic {'` or `logic '.join(LOGICS)}`."
                raise mistake(line.span, f"There is no logic `{value}`.", help, code="unknown-setting")
            self.logic = LOGICS[value]
        elif key == "reading":
            if value != "exact":
                raise mistake(
                    line.span, f"There is no reading `{value}`.", "Write `reading exact`.", code="unknown-setting"
                )
            return True
        elif key in CHOOSING:
            self._choosing(line)
        else:
            known = ("logic", "reading", *CHOOSING, *LIMITS)
            help = suggestion(key, known) or f"There are {', '.join(f'`{word}`' for word in known)}."
            raise mistake(line.span, f"There is no setting `{key}`.", help, code="unknown-setting")
        return False

    def settings(self) -> Settings:
        """The limits that were set."""
        return Settings(**self.limits)

    # --- how somebody chooses ------------------------------------------------------------------------------------

    def _choosing(self, line: SettingLine) -> None:
        """``satisficing``, ``best within 1``, ``wary 1``; for everybody, or with ``for NAME`` for one."""
        words = line.words
        whose = words[-1].strip("`") if len(words) > 2 and words[-2] == "for" else None
        changed = self._changed(words if whose is None else words[:-2], line.span)
        if whose is None:
            self.temper = replace(self.temper, **changed)
            self.of = {name: (replace(temper, **changed), span) for name, (temper, span) in self.of.items()}
        else:
            temper = self.of[whose][0] if whose in self.of else self.temper
            self.of[whose] = replace(temper, **changed), line.span

    def _changed(self, words: tuple[str, ...], span: Span) -> dict[str, Any]:
        match words:
            case ("satisficing",):
                return {"within": None}
            case ("best", "within", number) if (margin := _number(number)) is not None:
                return {"within": margin}
            case ("wary", number) if number.isascii() and number.isdigit() and len(number) < 3:
                return {"wary": int(number)}
        example = CHOOSING[words[0]]
        help = f"Write `{example}`, or `{example} for Ana`."
        raise mistake(span, f"It is not clear how to read this `{words[0]}`.", help, code="unknown-setting")

    def tempers(self) -> tuple[tuple[str, Temper], ...]:
        """How those choose who do not choose like everybody; asked once everybody is declared."""
        found = []
        for name, (temper, span) in self.of.items():
            existent = self.words.existents.get(name)
            if existent is None or not self.words.belongs(existent.types, CHARACTER):
                help = suggestion(name, self.words.members(CHARACTER)) or "Name a character."
                self.words.notes.attempt(_refuse, span, f"No character is called `{name}`.", help)
            elif temper != self.temper:
                found.append((name, temper))
        return tuple(found)


def _refuse(span: Span, message: str, help: str) -> None:
    raise mistake(span, message, help, code="unknown-name")


def _number(text: str) -> Number | None:
    try:
        number = read_number(text)
    except (ValueError, ArithmeticError):
        return None
    return number if number >= 0 else None
