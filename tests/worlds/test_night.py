"""The world `night`: what it has to show, each with control and mutants.

Three readings (docs/understanding): *can*, some story has it; *must*, every story; *would*, nobody steers. Here a test
that says "would" asks at the moment of the choice who has a reason for which act: one has, its alternative has none.
"""

from __future__ import annotations

from found import found
from night_scene import (
    AGREE,
    AGREED,
    ALONE,
    ASKED,
    BACK,
    BARGAIN,
    BEATS,
    CARE,
    CARES_MORE,
    CONFESS,
    DECEIVED,
    FEARLESS,
    FETCH,
    GIVE_AWAY,
    GO,
    HOME,
    KILL,
    KILLED,
    LEAVE,
    MEANS_IT,
    MUTANT,
    PLEADED,
    REFUSE,
    SEEN,
    SEES_THE_GATE,
    THERE,
    TO_TOWER,
    WIPE,
    WIPED,
    change,
    possible,
    stage,
    world,
    worth,
    would,
)
from promises import Mutation

import kizuna
from kizuna.appraisal import Feelings
from kizuna.deliberation import explain
from kizuna.fabula import Event, Fabula, Limits
from kizuna.inquiry.choice import Choice, choice
from kizuna.inquiry.either_way import either_way
from kizuna.inquiry.hinge import hinges

# --- the story ---


def test_can_the_story_is_found_beat_by_beat() -> None:
    assert found("night").fabulas[0].actions == BEATS


# --- must: the request ---


def _branches(*mutations: Mutation) -> dict[str, bool]:
    """Whether each answer to his request leaves him better off than to leave at once would."""
    asked = stage(*mutations)
    question = asked.reasons.asked_in_story(asked.after(PLEADED), asked.world.character_ids["Sasuke"], 4, 1)
    found = either_way(asked.reasons, question, asked.world.action_ids[BARGAIN])
    assert found is not None
    leaving = asked.reasons.options(question)[asked.world.action_ids[LEAVE]].outlook
    return {branch.answer: branch.outlook > leaving + 2 for branch in found.branches}  # 2: that nobody sees him go


def test_would_the_request_pays_under_either_answer() -> None:
    """Would: more than to knock her out and leave; mutants without the bonds that hold him back are below."""
    assert would(BARGAIN, PLEADED)
    assert not would(LEAVE, PLEADED)
    found = _branches()
    assert found[AGREE]
    assert found[REFUSE]


def test_would_mutant_if_only_one_bond_held_him_only_one_answer_would_pay() -> None:
    no_sakura = change("    would be rid of Sakura 3\n")
    assert _branches(no_sakura)[AGREE]
    assert not _branches(no_sakura)[REFUSE]
    assert not any(_branches(no_sakura, change("    would be rid of Naruto 3\n")).values())


def test_would_he_wants_neither_outcome_for_its_own_sake() -> None:
    """None of his motives is about Naruto's death but that he lives; her refusal weighs only as the bond's end."""
    asked = stage()
    sasuke = asked.world.character_ids["Sasuke"]
    before, after = asked.after(DECEIVED), asked.after(KILLED)
    heart = asked.reasons.asked_in_story(before, sasuke, 1, 1).heart
    worths = [dict(asked.reasons.utilities.by_motive(sasuke, state, heart)) for state in (before, after)]
    changed = {name: worths[1][name] - worths[0][name] for name in worths[0] if worths[0][name] != worths[1][name]}
    assert set(changed) <= {"life(Naruto)", "health(Naruto)", "dread(Naruto)"}
    assert all(each < 0 for each in changed.values())


# --- must: the deed hangs on one false belief ---


def test_would_the_killing_hangs_on_the_belief_that_he_waits() -> None:
    """Would; the mutant, a window from which she sees him go, leaves no such belief and no reason."""
    asked = stage()
    state = asked.after(DECEIVED)
    reasons = explain(asked.reasons, state, asked.world.action_ids[KILL], 4, 1)
    assert reasons is not None
    question = asked.reasons.asked_in_story(state, asked.world.character_ids["Sakura"], 4, 1)
    found = hinges(asked.reasons, question, state, reasons[0])
    assert [[(g.minds, g.fluent, g.believed, g.actual) for g in each] for each in found] == [
        [(("Sakura",), "at(Sasuke)", "gate", "woods")]
    ]


def test_what_if_she_learns_in_time_she_would_go_to_tsunade() -> None:
    assert would(KILL, DECEIVED)
    assert worth("at(Sasuke)", DECEIVED, "Sakura") == "gate"
    seeing = stage(SEES_THE_GATE)
    assert worth("at(Sasuke)", DECEIVED, "Sakura", of=seeing) == "woods"
    assert not seeing.would(KILL, DECEIVED)
    assert seeing.would("hurry(Sakura, house, tower)", DECEIVED)
    assert not would("hurry(Sakura, house, tower)", DECEIVED)


