"""The journal: what PDFs state and people did, appended in one chained sequence and never changed. Its only writer.

Each entry has a number (given under the one writer lock, so numbers follow commit order), an actor, an instant (UTC),
a reason where there is one, and a salted hash of its canonical JSON chained to the entry before: tampering shows, and
content that is purged by law leaves its hash without letting it be guessed. The first entry holds the installation's
secret, the key of ids of every municipality that has none of its own.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.derived import (
    act_key_rows,
    act_row,
    canonical,
    filing_row,
    key_row,
    part_key_rows,
    part_rows,
    parts_of,
    reading_row,
    release_row,
)
from app.journal.masks import masked_files
from app.models.journal import (
    act_keys,
    acts,
    entries,
    filings,
    municipality_keys,
    part_keys,
    parts,
    readings,
    releases,
)
from app.register.municipalities import Municipality
from app.register.parts import PERSON, ActKind
from app.register.versions import version_order
from importers.bundle import Bundle, bundle_from_json, bundle_to_json

_GENESIS = "0" * 64
# The key under which an entry holds what it is about. The word stays: old entries and their hashes bear it.
_CONTENT = "said"
# The kind of the entry that gives a municipality its key.
KEY = "key"
# Of the one after which the entries of a municipality from another installation follow.
PUT_IN = "put-in"


@dataclass(frozen=True, slots=True)
class Filed:
    """What filing a reading came to: the filing's number, the reading's, and the keys that it touches.

    `reading` is None, `keys` and `documents` are empty where nothing was appended: the same file, municipality and reader version was
    filed before. `first` where the file itself is new to the municipality; `documents` are the reading's, as JSON values.
    """

    filing: int
    reading: int | None
    keys: frozenset[str]
    first: bool = False
    documents: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry as another journal has it: its number there, `payload` what it says (None: purged), and `was` what it was before in
    a third, where it had come from one."""

    seq: int
    kind: str
    actor: str
    at: str
    reason: str | None
    salt: str
    content_hash: str
    payload: dict[str, Any] | None
    was: dict[str, Any] | None = None


def now() -> str:
    """The instant, as the journal writes it: `2026-11-23T08:15:00.000000Z`."""
    return written(dt.datetime.now(dt.UTC))


def written(instant: dt.datetime) -> str:
    """An instant (UTC) as the journal writes it."""
    return instant.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def append(session: Session, kind: str, payload: dict[str, Any], actor: str, reason: str | None = None) -> int:
    """Append an entry and return its number."""
    seq, previous = _next(session)
    row = {"seq": seq, "kind": kind, "actor": actor, "at": now(), "reason": reason}
    _insert(session, row, canonical(row | {_CONTENT: payload}), previous)
    return seq


def append_moved(session: Session, came: Moved, payload: dict[str, Any] | None) -> int:
    """Append an entry that another installation's journal had, with what it says in this one's numbers, and return its number. It
    keeps its actor, instant and reason, and tells which it was; what was purged keeps its hash alone."""
    seq, previous = _next(session)
    row = {"seq": seq, "kind": came.kind, "actor": came.actor, "at": came.at, "reason": came.reason}
    if payload is None:
        _insert(session, row, None, previous, (came.salt, came.content_hash))
        return seq
    was = {"seq": came.seq, "salt": came.salt, "hash": came.content_hash} | ({"was": came.was} if came.was else {})
    _insert(session, row, canonical(row | {_CONTENT: payload, "was": was}), previous)
    return seq


def _next(session: Session) -> tuple[int, str]:
    """The next entry's number, and the hash that it is chained to."""
    last = session.execute(sa.select(entries.c.seq, entries.c.hash).order_by(entries.c.seq.desc()).limit(1)).first()
    return (last.seq + 1, last.hash) if last else (1, _GENESIS)


def _insert(
    session: Session, row: dict[str, Any], content: bytes | None, previous: str, gone: tuple[str, str] = ("", "")
) -> None:
    """`gone` are the salt and the hash of content that is no more."""
    salt, content_hash = gone
    if content is not None:
        salt = secrets.token_hex(16)
        content_hash = salted(salt, content)
    session.execute(
        entries.insert().values(
            **row,
            salt=salt,
            content=content.decode() if content else None,
            content_hash=content_hash,
            previous=previous,
            hash=chained(previous, content_hash),
        )
    )


def salted(salt: str, content: bytes) -> str:
    """The hash of an entry's content, as the chain has it. Raises `ValueError` for a salt that is none."""
    return hashlib.sha256(bytes.fromhex(salt) + hashlib.sha256(content).digest()).hexdigest()


def chained(previous: str, content_hash: str) -> str:
    return hashlib.sha256(bytes.fromhex(previous) + bytes.fromhex(content_hash)).hexdigest()


