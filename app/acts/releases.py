"""What the public may see: pages released and withdrawn, and what each body's minutes do by default."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.acts.acting import Actor, acting, last_act, repeats
from app.acts.targets import entity_key, ids_of
from app.db import Stores
from app.errors import EntityNotFound, NothingNew
from app.journal import append
from app.journal.masks import mask_of
from app.journal.releasing import default_key
from app.journal.stretches import released_pages
from app.language.i18n import gettext as _
from app.models.journal import filings, part_keys, readings
from app.models.register import appearances
from app.register.municipalities import Municipality
from app.register.parts import PERSON, ActKind


def release(stores: Stores, document_id: str, by: Actor, *, public: bool = True, law: str | None = None) -> list[int]:
    """Release a document's pages to the public, or withdraw them by a provision (`law`), in every file where they are not
    so already. Where any of these files is masked, the public sees the document there alone."""
    with acting(stores, by, hides=True) as session:
        held = ids_of(session, document_id)
        lies_in = session.execute(sa.select(appearances).where(appearances.c.document_id.in_(held))).all()
        entered = _entered(session, entity_key(session, document_id))
        if not lies_in and not entered:
            raise EntityNotFound(document_id)
        if public and (masked := [place for place in lies_in if mask_of(session, place.file_id)]):
            lies_in = masked  # what is masked in one file is not to be read in another
        wanted = [(n, (1, 1)) for n in entered]
        for place in lies_in:
            filed = session.execute(sa.select(filings.c.seq).where(filings.c.sha256 == place.file_id))
            wanted += [(filing, (place.first_page, place.last_page)) for filing in filed.scalars()]
        done = [
            append.release(session, filing, pages, by.name, by.reason, public=public, law=law)
            for filing, pages in wanted
            if not _is_so(released_pages(session, filing), pages, public=public)
        ]
        if not done:
            raise NothingNew(_("Handlingen är redan släppt.") if public else _("Handlingen är inte släppt."))
    return done


def set_default(stores: Stores, place: Municipality, body: str, by: Actor, *, public: bool) -> int:
    """Say whether a body's minutes are public when they are imported. What is imported already stays as it is."""
    with acting(stores, by) as session:
        key = default_key(place.id, body)
        if repeats(last_act(session, [key], ActKind.DEFAULT), {"public": public}):
            raise NothingNew(_("Det är redan sagt om {body}.").format(body=body))
        return append.act(session, ActKind.DEFAULT, [key], {"public": public}, by.name, by.reason)


def _is_so(shown: set[int], pages: tuple[int, int], *, public: bool) -> bool:
    """Whether all of these pages are released already; or, where they are to be withdrawn, none of them."""
    meant = set(range(pages[0], pages[1] + 1))
    return shown >= meant if public else not shown & meant


def _entered(session: Session, key: str) -> list[int]:
    """The filings of what people entered by hand of a document."""
    query = sa.select(readings.c.filing_seq).join(part_keys, part_keys.c.reading_seq == readings.c.seq)
    query = query.where(readings.c.reader == PERSON, readings.c.counts, part_keys.c.key == key)
    return sorted(set(session.execute(query).scalars()))
