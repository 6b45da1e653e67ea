"""A registrar's job in a real browser, from signing in to what the public sees: by the keyboard alone, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from app.installation.opening import open_stores, start
from app.resources import example
from app.security.roles import Grant, Role
from app.settings import Settings
from tests.app.desk.working import PASSWORD, account
from tests.app.papers import drawn, minutes
from tests.browser.barriers import barriers, barriers_in_the_dark
from tests.browser.conftest import served

pytestmark = pytest.mark.browser
MOST_ACTIONS = 12
_MASKS_WITHIN = 120_000  # ms, on a machine that does much else


@pytest.fixture
def desk_address(tmp_path: Path, made_files: Path) -> Iterator[str]:
    """An installation with a registrar and nothing else, served on loopback."""
    using = Settings(data_dir=tmp_path, database_url=f"sqlite:///{tmp_path / 'desk.db'}", rate_limit="off")
    stores = open_stores(using)
    start(stores)
    account(stores, "alva", Grant(Role.ADMIN))
    account(stores, "rut", Grant(Role.REGISTRAR, "Alnsjö"))
    stores.dispose()
    with served(using) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, locale="sv-SE", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def signed_in(page: Page, address: str, login: str = "rut") -> None:
    page.goto(f"{address}/desk")
    page.get_by_label("Kontonamn").fill(login)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()


def handed_in(page: Page) -> None:
    page.get_by_label("Välj PDF-filer").set_input_files(str(example()))
    page.get_by_role("button", name="Läs in").click()


def read_through(page: Page, name: str = "exempel.pdf") -> None:
    """Ask again until the file has its end."""
    for _ in range(600):
        if page.get_by_role("link", name=name).count():
            return
        page.wait_for_timeout(100)
        page.get_by_role("link", name="Uppdatera").click()
    raise AssertionError("the file was not read")


def test_a_bundle_is_handed_in_checked_put_right_and_released_by_the_keyboard_without_scripts(
    page: Page, desk_address: str, tmp_path: Path
) -> None:
    keys = Keys(page)
    signed_in(page, desk_address)
    handed_in(page)
    read_through(page)
    keys.press(page.get_by_role("link", name="exempel.pdf"))
    picture = page.locator(".leaf-picture image").first
    assert (
        page.context.request.get(f"{desk_address}{picture.get_attribute('href')}").headers["content-type"]
        == "image/webp"
    )
    keys.press(page.get_by_role("link", name="← Sidan 1").first)
    yrkande = page.locator("li.yrkanden").first
    keys.press(yrkande.get_by_role("link", name="Rätta"))
    keys.write(page.get_by_label("Vilka som yrkar"), "Vera Lönn (S)")
    keys.write(page.get_by_label("Din roll"), "registrator")
    keys.press(page.get_by_role("button", name="Spara rättelsen"))
    expect(page.locator("li.yrkanden", has_text="Vera Lönn (S)")).to_contain_text("Läst var")
    keys.unfold(page.get_by_text("på andra sidor"))
    keys.press(page.get_by_role("link", name="Lägg till uppgift").first)
    keys.choose(page.get_by_label("Yttrande"))
    keys.press(page.get_by_role("button", name="Vidare"))
    keys.write(page.get_by_label("Slag"), "särskilt")
    keys.write(page.get_by_label("Hur författaren är känd"), "en")
    keys.write(page.get_by_label("Partier"), "C")
    keys.press(page.get_by_role("button", name="Lägg till"))
    expect(page.locator("li.statements", has_text="Tillagt för hand")).to_have_count(1)
    keys.press(page.get_by_role("button", name="Granskat").first)
    keys.press(page.get_by_role("button", name="Godkänn allt säkert"))
    expect(page.get_by_text("5 av 5 godkända")).to_be_visible()
    page.goto(f"{desk_address}/arenden")
    page.get_by_role("link", name="Svar på motion").first.click()
    expect(page.get_by_text("Vera Lönn (S)").first).to_be_attached()
    masked_and_released(page, desk_address, tmp_path / "bidrag.pdf")
    page.goto(f"{desk_address}/paragrafer?q=Cykelställ")
    page.get_by_role("link", name="Cykelställ vid torget").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cykelställ vid torget")
    assert "121212-1212" not in page.content()


def masked_and_released(page: Page, address: str, file: Path) -> None:
    """A file that names somebody is handed in; the number in it is masked, and the rest released."""
    keys = Keys(page)
    lines = minutes("Kulturnämnden", "14", "KN-2025-00031", "Nämnden beslutar att bevilja 121212-1212 ett bidrag.")
    file.write_bytes(drawn(lines))
    page.goto(f"{address}/desk")
    page.get_by_label("Välj PDF-filer").set_input_files(str(file))
    keys.press(page.get_by_role("button", name="Läs in"))
    read_through(page, file.name)
    keys.press(page.get_by_role("link", name=file.name))
    keys.press(page.get_by_role("link", name="Maskera …"))
    assert page.locator(".pick").evaluate("one => one.scrollWidth <= one.clientWidth"), (
        "no part of the page is out of sight"
    )
    keys.choose(page.get_by_label("Personnummer: 121212-1212"))
    keys.write(page.get_by_label("Lagrum"), "OSL 21 kap. 1 §")
    keys.press(page.get_by_role("button", name="Maskera"))
    expect(page.get_by_text("maskat på s. 1")).to_be_visible()
    keys.press(page.get_by_role("link", name="Släpp …"))
    keys.press(page.get_by_role("button", name="Släpp, så att alla ser den"))


class Keys:
    """Whoever has a keyboard and nothing else; the window in which files are chosen is the system's own."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def press(self, target: Locator) -> None:
        """Follow a link or press a button, and wait for where it leads."""
        _tab_to(self._page, target)
        with self._page.expect_navigation(timeout=_MASKS_WITHIN):
            self._page.keyboard.press("Enter")

    def unfold(self, target: Locator) -> None:
        """Open a part of the page."""
        _tab_to(self._page, target)
        self._page.keyboard.press("Enter")

    def choose(self, target: Locator) -> None:
        """Tick a box, or one of several that exclude each other: Tab leads to the first of those, arrows on to the next."""
        one_of = target.get_attribute("type") == "radio"
        first = self._page.locator(f"input[name='{target.get_attribute('name')}']").first
        _tab_to(self._page, first if one_of else target)
        self._page.keyboard.press("Space")
        while one_of and not target.is_checked():
            self._page.keyboard.press("ArrowDown")
        expect(target).to_be_checked()

    def write(self, target: Locator, text: str) -> None:
        """Type in a field in place of what stands there; in a list, the beginning of a word."""
        _tab_to(self._page, target)
        self._page.keyboard.press("Control+A")
        self._page.keyboard.type(text)


