"""Articles as JSON: the names crawlers use, and bad rows among good ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from sayso.ledger import Document
from sayso.read import Failure, Given, read, read_bytes

TEXT = "The ministry denied on Monday that the ship had been sold. It said so twice."
DAY = date(2022, 3, 7)

# A row as each tool writes it: text, title, publisher, published, url, path.
ROWS = [
    ({"text": TEXT}, (None, None, None, None, "news.jsonl:1")),
    (
        {"id": "a7", "text": TEXT, "title": "Sale denied", "publisher": "Post", "published": "2022-03-07", "url": "https://p.example/7"},
        ("Sale denied", "Post", DAY, "https://p.example/7", "news.jsonl#a7"),
    ),
    (  # news-please
        {"maintext": TEXT, "date_publish": "2022-03-07 10:00:00", "source_domain": "post.example",
         "title": "Sale denied", "url": "https://post.example/7", "filename": "https%3A%2F%2Fpost.example.json",
         "language": "en"},
        ("Sale denied", "post.example", DAY, "https://post.example/7", "news.jsonl#https%3A%2F%2Fpost.example.json"),
    ),
    (  # newspaper
        {"text": TEXT, "publish_date": "2022-03-07T00:00:00", "source_url": "https://www.post.example",
         "title": "Sale denied", "url": "https://post.example/7"},
        ("Sale denied", "post.example", DAY, "https://post.example/7", "news.jsonl:1"),
    ),
    (  # trafilatura
        {"raw_text": TEXT, "date": "2022-03-07", "sitename": "The Post", "hostname": "post.example", "source": "https://post.example/7",
         "title": "Sale denied", "fingerprint": "f00d"},
        ("Sale denied", "The Post", DAY, "https://post.example/7", "news.jsonl#f00d"),
    ),
    (  # Media Cloud
        {"stories_id": 99, "text": TEXT, "publish_date": "2022-03-07 10:00:00", "media_name": "The Post",
         "title": "Sale denied", "url": "http://post.example/7"},
        ("Sale denied", "The Post", DAY, "http://post.example/7", "news.jsonl#99"),
    ),
    ({"text": TEXT, "published": "Mon, 07 Mar 2022 10:00:00 GMT"}, (None, None, DAY, None, "news.jsonl:1")),
    ({"text": "HAVN, March 7 (Wire) - " + TEXT, "published": "2022"}, (None, None, DAY, None, "news.jsonl:1")),
    ({"text": TEXT, "published": "soon", "title": "", "publisher": None, "url": "nowhere"},
     (None, None, None, None, "news.jsonl:1")),
    ({"text": TEXT, "source": {"id": "p", "name": "The Post"}}, (None, "The Post", None, None, "news.jsonl:1")),
    ({"text": TEXT, "source": "https://post.example/7"}, (None, None, None, "https://post.example/7", "news.jsonl:1")),
]  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_rows_of_every_crawler(row: Mapping[str, object], expected: tuple[object, ...]) -> None:
    (found,) = read_bytes(json.dumps(row).encode(), "news.jsonl")
    assert isinstance(found, Document), found
    assert (found.title, found.publisher, found.published, found.url, found.path) == expected
    assert found.text in (row.get("text"), row.get("maintext"), row.get("raw_text"))


def test_bad_rows_stop_no_good_ones(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": 1, "text": TEXT}),
        '{"id": 2, "text": "cut of',
        "",
        '{"id": 4, "text": "  "}',
        "[1, 2]",
        '{"id": 6, "text": "unpaired \\ud800 half"}',
        '{"text": 7}',
        "[" * 100_000,
        json.dumps({"id": 9, "text": "a NUL \x00 inside"}),
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    found = list(read(str(path)))
    kinds = [type(item).__name__ for item in found]
    assert kinds == ["Document", *["Failure"] * 6, "Document"]
    where = [item.where.removeprefix(str(path)) for item in found if isinstance(item, Failure)]
    assert where == [":2", "#4", ":5", "#6", ":7", ":8"]
    assert all(item.error.hint for item in found if isinstance(item, Failure))
    again = list(read_bytes(path.read_bytes(), str(path)))
    assert [str(getattr(item, "error", item)) for item in found] == [
        str(getattr(item, "error", item)) for item in again
    ]
    assert isinstance(found[-1], Document)
    assert found[-1].text == "a NUL \ufffd inside"


ROW = {"text": TEXT, "id": "a"}


@pytest.mark.parametrize(
    ("content", "name", "count"),
    [
        (json.dumps([ROW, ROW]), "news.json", 2),
        (json.dumps(ROW, indent=2), "news.json", 1),
        (json.dumps({"status": "ok", "articles": [ROW, ROW, ROW]}), "news.json", 3),
        (json.dumps(ROW) + "\r\n" + json.dumps(ROW) + "\r\n", "news.ndjson", 2),
        (json.dumps(ROW) + "\n" + json.dumps(ROW), "standard input", 2),
    ],
)
def test_one_object_a_list_or_lines(content: str, name: str, count: int) -> None:
    found = list(read_bytes(content.encode(), name))
    assert [type(item).__name__ for item in found] == ["Document"] * count
    assert list(read_bytes(content.encode("utf-16"), name)) == found


def test_a_broken_array_is_one_failure() -> None:
    (found,) = read_bytes(json.dumps([ROW, ROW], indent=1)[:-20].encode(), "news.json")
    assert isinstance(found, Failure)
    assert "JSON" in found.error.message


def test_the_user_and_the_title_of_a_row() -> None:
    row = {"text": "Sale denied\n\nBy Ann Example\n\n" + TEXT, "title": "Sale denied", "published": "2022-03-07"}
    (found,) = read_bytes(
        json.dumps(row).encode(), "n.jsonl", Given(date(2020, 1, 2), "Mine", "My title", "https://m.example")
    )
    assert isinstance(found, Document)
    assert (found.published, found.publisher, found.title, found.url) == (
        date(2020, 1, 2),
        "Mine",
        "My title",
        "https://m.example",
    )
    assert found.text[found.body :] == TEXT


def test_a_text_in_brackets_is_no_json() -> None:
    (found,) = read_bytes(b"[Editor's note: the ministry denied it.]", "note")
    assert isinstance(found, Document)
    assert found.text.startswith("[Editor")
