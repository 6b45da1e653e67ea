"""What an import releases to the public: each document by its body's default, unless something holds it back.

A body without a setting releases on import. The default is written out as an act, so that changing it later releases
or hides nothing by itself. A document that names somebody's number, or hides words, waits until a person has looked at it.
A new reading of what is released may hide more, never less.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.append import Filed, release
from app.journal.derived import parts_of
from app.journal.masks import filings_masked
from app.journal.stretches import released_pages
from app.language.reasons import DEFAULT, READ_ANEW
from app.models.journal import act_keys, acts, filings, part_keys, readings, releases
from app.register.bodies import body_key, body_name
from app.register.holding import CLAIMED, HOLDING, OF_ANOTHER, Hold, holds
from app.register.keys import document_key
from app.register.municipalities import Municipality
from app.register.parts import LOOKS_LIKE_A_KEY, ActKind, is_claim, is_of_another
from importers.bundle import Bundle, Document, bundle_to_json


@dataclass(frozen=True, slots=True)
class ReleaseCounts:
    """How many documents were released, and how many are held until a person has looked at them."""

    released: int
    held: int


def default_key(place: str, body: str) -> str:
    """The key of a body's setting: `0380|default|socialnämnden`."""
    return f"{place}|default|{body_key(body_name(body))}"


def releases_on_import(session: Session, place: str, body: str | None) -> bool:
    """Whether the body's minutes are public when they are imported; True where nobody has set it."""
    if body is None:
        return True
    query = (
        sa.select(acts.c.said)
        .join(act_keys, act_keys.c.seq == acts.c.seq)
        .where(acts.c.kind == ActKind.DEFAULT, acts.c.undone_by.is_(None), act_keys.c.key == default_key(place, body))
        .order_by(acts.c.seq.desc())
        .limit(1)
    )
    setting = session.execute(query).scalar()
    return bool(orjson.loads(setting)["public"]) if setting else True


def release_by_default(
    session: Session, bundle: Bundle, filed: Filed, place: Municipality, actor: str, body: str | None = None
) -> ReleaseCounts:
    """Release what may be released of a file just filed; what follows no document goes with the file's first. What is only
    claimed, by a key for another `body` or municipality, is held."""
    sensitive = held_back(bundle, filed.documents, place, actor, body)
    held = [n for n, _document in enumerate(bundle.documents) if n in sensitive]
    masked = _masked_elsewhere(session, filed.filing, bundle, place)
    unreleased = [
        n
        for n, document in enumerate(bundle.documents)
        if n in sensitive or n in masked or not releases_on_import(session, place.id, document.body)
    ]
    if not unreleased and not any(doubt.code in HOLDING for doubt in bundle.doubts):
        # What a person entered has no page of its own, and is released as one.
        release(session, filed.filing, (1, max(1, len(bundle.file.pages))), actor, DEFAULT)
        return ReleaseCounts(len(bundle.documents), 0)
    hidden = {page for n in unreleased for page in _pages(bundle.documents[n])}
    for n, document in enumerate(bundle.documents):
        if n not in unreleased and not hidden & set(_pages(document)):
            release(session, filed.filing, document.pages, actor, DEFAULT)
    return ReleaseCounts(len(bundle.documents) - len(unreleased), len(held))


def _masked_elsewhere(session: Session, filing: int, bundle: Bundle, place: Municipality) -> set[int]:
    """The documents, by their places in the bundle, that lie in another file too which is masked: what is masked there is
    not to be read here."""
    masked = sa.select(readings.c.seq).where(readings.c.filing_seq.in_(filings_masked(acts.c.undone_by.is_(None))))
    if session.execute(masked.limit(1)).first() is None:
        return set()
    heads = [part for part in parts_of(filing, bundle, place) if part.item is None]
    there = sa.select(part_keys.c.key).where(part_keys.c.reading_seq.in_(masked))
    keys = {n: key for n, part in enumerate(heads) if (key := document_key(part))}
    known = set(session.execute(there.where(part_keys.c.key.in_(set(keys.values())))).scalars())
    return {n for n, key in keys.items() if key in known}


