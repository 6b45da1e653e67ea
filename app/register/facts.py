"""The facts of one § or one document as rows, each with its sources.

A fact's id is made of its owner, its kind and its folded text, so that it stays the same through every later reading of
the same words.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.ids import Ids, Tally, fold
from app.register import keys, people, values
from app.register.incoming import rows_of_lists
from app.register.interpellations import answered_aloud
from app.register.parts import Part
from importers import bundle


@dataclass
class Sheet:
    """The rows of one entity as they are written down, read from one part of one file."""

    ids: Ids
    part: Part
    entity_id: str
    document_id: str
    rows: list[values.Owned] = field(default_factory=list)
    names: list[values.Person | values.Name] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)

    def fact_id(self, kind: str, text: str) -> str:
        folded = fold(text)
        return self.ids.of(kind, self.entity_id, folded, self.tally.next(kind, folded))

    def source(self, fact_id: str, sources: Iterable[bundle.Source], name: str | None = None) -> None:
        for n, source in enumerate(sources):
            self.rows.append(
                values.Source(
                    id=self.ids.of("source", fact_id, name or "", n),
                    owner=self.entity_id,
                    fact_id=fact_id,
                    field=name,
                    n=n,
                    kind="entered" if self.part.entered else "read",
                    document_id=self.document_id,
                    file_id=self.part.file.id,
                    quote=source.quote,
                    places=places(source),
                )
            )

    def name(self, name: str, party: str | None) -> str:
        """The id of a person as printed. A surname alone is nobody's, unless one of those present is meant."""
        place = self.part.municipality.id
        meant = people.meant_by(self.part.document.attendance, name, party)
        if meant is None:
            printed = people.name_id(self.ids, place, name, party)
            self.names.append(values.Name(printed, None, name, party))
            return printed
        printed = people.name_id(self.ids, place, meant.name, meant.party)
        person = people.id_of(self.ids, people.person_key(place, meant.name))
        self.names += [
            values.Person(person, place, meant.name),
            values.Name(printed, person, meant.name, meant.party),
        ]
        return printed

    def people(self, fact_id: str, role: str, people: Sequence[bundle.Person]) -> None:
        for n, person in enumerate(people):
            name_id = self.name(person.name, person.party)
            mention_id = self.ids.of("mention", fact_id, role, n)
            self.rows.append(values.Mention(mention_id, self.entity_id, fact_id, role, n, name_id, person.role))


def places(source: bundle.Source) -> values.Places:
    return tuple({"page": p.page, "line": p.line, "bbox": list(p.bbox)} for p in source.places)


def _head(source: bundle.Source) -> bundle.Source:
    """Where an entity begins: its own source covers every line of it, of which the register keeps the first."""
    return bundle.Source(source.quote, source.places[:1])


def write_facts(sheet: Sheet) -> None:
    """Everything that the part says, after its own row."""
    if sheet.part.item:
        item_facts(sheet, sheet.part.item)
    else:
        document_facts(sheet, sheet.part.document)


def item_facts(sheet: Sheet, item: bundle.Item) -> None:
    """Everything a § says, in the order in which the contract names it."""
    sheet.source(sheet.entity_id, [_head(item.source)])
    for name, sources in item.fields.items():
        sheet.source(sheet.entity_id, sources, name)
    if answered := answered_aloud(item):
        sheet.source(sheet.entity_id, [answered], "outcome")
    for n, decision in enumerate(item.decisions):
        _decision(sheet, n, decision)
    _references(sheet, item.basis, item.earlier)
    _yrkanden(sheet, item.yrkanden)
    _propositions(sheet, item.propositions)
    _votes(sheet, item.votes)
    _reservations(sheet, item.reservations)
    _statements(sheet, item.statements)


def document_facts(sheet: Sheet, document: bundle.Document) -> None:
    sheet.source(sheet.entity_id, [_head(document.source)])
    for name, sources in document.fields.items():
        sheet.source(sheet.entity_id, sources, name)
    for role, named in (
        ("handlaggare", document.handlaggare),
        ("signed_by", document.signed_by),
        ("justerare", document.justerare),
    ):
        sheet.people(sheet.entity_id, role, named)
    if document.attendance:
        _presence(sheet, document.attendance)
    _clauses(sheet, None, document.proposals)
    _references(sheet, document.basis, document.earlier)


