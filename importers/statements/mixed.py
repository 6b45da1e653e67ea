"""Sections that hold more than their heading says: a vote reported under Beslutsgång, a reservation run on under Beslut.

Behandling på sammanträdet
Anna Ek (S) yrkar avslag på motionen. Ordföranden finner att nämnden avslår motionen. Bo Å (V) reserverar sig.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from importers.bundle import Doubt, Proposition, Reservation, Role, Stance, Statement, Yrkande
from importers.doubts import DoubtCode, doubt
from importers.patterns.acts import NOTHING_MADE, SAYS_STANCE, STATES_AT_START, TAKES_PART, WANTS_IT_SO
from importers.patterns.beside_decisions import STATES_NOTHING
from importers.patterns.decisions import PLAIN_CLAUSE
from importers.patterns.marks import LEFT_OPEN
from importers.patterns.people import PERSON
from importers.patterns.reservations import DISSENTS, GIVES_REASONS, NOBODY_BIASED, RESERVATION_FROM
from importers.patterns.vote_names import LIST_ROW
from importers.patterns.votes import COUNTED_SOMEHOW, TELLS_VOTES
from importers.patterns.yrkande_rows import OF_DEBATE, ROWS_HEAD
from importers.patterns.yrkanden import MOVES_NOW, OF_A_PAPER, REPORTS, THE_PAPER, WITHDRAWN
from importers.statements.propositions import (
    asks,
    found_by_chair,
    proposition_of,
    says_neither,
    take,
    told_whole,
    winner_doubts,
)
from importers.statements.reservations import read_reservations, reservations_of
from importers.statements.vote_events import Kind, events_in
from importers.statements.vote_tables import VoteTable, tables_in
from importers.statements.votes import Question, ReadVote, question_in, read_votes
from importers.statements.yrkanden import sort_yrkanden, yrkanden_of
from importers.statements.yttranden import abstentions_of, noted_by, notes_of
from importers.text.blocks import Block, lines_with, part_of
from importers.text.passage import Passage, passage, sentences


@dataclass(slots=True)
class Mixed:
    """What a section states, of whatever kind, and what is doubted of it."""

    yrkanden: list[Yrkande] = field(default_factory=list)
    propositions: list[Proposition] = field(default_factory=list)
    votes: list[ReadVote] = field(default_factory=list)
    reservations: list[Reservation] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    question: Question | None = None
    asked: Passage | None = None  # the chair's question, where what is found of it stands in the next sentence


def read_mixed(
    blocks: Sequence[Block],
    role: Role,
    number: str,
    *,
    votes: bool,
    heading: Passage | None = None,
    put: Question | None = None,
) -> Mixed:
    """The section's sentences, each read as what it is; `votes` says whether votes reported here are read, `put` what was
    put before them under another heading.

    Under Yrkanden and Beslutsgång a sentence of no kind is doubted; where a meeting is reported in prose
    ("Behandling på sammanträdet") much else may stand.
    """
    mixed = Mixed(question=question_in(blocks) or put)
    tables = tables_in([line for block in blocks for line in block.lines]) if votes else []
    moved = sort_yrkanden(
        _beside(tables, blocks),
        _puts if role is not Role.PROPOSITION else _puts_or_proposes,
        headed=role is Role.YRKANDEN and not (heading and OF_DEBATE.search(heading.text)),
    )
    mixed.yrkanden += moved.yrkanden
    mixed.statements += moved.abstentions
    unread = [sentence for sentence in moved.rest if not _takes(sentence, mixed)]
    if tables or (votes and _holds_votes(blocks)):
        read, doubts = read_votes(blocks, number, mixed.question)
        mixed.votes += read
        mixed.doubts += doubts
        mixed.question = None if read else mixed.question
    asked = own.words.text if (own := question_in(blocks)) else ""
    for one in unread:
        if one.text in asked or says_neither(one) or _says_of_votes(one) or _states_nothing(one):
            continue
        if _lists(one, mixed.votes):
            continue
        if role is not Role.PREPARATION or any(
            pattern.search(one.text) for pattern in (SAYS_STANCE, WANTS_IT_SO, COUNTED_SOMEHOW, WITHDRAWN)
        ):
            mixed.doubts.append(_not_read(one, role, number))
    return mixed


def _beside(tables: Sequence[VoteTable], blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the lines of tables; one that a table stands in the midst of is two."""
    if not tables:
        return list(blocks)
    rows = {(line.page, line.number) for table in tables for line in table.lines}
    parted: list[Block] = []
    for block in blocks:
        runs = [
            (in_table, tuple(run))
            for in_table, run in groupby(block.lines, lambda line: (line.page, line.number) in rows)
        ]
        if not any(in_table for in_table, _ in runs):
            parted.append(block)
            continue
        parted += [part_of(block, passage(run)) for in_table, run in runs if not in_table]
    return parted


