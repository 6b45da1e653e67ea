"""Every kind of the shared probes, in further words and in a further layout, all invented.

`kinds/*.toml`, a table for each kind: `probes` holds what is read of each shared page of the kind; `wordings` and
`layouts` are pages of our own: `whole`, or what stands beneath the heading of the minutes (`text`), in their § 41 (`item`)
or on their cover (`cover`). Each names the facts (tests/importers/short.py) that must be read: all of its keys, no fact
more and none less. A grave doubt counts as a fact; where none is named there is none.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from importers.bundle import Bundle
from tests.importers.reading import read_file
from tests.importers.short import told
from tests.importers.typeset import bundle_of
from tests.places import SHARED

KINDS: dict[str, dict[str, Any]] = {
    name: kind
    for path in sorted(Path(__file__).with_name("kinds").glob("*.toml"))
    for name, kind in tomllib.loads(path.read_text("utf-8")).items()
}
HEAD = "Älnsjö kommun                  SAMMANTRÄDESPROTOKOLL\nParknämnden                    2025-03-04\n\n"
ITEM = "# § 41 Lån av stolar\n# Beslut\nStolar lånas ut.\n"


def printed(page: dict[str, str]) -> str:
    """The whole text of a page of our own."""
    if "whole" in page:
        return page["whole"].replace("@HEAD\n", HEAD)
    if "cover" in page:
        return f"{HEAD}{page['cover']}\n\n{ITEM}"
    return HEAD + (page["text"] if "text" in page else ITEM + page["item"])


OWN = [
    pytest.param(printed(page), page["facts"], id=f"{name}: {form[:-1]} {number}")
    for name, kind in KINDS.items()
    for form in ("wordings", "layouts")
    for number, page in enumerate(kind[form], 1)
]
PROBES = [(probe, facts) for kind in KINDS.values() for probe, facts in kind["probes"].items()]
# Situations of the register, of files and pictures, and of letters, which tests of their own hold (tests/app, tests/importers/pdf).
OF_OTHERS = ["nfd", "sn2", "softhyphen", "a1", "a2", "attach", "cropout", "emoji", "emoji_lone_hi", "emoji_math", "forged", "form", "invisible", "m6", "mo0", "p1", "p4", "p5", "pattern-self", "plumber-index", "pn-annot", "pn-attach", "pn-form", "pn-meta", "pn-text", "portfolio", "redact", "st2", "v1", "v2", "v3"]  # fmt: skip


def stated(bundle: Bundle, facts: list[str]) -> list[str]:
    """What is read of the keys that the facts name."""
    keys = {"error", *(fact.partition(":")[0] for fact in facts)}
    return [fact for fact in told(bundle) if fact.partition(":")[0] in keys]


@pytest.mark.parametrize(("text", "facts"), OWN)
def test_a_page_of_our_own(text: str, facts: list[str]) -> None:
    assert stated(bundle_of(*text.split("@page\n")), facts) == facts


@pytest.mark.shared
@pytest.mark.parametrize(("name", "facts"), PROBES, ids=[name for name, _ in PROBES])
def test_a_shared_page(name: str, facts: list[str]) -> None:
    assert stated(read_file(SHARED / "probes" / f"{name}.pdf"), facts) == facts


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_has_two_wordings_and_a_layout(name: str) -> None:
    kind = KINDS[name]
    assert (len(kind["wordings"]) >= 2, len(kind["layouts"]) >= 1, len(kind["probes"]) >= 1) == (True, True, True)


@pytest.mark.shared
def test_every_shared_page_is_of_a_kind() -> None:
    folder = SHARED / "probes"
    pages = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.pdf")}
    known = {name for name, _ in PROBES} | {f"situations/{name}" for name in OF_OTHERS}
    assert (sorted(pages - known), sorted(known - pages)) == ([], [])
