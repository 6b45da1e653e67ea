"""Covers of many forms: who leads, who is there, for whom, and what is doubted."""

from __future__ import annotations

import pytest

from importers.doubts import DoubtCode
from importers.minutes.cover import read_cover
from tests.importers.reading import was_there, who
from tests.importers.typeset import bundle_of, lines

_TABLE = """
Närvarande
Namn                     Parti     Roll              Närvarande §§
Anna Ek                  S         Ordförande        12-30
Dan Holm                 C         Tjg ersättare för Cia Berg    19-30
Eva Lind                 KD        Ersättare         12-30
"""
_PROSE = """
Närvarande          Ordförande Anna Ek (S), vice ordförande Bo Ås (M), ledamöterna Cia Berg (V),
                    Dan Holm (C) och Eva Lind (KD) samt tjänstgörande ersättaren Siv Ros (L)
                    för Ulf Sten (L).
"""
_OFFICES_AS_LABELS = """
Ordförande          Anna Ek (S)
Vice ordförande     Bo Ås (M)
Ledamot             Cia Berg (V)
"""
_BROKEN_NAMES = """
Beslutande: Anna Ek, S, ordförande, Bo Ås, M, Cia Berg, V, Dan
Holm, C, Eva Lind, KD
"""
_OFFICES_BENEATH = """
Beslutande          Anna Ek (s),        Bo Ås (v)
                    ordförande          Cia Berg (m)
"""
_SET_IN = """
Beslutande ledamöter
    Anna Ek (S), ordförande
    Bo Ås (M)
Ej tjänstgörande ersättare
    Cia Berg (V)
Utses att justera
    Bo Ås
"""
_LABELS_IN_PROSE = """
Närvarande: Ordf. Anna Ek (S), Bo Ås (M). Ersättare: Cia Berg (V), ej tjänstgörande. Övriga: kanslichef Eva Lind.
"""
_AWAY = """
Beslutande          Anna Ek (S), ordförande
                    Bo Ås (M), frånvarande
                    Cia Berg (V), ej närvarande
                    Dan Holm (C), förhindrad
                    Eva Lind (KD), har anmält förhinder
"""


@pytest.mark.parametrize(
    ("text", "chair", "members", "substitutes"),
    [
        ("Ordförande; (S) Anna Ek\nBeslutande; (M) Bo Ås\n            (V) Cia Berg", "Anna Ek (S)", ["Bo Ås (M)", "Cia Berg (V)"], []),
        ("Ordförande: Anna Ek, S\nBeslutande: Bo Ås, M", "Anna Ek (S)", ["Bo Ås (M)"], []),
        ("Beslutande      Anna Ek/S, ordförande\n                Bo Ås/M", "Anna Ek (S)", ["Bo Ås (M)"], []),
        (_TABLE, "Anna Ek (S)", ["Dan Holm (C) for Cia Berg § 19-30"], ["Eva Lind (KD) not serving"]),
        (_PROSE, "Anna Ek (S)", ["Bo Ås (M)", "Cia Berg (V)", "Dan Holm (C)", "Eva Lind (KD)"], ["Siv Ros (L) for Ulf Sten (L)"]),
        (_OFFICES_AS_LABELS, "Anna Ek (S)", ["Bo Ås (M)", "Cia Berg (V)"], []),
        ("Vice ordförande: Bo Ås (M)\nLedamöter: Cia Berg (V)", None, ["Bo Ås (M)", "Cia Berg (V)"], []),
        (_BROKEN_NAMES, "Anna Ek (S)", ["Bo Ås (M)", "Cia Berg (V)", "Dan Holm (C)", "Eva Lind (KD)"], []),
        (_LABELS_IN_PROSE, "Anna Ek (S)", ["Bo Ås (M)"], ["Cia Berg (V) not serving"]),
        (_SET_IN, "Anna Ek (S)", ["Bo Ås (M)"], ["Cia Berg (V) not serving"]),
        ("Ordförande: Anna Ek\nBeslutande: Anna Ek (S), Bo Ås (M)", "Anna Ek (S)", ["Bo Ås (M)"], []),
        (_AWAY, "Anna Ek (S)", [], []),
        (_OFFICES_BENEATH, "Anna Ek (S)", ["Bo Ås (V)", "Cia Berg (M)"], []),
        ("Beslutande      (S) Anna Ek,        (V) Bo Ås\n                ordförande          (M) Cia Berg", "Anna Ek (S)", ["Bo Ås (V)", "Cia Berg (M)"], []),
        ("Beslutande      Anna Ek S,          Bo Ås V\n                ordförande          Cia Berg M", "Anna Ek (S)", ["Bo Ås (V)", "Cia Berg (M)"], []),
        ("Beslutande      Anna Ek (S), ordf., Bo Ås (V), Eva von\n                Ros (L), Cia Berg-\n                Lund (M)", "Anna Ek (S)", ["Bo Ås (V)", "Eva von Ros (L)", "Cia Berg-Lund (M)"], []),
        ("Beslutande      Anna Ek S, ordf., Eva von\n                Ros L, Bo\n                Ås V, Cia Berg-\n                Lund M", "Anna Ek (S)", ["Eva von Ros (L)", "Bo Ås (V)", "Cia Berg-Lund (M)"], []),
        ("Beslutande      (S) Anna Ek, ordf., (V) Bo\n                Ås, (L) Eva von\n                Ros, (M)\n                Cia Berg", "Anna Ek (S)", ["Bo Ås (V)", "Eva von Ros (L)", "Cia Berg (M)"], []),
        ("Beslutande      Anna Ek S ordf, Bo Ås M, Cia Berg\n                V, Eva von Ros\n                L, Per Al KD", "Anna Ek (S)", ["Bo Ås (M)", "Cia Berg (V)", "Eva von Ros (L)", "Per Al (KD)"], []),
        ("Ledamöter:\nAnna Ek S ordf, Bo Ås\nM, Cia Berg V, Eva Ros\nL", "Anna Ek (S)", ["Bo Ås (M)", "Cia Berg (V)", "Eva Ros (L)"], []),
        ("Beslutande ledamöter\n1. Anna Ek (S), ordf.\n2. Bo Ås (M)", "Anna Ek (S)", ["Bo Ås (M)"], []),
        ("Beslutande:\n• Bo Ås (M)\nErsättare:\n• Cia Berg (V)", None, ["Bo Ås (M)"], ["Cia Berg (V) not serving"]),
        ("Närvarande på plats       Bo Ås (M)\nNärvarande på distans     Cia Berg (V)", None, ["Bo Ås (M)", "Cia Berg (V)"], []),
        ("Beslutande      Bo Ås (M), tj ers för Cia Berg (M)\n                Siv Ros (L) istf Ulf Sten (L)", None, ["Bo Ås (M) for Cia Berg (M)", "Siv Ros (L) for Ulf Sten (L)"], []),
    ],
)  # fmt: skip
def test_who_is_listed(text: str, chair: str | None, members: list[str], substitutes: list[str]) -> None:
    cover = read_cover(lines(text))
    assert (cover.chair and who(cover.chair)) == chair
    assert [was_there(one) for one in cover.members] == members
    assert [was_there(one) for one in cover.substitutes] == substitutes
    assert cover.doubts == []