def first_broken(session: Session) -> int | None:
    """The number of the first entry that is not what was appended, None where the whole chain holds.

    An entry whose content was purged by law is held to its place in the chain alone.
    """
    previous = _GENESIS
    for n, entry in enumerate(session.execute(sa.select(entries).order_by(entries.c.seq)), start=1):
        if entry.seq != n or not _is_chained(entry, previous):
            return int(n)
        previous = entry.hash
    return None


def _is_chained(entry: Any, previous: str) -> bool:
    """Whether an entry's hashes are those of its content, and of the entry before."""
    try:
        content_hash = entry.content_hash
        if entry.content is not None:
            content_hash = salted(entry.salt, entry.content.encode())
        is_hex = bytes.fromhex(entry.salt).hex() == entry.salt
        chain = (previous, content_hash, chained(previous, content_hash))
    except ValueError:  # a hash that is none
        return False
    return is_hex and chain == (entry.previous, entry.content_hash, entry.hash)


def open_journal(session: Session) -> None:
    """Write the first entry, with a new secret, where the journal is empty."""
    if session.execute(sa.select(entries.c.seq).limit(1)).first() is None:
        append(session, "installation", {"secret": secrets.token_hex(32)}, "diarium")


def give_key(session: Session, municipality: str, actor: str, reason: str) -> None:
    """Give a municipality a key of its own for its ids, for good; none where it has one, or anything is filed of it: ids stay as
    they are."""
    there = sa.union_all(
        sa.select(municipality_keys.c.seq).where(municipality_keys.c.municipality == municipality),
        sa.select(filings.c.seq).where(filings.c.municipality == municipality),
    )
    if session.execute(there.limit(1)).first() is None:
        payload = {"municipality": municipality, "key": secrets.token_hex(32)}
        seq = append(session, KEY, payload, actor, reason)
        session.execute(municipality_keys.insert().values(key_row(seq, payload)))


def filed_before(session: Session, digest: str, municipality: str | None, reader: tuple[str, str]) -> int | None:
    """The number of the filing of this file that this reader version has read already."""
    name, version = reader
    query = (
        sa.select(filings.c.seq)
        .join(readings, readings.c.filing_seq == filings.c.seq)
        .where(filings.c.sha256 == digest, readings.c.reader == name, readings.c.version == version)
    )
    if municipality is not None:
        query = query.where(filings.c.municipality == municipality)
    found: int | None = session.execute(query.order_by(filings.c.seq).limit(1)).scalar()
    return found


def bundle_of(session: Session, filing: int, reader: tuple[str, str]) -> Bundle:
    """The bundle that this reader version read out of a filed file. Raises `NoResultFound`."""
    name, version = reader
    query = (
        sa.select(entries.c.content)
        .join(readings, readings.c.seq == entries.c.seq)
        .where(readings.c.filing_seq == filing, readings.c.reader == name, readings.c.version == version)
    )
    content = session.execute(query).scalar_one()
    return bundle_from_json(orjson.loads(content)[_CONTENT]["bundle"])


def file_bundle(
    session: Session,
    bundle: Bundle,
    place: Municipality,
    actor: str,
    body: str | None = None,
    reason: str | None = None,
) -> Filed:
    """File a PDF and its reading, or what a person entered. Filing twice is filing once: the second appends nothing.

    `body` is the one body that the actor is entitled to file for, None where there is no such limit.
    """
    reader = (bundle.reader.name, bundle.reader.version)
    before = filed_before(session, bundle.file.sha256, place.id, reader)
    if before is not None:
        return Filed(before, None, frozenset())
    filing, first = _filing(session, bundle, place, actor, body)
    superseded = _superseded(session, filing, bundle.reader.version)
    plain = bundle_to_json(bundle)
    seq = append(session, "reading", {"filing": filing, "bundle": plain}, actor, reason)
    counts = superseded is not None
    session.execute(readings.insert().values(reading_row(seq, {"filing": filing, "bundle": plain}, counts=counts)))
    keys = _keep_parts(session, seq, filing, bundle, plain["documents"], place)
    touched = frozenset(keys | superseded) if superseded is not None else frozenset[str]()
    return Filed(filing, seq, touched, first, tuple(plain["documents"]))


def release(
    session: Session,
    filing: int,
    pages: tuple[int, int],
    actor: str,
    reason: str,
    *,
    public: bool = True,
    law: str | None = None,
) -> int:
    """Release pages (1-based, inclusive) of a filed file to the public, or withdraw them (`public` false), by the provision
    `law` where one is stated."""
    first, last = pages
    kind = "release" if public else "withdraw"
    payload: dict[str, Any] = {"filing": filing, "pages": [first, last]} | ({"law": law} if law else {})
    seq = append(session, kind, payload, actor, reason)
    session.execute(releases.insert().values(release_row(seq, kind, payload)))
    return seq


def act(session: Session, kind: ActKind, keys: Sequence[str], payload: dict[str, Any], actor: str, reason: str) -> int:
    """Append what a person did to the cases or entities that `keys` name."""
    content = {"act": kind.value, "keys": list(keys), **payload}
    seq = append(session, "act", content, actor, reason)
    session.execute(acts.insert().values(act_row(seq, content)))
    session.execute(act_keys.insert(), act_key_rows(seq, content))
    return seq


