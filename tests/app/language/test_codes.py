"""Fields and what they hold as words, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from app.acts.fields import FACTS, fields
from app.language.codes import FIELDS, field_word, value_words
from app.language.findings import finding_sentence
from app.language.i18n import speaking
from app.models.register import documents, items
from app.register.corrections import DATES


def test_every_field_that_can_be_corrected_or_typed_in_has_a_word_in_both_languages() -> None:
    assert set(FIELDS) == {*DATES, *(name for table in (items, documents, *FACTS) for name in fields(table))}
    swedish = {name: field_word(name) for name in FIELDS}
    with speaking("en"):
        english = {name: field_word(name) for name in FIELDS}
    assert (swedish["notice_posted"], english["notice_posted"]) == ("anslaget", "posted")
    assert [name for name in FIELDS if "_" in swedish[name] + english[name]] == []
    assert [name for name in FIELDS if swedish[name] == english[name]] == []
    assert field_word("colour") == "colour"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("outcome", "besvara", "besvarad"),
        ("stance", "tillagg", "tillägg"),
        ("mode", "proposes", "föreslår"),
        ("kind", "tjansteskrivelse", "tjänsteskrivelse"),
        ("kind", "jav", "jäv"),
        ("title", "besvara", "besvara"),
        ("outcome", None, "–"),
        ("parties", ["S", "V"], "S, V"),
        ("parties", [], "–"),
        ("serving", False, "nej"),
        ("yes", 12, "12"),
    ],
)
def test_a_value_is_told_as_people_write_it(field: str, value: Any, words: str) -> None:
    assert value_words(field, value) == words


@pytest.mark.parametrize(
    ("basis", "sentence"),
    [
        ("minutes", "Motionen väcktes 8 november 2023 och skulle om möjligt ha avgjorts senast 8 november 2024."),
        (
            "received",
            "Motionen skulle om möjligt ha avgjorts senast 8 november 2024, räknat från 8 november 2023."
            " Den dagen kom den in, enligt fullmäktiges förteckning.",
        ),
    ],
)
def test_a_motion_is_said_to_be_raised_on_a_day_only_where_papers_say_so(basis: str, sentence: str) -> None:
    params = {"raised": "2023-11-08", "due": "2024-11-08", "left": -10, "basis": basis}
    with speaking("sv"):
        assert finding_sentence("over_a_year", params) == sentence