def test_would_without_the_promise_she_does_not_do_it() -> None:
    """Would: the same demand without its reward; the control is the bargain."""
    bare = (BEATS[0], "ask(Sasuke, Sakura, death)")
    assert would(AGREE, ASKED)
    assert not would(AGREE, bare)
    assert not would(KILL, (*bare, AGREE, GO))


# --- must: the inner voice ---


def _choice(act: str, events: tuple[str, ...]) -> Choice:
    asked = stage()
    state, number = asked.after(events), asked.world.action_ids[act]
    found = explain(asked.reasons, state, number, 4, 1)
    assert found
    question = asked.reasons.asked_in_story(state, asked.world.character_ids[found[0].character], 4, 1)
    made = choice(asked.reasons, question, tuple(asked.world.action_ids[step.action] for step in found[0].plan))
    assert made is not None
    return made


def test_would_the_inner_voice_speaks_for_him_and_grows_louder() -> None:
    voices = [_choice(AGREE, ASKED).voice, _choice(GO, AGREED).voice, _choice(KILL, DECEIVED).voice]
    assert all(voice is not None and voice.motive == "life(Naruto)" for voice in voices)
    loudness = [voice.loudness for voice in voices if voice is not None]
    assert loudness == sorted(set(loudness))


def test_would_its_proposal_is_a_plan_that_ends_at_tsunade() -> None:
    for act, events in ((GO, AGREED), (KILL, DECEIVED)):
        rival = _choice(act, events).rival
        assert rival.plan[-2:] == (GIVE_AWAY, FETCH)
    assert _choice(AGREE, ASKED).rival.plan[0] == REFUSE
    assert possible(FETCH, (*AGREED, TO_TOWER, GIVE_AWAY))


def test_would_mutant_without_anyone_to_tell_it_has_no_such_plan() -> None:
    assert not possible(GIVE_AWAY, (*AGREED, TO_TOWER), *MUTANT)


def test_can_telling_is_open_from_the_demand_on_and_costs_the_meeting() -> None:
    assert not possible(GIVE_AWAY, (BEATS[0], TO_TOWER))
    assert possible(GIVE_AWAY, (*AGREED, TO_TOWER))
    there_and_back = (*AGREED, TO_TOWER, "hurry(Sakura, tower, gate)")
    assert worth("minutes(Sakura)", there_and_back) > 10  # type: ignore[operator]
    assert worth("minutes(Sakura)", (*AGREED, GO, KILL, BEATS[7])) <= 10  # type: ignore[operator]


# --- must: refusing, misjudging, the correction ---


def test_can_refusing_lifts_what_the_demand_weighs() -> None:
    """By motive, in her own mind: Naruto's life, and what is right; agreeing lifts neither."""
    asked = stage()
    sakura = asked.world.character_ids["Sakura"]

    def weighs(events: tuple[str, ...]) -> list[object]:
        mind = asked.after(events).beliefs[sakura]
        heart = asked.reasons.utilities.heart(sakura, mind)
        found = dict(asked.reasons.utilities.by_motive(sakura, mind, heart))
        return [found["dread(Naruto)"], found["rectitude"]]

    assert weighs(PLEADED) == [1, 0]
    assert weighs(ASKED) == [0, -1]
    assert weighs((*ASKED, REFUSE)) == [1, 0]
    assert weighs(AGREED) == [0, -1]


def test_would_she_acts_on_the_care_that_she_knows_of_and_rues_by_the_true_one() -> None:
    assert dict(_choice(KILL, DECEIVED).differences)["life(Naruto)"] == -2
    assert (worth("remorse(Sakura)", DECEIVED), worth("remorse(Sakura)", KILLED, "Sakura")) == (0, 5)
    assert not would(KILL, DECEIVED, *CARES_MORE)
    knows_herself = change(CARE, "cares_for(Sakura, Naruto) = 5")  # which is what it is
    assert would(AGREE, ASKED, knows_herself)
    assert not would(KILL, DECEIVED, knows_herself)


def test_can_only_at_the_empty_gate_is_her_belief_corrected() -> None:
    assert worth("word(Sasuke, Sakura, staying)", DECEIVED) == "broken"
    assert worth("word(Sasuke, Sakura, staying)", SEEN, "Sakura") == "upheld"
    assert worth("word(Sasuke, Sakura, staying)", ALONE, "Sakura") == "broken"
    assert worth("at(Sasuke)", ALONE, "Sakura") is None
    assert worth("word(Sasuke, Sakura, staying)", ALONE, "Sakura", of=stage(*MUTANT)) == "upheld"


