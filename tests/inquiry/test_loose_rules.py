"""Rules that race one another or never come to rest: each is found, and in a near twin it is not."""

from __future__ import annotations

from cottage import COTTAGE, checked, told, with_changes

THRONE = """
character Ana
    wants crown: ruler = Ana
character Ben
    wants crown: ruler = Ben
fluent ruler(): character
fluent dead(who: character)
fluent mourning()
fact ruler = Ana
action die(who: character)
    when not dead(who), ruler = who
    then dead(who), ruler = unknown
rule heir(who: character)
    when ruler = unknown, not dead(who)
    then ruler = who
rule mourn()
    when ruler = unknown, not mourning
    then mourning
"""


def test_rules_that_race_and_rules_that_do_not() -> None:
    (found,) = checked(THRONE)
    assert told((found,)) == [("racing-rules", "heir")]
    assert [label.span.text for label in found.secondary] == ["mourn"]
    assert "`mourning()`" in found.message
    assert "die(Ana)" in found.message
    assert with_changes(("when ruler = unknown, not mourning", "when dead(Ana), not mourning"), text=THRONE) == ()


def test_two_of_one_rule_that_race() -> None:
    third = THRONE.replace("rule mourn()\n    when ruler = unknown,", "rule mourn()\n    when dead(Ana),")
    assert checked(third) == ()
    (found,) = checked(third + "character Cleo\n    wants peace: not mourning\n")
    assert "heir(Ben) and heir(Cleo) race for `ruler()`" in found.message
    assert found.secondary == ()


def test_rules_that_meet_again_do_not_race() -> None:
    rules = "\nfluent tired(who: character)\nrule a\n    when cold(Ana), not tired(Ana)\n    then tired(Ana)\n"
    rules = rules.replace("rule a\n", "rule a()\n")
    assert "racing-rules" not in {each.code for each in checked(COTTAGE + rules)}


def test_rules_that_come_to_fire_for_ever() -> None:
    text = """
character Ana
    wants light: lit
fluent lit()
fluent wound()
action wind()
    by Ana
    then wound
rule flares()
    when wound, not lit
    then lit
rule dies_down()
    when wound, lit
    then not lit{}
"""
    assert told(checked(text.format(""))) == [("endless-rules-later", "flares")]
    assert "endless-rules-later" not in {each.code for each in checked(text.format(", not wound"))}
