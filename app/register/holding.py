"""Why a document is held back from the public until a person has looked at it.

A personnummer on a page, or in a note or a field on it, holds what stands on that page; one in what no page shows holds
the whole file. What a box covers holds its page: somebody meant it not to be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from app.register.masking import Mask, uncovered
from importers.bundle import Bundle, Document, Doubt
from importers.doubts import DoubtCode
from importers.patterns.identity import identity_numbers

CLAIMED = "claimed"  # handed in with a key that has no say over it
OF_ANOTHER = "of_another"  # filed for one municipality, and names another
BY_DEFAULT = "by_default"  # its body's papers wait for a person
MASKED = "masked"  # what held it is masked, and nobody has released it since
READ_ANEW = "read_anew"  # a new reading took it back, and the reading that counts gives no cause
SLIGHT = frozenset({BY_DEFAULT, MASKED, READ_ANEW})  # nothing in it has to be looked at first
_OF_A_PAGE = frozenset(
    {
        DoubtCode.TEXT_HIDDEN,
        DoubtCode.TEXT_OUTSIDE_PAGE,
        DoubtCode.IDENTITY_NUMBER,
        DoubtCode.IDENTITY_NUMBER_BESIDE,
    }
)
_OF_THE_FILE = frozenset({DoubtCode.IDENTITY_NUMBER_WITHIN})
HOLDING = _OF_A_PAGE | _OF_THE_FILE


class Hold(NamedTuple):
    """A reason: the code of a doubt of the reader's, or one of ours, with what its sentence needs. Never the number itself."""

    code: str
    params: Mapping[str, Any]


def holds(bundle: Bundle, plain: Sequence[Mapping[str, Any]]) -> list[tuple[Hold, ...]]:
    """For each document of the bundle, what holds it; `plain` is the documents as JSON values."""
    return [tuple(_of_document(document, json, bundle)) for document, json in zip(bundle.documents, plain, strict=True)]


def holds_left(found: Sequence[Hold], plain: Mapping[str, Any], unread: Sequence[Any], mask: Mask) -> tuple[Hold, ...]:
    """What still holds a document of a masked file; `plain` is the document, and `unread` the file's unread lines, as JSON
    values. Numbers hold it no more where all of a page lie in boxes, and nothing that is left of the document says any."""
    number = DoubtCode.IDENTITY_NUMBER.value
    left = tuple(hold for hold in found if hold.code != number or hold.params.get("page") not in mask.clear)
    if len(left) == len(found):
        return left
    kept = [uncovered({**plain, "items": []}, mask), *(uncovered(item, mask) for item in plain["items"])]
    kept += [line for line in unread if not mask.hides(line)]
    return tuple(found) if identity_numbers(orjson.dumps(kept).decode()) else left or (Hold(MASKED, {}),)


def _of_document(document: Document, plain: Mapping[str, Any], bundle: Bundle) -> Iterable[Hold]:
    """The doubts that touch its pages; and a number that only its text as read shows whole, such as one broken by a line's
    end."""
    first, last = document.pages
    found = [Hold(doubt.code, doubt.params) for doubt in bundle.doubts if _touches(doubt, first, last)]
    if not any(hold.code == DoubtCode.IDENTITY_NUMBER for hold in found):
        unread = (
            line.text for line in bundle.unread if any(first <= place.page <= last for place in line.source.places)
        )
        if any(identity_numbers(text) for text in (orjson.dumps(plain).decode(), *unread)):
            found.append(Hold(DoubtCode.IDENTITY_NUMBER.value, {"page": first if first == last else f"{first}–{last}"}))
    return found


def _touches(doubt: Doubt, first: int, last: int) -> bool:
    if doubt.code in _OF_THE_FILE:
        return True
    page = doubt.params.get("page")
    return doubt.code in _OF_A_PAGE and isinstance(page, int) and first <= page <= last
