"""What people do to what was read: each act with its actor, instant and reason, and each undone by another.

Whoever acts names things as the register shows them (a case's number, the id of a § or of a fact); the journal keeps
what they *are*, so that the act survives every later reading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import journal
from app.correctable import FACTS, checked
from app.db import Stores, wipe, writing
from app.entering import bundle_by_hand
from app.errors import AmbiguousCase, CaseNotFound, EntityNotFound, NothingNew, WrongUse
from app.i18n import gettext as _
from app.ids import Ids
from app.imports import publish
from app.journal import entered_before
from app.models.journal import act_keys, filings, part_keys, readings, releases
from app.models.journal import acts as journal_acts
from app.models.register import appearances, cases, documents, item_documents, items, names, people, targets
from app.parts import released_pages, secret
from app.places import held_body, known_as
from app.projection import project_desk
from app.publishing import default_key, publish_by_default
from app.queries.aliases import moved
from app.queries.cases import find
from app.queries.items import case_numbers_of
from app.register.case_numbers import parse
from app.register.corrections import DATES, plain
from app.register.municipalities import Municipality
from app.register.people import person_key, rename_key
from app.register.said import PERSON, ActKind
from importers.bundle import Document


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, and why: both are needed."""

    name: str
    reason: str


def link(stores: Stores, one: str, other: str, by: Actor, *, joined: bool = True) -> int:
    """Say that two case numbers are one matter, or (`joined` false) that they are not, whatever else speaks for it."""
    with writing(stores.desk) as session:
        pair = [_case_key(session, number) for number in (one, other)]
        if pair[0] == pair[1]:
            raise WrongUse(_("{number} är ett och samma ärende.").format(number=one))
        kind = ActKind.LINK if joined else ActKind.UNLINK
        if (_last(session, pair, ActKind.LINK, ActKind.UNLINK) or {}).get("act") == kind:
            raise NothingNew(_("Det är redan sagt om {one} och {other}.").format(one=one, other=other))
        seq = journal.act(session, kind, pair, {}, by.name, by.reason)
        project_desk(session, pair)
    publish(stores)
    return seq


def choose(stores: Stores, entity_id: str, sha256: str, by: Actor) -> int:
    """Let the text in one file speak for a § or a document whose texts disagree."""
    with writing(stores.desk) as session:
        key = _entity_key(session, entity_id)
        filing = session.execute(sa.select(filings.c.seq).where(filings.c.sha256 == sha256)).scalars().all()
        held = [seq for seq in filing if key.startswith(f"{_place_of(session, seq)}|")]
        if not held:
            raise EntityNotFound(sha256)
        said = {"filing": held[0]}
        if _repeats(_last(session, [key], ActKind.CHOOSE), said):
            raise NothingNew(_("Den texten är redan vald."))
        seq = journal.act(session, ActKind.CHOOSE, [key], said, by.name, by.reason)
        project_desk(session, [key])
    publish(stores)
    return seq


def correct(stores: Stores, target: str, field: str, value: Any, by: Actor) -> int:
    """Correct one field of a §, a document or any fact of theirs, addressed by its id.

    The correction holds where the replaced value still stands, through every later reading. What identifies (body,
    date, number, case_numbers) is laid over the reading itself.
    """
    with writing(stores.desk) as session:
        table, row = _row(session, target)
        new = checked(table, field, value)
        replaced = plain(row[field]) if field in row else None
        held = [_entity_key(session, row["owner"])]
        if field == "case_numbers":
            replaced = case_numbers_of(session, [row["owner"]])[row["owner"]]
            held += _alone_in(session, row["owner"]) if table is items else []
        if field in row and new == replaced:
            raise NothingNew(_("{field} är redan så.").format(field=field))
        said = {"fact": row["id"], "field": field, "from": replaced, "to": new}
        seq = journal.act(session, ActKind.CORRECT, held, said, by.name, by.reason)
        project_desk(session, held)
    publish(stores)
    return seq


