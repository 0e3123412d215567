"""A telling changes whose eyes, which order and what is left out; it never adds an event."""

from __future__ import annotations

import pytest
from tellings import LANTERN, ground_of, reasoned, told, world_of

from kizuna.discourse import (
    Beat,
    Distance,
    Duration,
    Focalization,
    Focus,
    Frequency,
    Inner,
    Inside,
    Order,
    Pattern,
    Placing,
    Telling,
    Tie,
    Turn,
    Why,
    Withheld,
)
from kizuna.discourse.arrange import arrange
from kizuna.discourse.stage import Stage

ANA = Telling(focus=Focus.INNER, through="Ana")
GIVE, LIGHT, OUT = "give(Ana, Ben)", "light(Ana)", "put_out(Ben)"
SAY, PAWN = "say_whose(Ben, Cleo)", "pawn(Ben)"
LOCKET = (LIGHT, GIVE, OUT, SAY)


def events(beats: tuple[Beat, ...]) -> list[int | None]:
    return [beat.event for beat in beats]


# --- who sees ---


def test_without_a_focus_everything_is_told_in_order() -> None:
    discourse = told("lantern", LANTERN)
    assert [beat.action for beat in discourse.beats] == list(LANTERN)
    assert not discourse.left_out
    assert {beat.placing for beat in discourse.beats} == {Placing.CHRONICLE}


def test_through_somebody_only_what_they_perceive_is_told() -> None:
    discourse = told("lantern", LANTERN, ANA)
    assert events(discourse.beats) == [1, 2, 5]
    assert [(each.event, each.why) for each in discourse.left_out] == [(3, Why.UNSEEN), (4, Why.UNSEEN)]
    assert discourse.beats[2].skipped == (3, 4)


def test_through_somebody_a_place_is_where_they_believe_it_to_be() -> None:
    """Ana, at the well, does not know where Mira is; without a focus nobody is taken for where they are not."""
    beat = told("lantern", LANTERN, ANA).beats[2]
    assert (beat.place, beat.present) == ("well", ("Ana", "Bruno"))
    everywhere = told("lantern", LANTERN).beats[3]
    assert (everywhere.place, everywhere.present) == ("house", ("Mira",))


def test_nothing_is_learned_by_a_beat_that_the_focalizer_does_not_believe() -> None:
    stage = Stage(ground_of("lantern"), world_of("lantern"), reasoned("lantern", LANTERN))
    discourse = told("lantern", LANTERN, ANA)
    ana = stage.world.character_ids["Ana"]
    found = [(beat, each) for beat in discourse.beats for each in beat.learned]
    assert found
    for beat, each in found:
        assert each.who == "Ana"
        assert stage.states[beat.event or 0].beliefs[ana].values[stage.fluents[each.fluent]] == each.now


def test_from_outside_nothing_of_the_inside_is_shown() -> None:
    world = world_of("lantern")
    fabula = reasoned("lantern", LANTERN)

    def insight(event: int) -> tuple[Inner, ...]:
        return (Inner(Inside.FEELING, "Ana", "joy", event),)

    inside, outside = (
        arrange(fabula, ground_of("lantern"), world, telling, insight)
        for telling in (Telling(), Telling(focus=Focus.OUTER))
    )
    assert all(beat.inner for beat in inside.beats)
    assert not any(beat.inner or beat.learned for beat in outside.beats)
    ties = {link.tie for beat in outside.beats for link in beat.follows}
    assert Tie.MOTIVATES not in ties
    assert Tie.MOTIVATES in {link.tie for beat in inside.beats for link in beat.follows}
    # the lie happens in Ana's mind alone, but she hears it; a thought that nobody notices would not be told
    assert 1 in events(outside.beats)


def test_feelings_are_those_of_the_focalizer_and_nothing_where_distance_leaves_them_out() -> None:
    world, fabula = world_of("lantern"), reasoned("lantern", LANTERN)

    def insight(event: int) -> tuple[Inner, ...]:
        return tuple(Inner(Inside.VOICE, who, "home", event) for who in ("Ana", "Mira"))

    through = arrange(fabula, ground_of("lantern"), world, ANA, insight)
    assert {each.who for beat in through.beats for each in beat.inner} == {"Ana"}
    assert {beat.duration for beat in through.beats} == {Duration.SCENE}
    silent = Telling(focus=Focus.INNER, through="Ana", distance=Distance.LEFT_OUT)
    assert not any(beat.inner for beat in arrange(fabula, ground_of("lantern"), world, silent, insight).beats)
    shown = Telling(focus=Focus.INNER, through="Ana", distance=Distance.SHOWN)
    beats = arrange(fabula, ground_of("lantern"), world, shown, insight).beats
    assert {beat.duration for beat in beats} == {Duration.PAUSE}


