"""What may be corrected is written down apart from the tables; each field and code of theirs is in it, or is left out here."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.acts.fields import FACTS
from app.models.register import documents, items
from app.register.correctable import CODES, FIELDS
from app.register.corrections import DATES, IDENTIFYING
from importers.bundle import Attribution, BallotChoice, DocumentKind, Mode, Outcome, Stance, StatementKind

LAID_OVER_THE_READING = {"items": {"number", "case_numbers"}, "documents": {"body", "date", "case_numbers"}}
DERIVED = {"id", "owner", "n", "year", "contested", "key", "within", "items", *DATES, *IDENTIFYING}
TABLES = {table.name: table for table in (items, documents, *FACTS)}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_field_that_is_read_may_be_corrected(name: str) -> None:
    own = [c.name for c in TABLES[name].c if c.name not in DERIVED and not c.name.endswith("_id")]
    assert list(FIELDS[name]) == [*sorted(LAID_OVER_THE_READING.get(name, ())), *own]


def test_no_other_kind_of_row_may_be_corrected() -> None:
    assert set(FIELDS) == set(TABLES)


def test_the_codes_are_those_that_the_reader_gives() -> None:
    kinds = {
        ("items", "outcome"): Outcome,
        ("clauses", "outcome"): Outcome,
        ("documents", "kind"): DocumentKind,
        ("document_references", "kind"): DocumentKind,
        ("decisions", "mode"): Mode,
        ("yrkanden", "stance"): Stance,
        ("ballots", "choice"): BallotChoice,
        ("statements", "kind"): StatementKind,
        ("statements", "attribution"): Attribution,
    }
    assert {key: values for key, values in CODES.items() if key in kinds} == {k: tuple(v) for k, v in kinds.items()}


def test_a_field_with_codes_is_a_field_of_its_table() -> None:
    assert all(isinstance(TABLES[table].c[field], sa.Column) for table, field in CODES)
