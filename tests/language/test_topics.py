"""What can be said: actions about topics, lies, and what a mind holds (``according to``)."""

from __future__ import annotations

import pytest

from kizuna import api
from kizuna.model.formulas import Believes, Compare, Constant
from kizuna.model.world import World

TOWN = """story town
use people, places, sight, talk
place square
character Ana at square
    wants alarm: Ben believes fire()
character Ben at square
    wants safety: at(Ben) = square
fluent fire()
    say "the town [burn]"
fluent owes(who: character, whom: character): 0..10
    say "{who} [owe] {whom} {value} coins"
topic alarm: fire()
topic calm: not fire()
topic debt(who: character, whom: character): owes(who, whom) = 3
topic rumour(who: character): who believes fire()
plot
    ending told: Ben believes fire()
"""


def world(text: str = TOWN) -> World:
    outcome = api.read_text(text, name="town.story", language="story")
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def messages(text: str) -> list[str]:
    return [each.message for each in api.read_text(text, name="town.story", language="story").diagnostics]


def test_an_action_about_a_topic_is_one_action_for_each() -> None:
    tellings = {action.name: action for action in world().actions if action.name.startswith("tell")}
    assert list(tellings) == ["tell_alarm", "tell_calm", "tell_debt", "tell_rumour"]
    debt = tellings["tell_debt"]
    assert [getattr(each, "name", None) for each in debt.parameters] == ["speaker", "hearer", "who", "whom"]
    assert isinstance(debt.tells, Compare)
    assert debt.tells.right == Constant(3)
    assert isinstance(tellings["tell_rumour"].tells, Believes)


def test_a_telling_says_its_content_in_the_words_of_the_fluent() -> None:
    phrases = {action.name: action.say for action in world().actions if action.name.startswith("tell")}
    assert phrases == {
        "tell_alarm": "{speaker} [tell] {hearer} that the town [burn]",
        "tell_calm": "{speaker} [tell] {hearer} that the town [do] not burn",
        "tell_debt": "{speaker} [tell] {hearer} that {who} [owe] {whom} 3 coins",
        "tell_rumour": "{speaker} [tell] {hearer} that {who} [believe] that the town [burn]",
    }


def test_a_topic_has_a_phrase_of_its_own_and_renamed_parameters() -> None:
    text = TOWN.replace(
        "topic alarm: fire()",
        'topic alarm(speaker: character): owes(speaker, Ana) = 1\n    say "{speaker} is in debt"',
    )
    telling = next(action for action in world(text).actions if action.name == "tell_alarm")
    assert telling.say == "{speaker} [tell] {hearer} that {speaker'} is in debt"
    assert [getattr(each, "name", None) for each in telling.parameters] == ["speaker", "hearer", "speaker'"]


def test_a_lie_is_recognised_and_a_truth_is_not() -> None:
    lying = world()
    story = api.find(lying).unwrap().fabulas[0]
    assert story.actions == ("tell_alarm(Ana, Ben)",)
    assert api.why(lying, story).unwrap().events[0].liar == "Ana"
    unheard = "fact fire(), Ben believes not fire(), Ana believes Ben believes not fire()\nplot"
    honest = world(TOWN.replace("plot", unheard))
    story = api.find(honest).unwrap().fabulas[0]
    assert story.actions == ("tell_alarm(Ana, Ben)",)
    assert api.why(honest, story).unwrap().events[0].liar is None


def test_whoever_does_not_know_does_not_lie() -> None:
    unsure = world(TOWN.replace("plot", "fact Ana believes fire() = unknown\nplot"))
    story = api.find(unsure).unwrap().fabulas[0]
    assert api.why(unsure, story).unwrap().events[0].liar is None


def test_distrust_keeps_one_from_believing() -> None:
    assert not api.find(world(TOWN.replace("plot", "fact distrusts(Ben, Ana)\nplot")), events=3).unwrap().fabulas


def test_tellings_that_nobody_minds_are_left_out() -> None:
    names = {action.schema for action in api.ground(world()).unwrap().actions}
    assert {"tell_alarm", "tell_calm"} <= names
    assert "tell_debt" not in names
    minded = TOWN.replace("    wants safety", "    wants riches: owes(Ana, Ben)\n    wants safety")
    told = [a.name for a in api.ground(world(minded)).unwrap().actions if a.schema == "tell_debt"]
    assert set(told) == {"tell_debt(Ana, Ben, Ana, Ben)", "tell_debt(Ben, Ana, Ana, Ben)"}


def test_without_topics_nothing_is_told() -> None:
    lines = [line for line in TOWN.splitlines(keepends=True) if not line.startswith("topic")]
    assert not any(action.name.startswith("tell") for action in world("".join(lines)).actions)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("topic alarm: fire()", "There is already a topic `alarm`."),
        ("topic more: owes(Ana, Ben) += 1", "What can be said is one thing that is so or not."),
        ("topic more: at(Ben) = tower", "Nobody and nothing is called `tower` here."),
        ("topic more fire()", "A `:` is missing after what can be said, before `fire`."),
        ("fluent last: topic", "Only a parameter can be a `topic`."),
        ("fluent last(x: topic, y: topic)", "`last` is about more than one topic."),
        ("type topic", "`topic` is always there and means something else."),
        ("action both(a: topic, b: topic)\n    then a", "`both` is about more than one topic."),
        ("action cry(a: topic)\n    tells a\n    then a", "`cry_alarm` tells something, and nobody does it."),
    ],
)  # fmt: skip
def test_mistakes_are_told_once(line: str, message: str) -> None:
    found = messages(TOWN.replace("plot\n", f"{line}\nplot\n"))
    assert found.count(message) == 1
    assert all(each.startswith("`cry_") for each in found if each != message)


