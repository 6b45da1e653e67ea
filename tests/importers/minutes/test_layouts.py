"""Whole minutes as municipalities of many layouts print them: cover, table of contents, headings, case numbers, times."""

from __future__ import annotations

from importers.bundle import Document, Meeting, Role
from tests.importers.typeset import bundle_of

HEAD = "Älnsjö kommun                 SAMMANTRÄDESPROTOKOLL            {page} (3)\nKommunfullmäktige             2024-03-14\n\n"
CONTENTS = """# Innehåll
§ 62 Upprop ................................................ 2
§ 63 Anmälan av motioner ................................... 2
§ 64 Budget för år 2025 .................................... 3

Plats och tid            Kommunalhuset, Eksalen, kl. 19.00-21.30
Beslutande ledamöter     Enligt upprop på sidan 2
Justerare                Bo Ås och Cia Berg
Paragrafer               62-64
"""
ITEMS = """# §62 Upprop
Upprop förrättas. Se närvarolista.
________

# §63 Anmälan av motioner
Dnr. 2024/KS 0206 001
Dnr. 2024/KS 0207 001

# Kommunfullmäktiges beslut
- Motionerna lämnas över till kommunstyrelsen för beredning.
- Anmälan antecknas.
________
"""
LAST = """# §64 Budget för år 2025
Dnr 2024-00041

# Beskrivning av ärendet
Budgeten enligt reglementet och beslut den 1 februari 2024,
§ 20 och den 29 februari 2024, § 84.

# Kommunfullmäktiges beslut
- Budgeten fastställs.
- Paragrafen förklaras omedelbart justerad.
________
"""


def only(*pages: str) -> Document:
    (document,) = bundle_of(*pages).documents
    return document


def test_a_table_of_contents_heads_nothing_and_a_rule_is_no_clause() -> None:
    minutes = only(*(HEAD.format(page=page) + text for page, text in enumerate((CONTENTS, ITEMS, LAST), 1)))
    assert [(item.number, item.title, item.case_numbers) for item in minutes.items] == [
        ("62", "Upprop", ()),
        ("63", "Anmälan av motioner", ("2024/KS 0206 001", "2024/KS 0207 001")),
        ("64", "Budget för år 2025", ("2024-00041",)),
    ]
    assert [clause.text for item in minutes.items for one in item.decisions for clause in one.clauses] == [
        "Motionerna lämnas över till kommunstyrelsen för beredning.",
        "Anmälan antecknas.",
        "Budgeten fastställs.",
        "Paragrafen förklaras omedelbart justerad.",
    ]
    assert [item.verified_at_once for item in minutes.items] == [False, False, True]
    assert minutes.meeting == Meeting("Kommunalhuset, Eksalen", "19.00", "21.30", "62-64")
    assert minutes.attendance is None
    assert [one.name for one in minutes.justerare] == ["Bo Ås", "Cia Berg"]


def test_a_table_of_those_present_with_bare_parties_and_bare_numbers() -> None:
    minutes = only("""
Sammanträdesprotokoll                                      1 (1)
Kommunstyrelsen
2023-05-09

Plats och tid       Kommunhuset, kl. 14.00-16.10, ajournering kl. 15.00-15.15
Beslutande          Anna Ek       M       ordförande
                    Bo Ås         S       §§ 66, 68
                    Cia Berg      KD      66 68, 70-72
Ersättare           Dan Holm      C       tjänstgör för Bo Ås § 67
Paragrafer          66

# § 66            Dnr 2023-00123
# Motion om cykelväg – Anna Ek (M)
# Kommunstyrelsens beslut
Kommunstyrelsen föreslår kommunfullmäktige
att avslå motionen.
""")
    attendance = minutes.attendance
    assert attendance is not None and attendance.chair is not None
    assert (attendance.chair.name, attendance.chair.party) == ("Anna Ek", "M")
    assert [(one.person.name, one.person.party, one.items) for one in attendance.members] == [
        ("Bo Ås", "S", (("66", "66"), ("68", "68"))),
        ("Cia Berg", "KD", (("66", "66"), ("68", "68"), ("70", "72"))),
    ]
    (substitute,) = attendance.substitutes
    assert (substitute.serving, substitute.for_ and substitute.for_.name, substitute.items) == (
        True,
        "Bo Ås",
        (("67", "67"),),
    )
    assert minutes.meeting == Meeting("Kommunhuset", "14.00", "16.10", "66")
    (item,) = minutes.items
    assert (item.title, item.case_numbers) == ("Motion om cykelväg – Anna Ek (M)", ("2023-00123",))


