"""The cover of minutes."""

from __future__ import annotations

from importers.bundle import Meeting, Person
from importers.cover import Cover, is_cover, read_cover
from tests.importers.text import lines

COLUMNS = """
Plats: Stadshuset
Tid: klockan 13.00–15.40

Närvarande ledamöter
Ledamöter                                         Ledamöter, forts.
Jonas Attenius (S), ordförande                    Elisabet Lann (KD)
Jörgen Fogelklou (SD), andre vice ordförande      Blerta Hoti (S)

Ersättare                                         Justerare
Agneta Kjaerbeck (SD)                             Jörgen Fogelklou (SD)
Anneli Rhedin (M)

Underskrifter
Ordförande          ..................................................
                    Jonas Attenius
"""

LABELS_BESIDE = """
Plats och tid       Sessionssalen, Rådhuset, kl. 18.30–21.15
Beslutande          Anna Ek (S), ordförande
                    Bo Å (V) §§ 1-10
Tjänstgörande ersättare     Cia Berg (M), ersätter Dan Holm (M) §§ 3-5
Övriga närvarande   Eva Lind (L)
Utses att justera   Bo Å (V)
Paragrafer 1-12
"""


def read(text: str) -> Cover:
    found = lines(text)
    assert is_cover(found)
    return read_cover(found)


def test_names_in_two_columns() -> None:
    cover = read(COLUMNS)
    assert cover.chair == Person("Jonas Attenius", "S", "ordförande")
    assert [(one.person.name, one.person.role) for one in cover.members] == [
        ("Elisabet Lann", None),
        ("Jörgen Fogelklou", "andre vice ordförande"),
        ("Blerta Hoti", None),
    ]
    assert [(one.person.name, one.serving) for one in cover.substitutes] == [
        ("Agneta Kjaerbeck", False),
        ("Anneli Rhedin", False),
    ]
    assert [one.name for one, _ in cover.justerare] == ["Jörgen Fogelklou"]
    assert cover.meeting() == Meeting(place="Stadshuset", starts="13.00", ends="15.40")


def test_labels_beside_their_names() -> None:
    cover = read(LABELS_BESIDE)
    assert cover.chair == Person("Anna Ek", "S", "ordförande")
    assert [(one.person.name, one.items) for one in cover.members] == [("Bo Å", (("1", "10"),))]
    (substitute,) = cover.substitutes
    assert (substitute.person.name, substitute.serving, substitute.items) == ("Cia Berg", True, (("3", "5"),))
    assert substitute.for_ == Person("Dan Holm", "M")
    assert substitute.source.quote == "Cia Berg (M), ersätter Dan Holm (M) §§ 3-5"
    assert cover.others == [Person("Eva Lind", "L")]
    assert cover.meeting() == Meeting("Sessionssalen, Rådhuset", "18.30", "21.15", "1-12")


def test_an_extract_has_no_cover() -> None:
    assert not is_cover(lines("Kommunstyrelsen\n\nInledning."))
    assert read_cover(()).attendance() is None
