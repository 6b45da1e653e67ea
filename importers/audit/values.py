"""The audit of what was read: values that look unlike their kind, and facts that lack a part of what makes them one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from importers.audit.amount import few_items, long_clauses
from importers.audit.claims import Claims
from importers.audit.cover import audit_cover
from importers.audit.signals import LinesByPlace
from importers.bundle import (
    Clause,
    Decision,
    Document,
    DocumentKind,
    Doubt,
    Item,
    Mode,
    Role,
    Source,
    Stance,
    StatementKind,
)
from importers.doubts import DoubtCode, doubt
from importers.patterns.acts import GOVERNED, MAY_AGREE, NAMED_ALIKE, OWNS_SOMETHING, SERVES_INSTEAD
from importers.patterns.oddities import (
    BODY_DECIDED,
    CASE_LIKE,
    CUT_SHORT,
    OF_PROCEDURE,
    OUTCOME_LIKE,
    PROPOSES,
    RECEIVERS_RUN_TOGETHER,
    RUNS_ON,
    TELLS_OF_MEMBERS,
)
from importers.patterns.outcomes import PROPOSAL_TREATED, TREATS_PROPOSAL
from importers.patterns.people import PERSON
from importers.patterns.propositions import FINDS_NOT_SO, LOST_AT_ONCE
from importers.patterns.signal import Fact
from importers.statements.decision_stretches import is_named
from importers.text.passage import Passage, passage

_LONGEST_TITLE = 250
_BEFORE_NAME = 60  # signs
_MINUTES = (DocumentKind.PROTOKOLL, DocumentKind.PROTOKOLLSUTDRAG)
# What each kind of paper is made for: without it, something was missed.
_NEEDS: Mapping[DocumentKind, tuple[tuple[str, DoubtCode], ...]] = {
    DocumentKind.MOTION: (
        ("signed_by", DoubtCode.SIGNERS_NOT_READ),
        ("proposals", DoubtCode.PROPOSALS_NOT_READ),
    ),
    DocumentKind.TJANSTESKRIVELSE: (("proposals", DoubtCode.PROPOSALS_NOT_READ),),
    DocumentKind.PROTOKOLL: (
        ("items", DoubtCode.ITEMS_NOT_READ),
        ("attendance", DoubtCode.ATTENDANCE_NOT_READ),
        ("justerare", DoubtCode.VERIFIERS_NOT_READ),
    ),
    DocumentKind.PROTOKOLLSUTDRAG: (("items", DoubtCode.ITEMS_NOT_READ),),
}


def audit_values(documents: Sequence[Document], lines: LinesByPlace, claims: Claims) -> tuple[Doubt, ...]:
    """A doubt for each value that looks unlike its kind; none where the same value is doubted already."""
    unread: list[Doubt] = []
    for d, document in enumerate(documents):
        about = f"/documents/{d}"
        unread += _of_document(document, about, lines, claims)
        for i, item in enumerate(document.items):
            for check in _CHECKS:
                unread += check(item, f"{about}/items/{i}")
            unread += _case_numbers(item, f"{about}/items/{i}", lines, claims)
            unread += _of_others(item, f"{about}/items/{i}", document.body)
    return tuple(unread)


def _of_document(document: Document, about: str, lines: LinesByPlace, claims: Claims) -> Iterator[Doubt]:
    for key, code in _NEEDS.get(document.kind, ()):
        if (not getattr(document, key) or _lists_the_chair_alone(document, key)) and not _proposes_nothing(
            document, key
        ):
            yield doubt(code, about=about, sources=document.fields.get("title") or document.fields.get("kind") or ())
    yield from few_items(document, about)
    if document.kind in _MINUTES:
        yield from audit_cover(document, about, lines, claims)


def _lists_the_chair_alone(document: Document, key: str) -> bool:
    """Whether nobody but the chair was read to be there, whom a label or a signature names: the others may be told in a §."""
    there = document.attendance if key == "attendance" else None
    return there is not None and not (there.members or there.substitutes or there.others)


def _proposes_nothing(document: Document, key: str) -> bool:
    """Whether an official's paper, which may only report, says nowhere that its writers propose anything."""
    reports = key == "proposals" and document.kind is DocumentKind.TJANSTESKRIVELSE
    return reports and not any(
        PROPOSES.search(section.text) or (section.heading and PROPOSES.search(section.heading))
        for section in document.sections
    )


