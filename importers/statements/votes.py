"""Votes: what ja and nej mean, how many, and who.

Godkänd voteringsproposition: "Ja för avslag och Nej för bifall till yrkandet från V."
Daniel Bernmar (V), … samt ordföranden Jonas Attenius (S) röstar Ja (10). … röstar Nej (3).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from importers.blocks import Block
from importers.bundle import Ballot, BallotChoice, Doubt, Source, Vote
from importers.doubts import DoubtCode, doubt
from importers.passage import Passage, join
from importers.patterns.pattern import Pattern
from importers.patterns.people import PERSON
from importers.patterns.votes import (
    APPENDIX,
    CAST,
    CAST_BESIDE,
    CASTING_VOTE,
    LISTED,
    NAMES_JOINED,
    NUMBER_WORDS,
    QUESTION,
    QUESTION_LISTED,
    SENTENCE_STOP,
    TALLY,
)
from importers.statements.people import person

_CHOICES = {"ja": BallotChoice.YES, "nej": BallotChoice.NO}


@dataclass(slots=True)
class _Draft:
    """One vote so far: offsets of its text, what it means, stated counts, ballots."""

    start: int
    end: int = 0
    question: re.Match[str] | None = None
    counts: dict[BallotChoice, int] = field(default_factory=dict)
    ballots: list[Ballot] = field(default_factory=list)
    appendix: str | None = None

    @property
    def held(self) -> bool:
        return bool(self.counts or self.ballots)


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
    text = join([block.whole for block in blocks])
    found = [match for pattern in (QUESTION, QUESTION_LISTED) for match in pattern.finditer(text.text)]
    if not found:
        return None
    match = max(found, key=lambda one: one.start())
    end = match.end("question") + (text.text[match.end("question") :][:1] == ".")
    return Question(text.cut(match.start("question"), end), match["yes"].strip(), match["no"].strip())


def read_votes(
    blocks: Sequence[Block], number: str, put: Question | None = None
) -> tuple[tuple[ReadVote, ...], tuple[Doubt, ...]]:
    """The section's votes in order, and doubts: a vote that gave neither count nor ballot, counts that differ.

    `put` is the question put before the section, for its first vote where that puts none itself.
    """
    text = join([block.whole for block in blocks])
    if not text.text:
        return (), ()
    drafts = [draft for draft in _drafts(text) if draft.held]
    doubts: list[Doubt] = []
    if not drafts:
        doubts.append(doubt(DoubtCode.VOTE_NOT_READ, number=number, sources=[text.source()]))
    votes = tuple(ReadVote(_vote(text, draft), draft.appendix) for draft in drafts)
    if put and votes and votes[0].vote.question is None:
        votes = (ReadVote(_asked(votes[0].vote, put), votes[0].appendix), *votes[1:])
    for one in votes:
        doubts += count_doubts(one.vote, number)
    return votes, tuple(doubts)


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


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that says something of a vote; `names` are the offsets between which it names people."""

    match: re.Match[str]
    pattern: Pattern
    names: tuple[int, int]


def _drafts(text: Passage) -> Iterator[_Draft]:
    """Walks the text from event to event; a question after a vote that was held opens the next."""
    draft = _Draft(0)
    for event in _events(text.text):
        if event.pattern in (QUESTION, QUESTION_LISTED):
            if draft.held:
                yield draft
                draft = _Draft(event.match.start())
            draft.question = event.match
        else:
            _take(text, event, draft)
        draft.end = event.match.end()
    draft.end = len(text.text)
    yield draft


def _events(text: str) -> list[_Event]:
    """The events in order, each with the stretch that names its people."""
    found = _found(text)
    events: list[_Event] = []
    for index, (match, pattern) in enumerate(found):
        last = found[index - 1][0].end() if index else 0
        if index and _names_follow(*found[index - 1]):
            last = max(last, _subject(text, last, match.start()))
        names = (last, match.start())
        if _names_follow(match, pattern):
            names = (match.end(), _names_end(text, match.end(), found[index + 1 :]))
        events.append(_Event(match, pattern, names))
    return events


def _found(text: str) -> list[tuple[re.Match[str], Pattern]]:
    """Every match, by place; the earlier pattern wins where two overlap."""
    found: list[tuple[re.Match[str], Pattern]] = []
    for pattern in (QUESTION, QUESTION_LISTED, TALLY, LISTED, CAST_BESIDE, CAST, APPENDIX):
        for match in pattern.finditer(text):
            if all(match.end() <= other.start() or other.end() <= match.start() for other, _ in found):
                found.append((match, pattern))
    return sorted(found, key=lambda one: one[0].start())


