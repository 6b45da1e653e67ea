"""A list in which whoever stands in for a member stands beside them.

Ledamöter              Parti     Tjänstgörande ersättare     Parti
Anna Ek, ordförande    S
Bo Ås                  M         Eva Lind                    C

Bo Ås was away, and Eva Lind served for him. Where the substitutes stand on top of their column, they are a list of their own.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from importers.bundle import Person
from importers.minutes.cross_columns import NEAR, Head, heads_in
from importers.minutes.cross_rows import Crosses, Row
from importers.minutes.groups import heads_group
from importers.minutes.presence import Entry, entries_of
from importers.minutes.present_items import Span
from importers.patterns.absent import AWAY
from importers.patterns.cover_labels import Label, label_of
from importers.patterns.crosses import (
    CROSS,
    CROSS_IN_WORDS,
    HEADS_OF_CROSSES,
    MEMBER_COLUMN,
    NO_CROSS,
    NO_CROSS_IN_WORDS,
    PARTY_COLUMN,
    SEAT_NUMBER,
    SUBSTITUTE_OR_NOTE,
    Column,
)
from importers.patterns.presence import TELLS_HOW
from importers.pdf.page import Word
from importers.text.layout import Line
from importers.text.passage import passage

_STANDING_IN = frozenset({Label.SERVING, Label.SUBSTITUTES})
_SERVED_BY = next(pattern for column, pattern in HEADS_OF_CROSSES if column is Column.SERVED_BY)
_BEFORE = frozenset({Column.TEXT, Column.PRESENT})


@dataclass(frozen=True, slots=True)
class _Pair:
    """A row: the member and who stands beside them. `there`: what a mark says of the member (`None`: there is none)."""

    line: int
    member: Entry
    beside: Entry | None
    there: bool | None
    party: str | None  # that heads the member's group


def read_standing_in(
    lines: Sequence[Line], first: int, spans: Sequence[Span], voted: Set[tuple[int, int]] = frozenset()
) -> Crosses | None:
    """The list that the line heads; nothing where it heads none, or where the substitutes are a list of their own. `voted`: rows,
    by page and number, in which the substitute did.
    """
    column = _column_beside(lines[first])
    if column is None:
        return None
    label, seat, edge = column
    marks = [head for head in heads_in(lines[first]) if head.column is Column.PRESENT and seat < head.x0 < edge]
    pairs, taken = _pairs(lines, first, edge, marks, spans)
    beside = [pair for pair in pairs if pair.beside]
    if not beside or any(pair.there for pair in beside):
        return None
    if marks and not any(pair.there for pair in pairs):
        return Crosses(beside=[passage([lines[pair.line]]) for pair in beside])
    all_voted = all((lines[pair.line].page, lines[pair.line].number) in voted for pair in beside)
    if not (all_voted or _by_row(pairs, marked=bool(marks))):
        unsure = [] if _leads(pairs[0]) or label is Label.SUBSTITUTES else beside
        return Crosses(beside=[passage([lines[pair.line]]) for pair in unsure]) if unsure else None
    found = Crosses(lines={first, *taken}, headings=[passage([lines[first]])])
    for pair in pairs:
        line = lines[pair.line]
        certain = (
            label is Label.SERVING or (line.page, line.number) in voted or (pair.beside and pair.beside.presence.for_)
        )
        partly = (
            pair.beside is not None and pair.beside.presence.items is not None
        )  # the member was there else, it may be
        if pair.beside and (partly or not certain):
            found.beside.append(passage([line]))
        else:
            found.rows += _rows(pair, line, edge, marked=bool(marks))
    return found


def _column_beside(line: Line) -> tuple[Label, float, float] | None:
    """The label of the column of substitutes beside that of the members, and where that one and its own start."""
    seats = [at for at, cell in enumerate(line.cells) if MEMBER_COLUMN.match(cell.text)]
    if not seats:
        return None
    before = line.cells[seats[0]]
    for printed in line.cells[seats[0] + 1 :]:
        cell = _without_heads(printed)
        label = label_of(cell.text)
        found = label[0] if label and not label[1]["value"] else None
        if SUBSTITUTE_OR_NOTE.match(cell.text):
            found = Label.SUBSTITUTES
        elif _SERVED_BY.match(cell.text):
            found = Label.SERVING
        if found in _STANDING_IN:
            after = [head for head in heads_in(line) if head.x0 > cell.x1]
            seat = line.cells[seats[0]].x0
            plain = all(head.column in (Column.TEXT, Column.ITEMS) for head in after)
            edge = cell.x0 - NEAR
            if cell is printed and PARTY_COLUMN.match(before.text):
                edge = min(edge, before.x1 + NEAR / 2)  # the heading may stand over the middle of its column
            return (found, seat, edge) if plain else None
        before = printed
    return None


def _without_heads(cell: Line) -> Line:
    """The heading of a column without those before it that may stand close: "Parti Närv. Ersättare"."""
    words = cell.words
    at = 0
    while at < len(words) - 1 and any(
        one.match(words[at].text) for column, one in HEADS_OF_CROSSES if column in _BEFORE
    ):
        at += 1
    return cell.part(list(words[at:])) if at else cell


def _pairs(
    lines: Sequence[Line], first: int, edge: float, marks: Sequence[Head], spans: Sequence[Span]
) -> tuple[list[_Pair], set[int]]:
    """The rows as far down as each names one member, and the numbers of their lines with those of the groups' headings."""
    pairs: list[_Pair] = []
    taken: set[int] = set()
    party: str | None = None
    for at in range(first + 1, len(lines)):
        line = lines[at]
        if line.text == lines[first].text:
            taken.add(at)
        elif group := heads_group(line.text, opens=True):
            party = group
            taken.add(at)
        else:
            pair = None if label_of(line.cells[0].text) else _pair(line, at, edge, marks, spans, party)
            if pair is None:
                break
            pairs.append(pair)
            taken.add(at)
    return pairs, taken


