"""The module curiosity at work: each promise kept, and broken once a piece of the module is gone.

Ana wants to know who rang. Ben knows; from the well one sees it.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less

ASKED = ("ask(Ana, Ben, who_rang)",)

PROMISES = {
    "who looks where it shows knows the answer": Promise(
        "action look",
        less("curiosity", "action look"),
        events=("walk(Ana, house, well)", "look(Ana, who_rang, well)"),
        so=("knows(Ana, who_rang)", "Ana believes answer(who_rang) = Cleo"),
    ),
    "elsewhere there is nothing to be seen": Promise(
        "action look",
        but("curiosity", "action look", "shows(here, about), ", ""),
        cannot=("look(Ana, who_rang, house)",),
    ),
    "a question is open until it is answered": Promise(
        "action ask",
        but("curiosity", "action ask", "is_asked(whom, about, who)", "is_asked(who, about, whom)"),
        events=ASKED,
        so=("is_asked(Ben, who_rang, Ana)", "Ben believes is_asked(Ben, who_rang, Ana)"),
    ),
    "who knows tells, and is believed": Promise(
        "action reply",
        but("curiosity", "action reply", ", not is_asked(whom, about, who)"),
        events=(*ASKED, "reply(Ben, Ana, who_rang)"),
        so=("Ana believes answer(who_rang) = Cleo", "not is_asked(Ben, who_rang, Ana)"),
    ),
    "who does not know cannot": Promise(
        "action reply",
        but("curiosity", "action reply", ", knows(whom, about)"),
        events=("ask(Ben, Ana, whereto)",),
        cannot=("reply(Ana, Ben, whereto)",),
    ),
    "whoever keeps silent has answered too": Promise(
        "action keep_silent",
        less("curiosity", "action keep_silent"),
        events=(*ASKED, "keep_silent(Ben, Ana, who_rang)"),
        so=("not is_asked(Ben, who_rang, Ana)", "(answer(who_rang) according to Ana) = unknown"),
    ),
    "whoever knows holds it for what it is": Promise(
        "rule knows_answer",
        less("curiosity", "rule knows_answer"),
        events=(*ASKED, "reply(Ben, Ana, who_rang)"),
        so=("Ana believes answer(who_rang) = Cleo",),
    ),
}  # fmt: skip


TRIAL = Trial("curiosity", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