def test_substitutes_told_in_prose() -> None:
    minutes = only("""
Älvstads stad
Kommunstyrelsen
Protokoll nr 7
Sammanträdesdatum 2024-02-07

Plats och tid                Rådhuset, 2024-02-07, kl. 13:00
Beslutande ledamöter         Anna Ek (S), Cia Berg (L)
                             och Dan Holm (SD)
Övriga närvarande            Fia Gran (sekreterare), Gun Sten (stadsdirektör)
Som ersättare i stället för frånvarande ledamot inträder: Hans Sjö (V) för Ivar Kvist (V); Jan Alm (MP) infinner sig efter ärendet § 142.

# § 140 Val av justerare
Kommunstyrelsen beslutar
att utse Cia Berg till justerare.
""")
    attendance = minutes.attendance
    assert attendance is not None
    assert [(one.person.name, one.note) for one in attendance.members] == [
        ("Anna Ek", None),
        ("Cia Berg", None),
        ("Dan Holm", None),
    ]
    assert [(one.person.name, one.serving, one.for_ and one.for_.name, one.note) for one in attendance.substitutes] == [
        ("Hans Sjö", True, "Ivar Kvist", None),
        ("Jan Alm", False, None, "infinner sig efter ärendet § 142."),
    ]
    assert [(one.name, one.role) for one in attendance.others] == [
        ("Fia Gran", "sekreterare"),
        ("Gun Sten", "stadsdirektör"),
    ]
    assert minutes.municipality == "Älvstads stad"


def test_a_second_cover_and_paragraphs_verified_at_once() -> None:
    cover = "# Protokoll\nKommunstyrelsen\n2024-04-24\n\n"
    present = "Beslutande               Dan Holm (M), t o m 73\n                         Eva Lind (PPiN), ej 72\n"
    items = "".join(f"# § {number} Ärende {number}\n# Beslut\nBudgeten godkänns.\n" for number in (71, 72, 73, 74))
    bundle = bundle_of(
        cover + present + "Paragrafer               71-72, 74", cover + "Paragrafer               73\n\n" + items
    )
    (minutes,) = bundle.documents
    assert minutes.attendance is not None
    assert [(one.person.party, one.items) for one in minutes.attendance.members] == [
        ("M", (("71", "72"), ("73", "73"))),
        ("PPiN", (("71", "71"), ("73", "73"), ("74", "74"))),
    ]
    assert [one.code for one in bundle.doubts if one.code.startswith("item")] == []


def test_old_minutes_with_parties_in_lower_case_and_a_reservation_beneath_the_decision() -> None:
    minutes = only("""
Sammanträdesprotokoll
Kommunstyrelsen           1998-03-11

Beslutande         Anna Ek (s), ordförande
                   Bo Ås (fp)
Övriga deltagande  Dan Holm, kommunchef
Utses att justera  Bo Ås

# Ks § 40
# Medborgarförslag om bänkar
# Beslut
Kommunstyrelsen beslutar
att avslå medborgarförslaget.

Mot beslutet reserverar sig Bo Ås (fp).
""")
    assert minutes.attendance is not None and minutes.attendance.chair is not None
    assert (minutes.attendance.chair.party, minutes.attendance.members[0].person.party) == ("S", "FP")
    (item,) = minutes.items
    assert (item.number, item.title) == ("40", "Medborgarförslag om bänkar")
    assert [clause.text for clause in item.decisions[0].clauses] == ["att avslå medborgarförslaget."]
    assert [one.people[0].name for one in item.reservations] == ["Bo Ås"]
    assert Role.ATTENDANCE in {section.role for section in minutes.sections}


def test_a_cover_in_running_lines_and_capitals() -> None:
    minutes = only("""
ÄLNSJÖ KOMMUN                  PROTOKOLL                         Sidan 1 av 1
KOMMUNFULLMÄKTIGE             Sammanträdesdatum 2024-05-27

Plats och tid: Rådhuset, kl. 18.00 – 20.15
Beslutande ledamöter: Anna Ek (S), ordf., Bo Ås (C), Cia Berg (M), Vakant (M)
Tjänstgörande ersättare: Dan Holm (C), ersättare för Eva Lind (C)
Övriga närvarande: Gun Sten, kommunchef, Hans Sjö, ekonomichef
Justerare: Bo Ås
Protokollet omfattar § 40

# § 40 Dnr KS 2024/14
# Jäv
# Kommunfullmäktiges beslut
Anmälan antecknas.
""")
    assert (minutes.municipality, minutes.body) == ("Älnsjö kommun", "Kommunfullmäktige")
    attendance = minutes.attendance
    assert attendance is not None and attendance.chair is not None
    assert attendance.chair.name == "Anna Ek"
    assert [(one.person.name, one.note) for one in attendance.members] == [("Bo Ås", None), ("Cia Berg", None)]
    assert [one.for_ and one.for_.name for one in attendance.substitutes] == ["Eva Lind"]
    assert [(one.name, one.role) for one in attendance.others] == [
        ("Gun Sten", "kommunchef"),
        ("Hans Sjö", "ekonomichef"),
    ]
    assert [(item.title, item.case_numbers) for item in minutes.items] == [("Jäv", ("KS 2024/14",))]


