"""The module evidence at work: each promise kept, and broken once a piece of the module is gone."""

from __future__ import annotations

from promises import Promise, Trial, but, less

DONE = ("hurry(Ana, town, house)", "slay(Ana, Ben)")
FLED = (*DONE, "hurry(Ana, house, town)")
CALLED = (*FLED, "is_called_to(Cleo, post, house)")
FOUND = (*CALLED, "find_clue(Cleo, prints, Ana, house)")

PROMISES = {
    "whoever comes to a place leaves there what one leaves": Promise(
        "rule leaves_at", less("evidence", "rule leaves_at"),
        events=DONE[:1], so=("leads_to(prints, Ana)", "not leads_to(blood, Ana)"),
    ),
    "whoever does harm is marked by it": Promise(
        "rule is_marked", less("evidence", "rule is_marked"), events=DONE, so=("leads_to(blood, Ana)",),
    ),
    "whoever finds a clue sees to whom it leads": Promise(
        "action find_clue",
        less("evidence", "action find_clue"),
        events=FOUND, so=("Cleo believes leads_to(prints, Ana)",),
    ),
    "what stays on somebody is found where they are": Promise(
        "define is_found_at",
        but("evidence", "define is_found_at", "at(who) = here", "at(who) != here"),
        events=CALLED, cannot=("find_clue(Cleo, blood, Ana, house)",),
    ),
    "and whoever knows of the death concludes whose deed it was": Promise(
        "rule concludes", less("evidence", "rule concludes"),
        events=FOUND, so=("Cleo believes culprit(Ben) = Ana", "not (Cleo believes leads_to(blood, Ana))"),
    ),
    "nobody concludes from what they do not know": Promise(
        "rule concludes",
        but("evidence", "rule concludes", "        who believes leads_to(what, whom)\n", ""),
        events=CALLED, so=("not (Cleo believes culprit(Ben) = Ana)",),
    ),
    "what is wiped off leads nowhere": Promise(
        "action wipe",
        but("evidence", "action wipe", "not leads_to(what, who), ", ""),
        events=(*DONE, "wipe(Ana, prints, house)", "hurry(Ana, house, town)", "is_called_to(Cleo, post, house)"),
        so=("not leads_to(prints, Ana)", "leads_to(blood, Ana)", "minutes(Ana) = 11"),
        cannot=("find_clue(Cleo, prints, Ana, house)", "wipe(Ana, blood, house)"),
    ),
    "nobody is called where nobody died": Promise(
        "action is_called_to",
        but("evidence", "action is_called_to", "        some victim: character (not alive(victim))\n", ""),
        events=DONE[:1], cannot=("is_called_to(Cleo, post, house)",),
    ),
    "whoever harmed one who died of it is the culprit": Promise(
        "rule is_culprit", less("evidence", "rule is_culprit"), events=DONE, so=("culprit(Ben) = Ana",),
    ),
    "to have killed is to have harmed one who is dead": Promise(
        "define has_killed",
        but("evidence", "define has_killed", " and not alive(whom)", " and alive(whom)"),
        events=DONE, so=("has_killed(Ana, Ben)",),
    ),
    "and fears to be found out": Promise(
        "rule fears_discovery", less("evidence", "rule fears_discovery"),
        events=DONE, so=("fear_of_discovery(Ana) = 6", "Ana believes fear_of_discovery(Ana) = 6"),
    ),
}  # fmt: skip

TRIAL = Trial("evidence", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