def _decision(sheet: Sheet, n: int, decision: bundle.Decision) -> None:
    words = " ".join((decision.lead or "", *(c.text for c in decision.clauses)))
    decision_id = sheet.fact_id("decision", words)
    sheet.rows.append(
        values.Decision(
            id=decision_id,
            owner=sheet.entity_id,
            item_id=sheet.entity_id,
            n=n,
            mode=decision.mode,
            body=decision.body,
            to_body=decision.to,
            via=decision.via,
            lead=decision.lead,
        )
    )
    sheet.source(decision_id, [decision.source])
    body = sheet.part.document.body
    clauses = [clause for clause in decision.clauses if body is None or fold(clause.text) != fold(body)]
    listed = rows_of_lists([clause.text for clause in clauses])
    _clauses(sheet, decision_id, [clause for i, clause in enumerate(clauses) if i not in listed])
    _clauses(sheet, None, [clauses[i] for i in sorted(listed)], after=len(clauses))


def _clauses(sheet: Sheet, decision_id: str | None, clauses: Sequence[bundle.Clause], after: int = 0) -> None:
    for n, clause in enumerate(clauses, start=after):
        clause_id = sheet.fact_id("clause", clause.text)
        sheet.rows.append(
            values.Clause(
                id=clause_id,
                owner=sheet.entity_id,
                entity_id=sheet.entity_id,
                decision_id=decision_id,
                n=n,
                number=clause.number,
                text=clause.text,
                outcome=clause.outcome,
                about=clause.about,
            )
        )
        sheet.source(clause_id, [clause.source])


def _references(sheet: Sheet, basis: Sequence[bundle.Basis], earlier: Sequence[bundle.Earlier]) -> None:
    lines: list[bundle.Basis | bundle.Earlier] = [*basis, *earlier]
    for n, line in enumerate(lines):
        key, within = keys.asked(sheet.part, line)
        text = line.text if isinstance(line, bundle.Basis) else line.source.quote
        reference_id = sheet.fact_id("reference", text)
        sheet.rows.append(
            values.Reference(
                id=reference_id,
                owner=sheet.entity_id,
                entity_id=sheet.entity_id,
                n=n,
                role="basis" if isinstance(line, bundle.Basis) else "earlier",
                kind=line.kind,
                text=text,
                body=keys.printed_body(line),
                date=line.date,
                item_number=line.item_number,
                attachment=line.attachment if isinstance(line, bundle.Basis) else None,
                key=key,
                within=within,
            )
        )
        sheet.source(reference_id, [line.source])


def _yrkanden(sheet: Sheet, yrkanden: Sequence[bundle.Yrkande]) -> None:
    for n, y in enumerate(yrkanden):
        fact_id = sheet.fact_id("yrkande", y.text)
        sheet.rows.append(
            values.Yrkande(
                id=fact_id,
                owner=sheet.entity_id,
                item_id=sheet.entity_id,
                n=n,
                stance=y.stance,
                target=y.target,
                rank=y.rank,
                parties=y.parties,
                group_name=y.group,
                m_fl=y.m_fl,
                text=y.text,
            )
        )
        sheet.people(fact_id, "mover", y.movers)
        sheet.source(fact_id, [y.source])


def _propositions(sheet: Sheet, propositions: Sequence[bundle.Proposition]) -> None:
    for n, p in enumerate(propositions):
        fact_id = sheet.fact_id("proposition", p.text)
        sheet.rows.append(
            values.Proposition(fact_id, sheet.entity_id, sheet.entity_id, n, p.alternatives, p.winner, p.text)
        )
        sheet.source(fact_id, [p.source])


def _votes(sheet: Sheet, votes: Sequence[bundle.Vote]) -> None:
    for n, v in enumerate(votes):
        vote_id = sheet.fact_id("vote", v.source.quote)
        sheet.rows.append(
            values.Vote(
                id=vote_id,
                owner=sheet.entity_id,
                item_id=sheet.entity_id,
                n=n,
                question=v.question,
                yes_means=v.yes_means,
                no_means=v.no_means,
                yes=v.yes,
                no=v.no,
                abstain=v.abstain,
                absent=v.absent,
                paired=v.paired,
                casting_vote=v.casting_vote,
                result=v.result,
            )
        )
        sheet.source(vote_id, [v.source])
        for place, b in enumerate(v.ballots):
            ballot_id = sheet.ids.of("ballot", vote_id, fold(b.name), sheet.tally.next("ballot", vote_id, fold(b.name)))
            name_id = sheet.name(b.name, b.party)
            sheet.rows.append(values.Ballot(ballot_id, sheet.entity_id, vote_id, place, name_id, b.vote))
            sheet.source(ballot_id, [b.source])


