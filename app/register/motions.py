"""The motions that a matter is about: known by their papers, by what answers them, or by words of their raising."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from app.ids import Ids, fold
from app.register import keys, people, values
from app.register.announced import first_mover
from app.register.bodies import body_kind
from app.register.entities import Entity
from app.register.matter_kind import is_of_another_kind
from app.register.motion_titles import announces, motion_subject, movers_in, named_motion
from app.register.signers import is_motion, signers
from importers.bundle import EarlierKind, Person


@dataclass
class _Motion:
    """A motion as it is put together: the entity that tells most of it, and every key and mover that it is known by."""

    entity: Entity
    origin: str
    title: str
    movers: tuple[Person, ...]
    keys: set[str] = field(default_factory=set)
    document: values.Document | None = None
    announced: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    entity: Entity
    title: str
    movers: tuple[Person, ...]
    key: str | None
    document: values.Document | None
    announced: bool


def motions(members: Iterable[Entity], matter_id: str, title: str | None, ids: Ids) -> list[values.Owned]:
    """The rows of the motions that these §§ and papers of a matter are about, with their movers and where they stand."""
    ordered = sorted(members, key=_order)
    made: list[_Motion] = []
    for entity in ordered:
        mine = list(_candidates(entity))
        for candidate in mine:
            _place(made, candidate, alone=len(mine) == 1)
    if not made and not any(map(is_of_another_kind, ordered)):
        made = [_Motion(e, "told", title or "", ()) for e in ordered if _tells_of_raising(e)][:1]
    return [row for n, motion in enumerate(made) for row in _rows(motion, n, matter_id, ids)]


def _order(entity: Entity) -> tuple[int, str, str]:
    """Papers first, then what answers them: §§ before other papers, the latest first."""
    row = entity.row
    if is_motion(entity):
        return (0, str(row.date or ""), entity.id)
    day = row.date or dt.date.min
    return (1 if isinstance(row, values.Item) else 2, str(dt.date.max - day), entity.id)


def _candidates(entity: Entity) -> Iterator[_Candidate]:
    row, place = entity.row, entity.lead.municipality.id
    paper = row if isinstance(row, values.Document) and is_motion(entity) else None
    for title, movers in keys.printed_titles(entity.lead):
        shown = row.title if paper else title
        if isinstance(row, values.Item) and len(keys.printed_titles(entity.lead)) == 1:
            named = named_motion(row.title or "")
            shown = named.title if named else row.title
        whose = signers(entity) if paper else movers or movers_in(title)
        begins = isinstance(row, values.Item) and announces(row.title or "", row.outcome)
        yield _Candidate(entity, shown or "", whose, keys.motion_key(place, title), paper, begins)


def _place(made: list[_Motion], candidate: _Candidate, *, alone: bool) -> None:
    """Let a title speak of the motion that it is about: the one of that title, else, where its § or paper names no other,
    the only one whose movers it does not deny. Of two §§ that announce a motion each, neither speaks of the other's."""
    near = [motion for motion in made if candidate.key in motion.keys and _agree(motion.movers, candidate.movers)]
    if not near and alone and candidate.document is None:
        others = [motion for motion in made if not (motion.announced and candidate.announced)]
        near = [motion for motion in others if _agree(motion.movers, candidate.movers)]
    if len(near) == 1 and not (candidate.document and near[0].document):
        motion = near[0]
        motion.movers = motion.movers or candidate.movers
        motion.keys |= {candidate.key} if candidate.key else set()
        motion.announced |= candidate.announced
        return
    if near and candidate.document is None:
        return
    origin = "paper" if candidate.document else "answered"
    own = {candidate.key} if candidate.key else set()
    found = _Motion(
        candidate.entity, origin, candidate.title, candidate.movers, own, candidate.document, candidate.announced
    )
    made.append(found)


def _agree(one: Sequence[Person], other: Sequence[Person]) -> bool:
    return not one or not other or bool({fold(p.name) for p in one} & {fold(p.name) for p in other})


def _tells_of_raising(entity: Entity) -> bool:
    return any(
        reference.role == "earlier"
        and reference.kind == EarlierKind.RAISED
        and reference.date is not None
        and (reference.body is None or body_kind(reference.body) == "council")
        for reference in entity.references
    )


def _rows(motion: _Motion, n: int, matter_id: str, ids: Ids) -> Iterator[values.Owned]:
    entity, document = motion.entity, motion.document
    place = entity.row.municipality_id
    key = min(motion.keys, default=None)
    motion_id = document.id if document else ids.of("motion", matter_id, key or fold(motion.title), n)
    yield values.Motion(
        id=motion_id,
        owner=matter_id,
        municipality_id=place,
        matter_id=matter_id,
        entity_id=entity.id,
        document_id=document.id if document else None,
        n=n,
        origin=motion.origin,
        title=motion.title or None,
        subject=motion_subject(motion.title) or None,
        key=key,
        mover=first_mover(motion.movers),
        date=document.date if document else None,
        raised=None,
        basis=None,
    )
    for at, (name_id, office) in enumerate(_movers(motion, place, ids)):
        mention_id = ids.of("mention", matter_id, motion_id, "mover", at)
        yield values.Mention(mention_id, matter_id, motion_id, "mover", at, name_id, office)
    if motion_id == matter_id:
        return  # a matter without a number bears its paper's id: the motion stands where the paper does
    for i, source in enumerate(_places(entity)):
        yield source.of_another(ids.of("source", matter_id, motion_id, i), matter_id, motion_id, i)


def _movers(motion: _Motion, place: str, ids: Ids) -> list[tuple[str, str | None]]:
    """The printed name and the office of each mover: who signed the paper, as people have put that right, else whom a title
    names."""
    signed = [
        (row.name_id, row.title)
        for row in motion.entity.rows
        if isinstance(row, values.Mention) and row.role == "signed_by" and row.fact_id == motion.entity.id
    ]
    if motion.document:
        return signed
    return [(people.name_id(ids, place, mover.name, mover.party), mover.role) for mover in motion.movers]


def _places(entity: Entity) -> list[values.Source]:
    """Where its title stands, else where the § or paper begins."""
    own = [row for row in entity.rows if isinstance(row, values.Source) and row.fact_id == entity.id]
    return [s for s in own if s.field == "title"] or [s for s in own if s.field is None]
