"""The minutes of the meeting in a style: pages, and the gold that they state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.styles import cover, decisions, dissent, heads, lists, stances, votes
from tests.styles.facts import DATE, MATTERS, Matter
from tests.styles.page import Counts, Dress, Row, para, set_pages
from tests.styles.style import Feature, Style
from tests.styles.words import DATES, Json, Organ, iso, organ_of


@dataclass(frozen=True, slots=True)
class Printed:
    """A file, and what a careful registrar reads in it."""

    pdf: bytes
    gold: Json


FACE = Feature("typeface", {"Helvetica": ("Helvetica", "Helvetica-Bold"), "Times": ("Times-Roman", "Times-Bold"), "Vera": ("Vera", "VeraBd")})  # fmt: skip
SIZE = Feature("size", {"10.5": 10.5, "11": 11.0, "12": 12.0, "9.5": 9.5})
LEADING = Feature("leading", {"1.25": 1.25, "1.15": 1.15, "1.5": 1.5})
Line = tuple[tuple[float, str], ...]
HEADER: Feature[Callable[[Organ, str], tuple[Line, ...]]] = Feature(
    "header",
    {
        "municipality, kind, page; body, date": lambda organ, date: (
            ((0, organ.municipality), (170, "SAMMANTRÄDESPROTOKOLL"), (400, "{n} ({N})")),
            ((0, organ.name), (170, date)),
        ),
        "body, kind; municipality, date": lambda organ, date: (
            ((0, organ.municipality), (300, "Protokoll")),
            ((0, organ.name), (300, f"Sammanträdesdatum: {date}")),
        ),
        "three lines": lambda organ, date: (
            ((0, organ.municipality.upper()), (380, "Sida {n} ({N})")),
            ((0, "SAMMANTRÄDESPROTOKOLL"),),
            ((0, organ.name), (380, date)),
        ),
        "label over value": lambda organ, date: (
            ((0, organ.municipality), (180, "Sammanträdesprotokoll"), (330, "Sammanträdesdatum"), (430, "Sida")),
            ((0, organ.name), (330, date), (430, "{n}({N})")),
        ),
        "one line": lambda organ, date: (((0, f"{organ.municipality}, {organ.name}"), (250, "Protokoll"), (330, date)),),
    },
)  # fmt: skip
FOOTER: Feature[tuple[Line, ...]] = Feature(
    "footer",
    {
        "Justerandes signatur": (((0, "Justerandes signatur"), (260, "Utdragsbestyrkande")),),
        "none": (),
        "page": (((200, "Sida {n} av {N}"),),),
        "Justerandes sign": (((0, "Justerandes sign"), (120, "|"), (300, "Utdragsbestyrkande")),),
    },
)
COUNTS: Feature[Counts | None] = Feature(
    "lines counted",
    {
        "none": None,
        "each": Counts(),
        "every fifth": Counts(5),
        "each, running on": Counts(anew=False),
        "every fifth, at the right": Counts(5, x=480.0),
    },
    usual=6,
)
HEADING_DRESS: Feature[tuple[bool, float, bool]] = Feature(
    "heading dress",
    {
        "bold": (True, 1.0, False),
        "bold, larger": (True, 1.12, False),
        "plain": (False, 1.0, False),
        "larger, not bold": (False, 1.2, False),
        "capitals": (True, 1.0, True),
    },
)
HEADING_LINES = Feature("heading's first line holds", {"all words": 99, "two words": 2}, usual=5)
HEADING_COLON = Feature("heading ends", {"nothing": "", "colon": ":"})
GAP = Feature("heading gap", {"a line": 0.9, "close": 0.3})

_D, _S, _Y, _P = ("decision",), ("summary",), ("yrkanden",), ("proposition", "vote")
ORDER: Feature[tuple[str, ...]] = Feature(
    "order",
    {
        "decision first": (*_D, *_S, "earlier", "basis", *_Y, *_P, "jav", "apart", "reservations", "notes", "separate", "sent_to"),
        "decision last": (*_S, "earlier", "basis", *_Y, "jav", *_P, *_D, "apart", "reservations", "notes", "separate", "sent_to"),
        "Göteborg": (*_D, "earlier", "basis", *_S, "jav", *_Y, *_P, "notes", "separate", "apart", "reservations", "sent_to"),
        "decision, dissent, matter": (*_D, "reservations", "apart", "separate", "notes", *_S, "earlier", *_Y, "jav", *_P, "basis", "sent_to"),
        "yrkanden first": (*_S, "jav", *_Y, *_P, *_D, "apart", "reservations", "separate", "notes", "earlier", "basis", "sent_to"),
    },
)  # fmt: skip


def _words(name: str, *words: str, fields: tuple[str, ...]) -> Feature[str]:
    return Feature(name, {word: word for word in words}, fields)


HEADINGS = {
    "summary": _words("summary heading", "Sammanfattning", "Ärendebeskrivning", "Ärendet", "Bakgrund", "Sammanfattning av ärendet", "Beskrivning av ärendet", fields=()),
    "earlier": _words("earlier heading", "Tidigare behandling", "Ärendets tidigare behandling", "Tidigare beslut", fields=("earlier",)),
    "basis": _words("basis heading", "Beslutsunderlag", "Handlingar", "Underlag", "Handlingar i ärendet", "Underlag för beslut", fields=("basis",)),
    "yrkanden": _words("yrkanden heading", "Yrkanden", "Yrkande", "Förslag till beslut på sammanträdet", "Förslag och yrkanden", "Yrkanden på sammanträdet", "Dagens yrkanden", fields=("yrkanden", "movers")),
    "proposition": _words("proposition heading", "Beslutsgång", "Propositionsordning", "Proposition", "Propositioner", fields=("propositions",)),
    "vote": _words("vote heading", "Omröstning", "Votering", "Omröstningsresultat", "Beslutsgång, omröstning", fields=("vote_counts", "vote_meaning", "ballots")),
    "reservations": _words("reservation heading", "Reservation", "Reservationer", "Reservation/er", "Reservation mot beslutet", fields=("reservations",)),
    "notes": _words("note heading", "Protokollsanteckning", "Protokollsanteckningar", "Anteckning till protokollet", "Anteckningar", fields=("statements",)),
    "separate": _words("statement heading", "Särskilt yttrande", "Särskilda yttranden", fields=("statements",)),
    "apart": _words("deltar ej heading", "Deltar inte i beslutet", "Deltar ej i beslut", "Ej deltagande i beslut", "Avstår från att delta i beslutet", fields=("statements",)),
    "jav": _words("jäv heading", "Jäv", "Anmälan om jäv", "Jävsanmälan", fields=("jav",)),
    "sent_to": _words("receivers heading", "Beslutet skickas till", "Skickas till", "Protokollsutdrag skickas till", "Protokollsutdrag till", "Expedieras till", "Beslutet ska skickas till", "Sändlista", "Kopia till", "Utdrag till", fields=("sent_to",)),
}  # fmt: skip
SECTION_END = Feature("section end", {"nothing": "", "rule": "_" * 24, "dashes": "-----"})

_Part = Callable[[Style, Matter], tuple[list[Row], Any]]
_PARTS: dict[str, tuple[str, _Part]] = {
    "basis": ("basis", lists.basis),
    "earlier": ("earlier", lists.earlier),
    "yrkanden": ("yrkanden", stances.yrkanden),
    "reservations": ("reservations", dissent.reservations),
    "sent_to": ("sent_to", lists.sent_to),
    "notes": ("statements", dissent.notes),
    "separate": ("statements", dissent.separate),
    "apart": ("statements", dissent.apart),
    "jav": ("statements", dissent.biased),
}


def heading(style: Style, words: str) -> list[Row]:
    """A heading in the style's dress, over one line or two."""
    bold, scale, capitals = HEADING_DRESS.of(style)
    text = words.rstrip(":") + HEADING_COLON.of(style)
    parts = (text.upper() if capitals else text).split(" ")
    longest = HEADING_LINES.of(style)
    lines = [" ".join(line) for line in (parts[:longest], parts[longest:]) if line]
    rows = [para(line, bold=bold, scale=scale, before=0 if at else GAP.of(style)) for at, line in enumerate(lines)]
    return [Row(row.cells, row.before, keep=True) for row in rows]


