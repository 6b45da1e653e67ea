"""Installations that can be compared byte for byte: with one secret, the same keys, one generation, and the same instants."""

from __future__ import annotations

import datetime as dt
import os
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa

from app.db import Stores, writing
from app.installation.opening import open_stores, start
from app.journal.append import KEY, append
from app.journal.derived import key_row
from app.models.journal import municipality_keys
from app.models.register import changes, register_meta
from app.register.municipalities import Municipality
from app.settings import Settings, public_url


def opened(folder: Path, desk_url: str) -> tuple[Stores, Settings]:
    """An installation whose secret and generation are known beforehand."""
    using = Settings(
        data_dir=folder / "data", database_url=desk_url, public_database_url=public_url(desk_url), rate_limit="off"
    )
    stores = open_stores(using)
    with writing(stores.desk) as session:
        append(session, "installation", {"secret": "ab" * 32}, "diarium")
    with writing(stores.public) as session:
        session.execute(register_meta.update().where(register_meta.c.key == "generation").values(value="first"))
    start(stores)
    return stores, using


def keyed(stores: Stores, place: Municipality) -> None:
    """Give a municipality that is to be added a key that is known beforehand."""
    payload = {"municipality": place.id, "key": sha256(place.id.encode()).hexdigest()}
    with writing(stores.desk) as session:
        seq = append(session, KEY, payload, "diarium")
        session.execute(municipality_keys.insert().values(key_row(seq, payload)))


def settled(stores: Stores, folder: Path) -> None:
    """When things happened is no part of the question: the same instants in both."""
    for path in (folder / "files").rglob("*.pdf"):
        os.utime(path, (1_770_000_000, 1_770_000_000))
    with writing(stores.public) as session:
        for n in session.execute(sa.select(changes.c.n)).scalars().all():
            at_second = (dt.datetime(2026, 2, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=n)).strftime(
                "%Y-%m-%dT%H:%M:%S.000000Z"
            )
            session.execute(changes.update().where(changes.c.n == n).values(at=at_second))
