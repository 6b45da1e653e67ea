"""The pictures of README and docs: each that the script draws is there, is light, and is shown by a page with words for it."""

from __future__ import annotations

import re

import pytest

from scripts.picture import CASE, DESK, ROOT, SHOWN

_MOST = 80_000  # bytes
_SHOWING = {CASE: ROOT / "README.md"}


@pytest.mark.parametrize("name", [CASE, *SHOWN, DESK])
def test_a_picture_is_there_and_light_and_told_in_words(name: str) -> None:
    assert 0 < (ROOT / "docs" / f"{name}.webp").stat().st_size < _MOST
    page = _SHOWING.get(name, ROOT / "docs" / "pictures.md").read_text()
    assert re.search(rf"!\[[^\]]{{40,}}\]\((?:docs/)?{name}\.webp\)", page)
