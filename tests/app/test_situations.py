"""Files of odd kinds, taken in whole: each is in every list where it belongs, or says why it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app import acts
from app.acts import Actor
from app.acts.entered import motion
from app.commands.receipts import Ended
from app.db import Stores, reading
from app.errors import Exit
from app.main import create_app
from app.queries.held import held_documents
from app.register.municipalities import municipality
from app.settings import Settings
from tests.app.filing import rows
from tests.app.importing import import_file
from tests.conftest import ON_ONE_STORE

pytestmark = pytest.mark.shared


def take_in(stores: Stores, using: Settings, shared: Path, name: str) -> Exit:
    data = (shared / "probes" / "situations" / f"{name}.pdf").read_bytes()
    return Ended(name, import_file(stores, using, data, f"{name}.pdf", "anna", municipality("Alnsjö kommun"))).exit_code


@ON_ONE_STORE
def test_a_motion_of_a_short_title_is_in_every_list(stores: Stores, using: Settings, shared: Path) -> None:
    assert take_in(stores, using, shared, "mo0") == Exit.DONE
    typed = motion({"title": ["Motion om kaj"], "date": ["2025-02-03"], "mover": ["Cilla Frank (V)"]})
    acts.enter(stores, municipality("Alnsjö kommun"), typed, Actor("anna", "lämnad på papper"))
    assert take_in(stores, using, shared, "cropout") == Exit.NEEDS_REVIEW
    with TestClient(create_app(using)) as client:
        titles = {"Motion om badhus", "Motion om kaj"}
        assert titles <= {row["title"] for row in client.get("/api/v1/motions").json()["motions"]}
        for address in ("/motioner", "/motioner?overdue=true"):
            assert all(title in client.get(address).text for title in titles)


HELD = {
    "redact": "text_hidden",
    "invisible": "text_hidden",
    "pn-annot": "identity_number_beside",
    "pn-form": "identity_number_beside",
    "pn-meta": "identity_number_within",
    "pn-attach": "identity_number_within",
    "pn-text": "identity_number",
}


def test_what_covers_words_or_bears_a_number_is_held_and_nothing_of_it_is_public(
    stores: Stores, using: Settings, shared: Path
) -> None:
    for name in HELD:
        assert take_in(stores, using, shared, name) == Exit.NEEDS_REVIEW, name
    with reading(stores.desk) as session:
        told = [{reason["code"] for reason in row["reasons"]} for row in held_documents(session)]
    assert sorted(map(sorted, told)) == sorted([reason] for reason in HELD.values())
    assert not any(rows(stores.public, without=set()).values())


@ON_ONE_STORE
@pytest.mark.parametrize(
    ("name", "code", "numbers", "wanted", "reserved", "votes"),
    [
        ("land", Exit.DONE, ["201"], [], [], [(1, 2)]),
        (
            "p1",
            Exit.DONE,
            ["11"],
            [("avslag", "Anna Lind", "S"), ("bifall", "Anna Lind", "M")],
            [("Anna Lind", "M")],
            [],
        ),
        (
            "sn1",
            Exit.NEEDS_REVIEW,
            ["201"],
            [("avslag", "Nils Erik Åhs", "C"), ("bifall", "Rolf Frank", "SD")],
            [("Cilla Frank", "V")],
            [],
        ),
        ("sn2", Exit.DONE, ["231"], [], [("Nils-Erik Åhs", "C")], []),
        ("nfd", Exit.DONE, ["201"], [("bifall", "Örjan Ås", "M")], [("Örjan Ås", "M")], []),
        ("softhyphen", Exit.DONE, ["201"], [("bifall", "Cilla Frank", "V")], [("Cilla Frank", "V")], []),
        ("mini1", Exit.DONE, ["1", "2"], [], [], []),
        ("mini2", Exit.DONE, ["1", "2"], [("avslag", "Cilla Frank", "V")], [], []),
        ("form", Exit.NEEDS_REVIEW, ["201"], [], [], []),
        ("st2", Exit.NEEDS_REVIEW, ["74"], [], [("Cilla Frank", "V")], []),
        ("portfolio", Exit.NEEDS_REVIEW, [], [], [], []),
        ("attach", Exit.NEEDS_REVIEW, ["201", "202"], [("bifall", "Cilla Frank", "V")], [("Cilla Frank", "V")], []),
    ],
)
def test_what_the_public_is_told_of_an_odd_file(
    stores: Stores,
    using: Settings,
    shared: Path,
    name: str,
    code: Exit,
    numbers: list[str],
    wanted: list[tuple[str, str, str]],
    reserved: list[tuple[str, str]],
    votes: list[tuple[int, int]],
) -> None:
    assert take_in(stores, using, shared, name) == code
    there = rows(stores.public)
    names = {row["id"]: (row["name"], row["party"]) for row in there["names"]}
    who = {(row["fact_id"], row["role"]): names[row["name_id"]] for row in there["mentions"]}
    assert sorted(row["number"] for row in there["items"]) == numbers
    assert sorted((row["stance"], *who[row["id"], "mover"]) for row in there["yrkanden"]) == wanted
    assert sorted(who[row["id"], "reservant"] for row in there["reservations"]) == reserved
    assert [(row["yes"], row["no"]) for row in there["votes"]] == votes
    assert not any(row["contested"] for row in there["items"])
