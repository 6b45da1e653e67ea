"""Better readings of what is filed: told before anything is done, filed behind the uploads, with people's acts kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from app import acts
from app.acts import Actor
from app.cli import build
from app.commands.running import run
from app.db import Stores, reading, writing
from app.errors import Exit, SetAside
from app.imports.batches import RereadEnd, UploadEnd, work_waiting
from app.imports.rereading import ask_for, next_rereads, offer, put_back
from app.imports.workers import at_work
from app.installation.checking import check
from app.installation.renewing import rebuild_all
from app.journal.append import file_bundle
from app.journal.files import path_of, sha256, write
from app.journal.releasing import release_by_default
from app.journal.scope import RegisterScope
from app.models.journal import releases
from app.projection.desk import project_desk
from app.projection.public import publish
from app.settings import Settings, settings
from importers import READER, read_bundle
from importers.bundle import Bundle, Doubt, Item, Reader, Severity
from tests.app.filing import entries_in, rows
from tests.app.imports.test_batches import put_in_queue
from tests.app.papers import drawn, minutes
from tests.app.sheets import ALNSJO, sheet
from tests.conftest import ON_ONE_STORE

pytestmark = pytest.mark.usefixtures("files_read_anew")

ANNA = Actor("anna", "fel i läsningen")
BODY, CASE = "Kommunstyrelsen", "KS-2025-00042"
PAPER = drawn(minutes(BODY, "12", CASE, "Kommunstyrelsen beslutar att bygga cykelställ."))
SENSITIVE = drawn(minutes(BODY, "12", CASE, "Kommunstyrelsen beslutar att 811228-9874 får bidrag."))
BROKEN = b"%PDF-1.7 avbruten"

Change = Callable[[Item], Item]


@pytest.fixture(autouse=True)
def environment(using: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands work on this installation."""
    for name in ("data_dir", "database_url", "public_database_url"):
        monkeypatch.setenv(f"DIARIUM_{name.upper()}", str(getattr(using, name)))
    settings.cache_clear()


def retitled(item: Item) -> Item:
    return replace(item, title="Cykelställ")


def undecided(item: Item) -> Item:
    return replace(item, decisions=(), outcome=None)


def otherwise(item: Item) -> Item:
    """The § as a reader told it who made a word of the decision wrong."""
    (decision,) = item.decisions
    (clause,) = decision.clauses
    clause = replace(clause, text="Kommunstyrelsen beslutar att bygga nästan ingenting.")
    return replace(item, decisions=(replace(decision, clauses=(clause,)),))


def read_by_an_older(data: bytes, change: Change, doubts: tuple[Doubt, ...] = ()) -> Bundle:
    """What a reader before today's made of a file."""
    today = read_bundle(data, "protokoll.pdf")
    (document,) = today.documents
    changed = replace(document, items=tuple(map(change, document.items)))
    return replace(today, reader=Reader(READER.name, "1"), documents=(changed,), doubts=doubts)


def of_the_file(data: bytes, bundle: Bundle) -> Bundle:
    """The reading as if it were of that file: its reader made nothing more of it."""
    return replace(bundle, file=replace(bundle.file, sha256=sha256(data), bytes=len(data)))


def file_older(stores: Stores, using: Settings, bundle: Bundle, data: bytes) -> None:
    """File a reading as its reader's version did."""
    write(path_of(using.data_dir, bundle.file.sha256), data)
    with writing(stores.desk) as session:
        filed = file_bundle(session, bundle, ALNSJO, "anna")
        release_by_default(session, bundle, filed, ALNSJO, "anna")
        project_desk(session, filed.keys)
    publish(stores)


def whole(stores: Stores, using: Settings) -> bool:
    return check(stores, using).whole and set(rebuild_all(stores).values()) == {0}


