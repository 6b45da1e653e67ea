"""An example row of every list, from the built-in example bundle; a test holds each to its shape."""

from __future__ import annotations

from app.api import examples
from app.api.examples import EXAMPLES, Example
from app.api.statistics_examples import STATISTICS_EXAMPLES
from app.schemas.lists import LISTS, ROWS

_CASE = EXAMPLES["CaseDetail"]
_MUNICIPALITY: Example = _CASE["municipality"]
_ITEM: Example = _CASE["items"][0]
_DOCUMENT: Example = EXAMPLES["Document"]
_BODY: Example = _ITEM["body"]
_REF: Example = {key: _CASE[key] for key in ("id", "number", "title", "page")}
_SOURCE: Example = _ITEM["sources"][0]
_AT: Example = {key: _ITEM[key] for key in ("id", "number", "title", "date", "body")}
_BELONGING: Example = {"item": _AT, "municipality": _MUNICIPALITY, "cases": [_REF]}
_PERSON: Example = {"name": "Elsa Brandfors", "party": "C", "title": None}

_FACTS: dict[str, Example] = {
    "yrkanden": {
        "id": "m2c5v7x4a3hqn6dt",
        "movers": [_PERSON],
        "parties": [],
        "group": None,
        "m_fl": False,
        "stance": "bifall",
        "target": "motionen",
        "rank": None,
        "text": "Elsa Brandfors (C) yrkar bifall till motionen.",
    },
    "reservations": {
        "id": "f4n7q2v5x3kmz6wd",
        "people": [],
        "members": [_PERSON],
        "parties": ["C"],
        "group": "Närvarande ledamöter (C)",
        "in_favour_of": "bifall till motionen",
        "written": False,
        "text": "Närvarande ledamöter (C) reserverar sig till förmån för bifall till motionen.",
    },
    "statements": {
        "id": "v3k6w2z5n7xhq4da",
        "kind": "sarskilt_yttrande",
        "people": [],
        "parties": ["C"],
        "group": None,
        "attribution": "inferred",
        "inferred_from": "Vi i Centerpartiet",
        "text": "Vi i Centerpartiet hade gärna sett fler träd.",
    },
    "votes": {
        "id": "t5x2z7k4v3nwq6hd",
        "question": "bifall eller avslag",
        "yes_means": "bifall till förslaget att besvara motionen",
        "no_means": "bifall till motionen",
        "yes": 8,
        "no": 5,
        "abstain": 0,
        "absent": 0,
        "paired": None,
        "casting_vote": False,
        "result": "förslaget att besvara motionen",
        "ballots": [
            {"id": "v5t2c7y4m3kq6wxh", "name": "Elsa Brandfors", "party": "C", "vote": "no", "sources": [_SOURCE]}
        ],
    },
}

