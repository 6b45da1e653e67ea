"""Draws the pictures of README and docs anew: the built-in example's pages, as Chromium shows them.

    python scripts/picture.py [docs]

Runs `diarium demo` in a folder of its own and looks at the pages that it serves.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from PIL import Image
from playwright.sync_api import Error, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PORT = 8017
# The README tells of the whole chain that the case page draws.
SIZE: ViewportSize = {"width": 1280, "height": 1595}
_COLOURS = 256  # so many nobody tells from all, and a page takes a fifth less
SMALL: ViewportSize = {"width": 1200, "height": 760}
# What each picture is called, and the page that it shows, by its address or by a link on the page before it.
CASE = "case-page"
SHOWN = {
    "person-page": "main a[href^='/personer/']",
    "start-page": "/",
    "meeting-page": "/sammantraden/alnsjo/kommunstyrelsen/2025-11-05",
    "search-page": "/sok?q=skolgårdar",
}
DESK = "review-page"


class Served(NamedTuple):
    """The addresses that the demo tells of: its case page, and the way in to the desk."""

    case: str
    desk: str


def main() -> int:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, demo(Path(folder)) as served:
        for name, picture in photographs(served):
            path = target / f"{name}.webp"
            few = Image.open(io.BytesIO(picture)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
            few.convert("RGB").save(path, "WEBP", lossless=True, method=6, quality=100)
            print(f"{path}: {path.stat().st_size / 1000:.0f} kB")
    return 0


@contextmanager
def demo(folder: Path) -> Iterator[Served]:
    """Serve the example while the block runs."""
    command = [sys.executable, "-P", "-m", "app.cli", "demo", "--port", str(PORT)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield addresses_in(process)
        finally:
            process.terminate()


def addresses_in(process: subprocess.Popen[str]) -> Served:
    """The addresses that the demo tells the person to open."""
    said: list[str] = []
    found: dict[str, str] = {}
    for line in process.stderr or ():
        said.append(line)
        if address := re.search(r"http://\S+", line):
            found["desk" if "/desk/" in address[0] else "case"] = address[0]
        if len(found) == 2:
            return Served(**found)
    raise SystemExit("".join(said))


def photographs(served: Served) -> Iterator[tuple[str, bytes]]:
    """Each picture's name and the top of its page as PNG."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, locale="sv-SE")
        wait_for(page, served.case)
        yield CASE, page.screenshot()
        page.set_viewport_size(SMALL)
        for name, shown in SHOWN.items():
            if shown.startswith("/"):
                page.goto(urljoin(served.case, shown))
            else:
                page.goto(urljoin(served.case, page.locator(shown).first.get_attribute("href") or ""))
            yield name, page.screenshot()
        page.goto(served.desk)
        page.locator("main button").click()
        page.locator("main a[href*='/desk/import/']").first.click()
        page.wait_for_load_state("networkidle")
        yield DESK, page.screenshot()


def wait_for(page: Page, address: str) -> None:
    """Open a page of a server that begins: Chromium tries again until it answers."""
    for _attempt in range(20):
        if opens(page, address):
            return
        page.wait_for_timeout(250)
    raise SystemExit(f"{address} never answered")


def opens(page: Page, address: str) -> bool:
    try:
        answer = page.goto(address)
    except Error:
        return False
    return answer is not None and answer.ok


if __name__ == "__main__":
    sys.exit(main())
