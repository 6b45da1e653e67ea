"""`check` finds every change that does not come from us: a byte anywhere in the journal, and what an insider would do."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import acts
from app.acts import Actor
from app.commands.check import lines
from app.db import Stores, reading, writing
from app.installation.checking import UNPROVED, check, journal_faults
from app.journal.append import chained
from app.journal.checkpoints import Checkpoint, make_checkpoint
from app.journal.files import path_of
from app.models.checkpoints import published_checkpoints
from app.models.journal import (
    act_keys,
    arrivals,
    checkpoints,
    entries,
    filings,
    imports,
    journal,
    municipality_keys,
    part_keys,
    parts,
    readings,
    releases,
)
from app.models.journal import acts as act_rows
from app.models.register import items
from app.register.municipalities import municipality
from app.register.towns import Town
from app.resources import example
from app.settings import Settings
from tests.app.filing import file
from tests.app.importing import import_file
from tests.app.register.saying import bundle, extract, item
from tests.conftest import ON_ONE_STORE
from tests.thorough import tried

ANNA = Actor("anna", "protokollet säger något annat")
ONE = extract("Kommunstyrelsen", "2025-06-17", item("88", "Torget", case_numbers=("KS-2025-00042",)))
OTHER = extract("Miljönämnden", "2025-04-22", item("31", "Torget", case_numbers=("MN-2025-00118",)))
# What follows from the entries, and the entries themselves.
PROVED = (entries, filings, readings, parts, part_keys, releases, act_rows, act_keys, checkpoints, municipality_keys)
# changes that are tried; on PostgreSQL a few in each table, for what finds them is the same
CHANGES = {"sqlite": tried(10 * len(PROVED), 200), "postgresql": tried(3, 5) * len(PROVED)}


def filled(stores: Stores, using: Settings) -> list[Checkpoint]:
    """Something in every table, and the checkpoints that somebody keeps elsewhere."""
    acts.add_municipality(stores, using, Town(municipality("Bergsund"), ""), ANNA)
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    file(stores, bundle(OTHER, ONE))
    first = make_checkpoint(stores)
    seq = acts.link(stores, "ks 2025 42", "MN-2025-118", ANNA)
    acts.undo(stores, seq, ANNA)
    acts.link(stores, "ks 2025 42", "MN-2025-118", ANNA)
    with reading(stores.desk) as session:
        title = session.execute(sa.select(items.c.id).where(items.c.number == "88")).scalar_one()
    acts.correct(stores, title, "number", "89", ANNA)
    return [first, make_checkpoint(stores)]


@ON_ONE_STORE
def test_check_says_which_tables_it_cannot_prove(stores: Stores, using: Settings) -> None:
    assert {*UNPROVED} == journal.tables.keys() - {table.name for table in (*PROVED, arrivals)}
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    with writing(stores.desk) as session:
        session.execute(imports.delete())
    report = check(stores, using)
    assert report.whole
    assert "imports" in lines(report)[-1]


@contextmanager
def unlocked(stores: Stores) -> Iterator[sa.Connection]:
    """The desk's database as whoever has it in his hand can change it: no key of it holds him. All is taken back."""
    with stores.desk.connect() as connection:
        bound, free = "SET session_replication_role = DEFAULT", "SET session_replication_role = replica"
        if connection.dialect.name == "sqlite":
            bound, free = "PRAGMA foreign_keys=ON", "PRAGMA foreign_keys=OFF"
        driver: Any = connection.connection.driver_connection
        driver.execute(free)
        driver.commit()
        try:
            yield connection
        finally:
            connection.rollback()
            driver.execute(bound)
            driver.commit()


def changed(value: Any, column: sa.Column[Any], dice: random.Random) -> Any:
    """The value with one byte of it, one of its digits, changed."""
    if isinstance(column.type, sa.Boolean):
        return not value
    if isinstance(value, int):
        return value + dice.choice((1, 1000))
    if value is None:
        return 1 if isinstance(column.type, sa.BigInteger | sa.Integer) else "x"
    at = dice.randrange(len(value))
    return value[:at] + ("x" if value[at] != "x" else "y") + value[at + 1 :]