def set_date(stores: Stores, document_id: str, field: str, day: dt.date | None, by: Actor) -> int:
    """Type in a day that an extract does not carry: when the minutes were verified, or their notice stood."""
    if field not in DATES:
        raise WrongUse(
            _("{field} går inte att ange. Giltigt är: {fields}.").format(field=field, fields=", ".join(DATES))
        )
    with writing(stores.desk) as session:
        key = _entity_key(session, document_id)
        said = {"field": field, "to": day.isoformat() if day else None}
        if _repeats(_last(session, [key], ActKind.DATE, field=field), said):
            raise NothingNew(_("{field} är redan så.").format(field=field))
        seq = journal.act(session, ActKind.DATE, [key], said, by.name, by.reason)
        project_desk(session, [key])
    publish(stores)
    return seq


def release(stores: Stores, document_id: str, by: Actor, *, public: bool = True) -> list[int]:
    """Release a document's pages to the public, or withdraw them, in every file where they are not so already."""
    with writing(stores.desk) as session:
        held = _known_as(session, document_id)
        lies_in = session.execute(sa.select(appearances).where(appearances.c.document_id.in_(held))).all()
        entered = _entered(session, _entity_key(session, document_id))
        if not lies_in and not entered:
            raise EntityNotFound(document_id)
        wanted = [(n, (1, 1)) for n in entered]
        for place in lies_in:
            filed = session.execute(sa.select(filings.c.seq).where(filings.c.sha256 == place.file_id))
            wanted += [(filing, (place.first_page, place.last_page)) for filing in filed.scalars()]
        done = [
            journal.release(session, filing, pages, by.name, by.reason, public=public)
            for filing, pages in wanted
            if not _is_so(released_pages(session, filing), pages, public=public)
        ]
        if not done:
            raise NothingNew(_("Handlingen är redan släppt.") if public else _("Handlingen är inte släppt."))
    publish(stores)
    wipe(stores.public)
    return done


def enter(stores: Stores, place: Municipality, document: Document, by: Actor) -> int:
    """Enter a motion or a decision by hand: a reading whose reader is a person. It is public as its body's are.

    Raises `WrongUse` where the same is entered already.
    """
    bundle = bundle_by_hand(document)
    with writing(stores.desk) as session:
        undone = entered_before(session, bundle.file.sha256, place.id)
        bundle = replace(bundle, reader=replace(bundle.reader, version=str(undone + 1)))
        filed = journal.file_bundle(session, bundle, place, by.name, reason=by.reason)
        if filed.reading is None:
            raise WrongUse(_("Det är redan inlagt."))
        if filed.first:
            publish_by_default(session, bundle, filed.filing, place, by.name)
        project_desk(session, filed.keys)
    publish(stores)
    return filed.reading


def set_default(stores: Stores, place: Municipality, body: str, by: Actor, *, public: bool) -> int:
    """Say whether a body's minutes are public when they are imported. What is imported already stays as it is."""
    with writing(stores.desk) as session:
        key = default_key(place.id, body)
        if _repeats(_last(session, [key], ActKind.DEFAULT), {"public": public}):
            raise NothingNew(_("Det är redan sagt om {body}.").format(body=body))
        return journal.act(session, ActKind.DEFAULT, [key], {"public": public}, by.name, by.reason)


def merge(stores: Stores, old: str, into: str, by: Actor) -> int:
    """Say that two people, by their ids, are one: the old id leads to the other for ever."""
    with writing(stores.desk) as session:
        held = [_person_key(session, person_id) for person_id in (old, into)]
        if held[0] == held[1]:
            raise WrongUse(_("{id} är en och samma person.").format(id=old))
        if _sent_on(session, held):
            raise NothingNew(_("De är redan sammanförda."))
        seq = journal.act(session, ActKind.MERGE, held, {}, by.name, by.reason)
        project_desk(session, held)
    publish(stores)
    return seq


