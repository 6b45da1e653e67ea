"""Pages in forms that no shared page has: `forms*.toml`, one a table, each with all that must be read of the keys it names."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.importers.test_kinds import printed, stated
from tests.importers.typeset import bundle_of

FILES = sorted(Path(__file__).parent.glob("forms*.toml"))
FORMS = {name: page for file in FILES for name, page in tomllib.loads(file.read_text("utf-8")).items()}


@pytest.mark.parametrize("name", FORMS)
def test_a_page_gives_its_facts_and_no_others(name: str) -> None:
    page = FORMS[name]
    assert stated(bundle_of(*printed(page).split("@page\n")), page["facts"]) == page["facts"]
