"""Lists, feeds and sitemaps added again: each page is asked whether it has changed, and has its own original."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from sayso.batch import FILES_OF_MANY, Pool
from sayso.batch.adding import Orders, Report, add
from sayso.batch.engines import Alone
from sayso.batch.one import Reading
from sayso.batch.sources import expanded
from sayso.ledger import Document, Ledger
from sayso.read import Failure, Given, Limits, Manners
from sayso.read.fetch.fetcher import Fetcher
from sayso.settings import Settings
from sayso.store import DocumentCard, Store

LIMITS = Limits(allow_private=True, timeout_s=60)


def page(words: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body><h1>Of the pier</h1><p>{words}</p></body></html>"


def reading(document: Document) -> Ledger:
    return Ledger((document,))


def opener(_: Settings) -> Reading:
    return reading


class Site(ThreadingHTTPServer):
    """What it shows by path, under a tag of the content where it `has_tags`; `asked` are the paths with the answers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.shown: dict[str, str] = {}
        self.asked: list[tuple[str, int]] = []
        self.has_tags = True

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def since(self) -> list[tuple[str, int]]:
        """What was asked since this was called last, without robots.txt."""
        asked, self.asked = self.asked, []
        return [(path, status) for path, status in asked if path != "/robots.txt"]


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        text = self.server.shown.get(self.path)
        body = (text or "").replace("{site}", self.server.home).encode()
        tag = f'"{zlib.crc32(body)}"'
        is_same = self.server.has_tags and self.headers.get("If-None-Match") == tag
        status = 404 if text is None else 304 if is_same else 200
        body = b"" if status == 304 else gzip.compress(body) if self.path.endswith(".gz") else body
        self.server.asked.append((self.path, status))
        self.send_response(status)
        if self.server.has_tags:
            self.send_header("ETag", tag)
        self.send_header("Content-Type", "application/xml" if "." in self.path else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def added(store: Store, *named: str, **more: object) -> Report:
    fetcher = Fetcher(LIMITS, Manners(delay_s=0, attempts=1))
    orders = Orders(Given(), LIMITS, "1", FILES_OF_MANY, fetcher=fetcher, **more)  # type: ignore[arg-type]
    return add(expanded(named), store, Alone(reading), orders)


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.read, report.known, report.versions, len(report.skipped)


FEED = (
    "<rss version='2.0'><channel><title>Port Ellis Courier</title>{items}</channel></rss>",
    "<item><title>Of {name}</title><link>{{site}}/{name}</link><pubDate>Mon, 07 Mar 2022 09:00:00 GMT</pubDate></item>",
)
LISTS = {
    "list.txt": ("{items}", "{{site}}/{name}\n"),
    "list.txt.gz": ("{items}", "{{site}}/{name}\n"),
    "list.json": (
        "[{items}{{}}]",
        '{{"type": "webpage", "title": "Of {name}", "URL": "{{site}}/{name}", "accessed": {{}}}},',
    ),
    "/feed.xml": FEED,
    "/map.xml": ("<urlset>{items}</urlset>", "<url><loc>{{site}}/{name}</loc></url>"),
    "/map.xml.gz": ("<urlset>{items}</urlset>", "<url><loc>{{site}}/{name}</loc></url>"),
}


def listed(kind: str, site: Site, tmp_path: Path, names: Iterable[str]) -> str:
    """A list of these pages, as a file or on the server; what to add."""
    whole, item = LISTS[kind]
    text = whole.replace("{{}}", "{}").replace("{items}", "".join(item.format(name=name) for name in names))
    if kind.startswith("/"):
        site.shown[kind] = text
        return site.home + kind
    raw = text.replace("{site}", site.home).encode()
    (tmp_path / kind).write_bytes(gzip.compress(raw, mtime=0) if kind.endswith(".gz") else raw)
    return str(tmp_path / kind)


@pytest.mark.parametrize("kind", LISTS)
def test_each_page_of_an_unchanged_list_is_asked_again(kind: str, site: Site, tmp_path: Path) -> None:
    site.shown |= {"/one": page("The board denied it."), "/two": page("Norline demanded an apology.")}
    what = listed(kind, site, tmp_path, ["one", "two", "three"])
    lacking = 2 if kind == "list.json" else 1  # a page that is not there, and an item without an address
    with Store(tmp_path / "sayso.db") as store:
        assert counts(added(store, what)) == (2, 0, 0, lacking)
        first = [path for path, _ in site.since()]
        assert first[-3:] == ["/one", "/two", "/three"]
        assert counts(added(store, what)) == (0, 2, 0, lacking)
        assert site.since()[-3:] == [("/one", 304), ("/two", 304), ("/three", 404)]
        site.shown |= {"/two": page("Norline demanded no apology."), "/three": page("The mayor refused.")}
        assert counts(added(store, what)) == (2, 1, 1, lacking - 1)
        assert site.since()[-3:] == [("/one", 304), ("/two", 200), ("/three", 200)]
        assert [place for place, _, _ in store.skipped() if "three" in place] == []
        assert store.stats().documents == 4


def test_a_page_behind_a_list_has_its_own_original(site: Site, tmp_path: Path) -> None:
    site.shown["/one"] = page("The board denied it.")
    with Store(tmp_path / "sayso.db") as store:
        added(store, listed("list.txt", site, tmp_path, ["one"]))
        (document,) = store.each("documents")
        card = store.show(document.id)
        assert isinstance(card, DocumentCard)
        (seen,) = card.appearances
        assert store.original(seen.sha256 or "") == site.shown["/one"].encode()
        assert "etag" in {name.lower() for name, _ in seen.headers}
        # By its own address it is the same page.
        assert counts(added(store, f"{site.home}/one")) == (0, 1, 0, 0)


def test_a_page_that_two_lists_lead_to_is_asked_once_in_a_run(site: Site, tmp_path: Path) -> None:
    site.shown |= {"/one": page("The board denied it."), "/two": page("Norline demanded an apology.")}
    lists = [listed(kind, site, tmp_path, ["one", "two"]) for kind in ("list.txt", "/feed.xml")]
    told: list[str] = []
    more: list[int] = []
    with Store(tmp_path / "sayso.db") as store:
        report = added(store, *lists, tell=told.append, more=more.append)
        assert counts(report) == (2, 0, 0, 0)
    assert (len(told), sum(more)) == (2 + 2 + 2, 4)  # the bar ends full: two lists, and all that they lead to
    assert [path for path, _ in site.since()].count("/one") == 1


def test_other_bytes_of_the_same_text_change_nothing(site: Site, tmp_path: Path) -> None:
    site.has_tags = False
    head = "<meta name='nonce' content='{}'>"
    site.shown["/one"] = page("The board denied it.", head.format(1))
    what = listed("list.txt", site, tmp_path, ["one"])
    with Store(tmp_path / "sayso.db") as store:
        added(store, what)
        site.shown["/one"] = page("The board denied it.", head.format(22))
        assert counts(added(store, what)) == (0, 1, 0, 0)
        assert store.stats().originals == 1
        site.shown["/one"] = page("The board denied it.", "<meta name='date' content='2022-03-07'>")
        assert counts(added(store, what)) == (1, 0, 0, 0)
        (document,) = store.each("documents")
        assert document.published == date(2022, 3, 7)


def test_a_list_leads_no_further_than_its_pages(site: Site, tmp_path: Path) -> None:
    site.shown["/one"] = page("The board denied it.")
    feed = listed("/feed.xml", site, tmp_path, ["one"])
    (tmp_path / "feeds.txt").write_text(f"{feed}\n")
    with Store(tmp_path / "sayso.db") as store:
        report = added(store, str(tmp_path / "feeds.txt"))
        assert (report.read, len(report.skipped)) == (0, 1)
        assert site.since() == [("/feed.xml", 200)]


def test_rows_that_were_mended_are_skipped_no_more(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"text": "It was denied."}) + "\nno row\n")
    with Store(tmp_path / "sayso.db") as store:
        added(store, str(rows))
        assert len(store.skipped()) == 1
        rows.write_text(json.dumps({"text": "It was denied."}) + "\n" + json.dumps({"text": "It was not."}) + "\n")
        added(store, str(rows))
        assert store.skipped() == []


