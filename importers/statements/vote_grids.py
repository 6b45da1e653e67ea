"""Lists of votes with a column for each vote, or with letters or signs for the choice, whatever else the list tells.

Namn         Parti   Närv.   § 64          § 66                 Namn      Parti   Röst
                             Ja     Nej    Ja     Nej           Anna Ek   S       J
Anna Ek      S       X       X                    X             J = Ja, N = Nej
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from importers.bundle import Ballot, BallotChoice, Person
from importers.patterns.people import NO_PERSON
from importers.patterns.vote_grids import (
    EMPTY,
    LEGEND,
    LEGEND_ALONE,
    LETTERS,
    NAME_COLUMN,
    NAME_RUNS_ON,
    PARTS_LIST,
    SAYS_CHOICE,
    SIGN,
    TELLS_PRESENCE,
)
from importers.patterns.vote_tables import TOTALS, X_MARK
from importers.pdf.page import Word
from importers.statements.people import person
from importers.statements.vote_events import choice_of
from importers.statements.vote_grid_heads import Heading, VoteColumn, columns_of, groups_of, heading_of, heads_names
from importers.statements.vote_lists import party_over
from importers.statements.vote_rows import column_of, middle, who_of
from importers.text.layout import Line
from importers.text.passage import Passage, passage

_HEADING_LINES = 4
_ROWS = 2  # that are a list
_LEFT_OF = 8.0  # points
_SAME_EDGE = 6.0  # points
_ONE, _SEVERAL = 1, 2
_PLAIN = "j"  # without it no letter is known to be for a choice: "A" may be for "avslag"


@dataclass(slots=True)
class VoteGrid:
    """A list: its lines, what each of its columns says, the rows in which a substitute voted by page and number. `first`: where the columns of votes begin; `tells`: whether it says
    besides who was there or stood in for whom, `there` in a column of crosses.
    """

    lines: list[Line]
    columns: list[VoteColumn]
    stood_in: set[tuple[int, int]]
    first: float
    tells: bool
    there: bool
    crossed: bool = False  # whether its columns are headed by the choices


def grids_in(lines: Sequence[Line]) -> Iterator[VoteGrid]:
    """The lists among the lines."""
    at = 0
    heads = [heads_names(line) for line in lines]
    while at < len(lines):
        grid = grid_at(lines[at:]) if any(heads[at : at + _HEADING_LINES]) else None
        if grid:
            yield grid
        at += len(grid.lines) if grid else 1


def grid_at(lines: Sequence[Line]) -> VoteGrid | None:
    """The list that the lines open with: its heading, and two rows or more."""
    if not any(map(heads_names, lines[:_HEADING_LINES])):
        return None
    above = 1 if LEGEND_ALONE.match(lines[0].text) else 0
    heading = heading_of(lines[above:])
    if heading is None:
        return None
    start = above + heading.lines
    groups = groups_of(heading.choices)
    columns = columns_of(heading, groups)
    if not columns:
        return None
    rows = _Rows(heading, groups, columns, lines[above : above + heading.lines])
    end = start + rows.extent(lines[start:])
    below = 1 if end < len(lines) and LEGEND_ALONE.match(lines[end].text) else 0
    legend = _legend([*lines[:above], *lines[end : end + below]])
    if rows.take(lines[start:end], legend) < _ROWS:
        return None
    tells = any(TELLS_PRESENCE.match(word.text) for word in heading.others)
    there = any(word.text.lower().startswith("när") for word in heading.others)
    return VoteGrid(
        list(lines[: end + below]), columns, rows.stood_in, heading.first, tells, there, bool(heading.choices)
    )


@dataclass(slots=True)
class _Rows:
    """The rows of a list, read one by one."""

    heading: Heading
    groups: Sequence[Mapping[BallotChoice, Word]]
    columns: list[VoteColumn]
    headed: Sequence[Line]
    party: str | None = None
    taken: int = 0
    stood_in: set[tuple[int, int]] = field(default_factory=set)

    def extent(self, lines: Sequence[Line]) -> int:
        """How many lines there are until one that is neither a row nor parts or sums the list."""
        last = 0
        headed = {line.text for line in self.headed}
        for at, line in enumerate(lines):
            if self._marks(line) and self._left(line):
                last = at + 1
                continue
            goes_on = line.text in headed or TOTALS.match(line.text) or (at and self._runs_on(lines[at - 1], line))
            passes = (
                PARTS_LIST.match(line.text)
                or party_over(line)
                or (len(line.cells) > 1 and who_of(line.words, line))
                or who_of([word for word in self._left(line) if not _is_empty(word)] or line.words, line)
            )
            if not (goes_on or passes):
                break
            if goes_on:
                last = at + 1
        return last

    def take(self, lines: Sequence[Line], legend: Mapping[str, str]) -> int:
        """Gives each column what the rows say of it; how many rows there are."""
        headed = {line.text for line in self.headed}
        said = {word.text.lower() for line in lines for word in self._marks(line)}
        known = legend or (LETTERS if _PLAIN in said else {})
        for at, line in enumerate(lines):
            if line.text in headed or PARTS_LIST.match(line.text):
                continue
            if TOTALS.match(line.text):
                self._take_totals(line)
                continue
            if party := party_over(line):
                self.party = party
                continue
            marks = self._marks(line)
            if marks:
                beneath = lines[at + 1] if at + 1 < len(lines) and self._runs_on(line, lines[at + 1]) else None
                self._take_row(line, beneath, marks, known)
        return self.taken

    def _marks(self, line: Line) -> list[Word]:
        """The words of the row that stand in the columns of votes and may be how somebody voted."""
        within = [
            word for word in line.words if word.x1 > self.heading.first - _LEFT_OF / 2 and word.x0 >= self._edge()
        ]
        if self.heading.choices:
            ok = all(X_MARK.match(word.text) or SAYS_CHOICE.match(word.text) or word.text in EMPTY for word in within)
            return [word for word in within if word.text not in EMPTY] if ok else []
        return within if all(SAYS_CHOICE.match(word.text) or SIGN.match(word.text) for word in within) else []

    def _edge(self) -> float:
        """Left of where no word is of a vote."""
        behind = max((word.x1 for word in self.heading.others), default=0.0)
        return min(behind, self.heading.first - _LEFT_OF)

    def _left(self, line: Line) -> list[Word]:
        """The words of whoever's row it is: those left of the votes that mark nothing."""
        marks = self._marks(line)
        until = min((word.x0 for word in marks), default=self.heading.first - _LEFT_OF)
        return [word for word in line.words if word.x1 <= until and not X_MARK.match(word.text)]

    def _runs_on(self, above: Line, line: Line) -> bool:
        """Whether the line is what goes on of the name in the row above."""
        starts = [cell.x0 for cell in above.cells]
        return (
            len(line.cells) == 1
            and NAME_RUNS_ON.match(line.text) is not None
            and any(abs(line.x0 - x0) < _SAME_EDGE for x0 in starts[:2])
            and bool(self._marks(above))
            and not PARTS_LIST.match(line.text)
        )

    def _who(self, line: Line, beneath: Line | None) -> tuple[Person, Passage] | None:
        left = self._left(line)
        if beneath is not None and left:
            return self._who_wrapped(line, left, beneath)
        if beside := self._beside(left):
            cell = passage([line.part(beside)])  # who stands in for whoever was away
            self.stood_in.add((line.page, line.number))
            return who_of(beside, line) or ((person(cell.text, None), cell) if _is_name(cell.text) else None)
        left = [word for word in left if not (_is_empty(word) and word.x0 > self._party_edge())]
        left = _without_presence(left, self.heading.others)
        if not left:
            return None
        if who := who_of(left, line):
            return who
        cell = passage([line.part(left)])
        return (person(cell.text, self.party), cell) if self.party and _is_name(cell.text) else None

    def _beside(self, left: Sequence[Word]) -> list[Word]:
        """The words of the row in the column of the substitutes, which stands behind that of the members."""
        heads = self.heading.others
        edge = next((word.x0 for word in heads if word.text.lower().startswith(("ers", "tjänstgörande", "tjg"))), None)
        if edge is None or not any(word.x0 < edge and NAME_COLUMN.match(word.text) for word in heads):
            return []
        before = max((word for word in heads if word.x1 < edge), key=lambda word: word.x1, default=None)
        if before is not None and not NAME_COLUMN.match(before.text):
            edge = before.x1 + _LEFT_OF  # a heading may stand over the middle of its column
        within = [word for word in left if word.x0 > edge - _LEFT_OF]
        return within if len(within) > 1 and within[0].text[:1].isupper() and not _is_empty(within[0]) else []

    def _party_edge(self) -> float:
        """Where the column of parties ends: a dash in it says that there is none."""
        heads = [word for word in self.heading.others if word.text.lower().startswith("parti")]
        return max((word.x1 for word in heads), default=0.0)

    def _who_wrapped(self, line: Line, left: Sequence[Word], beneath: Line) -> tuple[Person, Passage] | None:
        """Whose row it is where the name goes on in the line beneath."""
        cells = line.part(list(left)).cells
        at = next((n for n, cell in enumerate(cells) if abs(cell.x0 - beneath.x0) < _SAME_EDGE), None)
        behind = [word for cell in cells[at + 1 :] for word in cell.words] if at is not None else []
        if at is None or len(behind) > _ONE:
            return None
        parts = [cells[at], beneath, *([line.part(behind)] if behind else [])]
        words = passage(parts)
        name = passage(parts[:2]).text
        party = behind[0].text.strip("()") if behind else self.party
        return (person(name, party), words) if _is_name(name) else None

    def _take_row(self, line: Line, beneath: Line | None, marks: Sequence[Word], legend: Mapping[str, str]) -> None:
        who = self._who(line, beneath)
        said = self._said(marks, legend) if who else None
        if who is None or said is None:
            for column in self.columns:
                column.odd.append(passage([line]))
            return
        one, words = who
        self.taken += 1
        for column, choice in zip(self.columns, said, strict=True):
            if choice is not None:
                column.ballots.append(Ballot(name=one.name, party=one.party, vote=choice, source=words.source()))

    def _said(self, marks: Sequence[Word], legend: Mapping[str, str]) -> list[BallotChoice | None] | None:
        """The choice of each column; `None` where a mark is unclear."""
        if self.heading.choices:
            return self._crossed(marks)
        said: list[BallotChoice | None] = [None] * len(self.columns)
        heads = {at: word for at, (word, _) in enumerate(self.heading.votes)}
        seen: set[int] = set()
        for place, word in enumerate(marks):
            at = place if len(marks) == len(heads) else (column_of(heads, word) if len(heads) > 1 else None)
            text = legend.get(word.text.lower()) or word.text
            known = SAYS_CHOICE.match(text)
            if at is None or at in seen or (known is None and text not in EMPTY):
                return None
            seen.add(at)
            said[at] = choice_of(known["choice"]) if known else None
        return said

    def _crossed(self, marks: Sequence[Word]) -> list[BallotChoice | None] | None:
        heads = {(at, choice): head for at, group in enumerate(self.groups) for choice, head in group.items()}
        said: list[BallotChoice | None] = [None] * len(self.columns)
        for word in marks:
            place = column_of(heads, word)
            if place is None or said[place[0]] is not None:
                return None
            printed = SAYS_CHOICE.match(word.text)
            if printed and choice_of(printed["choice"]) is not place[1]:
                return None
            said[place[0]] = place[1]
        return said

    def _take_totals(self, line: Line) -> None:
        heads = {(at, choice): head for at, group in enumerate(self.groups) for choice, head in group.items()}
        numbers = [word for word in line.words if word.text.isdigit() and len(word.text) <= 3 and heads]
        behind = [word for word in numbers if word.x1 > self.heading.first - _LEFT_OF]
        in_order = sorted(heads, key=lambda place: heads[place].x0)
        places = in_order if len(behind) == len(heads) else [column_of(heads, word) for word in behind]
        for place, word in zip(places, behind, strict=True):
            if place is not None:
                self.columns[place[0]].counts[place[1]] = int(word.text)


def _legend(lines: Sequence[Line]) -> dict[str, str]:
    """What the signs mean, as the lines tell."""
    return {match["sign"].lower(): match["choice"] for line in lines for match in LEGEND.finditer(line.text)}


def _is_empty(word: Word) -> bool:
    return word.text in EMPTY


def _is_name(text: str) -> bool:
    return " " in text and text[:1].isupper() and NO_PERSON.search(text) is None


def _without_presence(words: Sequence[Word], heads: Sequence[Word]) -> list[Word]:
    """The words without what says in a column of its own whether somebody was there: "Ja" under "Närvarande"."""
    own = [head for head in heads if head.text.lower().startswith("när")]
    return [
        word
        for word in words
        if not any(head.x0 - _LEFT_OF <= middle(word) <= head.x1 + _LEFT_OF for head in own)
        or not (SAYS_CHOICE.match(word.text) or X_MARK.match(word.text))
    ]
