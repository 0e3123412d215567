"""The world `betrayal`: what it has to show, and what if one thing were otherwise; each with control and mutants.

A test that says "would" asks at the moment of the choice who has a reason for which act; "can" replays the beats.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest
from found import found
from founding import Events, Founding, written
from promises import Mutation
from tellings import fabula_of

import kizuna
from kizuna.discourse import Order
from kizuna.model.formulas import Constant
from kizuna.model.values import Value
from kizuna.model.world import Cue

WORLD = Founding("betrayal")
BEATS = (
    "order_against(Danzou, Sakura, Sasuke)",
    "set_out(Sakura, Sasuke, camp)",
    "take_a_walk(Sakura, Shino, clearing)",
    "weep(Sakura)",
    "step_out(Sasuke, thicket, clearing)",
    "ask_errand(Sasuke, Sakura)",
    "tell_errand(Sakura, Sasuke)",
    "strike(Sakura, Sasuke)",
    "read_heart(Sasuke, Sakura)",
    "bare_throat(Sasuke, Sakura)",
    "throw_away(Sakura, Sasuke)",
    "embrace(Sasuke, Sakura)",
    "smile(Sasuke, Sakura)",
)
ORDER, SET_OUT, WALK, WEEP, STEP, ASK, TELL, STRIKE, READ, OFFER, THROW, EMBRACE, SMILE = BEATS
ORDERED, ASKED, TOLD, STRUCK, SEEN, OFFERED, THROWN = (BEATS[:n] for n in (1, 6, 7, 8, 9, 10, 11))
DEFY, LIE, SILENCE = "defy(Sakura, Sasuke)", "deny_errand(Sakura, Sasuke)", "withhold_errand(Sakura, Sasuke)"
LIED = (*ASKED, LIE)
FOLLOW = "follow(Shino, Sakura, thicket, clearing)"
FOLLOWED = (*BEATS[:5], FOLLOW, *BEATS[5:11])

DUTY = "    dutiful 7\n"
DUTY_FAR_ABOVE = WORLD.change(DUTY, "    dutiful 40\n")
DUTY_BELOW = WORLD.change(DUTY, "    dutiful 3\n")
MISJUDGED = WORLD.change("believes strength(Sakura)", "believes dutiful(Sakura) = 7, strength(Sakura)")
DARK = WORLD.change("trail camp", "fact dark(clearing)\ntrail camp")
SUSPECTS = WORLD.change("    has the watch\n", "    has the watch\n    suspects Sakura 2\n")
TSUNADE_LEADS = WORLD.change("    has command\n")


@cache
def mind(fluent: str, events: Events, *minds: str, mutations: tuple[Mutation, ...] = ()) -> Value:
    """What a fluent is worth after events: in truth, or in a mind."""
    asked = WORLD.stage(*mutations)
    state = asked.after(events)
    for who in minds:
        state = state.beliefs[asked.world.characters.index(who)]
    named = {each.name: number for number, each in enumerate(asked.world.fluents)}
    return state.values[named[fluent]]


# --- the story ---


@pytest.mark.slow
def test_can_the_story_is_found_beat_by_beat() -> None:
    assert found("betrayal").fabulas[0].actions == BEATS


@pytest.mark.parametrize("number", [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11])
def test_would_every_beat_is_explained_for_whoever_does_it(number: int) -> None:
    """Would; the other two beats are nobody's choice."""
    assert WORLD.would(BEATS[number], BEATS[:number])


def test_would_she_obeys_since_refusing_is_treason_and_leaves_the_others_alone() -> None:
    differences = WORLD.differences(SET_OUT, ORDERED)
    assert (differences["mission(Sasuke)"], differences["leadership(Shino)"]) == (7, 4)
    assert not WORLD.would(DEFY, ORDERED)


# --- must: the same kind of act, twice ---


def test_would_she_strikes_at_a_guarded_man_and_not_at_a_bared_throat() -> None:
    """Would: the same act; the first is warded off and counts as tried, the second would be his death."""
    assert WORLD.would(STRIKE, TOLD)
    assert not WORLD.would(STRIKE, OFFERED)
    assert WORLD.would(THROW, OFFERED)


