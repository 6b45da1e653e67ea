"""Which page of which file is meant by an address."""

from __future__ import annotations

import sqlalchemy as sa

from app.db import Stores, reading, writing
from app.models.register import appearances, files
from app.queries.documents import leaf
from tests.app.api.test_lists import told
from tests.app.filing import file


def test_of_two_files_that_begin_alike_neither_is_shown_for_the_other(stores: Stores) -> None:
    file(stores, told(1))
    with writing(stores.desk) as session:
        lies = session.execute(sa.select(appearances).where(appearances.c.lead)).mappings().first()
        assert lies is not None
        one = lies["file_id"]
        other = one[:8] + ("0" if one[8] != "0" else "1") * 56
        held = session.execute(sa.select(files).where(files.c.id == one)).mappings().one()
        session.execute(files.insert(), {**held, "id": other})
        session.execute(appearances.insert(), {**lies, "id": "another", "file_id": other, "lead": False})
    with reading(stores.desk) as session:
        page, of = lies["first_page"], lies["document_id"]
        assert leaf(session, of, page, one[:8]) is None
        shown = [leaf(session, of, page, name) for name in (None, one, one[:9], other, other[:9])]
    assert [at.sha256 for at in shown if at] == [one, one, one, other, other]
