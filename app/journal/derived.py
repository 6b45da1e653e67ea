"""The rows that follow from an entry of the journal: written with it, and held against it by `check`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson

from app.register.keys import joining_keys
from app.register.municipalities import Municipality
from app.register.parts import Part
from app.register.values import File
from importers.bundle import Bundle

Row = dict[str, Any]


def canonical(value: Any) -> bytes:
    """The one way to write a value as JSON: UTF-8, keys sorted, no blanks."""
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def filing_row(seq: int, payload: dict[str, Any]) -> Row:
    return {
        "seq": seq,
        "sha256": payload["sha256"],
        "municipality": payload["municipality"]["id"],
        "bytes": payload["bytes"],
        "body": payload["body"],
    }


def key_row(seq: int, payload: dict[str, Any]) -> Row:
    return {"seq": seq, "municipality": payload["municipality"], "key": payload["key"]}


def arrival_row(seq: int, payload: dict[str, Any]) -> Row:
    return {"seq": seq, "municipality": payload["municipality"]["id"], "last": payload["last"]}


def reading_row(seq: int, payload: dict[str, Any], *, counts: bool, undone_by: int | None = None) -> Row:
    """`counts` and `undone_by` follow from the entries around it."""
    plain = payload["bundle"]
    return {
        "seq": seq,
        "filing_seq": payload["filing"],
        "reader": plain["reader"]["name"],
        "version": plain["reader"]["version"],
        "counts": counts,
        "file": canonical(plain["file"]).decode(),
        "unsure": canonical(_unsure(plain)).decode(),
        "undone_by": undone_by,
    }


def _unsure(plain: dict[str, Any]) -> dict[str, list[list[int]]]:
    """The pages of each line that no reader took, and of each doubt that tells of a place."""
    lines = [_pages([line["source"]]) for line in plain.get("unread", ())]
    doubts = [_pages(doubt.get("sources", ())) for doubt in plain.get("doubts", ())]
    return {"unread": [pages for pages in lines if pages], "doubts": [pages for pages in doubts if pages]}


def _pages(sources: Sequence[dict[str, Any]]) -> list[int]:
    return sorted({place["page"] for source in sources for place in source["places"]})


def release_row(seq: int, kind: str, payload: dict[str, Any]) -> Row:
    first, last = payload["pages"]
    public = kind == "release"
    return {"seq": seq, "filing_seq": payload["filing"], "first_page": first, "last_page": last, "public": public}


def act_row(seq: int, payload: dict[str, Any], undone_by: int | None = None) -> Row:
    return {"seq": seq, "kind": payload["act"], "said": canonical(payload).decode(), "undone_by": undone_by}


def act_key_rows(seq: int, payload: dict[str, Any]) -> list[Row]:
    return [{"key": key, "seq": seq} for key in dict.fromkeys(payload["keys"])]


def part_rows(seq: int, documents: Sequence[dict[str, Any]]) -> list[Row]:
    """A reading's documents, each followed by its §§."""
    rows: list[Row] = []
    for json in documents:
        of_n = len(rows)
        numbers = [item["number"] for item in json["items"]]
        cases = list(dict.fromkeys(number for item in json["items"] for number in item["case_numbers"]))
        without_items = {name: value for name, value in json.items() if name != "items"}
        head = {"document": without_items, "items": numbers, "item_cases": cases}
        rows.append(_part(seq, of_n, None, head))
        for item in json["items"]:
            rows.append(_part(seq, len(rows), of_n, item))
    return rows


def _part(seq: int, n: int, of_n: int | None, content: dict[str, Any]) -> Row:
    kind = "document" if of_n is None else "item"
    return {"reading_seq": seq, "n": n, "kind": kind, "of_n": of_n, "content": canonical(content).decode()}


def parts_of(filing: int, bundle: Bundle, place: Municipality) -> list[Part]:
    """A reading's documents and §§ as values, in the order of `part_rows`."""
    file = File(bundle.file.sha256, bundle.file.bytes, bundle.file.producer, (), complete=True)
    made: list[Part] = []
    for document in bundle.documents:
        numbers = tuple(item.number for item in document.items)
        cases = tuple(dict.fromkeys(number for item in document.items for number in item.case_numbers))
        for item in (None, *document.items):
            reader = (bundle.reader.name, bundle.reader.version)
            made.append(Part(filing, len(made), place, file, *reader, document, numbers, cases, item))
    return made


def part_key_rows(seq: int, parts: Sequence[Part]) -> list[Row]:
    """The keys that join each part to others."""
    return [{"key": key, "reading_seq": seq, "n": part.n} for part in parts for key in sorted(joining_keys(part))]
