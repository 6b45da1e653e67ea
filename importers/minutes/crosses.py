"""A list of those present with a cross for each in the columns that hold.

Ledamöter                 Närv.     Ja     Nej         Ersättare            Närv.     Tjg.
Anna Ek (S), ordförande   X         X                  Eva Lind (KD)        X         X
Bo Ås (M)                                              Siv Ros (L)          X

Whoever has no cross was away. What a cross says that stands between two columns, or words in their place, is doubted, and
so is a whole column of those who were there in which no cross is text: it may be drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from itertools import takewhile
from operator import itemgetter

from importers.minutes.cross_columns import (
    NEAR,
    Head,
    Items,
    heads_in,
    in_cell,
    items_as_cross,
    serves_in,
    serving_for,
    there_for,
    with_named_servers,
    without_items,
    without_places,
    without_served,
    without_servers,
)
from importers.minutes.cross_rows import Crosses, Row, served_by
from importers.minutes.crosses_by_item import read_by_item
from importers.minutes.groups import heads_group
from importers.minutes.presence import Entry, entries_of
from importers.minutes.present_items import Span
from importers.minutes.standing_in import read_standing_in
from importers.patterns.absent import AWAY
from importers.patterns.cover_labels import OF_ATTENDANCE, OF_PEOPLE, Label, label_of
from importers.patterns.crosses import (
    CROSS,
    CROSS_IN_WORDS,
    MEMBER_COLUMN,
    NO_CROSS,
    NO_CROSS_IN_WORDS,
    OFFICE_IN_ROW,
    SEAT_NUMBER,
    THERE_SAID,
    VOTE_ABOVE,
    Column,
)
from importers.patterns.people import PERSON
from importers.patterns.presence import PARTY_ALONE
from importers.pdf.page import Word
from importers.text.layout import Line
from importers.text.passage import Passage, join, passage

_FEW = 4  # lines, of which one names somebody
_BESIDE = 2  # words, of which the first is a party
_ROWS = 2  # that are a list, where no cross is text
_OF_WORDS = frozenset({Column.TEXT, Column.PLACE, Column.ITEMS, Column.SERVED, Column.SERVED_BY})
_SERVES = frozenset({Column.SERVING, Column.SUBSTITUTE})
_TELLING = frozenset({Column.PRESENT, Column.SUBSTITUTE, Column.SERVING, Column.AWAY})


# What a list and its marks say of a row: label, party above it, its crosses, where it has none, the headings.
_Said = tuple[Label, str | None, Set[Column], Set[Column], Sequence[Head]]


def read_crosses(lines: Sequence[Line], spans: Sequence[Span], stood_in: Set[tuple[int, int]] = frozenset()) -> Crosses:
    """The lists of crosses among the lines; `stood_in`: rows, by page and number, in which a substitute voted for the member."""
    crosses = Crosses()
    at = 0
    while at < len(lines):
        heads = heads_in(lines[at])
        found = read_standing_in(lines, at, spans, stood_in) or read_by_item(lines, at, spans)
        if found is None and any(one.column in _TELLING for one in heads) and not PERSON.search(lines[at].text):
            edge = _edge(lines[at])
            found = _list(lines, at, heads, spans) if edge is None else _beside_another(lines, at, edge, spans)
        if found is None:
            at += 1
            continue
        _add(crosses, found)
        at = max({at, *found.lines, *found.rest}) + 1
    return crosses


def _add(crosses: Crosses, found: Crosses) -> None:
    crosses.rows += found.rows
    crosses.lines |= found.lines
    crosses.rest |= found.rest
    crosses.headings += found.headings
    crosses.unclear += found.unclear
    crosses.beside += found.beside


def _edge(line: Line) -> float | None:
    """Where another list begins beside the one that the line heads: "Ledamöter  Parti  Närvarande  Ersättare  Parti"."""
    labels = [cell for cell in line.cells[1:] if _label(cell) and not heads_in(cell)]
    return labels[0].x0 - NEAR if labels else None


def _beside_another(lines: Sequence[Line], first: int, edge: float, spans: Sequence[Span]) -> Crosses | None:
    """The list left of the edge, and what is a list of crosses right of it."""
    left = _side(lines[first:], lambda word: word.x0 < edge)
    right = _side(lines[first:], lambda word: word.x0 >= edge)
    found = _list(left, 0, heads_in(left[0]), spans)
    if found is None:
        return None
    other = read_crosses(right, spans)
    beside = {n for n in found.lines if n and any(word.x0 >= edge for word in lines[first + n].words)}
    away = {n for n in beside if _is_away(left[n], found.rows)}
    away = away if away == beside else set()  # a list of its own stands beside those who were there as well
    both = Crosses()
    for one in (found, other):
        _add(both, replace(one, lines=set(), rest={}))
    for n in {*found.lines, *other.lines}:
        taken = (*(left[n].words if n in found.lines else ()), *(right[n].words if n in other.lines else ()))
        line = lines[first + n]
        rest = [word for word in line.words if word not in taken]
        if rest and n in away:
            both.beside.append(passage([line]))  # who stands beside a member that was away serves for them, it may be
            both.lines.add(first + n)
        elif rest:
            both.rest[first + n] = line.part(rest)
        else:
            both.lines.add(first + n)
    return both


def _is_away(line: Line, rows: Sequence[Row]) -> bool:
    """Whether the line is the row of somebody who was away."""
    return any(row.away and row.words.printed[0].line == line.number for row in rows)


def _side(lines: Sequence[Line], stands: Callable[[Word], bool]) -> list[Line]:
    """The words that stand there, as far down as any do."""
    parts = ((line, [word for word in line.words if stands(word)]) for line in lines)
    return [line.part(words) for line, words in takewhile(itemgetter(1), parts)]


def _list(lines: Sequence[Line], first: int, heads: list[Head], spans: Sequence[Span]) -> Crosses | None:
    """The list that the line heads; nothing where none of its rows has a cross, nor misses one."""
    left = min(line.x0 for line in lines[first : first + _FEW])
    heads = with_named_servers(lines, first, _beside_names(lines[first], heads, left))
    found = Crosses(lines={first}, headings=[passage([lines[first]])])
    label = _label(lines[first]) or Label.PRESENT
    party: str | None = None
    beside: tuple[str, float] | None = None  # a party in a column of its own, and where the names after it start
    marked: set[Column] = set()
    above: list[Line] = []  # the words of the last row without its crosses, line by line
    said: _Said = (label, None, set(), set(), heads)
    for at in range(first + 1, len(lines)):
        line = lines[at]
        more = heads_in(line)
        if _starts_another(line) or _lists_without_crosses(lines[at : at + 2], heads, spans, found):
            break
        if _is_heading(line, more):
            heads = [*(heads if at == first + 1 else []), *more]
            label = _label(line) or label
            found.headings.append(passage([line]))
        elif (section := _label(line)) and len(line.cells) == 1:
            label, party = section, None
            found.headings.append(passage([line]))
        elif group := heads_group(line.text, opens=True):
            party = group
            found.headings.append(passage([line]))
        else:
            ranged, there = items_as_cross(line, heads, spans)
            rest, marks, denied, clear = _marks(line, heads, ranged)
            if above and not marks and _goes_on(line, rest, above[0]):
                above.append(line.part(rest))
                if row := _gone_on(found.rows[-1], line, above, spans, said):
                    found.rows[-1] = row
                    found.lines.add(at)
                    continue
            rest, entries, servers = _named(line, rest, heads, spans, there)
            if len(entries) != 1 and not (entries and (marks or denied)):
                break
            above = [line.part(rest)] if clear and heads else []
            marked.update(marks)
            beside = _party_beside(rest) or _still_beside(rest, beside)
            # where not, both are named in it: "4  Bo Ås  C  frv  ers. Cia Berg (C)"
            if clear and heads and len(entries) == 1:
                of_row = party or (beside and beside[0])
                said = (label, of_row, marks - _of_servers(servers), denied, heads)
                found.rows.append(_row(entries[0], passage([line]), *said))
                _take_servers(found, servers)
            else:
                found.unclear.append(passage([line]))
        found.lines.add(at)
    found.rows = _serving_by_others(found.rows)
    if Column.VOTE in marked:
        found.unclear.insert(0, found.headings[0])
    return found if _tells(found, marked, lines[first]) else None


def _beside_names(line: Line, heads: Sequence[Head], left: float) -> list[Head]:
    """The headings but what stands over the names; where that is where each is from, the names have a column beside it."""
    placed = any(head.column is Column.PLACE and head.x0 <= left + NEAR for head in heads)
    names = [cell for cell in line.cells if placed and MEMBER_COLUMN.match(cell.text)]
    kept = [head for head in heads if head.x0 > left + NEAR or (names and head.column is Column.PLACE)]
    return [*kept, *(Head(Column.TEXT, cell.x0, cell.x1) for cell in names)]


def _of_servers(servers: Sequence[Entry] | None) -> Set[Column]:
    """The columns in which a cross is of who serves for the one of the row: it was they who voted."""
    return {Column.VOTE} if servers else set()


def _take_servers(found: Crosses, servers: Sequence[Entry] | None) -> None:
    """Takes who serves for the one of the last row, or doubts the row."""
    others = served_by(found.rows[-1], servers)
    found.rows += others or ()
    found.unclear += [found.rows[-1].words] if others is None else []


def _tells(found: Crosses, marked: set[Column], first: Line) -> bool:
    """Whether the list that `first` heads says of anybody whether they were there, or a drawn cross may."""
    if not in_cell(Column.PRESENT, first):
        return bool(marked.intersection(_TELLING))
    drawn = Column.PRESENT not in marked and len(found.rows) >= _ROWS and _doubt_drawn(found)
    return bool(marked or found.unclear) or drawn


def _doubt_drawn(found: Crosses) -> bool:
    """Makes those away a doubt who have no cross at all where none is text in the column of those who were there.

    Says whether there are any: `_row` takes nobody for away without a cross under a list that has no such column.
    """
    drawn = [row for row in found.rows if row.away and not row.marks]
    if not drawn:
        return False
    found.rows = [row for row in found.rows if row not in drawn]
    found.unclear.append(join([row.words for row in drawn]))
    return True


def _gone_on(row: Row, line: Line, above: Sequence[Line], spans: Sequence[Span], said: _Said) -> Row | None:
    """The row with a further line of it, where both name the one."""
    entries = list(entries_of(passage(above), spans, serving=True))
    if len(entries) != 1:
        return None
    return _row(there_for(entries[0], row.entry.presence.items), join([row.words, passage([line])]), *said)


def _goes_on(line: Line, rest: Sequence[Word], above: Line) -> bool:
    """Whether a line without crosses goes on with the row above: it is set in, or begins in small letters."""
    alone = len(rest) == len(line.words) and line.page == above.page and len(line.cells) == 1
    return alone and (line.x0 > above.x0 + NEAR or line.text[:1].islower())


def _starts_another(line: Line) -> bool:
    """Whether the line is a label of others than those who may have a cross: "Övriga närvarande"."""
    label = label_of(line.cells[0].text)
    others = label is not None and label[0] in OF_PEOPLE - OF_ATTENDANCE - {Label.CHAIR}
    beside = [cell for cell in line.cells[1:] if not CROSS_IN_WORDS.match(cell.text) and not CROSS.match(cell.text)]
    return others and len(beside) == len(line.cells) - 1


def _still_beside(words: Sequence[Word], beside: tuple[str, float] | None) -> tuple[str, float] | None:
    """The party that stands beside an earlier row, as long as names start at that row's edge."""
    return beside if beside and abs(words[0].x0 - beside[1]) < NEAR else None