def test_can_the_first_blow_is_warded_off_and_the_second_kills() -> None:
    asked = WORLD.stage()
    alive = {each.name: n for n, each in enumerate(asked.world.fluents)}["alive(Sasuke)"]
    assert asked.after(STRUCK).values[alive] is True
    assert asked.after((*OFFERED, STRIKE)).values[alive] is False
    assert mind("hurt(Sasuke)", STRUCK) is False
    assert mind("holds_life(Sakura, Sasuke)", OFFERED) is True  # the danger that already weighs


def test_would_mutant_without_duty_to_speak_of_she_does_not_strike() -> None:
    assert not WORLD.would(STRIKE, TOLD, DUTY_BELOW)


# --- must: what he learns he perceives ---


def test_can_he_perceives_that_she_is_strong_and_what_she_feels() -> None:
    """Can: her blow shows her strength, her eyes her love; the blow alone told him the opposite."""
    assert [mind("strength(Sakura)", events, "Sasuke") for events in (TOLD, STRUCK)] == [2, 8]
    assert [mind("loves(Sakura, Sasuke)", events, "Sasuke") for events in (TOLD, STRUCK, SEEN)] == [3, 2, 9]


def test_can_nobody_chooses_to_find_it_out() -> None:
    """It takes her blow, her true answer, and light; then it comes by itself."""
    asked = WORLD.stage()
    action = asked.world.actions[asked.world.action_ids[READ]]
    assert action.due
    assert not action.consenting
    assert WORLD.possible(READ, STRUCK)
    assert not WORLD.possible(READ, TOLD)  # no blow
    assert not WORLD.possible(READ, (*LIED, STRIKE))  # no true answer
    assert not WORLD.possible(READ, STRUCK, DARK)  # no light


def test_would_the_offer_hangs_on_what_he_read() -> None:
    """Would; without the correction he believes that she loves him little, and has no reason."""
    assert WORLD.would(OFFER, SEEN)
    assert WORLD.plan(OFFER, SEEN)[1:] == ("let_go(Sakura, Sasuke)", EMBRACE)
    assert not WORLD.would(OFFER, STRUCK, DARK)
    assert not WORLD.foresees("Sasuke", (OFFER, STRIKE), SEEN)  # in his eyes she cannot do it
    assert WORLD.foresees("Sasuke", (OFFER, STRIKE), SEEN, DUTY_FAR_ABOVE)


# --- must: duty against love ---


@pytest.mark.parametrize(
    ("number", "duty", "other", "love", "size"),
    [
        (6, -7, "frankness(Sasuke)", 12, Fraction(1, 2)),
        (7, 14, "restraint(Sasuke)", -9, Fraction(9, 16)),
        (10, -14, "safety(Sasuke)", 18, Fraction(7, 16)),
    ],
)
def test_would_the_conflict_has_its_size_by_motive(
    number: int, duty: int, other: str, love: int, size: Fraction
) -> None:
    """Would, in quarters: at the answer and the throw duty loses, at the blow love; the inner voice is the loser's."""
    made = WORLD.choice(BEATS[number], BEATS[:number])
    differences = {motive: 4 * much for motive, much in made.differences}
    assert (differences["mission(Sasuke)"], differences[other], made.conflict) == (duty, love, size)
    assert made.voice is not None
    assert made.voice.motive == ("mission(Sasuke)" if duty < 0 else other)


# --- must: the flashback, the end ---


def test_can_the_embrace_shares_a_cue_with_the_night_he_left() -> None:
    """Can: the past event and the present one have the same sensation, of the same two; the blow has none."""
    world = kizuna.read("betrayal").unwrap()
    embrace = next(action for action in world.actions if action.name == "embrace")
    strike = next(action for action in world.actions if action.name == "strike")
    bound = {"who": "Sasuke", "whom": "Sakura"}
    present = {
        Cue(cue.name, tuple(Constant(bound[term.name]) for term in cue.arguments))  # type: ignore[union-attr]
        for cue in embrace.cues
    }
    recalled = [event.action for event in world.past if present & set(event.cues)]
    assert recalled == ["carry_to_rest"]
    assert not strike.cues