def release_settled(
    session: Session,
    filing: int,
    bundle: Bundle,
    settled: Collection[Document],
    place: Municipality,
    actor: str,
    body: str | None,
) -> None:
    """Release, of documents that were only claimed until now, what an import by whoever settles it would have released;
    what was released or withdrawn by anybody before stays as it is."""
    hidden = _hidden(session, bundle, (place, actor, body))
    before = sa.select(releases.c.first_page, releases.c.last_page).where(releases.c.filing_seq == filing)
    handled = {page for first, last in session.execute(before) for page in range(first, last + 1)}
    for document in settled:
        if not (hidden | handled) & set(_pages(document)):
            release(session, filing, document.pages, actor, DEFAULT)


def withhold_anew(
    session: Session,
    filing: int,
    before: Bundle,
    after: Bundle,
    filed: tuple[Municipality, str, str | None],
    actor: str,
) -> int:
    """Withdraw what a new reading of a filed file gives a person cause to look at, and the one before did not; returns how
    many of its documents are now held in part or whole, of which the public could see something.

    `filed` is for whom, by whom and for which body alone the file was handed in. What a person has released in spite of
    the same cause stays so, and nothing is released anew.
    """
    shown = released_pages(session, filing)
    newly_hidden = _hidden(session, after, filed) - _hidden(session, before, filed)
    for first, last in _runs(shown & newly_hidden):
        release(session, filing, (first, last), actor, READ_ANEW, public=False)
    left = shown - newly_hidden
    return sum(bool(shown & set(_pages(d))) and not left.issuperset(_pages(d)) for d in after.documents)


def withdraw_file(
    session: Session, sha256: str, actor: str, reason: str, *, within: tuple[int, int] | None = None
) -> None:
    """Withdraw what is public of a file, or of these pages (1-based, inclusive) of it."""
    for filing in session.execute(sa.select(filings.c.seq).where(filings.c.sha256 == sha256)).scalars().all():
        shown = released_pages(session, filing)
        for pages in _runs(shown & set(range(within[0], within[1] + 1)) if within else shown):
            release(session, filing, pages, actor, reason, public=False)


def _hidden(session: Session, bundle: Bundle, filed: tuple[Municipality, str, str | None]) -> set[int]:
    """The pages that an import of this reading would keep from the public."""
    place, actor, body = filed
    held = held_back(bundle, bundle_to_json(bundle)["documents"], place, actor, body)
    documents = enumerate(bundle.documents)
    unreleased = [d for n, d in documents if n in held or not releases_on_import(session, place.id, d.body)]
    return {page for document in unreleased for page in _pages(document)}


def _runs(pages: set[int]) -> Iterator[tuple[int, int]]:
    """Pages as stretches without gaps: {2, 3, 5} gives (2, 3) and (5, 5)."""
    for _gap, run in groupby(enumerate(sorted(pages)), key=lambda numbered: numbered[1] - numbered[0]):
        stretch = [page for _n, page in run]
        yield stretch[0], stretch[-1]


def held_back(
    bundle: Bundle, plain: Sequence[dict[str, Any]], place: Municipality, actor: str, body: str | None
) -> dict[int, tuple[Hold, ...]]:
    """Why a person must have looked at a document before anybody else sees it, by the documents' places in the bundle."""
    by_key = LOOKS_LIKE_A_KEY.search(actor) is not None
    reasons: dict[int, tuple[Hold, ...]] = {}
    for n, (document, of_reading) in enumerate(zip(bundle.documents, holds(bundle, plain), strict=True)):
        if why := (*_of_filing(document, place, body, by_key=by_key), *of_reading):
            reasons[n] = why
    return reasons


def _of_filing(document: Document, place: Municipality, body: str | None, *, by_key: bool) -> tuple[Hold, ...]:
    """What holds a document for whom it was handed in for: a key says nothing of others, a person may have taken the wrong file."""
    if is_claim(document, place, body, by_key=by_key):
        return (Hold(CLAIMED, {}),)
    if is_of_another(document, place):
        return (Hold(OF_ANOTHER, {"named": document.municipality or "", "place": place.name}),)
    return ()


def _pages(document: Document) -> range:
    first, last = document.pages
    return range(first, last + 1)
