"""A word is planted in twelve channels, and masked or purged: its bytes are nowhere then.

The channels are the file that was filed (1) and its text layer (2), facts in both registers (3), the journal's entries (4), the
search's index and passages (5), pictures of pages (6), what is handed on whole (7), feeds (8), answers kept in memory (9),
jobs and what waits to be read (10), logs (11), and backups (12).
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

import importers
from app import acts
from app.acts import Actor
from app.backups.making import back_up
from app.backups.restoring import restore
from app.bulk.keeping import keep
from app.db import Stores, reading, writing
from app.errors import Purged, WrongUse
from app.imports.queue import Job, JobState, enqueue
from app.imports.watched import REFUSED, TAKEN
from app.installation.checking import check
from app.installation.opening import open_stores, start
from app.installation.purging import PURGED
from app.installation.rights import spoilt_files
from app.journal.append import stored_files
from app.journal.checkpoints import make_checkpoint
from app.journal.files import path_of
from app.main import create_app
from app.models.journal import acts as journal_acts
from app.models.journal import entries, imports, jobs
from app.queries.held import held_documents
from app.register.municipalities import municipality
from app.register.parts import ActKind
from app.settings import Settings
from tests.app.filing import rows
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.app.purged import found_in_databases, found_in_files, holds

ALNSJO = municipality("Alnsjö kommun")
ANNA = Actor("anna", "granskad")
WORD = "Zyxkanarie"
NUMBER = "121212-1212"
NAMING = minutes(
    "Kulturnämnden", "14", "KN-2025-00031", f"Nämnden beslutar att bevilja Sixten {WORD}, {NUMBER}, ett bidrag."
)
TITLED = minutes("Kulturnämnden", "15", "KN-2025-00032", f"{WORD} Ek (S) yrkar bifall.", title=f"Bidrag till {WORD}")
KEPT = minutes(
    "Tekniska nämnden", "9", "TN-2025-00077", "Tekniska nämnden beslutar att godkänna planen.", title="Planen"
)
# How many of the addresses tell the word while it is public.
_TELLING = 12
LAW = "OSL 21 kap. 1 §"


@dataclass(frozen=True)
class Planted:
    stores: Stores
    using: Settings
    client: TestClient
    sha256: str
    document: str

    def asked(self) -> dict[str, bytes]:
        """What anybody is answered: what is kept in memory (9) among it, for each is asked twice."""
        paths = (
            "/arenden",
            "/sok?q=bidrag",
            f"/sok?q={WORD}",
            "/api/v1/search?q=bidrag",
            "/api/v1/items",
            "/api/v1/items.csv",
            "/api/v1/changes.atom",
            "/api/v1/items.atom",
            "/api/v1/meetings.ics",
            f"/api/v1/documents/{self.document}",
            f"/api/v1/documents/{self.document}/file",
            f"/api/v1/documents/{self.document}/pages/1.webp",
            f"/api/v1/documents/{self.document}/pages/1.webp?file={self.sha256}",
            "/data/diarium.zip",
            "/data/diarium.db",
        )
        return {path: [self.client.get(path).content for _ in range(2)][-1] for path in paths}

    def told(self) -> list[str]:
        """The answers that hold the word, but for what repeats the question."""
        return sorted(p for p, content in self.asked().items() if WORD not in p and holds(content, WORD))


@pytest.fixture
def planted(stores: Stores, using: Settings, caplog: pytest.LogCaptureFixture) -> Iterator[Planted]:
    """An installation with the word in every channel, and a file that has nothing to do with it."""
    caplog.set_level(logging.DEBUG)
    import_file(stores, using, drawn(KEPT), "plan.pdf", "anna", ALNSJO)
    receipt = import_file(stores, using, drawn([*NAMING, *TITLED[4:]]), f"{WORD}.pdf", "anna", ALNSJO)
    with reading(stores.desk) as session:
        document = next(row["document"] for row in held_documents(session, files=[receipt.sha256]))
    acts.release(stores, document, Actor("anna", f"{WORD} är tillfrågad"))
    title = next(row for row in rows(stores.desk)["items"] if row["number"] == "15")
    acts.correct(stores, str(title["id"]), "title", f"Bidrag åt {WORD}", Actor("anna", "stavat", "registrator"))
    with TestClient(create_app(using)) as client:
        one = Planted(stores, using, client, receipt.sha256, document)
        keep(stores.public, using.data_dir)
        assert len(one.told()) == _TELLING
        yield one
    assert WORD not in caplog.text  # (11)


def test_what_is_purged_is_gone_from_every_channel(planted: Planted) -> None:
    stores, using = planted.stores, planted.using
    made = make_checkpoint(stores)
    waits(planted)
    for spoilt in spoilt_files(using.public_database_url):
        shutil.copy(spoilt.with_suffix(""), spoilt)
    before = using.data_dir.parent / "before"
    back_up(stores, using, before)
    assert found_in_files(using.data_dir, WORD) and found_in_databases(stores, using, WORD)
    dropped = using.model_copy(update={"watch_dir": before.with_name("watched"), "mail_dir": before.with_name("mail")})
    drop(planted, dropped)
    done, unseen = acts.purge(stores, dropped, planted.sha256, Actor("anna", "inkom av misstag"), law=LAW)
    assert not unseen and not found_in_files(before.with_name("watched"), WORD)
    assert [path.name for path in before.with_name("mail").rglob("*.eml")] == ["annat.eml"]
    assert done.scrubbed
    assert not planted.told()
    assert not found_in_files(using.data_dir, WORD) and not found_in_databases(stores, using, WORD)
    assert WORD not in repr(rows(stores.desk, without=set())) + repr(rows(stores.public, without=set()))
    assert check(stores, using, [made]).whole
    assert planted.client.get(f"/api/v1/documents/{planted.document}").status_code == 410
    after = using.data_dir.parent / "after"
    back_up(stores, using, after)
    assert not found_in_files(after, WORD) and found_in_files(before, WORD)  # (12)
    with pytest.raises(Purged):
        import_file(stores, using, drawn([*NAMING, *TITLED[4:]]), "igen.pdf", "anna", ALNSJO)
    with pytest.raises(WrongUse, match="kommer inte tillbaka"):
        acts.undo(stores, done.act, ANNA)
    assert "planen" in repr(rows(stores.public)).casefold()


def waits(planted: Planted) -> None:
    """The file was to be read once more, and was set aside (10)."""
    with writing(planted.stores.desk) as session:
        upload = session.execute(sa.select(imports.c.id).where(imports.c.sha256 == planted.sha256)).scalar_one()
        session.execute(jobs.delete().where(jobs.c.id == upload))
        enqueue(session, Job(upload, "import", WORD, {"sha256": planted.sha256, "name": f"{WORD}.pdf"}))
        session.execute(jobs.update().where(jobs.c.id == upload).values(state=JobState.ASIDE))
    folder = planted.using.data_dir / "incoming"
    folder.mkdir(exist_ok=True)
    shutil.copy(
        planted.using.data_dir / "files" / planted.sha256[:2] / f"{planted.sha256}.pdf", folder / f"{upload}.pdf"
    )


def drop(planted: Planted, using: Settings) -> None:
    """The file lies in the watched folders still, taken and refused, and in a mail (10)."""
    assert using.watch_dir and using.mail_dir
    data = path_of(using.data_dir, planted.sha256).read_bytes()
    for name, content in ((TAKEN, data), (REFUSED, data), ("", data)):
        (using.watch_dir / name).mkdir(parents=True, exist_ok=True)
        (using.watch_dir / name / f"{WORD}.pdf").write_bytes(content)
    (using.watch_dir / REFUSED / f"{WORD}.pdf.txt").write_text(WORD)
    (using.mail_dir / TAKEN).mkdir(parents=True)
    for name, content in (("protokoll.eml", data), ("annat.eml", drawn(KEPT))):
        mail = EmailMessage()
        mail.set_content("Protokoll")
        mail.add_attachment(content, maintype="application", subtype="pdf", filename="a.pdf")
        (using.mail_dir / TAKEN / name).write_bytes(mail.as_bytes())


def test_an_entry_that_was_emptied_without_a_purge_is_a_fault(planted: Planted) -> None:
    acts.purge(planted.stores, planted.using, planted.sha256, ANNA, law=LAW)
    with writing(planted.stores.desk) as session:
        last = session.execute(sa.select(journal_acts.c.seq).where(journal_acts.c.kind == ActKind.PURGE)).scalar_one()
        session.execute(entries.update().where(entries.c.seq == last - 1).values(reason="annat"))
        session.execute(entries.update().where(entries.c.seq == 2).values(content=None))
    found = {(fault.table, fault.seq) for fault in check(planted.stores, planted.using).faults}
    assert (entries.name, 2) in found and (entries.name, last - 1) in found


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_purge_that_was_killed_before_the_journal_followed_is_done_again(planted: Planted) -> None:
    using = planted.using
    path_of(using.data_dir, planted.sha256).unlink()
    assert check(planted.stores, using).missing_files
    acts.purge(planted.stores, using, planted.sha256, ANNA, law=LAW)
    assert check(planted.stores, using).whole and not found_in_databases(planted.stores, using, WORD)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_backup_from_before_is_purged_again_when_it_is_restored(planted: Planted, tmp_path: Path) -> None:
    back_up(planted.stores, planted.using, tmp_path / "before")
    acts.purge(planted.stores, planted.using, planted.sha256, ANNA, law=LAW)
    other = Settings(data_dir=tmp_path / "other", database_url=f"sqlite:///{tmp_path / 'other' / 'desk.db'}")
    restore(other, tmp_path / "before", [planted.using.data_dir / PURGED])
    assert not found_in_files(other.data_dir, WORD)
    stores = open_stores(other)
    start(stores)
    with reading(stores.desk) as session:
        assert planted.sha256 not in stored_files(session)
    assert check(stores, other).whole
    stores.dispose()


def test_what_is_masked_is_gone_from_all_that_is_public(planted: Planted) -> None:
    stores, using = planted.stores, planted.using
    acts.mask(stores, using, planted.sha256, ANNA, boxes={}, words=[WORD, NUMBER], law=LAW)
    assert not planted.told()
    public = planted.asked()[f"/api/v1/documents/{planted.document}/file"]
    assert public.startswith(b"%PDF") and not importers.read_back(public, {})["text"]["pdfium"]
    assert (
        planted.client.get(f"/api/v1/documents/{planted.document}/pages/1.webp?file={planted.sha256}").status_code
        == 404
    )
    keep(stores.public, using.data_dir)
    assert not found_in_files(using.data_dir / "bulk", WORD)
    assert WORD not in repr(rows(stores.public, without=set()))
    if stores.public.dialect.name == "sqlite":
        assert "public.db" not in " ".join(found_in_databases(stores, using, WORD))
    assert check(stores, using).whole
