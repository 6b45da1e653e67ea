"""A person with a party in brackets."""

from __future__ import annotations

import pytest

from app.register.named import name_and_party, with_party


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Anna Ek (C)", ("Anna Ek", "C")),
        (" Anna Ek (-) ", ("Anna Ek", "-")),
        ("Anna Ek (Alnsjö lista)", ("Anna Ek", "Alnsjö lista")),
        ("Anna Ek", ("Anna Ek", None)),
        ("Anna Ek (C) (M)", None),
        ("Anna (C) Ek", None),
        ("", None),
    ],
)
def test_a_name_is_parted_from_its_party(text: str, parts: tuple[str, str | None] | None) -> None:
    assert name_and_party(text) == parts


def test_a_name_and_a_party_are_put_together_as_they_are_taken_apart() -> None:
    assert [with_party("Anna Ek", "C"), with_party("Anna Ek", None)] == ["Anna Ek (C)", "Anna Ek"]
    assert name_and_party(with_party("Anna Ek", "C")) == ("Anna Ek", "C")
