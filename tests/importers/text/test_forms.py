"""Forms: labels with their values beside or beneath them."""

from __future__ import annotations

import pytest

from importers.patterns.cover_labels import Label
from importers.text.forms import rows_of, values_of
from importers.text.layout import lines_of
from tests.importers.typeset import lines, page_of


@pytest.mark.parametrize(
    ("text", "label", "values"),
    [
        ("Organ          Parknämnden", Label.BODY, ["Parknämnden"]),
        ("Beslutande organ: Parknämnden", Label.BODY, ["Parknämnden"]),
        ("Sammanträdesdatum\n2025-03-04", Label.MEETING_DATE, ["2025-03-04"]),
        ("Justeringens          Rådhuset 2025-03-11\nplats och tid", Label.VERIFIED, ["Rådhuset 2025-03-11"]),
        ("Justeringens\nplats och tid         Rådhuset 2025-03-11", Label.VERIFIED, ["Rådhuset 2025-03-11"]),
        ("Tid för justering     Rådhuset, onsdagen den\n                      5 mars 2025", Label.VERIFIED, ["Rådhuset, onsdagen den 5 mars 2025"]),
        ("Datum för                               Datum för\nanslags uppsättande 2025-03-12          anslags nedtagande 2025-04-03", Label.POSTED, ["2025-03-12"]),
        ("Datum för anslags 2025-03-12\nuppsättande", Label.POSTED, ["2025-03-12"]),
        ("Anslaget den      2025-03-12      Nedtas den      2025-04-03", Label.TAKEN_DOWN, ["2025-04-03"]),
        ("Anslaget sätts upp på tavlan.", Label.POSTED, []),
    ],
)  # fmt: skip
def test_values_at_their_labels(text: str, label: Label, values: list[str]) -> None:
    assert [value.text for value in values_of(rows_of(lines(text)), label)] == values


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Datum för anslags 2025-03-12", "uppsättande"),
        ("Datum för anslags", "uppsättande          2025-03-12"),
        ("Datum för anslags uppsättande", "2025-03-12"),
    ],
)
def test_a_label_or_value_that_goes_on_on_the_next_page(above: str, below: str) -> None:
    split = [*lines_of(page_of(above, 1, top=780.0)), *lines_of(page_of(below, 2))]
    assert [value.text for value in values_of(rows_of(split), Label.POSTED)] == ["2025-03-12"]
