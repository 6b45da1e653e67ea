"""Votes as a table with a column for each choice and a mark in one of them.

Ledamot              Parti   Ja   Nej   Avstår
Anna Ek              S       X
Bo Å                 V             X
Summa                        1    1     0
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from importers.bundle import Ballot, BallotChoice
from importers.patterns.crosses import CODE_HEADING, PARTY_HEADING
from importers.patterns.people import NAME_ALONE, NO_PERSON
from importers.patterns.vote_tables import (
    CHOICE_CELL,
    HEADS_SEVERAL,
    ITEM_OF_LIST,
    OF_PARTIES,
    RESULT,
    ROW_OF_CHOICE,
    ROW_OF_LETTERS,
    ROW_OF_SEVERAL,
    ROWS_HEADING,
    SUBSTITUTE_BESIDE,
    TOTALS,
    TOTALS_ROW,
    VOTES_OF_PARTY,
    X_MARK,
)
from importers.pdf.page import Word
from importers.statements.people import person
from importers.statements.vote_cells import cells_at
from importers.statements.vote_events import choice_of
from importers.statements.vote_grid_heads import VoteColumn, heads_names
from importers.statements.vote_grids import grid_at
from importers.statements.vote_lists import list_at
from importers.statements.vote_rows import column_of, who_in_row
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_FEWEST_COLUMNS = 2
_ABOVE = 2  # lines in which a list may say its §
_COLUMNS_BY_ROW = 3  # name, party and vote
_HEADING_LINES = 2  # that a heading may go on for
_BENEATH = 12.0  # points: how far a name may stand from the edge of what heads its list
_NONE = ("-", "–")


@dataclass(slots=True)
class VoteTable:
    """Who voted how, the counts of its last row, its lines, and the rows that a mark says no one choice in."""

    lines: list[Line]
    ballots: list[Ballot] = field(default_factory=list)
    counts: dict[BallotChoice, int] = field(default_factory=dict)
    odd: list[Passage] = field(default_factory=list)
    several: bool = False  # whether its columns are several votes
    columns: list[VoteColumn] = field(default_factory=list)  # of which each is one
    item: str = ""  # the number of the § that it says it belongs to


def tables_of(lines: Sequence[Line], number: str) -> list[VoteTable]:
    """The tables among the lines of § `number`; of one that says that it belongs to another § nothing is read, and all is odd."""
    return [
        replace(table, ballots=[], counts={}, columns=[], odd=[passage(table.lines)])
        if table.item and number.isdigit() and table.item != number
        else table
        for table in tables_in(lines)
    ]


def tables_in(lines: Sequence[Line]) -> list[VoteTable]:
    """The tables among the lines: each has a heading with two choices or more, and a marked row beneath; of one whose columns
    are several votes nothing is read, and all of it is odd.
    """
    tables: list[VoteTable] = []
    at = 0
    while at < len(lines):
        if table := next((table for read in _FORMS if (table := read(lines[at:]))), None):
            table.item = table.item or _named_above(lines, at)
            tables.append(table)
            at += len(table.lines)
            continue
        columns = columns_of_choices(lines[at])
        marked = _read(columns, lines[at], lines[at + 1 :]) if len(columns) >= _FEWEST_COLUMNS else None
        if marked is None or marked.odd or not marked.ballots or SUBSTITUTE_BESIDE.search(lines[at].text):
            grid = _of_one(lines[at:])
            marked = grid if grid and not (grid.odd and marked) else marked
        if marked and (marked.ballots or marked.odd):
            marked.item = marked.item or _named_above(lines, at)
            tables.append(marked)
            at += len(marked.lines)
        else:
            at += 1
    return tables


def _named_above(lines: Sequence[Line], at: int) -> str:
    """The number of the § that a line close above a list says it is of."""
    said = (ITEM_OF_LIST.match(line.text) for line in lines[max(0, at - _ABOVE) : at])
    return next((match["number"] for match in said if match), "")


def lists_of_several(lines: Sequence[Line], number: str) -> list[VoteTable]:
    """The lists among the lines that have a column for each of several votes."""
    if not any(heads_names(line) for line in lines):
        return []
    return [table for table in tables_of(lines, number) if table.several]


def _in_columns(lines: Sequence[Line]) -> VoteTable | None:
    """A list that has a column for each of several votes."""
    grid = grid_at(lines)
    if grid is None or len(grid.columns) < _FEWEST_COLUMNS:
        return None
    items = {column.item for column in grid.columns}
    item = items.pop() if len(items) == 1 else ""
    return VoteTable(grid.lines, odd=[passage(grid.lines)], several=True, columns=grid.columns, item=item)


def _listed(lines: Sequence[Line]) -> VoteTable | None:
    """A list of whole cells, or with a party or a choice over the names, or the choice before each."""
    one = cells_at(lines) or list_at(lines)
    return VoteTable(one.lines, one.ballots, one.counts, one.odd) if one else None


def _of_one(lines: Sequence[Line]) -> VoteTable | None:
    """A list of one vote that has a heading of several lines, or says the choice in letters or signs."""
    grid = grid_at(lines)
    if grid is None or len(grid.columns) != 1:
        return None
    (column,) = grid.columns
    return VoteTable(grid.lines, column.ballots, column.counts, column.odd, item=column.item)


def _of_several(lines: Sequence[Line]) -> VoteTable | None:
    """The list that the lines open with, where its columns are several votes: no column says which of them is asked for."""
    headed = HEADS_SEVERAL.search(lines[0].text) is not None or _repeats(lines[0])
    end = 1 if headed else 0
    if headed and len(lines) > 1 and _repeats(lines[1]):
        end = 2
    row = ROW_OF_LETTERS if headed else ROW_OF_SEVERAL
    first = end
    while end < len(lines) and row.match(lines[end].text):
        end += 1
    table = list(lines[:end])
    return VoteTable(table, odd=[passage(table)], several=True) if end > first else None


def _halves(lines: Sequence[Line]) -> VoteTable | None:
    """Two lists beside each other, each with columns of its own for the choices: "Ledamöter  Ja  Nej    Ersättare  Ja  Nej".

    A part of a row that its list does not take is odd.
    """
    edge = _second_list(lines[0])
    if edge is None:
        return None
    sides = [[line.part(part) for line in lines if (part := _side(line, edge, side))] for side in (0, 1)]
    columns = [columns_of_choices(side[0]) for side in sides]
    if any(len(one) < _FEWEST_COLUMNS for one in columns):
        return None
    tables = [_read(own, side[0], side[1:]) for own, side in zip(columns, sides, strict=True)]
    taken = [{(line.page, line.number) for line in table.lines} for table in tables]
    rows = list(takewhile(lambda line: any((line.page, line.number) in one for one in taken), lines))
    both = VoteTable(rows, [ballot for table in tables for ballot in table.ballots])
    both.odd = [row for table in tables for row in table.odd]
    for side, own in zip((0, 1), taken, strict=True):
        both.odd += [passage([row]) for row in rows if _side(row, edge, side) and (row.page, row.number) not in own]
    counted = [table.counts for table in tables if table.counts]
    both.counts = counted[0] if len(counted) == 1 else {}
    return both if both.ballots or both.odd else None


def _second_list(line: Line) -> float | None:
    """Where the second list begins that the line heads: what names it stands between the choices of both."""
    choices = [CHOICE_CELL.match(word.text) is not None for word in line.words]
    starts = [at for at in range(1, len(choices)) if choices[at - 1] and not choices[at]]
    if len(starts) != 1 or choices[0] or not choices[-1]:
        return None
    edge = line.words[starts[0]].x0 - _BENEATH / 2
    said = [[choice_of(w.text) for w in _side(line, edge, side) if CHOICE_CELL.match(w.text)] for side in (0, 1)]
    return edge if said[0] == said[1] and len(set(said[0])) == len(said[0]) >= _FEWEST_COLUMNS else None


def _side(line: Line, edge: float, side: int) -> list[Word]:
    return [word for word in line.words if (word.x0 >= edge) == bool(side)]


def votes_by_party(lines: Sequence[Line]) -> VoteTable | None:
    """Counts by party: "Parti  Ja  Nej  Avstår" over "S  5  0  0". Rows that do not add up to the last are odd."""
    columns = columns_of_choices(lines[0]) if OF_PARTIES.match(lines[0].text) else {}
    if len(columns) < _FEWEST_COLUMNS:
        return None
    table, stated, rows = VoteTable([lines[0]]), dict[BallotChoice, int](), 0
    for line in lines[1:]:
        total, counted = TOTALS_ROW.match(line.text), VOTES_OF_PARTY.match(line.text)
        if stated or not (total or counted):
            break
        said = _in_order(columns, line)
        if said is None:
            break
        rows += counted is not None and not total
        for choice, count in said.items() if not total else ():
            table.counts[choice] = table.counts.get(choice, 0) + count
        stated = said if total else stated
        table.lines.append(line)
    if stated and stated != table.counts:
        table.odd.append(passage(table.lines))
        table.counts = {}
    return table if rows >= _FEWEST_COLUMNS else None


def _in_order(columns: dict[BallotChoice, Word], line: Line) -> dict[BallotChoice, int] | None:
    """The counts at the end of a row, one for each column; "-" counts none."""
    cells = [word.text for word in line.words if word.text.isdigit() or word.text in _NONE]
    if len(cells) != len(columns):
        return None
    return {choice: 0 if cell in _NONE else int(cell) for choice, cell in zip(columns, cells, strict=True)}


def _row_by_row(lines: Sequence[Line]) -> VoteTable | None:
    """A list with a column for the vote itself: "Namn  Parti  Röst" over "Anna Ek  S  Ja"."""
    if not ROWS_HEADING.match(lines[0].text):
        return None
    table = VoteTable([lines[0]])
    for line in lines[1:]:
        if line.text == lines[0].text:
            table.lines.append(line)  # again on the next page
            continue
        words = passage([line])
        match = ROW_OF_CHOICE.match(words.text)
        if match is None:
            break
        table.lines.append(line)
        party = match["party"] or match["bracketed"]
        at = -3 if match["office"] and len(line.cells) > _COLUMNS_BY_ROW else -2
        if len(line.cells) >= _COLUMNS_BY_ROW and line.cells[at].text.strip("()") != party:
            table.odd.append(words)  # the party's cell holds more, which would be taken for a part of the name
            continue
        one = person(match["name"], party)
        choice = choice_of(match["choice"])
        table.ballots.append(Ballot(name=one.name, party=one.party, vote=choice, source=words.source()))
    return table if table.ballots else None


def _repeats(line: Line) -> bool:
    """Whether the line heads columns, and the same choice twice: "Ja  Nej  Ja  Nej"."""
    choices = [choice_of(match["choice"]) for word in line.words if (match := CHOICE_CELL.match(word.text))]
    ends = CHOICE_CELL.match(line.words[-1].text) if line.words else None
    return ends is not None and len(choices) >= 2 * _FEWEST_COLUMNS and len(set(choices)) < len(choices)


def columns_of_choices(line: Line) -> dict[BallotChoice, Word]:
    """The columns that a heading names. Where other words stand between the choices, or a number before them, the line is a
    sentence: "Med 6 ja-röster, 2 nej-röster och 1 som avstår"."""
    choices = [(match, word) for word in line.words if (match := CHOICE_CELL.match(word.text))]
    if not choices:
        return {}
    first = line.words.index(choices[0][1])
    between = line.words[first : line.words.index(choices[-1][1]) + 1]
    if len(between) != len(choices) or any(word.text.isdigit() for word in line.words[:first]):
        return {}
    return {choice_of(match["choice"]): word for match, word in choices}


def _read(columns: dict[BallotChoice, Word], heading: Line, lines: Sequence[Line]) -> VoteTable:
    table = VoteTable([heading])
    nameless: list[Line] = []  # rows with a mark, of nobody that can be read
    alone: list[Ballot | None] = []  # of those of these that hold a name and no party
    party: str | None = None  # that stands over the names
    first = min(word.x0 for word in heading.words if CHOICE_CELL.match(word.text))
    for line in lines:
        marks = [word for word in line.words if _is_mark(word) and word.x1 > first]
        who = who_in_row(line, first)
        if table.lines[1:] and (again := columns_of_choices(line)).keys() == columns.keys():
            columns = again  # the table's heading, again on its next page
        elif TOTALS.match(line.text):
            table.counts |= _totals(columns, line)
        elif marks and who:
            choice = _choice_at(columns, marks)
            if choice is None:
                table.odd.append(passage([line]))
            else:
                one, words = who
                table.ballots.append(Ballot(name=one.name, party=one.party, vote=choice, source=words.source()))
        elif marks and len(line.cells) > 1:
            nameless.append(line)
            choice = _choice_at(columns, marks)
            alone.append(_named_alone(line, first, choice, party))
        elif not marks and (heads := PARTY_HEADING.match(line.text) or CODE_HEADING.match(line.text)):
            party = person("", heads[heads.lastgroup or 0]).party
        elif not who and (table.ballots or len(table.lines) > _HEADING_LINES):
            break
        table.lines.append(line)
    named = [ballot for ballot in alone if ballot]
    if len(named) == len(nameless) and not table.ballots:
        table.ballots += named  # nobody bears a party
    elif nameless:
        table.odd.append(passage(nameless))
    return table


def _is_mark(word: Word) -> bool:
    """Whether the word marks a column: "X", or what it is headed by again."""
    return X_MARK.match(word.text) is not None or RESULT.match(word.text) is not None


def _choice_at(columns: dict[BallotChoice, Word], marks: Sequence[Word]) -> BallotChoice | None:
    """The choice in whose column the one mark stands; a mark in words says the same choice."""
    choice = column_of(columns, marks[0]) if len(marks) == 1 else None
    said = RESULT.match(marks[0].text)
    return choice if choice is not None and (said is None or choice_of(said["choice"]) is choice) else None


def _named_alone(line: Line, first_column: float, choice: BallotChoice | None, party: str | None) -> Ballot | None:
    """The ballot of a row that holds nothing but a name left of the choices; `party` stands over it."""
    words = [word for word in line.words if word.x1 <= first_column and not RESULT.match(word.text)]
    cell = passage([line.part(words)]) if words else None
    if cell is None or choice is None or NO_PERSON.search(cell.text) or not NAME_ALONE.match(cell.text):
        return None
    one = person(cell.text, party)
    return Ballot(name=one.name, party=one.party, vote=choice, source=cell.source()) if " " in one.name else None


def _totals(columns: dict[BallotChoice, Word], line: Line) -> dict[BallotChoice, int]:
    numbers = [word for word in line.words if word.text.isdigit() and len(word.text) <= 3]
    if len(numbers) == len(columns):  # they may be set by another edge than the marks
        order = sorted(columns, key=lambda choice: columns[choice].x0)
        return {choice: int(word.text) for choice, word in zip(order, numbers, strict=True)}
    placed = [(column_of(columns, word), int(word.text)) for word in numbers]
    return {choice: count for choice, count in placed if choice is not None}


# The forms that a list may open in, but for that of a mark in one of its columns.
_FORMS = (_halves, _in_columns, _of_several, votes_by_party, _row_by_row, _listed)
