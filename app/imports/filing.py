"""One upload from bytes to register: read, kept, filed and projected, or refused with nothing left behind.

Every upload ends as exactly one of `imported`, `held` (imported, and some of it kept from the public until a person has
looked at it), `duplicate` and `refused`, and leaves a row that says which; until then it is `queued`. A refused
file leaves its row, and neither bytes nor entry. Whatever is taken in is durable, bytes and row, before anybody is answered
so, and is a job: what becomes of it is written in the one transaction that ends the job. The desk register is projected
in the transaction that appends; the public one follows, and would catch up at the next start if the machine stopped in
between.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.db import Stores, reading, writing
from app.errors import (
    KeyRefused,
    MachineBusy,
    MunicipalityClosed,
    MunicipalityNeeded,
    Purged,
    SeveralMunicipalities,
    Unreadable,
    unreadable,
)
from app.imports.claims import settle_claims, settled_by
from app.imports.queue import Rank, finish
from app.imports.uploads import Claims, Receipt, State, Upload, drop, end, enter, put_back, refuse, refused, take_in
from app.imports.workers import Worker, at_risk
from app.journal.append import bundle_of, file_bundle, filed_before
from app.journal.files import sha256 as sha256_of
from app.journal.purging import purged_on
from app.journal.releasing import held_back, release_by_default
from app.journal.storage import storage_of
from app.journal.stored import keep, received
from app.language.printable import printable
from app.models.journal import imports
from app.projection.desk import project_desk
from app.projection.public import publishing
from app.queries.places import given
from app.queries.same_meeting import revisions
from app.queries.towns import require_open
from app.register.bodies import body_key, body_name
from app.register.differing import Difference
from app.register.municipalities import Municipality, municipality
from app.settings import Settings
from app.traces import span
from importers import READER, MachineTooBusy, bundle_in, check_first_bytes, read_apart
from importers.bundle import Bundle, Severity, bundle_to_json
from importers.errors import UnreadableFile
from importers.pdf.progress import Tell, silent

LONGEST_NAME = 255  # signs, as file systems have it
# Why an upload is refused: whoever handed it in can do something about it.
REFUSALS = (Unreadable, MunicipalityNeeded, MunicipalityClosed, KeyRefused, Purged)


def accept(
    worker: Worker,
    data: bytes,
    claims: Claims,
    *,
    at_once: bool = True,
    id: str | None = None,
    rank: Rank = Rank.MANY,
) -> Upload | Receipt:
    """Take a file in, durably, and give it to this worker (`at_once`) or leave it in the queue; a duplicate's receipt.
    Of its name is kept what can be printed. `id` is the import's where whoever hands it in has one for it.

    The same file from the same hand, whose import was interrupted, is that import. Raises `Unreadable` where size and
    first bytes already show that it is no PDF of ours, `MunicipalityNeeded`, `MunicipalityClosed`, `Purged`.
    """
    digest = sha256_of(data)
    claims = replace(claims, name=printable(claims.name, LONGEST_NAME))
    upload = Upload(id or secrets.token_hex(10), digest, claims)
    try:
        check_upload(data, claims.name)
        _check_purged(worker.stores, digest)
        _check_open(worker.stores, claims.place)
        repeated = _repeated(worker.stores, worker.settings, digest, claims.place)
    except (Unreadable, MunicipalityNeeded, MunicipalityClosed, Purged) as problem:
        with writing(worker.stores.desk) as session:
            enter(session, upload)
            end(session, refused(upload), None, problem)
        raise
    if repeated is not None and not _means_more(worker, repeated, upload):
        return _duplicate(worker.stores, upload, repeated)
    return take_in(worker, upload, data, at_once=at_once, rank=rank)


def work(worker: Worker, upload: Upload) -> Receipt:
    """Read and file what this worker has in hand; where it ends otherwise than so or refused, it is put back.

    Raises `Unreadable` where the file cannot be read, `MunicipalityNeeded` where nobody says whose it is, `MunicipalityClosed`,
    and `KeyRefused` where it is not for its key to file; each leaves the upload refused.
    """
    has_ended = False
    try:
        receipt = settle(worker, upload, read(worker, upload))
        has_ended = True
    except REFUSALS as problem:
        refuse(worker, upload, problem)
        has_ended = True
        raise
    finally:
        if not has_ended:
            put_back(worker, upload)
    return receipt


def read(worker: Worker, upload: Upload, tell: Tell = silent) -> Bundle:
    """What an upload's file says; `tell` hears how many pages of a scan are read, of how many.

    Raises `Unreadable`, `MachineBusy`.
    """
    with span("reading") as told:
        data = received(storage_of(worker.settings), upload.id)
        told.tell(bytes=len(data))
        answer = _read_apart(data, upload.claims.name, tell)
        with at_risk(worker, upload.id):
            bundle = bundle_in(answer, data, Path(upload.claims.name).name, upload.sha256)
        told.tell(pages=len(bundle.file.pages), documents=len(bundle.documents))
    return bundle


def read_data(data: bytes, name: str, sha256: str) -> Bundle:
    """What a file says; `name` is data. Raises `Unreadable`, `MachineBusy`."""
    return bundle_in(_read_apart(data, name), data, Path(name).name, sha256)


def _read_apart(data: bytes, name: str, tell: Tell = silent) -> bytes:
    try:
        return read_apart(data, tell)
    except UnreadableFile as unread:
        raise unreadable(name, unread.code.value, unread.params) from unread
    except MachineTooBusy as busy:
        raise MachineBusy from busy


def settle(worker: Worker, upload: Upload, bundle: Bundle) -> Receipt:
    """File what was read: in one transaction with the end of the job.

    Raises `MunicipalityNeeded`, `MunicipalityClosed`, `KeyRefused`, and `LeaseLost` where another worker has taken the job over.
    """
    with span("filing") as told:
        receipt = _settle(worker, upload, bundle)
        told.tell(state=str(receipt.state), documents=receipt.documents, items=receipt.items)
    return receipt


def _settle(worker: Worker, upload: Upload, bundle: Bundle) -> Receipt:
    claims, storage = upload.claims, storage_of(worker.settings)
    place = claims.place or whose(bundle, worker.settings)
    if claims.bound and (named := _named(bundle)) and place not in named:
        raise KeyRefused
    if claims.body is not None and not _holds(bundle, claims.body):
        raise KeyRefused
    _check_open(worker.stores, place)
    keep(storage, upload.id, upload.sha256)
    with at_risk(worker, upload.id), publishing(worker.stores) as session:
        finish(session, upload.id, worker.name)
        receipt = file_upload(session, bundle, place, upload)
    drop(worker, upload.id)
    return receipt


def whose(bundle: Bundle, settings: Settings) -> Municipality:
    """The municipality that the file itself names, else the installation's own.

    Raises `MunicipalityNeeded` where neither is there, `SeveralMunicipalities` where the file names several.
    """
    named = _named(bundle)
    if len(named) == 1:
        return named.pop()
    if named:
        raise SeveralMunicipalities(name=bundle.file.name, names=", ".join(sorted(one.name for one in named)))
    if settings.municipality is None:
        raise MunicipalityNeeded(name=bundle.file.name)
    return given(settings.municipality)


def _named(bundle: Bundle) -> set[Municipality]:
    """The municipalities that the file's documents name."""
    return {municipality(d.municipality) for d in bundle.documents if d.municipality}


