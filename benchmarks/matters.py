"""Matters by the thousand for measuring reading: one is filed as any other, and its rows are copied under other ids.

A matter is eight §§ of three bodies with thirteen yrkanden, reservations, a motion, and what all of it rests on. Copies
bear their own numbers and days, twenty-five a week, and those of one week share its meetings: what is larger goes further back,
up to a thousand weeks, and holds no fuller meetings. People, bodies and the file are shared, as they are in a town's register.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from app.db import Stores, writing
from app.journal.append import file_bundle, release
from app.models.published import DATED
from app.models.register import cases, changes, items, matters, meetings
from app.models.rows import OWNED
from app.projection.desk import project_desk
from app.projection.public import publish
from app.projection.sums import mend_sums
from benchmarks.register import PLACE, at
from importers.bundle import (
    Answer,
    Ballot,
    BallotChoice,
    Bundle,
    Clause,
    Decision,
    Document,
    DocumentKind,
    FileInfo,
    Item,
    Mode,
    Outcome,
    PageInfo,
    Person,
    Proposition,
    Reader,
    ReaderKind,
    Reservation,
    Stance,
    Vote,
    WordCount,
    Yrkande,
)

ITEMS = 8
_TITLE = "om skuggande träd på kommunens skolgårdar och lekplatser"
_MOVERS = (Person("Mira Tallbo", "M"), Person("Olle Rask", "C"))
_BODIES = ("Miljönämnden", "Kommunstyrelsens arbetsutskott", "Kommunstyrelsen")
# Columns that hold an id which is the matter's own, so that a copy has another.
_OWN = {
    "id",
    "owner",
    "item_id",
    "entity_id",
    "fact_id",
    "decision_id",
    "document_id",
    "matter_id",
    "case_id",
    "lead_case_id",
    "vote_id",
    "meeting_id",
    "step_id",
    "follows_id",
}
# Columns that hold a day of the matter's own.
_DAYS = ("date", "raised", "last_date")
_BATCH = 20_000
_WEEKS, _A_WEEK = 1000, 25


def template(*, vote: bool = False) -> Bundle:
    motion = Document(
        DocumentKind.MOTION,
        (1, 1),
        at("Motion"),
        body="Kommunfullmäktige",
        date=dt.date(2024, 1, 15),
        title=f"Motion {_TITLE}",
        signed_by=_MOVERS,
        proposals=tuple(Clause(f"att plantera träd {n}.", at("att plantera"), str(n)) for n in (1, 2)),
    )
    extracts = tuple(_extract(n, vote=vote and n == ITEMS - 1) for n in range(ITEMS))
    pages = tuple(PageInfo(n, 595.0, 842.0, ReaderKind.PDFIUM) for n in range(1, ITEMS + 2))
    paged = (motion, *extracts)
    info = FileInfo("m.pdf", "a" * 64, 1, pages)
    return Bundle(Reader("load", "1"), info, paged, WordCount(0, 0, 0, 0))


def _extract(n: int, *, vote: bool) -> Document:
    body = _BODIES[n % len(_BODIES)]
    yrkanden = tuple(
        Yrkande(Stance.BIFALL, text := f"{who.name} yrkar bifall till motionen, {n}:{k}.", at(text), (who,))
        for k, who in enumerate(_MOVERS[: 2 if n < 5 else 1])
    )
    item = Item(
        number=str(100 + n),
        title=f"Svar på motion {_TITLE} från Mira Tallbo (M)",
        source=at(f"§ {100 + n}"),
        case_numbers=("KS-2024-00001",),
        answers=(Answer(DocumentKind.MOTION, _TITLE, at(_TITLE), _MOVERS[:1]),),
        decisions=(
            Decision(
                Mode.PROPOSES,
                at("föreslår"),
                f"{body} föreslår kommunfullmäktige besluta",
                body,
                "kommunfullmäktige",
                (),
                (Clause("att besvara motionen med föredragningen i ärendet.", at("att"), "1", Outcome.BESVARA),),
            ),
        ),
        outcome=Outcome.BESVARA,
        yrkanden=yrkanden,
        propositions=(Proposition("Ordföranden ställer", at("ställer"), ("bifall", "besvara"), "besvara"),),
        reservations=(Reservation("Mira Tallbo (M) reserverar sig.", at("reserverar"), _MOVERS[:1]),),
        votes=(_vote(),) if vote else (),
    )
    date = dt.date(2024, 2, 1) + dt.timedelta(days=20 * n)
    return Document(DocumentKind.PROTOKOLLSUTDRAG, (n + 2, n + 2), at(body), body=body, date=date, items=(item,))


def _vote() -> Vote:
    cast = (BallotChoice.YES, BallotChoice.YES, BallotChoice.NO)
    ballots = tuple(
        Ballot(f"Ledamot {n}", choice, at(f"Ledamot {n}"), party)
        for n, (party, choice) in enumerate(zip("SMC" * 5, cast * 5, strict=True))
    )
    return Vote(at("Omröstning"), "Ska motionen besvaras?", "besvara", "bifall", 10, 5, 0, ballots=ballots, result="ja")


def fill(stores: Stores, size: int, *, vote: bool = False) -> None:
    """File the matter, its last § with or without a vote, and copy it in the public register until that holds `size` items."""
    with writing(stores.desk) as session:
        filed = file_bundle(session, template(vote=vote), PLACE, "anna")
        release(session, filed.filing, (1, ITEMS + 1), "anna", "default")
        project_desk(session, filed.keys)
    publish(stores)
    weeks = min(_WEEKS, max(1, size // ITEMS // _A_WEEK))
    with stores.public.execution_options(writes=True).begin() as connection:
        for table in [DATED[one.name] for one in (meetings, *OWNED.values())]:
            kept = [dict(row) for row in connection.execute(sa.select(table)).mappings()]
            waiting: list[dict[str, Any]] = []
            copies = size // ITEMS if table.name != meetings.name else weeks
            for copy in range(1, copies):
                waiting += _copies(table, kept, copy, weeks)
                if len(waiting) >= _BATCH:
                    connection.execute(table.insert(), waiting)
                    waiting = []
            if waiting:
                connection.execute(table.insert(), waiting)
        told = [dict(row) for row in connection.execute(sa.select(changes)).mappings()]
        connection.execute(changes.insert(), [{**told[0], "n": n} for n in range(2, size // ITEMS + 1)])
    with writing(stores.public) as public:
        mend_sums(public)
    with stores.public.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        connection.exec_driver_sql("ANALYZE")


def _copies(table: sa.Table, rows: list[dict[str, Any]], copy: int, weeks: int) -> Iterator[dict[str, Any]]:
    """The rows of one more matter: other ids, another number, some weeks earlier."""
    for row in rows:
        week = copy % weeks
        made = {name: _other(value, copy) if name in _OWN and value else value for name, value in row.items()}
        for name in _DAYS:
            if made.get(name):
                made[name] = row[name] - dt.timedelta(weeks=week)
        if table.name == meetings.name:
            made["id"] = _other(row["id"], week) if week else row["id"]
        elif made.get("meeting_id"):
            made["meeting_id"] = _other(row["meeting_id"], week) if week else row["meeting_id"]
        if table.name in (cases.name, matters.name):
            made["slug"] = f"{row['slug']}-{copy}"
        if table.name == cases.name:
            made |= {"number": f"KS-2024-{copy + 1:05d}", "key": f"{row['key']}-{copy}"}
        if table.name == items.name:
            made["number"] = str(int(row["number"]) + copy)
        yield made


def _other(value: str, copy: int) -> str:
    """Another id for the copy, spread as ids are: `w3rjc6y2l5t7zoxe` → `00a7w3rjc6y2l5t7`."""
    return f"{copy * 7919 % 1_048_576:05x}{value}"[:16]