def item(style: Style, matter: Matter) -> tuple[list[Row], Json]:
    """A § and what it states."""
    case = heads.case_of(style, matter)
    rows = heads.head(style, matter)
    gold: Json = {
        "number": heads.numbers_of(style, matter),
        "title": matter.title,
        "case_numbers": [case] if case else [],
        "outcome": decisions.outcome_of(matter.blocks),
        "decisions": [],
        "statements": [],
        **{key: [] for key in ("yrkanden", "propositions", "votes", "reservations", "basis", "earlier", "sent_to")},
    }
    for part in ORDER.of(style):
        rows += _section(style, matter, part, gold)
    if end := SECTION_END.of(style):
        rows.append(para(end, before=0.6))
    return rows, gold


def _section(style: Style, matter: Matter, part: str, gold: Json) -> Iterator[Row]:
    if part == "decision":
        for block in matter.blocks:
            rows, decision = decisions.decided(style, block)
            gold["decisions"].append(decision)
            yield from heading(style, decisions.heading_of(style, block))
            yield from rows
    elif part == "summary":
        if matter.summary:
            yield from heading(style, HEADINGS["summary"].of(style))
            yield para(matter.summary)
    elif part == "proposition":
        if matter.won:
            rows, gold["propositions"] = stances.propositions(style, matter)
            yield from heading(style, HEADINGS["proposition"].of(style))
            yield from rows
    elif part == "vote":
        if matter.cast:
            rows, gold["votes"] = votes.voted(style, matter.cast)
            yield from heading(style, HEADINGS["vote"].of(style))
            yield from rows
    else:
        key, make = _PARTS[part]
        if _has(matter, part):
            rows, facts = make(style, matter)
            gold[key] = gold[key] + facts
            yield from heading(style, HEADINGS[part].of(style))
            yield from rows


