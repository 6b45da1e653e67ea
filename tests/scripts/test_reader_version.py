"""The reader's version is another when what is read can be another, and only then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from importers import READER
from importers.reader import NUMBER
from scripts.reader_version import READER as TOLD
from scripts.reader_version import ROOT, find_fault, sources, written

CODE = '"""A module."""\nNAMES = ("anna", "bo")\n\n\ndef find(text: str) -> bool:\n    """Whether."""\n    return text in NAMES\n'
FILE = 'NUMBER = 4\nRELEASED = "aaaa"\nSOURCES = "aaaa"\n'


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "importers").mkdir()
    (tmp_path / "importers/names.py").write_text(CODE)
    (tmp_path / "importers/reader.py").write_text(FILE)
    (tmp_path / "requirements.txt").write_text("pypdfium2==5.0 \\\n    --hash=sha256:00\nalembic==1.0\n")
    return tmp_path


def test_the_version_tells_what_the_readers_are_made_of() -> None:
    fault = find_fault((ROOT / TOLD).read_text(), sources(ROOT))
    assert fault is None, fault
    assert re.fullmatch(rf"{NUMBER}(?:\.r[0-9a-f]{{8}})?", READER.version)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A module.", "The module."),
        ("Whether.", "Whether it is."),
        ("    return", "    # why\n    return"),
        ("\n\n\n", "\n"),
    ],
    ids=["docstring", "docstring of a function", "comment", "layout"],
)
def test_what_is_only_written_otherwise_is_the_same_reader(tree: Path, old: str, new: str) -> None:
    before = sources(tree)
    (tree / "importers/names.py").write_text(CODE.replace(old, new))
    assert sources(tree) == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("importers/names.py", "anna", "Anna"),
        ("importers/names.py", "text in", "text not in"),
        ("importers/names.py", "(text", "(line"),
        ("importers/words.txt", "", "ord"),
        ("requirements.txt", "pypdfium2==5.0", "pypdfium2==5.1"),
    ],
)
def test_what_can_read_otherwise_is_another_reader(tree: Path, name: str, old: str, new: str) -> None:
    before, path = sources(tree), tree / name
    path.write_text((path.read_text() if path.exists() else "").replace(old, new, 1))
    assert sources(tree) != before


def test_other_pins_and_the_file_that_tells_it_are_no_part_of_the_reader(tree: Path) -> None:
    before = sources(tree)
    (tree / "importers/reader.py").write_text(FILE.replace("4", "5"))
    (tree / "requirements.txt").write_text("pypdfium2==5.0 \\\n    --hash=sha256:01\nalembic==2.0\n")
    assert sources(tree) == before


def test_many_changes_between_two_releases_are_one_number() -> None:
    text = written(written(FILE, "bbbb"), "cccc")
    assert text == 'NUMBER = 4\nRELEASED = "aaaa"\nSOURCES = "cccc"\n'
    released = written(text, "cccc", release=True)
    assert released == 'NUMBER = 5\nRELEASED = "cccc"\nSOURCES = "cccc"\n'
    assert written(released, "cccc", release=True) == released
    assert find_fault(released, "cccc") is None
    assert "--write" in str(find_fault(released, "dddd"))
