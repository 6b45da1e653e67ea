"""A file masked: what the public sees of it is drawn anew with black boxes, and read back before anybody sees it.

The file that was filed stays at the desk as it was. Where anything speaks of what is masked, or a reader is not at hand, no page
of the file is public any more, and whoever masks is told why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

import importers
from app.acts.acting import Actor, acting
from app.db import Stores, reading
from app.errors import (
    DiariumError,
    EntityNotFound,
    Exit,
    InstallationDamaged,
    MachineBusy,
    NothingNew,
    WrongUse,
)
from app.journal import append, files
from app.journal.masks import mask_of
from app.journal.releasing import withdraw_file
from app.journal.storage import Storage, storage_of
from app.journal.stored import filed_bytes
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.models.journal import entries, filings, readings
from app.models.register import appearances
from app.register.masking import Mask, Signs
from app.register.parts import PERSON, ActKind, file_key
from app.register.personal import NUMBERS, personal_on, places_of
from app.settings import Settings
from importers.bundle import Box

Boxes = Mapping[int, Sequence[Box]]
_MOST_BOXES = 2_000


class MaskFails(DiariumError):
    """What is masked can still be told, or nobody can say that it cannot."""

    code = "mask-fails"
    title = N_("Filen är inte maskad")
    detail = N_("Filen är inte maskad, och inget av den visas för allmänheten. {why}")
    status = 409
    exit_code = Exit.NEEDS_REVIEW


@dataclass(frozen=True, slots=True)
class _File:
    """A file as it was filed: its bytes, what was read in it (a bundle as JSON) for each that it was filed for, and the boxes
    that are masked already, with their provisions."""

    sha256: str
    data: bytes
    read: tuple[dict[str, Any], ...]
    before: Mapping[int, Sequence[Box]]
    laws: Sequence[str]


def mask(
    stores: Stores,
    using: Settings,
    sha256: str,
    by: Actor,
    *,
    boxes: Boxes,
    words: Sequence[str] = (),
    law: str | None = None,
) -> int:
    """Mask these boxes (points of the page as shown, by page) of a filed file, and every place of these words, beside what is
    masked already; the act's number.

    Raises `MaskFails`, and then no page of the file is public; `WrongUse` where the words are nowhere, or somebody else has masked
    meanwhile, `NothingNew`, `EntityNotFound`.
    """
    storage = storage_of(using)
    file = _filed(stores, storage, sha256)
    try:
        made, masked = _masked(file, boxes, words)
        storage.put(files.key_of(made.sha256), masked)
        return _recorded(stores, file, made, by, law)
    except (NothingNew, WrongUse):
        raise
    except (importers.UnreadableFile, importers.PageNotDrawable, importers.ReaderFailed, MachineBusy, OSError) as fault:
        _withdraw(stores, sha256, by)
        why = fault.sentence() if isinstance(fault, DiariumError) else _("Sidorna går inte att rita om.")
        raise MaskFails(why=why) from fault
    except MaskFails:
        _withdraw(stores, sha256, by)
        raise


def is_masked(session: Session, sha256: str) -> bool:
    """Whether the public sees another file than this one."""
    return mask_of(session, sha256) is not None


def _filed(stores: Stores, storage: Storage, sha256: str) -> _File:
    with reading(stores.desk) as session:
        query = sa.select(entries.c.content).join(readings, readings.c.seq == entries.c.seq)
        query = query.join(filings, filings.c.seq == readings.c.filing_seq)
        counts = (filings.c.sha256 == sha256, readings.c.counts, readings.c.reader != PERSON)
        read = tuple(orjson.loads(one)["said"]["bundle"] for one in session.execute(query.where(*counts)).scalars())
        before = mask_of(session, sha256)
    if not read:
        raise EntityNotFound(sha256)
    try:
        data = filed_bytes(storage, sha256)
    except FileNotFoundError as missing:
        raise InstallationDamaged(sha256) from missing
    if files.sha256(data) != sha256:
        raise InstallationDamaged(sha256)
    return _File(sha256, data, read, before.boxes if before else {}, before.laws if before else ())


def _masked(file: _File, boxes: Boxes, typed: Sequence[str]) -> tuple[Mask, bytes]:
    """The mask and the file without what is masked. Raises as `mask` does, and as whoever draws and reads does."""
    try:
        words = importers.words_of(file.data, () if typed else sorted({*boxes, *file.before}))
        wanted = _together(file.before, boxes, _standing(words, typed))
        if not wanted or sum(map(len, wanted.values())) > _MOST_BOXES:
            raise WrongUse(_("Välj vad som ska maskas."))
        if wanted == _together(file.before):
            raise NothingNew(_("Det är redan maskat."))
        masked = importers.mask_pages(file.data, wanted)
        phrases = [phrase for page, held in wanted.items() for phrase in _phrases(words[page], held)]
        made = Mask(files.sha256(masked), len(masked), wanted, phrases, frozenset(_clear(words, wanted)))
        _check_elsewhere(file, made, words)
        check_read_back(importers.read_back(masked, wanted), made.signs)
    except importers.MachineTooBusy as busy:
        raise MachineBusy from busy
    if any(
        phrase.encode(code) in masked
        for phrase in phrases
        for code in ("utf-8", "utf-16-be", "utf-16-le")
        if len(phrase) > 3
    ):
        raise MaskFails(why=_("Orden står i den maskade filen."))
    return made, masked


def _standing(words: Mapping[int, Sequence[tuple[str, Box]]], typed: Sequence[str]) -> dict[int, list[Box]]:
    """Where the typed words stand, by page. Raises `WrongUse` where any of them does nowhere."""
    found: dict[int, list[Box]] = {}
    for phrase in typed:
        places = [(page, box) for page, held in words.items() for boxes in places_of(phrase, held) for box in boxes]
        if not places:
            raise WrongUse(_("”{words}” står ingenstans i filen.").format(words=phrase))
        for page, box in places:
            found.setdefault(page, []).append(box)
    return found


def _together(*masks: Boxes) -> dict[int, list[Box]]:
    """All boxes, each once, rounded to tenths of a point."""
    kept: dict[int, set[Box]] = {}
    for page, box in ((page, box) for held in masks for page, boxes in held.items() for box in boxes):
        x0, top, x1, bottom = (round(side, 1) for side in box)
        if x0 < x1 and top < bottom:
            kept.setdefault(page, set()).add((x0, top, x1, bottom))
    return {page: sorted(boxes) for page, boxes in sorted(kept.items())}


def _phrases(words: Sequence[tuple[str, Box]], boxes: Sequence[Box]) -> Iterator[str]:
    """The words in each box, of which the middle lies there."""
    for box in boxes:
        if inside := [text for text, at in words if _lies_in(at, box)]:
            yield " ".join(inside)


def _clear(words: Mapping[int, Sequence[tuple[str, Box]]], wanted: Boxes) -> Iterator[int]:
    """The pages on which numbers of people are found, each wholly in a box."""
    for page, boxes in wanted.items():
        numbers = [one for one in personal_on(words[page]) if one.kind in NUMBERS]
        if numbers and all(any(_within(at, box) for box in boxes) for one in numbers for at in one.boxes):
            yield page


def _within(found: Box, box: Box) -> bool:
    """Whether a box holds the other but for a tenth of its height."""
    spare = (found[3] - found[1]) / 10
    return all(box[n] <= found[n] + spare and found[n + 2] - spare <= box[n + 2] for n in (0, 1))


def _lies_in(word: Box, box: Box) -> bool:
    across, down = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _check_elsewhere(file: _File, made: Mask, words: Mapping[int, Sequence[tuple[str, Box]]]) -> None:
    """Raises `MaskFails` where what is masked stands somewhere else in the file too."""
    pages = {page for read in file.read for page in _telling(read, made)}
    for page, held in words.items():
        boxes = made.boxes.get(page, ())
        left = " ".join(text for text, at in held if not any(_lies_in(at, box) for box in boxes))
        pages |= {page} if made.signs.show_in(left) else set()
    if pages:
        listed = ", ".join(map(str, sorted(pages)))
        raise MaskFails(why=_("Det som maskas står också på s. {pages}. Maska det där med.").format(pages=listed))


def _telling(value: Any, made: Mask) -> Iterator[int]:
    """The pages of every quote that says what is masked and has no line that is."""
    if isinstance(value, dict):
        if "quote" in value and "places" in value:
            if made.signs.show_in(value["quote"]) and not any(
                made.covers(p["page"], p["bbox"]) for p in value["places"]
            ):
                yield from (place["page"] for place in value["places"])
        else:
            for inner in value.values():
                yield from _telling(inner, made)
    elif isinstance(value, list):
        for inner in value:
            yield from _telling(inner, made)


def check_read_back(found: Mapping[str, Any], signs: Signs) -> None:
    """Raises `MaskFails` where any reader finds something that it is not to find, or was not at hand."""
    if missing := [name for name, text in found["text"].items() if text is None]:
        raise MaskFails(
            why=_("Den maskade filen går inte att läsa tillbaka: {reader} saknas.").format(reader=missing[0])
        )
    if any(found["text"].values()) or found["beside"]:
        raise MaskFails(why=_("Den maskade filen har text i sig."))
    if not found["black"]:
        raise MaskFails(why=_("Rutorna är inte svarta."))
    for page, seen in found["seen"].items():
        if seen is None:
            raise MaskFails(
                why=_("Den maskade filen går inte att läsa tillbaka: {reader} saknas.").format(reader="tesseract")
            )
        if signs.show_in(seen):
            raise MaskFails(why=_("Det som maskas syns på s. {pages} i den maskade filen.").format(pages=page))


def _recorded(stores: Stores, file: _File, made: Mask, by: Actor, law: str | None) -> int:
    content: dict[str, Any] = {
        "file": file.sha256,
        "masked": made.sha256,
        "bytes": made.bytes,
        "boxes": [[page, *box] for page, boxes in made.boxes.items() for box in boxes],
        "words": list(made.phrases),
        "clear": sorted(made.clear),
        "laws": list(dict.fromkeys([*file.laws, *([law] if law else [])])),
    }
    with acting(stores, by, hides=True) as session:
        now = mask_of(session, file.sha256)
        if (now.boxes if now else {}) != file.before:
            raise WrongUse(_("Någon annan har maskat i filen samtidigt. Läs in sidan igen, och maska en gång till."))
        content |= {"law": law} if law else {}
        seq = append.act(session, ActKind.MASK, [file_key(file.sha256)], content, by.name, by.reason)
        for document, other in _also_in(session, file.sha256, set(made.boxes)):
            withdraw_file(session, other, by.name, by.reason, within=document)
    return seq


def _also_in(session: Session, sha256: str, pages: set[int]) -> list[tuple[tuple[int, int], str]]:
    """Where else the documents lie of which pages are masked: their pages there, and the files, but those that are masked."""
    here = sa.select(appearances).where(appearances.c.file_id == sha256)
    ids = [row.document_id for row in session.execute(here) if pages & set(range(row.first_page, row.last_page + 1))]
    there = sa.select(appearances).where(appearances.c.document_id.in_(ids), appearances.c.file_id != sha256)
    rows = session.execute(there).all()
    return [((row.first_page, row.last_page), row.file_id) for row in rows if not is_masked(session, row.file_id)]


def _withdraw(stores: Stores, sha256: str, by: Actor) -> None:
    with acting(stores, by, hides=True) as session:
        withdraw_file(session, sha256, by.name, by.reason)
