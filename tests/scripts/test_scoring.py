"""Floors only go up, and every golden folder is read as expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers import read_bundle
from importers.bundle import bundle_to_json
from scripts.draw_golden import pdf_of as drawn
from scripts.scoring.doubts import doubts_table, false_doubts
from scripts.scoring.expected import differs, write
from scripts.scoring.floors import fallen, raised, read_floors, write_floors
from scripts.scoring.golds import DOCUMENTS, pdf_of
from scripts.scoring.reasons import read_reasons, stale, true_faults
from scripts.scoring.tables import misses
from scripts.scoring.tallies import Fault, Tally

FOLDERS = sorted(gold.parent for gold in DOCUMENTS.glob("*/*/gold.json"))


def test_a_floor_is_raised_and_never_lowered() -> None:
    floors = {"corpus": {"macro F1": 0.9, "F1 movers": 0.8}, "scan": {"macro F1": 0.95}}
    assert raised(
        floors,
        {"corpus": {"macro F1": 0.85, "F1 movers": 0.87654, "pooled precision": 1.0}, "scan": {"F1 movers": 1.0}},
    ) == {
        "corpus": {"macro F1": 0.9, "F1 movers": 0.876, "pooled precision": 0.99},
        "scan": {"macro F1": 0.95},
    }


def test_a_figure_under_its_floor_is_said_and_a_set_not_at_hand_is_not_held() -> None:
    floors = {"corpus": {"macro F1": 0.9, "F1 movers": 0.8}, "scan": {"macro F1": 0.95}}
    figures = {"corpus": {"macro F1": 0.8999, "F1 movers": 0.8}}
    assert fallen(floors, figures) == ["corpus: macro F1 is 0.8999, its floor is 0.900"]
    assert fallen(floors, {"corpus": {"macro F1": 1.0}}) == ["corpus: F1 movers is 0.0000, its floor is 0.800"]


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = {"corpus": {"F1 movers": 0.8}, "corpus, without leaflets": {"macro F1": 0.9}}
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors


REASONS = """
[["corpus/a".movers]]
note = "missing § 5"
reason = "The name is torn."
"""


def test_a_miss_is_told_with_its_reason_and_a_stale_reason_is_said(tmp_path: Path) -> None:
    (tmp_path / "reasons.toml").write_text(REASONS, "utf-8")
    reasons = read_reasons(tmp_path / "reasons.toml")
    faults = (Fault("missing § 5: Xerxes Q", 1, told=True), Fault("missing § 6: Zz Ö", 1, told=False))
    missed = {"movers": Tally(1, 0, 2, faults)}
    told = list(misses("corpus/a", missed, pdf_of(FOLDERS[0]), reasons))
    assert told == [
        "  movers: missing § 5: Xerxes Q\n      why: The name is torn.",
        "  movers: missing § 6: Zz Ö  (silent)\n      why: no reason is given",
    ]
    assert list(stale(reasons, {"corpus/a": missed})) == []
    assert list(stale(reasons, {"corpus/a": {"movers": Tally(3)}})) == [
        "reasons.toml: nothing is missed any more of corpus/a, movers: missing § 5"
    ]
    assert list(stale(reasons, {"corpus/b": {}})) == []


def test_a_fault_of_the_gold_is_not_the_readers(tmp_path: Path) -> None:
    (tmp_path / "reasons.toml").write_text(REASONS + "gold_wrong = true\n", "utf-8")
    mine = Fault("missing § 6: Zz Ö", 1, told=False)
    tallies = {"movers": Tally(1, 0, 2, (Fault("missing § 5: Xerxes Q", 1, told=False), mine))}
    assert list(true_faults(read_reasons(tmp_path / "reasons.toml"), "corpus/a", tallies)) == [mine]
    assert tallies["movers"].silent == 2


def test_a_doubt_is_false_where_nothing_is_wrong_and_it_is_of_the_reading() -> None:
    document = {"items": [{"number": "5"}, {"number": "6"}]}
    abouts = ["/documents/0/items/0", "/documents/0/items/1", "/documents/0", None]
    bundle = {
        "documents": [document],
        "words": {"total": 1000},
        "doubts": [
            *({"code": "title_odd", "about": about} for about in abouts),
            {"code": "pages_missing", "about": "/documents/0"},
        ],
    }
    doubts = false_doubts(bundle, [id(document["items"][0])])
    assert (doubts.words, dict(doubts.kinds), round(doubts.words_per_doubt)) == (1000, {"title_odd": 3}, 333)
    assert doubts_table({"own": doubts}).splitlines()[-1].split() == ["title_odd", "3", "6.00"]


def test_the_reasons_that_are_kept_can_be_read() -> None:
    assert all(one.note and one.reason for one in read_reasons())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: f"{folder.parent.name}-{folder.name}")
def test_a_golden_folder_is_read_as_expected(folder: Path) -> None:
    assert differs(folder, bundle_to_json(read_bundle(pdf_of(folder)))) == ""


def test_a_changed_reading_shows(tmp_path: Path) -> None:
    bundle = bundle_to_json(read_bundle(pdf_of(FOLDERS[0])))
    write(tmp_path, bundle)
    bundle["documents"][0]["body"] = "Valnämnden"
    assert '-   "body": "Kommunstyrelsen"' in differs(tmp_path, bundle)


@pytest.mark.parametrize("pages", sorted(DOCUMENTS.glob("*/*/pages.txt")), ids=lambda path: path.parent.name)
def test_a_golden_folder_kept_as_text_is_drawn_byte_for_byte(pages: Path) -> None:
    assert drawn(pages.read_text("utf-8")) == pages.with_suffix(".pdf").read_bytes()