def split(stores: Stores, person_id: str, party: str, by: Actor) -> int:
    """Say that the bearer of a name with this party is somebody else than the others of that name."""
    with writing(stores.desk) as session:
        key = _person_key(session, person_id)
        row = session.execute(sa.select(people).where(people.c.id == person_id)).one()
        query = sa.select(names.c.id).where(names.c.person_id == person_id, names.c.party == party)
        printed = list(session.execute(query.order_by(names.c.id)).scalars())
        if not printed:
            raise WrongUse(_("{name} står inte med partiet {party}.").format(name=row.name, party=party))
        own = person_key(row.municipality_id, row.name, party)
        said = {"names": printed}
        if _repeats(_last(session, [key, own], ActKind.SPLIT, ActKind.MERGE), said):
            raise NothingNew(_("{name} ({party}) är redan en annan person.").format(name=row.name, party=party))
        seq = journal.act(session, ActKind.SPLIT, [key, own], said, by.name, by.reason)
        project_desk(session, [key])
    publish(stores)
    return seq


def rename(stores: Stores, place: Municipality, old: str, new: str, by: Actor) -> int:
    """Say that a body goes on under a new name: what is asked of the old is answered by the new."""
    with writing(stores.desk) as session:
        pair = [
            rename_key(place.id, held_body(session, place, old)),
            rename_key(place.id, known_as(session, place, new)),
        ]
        if pair[0] == pair[1]:
            raise WrongUse(_("{body} är ett och samma organ.").format(body=old))
        if _sent_on(session, pair):
            raise NothingNew(_("{body} har redan det namnet.").format(body=old))
        seq = journal.act(session, ActKind.RENAME, pair, {}, by.name, by.reason)
        project_desk(session, pair)
    publish(stores)
    return seq


def divide(stores: Stores, place: Municipality, old: str, parts: Sequence[str], by: Actor) -> int:
    """Say that a body goes on as several: what is asked of the old is answered by it and them, each of them for itself."""
    with writing(stores.desk) as session:
        new = [known_as(session, place, part) for part in parts]
        held = list(dict.fromkeys(rename_key(place.id, name) for name in (held_body(session, place, old), *new)))
        if len(held) < 3:
            raise WrongUse(_("Ange minst två nya organ."))
        if _sent_on(session, held):
            raise NothingNew(_("{body} är redan delat så.").format(body=old))
        seq = journal.act(session, ActKind.DIVIDE, held, {}, by.name, by.reason)
        project_desk(session, held)
    publish(stores)
    return seq


def undo(stores: Stores, seq: int, by: Actor) -> None:
    """Undo an act by its number: a link, choice, correction or day, or what was entered by hand; of a release, its pages
    are withdrawn and so on."""
    with writing(stores.desk) as session:
        released = session.execute(sa.select(releases).where(releases.c.seq == seq)).first()
        if released is not None:
            pages = (released.first_page, released.last_page)
            journal.release(session, released.filing_seq, pages, by.name, by.reason, public=not released.public)
        else:
            undone = journal.undo_reading if _is_entered(session, seq) else journal.undo
            try:
                keys = undone(session, seq, by.name, by.reason)
            except LookupError as error:
                raise WrongUse(_("Det finns ingen åtgärd {seq} att ångra.").format(seq=seq)) from error
            project_desk(session, keys)
    publish(stores)
    wipe(stores.public)


def _case_key(session: Session, said: str) -> str:
    """The key of the one case that a person means by a number or an id."""
    rows = find(session, said)
    if not rows:
        raise CaseNotFound(said)
    if len(rows) > 1:
        choices = ", ".join(f"{row['number']} ({row['municipality']['name']})" for row in rows)
        raise AmbiguousCase(said, choices)
    number = parse(said)
    query = sa.select(cases).where(cases.c.owner == rows[0]["matter_id"])
    held = session.execute(query.order_by(cases.c.key)).all()
    meant = [c for c in held if c.id == said or (number and c.key.endswith(number.key))] or held[:1]
    return f"{meant[0].municipality_id}|case|{meant[0].key}"


