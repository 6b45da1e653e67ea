"""Where tests find what is not in the repository, and what becomes of a test whose part is missing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("DIARIUM_SHARED") or ROOT.parent / "shared").resolve()
IN_CI = os.environ.get("CI") == "true"


def missing(what: str, remedy: str) -> NoReturn:
    """End the test: skipped at home, failed in CI, where nothing may be missing."""
    sentence = f"{what} is missing: {remedy}"
    if IN_CI:
        pytest.fail(sentence, pytrace=False)
    pytest.skip(sentence)


def has_shared() -> bool:
    """Whether the data set that DIARIUM_SHARED points at is there."""
    return (SHARED / "seed").is_dir()