def _pair(
    line: Line, at: int, edge: float, marks: Sequence[Head], spans: Sequence[Span], party: str | None
) -> _Pair | None:
    there: bool | None = False if marks else None
    left: list[Word] = []
    for word in line.words:
        if word.x0 >= edge:
            continue
        marked = any(head.x0 - NEAR <= (word.x0 + word.x1) / 2 <= head.x1 + NEAR for head in marks)
        if marked and (CROSS.match(word.text) or CROSS_IN_WORDS.match(word.text)):
            there = True
        elif not (marked and (NO_CROSS.match(word.text) or NO_CROSS_IN_WORDS.match(word.text))):
            left.append(word)
    members = _named(line, left, spans)
    right = [word for word in line.words if word.x0 >= edge]
    beside = _named(line, right, spans)
    if right and not beside and TELLS_HOW.search(line.part(right).text):  # of the member: "§§ 20-23", "anländer § 22"
        members, right = _named(line, [*left, *right], spans), []
    if len(members) != 1 or len(beside) != (1 if right else 0):
        return None
    if AWAY.match(members[0].presence.note or ""):
        there = False
    return _Pair(at, members[0], beside[0] if beside else None, there, party)


def _named(line: Line, words: Sequence[Word], spans: Sequence[Span]) -> list[Entry]:
    if len(words) > 1 and SEAT_NUMBER.match(words[0].text):
        words = words[1:]
    return list(entries_of(passage([line.part(list(words))]), spans, serving=True)) if words else []


def _by_row(pairs: Sequence[_Pair], *, marked: bool) -> bool:
    """Whether each substitute stands beside the member whose seat they take: a mark says so, or the gaps in their column."""
    stand = [pair.beside is not None for pair in pairs]
    away = all(pair.there is False for pair in pairs if pair.beside)
    named = all(pair.beside.presence.for_ for pair in pairs if pair.beside)
    return (away and (marked or not all(stand))) or (sorted(stand, reverse=True) != stand and not named)


def _leads(pair: _Pair) -> bool:
    """Whether the first member is the chair, who is there as a rule."""
    return pair.member.presence.person.role is not None


def _rows(pair: _Pair, line: Line, edge: float, *, marked: bool) -> list[Row]:
    """The member, and whoever serves for them."""
    left = passage([line.part([word for word in line.words if word.x0 < edge]) if pair.beside else line])
    away = pair.beside is not None or pair.there is False
    member = Row(pair.member, left, Label.MEMBERS, pair.party, away, True, frozenset())
    if pair.beside is None:
        return [member]
    served = pair.member.presence.person
    presence = pair.beside.presence
    for_ = presence.for_ or Person(served.name, served.party or pair.party)
    serves = replace(pair.beside, presence=replace(presence, for_=for_))
    return [member, Row(serves, passage([line]), Label.SERVING, None, False, True, frozenset())]
