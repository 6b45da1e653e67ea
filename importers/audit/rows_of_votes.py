"""Rows that say how somebody voted, in a list of any form, and that no vote has its ballots from."""

from __future__ import annotations

from collections.abc import Iterator

from importers.audit.claims import Claims
from importers.audit.signals import LinesByPlace
from importers.bundle import Document, DocumentKind, Doubt
from importers.doubts import DoubtCode, doubt
from importers.patterns.people import NAME_ALONE, NO_PERSON
from importers.patterns.signal import Fact
from importers.patterns.vote_grids import HEADS_LIST, SAYS_CHOICE, SIGN
from importers.patterns.vote_lists import CHOICE_BEFORE_NAME
from importers.patterns.vote_tables import CHOICE_CELL, COLUMNS_OF_VOTES, TOTALS, X_MARK
from importers.statements.vote_rows import who_of
from importers.text.layout import Line
from importers.text.passage import passage

_MINUTES = (DocumentKind.PROTOKOLL, DocumentKind.PROTOKOLLSUTDRAG)
_TOLD = frozenset({Fact.FIELD, Fact.DOUBT, Fact.STATEMENT})
_ROWS = 2  # that are a list
_APART = 2  # lines between two rows of one list
_REACH = 60  # lines beneath what heads a list


def rows_of_votes(document: Document, lines: LinesByPlace, about: str, claims: Claims) -> Iterator[Doubt]:
    """A doubt for each list of which two rows or more are in no vote's ballots, and nowhere doubted."""
    if document.kind not in _MINUTES:
        return
    first, last = document.pages
    printed = [lines[place] for place in sorted(place for place in lines if first <= place[0] <= last)]
    votes = [
        vote for item in document.items for vote in item.votes if vote.ballots
    ]  # one without may quote rows it has not read
    sources = (source for vote in votes for source in (vote.source, *(one.source for one in vote.ballots)))
    placed = {(place.page, place.line) for source in sources for place in source.places}
    left: list[Line] = []
    row, head = -_APART - 2, -_REACH - 1  # the last row, and the last line that heads columns
    looked_at = 0  # until where such were looked for
    for at, line in enumerate(printed):
        if not _may_say_how(line) or (line.page, line.number) in placed:  # as nearly all
            continue
        if claims.touch(passage([line]).printed, _TOLD):
            continue
        head = next((index for index in range(at, looked_at - 1, -1) if _heads(printed[index])), head)
        looked_at = at + 1
        if head != at and _says_how(line, under=at - head <= _REACH):
            if at - row > _APART + 1:
                yield from _told(left, about)
                left = []
            left.append(line)
            row = at
    yield from _told(left, about)


def _told(rows: list[Line], about: str) -> Iterator[Doubt]:
    if len(rows) >= _ROWS:
        words = passage(rows)
        yield doubt(DoubtCode.VOTE_LIST_UNPLACED, about=about, heading=rows[0].text, sources=[words.source()])


def _heads(line: Line) -> bool:
    """Whether the line heads columns of choices, in which a cross says how somebody voted."""
    return COLUMNS_OF_VOTES.search(line.text) is not None or HEADS_LIST.match(line.text) is not None


def _may_say_how(line: Line) -> bool:
    """Whether the line ends or begins as one does that says how somebody voted."""
    last = line.words[-1].text
    signed = len(line.cells) > 1 and (X_MARK.match(last) or SIGN.match(last)) is not None
    return signed or SAYS_CHOICE.match(last) is not None or CHOICE_BEFORE_NAME.match(line.text) is not None


def _says_how(line: Line, *, under: bool) -> bool:
    """Whether the line is somebody's name and how they voted; `under` what heads columns a sign is enough."""
    last = line.words[-1].text
    if len(line.words) < _ROWS or TOTALS.match(line.text):
        return False
    if SAYS_CHOICE.match(last):
        at = next(n for n, word in enumerate(line.words) if SAYS_CHOICE.match(word.text))
        return not CHOICE_CELL.match(line.words[0].text) and _names(line, at)
    if under and (X_MARK.match(last) or SIGN.match(last)) and len(line.cells) > 1:
        at = next(n for n, word in enumerate(line.words) if X_MARK.match(word.text) or word is line.words[-1])
        return _names(line, at)
    said = CHOICE_BEFORE_NAME.match(line.text)
    return said is not None and who_of(line.words[1:], line) is not None


def _names(line: Line, until: int) -> bool:
    """Whether the words before are somebody's name, with a party or without."""
    words = line.words[:until]
    if not words:
        return False
    text = passage([line.part(words)]).text.rstrip(" :–-")
    alone = NAME_ALONE.match(text) is not None and NO_PERSON.search(text) is None
    return alone or who_of(words, line) is not None
