"""`check` finds what is not whole, and changes nothing."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from app.db import Stores, writing
from app.installation.checking import check
from app.journal.files import path_of
from app.models.journal import entries
from app.models.published import DATED
from app.models.register import bodies, items
from app.resources import example
from app.settings import Settings
from tests.app.filing import rows
from tests.app.importing import import_file

EXAMPLE = example().read_bytes()


def test_a_whole_installation_is_whole(stores: Stores, using: Settings) -> None:
    import_file(stores, using, EXAMPLE, "exempel.pdf", "anna")
    report = check(stores, using)
    assert report.whole
    assert (report.entries, report.files) == (4, 1)


def test_each_kind_of_damage_is_found_and_left(stores: Stores, using: Settings) -> None:
    digest = import_file(stores, using, EXAMPLE, "exempel.pdf", "anna").sha256
    with writing(stores.public) as session:
        session.execute(items.update().values(title="något annat"))
        session.execute(bodies.update().where(bodies.c.kind == "council").values(name="Något annat"))
        stray = {"id": "stray", "body_id": "stray", "date": dt.date(2025, 1, 1), "nth": 1}
        session.execute(DATED["meetings"].insert().values(stray | {"since": dt.date(2025, 1, 1)}))
    with writing(stores.desk) as session:
        session.execute(entries.update().where(entries.c.seq == 4).values(salt="00" * 16))
    path_of(using.data_dir, digest).write_bytes(EXAMPLE[:-1])
    before = rows(stores.public, without=set())
    report = check(stores, using)
    assert (report.whole, report.broken_entry, report.changed_files, report.desk_rows) == (False, 4, (digest,), 0)
    assert report.public_rows == len(before["items"]) + 2
    assert rows(stores.public, without=set()) == before
    path_of(using.data_dir, digest).unlink()
    assert check(stores, using).missing_files == (digest,)


def test_check_leaves_room_for_the_next_writer(stores: Stores, using: Settings) -> None:
    check(stores, using)
    with writing(stores.desk) as session:
        assert session.execute(sa.select(sa.func.count()).select_from(entries)).scalar_one() == 1
