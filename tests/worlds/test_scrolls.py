"""The world `scrolls`: what it has to show, and what if one thing were otherwise; each with control and mutants.

Three readings (docs/understanding): *can*, some story has it; *must*, every story; *would*, nobody steers. Here a test
that says "would" asks at the moment of the choice who has a reason for which act: one has, its alternative has none.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path

from bare import bare
from found import found
from founding import Founding
from promises import Mutation, library_text
from scenes import Stage

import kizuna
from kizuna.appraisal import Feelings, Kind
from kizuna.deliberation import Plan, explain
from kizuna.diagnostics import Outcome, Source, conclude
from kizuna.fabula import Event, Fabula, Limits
from kizuna.inquiry.choice import choice
from kizuna.inquiry.intentions import Dropped, Ending, Intentions
from kizuna.language import read
from kizuna.model.world import World

SCROLLS = Path(kizuna.__file__).parent / "worlds" / "scrolls" / "world.story"
SHARED = SCROLLS.parents[1]
WORLD = Founding("scrolls")
BEATS = (
    "break_in(Sasuke, hall, chamber)",
    "threaten(Sakura, Sasuke)",
    "recognise(Sakura, Sasuke)",
    "let_go(Sakura, Sasuke)",
    "overpower(Sasuke, Sakura)",
    "resist(Sakura, Sasuke)",
    "let_go(Sasuke, Sakura)",
    "open_up(Sasuke, desk)",
    "swear(Sakura, Sasuke, desk)",
    "leave(Sasuke, chamber, hall)",
    "weep(Sakura)",
)
STRIKE, TAKE, CUT, PUSH, LEAVE = (
    "strike(Sakura, Sasuke)",
    "take_out(Sasuke, scrolls, desk)",
    "cut_down(Sasuke, Sakura, desk)",
    "push_past(Sasuke, Sakura)",
    "leave(Sasuke, chamber, hall)",
)
ENTERED, HELD, SEEN, FREED, SEIZED, RESISTED, SPARED, OPENED, SWORN = (BEATS[:n] for n in range(1, 10))


def change(old: str, new: str = "") -> Mutation:
    """One change of the world's text."""
    return Mutation("scrolls", old, new)


def library(module: str, old: str, new: str = "") -> Mutation:
    """One change of a module of the library."""
    return Mutation(module, old, new)


@cache
def world(*mutations: Mutation) -> World:
    """The world, changed in the given ways."""

    def changed(name: str, text: str) -> str:
        for mutation in mutations:
            text = mutation(name, text)
        return text

    def load(key: str) -> Outcome[Source]:
        name = key.removeprefix("library:").removeprefix("../").removesuffix(".story")
        text = library_text(name) if key.startswith("library:") else (SHARED / f"{name}.story").read_text("utf-8")
        return conclude(Source(key if ".story" in key else f"{name}.story", changed(name, text)), [])

    return read(Source("scrolls.story", changed("scrolls", SCROLLS.read_text("utf-8"))), load).unwrap()


@cache
def stage(*mutations: Mutation) -> Stage:
    """The same to be lived through."""
    return Stage(world(*mutations))


@cache
def told(*mutations: Mutation, until: int = 10) -> Feelings:
    """What is felt in the story up to an event, be it in a changed world; he means something by opening the desk."""
    asked, opens = stage(*mutations), BEATS[7]
    reasons = explain(asked.reasons, asked.after(SPARED), asked.world.action_ids[opens], 4, 1) if until > 7 else None
    events = tuple(Event(beat, reasons or () if beat == opens else ()) for beat in BEATS[:until])
    changed = world(*mutations)
    return kizuna.feelings(changed, Fabula("scrolls", changed.digest, Limits(11, 4, 1), 0, 1, events)).unwrap()


