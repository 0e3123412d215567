"""Feelings in phrases of the same kind as those of a world.

For every emotion several phrases, at large and towards somebody; with what it is about; as it stands behind an act
(*grieving for him*) and before what somebody else did (*to her relief*). What is felt is named plainly; how strongly is
left to what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kizuna.discourse import Inner
from kizuna.model.values import Value
from kizuna.narration.moulds import Aside, Mode, Mould, Stands, alone, front, onward, piece, tail
from kizuna.narration.prose import Says
from kizuna.narration.wordings import Wording, renamed

_TABLE = """
grief
    {who} [grieve]
    grief [take] hold of {who}
    {who} [grieve] for {towards}
    grief for {towards} [take] hold of {who}
    ~ grieving for {towards}
    ! grief
remorse
    remorse [take] hold of {who}
    {who} [be] full of remorse
    remorse towards {towards} [take] hold of {who}
    {who} [be] full of remorse towards {towards}
    {who} [think] of CAUSE, and remorse [take] hold of {who}
    remorse [take] hold of {who} at the thought of CAUSE
    ~ full of remorse
guilt
    {who} [feel] guilty
    guilt [weigh] on {who}
    {who} [feel] guilty towards {towards}
    guilt towards {towards} [weigh] on {who}
    {who} [feel] guilty towards {towards} over CAUSE
    guilt over CAUSE [weigh] on {who}
    ~ burdened with guilt towards {towards}
fears confirmed
    it [be] what {who} had been afraid of
    what {who} had feared [have] come
distress
    {who} [be] distressed
    distress [take] hold of {who}
    it [hurt] {who} to think of CAUSE
    with a heavy heart {who} [think] of CAUSE
    the thought of CAUSE [weigh] on {who}
    ~ with a heavy heart
    ! distress
anger
    {who} [be] angry
    anger [rise] in {who}
    {who} [be] angry with {towards}
    anger at {towards} [rise] in {who}
    {who} [think] of CAUSE, and anger at {towards} [rise] in {who}
    ~ angry with {towards}
    ! anger
shame
    {who} [be] ashamed
    shame [come] over {who}
    {who} [think] of CAUSE, and [be] ashamed
    ~ ashamed
    ! shame
disappointment
    {who} [be] disappointed
    it [be] not what {who} had hoped for
    {who} [be] disappointed in {towards}
    it [be] not what {who} had hoped of {towards}
    ! disappointment
fear
    {who} [be] afraid
    fear [take] hold of {who}
    {who} [be] afraid of what {towards} might do
    fear of what {towards} might do [take] hold of {who}
    ~ afraid
relief
    {who} [be] relieved
    relief [come] over {who}
    ~ relieved
    ! relief
tenderness
    {who} [feel] tenderness
    tenderness [come] over {who}
    {who} [feel] tenderness for {towards}
    tenderness for {towards} [come] over {who}
    the heart of {who} [go] out to {towards}
    ~ full of tenderness for {towards}
gratitude
    {who} [be] grateful
    gratitude [fill] {who}
    {who} [be] grateful to {towards}
    gratitude to {towards} [fill] {who}
    ~ grateful to {towards}
joy
    {who} [be] glad
    joy [fill] {who}
    {who} [be] glad WISH
    it [gladden] {who} WISH
    ~ glad at heart
    ! joy
satisfaction
    {who} [be] content
    it [be] as {who} had hoped
    ~ content
    ! satisfaction
hope
    {who} [begin] to hope
    hope [stir] in {who}
    ~ full of hope
pride
    {who} [be] proud
    pride [fill] {who}
    {who} [be] proud of {towards}
    pride in {towards} [fill] {who}
    ~ proud of it
pity
    {who} [feel] pity
    pity [come] over {who}
    {who} [pity] {towards}
    pity for {towards} [come] over {who}
    ~ full of pity for {towards}
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
    ~ secretly pleased
envy
    {who} [be] envious
    envy [gnaw] at {who}
    {who} [envy] {towards}
    envy of {towards} [gnaw] at {who}
    ~ envious of {towards}
surprise
    {who} had not expected it
    it [surprise] {who}
    {who} had not known CAUSE
    ! surprise
