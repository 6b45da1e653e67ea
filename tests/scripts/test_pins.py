"""The gate over pinned packages finds what is out of step."""

from __future__ import annotations

from pathlib import Path

from scripts.pins import find_faults, pins, unhashed, unmet


def test_the_lists_are_in_step() -> None:
    assert list(find_faults()) == []


def test_a_dependency_without_a_pin_is_found() -> None:
    assert list(unmet(["fastapi>=0.120", "Jinja2>=3"], {"jinja2": "3.1.6"}, "requirements.txt")) == [
        "requirements.txt does not meet fastapi>=0.120: it has None"
    ]


def test_a_pin_that_is_too_old_is_found() -> None:
    assert list(unmet(["alembic>=1.16"], {"alembic": "1.15.2"}, "requirements.txt")) == [
        "requirements.txt does not meet alembic>=1.16: it has 1.15.2"
    ]


def test_a_pin_without_a_hash_is_found(tmp_path: Path) -> None:
    listed = tmp_path / "requirements.txt"
    listed.write_text("a==1 \\\n    --hash=sha256:00\nb==2\nc\n")
    assert list(unhashed(listed)) == ["requirements.txt: b==2 has no hash", "requirements.txt: c is no pin"]
    assert pins(listed) == {"a": "1", "b": "2"}
