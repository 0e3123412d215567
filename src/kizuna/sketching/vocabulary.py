"""The little words of English that tell what the others are, and a few lists of nouns; all the knowledge there is."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


PERSONAL = words(
    "i you he she it we they me him her us them somebody someone anybody anyone everybody everyone who one others "
    "himself herself themselves itself myself yourself each both another other"
)
"""Words that stand for somebody, and do not say for whom."""

NOBODY = words("nobody none nothing neither")
DETERMINERS = words(
    "the a an this that these those his her their its my our your some any another every each all both no two three "
    "four five six seven eight nine ten several many few one"
)
OWNING = words("his her their its my our your")
PREPOSITIONS = words(
    "to into at in from with for about on onto of against behind through inside outside near toward towards across "
    "by over under after before during around between among without upon off beside past beyond until till as like "
    "within along beneath above below amid despite"
)
TO_PLACES = words("to into at in from through inside outside near toward towards across onto around within beyond")
PARTICLES = words("up out away off down back over forward around along together apart aside in on through by")
BREAKS = words(
    "because while when until before after if although though since unless whereas who whom whose which where so as "
    "once whether lest"
)
"""Words that begin what hangs on the main thing."""

CONTENT = words("that what why how")
JOINING = words("and but then or yet & while")
LEADING = words(
    "maybe perhaps then now later meanwhile finally suddenly eventually soon but and so however afterwards "
    "afterward next instead again there here today tomorrow yesterday tonight once still also first second third "
    "lastly last thus therefore unfortunately fortunately somehow or yet elsewhere nevertheless moreover besides "
    "therefore"
)
ADVERBS = words(
    "then also still just finally again now soon even already too always often almost only twice once later however "
    "instead meanwhile nearly both all together thus therefore ever suddenly there here very anyway alone "
    "immediately barely perhaps maybe eventually tonight today tomorrow yesterday afterwards more quite simply"
)
NOT_ADVERBS = words(
    "reply apply rely fly supply multiply ally bully rally family belly lily jelly bully holy ugly only"
)
NEGATIONS = words("not never no don't doesn't didn't won't can't cannot couldn't wouldn't isn't wasn't aren't weren't")
BEING = words("is was are were be been being am he's she's it's")
MODALS = words("can could must should may might would ought shall")
WANTING = words("want wish long hope need intend dream yearn")
ADJECTIVES = words(
    "engaged married tired worried scared interested bored excited jealous retired divorced widowed ashamed"
)
BECOMING = words("become turn seem remain feel look stay grow pretend appear")
RELATIONS = words("love hate trust fear know envy miss admire distrust despise like dislike resent adore respect")

MOVING = words(
    "go walk come run return travel ride fly drive sail flee hurry rush march climb sneak move escape wander head "
    "ride arrive crawl race swim follow fly step get venture journey creep storm retreat"
)
REACHING = words("enter reach visit approach leave cross search guard attack explore")
GETTING = words("take steal grab get find fetch catch seize snatch buy collect inherit acquire recover discover win")
GIVING = words("give hand send lend bring deliver pass sell return")
HOLDING = words("hide lose drop show wear burn sell")
KILLING = words("kill murder slay execute assassinate shoot stab poison behead drown strangle")

TIMES = words(
    "day night morning evening afternoon week month year time moment hour minute dawn dusk midnight noon weekend "
    "beginning end summer winter spring autumn fall sunrise sunset monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december days "
    "nights weeks months years hours minutes christmas meantime while"
)
WITHOUT_ARTICLE = words("home school work town court church prison jail hospital heaven hell class college")
PLACES = words(
    "house home village town city castle palace forest wood woods hut cottage room kitchen garden street road "
    "bridge river lake sea beach mountain mountains hill tower cave church temple school university office bar pub "
    "cafe café restaurant shop store market square park station airport harbour harbor port ship boat train island "
    "desert field farm mill inn tavern hospital prison jail court courtroom library museum theatre theater cellar "
    "basement attic roof apartment flat hotel lobby hall chamber dungeon gate border camp ruins valley swamp well "
    "bank factory warehouse laboratory lab planet moon ballroom ball party wedding funeral meeting academy academia "
    "shore coast cliff stable barn yard graveyard cemetery chapel monastery elevator lift corridor hideout "
    "headquarters kingdom land country capital crossroads docks pier quay balcony bedroom bathroom hallway "
    "staircase conference studio stage"
)
PEOPLE = words(
    "man woman boy girl child king queen prince princess wolf fox bear dog cat horse dragon witch wizard knight "
    "guard mother father brother sister son daughter wife husband aunt uncle cousin grandmother grandfather friend "
    "enemy boss neighbour neighbor stranger thief spy judge cop police doctor nurse captain chief clerk colleague "
    "lawyer witness detective agent ghost god goddess crow giant dwarf elf monk nun priest bishop lord lady servant "
    "maid butler cook victim hero villain assassin murderer soldier sergeant major general mayor president minister "
    "ambassador guest host teacher student pupil master apprentice sensei monster demon angel vampire robot android "
    "crew team family parents people villagers guards soldiers men women children boys girls twins crowd board "
    "committee intern landlady bride groom widow orphan lover rival mentor heir baby smith shepherd baker miller "
    "hunter woodcutter sailor pirate fairy client customer manager analyst partner secretary director assistant "
    "investor owner tenant landlord blackmailer inspector fiancé fiancée girlfriend boyfriend roommate flatmate "
    "classmate waiter waitress driver rider traveller traveler beggar merchant gardener emperor empress duke "
    "duchess count countess baron wanderer fool sage elder chief kidnapper journalist scientist therapist hacker "
    "terrorist suspect patient tourist pilot parrot lion mouse frog"
)
ABSTRACT = words(
    "mind heart life love way breath head hand hands eyes eye truth decision promise chance opportunity trust "
    "feelings feeling courage hope temper patience word words rest advice help attention fear anger idea plan job "
    "power position silence course matter control responsibility lead side sleep future past difference mistake "
    "deal fight war battle charge sense point care part place presence absence death world name voice face arms "
    "back nerve"
)
