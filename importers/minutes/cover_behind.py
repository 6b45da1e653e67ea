"""The cover of minutes whose §§ come first: who was there, listed behind the last §.

§ 75 Skolskjuts …
Närvarande vid sammanträdet
Ledamöter                                Tjänstgörande ersättare
Karin Fält (S), ordförande               Viktor Dal (C), för Lena Ström §§ 74–75
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.patterns.cover_labels import Label
from importers.patterns.people import PERSON
from importers.text.forms import Row, rows_of
from importers.text.layout import Line

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