def _party_beside(words: Sequence[Word]) -> tuple[str, float] | None:
    """The party that a row starts with in a column of its own, and where the name after it starts."""
    if len(words) < _BESIDE or not PARTY_ALONE.match(words[0].text) or words[1].x0 - words[0].x1 < NEAR:
        return None
    return words[0].text.strip("()"), words[1].x0


def _entries(line: Line, rest: Sequence[Word], spans: Sequence[Span]) -> list[Entry]:
    """Whom the row's words name beside its crosses; nobody where it goes on with a form: "Ordförande: Anna Ek"."""
    label = label_of(line.cells[0].text)
    if rest and SEAT_NUMBER.match(rest[0].text):
        rest = rest[1:]
    if not rest or (label and label[1]["colon"]):
        return []
    return list(entries_of(passage([line.part(rest)]), spans, serving=True))


def _lists_without_crosses(lines: Sequence[Line], heads: Sequence[Head], spans: Sequence[Span], found: Crosses) -> bool:
    """Whether label and line beneath it begin a list of its own: it says that they were there, or prints parties otherwise."""
    label, below = lines[0], lines[-1]
    if not found.rows or len(label.cells) > 1 or not _label(label) or not PERSON.match(below.text):
        return False
    _, marks, denied, _ = _marks(below, heads, items_as_cross(below, heads, spans)[0])
    if marks or denied:
        return False
    return THERE_SAID.search(label.text) is not None or not any(PERSON.match(row.words.text) for row in found.rows)


