"""Public changes are numbered densely in order of commit: a reader who follows them misses nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.db import Stores, reading, writing
from app.installation.renewing import rebuild_all
from app.journal.append import file_bundle, release
from app.models.register import sources
from app.projection.desk import project_desk
from app.projection.public import publish
from importers.bundle import Bundle
from tests.app.changes import ChangeRow, changes_since
from tests.app.filing import file, rows
from tests.app.register.saying import SOMEWHERE, bundle, extract, item

ANNA = Actor("anna", "granskas")


def meeting(number: int) -> Bundle:
    said = extract("Kommunstyrelsen", "2025-06-17", item(str(number), "Torget", case_numbers=(f"KS-2025-{number}",)))
    return bundle(said, digest=f"{number:064d}")


def told(stores: Stores, after: int = 0) -> list[ChangeRow]:
    with reading(stores.public) as session:
        return changes_since(session, after)


def test_what_is_made_changed_and_gone_is_numbered_and_nothing_else(stores: Stores) -> None:
    file(stores, meeting(1))
    file(stores, meeting(1))
    rebuild_all(stores)
    document = str(rows(stores.desk)["documents"][0]["id"])
    acts.release(stores, document, ANNA, public=False)
    acts.release(stores, document, ANNA)
    assert [(row["n"], row["kind"]) for row in told(stores)] == [(1, "made"), (2, "gone"), (3, "made")]
    assert [row["n"] for row in told(stores, after=2)] == [3]


def test_an_unpublished_filing_leaves_no_gap(stores: Stores) -> None:
    file(stores, meeting(1))
    file(stores, meeting(2), released=False)
    file(stores, meeting(3))
    assert [(row["n"], row["slug"]) for row in told(stores)] == [(1, "ks-2025-1"), (2, "ks-2025-3")]


def test_of_two_imports_at_once_the_one_that_began_first_may_commit_last(stores: Stores) -> None:
    begun, done = Event(), Event()

    def slow() -> None:
        begun.set()
        done.wait(10)
        file(stores, meeting(1))

    def quick() -> None:
        begun.wait(10)
        file(stores, meeting(2))
        done.set()

    seen: list[int] = []
    with ThreadPoolExecutor(2) as pool:
        running = [pool.submit(slow), pool.submit(quick)]
        while any(not work.done() for work in running) or len(seen) < 2:
            seen += [row["n"] for row in told(stores, after=max(seen, default=0))]
        for work in running:
            work.result()
    assert seen == [1, 2]
    assert [row["slug"] for row in told(stores)] == ["ks-2025-2", "ks-2025-1"]


def test_what_two_filings_said_before_anybody_published_is_told_once(stores: Stores) -> None:
    for number in (1, 2):
        with writing(stores.desk) as session:
            filed = file_bundle(session, meeting(number), SOMEWHERE, "anna")
            release(session, filed.filing, (1, 1), "anna", "default")
            project_desk(session, filed.keys)
    publish(stores)
    publish(stores)
    assert [row["n"] for row in told(stores)] == [1, 2]


def test_the_corrections_are_found_by_an_index_of_their_own(stores: Stores) -> None:
    with reading(stores.public) as session:
        sqlite = stores.public.dialect.name == "sqlite"
        if not sqlite:
            session.execute(sa.text("SET enable_seqscan = off"))  # else what is small is walked through
        query = sa.select(sources).where(sources.c.correction.is_not(None)).compile(stores.public)
        plan = session.connection().exec_driver_sql(f"EXPLAIN {'QUERY PLAN ' if sqlite else ''}{query}").all()
    assert any("ix_sources_corrected" in str(row[-1]) for row in plan)
