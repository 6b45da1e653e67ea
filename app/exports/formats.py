"""The formats that a list can be had in beside JSON: what ends the address, and what says it in a header."""

from __future__ import annotations

from enum import StrEnum

from app.exports import atom, csv, ical, jsonl


class Format(StrEnum):
    CSV = "csv"
    JSONL = "jsonl"
    ATOM = "atom"
    ICS = "ics"


MEDIA_TYPES = {
    Format.CSV: csv.MEDIA_TYPE,
    Format.JSONL: jsonl.MEDIA_TYPE,
    Format.ATOM: atom.MEDIA_TYPE,
    Format.ICS: ical.MEDIA_TYPE,
}
# Those that hold every row whole.
OF_ROWS = (Format.CSV, Format.JSONL)