def _has(matter: Matter, part: str) -> bool:
    facts = {
        "yrkanden": matter.moved,
        "reservations": matter.reserved,
        "notes": matter.noted,
        "jav": matter.biased,
    }
    return bool(facts[part] if part in facts else getattr(matter, part))


def printed(style: Style) -> Printed:
    """The minutes in a style."""
    organ = organ_of(style)
    rows, document = cover.cover(style)
    items = []
    for at, matter in enumerate(MATTERS):
        more, gold = item(style, matter)
        if not at:
            more[0] = Row(more[0].cells, more[0].before, keep=True, new_page=True)
        rows += more
        items.append(gold)
    document |= {
        "kind": "protokoll",
        "municipality": organ.municipality,
        "body": organ.name,
        "date": iso(DATE),
        "items": items,
    }
    scope = {"documents": "all", "items": "all"}
    return Printed(
        set_pages([(rows, dress(style))]), {"schema": "diarium/gold/1", "scope": scope, "documents": [document]}
    )


def dress(style: Style) -> Dress:
    """The letters and the furniture of a style."""
    regular, bold = FACE.of(style)
    header = HEADER.of(style)(organ_of(style), DATES.of(style)(DATE).removeprefix("den "))
    if cover.TOLD.of(style):
        name = organ_of(style).name
        header = tuple(tuple((x, text) for x, text in line if text != name) for line in header)
    return Dress(
        regular,
        bold,
        SIZE.of(style),
        LEADING.of(style),
        header=header,
        footer=FOOTER.of(style),
        counts=COUNTS.of(style),
    )
