"""The module feelings at work: each promise kept, and broken once a piece of the module is gone.

Ana loves Ben more than she knows, and Cleo, who is elsewhere, a little; Ben loves Ana.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less

HARMED = ("harm(Ana, Ben)", "learn_of_harm(Ana, Ben)")
BEREFT = ("die(Ben)",)

PROMISES = {
    "love comes to everything, much, something or nothing": Promise(
        "define depth_of_love",
        but("feelings", "define depth_of_love", "if loves(who, whom) >= 8 then 8 else ", ""),
        so=("depth_of_love(Ana, Ben) = 8", "depth_of_love(Ben, Ana) = 5", "depth_of_love(Ana, Cleo) = 2"),
    ),
    "the harm one did puts a love to the test": Promise(
        "define is_put_to_the_test",
        but("feelings", "define is_put_to_the_test", "(who believes harmed(who, whom)) or ", ""),
        events=HARMED,
        so=("Ana believes loves(Ana, Ben) = 8",),
    ),
    "so does a death, or what one takes for it": Promise(
        "define is_put_to_the_test",
        but("feelings", "define is_put_to_the_test", " or (who believes not alive(whom))", ""),
        events=BEREFT,
        so=("Ana believes loves(Ana, Ben) = 8",),
    ),
    "holding each other makes the hearts of both lighter": Promise(
        "action comfort",
        but("feelings", "action comfort", "distress(who) -= 4, distress(whom) -= 4, "),
        events=("hear_of(Ana, Cleo)", "comfort(Ben, Ana)"),
        so=("distress(Ana) = 0", "Ana believes distress(Ana) = 0", "mourns(Ana, Cleo)"),
    ),
    "guilt too": Promise(
        "action comfort",
        but("feelings", "action comfort", ", guilt(who) -= 2, guilt(whom) -= 2"),
        events=(*HARMED, "comfort(Ben, Ana)"),
        so=("guilt(Ana) = 6", "Ana believes guilt(Ana) = 6"),
    ),
    "whoever is held is lighter for it": Promise(
        "action hold",
        but("feelings", "action hold", "distress(whom) -= 2, "),
        events=("hear_of(Ana, Cleo)", "hold(Ben, Ana)"),
        so=("distress(Ana) = 0",),
    ),
    "what is confessed is believed, and lighter to bear": Promise(
        "action confess",
        but("feelings", "action confess", ", guilt(who) -= 4"),
        events=("harm(Ana, Cleo)", "learn_of_harm(Ana, Cleo)", "confess(Ana, Ben, Cleo)"),
        so=("Ben believes harmed(Ana, Cleo)", "has_confessed(Ana, Cleo)", "guilt(Ana) = 0"),
    ),
    "whoever forgives takes guilt from the other": Promise(
        "action forgive",
        but("feelings", "action forgive", ", guilt(whom) -= 4"),
        events=(*HARMED, "forgive(Ben, Ana)"),
        so=("resents(Ben, Ana) = 0", "guilt(Ana) = 4", "Ana believes resents(Ben, Ana) = 0"),
    ),
    "nobody forgives where there is nothing to forgive": Promise(
        "action forgive",
        but("feelings", "action forgive", ", resents(who, whom) > 0"),
        cannot=("forgive(Ana, Ben)",),
    ),
    "too late one knows one's own heart": Promise(
        "rule knows_own_heart",
        less("feelings", "rule knows_own_heart"),
        events=HARMED,
        so=("Ana believes loves(Ana, Ben) = 8", "Ana believes guilt(Ana) = 8", "Ben believes loves(Ana, Ben) = 4"),
    ),
    "not before": Promise(
        "rule knows_own_heart",
        but("feelings", "rule knows_own_heart", "        is_put_to_the_test(who, whom)\n"),
        so=("Ana believes loves(Ana, Ben) = 1",),
    ),
    "guilt is as deep as the love, in truth and in the heart": Promise(
        "rule feels_guilt",
        less("feelings", "rule feels_guilt"),
        events=HARMED,
        so=("guilt(Ana) = 8", "Ana believes guilt(Ana) = 8", "guilt(Ben) = 0"),
    ),
    "nobody is guilty of what they do not know of": Promise(
        "rule feels_guilt",
        but("feelings", "rule feels_guilt", "who believes harmed(who, whom)", "harmed(who, whom)"),
        events=("harm(Ana, Ben)",),
        so=("guilt(Ana) = 0", "Ben believes harmed(Ana, Ben)"),
    ),
    "it is felt once": Promise(
        "rule feels_guilt",
        but("feelings", "rule feels_guilt", "not rues(who, whom)", "guilt(who) < depth_of_love(who, whom)"),
        events=(*HARMED, "comfort(Ana, Ben)"),
        so=("guilt(Ana) = 6",),
    ),
    "a death brings as much distress as there was love": Promise(
        "rule feels_loss",
        less("feelings", "rule feels_loss"),
        events=BEREFT,
        so=("distress(Ana) = 8", "Ana believes distress(Ana) = 8", "distress(Cleo) = 0"),
    ),
    "what happens unknown to somebody does not distress them": Promise(
        "rule feels_loss",
        but("feelings", "rule feels_loss", "who believes not alive(whom)", "not alive(whom)"),
        events=("die(Cleo)",),
        so=("distress(Ana) = 0",),
    ),
    "a blade at the throat frightens": Promise(
        "rule takes_fright",
        less("feelings", "rule takes_fright"),
        events=("seize(Ana, Ben)",),
        so=("fear(Ben) = 8", "Ben believes fear(Ben) = 8", "fear(Ana) = 0"),
    ),
    "once it is gone one calms down": Promise(
        "rule calms_down",
        less("feelings", "rule calms_down"),
        events=("seize(Ana, Ben)", "let_go(Ana, Ben)"),
        so=("fear(Ben) = 0", "not frightened(Ben)"),
    ),
}  # fmt: skip


TRIAL = Trial("feelings", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
