"""The world `cyclical`: what it has to show, and what if one thing were otherwise; each with control and mutants.

Three readings (docs/understanding): *can*, some story has it; *must*, every story; *would*, nobody steers. Here a test
that says "would" asks at the moment of the choice who has a reason for which act.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from found import found
from founding import WORLDS, Events, Founding
from promises import Mutation

import kizuna
from kizuna.deliberation import explain
from kizuna.fabula import Event, Fabula, Limits

WORLD = Founding("cyclical")
BEATS = tuple(
    line
    for line in (WORLDS / "cyclical" / "outline.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
)
LIGHTER = "distress(Sakura) = 1 and distress(Naruto) = 5 and guilt(Sakura) = 3 and guilt(Naruto) = 4"
QUESTIONS = (
    "awake(Naruto)",
    "fatigue(Naruto) = 4 and hunger(Naruto) = 5",
    "strength(Naruto) = 1",
    "strength(Naruto) = 6",
    "fear(Naruto) = 5",
    "guilt(Naruto) = 0 and distress(Naruto) = 0",
    "guilt(Naruto) = 0 and distress(Naruto) = 5",
    "guilt(Naruto) = 3",
    "guilt(Naruto) = 6",
    "guilt(Sakura) = 5",
    "distress(Sakura) = 4",
    "distress(Sakura) = 6",
    "distress(Sakura) = 7",
    "distress(Naruto) = 7",
    "distress(Naruto) = 9",
    LIGHTER,
    "guilt(Sakura) according to Naruto = 0",
    "guilt(Sakura) according to Naruto = 2",
    "guilt(Sakura) according to Naruto = 5",
    "guilt(Naruto) according to Sakura = 1",
    "guilt(Naruto) according to Sakura = 3",
    "guilt(Naruto) according to Sakura = 6",
    "distress(Sakura) according to Naruto = 4",
    "Sai believes have_held(Naruto, Sakura)",
    "Naruto believes Sai believes have_held(Naruto, Sakura)",
    "Sakura believes Sai believes have_held(Naruto, Sakura)",
    "is_embarrassed(Naruto) and is_embarrassed(Sakura)",
    "awake(Sakura)",
)
ASKED = "".join(f"action question{n}\n    when  {q}\n    seen  by nobody\n\n" for n, q in enumerate(QUESTIONS))
MEETING = """
# What the next meeting would be.
action meet(whom: existent)
    when  some who: character (friend_of(who, whom) > 0)
    then  within_reach(whom)
    seen  by everyone