def test_members_and_substitutes_side_by_side_with_parties_after_commas() -> None:
    minutes = only("""
Älnsjö kommun
Sammanträdesprotokoll                 Sammanträdesdatum          Sida
Socialnämnden                         2024-05-27                 1(1)

Plats och tid:            Sal A, Stadshuset, tisdag 27 maj 2024, kl. 08.30 -11.45
Ledamöter:                Ersättare:
Anna Ek, S, ordförande    Dan Holm, M
Bo Ås, C                  Eva Lind, V
Övriga:                   Fia Gran, förvaltningschef
                          Gun Sten, sekreterare
Utsedd att justera:       Bo Ås
Justeringens tid och plats:     2024-05-30, Stadshuset
""")
    attendance = minutes.attendance
    assert attendance is not None and attendance.chair is not None
    assert (attendance.chair.name, attendance.chair.party) == ("Anna Ek", "S")
    assert [(one.person.name, one.person.party) for one in attendance.members] == [("Bo Ås", "C")]
    assert [(one.person.name, one.person.party) for one in attendance.substitutes] == [
        ("Dan Holm", "M"),
        ("Eva Lind", "V"),
    ]
    assert [one.name for one in attendance.others] == ["Fia Gran", "Gun Sten"]
    assert [one.name for one in minutes.justerare] == ["Bo Ås"]
    assert minutes.meeting == Meeting("Sal A, Stadshuset", "08.30", "11.45")


def test_a_first_line_that_is_kind_and_day() -> None:
    minutes = only("""
Kommunstyrelsen
Protokoll 2024-02-14

# Närvarande
Beslutande
Anna Ek (S) ordförande
Cia Berg (V) §§ 12-14, kl. 13.00-14.20
Dan Holm (SD) tjänstgörande för Eva Lind (SD)

# § 12
# Budget
# Beslut
Kommunstyrelsen godkänner budgeten.
""")
    assert (minutes.kind.value, str(minutes.date)) == ("protokoll", "2024-02-14")
    assert minutes.attendance is not None
    assert [(one.person.name, one.items, one.for_ and one.for_.name) for one in minutes.attendance.members] == [
        ("Cia Berg", (("12", "14"),), None),
        ("Dan Holm", None, "Eva Lind"),
    ]


EXTRACT = (
    "Parknämnden          Protokollsutdrag\nSammanträdesdatum: 2024-03-11\n\n# § 12 Bänkar\n# Beslut\nBänkarna målas.\n"
)
SIGNED = """
Dag för justering 2024-03-18

Vid protokollet
Sekreterare          Ordförande          Justerande
Anna Ek              Bo Ås               Cia Berg
"""


def test_signatures_beneath_an_extract_are_no_clauses_and_no_receivers() -> None:
    (first,) = only(EXTRACT + SIGNED).items
    (second,) = only(EXTRACT + "# Protokollsutdrag skickas till\nParkförvaltningen\n" + SIGNED).items
    assert [clause.text for one in first.decisions for clause in one.clauses] == ["Bänkarna målas."]
    assert second.sent_to == ("Parkförvaltningen",)
    assert [one.role for one in second.sections] == [Role.DECISION, Role.SENT_TO, Role.JUSTERING, Role.SIGNATURE]
    assert str(only(EXTRACT + SIGNED).verification) == str(
        only(EXTRACT + "\nDag för justering 2024-03-18").verification
    )


def test_what_a_template_left_in_the_text_is_doubted_and_no_clause() -> None:
    bundle = bundle_of(EXTRACT + "Click or tap here to enter text.Click or tap here to enter text.\n# Yrkanden\nText.")
    ((item,),) = [document.items for document in bundle.documents]
    assert [clause.text for one in item.decisions for clause in one.clauses] == ["Bänkarna målas."]
    assert [one.code for one in bundle.doubts if one.code != "sentence_not_read"] == ["template_leftover"]


def test_a_rule_glued_to_the_text_that_it_parts() -> None:
    (item,) = only(EXTRACT + "---Anna Ek (S) deltar inte i beslutet.").items
    assert [clause.text for one in item.decisions for clause in one.clauses] == ["Bänkarna målas."]
    assert [one.people[0].name for one in item.statements] == ["Anna Ek"]


