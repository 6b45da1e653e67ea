"""Bodies that may be one are proposed by what their names share, and never where that tells them apart."""

from __future__ import annotations

import pytest

from app.register.alike_bodies import Alike, NamedBody, alike


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("BUN", "Barn- och utbildningsnämnden", Alike.LETTERS),
        ("KS", "Kommunstyrelsen", Alike.LETTERS),
        ("Alnsjö kommuns socialnämnd Norr", "Socialnämnden Norr", Alike.PLACE),
        ("Alnsjö kommunfullmäktige", "Kommunfullmäktige", Alike.PLACE),
        ("Alnsjö kommuns socialnämnd Norr", "Socialnämnden Söder", None),
        ("Alnsjö kommun", "Kommunstyrelsen", Alike.TOWN),
        ("Kommunstyrelsen", "Alnsjö stad", Alike.TOWN),
        ("Alnsjö kommun", "Miljönämnden", None),
        ("Borås stad", "Kommunstyrelsen", None),
        ("Inköp- och upphandlingsnämnden", "Inköps- och upphandlingsnämnden", Alike.SPELT),
        ("Socialförvaltning Sydväst", "Socialförvaltningen Sydväst", None),
        ("Grundskolenämnd", "Grundskolenämnden", None),
        ("SBN", "Barn- och utbildningsnämnden", None),
    ],
)
def test_bodies_are_proposed_as_one_by_what_their_names_share(one: str, other: str, why: Alike | None) -> None:
    bodies = [NamedBody("a", one, "Alnsjö"), NamedBody("b", other, "Alnsjö")]
    assert [found for *_pair, found in alike(bodies)] == ([why] if why else [])
    assert list(alike([bodies[0], bodies[1]._replace(place="Borås")])) == []