def so(condition: str, events: tuple[str, ...], *mutations: Mutation) -> bool:
    """Whether a condition holds after events: an action that nobody does is possible where it does."""
    question = f"\naction question\n    when  {condition}\n    seen  by nobody\n\nplot\n"
    asked = Stage(bare(world(*mutations, change("\nplot\n", question)), (*events, "question()")))
    number = asked.world.action_ids.get("question()")  # it is left out of the world if that can never be
    return number is not None and asked.reasons.dynamics.holds(asked.after(events), number)


def possible(act: str, events: tuple[str, ...], *mutations: Mutation) -> bool:
    """Whether an act is possible after events."""
    asked = stage(*mutations)
    number = asked.world.action_ids.get(act)
    return number is not None and asked.reasons.dynamics.holds(asked.after(events), number)


LOVES_HIM_NOT = Mutation("team", "        loves Sasuke 9\n")  # in this story, and in all that share the past
LOVES_HER_NOT = change("    clings to life 3\n", "    clings to life 3\n    loves Sakura 0\n")
LOVES_HER_LESS = change("    clings to life 3\n", "    clings to life 3\n    loves Sakura 2\n")
NO_DUTY = change("    ordered against Sasuke 2\n")
MASK = change("    stranger to Sakura\n", "    stranger to Sakura\n    masked\n")
EMPTY = change("    stranger to Sakura\n", "    stranger to Sakura\n    distrusts Sakura\n")
MOVED = change("thing scrolls location desk", "container chest location hall and closed\nthing scrolls location chest")
ALONE = change("    wants comrades 3: at(Sasuke) = hall\n", "    wants comrades 0: at(Sasuke) = hall\n")
BELIEVES_DESK = change("    believes at(Sakura)", "    believes location(scrolls) = desk, at(Sakura)")
SEEN_TO_SPARE = "(if looks_on(other, who) then other believes loves(who, whom) = seen_sparing(who, whom))"
SPARING_MEANS_NOTHING = library("danger", SEEN_TO_SPARE, "(if no then forgives(other, who))")
FOR_THE_SCROLLS = "wants scrolls 7: Sasuke believes has(Sasuke, scrolls)"


# --- the story ---


def test_can_the_story_is_found_beat_by_beat() -> None:
    assert found("scrolls").fabulas[0].actions == BEATS


def test_can_mutant_without_her_love_there_is_no_such_story() -> None:
    assert stage().would(BEATS[3], SEEN)
    assert not stage(LOVES_HIM_NOT).would(BEATS[3], SEEN)


# --- must: the hesitation ---


def test_would_before_she_sees_who_it_is_to_strike_costs_her_nothing() -> None:
    """Would: the same blow, before and after; only her belief about who it is is another."""
    assert stage().would(BEATS[1], ENTERED)
    plan = _plan(stage(), BEATS[1], ENTERED)
    assert plan == (BEATS[1], BEATS[2], STRIKE)
    assert not stage().would(STRIKE, SEEN)
    assert _lost(HELD, MASK) == set()
    assert "life(Sasuke)" in _lost(SEEN)


def test_would_mutant_the_hesitation_is_love() -> None:
    assert stage(LOVES_HIM_NOT).would(STRIKE, SEEN)


def test_would_mutant_without_duty_there_is_nothing_to_hesitate_about() -> None:
    assert not stage(NO_DUTY).would(BEATS[1], ENTERED)


def test_would_mutant_whom_she_knew_from_the_start_she_does_not_go_for() -> None:
    assert not stage(change("    stranger to Sakura\n")).would(BEATS[1], ENTERED)


def test_can_her_hesitation_is_an_intention_dropped() -> None:
    asked = stage()
    intentions = Intentions(asked.reasons, Limits(11, 4, 1))
    dropped: list[Dropped] = []
    for number, beat in enumerate(BEATS[:3]):
        state = asked.after(BEATS[:number])
        action = asked.world.action_ids[beat]
        reasons = explain(asked.reasons, state, action, 4, 1)
        assert reasons is not None
        dropped += intentions.after(Event(beat, reasons), asked.reasons.dynamics.after(state, action))
    assert [(each.who, each.plan, each.how) for each in dropped if each.who == "Sakura"] == [
        ("Sakura", (STRIKE,), Ending.HESITATES)
    ]


