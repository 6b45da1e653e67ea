"""Which entries of the journal are a municipality's alone: what leaves with it when it is taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.errors import WrongUse
from app.journal.append import Moved
from app.journal.purging import purges
from app.language.i18n import gettext as _
from app.loads import loads
from app.models.journal import (
    act_keys,
    acts,
    arrivals,
    entries,
    filings,
    municipality_keys,
    readings,
    releases,
)
from app.register.municipalities import Municipality
from app.register.parts import ActKind, file_key

# Of a file, and no municipality's: an upload that was laid aside stays with the uploads.
_STAYS = (ActKind.ASIDE, ActKind.ACCESS)


def entries_of(session: Session, place: Municipality) -> list[int]:
    """The numbers of a municipality's entries, in the order in which they are to come elsewhere.

    Raises `WrongUse` with why it cannot be taken out alone: it has no key of its own, or an act bears on another one too.
    """
    key = session.execute(
        sa.select(municipality_keys.c.seq).where(municipality_keys.c.municipality == place.id)
    ).scalar()
    if key is None:
        raise WrongUse(
            _(
                "{place} har ingen egen nyckel: den lades till av en äldre version, eller sedan något lästs in, och dess id hänger på installationens hemlighet, som inte lämnas ut. Flytta hela installationen med diarium db backup."
            ).format(place=place.name)
        )
    filed = {
        row.seq: row.sha256
        for row in session.execute(sa.select(filings.c.seq, filings.c.sha256).where(filings.c.municipality == place.id))
    }
    purged, files = _purged(session, place)
    read = _of_filings(session, readings, filed)
    found = {key, *filed, *read, *_of_filings(session, releases, filed), *purged}
    found |= _acts(session, place, {*filed.values(), *files}, files, {*read})
    found |= _undone(session, found)
    for row in session.execute(sa.select(arrivals).where(arrivals.c.municipality == place.id)):
        found |= {row.seq, *range(row.seq + 1, row.last + 1)}
    return sorted(found, key=_in_time(session))


def lines_of(session: Session, numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    """These entries as they stand, without what chains them to others."""
    columns = (entries.c[name] for name in ("seq", "kind", "actor", "at", "reason", "salt", "content", "content_hash"))
    query = sa.select(*columns)
    for load in loads(numbers):
        found = session.execute(query.where(entries.c.seq.in_(load))).mappings()
        held = {row["seq"]: {str(name): value for name, value in row.items()} for row in found}
        yield from (held[seq] for seq in load)


def _in_time(session: Session) -> Any:
    """What sorts the entries by when they were made: those that came from elsewhere go before the entry that tells of it."""
    last = {row.seq: row.last for row in session.execute(sa.select(arrivals))}
    return lambda seq: (last.get(seq, seq), seq in last)


def _purged(session: Session, place: Municipality) -> tuple[set[int], set[str]]:
    """The entries of its files that were purged, and these files. Raises `WrongUse` where one was another's too."""
    numbers, files = set[int](), set[str]()
    for purge in purges(session):
        of = purge.get("municipalities", [])
        if place.id in of:
            if of != [place.id]:
                raise _also_anothers(purge["file"])
            numbers |= {seq for seq, _hash in purge["entries"]}
            files.add(purge["file"])
    return numbers, files


def _of_filings(session: Session, table: sa.Table, filed: Collection[int]) -> list[int]:
    return [
        seq
        for load in loads(sorted(filed))
        for seq in session.execute(sa.select(table.c.seq).where(table.c.filing_seq.in_(load))).scalars()
    ]


def _acts(
    session: Session, place: Municipality, digests: set[str], purged: Collection[str], read: set[int]
) -> set[int]:
    """What people did that bears on it alone. Raises `WrongUse` for an act that stands and bears on another municipality too."""
    own, of_file = f"{place.id}|", {file_key(digest): digest for digest in digests}
    on = set(
        session.execute(sa.select(act_keys.c.seq).where(act_keys.c.key.startswith(own, autoescape=True))).scalars()
    )
    for load in loads(sorted(of_file)):
        on |= set(session.execute(sa.select(act_keys.c.seq).where(act_keys.c.key.in_(load))).scalars())
    shared = _shared(session, place, digests)
    found = set[int]()
    for load in loads(sorted(on)):
        for row in session.execute(sa.select(acts).where(acts.c.seq.in_(load))):
            content = orjson.loads(row.said)
            if row.kind in _STAYS:
                continue
            if any(not key.startswith(own) and key not in of_file for key in content["keys"]):
                if row.undone_by is None:
                    raise WrongUse(
                        _("Åtgärd {seq} gäller också en annan kommun. Ångra den först: diarium act undo {seq}").format(
                            seq=row.seq
                        )
                    )
                continue  # what was undone holds for nobody
            (digest,) = {of_file[key] for key in content["keys"] if key in of_file} or {""}
            if digest not in shared or digest in purged:
                found.add(row.seq)
            elif row.kind != ActKind.APPROVE:
                raise _also_anothers(digest)
            elif content["reading"] in read:
                found.add(row.seq)
    return found


def _shared(session: Session, place: Municipality, digests: Collection[str]) -> set[str]:
    """Those of the files that are filed for another municipality too."""
    query = sa.select(filings.c.sha256).where(filings.c.municipality != place.id)
    return {
        digest
        for load in loads(sorted(digests))
        for digest in session.execute(query.where(filings.c.sha256.in_(load))).scalars()
    }


def _also_anothers(digest: str) -> WrongUse:
    return WrongUse(
        _("Filen {sha256} är inläst för flera kommuner, och det som är gjort med den gäller dem alla.").format(
            sha256=digest
        )
    )


def _undone(session: Session, numbers: Collection[int]) -> set[int]:
    """The entries that undid any of these."""
    found = set[int]()
    for load in loads(sorted(numbers)):
        for table in (acts, readings):
            query = sa.select(table.c.undone_by).where(table.c.seq.in_(load), table.c.undone_by.is_not(None))
            found |= set(session.execute(query).scalars())
    return found


def moved_from(line: dict[str, Any]) -> Moved:
    """An entry as `lines_of` gave it. Raises `KeyError`, `TypeError`, `ValueError` where it is none."""
    content = None if line["content"] is None else orjson.loads(line["content"])
    return Moved(
        seq=line["seq"],
        kind=line["kind"],
        actor=line["actor"],
        at=line["at"],
        reason=line["reason"],
        salt=line["salt"],
        content_hash=line["content_hash"],
        payload=None if content is None else content["said"],
        was=None if content is None else content.get("was"),
    )
