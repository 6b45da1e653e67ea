"""Folders that are watched: what lies at rest is taken in once, whatever it is called and whoever is killed meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from email.message import EmailMessage
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.db import Stores, reading
from app.imports.batches import work_waiting
from app.imports.mails import attached
from app.imports.watched import Folder, folders_of, look
from app.imports.workers import Worker, at_work
from app.installation.opening import open_stores
from app.models.journal import imports, jobs
from app.settings import Settings
from tests.app.sheets import sheet
from tests.conftest import ON_ONE_STORE
from tests.places import ROOT
from tests.thorough import tried

HOSTILE = "x ../\u202e<b>\n.pdf".replace("/", "\u2215")


def mail(*parts: tuple[str, str, bytes], inner: EmailMessage | None = None) -> EmailMessage:
    made = EmailMessage()
    made["Subject"], made["From"] = "Protokoll", "anna@alnsjo.example"
    made.set_content("Hej!")
    for name, kind, content in parts:
        made.add_attachment(content, maintype="application", subtype=kind, filename=name)
    if inner is not None:
        made.add_attachment(inner)
    return made


@pytest.fixture
def watching(using: Settings, tmp_path: Path) -> Settings:
    """The installation of Alnsjö, with both folders watched."""
    folders = {"watch_dir": tmp_path / "in", "mail_dir": tmp_path / "post"}
    for folder in folders.values():
        folder.mkdir()
    return using.model_copy(update={**folders, "watch_seconds": 0.0, "municipality": "Alnsjö"})


def looked(worker: Worker, folders: list[Folder]) -> None:
    """Both folders looked into, what waits read, and looked into again."""
    for _time in range(2):
        for folder in folders:
            look(folder, worker)
        list(work_waiting(worker))


def listed(folder: Path) -> dict[str, list[str]]:
    return {room: sorted(path.name for path in (folder / room).glob("*")) for room in ("reading", "taken", "refused")}


def states(stores: Stores) -> Counter[str]:
    with reading(stores.desk) as session:
        return Counter(session.execute(sa.select(imports.c.state)).scalars())


def test_what_lies_there_is_taken_in_and_put_away_with_its_reason(stores: Stores, watching: Settings) -> None:
    assert watching.watch_dir is not None
    box = watching.watch_dir
    for name, data in (("a.pdf", sheet(1)), ("b.PDF", sheet(1)), (HOSTILE, sheet(2)), ("trasig.pdf", b"Hej")):
        (box / name).write_bytes(data)
    (box / "halv.pdf.part").write_bytes(sheet(3))
    (box / ".dold.pdf").write_bytes(sheet(3))
    (box / "lank.pdf").symlink_to(box / ".dold.pdf")
    os.mkfifo(box / "ror.pdf")
    (box / "mapp.pdf").mkdir()
    with at_work(stores, watching) as worker:
        looked(worker, folders_of(worker))
    ended = listed(box)
    assert ended["reading"] == [] and ended["refused"] == ["trasig.pdf", "trasig.pdf.txt"]
    assert ended["taken"] == sorted(["a.pdf", "b.PDF", HOSTILE])
    assert "PDF" in (box / "refused" / "trasig.pdf.txt").read_text()
    assert states(stores) == {"imported": 2, "duplicate": 1, "refused": 1}
    left = {path.name for path in box.iterdir()} - set(ended)
    assert left == {"halv.pdf.part", ".dold.pdf", "lank.pdf", "ror.pdf", "mapp.pdf"}


def test_a_file_that_grows_is_left_until_it_rests_and_one_of_a_taken_name_overwrites_none(
    stores: Stores, watching: Settings
) -> None:
    assert watching.watch_dir is not None
    box = watching.watch_dir
    patient = watching.model_copy(update={"watch_seconds": 0.2})
    with at_work(stores, patient) as worker:
        folders = folders_of(worker)
        (box / "a.pdf").write_bytes(sheet(1)[:300])
        look(folders[0], worker)
        time.sleep(0.25)
        (box / "a.pdf").write_bytes(sheet(1))
        look(folders[0], worker)
        assert (box / "a.pdf").exists()
        time.sleep(0.25)
        looked(worker, folders)
        (box / "a.pdf").write_bytes(sheet(2))
        look(folders[0], worker)
        time.sleep(0.25)
        looked(worker, folders)
    assert listed(box)["taken"] == ["a (2).pdf", "a.pdf"]
    assert (box / "taken" / "a.pdf").read_bytes() == sheet(1)
    assert states(stores) == {"imported": 2}


def test_the_pdfs_of_mails_are_taken_in_however_they_are_wrapped(stores: Stores, watching: Settings) -> None:
    assert watching.mail_dir is not None
    box = watching.mail_dir
    inner = mail(("../../inre.pdf", "pdf", sheet(2)))
    outer = mail(("ett.pdf", "pdf", sheet(1)), ("okand.bin", "octet-stream", sheet(3)), inner=inner)
    (box / "a.eml").write_bytes(bytes(outer))
    (box / "utan.eml").write_bytes(bytes(mail(("bild.png", "octet-stream", b"\x89PNG"))))
    (box / "delvis.eml").write_bytes(bytes(mail(("fel.pdf", "pdf", b"Hej"), ("fyra.pdf", "pdf", sheet(4)))))
    with at_work(stores, watching) as worker:
        looked(worker, folders_of(worker))
    ended = listed(box)
    assert ended == {
        "reading": [],
        "taken": ["a.eml", "delvis.eml", "delvis.eml.txt"],
        "refused": ["utan.eml", "utan.eml.txt"],
    }
    assert (box / "taken" / "delvis.eml.txt").read_text().startswith("fel.pdf: ")
    assert states(stores) == {"imported": 4, "refused": 1}


def test_what_is_attached_is_called_by_its_name_without_folders() -> None:
    names = ("../../etc/cron.d/ett.pdf", r"C:\Mina dokument\två.pdf", "tre.pdf")
    sent = bytes(mail(*((name, "pdf", b"%PDF-1.7") for name in names)))
    assert [name for name, _data in attached(sent)] == ["ett.pdf", "två.pdf", "tre.pdf"]


def test_a_mail_made_to_be_hostile_bears_nothing() -> None:
    nested = b""
    for n in range(300):
        nested += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
    assert attached(nested) == []
    assert attached(b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n\xff\xfe====") in (
        [],
        [("bilaga.pdf", b"\xff\xfe====")],
    )


@ON_ONE_STORE  # the folders are the same whatever the database
def test_whoever_is_killed_midway_loses_nothing_and_takes_nothing_twice(watching: Settings) -> None:
    """The real command, killed at any time, over and over."""
    assert watching.watch_dir is not None and watching.mail_dir is not None
    env = {**os.environ, "DIARIUM_DATA_DIR": str(watching.data_dir), "DIARIUM_DATABASE_URL": watching.database_url}
    env |= {"DIARIUM_PUBLIC_DATABASE_URL": watching.public_database_url, "DIARIUM_MUNICIPALITY": "Alnsjö"}
    env |= {"DIARIUM_WATCH_DIR": str(watching.watch_dir), "DIARIUM_MAIL_DIR": str(watching.mail_dir)}
    env |= {"DIARIUM_WATCH_SECONDS": "0"}
    program = [sys.executable, "-c", "from app.cli import main; main()", "worker"]
    rounds, n = tried(2, 20), 0
    for turn in range(rounds):
        for _file in range(3):
            n += 1
            (watching.watch_dir / f"{n}.pdf").write_bytes(sheet(n))
        (watching.mail_dir / f"{n}.eml").write_bytes(
            bytes(mail((f"post {n}.pdf", "pdf", sheet(1000 + n)), ("fel.pdf", "pdf", b"%d" % n)))
        )
        with subprocess.Popen(program, cwd=ROOT, env=env, stderr=subprocess.DEVNULL) as working:
            _until(lambda: any((watching.watch_dir / "reading").glob("*/*.pdf")))
            time.sleep(0.07 * turn)
            working.send_signal(signal.SIGKILL)
    with subprocess.Popen(program, cwd=ROOT, env=env, stderr=subprocess.DEVNULL) as working:
        _until(lambda: _is_done(watching.watch_dir) and _is_done(watching.mail_dir))
        working.send_signal(signal.SIGTERM)
    assert len(listed(watching.watch_dir)["taken"]) == n and listed(watching.watch_dir)["refused"] == []
    assert len([name for name in listed(watching.mail_dir)["taken"] if name.endswith(".eml")]) == rounds
    stores = open_stores(watching)
    try:
        assert states(stores) == {"imported": n + rounds, "refused": rounds}
        with reading(stores.desk) as session:
            assert session.execute(sa.select(sa.func.count(jobs.c.id))).scalar_one() == n + rounds
    finally:
        stores.dispose()


def _is_done(folder: Path) -> bool:
    left = [path for path in folder.iterdir() if path.is_file()]
    return not left and not any((folder / "reading").glob("*"))


def _until(holds, seconds: float = 120.0) -> None:  # type: ignore[no-untyped-def]
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)