# --- must: resisting, letting go ---


def test_would_she_resists_for_her_duty_though_she_cannot_win() -> None:
    """Would; control and mutant: without the duty there is no reason."""
    assert stage().would(BEATS[5], SEIZED)
    assert so("holds_life(Sasuke, Sakura)", RESISTED)
    assert not stage(NO_DUTY).would(BEATS[5], SEIZED)


def test_would_he_lets_go_since_he_cannot_kill_her() -> None:
    """Would: love against duty; a mutant who does not love her strikes."""
    assert stage().would(BEATS[6], RESISTED)
    assert not stage().would("strike(Sasuke, Sakura)", RESISTED)
    assert stage(LOVES_HER_NOT).would("strike(Sasuke, Sakura)", RESISTED)


def test_can_letting_go_ends_the_danger_and_opens_the_way() -> None:
    assert so("in_danger(Sakura)", RESISTED)
    assert not possible(BEATS[7], RESISTED)
    assert so("not in_danger(Sakura)", SPARED)
    assert possible(BEATS[7], SPARED)


def test_can_mutant_an_armed_guard_still_keeps_him_off() -> None:
    armed = change("    then  not armed(whom), holds_life(who, whom)", "    then  holds_life(who, whom)")
    assert not possible(BEATS[7], (*SEIZED, BEATS[6]), armed)


# --- must: the vow ---


def test_would_she_vows_because_he_let_her_go() -> None:
    """Would; in the mutant his letting go tells her nothing, and she expects to be killed."""
    assert stage().would(BEATS[8], OPENED)
    assert so("loves(Sasuke, Sakura) according to Sakura = 1", RESISTED)
    assert so("loves(Sasuke, Sakura) according to Sakura = 7", SPARED)
    assert not stage(SPARING_MEANS_NOTHING).would(BEATS[8], OPENED)
    assert not WORLD.foresees("Sakura", (BEATS[8], CUT), OPENED)  # that he would kill her
    assert WORLD.foresees("Sakura", (BEATS[8], CUT), OPENED, SPARING_MEANS_NOTHING)


def test_would_mutant_for_nothing_that_she_treasures_she_does_not_vow() -> None:
    assert not stage(change("    treasures scrolls 8\n")).would(BEATS[8], OPENED)


def test_would_only_the_vow_makes_him_give_up() -> None:
    """Would: before it he takes them, after it he cannot, has no better answer than to go, and is not mistaken."""
    assert stage().would(TAKE, OPENED)
    assert so("treasures(Sakura, scrolls) according to Sasuke = 0", OPENED)
    assert so("treasures(Sakura, scrolls) according to Sasuke = 5", SWORN)
    assert not possible(TAKE, SWORN)
    assert stage().would(LEAVE, SWORN)
    assert not stage().would(CUT, SWORN)
    assert _plan(stage(), PUSH, SWORN)[-2:] == ("let_go(Sasuke, Sakura)", LEAVE)  # to try her ends no better


def test_would_he_leaves_for_love_against_duty() -> None:
    """Would; reported with sizes: what he forgoes is the scrolls, what he keeps is her life.

    He would rather be gone than stay: a mutant without comrades to go back to stays, and tries to get past her.
    """
    differences = _differences(LEAVE, SWORN)
    assert differences["scrolls"] == -7
    assert differences["life(Sakura)"] == 8
    assert not stage(ALONE).would(LEAVE, SWORN)
    assert stage(ALONE).would(PUSH, SWORN)


# --- must: the end ---