@pytest.mark.parametrize(
    "text",
    [
        "Beslutande      Anna Ek (S), ordförande Bo Ås (M)",  # two columns run together
        "Beslutande      Anna Ek, S, ordförande Bo Ås, V",
        "Beslutande      Anna Ek M, 2:e vice ordförande Bo Ås V",
        "Beslutande      Ek, Anna (S), ordförande",
        "Ledamöter      Närv.\nCia Berg (V)    -",
        "Ledamöter      Ersättare för\nBo Ås (M)      Cia Berg (V)",
    ],
)
def test_what_cannot_be_told_is_doubted(text: str) -> None:
    cover = read_cover(lines(text))
    assert DoubtCode.ATTENDANCE_LINE_NOT_READ.value in [one.code for one in cover.doubts]
    assert cover.chair is None
    assert [one.person.name for one in (*cover.members, *cover.substitutes) if one.person.name != "Bo Ås"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Ordförande          Anna Ek (S)\n1:e vice ordförande     Bo Ås (M)\nLedamot             Cia Berg (V)",
        "Ordförande: Anna Ek, S\n1:e vice ordförande: Bo Ås, M\nLedamot: Cia Berg, V",
    ],
)
def test_a_vice_chair_keeps_the_office_that_the_label_gives(text: str) -> None:
    members = [one.person for one in read_cover(lines(text)).members]
    assert [(who(one), one.role) for one in members] == [("Bo Ås (M)", "1:e vice ordförande"), ("Cia Berg (V)", None)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Övriga          Kommunchef Bo Ås\n                Sekreterare Anna Ek\nJusterare       Cia Berg", ["Bo Ås", "Anna Ek"]),
        ("Övriga deltagare:     Kommunchef Bo Ås, Ekonomichef Siv\n                      Ros, Sekreterare Anna Ek\nUtsedd att justera:   Cia Berg", ["Bo Ås", "Siv Ros", "Anna Ek"]),
        ("Övriga:\nKommunchef Bo Ås\nSekreterare Anna Ek\nJusterare:\nCia Berg", ["Bo Ås", "Anna Ek"]),
        ("Övriga\nKommunchef Bo Ås, Sekreterare Anna Ek\nJusterare\nCia Berg", ["Bo Ås", "Anna Ek"]),
        ("Övriga:\nSekreterare Anna Ek\nJusterare:\nCia Berg\nUnderskrifter\nSekreterare Anna Ek\nOrdförande Dan Holm", ["Anna Ek"]),
        ("Övriga          Ekonomichef Bo\n                Ås, jurist Siv Ros,\n                Sekreterare Anna Ek\nJusterare       Cia Berg", ["Bo Ås", "Siv Ros", "Anna Ek"]),
    ],
)  # fmt: skip
def test_a_secretary_listed_among_others_is_one_of_them(text: str, names: list[str]) -> None:
    cover = read_cover(lines("Beslutande      Dan Holm (C)\n" + text))
    assert [one.name for one in cover.others] == names
    assert [one.name for one, _ in cover.justerare] == ["Cia Berg"]


