"""Entries that a search found, with what a reader needs of each: its words, its § and matters, and where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.ids import slugify
from app.models.prepared import Prepared
from app.models.register import (
    bodies,
    clauses,
    documents,
    items,
    matter_entities,
    matters,
    municipalities,
    people,
    reservations,
    search_entries,
    statements,
    votes,
    yrkanden,
)
from app.queries.case_refs import (
    address_of,
    cases_of_documents,
    municipality_columns,
    municipality_ref,
    ref_of,
)
from app.queries.cases import of_matters
from app.queries.hit_items import hit_items
from app.queries.json_sql import in_json, json_list
from app.queries.sources import Stretch, first_sources, passages_of, sources_of_passages
from app.register.named import whole_names, with_party
from app.schemas.hit_rows import HitRow, Segment
from app.schemas.rows import BodyRef, SourceRow
from app.search.entries import HitKind
from app.search.finding import Entry
from app.search.highlight import segments
from app.search.normaliser import Sought

_FACTS = {
    HitKind.YRKANDE: yrkanden,
    HitKind.RESERVATION: reservations,
    HitKind.STATEMENT: statements,
    HitKind.VOTE: votes,
}
_WITH_PASSAGES = (HitKind.ITEM, HitKind.DOCUMENT)
_TEXTS = ("text", "question", "yes_means", "no_means", "result")


class _FactText(NamedTuple):
    """A text, and the fact that holds it."""

    fact_id: str
    text: str


_Text = TypeVar("_Text", _FactText, Stretch)


class _Described(NamedTuple):
    """What an entry is: its title, the texts that its words stand in, and what a hit says beside them."""

    title: str
    texts: list[_FactText]
    owners: tuple[str, ...]
    beside: dict[str, Any]


Describe = Callable[[Session, Collection[str]], dict[str, _Described]]


def hits_of(session: Session, entries: Sequence[Entry], keys: Set[str]) -> list[HitRow]:
    """The hits of these entries, in their order; an entry whose row is gone is none."""
    if not entries:
        return []
    sought = Sought(keys)
    by_kind: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        by_kind[entry.kind].append(entry.id)
    described: dict[tuple[str, str], _Described] = _in_items(session, by_kind)
    for kind, describe in _DESCRIBE.items():
        if of_kind := by_kind.get(kind):
            described |= {(kind, id): one for id, one in describe(session, of_kind).items()}
    found = [(entry, one) for entry in entries if (one := described.get((entry.kind, entry.id))) is not None]
    texts = [_first_found(one.texts, sought) for _entry, one in found]
    titled = [sought.words(one.title) for _entry, one in found]
    unmet = [
        entry.id
        for (entry, _one), text, words in zip(found, texts, titled, strict=True)
        if text is None and not words and entry.kind in _WITH_PASSAGES
    ]
    printed = _printed(session, unmet, sought)
    stands = [
        [] if entry.id in printed else _stands(entry, one, text[0] if text else None)
        for (entry, one), text in zip(found, texts, strict=True)
    ]
    owners = {owner for (_entry, one), of_hit in zip(found, stands, strict=True) if of_hit for owner in one.owners}
    by_fact = _sources(session, owners, stands)
    hits = []
    for (entry, one), words, text, of_hit in zip(found, titled, texts, stands, strict=True):
        shown, source = printed.get(entry.id, ([], None))
        hits.append(
            HitRow(
                id=entry.id,
                kind=entry.kind,
                title=segments(one.title, words, whole=True),
                text=segments(text[0].text, text[1]) if text else shown,
                outcome=entry.outcome,
                parties=list(entry.parties),
                source=source or next((by_fact[fact] for fact in of_hit if fact in by_fact), None),
                **one.beside,  # type: ignore[typeddict-item] # `_beside` gives the rest
            )
        )
    return hits


def _first_found(texts: Sequence[_Text], sought: Sought) -> tuple[_Text, set[str]] | None:
    """The first of the texts that has a word that is sought, with these words."""
    return next(((text, words) for text in texts if (words := sought.words(text.text))), None)


def _stands(entry: Entry, one: _Described, text: _FactText | None) -> list[str]:
    """The facts of which the first that stands somewhere tells where the hit does: the one with the words, or all there are."""
    if text:
        return [text.fact_id, entry.id]
    own = [] if entry.kind == HitKind.MATTER else [entry.id]  # which stands where its §§ do
    return [*own, *(other.fact_id for other in one.texts)]


def _sources(session: Session, owners: Collection[str], stands: Sequence[Sequence[str]]) -> dict[str, SourceRow]:
    """By fact where the first of each hit's facts stands, and the others of a hit whose first stands nowhere."""
    by_fact = first_sources(session, owners, {of_hit[0] for of_hit in stands if of_hit})
    others = {fact for of_hit in stands if of_hit and of_hit[0] not in by_fact for fact in of_hit[1:]}
    return by_fact | first_sources(session, owners, others)


