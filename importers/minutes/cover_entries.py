"""What stands under the labels of a cover, cell by cell: who or what each tells of.

A label holds for the cells beneath it in its column, and for the column of what stands beside it, until the next label there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from importers.minutes.cover_rows import cover_rows
from importers.minutes.groups import heads_group
from importers.minutes.presence import is_left_open, people_in
from importers.patterns.cover import LEFT_OPEN_BEFORE_TIME, OFFICE_LEFT_OPEN, PLACE_LEFT_OPEN, TIMES
from importers.patterns.cover_labels import ALL_BUT, ENDS, OF_ATTENDANCE, OF_PEOPLE, OWN_PARTY, WHERE_AND_WHEN, Label
from importers.patterns.people import PERSON
from importers.patterns.presence import (
    FULL_NAME,
    GOES_ON,
    NO_PLACE,
    OFFICE_FIRST,
    OFFICE_WORD,
    ONE_PLACE,
    PARTY_ALONE,
    PARTY_FIRST,
    PARTY_LEADS,
    SERVES_FIRST,
    TELLS_HOW,
)
from importers.patterns.present_items import BARE_RANGES, THERE_ALONE
from importers.patterns.present_rows import PARTY_WRITTEN_OUT
from importers.statements.people import code_of
from importers.text.forms import SAME_COLUMN, Cell
from importers.text.layout import Line
from importers.text.passage import Passage, gone_on

_TWO = 2  # cells
_SUBSTITUTES = (Label.SERVING, Label.SUBSTITUTES)


@dataclass(slots=True)
class Listed:
    """What stands in one cell under a label, with the lines that go on from it."""

    label: Label
    words: Passage
    party: str | None = None  # that heads those listed in the column
    office: str | None = None  # of whom the words name
    serves_for: Passage | None = None  # in the same row, in a column of those served for
    under: Passage | None = None  # the words of a label of no known meaning


@dataclass(slots=True)
class _Column:
    """What holds in a column, and the edge of the label that says so."""

    label: Label
    owner: float
    party: str | None = None  # that heads those listed beneath
    listed: bool = False  # whether somebody is, so that a party alone may be theirs
    of_row: bool = False  # whether a party stands beside them, at the head of the row


def entries_under(lines: Sequence[Line]) -> list[Listed]:  # noqa: PLR0912, PLR0915 - one walk, whose every step hangs on the last
    """What stands under labels, in printed order."""
    columns: dict[float, _Column] = {}
    labels: dict[float, _Column] = {}  # by the edge of the label itself
    last: dict[float, Listed] = {}
    told: Listed | None = None  # of whom the last cell tells that was not their own
    above: _Column | None = None  # of a label that stands alone in its row, until the next label
    unknown: Passage | None = None  # the last label of no known meaning
    entries: list[Listed] = []
    for cells in cover_rows(lines):
        beside: _Column | None = None
        row: Listed | None = None
        heads: _Column | None = None  # of those beside a party at the head of the row
        if _starts_notice(cells):
            columns.clear()
        if group_row := _groups(cells, columns, above):
            columns |= group_row
            entries += [Listed(Label.HEADING, cell.value) for cell in cells if cell.value]
            last.clear()
            continue
        for one in cells:
            cell = _told(one, columns, beside)
            if cell.label is not None and not cell.goes_on:
                _forget(last, cell.x0)
                row = None
                unknown = cell.words if cell.label is Label.UNKNOWN else unknown
            beside = _labelled(cell, beside, columns, labels)
            value = cell.value
            if value is None:
                continue
            x0 = value.printed[0].word.x0
            newcomer = _beside_somebody(row, value, cells, columns) or _newcomer(
                beside, above if len(cells) == 1 or _all_named(cells) else None, x0
            )
            column = columns.setdefault(_edge(columns, x0), newcomer)
            if heads is not None:  # the party is that of those beneath, too, up to the next
                column = columns[_edge(columns, x0)] = heads
                heads = None
            own = None if cell.goes_on else cell.label
            party = column.party
            holds = own or (row.label if row and _of_row(column, value, row) else column.label)
            if row is None and len(cells) == 1 and told and _wraps(told, value):
                told.words = gone_on(told.words, value)
                continue
            above_it = last.get(_edge(last, x0))
            left_open = above_it and above_it.words.text.endswith(",") and column.party is None  # of no group
            if not own and not left_open and (group := _heading_of(cells, column, value, holds)) is not None:
                column.party, row = group or None, None
                entries.append(Listed(Label.HEADING, value))
                _forget(last, cell.x0)
                continue
            if holds in OF_ATTENDANCE and row is None and (group := _beside_names(cell, cells, value)):
                heads, row = _Column(holds, column.owner, group, listed=True, of_row=True), None
                entries.append(Listed(Label.HEADING, value))
                _forget(last, cell.x0)
                continue
            if holds in OF_ATTENDANCE and row is None and _is_of_parties(_name_beside(cell, cells), columns):
                heads = _Column(holds, column.owner, listed=True)  # a party that nobody knows is not the one above
            if holds in OF_ATTENDANCE and (leads := PARTY_LEADS.match(value.text)):
                party, value, row = code_of(leads["party"]), value.cut(leads.end()), None
                _forget(last, cell.x0)
            if holds is Label.NONE and row and _tells_of(row, value):
                rest = _behind_place(value)
                if rest and not rest.text:
                    continue  # "Anna Ek (S)    Älnsjö    ordförande": what follows tells of her
                holds, value = (row.label, rest) if rest else (Label.UNKNOWN, value)
            if holds is Label.SERVED and row and row.label in _SUBSTITUTES and _is_one(row.words) and _is_one(value):
                row.serves_for = value
                continue
            before = _open(row, last.get(_edge(last, x0)), holds, value)
            if holds is Label.SERVED and row and row.label in OF_ATTENDANCE and THERE_ALONE.match(value.text):
                before = row  # in the column of those served for, it tells of whoever the row names
            if before:
                if before is row and _is_party(row):
                    columns[_edge(columns, x0)] = _beside_party(row, columns)
                    if len(people_in(value.text)) > 1 and not PERSON.search(value.text):  # it is that of all of them
                        before.party, before.words, told = row.words.text.strip("()"), value, before
                        continue
                before.words = gone_on(before.words, value)
                told = before
                continue
            under = unknown if holds is Label.UNKNOWN and not own else None
            row, told = Listed(holds, value, party, cell.office, under=under), None
            column.listed = True
            last[_edge(last, x0)] = row
            if own:
                last[_edge(last, cell.x0)] = row  # what is long goes on beneath the label itself
            entries.append(row)
        above = _alone(cells, beside, above)
    return entries


def _groups(cells: Sequence[Cell], columns: Mapping[float, _Column], above: _Column | None) -> dict[float, _Column]:
    """The columns of a list whose parties stand side by side over those who are of them, at their edges; none where the
    row is no such."""
    groups = [heads_group(cell.value.text, opens=True) if cell.value and not cell.label else None for cell in cells]
    if len(cells) < _TWO or not all(groups):
        return {}
    first = columns.get(_edge(columns, cells[0].x0)) or above
    if first is None or first.label not in OF_ATTENDANCE:
        return {}
    edges = [_edge(columns, cell.x0) for cell in cells]
    held = [columns.get(edge, first) for edge in edges]
    return {
        edge: _Column(one.label, one.owner, group)
        for edge, one, group in zip(edges, held, groups, strict=True)
        if one.label in OF_ATTENDANCE
    }


def _starts_notice(cells: Sequence[Cell]) -> bool:
    """Whether what follows is no list of people any more."""
    return bool(cells) and cells[0].label in ENDS and not cells[0].goes_on


def _beside_party(party: Listed, columns: Mapping[float, _Column]) -> _Column:
    """The column of the name beside a party: the party is that of those beneath the first, too, where none stands."""
    owner = columns[_edge(columns, party.words.printed[0].word.x0)].owner
    return _Column(party.label, owner, party.words.text.strip("()"), listed=True)


def _newcomer(beside: _Column | None, above: _Column | None, x0: float) -> _Column:
    """The column of what stands at a new edge: of the label beside it, else of one alone above, where it is set in."""
    indented = above if above and x0 > above.owner + SAME_COLUMN else None
    return beside or indented or _Column(Label.NONE, x0)


def _wraps(told: Listed, value: Passage) -> bool:
    """Whether a cell goes on with the one above it that tells of somebody: "ersätter Bo" over "Ås (M) §§ 3-5"."""
    return told.label in OF_PEOPLE and is_left_open(told.words.text, value.text)


def _all_named(cells: Sequence[Cell]) -> bool:
    """Whether each cell is somebody with a party: a list in columns, beneath its label."""
    return all(cell.label is None and cell.value and PERSON.match(cell.value.text) for cell in cells)


def _beside_somebody(
    row: Listed | None, value: Passage, cells: Sequence[Cell], columns: Mapping[float, _Column]
) -> _Column | None:
    """The column of somebody who stands at a new edge beside another of a list, with no label in their row: the list has
    columns of names."""
    listed = row is not None and row.label in (Label.MEMBERS, Label.PRESENT, Label.SUBSTITUTES)
    alone = all(cell.label is None for cell in cells[1:])
    if row is None or not (listed and alone and PERSON.match(row.words.text) and PERSON.match(value.text)):
        return None
    beside = columns[_edge(columns, row.words.printed[0].word.x0)]
    return _Column(row.label, beside.owner, row.party, listed=True)


def _alone(cells: Sequence[Cell], column: _Column | None, above: _Column | None) -> _Column | None:
    """The column of the label that stands alone in its row, else of the one above, as long as there is no other label."""
    if all(cell.label is None or cell.goes_on for cell in cells):
        return above
    return column if len(cells) == 1 and cells[0].value is None else None


def _labelled(
    cell: Cell, beside: _Column | None, columns: dict[float, _Column], labels: dict[float, _Column]
) -> _Column | None:
    """The column of the label that a cell bears or goes on from, else of that which stands before it in its row."""
    if cell.goes_on:
        return labels.get(_edge(labels, cell.x0))
    if cell.label is not None:
        beside = labels[_edge(labels, cell.x0)] = _newly(columns, cell.label, cell.x0)
    elif beside and cell.value:
        columns[_edge(columns, cell.x0)] = beside
        if people_in(cell.value.text):  # what stands beneath the label itself is no longer its own
            columns[beside.owner] = _Column(Label.NONE, beside.owner)
    return beside


def _heading_of(cells: Sequence[Cell], column: _Column, value: Passage, holds: Label) -> str | None:
    """The party that the cell heads a group of those listed with: nothing but labels stands beside it, or it stands beneath
    another group in its column. Nothing where it only ends that group: "Kommunens Väl"."""
    if holds not in OF_ATTENDANCE:
        return None
    if any(cell.label is None and cell.value is not value for cell in cells):
        beneath = column.party is not None and not column.of_row
        return heads_group(value.text, opens=False) if beneath else None
    own = column.party is not None and not column.of_row and OWN_PARTY.search(value.text)
    ends = "" if own and not PERSON.search(value.text) else None
    return heads_group(value.text, opens=column.party is not None or not column.listed) or ends


def _name_beside(cell: Cell, cells: Sequence[Cell]) -> Passage | None:
    """The name that stands beside the cell at the head of a row."""
    named = [one.value for one in cells if one.label is None and one.x0 > cell.x0 and one.value]
    return named[0] if named and cells[0] is cell and FULL_NAME.regex.match(named[0].text) else None


def _beside_names(cell: Cell, cells: Sequence[Cell], value: Passage) -> str | None:
    """The party that is written out at the head of a row, where a name stands beside it: "Moderaterna    Bo Ås"."""
    return heads_group(value.text, opens=False) if _name_beside(cell, cells) else None


def _is_of_parties(name: Passage | None, columns: Mapping[float, _Column]) -> bool:
    """Whether the name stands in a column beside parties that are written out at the head of rows."""
    column = columns.get(_edge(columns, name.printed[0].word.x0)) if name else None
    return column is not None and column.of_row


def _told(cell: Cell, columns: Mapping[float, _Column], beside: _Column | None) -> Cell:
    """The cell; an official in a list of others is no label: "Sekreterare Disa Ås"."""
    column = columns.get(_edge(columns, cell.x0)) or beside
    listed = column is not None and column.label is Label.OTHERS
    set_in = column is not None and cell.x0 > column.owner + SAME_COLUMN
    verifies = column is not None and column.label is Label.VERIFIERS  # "Ersättare: Rut Ed" beneath Cia Berg
    if verifies and set_in and cell.label is Label.SUBSTITUTES and cell.value:
        return Cell(cell.x0, value=cell.words)
    office = cell.label is Label.SECRETARY or (cell.label is Label.SUBSTITUTES and set_in)
    if office and cell.value and listed and not (cell.ended or cell.goes_on):
        return Cell(cell.x0, value=cell.words)
    return _all_but(cell)


def _all_but(cell: Cell) -> Cell:
    """The cell as a label of who was away, where it says "Samtliga ledamöter med undantag av:"."""
    match = ALL_BUT.match(cell.value.text) if cell.value else None
    if match is None or cell.value is None:
        return cell
    return Cell(cell.x0, Label.ABSENT, cell.value)


def _of_row(column: _Column, value: Passage, row: Listed) -> bool:
    """Whether a cell in a column without a heading tells of whoever stands before it in its row: "Anna Ek    M    66 68"."""
    patterns = (PARTY_ALONE, PARTY_WRITTEN_OUT, BARE_RANGES, GOES_ON, OFFICE_WORD, SERVES_FIRST)
    goes_on = any(pattern.match(value.text) for pattern in patterns)
    return column.label is Label.NONE and bool(goes_on or _is_party(row))


def _tells_of(row: Listed, value: Passage) -> bool:
    """Whether a cell beside somebody, in a column that nothing heads, tells where they are from or how they were there."""
    listed = row.label in OF_ATTENDANCE and PERSON.match(row.words.text) and not PERSON.search(value.text)
    told = any(pattern.search(value.text) for pattern in (NO_PLACE, TELLS_HOW))
    return bool(listed) and (told or _behind_place(value) is not None)


def _behind_place(value: Passage) -> Passage | None:
    """What stands behind the place that somebody is from, in one word: "Älnsjö tjänstgörande §§ 12–18"; `None` where it is none."""
    first = value.text.split(" ", 1)[0]
    rest = value.cut(min(len(first) + 1, len(value.text)))
    if not ONE_PLACE.match(first) or NO_PLACE.match(first) or not (GOES_ON.match(rest.text) or not rest.text):
        return None
    return rest


def _is_one(words: Passage) -> bool:
    """Whether the words are one person and nothing else: "Erik Ek (S)"."""
    match = PERSON.match(words.text)
    return match is not None and match.end() == len(words.text)


def _is_party(entry: Listed) -> bool:
    """Whether nothing but a party stands in the entry so far, and its name in the next column: "C    Anna Ek"."""
    match = PARTY_ALONE.match(entry.words.text)
    return match is not None and match.end() == len(entry.words.text)


def _open(row: Listed | None, above: Listed | None, holds: Label, value: Passage) -> Listed | None:
    """The entry that the cell goes on with: of somebody above it in its column, or of who stands before it in its row."""
    foreign = row is None or row.label is not holds
    continued = above and above is not row and above.label is holds and (foreign or PERSON.search(above.words.text))
    if above and continued and (_tells_on(above, value) or _goes_on(above, value, same_line=False)):
        return above
    return row if row and row.label is holds and _goes_on(row, value, same_line=True) else None


def _tells_on(before: Listed, value: Passage) -> bool:
    """Whether the cell goes on with the place or the time above it."""
    left_open = value.text[:1].islower() or LEFT_OPEN_BEFORE_TIME.search(before.words.text)
    place = before.label in (Label.PLACE, Label.PLACE_AND_TIME) and PLACE_LEFT_OPEN.match(before.words.text)
    broken = place and not (PERSON.search(value.text) or TIMES.match(value.text))
    return before.label in WHERE_AND_WHEN and bool(left_open or broken)


def _goes_on(before: Listed, value: Passage, *, same_line: bool) -> bool:
    """Whether the cell goes on with the entry before it: a party or office in a column of its own, or a wrapped line."""
    text = value.text
    beneath_party = not same_line and PARTY_ALONE.match(text) and PARTY_FIRST.regex.match(before.words.text)
    office_of_another = not same_line and OFFICE_FIRST.match(text) and not _office_goes_on(before, text)
    if (
        before.label not in OF_PEOPLE or beneath_party or office_of_another
    ):  # "(C)" in a column of parties, beneath "(S)    Anna Ek"
        return False
    tells_of_row = (PARTY_ALONE, PARTY_WRITTEN_OUT, OFFICE_WORD, SERVES_FIRST)
    if same_line and (_is_party(before) or any(pattern.match(text) for pattern in tells_of_row)):
        return True
    if PARTY_FIRST.regex.match(text) and PARTY_FIRST.regex.match(before.words.text):
        if same_line and before.words.text.endswith(","):
            return False  # a column of its own: "(S) Anna Ek," ends in a comma for the office beneath it
        return is_left_open(before.words.text, text)
    if same_line and (
        PERSON.match(text)
        or OFFICE_FIRST.match(text)
        or (before.words.text.endswith(",") and FULL_NAME.regex.match(text))
    ):
        return False  # a column of its own: "Anna Ek (S)," ends in a comma for the office beneath it
    return bool(GOES_ON.match(text)) or is_left_open(before.words.text, text)


def _office_goes_on(before: Listed, text: str) -> bool:
    """Whether an office at the head of a line is that of somebody above: behind a comma, or broken, "andre vice" over "ordförande"."""
    broken = text[:1].islower() and OFFICE_LEFT_OPEN.search(before.words.text)
    return bool(broken) or before.words.text.endswith((",", ";"))


def _newly(columns: dict[float, _Column], label: Label, x0: float) -> _Column:
    """The label takes its column, and those that the label before it in that column held."""
    column = _Column(label, _edge(columns, x0))
    for x, held in columns.items():
        if held.owner == column.owner:
            columns[x] = column
    columns[column.owner] = column
    return column


def _forget(last: dict[float, Listed], x0: float) -> None:
    """Nothing goes on across a label."""
    for x in [x for x in last if x >= x0 - SAME_COLUMN]:
        del last[x]


def _edge(columns: Mapping[float, object], x0: float) -> float:
    """The column that stands at this edge, or a new one."""
    return next((x for x in columns if abs(x - x0) < SAME_COLUMN), x0)
