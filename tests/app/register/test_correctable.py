"""What may be corrected is written down apart from the tables; each field and code of theirs is in it, or is left out here."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.acts.fields import FACTS
from app.models.register import documents, items
from app.register.correctable import ADDED, CODES, FIELDS, MENTIONED, NAMED, PARENTS
from app.register.corrections import DATES, ENTITIES, IDENTIFYING
from importers.bundle import Attribution, BallotChoice, DocumentKind, EarlierKind, Mode, Outcome, Stance, StatementKind

LAID_OVER_THE_READING = {"items": {"number", "case_numbers"}, "documents": {"body", "date", "case_numbers"}}
DERIVED = {"id", "owner", "n", "year", "contested", "key", "within", *DATES}
DAYS_OF_THEIR_PAPER = {"ballots": {"date"}, "presence": {"date"}}
TABLES = {table.name: table for table in (items, documents, *FACTS)}


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_field_that_is_read_may_be_corrected(name: str) -> None:
    left_out = DERIVED | DAYS_OF_THEIR_PAPER.get(name, set()) | (IDENTIFYING if name in ENTITIES else set())
    own = [c.name for c in TABLES[name].c if c.name not in left_out and not c.name.endswith("_id")]
    people = [*MENTIONED.get(name, ()), *NAMED.get(name, ())]
    assert list(FIELDS[name]) == [*sorted(LAID_OVER_THE_READING.get(name, ())), *own, *people]


def test_what_can_be_added_is_every_fact_and_needs_fields_of_its_own() -> None:
    assert sorted(table for table, _needed in ADDED.values()) == sorted(PARENTS) == sorted(t.name for t in FACTS)
    assert all(set(needed) <= set(FIELDS[table]) for table, needed in ADDED.values())


def test_no_other_kind_of_row_may_be_corrected() -> None:
    assert set(FIELDS) == set(TABLES)


def test_the_codes_are_those_that_the_reader_gives() -> None:
    kinds = {
        ("items", "outcome"): Outcome,
        ("clauses", "outcome"): Outcome,
        ("documents", "kind"): DocumentKind,
        ("document_references", "kind"): [*DocumentKind, *(kind for kind in EarlierKind if kind != EarlierKind.OTHER)],
        ("decisions", "mode"): Mode,
        ("yrkanden", "stance"): Stance,
        ("ballots", "choice"): BallotChoice,
        ("statements", "kind"): StatementKind,
        ("statements", "attribution"): Attribution,
    }
    assert {key: values for key, values in CODES.items() if key in kinds} == {k: tuple(v) for k, v in kinds.items()}


def test_a_field_with_codes_is_a_field_of_its_table() -> None:
    assert all(isinstance(TABLES[table].c[field], sa.Column) for table, field in CODES)
