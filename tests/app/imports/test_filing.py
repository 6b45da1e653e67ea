"""Imports from bytes to register: each ends as exactly one thing, and nothing is left half done."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.db import Stores, engine, reading
from app.errors import MunicipalityNeeded, NotAPdf, SeveralMunicipalities, Unreadable
from app.imports.filing import accept, work
from app.imports.uploads import Claims, State, Upload
from app.imports.workers import at_work
from app.installation.opening import open_stores, start
from app.journal.append import first_broken
from app.journal.files import path_of
from app.language.holding import hold_sentence
from app.models.journal import entries, filings, imports
from app.models.register import matters
from app.queries.cases import find
from app.queries.held import held_documents
from app.queries.path import path
from app.register.municipalities import municipality
from app.resources import example
from app.settings import Settings
from tests.app.filing import entries_in, rows
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.thorough import THOROUGH

pytestmark = pytest.mark.usefixtures("files_read_anew")

EXAMPLE = example().read_bytes()
ELSEWHERE = (
    "/dev/shm",
    "/var/tmp",
    "/tmp",
)  # in memory and not: one of them is never the disk of the tests' own folder
NUMBER = "KS-2025-00042"
IMPORT = [sys.executable, "-m", "app.cli", "import", str(example())]


def states(stores: Stores) -> list[str]:
    with reading(stores.desk) as session:
        return list(session.execute(sa.select(imports.c.state).order_by(imports.c.at)).scalars())


def stored(using: Settings) -> list[Path]:
    return [file for file in (using.data_dir / "files").rglob("*") if file.is_file()]


def test_an_import_files_keeps_and_publishes(stores: Stores, using: Settings) -> None:
    receipt = import_file(stores, using, EXAMPLE, "exempel.pdf", "anna")
    assert (receipt.state, receipt.municipality, receipt.documents, receipt.items) == (State.IMPORTED, "Alnsjö", 5, 3)
    assert path_of(using.data_dir, receipt.sha256).read_bytes() == EXAMPLE
    for store in (stores.desk, stores.public):
        with reading(store) as session:
            assert [case["number"] for case in find(session, NUMBER)] == [NUMBER]


def test_importing_twice_is_importing_once(stores: Stores, using: Settings) -> None:
    import_file(stores, using, EXAMPLE, "exempel.pdf", "anna")
    before, register = entries_in(stores), rows(stores.desk, without=set())
    assert import_file(stores, using, EXAMPLE, "kopia.pdf", "bo").state is State.DUPLICATE
    assert entries_in(stores) == before
    assert rows(stores.desk, without=set()) == register
    assert states(stores) == ["imported", "duplicate"]


def test_one_file_filed_for_two_municipalities_is_two_filings_of_one_stored_file(
    stores: Stores, using: Settings
) -> None:
    import_file(stores, using, EXAMPLE, "exempel.pdf", "anna")
    second = import_file(stores, using, EXAMPLE, "exempel.pdf", "anna", municipality("0380"))
    assert second.state is State.HELD
    assert len(stored(using)) == 1
    with reading(stores.desk) as session:
        assert {case["municipality"]["name"] for case in find(session, NUMBER)} == {"Alnsjö", "Uppsala"}
        why = {
            hold_sentence(reason["code"], reason["params"])
            for row in held_documents(session)
            for reason in row["reasons"]
        }
    assert why == {
        "Handlingen säger att den är från Alnsjö kommun, och är inläst för Uppsala. Är den någon annans: utplåna filen."
    }
    with reading(
        stores.public
    ) as session:  # what one municipality decided is no fact of another's before a person says so
        assert {case["municipality"]["name"] for case in find(session, NUMBER)} == {"Alnsjö"}


def test_a_refused_file_leaves_its_row_and_neither_bytes_nor_entry(stores: Stores, using: Settings) -> None:
    before = entries_in(stores)
    with pytest.raises(NotAPdf):
        import_file(stores, using, b"<html>404</html>", "sida.pdf", "anna")
    assert entries_in(stores) == before
    assert stored(using) == []
    assert states(stores) == ["refused"]


def test_a_file_that_nobody_says_whose_it_is_is_refused(stores: Stores, using: Settings) -> None:
    nameless = drawn(minutes("Kommunstyrelsen", "12", NUMBER, "Kommunstyrelsen beslutar att bygga cykelställ."))
    with pytest.raises(MunicipalityNeeded):
        import_file(stores, using, nameless, "okänd.pdf", "anna")
    assert states(stores) == ["refused"]
    own = using.model_copy(update={"municipality": "Alnsjö kommun"})
    assert import_file(stores, own, nameless, "okänd.pdf", "anna").municipality == "Alnsjö"


def test_a_file_of_several_municipalities_is_refused_by_their_names(stores: Stores, using: Settings) -> None:
    pages = [
        ["MALUNG-SÄLENS KOMMUN", *minutes("Kommunstyrelsen", "12", NUMBER, "Kommunstyrelsen beslutar att bygga.")],
        ["Uppsala kommun", *minutes("Socialnämnden", "7", NUMBER, "Socialnämnden beslutar att bygga.")],
    ]
    with pytest.raises(SeveralMunicipalities) as refused:
        import_file(
            stores, using.model_copy(update={"municipality": "Alnsjö kommun"}), drawn(*pages), "två.pdf", "anna"
        )
    assert "Malung-Sälen, Uppsala" in refused.value.sentence()


def test_an_import_that_the_disk_fails_waits_and_is_gone_on_with(stores: Stores, using: Settings) -> None:
    using.data_dir.mkdir(exist_ok=True)
    (using.data_dir / "files").write_text("no folder can be made here")
    with pytest.raises(OSError, match="files"):
        import_file(stores, using, EXAMPLE, "exempel.pdf", "anna")
    assert states(stores) == ["queued"]
    (using.data_dir / "files").unlink()
    assert import_file(stores, using, EXAMPLE, "exempel.pdf", "anna").state is State.IMPORTED
    assert states(stores) == ["imported"]


def test_a_new_public_store_is_built_from_the_journal(using: Settings) -> None:
    first = open_stores(using)
    start(first)
    import_file(first, using, EXAMPLE, "exempel.pdf", "anna")
    published = rows(first.public, without=set())
    with first.public.begin() as connection:
        connection.execute(sa.text("UPDATE register_meta SET value = '0' WHERE key = 'version'"))
    first.dispose()
    again = open_stores(using)
    assert rows(again.public)["matters"] == []
    start(again)
    assert rows(again.public, without=set()) == published
    again.dispose()


@pytest.fixture(scope="module")
def imported_once(made_files: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """The folder of an installation with one municipality's paper, and how many seconds the whole command takes to import
    another's there."""
    folder = tmp_path_factory.mktemp("imported-once")
    data = folder / "data"
    shutil.copytree(made_files, data)
    (folder / "a.pdf").write_bytes(drawn(minutes("Kommunstyrelsen", "7", "KSN-2025-00007", "Kommunstyrelsen bygger.")))
    command = [*IMPORT[:-1], str(folder / "a.pdf"), "--for", "0380"]
    subprocess.run(command, env=environment(data), check=True, capture_output=True)
    timed = shutil.copytree(data, folder / "timed")
    started = time.monotonic()
    subprocess.run(IMPORT, env=environment(timed), check=True, capture_output=True)
    return data, time.monotonic() - started


