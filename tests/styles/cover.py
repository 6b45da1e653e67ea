"""The first page: who was there, who verifies, when and where; and the notice on the board."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.styles.facts import (
    CHAIR,
    DATE,
    MATTERS,
    MEMBERS,
    OFFICIALS,
    POSTED,
    SERVING,
    SUBSTITUTES,
    UNTIL,
    VERIFIED,
    VERIFIER,
    Who,
)
from tests.styles.page import Row, columns, para
from tests.styles.style import Feature, Style
from tests.styles.words import DATES, PARTY, Json, iso, organ_of, person

ATTENDANCE = ("attendance",)
Labelled = Callable[[str, Sequence[str]], list[Row]]

_VALUES = 150.0


def _beside(label: str, values: Sequence[str]) -> list[Row]:
    first, *rest = values
    return [
        columns((0, label), (_VALUES, first), bold_first=True, before=0.5),
        *(columns((_VALUES, value)) for value in rest),
    ]


def _beneath(label: str, values: Sequence[str]) -> list[Row]:
    return [para(label, bold=True, before=0.6), *(para(value, before=0) for value in values)]


def _commas(label: str, values: Sequence[str]) -> list[Row]:
    return [columns((0, label), (_VALUES, ", ".join(values)), bold_first=True, before=0.5)]


def _commas_beneath(label: str, values: Sequence[str]) -> list[Row]:
    return [para(label, bold=True, before=0.6), para(", ".join(values), before=0)]


def _pairs(label: str, values: Sequence[str]) -> list[Row]:
    """Names in two columns, read down."""
    half = (len(values) + 1) // 2
    left, right = values[:half], [*values[half:], ""]
    rows = [columns((_VALUES, one), (_VALUES + 165, other)) for one, other in zip(left, right, strict=False)]
    rows[0] = columns((0, label), (_VALUES, left[0]), (_VALUES + 165, right[0]), bold_first=True, before=0.5)
    return rows


def _plain_beside(label: str, values: Sequence[str]) -> list[Row]:
    return [Row(row.cells, row.before) for row in _beside(label, values)]


LAYOUT: Feature[Labelled] = Feature(
    "cover layout",
    {
        "beside": _beside,
        "beneath": _beneath,
        "commas": _commas,
        "commas beneath": _commas_beneath,
        "two columns": _pairs,
    },
    ATTENDANCE,
)
COLON = Feature("label ends", {"nothing": "", "colon": ":", "semicolon": ";"}, ATTENDANCE)
MEMBERS_LABEL = Feature(
    "members label",
    {"Beslutande": "Beslutande", "Beslutande ledamöter": "Beslutande ledamöter", "Närvarande": "Närvarande", "Ledamöter": "Ledamöter", "Närvarande ledamöter": "Närvarande ledamöter"},
    ATTENDANCE,
)  # fmt: skip
SUBSTITUTES_LABEL = Feature(
    "substitutes label",
    {"Ersättare": "Ersättare", "Ej tjänstgörande ersättare": "Ej tjänstgörande ersättare", "Närvarande ersättare": "Närvarande ersättare", "Icke tjänstgörande ersättare": "Icke tjänstgörande ersättare", "Ej tjänstgörande": "Ej tjänstgörande"},
    ATTENDANCE,
)  # fmt: skip
OTHERS_LABEL = Feature(
    "others label",
    {"Övriga närvarande": "Övriga närvarande", "Övriga deltagande": "Övriga deltagande", "Övriga": "Övriga", "Tjänstemän": "Tjänstemän", "Övriga deltagare": "Övriga deltagare"},
    ATTENDANCE,
)  # fmt: skip
# Who serves stands among the members, or under a label of their own.
SERVES: Feature[tuple[str, str]] = Feature(
    "serves for",
    {
        "ersättare för": ("{who}, ersättare för {for_}", ""),
        "tjänstgör för": ("{who} tjänstgör för {for_}", ""),
        "tjg ers för": ("{who}, tjg. för {for_}", ""),
        "ersätter": ("{who} ersätter {for_}", ""),
        "i stället för": ("{who} i stället för {for_}", ""),
        "own label": ("{who} för {for_}", "Tjänstgörande ersättare"),
        "own label, tjänstgör för": ("{who}, tjänstgör för {for_}", "Tjänstgörande ersättare"),
    },
    ATTENDANCE,
)
CHAIR_MARK = Feature(
    "chair mark",
    {
        ", ordförande": "{who}, ordförande",
        " ordförande": "{who} ordförande",
        ", ordf.": "{who}, ordf.",
        " ordf": "{who} ordf",
        "Ordförande:": "",
    },
    ATTENDANCE,
)
VICE = Feature("vice chair mark", {"none": "", ", vice ordförande": ", vice ordförande", ", 1:e vice ordf.": ", 1:e vice ordf."}, ATTENDANCE)  # fmt: skip
NAMES: Feature[Callable[[Who, str], str]] = Feature(
    "names on the cover",
    {
        "Anna Ek (S)": lambda one, party: f"{one.name} {party}",
        "Anna Ek, S": lambda one, party: f"{one.name}, {one.party}",
        "Anna Ek S": lambda one, party: f"{one.name} {one.party}",
        "(S) Anna Ek": lambda one, party: f"({one.party}) {one.name}",
    },
    ATTENDANCE,
)
OFFICIAL = Feature("officials", {"name, office": "{name}, {office}", "office name": "{Office} {name}", "name (office)": "{name} ({office})"}, ATTENDANCE)  # fmt: skip
PLACE = Feature(
    "place and time",
    {
        "Plats och tid, kl 13.00-15.30": ("Plats och tid", "{house}, kl 13.00-15.30"),
        "Plats och tid, klockan 13:00–15:30": ("Plats och tid", "{house}, klockan 13:00–15:30"),
        "Tid och plats": ("Tid och plats", "{house}, kl. 13.00 – 15.30"),
        "with the date": ("Plats och tid", "{house}, {date}, kl 13.00-15.30"),
        "in a sentence": ("", "{organ} sammanträdde i {house} {date} klockan 13.00–15.30."),
        "in two sentences": ("", "Sammanträdet hölls i {house}. Det öppnades kl. 13.00 och avslutades kl. 15.30."),
    },
    ("meeting",),
)
# Where it stands whose minutes they are: on every page, or under a label on the first.
TOLD = Feature("body told", {"in the header": "", "Nämnd": "Nämnd", "Organ": "Organ", "Styrelse/nämnd": "Styrelse/nämnd"}, ("documents",), usual=6)  # fmt: skip
JUSTERARE = Feature(
    "justerare label",
    {"Utses att justera": "Utses att justera", "Justerare": "Justerare", "Protokolljusterare": "Protokolljusterare", "Utsedd att justera": "Utsedd att justera"},
    ("document_people",),
)  # fmt: skip
VERIFICATION = Feature(
    "verification",
    {
        "plats och tid, iso": ("Justeringens plats och tid", "{house} {iso}, kl 09.00", True),
        "plats och tid": ("Justeringens plats och tid", "{house}, {date}", True),
        "Tid och plats för justering": ("Plats och tid för justering", "{house} {date}", True),
        "Justeringsdag": ("Justeringsdatum", "{iso}", False),
        "none": ("", "", False),
    },
    ("verification",),
)
PARAGRAPHS = Feature("paragraphs", {"Paragrafer 31-42": "{first}-{last}", "§§ 31-42": "§§ {first}-{last}", "§§ 31–42": "§§ {first}–{last}", "§ 31 - § 42": "§ {first} - § {last}"}, ("meeting",))  # fmt: skip
SIGNING = Feature("signatures", {"role, name": "beside", "name above role": "above", "role above name": "beneath", "none": ""}, ("document_people",))  # fmt: skip
NOTICE = Feature("notice", {"one row": "row", "a row each": "rows", "board": "board", "none": ""}, ("notice",))


def cover_name(style: Style, one: Who) -> str:
    return NAMES.of(style)(one, PARTY.of(style)(one.party))


def cover(style: Style) -> tuple[list[Row], Json]:
    """The rows of the first page, and what a document says of itself by them."""
    told = TOLD.of(style)
    rows = _single(style, told, organ_of(style).name) if told else []
    more, meeting = _place(style)
    rows += more
    more, attendance = _attendance(style)
    rows += more
    label, value, place_told = VERIFICATION.of(style)
    rows += _single(
        style,
        JUSTERARE.of(style),
        VERIFIER.name if SIGNING.form(style) == "role, name" else cover_name(style, VERIFIER),
    )
    gold: Json = {"justerare": [person(VERIFIER)], "attendance": attendance, "meeting": meeting}
    house = organ_of(style).house
    gold["verification"] = None
    if label:
        rows += _single(style, label, value.format(house=house, iso=iso(VERIFIED), date=DATES.of(style)(VERIFIED)))
        gold["verification"] = {"date": iso(VERIFIED), "place": house if place_told else None}
    numbers = PARAGRAPHS.of(style).format(first=MATTERS[0].number, last=MATTERS[-1].number)
    rows += _signatures(style, numbers)
    rows += _notice(style)
    gold["notice"] = {"posted": iso(POSTED), "until": iso(UNTIL)} if NOTICE.of(style) else None
    return rows, gold


def _single(style: Style, label: str, value: str) -> list[Row]:
    return (_beside if LAYOUT.of(style) is not _beneath else _beneath)(label + COLON.of(style), [value])


def _place(style: Style) -> tuple[list[Row], Json]:
    label, value = PLACE.of(style)
    house = organ_of(style).house
    printed = value.format(house=house, date=DATES.of(style)(DATE), organ=organ_of(style).name)
    colon = "13:00" if "13:00" in printed else "13.00"
    ends = "15:30" if "15:30" in printed else "15.30"
    numbers = f"{MATTERS[0].number}-{MATTERS[-1].number}"
    rows = _single(style, label, printed) if label else [para(printed)]
    return rows, {"place": house, "starts": colon, "ends": ends, "paragraphs": numbers}


def _attendance(style: Style) -> tuple[list[Row], Json]:
    layout, end = LAYOUT.of(style), COLON.of(style)
    chair = CHAIR_MARK.of(style)
    rows = [] if chair else _single(style, "Ordförande", cover_name(style, CHAIR))
    members = [chair.format(who=cover_name(style, CHAIR))] if chair else []
    members += [
        cover_name(style, one) + (VICE.of(style) if one is VERIFIER else "") for one in MEMBERS if one is not CHAIR
    ]
    form, own = SERVES.of(style)
    serving = [form.format(who=cover_name(style, one), for_=cover_name(style, other)) for one, other in SERVING]
    rows += layout(MEMBERS_LABEL.of(style) + end, [*members, *([] if own else serving)])
    if own:
        rows += layout(own + end, serving)
    rows += layout(SUBSTITUTES_LABEL.of(style) + end, [cover_name(style, one) for one in SUBSTITUTES])
    rows += layout(OTHERS_LABEL.of(style) + end, [_official(style, one) for one in OFFICIALS])
    served = [{"person": person(one), "serving": True, "for": person(other)} for one, other in SERVING]
    there = [{"person": person(one), "serving": True} for one in MEMBERS if one is not CHAIR]
    gold = {
        "chair": person(CHAIR),
        "members": there + ([] if own else served),
        "substitutes": (served if own else []) + [{"person": person(one), "serving": False} for one in SUBSTITUTES],
        "others": [person(one) for one in OFFICIALS],
    }
    return rows, gold


def _official(style: Style, one: Who) -> str:
    return OFFICIAL.of(style).format(name=one.name, office=one.office, Office=one.office.capitalize())


def _signatures(style: Style, numbers: str) -> list[Row]:
    people = (("Sekreterare", OFFICIALS[-1].name), ("Ordförande", CHAIR.name), ("Justerande", VERIFIER.name))
    first = columns((0, "Paragrafer"), (_VALUES, numbers), bold_first=True, before=1.0)
    match SIGNING.of(style):
        case "beside":
            head = columns((0, "Underskrifter"), (_VALUES, f"Paragrafer {numbers}"), bold_first=True, before=1.0)
            return [head, *(columns((0, role), (_VALUES, name), before=1.0) for role, name in people)]
        case "above":
            return [first, *(row for role, name in people for row in (para(name, before=1.4), para(role, before=0)))]
        case "beneath":
            return [first, *(row for role, name in people for row in (para(role, before=1.0), para(name, before=1.0)))]
        case _:
            return [first]


def _notice(style: Style) -> list[Row]:
    organ, date = organ_of(style), DATES.of(style)
    head = [
        para("ANSLAG/BEVIS", bold=True, before=1.4),
        para("Protokollet är justerat. Justeringen har tillkännagivits genom anslag.", before=0.2),
        columns((0, "Organ"), (_VALUES, organ.name), before=0.3),
    ]
    match NOTICE.of(style):
        case "row":
            row = columns(
                (0, f"Datum för anslags uppsättande {iso(POSTED)}"), (240, f"Datum för anslags nedtagande {iso(UNTIL)}")
            )
            return [*head, row]
        case "rows":
            return [
                *head,
                columns((0, "Datum för anslags uppsättande"), (200, date(POSTED))),
                columns((0, "Datum för anslags nedtagande"), (200, date(UNTIL))),
            ]
        case "board":
            return [
                *head,
                columns((0, "Anslaget sätts upp"), (_VALUES, date(POSTED))),
                columns((0, "Anslaget tas ned"), (_VALUES, date(UNTIL))),
            ]
        case _:
            return []
