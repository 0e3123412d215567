"""Synopsis, outline and dialogue; text, Markdown and HTML."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

import pytest
from told import arranged, events, grounded, told, world

from kizuna import read_text
from kizuna.discourse import Telling
from kizuna.discourse.arrange import arrange
from kizuna.fabula import Event, Fabula, Limits
from kizuna.grounding import ground, unfold
from kizuna.inquiry.outline.reading import Catalogue
from kizuna.model.telling import Distance, Focus, Form, Pattern, Withheld
from kizuna.narration import Prose, Says, as_html, as_markdown, as_text
from kizuna.narration.narrate import narrate

HOSTILE = """
story garden "<b>The & garden</b>"
character Tom
fluent happy(who: character)
action sing(who: character)
    say  "{who} [sing] *loudly* <script> & [beam]"
    by   who
    then happy(who)
"""


def hostile() -> Prose:
    told = read_text(HOSTILE, name="garden.story", language="story").unwrap()
    fabula = Fabula("garden", told.digest, Limits(1, 1, 0), 0, 1, (Event("sing(Tom)"),))
    grounded = ground(told).unwrap()
    return narrate(arrange(fabula, grounded, told), grounded, told)


class Page(HTMLParser):
    """Which elements a page opens, in order; ValueError where they are not closed as they were opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.found: list[str] = []
        self.feed(text)
        if self.opened:
            raise ValueError(self.opened)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        if tag not in ("meta", "br"):
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.opened or self.opened.pop() != tag:
            raise ValueError(tag)


def test_a_synopsis_goes_scene_by_scene_in_the_present() -> None:
    text = as_text(told("lantern", Telling(form=Form.SYNOPSIS)), Form.SYNOPSIS)
    assert text.splitlines()[0] == "The Lantern"
    assert "1. House (Mira and Ana)" in text
    assert "Mira, a visitor, tells Ana, the elder sister, that Bruno, her brother, is hurt." in " ".join(text.split())


@pytest.mark.parametrize("name", ["lantern", "crow"])
def test_an_outline_can_be_read_back(name: str) -> None:
    lines = as_text(told(name, Telling(form=Form.OUTLINE)), Form.OUTLINE).splitlines()
    unfolded = unfold(world(name)).unwrap()
    catalogue = Catalogue(unfolded, frozenset(grounded(name).action_ids))
    assert all(event in catalogue.readings(line) for event, line in zip(events(name), lines, strict=True))


def test_what_an_outline_may_not_say_is_a_gap() -> None:
    kept = Telling(form=Form.OUTLINE, withhold=(Withheld(Pattern("eye")),))
    lines = [sentence.text for sentence in told("gift", kept).sentences]
    assert "..." in lines
    assert not [line for line in lines if "eye" in line]
    assert ("...", "...") not in pairwise(lines)


def test_dialogue_gives_everybody_their_words() -> None:
    lines = {
        each.text: each.speaker for each in told("betrayal", Telling(form=Form.DIALOGUE)).sentences if each.speaker
    }
    assert lines == {
        "Go out and kill Sasuke.": "Danzou",
        "It is only a walk.": "Sakura",
        "What have you come for?": "Sasuke",
        "The order is to kill you.": "Sakura",
    }
    text = as_text(told("night", Telling(form=Form.DIALOGUE)), Form.DIALOGUE)
    assert "GATE (SAKURA AND SASUKE)\n\n                    SAKURA\n          Stay.\n" in text
    assert "Kill Naruto, and I will stay." in text


def test_shown_the_words_stand_in_the_prose() -> None:
    text = str(told("betrayal", Telling(distance=Distance.SHOWN)))
    for words in (
        "asked Sakura: “What have you come for?”",
        "told him: “The order is to kill you.”",
        "“It is only a walk,” and went",
    ):
        assert words in text


def test_dialogue_through_her_eyes_says_only_what_she_hears() -> None:
    kept = Telling(form=Form.DIALOGUE, focus=Focus.INNER, through="Sasuke")
    assert "Danzou" not in {each.speaker for each in told("betrayal", kept).sentences}


def test_markdown_means_nothing_but_itself() -> None:
    written = as_markdown(hostile(), Form.PROSE)
    assert written.startswith("# \\<b\\>The &amp; garden\\</b\\>\n")
    assert "\\*loudly\\* \\<script\\> &amp;" in written
    assert as_markdown(told("lantern", Telling(form=Form.OUTLINE)), Form.OUTLINE).splitlines()[2].startswith("1. Mira")
    assert "**Danzou**: Go out" in as_markdown(told("betrayal", Telling(form=Form.DIALOGUE)), Form.DIALOGUE)


@pytest.mark.parametrize("form", list(Form))
def test_a_page_is_whole_and_needs_nothing_from_elsewhere(form: Form) -> None:
    prose = told("betrayal", Telling(form=form))
    page = as_html(prose, form, {1: ["Danzou <wants> this"]})
    found = Page(page).found
    assert not {"script", "img", "link", "iframe"} & set(found)
    assert "http" not in page
    assert found.count("details") == found.count("summary") == sum(bool(each.traces) for each in prose.sentences)
    assert "Danzou &lt;wants&gt; this" in page
    assert "prefers-color-scheme: dark" in page


def test_a_page_escapes_what_comes_from_a_world_and_shows_its_line() -> None:
    page = as_html(hostile(), Form.PROSE)
    assert "<script>" not in page
    assert "<b>" not in page
    assert "garden.story, line 5:" in page
    assert "action sing(who: character)" in page


def test_a_page_that_is_not_whole_is_noticed() -> None:
    with pytest.raises(ValueError, match="div"):
        Page("<div><p></div>")


def test_nothing_to_tell_is_nothing() -> None:
    silent = told(
        "lantern", Telling(withhold=tuple(Withheld(Pattern(each)) for each in ("tell_of_accident", "walk", "take")))
    )
    assert (silent.paragraphs, str(silent)) == ((), "")
    assert arranged("lantern").beats
    assert Says.EVENT in {each.says for each in told("lantern").sentences}
