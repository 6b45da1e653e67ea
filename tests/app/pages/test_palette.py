"""The palette's contrast, which no tool sees in drawings: 4.5 for words, 3 for lines and frames that mean something."""

from __future__ import annotations

import gzip
import re

import pytest

from app import resources

STYLE = (resources.static() / "diarium.css").read_text()
LIGHT, DARK = (
    dict(re.findall(r"--(\w[\w-]*): (#[0-9a-f]{6,8});", block))
    for block in re.findall(r":root \{(.*?)\}", STYLE, re.S)[:2]
)
WORDS = [(ink, ground) for ink in ("ink", "soft", "accent") for ground in ("paper", "card", "tint", "lane")] + [
    ("accent-ink", "accent")
]
LINES = [(line, ground) for line in ("edge", "accent") for ground in ("paper", "card", "lane")]


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read_and_lines_that_mean_something_seen(scheme: dict[str, str]) -> None:
    assert [(a, b) for a, b in WORDS if contrast(scheme[a], scheme[b]) < 4.5] == []
    assert [(a, b) for a, b in LINES if contrast(scheme[a], scheme[b]) < 3] == []


def test_both_schemes_have_the_same_colours_and_tell_light_from_dark() -> None:
    assert LIGHT.keys() == DARK.keys()
    assert luminance(LIGHT["paper"]) > 0.8 and luminance(DARK["paper"]) < 0.02


def test_no_colour_is_used_that_is_not_in_the_palette() -> None:
    rules = re.sub(r":root \{.*?\}", "", STYLE, flags=re.S)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rules)) == set()
    assert set(re.findall(r"\brgba?\(|\bhsl", rules)) == set()
    assert set(re.findall(r"var\(--(\w[\w-]*)\)", STYLE)) <= set(LIGHT) | {"serif", "sans", "gap"}


def test_the_style_sheet_is_small() -> None:
    assert len(gzip.compress(STYLE.encode())) <= 12_000
