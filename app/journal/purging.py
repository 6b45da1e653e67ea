"""What is purged (utplånas): a file's content leaves the journal, and its entries keep their hashes.

An entry of which the content is gone is held to its place in the chain by its hash, and the act that purged it says which
entries these are and what their hashes were: content that is gone without such an act is a fault. The act keeps the file's
hash, who did it, when, why and by which provision, and by what the public is told that something was there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.append import act
from app.journal.derived import canonical
from app.loads import loads
from app.models.journal import act_keys, acts, entries, filings, imports, jobs, part_keys, parts, readings, releases
from app.register.parts import ActKind, file_key

_RUNNING, _REFUSED = "running", "refused"  # of jobs and imports: `app/imports`
_BY_NUMBER: tuple[sa.Column[Any], ...] = (releases.c.seq, act_keys.c.seq, acts.c.seq)
_OF_READINGS: tuple[sa.Column[Any], ...] = (part_keys.c.reading_seq, parts.c.reading_seq, readings.c.seq)


@dataclass(frozen=True, slots=True)
class Purged:
    """A purge of the journal: the act's number, and the keys that it touched."""

    act: int
    keys: frozenset[str]


def purges(session: Session) -> list[dict[str, Any]]:
    """What every purge says, in order."""
    query = sa.select(acts.c.said).where(acts.c.kind == ActKind.PURGE).order_by(acts.c.seq)
    return [orjson.loads(said) for said in session.execute(query).scalars()]


def purged_on(session: Session, sha256: str) -> str | None:
    """The instant at which a file was purged."""
    query = sa.select(entries.c.at).join(acts, acts.c.seq == entries.c.seq).join(act_keys, act_keys.c.seq == acts.c.seq)
    query = query.where(act_keys.c.key == file_key(sha256), acts.c.kind == ActKind.PURGE)
    at: str | None = session.execute(query.limit(1)).scalar()
    return at


def is_being_read(session: Session, sha256: str) -> bool:
    """Whether a worker has the file in hand now."""
    running = sa.select(jobs.c.id).where(jobs.c.id.in_(_jobs_of(session, sha256)), jobs.c.state == _RUNNING)
    return session.execute(running).first() is not None


def bytes_of(session: Session, sha256: str) -> tuple[list[str], list[str]]:
    """The files (sha256) that go with a file, itself first, and the uploads of which the bytes may still wait.

    Raises `LookupError` where no such file was filed.
    """
    if session.execute(sa.select(filings.c.seq).where(filings.c.sha256 == sha256)).first() is None:
        raise LookupError(sha256)
    uploads = session.execute(sa.select(imports.c.id).where(imports.c.sha256 == sha256)).scalars()
    return [sha256, *_masked(session, sha256)], list(uploads)


def purge_entries(
    session: Session,
    sha256: str,
    by: tuple[str, str],
    law: str,
    *,
    gone: Iterable[dict[str, Any]] = (),
) -> Purged:
    """Take the content of everything that was said of a file out of the journal, and write the act that says so: `by` whom and
    why. `gone` is what the public is to be told is no more.

    Raises `LookupError` where no such file was filed.
    """
    filed = list(session.execute(sa.select(filings.c.seq).where(filings.c.sha256 == sha256)).scalars())
    if not filed:
        raise LookupError(sha256)
    of = sorted(session.execute(sa.select(filings.c.municipality).where(filings.c.seq.in_(filed))).scalars())
    read = list(session.execute(sa.select(readings.c.seq).where(readings.c.filing_seq.in_(filed))).scalars())
    keys = _keys(session, read)
    masked = _masked(session, sha256)
    done = _acts(session, sha256, filed, keys, read)
    numbers = {*filed, *read, *done, *_releases(session, filed), *_undone(session, done, read)}
    _purge_imports(session, sha256)
    hashes = _empty(session, numbers)
    _delete(session, filed, read, numbers)
    content = {
        "file": sha256,
        "municipalities": of,
        "law": law,
        "masked": masked,
        "entries": hashes,
        "gone": list(gone),
    }
    seq = act(session, ActKind.PURGE, [file_key(sha256)], content, *by)
    return Purged(seq, frozenset(keys))


def _keys(session: Session, read: Sequence[int]) -> set[str]:
    query = sa.select(part_keys.c.key).where(part_keys.c.reading_seq.in_(read)).distinct()
    return set(session.execute(query).scalars())


def _masked(session: Session, sha256: str) -> list[str]:
    """The files that masking made of this one, and of no other; none that is filed itself, as one may be that somebody has fetched."""
    said = session.execute(sa.select(acts.c.said).where(acts.c.kind == ActKind.MASK)).scalars()
    made = [orjson.loads(one) for one in said]
    others = {one["masked"] for one in made if one["file"] != sha256}
    mine = sorted({one["masked"] for one in made if one["file"] == sha256} - others)
    filed = set(session.execute(sa.select(filings.c.sha256).where(filings.c.sha256.in_(mine))).scalars())
    return [digest for digest in mine if digest not in filed]


