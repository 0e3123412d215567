"""The world `gift`: what it has to show, and what if one thing were otherwise; each with control and mutants.

Three readings (docs/understanding): *can*, some story has it; *must*, every story; *would*, nobody steers. Here a test
that says "would" asks at the moment of the choice who has a reason for which act; one that says "must" goes through
everything that can happen next, whoever has a reason for it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from found import found, shipped
from founding import stage as founded
from founding import written
from promises import Mutation
from scenes import Stage
from tellings import fabula_of

import kizuna
from kizuna.deliberation import Plan, explain
from kizuna.inquiry import Account
from kizuna.inquiry.choice import choice

GIFT = Path(kizuna.__file__).parent / "worlds" / "gift"
OUTLINE = (GIFT / "outline.txt").read_text("utf-8").splitlines()
BEATS = tuple(line for line in OUTLINE if line and not line.startswith(("#", "...")))
HEAL, TELL, GO_ON, PRAISE, OFFER, PROTEST, ACCEPT, EBB, DIE, PASS_ON, DESTROY, WRAP, COME, BRING = BEATS[:14]
HEAL_HER, WAKE, BEGIN, ANSWER, EXPLAINS, ASK = BEATS[14:]
TOLD, SPENT, OFFERED, PROTESTED, ACCEPTED = BEATS[:2], BEATS[:3], BEATS[:5], BEATS[:6], BEATS[:7]
DEAD, WON, HOME, AWAKE, ASKED = BEATS[:9], BEATS[:11], BEATS[:14], BEATS[:16], BEATS[:17]
LEAVE_OFF, TURN_DOWN = "leave_off(Sakura, Kakashi)", "turn_down(Sakura, Kakashi, eye)"
BEARER = "bearer(eye)"


def change(old: str, new: str = "") -> Mutation:
    """One change of the world's text."""
    return Mutation("gift", old, new)


ENOUGH = change("    strength 3\n", "    strength 5\n")
LITTLE_BOND = change("    cares for Kakashi 9\n", "    cares for Kakashi 2\n")
NOTHING_TO_DREAD = (change("    dreads eye 3\n"), change("    conceals eye 1/2\n"))
LIGHTER = (
    Mutation("gifts", ", has_dishonoured(who, whom)\n", "\n"),
    Mutation("foes", "fatigue(who) += 8", "fatigue(who) += 5"),
)
NOTHING_TAKEN_ON = Mutation("healing", "not alive(whom) then -4 else 0", "not alive(whom) then 0 else 0")
UNSEEN = (
    Mutation("gifts", ", who believes bearer(what) = whom\n", "\n"),
    Mutation("foes", "        covered(whom)\n", "        not covered(whom)\n"),
)
"""A gift that does not show, and healers to whom a covered face says nothing."""
DREAD = change("    dreads eye 3\n", "    dreads eye 8\n")
KNOWS_HER = change("        cares_for(Sakura, Kakashi) = 3\n")
NOT_FOUND = change("at(other) = from and not alive(other)", "no")
UNREAD = change(
    "    believes strength(Sakura) = 5\n",
    "    believes strength(Sakura) = 5, would_be_sure_of_heir(Tsunade, eye, Sakura) = 0\n",
)


@cache
def stage(*mutations: Mutation) -> Stage:
    """The world, changed in the given ways."""

    return founded("gift", mutations)


def worth(fluent: str, events: tuple[str, ...], *mutations: Mutation, of: tuple[str, ...] = ()) -> object:
    """What a fluent is worth after events: in truth, or in the mind of the first, as the next sees it, and so on."""
    asked = stage(*mutations)
    state = asked.after(events)
    for who in reversed(of):
        state = state.beliefs[asked.world.characters.index(who)]
    return state.values[[each.name for each in asked.world.fluents].index(fluent)]


