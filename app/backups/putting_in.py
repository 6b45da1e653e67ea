"""Putting a municipality in that was taken out of another installation: all of it, or nothing.

Its entries are appended in one transaction, and its files lie durably before that commits. Which files came with it is written
down first, so that whoever is killed midway leaves none: the next command takes them away.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from app.backups.errors import FileIsAnothers, SignedByAnother, TownFileDamaged, TownIsHere
from app.backups.town_file import TownFile, TownManifest, open_town_file
from app.db import Stores, reading, trial, writing
from app.installation.folder_locks import locked
from app.installation.opening import PUTTING_IN
from app.journal import files
from app.journal.append import PUT_IN, act, append, stored_files
from app.journal.arriving import Arriving, OfFileHere
from app.journal.derived import arrival_row
from app.journal.storage import Storage, storage_of
from app.journal.stored import keep, let_go, receive
from app.models.journal import act_keys, arrivals, entries, filings, jobs, municipality_keys
from app.projection.desk import project_desk
from app.projection.public import follow, publish
from app.queries.towns import named_alike, town
from app.register.municipalities import Municipality
from app.register.parts import ActKind
from app.register.towns import Town, town_key
from app.settings import Settings

# In the folder of whoever puts one in: the files that came with it.
_CAME = "files"
# What comes of content that no journal of ours would hold.
_WRONG = (ValueError, LookupError, TypeError, AttributeError, OverflowError, IntegrityError, DataError)


@contextmanager
def looked_into(path: Path, signed_by: str | None = None) -> Iterator[TownFile]:
    """A municipality's file, whole. Raises as `open_town_file` does, and `SignedByAnother` where it is not by the key given."""
    with open_town_file(path) as held:
        if signed_by is not None and held.manifest.installation != signed_by.strip().casefold():
            raise SignedByAnother(held.manifest.installation)
        yield held


def refuse_known(stores: Stores, place: Municipality) -> None:
    """Raises `TownIsHere` where anything of the municipality is in this installation."""
    with reading(stores.desk) as session:
        _refuse_known(session, place)


def put_in(stores: Stores, using: Settings, held: TownFile, path: Path, by: tuple[str, str]) -> TownManifest:
    """Put the municipality of a file in, open again, `by` whom and why; its pages have no address of their own until it is given
    one. Raises `TownIsHere`, `TownFileDamaged`, `FileIsAnothers`; then nothing is changed."""
    storage = storage_of(using)
    with _sweeping(stores, using, storage) as folder, writing(stores.desk) as session:
        _refuse_known(session, held.manifest.place)
        try:
            project_desk(session, _append(session, held, path, by))
            _try_to_publish(session, stores)
        except OfFileHere as other:
            raise FileIsAnothers(str(other)) from other
        except _WRONG as error:
            raise TownFileDamaged(str(path)) from error
        _keep_files(storage, held, folder)
    publish(stores)
    return held.manifest


def sweep(stores: Stores, using: Settings) -> None:
    """Take away the files of a municipality whose putting in was killed; not while another puts one in."""
    folder = using.data_dir / PUTTING_IN
    with suppress(FileNotFoundError, BlockingIOError), locked(folder, wait=False):
        _sweep(stores, storage_of(using), folder)


def _refuse_known(session: Session, place: Municipality) -> None:
    begins = act_keys.c.key.startswith(f"{place.id}|", autoescape=True)
    there = sa.union_all(
        sa.select(municipality_keys.c.seq).where(municipality_keys.c.municipality == place.id),
        sa.select(filings.c.seq).where(filings.c.municipality == place.id),
        sa.select(act_keys.c.seq).where(begins),
    )
    if town(session, place.id) is not None or session.execute(there.limit(1)).first() is not None:
        raise TownIsHere(place.name)
    if (other := named_alike(session, place)) is not None:
        raise TownIsHere(other)


def _append(session: Session, held: TownFile, path: Path, by: tuple[str, str]) -> set[str]:
    """Append all its entries, and that it is open here; the keys that they touch."""
    manifest, place = held.manifest, held.manifest.place
    last = session.execute(sa.select(sa.func.max(entries.c.seq))).scalar_one() + 1 + manifest.entries
    said = {
        "municipality": manifest.municipality,
        "installation": manifest.installation,
        "made": manifest.made,
        "seal": manifest.seal,
        "last": last,
    }
    seq = append(session, PUT_IN, said, *by)
    session.execute(arrivals.insert().values(arrival_row(seq, said)))
    arriving = Arriving(session, place)
    for line in held.lines():
        arriving.take(line)
    arriving.finish()
    if arriving.files != dict(manifest.files):
        raise TownFileDamaged(str(path))
    known = arriving.town or Town(place, place.name)
    told = Town(place, known.called, known.colour, None, known.contact)
    act(session, ActKind.MUNICIPALITY, [town_key(place.id)], told.told(), *by)
    return {*arriving.keys, town_key(place.id)}


def _try_to_publish(session: Session, stores: Stores) -> None:
    """See that the public register can follow, and take that back: what it could not would stand in its way for good."""
    with session.begin_nested() as tried, trial(stores.public) as public:
        follow(session, public)
        tried.rollback()


def _keep_files(storage: Storage, held: TownFile, folder: Path) -> None:
    new = [digest for digest, _size in held.manifest.files if not storage.exists(files.key_of(digest))]
    files.write(folder / _CAME, "\n".join(new).encode())
    for digest, data in held.files():
        receive(storage, digest, data)
        keep(
            storage, digest, digest
        )  # what dies in the midst leaves half a file among those that wait, and none among these
        let_go(storage, digest)


@contextmanager
def _sweeping(stores: Stores, using: Settings, storage: Storage) -> Iterator[Path]:
    """The folder of one who puts a municipality in, alone; what came and is not filed at the end is taken away."""
    folder = using.data_dir / PUTTING_IN
    folder.mkdir(mode=0o700, exist_ok=True)
    with locked(folder):
        _sweep(stores, storage, folder)
        try:
            yield folder
        finally:
            _sweep(stores, storage, folder)


def _sweep(stores: Stores, storage: Storage, folder: Path) -> None:
    files.drop_halves(folder)
    came = folder / _CAME
    if not came.is_file():
        return
    with writing(stores.desk) as session:  # nobody files now what is taken away
        filed = set(stored_files(session))
        waiting = set(session.execute(sa.select(jobs.c.key)).scalars())
        for digest in came.read_text().split():
            let_go(storage, digest)
            if digest not in filed and not any(digest in key for key in waiting):
                storage.delete(files.key_of(digest))
    came.unlink()
