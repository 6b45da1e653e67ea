"""Entities → matters: which case numbers are one matter, and what evidence says so.

Cases are joined by a stamp on a document that carries exactly one number, and by answering one motion (title equal,
printed movers not disjoint). Everything weaker joins nothing.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.ids import Ids, fold
from app.register import keys, values
from app.register.bodies import body_kind, body_name, body_rank
from app.register.case_numbers import case_slug, clean, parse
from app.register.entities import Entity
from app.register.motion_titles import ANSWERED, announces
from app.register.parts import Act, ActKind
from app.register.signers import is_motion, signers
from importers.bundle import DocumentKind

_FOUNDING = {DocumentKind.MOTION, DocumentKind.TJANSTESKRIVELSE}


@dataclass(frozen=True, slots=True)
class Carried:
    """A case number that an entity carries: its own, or one stamped on it when it was received into another case."""

    case_id: str
    key: str
    printed: str
    slug: str
    stamp: bool
    document_number: str | None = None


@dataclass
class Joined:
    """What one matter holds before its chain is laid."""

    cases: dict[str, list[tuple[Entity, Carried]]] = field(default_factory=lambda: defaultdict(list))
    entities: list[Entity] = field(default_factory=list)
    links: list[values.Link] = field(default_factory=list)


class _Groups:
    """Disjoint sets of nodes; the smallest id of a set stands for it. What a person refused is never in one set, which
    is why no library's disjoint sets will do."""

    def __init__(self, refused: Iterable[frozenset[str]]) -> None:
        self._above: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._refused = set(refused)

    def root(self, node: str) -> str:
        if node not in self._above:
            self._above[node], self._members[node] = node, {node}
        while self._above[node] != node:
            self._above[node] = node = self._above[self._above[node]]
        return node

    def join(self, one: str, other: str) -> bool:
        """Make one set of two; False where that would bring together what a person refused."""
        low, high = sorted((self.root(one), self.root(other)))
        if low == high:
            return True
        both = self._members[low] | self._members[high]
        if any(pair <= both for pair in self._refused):
            return False
        self._above[high] = low
        self._members[low] = both
        return True


def matters(entities: list[Entity], ids: Ids, acts: Sequence[Act] = ()) -> list[Joined]:
    """The matters that the entities make up; an entity that hangs on no case and no motion is in none.

    What a person accepted joins first, then stamps, then motions.
    """
    judged = _judged(acts, ids)
    groups = _Groups(frozenset(pair) for pair, state in judged.items() if state == "refused")
    carried = {entity.id: carried_by(entity, ids) for entity in entities}
    case_ids = {c.case_id for joined in carried.values() for c in joined}
    links = _by_person(judged, case_ids, groups, ids)
    settling = [entity for entity in entities if not entity.is_claim]
    links += _by_stamp(settling, carried, groups, ids) + _by_motion(settling, carried, groups, ids)
    joined: dict[str, Joined] = defaultdict(Joined)
    for entity in entities:
        nodes = [c.case_id for c in carried[entity.id]] or [entity.id]
        for root in sorted({groups.root(node) for node in nodes}):
            joined[root].entities.append(entity)
        for c in carried[entity.id]:
            joined[groups.root(c.case_id)].cases[c.case_id].append((entity, c))
    for link in links:
        joined[groups.root(link.case_id)].links.append(link)
    return [joined[root] for root in sorted(joined) if joined[root].cases or any(map(_founds, joined[root].entities))]


def _judged(acts: Sequence[Act], ids: Ids) -> dict[tuple[str, str], str]:
    """What people decided on pairs of cases; the last act on a pair stands. A matter is of one municipality: what joins
    the cases of two, as could once be said, joins nothing."""
    judged: dict[tuple[str, str], str] = {}
    for act in sorted(acts, key=lambda a: a.seq):
        if act.kind in {ActKind.LINK, ActKind.UNLINK} and len(set(map(keys.municipality_of, act.keys))) == 1:
            low, high = sorted(ids.of("case", key) for key in act.keys)
            judged[(low, high)] = "joined" if act.kind is ActKind.LINK else "refused"
    return judged


def _by_person(judged: dict[tuple[str, str], str], case_ids: set[str], groups: _Groups, ids: Ids) -> list[values.Link]:
    links = []
    for (low, high), state in sorted(judged.items()):
        if {low, high} <= case_ids and (state == "refused" or groups.join(low, high)):
            links.append(values.Link(ids.of("link", low, high, "person"), "", low, high, "person", state, None))
    return links


def carried_by(entity: Entity, ids: Ids) -> list[Carried]:
    """The case numbers that count for the entity."""
    part, doc = entity.lead, entity.lead.document
    own = part.item.case_numbers if part.item else keys.own_numbers(part)
    numbers = [c for printed in own if (c := _carried(part.municipality.id, printed, doc.body, None, ids))]
    if not part.item and doc.document_number:
        stamp = _carried(part.municipality.id, doc.document_number, doc.body, doc.document_number, ids)
        if stamp and stamp.case_id not in {c.case_id for c in numbers}:
            numbers.append(stamp)
    return list({c.case_id: c for c in reversed(numbers)}.values())[::-1]