def possible(act: str, events: tuple[str, ...], *mutations: Mutation) -> bool:
    """Whether an act is possible after events."""
    asked = stage(*mutations)
    number = asked.world.action_ids.get(act)
    return number is not None and asked.reasons.dynamics.holds(asked.after(events), number)


def ever(act: str, events: tuple[str, ...], *mutations: Mutation, within: int = 3) -> bool:
    """Whether an act is possible after events and up to so many more, whoever has a reason for them."""
    asked = stage(*mutations)
    dynamics, number = asked.reasons.dynamics, asked.world.action_ids.get(act)
    here = {asked.after(events)}
    seen = set(here)
    for _ in range(within):
        here = {dynamics.after(state, step) for state in here for step in dynamics.possible(state)} - seen
        seen |= here
    return number is not None and any(dynamics.holds(state, number) for state in seen)


# --- the story ---


def story() -> tuple[kizuna.World, kizuna.Fabula]:
    return shipped("gift"), found("gift").fabulas[0]


@cache
def account() -> Account:
    return kizuna.why(*story()).unwrap()


def test_can_the_story_is_found_beat_by_beat() -> None:
    assert found("gift").fabulas[0].actions == BEATS


# --- must: strength is a quantity ---


def test_can_each_attempt_takes_strength_and_the_last_fails_because_it_runs_out() -> None:
    strength = [worth("strength(Sakura)", BEATS[:n]) for n in (0, 1, 3)]
    assert strength == [3, 1, 0]
    assert [worth("wound(Kakashi)", BEATS[:n]) for n in (0, 1, 3)] == [4, 2, 1]
    assert worth("mortal(Kakashi)", SPENT) is True
    assert not possible(HEAL, SPENT)


def test_would_she_believes_in_more_than_there_is_until_the_light_fails() -> None:
    """Would; a mutant who knows how little it is does not begin."""
    assert [worth("strength(Sakura)", BEATS[:n], of=("Sakura",)) for n in (0, 1, 3)] == [5, 3, 0]
    assert worth("mortal(Kakashi)", SPENT, of=("Sakura",)) is True
    assert stage().would(HEAL)
    assert not stage(change("    believes strength(Sakura) = 5\n")).would(HEAL)


# --- must: he tells her to stop ---


def test_would_he_tells_her_to_stop_because_he_underestimates_what_he_means_to_her() -> None:
    """Would; the report names that belief as the one that it hangs on; a mutant who knows says nothing."""
    assert stage().would(TELL, BEATS[:1])
    assert worth("cares_for(Sakura, Kakashi)", TOLD, of=("Kakashi",)) == 3
    assert ("cares_for(Sakura, Kakashi)",) in hinges(TELL)
    assert not stage(KNOWS_HER).would(TELL, BEATS[:1])


def test_would_she_refuses_and_goes_on() -> None:
    """Would, against his word; a mutant to whom he means little stops. He learns from it what he means to her."""
    assert stage().would(GO_ON, TOLD)
    assert not stage().would(LEAVE_OFF, TOLD)
    assert stage(LITTLE_BOND).would(LEAVE_OFF, TOLD)
    assert worth("cares_for(Sakura, Kakashi)", SPENT, of=("Kakashi",)) == 7


# --- must: the gift ---


def test_would_he_praises_her_and_leaves_her_what_he_can() -> None:
    """Would; mutants: to whom she means nothing he says nothing and leaves nothing."""
    assert stage().would(PRAISE, SPENT)
    assert stage().would(OFFER, BEATS[:4])
    stranger = change("    cares for Sakura 8\n", "    cares for Sakura 0\n")
    assert not stage(stranger).would(PRAISE, SPENT)
    assert not stage(stranger).would(OFFER, BEATS[:4])


def test_would_she_protests_first() -> None:
    """Would: to say yes at once would be worse; a mutant who dreads nothing says yes."""
    assert stage().would(PROTEST, OFFERED)
    assert not stage().would(ACCEPT, OFFERED)
    assert stage(*NOTHING_TO_DREAD).would(ACCEPT, OFFERED)