def test_a_turn_changes_the_eyes_for_some_events() -> None:
    take = Turn(Pattern("take", ("Mira", ..., ...)), Focus.INNER, "Mira")
    discourse = told("lantern", LANTERN, Telling(Focus.INNER, "Ana", turns=(take,)))
    assert events(discourse.beats) == [1, 2, 3, 5]
    assert discourse.beats[2].focalization == Focalization(Focus.INNER, "Mira")
    elided = Telling(turns=(Turn(Pattern("walk"), duration=Duration.ELLIPSIS),))
    assert [(each.event, each.why) for each in told("lantern", LANTERN, elided).left_out] == [
        (2, Why.ELLIPSIS), (4, Why.ELLIPSIS), (5, Why.ELLIPSIS),
    ]  # fmt: skip


# --- what is withheld ---


def withholding(*names: Pattern, until: Pattern | None = None) -> Telling:
    return Telling(withhold=tuple(Withheld(each, until) for each in names))


def test_a_withheld_event_is_left_out_and_one_that_only_brings_a_withheld_fact_about() -> None:
    by_event = told("locket", LOCKET, withholding(Pattern("give")))
    by_fact = told("locket", LOCKET, withholding(Pattern("owner")))
    assert [(each.event, each.why) for each in by_event.left_out] == [(2, Why.WITHHELD)]
    assert by_fact.left_out == by_event.left_out


def test_what_else_an_event_does_is_told_without_what_gives_it_away() -> None:
    """To say whose it is gives it away, and the hearer has been spoken to all the same."""
    beat = told("locket", LOCKET, withholding(Pattern("owner"))).told(4)
    assert beat is not None
    assert beat.veiled
    assert beat.withheld == ("owner()",)
    plain = told("locket", LOCKET).told(4)
    assert plain is not None
    assert not plain.veiled
    assert not plain.withheld


def test_a_withheld_worth_leaves_other_worths_alone() -> None:
    telling = withholding(Pattern("owner", (), "Cleo"))
    assert not told("locket", LOCKET, telling).left_out
    assert told("locket", LOCKET, withholding(Pattern("Ben"))).told(2) is None  # whatever is worth Ben


def test_nothing_is_withheld_once_what_it_waits_for_is_told() -> None:
    discourse = told("locket", LOCKET, withholding(Pattern("owner"), until=Pattern("say_whose")))
    beat = discourse.told(4)
    assert beat is not None
    assert not beat.veiled
    assert discourse.told(2) is None


def test_no_tie_is_drawn_by_a_withheld_fact() -> None:
    open_, kept = (
        told("locket", (GIVE, SAY), telling).told(2) for telling in (Telling(), withholding(Pattern("owner")))
    )
    assert open_ is not None
    assert kept is not None
    assert [(link.tie, link.fluent) for link in open_.follows] == [(Tie.ENABLES, "owner()")]
    assert not [link for link in kept.follows if link.fluent]


# --- order ---


def test_in_medias_res_the_middle_comes_first_and_what_was_before_it_then() -> None:
    discourse = told("lantern", LANTERN, Telling(order=Order.MEDIAS_RES))
    assert events(discourse.beats) == [3, 1, 2, 4, 5]
    assert [beat.placing for beat in discourse.beats[1:3]] == [Placing.ANALEPSIS] * 2
    begun = Telling(order=Order.MEDIAS_RES, begin=Pattern("walk", ("Ana", "well", "house")))
    assert events(told("lantern", LANTERN, begun).beats) == [5, 1, 2, 3, 4]


def test_a_flashforward_shows_the_end_first_and_tells_it_once_more() -> None:
    beats = told("lantern", LANTERN, Telling(order=Order.FLASHFORWARD)).beats
    assert events(beats) == [5, 1, 2, 3, 4, 5]
    assert beats[0].placing is Placing.PROLEPSIS
    assert beats[-1].frequency is Frequency.REPEATING


def test_a_flashback_follows_the_event_that_shares_its_cue_and_comes_once() -> None:
    back = ("give(Ben, Ana)", GIVE)
    beats = told("locket", (GIVE, *back), Telling(order=Order.FLASHBACK)).beats
    past = [(beat.number, beat.action, beat.cue, beat.called_by) for beat in beats if beat.past is not None]
    assert past == [
        (2, "lose(Ben, garden)", "cold(Ben)", 1),
        (3, "quarrel(Ana, Ben, hall)", "hall, with Ana and Ben", 1),
    ]
    assert all(beat.past is None for beat in told("locket", (GIVE,)).beats)


