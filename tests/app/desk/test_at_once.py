"""Two who act at once on the same thing: both have read it before either writes, one is written, and the other is told."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Semaphore, current_thread

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from app.acts import Actor, mask
from app.db import Stores, reading, writing
from app.errors import WrongUse
from app.journal.masks import mask_of
from app.journal.reports import add_report
from app.journal.stretches import acts_of
from app.queries.incoming import Seen, incoming
from app.queries.links import links_said
from app.queries.review import filed_reading
from app.register.municipalities import municipality
from app.register.parts import ActKind
from app.settings import Settings
from importers.bundle import Outcome
from tests.app.desk.kept import BOARD, article, moving
from tests.app.desk.working import Worker
from tests.app.filing import file
from tests.app.importing import import_file
from tests.app.papers import drawn, minutes
from tests.app.register.saying import answer, bundle, decision, extract, item, report

_TO_WRITE = ("BEGIN IMMEDIATE", "pg_advisory_xact_lock")  # what waits for the one writer, of SQLite and of PostgreSQL
_PATIENCE = 120  # seconds for both to come there, however busy the machine


@pytest.fixture
def two(registrar: Worker, served: TestClient, stores: Stores) -> tuple[Worker, Worker]:
    """Rut in two windows, before an installation that holds something of everything to act on."""
    decided = item("7", "Torget", decisions=(decision(BOARD, Outcome.BIFALL),), outcome=Outcome.BIFALL)
    movers = [
        moving(who, number) for who, number in (("Mira Tallbo (C)", "8"), ("Bo Ask (C)", "9"), ("Cia Ek (C)", "10"))
    ]
    file(stores, bundle(*(extract(BOARD, "2025-12-01", one) for one in (decided, *movers))))
    with writing(stores.desk, alone=False) as session:
        add_report(session, "abcdefghjk", "/arenden", "Fel dag.", "sv")
    return registrar, Worker(served).signed_in("rut")


@contextmanager
def _nobody_writes_until_both_have_read(stores: Stores) -> Iterator[None]:
    """The one writer is taken, and let go when two who are sent off in the block have come to where they wait for it."""
    come = Semaphore(0)

    def asked(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        # those who answer requests alone: the server's workers have threads of other names
        if current_thread().name.startswith("AnyIO") and any(words in statement for words in _TO_WRITE):
            come.release()

    with writing(stores.desk):
        sa.event.listen(sa.Engine, "before_cursor_execute", asked)
        try:
            yield
            assert all(come.acquire(timeout=_PATIENCE) for _ in range(2))
        finally:
            sa.event.remove(sa.Engine, "before_cursor_execute", asked)


def test_of_two_who_send_a_form_at_once_one_is_told_and_nothing_is_written_over(
    two: tuple[Worker, Worker], stores: Stores
) -> None:
    for at, action, field, values in _forms(two[0]):
        for worker in two:
            worker.go(at)
        with ThreadPoolExecutor() as pool:
            with _nobody_writes_until_both_have_read(stores):
                sent = [
                    pool.submit(worker.send, action, **{field: value})
                    for worker, value in zip(two, values, strict=True)
                ]
            assert sorted(one.result().status for one in sent) == [200, 400], action
        told, value = next(pair for pair in zip(two, values, strict=True) if pair[0].status == 400)
        assert "Någon annan har" in told.page.text, action
        assert told.page.text.count("Nu står där") <= 1, "of the one field that differs"
        assert value in str([one.attributes.get("value", one.text) for one in told.page.all("input", name=field)]) or (
            value in told.page.one("textarea", name=field).text
        ), "what was typed stands there still"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_of_two_who_answer_a_proposal_at_once_otherwise_one_is_told(
    registrar: Worker, served: TestClient, stores: Stores
) -> None:
    own = report("Kommunledningskontoret", "2025-05-20", "KS-2025-00942", title="Svar på motion om lövträd")
    other = report("Miljökontoret", "2025-04-03", "MN-2025-00918", title="Lövträd")
    answered = item("88", "Träd", case_numbers=("KS-2025-00942",), answers=(answer("om lövträd"),))
    file(stores, bundle(own, other, extract(BOARD, "2025-06-17", answered)))
    two = [worker.go("/desk/forslag") for worker in (registrar, Worker(served).signed_in("rut"))]
    forms = [article(worker, "MN-2025-00918").one("form") for worker in two]
    with ThreadPoolExecutor() as pool:
        with _nobody_writes_until_both_have_read(stores):
            sent = [
                pool.submit(worker.send_form, form, answer=said)
                for worker, form, said in zip(two, forms, ("ja", "nej"), strict=True)
            ]
        assert sorted(one.result().status for one in sent) == [200, 400]
    with reading(stores.desk) as session:
        assert len([pair for pair in links_said(session) if "MN-2025-00918" in (pair["one"], pair["other"])]) == 1
        assert len(acts_of(session, [ActKind.LINK, ActKind.UNLINK])) == 1


def _forms(worker: Worker) -> Iterator[tuple[str, str, str, tuple[str, str]]]:
    """A page, the form on it, and what each of the two types in a field of it."""
    fact = _yrkande(worker)
    yield fact, fact.partition("?")[0], "movers", ("Vera Lönn (S)", "Bo Alm (C)")
    worker.go("/desk/sammantraden")
    yield worker.link("1 december 2025"), "/dagar", "verified", ("2025-12-03", "2025-12-04")
    yield "/desk/personer?q=Mira", "/sammanfor", "into", ("Bo Ask", "Cia Ek")
    worker.go("/desk/organ")
    yield worker.link(BOARD), "/namn", "new", ("Stadsstyrelsen", "Kommundelsstyrelsen")
    yield "/desk/felanmalningar", "/felanmalningar/abcdefghjk", "text", ("Rättat, tack.", "Det stämmer.")


def _yrkande(worker: Worker) -> str:
    """Where the first yrkande of the example is put right."""
    worker.go("/desk").go(worker.link("exempel.pdf"))
    file_at = worker.at.partition("?")[0]
    for page in range(1, 40):
        for read in worker.go(f"{file_at}?sida={page}").page.all("li", class_="yrkanden"):
            return read.one("a", class_="act").attributes["href"]
    raise AssertionError(file_at)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # to redraw a file takes what no database bears on
def test_of_two_who_mask_a_file_at_once_neither_shows_what_the_other_masked(stores: Stores, using: Settings) -> None:
    lines = minutes(
        "Kulturnämnden", "14", "KN-2025-00031", "Nämnden beslutar att bevilja Sixten Ek och Tora Al bidrag."
    )
    import_file(stores, using, drawn(lines), "bidrag.pdf", "anna", municipality("Alnsjö kommun"))
    with reading(stores.desk) as session:
        upload = next(row for row in incoming(session, Seen("")) if row["name"] == "bidrag.pdf")
        filed = filed_reading(session, upload["id"])
    assert filed is not None
    there = len(_files(using.data_dir))

    def both_are_drawn(_session: Session) -> None:
        """Whoever comes first to write waits for the other to have read the file as it was."""
        for _ in range(600):
            if len(_files(using.data_dir)) >= there + 2:
                return
            Event().wait(0.05)

    def masking(words: str) -> bool:
        by = Actor("Rut Alm", "prövas", still=both_are_drawn)
        try:
            mask(stores, using, filed.sha256, by, boxes={}, words=[words], law="OSL 21:1")
        except WrongUse as told:
            assert "Någon annan har maskat" in told.sentence()
            return False
        return True

    with ThreadPoolExecutor() as pool:
        assert sorted(pool.map(masking, ("Sixten Ek", "Tora Al"))) == [False, True]
    with reading(stores.desk) as session:
        masked = mask_of(session, filed.sha256)
    assert masked is not None and len(masked.phrases) == 1


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