def environment(data: Path) -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith("DIARIUM_")} | {"DIARIUM_DATA_DIR": str(data)}


# of the command's time; the rest of it is spent on starting. Each point of its work: test_kills.py
@pytest.mark.parametrize("tenths", [2, 4, 5, 6, 7, 8, 9] if THOROUGH else [6, 9])
def test_an_import_that_is_killed_leaves_all_or_nothing(
    tenths: int, imported_once: tuple[Path, float], tmp_path: Path
) -> None:
    made, whole = imported_once
    data = tmp_path / "data"
    shutil.copytree(made, data)
    with engine(f"sqlite:///{data / 'desk.db'}").connect() as connection:
        before = connection.execute(sa.select(sa.func.count()).select_from(entries)).scalar_one()
    killed = subprocess.Popen(IMPORT, env=environment(data), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(whole * tenths / 10)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    using = Settings(data_dir=data, database_url=f"sqlite:///{data / 'desk.db'}")
    opened = open_stores(using)
    start(opened)
    with reading(opened.desk) as session:
        assert first_broken(session) is None
        filed = session.execute(sa.select(sa.func.count()).select_from(filings)).scalar_one()
        shown = session.execute(sa.select(sa.func.count()).select_from(matters)).scalar_one()
    assert entries_in(opened) == before + 3 * (filed - 1)
    assert shown == filed
    assert rows(opened.public, without=set()) == rows(opened.desk, without=set())
    import_file(opened, using, EXAMPLE, "exempel.pdf", "anna")
    assert len(rows(opened.desk)["matters"]) == 2
    opened.dispose()


@pytest.mark.shared
def test_the_seed_bundle_becomes_the_chain_that_a_careful_registrar_reads(
    stores: Stores, using: Settings, shared: Path
) -> None:
    expected = json.loads((shared / "seed" / "expected.json").read_text("utf-8"))
    import_file(stores, using, (shared / "seed" / "KSN-2023-03553.pdf").read_bytes(), "KSN-2023-03553.pdf", "anna")
    with reading(stores.public) as session:
        (case,) = find(session, "scn 2024 634")
        steps = path(session, case["matter_id"])
    assert {number["number"] for number in case["numbers"]} == {c["number"] for c in expected["cases"]}
    assert [s["date"].isoformat() if s["date"] else None for s in steps] == [s["date"] for s in expected["chain"]]
    missing = [s["date"] for s in expected["chain"] if s.get("document") == "not in the bundle"]
    assert [s["date"].isoformat() for s in steps if s["state"] == "not_in_register" and s["date"]] == missing
    assert [(s["state"], s["body"]["name"] if s["body"] else None) for s in steps[-1:]] == [
        ("awaited", "Kommunfullmäktige")
    ]
    assert case["status"] == "awaiting"


@pytest.mark.shared
@pytest.mark.parametrize(
    "name",
    [
        "empty",
        "not-a-pdf",
        "html",
        "encrypted",
        "truncated",
        "zero-pages",
        "stream-bomb",
        "operator-bomb",
    ],
)
def test_what_cannot_be_read_is_refused_whole(name: str, stores: Stores, using: Settings, shared: Path) -> None:
    before = entries_in(stores)
    with pytest.raises(Unreadable) as refused:
        import_file(
            stores, using, (shared / "bad" / f"{name}.pdf").read_bytes(), f"{name}.pdf", "anna", municipality("0380")
        )
    assert refused.value.exit_code == 4
    assert refused.value.sentence().endswith(".")
    assert entries_in(stores) == before
    assert stored(using) == []
    assert states(stores) == ["refused"]


def test_the_bytes_are_kept_under_a_second_name_and_not_copied(stores: Stores, using: Settings) -> None:
    with at_work(stores, using) as worker:
        upload = accept(worker, EXAMPLE, Claims("exempel.pdf", "anna"))
        assert isinstance(upload, Upload)
        (incoming,) = (using.data_dir / "incoming").glob("*.pdf")
        taken_in = incoming.stat().st_ino
        work(worker, upload)
    filed = path_of(using.data_dir, upload.sha256)
    assert (filed.stat().st_ino, filed.stat().st_nlink) == (taken_in, 1)
    assert filed.read_bytes() == EXAMPLE


def test_where_the_file_system_gives_no_second_name_the_bytes_are_copied(stores: Stores, using: Settings) -> None:
    using.data_dir.mkdir(exist_ok=True)
    own = using.data_dir.stat().st_dev
    disks = [disk for disk in map(Path, ELSEWHERE) if disk.is_dir() and disk.stat().st_dev != own]
    if not disks:
        pytest.skip("no second file system to lay the folder on")
    with tempfile.TemporaryDirectory(dir=disks[0]) as elsewhere:
        (using.data_dir / "incoming").symlink_to(elsewhere)
        digest = import_file(stores, using, EXAMPLE, "exempel.pdf", "anna").sha256
        assert list(Path(elsewhere).iterdir()) == []
    assert path_of(using.data_dir, digest).read_bytes() == EXAMPLE
