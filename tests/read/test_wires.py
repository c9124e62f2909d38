"""Items of agencies and data bases: ninjs in its versions, articles saved from Factiva in both layouts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from sayso.ledger import Document
from sayso.read import Failure, read_bytes

DAY = date(2022, 3, 7)
HEADLINE = "Pier not sold, says board"
BODY = "<p>The board <em>denied</em> it &amp; said so.</p><p>Twice.</p>"
FIRST: dict[str, Any] = {
    "uri": "urn:wire:1", "type": "text", "versioncreated": "2022-03-07T10:00:00Z", "pubstatus": "usable",
    "language": "en-GB", "headline": HEADLINE, "body_html": BODY, "infosources": [{"name": "Coast Wire"}],
}  # fmt: skip
SECOND: dict[str, Any] = {
    "uri": "https://wire.example/2", "standard": {"name": "ninjs", "version": "2.1"}, "type": "text",
    "versioncreated": "2022-03-07T10:00:00Z", "language": "en", "copyrightholder": "Coast Wire",
    "headlines": [{"role": "short", "value": "Pier"}, {"role": "main", "value": HEADLINE}],
    "bodies": [{"role": "main", "contentType": "text/html", "value": BODY}],
}  # fmt: skip
PLAIN = {**FIRST, "uri": "urn:wire:3", "body_text": "It was denied.", "body_html": None}


@pytest.mark.parametrize("item", [FIRST, SECOND], ids=["first version", "later version"])
def test_an_item(item: dict[str, Any]) -> None:
    (found,) = read_bytes(json.dumps(item).encode(), "item.json")
    assert isinstance(found, Document)
    assert found.text == f"{HEADLINE}\n\nThe board denied it & said so.\n\nTwice."
    assert (found.title, found.publisher, found.published, found.language) == (HEADLINE, "Coast Wire", DAY, "en")
    assert found.path == f"item.json#{item['uri']}"
    assert found.origin_of(found.text.index("denied")) == BODY.index("denied")


@pytest.mark.parametrize("joined", [json.dumps, lambda items: "\n".join(map(json.dumps, items))])
def test_many_items_of_which_some_are_withdrawn(joined: Any) -> None:
    raw = joined([FIRST, {**FIRST, "pubstatus": "canceled"}, PLAIN, {"uri": "urn:wire:4"}])
    first, withdrawn, plain, empty = read_bytes(raw.encode(), "wire.json")
    assert isinstance(first, Document)
    assert isinstance(withdrawn, Failure)
    assert "was cancelled by its publisher" in withdrawn.error.message
    assert isinstance(plain, Document)
    assert plain.text == f"{HEADLINE}\n\nIt was denied."
    assert plain.origin_of(len(HEADLINE) + 2) == 0
    assert isinstance(empty, Failure)


TABLE = """<html><head><title>Factiva</title></head><body><div class="article enArticle"><table>
<tr><td class="index">SE</td><td>News</td></tr>
<tr><td class="index"><b>HD</b></td><td><span class="enHeadline">Pier not sold, says board</span></td></tr>
<tr><td><b>BY</b></td><td>By Jo Marsh</td></tr><tr><td><b>WC</b></td><td>212 words</td></tr>
<tr><td><b>PD</b></td><td>7 March 2022</td></tr><tr><td><b>SN</b></td><td>Port Ellis Courier</td></tr>
<tr><td><b>LP</b></td><td><p class="articleParagraph enarticleParagraph">The board denied it &amp; said so.</p></td>
</tr><tr><td><b>TD</b></td><td><p class="articleParagraph enarticleParagraph">“Nothing is sold,” said Ada Brandt.</p>
<p class="articleParagraph enarticleParagraph">Norline rejected the claim.</p></td></tr>
<tr><td><b>AN</b></td><td>Document PEC0000020220308ei37000b1</td></tr></table></div><br>
<div class="article enArticle"><table><tr><td><b>HD</b></td>
<td>An item without a text</td></tr></table></div></body>
</html>"""
SHOWN = """<html><body><div id="article-PEC1" class="article enArticle"><div id="hd">
<span class="enHeadline">Pier not sold, says board</span></div><div class="author">By Jo Marsh</div>
<div>212 words</div><div>7 March 2022</div><div>10:15</div>
<div>Port Ellis Courier</div><div>PEC</div><div>English</div><div>(c) 2022 Courier Press</div>
<p class="articleParagraph enarticleParagraph">The board denied it &amp; said so.</p>
<p class="articleParagraph enarticleParagraph">“Nothing is sold,” said Ada Brandt.</p>
<p class="articleParagraph enarticleParagraph">Norline rejected the claim.</p>
<p>Document PEC0000020220308ei37000b1</p></div></body></html>"""


@pytest.mark.parametrize("page", [TABLE, SHOWN], ids=["fields", "laid out"])
def test_articles_saved_from_factiva(page: str) -> None:
    found, *rest = read_bytes(page.encode(), "export.html")
    assert isinstance(found, Document)
    assert [" ".join(part.split()) for part in found.text.split("\n\n")] == [
        HEADLINE,
        "The board denied it & said so.",
        "“Nothing is sold,” said Ada Brandt.",
        "Norline rejected the claim.",
    ]
    assert (found.title, found.publisher, found.published, found.language) == (
        HEADLINE,
        "Port Ellis Courier",
        DAY,
        "en",
    )
    assert found.path == "export.html#PEC0000020220308ei37000b1"
    for word in ("Pier", "denied", "Brandt", "rejected"):
        assert found.origin_of(found.text.index(word)) == page.index(word)
    assert [type(one) for one in rest] == ([Failure] if page == TABLE else [])


@pytest.mark.parametrize("raw", [TABLE[:200], TABLE[:900], json.dumps(FIRST)[:-30], json.dumps([FIRST, 7])])
def test_what_is_cut_ends_with_a_reason(raw: str) -> None:
    found = list(read_bytes(raw.encode(), "x.json" if raw[0] in "[{" else "x.html"))
    assert found
    assert any(isinstance(one, Failure) for one in found) or all(one.text for one in found)  # type: ignore[union-attr]
