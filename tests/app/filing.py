"""Filing readings without a PDF, and reading a register back as plain rows."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from app.db import Stores, reading, writing
from app.journal.append import Filed, file_bundle, release
from app.models.journal import (
    act_keys,
    acts,
    arrivals,
    entries,
    filings,
    imports,
    jobs,
    municipality_keys,
    part_keys,
    parts,
    readings,
    releases,
)
from app.models.register import search_entries, sums, supports
from app.models.rows import OWNED, SHARED
from app.projection.desk import project_desk
from app.projection.public import publish
from app.register.municipalities import Municipality
from importers.bundle import Bundle
from tests.app.register.saying import SOMEWHERE

# What differs with the files that facts were read from, not with what they say.
OF_FILES = {"files", "appearances", "sources", "passages"}


def file(stores: Stores, bundle: Bundle, place: Municipality = SOMEWHERE, *, released: bool = True) -> Filed:
    """File a reading as an import does."""
    with writing(stores.desk) as session:
        filed = file_bundle(session, bundle, place, "anna")
        if released and filed.first:
            release(session, filed.filing, (1, len(bundle.file.pages)), "anna", "default")
        project_desk(session, filed.keys)
    publish(stores)
    return filed


def emptied(stores: Stores) -> None:
    """Take every filing back, as if only the installation's secret had been there."""
    with writing(stores.desk) as session:
        held = (
            jobs,
            imports,
            act_keys,
            acts,
            part_keys,
            parts,
            releases,
            readings,
            filings,
            municipality_keys,
            arrivals,
        )
        for table in held:
            session.execute(table.delete())
        session.execute(entries.delete().where(entries.c.seq > 1))
        for table in (*SHARED.values(), *OWNED.values(), supports, search_entries, sums):
            session.execute(table.delete())


def rows(engine: sa.Engine, *, without: set[str] | None = None) -> dict[str, list[dict[str, Any]]]:
    """Every row of a register, sorted, by table."""
    left_out = OF_FILES if without is None else without
    with reading(engine) as session:
        return {
            table.name: sorted(
                (dict(row) for row in session.execute(sa.select(table)).mappings()),
                key=lambda row: sorted(map(str, row.items())),
            )
            for table in (*SHARED.values(), *OWNED.values())
            if table.name not in left_out
        }


def entries_in(stores: Stores) -> int:
    with reading(stores.desk) as session:
        return session.execute(sa.select(sa.func.count()).select_from(entries)).scalar_one()
