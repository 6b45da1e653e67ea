"""What people come for, done as they would do it: a councillor with her phone, a journalist who must be able to prove it."""

from __future__ import annotations

import csv
import io
import json
import shlex
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser import against

pytestmark = pytest.mark.browser


class Taps:
    """Taps on what can be seen, counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.n = page, 0

    def __call__(self, what: Locator) -> None:
        self.n += 1
        what.tap()
        self.page.wait_for_load_state()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="sv-SE", has_touch=True)
    yield context.new_page()
    context.close()


def cited(page: Page) -> str:
    """The ways to cite the page, opened by whoever wants them."""
    fold = page.locator("details", has=page.locator("summary", has_text="Citera"))
    if fold.get_attribute("open") is None:
        fold.locator("summary").tap()
    return fold.inner_text()


def on_screen(page: Page, what: Locator) -> bool:
    """Whether it is seen without scrolling."""
    box = what.bounding_box()
    return box is not None and box["y"] >= 0 and box["y"] + box["height"] <= page.viewport_size["height"]  # type: ignore[index] # a page of a context with a viewport has one


def test_a_councillor_finds_a_motion_by_a_word_and_sees_where_it_is_and_what_is_next_by_when(
    phone: Page, address: str
) -> None:
    phone.goto(address)
    tap = Taps(phone)
    phone.get_by_label("Ord eller ärendenummer").fill("skuggande")
    tap(phone.get_by_role("button", name="Sök"))
    tap(phone.locator("main article a", has_text="träd").first)
    assert tap.n <= 3
    assert phone.locator("h1").inner_text().startswith("Svar på motion om skuggande träd")
    status = phone.get_by_role("region", name="Läget")
    assert on_screen(phone, status.get_by_text("Något beslut av kommunfullmäktige finns inte i registret."))
    assert "Kommunfullmäktige" in status.locator(".next").inner_text()
    assert "senast 24\u00a0februari\u00a02026" in status.locator(".next").inner_text()


def test_a_councillor_sees_where_her_committee_disagreed_follows_and_prints(phone: Page, address: str) -> None:
    phone.goto(address)
    tap = Taps(phone)
    tap(phone.locator("summary", has_text="Meny"))
    tap(phone.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Sammanträden"))
    tap(phone.get_by_role("link", name="Kommunstyrelsen 5 november 2025"))
    assert tap.n <= 3
    disputed = phone.get_by_role("region", name="Var vi oense?")
    assert "§\u00a0201" in disputed.inner_text() and "reserverade sig" in disputed.inner_text()
    tap(disputed.get_by_role("link", name="§ 201 ").first)
    phone.emulate_media(media="print")
    assert not phone.get_by_text("Så står den").is_visible() and phone.get_by_text("Så är den läst").is_visible()
    phone.emulate_media(media="screen")
    tap(phone.locator("p.numbers a").first)
    ledger = phone.locator("table.ledger")
    assert not ledger.is_visible()
    tap(phone.locator("summary", has_text="Visa 3 att-satser"))
    assert ledger.is_visible() and not phone.locator("table.positions").is_visible()
    for taken in (phone.locator("summary", has_text="Citera"), phone.get_by_role("link", name="Följ ärendet (Atom)")):
        assert (taken.bounding_box() or {"y": 9999})["y"] < 2 * phone.viewport_size["height"]  # type: ignore[index] # as above
    follow = phone.get_by_role("link", name="Följ ärendet (Atom)").get_attribute("href")
    feed = phone.request.get(f"{address}{follow}")
    assert feed.headers["content-type"].startswith("application/atom+xml") and "<entry" in feed.text()
    phone.emulate_media(media="print")
    assert not phone.get_by_role("button", name="Sök").is_visible()
    assert phone.locator(".paragraf article").first.is_visible() and phone.locator("table.positions").is_visible()
    assert phone.pdf()[:5] == b"%PDF-"


def test_a_phones_menu_opens_below_its_button_and_hides_nothing_that_is_focused(phone: Page, address: str) -> None:
    phone.goto(f"{address}/arenden")
    button, box = phone.locator("summary", has_text="Meny"), phone.get_by_label("Ord eller ärendenummer")
    places = [where.bounding_box() for where in (button, box)]
    button.tap()
    first = phone.get_by_role("navigation", name="Huvudmeny").get_by_role("link").first
    assert first.is_visible() and [where.bounding_box() for where in (button, box)] == places
    box.focus()
    assert not first.is_visible()


def test_a_journalist_finds_votes_against_the_board_opens_the_box_cites_and_takes_the_list_home(
    phone: Page, address: str
) -> None:
    phone.goto(f"{address}/voteringar")
    phone.locator("summary", has_text="Begränsa listan").tap()
    phone.get_by_label("Bara där fullmäktige gick emot styrelsen").check()
    phone.get_by_role("button", name="Visa").tap()
    phone.wait_for_url("**/voteringar?**")
    found = phone.locator("article.matter")
    assert [one.inner_text().count(against.TITLE) for one in found.all()] == [1]

    answered = phone.request.get(
        address + (phone.get_by_role("link", name="Hämta som CSV").get_attribute("href") or "")
    )
    (row,) = csv.DictReader(io.StringIO(answered.text()))
    assert (row["yes"], row["no"]) == ("12", "19")

    phone.locator("summary", has_text="curl").tap()
    line = phone.get_by_label("Frågan med curl").inner_text()
    command = shlex.split(line)
    assert command[0] == "curl"
    done = subprocess.run([command[0], "-sS", "--noproxy", "*", *command[1:]], capture_output=True, check=True)
    assert [vote["yes"] for vote in json.loads(done.stdout)["votes"]] == [12]

    found.locator("h2 a").tap()
    phone.locator(".facts cite a").first.tap()
    phone.wait_for_url("**ruta=**")
    assert "12 ja-röster mot 19 nej-röster" in phone.locator(".quote").inner_text()
    assert phone.locator(".leaf img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0

    assert "12 ja-röster mot 19 nej-röster" in cited(phone) and phone.url in cited(phone)
    phone.go_back()
    phone.wait_for_url("**/voteringar/*")
    assert f"Votering: {against.TITLE}. Diarium. {phone.url} (hämtat " in cited(phone)
    phone.get_by_role("link", name=against.CASE).tap()
    assert against.CASE in cited(phone) and f"{address}/arenden/alnsjo/ks-2024-00077" in cited(phone)