def test_can_both_live_the_scrolls_lie_where_they_lay_and_each_believes_in_the_other_more() -> None:
    end = "location(scrolls) = desk and alive(Sakura) and alive(Sasuke) and at(Sasuke) = hall and at(Sakura) = chamber"
    assert so(end, BEATS)
    for who, whom, first, real in (("Sakura", "Sasuke", 1, 8), ("Sasuke", "Sakura", 3, 9)):
        assert so(f"loves({whom}, {who}) according to {who} = {first}", ())
        assert so(f"loves({whom}, {who}) according to {who} = 7", BEATS)
        assert so(f"loves({whom}, {who}) = {real}", BEATS)


def test_can_mutant_where_sparing_tells_nothing_neither_learns() -> None:
    assert so("loves(Sasuke, Sakura) according to Sakura = 1", RESISTED + BEATS[6:8], SPARING_MEANS_NOTHING)


def test_would_she_weeps_only_once_she_is_alone() -> None:
    """Would; a mutant without pride weeps before him."""
    assert stage().would(BEATS[10], BEATS[:10])
    assert not stage().would(BEATS[10], RESISTED)
    assert stage(change("    fears shame 2: wept_before(Sakura, Sasuke)\n")).would(BEATS[10], RESISTED)


def test_can_his_restraint_hurts_him() -> None:
    """What he was sent for has failed, and he pities her whom he leaves; who did not want it loses less."""
    sworn, left = told().at(9, "Sasuke"), told().at(10, "Sasuke")
    assert sworn.dominant is not None
    assert (sworn.dominant.emotion.kind, sworn.dominant.strength) == (Kind.DISAPPOINTMENT, Fraction(17, 2))
    assert left.dominant is not None
    assert left.dominant.emotion == sworn.dominant.emotion
    assert left.strength("distress") >= 2
    assert left.strength("pity") > 1
    unwanted = told(change(FOR_THE_SCROLLS, FOR_THE_SCROLLS.replace("7", "0")), until=9).at(9, "Sasuke")
    assert 2 * unwanted.strength("disappointment") < sworn.strength("disappointment")


def test_can_she_feels_relief_and_sorrow_and_a_love_of_which_nobody_speaks() -> None:
    """Control and mutants: what she does not treasure, or whom she does not love, moves her to neither."""
    assert [each.event for each in told().arising("relief", "Sakura")] == [4, 7, 9]
    assert _new(told(), 9, "Sakura", "relief") == {"take_out(Sasuke, scrolls, desk)": Fraction(23, 4)}
    assert _new(told(change("    treasures scrolls 8\n")), 9, "Sakura", "relief") == {}
    assert _new(told(), 10, "Sakura", "distress") == {"company(Sasuke)": Fraction(9, 4)}
    assert _new(told(LOVES_HIM_NOT), 10, "Sakura", "distress") == {}
    assert _new(told(), 7, "Sakura", "tenderness") == {"Sasuke": 7}
    assert _new(told(SPARING_MEANS_NOTHING, until=7), 7, "Sakura", "tenderness") == {}
    assert not any(beat.startswith("tell") for beat in BEATS)


def _new(feelings: Feelings, event: int, who: str, kind: str) -> dict[str, object]:
    """What somebody comes to feel at an event, by its causes."""
    found = (each for each in feelings.arising(kind, who) if each.event == event)
    return {cause.name: cause.amount for each in found for cause in each.causes}


# --- what if ---


def test_what_if_he_loves_her_less_he_would_kill_her_once_she_bars_the_way() -> None:
    """Would; the control is the story: there he has a reason to leave and none to kill."""
    less = stage(LOVES_HER_LESS)
    assert less.would(BEATS[6], RESISTED)
    assert less.would(CUT, SWORN)
    assert not less.would(LEAVE, SWORN)
    assert so("has(Sasuke, scrolls) and not alive(Sakura)", (*SWORN, CUT), LOVES_HER_LESS)
    worthless = change(FOR_THE_SCROLLS, FOR_THE_SCROLLS.replace("7", "0"))
    assert not stage(LOVES_HER_LESS, worthless).would(CUT, SWORN)


