"""Minutes that were corrected and published again, said to be so: whole meetings, their §§ renumbered, added and taken out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app import acts
from app.acts import Actor
from app.commands.receipts import Ended
from app.db import Stores, reading
from app.errors import Exit, NothingNew, WrongUse
from app.installation.renewing import rebuild_all
from app.journal.files import sha256
from app.journal.proving import faults
from app.journal.scope import RegisterScope
from app.language.findings import finding_sentence
from app.language.readings import difference_line
from app.queries.aliases import moved
from app.queries.same_meeting import revisions
from app.register.municipalities import municipality
from app.settings import Settings
from importers import read_bundle
from importers.bundle import Ballot, BallotChoice, Clause, Decision, Document, DocumentKind, Item, Meeting, Mode, Vote
from tests.app.filing import file, rows
from tests.app.importing import import_file
from tests.app.register.saying import at, bundle, extract, item
from tests.conftest import ON_ONE_STORE

ANNA = Actor("anna", "rättat enligt beslut")
OLD, NEW = "a" * 64, "b" * 64


def paragraph(number: str, title: str, case: str, words: str) -> Item:
    decided = Decision(Mode.DECIDES, at(words), None, None, None, (), (Clause(words, at(words)),))
    return item(number, title, case_numbers=(case,), decisions=(decided,))


BRIDGE = ("Bryggan vid Norrsjön", "KS-2025-00102", "att reparera bryggan")
PLAYGROUND = paragraph("203", "Lekplatsen i Byhagen", "KS-2025-00103", "att riva lekplatsen")
FIRST = (
    paragraph("201", "Cykelställ vid torget", "KS-2025-00101", "att bygga tio cykelställ"),
    paragraph("202", *BRIDGE),
    PLAYGROUND,
)
CORRECTED = (
    paragraph("201", "Cykelställ vid torget", "KS-2025-00101", "att bygga tolv cykelställ"),
    paragraph("202", "Jäv", "KS-2025-00109", "att notera jäv"),
    paragraph("203", *BRIDGE),
)


def minutes(*items: Item, meeting: Meeting | None = None) -> Document:
    return replace(extract("Kommunstyrelsen", "2025-11-05", *items), kind=DocumentKind.PROTOKOLL, meeting=meeting)


def shown(stores: Stores) -> dict[str, tuple[str, bool]]:
    return {str(row["number"]): (str(row["title"]), bool(row["contested"])) for row in rows(stores.public)["items"]}


def told(stores: Stores, filing: int) -> list[str]:
    with reading(stores.desk) as session:
        return [difference_line(one) for each in revisions(session, filing) for one in each.comparison.differences]


@ON_ONE_STORE
def test_corrected_minutes_stand_for_every_paragraph_and_settle_what_disagreed(stores: Stores) -> None:
    file(stores, bundle(minutes(*FIRST), digest=OLD))
    before = {str(row["number"]): str(row["id"]) for row in rows(stores.public)["items"]}
    clauses = {str(row["text"]): str(row["id"]) for row in rows(stores.public)["clauses"]}
    acts.correct(stores, clauses["att reparera bryggan"], "text", "att laga bryggan", ANNA)
    filed = file(stores, bundle(minutes(*CORRECTED), digest=NEW))
    assert [line.partition(":")[0] for line in told(stores, filed.filing)] == [
        "nytt",
        "nytt",
        "borta",
        "borta",
        "omnumrerat",
    ]
    assert [contested for _title, contested in shown(stores).values()] == [True, True, True]
    seq = acts.corrected(stores, NEW, ANNA)
    assert shown(stores) == {
        "201": ("Cykelställ vid torget", False),
        "202": ("Jäv", False),
        "203": ("Bryggan vid Norrsjön", False),
    }
    assert rows(stores.public)["findings"] == [] and told(stores, filed.filing) == []
    words = {str(row["text"]) for row in rows(stores.public)["clauses"]}
    assert words == {"att bygga tolv cykelställ", "att notera jäv", "att laga bryggan"}, "a correction goes with its §"
    now = {str(row["number"]): str(row["id"]) for row in rows(stores.public)["items"]}
    with reading(stores.public) as session:
        assert moved(session, before["202"]) == now["203"]
    with pytest.raises(NothingNew):
        acts.corrected(stores, NEW, ANNA)
    with pytest.raises(WrongUse):
        acts.corrected(stores, OLD, ANNA)
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}
    with reading(stores.desk) as session:
        assert faults(session) == []
    acts.undo(stores, seq, ANNA)
    assert shown(stores)["202"] == ("Bryggan vid Norrsjön", True)


@ON_ONE_STORE
def test_what_one_vote_tells_otherwise_is_told_though_the_same_minutes_came_in_again(stores: Stores) -> None:
    def voted(*choices: BallotChoice) -> Document:
        names = ("Anna Ek", "Bo Ås", "Cia Berg")
        ballots = tuple(
            Ballot(name, choice, at(f"{name} {choice}")) for name, choice in zip(names, choices, strict=True)
        )
        quote = " ".join(ballot.source.quote for ballot in ballots)
        return minutes(replace(PLAYGROUND, votes=(Vote(at(quote), "rivning", yes=2, no=1, ballots=ballots),)))

    yes, no = BallotChoice.YES, BallotChoice.NO
    file(stores, bundle(voted(yes, yes, no), digest=OLD))
    corrected = file(stores, bundle(voted(yes, no, yes), digest=NEW))
    changed = [
        "ändrat: § 203 Kommunstyrelsen 2025-11-05, röst ”" + one
        for one in ("Bo Ås”: röst ja → nej", "Cia Berg”: röst nej → ja")
    ]
    assert told(stores, corrected.filing) == changed
    file(stores, bundle(voted(yes, no, yes), digest="c" * 64))
    assert told(stores, corrected.filing) == changed


def test_corrected_minutes_that_are_not_public_change_nothing_there(stores: Stores) -> None:
    file(stores, bundle(minutes(*FIRST), digest=OLD))
    before = rows(stores.public)
    file(stores, bundle(minutes(*CORRECTED), digest=NEW), released=False)
    acts.corrected(stores, NEW, ANNA)
    assert rows(stores.public) == before
    assert rebuild_all(stores) == {RegisterScope.DESK: 0, RegisterScope.PUBLIC: 0}


@pytest.mark.parametrize(
    ("others", "meeting", "is_told"),
    [
        ((paragraph("204", "Trädet", "KS-2025-00104", "att fälla trädet"),), None, False),
        ((paragraph("290", "Trädet", "KS-2025-00104", "att fälla trädet"),), None, True),
        ((paragraph("290", "Trädet", "KS-2025-00104", "att fälla trädet"),), Meeting(None, "16.00", "17.00"), False),
        (FIRST, None, False),
    ],
    ids=["runs on", "does not run on", "later that day", "the same texts"],
)
def test_minutes_of_other_paragraphs_are_a_part_or_another_meeting(
    stores: Stores, others: tuple[Item, ...], meeting: Meeting | None, is_told: bool
) -> None:
    file(stores, bundle(minutes(*FIRST, meeting=Meeting(None, "09.00", "10.30")), digest=OLD))
    filed = file(stores, bundle(minutes(*others, meeting=meeting), digest=NEW))
    assert bool(told(stores, filed.filing)) == is_told


@ON_ONE_STORE
@pytest.mark.shared
@pytest.mark.parametrize("later", ["v2", "v3"])
def test_minutes_filed_again_with_other_contents_are_told_and_chosen(
    stores: Stores, using: Settings, shared: Path, later: str
) -> None:
    place, folder = municipality("Alnsjö kommun"), shared / "probes" / "situations"

    def take_in(name: str) -> tuple[str, Any]:
        data = (folder / f"{name}.pdf").read_bytes()
        return sha256(data), import_file(stores, using, data, f"{name}.pdf", "anna", place)

    _digest, first = take_in("v1")
    digest, second = take_in(later)
    assert not first.differs and second.doubts == 0
    assert Ended(later, second).exit_code == Exit.NEEDS_REVIEW
    marks = {str(one.mark) for one in second.differs if one.kind == "items"}
    assert marks == {"new", "gone"}
    acts.corrected(stores, digest, ANNA)
    assert sorted(row["number"] for row in rows(stores.desk)["items"]) == ["201", "202", "203"]
    with reading(stores.desk) as session:
        assert faults(session) == []


@pytest.mark.shared
def test_minutes_without_a_readable_day_are_a_finding_that_leads_to_the_act_that_mends_it(
    stores: Stores, using: Settings, shared: Path
) -> None:
    data = (shared / "probes" / "situations" / "m7.pdf").read_bytes()
    came_to = import_file(stores, using, data, "m7.pdf", "anna", municipality("Alnsjö kommun"))
    assert Ended("m7.pdf", came_to).exit_code == Exit.NEEDS_REVIEW
    (document,), (found,) = rows(stores.desk)["documents"], rows(stores.desk)["findings"]
    assert (found["code"], found["params"]["document"]) == ("meeting_without_day", document["id"])
    assert f"diarium act correct {document['id']} date=" in finding_sentence(str(found["code"]), found["params"])
    acts.correct(stores, str(document["id"]), "date", "2025-02-28", ANNA)
    assert rows(stores.desk)["findings"] == []
    assert [(row["number"], str(row["date"])) for row in rows(stores.desk)["items"]] == [("6", "2025-02-28")]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "body", "day", "code"),
    [
        ("m1", "Folkhälsorådet", "2025-03-05", None),
        ("m3", "Kommunfullmäktige", "2025-11-24", "document_days"),
        ("m5", "Kommunfullmäktige", "2025-11-24", "document_days"),
        ("m6", "Kommunstyrelsen", "2052-11-05", "document_date_ahead"),
    ],
)
def test_a_meeting_is_of_its_body_and_its_first_day(
    shared: Path, name: str, body: str, day: str, code: str | None
) -> None:
    read = read_bundle(shared / "probes" / "situations" / f"{name}.pdf")
    (document,) = read.documents
    assert (document.body, str(document.date)) == (body, day)
    assert [doubt.code for doubt in read.doubts] == ([code] if code else [])
