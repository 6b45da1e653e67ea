"""Votes: what ja and nej mean, how many, and who.

Godkänd voteringsproposition: "Ja för avslag och Nej för bifall till yrkandet från V."
Daniel Bernmar (V), … samt ordföranden Jonas Attenius (S) röstar Ja (10). … röstar Nej (3).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby, pairwise

from importers.bundle import BallotChoice, Doubt, Source, Vote
from importers.doubts import DoubtCode, doubt
from importers.patterns.pattern import Pattern
from importers.patterns.people import NAMES_ALONE
from importers.patterns.vote_names import (
    CHOICE_ROW,
    LIST_ROW,
    NAME_AHEAD,
    NAME_GOES_ON,
    NAME_LEFT_OPEN,
    NAMES_IN_BRACKETS,
    ROW_END,
    STARTS_ROW,
    VOTE_ROW,
)
from importers.patterns.vote_questions import MEANT_BESIDE_COUNTS, MEANT_BY_COUNTS
from importers.patterns.vote_tables import CHOICE_CELL, RESULT
from importers.patterns.votes import (
    CASTING_VOTE,
    COUNTED_WITHOUT_SIDES,
    HOW_EACH,
    OPENS_ALONE,
    RESULT_IN_NUMBERS,
    ROW_WITHOUT_PARTY,
    VOTES_SOMEHOW,
)
from importers.statements.propositions import says_neither
from importers.statements.vote_doubts import counts_differ, sentence_not_read, vote_doubts
from importers.statements.vote_drafts import VoteDraft, vote_drafts
from importers.statements.vote_events import Event, Kind, events_in
from importers.statements.vote_events import number as number_of
from importers.statements.vote_results import result_in
from importers.statements.vote_tables import VoteTable, tables_of
from importers.statements.yttranden import abstentions_of
from importers.text.blocks import Block
from importers.text.passage import Passage, join, passage, sentences


@dataclass(frozen=True, slots=True)
class ReadVote:
    """A vote, and the number of the appendix that says who voted how, where it names one."""

    vote: Vote
    appendix: str | None
    beside: bool = False  # counted under another heading, in a § that has one for votes


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
    questions = [event.match for event in events_in(text.text, lined) if event.kind is Kind.QUESTION]
    if not questions:
        return None
    match = questions[-1]
    end = match.end("question") + (text.text[match.end("question") :][:1] == ".")
    return Question(text.cut(match.start("question"), end), match["yes"].strip(), match["no"].strip())


def _with_breaks(parts: Sequence[Passage]) -> tuple[Passage, str]:
    """The parts as one passage, and its text with "\\n" for the blank before a part, and before a line under a finished row.

    A name that goes on in the next line is broken nowhere.
    """
    text = join(parts)
    lined, lengths = list(text.text), [len(part.text) for part in parts if part.text]
    breaks = set(accumulate(lengths[:-1], lambda at, length: at + 1 + length)) if lengths else set()
    starts = [
        after
        for (_, above), (after, below) in pairwise(zip(text.starts, text.printed, strict=True))
        if (above.line, above.frame.page) != (below.line, below.frame.page)
    ]
    edges = [0, *starts, len(text.text) + 1]
    for before, start, end in zip(edges, edges[1:-1], edges[2:], strict=False):
        if _is_row(text.text[before : start - 1], text.text[start : end - 1]):
            breaks.add(start - 1)
    for at in breaks:
        lined[at] = "\n" if lined[at] == " " and not _inside_name(text.text, at) else lined[at]
    return text, "".join(lined)


def _is_row(above: str, below: str) -> bool:
    """Whether two lines are rows of their own: one is whole by itself, or what ends the upper one ends a row."""
    if any(row.match(below) for row in (VOTE_ROW, CHOICE_ROW, LIST_ROW)) or OPENS_ALONE.match(above):
        return True
    return bool(STARTS_ROW.match(below) and ROW_END.search(above.rsplit(" ", 1)[-1]))


_LONGEST_NAME = 60


def _inside_name(text: str, at: int) -> bool:
    before, behind = text[max(0, at - _LONGEST_NAME) : at], text[at + 1 : at + 1 + _LONGEST_NAME]
    return bool(NAME_LEFT_OPEN.search(before) and NAME_GOES_ON.match(behind))


def read_votes(
    blocks: Sequence[Block], number: str, put: Question | None = None
) -> tuple[tuple[ReadVote, ...], tuple[Doubt, ...]]:
    """The section's votes in order, and doubts: a vote that gave neither count nor ballot, counts that differ, a vote
    of which it is not stated what ja and nej mean.

    `put` is the question put before the section, for its first vote where that puts none itself. A section that only
    puts a question holds no vote, and is not doubted.
    """
    tables = tables_of([line for block in blocks for line in block.lines], number)
    parts, placed = _around(blocks, tables)
    text, lined = _with_breaks(parts)
    events = events_in(text.text, lined)
    drafts = vote_drafts(text, events, placed)
    unlisted: list[Passage] = []
    if not all(_adds_up(draft) for draft in drafts) and not _parties_in(drafts):
        events, drafts, unlisted = _by_name_alone(text, lined, placed, (events, drafts))
    _end_with_results(text, lined, events, drafts)
    votes = [ReadVote(_vote(text, draft), draft.appendix) for draft in drafts]
    if put and votes and votes[0].vote.question is None:
        votes[0] = ReadVote(_asked(votes[0].vote, put), votes[0].appendix)
    if not any(one.vote.yes is not None for one in votes):
        if COUNTED_WITHOUT_SIDES.search(text.text):
            votes, doubts = _without_sides(text, votes, number)
            return tuple(votes), tuple(doubts)
        counted = RESULT_IN_NUMBERS.search(text.text) if len(votes) == 1 else None
        if counted and (sides := _sides_named(votes[0].vote, RESULT_IN_NUMBERS, text.text)):
            votes[0] = replace(votes[0], vote=replace(votes[0].vote, yes=sides[0], no=sides[1]))
    odd = [*_not_understood(text, events), *_torn(text, drafts), *(row for table in tables for row in table.odd)]
    if not any(one.vote.ballots for one in votes):
        odd += [*unlisted, *_rows_of_names(blocks), *_rows_without_party(text, lined)]
        odd += _rows_of_choices(blocks, odd)
    doubts = [sentence_not_read(words) for words in odd if not says_neither(words)]
    if not votes and text.text and (odd or not (_only_asks(events) or _only_opens(text))):
        return (), (doubt(DoubtCode.VOTE_NOT_READ, number=number, sources=[text.source()]),)
    doubts += [one for read in votes for one in vote_doubts(read.vote, number)]
    for draft in drafts:
        places = [text.cut(draft.start, draft.end).source()]
        doubts += [counts_differ(number, *three, places) for three in draft.counted_otherwise()]
    return tuple(votes), tuple(doubts)


def _by_name_alone(
    text: Passage, lined: str, placed: Sequence[tuple[int, VoteTable]], read: tuple[list[Event], list[VoteDraft]]
) -> tuple[list[Event], list[VoteDraft], list[Passage]]:
    """The events and votes as `read`, or, where nobody bears a party and as many are named for ja and nej as are counted, with
    these; else what names somebody, to be doubted.
    """
    events = events_in(text.text, lined, alone=True)
    named = [event for event in events if event.named]
    if not named:
        return (*read, [])
    drafts = vote_drafts(text, events, placed)
    unnamed = [event for event in events if event.choice and event.count is None and not event.named]
    if not unnamed and all(_adds_up(draft) for draft in drafts):
        return events, drafts, []
    start = min(min(event.start, event.named[0].start) for event in named)
    return (*read, [text.cut(start, max(max(event.end, event.named[-1].end) for event in named))])


def _parties_in(drafts: Sequence[VoteDraft]) -> bool:
    return any(ballot.party for draft in drafts for ballot in draft.ballots.values())


def _adds_up(draft: VoteDraft) -> bool:
    """Whether as many are named for ja and nej as are counted, and for avstår where that is counted."""
    cast = Counter(ballot.vote for ballot in draft.ballots.values())
    sides = (BallotChoice.YES, BallotChoice.NO)
    return all(draft.counts.get(side) == cast[side] for side in sides) and not (
        draft.torn or draft.counts.get(BallotChoice.ABSTAIN, cast[BallotChoice.ABSTAIN]) != cast[BallotChoice.ABSTAIN]
    )


def _rows_of_names(blocks: Sequence[Block]) -> list[Passage]:
    """Lines of names alone, where nobody is read to have voted: they are of those who did."""
    rows = [line for block in blocks for line in block.lines if NAMES_ALONE.match(line.text)]
    return [passage(rows)] if len(rows) > 1 else []


def _rows_of_choices(blocks: Sequence[Block], doubted: Sequence[Passage]) -> list[Passage]:
    """Rows that end in a column for how somebody voted, where nobody is read to have voted; those `doubted` are told."""
    told = {(word.frame.page, word.line) for words in doubted for word in words.printed}
    rows = [
        line
        for block in blocks
        for line in block.lines
        if len(line.cells) > 1
        and RESULT.match(line.cells[-1].text)
        and not CHOICE_CELL.match(line.cells[0].text)
        and (line.page, line.number) not in told
    ]
    return [passage(rows)] if len(rows) > 1 else []


def _rows_without_party(text: Passage, lined: str) -> list[Passage]:
    """The rows of a roll-call that names no parties, as one passage; nothing where fewer than two say how somebody voted."""
    rows = list(ROW_WITHOUT_PARTY.finditer(lined))
    return [text.cut(rows[0].start(), rows[-1].end())] if len(rows) > 1 else []


def _only_opens(text: Passage) -> bool:
    """Whether the section says no more than that there is to be a vote, told under the next heading: "Anna Ek (S) begär votering."."""
    return all(says_neither(one) for one in sentences(text))


def _only_asks(events: Sequence[Event]) -> bool:
    return bool(events) and all(event.kind is Kind.QUESTION for event in events)


def _around(
    blocks: Sequence[Block], tables: Sequence[VoteTable]
) -> tuple[list[Passage], tuple[tuple[int, VoteTable], ...]]:
    """The section's paragraphs without the lines of its tables, and each table with the offset at which it stands."""
    if not tables:
        return [block.whole for block in blocks if block.whole.text], ()
    by_line = {(line.page, line.number): table for table in tables for line in table.lines}
    parts: list[Passage] = []
    placed: list[tuple[int, VoteTable]] = []
    length = 0
    for block in blocks:
        for table, run in groupby(block.lines, lambda line: by_line.get((line.page, line.number))):
            if table is None:
                part = passage(run)
                parts.append(part)
                length += len(part.text) + 1
            elif all(table is not laid for _, laid in placed):
                placed.append((length, table))
    return parts, tuple(placed)


