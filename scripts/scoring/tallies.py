"""Counts of right, wrong and missed things, per field; added up over files, and the figures that follow."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scripts.scoring.golds import SCORE

# Where a wrong fact about who wanted what would hurt the most, precision is pooled over these.
POOLED = ("ballots", "vote_counts", "vote_meaning", "movers", "reservations", "statements")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one field: `tp` right, `fp` wrong or too many, `fn` missed; of those, `silent` that no doubt of the reading is
    about; `notes` as score.py words each miss."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    silent: int = 0
    notes: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.tp + other.tp,
            self.fp + other.fp,
            self.fn + other.fn,
            self.silent + other.silent,
            (*self.notes, *other.notes),
        )

    @property
    def things(self) -> int:
        """How many things the gold asks for."""
        return self.tp + self.fn

    @property
    def told(self) -> float:
        """The share of the faults that some doubt warns of; 1 where there is no fault."""
        faults = self.fp + self.fn
        return 1 - self.silent / faults if faults else 1.0

    @property
    def right_or_told(self) -> float:
        """The share of all that is right, or wrong and doubted."""
        whole = self.tp + self.fp + self.fn
        return 1 - self.silent / whole if whole else 1.0

    @property
    def precision(self) -> float:
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        return self.tp / self.things if self.things else 1.0

    @property
    def f1(self) -> float:
        whole = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / whole if whole else 1.0


Tallies = Mapping[str, Tally]


def score(gold: Path, predicted: Json) -> dict[str, Tally]:
    """What the shared score.py, run as it is, says of one reading, by field."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(predicted, file, ensure_ascii=False)
        file.flush()
        command = [sys.executable, str(SCORE), str(gold), file.name, "--json", "--details"]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    fields: dict[str, Json] = json.loads(printed)["fields"]
    return {
        name: Tally(row["tp"], row["fp"], row["fn"], row["silent"], tuple(row["notes"])) for name, row in fields.items()
    }


def score_json(gold: Json, predicted: Json) -> dict[str, Tally]:
    """The same of a gold that is no file, by score.py loaded into this process: for readings by the hundred."""
    compared = _scorer().Score()
    compared.bundle(gold, predicted)
    fields: Json = compared.scored()
    return {
        name: Tally(tally.tp, tally.fp, tally.fn, tally.silent, tuple(tally.notes)) for name, tally in fields.items()
    }


@cache
def _scorer() -> Any:
    name = "shared_score"
    spec = importlib.util.spec_from_file_location(name, SCORE)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def add_up(all_tallies: Iterable[Tallies]) -> dict[str, Tally]:
    """The same fields over several files."""
    whole: dict[str, Tally] = {}
    for tallies in all_tallies:
        for name, tally in tallies.items():
            whole[name] = whole.get(name, Tally()) + tally
    return whole


def micro(tallies: Tallies) -> Tally:
    """All fields as one."""
    return sum(tallies.values(), Tally())


def macro_f1(tallies: Tallies) -> float:
    """The mean of the fields' F1, each field weighing the same."""
    return sum(tally.f1 for tally in tallies.values()) / len(tallies) if tallies else 1.0


def pooled(tallies: Tallies) -> Tally:
    """Ballots, vote counts, vote meaning, movers, reservations and statements as one."""
    return sum((tally for name, tally in tallies.items() if name in POOLED), Tally())
