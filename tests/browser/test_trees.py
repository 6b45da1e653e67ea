"""What a screen reader is given of the example's matter, a meeting and a person, as golden files.

    pytest tests/browser/test_trees.py --write-expected

writes them anew; read the diff as prose. Addresses are left out, and what hangs on the day is written as such.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from app.language.dates import date_text
from app.today import today
from tests.browser.test_pages import CASE, visit

pytestmark = pytest.mark.browser
_TREES = Path(__file__).parent / "trees"
_KINDS = {"matter": CASE, "meeting": "/sammantraden/alnsjo/kommunstyrelsen/2025-11-05", "person": "person"}
_ADDRESS = re.compile(r"^ *- /url: .*\n?", re.MULTILINE)
_SOURCES = re.compile(r"(?:^ *- link \".* s\. \d+\":\n){2,}", re.MULTILINE)
_VARYING = (
    (re.compile(r"http://127\.0\.0\.1:\d+"), "http://ADDRESS"),
    (re.compile(r"\b\d+(?= dagar (?:över tiden|sedan))"), "SÅ MÅNGA"),
    (re.compile(r"(?<=code: )\"?[0-9a-f]{16,64}\"?|\b[0-9a-f]{16,64}\b"), "VERSION"),
    (re.compile(r"(?<=/)[a-z2-7]{16}\b"), "ID"),
    (re.compile(r"\b20\d\d-\d\d-\d\dT[\d:.]+Z?"), "INSTANT"),
)


@pytest.mark.parametrize("name", _KINDS)
def test_a_screen_reader_is_given_what_it_was(
    browser: Browser, address: str, name: str, request: pytest.FixtureRequest
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    visit(page, address, _KINDS[name])
    tree = _steady(page.locator("body").aria_snapshot())
    page.close()
    golden = _TREES / f"{name}.yaml"
    if request.config.getoption("write_expected"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(tree)
    assert tree == golden.read_text()


def _steady(tree: str) -> str:
    """The tree without what differs between installations and days."""
    tree = _ADDRESS.sub("", tree).replace(date_text(today()), "I DAG").replace(today().isoformat(), "I DAG")
    for pattern, word in _VARYING:
        tree = pattern.sub(word, tree)
    return f"{_SOURCES.sub(_in_order, tree).rstrip()}\n"


def _in_order(links: re.Match[str]) -> str:
    """Sources beside each other stand by their documents' ids, which differ between installations."""
    return "".join(sorted(links[0].splitlines(keepends=True)))
