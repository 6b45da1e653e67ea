"""Covers that towns print in words and layouts of their own, invented, each a kind: all that is read of them, and what is
doubted."""

from __future__ import annotations

import pytest

from importers.minutes.cover import read_cover
from tests.importers.reading import was_there, who
from tests.importers.test_forms_of_minutes import COVER, ITEM, codes, days
from tests.importers.typeset import bundle_of, lines


def there(text: str) -> list[str]:
    """The chair, then members, substitutes and others, and each doubt."""
    cover = read_cover(lines(text), (1, 20))
    return [
        *([f"leads {who(cover.chair)}"] if cover.chair else []),
        *(was_there(one) for one in (*cover.members, *cover.substitutes)),
        *(f"{who(one)}, {one.role}" for one in cover.others),
        *(one.code for one in cover.doubts),
    ]


COVERS = [
    ("Övriga          Siv Ek, verksamhetschef IFO\n                Omar Al, sekreterare", ["Siv Ek, verksamhetschef IFO", "Omar Al, sekreterare"]),
    ("Tjänstemän: Per Al, kommundirektör. Siv Ek, kommunsekreterare.", ["Per Al, kommundirektör", "Siv Ek, kommunsekreterare"]),
    (  # those who sign beneath the list are no more of it
        "Ordförande: Anna Ek (S)\nÖvriga närvarande: Per Al, kommundirektör, Siv\nFalk, sekreterare\n\nSiv Falk ...........\nAnna Ek ...........\nRut Ed ...........",
        ["leads Anna Ek (S)", "Per Al, kommundirektör", "Siv Falk, sekreterare", "attendance_line_not_read"],
    ),
    (  # who signs shows in which order the names stand
        "Beslutande      Holm Gunilla           ordförande\n                Nyberg Kaj\n                Ekström Maj-Britt      för Söderman Ulla\n"
        "Övriga          Fagerlund Tom, kommundirektör\n\nUnderskrifter   Gunilla Holm\n                Ordförande\n",
        [
            "leads Gunilla Holm",
            "Kaj Nyberg",
            "Maj-Britt Ekström for Ulla Söderman",
            "Tom Fagerlund, kommundirektör",
            "name_order",
        ],
    ),
    ("Beslutande      Holm Gunilla\n                Nyberg Kaj\n                Ek Sture", ["Holm Gunilla", "Nyberg Kaj", "Ek Sture", "name_order"]),
    (  # officials in a list of their own may stand the other way round
        "Beslutande      Holm Gunilla           ordförande\n                Nyberg Kaj\nÖvriga          kommundirektör Tom Fagerlund\n\nJusterare       Kaj Nyberg",
        ["leads Gunilla Holm", "Kaj Nyberg", "Tom Fagerlund, kommundirektör", "name_order"],
    ),
    ("Beslutande      Gunilla Holm\n                Kaj Erik\n                Sture Ek", ["Gunilla Holm", "Kaj Erik", "Sture Ek"]),
    ("Beslutande      Anna Ek (S) §§ 1-4, ersätts av Cia Berg (S) §§ 5-9", ["Anna Ek (S) § 1-4", "Cia Berg (S) for Anna Ek (S) § 5-9"]),
    ("Beslutande      Anna Ek (S), ersätts av Cia Berg (S)", ["Anna Ek (S)", "attendance_line_not_read"]),
    (
        "Tjänstgörande ersättare: för Anna Ek (S) Cia Berg (S), för Bo Ås (M)\nDan Holm (M).",
        ["Cia Berg (S) for Anna Ek (S)", "Dan Holm (M) for Bo Ås (M)"],
    ),
    ("Tjänstgörande ersättare: för Anna Ek (S) Cia Berg (S) Dan Holm (M)", ["attendance_line_not_read"]),
    ("Beslutande      Bo Ås (M)\nErsättare       Elis Bo (V) tjg. § 7 Sekreterare Noomi Falk", ["Bo Ås (M)", "Elis Bo (V) § 7-7", "attendance_line_not_read"]),
    (
        "Vid protokollet         Britt Ros\nÖvriga närvarande       Tf tekn. direktör Per Al, ekonom Siv Ek\nBeslutande              Bo Ås (M)",
        ["Bo Ås (M)", "Per Al, Tf tekn. direktör", "Siv Ek, ekonom"],
    ),
    (
        "Övriga          Anna-Lena Ek, hälso- och vårdchef\n                Omar Al, sekreterare",
        ["Anna-Lena Ek, hälso- och vårdchef", "Omar Al, sekreterare"],
    ),
    (  # the label at the margin heads no column of those there
        "Närvarande:     Ledamöter:           Ersättare:\n                Ek Anders, ordf.     Ås Mona för Al Bo\n                Bo Harriet\n",
        ["leads Ek Anders", "Bo Harriet", "Ås Mona for Al Bo", "name_order"],
    ),
    (
        "Närvarande\nSocialdemokraterna           Moderaterna\nGun Ek, ordförande           Bo Ås\nTage Al                      Pia Lo §§ 3-4\n"
        "Vänsterpartiet               Centerpartiet\nAlma Bo                      Göte My",
        ["leads Gun Ek (S)", "Bo Ås (M)", "Tage Al (S)", "Pia Lo (M) § 3-4", "Alma Bo (V)", "Göte My (C)"],
    ),
    (  # a party may head its group beside a name of the other column's
        "Närvarande\nSocialdemokraterna           Moderaterna\nGun Ek, ordförande           Bo Ås\nTage Al                      Sverigedemokraterna\n"
        "Vänsterpartiet               Göte My\nAlma Bo",
        ["leads Gun Ek (S)", "Bo Ås (M)", "Tage Al (S)", "Göte My (SD)", "Alma Bo (V)"],
    ),
    (
        "Namn               Parti     Uppdrag        Närvaro      Tjänstgör för\nGun Ek             S         Ordförande     Ja\n"
        "Bo Ås              V         Ledamot        §§ 2-3\nTage Al            V         Ersättare      Ja           Bo Ås §§ 4-6\n"
        "Siv My             M         Ersättare      Ja\nPer Lo             M         Ledamot        Nej",
        ["leads Gun Ek (S)", "Bo Ås (V) § 2-3", "Tage Al (V) for Bo Ås § 4-6", "Siv My (M) not serving"],
    ),
    (
        "Närvarande: Gun Ek (S), ordförande, och Bo Ås (V). För frånvarande Stig Tell (S) tjänstgör Vera Und (S). "
        "I stället för\nEva Rask (KD) tjänstgjorde under §§ 4–6 Pär Loo (KD).\nAv ersättarna närvarade Siv My (M).",
        ["leads Gun Ek (S)", "Bo Ås (V)", "Vera Und (S) for Stig Tell (S)", "Pär Loo (KD) for Eva Rask (KD) § 4-6", "Siv My (M) not serving"],
    ),
    (  # two bodies that met together: who decides in which § is not told
        "Beslutande\nTekniska nämnden              Miljönämnden\nElof Kam (S), ordförande      Rita Sol (M), ordförande\nIris Mon (M)                  Tor Vall (S)",
        ["attendance_line_not_read"],
    ),
    (  # offices over their officials meet in none
        "Närvarande\nGun Ek (S), ordförande\nBo Ås (M)\nKommunledningskontoret\nKim Al, kanslichef\nTekniska förvaltningen\nLeo Brink, förvaltningschef\n"
        "Övriga inte närvarande: Per Al (S)",
        ["leads Gun Ek (S)", "Bo Ås (M)", "Kim Al, kanslichef", "Leo Brink, förvaltningschef", *["attendance_line_not_read"] * 3],
    ),
    (
        "Närvarande: Gun Ek (S), Sari Hyvönen (V), kl.\n08.30–10.15; Bo Ås (V)\nTjm: Leo Brink, utredare\nÖvriga      Hälso- och vårddirektör Maja Lans\n"
        "            Kim Lo          Sekreterare",
        ["Gun Ek (S)", "Sari Hyvönen (V)", "Bo Ås (V)", "Leo Brink, utredare", "Maja Lans, Hälso- och vårddirektör", "Kim Lo, Sekreterare"],
    ),
    (  # a column for each stretch of §§; whether a substitute served is not told
        "Ledamöter             Parti     § 2-4     § 5     § 6-9\nGun Ek, ordf          M         X         X       X\nBo Ås                 S         X         -       X\n"
        "Siv My                S         -         -       -\nErsättare\nPer Lo                S         -         X       -\nÖvriga: Kim Al, chef",
        ["leads Gun Ek (M)", "Bo Ås (S) § 2-4 § 6-9", "Kim Al, chef", "attendance_line_not_read"],
    ),
    (  # who is replaced in a part of the meeting may be there for the rest
        "Nr Ledamot            Parti Ersättare som tjänstgör      Parti §§\n1  Gun Ek             S\n2  Leif Ås            S     Inga Lo                      S\n"
        "3  Mats Ed            M\n4  Pål Brant          M     Petra Lax                    M     §§ 4–6",
        ["Gun Ek (S)", "Mats Ed (M)", "Inga Lo (S) for Leif Ås (S)", "substitute_beside"],
    ),
    (
        "Kommun     Ledamot                     Närvaro     Ersättare        Närvaro\nAlby       Gun Ek (S), ordf.           Ja          Eva Lo (S)       Ja\n"
        "Dalby      Sami Laakso (M)             Nej         Ulla Ny (M)      Nej\nEdsvik     Petter Quist (KD)           Ja",
        ["leads Gun Ek (S)", "Petter Quist (KD)", "Eva Lo (S) not serving"],
    ),
    (  # no heading of a column, but what is said of the first
        "Ledamöter\nGun Ek (S), ordförande       närvarande\nBo Ås (C)                    närvarande\nSiv My (V)                   frånvarande\nErsättare\nPer Lo (V)                   tjänstgörande för Siv My",
        ["leads Gun Ek (S)", "Bo Ås (C)", "Per Lo (V) for Siv My"],
    ),
    (
        "Uppropslista\nS          Gun Ek, ordförande; Siv My; Bo Ås\nV          —\nDeltagande utan rösträtt: Kim Lo (V)\nErsättare som inte deltog: Per Al (S)",
        ["leads Gun Ek (S)", "Siv My (S)", "Bo Ås (S)", *["attendance_line_not_read"] * 3],  # no mark says who answered
    ),
    (
        "Deltagare: Gun Ek (S), ordf, Bo Ås (V).\nEj deltagande: Siv My (SD), utan anmält förhinder.\nSekreterare: Eva Lo. Föredragande: utredare Ines Falk.\n"
        "Övriga         Chef Per Al\n               Ersättare Tord Hel (C)",
        ["leads Gun Ek (S)", "Bo Ås (V)", "Tord Hel (C) not serving", "Ines Falk, utredare", "Per Al, Chef"],
    ),
    ("Beslutande     Gun Ek (S)\n               Jan Tuv (SD) anlände kl. 13:20, § 6\nVakant (M)", ["Gun Ek (S)", "Jan Tuv (SD)", "attendance_line_not_read"]),
    (
        "Beslutande      Namn                 Ersätter\n                Bo Ås (M)\n                Mia Lo (C)           Tom Gren (C)\n"
        "                Åsa Ny (SD)          §§ 4-7",
        ["Bo Ås (M)", "Mia Lo (C)", "Åsa Ny (SD) § 4-7", "attendance_line_not_read"],
    ),
    (
        "Tjänstgörande        Icke tjänstgörande     Övriga\nBo Ås (M)            Anna Moe (C)           Kim Lejon,\nordförande                                  fritidschef",
        ["leads Bo Ås (M)", "Anna Moe (C) not serving", "Kim Lejon, fritidschef"],
    ),
    (
        "Ledamöter:           Tina Rud (V), Vika, §§ 12-14\n                     Mia Lo (C), Sjuk, § 13\nInsynsplats:         Anki Roth (MP), Säter\nFackliga företrädare: Kim Stål, Vision",
        ["Tina Rud (V) § 12-14", "Mia Lo (C)", "Anki Roth (MP), None", "Kim Stål, Vision"],
    ),
    ("Beslutande      Bo Ås (M)\n\nFrån förvaltningen deltog skolchefen Karin Blom.", ["Bo Ås (M)", "Karin Blom, skolchefen"]),
    (  # parties in small letters, in a column of their own
        "Beslutande     Siri Alm            c     ordförande\n               Ann Ger             m\n               Kent Oja            fp    tjg ers för Maud Ling kd\n"
        "               Bo Ås               v     § 4",
        ["leads Siri Alm (C)", "Ann Ger (M)", "Kent Oja (FP) for Maud Ling (KD)", "Bo Ås (V) § 4-4"],
    ),
    ("Beslutande     Anna Ek (S) v ordf, Bo Ås (M) m fl", ["Anna Ek (S)", "Bo Ås (M)"]),
    (
        "Närvarande ledamöter är Cajsa Ek (S), ordförande, Ingvar Rot (M) samt Oscar Al (SD).\nTjänstgörande ersättare är Rut Lo (L) för Jens Pil (L).\n"
        "Övriga närvarande ersättare är Bertil Ahl (S) och Sigge Lo (M).\nFrånvarande är Jens Pil (L).\nDessutom närvarar stadsdelschef Tora Berg.",
        [
            "leads Cajsa Ek (S)",
            "Ingvar Rot (M)",
            "Oscar Al (SD)",
            "Rut Lo (L) for Jens Pil (L)",
            "Bertil Ahl (S) not serving",
            "Sigge Lo (M) not serving",
            "Tora Berg, stadsdelschef",
        ],
    ),
    (
        "Presidium      Ordförande Sara Ek (S)\n               Första vice ordförande Ante Ås (M)\nLedamöter      Valkrets Norra\n               Per Al (S)",
        ["leads Sara Ek (S)", "Ante Ås (M)", "Per Al (S)", "attendance_line_not_read"],
    ),
    (
        "Närvarande från Region Mälarö\nEva Dryg (S), ordförande\nNärvarande från kommunerna\nTyra Malm (C), Hammarby\nAnmält förhinder\nLinda Sol (KD)",
        ["leads Eva Dryg (S)", "Tyra Malm (C)"],
    ),
    (
        "Ledamöter och tjänst-\ngörande ersättare\n                         Alvar Sjö (C)        Bo Tarm (S)",
        ["Alvar Sjö (C)", "Bo Tarm (S)"],
    ),
    ("Tjänstgörande ersättare: Sol Grind (M), § 4 (för Rolf Tand (M) p.g.a. jäv)", ["Sol Grind (M) for Rolf Tand (M) § 4-4"]),
    (  # who led for one § was there for others
        "Beslutande            Anna Ek (S), ordförande, §§ 1–4, 6\n                      Bo Ås (M), vice ordförande, tjänstgörande ordförande § 5",
        ["leads Anna Ek (S)", "Bo Ås (M)"],
    ),
    (
        "Närvarande\nSofi Ek\n\nTjänstepersoner\nTobias Hjelm, chef\n\nJustering sker digitalt av Sofi Ek och Petra Berg",
        ["Sofi Ek", "Tobias Hjelm, chef"],
    ),
    (  # a label of no known meaning makes nobody a member
        "Beslutande            Anna Ek (S)\nErsättare utan        Bo Ås (M)\ntjänstgöring          Cia Lo (V)",
        ["Anna Ek (S)", "attendance_line_not_read", "attendance_line_not_read"],
    ),
    ("Beslutande            Anna Ek (S)\nErsättare ej          Bo Ås (M)\ni tjänst              Cia Lo (V)", ["Anna Ek (S)", "Bo Ås (M) not serving", "Cia Lo (V) not serving"]),
    ("Tjänstemän: Jens Lind (ekonomichef, § 5), Sara Ek (sekreterare)", ["Jens Lind, ekonomichef", "Sara Ek, sekreterare"]),
    ("Beslutande            Ulf Rask (M) deltog t.o.m. § 12\nErsättare             Per Wiss (M) tjänstgjorde § 13", ["Ulf Rask (M) § 1-12", "Per Wiss (M) § 13-13"]),
    (
        "Övriga: Kommunchef Hans Tur.\nTill att på mötet justera protokollet utsågs Ronja Fält (M) och Linus Grä (C).",
        ["Hans Tur, Kommunchef", "attendance_line_not_read"],
    ),
    (  # who leads is named apart, where nobody has a party
        "Beslutande:    Ordförande:        Ann Fell\n               Viceordförande:    Kim Söder\n               Ledamöter:         Johan Lind\n                                  Petra Öh, ersätter Tony Sund",
        ["leads Ann Fell", "Kim Söder", "Johan Lind", "Petra Öh for Tony Sund"],
    ),
    ("Beslutande      Dan Holm (C), lämnar mötet kl. 16.45 efter § 12", ["Dan Holm (C) § 1-12"]),
    ("Ersättare      Ulrik Säll (M) tjg § 8 vid Karl Fägerstens jäv", ["Ulrik Säll (M) § 8-8"]),
    ("Beslutande      Bo Ås (M)\nÖvriga          Elever från Norra Skolan", ["Bo Ås (M)"]),
    ("Ordinarie              Ersättare\nGun Ek                 Sixten Flod, tjänstgör\nHarald Ås", ["Gun Ek", "Harald Ås", "Sixten Flod"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), COVERS)
def test_who_was_there(text: str, told: list[str]) -> None:
    assert there(text) == told


def test_place_and_time_of_minutes_whose_list_is_not_read() -> None:
    bundle = bundle_of(
        f"Parknämnden      2025-03-04\nPlats och tid: kl. 17.00-18.45 i Rådhuset\nNärvarande för nämnden   Anna Ek (S)\n{ITEM}"
    )
    meeting = bundle.documents[0].meeting
    assert meeting is not None and (meeting.place, meeting.starts) == ("Rådhuset", "17.00")
    assert codes(bundle) == ["note attendance_line_not_read"]


def test_a_sentence_over_the_list_says_where_and_when() -> None:
    bundle = bundle_of(
        "Protokoll fört vid sammanträde med kommunfullmäktige\ni Åsarps bygdegård torsdagen den 27 februari 2025\nkl 18.30--20.50\n\n"
        f"Närvarande ledamöter: Anna Ek (S)\nFrånvarande       Bo Ås (M)\n{ITEM}"
    )
    (document,) = bundle.documents
    assert document.meeting is not None and str(document.date) == "2025-02-27"
    assert (document.meeting.place, document.meeting.starts, document.meeting.ends) == (
        "Åsarps bygdegård",
        "18.30",
        "20.50",
    )
    assert "note people_on_cover_not_read" not in codes(bundle)


def test_who_verifies_beneath_place_and_day() -> None:
    cover = read_cover(
        lines("Underskrifter        Gun Ek               Heidi Bo\n                     Ordförande           Protokollförare\n\n"
              "Protokolljustering   Sundnäs 15.4.2025\n                     Sture Ås             Kaj Al")
    )  # fmt: skip
    assert [one.name for one, _ in cover.justerare] == ["Sture Ås", "Kaj Al"]
    day_below = read_cover(
        lines("Underskrifter\nGun Ek               Heidi Bo\nordförande           protokollförare\n\n"
              "Protokolljustering\nSundnäs 15.4.2025\nSture Ås             Kaj Al")
    )  # fmt: skip
    assert [one.name for one, _ in day_below.justerare] == ["Sture Ås", "Kaj Al"]


def test_when_they_met_is_told_and_where_stands_beside_its_label() -> None:
    cover = read_cover(
        lines("Mötet öppnades kl. 17.00 och avslutades kl. 19.40.\nPlats:    Rådhuset\nLedamöter    Anna Ek (S)")
    )
    assert cover.place is not None and (cover.place.text, cover.starts, cover.ends) == ("Rådhuset", "17.00", "19.40")


@pytest.mark.parametrize(
    ("told", "ends"),
    [
        ("Sammanträdet öppnades kl. 9.00 med avbrott för lunch 12.00–13.00.", None),
        ("Mötet öppnades kl. 9.00 och ajournerades kl. 12.00.", None),
        ("Mötet öppnades kl. 9.00, ajournerades kl. 12.00–13.00 och avslutades kl. 15.30.", "15.30"),
        ("Mötet pågick kl. 9.00–15.30 med paus 12.00–13.00.", "15.30"),
    ],
)
def test_the_times_of_a_break_are_not_the_meetings(told: str, ends: str | None) -> None:
    cover = read_cover(lines(f"{told}\nPlats:    Rådhuset\nLedamöter    Anna Ek (S)"))
    assert (cover.starts, cover.ends) == ("9.00", ends)


VERIFIED = [
    ("Justering: Rådhuset, måndagen den 5 maj 2025, kl. 15.00", ("2025-05-05", None, None)),
    ("Justering av    Ås den 26.9.2025\nprotokoll", ("2025-09-26", None, None)),
    (
        "Protokollet justerades den 3 september 2025 och anslogs den 4 september 2025.",
        ("2025-09-03", "2025-09-04", None),
    ),
    ("Anslag om justering publicerat 2025-03-27", (None, "2025-03-27", None)),
    ("Justering har tillkännagetts på kommunens anslagstavla 2025-03-27", (None, "2025-03-27", None)),
    ("Protokollet har varit framlagt till påseende på kansliet den 29.9.2025", (None, "2025-09-29", None)),
]


@pytest.mark.parametrize(("text", "told"), VERIFIED)
def test_when_minutes_were_verified_and_posted(text: str, told: tuple[str | None, ...]) -> None:
    bundle = bundle_of(f"{COVER}{text}\n\n{ITEM}")
    assert days(bundle.documents[0]) == told


def test_who_verifies_beside_justering() -> None:
    cover = read_cover(lines("Beslutande      Bo Ås (M)\nJustering       Bo Ås (M)\n"))
    assert [one.name for one, _ in cover.justerare] == ["Bo Ås"]


def test_a_table_of_those_present_that_is_not_read_is_doubted() -> None:
    rows = "Stina Hejde      C      N\nArvo Hilt        S      N\nMia Drey         M      F\n"
    bundle = bundle_of(f"Parknämnden      2025-03-04\nPROTOKOLL\n\nNamn             Parti  N/F\n{rows}\n{ITEM}")
    assert "error people_on_cover_not_read" in codes(bundle)


def test_who_verifies_told_in_a_sentence() -> None:
    cover = read_cover(
        lines("Beslutande      Bo Ås (M)\n\nAtt jämte ordföranden justera protokollet valdes Rosa Lind (V).")
    )
    assert [one.name for one, _ in cover.justerare] == ["Rosa Lind"]


PLACES_AND_TIMES = [
    ("kl. 09:30–12:10, Regionens hus, Ekerum", ("Regionens hus, Ekerum", "09:30", "12:10")),
    ("Tisdagen den 4 mars 2025 klockan 10.00–15.30, Rådhuset", ("Rådhuset", "10.00", "15.30")),
    ("Tid: 13.00-16.30. Plats: Skolan, matsalen.", ("Skolan, matsalen", "13.00", "16.30")),
    ("Plats och tid: Rådhuset, kl. 08.15–12.00, lunch 12.00-13.00,\n13.00–14.35", ("Rådhuset", "08.15", "14.35")),
    ("Plats och tid: Rådhuset, kl. 08.15–12.00, ajournering 09.45-10.05, 10.30-10.40", ("Rådhuset", "08.15", "12.00")),
    ("Plats/tid: Rådhuset, kl. 08.15–12.00", ("Rådhuset", "08.15", "12.00")),
    ("Plats och tid: Skolan 23.9.2025, kl. 19.00-21.10", ("Skolan", "19.00", "21.10")),
]


@pytest.mark.parametrize(("text", "told"), PLACES_AND_TIMES)
def test_where_and_when_they_met(text: str, told: tuple[str, str, str]) -> None:
    cover = read_cover(lines(f"{text}\nLedamöter      Anna Ek (S)"))
    assert cover.place is not None and (cover.place.text, cover.starts, cover.ends) == told


def test_days_of_verifying_for_some_paragraphs_each_are_doubted() -> None:
    bundle = bundle_of(f"{COVER}Justering          §§ 40, 42: 2025-03-14. § 41: 2025-03-11\n\n{ITEM}")
    assert bundle.documents[0].verification is None and "note verification_not_read" in codes(bundle)


AT_ONCE = [
    ("Paragraferna 41 och 42 justeras omedelbart.", ["41", "42"]),
    ("Paragrafen justeras omedelbart.", ["42"]),
    ("§ 41 förklaras omedelbart justerad.", ["41"]),
    ("Beslutet justeras omedelbart. Även § 41 förklaras omedelbart justerad.", ["41", "42"]),
    ("§ 7 förklaras omedelbart justerad.", ["42"]),
]


@pytest.mark.parametrize(("text", "numbers"), AT_ONCE)
def test_which_paragraphs_are_verified_at_once(text: str, numbers: list[str]) -> None:
    bundle = bundle_of(f"{COVER}\n{ITEM}\n\n## § 42 Köp av mark\n# Beslut\n1. Marken köps.\n{text}")
    assert [one.number for one in bundle.documents[0].items if one.verified_at_once] == numbers


def test_a_chair_who_signs_with_the_office_is_no_justerare() -> None:
    cover = read_cover(
        lines(
            "Beslutande\nAnna Ek (S)    ordförande\nBo Ås (M)\n\nJustering\nProtokollet justerades digitalt den 24 september 2024.\n"
            "Siv Falk, sekreterare\nAnna Ek (S), ordförande\nBo Ås (M), justerare"
        ),
        (1, 20),
    )
    assert [one.name for one, _ in cover.justerare] == ["Bo Ås"]
