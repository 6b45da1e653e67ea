"""The cover of minutes."""

from __future__ import annotations

import pytest

from importers.bundle import Meeting, Person
from importers.minutes.cover import is_cover, read_cover
from importers.minutes.cover_facts import Cover
from importers.minutes.presence import items_of
from tests.importers.typeset import lines

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


FORM = """
Plats och tid             Sessionssalen, Rådhuset, onsdagen den 29 maj 2024, kl. 13.00–15.40
                          Ajournering kl. 14.00–14.15

Beslutande                Anna Ek (S), ordförande
                          Cia Berg-Holm (M) §§ 112-120, 122-140
                          Vakant (M)
                          Dan af Holm (SD), ej § 117 på grund av jäv
Tjänstgörande ersättare     Eva Lind (C) för Fia Gran (C)
                          Gun Sten (-) tjänstgör istället för Hans Sjö (KD)
                          §§ 112-118
Ersättare                 Jan Alm (MP), närvarande t o m § 120
Övriga deltagande         Karin Skog, kommundirektör
                          Leo Fors, ekonomichef §§ 114-115
Utses att justera         Bo Ås och Cia Berg-Holm
Justeringens plats och tid     Kommunhuset, 2024-06-03
Underskrifter             Sekreterare    ..........................    Paragrafer  112-140
                                         Maja Tall
                          Justerande     ..........................
                                         Bo Ås
                          ANSLAG/BEVIS
Organ                     Kommunstyrelsen
"""


def test_a_form_with_values_beside_their_labels() -> None:
    cover = read(FORM)
    assert cover.meeting() == Meeting("Sessionssalen, Rådhuset", "13.00", "15.40", "112-140")
    assert [(one.person.name, one.items, one.note) for one in cover.members] == [
        ("Cia Berg-Holm", (("112", "120"), ("122", "140")), None),
        ("Dan af Holm", (("112", "116"), ("118", "140")), "ej § 117 på grund av jäv"),
    ]
    assert [(one.person.name, one.serving, one.for_ and one.for_.name, one.items) for one in cover.substitutes] == [
        ("Eva Lind", True, "Fia Gran", None),
        ("Gun Sten", True, "Hans Sjö", (("112", "118"),)),
        ("Jan Alm", False, None, (("112", "120"),)),
    ]
    assert cover.others == [Person("Karin Skog", None, "kommundirektör"), Person("Leo Fors", None, "ekonomichef")]
    assert [one.name for one, _ in cover.justerare] == ["Bo Ås", "Cia Berg-Holm"]


TABLE = """
Tid och plats     Kl. 9.00-11.30, Nämndrummet
BESLUTANDE
Ledamöter           Parti     Uppdrag         §§
Anna Ek             S         ordförande      5-9
Bo Ås               ÖrP                       5 7, 9
Cia von Berg        -
Ej tjänstgörande ersättare
Dan Holm            KD        2:e vice ordförande
Tjänstemän
Eva Lind, förvaltningschef
"""


def test_a_table_with_party_and_paragraphs_in_columns_of_their_own() -> None:
    cover = read(TABLE)
    assert cover.chair == Person("Anna Ek", "S", "ordförande")
    assert [(one.person.name, one.person.party, one.items) for one in cover.members] == [
        ("Bo Ås", "ÖrP", (("5", "5"), ("7", "7"), ("9", "9"))),
        ("Cia von Berg", None, None),
    ]
    assert [(one.person.name, one.person.role, one.serving) for one in cover.substitutes] == [
        ("Dan Holm", "2:e vice ordförande", False)
    ]
    assert cover.others == [Person("Eva Lind", None, "förvaltningschef")]
    assert cover.meeting() == Meeting("Nämndrummet", "9.00", "11.30")


