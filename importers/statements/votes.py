"""Votes: what ja and nej mean, how many, and who.

Godkänd voteringsproposition: "Ja för avslag och Nej för bifall till yrkandet från V."
Daniel Bernmar (V), … samt ordföranden Jonas Attenius (S) röstar Ja (10). … röstar Nej (3).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from importers.bundle import Ballot, BallotChoice, Doubt, Role, Source, Vote
from importers.doubts import DoubtCode, doubt
from importers.patterns.votes import (
    CASTING_VOTE,
    COUNTED_WITHOUT_SIDES,
    HOW_EACH,
    ROW_END,
    STARTS_ROW,
    VOTES_SOMEHOW,
)
from importers.statements.vote_events import Event, Kind, events_in
from importers.statements.vote_results import result_in
from importers.statements.vote_tables import VoteTable, table_in
from importers.statements.yttranden import abstention_of
from importers.text.blocks import Block
from importers.text.layout import Line
from importers.text.passage import Passage, join, passage, sentences


@dataclass(slots=True)
class _Draft:
    """One vote so far: offsets of its text, what it means, stated counts, ballots by person."""

    start: int
    end: int = 0
    question: re.Match[str] | None = None
    counts: dict[BallotChoice, int] = field(default_factory=dict)
    ballots: dict[tuple[str, str | None], Ballot] = field(default_factory=dict)
    torn: set[tuple[str, str | None]] = field(default_factory=set)  # said to have voted in two ways
    appendix: str | None = None
    result: Passage | None = None

    @property
    def held(self) -> bool:
        return bool(self.counts or self.ballots)

    def differs(self, event: Event) -> bool:
        """Whether the event cannot be about the same vote: another count, or a list of those who voted otherwise."""
        if event.choice is None:
            return False
        if event.count is not None and self.counts.get(event.choice, event.count) != event.count:
            return True
        cast = {ballot.vote for ballot in self.ballots.values()}
        listed = event.kind is Kind.AFTER and event.choice in cast and len(cast) > 1
        return listed and any((one.person.name, one.person.party) in self.ballots for one in event.named)

    def cast(self, ballot: Ballot) -> None:
        """Adds the ballot; a person with two that differ has none."""
        key = (ballot.name, ballot.party)
        if self.ballots.setdefault(key, ballot).vote is not ballot.vote:
            self.torn.add(key)


@dataclass(frozen=True, slots=True)
class ReadVote:
    """A vote, and the number of the appendix that says who voted how, where it names one."""

    vote: Vote
    appendix: str | None


@dataclass(frozen=True, slots=True)
class Question:
    """What ja and nej mean, put before the vote itself: "Ja-röst för bifall till yrkandet. Nej-röst för avslag."."""

    words: Passage
    yes: str
    no: str


def question_in(blocks: Sequence[Block]) -> Question | None:
    """The last question that the section puts, for the vote that follows in the next."""
    if not any("nej" in block.whole.text.lower() for block in blocks):
        return None
    text, lined = _with_breaks([block.whole for block in blocks])
    found = [event.match for event in events_in(text.text, lined) if event.kind is Kind.QUESTION]
    if not found:
        return None
    match = found[-1]
    end = match.end("question") + (text.text[match.end("question") :][:1] == ".")
    return Question(text.cut(match.start("question"), end), match["yes"].strip(), match["no"].strip())


def _with_breaks(parts: Sequence[Passage]) -> tuple[Passage, str]:
    """The parts as one passage, and its text with "\\n" for the blank before a part, and before a line under a finished row."""
    text = join(parts)
    lined, lengths = list(text.text), [len(part.text) for part in parts if part.text]
    breaks = set(accumulate(lengths[:-1], lambda at, length: at + 1 + length)) if lengths else set()
    for (before, above), (start, below) in pairwise(zip(text.starts, text.printed, strict=True)):
        apart = (above.line, above.frame.page) != (below.line, below.frame.page)
        if apart and STARTS_ROW.match(below.word.text) and ROW_END.search(text.text[before : start - 1]):
            breaks.add(start - 1)
    for at in breaks:
        lined[at] = "\n" if lined[at] == " " else lined[at]
    return text, "".join(lined)


def read_votes(
    blocks: Sequence[Block], number: str, put: Question | None = None
) -> tuple[tuple[ReadVote, ...], tuple[Doubt, ...]]:
    """The section's votes in order, and doubts: a vote that gave neither count nor ballot, counts that differ.

    `put` is the question put before the section, for its first vote where that puts none itself. A section that only
    puts a question holds no vote, and is not doubted.
    """
    lines = [line for block in blocks for line in block.lines]
    table = table_in(lines)
    text, lined = _with_breaks(_outside(blocks, table))
    events = events_in(text.text, lined)
    drafts = [draft for draft in _drafts(text, events) if draft.held]
    ends = [*(draft.start for draft in drafts[1:]), len(text.text)]
    for draft, end in zip(drafts, ends, strict=False):
        draft.result = result_in(text, events, draft.start, end)
        draft.end = max(draft.end, _end_of(draft.result, text, draft.start))
    doubts = [_not_read(sentence) for sentence in _not_understood(text, events)]
    votes = [ReadVote(_vote(text, draft), draft.appendix) for draft in drafts]
    doubts += [_not_read(text.cut(draft.start, draft.end)) for draft in drafts if draft.torn]
    if table:
        votes[-1:] = [_with_table(votes[-1] if votes else None, table, lines)]
        doubts += [_not_read(row) for row in table.odd]
    unsided = COUNTED_WITHOUT_SIDES.search(text.text)
    if unsided and not any(one.vote.yes is not None for one in votes):
        votes, doubts = _without_sides(text, votes, number)
    elif not votes and text.text and not _only_asks(events, doubts):
        doubts = [doubt(DoubtCode.VOTE_NOT_READ, number=number, sources=[text.source()])]
    if put and votes and votes[0].vote.question is None:
        votes[0] = ReadVote(_asked(votes[0].vote, put), votes[0].appendix)
    for one in votes:
        doubts += count_doubts(one.vote, number)
        if (one.vote.yes is None) != (one.vote.no is None) and not one.vote.ballots:
            doubts.append(doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.VOTE.value, sources=[one.vote.source]))
    return tuple(votes), tuple(doubts)


def _only_asks(events: Sequence[Event], doubts: Sequence[Doubt]) -> bool:
    return bool(events) and not doubts and all(event.kind is Kind.QUESTION for event in events)


def _outside(blocks: Sequence[Block], table: VoteTable | None) -> list[Passage]:
    """The section's paragraphs without the lines of its table."""
    if table is None:
        return [block.whole for block in blocks if block.whole.text]
    kept = [[line for line in block.lines if line not in table.lines] for block in blocks]
    return [passage(lines) for lines in kept if lines]


