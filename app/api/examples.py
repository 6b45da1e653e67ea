"""An example of every JSON answer, from the built-in example bundle; a test holds each to its shape."""

from __future__ import annotations

from typing import Any

Example = dict[str, Any]

_TITLE = "Svar på motion om skuggande träd på kommunens skolgårdar från Elsa Brandfors (C) med flera"
_DOCUMENT = "k7dq2m5x3nhv6a4p"
_ITEM = "w3rjc6y2l5t7zoxe"
_CASE_ID = "b4u7q2v5ks3mnd6a"
_SHA256 = "5d41402abc4b2a76b9719d911017c592" * 2

_MUNICIPALITY: Example = {"id": "x-alnsjo", "code": None, "name": "Alnsjö", "slug": "alnsjo"}
_BODY: Example = {"id": "o6h2c4wq7z5ytnlm", "name": "Kommunstyrelsen", "kind": "executive_board"}
_SOURCE: Example = {
    "kind": "read",
    "field": None,
    "document_id": _DOCUMENT,
    "file": _SHA256,
    "page": 1,
    "quote": "Kommunstyrelsen föreslår kommunfullmäktige besluta",
    "places": [{"page": 1, "line": 14, "bbox": [85.2, 239.4, 351.4, 247.6]}],
    "image": f"/api/v1/documents/{_DOCUMENT}/pages/1.webp?box=85.2,239.4,351.4,247.6&file={_SHA256}",
    "reader": "diarium",
    "reader_version": "1",
    "reviewed": False,
    "correction": None,
}
_PERSON: Example = {"name": "Elsa Brandfors", "party": "C", "title": None}
_CLAUSE: Example = {
    "id": "p5x3a7h2q4dk6ron",
    "number": "1",
    "text": "att motionen är besvarad.",
    "outcome": "besvara",
    "about": [],
    "sources": [_SOURCE],
}
_ITEM_REF: Example = {"id": _ITEM, "number": "201", "title": _TITLE}
_CASE: Example = {
    "id": _CASE_ID,
    "matter_id": "n5w2k7v4q3zxh6da",
    "number": "KS-2025-00042",
    "slug": "ks-2025-00042",
    "page": "/arenden/alnsjo/ks-2025-00042",
    "municipality": _MUNICIPALITY,
    "numbers": [
        {"id": _CASE_ID, "number": "KS-2025-00042", "slug": "ks-2025-00042", "lead": True},
        {"id": "y2n6e4m7c3vtq5zw", "number": "BUN-2025-00118", "slug": "bun-2025-00118", "lead": False},
    ],
    "title": _TITLE,
    "kind": "motion",
    "kind_evidence": "title",
    "kind_at": {
        "document_id": _DOCUMENT,
        "file": _SHA256,
        "page": 1,
        "quote": _TITLE,
        "places": [{"page": 1, "line": 6, "bbox": [85.2, 139.4, 451.4, 147.6]}],
    },
    "status": "awaiting",
    "outcome": None,
    "next": {"body": "Kommunfullmäktige", "kind": "council", "date": None},
    "first_date": "2025-01-27",
    "last_date": "2025-11-05",
    "version": "3b1f8e5c9d2a7064",
}
_STEP: Example = {
    "id": "d3q6z5w2n7kxh4va",
    "n": 8,
    "kind": "item",
    "state": "past",
    "date": "2025-11-05",
    "body": {"id": _BODY["id"], "name": "Kommunstyrelsen"},
    "mode": "proposes",
    "outcome": "besvara",
    "item": _ITEM_REF,
    "item_number": "201",
    "document": None,
    "document_kind": None,
    "document_number": None,
    "for_body": None,
    "sources": [_SOURCE],
    "follows": ["t5y2b7m4e6crq3lo"],
}
_POSITIONS: Example = {
    "items": [{"item_id": _ITEM, "body": _BODY, "date": "2025-11-05", "number": "201"}],
    "parties": [
        {
            "party": "C",
            "at": [
                {
                    "stances": [{"stance": "bifall", "target": "motionen", "yrkande_id": "m2c5v7x4a3hqn6dt"}],
                    "proposed": [],
                    "reserved": False,
                    "statement": True,
                    "abstained": False,
                    "inferred": True,
                }
            ],
        },
        {"party": "S", "at": [None]},
    ],
}
_DEADLINE: Example = {
    "raised": "2025-02-10",
    "basis": "stated",
    "others": [],
    "due": "2026-02-10",
    "state": "in_time",
    "today": "2025-11-06",
    "days": 269,
    "left": 96,
    "law": "KL 5:35",
}
_PATH: Example = {"case": _CASE, "steps": [_STEP], "positions": _POSITIONS, "deadline": _DEADLINE}
_FINDING: Example = {
    "id": "q4k6w2n7zxh5d3va",
    "code": "basis_missing",
    "severity": "error",
    "law": None,
    "params": {"text": "Tjänsteskrivelse daterad den 3 juni 2025"},
    "sentence": "Underlaget ”Tjänsteskrivelse daterad den 3 juni 2025” finns inte i registret.",
    "at": {
        "id": _ITEM,
        "entity": "item",
        "body": "Kommunstyrelsen",
        "date": "2025-11-05",
        "number": "201",
        "kind": None,
    },
    "sources": [_SOURCE],
}
_LEDGER: Example = {
    "items": [{"item_id": _ITEM, "body": _BODY, "date": "2025-11-05", "number": "201"}],
    "clauses": [
        {
            "id": "h3t6v2y7k4qmx5dn",
            "document_id": _DOCUMENT,
            "number": 1,
            "text": "att skuggande träd planteras på kommunens skolgårdar.",
            "outcome": None,
            "at": [
                {
                    "scope": "whole",
                    "outcome": "besvara",
                    "mode": "proposes",
                    "clause_id": _CLAUSE["id"],
                    "moved": [
                        {
                            "yrkande_id": "m2c5v7x4a3hqn6dt",
                            "stance": "bifall",
                            "target": "motionen",
                            "scope": "whole",
                            "movers": [_PERSON],
                            "parties": [],
                            "group": None,
                        }
                    ],
                }
            ],
        }
    ],
}
_WORDED: Example = {
    "step_id": _STEP["id"],
    "kind": "item",
    "body": _STEP["body"],
    "date": "2025-11-05",
    "item": _ITEM_REF,
    "document": None,
    "text": "att motionen är besvarad.",
    "compared": [
        {
            "step_id": _STEP["follows"][0],
            "runs": [
                {"change": "same", "text": "att motionen är"},
                {"change": "removed", "text": "avslagen."},
                {"change": "added", "text": "besvarad."},
            ],
        }
    ],
}
_MEETING_DAYS: Example = {
    "item_id": _ITEM,
    "body": "Kommunstyrelsen",
    "date": "2025-11-05",
    "number": "201",
    "verify_by": "2025-11-19",
    "verified": "2025-11-12",
    "post_by": "2025-11-14",
    "posted": "2025-11-13",
    "posted_until": "2025-12-05",
    "appeal_by": None,
}
_ITEM_WHOLE: Example = {
    "id": _ITEM,
    "body": _BODY,
    "date": "2025-11-05",
    "number": "201",
    "title": _TITLE,
    "title_printed": None,
    "outcome": "besvara",
    "summary": None,
    "contested": False,
    "documents": [_DOCUMENT],
    "case_numbers": ["KS-2025-00042"],
    "decisions": [
        {
            "id": "z6o3k5w7b2yth4nc",
            "mode": "proposes",
            "body": None,
            "to": "kommunfullmäktige",
            "via": [],
            "lead": "Kommunstyrelsen föreslår kommunfullmäktige besluta",
            "clauses": [_CLAUSE],
            "sources": [_SOURCE],
        }
    ],
    "listed": [],
    "yrkanden": [],
    "propositions": [],
    "votes": [],
    "reservations": [],
    "statements": [],
    "references": [],
    "sources": [_SOURCE],
}
_DOCUMENT_WHOLE: Example = {
    "id": _DOCUMENT,
    "kind": "protokollsutdrag",
    "title": None,
    "body": _BODY,
    "date": "2025-11-05",
    "document_number": None,
    "received": None,
    "addressed_to": None,
    "municipality": _MUNICIPALITY,
    "case_numbers": ["KS-2025-00042"],
    "signed_by": [],
    "handlaggare": [],
    "clauses": [],
    "references": [],
    "appearances": [
        {
            "file": {"sha256": _SHA256, "bytes": 48211, "complete": True, "unseen": []},
            "first_page": 1,
            "last_page": 3,
            "lead": True,
            "reader": "diarium",
            "reader_version": "1",
            "unread_lines": 0,
            "doubts": 0,
            "masked": None,
        }
    ],
    "items": [_ITEM_REF],
    "sources": [_SOURCE],
}
_RECEIPT: Example = {
    "id": "3f9c1e7a52d08b64c1aa",
    "name": "KS-2025-00042.pdf",
    "sha256": _SHA256,
    "state": "imported",
    "municipality": "Alnsjö",
    "documents": 5,
    "items": 3,
    "yrkanden": 4,
    "reservations": 3,
    "doubts": 0,
    "case_numbers": ["KS-2025-00042", "BUN-2025-00118"],
}

