"""The data package, its dictionary and the database file: the API's rows, in forms that others' programmes accept."""

from __future__ import annotations

import asyncio
import csv
import hashlib
import json
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import sqlalchemy as sa
from pyarrow import parquet
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine
from starlette.testclient import TestClient

from app import acts
from app.acts.acting import Actor
from app.api.resources import RESOURCES
from app.bulk import keeping
from app.bulk.database import write_database
from app.bulk.dictionary import all_fields
from app.bulk.keeping import Making, keep, sweep_until
from app.bulk.lists import WHOLE
from app.bulk.package import about, write_package
from app.commands.installation import installation
from app.db import Stores, reading
from app.installation.opening import public_reader
from app.language.codes import outcome_word
from app.main import create_app
from app.models.register import documents
from app.settings import Settings
from importers.bundle import Outcome
from tests.app.api.test_lists import told
from tests.app.filing import file

Row = dict[str, Any]
VIEWS = {
    "presences": "presences",
    **{name: f"{name}_in_words" for name in ("motions", "reservations", "statements", "votes", "yrkanden")},
}


@pytest.fixture(scope="session")
def public(holding_example: Settings) -> Iterator[Engine]:
    engine = public_reader(holding_example)
    yield engine
    engine.dispose()


def lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def unpacked(package: Path) -> Path:
    folder = package.with_suffix("")
    with zipfile.ZipFile(package) as packed:
        packed.extractall(folder)
    return folder


@pytest.mark.filterwarnings("default")  # of the library's own
def test_the_package_holds_the_lists_and_is_what_it_says(client: TestClient, public: Engine, tmp_path: Path) -> None:
    import frictionless  # noqa: PLC0415 - it takes a second, which only this test has use for

    with reading(public) as session:
        write_package(session, tmp_path / "all.zip", parquet=True)
        write_package(session, tmp_path / "again.zip", parquet=True)
    assert (tmp_path / "all.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()
    folder = unpacked(tmp_path / "all.zip")
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "fieldName", "note"])
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    described = json.loads((folder / "datapackage.json").read_text())
    assert described["licenses"][0]["name"] == "CC0-1.0" and "inte angivet" in described["description"]
    for resource in RESOURCES:
        more = {"include": "sources"} if resource.listing.includes else {}
        address = f"/api/v1/{resource.name}"
        listed = client.get(address, params={"limit": "500", "sort": "id", **more}).json()[resource.name]
        data = folder / "data" / resource.name
        assert lines(data.with_suffix(".jsonl")) == listed
        assert described["diarium"]["rows"][resource.name] == len(listed)
        with data.with_suffix(".csv").open(newline="", encoding="utf-8") as table:
            rows = list(csv.DictReader(table))
        assert [row["id"] for row in rows] == [str(row["id"]) for row in listed]
        columns = parquet.read_table(data.with_suffix(".parquet"))
        assert [str(one) for one in columns["id"].to_pylist()] == [row["id"] for row in rows]
        assert columns.column_names == client.get(f"{address}.csv").text.splitlines()[0].split(",")


def test_every_field_has_a_meaning_in_both_languages() -> None:
    fields = list(all_fields())
    assert {field.resource for field in fields} == {resource.name for resource in RESOURCES}
    meanings = {field.swedish: field.english for field in fields}
    alike = {swedish for swedish, english in meanings.items() if swedish == english}
    assert alike == set()
    assert {field.type for field in fields} == {"string", "integer", "boolean", "date", "datetime"}
    said = {(field.resource, field.name): field.swedish.rpartition(": ")[2] for field in fields}
    assert said["cases", "kind_at.page"] == "sidans nummer i handlingen" and said["cases", "title"] == "rubrik"
    assert said["motions", "movers.title"] == "titeln som trycks vid namnet"
    assert said["documents", "references.role"] == "varför det nämns" and said["presences", "role"] == "i vilken roll"


