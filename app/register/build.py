"""Parts of readings → the register's rows: the one pure function behind both scopes.

`build` of a whole journal is the union of `build` over its connected stretches (parts that share a joining key), so that
one filing costs what its own matter costs, and a rebuild gives the same rows.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from app.ids import Ids, Keyring
from app.register import chain, values
from app.register.aliases import aliases
from app.register.body_names import BodyNames
from app.register.corrections import former_keys, in_force, overlaid, without_gone
from app.register.deadlines import Raised
from app.register.entities import Entity, entities
from app.register.findings import rules
from app.register.linking import Joined, lead_case, matters
from app.register.matter_kind import kind_of
from app.register.motions import motions
from app.register.outcomes import PROCEDURAL
from app.register.parts import Act, Part
from app.register.raising import raised_by
from app.register.rules import entity_findings, matter_findings, view
from app.register.spelling import mended
from app.register.standing import ended_on, status_of


@dataclass
class Register:
    """Rows by what they follow from: `owned` leave with their owner, `shared` with the last that carries them."""

    owned: list[values.Owned] = field(default_factory=list)
    shared: list[tuple[str, values.Shared]] = field(default_factory=list)

    def owners(self) -> set[str]:
        return {row.owner for row in self.owned}

    def add(self, other: Register) -> None:
        """Take in what follows from another stretch."""
        self.owned += other.owned
        self.shared += other.shared


def build(parts: Iterable[Part], ids: Ids, acts: Sequence[Act] = ()) -> Register:
    """The register that follows from these parts and acts. They must be whole stretches: see `keys.joining_keys`."""
    register, read = Register(), list(parts)
    acts = in_force(read, acts)
    read = without_gone(read, acts)
    moved = aliases(read, acts, ids)
    made = [
        _noticed(entity, ids, moved.get(entity.id, ()))
        for entity in entities(mended(overlaid(read, acts)), ids, acts, former_keys(read, acts))
    ]
    for entity in made:
        register.owned += entity.rows
        register.shared += [(entity.id, row) for row in entity.shared]
    names = BodyNames(acts, ids)
    register.owned += _marked([row for joined in matters(made, ids, acts) for row in _matter(joined, ids, names)])
    return register


def build_by_keys(parts: Iterable[Part], keys: Keyring, acts: Sequence[Act] = ()) -> Register:
    """The same of municipalities with keys of their own: what follows from all is what follows from each of them."""
    register = Register()
    acts_by_ids = keys.apart(acts, lambda act: act.keys[0])
    for ids, of_key in keys.apart(parts, lambda part: part.municipality.id).items():
        register.add(build(of_key, ids, acts_by_ids.get(ids, ())))
    return register


def _marked(rows: list[values.Owned]) -> list[values.Owned]:
    """The rows of matters; of motions those marked whose paper lies in two: all matters that hold it are of one stretch."""
    lying = Counter(row.id for row in rows if isinstance(row, values.Motion))
    return [
        dataclasses.replace(row, twice=True) if isinstance(row, values.Motion) and lying[row.id] > 1 else row
        for row in rows
    ]


def _noticed(entity: Entity, ids: Ids, moved: Sequence[values.Alias]) -> Entity:
    """The § or document with what a careful reader finds in it, and what it was called before it was corrected."""
    return dataclasses.replace(entity, rows=(*entity.rows, *entity_findings(rules(), entity, ids), *moved))


def _matter(joined: Joined, ids: Ids, names: BodyNames) -> list[values.Owned]:
    members = list({entity.id: entity for entity in joined.entities}.values())
    municipality = members[0].row.municipality_id
    lead = lead_case(joined)
    matter_id = min(joined.cases, default=min(e.id for e in members))
    rows: list[values.Owned] = []
    slug = f"handling-{matter_id}"
    for case_id in sorted(joined.cases):
        case = _case(case_id, joined, matter_id, municipality)
        rows.append(case)
        slug = case.slug if case_id == lead else slug
    for entity in members:
        kind = "item" if isinstance(entity.row, values.Item) else "document"
        rows.append(
            values.MatterEntity(ids.of("matter_entity", matter_id, entity.id), matter_id, matter_id, entity.id, kind)
        )
    rows += _mentions(joined, matter_id, ids)
    rows += [dataclasses.replace(link, owner=matter_id) for link in joined.links]
    settling = [entity for entity in members if not entity.is_claim]
    drafts = chain.steps(settling, municipality, ids)
    rows += _steps(drafts, settling, matter_id, municipality, ids, names)
    rows += matter_findings(rules(), view(settling, drafts), matter_id, ids)
    title = _title(settling or members)
    about = _dated(motions(settling, matter_id, title, ids), raised_by(members, drafts), rows)
    rows += about
    stated = kind_of(settling, about)
    version = _version([*rows, *(row for entity in members for row in entity.rows)])
    stated_kind, evidence, at = (stated.kind.value, stated.evidence.value, stated.at) if stated else (None, None, None)
    last = max((draft.date for draft in drafts if draft.date and draft.state != "awaited"), default=None)
    rows.append(
        values.Matter(
            id=matter_id,
            owner=matter_id,
            municipality_id=municipality,
            lead_case_id=lead,
            title=title,
            slug=slug,
            version=version,
            kind=stated_kind,
            kind_evidence=evidence,
            kind_at=at,
            last_date=last,
            **_standing(rows),
        )
    )
    return rows


def _dated(rows: list[values.Owned], start: Raised | None, of_matter: Iterable[values.Owned]) -> list[values.Owned]:
    """The motions with the day that the papers here tell they were raised, and the one on which the matter's §§ ended them."""
    days: dict[str, Any] = {"ended": ended_on(row for row in of_matter if isinstance(row, values.Step))}
    if start is not None:
        days |= {"raised": start.date, "basis": start.basis.value}
    return [dataclasses.replace(row, **days) if isinstance(row, values.Motion) else row for row in rows]


