"""What a stamp says of a paper: when it was received, and the number that it got.

Älnsjö kommun
Inkom 2025-03-04
Dnr KS-2025-00042-3
"""

from __future__ import annotations

from collections.abc import Sequence

from importers.documents.head import Head
from importers.documents.named_towns import take_municipality
from importers.patterns.dates import DATE, first_date
from importers.patterns.numbers import DOCUMENT_NUMBER
from importers.text.layout import Line
from importers.text.passage import passage


def take_stamp(cells: Sequence[Line], head: Head) -> None:
    """When a paper was received, and the number that it got, from a stamp's lines."""
    words = passage(cells)
    match = DATE.search(words.text)
    if match and head.received is None:
        head.received, head.received_words = first_date(match.group()), words.group(match)
    number = DOCUMENT_NUMBER.search(words.text)
    if number and head.document_number is None:
        head.document_number = words.group(number, "number")
    for cell in cells:
        take_municipality(passage([cell]), head, says_whose=False)