def test_a_byte_changed_anywhere_is_found(stores: Stores, using: Settings) -> None:
    held = filled(stores, using)
    assert is_proved(stores, held)
    dice = random.Random(12)
    unfound, refused = [], 0
    changes = CHANGES[stores.desk.dialect.name]
    for n in range(changes):
        table = PROVED[n % len(PROVED)]
        with unlocked(stores) as connection:
            row = dice.choice(connection.execute(sa.select(table).order_by(*table.primary_key)).all())._mapping
            column = dice.choice(list(table.c))
            now = changed(row[column], column, dice)
            where = [c == row[c] for c in table.primary_key]
            try:
                connection.execute(table.update().where(*where).values({column.name: now}))
            except sa.exc.IntegrityError:  # the database itself refuses two rows of one key
                refused += 1
                continue
            if is_proved(stores, held, connection):
                unfound.append((table.name, column.name, row[column], now))
    assert unfound == []
    assert refused < changes / 10
    assert is_proved(stores, held)


def is_proved(stores: Stores, held: list[Checkpoint], changed: sa.Connection | None = None) -> bool:
    """Whether the journal's part of the check finds nothing: the registers are not built anew two hundred times."""
    with Session(changed or stores.desk) as session, reading(stores.public) as public:
        return not any(journal_faults(session, public, held))


def rechained(connection: sa.Connection, content: Callable[[int, Any], Any] = lambda _seq, said: said) -> None:
    """Write all hashes anew, as somebody who knows how they are made."""
    previous = "0" * 64
    for row in connection.execute(sa.select(entries).order_by(entries.c.seq)).all():
        said = orjson.dumps(content(row.seq, orjson.loads(row.content)), option=orjson.OPT_SORT_KEYS)
        salted = hashlib.sha256(bytes.fromhex(row.salt) + hashlib.sha256(said).digest()).hexdigest()
        values = {"content": said.decode(), "content_hash": salted, "previous": previous}
        previous = chained(previous, salted)
        connection.execute(entries.update().where(entries.c.seq == row.seq).values(values | {"hash": previous}))


def dropped(connection: sa.Connection, after: int) -> None:
    """Take away the last entries with all that follows from them."""
    for table, column in ((part_keys, "reading_seq"), (parts, "reading_seq"), (act_keys, "seq"), (act_rows, "seq")):
        connection.execute(table.delete().where(table.c[column] > after))
    for table in (releases, readings, filings, entries):
        connection.execute(table.delete().where(table.c.seq > after))


def count(connection: sa.Connection) -> int:
    return int(connection.execute(sa.select(sa.func.max(entries.c.seq))).scalar_one())


def drop_last(connection: sa.Connection) -> None:
    dropped(connection, count(connection) - 1)


def drop_last_and_checkpoint(connection: sa.Connection) -> None:
    """Back to what it was at the first checkpoint, as if the second had never been."""
    first, *_others = connection.execute(sa.select(checkpoints).order_by(checkpoints.c.size)).all()
    connection.execute(checkpoints.delete().where(checkpoints.c.size > first.size))
    dropped(connection, first.entries)
    connection.execute(act_rows.update().values(undone_by=None))


def swap(connection: sa.Connection) -> None:
    n = count(connection)
    for old, new in ((n, -1), (n - 1, n), (-1, n - 1)):
        connection.execute(entries.update().where(entries.c.seq == old).values(seq=new))


def swap_rechained(connection: sa.Connection) -> None:
    swap(connection)
    rechained(connection, lambda seq, said: said | {"seq": seq})


def reword(connection: sa.Connection) -> None:
    connection.execute(entries.update().values(content=sa.func.replace(entries.c.content, "Torget", "Parken")))


def reword_rechained(connection: sa.Connection) -> None:
    reword(connection)
    rechained(connection)


def rewrite_whole(connection: sa.Connection) -> None:
    """The words changed wherever they stand, and every hash made to fit."""
    reword_rechained(connection)
    connection.execute(parts.update().values(content=sa.func.replace(parts.c.content, "Torget", "Parken")))


def rewrite_and_sign(connection: sa.Connection) -> None:
    """The same, with no checkpoint left in the journal that could tell."""
    rewrite_whole(connection)
    connection.execute(checkpoints.delete())


def another_secret(connection: sa.Connection) -> None:
    rechained(connection, lambda seq, said: said | {"said": {"secret": "cd" * 32}} if seq == 1 else said)