def _puts(sentence: Passage) -> bool:
    return says_neither(sentence) or asks(sentence) or proposition_of(sentence) is not None


def _puts_or_proposes(sentence: Passage) -> bool:
    """The same, or a sentence under Beslutsgång that nobody "yrkar" in: what the chair proposes there is how to vote."""
    return "yrka" not in sentence.text or _puts(sentence)


def _takes(sentence: Passage, mixed: Mixed) -> bool:
    """Puts the sentence where it belongs; says whether it belongs anywhere."""
    asked, mixed.asked = mixed.asked, sentence if asks(sentence) else None
    proposition = proposition_of(sentence, asked)
    if proposition is not None:
        take(proposition, asked, mixed.propositions)
        mixed.doubts += winner_doubts(proposition)
        return True
    if mixed.asked is not None:
        return True
    reservations, notes = reservations_of(sentence), notes_of(sentence)
    mixed.reservations += reservations
    mixed.statements += notes
    return bool(reservations or notes)


def _holds_votes(blocks: Sequence[Block]) -> bool:
    text = " ".join([block.whole.text for block in blocks])
    if not any(word in text.lower() for word in ("nej", "röst", "avst")):
        return False
    return any(event.count is not None or event.named for event in events_in(text, text))


def _states_nothing(sentence: Passage) -> bool:
    return any(
        pattern.match(sentence.text) for pattern in (NOTHING_MADE, STATES_NOTHING, NOBODY_BIASED, TAKES_PART, ROWS_HEAD)
    )


def _says_of_votes(sentence: Passage) -> bool:
    events = events_in(sentence.text, sentence.text)
    return any(event.count is not None or event.named or event.kind is Kind.QUESTION for event in events)


def _lists(sentence: Passage, votes: Sequence[ReadVote]) -> bool:
    """Whether the sentence is the list of those who voted so, and everybody in it is read: "Nej: Anna Ek, Bo Ås."."""
    ballots = [ballot.source.quote for read in votes for ballot in read.vote.ballots]
    return LIST_ROW.match(sentence.text) is not None and any(quote in sentence.text for quote in ballots)


def _not_read(sentence: Passage, role: Role, number: str) -> Doubt:
    if COUNTED_SOMEHOW.search(sentence.text):
        return doubt(DoubtCode.VOTE_NOT_READ, number=number, sources=[sentence.source()])
    code = DoubtCode.WHO_UNCLEAR if SAYS_STANCE.search(sentence.text) else DoubtCode.SENTENCE_NOT_READ
    return doubt(code, role=role.value, sources=[sentence.source()])


