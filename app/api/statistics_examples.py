"""An example of each kind of figure, of the built-in example's municipality; a test holds each to its shape."""

from __future__ import annotations

from app.api.examples import EXAMPLES, Example
from app.schemas.statistics import FIGURES

_CASE = EXAMPLES["CaseDetail"]
_PLACE: Example = _CASE["municipality"]
_BODY: Example = _CASE["items"][0]["body"]
_COUNCIL: Example = {"id": "h3w6q2n5z7vk4xcd", "name": "Kommunfullmäktige", "kind": "council"}


def _count(n: int, address: str) -> Example:
    return {"n": n, "list": f"/api/v1/{address}"}


_OF = f"body={_BODY['id']}&from=2025-01-01&to=2025-12-31"
_OF_COUNCIL = f"body={_COUNCIL['id']}&from=2025-01-01&to=2025-12-31"
_RAISED = f"municipality={_PLACE['id']}&raised_from=2025-01-01&raised_to=2025-12-31"
_OF_PERSON = f"person=a3z6n2q5x7vkh4wd&body={_BODY['id']}"
_HERE = f"municipality={_PLACE['id']}"

_ROWS: dict[str, Example] = {
    "coverage": {
        "municipality": _PLACE,
        "body": _BODY,
        "year": 2025,
        "meetings": _count(11, f"meetings?{_OF}"),
        "minutes": _count(10, f"documents?{_OF}&kind=protokoll"),
        "extracts": _count(1, f"documents?{_OF}&kind=protokollsutdrag"),
        "first_date": "2025-01-15",
        "last_date": "2025-12-03",
        "items": _count(214, f"items?{_OF}"),
        "first_number": 1,
        "last_number": 220,
        "gaps": [{"first": 98, "last": 102}, {"first": 201, "last": 201}],
        "missing": 6,
        "missing_by_cover": _count(1, f"findings?{_OF}&code=items_missing"),
        "without_outcome": _count(12, f"items?{_OF}&has_outcome=false"),
        "contested": _count(0, f"items?{_OF}&contested=true"),
        "findings": _count(9, f"findings?{_OF}"),
        "unread_lines": 31,
        "doubts": 4,
        "reader_versions": ["7"],
        "changed": "2026-11-23T08:15:00.000000Z",
    },
    "outcomes": {
        "municipality": _PLACE,
        "party": "C",
        "year": 2025,
        "outcome": "besvara",
        "motions": _count(3, f"motions?{_RAISED}&party=C&outcome=besvara"),
        "of": _count(5, f"motions?{_RAISED}&party=C"),
    },
    "durations": {
        "municipality": _PLACE,
        "year": 2025,
        "motions": _count(31, f"motions?{_RAISED}"),
        "decided": _count(24, f"motions?{_RAISED}&status=decided"),
        "with_days": 24,
        "least": 63,
        "lower_quartile": 170.5,
        "median": 238.0,
        "upper_quartile": 301.0,
        "most": 402,
    },
    "pairs": {
        "municipality": _PLACE,
        "kind": "reservations",
        "party": "M",
        "other": "KD",
        "items": _count(14, f"items?{_HERE}&parties_reserved=M%2CKD"),
        "together": _count(12, f"reservations?{_HERE}&parties=M%2CKD"),
        "of_party": _count(30, f"reservations?{_HERE}&party=M"),
        "of_other": _count(17, f"reservations?{_HERE}&party=KD"),
        "without_party": _count(2, f"reservations?{_HERE}&has_party=false"),
    },
    "reversals": {
        "municipality": _PLACE,
        "body": _COUNCIL,
        "year": 2025,
        "items": _count(201, f"items?{_OF_COUNCIL}"),
        "items_against_board": _count(2, f"items?{_OF_COUNCIL}&against_board=true"),
        "items_without_outcome": _count(15, f"items?{_OF_COUNCIL}&has_outcome=false"),
        "votes": _count(19, f"votes?{_OF_COUNCIL}"),
        "votes_against_board": _count(1, f"votes?{_OF_COUNCIL}&against_board=true"),
    },
    "activity": {
        "municipality": _PLACE,
        "person": {"id": "a3z6n2q5x7vkh4wd", "name": "Elsa Brandfors"},
        "body": _BODY,
        "yrkanden": _count(4, f"yrkanden?{_OF_PERSON}"),
        "reservations": _count(2, f"reservations?{_OF_PERSON}"),
        "statements": _count(0, f"statements?{_OF_PERSON}"),
        "votes": _count(1, f"votes?{_OF_PERSON}"),
    },
}

STATISTICS_EXAMPLES: dict[str, Example] = {
    FIGURES[name].__name__: {name: [row], "total": 1, "limit": 20, "offset": 0} for name, row in _ROWS.items()
}
