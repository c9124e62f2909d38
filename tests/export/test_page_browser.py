"""The page in a real browser: cards beside their text, links, filters, keys, paper, and hostile reports."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.export import EXPORTERS
from sayso.ledger import Ledger
from tests.sample import LEDGER, STATEMENTS, hostile

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on the path")
    with playwright.sync_playwright() as driver:
        # Chromium has no sandbox for root, which is who a container mostly runs as; the pages are our own.
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a ledger's page; whatever the page complains of fails the test."""
    complaints: list[str] = []
    contexts = []

    def open_page(*ledgers: Ledger, width: int = 1300, anchor: str = "", **options: Any) -> Any:
        file = tmp_path / "page.html"
        with file.open("wb") as stream:
            EXPORTERS["html"].write(ledgers or (LEDGER,), stream)
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: request.url.startswith("file:") or complaints.append(request.url))
        page.goto(file.as_uri() + anchor)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def boxes(page: Any, selector: str) -> list[dict[str, float]]:
    return [element.bounding_box() for element in page.locator(selector).all() if element.is_visible()]


def active(page: Any) -> list[str]:
    return [card.get_attribute("data-number") for card in page.locator(".card.on").all()]


def test_cards_stand_in_the_margin_near_their_text_and_never_overlap(opened: Open) -> None:
    page = opened()
    cards, text = boxes(page, ".card"), boxes(page, ".text")[0]
    assert len(cards) == 10
    assert all(card["x"] > text["x"] + text["width"] for card in cards)
    assert all(one["y"] + one["height"] <= other["y"] for one, other in itertools.pairwise(cards))
    for number in range(1, 11):
        (mark,), (card,) = boxes(page, f"#m1-{number}"), boxes(page, f"#s1-{number}")
        assert abs(mark["y"] - card["y"]) < 300


def test_the_active_card_stands_beside_its_mark(opened: Open) -> None:
    page = opened(replace(LEDGER, statements=STATEMENTS[4:]))
    page.locator("#s1-4").click()
    (mark,), (card,) = boxes(page, "#m1-4"), boxes(page, "#s1-4")
    assert card["y"] - 25 <= mark["y"] <= card["y"] + card["height"]


def test_a_narrow_page_puts_cards_below_their_paragraph_and_fits(opened: Open) -> None:
    page = opened(width=380)
    rows = page.locator(".row").all()
    for row in rows:
        text = row.locator(".text").bounding_box()
        assert all(card.bounding_box()["y"] >= text["y"] + text["height"] for card in row.locator(".card").all())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_j_and_k_walk_and_escape_clears(opened: Open) -> None:
    page = opened()
    seen = []
    for key in ("j", "j", "j", "k", "Escape", "k"):
        page.keyboard.press(key)
        seen.append(active(page))
    assert seen == [["1"], ["2"], ["3"], ["2"], [], ["10"]]


def test_tab_reaches_cards_and_shows_where_it_is(opened: Open) -> None:
    page = opened()
    page.locator("#act").focus()
    while not page.evaluate("document.activeElement.matches('.card')"):
        page.keyboard.press("Tab")
    assert active(page) == [page.evaluate("document.activeElement.dataset.number")]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_link_leads_to_the_answered_card_and_lights_both(opened: Open) -> None:
    page = opened()
    page.locator("#s1-6 .ties a").click()
    assert active(page) == ["5"]
    assert page.locator("#s1-6.tied").count() == 1
    assert page.locator(".text .on").filter(has_text="open its books").count() == 1
    assert page.locator("svg.links path.rejects.on").count() == 2


def test_a_click_on_the_text_opens_the_innermost_statement(opened: Open) -> None:
    page = opened()
    page.locator(".text span", has_text="that it had sold").click()
    assert active(page) == ["3"]
    page.locator("header").first.click()
    assert active(page) == []


def test_an_address_with_a_statement_opens_it(opened: Open) -> None:
    assert active(opened(anchor="#s1-7")) == ["7"]


@pytest.mark.parametrize(
    ("field", "value", "cards", "count"),
    [
        ("#speaker", "Piet Oduya", ["4", "6"], "2 of 10 statements"),
        ("#act", "deny", ["1", "2", "4"], "3 of 10 statements"),
        ("#act", "", [str(n) for n in range(1, 11)], "10 statements"),
    ],
)
def test_filters(opened: Open, field: str, value: str, cards: list[str], count: str) -> None:
    page = opened()
    page.select_option(field, value)
    assert [c.get_attribute("data-number") for c in page.locator(".card").all() if c.is_visible()] == cards
    assert page.locator("#count").inner_text() == count
    lit = page.locator(".text [data-s]:not(.off)").all()
    assert all(set(str(span.get_attribute("data-s")).split()) & set(cards) for span in lit)


def test_without_a_script_everything_is_there(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    assert len(boxes(page, ".card")) == len(boxes(page, ".card")) == 10
    assert page.locator("#s1-4 blockquote").is_visible()
    assert not page.locator(".bar").is_visible()
    cards = boxes(page, ".card")
    assert all(one["y"] + one["height"] <= other["y"] for one, other in itertools.pairwise(cards))


def test_on_paper_cards_keep_their_place_and_controls_go(opened: Open) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).position") == "relative"
    assert page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_read(opened: Open, scheme: str) -> None:
    """WCAG contrast of at least 4.5 between each act and its card, each cue and its tint."""
    page = opened(color_scheme=scheme)
    ratio = """([front, back]) => {
        const light = (colour) => {
            const [r, g, b] = colour.match(/[\\d.]+/g).map((x) => x / 255)
                .map((x) => (x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
        return (a + 0.05) / (b + 0.05);
    }"""
    style = "(e) => { const s = getComputedStyle(e); return [s.color, s.backgroundColor]; }"
    for card in page.locator(".card").all():
        back = card.evaluate(style)[1]
        for part in card.locator(".act, .who, .ties li").all():
            assert page.evaluate(ratio, [part.evaluate(style)[0], back]) >= 4.5
    for content in page.locator(".text .con").all():
        assert page.evaluate(ratio, content.evaluate(style)) >= 4.5


def test_hostile_text_is_shown_and_does_nothing(opened: Open) -> None:
    page = opened(hostile())
    assert page.locator("script").count() == 1
    assert page.locator("img").count() == 0
    assert "<script>alert(1)</script>" in page.locator(".text").first.inner_text()
    page.keyboard.press("j")
    assert active(page) == ["1"]
