"""A matter read in one statement is, byte for byte, what the several statements of the ordinary way make of it."""

from __future__ import annotations

import re

import sqlalchemy as sa

from app.api.matters import Json, detail_json, light_json
from app.db import Stores, reading
from app.models.register import cases, matters
from app.queries.cases import HOLDING, ROW, get, matter_objects
from app.queries.deadlines import YEAR_COLUMNS
from app.queries.one_matter import Matter, one_matter
from app.queries.sources import sources_of
from app.queries.whole_items import ITEMS
from app.resources import example
from app.settings import Settings
from app.web.answers import json_bytes
from importers.bundle import Outcome
from tests.app.filing import file
from tests.app.importing import import_file
from tests.app.register.saying import (
    answer,
    basis,
    bundle,
    day,
    decision,
    extract,
    item,
    motion,
    proposal,
    raised,
)

TODAY = day("2026-03-01")
ABOUT = "om lövträd på skolgårdar"
TITLE = f"Svar på motion {ABOUT} från Mira Tallbo (C)"
ANSWER = answer(ABOUT, "Mira Tallbo (C)")
BOTH = ("KS-2025-00042", "BUN-2025-00118")
CITED = basis("Nämndens förslag § 31", "forslag", body="miljönämnden", date=day("2025-04-22"), item_number="31")
SAYING = (
    bundle(
        motion(f"Motion {ABOUT}", "2025-01-20", "Mira Tallbo (C)"),
        extract(
            "Kommunstyrelsen",
            "2025-06-17",
            item(
                "88",
                TITLE,
                case_numbers=BOTH,
                answers=(ANSWER,),
                earlier=(raised("2025-02-10"),),
                basis=(CITED,),
                decisions=(proposal("Kommunstyrelsen", "kommunfullmäktige", Outcome.BESVARA),),
                outcome=Outcome.BESVARA,
            ),
        ),
        extract(
            "Kommunfullmäktige",
            "2026-02-16",
            item("9", "Redovisning av obesvarade motioner", case_numbers=BOTH[:1], outcome=Outcome.ANTECKNING),
        ),
        digest="1" * 64,
    ),
    bundle(
        extract("Miljönämnden", "2025-04-22", item("31", "Skötsel av träd", case_numbers=("MN-2025-7",))),
        extract(
            "Kommunfullmäktige",
            "2025-05-12",
            item("40", "Taxa", case_numbers=("KS-2025-3",), decisions=(decision("KF", Outcome.BIFALL),)),
        ),
        digest="2" * 64,
    ),
    bundle(motion("Motion om cykelvägar till badet", "2025-03-03", "Olle Rask (M)"), digest="3" * 64),
)


def held_alike(stores: Stores) -> list[Json]:
    """Every matter, by every id that it answers to; both ways are held against each other on the way."""
    seen = []
    with reading(stores.desk) as session:
        ids = session.execute(sa.union(sa.select(cases.c.id), sa.select(matters.c.id))).scalars().all()
        for id in ids:
            row = get(session, id)
            for parts in (set(), {"items"}):
                found = light_json(session.connection(), id, parts, TODAY)
                expected = detail_json(session, row, parts, TODAY) if row is not None else None
                assert json_bytes(found) == json_bytes(expected)
                seen += [found] if found is not None and parts else []
    return seen


def test_matters_of_every_kind_are_the_same_either_way(stores: Stores, using: Settings) -> None:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    for said in SAYING:
        file(stores, said)
    seen = held_alike(stores)
    assert {len(matter["numbers"]) for matter in seen} == {0, 1, 2}
    assert {matter["number"] is None for matter in seen} == {True, False}
    states = {matter["deadline"]["state"] for matter in seen if matter["deadline"] is not None}
    assert "reported" in states and None in [matter["deadline"] for matter in seen]
    met = [reference["verdict"] for matter in seen for held in matter["items"] for reference in held["references"]]
    assert {"elsewhere", "found", "none"} <= set(met)


def test_what_is_read_whole_is_what_is_read_by_parts(stores: Stores, using: Settings) -> None:
    """Of the places, too: a matter's motion bears the id of the motion's paper, whose places are others."""
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    apart = set()
    with reading(stores.desk) as session:
        for id in session.execute(sa.select(matters.c.id)).scalars().all():
            row = get(session, id)
            assert row is not None
            whole, parts = (Matter(session, row, TODAY) for _ in range(2))
            whole.read_whole()
            for name in ("items", "documents", "steps", "findings"):
                assert getattr(whole, name) == getattr(parts, name), name
            own = sources_of(session, [parts.id])
            apart |= {
                paper["id"] for paper in parts.documents if own.get(paper["id"], paper["sources"]) != paper["sources"]
            }
    assert apart


def test_what_is_not_there_now_is_not_found(stores: Stores) -> None:
    file(stores, SAYING[0])
    with reading(stores.desk) as session:
        for id in ("nothing", "", "KS-2025-00042", "å\U0001f333"):
            assert one_matter(session.connection(), id, TODAY, items=True) is None


# How a database says that it walks through a table.
WALKS = re.compile(r"\bSCAN \w+|\bSeq Scan\b")


def test_nothing_in_it_grows_with_the_register(stores: Stores) -> None:
    """Every table is asked by a key, also for the lists that announce motions of the same title."""
    query = matter_objects(**ROW | YEAR_COLUMNS | {"items": ITEMS}).where(matters.c.id.in_(HOLDING))
    with reading(stores.desk) as session:
        compiled = query.compile(stores.desk)
        assert isinstance(compiled, sa.sql.compiler.SQLCompiler)
        params = compiled.construct_params({"id": "nothing"})
        explain = "EXPLAIN QUERY PLAN" if stores.desk.dialect.name == "sqlite" else "EXPLAIN"
        if explain == "EXPLAIN":
            session.execute(sa.text("SET enable_seqscan = off"))  # else what is small is walked through
        given = tuple(params[name] for name in compiled.positiontup) if compiled.positiontup else params
        rows = session.connection().exec_driver_sql(f"{explain} {compiled}", given).all()
    plan = "\n".join(str(row[-1]) for row in rows)
    assert "ix_motions_announced" in plan
    assert WALKS.findall(plan) == []
