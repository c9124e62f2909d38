"""Who speaks: reports of our own prose in which each marked source must come out as the actor beside it.

In a case ⟦…⟧ marks a source; the marks are taken out before the report is read.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.ledger import Actor, Attribution, Document, Mention, Span
from sayso.resolve.actors import resolve_actors
from sayso.resolve.actors.cast import Cast

MARK = re.compile("⟦(.*?)⟧", re.DOTALL)


def marked(case: str) -> tuple[Document, list[Span]]:
    text, spans, end = "", [], 0
    for match in MARK.finditer(case):
        text += case[end : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        end = match.end()
    text += case[end:]
    return Document(text), [Span.of(text, start, stop) for start, stop in spans]


def attributed(document: Document, spans: list[Span]) -> list[Attribution]:
    """One attribution for each source, its cue the word after it."""
    found = []
    for span in spans:
        cue = re.compile(r"\w+").search(document.text, span.end) or re.compile(r"\w+").search(document.text)
        assert cue is not None
        found.append(Attribution(Span.of(document.text, *cue.span()), span, ()))
    return found


def cast_of(case: str, mentions: tuple[Mention, ...] = ()) -> tuple[Cast, list[Actor | None]]:
    document, spans = marked(case)
    cast = resolve_actors(document, attributed(document, spans), mentions)
    actors = {actor.id: actor for actor in cast.actors}
    return cast, [actors.get(cast.actor_of(span) or "") for span in spans]


def names_in(case: str) -> list[str | None]:
    return [actor.name if actor else None for actor in cast_of(case)[1]]


@pytest.mark.parametrize(
    ("case", "names"),
    [
        pytest.param(
            "⟦Peruvian Trade Minister Rosa Quispe⟧ said talks had failed. ⟦Quispe⟧ added that ⟦she⟧ would return.",
            ["Rosa Quispe"] * 3,
            id="surname and pronoun",
        ),
        pytest.param(
            "⟦Okafor⟧ quits race\n\nLAGOS — ⟦Governor Chike Okafor⟧ said on Monday. “I am done,” ⟦he⟧ said.",
            ["Chike Okafor"] * 3,
            id="headline before the full name",
        ),
        pytest.param(
            "⟦The minister, Pavel Horak,⟧ denied it. “Nonsense,” ⟦the minister⟧ said.",
            ["Pavel Horak"] * 2,
            id="apposition after a title",
        ),
        pytest.param(
            "⟦Lena Brandt, the deputy mayor,⟧ objected. ⟦The deputy mayor⟧ called it absurd. ⟦Ms. Brandt⟧ left.",
            ["Lena Brandt"] * 3,
            id="apposition after a name",
        ),
        pytest.param(
            "⟦Oleksandr Kovalenko⟧ said no. Later ⟦Oleksandr Kowalenko⟧ said yes.",
            ["Oleksandr Kovalenko"] * 2,
            id="two spellings",
        ),
        pytest.param(
            "⟦Jane Roe⟧ spoke first. ⟦Peter Roe⟧ disagreed. ⟦Mrs. Roe⟧ shrugged. ⟦Mr. Roe⟧ left.",
            ["Jane Roe", "Peter Roe", "Jane Roe", "Peter Roe"],
            id="one surname, two persons",
        ),
        pytest.param(
            "⟦Rep. Dana Poland⟧ of Ohio voted no. ⟦Poland⟧ said the bill was weak.",
            ["Dana Poland"] * 2,
            id="a surname that is a country",
        ),
        pytest.param(
            "Asked by ⟦a reporter⟧ about it, Karl Lindt smiled. ⟦He⟧ said nothing.",
            ["a reporter", "Karl Lindt"],
            id="who asks does not go on to speak",
        ),
        pytest.param(
            "⟦Anna Berg⟧ met Tom Hale on Friday. “It was useful,” ⟦she⟧ said. ⟦He⟧ agreed.",
            ["Anna Berg", "Anna Berg", "Tom Hale"],
            id="gender",
        ),
        pytest.param(
            "⟦Dan Fox⟧, who ran the shop, paid. “We closed,” ⟦he⟧ said.\n\nRita Lane watched. ⟦Fox⟧ went home.",
            ["Dan Fox"] * 3,
            id="across paragraphs",
        ),
    ],
)
def test_persons(case: str, names: list[str]) -> None:
    assert names_in(case) == names


@pytest.mark.parametrize(
    ("case", "name", "kind", "country"),
    [
        ("⟦Lima⟧ rejected the offer.", "Peru", "state", "PER"),
        ("⟦The Kremlin⟧ denied it.", "Russia", "state", "RUS"),
        ("⟦Downing Street⟧ declined to comment.", "United Kingdom", "state", "GBR"),
        ("⟦Brussels⟧ warned of tariffs.", "European Union", "bloc", None),
        ("⟦The Pentagon⟧ said so.", "United States Department of Defense", "organisation", "USA"),
        ("⟦The Chilean government⟧ said so.", "Chile", "state", "CHL"),
        ("⟦The Norwegian side⟧ said so.", "Norway", "state", "NOR"),
        ("⟦The Dutch⟧ said so.", "Netherlands", "state", "NLD"),
        ("⟦Kenya’s Foreign Ministry⟧ said so.", "Ministry of Foreign Affairs of Kenya", "organisation", "KEN"),
        ("⟦the defence ministry in Hanoi⟧ said so.", "Ministry of National Defence of Vietnam", "organisation", "VNM"),
        ("⟦Malta's embassy in Rome⟧ said so.", "Embassy of Malta in Italy", "organisation", "MLT"),
        ("⟦NATO⟧ said so.", "North Atlantic Treaty Organization", "bloc", None),
        ("⟦Peru and Chile⟧ want a court.", "Peru and Chile", "group", None),
        ("⟦A senior Danish official⟧ said so.", "A senior Danish official", "unnamed", "DNK"),
        ("⟦A top U.S. diplomat⟧ said so.", "A top U.S. diplomat", "unnamed", "USA"),
        ("⟦Fijian fishermen⟧ said so.", "Fijian fishermen", "group", "FJI"),
        ("⟦a group of Samoan lawmakers led by Ana Fetu⟧ said so.", "a group of Samoan lawmakers", "unnamed", "WSM"),
        ("⟦A bill introduced by Togo⟧ calls for it.", "Togo", "state", "TGO"),
        ("⟦A spokesman for Governor Ida Holm⟧ said so.", "A spokesman for Governor Ida Holm", "unnamed", None),
        ("⟦Sen. Walt Trent (R-Texas)⟧ said so.", "Walt Trent", "person", "USA"),
    ],
)
def test_kinds_and_countries(case: str, name: str, kind: str, country: str | None) -> None:
    (actor,) = cast_of(case)[1]
    assert actor is not None
    assert (actor.name, actor.kind, actor.country) == (name, kind, country)


@pytest.mark.parametrize(
    ("case", "country", "sector", "title"),
    [
        ("⟦Ghanaian Defence Minister Kofi Mensah⟧ said so.", "GHA", "MIL", "Defence Minister"),
        ("⟦Sara Lund, the Swedish ambassador,⟧ said so.", "SWE", "GOV", "ambassador"),
        ("⟦Pentagon spokesman Ray Cole⟧ said so.", "USA", "MIL", "spokesman"),
        ("⟦Secretary of State Mary Vance⟧ said so.", "USA", "GOV", "Secretary of State"),
        ("⟦Lt. Col. Tom Hale⟧ said so.", None, "MIL", "Lieutenant Colonel"),
        ("⟦Bruno Costa of Portugal⟧ said so.", "PRT", None, None),
        ("⟦former Prime Minister Ruth Ames⟧ said so.", None, "ELI", "former Prime Minister"),
    ],
)
def test_offices(case: str, country: str | None, sector: str | None, title: str | None) -> None:
    (actor,) = cast_of(case)[1]
    assert actor is not None
    assert (actor.kind, actor.country, actor.sector) == ("person", country, sector)
    assert [role.title for role in actor.roles] == ([title] if title else [])


@pytest.mark.parametrize(
    ("case", "names"),
    [
        pytest.param(
            "The Bureau of Public Roads (BPR) met. ⟦The BPR⟧ said no. ⟦It⟧ gave no reason.",
            ["Bureau of Public Roads"] * 2,
            id="acronym",
        ),
        pytest.param(
            "⟦The National Task Force on Floods⟧ sent boats. ⟦The task force⟧ said they were late.",
            ["National Task Force on Floods"] * 2,
            id="short form of a body",
        ),
        pytest.param(
            "⟦Irrigation Minister Omar Said of Tunisia⟧ wrote. ⟦His ministry⟧ said the letter was sent.",
            ["Omar Said", "Irrigation Ministry of Tunisia"],
            id="the ministry of a minister",
        ),
        pytest.param(
            "⟦Officials in Oslo⟧ objected. ⟦They⟧ said it was late.", ["Officials in Oslo"] * 2, id="they, unnamed"
        ),
        pytest.param(
            "⟦A Finnish official⟧ spoke. ⟦The official⟧ would not say more.",
            ["A Finnish official"] * 2,
            id="the official",
        ),
        pytest.param("⟦A man⟧ shouted. ⟦A man⟧ wept.", ["A man", "A man (2)"], id="two strangers"),
        pytest.param(
            "⟦Jane Roe⟧ said so. ⟦Tom Hale⟧ said not. ⟦Neither⟧ explained why.",
            ["Jane Roe", "Tom Hale", "Jane Roe and Tom Hale"],
            id="neither",
        ),
        pytest.param(
            "⟦Tom Hale⟧ said so. ⟦Dan Fox⟧ said not. ⟦The two men⟧ agree on little.",
            ["Tom Hale", "Dan Fox", "Tom Hale and Dan Fox"],
            id="the two men",
        ),
        pytest.param(
            "⟦Tulsa police⟧ said so. ⟦The Alliance Party⟧ said not.", ["Tulsa Police", "Alliance Party"], id="own names"
        ),
        pytest.param(
            "Acme Steel CEO Pat Lowe came. ⟦Acme Steel⟧ said so.", ["Acme Steel"], id="a company by its chief"
        ),
    ],
)
def test_bodies_and_unnamed(case: str, names: list[str]) -> None:
    assert names_in(case) == names


def test_a_speaker_is_the_he_of_what_he_says() -> None:
    text = "Tom Hale met Dan Fox. Dan Fox said he was tired."
    said = text.index("said")
    he = Span.of(text, text.index("he was"), text.index("he was") + 2)
    source = Span.of(text, said - 8, said - 1)
    outer = Attribution(Span.of(text, said, said + 4), source, (Span.of(text, he.start, len(text) - 1),))
    inner = Attribution(Span.of(text, he.end + 1, he.end + 4), he, ())
    cast = resolve_actors(Document(text), [outer, inner])
    assert cast.actor_of(he) == cast.actor_of(source)
    assert cast.reason(he) == "the speaker of what it stands in"


def test_named_actors_are_shared_and_unnamed_ones_stay_in_their_report() -> None:
    one = cast_of("⟦Rosa Quispe⟧ and ⟦an aide⟧ came.")[1]
    other = cast_of("On Friday ⟦Rosa Quispe⟧ and ⟦an aide⟧ left.")[1]
    assert one[0] is not None
    assert other[0] is not None
    assert one[0].id == other[0].id
    assert one[1] is not None
    assert other[1] is not None
    assert one[1].id != other[1].id


def test_actors_in_a_span_come_in_order_and_places_are_none() -> None:
    text = "Peru blamed Jane Roe and the Chilean government at a meeting in Oslo."
    cast = resolve_actors(Document(text), [])
    names = {actor.id: actor.name for actor in cast.actors}
    found = cast.actors_in(Span.of(text, 0, text.index(" at")))
    assert [names[actor_id] for actor_id in found] == ["Peru", "Jane Roe", "Chile"]


def test_a_tagger_settles_what_capitals_leave_open() -> None:
    text = "Zorblax said so."
    tagged = Mention(Span.of(text, 0, 7), "organisation")
    source = Attribution(Span.of(text, 8, 12), Span.of(text, 0, 7), ())
    (actor,) = resolve_actors(Document(text), [source], [tagged]).actors
    assert (actor.name, actor.kind) == ("Zorblax", "organisation")


def test_a_null_source_has_no_actor() -> None:
    text = "It is believed that he left."
    cast = resolve_actors(Document(text), [Attribution(Span.of(text, 6, 14), None, ())])
    assert cast.actor_of(None) is None


def test_an_archive_in_one_file_is_read_in_parts() -> None:
    line = "Rosa Quispe, the Peruvian minister, said the talks had failed. She left at once.\n"
    cast = resolve_actors(Document(line * 1500), [])
    people = [actor for actor in cast.actors if actor.kind == "person"]
    assert [(actor.name, len(actor.mentions)) for actor in people] == [("Rosa Quispe", 1500)]


PIECES = st.sampled_from(
    [
        *(
            "Jane Roe",
            "he",
            "the minister",
            "Peru",
            "the Kremlin’s",
            "Mr.",
            "said",
            "and",
            ",",
            "(R-Ohio)",
            "“",
            "”",
            "\n",
        ),
        *(
            ".",
            "who",
            "neither",
            "two",
            "of",
            "the",
            "Foreign Ministry",
            "officials",
            "📰",
            "é́",
            "שלום",
            "Brussels",
            "by",
        ),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(st.characters(codec="utf-8"), max_size=80))


@given(TEXTS, st.lists(st.tuples(st.integers(0, 300), st.integers(1, 40)), max_size=6))
@example("Jane Roe Jane Roe Jane Roe", [(95, 1)])  # a source that is a blank has no first word
@example(
    "\n the minister Peru Peru he he he", [(0, 7), (98, 1), (2, 1)]
)  # one that is half a pronoun ends with the text
@settings(max_examples=300, deadline=None)
def test_any_text_with_any_spans_gives_anchored_mentions(text: str, bounds: list[tuple[int, int]]) -> None:
    spans = [Span.of(text, a % len(text), min(len(text), a % len(text) + n)) for a, n in bounds] if text else []
    attributions = [Attribution(s, t, (s, t), addressee=s) for s, t in zip(spans, spans[1:] + spans[:1], strict=True)]
    mentions = [Mention(span, "person") for span in spans[:2]]
    cast = resolve_actors(Document(text), attributions, mentions)
    ids = {actor.id for actor in cast.actors}
    for actor in cast.actors:
        assert actor.name.strip()
        for _, span in actor.mentions:
            assert text[span.start : span.end] == span.text
    assert {cast.actor_of(span) for span in spans} <= ids | {None}
