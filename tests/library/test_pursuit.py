"""The module pursuit at work: each promise kept, and broken once a piece of the module is gone.

Ana is a friend of Ede, whom Ben has to kill.
"""

from __future__ import annotations

from promises import Promise, Trial, but

GONE = ("get_away(Ede)",)
RESOLVED = (*GONE, "swear()", "resolve_against(Ana, Ede)")

PROMISES = {
    "there is hope while a friend is near": Promise(
        "define hope_for",
        but("pursuit", "define hope_for", "within_reach(whom) or "),
        so=("hope_for(Ana, Ede) = 1",),
    ),
    "or while one is ready for more than words": Promise(
        "define hope_for",
        but("pursuit", "define hope_for", " or resolved_against(who, whom)"),
        events=RESOLVED,
        so=("hope_for(Ana, Ede) = 1",),
    ),
    "whoever has given their word is bound": Promise(
        "define is_bound",
        but("pursuit", "define is_bound", "stands(who, other, what)", "stands(other, who, what)"),
        events=(*GONE, "swear()"),
        so=("is_bound(Ana)", "not is_bound(Ben)"),
    ),
    "who gets away was spared by those who should have killed them": Promise(
        "action get_away",
        but("pursuit", "action get_away", "if has_to_kill(other, whom) > 0 then "),
        events=GONE,
        so=("has_spared(Ben, Ede)", "not has_spared(Ana, Ede)", "not within_reach(Ede)"),
    ),
    "an order can be carried out while they are within reach": Promise(
        "action kill",
        but("pursuit", "action kill", ", within_reach(whom)"),
        events=GONE,
        cannot=("kill(Ben, Ede)",),
    ),
    "by whoever has it, and then it is done": Promise(
        "action kill",
        but("pursuit", "action kill", "struck_down(whom), "),
        events=("kill(Ben, Ede)",),
        so=("struck_down(Ede)", "not within_reach(Ede)"),
        cannot=("kill(Ana, Ede)",),
    ),
    "nobody resolves against a friend who is near": Promise(
        "action resolve_against",
        but("pursuit", "action resolve_against", "        not within_reach(whom)\n"),
        events=("swear()",),
        cannot=("resolve_against(Ana, Ede)",),
    ),
    "nor without having given their word": Promise(
        "action resolve_against",
        but("pursuit", "action resolve_against", "        is_bound(who)\n"),
        events=GONE,
        cannot=("resolve_against(Ana, Ede)",),
    ),
    "nobody sees it": Promise(
        "action resolve_against",
        but("pursuit", "action resolve_against", "    seen  by nobody", "    seen  by everyone"),
        events=RESOLVED,
        so=("not (Ben believes resolved_against(Ana, Ede))", "Ana believes resolved_against(Ana, Ede)"),
    ),
    "whoever is strong enough brings a friend home": Promise(
        "action fight",
        but("pursuit", "action fight", ", brought_back(whom)"),
        events=("fight(Ana, Ede)",),
        so=("brought_back(Ede)", "has_fought(Ana, Ede)", "hope_for(Ana, Ede) = 2"),
        cannot=("fight(Ben, Ede)",),
    ),
}

TRIAL = Trial("pursuit", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