def test_an_honest_question_about_a_mind_is_never_unknown() -> None:
    text = """story doubt
character Ana
    wants calm: not (Ben believes fire())
character Ben
fluent fire()
fluent quiet()
fact Ben believes fire() = unknown
action rest
    by Ana
    when not (Ben believes fire()), fire() according to Ben = unknown
    then quiet()
plot
    ending over: quiet()
"""
    rest = api.ground(world(text)).unwrap().actions
    assert [action.name for action in rest] == ["rest()"]
    known = text.replace("fact Ben believes fire() = unknown", "fact fire()")
    assert not api.ground(world(known)).unwrap().actions


def test_what_somebody_believes_is_so_or_not() -> None:
    text = TOWN.replace("plot\n", "define odd(): Ana believes owes(Ana, Ben)\nplot\n")
    assert messages(text) == ["What is believed is so or not, and this is a number."]


ASKING = TOWN.replace(
    "plot\n",
    """fluent asked(who: character, content: topic)
fluent doubts(who: character, content: topic): number
define sure(who: character, content: topic): (who believes content) or (who believes not content)
motive doubt(who: character, content: topic)
    weight doubts(who, content)
    score  sure(who, content)
action ask(who: character, whom: character, content: topic)
    say   "{who} [ask] {whom} whether {content}"
    by    who
    when  who != whom, not sure(who, content), not asked(whom, content)
    then  asked(whom, content)
action deny(who: character, whom: character, content: topic)
    by    who
    tells not content
    when  who != whom, asked(who, content)
    then  not asked(who, content), whom believes not content
rule forgets(who: character, content: topic)
    when  content, asked(who, content)
    then  not asked(who, content)
character Cleo
    doubts rumour Ben 2
plot
""",
)


def test_fluents_rules_and_motives_about_a_topic_are_there_for_each() -> None:
    asking = world(ASKING)
    assert [f.name for f in asking.fluents if f.name.startswith("asked")] == [
        "asked_alarm", "asked_calm", "asked_debt", "asked_rumour"
    ]  # fmt: skip
    debt = next(fluent for fluent in asking.fluents if fluent.name == "asked_debt")
    assert [getattr(each, "name", None) for each in debt.parameters] == ["who", "who'", "whom"]
    assert [rule.name for rule in asking.rules if rule.name.startswith("forgets")] == [
        "forgets_alarm", "forgets_calm", "forgets_debt", "forgets_rumour"
    ]  # fmt: skip
    doubts = [motive.name for motive in asking.motives if motive.character == "Cleo"]
    assert [name for name in doubts if name.startswith("doubt_rumour")] == [
        "doubt_rumour(Ana)", "doubt_rumour(Ben)", "doubt_rumour(Cleo)"
    ]  # fmt: skip


def test_what_is_not_so_can_be_said_too() -> None:
    """Of what is so or not, the opposite; of what has a worth, that it is unknown."""
    effects = {a.name: str(a.effects[-1]) for a in world(ASKING).actions if a.name.startswith("deny")}
    told = {name: effect.partition("value=")[2] for name, effect in effects.items()}
    assert told["deny_alarm"].startswith("Constant(value=False")
    assert told["deny_calm"].startswith("Constant(value=True")
    assert told["deny_debt"].startswith("Constant(value=None")
    assert "Constant(value=False" in told["deny_rumour"]


def test_whoever_does_not_know_may_still_ask() -> None:
    ground = api.ground(world(ASKING.replace("plot\n", "fact Ana believes fire() = unknown\nplot\n"))).unwrap()
    assert "ask_alarm(Ana, Ben)" in ground.action_ids


@pytest.mark.parametrize(
    ("content", "phrase"),
    [
        ("fire", "fire [be] so"),
        ("not fire", "fire [be] not so"),
        ("mood = sad", "mood [be] sad"),
        ("wet(Ana)", "Ana [be] wet"),
        ("not wet(x)", "{x} [be] not wet"),
        ("is_owed(x)", "{x} [be] owed"),
        ("has_seen(x, Ana)", "{x} [have] seen Ana"),
        ("not has_seen(x, Ana)", "{x} [have] not seen Ana"),
        ("watches(x, Ana)", "{x} [watch] Ana"),
        ("not pities(x, Ana)", "{x} [do] not pity Ana"),
        ("at(x) = home", "{x} [be] at the home"),
        ("nickname(x) = sad", "{x}'s nickname [be] sad"),
        ("Ana believes wet(x)", "Ana [believe] that {x} [be] wet"),
    ],
)
def test_a_content_without_a_phrase_is_a_sentence_of_its_own_words(content: str, phrase: str) -> None:
    text = f"""story t
type place
type temper
place home
temper sad
character Ana
character Ben
fluent fire
fluent mood: temper = sad
fluent wet(who: character)
fluent is_owed(who: character)
fluent has_seen(who: character, whom: character)
fluent watches(who: character, whom: character)
fluent pities(who: character, whom: character)
fluent at(who: character): place = home
fluent nickname(who: character): temper = sad
topic matter{"(x: character)" if "x" in content.replace("not", "") else "()"}: {content}
action say(speaker: character, content: topic)
    say  "{{speaker}} [say] that {{content}}"
    by   speaker
    then content
"""
    read = api.read_text(text, name="t.story", language="story").unwrap()
    assert [each.say for each in read.actions] == [f"{{speaker}} [say] that {phrase}"]
