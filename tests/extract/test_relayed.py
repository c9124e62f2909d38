"""Who spoke and who passed it on."""

import pytest

from sayso.extract.relayed import with_relays
from sayso.ledger import Attribution, Span

Row = tuple[str | None, str, str]  # source, cue, content
Said = tuple[str | None, str | None, str, str]  # source, via, cue, content


def found(text: str, rows: list[Row]) -> tuple[Attribution, ...]:
    def span(words: str) -> Span:
        at = text.index(words)
        return Span.of(text, at, at + len(words))

    return tuple(
        Attribution(span(cue), span(source) if source else None, (span(content),)) for source, cue, content in rows
    )


@pytest.mark.parametrize(
    ("text", "rows", "expected"),
    [
        ("The agency quoted the interior minister as saying that the curfew was over.",
         [("the interior minister", "as saying", "that the curfew was over"),
          ("The agency", "quoted", "the interior minister")],
         [("the interior minister", "The agency", "as saying", "that the curfew was over")]),
        ("The agency quoted the interior minister as saying that the curfew was over.",
         [("The agency", "quoted the interior minister as saying", "that the curfew was over")],
         [("the interior minister", "The agency", "as saying", "that the curfew was over")]),
        ("Local radio cited Captain Ann Lee, of the port police, as saying the bus had no lights.",
         [("Local radio", "cited", "the bus had no lights")],
         [("Captain Ann Lee, of the port police", "Local radio", "as saying", "the bus had no lights")]),
        ("The owner was quoted by the Harbour Gazette as saying he knew nothing.",
         [("The owner", "was quoted by the Harbour Gazette as saying", "he knew nothing")],
         [("The owner", "the Harbour Gazette", "was quoted by the Harbour Gazette as saying", "he knew nothing")]),
        ("The owner was quoted as saying he knew nothing.",
         [("The owner", "was quoted as saying", "he knew nothing")],
         [("The owner", None, "was quoted as saying", "he knew nothing")]),
        ("Channel Six, citing two officials, reported that the general had left.",
         [("Channel Six", "reported", "that the general had left")],
         [("two officials", "Channel Six", "reported", "that the general had left")]),
        ("Polar Press reported, citing the navy, that the frigate was back.",
         [("Polar Press", "reported", "that the frigate was back")],
         [("the navy", "Polar Press", "reported", "that the frigate was back")]),
        ("Talks begin on Monday, the broadcaster said, quoting an aide.",
         [("the broadcaster", "said", "Talks begin on Monday")],
         [("an aide", "the broadcaster", "said", "Talks begin on Monday")]),
        ("Polar Press reported, citing the navy, that the frigate was back.",
         [("Polar Press", "reported", "that the frigate was back"),
          ("the navy", "citing", "that the frigate was back")],
         [("the navy", "Polar Press", "reported", "that the frigate was back")]),
        ("State television showed the president telling farmers that diesel was cheap.",
         [("State television", "showed", "the president telling farmers that diesel was cheap"),
          ("the president", "telling", "that diesel was cheap")],
         [("the president", "State television", "telling", "that diesel was cheap")]),
        # who cites a paper in his own cause speaks himself
        ("Prosecutors, citing bank records, said the trial must move.",
         [("Prosecutors", "said", "the trial must move")],
         [("Prosecutors", None, "said", "the trial must move")]),
        ("The station said the ship was safe. Citing the navy is easy.",
         [("The station", "said", "the ship was safe")],
         [("The station", None, "said", "the ship was safe")]),
    ],
)  # fmt: skip
def test_relays(text: str, rows: list[Row], expected: list[Said]) -> None:
    got = with_relays(text, found(text, rows))
    assert [
        (e.source and e.source.text, e.via and e.via.text, e.cue and e.cue.text, e.content[0].text) for e in got
    ] == expected
