"""What became of each imported file, in words: a closing table, what failed and why, and one exit code for them all."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.table import Table

from app.commands.tables import cell, err, out
from app.commands.terminal import say
from app.errors import DiariumError, Exit
from app.imports.dry_run import RowCounts
from app.imports.uploads import Receipt, State
from app.language.i18n import N_, gettext
from app.language.readings import difference_line
from app.register.differing import Difference

_ = gettext
_MOST_LINES = 20  # about one file
_MOST_FILES = 5  # named of one municipality
# Of several files the gravest counts.
_GRAVITY = (Exit.OUR_FAULT, Exit.WRONG_USE, Exit.UNREADABLE, Exit.NEEDS_REVIEW, Exit.DONE, Exit.NOTHING_NEW)
_WORDS = {
    State.QUEUED: N_("väntar"),
    State.IMPORTED: N_("inläst"),
    State.HELD: N_("inläst, hålls inne"),
    State.DUPLICATE: N_("redan inläst"),
    State.REFUSED: N_("avvisad"),
}


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of one file, under the name that the person gave it; `seconds` is None where nothing was read."""

    file: str
    came_to: Receipt | DiariumError
    seconds: float | None = None

    @property
    def state(self) -> State:
        return self.came_to.state if isinstance(self.came_to, Receipt) else State.REFUSED

    @property
    def exit_code(self) -> Exit:
        if isinstance(self.came_to, DiariumError):
            return self.came_to.exit_code
        if self.came_to.state is State.DUPLICATE:
            return Exit.NOTHING_NEW
        to_look_at = self.came_to.doubts or self.came_to.differs or self.came_to.state is State.HELD
        return Exit.NEEDS_REVIEW if to_look_at else Exit.DONE


def gravest(ended: Iterable[Ended]) -> Exit:
    """1, then 2, 4, 3, 0; 5 only where nothing was new."""
    return min((one.exit_code for one in ended), key=_GRAVITY.index, default=Exit.NOTHING_NEW)


def held_files(ended: Iterable[Ended]) -> set[str]:
    """The files (sha256) of which something is held."""
    return {one.came_to.sha256 for one in ended if isinstance(one.came_to, Receipt) and one.state is State.HELD}


def print_ended(ended: Sequence[Ended]) -> None:
    """The table and what failed, on stderr: the data is in the register."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Fil"), _("Utfall"), "§§", _("Yrkanden"), _("Reservationer"), _("Att granska"), _("Tid")):
        table.add_column(heading, justify="left" if heading in {_("Fil"), _("Utfall")} else "right", overflow="fold")
    for one in ended:
        table.add_row(cell(Path(one.file).name, limit=60), cell(_(_WORDS[one.state])), *(cell(n) for n in _counts(one)))
    if len(ended) > 1:
        table.add_section()
        table.add_row(cell(_("{n} filer").format(n=len(ended))), cell(""), *(cell(n) for n in _sums(ended)))
    err().print(table)
    for one in ended:
        if isinstance(one.came_to, DiariumError):
            say(f"{one.file}: {one.came_to.sentence()}")
        elif one.came_to.differs:
            _print_differing(one.file, one.came_to.differs)
    _print_places(ended)
    if any(one.state is State.HELD for one in ended):
        say(_("Vad som hålls inne, varför, och var i filen: diarium held"))


def _print_places(ended: Sequence[Ended]) -> None:
    """Which files were filed for which municipality, where they say more than one: somebody may have taken a neighbour's."""
    of_place: dict[str, list[str]] = {}
    for one in ended:
        if isinstance(one.came_to, Receipt) and one.came_to.municipality:
            of_place.setdefault(one.came_to.municipality, []).append(Path(one.file).name)
    for place, files in sorted(of_place.items()) if len(of_place) > 1 else ():
        listed = ", ".join(files[:_MOST_FILES])
        line = _("Inläst för {place}: {files}").format(place=place, files=listed)
        more = len(files) - _MOST_FILES
        say(f"{line} {_('och {n} till').format(n=more)}" if more > 0 else line)


def _print_differing(file: str, differs: Sequence[Difference]) -> None:
    """What a file's minutes tell otherwise than those of the same meeting, and the act that makes them the ones that count."""
    say(_("{file}: registret har redan ett protokoll från samma sammanträde, med annat innehåll:").format(file=file))
    for one in differs[:_MOST_LINES]:
        say(f"  {difference_line(one)}")
    if len(differs) > _MOST_LINES:
        say("  " + _("och {n} till").format(n=len(differs) - _MOST_LINES))
    say(_("Är det här det rättade protokollet: diarium act corrected {file} --reason …").format(file=shlex.quote(file)))


def print_rows(rows: Mapping[str, RowCounts]) -> None:
    """The rows that would come, change and go, by table, on stdout."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Tabell"), _("Nya rader"), _("Ändrade"), _("Borttagna")):
        table.add_column(heading, justify="left" if heading == _("Tabell") else "right")
    for name, counts in sorted(rows.items()):
        table.add_row(cell(name), cell(counts.new), cell(counts.changed), cell(counts.gone))
    out().print(table)


def plain(one: Ended) -> dict[str, Any]:
    """What became of a file as JSON: its receipt, or what it was refused for."""
    if isinstance(one.came_to, Receipt):
        receipt = asdict(one.came_to)
        return {"file": one.file, **receipt, "problem": None}
    problem = {"code": one.came_to.code, "sentence": one.came_to.sentence()}
    return {"file": one.file, "state": State.REFUSED, "problem": problem}


def _numbers(one: Ended) -> tuple[int, ...] | None:
    receipt = one.came_to
    if not isinstance(receipt, Receipt) or receipt.state is State.DUPLICATE:
        return None
    return receipt.items, receipt.yrkanden, receipt.reservations, receipt.doubts


def _counts(one: Ended) -> tuple[str, ...]:
    numbers = _numbers(one)
    time = f"{one.seconds:.1f} s" if one.seconds is not None else ""
    return (*(("",) * 4 if numbers is None else map(str, numbers)), time)


def _sums(ended: Sequence[Ended]) -> tuple[str, ...]:
    columns = zip(*(numbers for one in ended if (numbers := _numbers(one)) is not None), strict=True)
    sums = [str(sum(column)) for column in columns] or [""] * 4
    return (*sums, f"{sum(one.seconds or 0 for one in ended):.1f} s")
