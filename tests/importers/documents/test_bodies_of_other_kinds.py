"""Minutes of bodies that are neither nämnd nor styrelse: their head names them, whatever kind they are."""

from __future__ import annotations

import pytest

from tests.importers.typeset import bundle_of

COVER = """
# {name}

Alnsjö kommun
Sammanträdesprotokoll
2025-03-05
Plats och tid:     Sessionssalen, kl 13.00-15.00
Beslutande:        Eva Lind (S), ordförande
Justerare:         Bo Ek
Paragrafer:        41
"""
PAGE = """
# § 41                                 Dnr HN-2025-00041
## Inköp av stolar

# Beslut
{name} beslutar att köpa stolar.
"""


@pytest.mark.parametrize(
    "name",
    [
        "Kommunala pensionärsrådet",
        "Lokala brottsförebyggande rådet",
        "Direktionen",
        "Kommunens revisorer",
        "Gemensamma hjälpmedelsnämnden",
        "Valberedningen",
        "Bolagsstämma",
        "Årsstämman",
    ],
)
def test_minutes_are_of_the_body_in_their_head(name: str) -> None:
    read = bundle_of(COVER.format(name=name), PAGE.format(name=name))
    assert [(document.body, [item.number for item in document.items]) for document in read.documents] == [
        (name, ["41"])
    ]


@pytest.mark.parametrize(
    "name", ["Räddningstjänsten Mittdalen", "Samordningsförbundet Södra Ån", "Mittdalens gymnasieförbund"]
)
def test_minutes_of_a_federation_are_its_own(name: str) -> None:
    cover = COVER.format(name="Direktionen").replace("Alnsjö kommun", name)
    (document,) = bundle_of(cover, PAGE.format(name="Direktionen")).documents
    assert (document.municipality, document.body) == (name, "Direktionen")


def test_a_call_to_a_meeting_that_counts_its_matters_as_paragraphs_is_no_minutes() -> None:
    text = "Dalbo kommun\n## Kallelse till Tekniska nämnden\nTid: 14 maj 2025\n# § 2 Ny taxa\nTN 2025/31\n# Förslag till beslut\nTekniska nämnden beslutar att anta taxan.\n"
    read = bundle_of(text)
    assert [(one.kind.value, one.items, one.proposals) for one in read.documents] == [("other", (), ())]
    assert "document_not_minutes" in [one.code for one in read.doubts]