def _holds(bundle: Bundle, body: str) -> bool:
    return any(body_key(body_name(d.body)) == body_key(body_name(body)) for d in bundle.documents if d.body)


def check_upload(data: bytes, name: str) -> None:
    """Refuse what size and first bytes alone show to be no PDF of ours. Raises `Unreadable`."""
    try:
        check_first_bytes(data)
    except UnreadableFile as unread:
        raise unreadable(name, unread.code.value, unread.params) from unread


def _check_purged(stores: Stores, digest: str) -> None:
    """Raises `Purged` for a file that was removed for good: it does not come back by being handed in again."""
    with reading(stores.desk) as session:
        if purged_on(session, digest):
            raise Purged


def _check_open(stores: Stores, place: Municipality | None) -> None:
    """Raises `MunicipalityClosed` for one of which nothing more is to be filed."""
    if place is not None:
        with reading(stores.desk) as session:
            require_open(session, place)


def _repeated(stores: Stores, settings: Settings, digest: str, place: Municipality | None) -> int | None:
    """The filing that this upload would repeat: of the same file, read by this reader, for the same municipality.

    Where nobody says which, the earlier reading tells whose the file is, so that it need not be read again.
    """
    reader = (READER.name, READER.version)
    with reading(stores.desk) as session:
        repeated = filed_before(session, digest, place.id if place else None, reader)
        if repeated is None or place is not None:
            return repeated
        return filed_before(session, digest, whose(bundle_of(session, repeated, reader), settings).id, reader)