def test_would_she_accepts_for_the_bond_and_the_dying_wish_against_her_own() -> None:
    """Would; both sides are reported with their sizes. Mutants: a small bond, and a wish that nobody has to honour."""
    assert stage().would(ACCEPT, PROTESTED)
    assert not stage().would(TURN_DOWN, PROTESTED)
    differences = _differences(ACCEPT, PROTESTED)
    assert differences["honour(Kakashi)"] > 0
    assert differences["dread(eye)"] < 0
    assert stage(LITTLE_BOND).would(TURN_DOWN, PROTESTED)
    assert not stage(LITTLE_BOND).would(ACCEPT, PROTESTED)
    assert not stage(*LIGHTER).would(ACCEPT, PROTESTED)


def test_would_what_is_left_out_has_its_reasons_too() -> None:
    """Would: she takes it once he is dead, beats the enemies, and hides it; a mutant with nothing to hide does not."""
    assert stage().would(PASS_ON, DEAD)
    assert stage().would(DESTROY, BEATS[:10])
    assert not possible(DESTROY, DEAD)
    assert stage().would(WRAP, WON)
    assert not stage(*NOTHING_TO_DREAD).would(WRAP, WON)


def test_must_the_wound_kills_when_it_is_due() -> None:
    """Must: once no time is left nothing else can happen."""
    asked = stage()
    due = asked.reasons.dynamics.possible(asked.after(BEATS[:8]))
    assert [asked.world.actions[number].name for number in due] == [DIE]


# --- must: what the others conclude ---


def test_can_the_squad_knows_what_it_sees() -> None:
    """Can; before they come the captain knows nothing of it."""
    found = {
        "destroyed(enemies)": True,
        "alive(Kakashi)": False,
        "breathes(chuunin)": True,
        "has_died(second)": True,
        "has_died(third)": True,
        "covered(Sakura)": True,
    }
    at_last = {fluent: worth(fluent, BEATS[:13], of=("Captain",)) for fluent in found}
    assert at_last == found
    before = {fluent: worth(fluent, BEATS[:12], of=("Captain",)) for fluent in found}
    assert all(before[fluent] != found[fluent] for fluent in found)
    assert worth(BEARER, BEATS[:19], of=("Captain",)) == "Kakashi"


def test_can_tsunade_concludes_the_gift_before_anybody_speaks_of_it() -> None:
    """Can; mutants: without the report, the missing eye, or the covered face she does not."""
    assert worth(BEARER, HOME, of=("Tsunade",)) == "Sakura"
    assert worth("sure_of_heir(Tsunade, eye, Sakura)", HOME) is False
    assert not any(event.startswith(("tell", "answer")) for event in HOME[2:])
    unreported = change("if destroyed(enemy) then other", "if no then other")
    assert worth(BEARER, HOME, unreported, of=("Tsunade",)) is None
    assert worth(BEARER, HOME, NOT_FOUND, of=("Tsunade",)) == "Kakashi"
    assert worth(BEARER, HOME, *UNSEEN, of=("Tsunade",)) is None


def test_would_she_lets_herself_be_taken_away_and_loses_consciousness() -> None:
    """Would; she put up with it, and it is too much for her: a mutant who is less tired stays awake."""
    assert stage().would(BRING, BEATS[:13])
    assert worth("awake(Sakura)", BEATS[:13]) is True
    assert worth("awake(Sakura)", HOME) is False
    assert worth("awake(Sakura)", HOME, *LIGHTER) is True


def test_would_tsunade_heals_her_and_has_one_question() -> None:
    """Would; a mutant to whom she is a stranger does not heal her."""
    assert stage().would(HEAL_HER, HOME)
    assert stage().would(BEGIN, AWAKE)
    assert not stage(change("    cares for Sakura 6\n")).would(HEAL_HER, HOME)


