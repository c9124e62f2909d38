"""Words that tell who is meant in a sentence: nouns for people and bodies, finite verbs, the closed classes."""

from __future__ import annotations

from functools import cache, lru_cache

from .. import lexicon
from ..inflection import noun_forms

PERSON, BODY = "person", "body"


def words_in(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


# Nouns of the lexicon for people that are as often none.
_NO_PERSON = words_in("""
    everyone nobody anyone somebody someone figure model matter independent local marine host anchor troop source
    user liberal progressive observer reader follower agent champion
""")
_MORE_PEOPLE = words_in("""
    abbess abbot accomplice apprentice bailiff bard bride butler clerk cook cop friar groom guide heir heiress hero
    heroine hostess lad maid midwife orphan prodigy registrar scout scribe stewardess thief umpire vet waitress
""")
_COLLECTIVES = frozenset(("crew", "family", "couple", "crowd", "staff"))
_NO_BODY = words_in("state country house center centre body institution service office fund network outlet")
# Endings of nouns for those who do or study a thing, and words in -er and -or that are nothing of the kind.
_DOERS = (
    "ologist",
    "grapher",
    "ician",
    "smith",
    "wright",
    "monger",
    "keeper",
    "maker",
    "worker",
    "man",
    "eer",
    "ist",
    "er",
    "or",
)
_NO_DOERS = words_in("""
    caiman german human norman ottoman roman superhuman talisman
    after altogether anchor anger another answer armor assist banner barrier beer behavior better bigger blazer
    blister boiler bomber border bother buffer bumper bunker burner butter calculator career carrier cellar
    chamber chapter charger charter cheaper cheer clearer closer cluster color colour composer computer consist
    consumer container conveyor cooler copper corner corridor counter cover cracker cruiser cutter danger darker
    december decor deeper deer detector dinner disaster disorder dollar door drawer drier dryer earlier easier
    either elevator ember error escalator ether ever exist factor farther faster fastest favor fever fewer fiber
    fighter filter finger fist flavor flavour floor flower folder forever former freezer freighter further gender
    generator gist greater grist hamburger hammer harbor harbour harder heater heist helicopter higher honor
    horror however humor hunger indicator inner insist interior labor ladder larger laser later latter layer
    leather ledger letter lever lighter liquor list litter liver locker longer lower lumber majesty manner marker
    master matter meter minor mirror mist monitor mortar motor nearer neighbor never newsletter number october
    odor offer office older order other outer over oyster paper pepper persist pier poorer poster powder power
    prayer predecessor printer prior processor projector proper quarter radiator rather razor reactor refrigerator
    register remainder reminder render resist richer river rubber rumor safer saucer scanner sector semester
    senior sensor september server sheer shelter shoulder shower silver slipper slower smaller sneer soccer sooner
    spider starter steamer steer sticker stronger sugar summer super superior supper surrender sweater tanker
    taser temper tender tensor terror theater thunder timber together tower tractor trailer transfer trawler
    trigger trouser tumor tumour twist uber under upper utter vapor vector veer wager waist water weather whatever
    wherever whichever whoever wider winter wither wonder wrist younger
""")

_AUXILIARIES = words_in("""
    is are was were be been has have had does do did will would can could may might must shall should isn’t aren’t
    wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t isn't aren't wasn't weren't
    hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
""")
_PAST = words_in("""
    arose ate awoke became began bent bet bit blew bore bought bound bowed broke brought built burst came cast caught
    chose clung crept cut dealt drank drew drove dug fed fell felt fled flew flung forbade forgave forgot fought found
    froze gave got grew ground held heard hid hit hung hurt kept knelt knew laid lay leant leapt learnt led left lent
    let lit lost made meant met overcame paid put quit ran rang read rid rode rose said sang sank sat saw sent set
    shook shone shot shrank shut slept slid smelt sought sold spat spent split spoke spread sprang stole stood stuck
    stung strode struck strove swept swore swam swung taught thought threw told took tore understood went wept withdrew
    woke won wore wound wrote
""")
SUBORDINATORS = words_in("""
    when while as because since although though if unless until till whenever where wherever whereas before after once
    that who whom whose which lest
""")
CONJUNCTIONS = frozenset(("and", "but", "or", "nor", "yet", "so", "then"))
PREPOSITIONS = words_in("""
    of for in at on to from with by about against among between under over near inside outside behind within without
    around across through during toward towards via into onto off per like than despite amid beside beyond unlike
    upon above below along past throughout alongside opposite beneath
""")
DETERMINERS = words_in("the a an one another this that these those some many several two three both most")
OWNERS = frozenset(("his", "her", "its", "their", "our", "my", "your"))
PRONOUNS = frozenset(("he", "she", "they"))
# No noun phrase reaches over these; those that open a sentence in a capital are no part of a name either.
BREAKS = (
    SUBORDINATORS
    | CONJUNCTIONS
    | PREPOSITIONS
    | PRONOUNS
    | _AUXILIARIES
    | words_in("""
    it i we you him them us me not never also now still just even only there here yesterday today tomorrow tonight
    later earlier meanwhile perhaps monday tuesday wednesday thursday friday saturday sunday no yes all what how why
    again instead afterwards soon next last asked said told
""")
)
ADVERBS = words_in("also just still now never always often then finally simply only merely once soon not")


def kind_of(word: str) -> str | None:
    """PERSON for a noun that names one human being, BODY for one that names a body or several people, or None."""
    low = word.casefold()
    if low in _people():
        return PERSON
    return BODY if low in _bodies() or low in _groups() else PERSON if _is_doer(low) else None


def is_title(word: str) -> bool:
    """True for a word that can stand before a name: "minister", "Dr", "widow"."""
    return word.casefold() in _people() or word.casefold() in honorifics()


@cache
def honorifics() -> frozenset[str]:
    """What stands only before names, in lower case and without full stops."""
    return frozenset(form.casefold().rstrip(".") for title in lexicon.honorifics() for form in title.forms)


@cache
def title_words() -> frozenset[str]:
    """Every word of a title of several ("defence", "chief", "vice")."""
    forms = (form for title in lexicon.titles() for form in title.forms)
    return frozenset(word for form in forms for word in form.casefold().split()) - BREAKS


@cache
def seats() -> frozenset[str]:
    """Places that stand for the body that sits there."""
    return frozenset(form.casefold() for body in lexicon.seats() for form in body.forms)


@lru_cache(maxsize=4096)
def is_verb(word: str, following: str = "") -> bool:
    """True for a word that reads as a finite verb; one in -s only where what follows can follow a verb and no noun."""
    low = word.casefold()
    if low in _AUXILIARIES or low in _PAST:
        return True
    if low.endswith("ed") and len(low) > 3 and not word[0].isupper():
        return True
    after = following.casefold()
    is_object = after in DETERMINERS or after in OWNERS or after in ("what", "how", "why", "it", "him", "them", "no")
    return word.islower() and low.endswith("s") and not low.endswith(("ss", "us")) and is_object


@cache
def _people() -> frozenset[str]:
    return (
        frozenset(_head(form) for title in lexicon.titles() for form in title.forms) - _NO_PERSON - _COLLECTIVES
        | _MORE_PEOPLE
    )


def _head(form: str) -> str:
    """The word of a title that names the human being: "chief" of "chief of staff", "member" of "crew member"."""
    return form.casefold().partition(" of ")[0].partition(" familiar ")[0].split()[-1]


@cache
def _groups() -> frozenset[str]:
    irregular = {"people", "men", "women", "children", "families", "policemen", "fishermen", "spokesmen"}
    return (
        frozenset(form for noun in _people() for form in noun_forms(noun) if form != noun) - _people()
        | irregular
        | _COLLECTIVES
    )


@cache
def _bodies() -> frozenset[str]:
    forms = (form.casefold() for body in lexicon.institutions() for form in body.forms)
    return frozenset(form.split()[-1] for form in forms) - _NO_BODY - {"commons", "representatives", "deputies"}


def _is_doer(low: str) -> bool:
    return len(low) > 4 and low not in _NO_DOERS and low.isalpha() and low.endswith(_DOERS)