@pytest.mark.filterwarnings("default")  # of the library's own
def test_the_database_opens_in_datasette_and_answers_who_reserved_themselves(
    client: TestClient, public: Engine, tmp_path: Path
) -> None:
    from datasette.app import Datasette  # noqa: PLC0415 - it takes a second, which only this test has use for

    path = tmp_path / "diarium.db"
    with reading(public) as session:
        write_database(session, path, about(session))
    asked = """SELECT reservations.id, items.number, bodies.name AS body, reservations.parties FROM reservations
        JOIN items ON items.id = reservations.item_id JOIN bodies ON bodies.id = items.body_id
        WHERE EXISTS (SELECT 1 FROM fact_names WHERE fact_id = reservations.id AND party = 'C')
        OR EXISTS (SELECT 1 FROM json_each(reservations.parties) WHERE value = 'C')"""

    async def ask(address: str, **params: str) -> Any:
        answer = await Datasette([str(path)]).client.get(address, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    found = asyncio.run(ask("/diarium.json", sql=asked, _shape="array"))
    listed = client.get("/api/v1/reservations?party=C&limit=500").json()["reservations"]
    assert {(row["id"], row["number"], row["body"]) for row in found} == {
        (row["id"], row["item"]["number"], row["item"]["body"]["name"]) for row in listed
    }
    assert found
    tables = {table["name"] for table in asyncio.run(ask("/diarium.json"))["tables"]}
    assert {"items", "votes", "about"} <= tables
    assert not tables & {
        "search_entries",
        "supports",
        "sums",
        "register_meta",
        "hints",
        "targets",
        "past_items",
        "withdrawn",
    }
    with closing(sqlite.connect(str(path))) as opened:
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []

    # what a newcomer asks first, of the views that read as the lists do
    def rows(sql: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = asyncio.run(ask("/diarium.json", sql=sql, _shape="array"))
        return found

    def api(address: str) -> list[dict[str, Any]]:
        answer = client.get(f"/api/v1/{address}limit=500").json()
        return next(value for value in answer.values() if isinstance(value, list))

    became = rows("SELECT case_number, title, outcome, standing FROM motions_in_words")
    assert became and {(row["case_number"], row["title"], row["outcome"]) for row in became} == {
        (row["case"]["number"], row["title"], row["outcome"] and outcome_word(row["outcome"]))
        for row in api("motions?")
    }
    decided = rows("SELECT id, body, date, case_numbers, does, outcome FROM items_in_words WHERE outcome IS NOT NULL")
    assert {(row["id"], row["body"], row["date"]) for row in decided} == {
        (row["id"], row["body"]["name"], row["date"]) for row in api("items?has_outcome=true&")
    }
    assert {row["does"] for row in decided} <= {"beslutar", "föreslår"}
    counted = {name: rows(f"SELECT count(*) AS n FROM {view}")[0]["n"] for name, view in VIEWS.items()}
    assert counted == {name: len(api(f"{name}?")) for name in VIEWS}


def test_what_anybody_can_fetch_is_made_once_for_each_state(client: TestClient, holding_example: Settings) -> None:
    first = client.get("/data/diarium.zip")
    assert (first.status_code, first.headers["content-type"]) == (200, "application/zip")
    assert client.get("/data/diarium.zip", headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    database = client.get("/data/diarium.db")
    assert database.content.startswith(b"SQLite format 3")
    kept = sorted((holding_example.data_dir / "bulk").iterdir())
    assert [path.suffix for path in kept] == [".db", ".zip"]
    assert kept[1].read_bytes() == first.content == client.get("/data/diarium.zip").content
    assert "/data/diarium.zip" in client.get("/data").text


def replaced(old: Path, new: Path) -> dict[str, dict[str, Row]]:
    """The lists of a package with what a later one of changes says put in its place, as its README tells."""
    gone = {row["matter_id"] for row in lines(new / "data" / "tombstones.jsonl")}
    cases = {row["id"] for row in lines(old / "data" / "cases.jsonl") if row["matter_id"] in gone}
    made: dict[str, dict[str, Row]] = {}
    for resource in RESOURCES:
        before = lines(old / "data" / f"{resource.name}.jsonl")
        if resource.name in WHOLE:
            before = []
        elif resource.name == "cases":
            before = [row for row in before if row["matter_id"] not in gone]
        elif resource.name == "motions":
            before = [row for row in before if row["case"] and row["case"]["id"] not in cases]
        elif resource.name != "changes":
            before = [row for row in before if row["cases"] and not {case["id"] for case in row["cases"]} & cases]
        made[resource.name] = {row["id"]: row for row in (*before, *lines(new / "data" / f"{resource.name}.jsonl"))}
    return made


def test_what_changed_put_in_place_of_what_was_gives_what_is(stores: Stores, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        file(stores, told(number, reserved=True))
    with reading(stores.public) as session:
        state = write_package(session, tmp_path / "old.zip")
        document = next(
            row for row in session.execute(sa.select(documents.c.id, documents.c.kind)) if row.kind != "motion"
        )
    acts.release(stores, document.id, Actor("anna", "prov"), public=False)
    file(stores, told(4, council=True, outcome=Outcome.AVSLAG))
    with reading(stores.public) as session:
        write_package(session, tmp_path / "new.zip", since=state.change)
        write_package(session, tmp_path / "now.zip")
    old, new, now = (unpacked(tmp_path / f"{name}.zip") for name in ("old", "new", "now"))
    assert len(lines(new / "data" / "items.jsonl")) < len(lines(now / "data" / "items.jsonl"))
    for name, rows in replaced(old, new).items():
        whole = {row["id"]: row for row in lines(now / "data" / f"{name}.jsonl")}
        if name == "changes":  # where a matter is now, each says as of its own package
            assert list(rows) == list(whole)
        else:
            assert rows == whole, name


def test_what_is_withdrawn_leaves_the_files_that_are_kept(stores: Stores, using: Settings) -> None:
    file(stores, told(1))
    folder = using.data_dir / "bulk"
    keep(stores.public, using.data_dir)
    assert len(list(folder.iterdir())) == 2
    stop = Event()
    stop.set()
    sweep_until(stop, stores.public, using.data_dir)
    assert len(list(folder.iterdir())) == 2
    with reading(stores.public) as session:
        document = session.execute(sa.select(documents.c.id)).scalars().first()
    acts.release(stores, str(document), Actor("anna", "prov"), public=False)
    sweep_until(stop, stores.public, using.data_dir)
    assert list(folder.iterdir()) == []


def test_a_command_that_withdraws_leaves_no_file_of_before_behind(stores: Stores, using: Settings) -> None:
    file(stores, told(1))
    keep(stores.public, using.data_dir)
    with reading(stores.public) as session:
        document = session.execute(sa.select(documents.c.id)).scalars().first()
    with installation(using) as opened:
        acts.release(opened, str(document), Actor("anna", "prov"), public=False)
    assert list((using.data_dir / "bulk").iterdir()) == []


def test_much_is_made_in_a_process_of_its_own(
    holding_example: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not holding_example.database_url.startswith("sqlite"):
        return  # the process differs in nothing
    monkeypatch.setattr(keeping, "_LITTLE", 0)
    for path in (holding_example.data_dir / "bulk").glob("*"):
        path.unlink()
    with TestClient(create_app(holding_example)) as asking:
        waits = asking.get("/data/diarium.zip")
        assert (waits.status_code, waits.headers["retry-after"]) == (503, "30")
        making: Making = asking.app.state.making  # type: ignore[attr-defined] # Starlette's state holds anything
        assert making.wait() == 0
    assert {path.suffix for path in (holding_example.data_dir / "bulk").iterdir()} == {".zip", ".db"}
