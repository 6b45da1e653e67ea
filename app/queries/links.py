"""Which cases are one matter and why, and which may be: joined, refused, and proposed by weaker evidence."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.journal.stretches import acts_of
from app.models.register import (
    bodies,
    cases,
    hints,
    links,
    matter_entities,
    matters,
    municipalities,
    redirects,
    sources,
)
from app.queries.in_one_file import in_one_file
from app.queries.in_one_item import in_one_item
from app.queries.pairs import Pair, Side, refused_matters
from app.register.alike_bodies import NamedBody, alike
from app.register.parts import ActKind
from app.register.people import pairs_apart, rename_key


class LinkRow(TypedDict):
    """A pair of case numbers; `quote` is the text that the evidence lies in, where it lies in one."""

    one: str
    other: str
    evidence: str
    state: str
    quote: str | None


def links_said(session: Session) -> list[LinkRow]:
    """Every pair that evidence joined or a person refused."""
    one, other = cases.alias("one"), cases.alias("other")
    query = (
        sa.select(links, one.c.number.label("one"), other.c.number.label("other"))
        .join(one, one.c.id == links.c.case_id)
        .join(other, other.c.id == links.c.other_case_id)
        .order_by(one.c.number, other.c.number, links.c.evidence)
    )
    proposed = session.execute(query).all()
    quotes = _quotes(session, [row.entity_id for row in proposed if row.entity_id])
    return [
        LinkRow(
            one=row.one,
            other=row.other,
            evidence=row.evidence,
            state=row.state,
            quote=_quote(row, quotes),
        )
        for row in proposed
    ]


def links_proposed(session: Session) -> list[LinkRow]:
    """Pairs of matters whose motions' titles are nearly alike, that lie in one file, or of which one § bears the numbers, and that
    neither evidence nor person has joined or refused."""
    return [
        LinkRow(one=pair.one.name, other=pair.other.name, evidence=pair.evidence, state="proposed", quote=pair.quote)
        for pair in pairs_proposed(session)
    ]


def pairs_proposed(session: Session) -> list[Pair]:
    """The same pairs, with what each of the two is."""
    mine, theirs = hints.alias("mine"), hints.alias("theirs")
    held, other = matter_entities.alias("held"), matter_entities.alias("other")
    lead, far = matters.alias("lead"), matters.alias("far")
    led, ahead = cases.alias("led"), cases.alias("ahead")
    query = (
        sa.select(
            lead.c.municipality_id,
            lead.c.id.label("one"),
            led.c.id.label("one_case"),
            led.c.number.label("one_number"),
            far.c.id.label("other"),
            ahead.c.id.label("other_case"),
            ahead.c.number.label("other_number"),
            mine.c.key,
        )
        .join(theirs, sa.and_(theirs.c.key == mine.c.key, theirs.c.entity_id != mine.c.entity_id))
        .join(held, held.c.entity_id == mine.c.entity_id)
        .join(other, other.c.entity_id == theirs.c.entity_id)
        .join(lead, lead.c.id == held.c.matter_id)
        .join(far, sa.and_(far.c.id == other.c.matter_id, far.c.id > lead.c.id))
        .join(led, led.c.id == lead.c.lead_case_id)
        .join(ahead, ahead.c.id == far.c.lead_case_id)
        .distinct()
    )
    refused = refused_matters(session)
    alike = [
        Pair(
            row.municipality_id,
            Side(row.one_number, row.one_case, row.one),
            Side(row.other_number, row.other_case, row.other),
            "title",
            row.key.rpartition("|")[2],
        )
        for row in session.execute(query)
        if frozenset((row.one, row.other)) not in refused
    ]
    # the strongest evidence first: a pair is proposed once
    found = [*in_one_item(session, refused), *alike, *in_one_file(session, refused)]
    once = {frozenset((pair.one.matter, pair.other.matter or pair.other.entity)): pair for pair in reversed(found)}
    return sorted(once.values(), key=lambda pair: (pair.one.name, pair.other.name))


def bodies_proposed(session: Session) -> list[LinkRow]:
    """Pairs of bodies whose names may be one's, which nobody has let lead to one another (`act rename`) or told apart (`act
    apart`)."""
    return [
        LinkRow(one=pair.one.name, other=pair.other.name, evidence=pair.evidence, state="proposed", quote=None)
        for pair in body_pairs_proposed(session)
    ]


def titles_of(session: Session, ids: Collection[str]) -> dict[str, str | None]:
    """What these matters are called."""
    query = sa.select(matters.c.id, matters.c.title).where(matters.c.id.in_(ids))
    return {row.id: row.title for row in session.execute(query)}


def body_pairs_proposed(session: Session) -> list[Pair]:
    """The same pairs, with what each of the two is."""
    named = sa.select(bodies, municipalities.c.name.label("place"))
    named = named.join(municipalities, municipalities.c.id == bodies.c.municipality_id)
    rows = session.execute(named).all()
    there = [NamedBody(row.id, row.name, row.place) for row in rows]
    places = {row.id: row.municipality_id for row in rows}
    keys = {row.id: rename_key(row.municipality_id, row.name) for row in rows}
    apart = pairs_apart(acts_of(session, (ActKind.APART,)))
    sent = {frozenset((row.id, row.into)) for row in session.execute(sa.select(redirects.c.id, redirects.c.into))}
    return [
        Pair(places[one.id], Side(one.name, one.id), Side(other.name, other.id), why.value)
        for one, other, why in alike(there)
        if frozenset((one.id, other.id)) not in sent and frozenset((keys[one.id], keys[other.id])) not in apart
    ]


def bodies_refused(session: Session) -> list[LinkRow]:
    """Pairs of bodies that a person said are not one."""
    rows = session.execute(sa.select(bodies.c.municipality_id, bodies.c.name).order_by(bodies.c.name)).all()
    names = {rename_key(row.municipality_id, row.name): row.name for row in rows}
    pairs = [sorted(pair) for pair in pairs_apart(acts_of(session, (ActKind.APART,)))]
    return [
        LinkRow(one=names[one], other=names[other], evidence="person", state="refused", quote=None)
        for one, other in sorted(pairs)
        if one in names and other in names
    ]


def _quotes(session: Session, entities: list[str]) -> dict[tuple[str, str | None], str]:
    query = sa.select(sources.c.fact_id, sources.c.field, sources.c.quote).where(
        sources.c.owner.in_(entities), sources.c.fact_id == sources.c.owner, sources.c.n == 0, sources.c.kind == "read"
    )
    return {(row.fact_id, row.field): row.quote for row in session.execute(query)}


def _quote(row: Any, quotes: dict[tuple[str, str | None], str]) -> str | None:
    fields = ("document_number",) if row.evidence == "stamp" else ("title", None)
    return next((quotes[(row.entity_id, f)] for f in fields if (row.entity_id, f) in quotes), None)