def test_through_somebody_only_their_own_past_comes_back() -> None:
    telling = Telling(Focus.INNER, "Ana", Order.FLASHBACK)
    past = [beat.action for beat in told("locket", (GIVE,), telling).beats if beat.past is not None]
    assert past == ["quarrel(Ana, Ben, hall)"]


def past(*events: str, telling: Telling) -> list[str]:
    """What is told of the past, all of it before the story."""
    beats = told("locket", events, telling).beats
    found = [beat.action for beat in beats if beat.past is not None]
    assert all(beat.past is not None for beat in beats[: len(found)])
    assert all((beat.placing, beat.cue, beat.called_by) == (Placing.CHRONICLE, "", None) for beat in beats)
    return found


def test_in_a_chronicle_what_is_called_up_of_the_past_comes_first_in_order_of_time() -> None:
    """The quarrel is called up by the first event, the loss by the second; what nothing calls up stays untold."""
    back, chronicle = ("give(Ben, Ana)", GIVE), Telling(order=Order.CHRONICLE)
    assert past(GIVE, *back, telling=chronicle) == ["lose(Ben, garden)", "quarrel(Ana, Ben, hall)"]
    assert past(LIGHT, telling=chronicle) == []
    assert past(GIVE, telling=Telling()) == past(GIVE, telling=Telling(order=Order.MEDIAS_RES)) == []


def test_a_chronicle_through_somebody_has_only_their_own_past_and_none_that_is_withheld_at_the_start() -> None:
    hers = Telling(Focus.INNER, "Ana", Order.CHRONICLE)
    assert past(GIVE, telling=hers) == ["quarrel(Ana, Ben, hall)"]
    for until in (None, Pattern("give")):  # told only once it may be: too late for what comes first
        kept = Telling(order=Order.CHRONICLE, withhold=(Withheld(Pattern("garden"), until),))
        assert past(GIVE, telling=kept) == ["quarrel(Ana, Ben, hall)"]
    late = Telling(order=Order.FLASHBACK, withhold=(Withheld(Pattern("garden"), Pattern("give")),))
    assert "lose(Ben, garden)" in [beat.action for beat in told("locket", (GIVE,), late).beats]


# --- ties, pace ---


def test_ties_say_what_bears_them_out() -> None:
    beats = told("locket", (LIGHT, OUT, LIGHT, GIVE, SAY)).beats
    first, second, third, gift, said = (beat.follows for beat in beats)
    assert not first
    assert [(link.beat, link.tie, link.fluent) for link in second] == [(1, Tie.ENABLES, "lit()")]
    assert [(link.beat, link.tie) for link in third] == [(2, Tie.ENABLES)]
    assert [(link.beat, link.tie, link.fluent) for link in gift] == [(3, Tie.AFTER, "")]
    assert [(link.beat, link.tie, link.fluent) for link in said] == [(4, Tie.ENABLES, "owner()")]


def test_every_tie_of_a_reason_goes_back_to_a_told_event() -> None:
    world = world_of("lantern")
    discourse = arrange(reasoned("lantern", LANTERN), ground_of("lantern"), world, Telling())
    ties = {(beat.event, link.beat, link.tie) for beat in discourse.beats for link in beat.follows}
    assert (2, 1, Tie.MOTIVATES) in ties  # Ana goes because of what Mira said
    for beat in discourse.beats:
        assert all(link.beat < beat.number for link in beat.follows)


def test_the_middle_of_a_row_of_the_same_is_summed_up() -> None:
    walks = ("walk(Ana, hall, cellar)", "walk(Ana, cellar, hall)", "walk(Ana, hall, garden)")
    beats = told("locket", walks).beats
    assert [(beat.duration, beat.frequency) for beat in beats] == [
        (Duration.SCENE, Frequency.SINGULATIVE),
        (Duration.SUMMARY, Frequency.ITERATIVE),
        (Duration.SCENE, Frequency.SINGULATIVE),
    ]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("through", ["", "Ana", "Mira", "Bruno"])
def test_whatever_the_telling_it_tells_events_of_the_story_and_the_same_twice(order: Order, through: str) -> None:
    telling = Telling(Focus.INNER if through else Focus.ZERO, through, order)
    first, again = told("lantern", LANTERN, telling), told("lantern", LANTERN, telling)
    assert first == again
    silent = {each.event for each in first.left_out}
    assert {beat.event for beat in first.beats} | silent == {1, 2, 3, 4, 5}
    assert all(beat.event is None or beat.action == LANTERN[beat.event - 1] for beat in first.beats)
    assert not silent & {beat.event for beat in first.beats}
