"""Feelings, doubts and inner voices in phrases of the same kind as those of a world.

For every emotion several phrases, at large and towards somebody; which of them is said is decided by what was said
before, never by chance. What is felt is named plainly; how strongly is left to what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kizuna.discourse import Inner
from kizuna.narration.wordings import Wording

_TABLE = """
grief
    {who} [grieve]
    grief [take] hold of {who}
    {who} [grieve] for {towards}
    grief for {towards} [take] hold of {who}
remorse
    remorse [take] hold of {who}
    {who} [be] full of remorse
    remorse towards {towards} [take] hold of {who}
    {who} [be] full of remorse towards {towards}
guilt
    {who} [feel] guilty
    guilt [weigh] on {who}
    {who} [feel] guilty towards {towards}
    guilt towards {towards} [weigh] on {who}
fears confirmed
    it [be] what {who} had been afraid of
    what {who} had feared [have] come
distress
    {who} [be] distressed
    distress [take] hold of {who}
    {who} [be] distressed over {towards}
    distress over {towards} [take] hold of {who}
anger
    {who} [be] angry
    anger [rise] in {who}
    {who} [be] angry with {towards}
    anger at {towards} [rise] in {who}
shame
    {who} [be] ashamed
    shame [come] over {who}
disappointment
    {who} [be] disappointed
    it [be] not what {who} had hoped for
    {who} [be] disappointed in {towards}
    it [be] not what {who} had hoped of {towards}
fear
    {who} [be] afraid
    fear [take] hold of {who}
    {who} [be] afraid of what {towards} might do
    fear of what {towards} might do [take] hold of {who}
relief
    {who} [be] relieved
    relief [come] over {who}
tenderness
    {who} [feel] tenderness
    tenderness [come] over {who}
    {who} [feel] tenderness for {towards}
    tenderness for {towards} [come] over {who}
gratitude
    {who} [be] grateful
    gratitude [fill] {who}
    {who} [be] grateful to {towards}
    gratitude to {towards} [fill] {who}
joy
    {who} [be] glad
    joy [fill] {who}
satisfaction
    {who} [be] content
    it [be] as {who} had hoped
hope
    {who} [begin] to hope
    hope [stir] in {who}
pride
    {who} [be] proud
    pride [fill] {who}
    {who} [be] proud of {towards}
    pride in {towards} [fill] {who}
pity
    {who} [feel] pity
    pity [come] over {who}
    {who} [pity] {towards}
    pity for {towards} [come] over {who}
gladness
    {who} [be] glad
    gladness [come] over {who}
    {who} [be] glad for {towards}
    {who} [be] glad for the sake of {towards}
gloating
    {who} [gloat]
    {who} [be] secretly pleased
    {who} [gloat] over {towards}
    what had come to {towards} secretly [please] {who}
envy
    {who} [be] envious
    envy [gnaw] at {who}
    {who} [envy] {towards}
    envy of {towards} [gnaw] at {who}
surprise
    {who} had not expected it
    it [surprise] {who}
"""
"""Every emotion, and below it the phrases for it: those with `{towards}` are for one towards somebody."""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    """The phrases of each emotion."""
    found: dict[str, tuple[str, ...]] = {}
    kind = ""
    for line in table.strip().splitlines():
        if line.startswith(" "):
            found[kind] = (*found[kind], line.strip())
        else:
            kind = line
            found[kind] = ()
    return found


_FELT = _read(_TABLE)


_WITH_CAUSE = {
    "anger": "{who} [think] of CAUSE, and anger at {towards} [rise] in {who}",
    "disappointment": "CAUSE [be] lost to {who}",
    "distress": "it [hurt] {who} to think of CAUSE|{who} [be] distressed to think of CAUSE",
    "grief": "{who} [grieve] for {towards}",
    "guilt": "{who} [think] of CAUSE, and [feel] guilty",
    "joy": "{who} [think] of CAUSE, and [be] glad|it [make] {who} glad to think of CAUSE",
    "remorse": "{who} [think] of CAUSE, and remorse [take] hold of {who}|"
    "remorse [take] hold of {who} at the thought of CAUSE",
    "shame": "{who} [think] of CAUSE, and [be] ashamed",
}
"""How a feeling is said together with what it is about, in one wording or another."""
WEIGHED = "more of"
"""What stands between what speaks against an act and what speaks for it."""
_NAMELESS = frozenset(["joy", "satisfaction"])
"""Feelings that say nothing unless one knows what of."""


def feeling_phrases(inner: Inner, about: Wording | None = None) -> Iterator[Wording]:
    """What somebody feels, in several phrases, first with what it is ``about``; none for a feeling of unknown name."""
    towards = inner.towards if inner.towards != inner.who else ""
    whole = _WITH_CAUSE.get(inner.name, "")
    if about is not None and "CAUSE" in whole and (towards or "{towards}" not in whole):
        slots = {f"c{name}": value for name, value in about.arguments.items()}
        for phrase in whole.replace("CAUSE", _moved(about, "c")).split("|"):
            yield Wording(phrase, {"who": inner.who, "towards": towards, **slots})
    phrases = _FELT.get(inner.name, ()) if inner.name not in _NAMELESS else ()
    aimed = [phrase for phrase in phrases if "{towards}" in phrase] if towards else []
    alone = [phrase for phrase in phrases if "{towards}" not in phrase]
    for phrase in aimed or alone:
        yield Wording(phrase, {"who": inner.who, "towards": towards})


def objection_phrases(inner: Inner, against: Wording | None, behind: Wording | None) -> Iterator[Wording]:
    """That somebody thinks of what is ``against`` their act, and perhaps that what is ``behind`` it counts for more."""
    slots = {"who": inner.who}
    if against is not None:
        thought = _moved(against, "a")
        slots |= {f"a{name}": str(value) for name, value in against.arguments.items()}
        if behind is not None:
            more = _moved(behind, "b")
            both = slots | {f"b{name}": str(value) for name, value in behind.arguments.items()}
            yield Wording(f"{{who}} [think] of {thought}, but {WEIGHED} {more}", both)
            yield Wording(f"it [make] {{who}} think of {thought}, but {WEIGHED} {more}", both)
        for phrase in ("{who} [think] of ", "it [make] {who} think of ", "a part of {who} [think] of "):
            yield Wording(phrase + thought, slots)
    yield Wording("something in {who} [hold] back", slots)


def aim_phrases(inner: Inner, behind: Wording) -> Iterator[Wording]:
    """What an act is for."""
    slots = {"who": inner.who, **{f"b{name}": value for name, value in behind.arguments.items()}}
    yield Wording(f"{{who}} [do] it for the sake of {_moved(behind, 'b')}", slots)
    yield Wording(f"what [count] for {{who}} [be] {_moved(behind, 'b')}", slots)


def _moved(wording: Wording, mark: str) -> str:
    """A phrase with its slots renamed, so that it can stand in another."""
    return re.sub(r"\{(\w+)\}", rf"{{{mark}\1}}", wording.phrase)