def part_told(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks of a decision, and those from the first sentence beneath it in which somebody wants something or the chair puts
    something: what the meeting was like is told there, and no clause. All are the decision's where clauses follow.
    """
    for index, block in enumerate(blocks):
        if block.mark is not None or PLAIN_CLAUSE.match(block.body.text):
            continue
        printed = sentences(block.body)
        first = next((at for at, one in enumerate(printed) if (index or at) and _tells_of_meeting(one)), None)
        if first is None:
            continue
        if any(one.mark is not None or PLAIN_CLAUSE.match(one.body.text) for one in blocks[index + 1 :]):
            break
        decided = [*blocks[:index], *([_ending(block, printed[first - 1])] if first else [])]
        return decided, [_from(block, printed[first]), *blocks[index + 1 :]]
    return list(blocks), []


def part_moving(blocks: Sequence[Block], *, of_paper: bool) -> tuple[list[Block], list[Block]]:
    """The blocks of a presentation, and those from the first sentence in which somebody "yrkar" or "föreslår": that is the
    meeting's own where nothing there reports a paper or another body's meeting. `of_paper` is where the § treats somebody's
    motion, in which that one moves something as well.
    """
    told = [one for block in blocks for one in sentences(block.body)]
    if any(_reports(one.text) for one in told):
        return list(blocks), []
    moving = [one for one in told if _moves_now(one, of_paper=of_paper or _is_of_paper(told))]
    first = next((one for one in moving if not _only_proposes(one) or _is_debated(told, one)), None)
    return _parted_at(blocks, first) if first else (list(blocks), [])


def from_first_mover(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The blocks of a presentation that tells of a paper, and those from the first sentence in which somebody "yrkar", where the
    chair puts it beneath and all that tells of the paper stands above: "Ada Ros (V) har i en motion … / Ada Ros (V) yrkar bifall …".
    """
    told = [one for block in blocks for one in sentences(block.body)]
    reports = [at for at, one in enumerate(told) if REPORTS.search(one.text)]
    moving = [at for at, one in enumerate(told) if _moves_now(one, of_paper=True)]
    found = [at for at, one in enumerate(told) if found_by_chair(one) or told_whole(one)]
    of_papers = all(OF_A_PAPER.match(match.group()) for at in reports for match in REPORTS.finditer(told[at].text))
    if not (reports and moving and found and of_papers and reports[-1] < moving[0] < found[0]):
        return list(blocks), []
    return _parted_at(blocks, told[moving[0]])


def _parted_at(blocks: Sequence[Block], first: Passage) -> tuple[list[Block], list[Block]]:
    """The blocks before the sentence, and those from it on."""
    for index, block in enumerate(blocks):
        own = sentences(block.body)
        if first in own:
            at = own.index(first)
            before = [*blocks[:index], *([_ending(block, own[at - 1])] if at else [])]
            return before, [_from(block, first), *blocks[index + 1 :]]
    return list(blocks), []


def proposed_alone(blocks: Sequence[Block], *, of_paper: bool) -> list[Passage]:
    """The sentences of running text in which somebody "föreslår" something of their own, and nobody else says anything to it:
    it may be moved at the meeting, or told of a paper.
    """
    told = [one for block in blocks for one in sentences(block.body)]
    if any(_reports(one.text) for one in told):
        return []
    of_paper = of_paper or _is_of_paper(told)
    return [one for one in told if _only_proposes(one) and _moves_now(one, of_paper=of_paper)]


def _is_of_paper(told: Sequence[Passage]) -> bool:
    return any(THE_PAPER.search(one.text) for one in told)


def _only_proposes(sentence: Passage) -> bool:
    """Whether somebody "föreslår" what is neither bifall, avslag nor anything else that only a meeting is asked for."""
    match = MOVES_NOW.match(sentence.text)
    return match is not None and match["yrkar"] is None and _all_own(sentence)


def _all_own(sentence: Passage) -> bool:
    return all(one.stance is Stance.EGET for one in yrkanden_of(sentence))


def _is_debated(told: Sequence[Passage], first: Passage) -> bool:
    """Whether anybody else named moves something or agrees, behind the sentence."""
    after = told[told.index(first) + 1 :]
    return any(MOVES_NOW.match(one.text) or (PERSON.match(one.text) and SAYS_STANCE.search(one.text)) for one in after)


def _moves_now(sentence: Passage, *, of_paper: bool) -> bool:
    match = MOVES_NOW.match(sentence.text)
    if match is None or (of_paper and (match["yrkar"] is None or _all_own(sentence))):
        return False
    return any(
        one.stance is not Stance.OTHER for one in yrkanden_of(sentence)
    )  # "yrkar på ajournering" is of no matter


def _reports(text: str) -> bool:
    """Whether the sentence reports a meeting of others, or what somebody has written; what an office has is no yrkande."""
    match = REPORTS.search(text)
    return match is not None and not (OF_A_PAPER.match(match.group()) and PERSON.search(text) is None)


def _tells_of_meeting(sentence: Passage) -> bool:
    if TAKES_PART.match(sentence.text) or told_whole(sentence) or _tells_votes(sentence):
        return True
    wants = WANTS_IT_SO.search(sentence.text)
    if wants and PERSON.match(sentence.text[: wants.start("word")]):
        return True
    return STATES_AT_START.match(sentence.text) is not None and bool(yrkanden_of(sentence))


def _tells_votes(sentence: Passage) -> bool:
    """Whether the sentence says how the vote went, and decides nothing itself: "Vid voteringen avges 6 ja-röster och 5 nej-röster." """
    return TELLS_VOTES.match(sentence.text) is not None and _says_of_votes(sentence)


def part_dissent(blocks: Iterable[Block]) -> tuple[list[Block], list[Reservation], list[Statement]]:
    """The blocks of a decision without the sentences at their end that say who is against it or takes no part, and these; in
    words that no reader takes they are no clauses either, and are left to be doubted."""
    others: list[Block] = []
    reservations: list[Reservation] = []
    statements: list[Statement] = []
    for block in (piece for one in blocks for piece in _before_dissent(one)):
        left = list(sentences(block.body))
        if left and block.mark is None and GIVES_REASONS.search(left[0].text) and reservations_of(left[0]):
            reservations += read_reservations([block])[0]
            continue
        dissent: list[tuple[tuple[Statement, ...], tuple[Reservation, ...]]] = []
        while left and (
            any(pair := (abstentions_of(left[-1])[0] or noted_by(left[-1]), reservations_of(left[-1])))
            or DISSENTS.match(left[-1].text)
            or (len(left) > 1 and STATES_NOTHING.match(left[-1].text))
        ):
            dissent.insert(0, pair)
            left.pop()
        noted = block.mark is None and len(left) > 1 and noted_by(left[0])
        statements += noted or ()
        deciding = _from(block, left[1]) if noted else block  # what is decided stands behind it
        statements += [one for away, _ in dissent for one in away]
        reservations += [one for _, against in dissent for one in against]
        if left or not dissent:
            others.append(_ending(deciding, left[-1]) if dissent else deciding)
    return others, reservations, statements


def part_abstentions(blocks: Sequence[Block]) -> tuple[list[Statement], list[Block]]:
    """Blocks that only say who takes no part, and the rest."""
    abstentions: list[Statement] = []
    rest: list[Block] = []
    for part in blocks:
        read = [abstentions_of(sentence)[0] for sentence in sentences(part.body)]
        if read and all(read) and not any(reservations_of(one) or notes_of(one) for one in sentences(part.body)):
            abstentions += [one for away in read for one in away]
        else:
            rest.append(part)
    return abstentions, rest


def _before_dissent(block: Block) -> Iterator[Block]:
    """The block cut before each line that opens with who is against it: "att avslå motionen" / "Mot beslutet reserverar sig …"."""
    starts = [
        index
        for index, (above, line) in enumerate(pairwise(block.lines), 1)
        if (STATES_AT_START.match(line.text) or RESERVATION_FROM.match(line.text)) and not LEFT_OPEN.search(above.text)
    ]
    if not starts:
        yield block
        return
    first = passage(block.lines[: starts[0]])
    mark = len(block.whole.text) - len(block.body.text)
    yield Block(block.mark, block.number, tuple(block.lines[: starts[0]]), first, first.cut(mark))
    for start, end in pairwise([*starts, len(block.lines)]):
        whole = passage(block.lines[start:end])
        yield Block(None, None, tuple(block.lines[start:end]), whole, whole)


def _from(block: Block, first: Passage) -> Block:
    """The block from the start of a sentence of its."""
    return part_of(block, block.body.cut(block.body.text.find(first.text)))


def _ending(block: Block, last: Passage) -> Block:
    """The block up to the end of a sentence of its."""
    body = block.body.cut(0, block.body.text.rfind(last.text) + len(last.text))
    whole = block.whole.cut(0, block.whole.text.rfind(last.text) + len(last.text))
    return Block(block.mark, block.number, tuple(lines_with(whole, block)), whole, body)
