"""All that a reading states, in short lines "key: value", so that tables of invented pages say it as data."""

from __future__ import annotations

from collections.abc import Iterator

from importers.bundle import Bundle, Document, Item, Severity
from tests.importers.reading import was_there, who
from tests.importers.statements.test_sentences import facts_in

_NOBODY = "-"


def told(bundle: Bundle) -> list[str]:
    """Every fact in printed order, then each grave doubt ("error: item_not_read") and each other ("note: …")."""
    facts = [fact for document in bundle.documents for fact in _of_document(document)]
    return facts + [f"{'error' if one.severity is Severity.ERROR else 'note'}: {one.code}" for one in bundle.doubts]


def _of_document(one: Document) -> Iterator[str]:
    yield f"head: {one.kind.value} | {one.municipality} | {one.body} | {one.date}"
    yield f"paper: {one.title} | {'; '.join(one.case_numbers) or _NOBODY} | {one.addressed_to}"
    if one.received:
        yield f"stamp: {one.document_number} | {one.received}"
    yield f"signed: {_people(one.signed_by)}"
    yield from (f"proposal: {clause.text}" for clause in one.proposals)
    yield f"justerare: {_people(one.justerare)}"
    if one.meeting:
        yield f"meeting: {one.meeting.place} | {one.meeting.starts} | {one.meeting.ends} | {one.meeting.paragraphs}"
    if one.verification:
        yield f"verified: {one.verification.date} | {one.verification.place}"
    if one.notice:
        yield f"notice: {one.notice.posted} | {one.notice.until}"
    if there := one.attendance:
        yield f"chair: {who(there.chair) or _NOBODY}"
        yield f"members: {'; '.join(map(was_there, there.members)) or _NOBODY}"
        yield f"substitutes: {'; '.join(map(was_there, there.substitutes)) or _NOBODY}"
        yield f"others: {'; '.join(f'{who(person)}, {person.role}' for person in there.others) or _NOBODY}"
    yield from (f"section: - {part.role.value} | {part.heading}" for part in one.sections)
    for item in one.items:
        yield from (f"{key}: {item.number} {value}" for key, value in _of_item(item))


def _people(people: tuple[object, ...]) -> str:
    return "; ".join(who(one) or "" for one in people) or _NOBODY  # type: ignore[arg-type]


def _of_item(item: Item) -> Iterator[tuple[str, str]]:
    yield "title", item.title
    yield "case", "; ".join(item.case_numbers) or _NOBODY
    for decision in item.decisions:
        mode = f"proposes {decision.to}" if decision.mode.value == "proposes" else "decides"
        yield from (("decision", f"{mode}: {clause.text}") for clause in decision.clauses)
    yield "outcome", item.outcome.value if item.outcome else _NOBODY
    yield from (("answers", f"{one.title} | {_people(one.movers)}") for one in item.answers)
    yield from (("basis", one.text) for one in item.basis)
    yield from (("earlier", f"{one.kind.value} | {one.body} | {one.date} | {one.item_number}") for one in item.earlier)
    yield from (("fact", fact) for fact in facts_in(item))
    for vote in item.votes:
        counts = "-".join(str(count) for count in (vote.yes, vote.no, vote.abstain) if count is not None)
        yield "vote", f"{counts} | {vote.yes_means} | {vote.no_means}"
        if vote.ballots:
            yield "ballots", ", ".join(f"{one.name} {one.vote.value}" for one in vote.ballots)
    yield from (("section", f"{part.role.value} | {part.heading}") for part in item.sections)
    yield "sent", "; ".join(item.sent_to) or _NOBODY
