"""A list of votes with a column for each vote, whose choices stand in the order of the headings, however they are set.

Namn               Parti   § 64    § 66          Namn               Parti   Omröstning 1   Omröstning 2
Anna Ek            S         Ja     Nej          Anna Ek            S            Avstår             Ja
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from importers.bundle import Ballot, BallotChoice, Person
from importers.patterns.crosses import NO_CROSS
from importers.patterns.vote_tables import COLUMN_IN_ORDER, HEADS_IN_ORDER, RESULT, ROW_OF_CHAIR, TOTALS
from importers.pdf.page import Word
from importers.statements.people import person
from importers.statements.vote_rows import who_in_row
from importers.text.layout import Line
from importers.text.passage import Passage, passage

CHOICES = {
    "ja": BallotChoice.YES,
    "nej": BallotChoice.NO,
    "avstår": BallotChoice.ABSTAIN,
    "frånv": BallotChoice.ABSENT,
    "frånvarande": BallotChoice.ABSENT,
    "kvittad": BallotChoice.PAIRED,
    "kvittade": BallotChoice.PAIRED,
}


@dataclass(slots=True)
class ListInOrder:
    """The votes of a column: `item` is the § that heads it, empty where it is only counted; `odd` are rows that are unclear."""

    item: str
    ballots: list[Ballot] = field(default_factory=list)
    odd: list[Passage] = field(default_factory=list)


def lists_in_order(lines: Sequence[Line]) -> list[ListInOrder]:
    """The lists that the lines hold, one for each column; none where no line heads such columns."""
    start, heads = next(
        ((at, match) for at, line in enumerate(lines) if (match := HEADS_IN_ORDER.match(line.text))), (0, None)
    )
    if heads is None:
        return []
    found = [ListInOrder(column["number"] or "") for column in COLUMN_IN_ORDER.finditer(heads["columns"])]
    for line in lines[start + 1 :]:
        choices = _choices(line)
        if (not choices and len(line.cells) <= len(found)) or TOTALS.match(line.text):
            break
        who = _who(line, choices[0].x0) if len(choices) == len(found) else None
        if who is None:
            for column in found:
                column.odd.append(passage([line]))
            continue
        one, words = who
        for column, word in zip(found, choices, strict=True):
            if choice := _choice(word):
                column.ballots.append(Ballot(name=one.name, party=one.party, vote=choice, source=words.source()))
    return found


def _who(line: Line, before: float) -> tuple[Person, Passage] | None:
    """Whose row it is; whoever chairs may bear the office behind the name."""
    words = passage([line.part([word for word in line.words if word.x1 <= before])])
    if match := ROW_OF_CHAIR.match(words.text):
        return person(match["name"], match["party"] or match["bracketed"]), words
    return who_in_row(line, before)


def _choices(line: Line) -> list[Word]:
    """The words at the end of a row that say a choice, or that there is none."""
    words = list(line.words)
    at = len(words)
    while at and (RESULT.match(words[at - 1].text) or NO_CROSS.match(words[at - 1].text)):
        at -= 1
    return words[at:]


def _choice(word: Word) -> BallotChoice | None:
    match = RESULT.match(word.text)
    return CHOICES[match["choice"].lower()] if match else None
