"""A list of votes in which each § has columns of its own for the choices.

                    Votering 1, § 140       Votering 2, § 141
Ledamot    Parti    Ja    Nej    Avst       Ja    Nej    Avst
Anna Ek    S        X                             X
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from importers.bundle import Ballot, BallotChoice
from importers.patterns.vote_tables import CHOICE_CELL, ITEM_HEADS_GROUP, TOTALS, X_MARK
from importers.pdf.page import Word
from importers.statements.vote_events import choice_of
from importers.statements.vote_rows import column_of, middle, who_in_row
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_BESIDE = 45.0  # points: how far the § may begin from its first choice


@dataclass(slots=True)
class ListOfItem:
    """Who voted how on the § `item`, the counts beneath, and the rows that say no one choice."""

    item: str
    ballots: list[Ballot] = field(default_factory=list)
    counts: dict[BallotChoice, int] = field(default_factory=dict)
    odd: list[Passage] = field(default_factory=list)


_Group = dict[BallotChoice, Word]


def marked_by_item(lines: Sequence[Line]) -> list[ListOfItem]:
    """The list of each § that heads columns for the choices, where two do or more; nothing else is read."""
    for at, (line, beneath) in enumerate(pairwise(lines)):
        words = passage([line])
        heads = [words.group(match, "number") for match in ITEM_HEADS_GROUP.finditer(words.text)]
        choices = [word for word in beneath.words if CHOICE_CELL.match(word.text)]
        groups = _groups(choices)
        if len(heads) > 1 and len(heads) == len(groups) and _stand_over(heads, groups):
            lists = [ListOfItem(head.text) for head in heads]
            for row in lines[at + 2 :]:
                _take_row(row, choices[0].x0, groups, lists)
            return lists
    return []


def _groups(choices: Sequence[Word]) -> list[_Group]:
    """The choices in groups that say the same in the same order, each with the word that heads its column."""
    said = [choice_of(word.text) for word in choices]
    size = len(set(said))
    if not size or said != said[:size] * (len(said) // size):
        return []
    return [
        {choice_of(word.text): word for word in choices[start : start + size]} for start in range(0, len(choices), size)
    ]


def _stand_over(heads: Sequence[Passage], groups: Sequence[_Group]) -> bool:
    """Whether each § begins over the choices of its own group."""
    starts = (head.printed[0].word.x0 for head in heads)
    middles = ([middle(word) for word in group.values()] for group in groups)
    edges = ((min(own) - _BESIDE, max(own) + _BESIDE) for own in middles)
    return all(first <= start <= last for start, (first, last) in zip(starts, edges, strict=True))


def _take_row(row: Line, first: float, groups: Sequence[_Group], lists: Sequence[ListOfItem]) -> None:
    """Gives each list what the row says of its §; all of them doubt a row with a mark between the columns or of nobody."""
    if TOTALS.match(row.text):
        for word, group, choice in _placed([word for word in row.words if word.text.isdigit()], groups):
            lists[group].counts[choice] = int(word.text)
        return
    marks = [word for word in row.words if X_MARK.match(word.text) and word.x1 > first]
    who = who_in_row(row, first) if marks else None
    placed = list(_placed(marks, groups))
    if marks and (who is None or len(placed) < len(marks)):
        for one in lists:
            one.odd.append(passage([row]))
        return
    for at, one in enumerate(lists):
        own = [choice for _, group, choice in placed if group == at]
        if len(own) > 1:
            one.odd.append(passage([row]))
        elif own and who:
            person, words = who
            one.ballots.append(Ballot(name=person.name, party=person.party, vote=own[0], source=words.source()))


def _placed(words: Sequence[Word], groups: Sequence[_Group]) -> Iterator[tuple[Word, int, BallotChoice]]:
    """The words that stand in a column, each with the group and the choice that it stands under."""
    heads = {(at, choice): head for at, group in enumerate(groups) for choice, head in group.items()}
    for word in words:
        if found := column_of(heads, word):
            yield word, *found