def test_would_she_runs_back_because_she_hopes() -> None:
    assert worth("alive(Naruto)", ALONE, "Sakura") is True
    assert worth("alive(Naruto)", BACK, "Sakura") is False
    assert would(BEATS[8], ALONE)


def _felt(events: tuple[str, ...], *mutations: Mutation) -> Feelings:
    """What she feels in a story that has these events; those of her plan with its reasons."""
    asked = stage(*mutations)
    told = [
        Event(event, explain(asked.reasons, asked.after(events[:n]), asked.world.action_ids[event], 4, 1) or ())
        if event in (GO, KILL, BEATS[7])
        else Event(event)
        for n, event in enumerate(events)
    ]
    of = world(*mutations)
    fabula = Fabula(of.name, of.digest, Limits(12, 4, 1), 0, 1, tuple(told))
    return kizuna.feelings(of, fabula, who=("Sakura",), fears=False).unwrap()


def test_can_hope_turns_into_disappointment_and_remorse_is_the_strongest() -> None:
    """Where she finds nobody; there is a new joy too, since she hopes again that Naruto lives."""
    felt = _felt(ALONE)
    before, after = felt.at(7, "Sakura"), felt.at(8, "Sakura")
    assert before.strength("hope") > 0 == after.strength("hope")
    assert before.strength("disappointment") == 0 < after.strength("disappointment") < after.strength("remorse")
    assert after.dominant is not None
    assert (after.dominant.emotion.kind.value, after.dominant.emotion.event) == ("remorse", 8)
    causes = {cause.name: cause.amount for cause in after.dominant.emotion.causes}
    assert causes["life(Naruto)"] == 5  # the true care


def test_what_if_he_waits_she_is_not_disappointed_and_has_nothing_new_to_rue() -> None:
    events = (*THERE, *BEATS[5:8])
    felt = _felt(events, MEANS_IT)
    assert felt.at(len(events), "Sakura").strength("disappointment") == 0
    rueful = [each.event for each in felt.arising("remorse", "Sakura")]
    assert events.index(KILL) + 1 in rueful
    assert len(events) not in rueful


# --- must: after the deed ---


def test_would_fear_against_guilt_decides_whether_she_confesses() -> None:
    """Both are open at 10; would: she covers it up; the mutant, with less to lose, goes to confess."""
    to_confess = "hurry(Sakura, house, tower)"
    assert possible(WIPE, BACK)
    assert possible(CONFESS, (*BACK, to_confess))
    assert would(WIPE, BACK)
    assert not would(to_confess, BACK)
    assert stage(FEARLESS).would(to_confess, BACK)
    assert not stage(FEARLESS).would(BEATS[10], WIPED)
    assert would(BEATS[10], WIPED)


CALLED = ("is_called_to(Tsunade, tower, house)", "is_called_to(Tsunade, house, home)")


def _paths(events: tuple[str, ...], *mutations: Mutation) -> set[str]:
    """The clues each of which alone leads whoever investigates to her."""
    asked, found = stage(*mutations), set()
    dynamics = asked.reasons.dynamics
    for clue in ("prints", "blood", "blade", "memory"):
        for calls, here in ((CALLED[:1], "house"), (CALLED, "home")):
            number = asked.world.action_ids.get(f"find_clue(Tsunade, {clue}, Sakura, {here})")
            state = asked.after((*events, *calls))
            if number is not None and dynamics.holds(state, number):
                mind = dynamics.after(state, number).beliefs[asked.world.character_ids["Tsunade"]]
                names = [each.name for each in asked.world.fluents]
                if mind.values[names.index("culprit(Naruto)")] == "Sakura":
                    found.add(clue)
    return found


def _traces(events: tuple[str, ...]) -> set[str]:
    """The clues that lead to her, as `kizuna why` lists them where they come and go."""
    return {clue for clue in ("prints", "blood", "blade", "memory") if worth(f"leads_to({clue}, Sakura)", events)}


def test_can_wiping_closes_one_path_and_leaves_the_others() -> None:
    """Also the what-if: who does not wipe is reached by one more."""
    assert _paths(HOME) == _traces(HOME) == {"blood", "blade", "memory"}
    assert _paths((*BACK, BEATS[10])) == {"prints", "blood", "blade", "memory"}


def test_can_mutant_who_cannot_read_a_clue_is_not_led_by_it() -> None:
    assert _paths(HOME, *MUTANT) == {"blood", "blade"}


def test_can_nobody_learns_of_the_end() -> None:
    """Beat 12: no consent, no observer, no belief changes."""
    asked = stage()
    seal = asked.world.actions[asked.world.action_ids[BEATS[11]]]
    assert not seal.consenting
    before, after = asked.after(HOME), asked.after(BEATS)
    assert before is not after
    assert before.beliefs == after.beliefs
    seen = stage(*MUTANT)
    assert seen.after(HOME).beliefs != seen.after(BEATS).beliefs
