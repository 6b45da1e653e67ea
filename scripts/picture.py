"""Draws the README's picture anew: the built-in example's case page, as Chromium shows it.

    python scripts/picture.py [docs/case-page.webp]

Runs `diarium demo` in a folder of its own and looks at the page that it serves.
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

from PIL import Image
from playwright.sync_api import Error, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PORT = 8017
SIZE: ViewportSize = {"width": 1200, "height": 1265}


def main() -> int:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "case-page.webp"
    with tempfile.TemporaryDirectory() as folder, demo(Path(folder)) as address:
        image = Image.open(io.BytesIO(photograph(address)))
    target.parent.mkdir(exist_ok=True)
    image.save(target, "WEBP", lossless=True, method=6)
    print(f"{target}: {target.stat().st_size / 1000:.0f} kB")
    return 0


@contextmanager
def demo(folder: Path) -> Iterator[str]:
    """Serve the example while the block runs; gives the address of its case page."""
    command = [sys.executable, "-P", "-m", "app.cli", "demo", "--port", str(PORT)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield address_in(process)
        finally:
            process.terminate()


def address_in(process: subprocess.Popen[str]) -> str:
    """The address that the demo tells the person to open."""
    said = []
    for line in process.stderr or ():
        said.append(line)
        found = re.search(r"http://\S+", line)
        if found:
            return found[0]
    raise SystemExit("".join(said))


def photograph(address: str) -> bytes:
    """The top of the page as PNG. Chromium waits for the server to answer by trying again."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE, locale="sv-SE")
        for _attempt in range(20):
            if opens(page, address):
                return page.screenshot()
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