"""
"""Every emotion, and below it the phrases for it: those with `{towards}` are for one towards somebody, those with CAUSE
say what it is about, those with WISH what one wanted; behind a `~` as it stands after an act, behind a `!` its name,
for what somebody did *to her joy*."""
_BEHIND, _NAME, _CAUSE, _WISH, _TOWARDS = "~ ", "! ", "CAUSE", "WISH", "{towards}"
_ABOUT = re.compile(r"((?:of |over )?)(?:CAUSE|WISH)")
_ALSO = " & "
"""What stands between two things that a feeling is about, until it is known behind which word they stand."""
_AT_ONCE = frozenset(("surprise",))
"""Feelings that are only said in one sentence with what they are about."""
NAMELESS = frozenset(("joy", "distress", "satisfaction"))
"""Feelings that say nothing unless one knows what of, or what has just been done."""


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


def is_of_wish(name: str) -> bool:
    """Whether a feeling is said to be about what one wanted, rather than about a thing."""
    return any(_WISH in each for each in _FELT.get(name, ()))


def feeling(inner: Inner, doer: str, causes: Sequence[Wording] = (), *, weighs: bool = False) -> Aside | None:
    """What somebody feels when ``doer`` has acted, and what it is about; None for a feeling without words."""
    moulds = tuple(_moulds(inner, doer, _about(causes)))
    return Aside(Says.FEELING, inner.who, moulds, weighs) if moulds else None


def _moulds(inner: Inner, doer: str, about: Wording | None) -> Iterator[Mould]:
    slots = {"who": inner.who, "towards": inner.towards}
    phrases = _FELT.get(inner.name, ())
    whole = _fitting([each for each in phrases if _is_about(each)], inner) if about is not None else []
    if about is not None and whole:
        for phrase in whole:
            is_owned = "the thought of" in phrase and about.phrase.startswith("{")
            if (_WISH in phrase and inner.who != doer) or is_owned:
                continue
            said = _ABOUT.sub(lambda match: match[1] + about.phrase.replace(_ALSO, f" and {match[1]}"), phrase)
            yield from _plain(phrase, said, inner.who == doer, {**slots, **about.arguments})
        return
    for phrase in phrases:
        if phrase.startswith(_BEHIND) and inner.who == doer and (inner.towards or _TOWARDS not in phrase):
            yield tail(phrase, piece(phrase.removeprefix(_BEHIND), slots, ","))
            yield onward("onward", piece(phrase.removeprefix(_BEHIND), slots), needs=inner.who)
        if phrase.startswith(_NAME) and inner.who != doer:
            yield front("to their", piece(f"to the {phrase.removeprefix(_NAME)} of {{who}}", slots))
    if inner.name not in NAMELESS:
        for phrase in _fitting([each for each in phrases if each[0] not in "~!" and not _is_about(each)], inner):
            ways = _plain(phrase, phrase, inner.who == doer, slots)
            yield from (way for way in ways if way.stands is not Stands.ALONE or inner.name not in _AT_ONCE)


def _plain(name: str, phrase: str, is_own: bool, slots: Mapping[str, Value]) -> Iterator[Mould]:
    """A clause behind what was done, or in a sentence of its own."""
    if ", and" not in phrase:
        if not is_own:
            yield tail(name, piece(phrase, slots, ", and"))
        elif _begins(phrase):
            yield tail(name, piece(phrase, slots, ", and", Mode.SHARED))
    yield alone(name, piece(phrase, slots))


def _is_about(phrase: str) -> bool:
    return _CAUSE in phrase or _WISH in phrase


def _begins(phrase: str) -> bool:
    return phrase.startswith("{who} [")


def _fitting(phrases: Sequence[str], inner: Inner) -> list[str]:
    """The phrases for a feeling towards somebody, where it is; else those for one at large."""
    is_aimed = bool(inner.towards) and inner.towards != inner.who
    fitting = [each for each in phrases if (_TOWARDS in each) is is_aimed]
    return fitting or [each for each in phrases if _TOWARDS not in each]


def _about(causes: Sequence[Wording]) -> Wording | None:
    """What a feeling is about: one thing, or two."""
    if not causes:
        return None
    shortest = sorted(causes, key=lambda each: ("ing " in each.phrase, len(each.phrase.split())))
    said = [renamed(each, f"c{place}") for place, each in enumerate(shortest)]
    slots = {name: value for each in said for name, value in each.arguments.items()}
    return Wording(_ALSO.join(each.phrase for each in said), slots)