def _last(session: Session, keys: Sequence[str], *kinds: ActKind, **alike: Any) -> dict[str, Any] | None:
    """What a person last said, in acts of these kinds that bear on all of these keys and still stand; only those count
    that say what is `alike`."""
    query = sa.select(journal_acts.c.said).where(
        journal_acts.c.kind.in_(kinds),
        journal_acts.c.undone_by.is_(None),
        *(journal_acts.c.seq.in_(sa.select(act_keys.c.seq).where(act_keys.c.key == key)) for key in keys),
    )
    told = map(orjson.loads, session.execute(query.order_by(journal_acts.c.seq.desc())).scalars())
    return next((said for said in told if _repeats(said, alike)), None)


def _repeats(last: dict[str, Any] | None, said: dict[str, Any]) -> bool:
    """Whether what is said was the last that was said."""
    return last is not None and last.items() >= said.items()


def _sent_on(session: Session, held: Sequence[str]) -> bool:
    """Whether the last that was said of where the first person or body leads is that it leads to just the others."""
    last = _last(session, held[:1], ActKind.MERGE, ActKind.RENAME, ActKind.DIVIDE)
    return _repeats(last, {"keys": list(held)})


def _is_so(shown: set[int], pages: tuple[int, int], *, public: bool) -> bool:
    """Whether all of these pages are released already; or, where they are to be withdrawn, none of them."""
    meant = set(range(pages[0], pages[1] + 1))
    return shown >= meant if public else not shown & meant


def _entity_key(session: Session, entity_id: str) -> str:
    """What an entity is, from its id or one that it had before. Raises `EntityNotFound`."""
    ids = Ids(secret(session))
    for held in _known_as(session, entity_id):
        for key in session.execute(sa.select(targets.c.key).where(targets.c.entity_id == held)).scalars():
            if held in {ids.of("item", key), ids.of("document", key)}:
                return str(key)
    raise EntityNotFound(entity_id)


def _alone_in(session: Session, item_id: str) -> list[str]:
    """What the extracts are that hold this § alone: they carry its case numbers as their own."""
    inside = sa.select(item_documents.c.document_id).where(item_documents.c.item_id == item_id)
    query = sa.select(item_documents.c.document_id).where(item_documents.c.document_id.in_(inside))
    alone = query.group_by(item_documents.c.document_id).having(sa.func.count() == 1)
    return [_entity_key(session, document_id) for document_id in sorted(session.execute(alone).scalars())]


def _entered(session: Session, key: str) -> list[int]:
    """The filings of what people entered by hand of a document."""
    query = sa.select(readings.c.filing_seq).join(part_keys, part_keys.c.reading_seq == readings.c.seq)
    query = query.where(readings.c.reader == PERSON, readings.c.counts, part_keys.c.key == key)
    return sorted(set(session.execute(query).scalars()))


def _is_entered(session: Session, seq: int) -> bool:
    return session.execute(sa.select(readings.c.seq).where(readings.c.seq == seq)).first() is not None


def _known_as(session: Session, said: str) -> list[str]:
    """The id that a person gives, and the one that it goes under since a correction."""
    now = moved(session, said)
    return [said] if now is None else [said, now]


def _person_key(session: Session, person_id: str) -> str:
    """What a person is, from the id. Raises `EntityNotFound`."""
    row = session.execute(sa.select(people).where(people.c.id == person_id)).first()
    if row is None:
        raise EntityNotFound(person_id)
    return person_key(row.municipality_id, row.name)


def _row(session: Session, target: str) -> tuple[sa.Table, dict[str, Any]]:
    """The row with this id, of an entity or of a fact that an entity owns."""
    for table in (documents, items, *FACTS):
        query = sa.select(table).where(table.c.id.in_(_known_as(session, target))).order_by(table.c.id != target)
        found = session.execute(query).mappings().first()
        if found is not None:
            return table, dict(found)
    raise EntityNotFound(target)


def _place_of(session: Session, filing: int) -> str:
    return str(session.execute(sa.select(filings.c.municipality).where(filings.c.seq == filing)).scalar_one())
