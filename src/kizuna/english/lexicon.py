"""Words whose forms no rule gives, and the words that a world adds.

Naive: a table of every verb. Better: only what the rules get wrong: strong verbs, verbs that double their last letter
though they are long, plurals that are old. Spelling is British (`travelled`, `burnt`).
"""

from __future__ import annotations

from dataclasses import dataclass, field


def each_of(text: str) -> tuple[str, ...]:
    """The words of a text, one by one: how lists of words are written here."""
    return tuple(text.split())


_VERBS = """
arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become
begin began begun|behold beheld beheld|bend bent bent|bet bet bet|bid bade bidden|bind bound bound|bite bit bitten
bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought|build built built
burn burnt burnt|burst burst burst|buy bought bought|can could could|cast cast cast|catch caught caught
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt
dig dug dug|do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|dwell dwelt dwelt
eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled
fling flung flung|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten
forgive forgave forgiven|forsake forsook forsaken|freeze froze frozen|get got got|give gave given|go went gone
grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit
hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led
lean leant leant|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain
light lit lit|lose lost lost|make made made|may might might|mean meant meant|meet met met|mislead misled misled
mistake mistook mistaken|misunderstand misunderstood misunderstood|mow mowed mown|must must must
overcome overcame overcome|overhear overheard overheard|oversleep overslept overslept|overtake overtook overtaken
overthrow overthrew overthrown|pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt
repay repaid repaid|rethink rethought rethought|retell retold retold|rid rid rid|ride rode ridden|ring rang rung
rise rose risen|run ran run|saw sawed sawn|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent
set set set|sew sewed sewn|shake shook shaken|shall should should|shed shed shed|shine shone shone|shoot shot shot
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain
sleep slept slept|slide slid slid|sling slung slung|slit slit slit|smell smelt smelt|sneak snuck snuck
sow sowed sown|speak spoke spoken|spend spent spent|spill spilt spilt|spin spun spun|spit spat spat
split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck
sting stung stung|stink stank stunk|stride strode stridden|strike struck struck|strive strove striven
swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken
teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust
tread trod trodden|undergo underwent undergone|understand understood understood|undertake undertook undertaken
undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven|wed wed wed
weep wept wept|will would would|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld
withstand withstood withstood|wring wrung wrung|write wrote written
"""
IRREGULAR = {
    base: (past, participle)
    for line in _VERBS.split("\n")
    if line
    for base, past, participle in (row.split() for row in line.split("|"))
}
"""The past and the participle of strong verbs, by their base."""

PARTICIPLES = frozenset(participle for _, participle in IRREGULAR.values())
"""What strong verbs have done."""

DOUBLING = frozenset(
    each_of(
        "admit allot appal befit begin cancel commit compel confer control counsel defer deter dispel emit enrol  "
        "equip excel expel fulfil forbid forget incur infer instil kidnap label level model occur omit patrol  "
        "permit prefer propel quarrel rebel rebut recur refer regret repel revel signal snivel submit transfer  "
        "transmit travel tunnel unravel upset worship handicap abhor abut acquit "
    )
)
"""Verbs of more than one syllable that double their last letter: `preferred`, `travelled`."""

PLURALS = {
    singular: plural
    for singular, _, plural in (
        pair.partition(":")
        for pair in each_of(
            "man:men woman:women child:children person:people foot:feet tooth:teeth goose:geese mouse:mice  "
            "louse:lice ox:oxen wolf:wolves wife:wives life:lives knife:knives leaf:leaves thief:thieves half:halves  "
            "self:selves shelf:shelves loaf:loaves calf:calves elf:elves scarf:scarves hero:heroes potato:potatoes  "
            "tomato:tomatoes echo:echoes torpedo:torpedoes veto:vetoes sheep:sheep deer:deer fish:fish series:series  "
            "species:species crisis:crises basis:bases oasis:oases die:dice penny:pence aircraft:aircraft  "
            "hoof:hooves bus:buses brother-in-law:brothers-in-law passer-by:passers-by dwarf:dwarves sheaf:sheaves  "
            "thesis:theses "
        )
    )
}
"""Plurals that no rule gives."""

AN = ("hour", "honest", "honour", "heir", "honor")
"""How words begin in which the h is silent."""
A = ("uni", "use", "usu", "eu", "one", "once", "ewe", "uten", "ubiq", "ura")
"""How words begin whose first letter is a vowel that does not sound like one."""
NOT_A = ("unim", "unin", "unid")
"""How words begin that only look as if they belonged there: `unimportant`."""

SINGULAR_IN_S = frozenset(
    each_of(
        "news lens gas chaos cosmos atlas canvas compass glass bus plus bonus virus focus circus genius  "
        "mathematics physics politics measles diabetes gallows headquarters works series species always his this  "
        "its us yes "
    )
)
"""Nouns that end in an s and are one thing."""
PLURAL_BARE = frozenset(set(PLURALS.values()) - set(PLURALS)) | {"police", "cattle", "people"}
"""Plurals that do not end in an s."""

ADVERBIAL = frozenset(each_of("home abroad upstairs downstairs outside inside indoors outdoors here there nowhere "))
"""Places that take no article, and no `to` before them."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a world: strong verbs that it adds (past and participle by base), and plurals (by singular)."""

    verbs: dict[str, tuple[str, str]] = field(default_factory=dict)
    plurals: dict[str, str] = field(default_factory=dict)

    def strong(self, base: str) -> tuple[str, str] | None:
        """Past and participle of a verb, if no rule gives them."""
        return self.verbs.get(base) or IRREGULAR.get(base)

    def plural_of(self, singular: str) -> str | None:
        """The plural of a noun, if no rule gives it."""
        return self.plurals.get(singular) or PLURALS.get(singular)


ENGLISH = Lexicon()
"""English as it is, with nothing added by a world."""