def test_would_she_answers_what_was_not_asked_because_she_believes_that_tsunade_wants_to_know_it() -> None:
    """Would; the report rests on a belief about another's belief; a mutant who does not believe it waits."""
    assert stage().would(ANSWER, ASKED)
    assert worth(BEARER, ASKED, of=("Tsunade", "Sakura")) == "Sakura"
    (answering,) = [event for event in account().events if event.action == ANSWER]
    minds = {(ground.fluent, ground.minds) for reason in answering.reasons for ground in reason.grounds}
    assert (BEARER, ("Sakura", "Tsunade")) in minds
    assert not stage(UNREAD).would(ANSWER, ASKED)
    assert worth("sure_of_heir(Tsunade, eye, Sakura)", BEATS[:18]) is True


def test_would_tsunade_says_that_it_explains_it_and_sakura_thinks_of_the_funeral() -> None:
    """Would; a mutant to whom she is a stranger does not say it. (What if he lives: below.)"""
    assert stage().would(EXPLAINS, BEATS[:18])
    assert stage().would(ASK, BEATS[:19])
    assert not stage(change("    cares for Sakura 6\n")).would(EXPLAINS, BEATS[:18])


def test_can_at_the_end_she_grieves_and_tsunade_pities_her() -> None:
    felt = kizuna.feelings(*story(), who=("Sakura", "Tsunade"), fears=False).unwrap()
    assert felt.at(20, "Sakura").strength("grief") > 0
    assert felt.at(8, "Sakura").strength("grief") == 0
    assert felt.at(20, "Tsunade").strength("pity") > 0
    assert felt.at(13, "Tsunade").strength("pity") == 0
    mutant = written("gift", (change("    cares for Sakura 6\n"),))
    cold = kizuna.feelings(mutant, fabula_of(mutant, BEATS), who=("Tsunade",), fears=False).unwrap()
    assert cold.at(20, "Tsunade").strength("pity") == 0


def test_can_at_the_end_she_is_ashamed_that_she_failed_him() -> None:
    """Can: he dies knowing that she could not do what she had taken on; before he dies there is no shame.

    In the mutant to try and fail is nothing that anybody counted on: she grieves as much, and is not ashamed.
    """
    felt = kizuna.feelings(*story(), who=("Sakura",), fears=False).unwrap()
    assert felt.at(20, "Sakura").strength("shame") > 0
    shame, *_ = felt.arising("shame", "Sakura")
    assert (shame.event, [cause.name for cause in shame.causes]) == (9, ["Kakashi"])
    arising = [
        {each for each in ("shame", "grief") if feelings.arising(each, "Sakura")}
        for mutations in ((), (NOTHING_TAKEN_ON,))
        for world in [written("gift", mutations)]
        for feelings in [kizuna.feelings(world, fabula_of(world, DEAD), who=("Sakura",), fears=False).unwrap()]
    ]
    assert arising == [{"shame", "grief"}, {"grief"}]


def test_can_the_telling_leaves_out_what_follows_his_death_and_a_reader_infers_it() -> None:
    """Can: at the tenth beat, where the squad finds the enemies beaten, and nobody but her could have been there."""
    world = kizuna.read("gift").unwrap()
    fabula = fabula_of(world, BEATS)
    discourse = kizuna.arrange(world, fabula, inside=False).unwrap()
    assert [BEATS[each.event - 1] for each in discourse.left_out] == [PASS_ON, DESTROY, WRAP]
    answer = discourse.told(BEATS.index(ANSWER) + 1)
    assert answer is not None
    assert answer.veiled  # neither says what it is
    readings = kizuna.reader(world, fabula).unwrap()
    assert readings.inferable(BEARER) == 10
    assert discourse.beats[9].action == COME
    assert all(BEARER not in {each.fluent for each in beat.learned} for beat in discourse.beats)
    # noticed neither at the field nor on her, only reported, it is as well the captain's, who has been there since
    unnoticed = [
        Mutation(module, seen, f"who believes {fact}{between}{seen}")
        for module, fact, between in (("foes", "destroyed(enemy)", "\n        "), ("gifts", "covered(whom)", ", "))
        for seen in [f"not (who believes {fact})"]
    ]
    mutant = written("gift", tuple(unnoticed))
    assert kizuna.reader(mutant, fabula_of(mutant, BEATS)).unwrap().inferable(BEARER) is None


