"""The data package: a zip of every list with its description, the meaning of each field, and checksums."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app import __version__
from app.api.resources import RESOURCES
from app.bulk.dictionary import all_fields, fields_of
from app.bulk.lists import WHOLE, write_lists
from app.bulk.state import State, state_of
from app.language.i18n import SOURCE, speaking
from app.models.register import changes, municipalities
from app.queries.listing import Kind
from app.today import today

LICENSE = {
    "name": "CC0-1.0",
    "path": "https://creativecommons.org/publicdomain/zero/1.0/",
    "title": "CC0 1.0 (uppgifterna; the facts)",
}
DOCUMENTS = (
    "Handlingarna själva är sina myndigheters egna; på vilka villkor de får användas vidare är inte angivet. "
    "The documents themselves are their authorities' own; on what terms they may be used again is not stated."
)
_MEDIA_TYPES = {"csv": "text/csv", "jsonl": "application/x-ndjson", "parquet": "application/vnd.apache.parquet"}
_PIECE = 1 << 20


def write_package(session: Session, path: Path, *, since: int | None = None, parquet: bool = False) -> State:
    """Write the zip, whole or with what changed after the public change `since`; says of which state it is.

    Raises `WrongUse` where Parquet is wanted and cannot be had.
    """
    state = state_of(session)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".bulk-") as made, speaking(SOURCE):
        folder = Path(made)
        data = folder / "data"
        data.mkdir()
        counted = write_lists(session, data, _filters(session, since), parquet=parquet)
        if since is not None:
            _write_tombstones(session, folder, since)
        (folder / "dictionary.csv").write_text(_dictionary(), "utf-8")
        (folder / "README.md").write_text(_readme(since), "utf-8")
        described = _described(session, folder, counted, state, since)
        (folder / "datapackage.json").write_bytes(orjson.dumps(described, option=orjson.OPT_INDENT_2))
        sums = "".join(f"{_sha256(one)}  {one.relative_to(folder)}\n" for one in _files(folder))
        (folder / "SHA256SUMS").write_text(sums, "utf-8")
        _zip(folder, path, today())
    return state


def about(session: Session) -> dict[str, str]:
    """What the database file says of itself."""
    state = state_of(session)
    return {
        "title": "Diarium",
        "version": __version__,
        "license": LICENSE["path"],
        "documents": DOCUMENTS,
        "generation": state.generation,
        "change": str(state.change),
        "changed": state.changed or "",
        "day": today().isoformat(),
    }


def _filters(session: Session, since: int | None) -> dict[str, dict[str, Any]]:
    """By list, what narrows it to what may have changed after that change."""
    if since is None:
        return {}
    at = session.execute(sa.select(sa.func.min(changes.c.at)).where(changes.c.n > since)).scalar()
    instant = dt.datetime.fromisoformat(at) if at else dt.datetime.max.replace(tzinfo=dt.UTC)
    narrowed: dict[str, dict[str, Any]] = {
        one.name: {"updated_since": instant}
        for one in RESOURCES
        if one.name not in WHOLE and "updated_since" in one.listing.filters
    }
    assert RESOURCES[0].listing.filters["updated_since"].kind is Kind.INSTANT
    return narrowed | {"changes": {"since": since}}


def _write_tombstones(session: Session, folder: Path, since: int) -> None:
    """The matters that changed after that: everything of theirs is to be taken away before what is here is put in its place."""
    query = sa.select(changes.c.matter_id, sa.func.max(changes.c.n)).where(changes.c.n > since)
    last = session.execute(query.group_by(changes.c.matter_id)).all()
    kinds = dict(session.execute(sa.select(changes.c.n, changes.c.kind).where(changes.c.n > since)).all())
    lines = [
        orjson.dumps({"matter_id": matter, "change": n, "gone": kinds[n] == "gone"}, option=orjson.OPT_APPEND_NEWLINE)
        for matter, n in sorted(last, key=lambda row: row[1])
    ]
    (folder / "data" / "tombstones.jsonl").write_bytes(b"".join(lines))


def _described(
    session: Session, folder: Path, counted: Mapping[str, int], state: State, since: int | None
) -> dict[str, Any]:
    """`datapackage.json`, as Frictionless has it."""
    places = session.execute(sa.select(municipalities.c.name).order_by(municipalities.c.name)).scalars().all()
    return {
        "profile": "data-package",
        "name": "diarium" if since is None else "diarium-changes",
        "title": "Diarium: ärenden, paragrafer, yrkanden, reservationer och voteringar",
        "description": DOCUMENTS,
        "version": __version__,
        "created": state.changed or f"{today().isoformat()}T00:00:00Z",
        "licenses": [LICENSE],
        "sources": [{"title": f"Protokoll och handlingar, {name}"} for name in places],
        "diarium": {
            "generation": state.generation,
            "change": state.change,
            "since": since,
            "day": today().isoformat(),
            "rows": dict(counted),
        },
        "resources": [_resource(folder, path, counted) for path in _files(folder)],
    }


def _resource(folder: Path, path: Path, counted: Mapping[str, int]) -> dict[str, Any]:
    suffix, name = path.suffix.removeprefix("."), path.stem
    described: dict[str, Any] = {
        "name": (name if suffix == "csv" else f"{name}-{suffix}").lower(),
        "path": str(path.relative_to(folder)),
        "format": suffix,
        "mediatype": _MEDIA_TYPES.get(suffix, "text/markdown"),
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_sha256(path)}",
    }
    if suffix != "csv" or name not in counted:
        return described | {"type": "file"}
    fields = [
        {
            "name": field.name,
            "type": field.type,
            **({"format": "any"} if field.type == "datetime" else {}),
            "title": field.swedish,
            "description": f"{field.english}. {field.detail}".strip(),
        }
        for field in fields_of(name)
    ]
    schema = {"fields": fields, "primaryKey": ["id"], "missingValues": [""]}
    return described | {"type": "table", "profile": "tabular-data-resource", "schema": schema}


def _dictionary() -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["resource", "field", "type", "swedish", "english", "detail"])
    for field in all_fields():
        writer.writerow([field.resource, field.name, field.type, field.swedish, field.english, field.detail])
    return text.getvalue()


def _readme(since: int | None) -> str:
    swedish, english = _CHANGES if since is not None else _WHOLE
    return (
        f"# Diarium\n\n{swedish}\n\n`datapackage.json` beskriver filerna (Frictionless), `dictionary.csv` varje fält, "
        f"`SHA256SUMS` deras kontrollsummor. Tabellerna (CSV) saknar källorna; i JSON Lines har varje uppgift sin fil, sida, "
        f"ruta och ordalydelse.\n\n{english}\n\n`datapackage.json` describes the files (Frictionless), `dictionary.csv` each "
        f"field, `SHA256SUMS` their checksums. The tables (CSV) are without sources; in JSON Lines every fact has its file, "
        f"page, box and words.\n\n{_BEGINNING}\n{DOCUMENTS}\n"
    )


# Which columns of which lists meet, for what is asked first.
_BEGINNING = """Att börja med. Flera värden i en kolumn skiljs med `; `.

