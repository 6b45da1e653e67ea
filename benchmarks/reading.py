"""What reading a PDF costs: `python -m benchmarks.reading [FILE …] [--rounds 9]`.

The core (words with font, size and box) against pdfplumber, pdftotext and PDFium's bare text; then the whole reading, in
its own process, one file at a time and two. Ratios are of processor time, children included; each figure is the least
of all rounds, and the readers take turns, so that a busy machine slows all of them. Without files: our example, and the shared seed and corpus where they are at hand.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

from importers import read_bundle
from importers.bundle import bundle_from_json
from importers.pdf import pdfium
from importers.sandbox import ask

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("DIARIUM_SHARED") or ROOT.parent / "shared").resolve()
EXAMPLE = ROOT / "app" / "demo" / "exempel.pdf"
LONG = SHARED / "bad" / "pages-3000.pdf"
MEMORY = 300  # MB
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
TASK = {"task": "read"}
Read = Callable[[Path], int]


@dataclass(frozen=True, slots=True)
class Target:
    """`faster` than `than` by at least `times` (a slower reader has a number under 1)."""

    faster: str
    than: str
    times: float


TARGETS = (
    Target("core", "pdfplumber", 25.0),
    Target("core", "pdftotext, parsed", 0.75),
    Target("core", "bare text", 1 / 3),
    Target("read_bundle", "pdfplumber", 5.0),
)


def core(path: Path) -> int:
    document = pdfium.open_pdf(path.read_bytes())
    return sum(len(pdfium.read_page(document, number).words) for number in range(1, len(document) + 1))


def bare_text(path: Path) -> int:
    document = pdfium.open_pdf(path.read_bytes())
    signs = 0
    for page in document:
        text = page.get_textpage()
        signs += len(text.get_text_range())
        text.close()
        page.close()
    return signs


def plumber(path: Path) -> int:
    with pdfplumber.open(path) as pdf:
        return sum(len(_plumber_words(page)) for page in pdf.pages)


def _plumber_words(page: pdfplumber.page.Page) -> list[dict[str, object]]:
    words = page.extract_words(extra_attrs=["fontname", "size"])  # with what the core gives as well
    page.close()
    return words


def pdftotext(path: Path) -> int:
    done = subprocess.run(["pdftotext", "-bbox-layout", str(path), "-"], stdout=subprocess.PIPE, check=True)
    words = [
        (html.unescape(text), float(x0), float(top), float(x1), float(bottom))
        for x0, top, x1, bottom, text in _WORD.findall(done.stdout.decode())
    ]
    return len(words)


def whole(path: Path) -> int:
    """What `read_bundle` does, keeping count of the child's time."""
    body, ended = ask.run(TASK, path.read_bytes())
    _sandboxed.append(ended.seconds)
    return bundle_from_json(body.partition(b"\n")[2]).words.total


_sandboxed: list[float] = []  # processor time of children that the server waited for


READERS: dict[str, Read] = {
    "pdfplumber": plumber,
    "pdftotext, parsed": pdftotext,
    "bare text": bare_text,
    "core": core,
    "read_bundle": whole,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=9)
    given = parser.parse_args()
    files = given.files or list(at_hand())
    pages = sum(len(pdfium.open_pdf(path.read_bytes())) for path in files)
    readers = {name: read for name, read in READERS.items() if name != "pdftotext, parsed" or shutil.which("pdftotext")}
    read_bundle(EXAMPLE)  # the server is warm
    least = compare(readers, files, given.rounds)
    print(f"{len(files)} files, {pages} pages, processor time, least of {given.rounds} rounds\n")
    for name, seconds in least.items():
        ratio = least["pdfplumber"] / seconds
        print(f"{name:20} {1000 * seconds / pages:8.2f} ms a page {ratio:8.1f} x pdfplumber")
    print(f"{'read_bundle':20} {1000 * least['read_bundle'] / len(files):8.2f} ms a file")
    print(f"{'beside the reading':20} {overhead(given.rounds):8.2f} ms a file by the clock\n")
    two_processes(files, given.rounds)
    kept = [*(keeps(target, least) for target in TARGETS if target.than in least), *memory(files)]
    return 0 if all(kept) else 1


def at_hand() -> Iterator[Path]:
    """Files with text: a scan is read by another program."""
    yield EXAMPLE
    yield from (path for path in sorted((SHARED / "seed").glob("*.pdf")) if not path.stem.endswith("-scan"))
    yield from sorted((SHARED / "corpus").glob("*.pdf"))


def compare(readers: dict[str, Read], files: Sequence[Path], rounds: int) -> dict[str, float]:
    """Seconds for all files by reader: for each file the least of all rounds."""
    least = {(name, path): float("inf") for name in readers for path in files}
    for _ in range(rounds):
        for path in files:
            for name, read in readers.items():
                least[name, path] = min(least[name, path], seconds_of(read, path))
    return {name: sum(least[name, path] for path in files) for name in readers}


def seconds_of(read: Read, path: Path) -> float:
    """Seconds of processor time, those of children included."""
    start = _spent()
    if not read(path):
        raise SystemExit(f"nothing was read in {path.name}")
    return _spent() - start


def _spent() -> float:
    ours, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in (ours, children)) + sum(_sandboxed)


def overhead(rounds: int) -> float:
    """Milliseconds by the clock that server, fork and pipes cost: a file that is refused at once."""
    data = b"%PDF-1.7\n"
    starts = []
    for _ in range(5 * rounds):
        start = time.perf_counter()
        ask.run(TASK, data)
        starts.append(time.perf_counter() - start)
    return 1000 * min(starts)


def two_processes(files: Sequence[Path], rounds: int) -> None:
    alone = min(_all(files, 1) for _ in range(min(rounds, 3)))
    both = min(_all(files, 2) for _ in range(min(rounds, 3)))
    print(f"{'one process':20} {alone:8.2f} s for all files")
    print(f"{'two processes':20} {both:8.2f} s for all files {alone / both:8.2f} x one\n")


def _all(files: Sequence[Path], processes: int) -> float:
    start = time.perf_counter()
    with ThreadPoolExecutor(processes) as pool:
        list(pool.map(whole, files))
    return time.perf_counter() - start


def keeps(target: Target, least: dict[str, float]) -> bool:
    times = least[target.than] / least[target.faster]
    kept = times >= target.times
    print(f"{'kept' if kept else 'MISSED':8}{target.faster} {times:.2f} x {target.than}, at least {target.times:.2f}")
    return kept


def memory(files: Sequence[Path]) -> Iterator[bool]:
    """Peaks of the child and of a process that asks, reading the longest file at hand."""
    path = LONG if LONG.is_file() else max(files, key=lambda path: path.stat().st_size)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading", "--peak", str(path)], cwd=ROOT, stdout=subprocess.PIPE, check=True
    )
    for who, peak in json.loads(done.stdout).items():
        print(f"{'kept' if peak < MEMORY else 'MISSED':8}{who} {peak:.0f} MB reading {path.name}, under {MEMORY}")
        yield peak < MEMORY


def peaks(path: Path) -> dict[str, float]:
    """MB that the child and this process came to hold."""
    body, ended = ask.run(TASK, path.read_bytes())
    bundle_from_json(body.partition(b"\n")[2])
    mine = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"the child": ended.memory / 1e6, "its parent": mine / 1e6}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        print(json.dumps(peaks(Path(sys.argv[2]))))
        sys.exit(0)
    sys.exit(main())