# --- what if ---


def test_what_if_she_has_enough_he_lives_and_there_is_no_gift_and_no_funeral() -> None:
    """Would and must; in the story all of it comes to pass."""
    healed = (HEAL, HEAL)
    assert stage(ENOUGH).would(HEAL, (HEAL,))
    assert worth("mortal(Kakashi)", healed, ENOUGH) is False
    for act in (DIE, OFFER, "lay_to_rest(Kakashi)"):
        assert not ever(act, healed, ENOUGH, within=2)
    assert ever(DIE, SPENT, within=2)
    assert possible(OFFER, SPENT)
    assert possible("lay_to_rest(Kakashi)", HOME)
    assert worth("wishes(Sakura, funeral)", healed, ENOUGH) == 0
    assert worth("mortal(Kakashi)", SPENT, ENOUGH) is False


def test_what_if_she_refuses_nothing_defeats_the_enemies_any_more() -> None:
    """Would refuse; must: whatever happens then, she does not beat them. Control: in the story she could."""
    assert stage(DREAD).would(TURN_DOWN, PROTESTED)
    assert not stage(DREAD).would(ACCEPT, PROTESTED)
    refused = (*PROTESTED, TURN_DOWN, EBB, DIE)
    assert not ever(DESTROY, refused, DREAD, within=2)
    assert not ever(PASS_ON, refused, DREAD, within=2)
    assert ever(DESTROY, DEAD, within=2)


def test_what_if_no_cloth_is_worn_the_captain_can_tell_too_and_nothing_is_left_to_ask() -> None:
    """Can and must; a mutant in which a gift does not show."""
    bare = tuple(event for event in AWAKE if event != WRAP)
    seen = bare[:12]
    assert worth(BEARER, seen, of=("Captain",)) == "Sakura"
    assert worth(BEARER, BEATS[:13], of=("Captain",)) == "Kakashi"
    assert worth("sure_of_heir(Tsunade, eye, Sakura)", bare) is True
    assert not possible(BEGIN, bare)
    assert possible(BEGIN, AWAKE)
    assert worth(BEARER, seen, *UNSEEN, of=("Captain",)) == "Kakashi"


def test_what_if_his_body_is_never_found_tsunade_believes_nothing_before_she_speaks() -> None:
    """Can; once Sakura has spoken she would know, but nobody asks. In the story she concludes it."""
    assert worth(BEARER, AWAKE, NOT_FOUND, of=("Tsunade",)) == "Kakashi"
    assert not possible(BEGIN, AWAKE, NOT_FOUND)
    assert worth(BEARER, AWAKE, of=("Tsunade",)) == "Sakura"


def hinges(act: str) -> list[tuple[str, ...]]:
    """The beliefs that an act of the story hangs on, as the report names them."""
    (event,) = [event for event in account().events if event.action == act]
    return [tuple(ground.fluent for ground in hinge) for reason in event.reasons for hinge in reason.hinges]


def _differences(act: str, events: tuple[str, ...]) -> dict[str, int]:
    """What an act of the story gains and costs against its rival, by motive."""
    asked = stage()
    state, number = asked.after(events), asked.world.action_ids[act]
    limits = asked.settings.foresight or 1, asked.settings.depth or 0
    found = explain(asked.reasons, state, number, *limits)
    assert found
    plan: Plan = tuple(asked.world.action_ids[step.action] for step in found[0].plan)
    question = asked.reasons.asked_in_story(state, asked.world.actions[number].consenting[0], *limits)
    made = choice(asked.reasons, question, plan)
    assert made is not None
    return {name: int(difference * 100) for name, difference in made.differences}