def test_can_the_telling_places_the_flashback_at_the_touch() -> None:
    """Can: after the twelfth event that night is told, up to its touch, before he smiles; without its cue, nothing."""
    world = kizuna.read("betrayal").unwrap()
    discourse = kizuna.arrange(world, fabula_of(world, BEATS), inside=False).unwrap()
    past = [beat for beat in discourse.beats if beat.past is not None]
    assert [beat.number for beat in past] == [13, 14, 15, 16]
    assert past[-1].action == "carry_to_rest(Sasuke, Sakura, bench)"
    assert discourse.beats[past[0].called_by - 1].action == EMBRACE  # type: ignore[operator]
    assert discourse.beats[16].action == SMILE
    without = Mutation("closeness", "    cues  hair_on_hands(who, whom), in_arms(who, whom)\n", "")
    mutant = written("betrayal", (without,))
    outcome = kizuna.arrange(mutant, fabula_of(mutant, BEATS), inside=False)
    assert [each.code for each in outcome.diagnostics] == ["nothing-recalled"]
    assert all(beat.past is None for beat in outcome.unwrap().beats)


def test_can_told_in_plain_order_the_night_he_left_comes_first() -> None:
    world = kizuna.read("betrayal").unwrap()
    plain = replace(world.telling, order=Order.CHRONICLE)
    beats = kizuna.arrange(world, fabula_of(world, BEATS), plain, inside=False).unwrap().beats
    assert [beat.past is not None for beat in beats[:5]] == [True, True, True, True, False]
    assert tuple(beat.action for beat in beats[4:]) == BEATS


def test_can_in_the_end_only_she_and_he_know() -> None:
    assert mind("spared(Sakura, Sasuke)", BEATS, "Sakura") is True
    assert mind("is_sent_against(Sakura, Sasuke)", BEATS, "Sakura") is True
    world = kizuna.read("betrayal").unwrap()
    (broken,) = kizuna.feelings(world, fabula_of(world, BEATS), who=("Sakura",), fears=False).unwrap().betrayals
    assert (broken.event, broken.who, broken.whom, broken.discovered) == (11, "Sakura", "Danzou", None)
    for who in ("Danzou", "Shino"):
        assert mind("spared(Sakura, Sasuke)", BEATS, who) is False
        assert mind("has_struck_at(Sakura, Sasuke)", BEATS, who) is False


# --- what if ---


def test_what_if_duty_far_outweighs_love_and_he_misjudges_it_she_kills_him() -> None:
    """Would; with his own sword. In the story she has no reason to."""
    changed = (DUTY_FAR_ABOVE, MISJUDGED)
    assert WORLD.would(OFFER, SEEN, *changed)
    assert WORLD.would(STRIKE, OFFERED, *changed)
    assert not WORLD.would(THROW, OFFERED, *changed)
    assert mind("alive(Sasuke)", (*OFFERED, STRIKE), mutations=changed) is False


KILLED = (*OFFERED, STRIKE)
GRIM = (DUTY_FAR_ABOVE, MISJUDGED)


def dominant(events: Events, *mutations: Mutation) -> str:
    """What she feels most at the end of some events."""
    last = WORLD.felt("Sakura", events, *mutations).at(len(events), "Sakura").dominant
    assert last is not None
    return last.emotion.kind.value


def test_what_if_she_kills_him_the_dominant_feeling_is_grief() -> None:
    """Would; in the story, where he lives, it is not."""
    assert dominant(KILLED, *GRIM) == "grief"
    assert dominant(THROWN) != "grief"


def test_mutant_without_saying_what_is_duty_to_have_killed_him_is_a_joy() -> None:
    wish = Mutation("duty", "define felt_duty_of_orders", "define counts_as_duty")
    assert WORLD.felt("Sakura", KILLED, *GRIM, wish).at(11, "Sakura").strength("joy") == 20
    assert WORLD.felt("Sakura", KILLED, *GRIM).at(11, "Sakura").strength("joy") < 3


def kinds_after(events: Events, *mutations: Mutation) -> set[str]:
    """What she comes to feel at the last of some events."""
    return {each.kind.value for each in WORLD.arising("Sakura", events, *mutations)}


def test_can_relief_and_guilt_come_together_when_she_throws_the_sword_away() -> None:
    """Can: his life is out of her hand, and an order that she had taken on is broken; before, neither is there."""
    assert {"relief", "guilt"} <= kinds_after(THROWN)
    assert not {"relief", "guilt"} & kinds_after(OFFERED)
    (guilt,) = WORLD.felt("Sakura", THROWN).arising("guilt", "Sakura")
    assert (guilt.towards, guilt.causes[0].of.value) == ("Danzou", "word")


