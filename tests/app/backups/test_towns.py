"""A municipality taken out of one installation and put into another: the same ids, the same past, and nothing of anybody else's."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import sqlalchemy as sa
from starlette.testclient import TestClient

from app.db import reading
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.journal.keys import secret
from app.journal.storage import storage_of
from app.main import create_app
from app.models.journal import filings
from app.models.published import PAST
from app.models.register import cases, items
from app.projection.desk_as_of import matter_as_of
from app.queries.history import history, keys_of_matter
from app.queries.towns import towns
from app.register.municipalities import municipality
from app.settings import Settings
from tests.app.backups.moving import (
    ALNSJO,
    BERGSUND,
    CANARY,
    Installation,
    days,
    opened,
    paper,
    put,
    take,
    taken,
)
from tests.app.filing import rows
from tests.app.importing import import_file
from tests.app.purged import holds


def test_all_that_follows_is_the_same_on_every_day(source: Installation, there: Installation, tmp_path: Path) -> None:
    """Out of SQLite into PostgreSQL; and what came there goes on into SQLite, with what was filed there since."""
    before, known = rows(source.stores.desk, without=set()), days(source)
    for place in (ALNSJO, BERGSUND):
        put(taken(source, place), there)
    assert rows(there.stores.desk, without=set()) == before
    assert rows(there.stores.public, without=set()) == rows(source.stores.public, without=set())
    assert days(there) == known and any(known[name] for name in PAST)
    assert answers(there) == answers(source)
    with reading(there.stores.public) as session:
        assert [(one.called, one.closed) for one in towns(session)] == [
            ("Alnsjö kommun", False),
            ("Bergsund kommun", False),
        ]
    import_file(there.stores, there.using, paper(8), "nio.pdf", "eva", ALNSJO)
    third = opened(tmp_path / "third", f"sqlite:///{tmp_path / 'third.db'}")
    for place in (ALNSJO, BERGSUND):
        put(take(there, place), third)
    assert rows(third.stores.desk, without=set()) == rows(there.stores.desk, without=set())
    assert days(third) == days(there)
    for one in (source, there, third):
        report = check(one.stores, one.using)
        assert report.whole, report
    third.stores.dispose()


def answers(of: Installation) -> dict[str, tuple[int, str]]:
    """What anybody is told, now and as of days before the move: of what is public, masked, withdrawn and purged."""
    lists = ("cases", "items", "documents", "meetings", "bodies")
    asked = [f"/api/v1/{name}?as_of={day}" for name in lists for day in ("2025-03-01", "2025-03-02", "2026-01-01")]
    asked += [f"/arenden/alnsjo/ks-2025-{n:05}" for n in (1, 2, 3, 4)]
    with TestClient(create_app(of.using)) as client:
        told = {address: client.get(address) for address in asked}
    assert {answer.status_code for answer in told.values()} == {200, 410}
    return {address: (answer.status_code, answer.text) for address, answer in told.items()}


def test_its_files_may_lie_in_a_bucket_there(source: Installation, bucket: Settings) -> None:
    stores = open_stores(bucket)
    start(stores)
    put(taken(source), Installation(stores, bucket))
    report = check(stores, bucket)
    assert (report.whole, report.files) == (True, 4)
    assert list(storage_of(bucket).list("incoming")) == []
    stores.dispose()


def test_nothing_of_others_and_no_secret_is_in_the_file(source: Installation) -> None:
    data = taken(source).read_bytes()
    with reading(source.stores.desk) as session:
        others = list(
            session.execute(sa.select(filings.c.sha256).where(filings.c.municipality == BERGSUND.id)).scalars()
        )
        key = secret(session)
    assert len(others) == 2 and holds(taken(source, BERGSUND).read_bytes(), CANARY)
    for word in (CANARY, "bergsund", "kanarie", *others, key.hex()):
        assert not holds(data, word), word
    assert key not in data


def test_the_past_is_told_at_the_desk_as_it_was_there(source: Installation, there: Installation) -> None:
    """Who did what and when; and each day has what that municipality had come to on it, whatever was filed here meanwhile."""
    import_file(there.stores, there.using, paper(8), "annan.pdf", "bo", municipality("Cederby"))
    put(taken(source), there)
    told, known = [], []
    for one in (source, there):
        with reading(one.stores.desk) as session:
            (number,) = [
                row["id"]
                for row in rows(one.stores.desk)["cases"]
                if row["number"] == "KS-2025-00001" and row["municipality_id"] == ALNSJO.id
            ]
            matter = session.execute(sa.select(cases.c.owner).where(cases.c.id == number)).scalar_one()
            keys = keys_of_matter(session, matter)
            told.append([(row["at"], row["actor"], row["kind"], row["reason"]) for row in history(session, matter)])
            for day in ("2025-02-28", "2025-03-01", "2025-03-02", "2025-03-03", "2025-03-04"):
                with matter_as_of(session, keys, dt.date.fromisoformat(day)) as then:
                    known.append(
                        (
                            day,
                            sorted((row["number"], row["title"]) for row in then.execute(sa.select(items)).mappings()),
                        )
                    )
    assert told[0] == told[1] and len(told[0]) > 10
    assert known[:5] == known[5:] and len({str(rows) for _day, rows in known}) == 5
