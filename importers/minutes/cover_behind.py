"""The cover of minutes, or the list of those present that it asks for, behind the last §.

§ 75 Skolskjuts …
Närvarande vid sammanträdet
Ledamöter                                Tjänstgörande ersättare
Karin Fält (S), ordförande               Viktor Dal (C), för Lena Ström §§ 74–75
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.bundle import Role
from importers.doubts import DoubtCode
from importers.minutes.appendices import Appendix, section_of_appendix
from importers.minutes.cover import read_cover
from importers.minutes.cover_facts import Cover
from importers.patterns.cover_labels import Label
from importers.patterns.people import PERSON
from importers.text.forms import Row, rows_of
from importers.text.layout import Line
from importers.text.passage import Passage

_LISTED = frozenset({Label.MEMBERS, Label.PRESENT})
# What stands beside members on a cover, and beside those who are elected in a § does not; "Revisorer" may.
_OF_COVER = frozenset({Label.SERVING, Label.ABSENT, Label.PLACE_AND_TIME})
_PRESENT_AND_OTHERS = frozenset({Label.PRESENT, Label.OTHERS})
_SEVERAL = 3  # named with a party


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


def with_list_behind(
    front: Sequence[Line], appendices: Sequence[Appendix], numbers: Sequence[int], told: Sequence[Passage]
) -> Cover:
    """The cover that the lines are; where it says that those present are listed elsewhere and lists nobody, with the one
    list of theirs that follows the §§: "Beslutande    Se bilaga", "Närvarolista".
    """
    cover = read_cover(front, numbers, told)
    lists = [one for one in appendices if section_of_appendix(one).role is Role.ATTENDANCE]
    elsewhere = any(one.code == DoubtCode.ATTENDANCE_ELSEWHERE for one in cover.doubts)
    if cover.members or cover.chair or not elsewhere or len(lists) != 1:
        return cover
    whole = read_cover((*front, *lists[0].lines), numbers, told)
    return whole if whole.members else cover
