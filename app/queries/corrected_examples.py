"""What people have put right, as examples that a reader can be measured by: where it stands, what was read, and what is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.loads import loads
from app.models.journal import acts
from app.models.register import names, sources
from app.register.correctable import MENTIONED, NAMED
from app.register.parts import ActKind
from app.register.personal import personal_on

_KINDS = (ActKind.CORRECT, ActKind.ADD, ActKind.REMOVE)


class Example(TypedDict):
    """`kind` is correct, add or remove; `field` None where it is of a whole fact, whose fields `read` or `right` then hold. `file`
    (sha256), `page` and `boxes` (x0, top, x1, bottom in points) are None and empty where nobody knows where it stands."""

    kind: str
    table: str
    field: str | None
    file: str | None
    page: int | None
    boxes: list[list[float]]
    read: Any
    right: Any


def corrected_examples(session: Session, *, personal: bool) -> Iterator[Example]:
    """Each standing correction, in order. Unless `personal`, fields that name people are left out, and whole examples that hold the
    name of anybody in the register, a personnummer, or a way to reach somebody."""
    query = sa.select(acts.c.kind, acts.c.said).where(acts.c.kind.in_(_KINDS), acts.c.undone_by.is_(None))
    done = [(row.kind, orjson.loads(row.said)) for row in session.execute(query.order_by(acts.c.seq))]
    placed = _placed(session, {str(said["fact"]) for _kind, said in done})
    known = set() if personal else {name.casefold() for name in session.execute(sa.select(names.c.name)).scalars()}
    for kind, said in done:
        if "table" not in said:
            continue  # it says what identifies, and stands in no one place
        table, field = str(said["table"]), said.get("field")
        of_people = set() if personal else {*MENTIONED.get(table, {}), *NAMED.get(table, {})}
        if field in of_people:
            continue
        before, after = (_without(said.get(key), of_people) for key in ("from", "to"))
        if not personal and any(map(_tells, (before, after), (known, known))):
            continue
        file, places = _place(said, field, placed)
        page = places[0]["page"] if places else None
        boxes = [list(place["bbox"]) for place in places if place["page"] == page]
        yield Example(kind=kind, table=table, field=field, file=file, page=page, boxes=boxes, read=before, right=after)


def _placed(session: Session, facts: set[str]) -> dict[tuple[str, str | None], tuple[str, list[dict[str, Any]]]]:
    """Where the readers found each fact, and each field of it that has a place of its own."""
    found: dict[tuple[str, str | None], tuple[str, list[dict[str, Any]]]] = {}
    for load in loads(sorted(facts)):
        query = sa.select(sources).where(sources.c.fact_id.in_(load), sources.c.correction.is_(None))
        for row in session.execute(query.order_by(sources.c.n)):
            if row.places:
                found.setdefault((row.fact_id, row.field), (row.file_id, row.places))
    return found


def _place(
    said: Mapping[str, Any],
    field: str | None,
    placed: Mapping[tuple[str, str | None], tuple[str, list[dict[str, Any]]]],
) -> tuple[str | None, list[dict[str, Any]]]:
    if at := said.get("at"):
        return at["file"], at["places"]
    fact = str(said["fact"])
    return placed.get((fact, field)) or placed.get((fact, None)) or (None, [])


def _without(value: Any, fields: set[str]) -> Any:
    """A fact's fields but these; any other value as it is."""
    return {name: one for name, one in value.items() if name not in fields} if isinstance(value, dict) else value


def _tells(value: Any, known: set[str]) -> bool:
    """Whether a value names somebody, or tells how to reach them."""
    text = value if isinstance(value, str) else orjson.dumps(value).decode()
    words = [(word, (0.0, 0.0, 0.0, 0.0)) for word in text.split()]
    return bool(personal_on(words)) or any(name in text.casefold() for name in known)
