"""The pages in a real browser: no barrier that axe finds, whole at 320 pixels, by keyboard and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from app.pages.printing import SCRIPT
from app.today import today
from tests.browser import hostile
from tests.browser.barriers import CONTRAST, barriers, barriers_in_the_dark
from tests.thorough import THOROUGH

pytestmark = pytest.mark.browser

CASE = "/arenden/alnsjo/ks-2025-00042"
MEETING = "/sammantraden/alnsjo/kommunstyrelsen/2025-11-05"
KINDS = [
    "/",
    "/en",
    "/sok?q=träd",
    "/arenden",
    "/arenden?kommun=malmo",
    "/motioner",
    "/voteringar",
    "/sammantraden",
    MEETING,
    "/paragrafer/alnsjo/kommunstyrelsen/2025-11-05/201",
    "/andringar",
    "/organ/alnsjo/kommunstyrelsen",
    "/statistik/partier",
    "/yrkanden",
    "/reservationer",
    "/yttranden",
    "/handlingar",
    "/iakttagelser",
    "/personer",
    "/partier",
    "/partier/alnsjo/C",
    "/organ",
    "/statistik",
    "/statistik/tackning",
    "/kvalitet",
    "/ordlista",
    "/om",
    "/tillganglighet",
    f"/rapportera?om={CASE}",
    "votering",
    "person",
    "/data",
    "/en/data",
    "/data/listor/findings",
    "/data/profil",
    CASE,
    f"{CASE}/jamfor",
    f"{CASE}?as_of={today()}",
    "handling",
    "sida",
    "/arenden/inget-alls",
    hostile.ADDRESS,
]
ENGLISH = [f"/en{kind}" for kind in KINDS if kind.startswith("/") and len(kind) > 1 and not kind.startswith("/en")]
if not THOROUGH:
    ENGLISH = ENGLISH[:: len(ENGLISH) // 4]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def one_page(browser: Browser) -> Iterator[Page]:
    """A page that is led from address to address, for tests that leave nothing behind in it."""
    opened = browser.new_page(locale="sv-SE")
    yield opened
    opened.close()


def visit(page: Page, address: str, kind: str) -> None:
    """Open a page of this kind; a document, its page and a person are reached from the matter as a reader would."""
    if kind.startswith("/"):
        page.goto(address + kind)
        return
    if kind == "votering":
        page.goto(f"{address}/voteringar")
        page.locator("main article h2 a").first.click()
        page.wait_for_url("**/voteringar/*")
        return
    page.goto(address + CASE)
    where = {
        "handling": "[aria-labelledby=handlingar] ul a",
        "sida": ".step .where a",
        "person": ".said a[href^='/personer/']",
    }[kind]
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    page.locator(where).first.click()
    page.wait_for_load_state()


def overflow(page: Page) -> list[str]:
    """The elements that stick out of the window to the right, but for what scrolls on purpose."""
    script = """() => [...document.querySelectorAll('body *')]
        .filter(e => !e.closest('.scroll, .skip') && e.getBoundingClientRect().right > innerWidth + 0.5)
        .map(e => e.tagName + '.' + e.className)"""
    wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    found: list[str] = page.evaluate(script)
    return found if wider or found else []


@pytest.mark.parametrize("kind", KINDS + ENGLISH)
def test_a_page_is_whole_at_every_width_and_axe_finds_no_barrier(one_page: Page, address: str, kind: str) -> None:
    """An English page has the colours of the Swedish one, which are looked at there."""
    page, colours = one_page, THOROUGH or not f"{kind}/".startswith("/en/")
    page.set_viewport_size({"width": 1280, "height": 900})
    visit(page, address, kind)
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) == [], width
        if width in ({1280, 320} if THOROUGH else {(1280, 320)[(KINDS + ENGLISH).index(kind) % 2]}):
            assert barriers(page, but=None if colours else CONTRAST) == [], width
    if colours:
        assert barriers_in_the_dark(page) == [], "dark"


@pytest.mark.parametrize("kind", ["/sammantraden", MEETING, "/statistik/tackning", "/kvalitet", "/motioner"])
def test_a_list_needs_no_scrolling_sideways_on_a_phone(page: Page, address: str, kind: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(address + kind)
    wide = "[...document.querySelectorAll('.scroll:has(table)')].filter(e => e.scrollWidth > e.clientWidth).length"
    assert page.locator("table tbody tr").count() > 0
    assert page.evaluate(wide) == 0


def test_without_javascript_the_search_leads_to_the_matter_and_to_the_page_in_the_file(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_label("Ord eller ärendenummer").fill("bun 2025 118")
    page.get_by_role("button", name="Sök").click()
    assert page.url == address + CASE
    page.locator("#steg-4 .where a").first.click()
    image = page.locator(".leaf img")
    image.wait_for()
    assert "/sida/" in page.url and image.evaluate("e => 1") == 1
    context.close()


def test_the_keyboard_reaches_every_link_in_order_and_each_shows_its_focus(page: Page, address: str) -> None:
    page.goto(address + CASE)
    expected = page.evaluate(
        """() => [...document.querySelectorAll('a[href], input, button, summary, [tabindex="0"]')]
        .filter(e => e.checkVisibility()).map(e => e.outerHTML.slice(0, 120))"""
    )
    met, unseen = [], []
    for _ in expected:
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
        if not page.evaluate(
            """() => { const e = document.activeElement, own = getComputedStyle(e),
            frame = e.querySelector('.target') ? getComputedStyle(e.querySelector('.target')) : null;
            return (own.outlineStyle !== 'none' && parseFloat(own.outlineWidth) >= 2)
                || (frame !== null && frame.stroke !== 'none') }"""
        ):
            unseen.append(met[-1])
    assert met == expected
    assert unseen == []


def test_the_skip_link_leads_past_the_head(page: Page, address: str) -> None:
    page.goto(address + CASE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innehall"


def test_what_can_be_pressed_is_large_enough(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(address + CASE)
    small = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input')]
        .filter(e => !e.closest('p, li, dd, td, blockquote, h1, h2, h3, svg, .skip'))
        .map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
        .filter(([, r]) => r.width && (r.width < 24 || r.height < 24)).map(([html]) => html)"""
    )
    assert small == []