def _carried(place: str, printed: str, body: str | None, document_number: str | None, ids: Ids) -> Carried | None:
    number, key = parse(printed), keys.case_ref(place, printed, body)
    if number is None or key is None:
        return None
    shown = clean(printed) or printed
    if number.document is not None:
        shown = shown.rpartition("-")[0]
    slug = case_slug(shown, number, body)
    return Carried(ids.of("case", key), key, shown, slug, document_number is not None, document_number)


def _by_stamp(
    entities: list[Entity], carried: dict[str, list[Carried]], groups: _Groups, ids: Ids
) -> list[values.Link]:
    links = []
    for entity in entities:
        own = [c for c in carried[entity.id] if not c.stamp]
        stamps = [c for c in carried[entity.id] if c.stamp]
        if len(own) == 1 and len(stamps) == 1 and groups.join(own[0].case_id, stamps[0].case_id):
            links.append(_link(ids, own[0].case_id, stamps[0].case_id, "stamp", entity))
    return links


def _by_motion(
    entities: list[Entity], carried: dict[str, list[Carried]], groups: _Groups, ids: Ids
) -> list[values.Link]:
    """Join what answers one motion. A node is the entity's only case, or the entity itself where it carries none."""
    answering: dict[str, list[_Answering]] = defaultdict(list)
    for entity in entities:
        for key, printed in keys.answered(entity.lead):
            movers = signers(entity) if is_motion(entity) else printed
            answering[key].append((entity, frozenset(fold(m.name) for m in movers)))
    case_ids = {c.case_id for found in carried.values() for c in found}
    links = []
    for key in sorted(answering):
        raised = _raised_anew(answering[key])
        for cluster in (cluster for times in raised for cluster in _same_movers(times)):
            nodes = [(node, e) for e in cluster if (node := _only_node(e, carried[e.id]))]
            nodes.sort(key=lambda pair: (pair[0] not in case_ids, pair[0]))
            for (one, _), (other, entity) in pairwise(nodes):
                if groups.join(one, other) and one != other and {one, other} <= case_ids:
                    links.append(_link(ids, one, other, "motion", entity))
    return links


_Answering = tuple[Entity, frozenset[str]]  # what is about one motion, and the movers that it prints


def _raised_anew(about: list[_Answering]) -> list[list[_Answering]]:
    """Those of one title apart by motion: what comes in after the council decided on a motion of that title, or in a § of the
    same meeting, is another."""
    times: list[list[_Answering]] = [[]]
    decided = False
    for one in sorted(about, key=lambda one: _in_time(one[0])):
        if decided and _begins(one[0]):
            times.append([])
            decided = False
        times[-1].append(one)
        decided |= _decides(one[0])
    return times


def _in_time(entity: Entity) -> tuple[dt.date, int, str]:
    """By the day; of one day papers first, and last the §§ in which a motion comes in."""
    first = 0 if is_motion(entity) else 2 if _begins(entity) else 1
    return entity.row.date or dt.date.min, first, entity.id


def _begins(entity: Entity) -> bool:
    """Whether it is a motion, or a § of the council in which one comes in."""
    row = entity.row
    came_in = isinstance(row, values.Item) and _is_councils(entity) and announces(row.title or "", row.outcome)
    return is_motion(entity) or came_in


def _decides(entity: Entity) -> bool:
    return isinstance(entity.row, values.Item) and entity.row.outcome in ANSWERED and _is_councils(entity)


def _is_councils(entity: Entity) -> bool:
    return body_kind(body_name(entity.lead.document.body or "")) == "council"


def _only_node(entity: Entity, carried: list[Carried]) -> str | None:
    own = [c.case_id for c in carried if not c.stamp]
    if not carried:
        return entity.id
    return own[0] if len(own) == 1 else None


def _same_movers(answering: list[_Answering]) -> list[list[Entity]]:
    """Those whose printed movers overlap. One that prints no mover joins the others where they are all one motion."""
    clusters: list[tuple[set[str], list[Entity]]] = []
    for entity, movers in answering:
        if not movers:
            continue
        near = [c for c in clusters if c[0] & movers]
        merged = (set(movers).union(*(c[0] for c in near)), [e for c in near for e in c[1]] + [entity])
        clusters = [c for c in clusters if c not in near] + [merged]
    silent = [entity for entity, movers in answering if not movers]
    if len(clusters) <= 1:
        return [[*(clusters[0][1] if clusters else []), *silent]]
    return [found for _, found in clusters]


def _link(ids: Ids, one: str, other: str, evidence: str, entity: Entity) -> values.Link:
    low, high = sorted((one, other))
    return values.Link(ids.of("link", low, high, evidence, entity.id), "", low, high, evidence, "joined", entity.id)


def _founds(entity: Entity) -> bool:
    """Whether it makes a matter without a number: a motion, however short its title, or what answers one; not a paper that
    only speaks of it."""
    part = entity.lead
    if part.item is None and part.document.kind is DocumentKind.MOTION:
        return True
    return bool(keys.answered(part)) and (part.item is not None or part.document.kind in _FOUNDING)


def lead_case(joined: Joined) -> str | None:
    """The case under which the matter is shown: one that received others, then the highest body's, then by number."""

    def order(case_id: str) -> tuple[bool, int, str]:
        carriers = joined.cases[case_id]
        bodies: Iterable[str] = (e.lead.document.body or "" for e, c in carriers if not c.stamp and not e.is_claim)
        return (not any(c.stamp for _, c in carriers), -max(map(body_rank, bodies), default=0), carriers[0][1].key)

    return min(joined.cases, key=order, default=None)