def test_mutants_without_danger_to_him_no_relief_and_without_a_word_broken_no_guilt() -> None:
    careless = Mutation("danger", "define felt_danger_to", "define danger_to")
    no_word = Mutation("orders", "define felt_word_on_order", "define word_on_order")
    assert {"relief", "guilt"} & kinds_after(THROWN, careless) == {"guilt"}
    assert {"relief", "guilt"} & kinds_after(THROWN, no_word) == {"relief"}


def test_what_if_he_knows_that_her_duty_is_stronger_he_offers_no_sword() -> None:
    assert not WORLD.would(OFFER, SEEN, DUTY_FAR_ABOVE)
    assert WORLD.would(OFFER, SEEN, DUTY_FAR_ABOVE, MISJUDGED)


def test_what_if_love_outweighs_duty_from_the_start_she_warns_him_and_lets_him_hold_her() -> None:
    assert not WORLD.would(STRIKE, TOLD, DUTY_BELOW)
    assert WORLD.would(TELL, ASKED, DUTY_BELOW)
    assert WORLD.would(EMBRACE, TOLD, DUTY_BELOW)


def test_what_if_shino_follows_her_the_refusal_has_a_witness() -> None:
    """Would: he follows only whom he suspects; then one of the village takes her for a traitor."""
    assert WORLD.would(FOLLOW, BEATS[:5], SUSPECTS)
    assert not WORLD.possible(FOLLOW, BEATS[:5])
    assert mind("spared(Sakura, Sasuke)", FOLLOWED, "Shino", mutations=(SUSPECTS,)) is True
    assert mind("is_sent_against(Sakura, Sasuke)", FOLLOWED, "Shino", mutations=(SUSPECTS,)) is True
    assert mind("spared(Sakura, Sasuke)", THROWN, "Shino") is False


def test_what_if_he_never_reads_her_eyes_no_sword_is_offered() -> None:
    assert not WORLD.possible(READ, STRUCK, DARK)
    assert not WORLD.would(OFFER, STRUCK, DARK)


@cache
def unread() -> set[str]:
    """What can happen after the blow in as many events as the story has, if he cannot read her eyes."""
    return WORLD.going_on(STRUCK, len(BEATS) - len(STRUCK), WORLD.change("    reads faces\n"))[0]


def test_what_if_he_never_reads_her_eyes_the_end_cannot_be_reached_in_as_many_events() -> None:
    """Must: of all that anybody has a reason for after the blow, nothing leads to that embrace, and his smile."""
    assert unread()
    assert not unread() & {OFFER, THROW, SMILE}


def test_what_if_he_never_reads_her_eyes_he_does_not_hold_her_either() -> None:
    """Her blow stands between them until he has seen what was behind it; before it, and after he has, he can."""
    assert EMBRACE not in unread()
    assert not WORLD.possible(EMBRACE, STRUCK)
    assert WORLD.possible(EMBRACE, TOLD)
    assert WORLD.would(EMBRACE, TOLD)
    assert WORLD.possible(EMBRACE, SEEN)


def test_mutant_if_a_blow_did_not_stand_between_them_he_would_hold_her_unread() -> None:
    blow = Mutation("closeness", "        (not has_struck_at(whom, who) or has_read(who, whom))\n", "")
    assert WORLD.would(EMBRACE, STRUCK, WORLD.change("    reads faces\n"), blow)


def test_what_if_she_lies_he_has_no_reason_to_test_her() -> None:
    """Both answers are open to her, the truth is the better one; after the lie he has no reason, blow or none."""
    assert WORLD.possible(LIE, ASKED)
    assert WORLD.would(TELL, ASKED)
    assert not WORLD.would(LIE, ASKED)
    assert not WORLD.would(SILENCE, ASKED)
    assert not WORLD.possible(OFFER, LIED)
    assert not WORLD.would(OFFER, (*LIED, STRIKE))


def test_what_if_tsunade_leads_no_such_order_is_given_and_nothing_else_has_a_reason() -> None:
    """Would: with nobody steering there is no reason for anything at all; in the story the order has one."""
    assert not WORLD.possible(ORDER, (), TSUNADE_LEADS)
    asked = WORLD.stage(TSUNADE_LEADS)
    possible = asked.reasons.dynamics.possible(asked.reasons.dynamics.initial)
    assert len(possible) > 10
    assert WORLD.going_on((), 1, TSUNADE_LEADS)[0] == set()
    assert ORDER in WORLD.going_on((), 1)[0]
