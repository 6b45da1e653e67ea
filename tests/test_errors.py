"""Each error is a sentence in the reader's language, an HTTP status and an exit code."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app import errors
from app.errors import BadParameter, CaseNotFound, DiariumError, Exit, unreadable


def everyone(kind: type[DiariumError] = DiariumError) -> Iterator[type[DiariumError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from everyone(below)


def test_a_missing_case_says_which() -> None:
    error = CaseNotFound("KSN-2023-00001")
    assert error.sentence() == "Inget ärende i registret har numret KSN-2023-00001."
    assert (error.status, error.exit_code) == (404, Exit.WRONG_USE)


def test_a_wrong_parameter_lists_the_right_ones() -> None:
    error = BadParameter("sort", "{0.__class__}", "limit, offset")
    assert error.sentence() == "sort går inte att använda med värdet {0.__class__}. Giltigt är: limit, offset."


def test_a_value_of_any_length_gives_a_sentence_that_can_be_read() -> None:
    assert len(CaseNotFound("K" * 100_000).sentence()) < 400


@pytest.mark.parametrize(
    ("refusal", "status"),
    [("empty", 415), ("not_pdf", 415), ("too_large", 413), ("encrypted", 422), ("damaged", 422), ("no_text", 422)],
)
def test_a_refused_file_ends_with_4_and_the_status_that_fits(refusal: str, status: int) -> None:
    error = unreadable("protokoll.pdf", refusal, {"name": "shadowed", "pages": 3})
    assert (error.status, error.exit_code) == (status, 4)
    assert error.sentence().startswith("Filen ")


def test_every_error_has_a_code_of_its_own_or_its_parents() -> None:
    for kind in everyone():
        assert kind.code == kind.code.lower()
        assert 300 <= kind.status < 600
        assert kind.title
    codes = [kind.code for kind in everyone() if "code" in vars(kind)]
    assert sorted(set(codes)) == sorted(codes)


def test_exit_codes_are_those_of_the_contract() -> None:
    assert {code.name: code.value for code in errors.Exit} == {
        "DONE": 0,
        "OUR_FAULT": 1,
        "WRONG_USE": 2,
        "NEEDS_REVIEW": 3,
        "UNREADABLE": 4,
        "NOTHING_NEW": 5,
        "INTERRUPTED": 130,
    }
