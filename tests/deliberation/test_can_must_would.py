"""What can, what must and what would happen, in small worlds; and what several people do together."""

from __future__ import annotations

from small_worlds import LIMITS, NO_DISARMING, ORDER, THREAT, story, world

from kizuna import api
from kizuna.search import Proof, Rest

# --- can, must, would ------------------------------------------------------------------------------------------------


def test_would_takes_the_best_option_and_rests() -> None:
    life = api.live(world(ORDER)).unwrap()
    assert life.actions == ("spare()",)
    assert (life.rest, life.ends) == (Rest.NO_REASON, True)
    assert life.events[0].advantage == 1
    assert api.live(world(ORDER, ("love 3", "love 1"))).unwrap().actions == ("kill()",)


def test_must_is_proven_refuted_or_left_open() -> None:
    read = world(ORDER, ("best within 0", "best within 9"))
    assert api.must(read, "not ordered()", **LIMITS).unwrap().proof is Proof.PROVEN
    refuted = api.must(read, "failed()", **LIMITS).unwrap()
    assert refuted.proof is Proof.REFUTED
    assert refuted.counterexample is not None
    assert refuted.counterexample.actions == ("kill()",)
    assert api.must(read, "failed()", max_expansions=0, **LIMITS).unwrap().proof is Proof.NOT_PROVEN
    nothing = world(THREAT, NO_DISARMING)
    assert api.must(nothing, "rich(Ana)", **LIMITS).unwrap().proof is Proof.NO_STORY


def test_a_condition_may_use_the_words_that_the_story_defines() -> None:
    crow = api.read("crow").unwrap()
    assert api.must(crow, "has(Fox, cheese)", **LIMITS).unwrap().proof is Proof.PROVEN
    assert (
        api.must(crow, "has(Fox, cheese) and able(Fox) and together(Fox, Crow)", **LIMITS).unwrap().proof
        is Proof.PROVEN
    )
    misspelt = api.must(crow, "has(Fox, chees)", **LIMITS)
    assert [each.help for each in misspelt.diagnostics] == [("Did you mean `cheese`?",)]


def test_a_condition_that_cannot_be_read_is_a_finding() -> None:
    outcome = api.must(world(ORDER), "faild()", **LIMITS)
    assert outcome.value is None
    assert [each.code for each in outcome.diagnostics] == ["unknown-name"]


# --- together --------------------------------------------------------------------------------------------------------

JOINT = """story joint
settings
    best within 0
character Ana
    wants company 3: danced()
    wants peace 1: sat()
character Ben
    wants rest: not danced()
fluent danced()
fluent sat()
action dance
    by Ana, Ben
    when not danced(), not sat()
    then danced()
action sit
    by Ana
    when not danced(), not sat()
    then sat()
plot
    ending over: danced() or sat()
"""


def test_what_the_other_would_refuse_is_no_rival() -> None:
    assert story(JOINT) == ("sit()",)
    assert story(JOINT, ("wants rest: not danced()", "wants joy: danced()")) == ("dance()",)


TOGETHER = """
story together "Together"
use people
character Ana
    wants warmth 2: warm(Ana)
character Bea
    wants warmth 1: warm(Bea)
fluent warm(who: character)
action embrace(who: character, whom: character)
    say   "{who} and {whom} [embrace]"
    by    who, whom
    when  who != whom
    then  warm(who), warm(whom)
plot
    ending both: warm(Ana) and warm(Bea)
settings
    best within 0
"""


def test_two_who_could_do_a_thing_together_in_two_ways_are_not_asked_about_each_other_for_ever() -> None:
    read = world(TOGETHER)
    (story,) = api.find(read).unwrap().fabulas
    assert len(story.events) == 1
