"""Bundles whose papers have no heads: each is a document of its own, with its own signers and proposals."""

from __future__ import annotations

import pytest

from importers.bundle import Bundle, Document
from importers.pdf.pdfium import open_pdf
from importers.read import read_document
from tests.importers.typeset import bundle_of
from tests.places import SHARED

LETTER = """
Alnsjö kommun
Kulturförvaltningen

Tjänsteutlåtande                        Handläggare
Utfärdat 2025-02-11                     Sara Ek
Ärendenummer KUN-2025-00017             E-post sara.ek@alnsjo.se

## Yttrande om biblioteket
# Förslag till beslut
I kulturnämnden,

1. Nämnden översänder yttrandet.

# Ärendet
Revisorerna har frågat om bibliotekets öppettider.

Gun Wall                                Per Åkerdahl
Kulturchef                              Avdelningschef
"""

REPORT = """
Granskningsrapport
Revisorerna
Granskning av
kulturnämnden 2024
"""

COVERING_LETTER = """
# Missiv till kulturnämnden
Revisorerna har avslutat sin granskning av nämnden.
Alnsjö den 3 februari 2025
Karl Berg                               Mona Falk
ordförande                              vice ordförande
"""

LARGE = """
## Vår bedömning
Granskningen visar att öppettiderna är korta och att nämnden bör pröva dem.
"""


def papers(bundle: Bundle) -> list[tuple[tuple[int, int], list[str]]]:
    """Pages and signers of each document."""
    return [(one.pages, [signer.name for signer in one.signed_by]) for one in bundle.documents]


def proposed(document: Document) -> list[str]:
    return [clause.text for clause in document.proposals]


def test_a_report_behind_signatures_is_a_paper_of_its_own_with_its_covering_letter() -> None:
    bundle = bundle_of(LETTER, REPORT, COVERING_LETTER, LARGE)
    assert papers(bundle) == [((1, 1), ["Gun Wall", "Per Åkerdahl"]), ((2, 4), ["Karl Berg", "Mona Falk"])]


def test_a_page_in_larger_letters_behind_signatures_is_a_paper_of_its_own() -> None:
    assert papers(bundle_of(LETTER, LARGE)) == [((1, 1), ["Gun Wall", "Per Åkerdahl"]), ((2, 2), [])]


def test_a_page_of_more_text_goes_on_with_the_paper() -> None:
    more = "Bibliotekets öppettider har prövats tidigare och nämnden återkommer till frågan."
    assert [pages for pages, _ in papers(bundle_of(LETTER, more))] == [(1, 2)]


def test_where_it_is_proposed_is_no_proposal() -> None:
    (document,) = bundle_of(LETTER).documents
    assert proposed(document) == ["Nämnden översänder yttrandet."]


def test_what_others_wanted_is_not_proposed() -> None:
    (document,) = bundle_of(
        """
Alnsjö kommun
Tjänsteutlåtande                        Handläggare
Utfärdat 2025-02-11                     Sara Ek
## Svar på motion om lekplatser
# Förslag till beslut
Motionen avslås.

Vid behandlingen av ärendet i nämnden förekom skiljaktiga meningar:

Gunnar Ahlvik (S) yrkade att motionen skulle bifallas.
"""
    ).documents
    assert proposed(document) == ["Motionen avslås."]


def test_a_letter_that_is_sent_is_not_proposed() -> None:
    (document,) = bundle_of(
        """
Alnsjö kommun
Tjänsteutlåtande                        Handläggare
Utfärdat 2025-02-11                     Sara Ek
## Svar till revisorerna
# Förslag till beslut
Kulturnämnden avger följande svar till revisorerna:

Nämnden delar de synpunkter som framförts.

Nämnden kommer att pröva öppettiderna.
"""
    ).documents
    assert proposed(document) == []


def probe(name: str) -> Bundle:
    data = (SHARED / "probes" / f"{name}.pdf").read_bytes()
    return read_document(open_pdf(data), data)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("h1rapport", [((1, 1), ["Eva Lind", "Bo Ahl"]), ((2, 3), ["Karl Berg", "Mona Falk"])]),
        ("h3kf", [((1, 1), ["Eva Lind", "Bo Ahl"]), ((2, 2), ["Karl Berg", "Mona Falk"])]),
        ("b_head", [((1, 1), ["Dan Holm", "Eva Ståhl"]), ((2, 2), [])]),
    ],
)
def test_papers_are_cut_apart(name: str, expected: list[tuple[tuple[int, int], list[str]]]) -> None:
    assert papers(probe(name)) == expected


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("h1rapport", ["Nämnden översänder yttrandet."]),
        ("h2yrk", []),
        ("b_head", ["Den av Anna Ek väckta motionen avslås."]),
    ],
)
def test_only_what_a_paper_proposes_is_its_proposal(name: str, expected: list[str]) -> None:
    assert proposed(probe(name).documents[0]) == expected