def test_text_before_the_decision_and_plain_headings_of_other_words() -> None:
    (item,) = only("""
Kommunfullmäktige          Protokoll (nr 4)
Sammanträdesdatum: 2025-02-06

§ 2
Svar på motion av Anna Ek (S) om bänkar i
parkerna
Beslut
Motionen avslås.
Handlingar
Parkförvaltningens rapport den 3 mars 2024.
Upplysningar
Frågan väcktes i mars.
Styrande dokument
Reglemente för bänkar.
""").items
    assert item.title == "Svar på motion av Anna Ek (S) om bänkar i parkerna"
    assert [one.text for one in item.basis] == ["Parkförvaltningens rapport den 3 mars 2024."]
    assert [one.heading for one in item.sections] == ["Beslut", "Handlingar", "Upplysningar", "Styrande dokument"]


def test_minutes_of_one_paragraph_verified_at_once() -> None:
    minutes = only(
        "Kommunfullmäktige          Omedelbart justerat protokoll § 91\nSammanträdesdatum: 2025-02-06\n\n# § 91 Bänkar\n# Beslut\nBänkarna målas."
    )
    assert (minutes.kind.value, minutes.body, str(minutes.date)) == ("protokoll", "Kommunfullmäktige", "2025-02-06")


def test_a_head_of_five_lines_between_any_two() -> None:
    head = "Göteborgs Stad Kommunfullmäktige, protokoll          {page} (2)\nKommunfullmäktige          Protokoll (nr 4)\n                           Sammanträdesdatum: 2025-02-06\n\n"
    minutes = only(
        head.format(page=1) + "# § 12 Bänkar\n# Beslut\nBänkarna målas\ni de norra",
        head.format(page=2) + "och de södra parkerna.\n",
    )
    assert [clause.text for clause in minutes.items[0].decisions[0].clauses] == [
        "Bänkarna målas i de norra och de södra parkerna."
    ]


def test_a_party_and_an_office_that_stand_close_in_their_columns() -> None:
    minutes = only("""
Älnsjö kommun
Sammanträdesprotokoll          2024-05-29
Kommunstyrelsen

Beslutande     Anna Ek   M   12, 13
               Bo Ås     S   ordförande
""")
    assert minutes.attendance is not None and minutes.attendance.chair is not None
    assert (minutes.attendance.chair.name, minutes.attendance.chair.party) == ("Bo Ås", "S")
    assert [(one.person.party, one.items) for one in minutes.attendance.members] == [
        ("M", (("12", "12"), ("13", "13")))
    ]


def test_a_notice_that_goes_on_on_top_of_the_next_page_is_no_head() -> None:
    head = "Älnsjö kommun      Protokoll      Sammanträdesdatum\nParknämnden                       2025-03-04\n"
    for posted in (
        "Datum för anslags uppsättande     den 12 mars 2025",
        "Datum för anslags      2025-03-12\nuppsättande",
    ):
        minutes = only(
            head + "Beslutande    Anna Ek (S)\nJusterare     Anna Ek\nANSLAG/BEVIS\nOrgan         Parknämnden",
            head + f"{posted}\nDatum för anslags nedtagande      den 3 april 2025",
            head + "# § 1 Gungor\n# Beslut\nGungorna oljas.",
        )
        assert minutes.notice is not None
        assert (str(minutes.notice.posted), str(minutes.notice.until)) == ("2025-03-12", "2025-04-03")


def test_a_notice_whose_labels_end_a_page_has_the_days_that_open_the_next() -> None:
    head = "Älnsjö kommun      Protokoll      2025-03-04\nParknämnden\n"
    cover = head + "Beslutande    Anna Ek (S)\nJusterare     Anna Ek\nANSLAG/BEVIS\nOrgan         Parknämnden\n"
    item = "\n# § 1 Gungor\n# Beslut\nGungorna oljas."
    side_by_side = "Datum för anslags uppsättande     Datum för anslags nedtagande"
    for labels, days in (
        (side_by_side, "2025-03-12                        2025-04-03\n"),
        ("Datum för anslags uppsättande", "2025-03-12\nDatum för anslags nedtagande\n2025-04-03\n"),
    ):
        notice = only(cover + labels, head + days + item).notice
        assert notice is not None and (str(notice.posted), str(notice.until)) == ("2025-03-12", "2025-04-03")


def test_a_heading_of_the_entries_that_follow_it_in_a_table_of_contents_makes_no_item_of_one() -> None:
    listed = "# Innehållsförteckning\n§ 62 Upprop\n# Beslutspunkter:\n§ 63 Anmälan av motioner\n§ 64 Budget för år 2025"
    upprop, *_ = ITEMS.split("________")
    minutes = only(*(HEAD.format(page=page) + text for page, text in enumerate((listed, upprop), 1)))
    assert [item.number for item in minutes.items] == ["62"]