def _end_with_results(text: Passage, lined: str, events: Sequence[Event], drafts: Sequence[VoteDraft]) -> None:
    ends = [*(draft.start for draft in drafts[1:]), len(text.text)]
    for draft, end in zip(drafts, ends, strict=False):
        draft.result = result_in(text, lined, events, draft.start, end)
        if draft.result:
            draft.end = max(draft.end, text.text.index(draft.result.text, draft.start) + len(draft.result.text))


def _torn(text: Passage, drafts: Sequence[VoteDraft]) -> Iterator[Passage]:
    """The words of votes in which somebody is stated to have voted in two ways."""
    return (text.cut(draft.start, draft.end) for draft in drafts if draft.torn)


def _not_understood(text: Passage, events: Sequence[Event]) -> Iterator[Passage]:
    """The sentences that speak of voting and are not understood: "Ledamöterna från M röstar nej." """
    read = [event for event in events if event.named or not (event.kind is Kind.BEFORE and event.count is None)]
    unlisted = [event.start for event in events if not event.named and _opens_names(text.text, event)]
    at = 0
    for sentence in sentences(text):
        start = text.text.index(sentence.text, at)
        at = start + len(sentence.text)
        if HOW_EACH.search(sentence.text) or abstentions_of(sentence)[0]:
            continue
        spoken = (start + match.start() for match in VOTES_SOMEHOW.finditer(sentence.text))
        if any(not any(event.start <= place < event.end for event in read) for place in spoken) or any(
            start <= place < at for place in unlisted
        ):
            yield sentence