def undo(session: Session, seq: int, actor: str, reason: str) -> list[str]:
    """Undo an act by another; returns the keys that the undone act bore on.

    Raises `LookupError` where there is no such act, or it is undone already.
    """
    standing = session.execute(sa.select(acts).where(acts.c.seq == seq, acts.c.undone_by.is_(None))).first()
    if standing is None:
        raise LookupError(seq)
    undone_by = append(session, "undo", {"act": seq}, actor, reason)
    session.execute(acts.update().where(acts.c.seq == seq).values(undone_by=undone_by))
    return list(session.execute(sa.select(act_keys.c.key).where(act_keys.c.seq == seq)).scalars())


def undo_reading(session: Session, seq: int, actor: str, reason: str) -> list[str]:
    """Undo what a person entered by hand; returns the keys that it bore on.

    Raises `LookupError` where there is no such reading, a file was read, or it is undone already.
    """
    wanted = (readings.c.seq == seq, readings.c.reader == PERSON, readings.c.undone_by.is_(None))
    if session.execute(sa.select(readings.c.seq).where(*wanted)).first() is None:
        raise LookupError(seq)
    undone_by = append(session, "undo", {"reading": seq}, actor, reason)
    session.execute(readings.update().where(readings.c.seq == seq).values(undone_by=undone_by, counts=False))
    return list(session.execute(sa.select(part_keys.c.key).where(part_keys.c.reading_seq == seq)).scalars())


def entered_before(session: Session, digest: str, municipality: str) -> int:
    """How often the same was entered by hand for a municipality and undone again."""
    query = (
        sa.select(sa.func.count())
        .select_from(readings)
        .join(filings, filings.c.seq == readings.c.filing_seq)
        .where(filings.c.sha256 == digest, filings.c.municipality == municipality, readings.c.undone_by.is_not(None))
    )
    return int(session.execute(query).scalar_one())


def stored_files(session: Session | sa.Connection) -> list[str]:
    """The sha256 of every file that was filed or that masking made, each once; what a person entered by hand lies in none."""
    query = sa.select(filings.c.sha256).where(filings.c.bytes > 0).distinct()
    return sorted({*session.execute(query).scalars(), *masked_files(session)})


def add_keys(session: Session, given: dict[tuple[int, int], set[str]]) -> set[str]:
    """Let parts be found under the keys that corrections gave them too; returns all of those keys."""
    for (reading, n), keys in given.items():
        there = set(
            session.execute(
                sa.select(part_keys.c.key).where(part_keys.c.reading_seq == reading, part_keys.c.n == n)
            ).scalars()
        )
        new = [{"key": key, "reading_seq": reading, "n": n} for key in sorted(keys - there)]
        if new:
            session.execute(part_keys.insert(), new)
    return {key for keys in given.values() for key in keys}


def _filing(session: Session, bundle: Bundle, place: Municipality, actor: str, body: str | None) -> tuple[int, bool]:
    """The number of the file's filing, and whether it was made now."""
    digest = bundle.file.sha256
    before: int | None = session.execute(
        sa.select(filings.c.seq).where(filings.c.sha256 == digest, filings.c.municipality == place.id)
    ).scalar()
    if before is not None:
        return before, False
    payload = {
        "sha256": digest,
        "bytes": bundle.file.bytes,
        "name": bundle.file.name,
        "body": body,
        "municipality": {"id": place.id, "name": place.name, "slug": place.slug, "code": place.code},
    }
    seq = append(session, "filing", payload, actor)
    session.execute(filings.insert().values(filing_row(seq, payload)))
    return seq, True


def _superseded(session: Session, filing: int, version: str) -> set[str] | None:
    """The keys of the reading that no longer counts; None where a later version was filed before this one."""
    superseded = session.execute(
        sa.select(readings.c.seq, readings.c.version).where(readings.c.filing_seq == filing, readings.c.counts)
    ).first()
    if superseded is None:
        return set()
    if version_order(superseded.version) > version_order(version):
        return None
    session.execute(readings.update().where(readings.c.seq == superseded.seq).values(counts=False))
    return set(session.execute(sa.select(part_keys.c.key).where(part_keys.c.reading_seq == superseded.seq)).scalars())


def _keep_parts(
    session: Session, seq: int, filing: int, bundle: Bundle, plain: list[dict[str, Any]], place: Municipality
) -> set[str]:
    """Write the reading's documents and §§ as parts under the keys that join them to others; returns those keys."""
    rows, keyed = part_rows(seq, plain), part_key_rows(seq, parts_of(filing, bundle, place))
    for table, values in ((parts, rows), (part_keys, keyed)):
        if values:
            session.execute(table.insert(), values)
    return {row["key"] for row in keyed}
