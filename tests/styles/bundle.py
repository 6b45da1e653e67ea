"""A bundle in a style: an extract of one §, the official's paper that it rests on, and the motion."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.styles import heads
from tests.styles.facts import BJORKELUND, DATE, MATTERS, ODMARK, OFFICIALS, Matter
from tests.styles.minutes import FACE, HEADER, LEADING, SIZE, Printed, dress, heading, item
from tests.styles.page import Dress, Row, columns, para, set_pages
from tests.styles.style import Feature, Style
from tests.styles.words import DATES, Json, Organ, iso, named, organ_of, person

WRITTEN = (2025, 2, 12)
MOVED = (2024, 11, 5)
_MATTER: Matter = next(matter for matter in MATTERS if matter.cast)

PAPER_NAME = Feature("paper called", {"Tjänsteskrivelse": "Tjänsteskrivelse", "TJÄNSTESKRIVELSE": "TJÄNSTESKRIVELSE", "Tjänsteutlåtande": "Tjänsteutlåtande"}, ("documents", "proposals"))  # fmt: skip
PROPOSED = Feature("paper proposes", {"Förslag till beslut": "Förslag till beslut", "Förvaltningens förslag till beslut": "Förvaltningens förslag till beslut"}, ("proposals",))  # fmt: skip
PAPER_POINTS: Feature[Callable[[Organ, str], tuple[str, str]]] = Feature(
    "paper's points",
    {
        "föreslår … besluta / 1. att": lambda organ, act: (f"Förvaltningen föreslår {organ.within} besluta", f"1. att {act}."),
        "beslutar att": lambda organ, act: ("", f"{organ.name} beslutar att {act}."),
        "beslutar / att": lambda organ, act: (f"{organ.name} beslutar", f"att {act}."),
        "- att": lambda organ, act: ("", f"- att {act}."),
    },
    ("proposals",),
)  # fmt: skip
SIGNED = Feature("paper signed", {"beside": "beside", "beneath": "beneath"}, ("document_people",))
MOTION_ENDS = Feature("motion ends", {"Jag yrkar": "Vi yrkar", "Vi föreslår": "Med hänvisning till ovanstående föreslår vi"}, ("proposals",))  # fmt: skip
EXTRACT_NAME = Feature("extract called", {"Protokollsutdrag": "Protokollsutdrag", "PROTOKOLLSUTDRAG": "PROTOKOLLSUTDRAG", "Utdrag ur protokoll": "Utdrag ur protokoll"}, ("documents",))  # fmt: skip


def printed(style: Style) -> Printed:
    """The three papers one after the other, each with pages of its own."""
    parts, documents = zip(_extract(style), _paper(style), _motion(style), strict=True)
    scope = {"documents": "all", "items": "all"}
    return Printed(set_pages(parts), {"schema": "diarium/gold/1", "scope": scope, "documents": list(documents)})


def _extract(style: Style) -> tuple[tuple[list[Row], Dress], Json]:
    rows, gold = item(style, _MATTER)
    name = EXTRACT_NAME.of(style)
    worn = dress(style)
    header = HEADER.of(style)(organ_of(style), DATES.of(style)(DATE).removeprefix("den "))
    renamed = tuple(tuple((x, _as_extract(text, name)) for x, text in line) for line in header)
    worn = replace(worn, header=renamed)
    document = {"kind": "protokollsutdrag", "body": organ_of(style).name, "date": iso(DATE), "items": [gold]}
    return (rows, worn), document


def _as_extract(text: str, name: str) -> str:
    return name if text.lower() in ("protokoll", "sammanträdesprotokoll") else text


def _paper(style: Style) -> tuple[tuple[list[Row], Dress], Json]:
    organ, date = organ_of(style), DATES.of(style)(WRITTEN).removeprefix("den ")
    case = heads.case_of(style, _MATTER) or ""
    act = _MATTER.blocks[0].clauses[0].infinitive
    lead, point = PAPER_POINTS.of(style)(organ, act)
    officer, head = OFFICIALS[1], OFFICIALS[0]
    rows = [
        columns((0, organ.office), (230, PAPER_NAME.of(style)), (370, "Datum")),
        columns((0, organ.municipality), (230, f"Dnr {case}"), (370, date)),
        columns((0, f"Handläggare: {officer.name}"), before=0.6),
        para(f"Till {organ.within}", before=0.8),
        Row(para(_MATTER.title, bold=True, scale=1.2, before=1.2).cells, 1.2, keep=True),
        *heading(style, PROPOSED.of(style)),
        *([para(lead)] if lead else []),
        para(point, before=0.2),
        *heading(style, "Sammanfattning"),
        para(_MATTER.summary),
        *heading(style, "Ärendet"),
        para(
            "Cyklarna skulle enligt förvaltningens beräkning kosta mer än vad som ryms i årets budget för gator och torg."
        ),
    ]
    people = ((head.name, head.office.capitalize()), (officer.name, officer.office.capitalize()))
    if SIGNED.of(style) == "beside":
        rows += [
            columns((0, people[0][0]), (230, people[1][0]), before=2.5),
            columns((0, people[0][1]), (230, people[1][1])),
        ]
    else:
        rows += [row for name, office in people for row in (para(name, before=2.0), para(office, before=0))]
    document: Json = {
        "kind": "tjansteskrivelse",
        "body": organ.office,
        "date": iso(WRITTEN),
        "title": _MATTER.title,
        "case_numbers": [case],
        "handlaggare": [person(officer)],
        "signed_by": [person(head), person(officer)],
        "proposals": [{"text": [point, f"att {act}.", f"{act}."]}],
    }
    return (rows, _bare(style)), document


def _motion(style: Style) -> tuple[tuple[list[Row], Dress], Json]:
    organ = organ_of(style)
    council = "Regionfullmäktige" if organ.municipality.startswith("Region") else "Kommunfullmäktige"
    points = ("att hundra lånecyklar ställs ut vid stationen.", "att lånet är gratis den första timmen.")
    rows = [
        columns((0, f"{organ.municipality}"), (370, iso(MOVED))),
        para(f"Till {council.lower()}", before=0.4),
        Row(para("Motion om lånecyklar vid stationen", bold=True, scale=1.3, before=1.2).cells, 1.2, keep=True),
        para("Den som kommer med tåget har ofta en bit kvar. En cykel som står och väntar gör resan kortare, och den tar ingen plats hemma."),
        para("Andra orter har redan prövat, och cyklarna används även på vintern."),
        para(f"{MOTION_ENDS.of(style)}"),
        *(para(point, before=0.2) for point in points),
        para(f"Alvsta den {MOVED[2]} november {MOVED[0]}", before=1.4),
        *(para(named(style, one), before=1.2) for one in (ODMARK, BJORKELUND)),
    ]  # fmt: skip
    document: Json = {
        "kind": "motion",
        "body": council,
        "date": iso(MOVED),
        "title": ["Motion om lånecyklar vid stationen", "lånecyklar vid stationen"],
        "signed_by": [person(one) for one in (ODMARK, BJORKELUND)],
        "proposals": [{"text": point} for point in points],
    }
    return (rows, _bare(style)), document


def _bare(style: Style) -> Dress:
    regular, bold = FACE.of(style)
    return Dress(regular, bold, SIZE.of(style), LEADING.of(style))