def test_nothing_wrong_is_checked_by_the_keyboard_in_few_presses(browser: Browser, desk_address: str) -> None:
    """What is counted is each key that does something: the ways of Tab between them are the browser's."""
    context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    actions = 0

    def press(name: str, role: str) -> None:
        nonlocal actions
        target = page.get_by_role(role, name=name).first  # type: ignore[arg-type]
        _tab_to(page, target)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        actions += 1

    page.goto(f"{desk_address}/desk")
    expect(page.get_by_label("Kontonamn")).to_be_focused()
    page.keyboard.type("rut")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk")
    actions += 1
    handed_in(page)
    actions += 2
    read_through(page)
    press("exempel.pdf", "link")
    while page.get_by_role("button", name="Granskat").count():
        press("Granskat", "button")
    press("Godkänn allt säkert", "button")
    expect(page.get_by_text("5 av 5 godkända")).to_be_visible()
    assert actions <= MOST_ACTIONS
    context.close()


def _tab_to(page: Page, target: Locator) -> None:
    """Move by Tab alone until the element has the focus, or what it is the words of."""
    handle = target.element_handle()
    for _ in range(300):
        if page.evaluate("wanted => [wanted, wanted.parentElement].includes(document.activeElement)", handle):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way by Tab to {target}")


def test_axe_finds_no_barrier_at_the_desk_and_nothing_runs_over(browser: Browser, desk_address: str) -> None:
    context = browser.new_context(color_scheme="light", locale="sv-SE")
    page = context.new_page()
    page.goto(f"{desk_address}/desk/logga-in")
    found = _barriers(page)
    signed_in(page, desk_address)
    handed_in(page)
    read_through(page)
    found += _barriers(page)
    page.get_by_role("link", name="exempel.pdf").click()
    review = page.url.partition("?")[0]
    links = ["?sida=1", "?sida=2", "/historik", "/ny?sida=1", "/maskera?sida=1", "/utplana"]
    page.goto(f"{review}?sida=1")
    links.append(str(page.locator("a.act").first.get_attribute("href")).replace(review.partition("/desk")[2], ""))
    for link in links:
        page.goto(
            link if link.startswith("http") else f"{desk_address}{link}" if link.startswith("/desk") else review + link
        )
        found += _barriers(page)
    page.goto(f"{desk_address}/desk/konto")
    found += _barriers(page)
    for at in ("forslag", "personer?q=a", "organ", "expediering", "arendebalans", "redovisning", "gjort"):
        page.goto(f"{desk_address}/desk/{at}")
        found += _barriers(page)
    found += _walked_to_a_section(page)
    page.get_by_role("button", name="Logga ut").click()
    signed_in(page, desk_address, "alva")
    for at in ("/desk/administration", "/desk/nycklar", "/desk/lage"):
        page.goto(f"{desk_address}{at}")
        found += _barriers(page)
    assert not found
    context.close()


def _walked_to_a_section(page: Page) -> list[str]:
    """From the register's rooms by links to a meeting and a § of it, with every part that can be opened open."""
    found = []
    page.get_by_role("link", name="Register", exact=True).first.click()
    for link in ("a[href='/desk/sammantraden']", "th a", "a[href^='/desk/paragrafer/']"):
        found += _barriers(page)
        page.locator(f"main {link}").first.click()
        for part in page.locator("details").all():
            part.evaluate("part => { part.open = true }")
    expect(page.get_by_role("heading", name="Vad lagen frågar efter")).to_be_visible()
    return found + _barriers(page)


def _barriers(page: Page) -> list[str]:
    """What axe finds, in the light and in the dark, and what is wider than the window, on a phone and on a desk."""
    found = []
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{page.url} is wider than {width}")
    return found + [f"{page.url}: {rule} {where[0]}" for rule, where in barriers(page) + barriers_in_the_dark(page)]
