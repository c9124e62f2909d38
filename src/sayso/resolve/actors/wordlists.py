"""The closed classes of English that tell where a name or a noun phrase begins and ends."""

from __future__ import annotations


def words_in(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
POSSESSIVE = frozenset({"his", "her", "its", "their", "our", "my", "your"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
PRONOUNS = MALE | FEMALE | NEUTER | PLURAL | FIRST

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "neither"})
INDEFINITE = words_in("""
    a an some one two three four five six seven eight nine ten several many most few another other others no any all
    every each more dozens hundreds thousands half none much certain various numerous at least
""")
DETERMINERS = DEFINITE | INDEFINITE

PREPOSITIONS = words_in("""
    of for in at on to from with by about against among between under over near inside outside behind within without
    around across through during after before since until towards toward via into onto off per like as than
""")
# Prepositions after which a city is a place and does not stand for its state.
LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "around", "across", "through", "inside", "into", "within", "throughout"}
)
# Prepositions behind which nobody acts.
OBLIQUE = frozenset({"by", "with", "to", "of", "for", "from", "against", "about"})
# Words that end the core of a noun phrase: what follows describes its head.
POSTMODIFIERS = words_in("""
    who whom whose which that where when led headed backed based called named known speaking familiar close briefed
    involved representing living working familiarised including such there here present alike itself himself herself
    themselves currently formerly previously
""")
PARTICLES = words_in("""
    de da di del della der den van von bin bint ben al el la le du dos das y ibn abu ul ur ter te zu af av
""")
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})

# Capitalised without being names: what opens sentences, the calendar, and the connectives of reports.
NEVER_NAMES = words_in("""
    a an the this that these those he she it they we you i his her its their our my your him them us who what which
    when where why how there here and but or nor so yet if unless while although though because since as after
    before until once in on at by for from with without of to into over under about against among between during
    despite amid following not no yes never also then now still just even only both neither either each every all
    some many most few several other others another such more less much one two three four five six seven eight nine
    ten asked speaking according meanwhile however instead moreover furthermore earlier later recently today
    yesterday tomorrow tonight perhaps maybe indeed monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec would could should will can may might must did does do is are was were has have had be been
    being let get got like well oh ok okay look see read watch q a live breaking update analysis opinion exclusive
    reporting editing writing additional related source sources photo image file copyright christmas easter ramadan
    ms mr mrs dr am pm gmt est edt et utc anti pro non pre post ex up down out off back new old first last next
    previous whether whatever whenever wherever nothing something everything anything nobody everybody everyone
    unlike besides beyond except given regarding concerning including plus along around behind below beside inside
    outside past than till toward towards upon former fellow ex someone anyone anybody somebody none please thank
    thanks dear sorry god said says told
""")

# Words that are surnames as well, right behind a given name.
WORDS_AND_NAMES = frozenset({"may", "march", "august", "june", "april", "said", "new", "will", "moore", "more", "long"})

# Nouns that close an area of government, so that "for European Affairs Jane Roe" ends before the name.
PORTFOLIOS = words_in("""
    affairs state defense defence security relations policy rights services development trade energy finance health
    justice education labor labour commerce treasury interior agriculture transport transportation environment
    culture science industry planning cooperation operations management communications staff investigations
    water women youth gender fisheries mines tourism children
    resources irrigation migration immigration intelligence budget communities housing veterans tourism sports
    justice europe africa asia americas pacific
""")

# Words in capitals that make a run of them the name of a body.
BODY_WORDS = words_in("""
    inc inc. corp corp. ltd ltd. llc plc co co. gmbh group holdings industries airlines airways motors
    pharmaceuticals partners associates capital brothers bank university college institute foundation fund
    association federation organization organisation union league alliance coalition front movement party committee
    commission council congress parliament assembly senate court tribunal ministry department agency bureau office
    authority administration service services command forces force army navy guard brigade brigades battalion
    regiment corps police news times post herald tribune journal gazette magazine press network television tv radio
    broadcasting media center centre society club united city rovers initiative project campaign coalition task
    mission embassy academy school hospital church mosque temple trust board exchange observatory monitor watch
    international global foundation program programme museum theatre theater studios records entertainment systems
    technologies energy oil gas petroleum laboratories laboratory research administration gurdwara synagogue
    cathedral republic kingdom emirates states nations summit conference treaty act pact accord accords agreement
    convention protocol declaration constitution plan law bill street avenue road square bridge river sea ocean
    island islands mountain mountains valley lake bay gulf strait desert airport station stadium house palace tower
    hotel prize award cup games championship championships tournament war revolution day week month year
""")
# Of these, the ones that name places, texts and happenings: such a run is neither a person nor a body that speaks.
THINGS = words_in("""
    treaty act pact accord accords agreement convention protocol declaration constitution plan law bill street
    avenue road square bridge river sea ocean island islands mountain mountains valley lake bay gulf strait desert
    airport station stadium palace tower hotel prize award cup games championship championships tournament war
    revolution day week month year summit
""")
