"""Votes that minutes hold one after the other, or tell in several places of a §."""

from __future__ import annotations

import pytest

from tests.importers.test_forms_of_minutes import codes, minutes

_FIRST = "Förberedande votering: Ja för Bo Ås förslag, nej för Cia Bergs förslag. Utfall: 24 ja, 11 nej, 32 avstår."
_MAIN = "Ja för styrelsens förslag, nej för Bo Ås förslag. Utfall: 35 ja, 24 nej, 8 avstår."


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        (f"# Propositionsordning\n{_FIRST}\n\nHuvudvotering: {_MAIN}", [(24, 11), (35, 24)]),
        (f"# Propositionsordning\n{_FIRST}\n# Votering\n{_MAIN}", [(24, 11), (35, 24)]),
        (f"# Beslutsgång\nNämnden beslutar med 35 ja mot 24 nej enligt förslaget.\n# Votering\n{_MAIN}", [(35, 24)]),
        ("# Beslutsgång\nNämnden beslutar med 5 ja mot 3 nej.\n# Votering\nJa: Anna Ek (S)\nNej: Bo Ås (M)", [(None, None)]),
    ],
)  # fmt: skip
def test_each_vote_is_counted_once(text: str, votes: list[tuple[int | None, int | None]]) -> None:
    (item,) = minutes(f"## § 41 Budget\n{text}\n# Beslut\nBudgeten antas.").documents[0].items
    assert [(one.yes, one.no) for one in item.votes] == votes


def test_a_count_under_another_heading_that_no_vote_takes_is_doubted() -> None:
    bundle = minutes(
        "## § 41 Budget\n# Yrkanden\nAnna Ek (S) yrkar bifall. Utfallet blev 12 ja, 9 nej.\n"
        f"# Votering\n{_MAIN}\n# Beslut\nBudgeten antas."
    )
    assert "error vote_may_be_missed" in codes(bundle) or "error sentence_not_read" in codes(bundle)