ROW_EXAMPLES: dict[str, Example] = {
    **{name: {**fact, **_BELONGING, "sources": [_SOURCE]} for name, fact in _FACTS.items()},
    "cases": {key: _CASE[key] for key in ROWS["cases"].model_fields},
    "documents": {**_DOCUMENT, "cases": [_REF]},
    "items": {**_ITEM, "municipality": _MUNICIPALITY, "cases": [_REF], "decided_together": []},
    "meetings": {
        "id": "e6v3x5q2n7zkw4hd",
        "municipality": _MUNICIPALITY,
        "body": _BODY,
        "date": "2025-11-05",
        "nth": 1,
        "items": [
            {
                "id": _ITEM["id"],
                "number": "201",
                "title": _ITEM["title"],
                "outcome": "besvara",
                "has_yrkande": True,
                "has_reservation": True,
                "has_vote": False,
            }
        ],
        "documents": [_DOCUMENT["id"]],
    },
    "presences": {
        "id": "n4x7q2v5z3kwh6md",
        "municipality": _MUNICIPALITY,
        "meeting": {"id": "e6v3x5q2n7zkw4hd", "date": "2025-11-05", "nth": 1, "body": _BODY},
        "person": _PERSON,
        "role": "member",
        "serving": True,
        "instead_of": None,
        "items": None,
        "note": None,
        "documents": [_DOCUMENT["id"]],
        "sources": [_SOURCE],
    },
    "motions": {
        "id": "c7q4n2x5v3zhk6wd",
        "municipality": _MUNICIPALITY,
        "title": "Motion om skuggande träd på kommunens skolgårdar",
        "subject": "skuggande träd på kommunens skolgårdar",
        "date": "2025-01-27",
        "movers": [_PERSON],
        "signed_by": [_PERSON],
        "document": "c7q4n2x5v3zhk6wd",
        "announced": None,
        "case": _REF,
        "standing": "unanswered",
        "ended": None,
        "council_minutes": ["2025-09-29", "2025-11-24"],
        "status": "awaiting",
        "outcome": None,
        "next": _CASE["next"],
        "deadline": _CASE["deadline"],
    },
    "people": {
        "id": "a3z6n2q5x7vkh4wd",
        "municipality": _MUNICIPALITY,
        "name": "Elsa Brandfors",
        "names": [{"name": "Elsa Brandfors", "party": "C", "first": "2025-01-27", "last": "2025-11-05"}],
        "parties": ["C"],
    },
    "parties": {"id": "x-alnsjo-C", "municipality": _MUNICIPALITY, "code": "C", "people": 4},
    "bodies": {
        **_BODY,
        "municipality": _MUNICIPALITY,
        "slug": "kommunstyrelsen",
        "parent": None,
        "name_from": None,
        "name_until": None,
        "became": [],
    },
    "municipalities": _MUNICIPALITY,
    "findings": {**_CASE["findings"][0], "cases": [_REF]},
    "changes": {
        "id": 17,
        "at": "2026-11-23T08:15:00.000000Z",
        "kind": "changed",
        "matter_id": _CASE["matter_id"],
        "version": _CASE["version"],
        "municipality": _MUNICIPALITY,
        "page": _CASE["page"],
        "case": _REF,
        "told": "Då tillkom Kommunstyrelsen § 201, 5 november 2025: föreslår besvarad.",
    },
    "corrections": {
        "id": "e5x7k2n4q6vhz3wd",
        "fact_id": "y2q7n5x3v6zhk4wd",
        "field": "stance",
        "replaced": "yrkar bifall",
        "at": _CASE["findings"][0]["at"],
        "correction": {
            "kind": "changed",
            "table": None,
            "replaced": "bifall",
            "new": "avslag",
            "by": "Anna Ek",
            "role": "registrator",
            "at": "2026-11-23T08:15:00.000000Z",
            "reason": "fel i protokollet",
        },
        "sentence": "Rättad, vad som yrkas: ”avslag”. Läst var ”bifall”.",
        "cases": [_REF],
    },
}


_RESERVATION = ROW_EXAMPLES["reservations"]
_HITS: Example = {
    "hits": [
        {
            "id": _RESERVATION["id"],
            "kind": "reservation",
            "title": [{"text": _ITEM["title"], "found": False}],
            "text": [
                {"text": "Närvarande ledamöter (C) ", "found": False},
                {"text": "reserverar", "found": True},
                {"text": " sig till förmån för bifall till motionen.", "found": False},
            ],
            "municipality": _MUNICIPALITY,
            "body": _BODY,
            "date": "2025-11-05",
            "outcome": "besvara",
            "parties": ["C"],
            "item": _AT,
            "cases": [_REF],
            "document_kind": None,
            "source": _SOURCE,
            "page": _CASE["page"],
        }
    ],
    "total": 1,
    "total_is_at_least": False,
    "facets": {
        "municipality": [{"value": "alnsjo", "name": "Alnsjö", "count": 1}],
        "body": [{"value": _BODY["id"], "name": _BODY["name"], "count": 1}],
        "kind": [{"value": "reservation", "name": "reservation", "count": 1}],
        "year": [{"value": "2025", "name": "2025", "count": 1}],
        "party": [{"value": "C", "name": "C", "count": 1}],
        "outcome": [{"value": "besvara", "name": "besvara", "count": 1}],
        "status": [],
    },
    "sought": ["reserverar"],
    "left_out": [],
    "unread": "",
    "suggestion": None,
    "limit": 20,
    "offset": 0,
    "next_cursor": None,
}


def all_examples() -> dict[str, Example]:
    """Every example by the name of its shape."""
    lists: dict[str, Example] = {
        LISTS[name].__name__: {
            name: [row],
            "total": 1,
            "total_is_at_least": False,
            "limit": 20,
            "offset": 0,
            "next_cursor": None,
            "left_out": [],
            "unread": "",
        }
        for name, row in ROW_EXAMPLES.items()
    }
    lists["ChangeList"] |= {"generation": "9f1c3b7a52d08e64"}
    rows = {ROWS[name].__name__: row for name, row in ROW_EXAMPLES.items()}
    return {**examples.EXAMPLES, **rows, **lists, **STATISTICS_EXAMPLES, "HitList": _HITS}