def _named(
    line: Line, rest: Sequence[Word], heads: Sequence[Head], spans: Sequence[Span], there: Items
) -> tuple[list[Word], list[Entry], list[Entry] | None]:
    """Whom the row names, its words without those in columns of §§ and of who serves for whom, and who serves for the one.
    `there`: §§ that stand in place of a cross."""
    rest, servers = without_servers(line, rest, heads, spans)
    rest, items = without_items(line, rest, heads, spans)
    rest, served = without_served(line, rest, heads, spans)
    return rest, [serving_for(there_for(one, items or there), served) for one in _entries(line, rest, spans)], servers


def _label(line: Line) -> Label | None:
    """Whom the line says to be listed, by its first cell."""
    label = label_of(line.cells[0].text)
    return label[0] if label and label[0] in OF_ATTENDANCE and not label[1]["value"] else None


def _is_heading(line: Line, heads: Sequence[Head]) -> bool:
    """Whether nothing but headings of columns stands on the line, and perhaps who is listed or the vote's name."""
    if not heads:
        return False
    left = [cell for cell in line.cells if not (heads_in(cell) or VOTE_ABOVE.match(cell.text))]
    return not left or (left == [line.cells[0]] and _label(line) is not None)


def _marks(
    line: Line, heads: Sequence[Head], ranged: Sequence[Word]
) -> tuple[list[Word], set[Column], set[Column], bool]:
    """The row's words without its crosses, the columns that it has a cross in, those in which something says that there is
    none ("Nej"), and whether all of that is clear. `ranged`: words that are §§ in place of a cross."""
    rest: list[Word] = []
    marks: set[Column] = {Column.PRESENT} if ranged else set()
    denied: set[Column] = set()
    clear = True
    columns = [head for head in heads if head.column not in _OF_WORDS]
    serves = serves_in(line, columns)
    if serves:
        marks.add(serves[0].column)
    worded: set[Column] = set()  # "frånvarande hela mötet" is no cross
    explains = False  # whether what follows says more of the cross before it: "Ja, för Bo Ås"
    for word in without_places(line, heads):
        if word in ranged:
            continue
        middle = (word.x0 + word.x1) / 2
        explains = explains or (serves is not None and word.x0 >= serves[1])
        over = [head for head in columns if head.x0 - NEAR <= middle <= head.x1 + NEAR]
        crossed, empty = CROSS.match(word.text), NO_CROSS.match(word.text)
        if len(over) == 1 and over[0].column in _TELLING and not explains:
            crossed = crossed or CROSS_IN_WORDS.match(word.text)
            empty = empty or NO_CROSS_IN_WORDS.match(word.text)
        if not crossed and not (over and empty):
            clear = clear and (explains or not over)
            rest.append(word)
            continue
        explains = word.text.endswith(",")
        if crossed and len(over) != 1:
            clear = False
        elif crossed:
            marks.add(over[0].column)
        elif len(over) == 1:
            denied.add(over[0].column)
            worded |= {over[0].column} if NO_CROSS_IN_WORDS.match(word.text) else set()
    return rest, marks, denied, clear and not marks & worded