"""
ASKING = WORLD.change("\nplot\n", MEETING + ASKED + "plot\n")


def until(event: str) -> Events:
    """The story up to an event, without it."""
    return BEATS[: BEATS.index(event)]


def after(event: str) -> Events:
    """The story up to an event, with it."""
    return (*until(event), event)


def so(condition: str, events: Events, *mutations: Mutation) -> bool:
    """Whether a condition that is asked for above holds after events."""
    return WORLD.possible(f"question{QUESTIONS.index(condition)}()", events, *mutations, ASKING)


def possible(act: str, events: Events, *mutations: Mutation) -> bool:
    """Whether an act is possible after events."""
    return WORLD.possible(act, events, *mutations, ASKING)


def would(act: str, events: Events, *mutations: Mutation) -> bool:
    """Whether everybody who has to will an act would after events."""
    return WORLD.would(act, events, *mutations, ASKING)


def differences(act: str, events: Events, *mutations: Mutation) -> dict[str, float]:
    """What an act gains and costs against its rival, by motive."""
    return {
        motive: float(Fraction(str(much)))
        for motive, much in WORLD.differences(act, events, *mutations, ASKING).items()
    }


NOBODY_FAINTS = Mutation("bodies", "fatigue(who) + hunger(who) >= 10", "fatigue(who) + hunger(who) >= 20")
NO_HARDSHIP = Mutation("care", ", hunger(who) += 1, fatigue(who) += 1", "")
HARDENED = Mutation("dreams", "burden(who) > 8", "burden(who) > 9")
LOVES_HER_LESS = Mutation("team", "        loves Sakura 6\n", "        loves Sakura 3\n")
INDIFFERENT = Mutation("team", "        cares for Naruto 5\n", "        cares for Naruto 0\n")
NO_DEBT = Mutation("company", "    weight  2\n", "    weight  0\n")
SHAMELESS = WORLD.change("    friend of Sasuke 8\n", "    friend of Sasuke 8\n    loves Sakura 1\n")
NO_FRIEND = WORLD.change("    friend of Sasuke 8\n")
HE_KNOWS = WORLD.change("    believes cares_for(Sakura, Naruto) = 2\n")
SHE_KNOWS = WORLD.change("    believes loves(Naruto, Sakura) = 3\n")
LENIENT = WORLD.change("    wants obedience 3: recalled(Sai) or not (Danzou believes has_spared(Sai, Sasuke))\n")
LONER = WORLD.change("    cares for Naruto 5\n    cares for Sakura 5\n")
NO_PROMISE = WORLD.change("fact word(Naruto, Sakura, return) = upheld, laid_on(Sakura, Naruto, return)\n")
TIRED = WORLD.change("    draws 3\n", "    draws 3\n    fatigue 2\n")
LIT = WORLD.change("fact dark(camp), overlooks", "fact overlooks(edge, camp), overlooks")
SERVES_DANZOU = WORLD.change(
    "    has to kill Sasuke 3\n    serves Danzou 2\n    cares for Naruto 5\n    cares for Sakura 5\n",
    "    has to kill Sasuke 9\n    serves Danzou 8\n    cares for Naruto 1\n    cares for Sakura 1\n",
)
COLD = Mutation(
    "company",
    "        distress(who) -= 4\n        distress(whom) -= 4\n        guilt(who) -= 2\n        guilt(whom) -= 2\n",
    "        distress(who) += 6\n        distress(whom) += 6\n",
)
HE_SLEEPS = BEATS[9:11]


# --- the story ---


def test_can_the_story_is_found_beat_by_beat() -> None:
    """Can, with a reason for everyone; in the mutant nobody holds on to a friend, and there is no resolve."""
    result = found("cyclical")
    assert [fabula.actions for fabula in result.fabulas] == [BEATS]
    assert result.statistics.expanded <= 6_000
    assert not possible("resolve_against(Naruto, Sasuke)", until("resolve_against(Naruto, Sasuke)"), NO_FRIEND)


# --- must: collapse, sleep, nightmare ---


def test_can_not_eating_and_standing_apart_bring_him_down_by_rule() -> None:
    """Can; the mutants are a world in which nobody faints, and one in which staying away costs nothing."""
    sought = after("seek_out(Sakura, Naruto, camp, edge)")
    assert so("fatigue(Naruto) = 4 and hunger(Naruto) = 5", after("stay_away(Naruto, Sakura)"))
    assert so("awake(Naruto)", sought[:-1])
    assert not so("awake(Naruto)", sought)
    assert so("awake(Naruto)", sought, NOBODY_FAINTS)
    assert so("awake(Naruto)", sought, NO_HARDSHIP)


def test_would_what_stands_against_eating_is_reported() -> None:
    """Would; the mutant hardly loves her, and so feels little shame: he comes."""
    called = until("stay_away(Naruto, Sakura)")
    made = differences("stay_away(Naruto, Sakura)", called)
    assert made["penance"] > 0 > made["appetite"]
    assert not would("come_and_eat(Naruto, Sakura)", called)
    assert would("come_and_eat(Naruto, Sakura)", called, SHAMELESS)


def test_would_he_stands_apart_for_shame() -> None:
    before = until("go(Naruto, camp, edge)")
    assert differences("go(Naruto, camp, edge)", before)["shame(Sakura)"] > 0
    assert not would("go(Naruto, camp, edge)", before, NO_PROMISE)


def test_must_sleep_restores_but_guilt_brings_the_nightmare() -> None:
    """Must: nothing else can happen; in the mutant guilt has to be greater."""
    slept = after("sleep_on(Naruto)")
    assert so("strength(Naruto) = 1", slept[:-1])
    asked = WORLD.stage(ASKING)
    assert [asked.world.actions[n].name for n in asked.reasons.dynamics.possible(asked.after(slept))] == [BEATS[10]]
    assert so("strength(Naruto) = 6", after("dream_of(Naruto, voice)"))
    assert so("fear(Naruto) = 5", after("dream_of(Naruto, voice)"))
    assert not possible("dream_of(Naruto, voice)", slept, HARDENED)


def test_can_guilt_follows_from_the_promise_and_the_bond() -> None:
    assert so("guilt(Naruto) = 0 and distress(Naruto) = 0", ())
    assert so("guilt(Naruto) = 6", BEATS[:1])
    assert so("guilt(Naruto) = 3", BEATS[:1], LOVES_HER_LESS)


@cache
def guilty(*mutations: Mutation) -> dict[str, Fraction]:
    """Towards whom he comes to feel guilty, as it is felt, at the first event."""
    text = (WORLDS / "cyclical" / "world.story").read_text("utf-8")
    for mutation in mutations:
        text = mutation("cyclical", text)
    world = kizuna.read_text(text, name=str(WORLDS / "cyclical" / "world.story"), language="story").unwrap()
    told = Fabula("cyclical", world.digest, Limits(24, 2, 1), 0, 1, (Event(BEATS[0], ()),))
    felt = kizuna.feelings(world, told).unwrap().arising("guilt", "Naruto")
    return {cause.name: Fraction(str(cause.amount)) for each in felt for cause in each.causes}


def test_can_it_is_guilt_that_he_feels_of_his_word_and_of_her() -> None:
    """Can: what is felt agrees with what acts; without his word there is none of it."""
    assert sum(guilty().values()) >= 6
    assert not guilty(NO_PROMISE)


# --- must: comfort, staying awake ---


def test_would_comfort_needs_both_and_lightens_both() -> None:
    """Would: each for reasons of their own; in the mutant it makes things heavier, and neither would."""
    before = until("hold_each_other(Naruto, Sakura)")
    asked = WORLD.stage(ASKING)
    hold = asked.world.action_ids["hold_each_other(Naruto, Sakura)"]
    reasons = explain(asked.reasons, asked.after(before), hold, 2, 1)
    assert reasons is not None
    assert {each.character for each in reasons} == {"Naruto", "Sakura"}
    assert so("distress(Naruto) = 9", before)
    assert so(LIGHTER, after("hold_each_other(Naruto, Sakura)"))
    assert not would("hold_each_other(Naruto, Sakura)", before, COLD)


def test_would_she_stays_awake_out_of_care_against_her_weariness() -> None:
    before = until("keep_watch(Sakura, Naruto)")
    made = differences("keep_watch(Sakura, Naruto)", before)
    assert made["shelter(Naruto)"] > 0 > made["rest"]
    assert not WORLD.possible("keep_watch(Sakura, Naruto)", (), INDIFFERENT)


def test_would_he_watches_out_of_care_and_because_he_owes_it() -> None:
    """Would; where nobody owes anything, care is left; and where she had not watched, nothing is owed."""
    before, watch = until("keep_watch(Naruto, Sakura)"), "keep_watch(Naruto, Sakura)"
    made = differences(watch, before)
    assert made["shelter(Sakura)"] > 0
    assert made["reciprocity(Sakura)"] > 0
    assert differences(watch, before, NO_DEBT)["reciprocity(Sakura)"] == 0
    unwatched = (*until("keep_watch(Sakura, Naruto)"), *HE_SLEEPS, "fall_asleep(Sakura)")
    assert differences(watch, unwatched)["reciprocity(Sakura)"] == 0


# --- must: each misjudges the other ---


def test_would_a_claim_meant_well_hurts_until_it_is_said() -> None:
    """Would; mutants who knew how guilty the other feels would not claim it."""
    his, hers = "take_blame(Naruto, Sakura)", "take_blame(Sakura, Naruto)"
    assert so("guilt(Sakura) = 5", until(his))
    assert so("guilt(Sakura) according to Naruto = 2", until(his))
    assert so("guilt(Naruto) according to Sakura = 3", until(his))
    assert so("distress(Sakura) = 4", until(his))
    assert so("distress(Sakura) = 6", after(his))
    assert so("distress(Sakura) according to Naruto = 4", after(his))
    assert so("guilt(Sakura) according to Naruto = 0", after(his))
    assert so("distress(Naruto) = 7", until(hers))
    assert so("distress(Naruto) = 9", after(hers))
    assert so("distress(Sakura) = 7", after(hers))
    assert so("guilt(Naruto) according to Sakura = 1", after(hers))
    assert so("guilt(Sakura) according to Naruto = 5", after("open_up(Sakura, Naruto)"))
    assert so("guilt(Naruto) according to Sakura = 6", after("ask_to_be_held(Naruto, Sakura)"))
    assert not would(his, until(his), HE_KNOWS)
    assert not would(hers, until(hers), SHE_KNOWS)


# --- must: the lie ---


def test_would_he_plans_to_lie_for_what_danzou_would_choose() -> None:
    """Would; the mutants are a Danzou who would not mind, and a Sai who would not mind being recalled."""
    before, told = BEATS[:1], (*BEATS[:1], "will_report_choice(Sai, Danzou)")
    assert would("recall(Danzou, Sai)", told)
    assert not would("recall(Danzou, Sai)", BEATS[:2])
    assert not would("recall(Danzou, Sai)", told, LENIENT)
    assert not would("will_report_choice(Sai, Danzou)", before)
    for mutant in (LENIENT, LONER):
        assert would("will_report_choice(Sai, Danzou)", before, mutant)
        assert not would("will_deny_choice(Sai, Danzou)", before, mutant)


# --- must: the witness ---


def test_can_nobody_believes_that_he_watched_until_the_painting() -> None:
    """Can; in the mutant there is light where he lies, and they can see that he is awake."""
    knows = [f"{who} believes Sai believes have_held(Naruto, Sakura)" for who in ("Naruto", "Sakura")]
    held, shown = after("hold_each_other(Naruto, Sakura)"), after("show(Sai, Naruto, Sakura)")
    assert so("Sai believes have_held(Naruto, Sakura)", held)
    for each in knows:
        assert not so(each, held)
        assert not so(each, shown[:-1])
        assert so(each, shown)
        assert so(each, held, LIT)
    assert so("is_embarrassed(Naruto) and is_embarrassed(Sakura)", shown)
    assert not so("is_embarrassed(Naruto) and is_embarrassed(Sakura)", shown[:-1])


# --- must: the resolve ---


def test_would_his_resolve_changes_what_he_wants_from_the_next_meeting() -> None:
    """Would: to treat as an enemy in order to save; the same meeting before it is another."""
    resolve = "resolve_against(Naruto, Sasuke)"
    made = differences(resolve, until(resolve))
    assert made["rescue"] > 0 > made["friendship"]
    assert not would("fight(Naruto, Sasuke)", (*until(resolve), "meet(Sasuke)"))
    assert would("fight(Naruto, Sasuke)", (*after(resolve), "meet(Sasuke)"))
    assert not possible(resolve, until(resolve), NO_FRIEND)


# --- what if ---


def test_what_if_he_eats_when_called_nothing_of_it_can_happen() -> None:
    """Must, of whatever sleep, watch, way and word of theirs can do, and of all that they have reasons for."""
    fed = (*until("stay_away(Naruto, Sakura)"), "come_and_eat(Naruto, Sakura)")
    assert not unheard_of(fed)
    assert unheard_of(after("stay_away(Naruto, Sakura)"))
    assert not TALK & WORLD.going_on(fed, 3)[0]
    assert TALK & WORLD.going_on(after("dream_of(Naruto, voice)"), 1)[0]


def unheard_of(events: Events) -> set[str]:
    """What of collapse and nightmare can be reached from the evening on."""
    asked = WORLD.stage(ASKING)
    dynamics, names = asked.reasons.dynamics, [action.name for action in asked.world.actions]
    moves = {n for n, name in enumerate(names) if name.split("(")[0] in MOVES and "Naruto" in name}
    nightmare, fainted = "dream_of(Naruto, voice)", f"question{QUESTIONS.index('awake(Naruto)')}()"
    start = asked.after(events)
    reached, new, heard = {start}, [start], set()
    while new:
        state = new.pop()
        can = set(dynamics.possible(state))
        heard |= {nightmare} & {names[n] for n in can}
        for number in can & moves:
            later = dynamics.after(state, number)
            if names[number].startswith("seek_out") and asked.world.action_ids[fainted] not in dynamics.possible(later):
                heard.add("collapse")
            if later not in reached:
                reached.add(later)
                new.append(later)
    assert len(reached) > 1
    return heard


TALK = {f"take_blame({one}, {other})" for one, other in (("Naruto", "Sakura"), ("Sakura", "Naruto"))}
MOVES = ("call_to_eat", "stay_away", "seek_out", "go", "sleep_on")


def test_what_if_sakura_sleeps_he_wakes_alone_with_his_guilt() -> None:
    """Would: to sleep is open to her in the same world; then can: no talk, no resolve."""
    before = until("keep_watch(Sakura, Naruto)")
    assert would("fall_asleep(Sakura)", before)
    alone = (*before, "fall_asleep(Sakura)", *HE_SLEEPS)
    assert so("awake(Naruto)", alone)
    assert not so("awake(Sakura)", alone)
    assert so("guilt(Naruto) = 6", alone)
    for act in ("take_blame(Naruto, Sakura)", "hold_each_other(Naruto, Sakura)", "resolve_against(Naruto, Sasuke)"):
        assert not possible(act, alone)
    assert not {*TALK, "resolve_against(Naruto, Sasuke)"} & WORLD.going_on(alone, 3)[0]
    assert possible("take_blame(Naruto, Sakura)", after("dream_of(Naruto, voice)"))


def test_what_if_sai_really_sleeps_there_is_no_painting() -> None:
    """Would: he does if he is tired; then can: nobody watched, as they believe."""
    lain = after("keep_watch(Sakura, Naruto)")
    assert would("fall_asleep(Sai)", lain, TIRED)
    assert not would("fall_asleep(Sai)", lain)
    slept = (*lain, "fall_asleep(Sai)", *BEATS[9:21])
    assert not so("Sai believes have_held(Naruto, Sakura)", slept)
    for who in ("Naruto", "Sakura"):
        assert not so(f"{who} believes Sai believes have_held(Naruto, Sakura)", slept)
    assert not possible("show(Sai, Naruto, Sakura)", (*slept, "wake(Sai)", "go(Sai, camp, edge)"))
    assert possible("show(Sai, Naruto, Sakura)", until("show(Sai, Naruto, Sakura)"))


def test_what_if_sai_still_serves_danzou_he_tells_the_truth_and_would_have_obeyed() -> None:
    """Would; the control is the story, in which he does not tell it, and lets Sasuke go."""
    assert would("will_report_choice(Sai, Danzou)", BEATS[:1], SERVES_DANZOU)
    assert not would("will_deny_choice(Sai, Danzou)", BEATS[:1], SERVES_DANZOU)
    assert not would("will_report_choice(Sai, Danzou)", BEATS[:1])
    assert would("kill(Sai, Sasuke)", (), SERVES_DANZOU)
    assert not would("kill(Sai, Sasuke)", ())


def test_what_if_he_had_promised_nothing_he_is_disappointed_and_does_not_dream() -> None:
    """Can: he may still collapse; the control is the story."""
    collapsed = after("seek_out(Sakura, Naruto, camp, edge)")
    slept = (*collapsed, "sleep_on(Naruto)")
    assert so("guilt(Naruto) = 0 and distress(Naruto) = 5", BEATS[:1], NO_PROMISE)
    assert not so("awake(Naruto)", collapsed, NO_PROMISE)
    assert not possible("dream_of(Naruto, voice)", slept, NO_PROMISE)
    assert possible("dream_of(Naruto, voice)", slept)