def _opens_names(text: str, event: Event) -> bool:
    """Whether names open behind the event, in brackets or behind its colon: "4 ja-röster (Anna Ek, Bo Å)"."""
    behind = text[event.end :]
    after_colon = text[: event.end].rstrip().endswith(":") and NAME_AHEAD.match(behind) is not None
    return event.kind is Kind.AFTER and (after_colon or NAMES_IN_BRACKETS.match(behind) is not None)


def _without_sides(text: Passage, votes: list[ReadVote], number: str) -> tuple[list[ReadVote], list[Doubt]]:
    """A vote "med sju röster mot sex": what it says is its result. Which side was ja only who is named for it says."""
    counted = next(one for one in sentences(text) if COUNTED_WITHOUT_SIDES.search(one.text))
    if len(votes) == 1 and (sides := _sides_named(votes[0].vote, COUNTED_WITHOUT_SIDES, counted.text)):
        sided = replace(votes[0].vote, yes=sides[0], no=sides[1], result=votes[0].vote.result or counted.text)
        return [ReadVote(sided, votes[0].appendix)], list(vote_doubts(sided, number))
    one = votes[0] if votes else ReadVote(Vote(source=counted.source()), None)
    counted_vote = ReadVote(replace(one.vote, result=counted.text), one.appendix)
    return [counted_vote, *votes[1:]], [doubt(DoubtCode.VOTE_NOT_READ, number=number, sources=[counted.source()])]


