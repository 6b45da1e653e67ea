"""Whom minutes mean by a name, and by a surname alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ids import Ids
from app.journal.derived import parts_of
from app.register import values
from app.register.build import Register, build
from app.register.people import meant_by
from importers import read_bundle
from importers.bundle import Attendance, Presence
from tests.app.register.saying import SOMEWHERE, person

IDS = Ids(b"a secret of this test")
LISTED = ("Asta Lindvall (S)", "Cilla Frank (V)", "Rolf Frank (SD)", "Nils-Erik Åhs (C)", "Mia Berg (C)", "Bo Berg (C)")
PRESENT = Attendance(person("Asta Lindvall (S)"), tuple(Presence(person(name), serving=True) for name in LISTED))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Frank (SD)", "Rolf Frank (SD)"),
        ("Frank (V)", "Cilla Frank (V)"),
        ("Lindvall (S)", "Asta Lindvall (S)"),
        ("Frank", None),
        ("Frank (M)", None),
        ("Berg (C)", None),
        ("Erik Åhs (C)", "Erik Åhs (C)"),
    ],
)
def test_a_surname_is_the_one_present_who_bears_it_with_that_party(printed: str, meant: str | None) -> None:
    named = person(printed)
    assert meant_by(PRESENT, named.name, named.party) == (person(meant) if meant else None)
    if " " not in named.name:
        assert meant_by(None, named.name, named.party) is None


def of_file(path: Path) -> Register:
    return build(parts_of(1, read_bundle(path), SOMEWHERE), IDS)


def named(register: Register, role: str) -> dict[str, str | None]:
    """The people whom facts name in a role, with the name of the person that each is."""
    names = {row.id: row for _owner, row in register.shared if isinstance(row, values.Name)}
    people = {row.id: row.name for _owner, row in register.shared if isinstance(row, values.Person)}
    found = (names[row.name_id] for row in register.owned if isinstance(row, values.Mention) and row.role == role)
    return {f"{name.name} ({name.party})": people.get(name.person_id or "") for name in found}


@pytest.mark.shared
def test_surnames_in_a_file_are_those_present(shared: Path) -> None:
    register = of_file(shared / "probes" / "situations" / "sn1.pdf")
    assert named(register, "mover") == {"Rolf Frank (SD)": "Rolf Frank", "Nils Erik Åhs (C)": "Nils Erik Åhs"}
    assert named(register, "reservant") == {"Cilla Frank (V)": "Cilla Frank"}
    people = {row.id: row.name for _owner, row in register.shared if isinstance(row, values.Person)}
    assert "Frank" not in people.values()


@pytest.mark.shared
def test_a_name_in_decomposed_letters_is_the_same_person(shared: Path) -> None:
    register = of_file(shared / "probes" / "situations" / "sn2.pdf")
    assert named(register, "reservant") == {"Nils-Erik Åhs (C)": "Nils-Erik Åhs"}
    people = {row.id for _owner, row in register.shared if isinstance(row, values.Person) and "Åhs" in row.name}
    assert len(people) == 1


@pytest.mark.shared
def test_two_of_one_name_on_one_list_are_a_finding(shared: Path) -> None:
    register = of_file(shared / "probes" / "situations" / "p1.pdf")
    (found,) = (row for row in register.owned if isinstance(row, values.Finding) and row.code == "namesakes")
    assert found.params["people"] == ["Anna Lind (S)", "Anna Lind (M)"]