@pytest.mark.parametrize(
    ("tail", "items"),
    [
        (", ordförande", None),
        (" §§ 56-59, §§ 62-65", (("56", "59"), ("62", "65"))),
        (", ej 58", (("51", "57"), ("59", "70"))),
        (" t.o.m. § 60", (("51", "60"),)),
        (", fr o m § 61", (("61", "70"),)),
        (", till ärendet § 60", None),
        (" 66 68, 70", (("66", "66"), ("68", "68"), ("70", "70"))),
        (", anlände kl. 14.10", None),
        (", t o m 60", (("51", "60"),)),
        (", ej 58, ej 60", (("51", "57"), ("59", "59"), ("61", "70"))),
        (", fr.o.m. § 58 t.o.m. § 60", (("58", "60"),)),
        (", §§ 51-60, ej § 58", (("51", "57"), ("59", "60"))),
        (", t.o.m. § 60-55", None),
        # Who is away for a § is not there for it.
        (", ej närvarande § 58", (("51", "57"), ("59", "70"))),
        (", frånvarande under § 58", (("51", "57"), ("59", "70"))),
        (", deltog ej i § 58", (("51", "57"), ("59", "70"))),
        (", ej § 58 pga jäv", (("51", "57"), ("59", "70"))),
        (", närvarande §§ 57-58", (("57", "58"),)),
        (", §§ 51-58, kl. 13.00-14.10", (("51", "58"),)),
        # Any other word may turn it.
        (", jäv § 58", None),
        (", lämnar vid § 58", None),
        (", utgår under § 58", None),
        (", del av § 58", None),
        (", §§ 51-57, del av § 58", None),
        (", § 58 ej närvarande", None),
        (" infinner sig efter ärendet § 58", None),
    ],
)
def test_the_paragraphs_of_a_presence(tail: str, items: tuple[tuple[str, str], ...] | None) -> None:
    assert items_of(tail, [(51, 70)]) == items


def test_without_the_range_of_the_minutes_nothing_is_said_of_all_but_one() -> None:
    assert items_of(", ej § 58", []) is None
    assert items_of(" §§ 51-57", []) == (("51", "57"),)


def test_nobody_is_made_of_a_list_that_stands_elsewhere() -> None:
    cover = read_cover(
        lines("Närvarande          Enligt närvarolista\nPlats     Stora Salen, Kommunhuset\nTid      Kl 14:00")
    )
    assert cover.attendance() is None
    assert cover.meeting() == Meeting("Stora Salen, Kommunhuset", "14:00")


def test_an_extract_has_no_cover() -> None:
    assert not is_cover(lines("Kommunstyrelsen\n\nInledning."))
    assert read_cover(()).attendance() is None


SERVING = """
Plats och tid       Sal A, kl. 13.00–15.40
Beslutande ledamöter    Anna Ek (S), ordförande
                    Vakant (M)
                    Bo Å (c)
                    Gun Sten (S), tjänstgör för Hans Sjö (S)
                    Ida Tall (S) tjänstgör istället för Jan Alm (S), t o m 14
                    Kim Ask (M) ersätter Leo Fors (M) § 4 och Mia Lund (M) §§ 5-6
Tjänstgörande ersättare: Cia Berg (C), ersättare för Dan Holm (C)
Paragrafer 1-20
"""


def test_for_whom_somebody_serves() -> None:
    cover = read(SERVING)
    assert [(one.person.name, one.person.party, one.for_ and one.for_.name, one.items) for one in cover.members] == [
        ("Bo Å", "C", None, None),
        ("Gun Sten", "S", "Hans Sjö", None),
        ("Ida Tall", "S", "Jan Alm", (("1", "14"),)),
        ("Kim Ask", "M", "Leo Fors", (("4", "4"),)),
        ("Kim Ask", "M", "Mia Lund", (("5", "6"),)),
    ]
    assert [(one.person.name, one.serving, one.for_ and one.for_.name) for one in cover.substitutes] == [
        ("Cia Berg", True, "Dan Holm")
    ]


PROSE = """
Närvarande: Anna Ek (S), ordförande, Bo Å (V), Cia Berg (M) infinner sig efter ärendet § 142.
Som ersättare i stället för frånvarande ledamöter inträder: Dan Holm (M) för Eva Lind (M); Fia Gran (C) för Gun Sten (C).
"""


def test_attendance_in_prose() -> None:
    cover = read(PROSE)
    assert cover.chair == Person("Anna Ek", "S", "ordförande")
    assert [(one.person.name, one.items) for one in cover.members] == [("Bo Å", None), ("Cia Berg", None)]
    assert cover.members[1].note is not None
    assert [(one.person.name, one.for_ and one.for_.name) for one in cover.substitutes] == [
        ("Dan Holm", "Eva Lind"),
        ("Fia Gran", "Gun Sten"),
    ]


NO_BRACKETS = """
Beslutande
Anna Ek             S      66 68, 70-72
Bo Ås               M      66-72
Cia Berg            KD     ordförande
"""


def test_columns_without_headings_or_brackets() -> None:
    cover = read(NO_BRACKETS)
    assert cover.chair == Person("Cia Berg", "KD", "ordförande")
    assert [(one.person.name, one.person.party, one.items) for one in cover.members] == [
        ("Anna Ek", "S", (("66", "66"), ("68", "68"), ("70", "72"))),
        ("Bo Ås", "M", (("66", "72"),)),
    ]


