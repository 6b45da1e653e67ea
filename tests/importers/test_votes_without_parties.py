"""Votes in which nobody bears a party: told in a sentence, or in lists that stand right beneath what ja and nej mean."""

from __future__ import annotations

import pytest

from tests.importers.test_forms_of_minutes import codes, minutes, stated

_MEANS = "JA: bifall till motionen\nNEJ: avslag på motionen\n"
_COUNTED = "\nMed 3 ja-röster mot 2 nej-röster beslutar kommunstyrelsen att bifalla motionen."
_ALL = "3-2: Anna Ek yes, Bo Ås yes, Dan Holm yes, Cia Berg no, Eva Lo no"
VOTES = [
    ("Vid upprop röstar Anna Ek, Bo Ås och Dan Holm ja, medan Cia Berg och Eva Lo röstar nej.", _ALL, []),
    ("Vid upprop röstar ledamöterna Anna Ek, Bo Ås och Dan Holm ja. Cia Berg och Eva Lo röstar nej.", _ALL, []),
    ("Ja: Anna Ek, Bo Ås, Dan Holm.\nNej: Cia Berg, Eva Lo.", _ALL, []),
    ("Ja: Anna Ek, Bo Ås, Dan\nHolm.\nNej: Cia Berg, Eva Lo.", _ALL, []),
    (
        "Vid upprop röstar Anna Ek, Bo Ås och Dan Holm ja samt Cia Berg och Eva Lo nej.",
        "3-2: Anna Ek yes, Bo Ås yes, Dan Holm yes",
        ["error vote_count_differs"],
    ),
]


@pytest.mark.parametrize("heading", ["Omröstning", "Beslutsgång, omröstning"])
@pytest.mark.parametrize(("text", "vote", "doubts"), VOTES)
def test_who_voted_how(heading: str, text: str, vote: str, doubts: list[str]) -> None:
    bundle = minutes(f"## § 41 Bad\n# {heading}\n{_MEANS}{text}{_COUNTED}\n# Beslut\nMotionen bifalls.")
    (item,) = bundle.documents[0].items
    assert stated(item)[1:] == [vote]
    assert (item.votes[0].yes_means, item.votes[0].no_means) == ("bifall till motionen", "avslag på motionen")
    assert [one for one in codes(bundle) if "outnumber" not in one] == doubts