def test_the_twin_opens_and_holds_the_same_title(page: Page, address: str) -> None:
    page.goto(address + CASE)
    title = page.locator("h1").inner_text()
    with page.expect_response("**/api/v1/cases/**") as answered:
        page.get_by_role("link", name="Samma uppgifter som JSON").click()
    assert " ".join(title.split()) == answered.value.json()["title"]


def test_a_step_of_the_picture_leads_to_the_step_of_the_list(page: Page, address: str) -> None:
    page.goto(address + CASE)
    page.locator("svg.chain a").nth(3).click()
    assert page.url.endswith("#steg-4")


def test_the_button_prints_and_no_line_but_its_own_runs(page: Page, address: str) -> None:
    page.add_init_script("window.print = () => { document.title = 'utskriven' }")
    page.goto(address + CASE)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = \"intrång\"'}))"
    )
    assert page.title() not in {"intrång", "utskriven"}
    page.get_by_role("button", name="Skriv ut").click()
    assert page.title() == "utskriven"


@pytest.mark.parametrize("kind", [hostile.ADDRESS, "/", "/arenden"])
def test_hostile_words_stay_words(page: Page, address: str, kind: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(address + kind)
    assert complaints == []
    assert page.title() != hostile.MARK
    runs = page.evaluate(
        "[...document.querySelectorAll('script:not([type=\"application/ld+json\"])')].map(e => e.text)"
    )
    assert runs == [str(SCRIPT)] * (kind == hostile.ADDRESS)
    assert page.evaluate("document.querySelectorAll('[onerror], img[src=x]').length") == 0
    words = page.locator("main").inner_text()
    assert "<script>" in words and "{{ 7 * 7 }}" in words
    assert not {"\u202e", "\u2066", "\x1b", "\x00"} & set(page.content())
    links = page.evaluate(
        "[...document.querySelectorAll('a[href]')].map(e => new URL(e.getAttribute('href'), location).protocol)"
    )
    assert set(links) <= {"http:", "mailto:"}
