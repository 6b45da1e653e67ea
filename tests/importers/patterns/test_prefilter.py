"""A pattern finds what its regular expression finds, though it is tried only on texts that hold a word of it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

import importers.read  # noqa: F401 - all patterns
from importers.patterns.pattern import REGISTER, Pattern
from importers.patterns.prefilter import compiled
from tests.thorough import tried

# What Python takes for the same letter where case is ignored.
_OTHER_CASES = str.maketrans({"i": "ı", "I": "İ", "s": "ſ", "k": "\u212a", "å": "\u212b"})
_DRESSES = (
    str,
    str.upper,
    str.lower,
    str.title,
    lambda text: text.translate(_OTHER_CASES),
    "Och {}".format,
    "{}\n".format,
    lambda text: f"{'En mening i protokollet. ' * 20}{text} Och mer. {text}",
)


@pytest.mark.parametrize(
    ("regex", "flags", "words"),
    [
        (r"\b(?:deltar|deltager|deltog) (?:inte|ej) i (?:ärende|beslut)", 0, ("delt",)),
        (r"(?:omröstning|votering)(?:en)?|röstar", 0, ("omröstning", "röstar", "votering")),
        (r"Jäv|på grund av jäv", re.IGNORECASE, ("jäv",)),
        (r"(?=.{3,60}nämnd)(?:[A-ZÅÄÖ]\w{1,30} ?)+", 0, ("nämnd",)),
        (r"(?: och Bo Ek){0,3}\d", 0, ()),
        (r"(?!avslag)(?<!bifall)[a-z]{3}", 0, ()),
        (r"(?i:Moderaterna)|Vänsterpartiet", 0, ()),
        (r"ja|nej-röst", 0, ()),
        (r"§ ?\d{1,3}", 0, ("§",)),
    ],
)
def test_words_that_a_match_cannot_do_without(regex: str, flags: int, words: tuple[str, ...]) -> None:
    assert compiled(regex, flags)[1].words == words


def test_a_line_longer_than_a_whole_line_can_be_is_none() -> None:
    assert compiled(r"^Beslut(?: \d{1,2})?$", 0)[1].longest == len("Beslut 12\n")
    assert compiled(r"^Beslut(?: \d{1,2})?", 0)[1].longest > 1_000


@pytest.mark.parametrize(
    ("regex", "flags", "signs"),
    [
        (r"^(?:Beslut|(?:eget )?yrkande)", 0, "Bey"),
        (r"^(?:Beslut|eget)", re.IGNORECASE, "be"),
        (r"\b[A-CÅ]\w", 0, "ABCÅ"),
        (r"(?: ?/)?n", 0, " /n"),
        (r"(?=B)(?!Bo)[AB]", 0, "AB"),
        (r"(?:ja)?", 0, ""),
        (r"\d§", 0, ""),
        (r"[^a]", 0, ""),
        (r".a", 0, ""),
        (r"(?i:ja)|nej", 0, ""),
    ],
)
def test_the_signs_that_a_match_can_begin_with(regex: str, flags: int, signs: str) -> None:
    assert compiled(regex, flags)[1].firsts == frozenset(signs)


@pytest.mark.parametrize(
    ("regex", "flags", "openings"),
    [
        (r"\b(?:Beslut(?:et|en)?|avslag) om", 0, ("Beslut", "avslag")),
        (r"(?:Beslut|beslöt)", re.IGNORECASE, ("beslut", "beslöt")),
        (r"[Rr]öst(?:er)?", 0, ("Röst", "röst")),
        (r"(?:inte )?närvarande", 0, ("inte n", "närvar")),
        (r"(?<!inte )deltar", 0, ("deltar",)),
        (r"(?:Bo|Cia) \d", 0, ()),
        (r"(?:\w )?deltar", 0, ()),
        (r"§ ?\d", 0, ()),
    ],
)
def test_what_a_match_begins_with(regex: str, flags: int, openings: tuple[str, ...]) -> None:
    assert compiled(regex, flags)[1].openings == openings


def test_what_ends_with_the_text_is_sought_near_its_end() -> None:
    assert compiled(r"\b(?:och|samt)$", 0)[1].near_end == len("samt\n")
    assert compiled(r"\b(?:och|samt) \w+$", 0)[1].near_end > 1_000
    assert compiled(r"\b(?:och|samt)", 0)[1].near_end > 1_000


@pytest.mark.parametrize("dress", _DRESSES)
def test_each_pattern_finds_what_its_expression_finds(dress: Callable[[str], str]) -> None:
    others = tuple(pattern.catches[0] for pattern in REGISTER[:: tried(40, 10)])
    assert [
        (pattern, text)
        for pattern in REGISTER
        for text in map(dress, (*pattern.catches, *pattern.leaves, *others))
        if _found(pattern, text) != _found(pattern.regex, text)
    ] == []


def _found(pattern: Pattern | re.Pattern[str], text: str) -> list[tuple[int, int] | None]:
    ways = (
        pattern.search(text),
        pattern.match(text),
        pattern.fullmatch(text),
        pattern.match(text, 1),
        pattern.search(text, 0, 9),
    )
    return [match.span() if match else None for match in (*ways, *pattern.finditer(text))]
