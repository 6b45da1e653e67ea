"""What kind of matter it is, as far as its papers say, and the words that say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.register import values
from app.register.entities import Entity
from importers.bundle import DocumentKind, Outcome


class MatterKind(StrEnum):
    """`OWN`: what a member raised in the body itself."""

    MOTION = "motion"
    MEDBORGARFORSLAG = "medborgarforslag"
    INTERPELLATION = "interpellation"
    REMISS = "remiss"
    OWN = "own"
    VAL = "val"
    ANMALAN = "anmalan"
    ORDNINGSFRAGA = "ordningsfraga"
    INFORMATION = "information"


class Evidence(StrEnum):
    """What says so: a paper of that kind, a title, an att-sats, or that it is told when a motion was raised."""

    PAPER = "paper"
    TITLE = "title"
    CLAUSE = "clause"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class KindStated:
    """The kind, what says so, and where the words stand."""

    kind: MatterKind
    evidence: Evidence
    at: dict[str, Any] | None


_PAPERS = {
    DocumentKind.MEDBORGARFORSLAG: MatterKind.MEDBORGARFORSLAG,
    DocumentKind.INTERPELLATION: MatterKind.INTERPELLATION,
}
_ORIGINS = {"paper": Evidence.PAPER, "answered": Evidence.TITLE, "told": Evidence.TOLD}
# In this order: a question for the council is one though its title speaks of a remiss too.
_TITLES = (
    (MatterKind.MEDBORGARFORSLAG, re.compile(r"\bmedborgarförslag", re.I)),
    (MatterKind.INTERPELLATION, re.compile(r"^(?:svar på |anmälan av )?(?:interpellation|enkel fråga)", re.I)),
    (MatterKind.ORDNINGSFRAGA, re.compile(r"^ordningsfråg", re.I)),
    (
        MatterKind.VAL,
        re.compile(r"^(?:(?:fyllnads|ny)?val (?:av|till)|avsägelse|entledigande)\b|\bförekommande val$", re.I),
    ),
    (
        MatterKind.ANMALAN,
        re.compile(
            r"^(?:inkomna (?:remisser|skrivelser)|anmälan|anmälningar|anmälningsärende|(?:förteckning|lista) över (?:anmäl|delegationsbeslut)|delegationsbeslut)"
            r"|anmälningsärenden\b|\banmälningar$",
            re.I,
        ),
    ),
    (
        MatterKind.REMISS,
        re.compile(r"\bremiss(?:en|er|erna|var|varet|yttrande|förslag)?\b|\bsamråds(?:underlag|remiss|handling)", re.I),
    ),
    (MatterKind.OWN, re.compile(r"^(?:(?:reviderat )?yrkande (?:från|av)|(?:ledamots|nämnd)?initiativ)\b", re.I)),
    (MatterKind.INFORMATION, re.compile(r"^(?:muntlig )?information\b", re.I)),
)
_ANSWERS = re.compile(r"\byttrande\w{0,3} (?:på|över) (?:remiss|samråd|förslag)|\bremissvar\b", re.I)


def kind_of(members: Iterable[Entity], rows: Iterable[values.Owned]) -> KindStated | None:
    """The kind that the matter's motions, papers, titles or decisions say, looked for in that order; None where none does."""
    rows = list(rows)
    motion = next((row for row in rows if isinstance(row, values.Motion)), None)
    if motion is not None:
        at = next((r for r in rows if isinstance(r, values.Source) and r.fact_id == motion.id), None)
        return KindStated(MatterKind.MOTION, _ORIGINS[motion.origin], _at(at))
    ordered = sorted(members, key=lambda entity: (str(entity.row.date or ""), entity.id), reverse=True)
    for look in (_by_paper, _by_title, _by_decision):
        if kind := _first(look, ordered):
            return kind
    return None


def is_of_another_kind(entity: Entity) -> bool:
    """Whether its title or its being a paper says that it is of an interpellation or a resident's proposal: what is told of the
    raising is then told of that."""
    stated = [kind for kind, *_rest in (*_by_paper(entity), *_by_title(entity))]
    return MatterKind.INTERPELLATION in stated or MatterKind.MEDBORGARFORSLAG in stated


_Look = Callable[[Entity], Iterator[tuple[MatterKind, Evidence, str, str | None]]]


def _first(look: _Look, entities: list[Entity]) -> KindStated | None:
    """The first kind that any of them gives, in the order of `_TITLES`; the latest of those that give it tells."""
    candidates = [
        (kind, evidence, entity, fact, name) for entity in entities for kind, evidence, fact, name in look(entity)
    ]
    order = list(MatterKind)
    best = min(candidates, key=lambda one: order.index(one[0]), default=None)
    if best is None:
        return None
    kind, evidence, entity, fact, name = best
    sources = [row for row in entity.rows if isinstance(row, values.Source) and row.fact_id == fact]
    own = [row for row in sources if row.field == name] or [row for row in sources if row.field is None]
    return KindStated(kind, evidence, _at(own[0] if own else None))


def _by_paper(entity: Entity) -> Iterator[tuple[MatterKind, Evidence, str, str | None]]:
    row = entity.row
    if isinstance(row, values.Document) and (kind := _PAPERS.get(DocumentKind(row.kind))):
        yield kind, Evidence.PAPER, entity.id, "title"


def _by_title(entity: Entity) -> Iterator[tuple[MatterKind, Evidence, str, str | None]]:
    title = " ".join((entity.row.title or "").split())
    for kind, words in _TITLES:
        if words.search(title):
            yield kind, Evidence.TITLE, entity.id, "title"
            return


def _by_decision(entity: Entity) -> Iterator[tuple[MatterKind, Evidence, str, str | None]]:
    for row in entity.rows:
        if isinstance(row, values.Clause) and row.outcome == Outcome.VAL:
            yield MatterKind.VAL, Evidence.CLAUSE, row.id, None
        if isinstance(row, values.Clause) and row.decision_id and _ANSWERS.search(row.text):
            yield MatterKind.REMISS, Evidence.CLAUSE, row.id, None


def _at(source: values.Source | None) -> dict[str, Any] | None:
    if source is None:
        return None
    return {
        "document_id": source.document_id,
        "file": source.file_id,
        "page": source.places[0]["page"] if source.places else None,
        "quote": source.quote,
        "places": list(source.places),
    }