def _title(item: Item, about: str) -> Iterator[Doubt]:
    odd = (
        not item.title
        or (not item.title[:1].isupper() and not item.title[:1].isdigit())
        or len(item.title) > _LONGEST_TITLE
        or CUT_SHORT.search(item.title)
        or RUNS_ON.search(item.title)
    )
    if odd:
        yield doubt(DoubtCode.TITLE_ODD, about=about, number=item.number, title=item.title, sources=_stands(item))


def _stands(item: Item) -> Sequence[Source]:
    return item.fields.get("title") or item.fields.get("number") or ()


def _case_numbers(item: Item, about: str, lines: LinesByPlace, claims: Claims) -> Iterator[Doubt]:
    """Signs in the head of a § without a case number that look like one."""
    if item.case_numbers:
        return
    for words in _head(item, lines):
        for match in CASE_LIKE.finditer(words.text):
            printed = words.group(match)
            if not claims.hold(printed.printed, _CASE_NUMBER) or match.group() in item.title:
                yield doubt(DoubtCode.CASE_NUMBER_ODD, about=about, printed=printed.text, sources=[printed.source()])


_CASE_NUMBER = frozenset({Fact.FIELD, Fact.DOUBT, Fact.DECISION})


def _head(item: Item, lines: LinesByPlace) -> Iterator[Passage]:
    """The printed lines of the §'s heading, title and number: those before its first section, two more at most."""
    first = next((place for section in item.sections for place in section.source.places), None)
    for n, place in enumerate(item.source.places):
        if n > _MOST_HEAD_LINES or (first and (place.page, place.line) >= (first.page, first.line)):
            return
        yield passage([lines[place.page, place.line]])


_MOST_HEAD_LINES = 8


def _who(item: Item, about: str) -> Iterator[Doubt]:
    for yrkande in item.yrkanden:
        if not (yrkande.movers or yrkande.parties or yrkande.group):
            yield doubt(DoubtCode.MOVER_UNKNOWN, about=about, number=item.number, sources=[yrkande.source])
        elif yrkande.stance is Stance.OTHER and not OF_PROCEDURE.search(yrkande.text):
            yield doubt(DoubtCode.WHO_UNCLEAR, about=about, role=Role.YRKANDEN.value, sources=[yrkande.source])
    for reservation in item.reservations:
        if not (reservation.people or reservation.parties or reservation.group):
            yield doubt(DoubtCode.RESERVER_UNKNOWN, about=about, number=item.number, sources=[reservation.source])


def _besides_named(item: Item, about: str) -> Iterator[Doubt]:
    """Somebody named in the sentence of a fact who is no part of it, nor of another where they stand behind those who are:
    "Anna Ek (S) och hennes granne Bo Ås (S) anmäler jäv", "…, vilket Bo Å (V) är positiv till". Whose things are spoken of is none.
    """
    told = [(one.text, one.source, one.movers) for one in item.yrkanden]
    told += [(one.text.partition(":")[0], one.source, one.people) for one in item.reservations]
    told += [(one.text, one.source, one.people) for one in item.statements if one.kind in _STAYING_OUT]
    known = tuple({person.name for _, _, people in told for person in people})
    known += tuple({person.name for one in item.statements for person in one.people})
    for text, alike in groupby(told, lambda one: one[0]):
        facts = list(alike)
        names = tuple({person.name for *_, people in facts for person in people})
        found = [one for one in PERSON.finditer(text) if OWNS_SOMETHING.match(text[one.end() :]) is None]
        last = max((one.end() for one in found if one["name"].endswith(names)), default=0)
        left = [one for one in found if not one["name"].endswith(names if one.end() < last else known)]
        spoken_of = _spoken_of(text, found)
        if names and any(one not in spoken_of or _may_agree(text, one) for one in left):
            yield doubt(DoubtCode.WHO_UNCLEAR, about=about, role=Role.YRKANDEN.value, sources=[facts[0][1]])


