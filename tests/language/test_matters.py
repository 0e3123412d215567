"""What can be promised or asked for: ``matter`` lines, and what becomes of them."""

from __future__ import annotations

import pytest

from kizuna import api
from kizuna.diagnostics import Source
from kizuna.language import parse, write
from kizuna.language.format import format_file
from kizuna.language.syntax import CallTo, MatterLine, Name
from kizuna.model.world import World

VILLAGE = """story village
type matter
type place
place house, well
fluent at(who: character): place
character Ana, Ben
fact at(Ana) = house, at(Ben) = well
matter return "to come home": at(Ana) = house
matter meeting: at(Ana) = at(Ben)
matter both: holds(return) and holds(meeting)
fluent wished(what: matter)
action walk(who: character, to: place)
    when  at(who) != to
    then  at(who) = to
action wish(what: matter)
    when  not holds(what)
    then  wished(what)
plot
    ending over: wished(return)
"""


def world(text: str = VILLAGE) -> World:
    outcome = api.read_text(text, name="village.story", language="story")
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def messages(text: str) -> list[str]:
    return [each.message for each in api.read_text(text, name="village.story", language="story").diagnostics]


def test_a_matter_is_a_name_and_a_condition() -> None:
    source = Source("t", 'matter return "to come home":  at(Ana) = house\nmatter peace: calm()\n')
    file, found = parse(source)
    assert not found
    first, second = file.declarations
    assert isinstance(first, MatterLine)
    assert isinstance(second, MatterLine)
    assert (first.name.text, first.title, first.word.text) == ("return", "to come home", "matter")
    assert (second.title, second.body) == (None, CallTo(Name("calm", span=second.span), (), span=second.span))


def test_a_matter_is_laid_out_like_any_condition() -> None:
    text = 'matter   return "home"  :   # there\n  at(Ana) = house\n  at(Ben) = house  # too\n'
    printed = format_file(parse(Source("t", text))[0], Source("t", text))
    assert printed == 'matter return "home":  # there\n    at(Ana) = house\n    at(Ben) = house  # too\n'
    assert format_file(parse(Source("t", printed))[0], Source("t", printed)) == printed
    assert parse(Source("t", printed))[0] == parse(Source("t", text))[0]


def test_a_matter_is_an_existent_of_its_type() -> None:
    matters = [each for each in world().existents if each.types == ("matter",)]
    assert [(each.name, each.title) for each in matters] == [
        ("return", "to come home"),
        ("meeting", None),
        ("both", None),
    ]


def test_a_matter_holds_where_its_condition_does() -> None:
    """At first Ana is at home, and Ben is not."""
    ground = api.ground(world(VILLAGE.replace("plot\n", "plot\n    never holds(both)\n"))).unwrap()
    conditions = {action.name: action.precondition for action in ground.actions if action.schema == "wish"}
    assert set(conditions) == {"wish(return)", "wish(meeting)", "wish(both)"}
    assert len(set(map(repr, conditions.values()))) == 3
    assert api.find(world(), events=2).unwrap().fabulas[0].actions == ("walk(Ana, well)", "wish(return)")


def test_each_mind_says_for_itself_whether_a_matter_holds() -> None:
    text = VILLAGE.replace("when  not holds(what)", "when  Ben believes not holds(what)")
    believing = text.replace("plot\n", "fact Ben believes at(Ana) = well\nplot\n")
    assert api.find(world(believing), events=1).unwrap().fabulas[0].actions == ("wish(return)",)
    assert not api.find(world(text), events=1).unwrap().fabulas


def test_a_world_with_matters_can_be_written() -> None:
    assert world(write(world())) == world()


def test_a_type_without_matters_has_none_that_hold() -> None:
    lines = [
        line for line in VILLAGE.splitlines(keepends=True) if not line.startswith(("matter", "plot", "    ending"))
    ]
    assert not messages("".join(lines))


def test_a_world_of_its_own_words_is_left_alone() -> None:
    """Without a ``matter`` line somebody else may say what holds."""
    assert not messages("type matter\nfluent holds(what: matter)\n")


def test_a_derived_fluent_may_be_about_somebody_in_particular() -> None:
    text = VILLAGE.replace("plot\n", "define near(= Ana): at(Ana) = well\nplot\n    never near(Ana)\n")
    assert not api.find(world(text), events=2).unwrap().fabulas


def test_a_parameter_is_used_also_where_another_was_read_before() -> None:
    text = VILLAGE.replace(
        "plot\n",
        "define at_home(x: character): is_in(x, house)\ndefine is_in(y: character, z: place): at(y) = z\nplot\n",
    )
    assert not messages(text)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("matter meeting: at(Ben) = well", "`meeting` is already there."),
        ("matter more: at(Ana)", "A condition was expected here, and this is somebody or something."),
        ("matter more: at(Ana) = tower", "Nobody and nothing is called `tower` here."),
        ("matter more: holds(more)", "`matter more` is derived from `holds`, which is derived from `matter more`."),
        ("matter more", "A `:` is missing after `more`, before the end of the line."),
        ("matter more:", "Here what is then so is missing."),
        ("matter: yes", "Here a short name for what can be promised or asked for is missing: there is `:`."),
        ("fact wished(house)", "`wished` asks for a `matter` here, and `house` (place) is none."),
    ],
)  # fmt: skip
def test_mistakes_are_told_once(line: str, message: str) -> None:
    assert messages(VILLAGE.replace("plot\n", f"{line}\nplot\n")) == [message]


def test_without_the_type_it_is_said_which_module_brings_it() -> None:
    found = api.read_text("matter peace: 1 = 1", language="story").diagnostics
    assert [(each.message, each.help) for each in found] == [
        ("There is no type `matter`.", ("Say `use undertakings`.",))
    ]
