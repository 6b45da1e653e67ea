"""A file that one who has no say in it handed in first, handed in again by one who has: what was only claimed is settled.

That is a choice like a person's, in the journal under the name of whoever handed it in, and can be undone as such. What
another text speaks for already, or a person has chosen, stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.imports.uploads import Upload
from app.journal.append import act
from app.journal.derived import parts_of
from app.journal.keys import keyring
from app.journal.releasing import release_settled
from app.language.reasons import HANDED_IN
from app.models.journal import entries, filings
from app.models.register import findings
from app.projection.desk import project_desk
from app.queries.older_readings import bundle_that_counts
from app.register.keys import entity_key
from app.register.municipalities import Municipality
from app.register.parts import LOOKS_LIKE_A_KEY, ActKind, Part, is_claim
from importers.bundle import Bundle, Document


@dataclass(frozen=True, slots=True)
class Settled:
    """What an upload settles of a filing: documents of its reading, and the keys of what they hold that is only claimed."""

    bundle: Bundle
    place: Municipality
    documents: tuple[Document, ...]
    keys: tuple[str, ...]


def settled_by(session: Session, filing: int, upload: Upload) -> Settled | None:
    """What this upload would settle, None where that is nothing: who filed the file had a say in all of it, or whoever hands
    it in now has none either."""
    filed = session.execute(
        sa.select(filings.c.body, entries.c.actor, entries.c.content)
        .join(entries, entries.c.seq == filings.c.seq)
        .where(filings.c.seq == filing)
    ).one()
    if filed.body is None and not LOOKS_LIKE_A_KEY.search(filed.actor):
        return None
    bundle, place = (
        bundle_that_counts(session, filing),
        Municipality(**orjson.loads(filed.content)["said"]["municipality"]),
    )
    documents = tuple(
        document
        for document in bundle.documents
        if _only_claimed(document, place, filed.actor, filed.body)
        and not _only_claimed(document, place, upload.claims.actor, upload.claims.body)
    )
    parts = [part for part in parts_of(filing, bundle, place) if part.document in documents]
    keys = _claimed(session, parts, place)
    return Settled(bundle, place, documents, keys) if keys else None


def settle_claims(session: Session, filing: int, settled: Settled, upload: Upload) -> None:
    """Let the filing speak for what was only claimed, and the public see what an import would have released of it."""
    actor = upload.claims.actor
    act(session, ActKind.CHOOSE, settled.keys, {"filing": filing}, actor, HANDED_IN)
    release_settled(session, filing, settled.bundle, settled.documents, settled.place, actor, upload.claims.body)
    project_desk(session, settled.keys)


def _only_claimed(document: Document, place: Municipality, actor: str, body: str | None) -> bool:
    return is_claim(document, place, body, by_key=LOOKS_LIKE_A_KEY.search(actor) is not None)


def _claimed(session: Session, parts: Sequence[Part], place: Municipality) -> tuple[str, ...]:
    """The keys of those §§ and documents that the desk shows as claims."""
    ids = keyring(session).at(place.id)
    by_id = {ids.of("item" if part.item else "document", key): key for part in parts if (key := entity_key(part))}
    query = sa.select(findings.c.entity_id).where(findings.c.code == "claimed_by_key", findings.c.entity_id.in_(by_id))
    return tuple(sorted(by_id[entity] for entity in session.execute(query).scalars()))
