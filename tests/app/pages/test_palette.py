"""The palette's contrast, which no tool sees in drawings: 4.5 for words, 3 for lines and frames that mean something."""

from __future__ import annotations

import re

import pytest

from app import resources

STYLE = (resources.static() / "diarium.css").read_text()
COLOURS = dict(re.findall(r"--(\w[\w-]*): (#[0-9a-f]{6});", STYLE))
WORDS = [(ink, ground) for ink in ("ink", "soft", "accent") for ground in ("paper", "card", "tint", "lane")] + [
    ("accent-ink", "accent")
]
LINES = [(line, ground) for line in ("edge", "accent") for ground in ("paper", "card", "lane")]


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(("line", "ground"), LINES)
def test_lines_that_mean_something_can_be_seen(line: str, ground: str) -> None:
    assert contrast(line, ground) >= 3


def test_no_colour_is_used_that_is_not_in_the_palette() -> None:
    rules = STYLE.partition("}")[2].partition("@media print")[0]
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rules)) == set()
    assert set(re.findall(r"var\(--(\w[\w-]*)\)", STYLE)) <= set(COLOURS) | {"serif", "sans", "gap"}
