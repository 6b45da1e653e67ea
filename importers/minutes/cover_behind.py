"""The cover of minutes, or the list of those present that it asks for, behind the last §.

§ 75 Skolskjuts …
Närvarande vid sammanträdet
Ledamöter                                Tjänstgörande ersättare
Karin Fält (S), ordförande               Viktor Dal (C), för Lena Ström §§ 74–75
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from importers.bundle import Document, Role
from importers.doubts import DoubtCode
from importers.minutes.appendices import Appendix, section_of_appendix
from importers.minutes.cover import read_cover
from importers.minutes.cover_facts import Cover
from importers.patterns.cover import TIMES
from importers.patterns.cover_labels import WHERE_AND_WHEN, Label, label_of
from importers.patterns.dates import DATE, date_of
from importers.patterns.organs import CITED_BODY
from importers.patterns.people import PERSON
from importers.text.cleaning import fold
from importers.text.forms import Row, rows_of
from importers.text.layout import Line
from importers.text.passage import Passage

_LISTED = frozenset({Label.MEMBERS, Label.PRESENT})
# What stands beside members on a cover, and beside those who are elected in a § does not; "Revisorer" may.
_OF_COVER = frozenset({Label.SERVING, Label.ABSENT, Label.PLACE_AND_TIME})
_PRESENT_AND_OTHERS = frozenset({Label.PRESENT, Label.OTHERS})
_SEVERAL = 3  # named with a party
_HEAD = 6  # lines


def cover_behind(lines: Sequence[Line]) -> int:
    """Where the cover starts among the lines of the last §; their number where none does."""
    rows = rows_of(lines)
    opens = [at for at, row in enumerate(rows) if _is_label(row, _LISTED | {Label.PLACE_AND_TIME})]
    for at in opens:
        labels = {cell.label for row in rows[at:] for cell in row}
        named = sum(len(list(PERSON.finditer(line.text))) for line in lines[at:])
        of_cover = labels & _OF_COVER or labels >= _PRESENT_AND_OTHERS
        if labels & _LISTED and of_cover and named >= _SEVERAL:
            return at
    return len(lines)


def _is_label(row: Row, labels: frozenset[Label]) -> bool:
    return bool(row) and row[0].label in labels and not row[0].goes_on


def times_among(head: Sequence[Line]) -> list[Line]:
    """The lines of the document's head that say when they met as well: "Datum och tid: tisdag 11 mars 2025 kl. 08.30-11.45"."""
    return [
        line
        for line in head
        if (label := label_of(line.cells[0].text)) and label[0] in WHERE_AND_WHEN and TIMES.search(line.text)
    ]


def with_list_behind(
    front: Sequence[Line],
    appendices: Sequence[Appendix],
    numbers: Sequence[int],
    told: Sequence[Passage],
    document: Document,
) -> Cover:
    """The cover that the lines are; where it says that those present are listed elsewhere and lists nobody, with the one
    list of theirs that follows the §§, and names no other body or day: "Beslutande    Se bilaga", "Närvarolista".
    """
    cover = read_cover(front, numbers, told)
    listed = [one for one in appendices if section_of_appendix(one).role is Role.ATTENDANCE]
    lists = [one for one in listed if _of_this_meeting(one.lines, document)]
    elsewhere = any(one.code == DoubtCode.ATTENDANCE_ELSEWHERE for one in cover.doubts)
    if cover.members or not elsewhere or len(lists) != 1:
        return cover
    whole = read_cover((*front, *lists[0].lines), numbers, told)
    return whole if whole.members else cover


def _of_this_meeting(lines: Sequence[Line], document: Document) -> bool:
    """Whether nothing above the first who is listed names another body, or another day than that of the meeting."""
    heads = [line.text for line in takewhile(lambda line: not PERSON.search(line.text), lines[:_HEAD])]
    days = {date_of(match) for text in heads for match in DATE.finditer(text)}
    bodies = [_stem(match["organ"]) for text in heads for match in CITED_BODY.finditer(text)]
    body = _stem(document.body) if document.body else None
    of_body = body is None or all(one.endswith(body) or body.endswith(one) for one in bodies)
    return of_body and (document.date is None or not days or document.date in days)


def _stem(body: str) -> str:
    """The name of a body in lower case and without its article: "parknämnd", "arbetsutskott"."""
    return fold(body).removesuffix("en").removesuffix("et").removesuffix("n")