def take_out(connection: sa.Connection) -> None:
    connection.execute(entries.delete().where(entries.c.seq == count(connection) - 2))


def purge(connection: sa.Connection) -> None:
    connection.execute(entries.update().where(entries.c.kind == "undo").values(content=None))


def put_in(connection: sa.Connection) -> None:
    row = connection.execute(sa.select(entries).order_by(entries.c.seq.desc())).mappings().first()
    assert row is not None
    connection.execute(entries.insert().values(dict(row) | {"seq": row["seq"] + 1}))


def delete_from(table: sa.Table) -> Callable[[sa.Connection], None]:
    def delete(connection: sa.Connection) -> None:
        row = connection.execute(sa.select(table).order_by(*table.primary_key)).first()
        assert row is not None
        connection.execute(table.delete().where(*(c == row._mapping[c] for c in table.primary_key)))

    delete.__name__ = f"delete_from_{table.name}"
    return delete


def release_more(connection: sa.Connection) -> None:
    connection.execute(releases.update().values(last_page=releases.c.last_page + 1))


def release_more_and_empty(connection: sa.Connection) -> None:
    """A release widened, and the entry emptied that said how far it went."""
    connection.execute(entries.update().where(entries.c.kind == "release").values(content=None))
    release_more(connection)


def undo_unsaid(connection: sa.Connection) -> None:
    connection.execute(act_rows.update().where(act_rows.c.undone_by.is_(None)).values(undone_by=1))


def two_of_one(connection: sa.Connection) -> None:
    row = connection.execute(sa.select(parts).order_by(parts.c.n.desc())).mappings().first()
    assert row is not None
    connection.execute(parts.insert().values(dict(row) | {"n": row["n"] + 100}))


SCENARIOS = (
    drop_last,
    drop_last_and_checkpoint,
    swap,
    swap_rechained,
    reword,
    reword_rechained,
    rewrite_whole,
    rewrite_and_sign,
    another_secret,
    take_out,
    purge,
    put_in,
    *map(delete_from, (entries, municipality_keys, filings, readings, parts, part_keys, releases, act_rows, act_keys)),
    release_more,
    release_more_and_empty,
    undo_unsaid,
    two_of_one,
)


def test_what_an_insider_would_do_is_found(stores: Stores, using: Settings) -> None:
    held = filled(stores, using)
    unfound = []
    for scenario in SCENARIOS:
        with unlocked(stores) as connection:
            scenario(connection)
            if is_proved(stores, held, connection):
                unfound.append(scenario.__name__)
    assert unfound == []
    assert is_proved(stores, held)


def test_a_word_changed_where_the_register_is_built_from_is_found(stores: Stores, using: Settings) -> None:
    filled(stores, using)
    with writing(stores.desk) as session:
        reword_parts(session.connection())
    report = check(stores, using)
    assert (report.whole, report.broken_entry, report.desk_rows) == (False, None, None)
    assert {fault.table for fault in report.faults} == {"parts"}


def reword_parts(connection: sa.Connection) -> None:
    connection.execute(parts.update().values(content=sa.func.replace(parts.c.content, "Torget", "Parken")))


@ON_ONE_STORE
def test_an_older_copy_put_back_is_found(stores: Stores, using: Settings) -> None:
    """Even where nobody kept a checkpoint: what is published is not taken back."""
    filled(stores, using)
    with writing(stores.desk) as session:
        drop_last_and_checkpoint(session.connection())
    assert check(stores, using).checkpoints == (512,)
    with writing(stores.public) as session:
        session.execute(published_checkpoints.delete())
    assert check(stores, using).checkpoints == (256,)


@ON_ONE_STORE
def test_what_lies_among_the_files_is_what_was_filed(stores: Stores, using: Settings) -> None:
    digest = import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna").sha256
    path = path_of(using.data_dir, digest)
    more = path.with_name("ab" * 32 + ".pdf")
    more.write_bytes(b"%PDF-1.4")
    assert check(stores, using).stray_files == (str(more.relative_to(using.data_dir)),)
    more.unlink()
    assert check(stores, using).whole
    path.unlink()
    path.mkdir()
    report = check(stores, using)
    assert (report.missing_files, len(report.stray_files)) == ((digest,), 1)