def _not_read(sentence: Passage) -> Doubt:
    return doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.VOTE.value, sources=[sentence.source()])


def _not_understood(text: Passage, events: Sequence[Event]) -> Iterator[Passage]:
    """The sentences that speak of voting and are not understood: "Ledamöterna från M röstar nej." """
    read = [event for event in events if event.kind is not Kind.BEFORE or event.named or event.count is not None]
    at = 0
    for sentence in sentences(text):
        start = text.text.index(sentence.text, at)
        at = start + len(sentence.text)
        if HOW_EACH.search(sentence.text) or abstention_of(sentence):
            continue
        spoken = (start + match.start() for match in VOTES_SOMEHOW.finditer(sentence.text))
        if any(not any(event.start <= place < event.end for event in read) for place in spoken):
            yield sentence


def _without_sides(text: Passage, votes: list[ReadVote], number: str) -> tuple[list[ReadVote], list[Doubt]]:
    """A vote "med sju röster mot sex": what it says is its result, for it does not say which side was ja."""
    told = next(one for one in sentences(text) if COUNTED_WITHOUT_SIDES.search(one.text))
    one = votes[0] if votes else ReadVote(Vote(source=told.source()), None)
    held = ReadVote(replace(one.vote, result=told.text), one.appendix)
    return [held, *votes[1:]], [doubt(DoubtCode.VOTE_NOT_READ, number=number, sources=[told.source()])]


