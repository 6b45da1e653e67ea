"""Appendices that follow the §§ of minutes: "Bilaga 5", and in it who voted how.

Bilaga 5 / Ärende: 9 / Antal Ja: 43 / Antal Nej: 38 / Namn  Parti  Plats  Funktion  Resultat / Aslan Akbas  S  1  Ordförande  Ja
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from importers.bundle import Ballot, BallotChoice, Doubt, Role, Section, Vote
from importers.doubts import DoubtCode, doubt
from importers.minutes.list_columns import marked_by_item
from importers.minutes.lists_in_order import CHOICES, lists_in_order
from importers.patterns.crosses import NO_CROSS
from importers.patterns.item_numbers import ITEM_HEADING
from importers.patterns.vote_grids import HEADS_LIST
from importers.patterns.vote_tables import (
    APPENDIX_HEADING,
    COLUMNS_OF_VOTES,
    COUNT_IN_LINE,
    COUNT_LINE,
    COUNTS_IN_LINE,
    ITEM_HEADS_COLUMN,
    ITEM_OF_LIST,
    ONLY_PRESENCE,
    PRESENCE_HEADING,
    PRESENCE_LIST,
    PRESENCE_TABLE,
    RESULT,
    ROWS_HEADING,
    TABLE_HEADING,
    VOTE_LIST,
    VOTE_LIST_ALONE,
    VOTE_LISTS,
)
from importers.statements.vote_cells import ballots_beside
from importers.statements.vote_grid_heads import heads_names
from importers.statements.vote_grids import grids_in
from importers.statements.vote_rows import who_in_row
from importers.statements.vote_tables import tables_in
from importers.statements.votes import read_votes
from importers.text.blocks import blocks, measure
from importers.text.layout import Line
from importers.text.passage import Passage, passage, source_of

_SAME_COLUMN = 6.0  # points
_SEVERAL = 2  # lists
_TABLE_WITHIN = 5  # lines
_ROWS_WITHIN = 12  # lines
_MANY_CHOICES = 3  # rows that end in a choice make a list of votes


@dataclass(slots=True)
class Appendix:
    """An appendix: its number, empty where it has none, and its lines, heading first. `ballots` where it is a list of votes,
    `item` the number of the one § that it says it belongs to.
    """

    number: str
    lines: list[Line]
    counts: dict[BallotChoice, int] = field(default_factory=dict)
    ballots: tuple[Ballot, ...] = ()
    odd: list[Passage] = field(default_factory=list)  # marked rows that say no one choice
    item: str = ""
    columns: tuple[Appendix, ...] = ()  # the list of each § that has a column of its own: "Omr 1 § 15    Omr 2 § 17"


def split_appendices(lines: Sequence[Line], first: int) -> tuple[tuple[Line, ...], tuple[Appendix, ...]]:
    """The lines without the appendices, and the appendices. `first` is where the first § starts: none is before it.

    An appendix starts with its heading as the first line of a page's text: "Bilaga 5", or "Närvarolista" with no number, or
    behind the last § "Omröstningslista § 41"; the first of these may stand beneath other words, in bold or with its table beneath it.
    """
    heads = (at for at, line in enumerate(lines) if ITEM_HEADING.match(line.text) and not _of_list(lines, at))
    last = max(heads, default=-1)
    starts = [
        index
        for index, line in enumerate(lines)
        if index > first
        and lines[index - 1].page != line.page
        and (
            APPENDIX_HEADING.match(line.text)
            or PRESENCE_LIST.match(line.text)
            or (index > last and (VOTE_LIST.match(line.text) or _item_beneath(lines, index)))
            or (index > last and _names_list(line) and _lists_beneath(lines, index))
        )
    ]
    starts += [
        index
        for index in range(max(first, last) + 1, starts[0] if starts else len(lines))
        if _opens_lists(lines, index) or _stands_out(lines, index)
    ][:1]
    starts += [at for at in range(min(starts, default=len(lines)) + 1, len(lines)) if _stands_out(lines, at)]
    starts = sorted(set(starts))
    if not starts:
        return tuple(lines), ()
    text, appendices = list(lines[: starts[0]]), list[Appendix]()
    for start, end in pairwise([*starts, len(lines)]):
        goes_on = _next_item(lines, first, start, end)
        appendices.append(_read(list(lines[start:goes_on])))
        text += lines[goes_on:end]
    return tuple(text), tuple(appendices)


def _next_item(lines: Sequence[Line], first: int, start: int, end: int) -> int:
    """Where the §§ go on behind an appendix that stands among them: the next number, in the dress of the first §; `end` where
    they do not."""
    before = [
        match
        for line in lines[first:start]
        if _dressed(line, lines[first]) and (match := ITEM_HEADING.match(line.text))
    ]
    last = before[-1]["number"] if before else ""
    for at in range(start + 1, end) if last.isdigit() else ():
        match = ITEM_HEADING.match(lines[at].text) if _dressed(lines[at], lines[first]) else None
        if match and match["number"] == str(int(last) + 1) and lines[at].page != lines[start].page:
            return at
    return end


def _dressed(line: Line, head: Line) -> bool:
    return (line.bold, line.size) == (head.bold, head.size)


def _names_list(line: Line) -> bool:
    """Whether the line is called a list of votes, and says of which § nowhere."""
    return any(pattern.match(line.text) for pattern in (VOTE_LIST_ALONE, VOTE_LISTS))


def _lists_beneath(lines: Sequence[Line], at: int) -> bool:
    """Whether a table of votes stands close beneath the line, or rows of votes beside each other."""
    return _heads_table(lines[at + 1 : at + _TABLE_WITHIN]) or _has_rows(lines[at + 1 : at + _ROWS_WITHIN])


def _stands_out(lines: Sequence[Line], at: int) -> bool:
    """Whether the line heads an appendix in the middle of a page, in bold: "Bilaga till § 42"."""
    line = lines[at]
    return line.bold and not lines[at - 1].bold and APPENDIX_HEADING.match(line.text) is not None


def _opens_lists(lines: Sequence[Line], at: int) -> bool:
    """Whether the line heads lists of votes in the middle of a page: it names their §, or columns beneath it do."""
    beneath = lines[at + 1 : at + _TABLE_WITHIN]
    if not any(COLUMNS_OF_VOTES.search(one.text) for one in beneath):
        return False
    if VOTE_LIST.match(lines[at].text):
        return True
    return VOTE_LISTS.match(lines[at].text) is not None and bool(marked_by_item(beneath))


def _of_list(lines: Sequence[Line], at: int) -> bool:
    """Whether the § is that of a list of votes, which the line or the one above it names."""
    return VOTE_LIST.match(lines[at].text) is not None or (at > 0 and _item_beneath(lines, at - 1) is not None)


def _item_beneath(lines: Sequence[Line], at: int) -> str | None:
    """The number of the § beneath the name of a list that opens a page, or stands over a table in the middle of one:
    "Omröstningslista 1" over "§ 31 Svar på motion".
    """
    opens = VOTE_LIST_ALONE.match(lines[at].text) and (
        at == 0 or lines[at - 1].page != lines[at].page or _heads_table(lines[at + 2 : at + _TABLE_WITHIN])
    )
    beneath = ITEM_HEADING.match(lines[at + 1].text) if opens and at + 1 < len(lines) else None
    return beneath["number"] if beneath else None


def _says_choice(line: Line) -> bool:
    return RESULT.match(line.words[-1].text) is not None


def _has_rows(lines: Sequence[Line]) -> bool:
    """Whether several of the lines hold two votes each, of one beside another."""
    return sum(len(ballots_beside(line)) > 1 for line in lines) >= _MANY_CHOICES


def _heads_table(lines: Sequence[Line]) -> bool:
    return any(
        ROWS_HEADING.match(line.text) or COLUMNS_OF_VOTES.search(line.text) or HEADS_LIST.match(line.text)
        for line in lines
    )


def _read(lines: list[Line]) -> Appendix:
    heading = APPENDIX_HEADING.match(lines[0].text)
    appendix = Appendix(heading["number"] if heading else "", lines)
    for line in lines:
        for counted in COUNT_IN_LINE.finditer(line.text) if COUNTS_IN_LINE.match(line.text) else ():
            appendix.counts[CHOICES[counted["choice"].lower()]] = int(counted["count"])
    items = {match["number"] for line in lines if (match := ITEM_OF_LIST.match(line.text))}
    if beneath := _item_beneath(lines, 0):
        items.add(beneath)
    appendix.item = items.pop() if len(items) == 1 else ""
    appendix.columns = _one_after_another(appendix) or _columns_of_items(appendix)
    if appendix.columns:
        return appendix
    listed = VOTE_LIST_ALONE.match(lines[0].text)
    if listed and listed["number"] and not appendix.item:
        appendix.number = f"lista {listed['number']}"
    table = next((index for index, line in enumerate(lines) if TABLE_HEADING.match(line.text)), None)
    if table is not None:
        appendix.ballots = tuple(_ballots(lines[table], lines[table + 1 :]))
    if appendix.ballots:
        return appendix
    if _has_rows(lines):
        appendix.ballots = tuple(ballot for line in lines for ballot in ballots_beside(line))
        appendix.odd = [passage([line]) for line in lines if _says_choice(line) and not ballots_beside(line)]
    elif marked := tables_in(lines):
        appendix.ballots = tuple(ballot for one in marked for ballot in one.ballots)
        appendix.counts = {choice: count for one in marked for choice, count in one.counts.items()} | appendix.counts
        appendix.odd = [row for one in marked for row in one.odd]
    elif appendix.item:
        votes, _ = read_votes(blocks(lines[1:], measure(lines)), appendix.item)
        appendix.ballots = votes[0].vote.ballots if len(votes) == 1 else ()
    return appendix


def _one_after_another(appendix: Appendix) -> tuple[Appendix, ...]:
    """The lists of an appendix that each name their § over them, where there are several; one that is headed in the same words
    again goes on.
    """
    lines = appendix.lines
    headed = [
        (at, f"{line.text} {beneath or ''}")
        for at, line in enumerate(lines)
        if (beneath := _item_beneath(lines, at)) or ITEM_OF_LIST.match(line.text)
    ]
    starts = [at for (_, above), (at, text) in pairwise([(0, ""), *headed]) if text != above]
    if len(starts) < _SEVERAL:
        return ()
    ends = [*starts[1:], len(appendix.lines)]
    parts = [_read(appendix.lines[start:end]) for start, end in zip([0, *starts[1:]], ends, strict=True)]
    for part in parts:
        part.number = appendix.number
    return tuple(parts)


def _columns_of_items(appendix: Appendix) -> tuple[Appendix, ...]:
    """A list for each column that a § heads, where two do or more; rows in which a column says no choice are odd."""
    marked = marked_by_item(appendix.lines)
    if any(one.ballots or one.odd for one in marked):
        return tuple(
            Appendix(appendix.number, appendix.lines, one.counts, tuple(one.ballots), one.odd, one.item)
            for one in marked
        )
    if ONLY_PRESENCE.match(appendix.lines[0].text):
        return tuple(_of_grids(appendix))
    headed = ((at, _items_heading(line)) for at, line in enumerate(appendix.lines))
    start, heads = next(((at, found) for at, found in headed if len(found) > 1), (0, []))
    lists = [Appendix(appendix.number, appendix.lines, item=item) for _, item in heads]
    for line in appendix.lines[start + 1 :] if heads else ():
        who = who_in_row(line, heads[0][0])
        if who is None:
            continue
        one, words = who
        for (x0, _), column in zip(heads, lists, strict=True):
            cell = next((cell for cell in line.cells if abs(cell.x0 - x0) < _SAME_COLUMN), None)
            choice = RESULT.match(cell.text) if cell else None
            if choice:
                vote = CHOICES[choice["choice"].lower()]
                column.ballots = (
                    *column.ballots,
                    Ballot(name=one.name, party=one.party, vote=vote, source=words.source()),
                )
            elif cell is None or not NO_CROSS.match(cell.text):
                column.odd.append(passage([line]))
    if any(column.ballots for column in lists):
        return tuple(lists)
    in_order = tuple(
        Appendix(appendix.number, appendix.lines, {}, tuple(one.ballots), one.odd, one.item or appendix.item)
        for one in lists_in_order(appendix.lines)
    )
    return in_order if any(one.ballots for one in in_order) else tuple(_of_grids(appendix)) or in_order


def _of_grids(appendix: Appendix) -> Iterator[Appendix]:
    """The lists of several votes, or of one whose § heads its column; a list of who was there says so in words as well."""
    places = [(line.page, line.number) for line in appendix.lines]
    for grid in grids_in(appendix.lines):
        at = places.index((grid.lines[0].page, grid.lines[0].number))
        above = appendix.lines[max(0, at - _TABLE_WITHIN) : at]
        if not grid.crossed and any(ONLY_PRESENCE.match(line.text) for line in above):
            continue
        for one in grid.columns:
            if len(grid.columns) > 1 or one.item:
                item = one.item or appendix.item
                yield Appendix(appendix.number, grid.lines, one.counts, tuple(one.ballots), one.odd, item)


def lists_before(lines: Sequence[Line]) -> tuple[Appendix, ...]:
    """The lists of votes that stand before the §§, where who was there is listed in one table with how they voted."""
    listed = Appendix("", list(lines))
    return tuple(_of_grids(listed)) if any(map(heads_names, lines)) else ()


def _items_heading(line: Line) -> list[tuple[float, str]]:
    """The columns of the line that a § heads: where each starts, and its number."""
    found = ((cell.x0, ITEM_HEADS_COLUMN.match(cell.text)) for cell in line.cells[1:])
    return [(x0, match["number"]) for x0, match in found if match]


def lists_of(appendices: Sequence[Appendix]) -> Iterator[Appendix]:
    """The appendices, in place of one with several lists its lists."""
    for one in appendices:
        yield from lists_of(one.columns) if one.columns else (one,)


def _ballots(heading: Line, lines: Sequence[Line]) -> list[Ballot]:
    """A ballot for each row; a name that wraps inside its cell goes on the row above."""
    name_x, party_x = (cell.x0 for cell in heading.cells[:2])
    result_x = heading.cells[-1].x0
    rows: list[tuple[list[Line], str | None, BallotChoice | None]] = []
    for line in lines:
        cells = {round(cell.x0): cell for cell in line.cells}
        name = next((cell for x, cell in cells.items() if abs(x - name_x) < _SAME_COLUMN), None)
        party = next((cell for x, cell in cells.items() if abs(x - party_x) < _SAME_COLUMN), None)
        result = next((cell for x, cell in cells.items() if abs(x - result_x) < _SAME_COLUMN), None)
        choice = RESULT.match(result.text) if result else None
        if name and choice:
            rows.append(([name], party.text if party else None, CHOICES[choice["choice"].lower()]))
        elif name and rows and len(line.cells) == 1 and not COUNT_LINE.match(line.text):
            rows[-1][0].append(name)
    ballots: list[Ballot] = []
    for names, party_code, vote in rows:
        words = passage(names)
        if vote is not None:
            ballots.append(Ballot(name=words.text, party=party_code, vote=vote, source=words.source()))
    return ballots


def ballots_by_number(appendices: Sequence[Appendix]) -> dict[str, tuple[Ballot, ...]]:
    """The ballots of each appendix that is a list of votes and adds up to its own counts, by the appendix' number ("5") and
    by the § that it belongs to ("§ 113"); of several of one § each has its own ("§ 113", "§ 113, 2").
    """
    sound = [one for one in lists_of(appendices) if one.ballots and not one.odd and not _mismatch(one)]
    whole = [one for one in sound if one.number and one in appendices]
    numbered = Counter(one.number for one in whole)
    lists = {one.number: one.ballots for one in whole if numbered[one.number] == 1}
    for one in sound:
        key = f"§ {one.item}" if one.item else one.number if one not in whole else ""
        if key:
            before = sum(other.split(",")[0] == key for other in lists)
            lists[f"{key}, {before + 1}" if before else key] = one.ballots
    return lists


def unplaced(appendices: Sequence[Appendix], votes: Iterable[Vote], doubts: Iterable[Doubt]) -> list[Doubt]:
    """A doubt for each list of votes that no vote of the §§ has its ballots from, or that is not read as one, and that no
    doubt names already.
    """
    placed = {vote.ballots for vote in votes if vote.ballots}
    named = {one.params.get("appendix") for one in doubts}
    left = (
        one
        for one in lists_of(appendices)
        if (one.ballots or one.odd or one.item or _lists_choices(one) or VOTE_LIST.match(one.lines[0].text))
        and one.ballots not in placed
        and one.number not in named
    )
    once = {id(one.lines): one.lines for one in left}  # the columns of a list are lists of the same lines
    return [
        doubt(DoubtCode.VOTE_LIST_UNPLACED, heading=lines[0].text, sources=[source_of(lines)])
        for lines in once.values()
    ]


def _lists_choices(appendix: Appendix) -> bool:
    """Whether rows end in a choice as those of a list of votes do: "Anna Ek    S    Ja"."""
    rows = sum(len(line.cells) > 1 and RESULT.match(line.cells[-1].text) is not None for line in appendix.lines)
    return rows >= _MANY_CHOICES and not PRESENCE_LIST.match(appendix.lines[0].text)


def _mismatch(appendix: Appendix) -> bool:
    cast = Counter(ballot.vote for ballot in appendix.ballots)
    return any(cast[choice] != count for choice, count in appendix.counts.items() if choice is not BallotChoice.ABSENT)


def section_of_appendix(appendix: Appendix) -> Section:
    """The appendix as a section of the minutes. Who was there it only shows: a mark in a column may say who was."""
    alone = PRESENCE_LIST.match(appendix.lines[0].text)
    titled = alone or (len(appendix.lines) > 1 and PRESENCE_HEADING.match(appendix.lines[1].text))
    listed = titled or any(PRESENCE_TABLE.match(line.text) for line in appendix.lines)
    role = Role.VOTE if appendix.ballots or appendix.columns else Role.ATTENDANCE if listed else Role.OTHER
    text = passage(appendix.lines[1:]).text if len(appendix.lines) > 1 else ""
    heading = f"Bilaga {appendix.number}" if appendix.number else appendix.lines[0].text
    return Section(heading, role, text, source_of(appendix.lines))