def _names_follow(match: re.Match[str], pattern: Pattern) -> bool:
    return pattern is LISTED or (pattern is CAST and bool(match["after"]))


def _names_end(text: str, start: int, later: Sequence[tuple[re.Match[str], Pattern]]) -> int:
    """Where a list that follows its heading ends: with its sentence, or where the next event's own people start."""
    stop = SENTENCE_STOP.search(text, start)
    end = stop.start() if stop else len(text)
    if not later:
        return end
    match, pattern = later[0]
    own = _subject(text, start, match.start()) if pattern is CAST and not match["members"] else match.start()
    return min(end, own)


def _subject(text: str, start: int, verb: int) -> int:
    """Where the list of names right before a verb starts: back from the verb, as long as "," or "och" joins them."""
    people = list(PERSON.finditer(text[start:verb]))
    if not people:
        return verb
    first = len(people) - 1
    while first > 0 and NAMES_JOINED.search(text[start + people[first - 1].end() : start + people[first].start()]):
        first -= 1
    return start + people[first].start()


def _take(text: Passage, event: _Event, draft: _Draft) -> None:
    match = event.match
    if event.pattern is TALLY:
        draft.counts |= {BallotChoice.YES: _number(match["yes"]), BallotChoice.NO: _number(match["no"])}
    elif event.pattern is APPENDIX:
        draft.appendix = match["number"]
    elif event.pattern is CAST_BESIDE:
        draft.ballots += _ballots(text, (_last_name(text.text, *event.names), match.start()), _choice(match))
    elif event.pattern is LISTED:
        draft.ballots += _ballots(text, event.names, _choice(match))
    else:
        choice = _choice(match)
        if stated := match["members"] or match["count"]:
            draft.counts[choice] = _number(stated)
        if not match["members"] or match["after"]:
            draft.ballots += _ballots(text, event.names, choice)


def _last_name(text: str, start: int, end: int) -> int:
    """Where the last name between two offsets starts: the one that a vote beside it is of."""
    people = list(PERSON.finditer(text[start:end]))
    return start + people[-1].start() if people else end


def _choice(event: re.Match[str]) -> BallotChoice:
    groups = event.groupdict()
    if groups["choice"]:
        return _CHOICES.get(groups["choice"].lower(), BallotChoice.ABSTAIN)
    return BallotChoice.ABSENT if "frånvarande" in groups["away"].lower() else BallotChoice.ABSTAIN


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else NUMBER_WORDS[printed.lower()]


def _ballots(text: Passage, names: tuple[int, int], choice: BallotChoice) -> list[Ballot]:
    """A ballot for everybody named between two offsets."""
    start, end = names
    found: list[Ballot] = []
    for match in PERSON.finditer(text.text[start:end]):
        who = person(match["name"], match["party"])
        source = text.cut(start + match.start(), start + match.end()).source()
        found.append(Ballot(name=who.name, party=who.party, vote=choice, source=source))
    return found


def _vote(text: Passage, draft: _Draft) -> Vote:
    question = draft.question
    part = text.cut(draft.start, draft.end)
    return Vote(
        source=part.source(),
        question=question["question"] if question else None,
        yes_means=question["yes"].strip() if question else None,
        no_means=question["no"].strip() if question else None,
        yes=draft.counts.get(BallotChoice.YES),
        no=draft.counts.get(BallotChoice.NO),
        abstain=draft.counts.get(BallotChoice.ABSTAIN),
        absent=draft.counts.get(BallotChoice.ABSENT),
        ballots=tuple(draft.ballots),
        casting_vote=bool(CASTING_VOTE.search(part.text)),
    )


def _asked(vote: Vote, put: Question) -> Vote:
    asked = put.words.source()
    source = Source(f"{asked.quote} {vote.source.quote}", (*asked.places, *vote.source.places))
    return replace(vote, question=put.words.text.rstrip("."), yes_means=put.yes, no_means=put.no, source=source)


def with_appendix(one: ReadVote, lists: Mapping[str, tuple[Ballot, ...]]) -> Vote:
    """The vote with the ballots of the appendix that it names, where it has none of its own."""
    ballots = lists.get(one.appendix, ()) if one.appendix and not one.vote.ballots else ()
    return replace(one.vote, ballots=ballots) if ballots else one.vote
