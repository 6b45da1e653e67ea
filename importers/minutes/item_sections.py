"""What each section of a § states, by its role: the readers, and what they have given so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from importers.bundle import (
    Basis,
    Decision,
    Doubt,
    Earlier,
    Proposition,
    Reservation,
    Role,
    Statement,
    StatementKind,
    Yrkande,
)
from importers.doubts import DoubtCode, doubt
from importers.patterns.decision_headings import TOLD_IN_ORDER
from importers.patterns.elsewhere import ACTS_NOW, ALSO_HERE
from importers.patterns.headings import role_in_dress
from importers.patterns.verification import AT_ONCE
from importers.patterns.yrkanden import REPORTS
from importers.statements.basis import enclosed, read_basis
from importers.statements.clauses import part_beside
from importers.statements.decisions import clause_blocks, decisions_of
from importers.statements.earlier import listed_earlier, of_heading, reports_decisions, told_earlier
from importers.statements.elsewhere import (
    from_this_meeting,
    made_here,
    put_in,
    put_in_another,
    told_here,
    without_told_of,
)
from importers.statements.mixed import (
    from_first_mover,
    part_abstentions,
    part_dissent,
    part_moving,
    part_told,
    proposed_alone,
    read_mixed,
)
from importers.statements.narrated import Narrated, from_own_finding, narrated
from importers.statements.on_motion import moved_with_decision
from importers.statements.propositions import found_by_chair, told_whole
from importers.statements.receivers import read_receivers
from importers.statements.reservations import read_reservations, reservations_of
from importers.statements.vote_tables import VoteTable
from importers.statements.votes import Question, ReadVote, question_in, read_votes
from importers.statements.votes_joined import (
    counted_beside,
    with_list,
)
from importers.statements.yrkanden import yrkanden_of
from importers.statements.yttranden import abstentions_of, biased_in, noted_by, read_jav, read_statements
from importers.text.blocks import Block
from importers.text.passage import Passage, join, sentences
from importers.text.sections import Stretch


@dataclass(slots=True)
class Facts:
    """What the sections of a § have given so far."""

    number: str
    at_once: bool = False
    of_paper: bool = False  # whether the title names a motion or the like
    of_reports: bool = False  # whether the title says that what others decided is reported
    votes_elsewhere: bool = False  # whether votes are reported elsewhere than under a heading of their own
    question: Question | None = None  # put under Beslutsgång, for the vote that follows
    body: str | None = None  # whose meeting it is
    edge: float = 0.0  # where full lines end
    of_council: bool = False  # whether its head says that it is of the council's meeting
    undecided: bool = False  # whether no section is known to decide
    addressee: str | None = None  # whom the heading says that the section proposes to
    heading: Passage | None = None  # of the section
    decisions: list[Decision] = field(default_factory=list)
    summary: Passage | None = None
    basis: list[Basis] = field(default_factory=list)
    earlier: list[Earlier] = field(default_factory=list)
    yrkanden: list[Yrkande] = field(default_factory=list)
    propositions: list[Proposition] = field(default_factory=list)
    votes: list[ReadVote] = field(default_factory=list)
    lists: list[VoteTable] = field(default_factory=list)  # of several votes, a column for each
    reservations: list[Reservation] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    sent_to: list[Passage] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


Reader = Callable[[Sequence[Block], Facts], None]


def _read_nothing(parts: Sequence[Block], facts: Facts) -> None:
    """A section that is kept as text alone."""


def _read_decision(parts: Sequence[Block], facts: Facts) -> None:
    """A decision; reservations may run on beneath it: "Mot beslutet reserverar sig Bo Å (FP)."."""
    decided, told = part_told(parts)
    decided, reservations, statements = part_dissent(decided)
    _take_made_here(reservations, facts)
    facts.statements += statements
    deciding, beside = part_beside(clause_blocks(decided, facts.edge))
    facts.decisions += decisions_of(deciding, facts.addressee, None if facts.of_council else facts.body)
    facts.yrkanden += [one for block in deciding for told in sentences(block.body) for one in moved_with_decision(told)]
    facts.doubts += [
        doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.DECISION.value, sources=[one.source()])
        for one in beside
        if not AT_ONCE.search(one.text)
    ]
    if told:
        _read_any(told, facts)


def _read_telling(parts: Sequence[Block], facts: Facts) -> None:
    listed = facts.of_reports or reports_decisions(facts.heading)
    facts.earlier += () if listed else of_heading(facts.heading)
    facts.earlier += told_earlier(parts, cited=not listed)


def _read_prose(parts: Sequence[Block], facts: Facts) -> None:
    """What stands before any heading; where the chair puts something there, the meeting itself is told in it, and else from
    the first who "yrkar"."""
    if facts.undecided and facts.heading is None and (own := narrated(parts, facts.body)):
        _read_narrated(own, facts)
        return
    told = [sentence for part in parts for sentence in sentences(part.body)]
    elsewhere = any(put_in_another(one.text, facts.body) for one in told)
    if (
        (facts.heading is None or TOLD_IN_ORDER.match(facts.heading.text))
        and any(told_whole(one) or found_by_chair(one) for one in told)
        and not elsewhere
        and not any(REPORTS.search(one.text) for one in told)
    ):
        _read_any(parts, facts)
        return
    in_order = facts.heading and TOLD_IN_ORDER.match(facts.heading.text)
    before, here = from_this_meeting(parts) if in_order else ((parts, []) if elsewhere else from_first_mover(parts))
    if not here and facts.heading is None:
        before, here = from_own_finding(parts, facts.body)
    if here:
        _read_telling(before, facts)
        _read_any(here, facts)
        return
    telling, moving = (parts, ()) if elsewhere else part_moving(parts, of_paper=facts.of_paper)
    if facts.heading is not None or not any(REPORTS.search(one.text) for one in told):
        within = [sentence for part in telling for sentence in sentences(part.body)]
        facts.statements += biased_in(within, headed=facts.heading is not None)
    _read_telling(telling, facts)
    facts.doubts += [
        doubt(DoubtCode.YRKANDE_MAY_BE_MISSED, number=facts.number, word="föreslår", sources=[one.source()])
        for one in proposed_alone(telling, of_paper=facts.of_paper)
    ]
    if any(found_by_chair(one) and put_in(one.text, facts.body) for one in told):
        facts.doubts += [
            doubt(DoubtCode.YRKANDE_MAY_BE_MISSED, number=facts.number, word="yrkade", sources=[one.source()])
            for part in telling
            for one in sentences(part.body)
            if facts.heading is not None and "yrkade" in one.text and yrkanden_of(one)
        ]
    if moving:
        _read_any(moving, facts)


def _read_narrated(told: Narrated, facts: Facts) -> None:
    """A § of running prose that ends with what is decided in it."""
    _read_telling(told.before, facts)
    within = [sentence for part in told.before for sentence in sentences(part.body)]
    facts.statements += biased_in(within, headed=False)
    if told.here:
        _read_any(told.here, facts)
    facts.decisions += [
        one for block in told.decided for one in decisions_of([block], body=None if facts.of_council else facts.body)
    ]
    facts.yrkanden += [one for block in told.decided for one in moved_with_decision(block.body)]
    facts.doubts += [
        doubt(DoubtCode.DECISION_MAY_BE_MISSED, number=facts.number, word=one.text, sources=[one.source()])
        for one in told.unclear
    ]
    facts.doubts += [
        doubt(DoubtCode.YRKANDE_MAY_BE_MISSED, number=facts.number, word="föreslog", sources=[one.source()])
        for one in within
        if "föreslog" in one.text and not REPORTS.search(one.text) and yrkanden_of(one)
    ]


def _read_summary(parts: Sequence[Block], facts: Facts) -> None:
    if facts.summary is None and parts:
        facts.summary = join([part.whole for part in parts])
    facts.statements += biased_in([one for part in parts for one in sentences(part.body)], headed=True)
    _read_telling(parts, facts)


def _read_basis(parts: Sequence[Block], facts: Facts) -> None:
    facts.basis += read_basis(parts)


def _read_earlier(parts: Sequence[Block], facts: Facts) -> None:
    """Earlier steps; a doubt for what somebody wants that no cited meeting is told of before, which may be at this one."""
    facts.earlier += listed_earlier(parts)
    here, _ = told_here(parts, facts.body, facts.heading)
    for one in (one for part in here for one in sentences(part.body)):
        if yrkanden_of(one) or reservations_of(one):
            code = DoubtCode.WHO_UNCLEAR if ACTS_NOW.search(one.text) else DoubtCode.SENTENCE_NOT_READ
            facts.doubts.append(doubt(code, role=Role.EARLIER.value, sources=[one.source()]))


def _read_mixed(role: Role) -> Reader:
    def read(parts: Sequence[Block], facts: Facts) -> None:
        if role is Role.PREPARATION:
            papers, parts = enclosed(parts)
            facts.basis += read_basis(papers)
        here, then = told_here(parts, facts.body, facts.heading)
        facts.doubts += [doubt(DoubtCode.SENTENCE_NOT_READ, role=role.value, sources=[one.source()]) for one in then]
        if role in (Role.PREPARATION, Role.YRKANDEN):
            here, told = without_told_of(here)
            facts.doubts += [_told_of(one, role) for one in told]
        mixed = read_mixed(
            here, role, facts.number, votes=facts.votes_elsewhere, heading=facts.heading, put=facts.question
        )
        facts.yrkanden += mixed.yrkanden
        facts.propositions += mixed.propositions
        facts.votes += mixed.votes
        if role is Role.PROPOSITION and not facts.votes_elsewhere:
            facts.votes += counted_beside(here, facts.number)
        facts.reservations += mixed.reservations
        facts.statements += mixed.statements
        facts.doubts += mixed.doubts
        facts.question = mixed.question
        if role is Role.PREPARATION:
            _read_telling(parts, facts)

    return read


def _told_of(one: Passage, role: Role) -> Doubt:
    """The doubt about what was wanted at another time: grave where somebody also wants something now."""
    grave = role is Role.YRKANDEN or ALSO_HERE.search(one.text)
    code = DoubtCode.WHO_UNCLEAR if grave else DoubtCode.SENTENCE_NOT_READ
    return doubt(code, role=role.value, sources=[one.source()])


def _read_vote(parts: Sequence[Block], facts: Facts) -> None:
    votes, doubts = read_votes(parts, facts.number, facts.question)
    if len(votes) == 1 and facts.votes and (whole := with_list(facts.votes[-1], votes[0])):
        facts.votes[-1] = whole
        return
    facts.votes += votes
    facts.question = None if votes else question_in(parts) or facts.question
    for sentence in (one for part in parts for one in sentences(part.body)):
        facts.statements += abstentions_of(sentence)[0]
        facts.reservations += reservations_of(sentence)
        facts.propositions += [one] if (one := told_whole(sentence)) else []
    facts.doubts += doubts


def _read_reservations(parts: Sequence[Block], facts: Facts) -> None:
    abstentions, rest = part_abstentions(parts)
    facts.statements += abstentions
    with_words, doubts = read_reservations(rest)
    _take_made_here(with_words, facts)
    for sentence in (one for part in rest for one in sentences(part.body)):
        facts.statements += () if reservations_of(sentence) else noted_by(sentence)
    facts.doubts += doubts


def _take_made_here(reservations: Sequence[Reservation], facts: Facts) -> None:
    here, doubts = made_here(reservations, facts.body)
    facts.reservations += here
    facts.doubts += doubts


def _read_statement(kind: StatementKind) -> Reader:
    def read(parts: Sequence[Block], facts: Facts) -> None:
        abstentions, rest = part_abstentions(parts)
        facts.statements += abstentions
        statements, doubts = read_statements(rest, kind, facts.heading)
        facts.statements += statements
        facts.doubts += doubts

    return read


def _read_jav(parts: Sequence[Block], facts: Facts) -> None:
    statements, doubts = read_jav(parts, facts.heading)
    facts.statements += statements
    facts.doubts += doubts


def _read_sent_to(parts: Sequence[Block], facts: Facts) -> None:
    facts.sent_to += read_receivers(parts, facts.edge)


_read_any = _read_mixed(Role.PREPARATION)

_READERS: dict[Role, Reader] = {
    Role.DECISION: _read_decision,
    Role.SUMMARY: _read_summary,
    Role.PRESENTATION: _read_prose,
    Role.PROPOSAL: _read_telling,
    Role.PREPARATION: _read_mixed(Role.PREPARATION),
    Role.BASIS: _read_basis,
    Role.EARLIER: _read_earlier,
    Role.YRKANDEN: _read_mixed(Role.YRKANDEN),
    Role.PROPOSITION: _read_mixed(Role.PROPOSITION),
    Role.VOTE: _read_vote,
    Role.RESERVATION: _read_reservations,
    Role.SARSKILT_YTTRANDE: _read_statement(StatementKind.SARSKILT_YTTRANDE),
    Role.PROTOKOLLSANTECKNING: _read_statement(StatementKind.PROTOKOLLSANTECKNING),
    Role.JAV: _read_jav,
    Role.SENT_TO: _read_sent_to,
}


def reader_of(stretch: Stretch) -> Reader:
    """What reads the section: by its role, or for any kind of fact where its heading says nothing known."""
    return _read_any if _heads_nothing_known(stretch) else _READERS.get(stretch.role, _read_nothing)


def _heads_nothing_known(stretch: Stretch) -> bool:
    """Whether the heading is of words that no role has, so that any kind of fact may stand beneath it."""
    unsaid = stretch.role in (Role.OTHER, Role.PRESENTATION)
    return unsaid and stretch.heading is not None and role_in_dress(stretch.heading) is None