def _spoken_of(text: str, named: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Those whom a word before governs, each by itself or in a row of names, and those who serve in another's place."""
    told: list[re.Match[str]] = []
    for before, one in zip((None, *named), named, strict=False):
        alike = before is not None and before in told and NAMED_ALIKE.match(text[before.end() : one.start()])
        if alike or GOVERNED.search(text[: one.start()]) or SERVES_INSTEAD.match(text[one.end() :]):
            told.append(one)
    return told


def _may_agree(text: str, named: re.Match[str]) -> bool:
    said = MAY_AGREE.search(text, max(0, named.start() - _BEFORE_NAME), named.start())
    return said is not None and OWNS_SOMETHING.match(text[named.end() :]) is None


def _propositions(item: Item, about: str) -> Iterator[Doubt]:
    for proposition in item.propositions:
        if proposition.winner is None and not any(p.search(proposition.text) for p in (FINDS_NOT_SO, LOST_AT_ONCE)):
            yield doubt(DoubtCode.WINNER_UNKNOWN, about=about, number=item.number, sources=[proposition.source])


def _outcomes(item: Item, about: str) -> Iterator[Doubt]:
    """Clauses whose words tell an outcome that was not understood."""
    for decision in item.decisions:
        for clause in decision.clauses:
            if clause.outcome is None and OUTCOME_LIKE.search(clause.text) and not _is_own(decision, clause):
                yield doubt(DoubtCode.OUTCOME_UNCLEAR, about=about, number=item.number, sources=[clause.source])


def _clauses(item: Item, about: str) -> Iterator[Doubt]:
    """A clause of a single word that decides nothing is the end of another, or a heading; one that tells what a member does
    is none; one on what was moved at the meeting
    is hardly proposed to a higher body."""
    for decision in item.decisions:
        for clause in decision.clauses:
            told = TELLS_OF_MEMBERS.match(clause.text)
            if told or (" " not in clause.text and clause.outcome is None) or _is_own(decision, clause):
                yield doubt(
                    DoubtCode.CLAUSE_ODD, about=about, number=item.number, text=clause.text, sources=[clause.source]
                )


def _of_others(item: Item, about: str, body: str | None) -> Iterator[Doubt]:
    """What another body than that of the meeting decided, read as a decision of the meeting."""
    for decision in item.decisions if body else ():
        said = BODY_DECIDED.match(decision.lead or (decision.clauses[0].text if decision.clauses else ""))
        if decision.mode is Mode.DECIDES and said and body and not is_named(said["organ"], body):
            text = decision.clauses[0].text if decision.clauses else said.string
            yield doubt(DoubtCode.CLAUSE_ODD, about=about, number=item.number, text=text, sources=[decision.source])


def _is_own(decision: Decision, clause: Clause) -> bool:
    """Whether the clause grants or refuses an yrkande, within what is proposed to a higher body."""
    treats = PROPOSAL_TREATED.match(clause.text) or TREATS_PROPOSAL.match(clause.text)
    return decision.mode is Mode.PROPOSES and treats is not None


def _receivers(item: Item, about: str) -> Iterator[Doubt]:
    for receiver, source in zip(item.sent_to, item.fields.get("sent_to", ()), strict=False):
        if RECEIVERS_RUN_TOGETHER.search(receiver):
            yield doubt(
                DoubtCode.RECEIVERS_RUN_TOGETHER, about=about, number=item.number, text=receiver, sources=[source]
            )


_STAYING_OUT = (StatementKind.JAV, StatementKind.DELTAR_EJ)
_CHECKS: tuple[Callable[[Item, str], Iterator[Doubt]], ...] = (
    _title,
    _who,
    _besides_named,
    _propositions,
    _outcomes,
    _clauses,
    _receivers,
    long_clauses,
)
