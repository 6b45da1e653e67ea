"""Motions that a § of the council announces: a list of what has come in, and the day of each as the list has it.

Efter kommunfullmäktiges sammanträde den 28 maj har följande motioner och skrivelser inkommit: 2026-05-27 Motion av Anna
Ek (C) om bänkar i parken, H 2026 nr 136
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from app.ids import fold
from app.register import keys, values
from app.register.bodies import body_kind, body_name
from app.register.deadlines import Basis
from app.register.facts import Sheet
from app.register.incoming import MOTIONS_FOLLOW
from app.register.motion_titles import REPORT, announces, motion_subject, movers_in, named_motion
from importers import bundle

# What says that motions have come in: the §'s title, or the words before the list.
_TITLE = re.compile(
    r"\b(?:anmäl\w{0,8}|inkomna|nya|nyinkomna|väckta)\b.{0,40}\bmotion|^motioner$|\banmälningsärenden$", re.I
)
_ROW = re.compile(
    r"(?P<motions>\bMotioner\b)|(?P<day>\b\d{4}-\d{2}-\d{2}\b)|(?P<other>\b(?:Skrivelser?|Interpellation(?:er)?|Medborgarförslag|Enkla frågor)\b)"
    r"|(?P<motion>\bMotion(?:en)?\s(?:av|från|om|angående|gällande|–|-)\s)"
)
# What stands after a title: where its paper lies.
_AFTER = re.compile(r",\s?(?:H(?:andling)?\s\d{4}\s?nr|[Dd]nr|[Dd]iarienummer|[Hh]andling)\b")
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Announced:
    """One motion of a list; `day` is the one that the list prints before it, None where it prints none or it is unclear
    which."""

    title: str
    movers: tuple[bundle.Person, ...]
    day: dt.date | None
    source: bundle.Source


def announced(item: bundle.Item, *, of_case: bool = False) -> list[Announced]:
    """The motions that a § of the council announces, in printed order. The one that its own title announces is its matter's,
    where it is `of_case`."""
    text = " ".join(section.text for section in item.sections)
    one = None if MOTIONS_FOLLOW.search(text) else _one(item)
    of_several = (_TITLE.search(item.title) or MOTIONS_FOLLOW.search(text)) and not REPORT.search(item.title)
    if item.answers or (one and of_case) or not (one or of_several):
        return []
    rows: list[_Row] = []
    day, doubtful, fresh, among = None, False, False, True
    above: list[dt.date | None] = []
    for stretch, source in _stretches(item):
        for match, row in _tokens(stretch):
            if match["day"] and among:
                doubtful |= fresh  # two days on end: which is whose
                day, fresh = _date(match["day"]), True
                above = [] if rows else [*above, day]
            elif match["motion"]:
                rows.append((row, day, source))
                fresh = False
            elif match["other"] or match["motions"]:
                day, fresh, among = None, False, match["motions"] is not None
    if doubtful:
        rows = _beside(above, rows)
    if one:
        rows = [row for row in rows if motion_subject(row[0]) == motion_subject(one[0])][:1] or [one]
    return [Announced(title, movers_in(title), at, source) for title, at, source in rows]


_Row = tuple[str, dt.date | None, bundle.Source]


def _one(item: bundle.Item) -> _Row | None:
    """The motion that the title itself announces."""
    named = named_motion(item.title) if "title" in item.fields and announces(item.title, item.outcome) else None
    return (named.title, None, item.fields["title"][0]) if named else None


def _beside(days: Sequence[dt.date | None], rows: Sequence[_Row]) -> list[_Row]:
    """Rows whose days were read above all of them, since days and titles are columns of their own: each with the day beside
    it where the days are as many as the rows, else with none."""
    matched = list(days) if len(days) == len(rows) else [None] * len(rows)
    return [(title, day, source) for (title, _day, source), day in zip(rows, matched, strict=True)]


def _stretches(item: bundle.Item) -> Iterator[tuple[str, bundle.Source]]:
    """The text of the §, an att-sats at a time where it was read so."""
    clauses = [clause for decision in item.decisions for clause in decision.clauses]
    for clause in clauses:
        yield clause.text, clause.source
    for section in item.sections:
        if section.role is not bundle.Role.DECISION or not clauses:
            yield section.text, section.source


def _tokens(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The days, headings and motions of a stretch; a motion with its title, which ends where the next begins."""
    matches = list(_ROW.finditer(text))
    for match, following in zip_longest(matches, matches[1:]):
        end = following.start() if following else len(text)
        row = text[match.start() : min(end, match.start() + _LONGEST)]
        after = _AFTER.search(row)
        yield match, row[: after.start() if after else len(row)].strip(" ,.;–-")


def _date(printed: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(printed)
    except ValueError:
        return None


def name_movers(sheet: Sheet) -> None:
    """Carry the names of the movers that titles print. A motion's own are whoever signed it, as people have put that right."""
    if sheet.part.item is None and sheet.part.document.kind is bundle.DocumentKind.MOTION:
        return
    for title, movers in keys.printed_titles(sheet.part):
        for mover in movers or movers_in(title):
            sheet.name(mover.name, mover.party)


def announce(sheet: Sheet) -> None:
    """Write down the motions that a § of the council announces."""
    part = sheet.part
    item, doc = part.item, part.document
    if item is None or doc.date is None or doc.body is None or body_kind(body_name(doc.body)) != "council":
        return
    for n, row in enumerate(announced(item, of_case=keys.is_of_case(part))):
        motion_id = sheet.fact_id("motion", row.title)
        day = row.day if row.day and row.day <= doc.date else None
        sheet.rows.append(
            values.Motion(
                id=motion_id,
                owner=sheet.entity_id,
                municipality_id=part.municipality.id,
                matter_id=None,
                entity_id=sheet.entity_id,
                document_id=None,
                n=n,
                origin="announced",
                title=row.title,
                subject=motion_subject(row.title) or None,
                key=keys.motion_key(part.municipality.id, row.title),
                mover=first_mover(row.movers),
                date=None,
                raised=day or doc.date,
                basis=(Basis.RECEIVED if day else Basis.ANNOUNCED).value,
            )
        )
        sheet.people(motion_id, "mover", row.movers)
        sheet.source(motion_id, [row.source])


def first_mover(movers: Sequence[bundle.Person]) -> str:
    """The first mover's folded name; "" where none is printed."""
    return fold(movers[0].name) if movers else ""
