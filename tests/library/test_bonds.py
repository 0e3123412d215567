"""The module bonds at work: each promise kept, and broken once a piece of the module is gone.

Ana loves Ben and cares for him, 6 together, more than he loves her; Ben trusts Ana and hates Cleo, who is elsewhere.
"""

from __future__ import annotations

from promises import Promise, Trial, but

BETRAYED_IN_SECRET = ("betray_in_secret(Ben, Ana)",)

PROMISES = {
    "harm is held against whoever did it": Promise(
        "define worst_wrong",
        but("bonds", "define worst_wrong", "else if who believes harmed(whom, who) then 4 "),
        events=("harm(Ben, Ana)",),
        so=("resents(Ana, Ben) = 4", "resents(Ben, Ana) = 0", "resents(Cleo, Ben) = 0"),
    ),
    "so are threats and lies, and the worst counts": Promise(
        "define lesser_wrong",
        but("bonds", "define lesser_wrong",
            "if who believes (threatened(whom, who) and not spared(whom, who)) then 3 else "),
        events=("deceive(Ben, Ana)", "threaten(Ben, Ana)"),
        so=("resents(Ana, Ben) = 3", "Ben believes resents(Ana, Ben) = 3"),
    ),
    "a lie is held against the liar": Promise(
        "define lesser_wrong",
        but("bonds", "define lesser_wrong", "else if who believes deceived(whom, who) then 2 "),
        events=("deceive(Ben, Ana)",),
        so=("resents(Ana, Ben) = 2",),
    ),
    "what one does not know of is held against nobody": Promise(
        "define worst_wrong",
        but("bonds", "define worst_wrong", "who believes betrayed(whom, who)", "betrayed(whom, who)"),
        events=BETRAYED_IN_SECRET,
        so=("resents(Ana, Ben) = 0", "holds_dear(Ana, Ben) = 6"),
    ),
    "it is once one finds out, and who did it need not know": Promise(
        "define worst_wrong",
        but("bonds", "define worst_wrong", "if who believes betrayed(whom, who) then 6 else "),
        events=(*BETRAYED_IN_SECRET, "find_out(Ana, Ben)"),
        so=("resents(Ana, Ben) = 6", "holds_dear(Ana, Ben) = 0", "Ben believes resents(Ana, Ben) = 0"),
    ),
    "what is forgiven is not": Promise(
        "define resents",
        but("bonds", "define resents", "if forgives(who, whom) then 0 else ", ""),
        events=("betray(Ben, Ana)", "forgive(Ana, Ben)"),
        so=("resents(Ana, Ben) = 0", "Ben believes resents(Ana, Ben) = 0"),
    ),
    "the best that was done for one counts": Promise(
        "define is_grateful_to",
        but("bonds", "define is_grateful_to", "if who believes saved(whom, who) then 4 else ", ""),
        events=("help(Ben, Ana)", "save(Ben, Ana)"),
        so=("is_grateful_to(Ana, Ben) = 4", "holds_dear(Ana, Ben) = 10"),
    ),
    "one is grateful for being spared": Promise(
        "define is_grateful_to",
        but("bonds", "define is_grateful_to",
            "else if who believes (spared(whom, who) and not threatened(whom, who)) then 3 "),
        events=("spare(Ana, Ben)",),
        so=("is_grateful_to(Ben, Ana) = 3",),
    ),
    "one is grateful for help": Promise(
        "define is_grateful_to",
        but("bonds", "define is_grateful_to", "else if who believes helped(whom, who) then 2 "),
        events=("help(Ana, Ben)",),
        so=("is_grateful_to(Ben, Ana) = 2", "holds_dear(Ben, Ana) = 3"),
    ),
    "love and care and gratitude add up": Promise(
        "define goodwill",
        but("bonds", "define goodwill", " + cares_for(who, whom)"),
        events=("help(Ben, Ana)",),
        so=("goodwill(Ana, Ben) = 8",),
    ),
    "whoever threatens and then spares gains nothing by it": Promise(
        "define is_grateful_to",
        but("bonds", "define is_grateful_to", " and not threatened(whom, who)"),
        events=("threaten(Ana, Ben)", "spare(Ana, Ben)"),
        so=("holds_dear(Ben, Ana) = 1",),
    ),
    "and a threat that is let go is no longer held against them": Promise(
        "define lesser_wrong",
        but("bonds", "define lesser_wrong", " and not spared(whom, who)"),
        events=("threaten(Ana, Ben)", "spare(Ana, Ben)"),
        so=("resents(Ben, Ana) = 0",),
    ),
    "what is held against somebody makes them less dear": Promise(
        "define holds_dear",
        but("bonds", "define holds_dear", " - resents(who, whom)"),
        events=("harm(Ben, Ana)",),
        so=("holds_dear(Ana, Ben) = 2",),
    ),
    "nobody is less dear than not at all": Promise(
        "define holds_dear",
        but("bonds", "define holds_dear", "if goodwill(who, whom) > resents(who, whom) then ", "if yes then "),
        events=("harm(Ana, Ben)",),
        so=("holds_dear(Ben, Ana) = 0",),
    ),
    "what is resented is wished ill for, beside what is hated": Promise(
        "define wishes_ill",
        but("bonds", "define wishes_ill", " + resents(who, whom)"),
        events=("betray_in_secret(Cleo, Ben)", "find_out(Ben, Cleo)"),
        so=("wishes_ill(Ben, Cleo) = 8",),
    ),
    "one relies on those whom one trusts": Promise(
        "define relies_on",
        but("bonds", "define relies_on", "    trusts(who, whom) >= 5\n", "    trusts(who, whom) > 6\n"),
        so=("relies_on(Ben, Ana)", "Ana believes relies_on(Ben, Ana)"),
    ),
    "not once one knows of a lie": Promise(
        "define relies_on",
        but("bonds", "define relies_on", "    not (who believes deceived(whom, who))\n"),
        events=("deceive(Ana, Ben)",),
        so=("not relies_on(Ben, Ana)",),
    ),
    "nor once one knows of a betrayal": Promise(
        "define relies_on",
        but("bonds", "define relies_on", "\n    not (who believes betrayed(whom, who))"),
        events=("betray(Ana, Ben)",),
        so=("not relies_on(Ben, Ana)",),
    ),
    "who strikes is believed to love less": Promise(
        "define seen_striking",
        but("bonds", "define seen_striking", "else 2", "else loves(who, whom)"),
        events=("blow(Ana, Ben)",),
        so=("Ben believes loves(Ana, Ben) = 2", "Ana believes Ben believes loves(Ana, Ben) = 2", "loves(Ana, Ben) = 5"),
    ),
    "nobody is believed to love more for striking": Promise(
        "define seen_striking",
        but("bonds", "define seen_striking", "if loves(who, whom) <= 2 then loves(who, whom) else 2", "2"),
        events=("blow(Ben, Ana)",),
        so=("Ana believes loves(Ben, Ana) = 1",),
    ),
    "who spares is believed to love more": Promise(
        "define seen_sparing",
        but("bonds", "define seen_sparing", "else 7", "else loves(who, whom)"),
        events=("lower_blade(Ana, Ben)",),
        so=("Ben believes loves(Ana, Ben) = 7", "Ana believes loves(Ana, Ben) = 5", "loves(Ana, Ben) = 5"),
    ),
    "a bond is what speaks for somebody less what speaks against them": Promise(
        "define felt_bond",
        but("bonds", "define felt_bond", " - resents(who, whom)"),
        events=("harm(Ben, Ana)",),
        so=("felt_bond(Ana, Ben) = 2", "felt_bond(Ben, Cleo) = -2", "felt_bond(Ben, Ana) = 1"),
    ),
    "for a stranger nothing is felt": Promise(
        "define felt_bond",
        but("bonds", "define felt_bond", "if stranger_to(whom, who) then 0 else "),
        events=("mask(Ben, Ana)",),
        so=("felt_bond(Ana, Ben) = 0", "felt_bond(Ben, Ana) = 1"),
    ),
    "harm is what one can be guilty of": Promise(
        "define felt_harm",
        but("bonds", "define felt_harm", "harmed(who, whom)", "deceived(who, whom)"),
        events=("harm(Ben, Ana)",),
        so=("felt_harm(Ben, Ana)", "not felt_harm(Ana, Ben)"),
    ),
    "only those who rely on somebody are betrayed by them": Promise(
        "define felt_reliance",
        but("bonds", "define felt_reliance", "relies_on(who, whom)", "yes"),
        events=("deceive(Ana, Ben)",),
        so=("not felt_reliance(Ben, Ana)", "felt_reliance(Ana, Ben)"),
    ),
    "those who are together are close": Promise(
        "define felt_nearness",
        but("bonds", "define felt_nearness", " and together(who, whom)"),
        so=("felt_nearness(Ana, Ben)", "not felt_nearness(Ana, Cleo)"),
    ),
}  # fmt: skip


TRIAL = Trial("bonds", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
