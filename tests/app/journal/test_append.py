"""The journal: one chained sequence, in which filing twice is filing once."""

from __future__ import annotations

import orjson
import pytest
import sqlalchemy as sa

from app.db import Stores, reading, writing
from app.journal.append import append, first_broken
from app.journal.keys import secret
from app.journal.proving import faults
from app.models.journal import entries
from app.register.versions import version_order
from tests.app.filing import entries_in, file, rows
from tests.app.register.saying import bundle, extract, item

MEETING = extract("Kommunstyrelsen", "2025-06-17", item("88", "Cykelställ vid torget", case_numbers=("KS-2025-00042",)))
RETITLED = extract("Kommunstyrelsen", "2025-06-17", item("88", "Cykelställ vid ån", case_numbers=("KS-2025-00042",)))


def title(stores: Stores) -> str:
    return str(rows(stores.desk)["items"][0]["title"])


def test_filing_twice_is_filing_once(stores: Stores) -> None:
    file(stores, bundle(MEETING))
    before, registered = entries_in(stores), rows(stores.desk, without=set())
    again = file(stores, bundle(MEETING))
    assert again.reading is None
    assert entries_in(stores) == before
    assert rows(stores.desk, without=set()) == registered


def test_a_later_readers_reading_counts_and_an_earlier_one_arriving_late_changes_nothing(stores: Stores) -> None:
    file(stores, bundle(MEETING, version="0.9"))
    file(stores, bundle(RETITLED, version="0.10"))
    assert title(stores) == "Cykelställ vid ån"
    file(stores, bundle(MEETING, version="0.2"))
    assert title(stores) == "Cykelställ vid ån"
    assert len(rows(stores.desk)["items"]) == 1


def test_versions_are_numbers_between_dots() -> None:
    assert sorted(["0.10", "0.9", "1.0", "0.9.1"], key=version_order) == ["0.9", "0.9.1", "0.10", "1.0"]
    assert sorted(["5", "4.r1f0c22ab", "4", "4.rb"], key=version_order) == ["4", "4.r1f0c22ab", "4.rb", "5"]


def test_of_readers_between_two_releases_the_later_to_read_counts(stores: Stores) -> None:
    for title_read, version in ((MEETING, "4"), (RETITLED, "4.rffffffff"), (MEETING, "4.r00000000")):
        file(stores, bundle(title_read, version=version))
    assert title(stores) == "Cykelställ vid torget"
    with reading(stores.desk) as session:
        assert list(faults(session)) == []


def test_the_first_entry_holds_a_secret_of_the_installations_own(stores: Stores) -> None:
    with reading(stores.desk) as session:
        assert len(secret(session)) == 32
        first = session.execute(sa.select(entries).where(entries.c.seq == 1)).one()
    assert first.kind == "installation"


def test_each_entry_says_who_when_and_why_in_canonical_json(stores: Stores) -> None:
    with writing(stores.desk) as session:
        seq = append(session, "act", {"b": 1, "a": "å"}, "anna", "därför")
        row = session.execute(sa.select(entries).where(entries.c.seq == seq)).one()
    said = orjson.loads(row.content)
    assert (said["actor"], said["reason"], said["seq"], said["said"]) == ("anna", "därför", seq, {"b": 1, "a": "å"})
    assert row.content == orjson.dumps(said, option=orjson.OPT_SORT_KEYS).decode()
    assert row.at.endswith("Z")
    assert said["at"] == row.at


@pytest.mark.parametrize("column", ["content", "salt", "hash", "previous"])
def test_tampering_shows(stores: Stores, column: str) -> None:
    file(stores, bundle(MEETING))
    with reading(stores.desk) as session:
        assert first_broken(session) is None
    with writing(stores.desk) as session:
        known = session.execute(sa.select(entries.c[column]).where(entries.c.seq == 2)).scalar_one()
        other = known.replace("Alnsjö", "Alnsby") if column == "content" else known[::-1]
        session.execute(entries.update().where(entries.c.seq == 2).values({column: other}))
        assert first_broken(session) == 2


def test_purged_content_leaves_the_chain_whole(stores: Stores) -> None:
    file(stores, bundle(MEETING))
    with writing(stores.desk) as session:
        session.execute(entries.update().where(entries.c.seq == 3).values(content=None))
        assert first_broken(session) is None