def _printed(session: Session, owners: Collection[str], sought: Sought) -> dict[str, tuple[list[Segment], SourceRow]]:
    """Of these §§ and documents, whose words stand neither in their title nor in a fact, the first passage that holds one,
    with its place."""
    first = {
        id: met for id, of_owner in passages_of(session, owners).items() if (met := _first_found(of_owner, sought))
    }
    stands = sources_of_passages(session, [passage.id for passage, _words in first.values()])
    shown: dict[str, tuple[list[Segment], SourceRow]] = {}
    for id, (passage, words) in first.items():
        pieces = segments(passage.text, words)
        quote = "".join(piece["text"] for piece in pieces).removeprefix("… ").removesuffix(" …")
        shown[id] = pieces, SourceRow({**stands[passage.id], "quote": quote})
    return shown


def _beside(**of: Any) -> dict[str, Any]:
    return {"body": None, "date": None, "item": None, "cases": [], "document_kind": None, "page": None, **of}


def _matters(session: Session, ids: Collection[str]) -> dict[str, _Described]:
    """A matter's title is that of its latest §: there it stands."""
    rows = {row["matter_id"]: row for row in of_matters(session, list(ids))}
    of_item = {row.matter_id: row.id for row in _TITLED.run(session, ids=json_list(rows)).all()}
    found = {}
    for id, row in rows.items():
        item = of_item.get(id)
        numbers = [_FactText(item or id, number["number"]) for number in row["numbers"]]
        beside = _beside(
            municipality=row["municipality"], date=row["last_date"], cases=[ref_of(row)], page=address_of(row)
        )
        texts = [_FactText(item, "")] if item else []
        found[id] = _Described(row["title"] or row["number"] or "", texts + numbers, (item,) if item else (), beside)
    return found


def _clauses(session: Session, ids: Collection[str]) -> dict[str, list[_FactText]]:
    by_entity: dict[str, list[_FactText]] = defaultdict(list)
    for row in _CLAUSES.run(session, ids=json_list(ids)) if ids else ():
        by_entity[row.entity_id].append(_FactText(row.id, row.text))
    return by_entity


def _in_items(session: Session, by_kind: Mapping[str, list[str]]) -> dict[tuple[str, str], _Described]:
    """The §§, and what stands in them, each with what every hit of a § says beside its words."""
    wanted = [id for kind in _FACTS for id in by_kind.get(kind, [])]
    facts = _FACT_ROWS.run(session, ids=json_list(wanted)).mappings().all() if wanted else []
    ids = by_kind.get(HitKind.ITEM, [])
    at = hit_items(session, {*ids, *(row["item_id"] for row in facts)})
    beside = {
        id: _beside(
            municipality=one.municipality,
            body=one.at["body"],
            date=one.at["date"],
            item=one.at,
            cases=one.cases,
            page=one.page,
        )
        for id, one in at.items()
    }
    found = {}
    for id in ids:
        if id in at:
            texts = [_FactText(*clause) for clause in at[id].clauses]
            texts += [_FactText(id, summary)] if (summary := at[id].summary) else []
            found[str(HitKind.ITEM), id] = _Described(at[id].at["title"], texts, (id,), beside[id])
    for row in facts:
        if row["item_id"] in at:
            texts = [_FactText(row["id"], row[name]) for name in _TEXTS if row[name]]
            title = at[row["item_id"]].at["title"]
            found[row["hit"], row["id"]] = _Described(title, texts, (row["owner"],), beside[row["item_id"]])
    return found


