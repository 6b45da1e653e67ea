"""Hostile text never reaches the terminal raw, and data stays the data it was."""

from __future__ import annotations

import json

import pytest

from app.commands.tables import cell
from app.commands.terminal import json_text
from app.language.printable import printable

HOSTILE = [
    "\x1b[2Jwiped",
    "\x9b31mred",
    "bell\a",
    "a\rb",
    "\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe",
    "zero\N{ZERO WIDTH SPACE}width",
    "\x1b]8;;http://example.org\x07link",
    "\N{LINE SEPARATOR}",
    "\ud800 alone",
    "private \ue000",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_printable_is_printable(text: str) -> None:
    assert printable(text).isprintable()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("§ 372 Svar på motion – ”avhopp” från 100 %", "§ 372 Svar på motion – ”avhopp” från 100 %"),
        ("rad ett\nrad två\tslut", "rad ett rad två slut"),
        ("10\N{NO-BREAK SPACE}000", "10 000"),
        ("mot\N{SOFT HYPHEN}ion", "motion"),
        ("§ 12\x1b[2J", "§ 12�[2J"),
    ],
)
def test_what_a_person_reads_is_kept(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_a_long_text_is_cut_with_a_mark() -> None:
    assert printable("abcdef", 4) == "abc…"
    assert printable("abcd", 4) == "abcd"


def test_markup_for_rich_is_plain_text() -> None:
    assert cell("[bold]x[/bold] [link=file:///etc/passwd]y[/link]").plain == (
        "[bold]x[/bold] [link=file:///etc/passwd]y[/link]"
    )


@pytest.mark.parametrize("text", [*HOSTILE, "åäö § 😀", "\U000e0041 tag"])
def test_json_is_the_same_value_and_safe_to_show(text: str) -> None:
    written = json_text({"quote": text})
    assert json.loads(written) == {"quote": text}
    assert all(line.isprintable() for line in written.split("\n"))