def _presence(sheet: Sheet, attendance: bundle.Attendance) -> None:
    listed = [
        *(("chair", bundle.Presence(p, serving=True)) for p in [attendance.chair] if p),
        *(("member", p) for p in attendance.members),
        *(("substitute", p) for p in attendance.substitutes),
        *(("other", bundle.Presence(p, serving=False)) for p in attendance.others),
    ]
    for n, (role, p) in enumerate(listed):
        person = fold(f"{p.person.name} {p.person.party or ''}")
        presence_id = sheet.ids.of(
            "presence", sheet.entity_id, role, person, sheet.tally.next("presence", role, person)
        )
        sheet.rows.append(
            values.Presence(
                id=presence_id,
                owner=sheet.entity_id,
                document_id=sheet.entity_id,
                role=role,
                n=n,
                name_id=sheet.name(p.person.name, p.person.party),
                serving=p.serving,
                for_name_id=sheet.name(p.for_.name, p.for_.party) if p.for_ else None,
                items=p.items,
                note=p.note,
            )
        )
        if p.source.places:
            sheet.source(presence_id, [p.source])


def _reservations(sheet: Sheet, reservations: Sequence[bundle.Reservation]) -> None:
    for n, r in enumerate(reservations):
        fact_id = sheet.fact_id("reservation", r.text)
        sheet.rows.append(
            values.Reservation(
                id=fact_id,
                owner=sheet.entity_id,
                item_id=sheet.entity_id,
                n=n,
                parties=r.parties,
                group_name=r.group,
                in_favour_of=r.in_favour_of,
                written=r.written,
                text=r.text,
            )
        )
        sheet.people(fact_id, "reservant", r.people)
        sheet.source(fact_id, [r.source])
        if r.group and r.parties and not r.people:
            write_members(sheet, fact_id, r.parties)


def write_members(sheet: Sheet, fact_id: str, parties: Sequence[str]) -> None:
    """Who a group was, where the minutes' own attendance names those who served at the §. They are marked as derived,
    and from where; the group stays what was printed."""
    attendance, item = sheet.part.document.attendance, sheet.part.item
    if attendance is None or item is None:
        return
    serving = people.serving_at(attendance, item.number)
    members = [p for p in serving if p.person.party in parties]
    sheet.people(fact_id, "member", [p.person for p in members])
    for n, present in enumerate(members):
        sheet.rows.append(
            values.Source(
                id=sheet.ids.of("source", fact_id, "member", n),
                owner=sheet.entity_id,
                fact_id=fact_id,
                field="member",
                n=n,
                kind="derived",
                document_id=sheet.document_id,
                file_id=sheet.part.file.id,
                quote=present.source.quote,
                places=places(present.source),
            )
        )


def _statements(sheet: Sheet, statements: Sequence[bundle.Statement]) -> None:
    for n, s in enumerate(statements):
        fact_id = sheet.fact_id("statement", s.text)
        sheet.rows.append(
            values.Statement(
                id=fact_id,
                owner=sheet.entity_id,
                item_id=sheet.entity_id,
                n=n,
                kind=s.kind,
                parties=s.parties,
                group_name=s.group,
                attribution=s.attribution,
                inferred_from=s.inferred_from,
                text=s.text,
            )
        )
        sheet.people(fact_id, "author", s.people)
        sheet.source(fact_id, [s.source])


def signature(part: Part) -> tuple[str, ...]:
    """What must agree for two texts under one head to be one text: the folded words of every fact, not their places."""

    def words(value: Any) -> Iterator[str]:
        if isinstance(value, bundle.Source):
            return
        if dataclasses.is_dataclass(value):
            for f in dataclasses.fields(value):
                yield from words(getattr(value, f.name))
        elif isinstance(value, tuple):
            for v in value:
                yield from words(v)
        elif isinstance(value, str | int | dt.date):
            yield fold(str(value))

    facts: tuple[Any, ...]
    if part.item:
        item = part.item
        facts = (
            item.title,
            item.outcome,
            item.decisions,
            item.yrkanden,
            item.propositions,
            item.votes,
            item.reservations,
        )
    else:
        doc = part.document
        facts = (doc.title, doc.proposals, doc.signed_by) if not keys.is_minutes(doc) else ()
    return tuple(words(facts))