_IMPORT: Example = {
    "id": "3f9c1e7a52d08b64c1aa",
    "at": "2026-11-23T08:15:00.000000Z",
    "name": "KS-2025-00042.pdf",
    "sha256": _SHA256,
    "state": "imported",
    "receipt": _RECEIPT,
    "problem": None,
    "held": [],
}
_CHECKPOINT: Example = {
    "size": 512,
    "root": "5b" * 32,
    "at": "2025-11-05T02:00:00.000000Z",
    "key": "1f" * 32,
    "signature": "c4" * 64,
    "proof": ["9a" * 32],
}

EXAMPLES: dict[str, Example] = {
    "CaseDetail": {
        **_CASE,
        "deadline": _DEADLINE,
        "path": _PATH,
        "items": [_ITEM_WHOLE],
        "documents": [_DOCUMENT_WHOLE],
        "findings": [_FINDING],
        "ledger": _LEDGER,
        "wording": [_WORDED],
        "meeting_days": [_MEETING_DAYS],
    },
    "CaseChoices": {"number": "42/25", "cases": [_CASE]},
    "Path": _PATH,
    "Document": _DOCUMENT_WHOLE,
    "Import": _IMPORT,
    "ImportList": {"imports": [_IMPORT], "total": 1, "limit": 20, "offset": 0},
    "Checkpoint": _CHECKPOINT,
    "CheckpointList": {"checkpoints": [_CHECKPOINT], "total": 1},
    "ApiInfo": {
        "api_name": "Diarium",
        "api_version": "0.1.0",
        "api_released": "2026-11-23",
        "api_documentation": "https://example.se/api/v1/openapi.json",
        "api_status": "beta",
    },
}