def test_what_if_he_wears_a_mask_she_would_strike_at_once() -> None:
    """Would; in the story recognising comes first, and nothing else can."""
    assert not possible(STRIKE, HELD)
    assert stage(MASK).would(STRIKE, HELD)
    assert so("not alive(Sasuke)", (*HELD, STRIKE), MASK)
    assert not stage(MASK, NO_DUTY).would(STRIKE, HELD)


def test_what_if_she_makes_no_vow_he_would_take_the_scrolls_and_both_live() -> None:
    """Would; the control is the vow, after which he cannot; the mutant does not want them."""
    assert stage().would(TAKE, OPENED)
    assert stage().would(LEAVE, (*OPENED, TAKE))
    assert so("has(Sasuke, scrolls) and alive(Sakura) and alive(Sasuke)", (*OPENED, TAKE))
    unwanted = change(FOR_THE_SCROLLS, FOR_THE_SCROLLS.replace("7", "0"))
    assert not stage(unwanted).would(TAKE, OPENED)


def test_what_if_he_believes_the_vow_to_be_empty_he_would_go_past_her_and_she_would_fight() -> None:
    """Would; in the story he believes her and does not try; a mutant who treasures nothing gives way."""
    assert stage(EMPTY).would(PUSH, SWORN)
    assert not stage(EMPTY).would(LEAVE, SWORN)
    fight, yielding = "hold_fast(Sakura, Sasuke)", "give_way(Sakura, Sasuke)"
    assert stage(EMPTY).would(fight, (*SWORN, PUSH))
    assert not stage(EMPTY).would(yielding, (*SWORN, PUSH))
    assert stage(EMPTY, change("    treasures scrolls 8\n")).would(yielding, (*SWORN, PUSH))


def test_what_if_the_scrolls_were_moved_he_would_find_the_desk_empty_and_go() -> None:
    """Would; control: in the story he finds them; a mutant who has no comrades to go back to stays."""
    elsewhere = (MOVED, BELIEVES_DESK)
    assert so("(location(scrolls) according to Sasuke) = unknown", OPENED, *elsewhere)
    assert so("location(scrolls) according to Sasuke = desk", OPENED)
    assert stage(*elsewhere).would(LEAVE, OPENED)
    assert not stage().would(LEAVE, OPENED)
    assert not stage(*elsewhere, ALONE).would(LEAVE, OPENED)


def _plan(asked: Stage, act: str, events: tuple[str, ...]) -> tuple[str, ...]:
    """The plan with which somebody explains an act to themselves."""
    found = explain(asked.reasons, asked.after(events), asked.world.action_ids[act], 4, 1)
    assert found
    return tuple(step.action for step in found[0].plan)


def _lost(events: tuple[str, ...], *mutations: Mutation) -> set[str]:
    """By which motives she would be worse off, in her own eyes, if she struck."""
    asked = stage(*mutations)
    her, strike = asked.world.character_ids["Sakura"], asked.world.action_ids[STRIKE]
    mind = asked.after(events).beliefs[her]
    utilities, later = asked.reasons.utilities, asked.reasons.dynamics.after(mind, strike)
    heart = utilities.heart(her, mind)
    worths = zip(utilities.by_motive(her, mind, heart), utilities.by_motive(her, later, heart), strict=True)
    return {motive for (motive, before), (_, after) in worths if before is None or after is None or after < before}


def _differences(act: str, events: tuple[str, ...]) -> dict[str, object]:
    """What an act of the story gains and costs against its rival, by motive."""
    asked = stage()
    state, number = asked.after(events), asked.world.action_ids[act]
    question = asked.reasons.asked_in_story(state, asked.world.actions[number].consenting[0], 4, 1)
    plan: Plan = tuple(asked.world.action_ids[step] for step in _plan(asked, act, events))
    made = choice(asked.reasons, question, plan)
    assert made is not None
    return dict(made.differences)