def _sides_named(vote: Vote, how: Pattern, counted: str) -> tuple[int, int] | None:
    """How many are named for ja and for nej, where as many are counted for the two sides."""
    match = how.search(counted)
    cast = Counter(ballot.vote for ballot in vote.ballots)
    sides = (cast[BallotChoice.YES], cast[BallotChoice.NO])
    if match is None or len(how.regex.findall(counted)) > 1:
        return None
    return sides if sorted(sides) == sorted((number_of(match["won"]), number_of(match["lost"]))) else None


def _vote(text: Passage, draft: VoteDraft) -> Vote:
    question = draft.question or _meant_beside(text.text, draft)
    part = text.cut(draft.start, max(draft.end, 0 if draft.question or question is None else question.end()))
    counts = draft.tabled | draft.counts
    return Vote(
        source=_source(part, draft.tables),
        question=question["question"].replace("\n", " ") if question else None,
        yes_means=question["yes"].strip() if question else None,
        no_means=question["no"].strip() if question else None,
        yes=counts.get(BallotChoice.YES),
        no=counts.get(BallotChoice.NO),
        abstain=counts.get(BallotChoice.ABSTAIN),
        absent=counts.get(BallotChoice.ABSENT),
        paired=counts.get(BallotChoice.PAIRED),
        ballots=tuple(ballot for key, ballot in draft.ballots.items() if key not in draft.torn),
        casting_vote=bool(CASTING_VOTE.search(part.text)),
        result=draft.result.text if draft.result else None,
    )


def _meant_beside(text: str, draft: VoteDraft) -> re.Match[str] | None:
    """What the sides are for, in brackets behind their counts; nothing where they are counted twice so."""
    found = [
        one
        for pattern in (MEANT_BESIDE_COUNTS, MEANT_BY_COUNTS)
        for one in pattern.finditer(text, draft.start)
        if one.start() < draft.end
    ]
    return found[0] if len(found) == 1 else None


def _source(part: Passage, tables: Sequence[VoteTable]) -> Source:
    """The vote's words, and those of its tables behind them."""
    sources = [part.source()] if part.text else []
    sources += [passage(table.lines).source() for table in tables]
    places = tuple(place for source in sources for place in source.places)
    return Source(" ".join(source.quote for source in sources), places)


def _asked(vote: Vote, put: Question) -> Vote:
    asked = put.words.source()
    source = Source(f"{asked.quote} {vote.source.quote}", (*asked.places, *vote.source.places))
    return replace(vote, question=put.words.text.rstrip("."), yes_means=put.yes, no_means=put.no, source=source)