def _standing(rows: Iterable[values.Owned]) -> dict[str, str | None]:
    """Where the matter stands, and what its last § decided where it did: a proposal is no outcome, nor is an opinion."""
    steps = [row for row in rows if isinstance(row, values.Step)]
    status = status_of(steps)
    last = max((s for s in steps if s.kind == "item" and s.state == "past"), key=lambda s: s.n, default=None)
    ended = status == "decided" and last is not None and last.outcome not in PROCEDURAL
    return {"status": status, "outcome": last.outcome if ended and last else None}


def _case(case_id: str, joined: Joined, matter_id: str, municipality: str) -> values.Case:
    """The longest spelling is shown: `KSN-2023-03553` before `KSN-2023-3553`."""
    spellings = [c for _, c in joined.cases[case_id]]
    shown = min(spellings, key=lambda c: (-len(c.printed), c.printed))
    return values.Case(case_id, matter_id, municipality, shown.key.rpartition("|")[2], shown.printed, shown.slug)


def _mentions(joined: Joined, matter_id: str, ids: Ids) -> list[values.CaseMention]:
    return [
        values.CaseMention(
            id=ids.of("case_mention", entity.id, case_id),
            owner=matter_id,
            entity_id=entity.id,
            case_id=case_id,
            printed=carried.printed,
            stamp=carried.stamp,
            document_number=carried.document_number,
        )
        for case_id, carriers in joined.cases.items()
        for entity, carried in carriers
    ]


def _steps(
    drafts: list[chain.Draft],
    entities: list[Entity],
    matter_id: str,
    municipality: str,
    ids: Ids,
    names: BodyNames,
) -> list[values.Owned]:
    rows: list[values.Owned] = []
    sources = _Sources(entities)
    latest = max((e.row.date for e in entities if e.row.date), default=None)
    for n, draft in enumerate(drafts):
        item = draft.entity if draft.entity and isinstance(draft.entity.row, values.Item) else None
        document = draft.entity if draft.entity and not item else None
        rows.append(
            values.Step(
                id=draft.id,
                owner=matter_id,
                n=n,
                kind=draft.kind,
                state=draft.state,
                date=draft.date,
                body_id=names.id_on(municipality, draft.body, draft.date or latest) if draft.body else None,
                body=draft.body,
                mode=draft.mode,
                outcome=draft.outcome,
                item_id=item.id if item else None,
                document_id=document.id if document else None,
                document_kind=draft.document_kind,
                document_number=draft.document_number,
                item_number=draft.item_number,
                for_body=draft.for_body,
                key=draft.key,
                ends=draft.ends,
            )
        )
        rows += [
            values.StepFollows(ids.of("follows", matter_id, draft.id, before), matter_id, draft.id, before)
            for before in sorted(draft.follows)
        ]
        rows += [
            source.of_another(ids.of("source", matter_id, draft.id, i), matter_id, draft.id, i)
            for i, source in enumerate(sources.of(draft))
        ]
    return rows


class _Sources:
    """The sources of a matter's facts, looked up by fact."""

    def __init__(self, entities: list[Entity]) -> None:
        self._by_fact: dict[tuple[str, str | None], list[values.Source]] = {}
        for entity in entities:
            for row in entity.rows:
                if isinstance(row, values.Source):
                    self._by_fact.setdefault((row.fact_id, row.field), []).append(row)

    def of(self, draft: chain.Draft) -> list[values.Source]:
        """A past step stands where its entity does (a receipt in its stamp), another where it is spoken of."""
        if draft.entity and draft.kind == "received":
            stamps = [s for f in ("received", "document_number") for s in self._by_fact.get((draft.entity.id, f), [])]
            return stamps[:1]
        if draft.entity:
            return self._by_fact.get((draft.entity.id, None), [])
        return [source for reference in draft.says for source in self._by_fact.get((reference.id, None), [])]


def _title(entities: list[Entity]) -> str | None:
    """The matter's title: the latest § of the highest body, else a document's."""
    items = [e.row for e in entities if isinstance(e.row, values.Item)]
    if items:
        return max(items, key=lambda item: (item.date, item.id)).title
    return next((e.row.title for e in entities if e.row.title), None)


def _version(rows: list[values.Owned]) -> str:
    """A hash of the rows of the matter and of all that belongs to it, in the order of their kinds and ids."""
    listed = sorted(orjson.dumps([type(row).__name__, row]) for row in rows)
    return hashlib.blake2b(b"\n".join(listed), digest_size=12).hexdigest()
