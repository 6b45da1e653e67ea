"""Which municipality a document is of."""

from __future__ import annotations

import pytest

from importers.bundle import Bundle
from tests.importers.typeset import bundle_of

EXTRACT = "Protokollsutdrag          2024-12-11\n\n# § 3 Bänkar\n# Beslut\nBänkarna målas.\n"


def municipality_of(bundle: Bundle) -> str | None:
    (document,) = bundle.documents
    return document.municipality


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Älnsjö kommun", "Älnsjö kommun"),
        ("Älvsunds Stad          Kommunstyrelsen", "Älvsunds Stad"),
        ("Älvsunds Stads idrotts- och föreningsnämnd", "Älvsunds Stad"),
        ("Lilla Älnsjös kommun     Kommunstyrelsen", "Lilla Älnsjös kommun"),
        ("ÄLNSJÖ KOMMUN            KOMMUNSTYRELSEN", "Älnsjö kommun"),
        ("Region Mellanlandet      Regionstyrelsen", "Region Mellanlandet"),
        ("Kommunstyrelsen", None),
    ],
)
def test_a_head_says_it(head: str, name: str | None) -> None:
    bundle = bundle_of(f"{head}\n{EXTRACT}")
    assert municipality_of(bundle) == name
    if name:
        (source,) = bundle.documents[0].fields["municipality"]
        assert source.quote.casefold().removesuffix("s") == name.casefold()


def test_a_cover_says_it() -> None:
    cover = "Protokoll     2024-12-11\nKommunstyrelsen\n\nBeslutande       Anna Ek (S), ordförande\nOrgan       Älnsjö kommun\n"
    assert municipality_of(bundle_of(cover + EXTRACT.partition("\n")[2])) == "Älnsjö kommun"


def test_a_stamp_is_asked_where_no_head_speaks() -> None:
    stamp = "Inkom till Älnsjö kommun 2024-12-20, KS-2024-00071-2"
    assert municipality_of(bundle_of(f"{stamp}\n\nKommunstyrelsen\n{EXTRACT}")) == "Älnsjö kommun"
    assert municipality_of(bundle_of(f"{stamp}\n\nÄlvbro kommun\nKommunstyrelsen\n{EXTRACT}")) == "Älvbro kommun"


def test_heads_that_disagree_say_nothing_and_are_doubted() -> None:
    bundle = bundle_of(f"Älnsjö kommun             Älvbro kommun\nKommunstyrelsen\n{EXTRACT}")
    assert municipality_of(bundle) is None
    (doubt,) = [one for one in bundle.doubts if one.code == "municipality_unclear"]
    assert doubt.params == {"names": "Älnsjö kommun, Älvbro kommun", "pages": "1"}
    assert [source.quote for source in doubt.sources] == ["Älnsjö kommun", "Älvbro kommun"]


def test_two_ways_of_writing_one_name_agree() -> None:
    bundle = bundle_of(f"Älvsunds Stad             Älvsund stad\nKommunstyrelsen\n{EXTRACT}")
    assert municipality_of(bundle) == "Älvsunds Stad"


def test_running_text_alone_could_be_anybodys() -> None:
    bundle = bundle_of(f"Kommunstyrelsen\n{EXTRACT}Yttrandet sänds till Älvbro kommun. Älvbro kommun svarar.")
    assert municipality_of(bundle) is None
