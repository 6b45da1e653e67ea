"""The figures as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from string import ascii_lowercase
from typing import NamedTuple

from scripts.scoring.lines import where
from scripts.scoring.reasons import Reason, reason_of
from scripts.scoring.shares import Shares
from scripts.scoring.tallies import Fault, Tallies, Tally, macro_f1, micro, pooled

FEW = 20  # of a field with fewer things, every miss is listed


def table(title: str, tallies: Tallies) -> str:
    """Precision, recall and F1 of each field, and of all of them together."""
    head = f"{title:<46}{'right':>6}{'wrong':>6}{'missed':>7}{'silent':>7}{'prec':>8}{'rec':>8}{'F1':>8}"
    rows = [_row(name, tally) for name, tally in tallies.items()]
    ends = [_row("all fields (micro)", micro(tallies)), _row("votes, movers, reservations …", pooled(tallies))]
    return "\n".join([head, *rows, *ends, f"  {'macro F1':<80}{macro_f1(tallies):>10.3f}"])


def _row(name: str, tally: Tally) -> str:
    counts = f"{tally.tp:>6}{tally.fp:>6}{tally.fn:>7}{tally.silent:>7}"
    return f"  {name:<44}{counts}{tally.precision:>8.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"


def matrix(by_file: Mapping[str, Tallies]) -> str:
    """F1 of each field in each file, files across."""
    names = list(by_file)
    fields = list(dict.fromkeys(field for tallies in by_file.values() for field in tallies))
    lines = [f"  ({letter}) {name}" for letter, name in zip(_letters(), names, strict=False)]
    lines.append(
        f"{'F1 by file':<25}" + "".join(f"{f'({letter})':>7}" for letter, _ in zip(_letters(), names, strict=False))
    )
    for field in fields:
        found = (by_file[name].get(field) for name in names)
        lines.append(f"  {field:<23}" + "".join(f"{tally.f1:>7.3f}" if tally else f"{'·':>7}" for tally in found))
    lines.append(f"  {'macro':<23}" + "".join(f"{macro_f1(by_file[name]):>7.3f}" for name in names))
    return "\n".join(lines)


def _letters() -> Iterator[str]:
    return (f"{round_ or ''}{letter}" for round_ in count() for letter in ascii_lowercase)


def misses(case: str, tallies: Tallies, pdf: Path, reasons: Sequence[Reason]) -> Iterator[str]:
    """Each miss with its line in the file, and why it is one."""
    for field, tally in tallies.items():
        for note, _, told in tally.faults:
            stands = where(pdf, note)
            why = reason_of(reasons, case, field, note) or "no reason is given"
            yield (
                f"  {field}: {note}"
                + ("" if told else "  (silent)")
                + (f"\n      {stands}" if stands else "")
                + f"\n      why: {why}"
            )


def summary(figures: Mapping[str, Mapping[str, float]]) -> str:
    """One line for each set: its macro F1, micro F1, precision, and the share of the faults that are doubted."""
    names = ("macro F1", "micro F1", "precision", "pooled precision", "faults told", "right or told")
    lines = [f"{'set':<25}" + "".join(f"{name:>18}" for name in names)]
    return "\n".join(
        lines + [f"  {where:<23}" + "".join(f"{row[name]:>18.3f}" for name in names) for where, row in figures.items()]
    )


class FaultsOfSet(NamedTuple):
    """All faults of a set, and those that are the reader's: where the gold is right."""

    all: Sequence[Fault]
    true: Sequence[Fault]


def faults_table(by_set: Mapping[str, FaultsOfSet]) -> str:
    """Of each set, how many faults there are and how many are silent; the same of those with a gold that is right."""
    lines = [f"{'faults':<25}{'all':>8}{'silent':>8}{'true':>8}{'silent':>8}{'share':>8}"]
    for name, faults in by_set.items():
        (every, untold), (true, silent) = _counted(faults.all), _counted(faults.true)
        share = silent / true if true else 0.0
        lines.append(f"  {name:<23}{every:>8}{untold:>8}{true:>8}{silent:>8}{share:>8.1%}")
    return "\n".join(lines)


def _counted(faults: Sequence[Fault]) -> tuple[int, int]:
    return sum(fault.weight for fault in faults), sum(fault.weight for fault in faults if not fault.told)


def words_table(shares: Mapping[str, Shares]) -> str:
    """Of each file and of all, the share of words unread, and of words that stand only in sections of role "other"."""
    whole = sum(shares.values(), Shares())
    lines = [f"{'words':<50}{'all':>8}{'unread':>9}{'other':>9}{'both':>9}"]
    for name, one in [*shares.items(), ("the whole corpus", whole)]:
        unread, other = (part / one.total if one.total else 0.0 for part in (one.unread, one.other))
        lines.append(f"  {name:<48}{one.total:>8}{unread:>9.2%}{other:>9.2%}{unread + other:>9.2%}")
    return "\n".join(lines)
