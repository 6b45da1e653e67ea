"""What heads a list of votes with a column for each: on one line or several, by the names of columns, §§ and choices.

                                    § 64          § 66
Namn         Parti   Närv.          Ja     Nej    Ja     Nej
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from importers.bundle import Ballot, BallotChoice
from importers.patterns.vote_grids import (
    CHOICE_COLUMN,
    MAY_HEAD,
    NAME_COLUMN,
    NAME_COLUMN_AMONG,
    OTHER_COLUMN,
    VOTE_COLUMN,
)
from importers.patterns.vote_tables import CHOICE_CELL
from importers.pdf.page import Word
from importers.statements.vote_events import choice_of
from importers.statements.vote_rows import middle
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_HEADING_LINES = 4
_BESIDE = 45.0  # points: how far the § may begin from its first choice
_ONE, _SEVERAL = 1, 2
_LONGEST_NAME = 3  # words


@dataclass(slots=True)
class VoteColumn:
    """One vote of a list: the § that heads it and its number, as far as they are printed; the counts beneath it; rows that say
    no one choice.
    """

    item: str = ""
    nth: str = ""
    name: str = ""  # what it is called otherwise
    ballots: list[Ballot] = field(default_factory=list)
    counts: dict[BallotChoice, int] = field(default_factory=dict)
    odd: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class Heading:
    """What heads a list: on how many lines, a word for each column of one vote, or for each choice in it."""

    lines: int = 0
    named: bool = False
    votes: list[tuple[Word, VoteColumn]] = field(default_factory=list)
    choices: list[Word] = field(default_factory=list)
    others: list[Word] = field(default_factory=list)

    @property
    def first(self) -> float:
        """Where the first column of votes begins."""
        return min(word.x0 for word in [*self.choices, *([] if self.choices else [word for word, _ in self.votes])])


def heads_names(line: Line) -> bool:
    """Whether the line may head a list of names."""
    return MAY_HEAD.search(line.text) is not None


def heading_of(lines: Sequence[Line]) -> Heading | None:
    found = Heading()
    for line in lines[:_HEADING_LINES]:
        one = _head_line(line)
        if one is None or (one.votes and found.votes) or (one.choices and found.choices):
            break
        found.votes = found.votes or one.votes
        found.choices = found.choices or one.choices
        found.others += one.others
        found.named = found.named or one.named
        found.lines += 1
    if not found.named or not (found.votes or found.choices):
        return None
    return found if all(word.x0 < found.first for word in found.others) else None


def _head_line(line: Line) -> Heading | None:
    """What the line heads, where nothing else stands in it."""
    words = passage([line])
    found = Heading()
    heads = list(VOTE_COLUMN.finditer(words.text))
    for match in heads:
        printed = words.group(match).printed
        word = printed[0].word._replace(x1=printed[-1].word.x1)
        found.votes.append((word, VoteColumn(match["item"] or "", match["nth"] or match["nth2"] or "")))
    alone: list[Word] = []
    named: list[Word] = []  # of words that head nothing known
    for one, start in zip(words.printed, words.starts, strict=True):
        text = one.word.text.strip(",:")
        if any(match.start() <= start < match.end() for match in heads):
            continue
        if CHOICE_CELL.match(text):
            before = [word for word in alone if word.x1 > one.word.x0 - one.word.size]  # "Röstade ja"
            alone = [word for word in alone if word not in before]
            found.choices.append(one.word._replace(x0=before[0].x0) if before else one.word)
        elif CHOICE_COLUMN.match(text):
            alone.append(one.word)
        elif NAME_COLUMN.match(text) or NAME_COLUMN_AMONG.match(text):
            found.named = True
            found.others.append(one.word)
        elif OTHER_COLUMN.match(text):
            found.others.append(one.word)
        else:
            named.append(one.word)
    if named and (found.votes or found.choices or not _by_name(line, named, found, alone)):
        return None
    if not found.votes and not found.choices and len(alone) == _ONE:
        found.votes = [(alone[0], VoteColumn())]
    elif alone and not found.choices:
        return None
    return found


def _by_name(line: Line, named: Sequence[Word], found: Heading, alone: list[Word]) -> bool:
    """Takes each cell of other words behind the columns of name and party as one of a vote that is called so: "Huvudomröstning"."""
    behind = max((word.x1 for word in found.others), default=0.0)
    cells = [cell for cell in line.cells if cell.x0 > behind]
    words = [word for cell in cells for word in cell.words]
    called = all(len(cell.words) <= _LONGEST_NAME and cell.text[:1].isupper() for cell in cells)
    if not found.named or len(cells) < _SEVERAL or not called or any(word not in words for word in named):
        return False
    alone.clear()
    found.votes = [(cell.words[0]._replace(x1=cell.words[-1].x1), VoteColumn(name=cell.text)) for cell in cells]
    return True


def groups_of(choices: Sequence[Word]) -> list[dict[BallotChoice, Word]]:
    """The choices in groups that say the same in the same order, each with the word that heads its column."""
    said = [choice_of(word.text) for word in choices]
    size = len(set(said))
    if size < _SEVERAL or said != said[:size] * (len(said) // size):
        return []
    return [
        {choice_of(word.text): word for word in choices[start : start + size]} for start in range(0, len(choices), size)
    ]


def columns_of(heading: Heading, groups: Sequence[Mapping[BallotChoice, Word]]) -> list[VoteColumn]:
    """A column for each vote; none where it is not clear which vote a choice belongs to."""
    heads = [column for _, column in heading.votes]
    if not heading.choices:
        return heads
    if not heads:
        return [VoteColumn(nth=str(at)) for at in range(1, len(groups) + 1)]
    stand_over = len(heads) == len(groups) and all(
        min(map(middle, group.values())) - _BESIDE <= word.x0 <= max(map(middle, group.values())) + _BESIDE
        for (word, _), group in zip(heading.votes, groups, strict=True)
    )
    return heads if stand_over else []