def _with_table(one: ReadVote | None, table: VoteTable, lines: Sequence[Line]) -> ReadVote:
    words = passage([line for line in lines if line in table.lines]).source()
    vote = one.vote if one else Vote(source=words)
    counts = {choice.value: count for choice, count in table.counts.items()}
    source = Source(f"{vote.source.quote} {words.quote}", (*vote.source.places, *words.places)) if one else words
    return ReadVote(
        replace(
            vote,
            source=source,
            ballots=tuple(table.ballots),
            yes=vote.yes if vote.yes is not None else counts.get("yes"),
            no=vote.no if vote.no is not None else counts.get("no"),
            abstain=vote.abstain if vote.abstain is not None else counts.get("abstain"),
            absent=vote.absent if vote.absent is not None else counts.get("absent"),
        ),
        None,
    )


def count_doubts(vote: Vote, number: str) -> tuple[Doubt, ...]:
    """A doubt for each stated count that the ballots, where there are any, do not bear out."""
    if not vote.ballots:
        return ()
    cast = Counter(ballot.vote for ballot in vote.ballots)
    stated = {BallotChoice.YES: vote.yes, BallotChoice.NO: vote.no, BallotChoice.ABSTAIN: vote.abstain}
    return tuple(
        doubt(
            DoubtCode.VOTE_COUNT_DIFFERS,
            number=number,
            choice=choice.value,
            stated=count,
            found=cast[choice],
            sources=[vote.source],
        )
        for choice, count in stated.items()
        if count is not None and count != cast[choice]
    )


def _drafts(text: Passage, events: Sequence[Event]) -> Iterator[_Draft]:
    """Walks from event to event; after a vote that was held, a question or what cannot be said of it opens the next."""
    draft = _Draft(0)
    for event in events:
        if draft.held and (event.kind in (Kind.QUESTION, Kind.OPENS) or draft.differs(event)):
            yield draft
            draft = _Draft(event.start)
        if event.kind is Kind.QUESTION:
            draft.question = event.match
        elif event.kind is Kind.APPENDIX:
            draft.appendix = event.match["number"]
        elif event.choice is not None:
            _take(text, event, event.choice, draft)
        draft.end = max([event.end, *(one.end for one in event.named)])
    draft.end = len(text.text)
    yield draft


def _end_of(result: Passage | None, text: Passage, start: int) -> int:
    return text.text.index(result.text, start) + len(result.text) if result else 0


def _take(text: Passage, event: Event, choice: BallotChoice, draft: _Draft) -> None:
    if event.count is not None:
        draft.counts[choice] = event.count
    for one in event.named:
        source = text.cut(one.start, one.end).source()
        draft.cast(Ballot(name=one.person.name, party=one.person.party, vote=choice, source=source))


def _vote(text: Passage, draft: _Draft) -> Vote:
    question = draft.question
    part = text.cut(draft.start, draft.end)
    return Vote(
        source=part.source(),
        question=question["question"].replace("\n", " ") if question else None,
        yes_means=question["yes"].strip() if question else None,
        no_means=question["no"].strip() if question else None,
        yes=draft.counts.get(BallotChoice.YES),
        no=draft.counts.get(BallotChoice.NO),
        abstain=draft.counts.get(BallotChoice.ABSTAIN),
        absent=draft.counts.get(BallotChoice.ABSENT),
        paired=draft.counts.get(BallotChoice.PAIRED),
        ballots=tuple(ballot for key, ballot in draft.ballots.items() if key not in draft.torn),
        casting_vote=bool(CASTING_VOTE.search(part.text)),
        result=draft.result.text if draft.result else None,
    )


def _asked(vote: Vote, put: Question) -> Vote:
    asked = put.words.source()
    source = Source(f"{asked.quote} {vote.source.quote}", (*asked.places, *vote.source.places))
    return replace(vote, question=put.words.text.rstrip("."), yes_means=put.yes, no_means=put.no, source=source)


def with_appendix(one: ReadVote, lists: Mapping[str, tuple[Ballot, ...]]) -> Vote:
    """The vote with the ballots of the appendix that it names, where it has none of its own."""
    ballots = lists.get(one.appendix, ()) if one.appendix and not one.vote.ballots else ()
    return replace(one.vote, ballots=ballots) if ballots else one.vote
