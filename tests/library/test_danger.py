"""The module danger at work: each promise kept, and broken once a piece of the module is gone.

Ana is armed and has Ben before her, who is on guard; Cleo is in the hall. What the acts are *for* is in test_choices.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less

OPEN = ("lower_guard(Ben)",)
HELD = (*OPEN, "threaten(Ana, Ben)")

PROMISES = {
    "whose life is in somebody's hand is in danger": Promise(
        "define in_danger",
        but("danger", "define in_danger", "holds_life(other, whom)", "holds_life(whom, other)"),
        events=HELD,
        so=("in_danger(Ben)", "not in_danger(Ana)", "Ben believes in_danger(Ben)"),
    ),
    "danger is felt by those whose life it is about, as they cling to it": Promise(
        "define felt_danger",
        but("danger", "define felt_danger", "if in_danger(who) then clings_to_life(who) else 0", "clings_to_life(who)"),
        events=HELD,
        so=("felt_danger(Ben) = 5", "felt_danger(Ana) = 0"),
    ),
    "and by those to whom that life is dear": Promise(
        "define felt_danger_to",
        but("danger", "define felt_danger_to", "holds_dear(who, whom)", "1"),
        events=HELD,
        so=("felt_danger_to(Ana, Ben) = 5", "felt_danger_to(Cleo, Ben) = 0", "felt_danger_to(Ben, Ben) = 0"),
    ),
    "an order to strike somebody down is a duty": Promise(
        "define felt_duty",
        but("danger", "define felt_duty", "ordered_against(who, whom)", "clings_to_life(who)"),
        so=("felt_duty(Ana) = 0",),
    ),
    "nobody does harm with empty hands to their equal": Promise(
        "define could_harm",
        but("danger", "define could_harm", "    (armed(who) or strength(who) > strength(whom))", "    yes"),
        so=("could_harm(Ana, Ben)", "not could_harm(Ben, Ana)"),
        cannot=("strike(Ben, Ana)",),
    ),
    "nor from afar": Promise(
        "define could_harm",
        but("danger", "define could_harm", "    together(who, whom)\n"),
        cannot=("strike(Ana, Cleo)",),
    ),
    "nor with a wound": Promise(
        "define could_harm",
        but("danger", "define could_harm", "    fit(who)\n"),
        events=("wound(Ana)",),
        cannot=("strike(Ana, Ben)",),
    ),
    "nor with a blade at the throat": Promise(
        "define could_harm",
        but("danger", "define could_harm", "    not in_danger(who)\n"),
        events=("seize(Ben, Ana)",),
        cannot=("strike(Ana, Ben)",),
    ),
    "who is on guard wards a blow off": Promise(
        "define wards_off",
        but("danger", "define wards_off", "on_guard(whom) and "),
        events=OPEN,
        so=("not wards_off(Ben)", "not wards_off(Ana)"),
    ),
    "the wounded ward off nothing": Promise(
        "define wards_off",
        but("danger", "define wards_off", " and fit(whom)"),
        events=("wound(Ben)",),
        so=("not wards_off(Ben)",),
    ),
    "with a blade at the throat guard is of no use": Promise(
        "define wards_off",
        but("danger", "define wards_off", " and not in_danger(whom)"),
        events=("seize(Ana, Ben)",),
        so=("not wards_off(Ben)",),
    ),
    "whoever looks on learns from it, and nobody else": Promise(
        "define looks_on",
        but("danger", "define looks_on", "\n    together(other, who)"),
        events=("strike(Ana, Ben)",),
        so=("Ben believes loves(Ana, Ben) = 2", "Cleo believes loves(Ana, Ben) = 5", "loves(Ana, Ben) = 5"),
    ),
    "the sleeping learn nothing": Promise(
        "define looks_on",
        but("danger", "define looks_on", "    able(other)\n"),
        events=("fall_asleep(Ben)", "strike(Ana, Ben)"),
        so=("Ben believes loves(Ana, Ben) = 5",),
    ),
    "to have tried is half of having done": Promise(
        "define done_against",
        but("danger", "define done_against", "then 1/2", "then 0"),
        events=("strike(Ana, Ben)",),
        so=("done_against(Ana, Ben) = 1/2", "done_against(Cleo, Ben) = 0"),
    ),
    "who is on guard is not caught": Promise(
        "action threaten",
        but("danger", "action threaten", "        not wards_off(whom)\n"),
        cannot=("threaten(Ana, Ben)",),
    ),
    "who is off guard can be, and knows who did it": Promise(
        "action threaten",
        but("danger", "action threaten", ", threatened(who, whom)"),
        events=HELD,
        so=("holds_life(Ana, Ben)", "Ben believes threatened(Ana, Ben)", "not (Cleo believes threatened(Ana, Ben))"),
    ),
    "who is let go is safe, and takes it for love": Promise(
        "action let_go",
        but("danger", "action let_go", "if looks_on(other, who) then", "if no then"),
        events=(*HELD, "let_go(Ana, Ben)"),
        so=("not in_danger(Ben)", "Ben believes loves(Ana, Ben) = 7", "Ana believes Ben believes loves(Ana, Ben) = 7"),
    ),
    "and no longer resents the threat": Promise(
        "action let_go",
        but("danger", "action let_go", "        spared(who, whom)\n"),
        events=(*HELD, "let_go(Ana, Ben)"),
        so=("resents(Ben, Ana) = 0", "Ben believes spared(Ana, Ben)"),
    ),
    "who lowers their guard shows it to those who look on": Promise(
        "action lower_guard",
        but("danger", "action lower_guard", "not on_guard(who)", "on_guard(who)"),
        events=("misjudge(Ana, Ben)", "lower_guard(Ben)"),
        so=("Ana believes not on_guard(Ben)", "not wards_off(Ben)"),
    ),
    "who raises it too": Promise(
        "action raise_guard",
        less("danger", "action raise_guard"),
        events=("raise_guard(Ana)",),
        so=("Ben believes wards_off(Ana)", "not (Cleo believes wards_off(Ana))"),
    ),
    "who is struck knows it, however safe they thought themselves": Promise(
        "action strike",
        but("danger", "action strike",
            "        if not wards_off(whom) and able(whom) then whom believes harmed(who, whom)\n"),
        events=("distract(Ben)", "strike(Ana, Ben)"),
        so=("Ben believes (harmed(Ana, Ben) and hurt(Ben))",),
    ),
    "who strikes one whom they took to be on guard knows what they did": Promise(
        "action strike",
        but("danger", "action strike", "        if not wards_off(whom) then who believes harmed(who, whom)\n"),
        events=("distract(Ben)", "strike(Ana, Ben)"),
        so=("Ana believes (harmed(Ana, Ben) and hurt(Ben))",),
    ),
    "who strikes in vain knows that they did no harm": Promise(
        "action strike",
        but("danger", "action strike",
            "        if wards_off(whom) and not harmed(who, whom) then who believes not harmed(who, whom)\n"),
        events=("misjudge(Ana, Ben)", "strike(Ana, Ben)"),
        so=("Ana believes not harmed(Ana, Ben)",),
    ),
    "the stronger breaks free": Promise(
        "action break_free",
        less("danger", "action break_free"),
        events=(*HELD, "drain(Ana)", "break_free(Ben, Ana)"),
        so=("not in_danger(Ben)", "Ana believes not holds_life(Ana, Ben)"),
    ),
    "the weaker does not": Promise(
        "action break_free",
        but("danger", "action break_free", ", strength(who) > strength(of)"),
        events=HELD,
        cannot=("break_free(Ben, Ana)",),
    ),
    "a blow at one on guard does nothing, and shows it": Promise(
        "action strike",
        but("danger", "action strike", "        if wards_off(whom) then who believes on_guard(whom)\n"),
        events=("misjudge(Ana, Ben)", "strike(Ana, Ben)"),
        so=("not hurt(Ben)", "not harmed(Ana, Ben)", "Ana believes (on_guard(Ben) and not hurt(Ben))"),
    ),
    "a blow at one off guard wounds": Promise(
        "action strike",
        but("danger", "action strike", "fit(whom) and not holds_life(who, whom) then hurt(whom)", "no then hurt(whom)"),
        events=(*OPEN, "strike(Ana, Ben)"),
        so=("hurt(Ben)", "alive(Ben)", "Ben believes harmed(Ana, Ben)", "Ana believes hurt(Ben)"),
    ),
    "the same blow kills with the blade at the throat": Promise(
        "action strike",
        but("danger", "action strike", "(not fit(whom) or holds_life(who, whom)) then not alive", "no then not alive"),
        events=(*HELD, "strike(Ana, Ben)"),
        so=("not alive(Ben)", "Ana believes not alive(Ben)", "not in_danger(Ben)", "done_against(Ana, Ben) = 1"),
    ),
    "it kills one who is down": Promise(
        "action strike",
        but("danger", "action strike", "(not fit(whom) or holds_life(who, whom))", "holds_life(who, whom)"),
        events=(*OPEN, "strike(Ana, Ben)", "strike(Ana, Ben)"),
        so=("not alive(Ben)",),
    ),
    "who strikes is taken to love less": Promise(
        "action strike",
        but("danger", "action strike", "if looks_on(other, who) then", "if no then"),
        events=("strike(Ana, Ben)",),
        so=("Ben believes loves(Ana, Ben) = 2", "loves(Ana, Ben) = 5"),
    ),
    "nobody's life stays in the hand of one who is struck down": Promise(
        "rule slips_away",
        less("danger", "rule slips_away"),
        events=(*HELD, "wound(Ana)"),
        so=("not holds_life(Ana, Ben)", "not in_danger(Ben)"),
    ),
    "whoever is seized knows it": Promise(
        "rule feels_danger",
        less("danger", "rule feels_danger"),
        events=("seize(Ana, Ben)",),
        so=("Ben believes holds_life(Ana, Ben)",),
    ),
}  # fmt: skip


TRIAL = Trial("danger", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