- Vad som hör till ett ärende: `cases.id` i varje lista är `id` i `cases`; en motions är `case.id`. Ett partis motioner där någon
  reserverade sig: de rader i `motions` vars `case.id` står i `cases.id` i `reservations`.
- Där fullmäktige gick emot styrelsen: raderna i `findings` med `code` `council_against_board`; `at.id` är paragrafen, `item.id` i `votes`.
- Vilka som var på ett sammanträde: `presences`, efter `meeting.body.name` och `meeting.date`.
- Vilka paragrafer som saknas: luckor i `number` i `items`, efter `body.id` och år.
- Vad som är nytt: `changes`, efter `at`; `matter_id` är den i `cases`. Motioner vars år är slut: `deadline.state` är `over_a_year`.

To begin with. Several values in a column are parted by `; `.

- What belongs to a matter: `cases.id` of every list is `id` of `cases`; a motion's is `case.id`. A party's motions where somebody
  reserved themselves: the rows of `motions` whose `case.id` is among `cases.id` of `reservations`.
- Where the council went against the board: the rows of `findings` whose `code` is `council_against_board`; `at.id` is the §, `item.id` of `votes`.
- Who was at a meeting: `presences`, by `meeting.body.name` and `meeting.date`.
- Which §§ are missing: gaps in `number` of `items`, by `body.id` and year.
- What is new: `changes`, by `at`; `matter_id` is that of `cases`. Motions whose year is over: `deadline.state` is `over_a_year`.
"""

_WHOLE = ("Allt som är offentligt i registret.", "Everything that is public in the register.")
_CHANGES = (
    "Det som kan ha ändrats efter ändringen `since`. Ta först bort allt som hör till ärendena i `data/tombstones.jsonl`, och "
    f"allt som inte hör till något ärende; ersätt {', '.join(WHOLE)} helt; lägg sedan till resten. Är `generation` en annan än "
    "din, hämta allt på nytt.",
    "What may have changed after the change `since`. First take away whatever belongs to the matters in "
    f"`data/tombstones.jsonl`, and whatever belongs to none; replace {', '.join(WHOLE)} whole; then add the rest. Where "
    "`generation` is another than yours, take everything anew.",
)


def _files(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.is_file())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _zip(folder: Path, path: Path, day: dt.date) -> None:
    """The same files give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for one in _files(folder):
            entry = zipfile.ZipInfo(str(one.relative_to(folder)), (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with packed.open(entry, "w", force_zip64=True) as into:
                for piece in _pieces(one):
                    into.write(piece)
