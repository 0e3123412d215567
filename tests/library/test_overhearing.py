"""The module overhearing at work: each promise kept, and broken once a piece of the module is gone."""

from __future__ import annotations

from promises import Promise, Trial, but, less

SAYS = "let_fall_fire(Ana, Ben)"
TELLS = "undeceive(Dan, Cleo, Ana)"

PROMISES = {
    "who takes themselves for unnoticed believes what they overhear": Promise(
        "action let_fall", but("overhearing", "action let_fall", ", content())", ")"),
        events=(SAYS,), so=("Cleo believes on_fire",),
    ),
    "who knows that they are noticed does not": Promise(
        "define is_aware_of", but("overhearing", "define is_aware_of", "(who believes at(whom) = here)", "who = whom"),
        events=(SAYS,), so=("not (Dan believes on_fire)", "performed_for(Ana, Cleo)"),
    ),
    "one hears only what is in earshot": Promise(
        "define listens", but("overhearing", "define listens", " and in_earshot(there, here)"),
        events=(SAYS,), so=("not (Eve believes on_fire)", "not performed_for(Ana, Eve)"),
    ),
    "who was there can tell whom it was meant for": Promise(
        "action undeceive", less("overhearing", "action undeceive"),
        events=(SAYS, TELLS), so=("Cleo believes performed_for(Ana, Cleo)",),
    ),
    "and who learns it believes it no longer": Promise(
        "rule sees_through", less("overhearing", "rule sees_through"),
        events=(SAYS, TELLS), so=("not (Cleo believes on_fire)",),
    ),
}  # fmt: skip

TRIAL = Trial("overhearing", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
