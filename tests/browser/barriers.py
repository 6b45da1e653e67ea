"""What axe finds on the page that a browser shows."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Violation = tuple[str, list[str]]  # the rule, and where in the page
# All that is no violation is counted and left there: to hand it over takes longer than to find it.
_FINDS = """options => axe.run({resultTypes: ['violations'], ...options}).then(
    found => found.violations.map(one => [one.id, one.nodes.map(node => String(node.target))]))"""


# As dear as all others together: it looks at what lies behind each word.
CONTRAST = "color-contrast"


def barriers(page: Page, *rules: str, but: str | None = None) -> list[Violation]:
    """What axe finds, of these rules or of all, but for one."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    options: dict[str, Any] = {"runOnly": list(rules)} if rules else {}
    if but is not None:
        options["rules"] = {but: {"enabled": False}}
    found: list[list[Any]] = page.evaluate(_FINDS, options)
    return [(rule, where) for rule, where in found]


def barriers_in_the_dark(page: Page) -> list[Violation]:
    """What axe finds of colours in the dark scheme, on a page that is shown in the light one before and after."""
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    found = barriers(page, CONTRAST)
    page.emulate_media(color_scheme="light")
    return found
