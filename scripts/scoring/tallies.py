"""Counts of right, wrong and missed things, per field; added up over files, and the figures that follow."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from scripts.scoring.golds import SCORE

# Where a wrong fact about who wanted what would hurt the most, precision is pooled over these.
POOLED = ("ballots", "vote_counts", "vote_meaning", "movers", "reservations", "statements")

Json = dict[str, Any]


class Fault(NamedTuple):
    """What is wrong, as score.py words it; as how many faults it counts; whether some doubt of the reading warns of it."""

    note: str
    weight: int
    told: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one field: `tp` right, `fp` wrong or too many, `fn` missed; `faults`: what these are."""

    tp: int = 0
    fp: int = 0
    fn: int = 0
    faults: tuple[Fault, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn, (*self.faults, *other.faults))

    @property
    def silent(self) -> int:
        """How many of the faults no doubt warns of."""
        return sum(fault.weight for fault in self.faults if not fault.told)

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(fault.note for fault in self.faults)

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


class Scores(NamedTuple):
    """The tallies of a reading by field, and the `id` of each of its documents and §§ in which something is wrong."""

    tallies: dict[str, Tally]
    wrong: frozenset[int]


def score(gold: Path, predicted: Json) -> Scores:
    """What the shared score.py says of one reading, by field."""
    return score_json(json.loads(gold.read_bytes()), predicted)


def score_json(gold: Json, predicted: Json) -> Scores:
    """The same of a gold that is no file."""
    compared = _scorer()()
    compared.bundle(gold, predicted)
    fields: Json = compared.scored()
    tallies = {
        name: Tally(tally.tp, tally.fp, tally.fn, tuple(compared.faults[name])) for name, tally in fields.items()
    }
    return Scores(tallies, frozenset(compared.wrong))


@cache
def _scorer() -> Any:
    """The shared Score, loaded into this process, that keeps each fault and the ids of the documents and §§ that have one."""
    name = "shared_score"
    spec = importlib.util.spec_from_file_location(name, SCORE)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SCORE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    shared: Any = module.Score

    class Keeping(shared):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.faults: dict[str, list[Fault]] = defaultdict(list)
            self.wrong: set[int] = set()
            self._compared: Json = {}

        def document(self, gold: Json, pred: Json) -> None:
            self._compared = pred
            super().document(gold, pred)

        def item(self, gold: Json, pred: Json) -> None:
            self._compared = pred
            super().item(gold, pred)

        def _note(self, field: str, sign: str, where: str, value: Any, faults: int = 1) -> None:
            super()._note(field, sign, where, value, faults)
            self.faults[field].append(Fault(self.tallies[field].notes[-1], faults, self.told))
            self.wrong.add(id(self._compared))

    return Keeping


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