def test_what_would_change_is_told_and_nothing_done_until_it_is_asked_for(
    stores: Stores, using: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    doubt = Doubt("decision_not_read", Severity.NOTE, {"number": "12"})
    file_older(stores, using, read_by_an_older(PAPER, lambda item: undecided(retitled(item)), (doubt,)), PAPER)
    before, entries = [rows(store, without=set()) for store in (stores.desk, stores.public)], entries_in(stores)
    assert run(build, ["reread"]) == Exit.DONE
    told = capsys.readouterr().out
    assert "protokoll.pdf: läst av version 1. paragrafer: 1 ändras; att-satser: 1 tillkommer" in told
    assert "rubrik Cykelställ → Cykelställ vid torget" in told
    assert "nytt: § 12 Kommunstyrelsen 2025-11-05, att-sats ”Kommunstyrelsen beslutar att bygga cykelställ.”" in told
    assert "tveksamhet borta: I § 12 finns inget beslut som går att läsa." in told
    assert (entries_in(stores), [rows(store, without=set()) for store in (stores.desk, stores.public)]) == (
        entries,
        before,
    )
    for command in (["show", CASE], ["check"], ["doctor"]):
        run(build, command)
        assert "1 fil är läst av en äldre version av läsaren" in "".join(capsys.readouterr()).replace("\n", " ")
    assert run(build, ["reread", f"{BODY} 2025-11-05"]) == Exit.DONE
    for store in (stores.desk, stores.public):
        assert [row["title"] for row in rows(store)["items"]] == ["Cykelställ vid torget"]
        assert [row["reader_version"] for row in rows(store, without=set())["appearances"]] == [READER.version]
    assert entries_in(stores) == entries + 1
    assert run(build, ["reread", "--all"]) == Exit.NOTHING_NEW
    assert whole(stores, using)


@ON_ONE_STORE
def test_acts_are_kept_and_a_correction_whose_quote_is_read_no_more_is_told(
    stores: Stores, using: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    file_older(stores, using, read_by_an_older(PAPER, otherwise), PAPER)
    found = rows(stores.desk)
    acts.correct(stores, str(found["items"][0]["id"]), "title", "Cykelställ och bänkar", ANNA)
    lost = acts.correct(stores, str(found["clauses"][0]["id"]), "outcome", "godkannande", ANNA)
    assert run(build, ["reread", CASE, "--dry-run", "--json"]) == Exit.NEEDS_REVIEW
    (tried,) = json.loads(capsys.readouterr().out)["files"]
    assert (tried["overtaken_acts"], [d["mark"] for d in tried["differences"]]) == ([lost], ["new", "gone"])
    assert run(build, ["reread", "--all"]) == Exit.NEEDS_REVIEW
    assert [row["title"] for row in rows(stores.public)["items"]] == ["Cykelställ och bänkar"]
    capsys.readouterr()
    run(build, ["findings"])
    assert f"Rättelsen {lost} av utfall" in " ".join(capsys.readouterr().out.split())
    assert whole(stores, using)


@ON_ONE_STORE
def test_what_a_new_reading_gives_cause_to_look_at_is_held(
    stores: Stores, using: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    file_older(stores, using, of_the_file(SENSITIVE, read_by_an_older(PAPER, undecided)), SENSITIVE)
    (document,) = rows(stores.public)["documents"]
    assert run(build, ["reread", "--all"]) == Exit.NEEDS_REVIEW
    assert "hålls inne tills en person har sett dem: 1" in capsys.readouterr().out
    assert not any(rows(stores.public).values())
    assert len(rows(stores.desk)["clauses"]) == 1
    id = str(document["id"])
    assert run(build, ["held", "--json"]) == Exit.NEEDS_REVIEW
    (held,) = json.loads(capsys.readouterr().out)
    assert (held["document"], held["first_page"], [one["code"] for one in held["reasons"]]) == (
        id,
        1,
        ["identity_number"],
    )
    with reading(stores.desk) as session:
        taken = session.execute(sa.select(releases.c.seq).where(releases.c.public.is_(False))).scalar_one()
    for asked in (["release", id], ["undo", str(taken)]):
        assert run(build, ["act", *asked, "--reason", "granskad"]) == Exit.WRONG_USE
        assert "personnummer" in capsys.readouterr().err
        assert not any(rows(stores.public).values())
    acts.release(stores, id, ANNA)
    assert len(rows(stores.public)["clauses"]) == 1
    assert run(build, ["held"]) == Exit.DONE
    acts.release(stores, id, ANNA, public=False)
    assert run(build, ["held"]) == Exit.DONE, "a person has looked at it, and withdrew it"
    assert run(build, ["act", "release", id, "--reason", "granskad"]) == Exit.WRONG_USE
    acts.release(stores, id, ANNA)
    assert whole(stores, using)


@ON_ONE_STORE
@pytest.mark.parametrize("kept", [PAPER, BROKEN, None], ids=["not what was filed", "no longer read", "no file"])
def test_a_file_that_cannot_be_read_keeps_its_reading_and_is_told(
    stores: Stores, using: Settings, capsys: pytest.CaptureFixture[str], kept: bytes | None
) -> None:
    older = read_by_an_older(PAPER, retitled)
    if kept is BROKEN:
        older = of_the_file(BROKEN, older)
    file_older(stores, using, older, BROKEN)
    if kept is None:
        (path,) = using.data_dir.glob("files/*/*.pdf")
        path.unlink()
        path.mkdir()
    before = [rows(store, without=set()) for store in (stores.desk, stores.public)]
    for _attempt in range(2):  # what could not be read is told again, without being tried again
        assert run(build, ["reread", "--all"]) == Exit.UNREADABLE
        told = capsys.readouterr().out
        assert "Den gamla läsningen är kvar." in told
        assert ("saknas eller har ändrats" in told) is (kept is not BROKEN)
    run(build, ["check"])
    assert "äldre version" not in capsys.readouterr().out
    assert [rows(store, without=set()) for store in (stores.desk, stores.public)] == before


def test_uploads_come_first_and_whoever_is_interrupted_leaves_the_rest_in_the_queue(
    stores: Stores, using: Settings
) -> None:
    papers = [
        drawn(minutes(BODY, str(n), CASE, f"Kommunstyrelsen beslutar att köpa {n} bänkar.")) for n in (21, 22, 23)
    ]
    for paper in papers:
        file_older(stores, using, read_by_an_older(paper, retitled), paper)
    put_in_queue(stores, using, sheet(1))
    with writing(stores.desk) as session:
        offered = offer(session).files
        assert [ask_for(session, offered, "bo"), ask_for(session, offered, "bo")] == [3, 0]
    with at_work(stores, using) as worker:
        ends = work_waiting(worker)
        first, second = next(ends), next(ends)
        assert (type(first), type(second)) == (UploadEnd, RereadEnd)
        (in_hand,) = next_rereads(worker, 1)
        ends.close()
    with at_work(stores, using) as worker:
        assert [type(end) for end in work_waiting(worker)] == [RereadEnd, RereadEnd]
    with reading(stores.desk) as session:
        assert offer(session).files == ()
    assert in_hand.filing in {file.filing for file in offered}
    assert {row["title"] for row in rows(stores.public)["items"]} == {"Cykelställ vid torget"}
    assert whole(stores, using)


@ON_ONE_STORE
def test_a_file_that_nobody_gets_through_is_set_aside(stores: Stores, using: Settings) -> None:
    file_older(stores, using, read_by_an_older(PAPER, retitled), PAPER)
    with writing(stores.desk) as session:
        ask_for(session, offer(session).files, "bo")
    with at_work(stores, using) as worker:
        assert [put_back(worker, *next_rereads(worker, 1)) for _attempt in range(3)] == [False, False, True]
    with reading(stores.desk) as session:
        ((file, problem),) = offer(session).unread
    assert (file.name, type(problem)) == ("protokoll.pdf", SetAside)
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
