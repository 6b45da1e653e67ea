"""Lists of votes whose cells are whole: names beneath the choice that heads their column, or each with the choice beside it.

Ja-röster           Nej-röster          Anna Ek (S)   Ja      Bo Ås (M)   Nej
Anna Ek (S)         Bo Ås (M)           Cia Berg (V)  Nej     Dan Holm (L)  Ja
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from importers.bundle import Ballot
from importers.patterns.people import NAME_ALONE, NO_PERSON, PERSON_OF_ANY_PARTY
from importers.patterns.vote_tables import ALONE_IN_CELL, CHOICE_HEAD, NEXT_ROW, RESULT, ROW_OF_CHOICE
from importers.statements.people import named_in, person
from importers.statements.vote_events import choice_of
from importers.statements.vote_lists import VoteList
from importers.text.layout import Line
from importers.text.passage import passage

_FEWEST = 2  # columns, or rows
_BENEATH = 12.0  # points: how far a name may stand from the edge of what heads its list


def cells_at(lines: Sequence[Line]) -> VoteList | None:
    """The list that the lines open with."""
    return _beside_each_other(lines) or _in_pairs(lines) or _in_rows(lines)


def _beside_each_other(lines: Sequence[Line]) -> VoteList | None:
    """Lists of names beside each other, each beneath the choice that heads it: "Ja-röster    Nej-röster"."""
    heads = [(cell.x0, match["choice"]) for cell in lines[0].cells if (match := CHOICE_HEAD.match(cell.text))]
    if len(heads) < _FEWEST or len(heads) != len(lines[0].cells):
        return None
    table = VoteList([lines[0]])
    open_: dict[float, Line] = {}  # a name whose party stands beneath it, by its column
    for line in lines[1:]:
        if line.text == lines[0].text:
            table.lines.append(line)  # again on the next page
            continue
        cells = [(_over(cell, heads), cell) for cell in line.cells]
        found = [(over, cell, _placed(cell, over, open_)) for over, cell in cells if over]
        if len(found) < len(cells) or not all(ballot or _left_open(cell) for _, cell, ballot in found):
            break
        for (x0, _), cell, ballot in found:
            if ballot:
                table.ballots.append(ballot)
                open_.pop(x0, None)
            else:
                open_[x0] = cell
        table.lines.append(line)
    table.odd += [passage([cell]) for cell in open_.values()]
    return table if table.ballots else None


def ballots_beside(line: Line) -> list[Ballot]:
    """The ballots of a row that is whole ones beside each other: "Anna Ek  S  Ja    Bo Ås  M  Nej"; none where any part is odd."""
    words = passage([line])
    starts = [0, *(match.end() for match in NEXT_ROW.finditer(words.text))]
    ends = [*starts[1:], len(words.text) + 1]
    ballots: list[Ballot] = []
    for start, end in zip(starts, ends, strict=True):
        part = words.cut(start, end - 1)
        match = ROW_OF_CHOICE.match(part.text)
        if match is None:
            return []
        one = person(match["name"], match["party"] or match["bracketed"])
        ballots.append(Ballot(name=one.name, party=one.party, vote=choice_of(match["choice"]), source=part.source()))
    return ballots


def _in_pairs(lines: Sequence[Line]) -> VoteList | None:
    """Rows of two names or more, each with the choice beside it: "Anna Ek (S)   JA   Bo Ås (M)   NEJ"."""
    table = VoteList([])
    for line in lines:
        ballots = _pairs(line)
        if not ballots or (not table.lines and len(ballots) < _FEWEST):
            break
        table.lines.append(line)
        table.ballots += ballots
    return table if len(table.lines) >= _FEWEST else None


def _in_rows(lines: Sequence[Line]) -> VoteList | None:
    """Rows of whole ballots beside each other, each in a cell of its own: "Anna Ek (S) Ja      Bo Ås (M) Nej"."""
    table = VoteList([])
    for line in lines:
        ballots = ballots_beside(line)
        if not ballots or (not table.lines and len(ballots) < _FEWEST):
            break
        table.lines.append(line)
        table.ballots += ballots
    return table if len(table.lines) >= _FEWEST else None


def _pairs(line: Line) -> list[Ballot]:
    """The ballots of a row that is nothing but names and choices in turn."""
    cells = line.cells
    ballots: list[Ballot] = []
    for who, how in zip(cells[::2], cells[1::2], strict=False):
        words, choice = passage([who]), RESULT.match(how.text)
        named = list(named_in(words.text, of=PERSON_OF_ANY_PARTY))
        if choice is None or len(named) != 1 or not ALONE_IN_CELL.match(words.text[named[0].end :]):
            return []
        one = named[0]
        source = words.cut(one.start, one.end).source()
        ballots.append(
            Ballot(name=one.person.name, party=one.person.party, vote=choice_of(choice["choice"]), source=source)
        )
    return ballots if len(cells) % 2 == 0 else []


_Head = tuple[float, str]


def _over(cell: Line, heads: Sequence[_Head]) -> _Head | None:
    """The choice that stands over the cell, and where its column begins."""
    return next((head for head in heads if abs(head[0] - cell.x0) < _BENEATH), None)


def _left_open(cell: Line) -> bool:
    """Whether the cell is a name whose party may stand beneath it."""
    return NAME_ALONE.match(cell.text) is not None and NO_PERSON.search(cell.text) is None and "(" not in cell.text


def _placed(cell: Line, over: _Head, open_: Mapping[float, Line]) -> Ballot | None:
    """The ballot of a cell that is somebody's name beneath a choice, or the end of one whose name stands above it."""
    words = passage([*([open_[over[0]]] if over[0] in open_ else []), cell])
    named = list(named_in(words.text, of=PERSON_OF_ANY_PARTY))
    if len(named) != 1 or not ALONE_IN_CELL.match(words.text[named[0].end :]) or words.text[: named[0].start].strip():
        return None
    one = named[0]
    source = words.cut(one.start, one.end).source()
    return Ballot(name=one.person.name, party=one.person.party, vote=choice_of(over[1]), source=source)
