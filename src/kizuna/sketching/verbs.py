"""A form of a verb in, its base and its participle out, by rule and a list of the irregular ones.

Naive: strip `s` and `ed`. Better: the endings before them say whether an `e` was swallowed or a letter doubled. The
rules are right for most verbs; what they get wrong is a guess among guesses, and easily mended by whoever reads it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from kizuna.sketching import vocabulary as v

_TABLE = """
arise arose arisen|be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent
bet bet bet|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|bring brought brought
build built built|burn burnt burnt|burst burst burst|buy bought bought|catch caught caught|choose chose chosen
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done
draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed
feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got got
give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid
lead led led|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|light lit lit
lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|overhear overheard overheard
overcome overcame overcome|pay paid paid|put put put|quit quit quit|read read read|ride rode ridden|ring rang rung
rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set
sew sewed sewn|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shut shut shut
sing sang sung|sink sank sunk|sit sat sat|slay slew slain|sleep slept slept|slide slid slid|smell smelt smelt
sneak snuck snuck|speak spoke spoken|spend spent spent|spill spilt spilt|spin spun spun|spit spat spat|split split split
spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck
strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken
teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|tread trod trodden
understand understood understood|undo undid undone|wake woke woken|wear wore worn|weep wept wept|win won won
wind wound wound|withdraw withdrew withdrawn|write wrote written|awake awoke awoken|betray betrayed betrayed
foresee foresaw foreseen|rebuild rebuilt rebuilt|retell retold retold|uphold upheld upheld|withstand withstood withstood
"""
_IRREGULAR = {row.split()[0]: row.split()[1:] for line in _TABLE.split("\n") if line for row in line.split("|")}
_PAST = {past: base for base, (past, _) in _IRREGULAR.items()} | {"were": "be", "slayed": "slay", "lied": "lie"}
_PARTICIPLES = {participle: base for base, (_, participle) in _IRREGULAR.items()}
_BARE = {base for base, (past, _) in _IRREGULAR.items()}

# Whose stems do not look like it: what the rules below would get wrong.
_STEMS = {
    stem: base
    for base, stem in (
        pair.split(":")
        for pair in v.words(
            "add:add err:err invite:invit unite:unit excite:excit ignite:ignit recite:recit develop:develop "
            "murmur:murmur honor:honor favor:favor mirror:mirror monitor:monitor travel:travell cancel:cancell "
            "counsel:counsell control:controll compel:compell expel:expell propel:propell quarrel:quarrell "
            "signal:signall model:modell rebel:rebell guide:guid persuade:persuad create:creat focus:focus "
            "long:long belong:belong hang:hang bang:bang kidnap:kidnapp worship:worshipp gossip:gossip pivot:pivot "
            "pilot:pilot die:di tie:ti lie:li vie:vi please:pleas tease:teas agree:agre free:fre see:se flee:fle "
            "guarantee:guarante argue:argu dye:dy eye:ey ache:ach ban:bann profit:profit edit:edit benefit:benefit "
            "limit:limit inherit:inherit wander:wander handle:handl whistle:whistl beg:begg hug:hugg "
            "collapse:collaps elapse:elaps sense:sens rinse:rins curse:curs nurse:nurs rehearse:rehears "
            "reverse:revers rescue:rescu continue:continu bruise:bruis suspect:suspect judge:judg wedge:wedg "
            "lodge:lodg dance:danc marry:marry bury:bury summon:summon abandon:abandon pardon:pardon poison:poison "
            "reason:reason season:season imprison:imprison question:question mention:mention station:station "
            "threaten:threaten iron:iron open:open happen:happen listen:listen fasten:fasten visit:visit exit:exit "
            "blackmail:blackmail reveal:reveal appeal:appeal bargain:bargain captain:captain remain:remain "
            "interview:interview arouse:arous corner:corner conquer:conquer kick:kick target:target market:market "
            "answer:answer gallop:gallop stagger:stagger seduce:seduc kiss:kiss fire:fir tire:tir"
        )
    )
}
_NEEDS_E = re.compile(
    r"(?:[vczu]|[^aeiou][aeiou]s|[aeiou]{2}s|[^aeiourlw]l|[dr]g|n[cg]|(?:^|[^aeo])ag|[^e]ar|[^aeiou]or|[^aeiou]il|phon|"
    r"[^e]ur|[^aeo]ir|[^aeiou]i[dn]|"
    r"[^aeiou]u[dmtn]|[^aeiou]o[dtkv]|[^aeiou]at|[^aeiou]ad|[^aeiou]a[pk]|"
    r"pl[eo]t|el[eo]t|[^aeiou]os|rs|ns|ps|th(?<=ath))$"
)
_SHORT = re.compile(r"^[^aeiou]*[aeiouy][^aeiouwxy]$")
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


class Form(NamedTuple):
    """What a word is as a verb: its base, and ``s``, ``past``, ``participle``, ``ing`` or ``base``."""

    base: str
    tense: str


def form(word: str) -> Form | None:
    """The verb that a word in small letters is a form of, or None if its ending says nothing."""
    if word in _PAST:
        return Form(_PAST[word], "past")
    if word in _PARTICIPLES:
        return Form(_PARTICIPLES[word], "participle")
    if len(word) > 3 and word.endswith("ed") and word not in ("need", "indeed", "hundred", "sacred", "naked", "feed"):
        return Form(_stemmed(word[:-2], word[:-1]), "past")
    if word in ("dying", "lying", "tying"):
        return Form(word[0] + "ie", "ing")
    if len(word) > 4 and word.endswith("ing") and word not in ("thing", "king", "ring", "bring", "sing", "string"):
        return Form(_stemmed(word[:-3], word[:-3] + "e"), "ing")
    if len(word) > 2 and word.endswith("s") and not word.endswith(("ss", "us", "'s")) and word not in _NO_VERBS:
        return Form(_of_third(word), "s")
    return Form(word, "base") if word in _BARE else None


_NO_VERBS = {
    "his",
    "its",
    "this",
    "is",
    "was",
    "as",
    "yes",
    "always",
    "towards",
    "besides",
    "perhaps",
    "thus",
    "across",
}


def _of_third(word: str) -> str:
    if word in ("dies", "lies", "ties", "vies", "unties"):
        return word[:-1]
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) and word not in ("aches", "axes", "shoes"):
        return word[:-2]
    return word[:-1]


def _stemmed(stem: str, with_e: str) -> str:
    if stem in _STEMS:
        return _STEMS[stem]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if _DOUBLED.search(stem):
        return stem[:-1]
    if stem + "e" in _BARE:
        return stem + "e"
    if stem in _BARE or stem.endswith(("en", "er", "on", "it", "et", "el", "ow", "ck")):
        return stem if not _SHORT.match(stem) or stem in _BARE else stem + "e"
    return stem + "e" if _SHORT.match(stem) or _NEEDS_E.search(stem) else stem


def participle(base: str) -> str:
    """``asked``, ``taken``: what comes after *has*."""
    if base in _IRREGULAR:
        return _IRREGULAR[base][1]
    if base.endswith("e"):
        return base + "d"
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ied"
    doubled = _SHORT.match(base) or base in (
        "kidnap",
        "admit",
        "commit",
        "prefer",
        "occur",
        "refer",
        "permit",
        "submit",
    )
    return base + (base[-1] if doubled and len(base) > 2 else "") + "ed"


def third(base: str) -> str:
    """``loves``, ``envies``: what somebody does."""
    if re.search(r"[^aeiou]y$", base):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