def _means_more(worker: Worker, filing: int, upload: Upload) -> bool:
    """Whether an upload of a file that is filed is more than a duplicate: it settles something, or may learn nothing."""
    with reading(worker.stores.desk) as session:
        return _is_anothers(session, filing, upload) or settled_by(session, filing, upload) is not None


def _is_anothers(session: Session, filing: int, upload: Upload) -> bool:
    """Whether a key for one body hands in what others have filed before it: of these it is to learn nothing."""
    if upload.claims.body is None:
        return False
    own = sa.select(imports.c.id).where(imports.c.filing_seq == filing, imports.c.actor == upload.claims.actor)
    return session.execute(own.limit(1)).first() is None


def _duplicate(stores: Stores, upload: Upload, filing: int) -> Receipt:
    receipt = Receipt(upload.id, upload.claims.name, upload.sha256, State.DUPLICATE)
    with writing(stores.desk) as session:
        enter(session, upload)
        end(session, receipt, filing)
    return receipt


def file_upload(session: Session, bundle: Bundle, place: Municipality, upload: Upload) -> Receipt:
    """Append the reading to the journal, bring the desk register up to it, and write what became of the upload."""
    actor = upload.claims.actor
    require_open(session, place)
    filed, held = file_bundle(session, bundle, place, actor, upload.claims.body), 0
    is_duplicate = filed.reading is None
    if filed.reading is not None:
        if filed.first:
            held = release_by_default(session, bundle, filed, place, actor, upload.claims.body).held
        project_desk(session, filed.keys)
    settled = None if filed.first else settled_by(session, filed.filing, upload)
    if settled:
        settle_claims(session, filed.filing, settled, upload)
    if is_duplicate and (settled or _is_anothers(session, filed.filing, upload)):
        held = len(held_back(bundle, bundle_to_json(bundle)["documents"], place, actor, upload.claims.body))
        is_duplicate = False
    items = [item for document in bundle.documents for item in document.items]
    receipt = Receipt(
        id=upload.id,
        name=upload.claims.name,
        sha256=bundle.file.sha256,
        state=State.DUPLICATE if is_duplicate else State.HELD if held else State.IMPORTED,
        municipality=place.name,
        documents=len(bundle.documents),
        items=len(items),
        yrkanden=sum(len(item.yrkanden) for item in items),
        reservations=sum(len(item.reservations) for item in items),
        doubts=sum(doubt.severity is Severity.ERROR for doubt in bundle.doubts),
        case_numbers=_case_numbers(bundle),
        differs=_differs(session, filed.filing) if filed.first else (),
    )
    end(session, receipt, filed.filing)
    return receipt


def _differs(session: Session, filing: int) -> tuple[Difference, ...]:
    return tuple(one for revision in revisions(session, filing) for one in revision.comparison.differences)


def _case_numbers(bundle: Bundle) -> tuple[str, ...]:
    """The case numbers that the file carries, each once, in printed order."""
    found = (n for d in bundle.documents for n in (*d.case_numbers, *(n for i in d.items for n in i.case_numbers)))
    return tuple(dict.fromkeys(found))