LISTED = "Beslutande     Anna Ek (S), ordförande\n               Bo Ås (M)\n"


@pytest.mark.parametrize(
    ("told", "place", "starts", "ends"),
    [
        ("Kommunstyrelsen sammanträdde i Kommunhuset den 4 mars 2025 klockan 13.00–15.30.", "Kommunhuset", "13.00", "15.30"),
        ("Sammanträdet hölls på Folkets hus, sal 2. Det öppnades kl. 13.00 och avslutades kl. 15.30.", "Folkets hus, sal 2", "13.00", "15.30"),
        ("Nämnden höll sitt sammanträde i Skolhuset, tisdagen den 4 mars, med början kl 9.00.", "Skolhuset", "9.00", None),
        ("Styrelsen samlades i Förrådet.\nMötet pågick 9.00–11.00.", "Förrådet", "9.00", "11.00"),
        ("Nämnden sammanträdde i Förrådet. Justering sker kl. 16.00.", "Förrådet", None, None),
    ],
)  # fmt: skip
@pytest.mark.parametrize("above", [True, False])
def test_place_and_time_in_sentences(
    told: str, place: str, starts: str | None, ends: str | None, *, above: bool
) -> None:
    cover = read_cover(lines(f"{told}\n\n{LISTED}" if above else f"{LISTED}\n{told}"))
    assert (cover.place and cover.place.text, cover.starts, cover.ends) == (place, starts, ends)
    assert cover.doubts == []


def test_a_time_of_the_meeting_that_is_not_read_is_doubted() -> None:
    cover = read_cover(lines(f"Ordföranden öppnade mötet på Teams kl. 13.00.\n\n{LISTED}"))
    assert [one.code for one in cover.doubts] == [DoubtCode.MEETING_NOT_READ]


def test_a_labelled_place_goes_before_a_sentence() -> None:
    cover = read_cover(
        lines(f"Nämnden sammanträdde i Förrådet.\n\nPlats och tid     Kommunhuset, kl. 9.00-10.00\n{LISTED}")
    )
    assert (cover.place and cover.place.text, cover.starts) == ("Kommunhuset", "9.00")


@pytest.mark.parametrize(
    "others",
    [
        "Övriga deltagande:\nEkonomichef Leif Ståhl, Sekreterare Disa\nWik",
        "Övriga deltagande:  Ekonomichef Leif        Sekreterare Disa\n                    Ståhl                   Wik",
    ],
)
def test_an_officials_name_that_breaks_behind_the_first(others: str) -> None:
    cover = read_cover(lines(f"{LISTED}{others}\nJusterare           Bo Ås (M)"))
    assert [one.name for one in cover.others] == ["Leif Ståhl", "Disa Wik"]
    assert cover.doubts == []


def test_who_verifies_behind_a_sentence_as_label() -> None:
    cover = read_cover(lines("Beslutande     Anna Ek (S), ordförande\nProtokollet justeras digitalt av     Bo Ås (M)"))
    assert [who(one) for one, _ in cover.justerare] == ["Bo Ås (M)"]


@pytest.mark.parametrize(
    ("cover", "severity"),
    [
        ("Älnsjö kommun          Anna Ek (S), ordförande\n                       Bo Ås (M)\nNorrviks kommun        Siv Ros (C)", "error"),
        ("Från Älnsjö kommun          Anna Ek (S), ordförande, Bo Ås (M)", "error"),
        ("Beslutande             Anna Ek (S), ordförande, Bo Ås (M)\nNorrviks kommun        Siv Ros (C)", None),
        ("Från Älnsjö kommun          Anna Ek (S)", "note"),
    ],
)  # fmt: skip
def test_a_board_listed_by_municipality_of_which_nobody_is_read_is_a_grave_doubt(
    cover: str, severity: str | None
) -> None:
    head = "Älnsjö kommunalförbund      SAMMANTRÄDESPROTOKOLL\nDirektionen                 2025-03-04\n\n"
    bundle = bundle_of(f"{head}{cover}\n\n# § 41 Lån av stolar\n# Beslut\nStolar lånas ut.\n")
    (told,) = [one for one in bundle.doubts if one.code == "people_on_cover_not_read"] or [None]
    assert (told and str(told.severity)) == severity
