"""One upload from bytes to register: read, kept, filed and projected, or refused with nothing left behind.

Every upload ends as exactly one of `imported`, `held` (imported, and some of it kept from the public until a person has
looked at it), `duplicate` and `refused`, and leaves a row that says which. A refused
file leaves its row, and neither bytes nor entry. The desk register is projected in the transaction that appends; the
public one follows, and would catch up at the next start if the machine stopped in between.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import files
from app.db import Stores, reading, writing
from app.errors import DiariumError, KeyRefused, MunicipalityNeeded, Unreadable, WrongUse, unreadable
from app.i18n import gettext as _
from app.journal import bundle_of, canonical, file_bundle, filed_before, now, open_journal
from app.models.journal import imports
from app.parts import Scope
from app.projection import follow, project_desk, rebuild, renew
from app.publishing import publish_by_default
from app.register.bodies import body_key, body_name
from app.register.municipalities import Municipality, municipality
from app.settings import Settings
from importers import READER, read_bundle
from importers.bundle import Bundle, Severity
from importers.errors import UnreadableFile


class State(StrEnum):
    IMPORTED = "imported"
    HELD = "held"
    DUPLICATE = "duplicate"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an upload came to. Counts are of what was read; `doubts` are those of severity error."""

    id: str
    name: str
    sha256: str
    state: State
    municipality: str | None = None
    documents: int = 0
    items: int = 0
    yrkanden: int = 0
    reservations: int = 0
    doubts: int = 0
    case_numbers: tuple[str, ...] = ()


def start(stores: Stores) -> None:
    """Make an installation ready: its journal opened, its registers those of this version and up to the journal."""
    with writing(stores.desk) as session:
        open_journal(session)
        renew(session)
    publish(stores)


def publish(stores: Stores) -> int:
    """Bring the public register up to the journal; returns the rows changed there."""
    with writing(stores.desk) as desk, writing(stores.public) as public:
        return follow(desk, public)


def rebuild_all(stores: Stores) -> dict[Scope, int]:
    """Derive both registers anew from the journal; returns the rows changed in each."""
    with writing(stores.desk) as desk:
        changed = {Scope.DESK: rebuild(desk, desk, Scope.DESK)}
        with writing(stores.public) as public:
            changed[Scope.PUBLIC] = rebuild(desk, public, Scope.PUBLIC)
    return changed


def import_file(
    stores: Stores,
    settings: Settings,
    data: bytes,
    name: str,
    actor: str,
    place: Municipality | None = None,
    body: str | None = None,
) -> Receipt:
    """Import one PDF. `name` is kept as data; `place` goes before what the file says of its municipality; `body` is the
    one body that the actor is entitled to file for, None where there is no such limit.

    Raises `Unreadable` where the file cannot be read, `MunicipalityNeeded` where nobody says whose it is, `KeyRefused`
    where it holds no document of `body`; each leaves a row in state `refused`.
    """
    digest = hashlib.sha256(data).hexdigest()
    try:
        known = _known(stores, settings, digest, place)
        if known is not None:
            return _duplicate(stores, digest, name, actor, known)
        bundle = _read(data, name)
        chosen = place or whose(bundle, settings)
        if body is not None and not _holds(bundle, body):
            raise KeyRefused
    except (Unreadable, MunicipalityNeeded, KeyRefused) as problem:
        _record_refusal(stores, digest, name, actor, problem)
        raise
    files.keep(settings.data_dir, data)
    with writing(stores.desk) as session:
        receipt = _file(session, bundle, chosen, name, actor, body)
    publish(stores)
    return receipt


def whose(bundle: Bundle, settings: Settings) -> Municipality:
    """The municipality that the file itself names, else the installation's own.

    Raises `MunicipalityNeeded` where neither is there, or the file names several.
    """
    named = {municipality(d.municipality) for d in bundle.documents if d.municipality}
    if len(named) == 1:
        return named.pop()
    if named or settings.municipality is None:
        raise MunicipalityNeeded(bundle.file.name)
    return given(settings.municipality)


def given(said: str) -> Municipality:
    """The municipality that a person means. Raises `WrongUse` where there is none of that name or code."""
    try:
        return municipality(said)
    except ValueError as error:
        raise WrongUse(_("{said} är ingen kommun.").format(said=said)) from error


def _holds(bundle: Bundle, body: str) -> bool:
    return any(body_key(body_name(d.body)) == body_key(body_name(body)) for d in bundle.documents if d.body)


def _read(data: bytes, name: str) -> Bundle:
    try:
        return read_bundle(data, Path(name).name)
    except UnreadableFile as refused:
        raise unreadable(name, refused.code.value, refused.params) from refused


def _known(stores: Stores, settings: Settings, digest: str, place: Municipality | None) -> int | None:
    """The filing that this upload would repeat: of the same file, read by this reader, for the same municipality.

    Where nobody says which, the earlier reading tells whose the file is, so that it need not be read again.
    """
    reader = (READER.name, READER.version)
    with reading(stores.desk) as session:
        known = filed_before(session, digest, place.id if place else None, reader)
        if known is None or place is not None:
            return known
        return filed_before(session, digest, whose(bundle_of(session, known, reader), settings).id, reader)


def _duplicate(stores: Stores, digest: str, name: str, actor: str, filing: int) -> Receipt:
    receipt = Receipt(_new_id(), name, digest, State.DUPLICATE)
    with writing(stores.desk) as session:
        _record(session, receipt, actor, filing)
    return receipt


def _record_refusal(stores: Stores, digest: str, name: str, actor: str, problem: DiariumError) -> None:
    receipt = Receipt(_new_id(), name, digest, State.REFUSED)
    said = {"code": problem.code, "params": problem.params}
    with writing(stores.desk) as session:
        _record(session, receipt, actor, None, canonical(said).decode())


def _file(session: Session, bundle: Bundle, place: Municipality, name: str, actor: str, body: str | None) -> Receipt:
    filed, held = file_bundle(session, bundle, place, actor, body), 0
    if filed.reading is not None:
        if filed.first:
            held = publish_by_default(session, bundle, filed.filing, place, actor).held
        project_desk(session, filed.keys)
    items = [item for document in bundle.documents for item in document.items]
    receipt = Receipt(
        id=_new_id(),
        name=name,
        sha256=bundle.file.sha256,
        state=State.DUPLICATE if filed.reading is None else State.HELD if held else State.IMPORTED,
        municipality=place.name,
        documents=len(bundle.documents),
        items=len(items),
        yrkanden=sum(len(item.yrkanden) for item in items),
        reservations=sum(len(item.reservations) for item in items),
        doubts=sum(doubt.severity is Severity.ERROR for doubt in bundle.doubts),
        case_numbers=_case_numbers(bundle),
    )
    _record(session, receipt, actor, filed.filing)
    return receipt


def _case_numbers(bundle: Bundle) -> tuple[str, ...]:
    """The case numbers that the file carries, each once, in printed order."""
    found = (n for d in bundle.documents for n in (*d.case_numbers, *(n for i in d.items for n in i.case_numbers)))
    return tuple(dict.fromkeys(found))


def _record(session: Session, receipt: Receipt, actor: str, filing: int | None, problem: str | None = None) -> None:
    values = {
        "id": receipt.id,
        "sha256": receipt.sha256,
        "name": receipt.name,
        "actor": actor,
        "at": now(),
        "state": receipt.state,
        "filing_seq": filing,
        "receipt": canonical(asdict(receipt)).decode(),
        "problem": problem,
    }
    session.execute(sa.insert(imports).values(values))


def _new_id() -> str:
    return secrets.token_hex(10)