@pytest.mark.parametrize(
    ("kind", "own", "expected"),
    [
        ("list.json", "", ("Of one", None, None)),
        ("/feed.xml", "", ("Of one", "Port Ellis Courier", date(2022, 3, 7))),
        ("/feed.xml", "<meta property='og:site_name' content='The Quay'>", ("Of one", "The Quay", date(2022, 3, 7))),
        ("/feed.xml", "<meta name='date' content='2022-03-06'>", ("Of one", "Port Ellis Courier", date(2022, 3, 6))),
        (
            "/feed.xml",
            "<meta property='og:title' content='Its own'>",
            ("Its own", "Port Ellis Courier", date(2022, 3, 7)),
        ),
    ],
)
def test_what_a_list_tells_fills_the_gaps_of_the_page(
    kind: str, own: str, expected: tuple[str | None, ...], site: Site, tmp_path: Path
) -> None:
    words = "The board denied it, and said that it would never sell."
    site.shown["/one"] = page(words, own).replace("<h1>Of the pier</h1>", "")
    with Store(tmp_path / "sayso.db") as store:
        added(store, listed(kind, site, tmp_path, ["one"]))
        (found,) = store.each("documents")
        assert (found.title, found.publisher, found.published) == expected


def test_workers_leave_lists_to_the_fetcher_of_the_run(site: Site, tmp_path: Path) -> None:
    site.shown["/one"] = page("The board denied it.")
    lists = [listed("list.txt", site, tmp_path, ["one"])]
    (tmp_path / "map.xml").write_text(f"<urlset><url><loc>{site.home}/one</loc></url></urlset>")
    (tmp_path / "plain.txt").write_text("The mayor refused.")
    asked: list[str] = []
    fetcher = Fetcher(LIMITS, Manners(delay_s=0), record=lambda exchange: asked.append(str(exchange)))
    sources = [*lists, str(tmp_path / "map.xml"), str(tmp_path / "plain.txt")]
    outcomes = list(Pool(Settings(), 2, (), opener).outcomes(sources, Given(), LIMITS, fetcher))
    assert [isinstance(outcome, Failure) for outcome in outcomes] == [False] * 3
    assert len(asked) == 3  # robots.txt, and the page twice