def _documents(session: Session, ids: Collection[str]) -> dict[str, _Described]:
    proposed, belongs = _clauses(session, ids), cases_of_documents(session, ids)
    found = {}
    for row in session.execute(_DOCUMENTS, {"ids": list(ids)}):
        body = BodyRef(id=row.body_id, name=row.name, kind=row.body_kind) if row.body_id else None
        beside = _beside(
            municipality=municipality_ref(row),
            body=body,
            date=row.date,
            cases=belongs[row.id],
            document_kind=row.kind,
            page=f"/handlingar/{row.id}",
        )
        found[row.id] = _Described(row.title or "", proposed[row.id], (row.id,), beside)
    return found


def _named(table: sa.Table, page: Callable[[Any], str]) -> Describe:
    """People and bodies, each with its page: what they are called is all that there is to find."""
    query = (
        sa.select(table.c.id, table.c.name, *municipality_columns())
        .join(municipalities, municipalities.c.id == table.c.municipality_id)
        .where(table.c.id.in_(_IDS))
    )

    def describe(session: Session, ids: Collection[str]) -> dict[str, _Described]:
        return {
            row.id: _Described(row.name, [], (), _beside(municipality=municipality_ref(row), page=page(row)))
            for row in session.execute(query, {"ids": list(ids)})
        }

    return describe


def _parties(session: Session, ids: Collection[str]) -> dict[str, _Described]:
    """Parties, each with its page: `Centerpartiet (C)`."""
    found = {}
    for row in session.execute(_PARTIES, {"ids": list(ids)}):
        letters = row.id.removeprefix(f"{row.place_id}-")
        name = next((with_party(name, letters) for name in whole_names(letters)), letters)
        beside = _beside(
            municipality=municipality_ref(row), page=f"/partier/{row.place_slug}/{quote(letters, safe='')}"
        )
        found[row.id] = _Described(name, [], (), beside)
    return found


def _texts_of(kind: HitKind, table: sa.Table) -> sa.Select[Any]:
    """The facts of one kind with their words; what it has no column of is null."""
    texts = [table.c[name] if name in table.c else sa.null().label(name) for name in _TEXTS]
    query = sa.select(sa.literal_column(f"'{kind}'").label("hit"), table.c.id, table.c.owner, table.c.item_id, *texts)
    return query.where(in_json(table.c.id, "ids"))


# Made once: to build a statement anew costs more than to run it.
_IDS: sa.BindParameter[Any] = sa.bindparam("ids", expanding=True)
_FACT_ROWS = Prepared(sa.union_all(*(_texts_of(kind, table) for kind, table in _FACTS.items())))
_CLAUSES = Prepared(
    sa.select(clauses.c.id, clauses.c.entity_id, clauses.c.text)
    .where(in_json(clauses.c.entity_id, "ids"))
    .order_by(clauses.c.decision_id, clauses.c.n)
)
_TITLED = Prepared(
    sa.select(matter_entities.c.matter_id, items.c.id)
    .join(items, items.c.id == matter_entities.c.entity_id)
    .join(matters, sa.and_(matters.c.id == matter_entities.c.matter_id, matters.c.title == items.c.title))
    .where(in_json(matters.c.id, "ids"))
    .order_by(items.c.date, items.c.id)
)
_DOCUMENTS = (
    sa.select(documents, bodies.c.name, bodies.c.kind.label("body_kind"), *municipality_columns())
    .join(municipalities, municipalities.c.id == documents.c.municipality_id)
    .join(bodies, bodies.c.id == documents.c.body_id, isouter=True)
    .where(documents.c.id.in_(_IDS))
)
_PARTIES = (
    sa.select(search_entries.c.id, *municipality_columns())
    .join(municipalities, municipalities.c.id == search_entries.c.municipality_id)
    .where(search_entries.c.owner.in_(_IDS))
)
_DESCRIBE: dict[HitKind, Describe] = {
    HitKind.MATTER: _matters,
    HitKind.DOCUMENT: _documents,
    HitKind.PARTY: _parties,
    HitKind.PERSON: _named(people, lambda row: f"/personer/{row.id}"),
    HitKind.BODY: _named(bodies, lambda row: f"/organ/{row.place_slug}/{slugify(row.name)}"),
}