WRAPPED_BESIDE = """
Ledamöter                      Ersättare
Anna Ek (S), ordförande        Dan Holm (M)
Bo Ås (V)                      Eva Lind (C), tjänstgör för
Cia Berg (M)                   Fia Gran (C) § 3
Jan Alm (L)                    Gun Sten (S), ersättare
Kim Ask (L)                    för Hans Sjö (S)
"""


def test_an_entry_that_wraps_beside_other_names() -> None:
    cover = read(WRAPPED_BESIDE)
    assert [(one.person.name, one.serving, one.for_ and one.for_.name) for one in cover.substitutes] == [
        ("Dan Holm", False, None),
        ("Eva Lind", True, "Fia Gran"),
        ("Gun Sten", True, "Hans Sjö"),
    ]
    assert [one.person.name for one in cover.members] == ["Bo Ås", "Cia Berg", "Jan Alm", "Kim Ask"]


def test_parties_as_odd_covers_print_them() -> None:
    cover = read(
        "Beslutande     Dan Holm ((L)\n               Eva Lind (S,)\n               Fia Gran (fp)\n               Kim Ask (-)"
    )
    assert [(one.person.name, one.person.party) for one in cover.members] == [
        ("Dan Holm", "L"),
        ("Eva Lind", "S"),
        ("Fia Gran", "FP"),
        ("Kim Ask", None),
    ]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("Övriga deltagande     Norra Skolan", ["attendance_line_not_read"]),
        ("Övriga deltagande     Se sidan 2", []),
        ("Beslutande            samma som i går", ["attendance_line_not_read"]),
        ("Beslutande            Vakant (M)", []),
        ("Beslutande            Samtliga ledamöter utom Anna Ek (S)", ["attendance_all_but"]),
        ("Närvarande            Enligt närvarolista", ["attendance_elsewhere"]),
    ],
)
def test_a_line_of_attendance_that_names_nobody_is_doubted(line: str, codes: list[str]) -> None:
    cover = read_cover(lines(line))
    assert [one.code for one in cover.doubts] == codes
    assert (cover.members, cover.others) == ([], [])


def test_who_verifies_besides_the_chair_is_kept_and_who_is_to_lead_does_not_verify() -> None:
    listed = "Närvarande      Eva Lind (S), ordförande\n                Bo Ås (M)\n"
    verifiers = "Justerare       Dan Holm (S) jämte ordföranden Eva Lind och Siv Ek (V)\n"
    cover = read_cover(lines(listed + verifiers))
    assert [one.name for one, _ in cover.justerare] == ["Dan Holm", "Siv Ek"]
    assert read_cover(lines(f"{listed}                Bo Ås (M) utses att leda mötet")).justerare == []


TWO_COLUMNS = """
                                              Justerare
Plats och tid                                 Bo Å (V)
Digitalt, kl. 09.00-11.30
                                              Paragrafer
Beslutande                                    1-12
Anna Ek (S), ordförande
Bo Å (V)                                      Underskrifter
Tjänstgörande ersättare                       Ordförande
Cia Berg (M) för Dan                          ..............................
Ros Holm (M)                                  Anna Ek
Ersättare
Rut Ed (C)                                    Justerare
                                              ..............................
                                              Bo Å
"""


def test_a_cover_in_two_columns_whose_lines_interleave() -> None:
    cover = read(TWO_COLUMNS)
    assert cover.chair == Person("Anna Ek", "S", "ordförande")
    assert [one.person.name for one in cover.members] == ["Bo Å"]
    assert [(one.person.name, one.for_ and one.for_.name) for one in cover.substitutes] == [
        ("Cia Berg", "Dan Ros Holm"),
        ("Rut Ed", None),
    ]
    assert [one.name for one, _ in cover.justerare] == ["Bo Å"]


def test_what_stands_over_the_labels_of_the_right_column_is_of_no_list_of_the_left_one() -> None:
    cover = read("""
Plats                                         Val till valberedning
Kommunhuset                                   Eva Lind (C)
Beslutande                                    Per Lund (C)
Anna Ek (S), ordförande
Bo Å (V)                                      Justerare
Dan Holm (SD)                                 Bo Å (V)
Siv Ros (L)                                   Paragrafer
Tor Ek (MP)                                   41-42
""")
    assert [one.person.name for one in cover.members] == ["Bo Å", "Dan Holm", "Siv Ros", "Tor Ek"]
    assert [one.name for one, _ in cover.justerare] == ["Bo Å"]
