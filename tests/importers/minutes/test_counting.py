"""Votes against the people whom the cover lists."""

from __future__ import annotations

import pytest

from importers.bundle import Bundle
from tests.importers.typeset import bundle_of

COVER = """
Protokoll                2024-05-29
Kommunstyrelsen

Beslutande               Anna Ek (S), ordförande
                         Bo Ås (V)
                         Cia Berg (M)
Ersättare                Dan Holm (M)
"""


def minutes(cover: str, *counts: str) -> Bundle:
    items = "".join(
        f"# § {number} Bänkar\n# Beslut\nBänkarna målas.\n# Omröstning\nOmröstningen utfaller med {count}.\n"
        for number, count in enumerate(counts, 7)
    )
    return bundle_of(cover, f"Protokoll                2024-05-29\n\n{items}")


def doubted(bundle: Bundle) -> list[dict[str, str | int | None]]:
    return [one.params for one in bundle.doubts if one.code == "votes_outnumber"]


@pytest.mark.parametrize("count", ["3 Ja mot 1 Nej", "1 Ja mot 1 Nej"])
def test_as_many_votes_as_people_are_not_doubted(count: str) -> None:
    assert doubted(minutes(COVER, count)) == []


def test_more_votes_than_people_are_doubted_once_with_both_places() -> None:
    bundle = minutes(COVER, "3 Ja mot 1 Nej", "13 Ja mot 1 Nej", "4 Ja mot 1 Nej")
    assert doubted(bundle) == [{"number": "8, 9", "votes": 14, "present": 4}]
    (doubt,) = [one for one in bundle.doubts if one.code == "votes_outnumber"]
    assert [source.places[0].page for source in doubt.sources] == [2, 1]


def test_a_cover_that_refers_to_a_list_elsewhere_says_nothing() -> None:
    assert (
        doubted(
            minutes("Protokoll     2024-05-29\nKommunstyrelsen\n\nBeslutande     Enligt närvarolista", "9 Ja mot 1 Nej")
        )
        == []
    )
