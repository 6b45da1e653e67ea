"""A § read: its sections, and what each of them states."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from importers.bundle import (
    Ballot,
    Basis,
    Decision,
    Doubt,
    Earlier,
    Item,
    Proposition,
    Reservation,
    Role,
    Section,
    Source,
    Statement,
    StatementKind,
    Vote,
    Yrkande,
)
from importers.doubts import DoubtCode, doubt
from importers.minutes.draft import ItemDraft
from importers.minutes.item_stretches import parted_stretches, told_by_its_text
from importers.patterns.decisions import TOLD_IN_ORDER
from importers.patterns.headings import role_in_dress
from importers.patterns.titles import DECIDES_SOMEHOW, OF_A_PAPER_BY_TITLE, ONLY_TELLS
from importers.patterns.verification import AT_ONCE
from importers.patterns.vote_tables import LIST_NAMED
from importers.patterns.yrkanden import REPORTS
from importers.statements.answers import read_answers
from importers.statements.basis import read_basis
from importers.statements.clauses import part_beside
from importers.statements.decision_stretches import (
    addressee_of,
    addressee_within,
    decision_stretches,
)
from importers.statements.decisions import clause_blocks, decisions_of
from importers.statements.earlier import listed_earlier, reports_decisions, told_earlier
from importers.statements.elsewhere import from_this_meeting, made_here, put_in_another, told_here
from importers.statements.mixed import (
    from_first_mover,
    part_abstentions,
    part_dissent,
    part_moving,
    part_told,
    proposed_alone,
    read_mixed,
)
from importers.statements.on_motion import moved_with_decision
from importers.statements.outcomes import outcome_of_item
from importers.statements.propositions import found_by_chair, told_whole
from importers.statements.receivers import read_receivers
from importers.statements.reservations import read_reservations, reservations_of
from importers.statements.verification import at_once
from importers.statements.vote_doubts import count_doubts
from importers.statements.votes import Question, ReadVote, question_in, read_votes
from importers.statements.votes_joined import (
    counted_beside,
    doubts_beside,
    with_appendix,
    with_list,
    without_told_twice,
)
from importers.statements.yttranden import abstentions_of, biased_in, noted_by, read_jav, read_statements
from importers.text.blocks import Block, Measure, blocks
from importers.text.passage import Passage, join, passage, sentences, source_of
from importers.text.sections import LISTS, Stretch, Style, section_of


@dataclass(slots=True)
class _Facts:
    """What the sections of a § have given so far."""

    number: str
    at_once: bool = False
    of_paper: bool = False  # whether the title names a motion or the like
    of_reports: bool = False  # whether the title says that what others decided is reported
    votes_elsewhere: bool = False  # whether votes are reported elsewhere than under a heading of their own
    question: Question | None = None  # put under Beslutsgång, for the vote that follows
    body: str | None = None  # whose meeting it is
    edge: float = 0.0  # where full lines end
    addressee: str | None = None  # whom the heading says that the section proposes to
    heading: Passage | None = None  # of the section
    decisions: list[Decision] = field(default_factory=list)
    summary: Passage | None = None
    basis: list[Basis] = field(default_factory=list)
    earlier: list[Earlier] = field(default_factory=list)
    yrkanden: list[Yrkande] = field(default_factory=list)
    propositions: list[Proposition] = field(default_factory=list)
    votes: list[ReadVote] = field(default_factory=list)
    reservations: list[Reservation] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    sent_to: list[Passage] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_item(
    draft: ItemDraft, style: Style, usual: Measure, lists: Mapping[str, tuple[Ballot, ...]], body: str | None = None
) -> tuple[Item, tuple[Doubt, ...]]:
    """The § as a value, and what is doubted of it (pointers are filled in by whoever knows where it will stand).

    `lists` holds the ballots of the minutes' appendices by their number; `body` is whose meeting it is.
    """
    facts, sections = _read_sections(draft, style, usual, body)
    facts.votes = without_told_twice(facts.votes)
    facts.doubts += doubts_beside(facts.votes, draft.name)
    facts.doubts += _doubts_of_whole(draft, facts, sections)
    votes = _votes(facts, lists)
    facts.doubts += _lists_not_there(draft, votes)
    item = _item(draft, facts, sections, votes)
    return item, tuple(facts.doubts)


def _lists_not_there(draft: ItemDraft, votes: Sequence[Vote]) -> Iterator[Doubt]:
    """A doubt where the § points to a list of who voted how, and a vote of it has no ballots: "Se omröstningslista."."""
    bare = [vote for vote in votes if not vote.ballots]
    for line in draft.lines if bare else ():
        if match := LIST_NAMED.search(line.text):
            sources = [passage([line]).source()]
            yield doubt(DoubtCode.VOTE_MAY_BE_MISSED, number=draft.name, word=match["list"], sources=sources)
            return


def _read_sections(
    draft: ItemDraft, style: Style, usual: Measure, body: str | None
) -> tuple[_Facts, tuple[Section, ...]]:
    """What the sections of the § state, and the sections themselves."""
    facts, sections = _Facts(draft.name, body=body, edge=usual.page_edge), list[Section]()
    facts.of_paper = draft.title_words is None or OF_A_PAPER_BY_TITLE.search(draft.title_words.text) is not None
    facts.of_reports = reports_decisions(draft.title_words)
    parted = parted_stretches(draft, style)
    facts.votes_elsewhere = all(stretch.role is not Role.VOTE for stretch in parted)
    for stretch in decision_stretches([told_by_its_text(one, body) for one in parted], body):
        facts.addressee = addressee_of(stretch.heading) or addressee_within(stretch, body)
        parts = blocks(stretch.lines, usual, entries=stretch.role in LISTS)
        sections.append(section_of(stretch, passage(stretch.lines)))
        facts.heading = passage(stretch.heading_lines) if stretch.heading_lines else None
        (_read_any if _heads_nothing_known(stretch) else _READERS.get(stretch.role, _read_nothing))(parts, facts)
        if stretch.role in (Role.JUSTERING, Role.DECISION):
            facts.at_once = facts.at_once or at_once(parts)
        facts.doubts += _heading_doubts(stretch)
    return facts, tuple(sections)


def _doubts_of_whole(draft: ItemDraft, facts: _Facts, sections: Sequence[Section]) -> list[Doubt]:
    """What is doubted of the § as a whole: its odd case numbers, and that no decision was read where there may be one."""
    doubts = [
        doubt(DoubtCode.CASE_NUMBER_ODD, printed=words.text, sources=[words.source()]) for words in draft.odd_numbers
    ]
    if not facts.decisions and not _only_tells(draft, sections):
        doubts.append(doubt(DoubtCode.DECISION_NOT_READ, number=draft.name))
    return doubts


def _only_tells(draft: ItemDraft, sections: Sequence[Section]) -> bool:
    """Whether the § by its title is no matter to decide, and has text with no word by which something is decided."""
    if draft.title_words is None or not ONLY_TELLS.match(draft.title_words.text):
        return False
    heard = [section for section in sections if section.role not in (Role.EARLIER, Role.BASIS)]
    return bool(heard) and not any(
        section.role is Role.DECISION or DECIDES_SOMEHOW.search(section.text) for section in heard
    )


def _item(draft: ItemDraft, facts: _Facts, sections: tuple[Section, ...], votes: tuple[Vote, ...]) -> Item:
    """The § as a value."""
    title = draft.title_words
    clauses = [clause for one in facts.decisions for clause in one.clauses]
    return Item(
        number=draft.name,
        title=title.text if title else "",
        source=source_of(draft.all_lines),
        case_numbers=tuple(words.text for words in draft.case_numbers),
        answers=read_answers(title.text, title.source()) if title else (),
        about_items=tuple(dict.fromkeys(number for clause in clauses for number in clause.about)),
        verified_at_once=facts.at_once,
        decisions=tuple(facts.decisions),
        outcome=outcome_of_item(clauses, [one.vote for one in facts.votes]),
        summary=facts.summary.text if facts.summary else None,
        basis=tuple(facts.basis),
        earlier=tuple(facts.earlier),
        yrkanden=tuple(facts.yrkanden),
        propositions=tuple(facts.propositions),
        votes=votes,
        reservations=tuple(facts.reservations),
        statements=tuple(facts.statements),
        sent_to=tuple(words.text for words in facts.sent_to),
        sections=sections,
        fields=_fields(draft, facts),
    )


def _votes(facts: _Facts, lists: Mapping[str, tuple[Ballot, ...]]) -> tuple[Vote, ...]:
    """The votes with the ballots of their appendices; a list that is missing or does not add up is doubted."""
    votes: list[Vote] = []
    for one in facts.votes:
        alike = sum((other.vote.yes, other.vote.no) == (one.vote.yes, one.vote.no) for other in facts.votes)
        vote = with_appendix(one, lists, facts.number if alike == 1 else None)
        if one.appendix and not vote.ballots:
            missing = doubt(
                DoubtCode.VOTE_LIST_MISSING, number=facts.number, appendix=one.appendix, sources=[vote.source]
            )
            facts.doubts.append(missing)
        if vote is not one.vote:
            facts.doubts += count_doubts(vote, facts.number)
        votes.append(vote)
    return tuple(votes)


def _fields(draft: ItemDraft, facts: _Facts) -> dict[str, tuple[Source, ...]]:
    stands = {
        "number": [draft.number],
        "title": [draft.title_words] if draft.title_words else [],
        "case_numbers": draft.case_numbers,
        "summary": [facts.summary] if facts.summary else [],
        "sent_to": facts.sent_to,
    }
    return {key: tuple(words.source() for words in places) for key, places in stands.items() if places}


def _heads_nothing_known(stretch: Stretch) -> bool:
    """Whether the heading is of words that no role has, so that any kind of fact may stand beneath it."""
    unsaid = stretch.role in (Role.OTHER, Role.PRESENTATION)
    return unsaid and stretch.heading is not None and role_in_dress(stretch.heading) is None


def _heading_doubts(stretch: Stretch) -> list[Doubt]:
    if not stretch.doubled:
        return []
    printed = passage(stretch.heading_lines)
    return [doubt(DoubtCode.HEADING_DOUBLED, heading=stretch.heading, sources=[printed.source()])]


Reader = Callable[[Sequence[Block], _Facts], None]


def _read_nothing(parts: Sequence[Block], facts: _Facts) -> None:
    """A section that is kept as text alone."""


def _read_decision(parts: Sequence[Block], facts: _Facts) -> None:
    """A decision; reservations may run on beneath it: "Mot beslutet reserverar sig Bo Å (FP)."."""
    decided, told = part_told(parts)
    decided, reservations, statements = part_dissent(decided)
    facts.reservations += made_here(reservations, facts.body, facts.doubts)
    facts.statements += statements
    deciding, beside = part_beside(clause_blocks(decided, facts.edge))
    facts.decisions += decisions_of(deciding, facts.addressee)
    facts.yrkanden += [one for block in deciding for told in sentences(block.body) for one in moved_with_decision(told)]
    facts.doubts += [
        doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.DECISION.value, sources=[one.source()])
        for one in beside
        if not AT_ONCE.search(one.text)
    ]
    if told:
        _read_any(told, facts)


def _read_telling(parts: Sequence[Block], facts: _Facts) -> None:
    listed = facts.of_reports or reports_decisions(facts.heading)
    facts.earlier += told_earlier(parts, cited=not listed)


def _read_prose(parts: Sequence[Block], facts: _Facts) -> None:
    """What stands before any heading; where the chair puts something there, the meeting itself is told in it, and else from
    the first who "yrkar"."""
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
    if moving:
        _read_any(moving, facts)


def _read_summary(parts: Sequence[Block], facts: _Facts) -> None:
    if facts.summary is None and parts:
        facts.summary = join([part.whole for part in parts])
    facts.statements += biased_in([one for part in parts for one in sentences(part.body)], headed=True)
    _read_telling(parts, facts)


def _read_basis(parts: Sequence[Block], facts: _Facts) -> None:
    facts.basis += read_basis(parts)


def _read_earlier(parts: Sequence[Block], facts: _Facts) -> None:
    facts.earlier += listed_earlier(parts)


def _read_mixed(role: Role) -> Reader:
    def read(parts: Sequence[Block], facts: _Facts) -> None:
        here = told_here(parts, facts.body, facts.heading)
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


def _read_vote(parts: Sequence[Block], facts: _Facts) -> None:
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


def _read_reservations(parts: Sequence[Block], facts: _Facts) -> None:
    abstentions, rest = part_abstentions(parts)
    facts.statements += abstentions
    with_words, doubts = read_reservations(rest)
    facts.reservations += made_here(with_words, facts.body, facts.doubts)
    for sentence in (one for part in rest for one in sentences(part.body)):
        facts.statements += () if reservations_of(sentence) else noted_by(sentence)
    facts.doubts += doubts


def _read_statement(kind: StatementKind) -> Reader:
    def read(parts: Sequence[Block], facts: _Facts) -> None:
        abstentions, rest = part_abstentions(parts)
        facts.statements += abstentions
        statements, doubts = read_statements(rest, kind, facts.heading)
        facts.statements += statements
        facts.doubts += doubts

    return read


def _read_jav(parts: Sequence[Block], facts: _Facts) -> None:
    statements, doubts = read_jav(parts, facts.heading)
    facts.statements += statements
    facts.doubts += doubts


def _read_sent_to(parts: Sequence[Block], facts: _Facts) -> None:
    facts.sent_to += read_receivers(parts)


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
