"""Every code of the reader has its sentence, which asks for no parameter that the code does not bring."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum
from string import Formatter

import pytest

from app.language.doubts import DOUBTS, OF_ONE_PAGE, REFUSALS, doubt_sentence, refusal_sentence
from importers.doubts import DoubtCode
from importers.errors import Refusal


def brought(code: StrEnum) -> set[str]:
    """The parameters that the comment beside a code names: `TOO_LARGE = "too_large"  # bytes, limit`."""
    _, _, after = inspect.getsource(type(code)).partition(f"    {code.name} = ")
    own = re.split(r"\n    [A-Z]", after, maxsplit=1)[0]
    return set(re.findall(r"\w+", " ".join(re.findall(r"#(.*)", own))))


def asked(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("code", Refusal)
def test_every_refusal_has_a_sentence(code: Refusal) -> None:
    assert asked(REFUSALS[code]) <= brought(code)
    assert refusal_sentence(code, {}).endswith(".")


def test_a_file_that_is_too_large_is_told_the_limit() -> None:
    assert "högst 50 MB" in refusal_sentence("too_large", {"bytes": 60_000_000, "limit": 50_000_000})


@pytest.mark.parametrize("code", DoubtCode)
def test_every_doubt_has_a_sentence(code: DoubtCode) -> None:
    assert asked(DOUBTS[code]) <= brought(code)
    assert doubt_sentence(code, {}).endswith(".")


def test_no_sentence_is_left_of_a_code_that_is_gone() -> None:
    assert set(REFUSALS) == set(Refusal)
    assert set(DOUBTS) == set(DoubtCode)


def test_one_page_is_one() -> None:
    assert {code for code, sentence in DOUBTS.items() if "idorna {pages}" in sentence} == set(OF_ONE_PAGE)
    assert all(asked(sentence) == asked(DOUBTS[code]) for code, sentence in OF_ONE_PAGE.items())
    assert doubt_sentence("document_date_unknown", {"pages": "1"}).startswith("Handlingen på sidan 1 har")
    assert doubt_sentence("document_date_unknown", {"pages": "1-2"}).startswith("Handlingen på sidorna 1-2 har")


def test_a_parameter_is_printed_as_it_is() -> None:
    sentence = doubt_sentence("template_leftover", {"text": "{pages} Click or tap here"})
    assert sentence == "”{pages} Click or tap here” är en rest av en mall och hör inte till ärendet."


def test_a_parameter_that_an_older_reading_lacks_is_a_dash() -> None:
    assert doubt_sentence("vote_not_read", {}) == "Omröstningen i § – är inte förstådd. Läs den i handlingen."
