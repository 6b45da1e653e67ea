"""The figures that accuracy may not fall under, kept in `floors.toml`. They only ever go up.

["corpus"]
"macro F1" = 0.951
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from math import floor
from pathlib import Path

FLOORS = Path(__file__).resolve().parent / "floors.toml"
_HEAD = (
    "# What scripts/accuracy --check holds the reader to. Written by scripts/accuracy --raise, which lowers nothing.\n"
)

WORDS_PER_DOUBT = "words per false doubt"

Figures = Mapping[str, Mapping[str, float]]


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """The floors by set and figure; none where the file is not there yet."""
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def fallen(floors: Figures, figures: Figures) -> list[str]:
    """A sentence for each figure under its floor. A set that was not at hand is not held."""
    return [
        f"{where}: {name} is {figures[where].get(name, 0.0):.4f}, its floor is {least:.3f}"
        for where, known in floors.items()
        if where in figures
        for name, least in known.items()
        if figures[where].get(name, 0.0) < least
    ]


def raised(floors: Figures, figures: Figures) -> dict[str, dict[str, float]]:
    """The floors brought up to the figures, rounded down to a thousandth; none is lowered, none is lost."""
    higher = {where: dict(known) for where, known in floors.items()}
    for where, known in figures.items():
        for name, figure in known.items():
            least = higher.setdefault(where, {}).get(name, 0.0)
            if most := _most(where, name):
                higher[where][name] = max(least, floor(min(figure, most) * 1000 + 1e-6) / 1000)
    return higher


def _most(where: str, name: str) -> float:
    """How high a floor may be, 0.0 where a figure is not held.

    Of a hundred votes that are read anew one may be wrong. What OCR gives of a scan differs with the Tesseract of the
    machine, so only the sum of its fields is held. The share of the faults that are told falls when one of those is mended.
    """
    if name == "faults told":
        return 0.0
    if name == WORDS_PER_DOUBT:
        return 2_000.0  # a false doubt in so many words is what a list of doubts may bear
    if where.startswith("scan"):
        return 0.95 if name == "micro F1" else 0.0
    return 0.99 if name == "pooled precision" else 1.0


def write_floors(floors: Figures, path: Path = FLOORS) -> None:
    """The floors as they are read back by `read_floors`."""
    parts = [_HEAD]
    for where, known in sorted((where, known) for where, known in floors.items() if known):
        parts.append(f'\n["{where}"]\n')
        parts += [f'"{name}" = {least:.3f}\n' for name, least in sorted(known.items())]
    path.write_text("".join(parts), "utf-8")
