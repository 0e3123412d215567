"""Answers as notebooks show them: well-formed, escaped, self-contained, and saying what there is to say."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest
from command import LIE

import kizuna
from kizuna import api
from kizuna.diagnostics import diagnose
from kizuna.fabula import Verdict
from kizuna.fabula.validator import Finding
from kizuna.narration import Line, Recounted
from kizuna.surfaces import notebook
from kizuna.surfaces.notebook.markup import element, html

EVIL = "<script>alert('x')</script>"
EVIL_WORLD = f"""\
story evil "{EVIL} & <b>"
character `{EVIL}`
    wants `<img src=x onerror=y>`: happy(`{EVIL}`)
fluent happy(who: character)
fluent `<i>`(who: character) = yes
action `sing&dance<`(who: character)
    say  "{{who}} [sing] <em>loudly</em>"
    by   who
    when not happy(who), `<i>`(who)
    then happy(who)
plot
    ending `&amp;`: happy(`{EVIL}`)
"""


@dataclass
class Parsed(HTMLParser):
    """A page taken apart: its tags, the text under each class, and what is not closed in order."""

    tags: list[str] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)
    texts: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    attributes: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if not any(tag == "style" for tag, _ in self.open):
            self.texts.append((data, tuple(kind for _, kind in self.open)))

    def under(self, kind: str) -> list[str]:
        """The text of each stretch that stands under a class."""
        return [text for text, kinds in self.texts if any(kind in each.split() for each in kinds)]

    @property
    def text(self) -> str:
        """All text."""
        return "".join(text for text, _ in self.texts)


ALLOWED = {"div", "style", "p", "ol", "ul", "li", "strong", "code", "span", "pre", "details", "summary"}


def shown(value: Any) -> Parsed:
    """A value as a notebook would show it, found well-formed and harmless."""
    page: str = value._repr_html_()
    parsed = Parsed()
    parsed.feed(page)
    parsed.close()
    assert parsed.open == []
    assert set(parsed.tags) <= ALLOWED
    assert parsed.attributes <= {"class"}
    assert "url(" not in page
    assert "@import" not in page
    return parsed


@pytest.fixture(scope="module")
def lie() -> tuple[kizuna.World, kizuna.Outcome[kizuna.SearchResult]]:
    world = kizuna.read(LIE).unwrap()
    return world, kizuna.find(world)


def test_reasons_show_motives_with_signs_and_mark_what_is_wrongly_believed(
    lie: tuple[kizuna.World, kizuna.Outcome[kizuna.SearchResult]],
) -> None:
    world, found = lie
    story = found.unwrap().fabulas[0]
    account = kizuna.why(world, story).unwrap()
    page = shown(account)
    for event, sentence in zip(account.events, api.recount(world, story.actions).unwrap(), strict=True):
        assert event.text == sentence.text
        assert sentence.text in page.text
        assert event.action in page.text
    wrong = [
        ground for event in account.events for reason in event.reasons for ground in reason.grounds if ground.wrong
    ]
    assert wrong
    assert page.under("wrong").count("wrongly") == len(wrong)
    assert page.tags.count("ol") == 1
    reasons = [reason for event in account.events for reason in event.reasons]
    hinges = sum(len(reason.hinges) for reason in reasons)
    assert hinges
    assert page.text.count("only because of believing that") == hinges
    assert page.text.count(", and does not: ") == sum(len(event.forborne) for event in account.events)


SCALES = """
story scales "Scales"
character Ana
    wants sweet 2: eaten
    fears shame: eaten
character Ben
fluent eaten
fluent glad(who: character)
action eat(who: character)
    by    who
    when  not eaten
    then  eaten
    tells glad(who)
plot
    ending eaten: eaten
"""


def test_gains_and_costs_have_their_sign_and_a_lie_is_called_one() -> None:
    world = kizuna.read_text(SCALES, language="story").unwrap()
    account = kizuna.why(world, kizuna.find(world).unwrap().fabulas[0]).unwrap()
    page = shown(account)
    assert page.under("gain") == ["sweet +2"]
    assert page.under("cost") == ["shame −1"]
    assert account.events[0].liar == "Ana"
    assert page.under("lie") == ["A lie"]
    assert "against it speaks shame, by 1" in page.text


def test_names_are_text_and_never_markup() -> None:
    world = kizuna.read_text(EVIL_WORLD, language="story").unwrap()
    found = kizuna.find(world)
    story = found.unwrap().fabulas[0]
    answers = [world, found, found.unwrap(), story, kizuna.check(world), kizuna.validate(world, story)]
    for value in (*answers, kizuna.why(world, story), kizuna.tell(world, story).unwrap()):
        page = shown(value)
        assert "alert" not in value._repr_html_() or EVIL in page.text
    assert EVIL in shown(kizuna.why(world, story)).text
    assert "<em>loudly</em>" in shown(kizuna.tell(world, story)).text
    assert f"{EVIL} & <b>" in shown(world).text


def test_an_outcome_shows_its_value_and_what_was_found_wrong() -> None:
    broken = kizuna.read_text("character Ana\n    wants <b>: at(Ana)", name="<p>.story", language="story")
    page = shown(broken)
    assert "<p>.story:2" in "".join(page.under("error"))
    world = kizuna.read_text(SCALES, language="story").unwrap()
    none = kizuna.find(world, goal=5, events=1)
    assert "There is no such story within 1 events" in shown(none).text
    assert shown(none).under("warning")
    assert shown(none.diagnostics[0]).tags.count("pre") == 1


def test_every_kind_of_answer_is_shown() -> None:
    world = kizuna.read_text(SCALES, language="story").unwrap()
    found = kizuna.find(world)
    result = found.unwrap()
    story = result.fabulas[0]
    values = [
        kizuna.why(world, story).unwrap(), diagnose("syntax", "x < y"), story, found, kizuna.check(world).unwrap(),
        kizuna.tell(world, story).unwrap(), api.recount(world, story.actions).unwrap(), result,
        kizuna.validate(world, story).unwrap(), world,
    ]  # fmt: skip
    assert [type(value).__name__ for value in values] == [name for _, name in notebook.KINDS]
    assert all(shown(value).text.strip() for value in values)
    assert "refuted in event 2: a < b" in shown(Verdict((Finding(2, "a < b"),), (), 1, 5)).text


def test_a_telling_is_a_tuple_of_sentences_and_reads_as_text() -> None:
    telling = Recounted([Line(0, "A."), Line(1, "B.")])
    assert telling == (Line(0, "A."), Line(1, "B."))
    assert str(telling) == "A.\nB."
    assert shown(telling).text == "A.B."


def test_what_is_made_of_elements_is_well_formed() -> None:
    assert html("a<b", element("p", ["&", element("b", "\x1b")], kind='"')) == (
        'a&lt;b<p class="&quot;">&amp;<b>␛</b></p>'
    )


def test_importing_kizuna_loads_no_page() -> None:
    code = "import sys, kizuna; print([name for name in sys.modules if 'notebook.' in name or name == 'click'])"
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
