"""Minutes that are signed electronically: who verified them, and what is doubted."""

from __future__ import annotations

import pytest

from importers.doubts import DoubtCode
from importers.minutes.cover import read_cover
from tests.importers.reading import was_there, who
from tests.importers.typeset import lines

_PRESENT = "Beslutande: Anna Ek (S), ordförande, Bo Ås (M)\n"


@pytest.mark.parametrize(
    "signed",
    [
        "Elektroniskt undertecknad av Anna Ek, ordförande, 2025-03-11\nElektroniskt undertecknad av Bo Ås, justerare, 2025-03-11",
        "Protokollet är digitalt signerat av:\nAnna Ek, ordförande\n2025-03-11 09.14\nBo Ås (protokolljusterare)\nBankID 2025-03-11 10.02\nSara Ros, nämndsekreterare",
        "Detta dokument har undertecknats elektroniskt av\nBO ÅS\nJusterare\n2025-03-11 kl. 10.02\nANNA EK\nOrdförande",
        "Underskrifter\nDigitalt signerat av Sara Ros     Sekreterare\nDigitalt signerat av Bo Ås     Justerare",
        "Justerare\nSignerat av Bo Ås 2025-03-11",
    ],
)  # fmt: skip
def test_who_verifies_electronically(signed: str) -> None:
    cover = read_cover(lines(_PRESENT + signed))
    assert [who(one) for one, _ in cover.justerare] == ["Bo Ås (M)"]
    assert (cover.chair and who(cover.chair), [was_there(one) for one in cover.members]) == (
        "Anna Ek (S)",
        ["Bo Ås (M)"],
    )
    assert (cover.others, cover.doubts) == ([], [])


@pytest.mark.parametrize(
    "signed", ["Signerat av\nANNA EK\n2025-03-11 09.14\nBO ÅS", "E-signerat av ANNA EK\nE-signerat av BO ÅS 2025-03-11"]
)
def test_who_signs_without_a_role_verifies_nothing(signed: str) -> None:
    cover = read_cover(lines(_PRESENT + signed))
    assert (cover.justerare, [was_there(one) for one in cover.members]) == ([], ["Bo Ås (M)"])
    assert [(one.code, one.params) for one in cover.doubts] == [
        (DoubtCode.VERIFIERS_UNCLEAR.value, {"names": "ANNA EK, BO ÅS"})
    ]