def _row(
    entry: Entry,
    words: Passage,
    label: Label,
    party: str | None,
    marks: Set[Column],
    denied: Set[Column],
    heads: Sequence[Head],
) -> Row:
    columns = {head.column for head in heads}
    if label is Label.PRESENT and (office := OFFICE_IN_ROW.search(words.text)):
        label = Label.SUBSTITUTES if office["substitute"] else Label.MEMBERS
    there = marks - {Column.AWAY}
    away = Column.AWAY in marks or (Column.PRESENT in columns and not there)
    away = away or AWAY.match(entry.presence.note or "") is not None
    serves: bool | None
    if (_SERVES | {Column.VOTE}) & there or label is Label.SERVING:
        serves = True
    elif label is Label.SUBSTITUTES:  # "Tjänstgör" under "Anm."
        serves = entry.presence.for_ is not None or (entry.serving is True and columns.isdisjoint(_SERVES))
    else:
        serves = Column.SERVING not in columns or (label is Label.MEMBERS and Column.SERVING not in denied)
        serves = serves and entry.serving is not False  # "Tjänstgör ej" under "Anm."
    if not (Column.PRESENT in columns or Column.AWAY in columns or there):
        serves = None  # a list of those who serve does not say who else was there
    return Row(entry, words, label, party, away, serves, frozenset(marks))


def _serving_by_others(rows: Sequence[Row]) -> list[Row]:
    """The rows; where a member has a cross in the column of those who serve, it is for members, and no other member serves but
    the chair, who leads the meeting."""
    crossed = any(row.label is Label.MEMBERS and Column.SERVING in row.marks for row in rows)
    return [
        replace(row, serves=False)
        if crossed and row.label is Label.MEMBERS and not (row.entry.is_chair or Column.SERVING in row.marks)
        else row
        for row in rows
    ]
