"""Words that tell in a sentence who is meant and what is done: nouns for people and bodies, verbs, the closed classes."""

from __future__ import annotations

from functools import cache, lru_cache

from .. import lexicon
from ..inflection import noun_forms

PERSON, BODY = "person", "body"

# Nouns of the lexicon for people that are as often none.
_NO_PERSON = frozenset(
    "everyone nobody anyone somebody someone figure model matter independent local marine host anchor troop source "
    "user liberal progressive observer reader follower agent champion".split()
)
_NO_BODY = frozenset("state country house center centre body institution service office fund network outlet".split())
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
    "woman",
    "eer",
    "ist",
    "er",
    "or",
)
_NO_DOERS = frozenset("""
    after another answer anger banner barrier beer better border bother bumper butter career chamber chapter charter
    cluster colour color composer computer consumer container copper corner counter cover danger daughter december
    dinner disaster disorder dollar door either elder ember error ether ever factor fever fewer fiber filter finger
    flavour flavor floor flower folder former further gender greater hammer harbor helicopter honor horror however
    hunger indicator inner interior labor ladder larger later latter layer leather ledger letter lever lighter liquor
    litter liver longer lower lumber majesty manner master matter mayor meter minor mirror mist monitor motor mother
    never newsletter number october offer office older order other outer over owner oyster paper partner pepper peer
    pier player poster powder power predecessor prior printer prayer processor pioneer proper quarter radiator rather
    razor reactor refrigerator register render river rubber rumor saucer scanner sector semester senior september
    server shelter shoulder shower silver sister slipper slower smaller sneer soccer sooner spider starter steer stronger
    sugar summer super superior supper surrender sweater temper terror theater thunder timber tower tractor trailer
    transfer trigger twist uber under upper usher utter vapor volunteer wager water weather wither winter wonder
    younger list exist assist insist resist persist consist waist wrist fist grist gist heist veer cheer sheer deer
    career whichever whatever wherever whoever forever altogether together remainder reminder cooler heater boiler
    tumour tumor humor odor armor favor behavior neighbor decor corridor elevator escalator generator calculator
    conveyor detector sensor projector vector tensor anchor harbour mortar cellar easier earlier harder bigger
    higher closer wider deeper faster cheaper clearer safer richer poorer darker nearer farther hamburger charger
    freezer bunker tanker freighter cruiser bomber fighter carrier cutter trawler steamer drawer locker cracker
    fastest folder drier dryer blazer trouser laser taser buffer burner banker's tender blister sticker marker
    """.split())
# Of these the lexicon or the sense says that they are people after all.
_DOERS_STILL = frozenset("mayor mother sister daughter owner partner player volunteer pioneer elder peer banker".split())

_AUXILIARIES = frozenset("""
    is are was were be been has have had does do did will would can could may might must shall should isn’t aren’t
    wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t isn't aren't wasn't weren't
    hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
    """.split())
_PAST = frozenset("""
    arose ate awoke became began bent bet bit blew bore bought bound bowed broke brought built burst came cast caught
    chose clung crept cut dealt drank drew drove dug fed fell felt fled flew flung forbade forgave forgot fought found
    froze gave got grew ground held heard hid hit hung hurt kept knelt knew laid lay leant leapt learnt led left lent
    let lit lost made meant met overcame paid put quit ran rang read rid rode rose said sang sank sat saw sent set
    shook shone shot shrank shut slept slid smelt sought sold spat spent split spoke spread sprang stole stood stuck
    stung strode struck strove swept swore swam swung taught thought threw told took tore understood went wept withdrew
    woke won wore wound wrote
    """.split())
SUBORDINATORS = frozenset("""
    when while as because since although though if unless until till whenever where wherever whereas before after once
    that who whom whose which lest
    """.split())
CONJUNCTIONS = frozenset(("and", "but", "or", "nor", "yet", "so", "then"))
PREPOSITIONS = frozenset("""
    of for in at on to from with by about against among between under over near inside outside behind within without
    around across through during toward towards via into onto off per like than despite amid beside beyond unlike
    upon above below along past throughout alongside opposite beneath
    """.split())
DETERMINERS = frozenset("the a an one another this that these those some many several two three both most".split())
OWNERS = frozenset(("his", "her", "its", "their", "our", "my", "your"))
PRONOUNS = frozenset(("he", "she", "they"))
# No noun phrase reaches over these; those that open a sentence in a capital are no part of a name either.
BREAKS = (
    SUBORDINATORS
    | CONJUNCTIONS
    | PREPOSITIONS
    | PRONOUNS
    | _AUXILIARIES
    | frozenset("""
    it i we you him them us me not never also now still just even only there here yesterday today tomorrow tonight
    later earlier meanwhile perhaps monday tuesday wednesday thursday friday saturday sunday no yes all what how why
    again instead afterwards soon next last asked said told
    """.split())
)
ADVERBS = frozenset("also just still now never always often then finally simply only merely once soon not".split())


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
    return frozenset(_head(form) for title in lexicon.titles() for form in title.forms) - _NO_PERSON


def _head(form: str) -> str:
    """The word of a title that names the human being: "chief" of "chief of staff", "member" of "crew member"."""
    return form.casefold().partition(" of ")[0].partition(" familiar ")[0].split()[-1]


@cache
def _groups() -> frozenset[str]:
    irregular = {"people", "men", "women", "children", "families", "policemen", "fishermen", "spokesmen"}
    return frozenset(form for noun in _people() for form in noun_forms(noun) if form != noun) - _people() | irregular


@cache
def _bodies() -> frozenset[str]:
    forms = (form.casefold() for body in lexicon.institutions() for form in body.forms)
    return frozenset(form.split()[-1] for form in forms) - _NO_BODY - {"commons", "representatives", "deputies"}


def _is_doer(low: str) -> bool:
    if low in _DOERS_STILL:
        return True
    return len(low) > 4 and low not in _NO_DOERS and low.isalpha() and low.endswith(_DOERS)
