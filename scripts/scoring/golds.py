"""What there is to score: each hand-made reading (`*gold.json`) with the PDFs that it is a reading of.

Sets: `own` (tests/documents), and where the shared data set is at hand `seed`, `scan` (the seed as images, where
Tesseract is installed), `corpus` and `towns` (towns that no leaflet is about). A file of the corpus that has no gold is
still read, for the shares of words.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("DIARIUM_SHARED") or ROOT.parent / "shared").resolve()
DOCUMENTS = ROOT / "tests" / "documents"
SCORE = SHARED / "score" / "score.py"


@dataclass(frozen=True, slots=True)
class Case:
    """A PDF and what a careful registrar reads in it. `name` is unique: `seed/KSN-2023-03553-b`."""

    set: str
    name: str
    pdf: Path
    gold: Path


def at_hand() -> list[Case]:
    """Every case that can be scored on this machine."""
    return [*own(), *seed(), *corpus(), *towns()]


def own() -> list[Case]:
    """The golden folders: `tests/documents/TOWN/CASE/gold.json`, whose `source` names the PDF, or a PDF beside it."""
    return [
        Case("own", f"own/{gold.parent.parent.name}-{gold.parent.name}", pdf_of(gold.parent), gold)
        for gold in sorted(DOCUMENTS.glob("*/*/gold.json"))
    ]


def pdf_of(folder: Path) -> Path:
    """The PDF of a golden folder."""
    beside = sorted(folder.glob("*.pdf"))
    if beside:
        return beside[0]
    source: str = json.loads((folder / "gold.json").read_text("utf-8"))["source"]
    return ROOT / source


def seed() -> list[Case]:
    """The seed's gold is that of each of its renderings: two producers, and a scan."""
    return [
        Case("scan" if _is_scan(pdf) else "seed", f"seed/{pdf.stem}", pdf, gold)
        for gold in sorted((SHARED / "seed").glob("*.gold.json"))
        for pdf in sorted(gold.parent.glob(f"{gold.name.removesuffix('.gold.json')}*.pdf"))
        if shutil.which("tesseract") or not _is_scan(pdf)
    ]


def _is_scan(pdf: Path) -> bool:
    return pdf.stem.endswith("-scan")


def corpus() -> list[Case]:
    """The corpus: minutes of one city, in its own layout."""
    return _folder("corpus")


def towns() -> list[Case]:
    """Minutes of many towns."""
    return _folder("towns")


def _folder(name: str) -> list[Case]:
    """A folder of the shared data: `gold/NAME.gold.json` and `NAME.pdf`."""
    folder = SHARED / name
    return [
        Case(name, f"{name}/{pdf.stem}", pdf, gold)
        for gold in sorted((folder / "gold").glob("*.gold.json"))
        if (pdf := folder / f"{gold.name.removesuffix('.gold.json')}.pdf").is_file()
    ]


def corpus_pdfs() -> list[Path]:
    """Every PDF of the corpus, with a gold or without."""
    return sorted((SHARED / "corpus").glob("*.pdf"))