def _releases(session: Session, filed: Sequence[int]) -> list[int]:
    return list(session.execute(sa.select(releases.c.seq).where(releases.c.filing_seq.in_(filed))).scalars())


def _undone(session: Session, done: Collection[int], read: Sequence[int]) -> set[int]:
    """The entries that undid any of these."""
    by_acts = sa.select(acts.c.undone_by).where(acts.c.seq.in_(done), acts.c.undone_by.is_not(None))
    by_readings = sa.select(readings.c.undone_by).where(readings.c.seq.in_(read), readings.c.undone_by.is_not(None))
    return {*session.execute(by_acts).scalars(), *session.execute(by_readings).scalars()}


def _acts(session: Session, sha256: str, filed: Sequence[int], keys: set[str], read: Sequence[int]) -> set[int]:
    """The acts on the file, and those that bear on nothing that lies in another."""
    kept = set[str]()
    on: set[int] = set()
    for load in loads(sorted(keys)):
        left = sa.select(part_keys.c.key).where(part_keys.c.key.in_(load), part_keys.c.reading_seq.not_in(read))
        kept |= set(session.execute(left).scalars())
        on |= set(session.execute(sa.select(act_keys.c.seq).where(act_keys.c.key.in_(load))).scalars())
    bear: dict[int, set[str]] = {}
    for numbers in loads(sorted(on)):
        for row in session.execute(sa.select(act_keys).where(act_keys.c.seq.in_(numbers))):
            bear.setdefault(row.seq, set()).add(row.key)
    alone = {seq for seq, held in bear.items() if held <= keys - kept}
    about = set(session.execute(sa.select(act_keys.c.seq).where(act_keys.c.key == file_key(sha256))).scalars())
    chosen = sa.select(acts.c.seq, acts.c.said).where(acts.c.kind.in_([ActKind.CHOOSE, ActKind.CORRECTED]))
    of_file = {row.seq for row in session.execute(chosen) if orjson.loads(row.said).get("filing") in filed}
    return alone | about | of_file


def _jobs_of(session: Session, sha256: str) -> list[str]:
    """The jobs that would read the file: those of its uploads, and those that read it anew."""
    uploads = sa.select(imports.c.id).where(imports.c.sha256 == sha256)
    filed = session.execute(sa.select(filings.c.seq).where(filings.c.sha256 == sha256)).scalars().all()
    found = set(session.execute(uploads).scalars())
    for row in session.execute(sa.select(jobs.c.id, jobs.c.said)):
        payload = orjson.loads(row.said)
        if payload.get("sha256") == sha256 or payload.get("filing") in filed:
            found.add(row.id)
    return sorted(found)


def _purge_imports(session: Session, sha256: str) -> None:
    """Let the uploads tell no more than that they were there."""
    session.execute(jobs.delete().where(jobs.c.id.in_(_jobs_of(session, sha256))))
    rows = session.execute(sa.select(imports).where(imports.c.sha256 == sha256)).all()
    name = f"{sha256[:12]}.pdf"
    for row in rows:
        told = {"id": row.id, "name": name, "sha256": sha256, "state": _REFUSED}
        empty: dict[str, Any] = {
            key: [] if isinstance(value, list) else 0 for key, value in _receipt(row.receipt).items()
        }
        values = {
            "name": name,
            "state": _REFUSED,
            "filing_seq": None,
            "receipt": canonical({**empty, "municipality": None, **told}).decode(),
            "problem": canonical({"code": "purged", "params": {}}).decode(),
        }
        session.execute(imports.update().where(imports.c.id == row.id).values(values))


def _receipt(kept: str | None) -> dict[str, Any]:
    return dict(orjson.loads(kept)) if kept else {}


def _empty(session: Session, numbers: Collection[int]) -> list[list[Any]]:
    """Take the content and the reason of entries away; gives each one's number and hash."""
    hashes: list[list[Any]] = []
    for load in loads(sorted(numbers)):
        query = sa.select(entries.c.seq, entries.c.content_hash).where(entries.c.seq.in_(load)).order_by(entries.c.seq)
        hashes += [[row.seq, row.content_hash] for row in session.execute(query)]
        session.execute(entries.update().where(entries.c.seq.in_(load)).values(content=None, reason=None))
    return hashes


def _delete(session: Session, filed: Sequence[int], read: Sequence[int], numbers: Collection[int]) -> None:
    for column in _OF_READINGS:
        session.execute(sa.delete(column.table).where(column.in_(read)))
    for load in loads(sorted(numbers)):
        for column in _BY_NUMBER:
            session.execute(sa.delete(column.table).where(column.in_(load)))
    session.execute(filings.delete().where(filings.c.seq.in_(filed)))
