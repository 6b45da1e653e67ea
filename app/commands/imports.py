"""`diarium import FILE…`: PDFs into the register, with progress on stderr and a table of what came of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from app.commands.installation import actor, installation
from app.db import Stores
from app.errors import Exit, FileNotFound, MunicipalityNeeded, Unreadable
from app.i18n import N_, gettext
from app.imports import given, import_file
from app.register.municipalities import Municipality
from app.settings import Settings, settings
from app.terminal import cell, err, json_text, printable, say, write
from app.uploads import Receipt, State
from importers.pdf.limits import MOST_BYTES

_ = gettext
# Of several files the gravest counts.
_GRAVITY = (Exit.OUR_FAULT, Exit.WRONG_USE, Exit.UNREADABLE, Exit.NEEDS_REVIEW, Exit.DONE, Exit.NOTHING_NEW)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import", help=N_("Läs in PDF-filer i registret. Samma fil två gånger ändrar ingenting."))(import_)


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FIL", help=N_("PDF-filer att läsa in."))],
    place: Annotated[
        str | None,
        typer.Option("--for", metavar="KOMMUN", help=N_("Kommunen (namn eller kod), om filen inte säger vilken.")),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv kvittona som JSON."))] = False,
) -> int:
    """Import each file; gives the gravest exit code of them all, 5 where nothing was new."""
    chosen = given(place) if place else None
    with installation() as stores:
        ended = import_all(stores, files, chosen, settings())
    receipts = [receipt for receipt, _code in ended if receipt]
    if as_json:
        write(json_text([_plain(receipt) for receipt in receipts]))
    elif receipts:
        print_receipts(receipts)
    return min((code for _receipt, code in ended), key=_GRAVITY.index, default=Exit.NOTHING_NEW)


def import_all(
    stores: Stores, files: list[Path], place: Municipality | None, using: Settings
) -> list[tuple[Receipt | None, Exit]]:
    """Import the files one after another, each refusal told in a sentence as it comes."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    ended = []
    with Progress(*columns, console=err(), transient=True) as progress:
        task = progress.add_task(_("Läser in"), total=len(files))
        for file in files:
            progress.update(task, description=printable(file.name, 40))
            ended.append(_import_one(stores, file, place, using))
            progress.advance(task)
    return ended


def _import_one(stores: Stores, file: Path, place: Municipality | None, using: Settings) -> tuple[Receipt | None, Exit]:
    try:
        receipt = import_file(stores, using, read_bytes(file), file.name, actor(), place)
    except (Unreadable, MunicipalityNeeded, FileNotFound) as problem:
        say(f"{file}: {problem.sentence()}")
        return None, problem.exit_code
    return receipt, exit_code(receipt)


def exit_code(receipt: Receipt) -> Exit:
    """What one file's import amounts to: 5 where nothing was new, 3 where somebody has to look."""
    if receipt.state is State.DUPLICATE:
        return Exit.NOTHING_NEW
    return Exit.NEEDS_REVIEW if receipt.doubts or receipt.state is State.HELD else Exit.DONE


def read_bytes(file: Path) -> bytes:
    """The file's bytes, at most one more than a file may have. Raises `FileNotFound`."""
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as missing:
        raise FileNotFound(str(file)) from missing


def print_receipts(receipts: list[Receipt]) -> None:
    """What came of each file, as a table on stderr: the data is in the register."""
    words = {
        State.IMPORTED: _("inläst"),
        State.HELD: _("inläst, hålls för granskning"),
        State.DUPLICATE: _("redan inläst"),
        State.REFUSED: _("avvisad"),
    }
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Fil"), _("Utfall"), _("Handlingar"), "§§", _("Yrkanden"), _("Reservationer"), _("Att granska")):
        table.add_column(heading)
    for receipt in receipts:
        counts = (receipt.documents, receipt.items, receipt.yrkanden, receipt.reservations, receipt.doubts)
        shown = counts if receipt.state in {State.IMPORTED, State.HELD} else ("",) * len(counts)
        table.add_row(cell(receipt.name, limit=60), cell(words[receipt.state]), *(cell(n) for n in shown))
    err().print(table)


def _plain(receipt: Receipt) -> dict[str, object]:
    return {name: getattr(receipt, name) for name in receipt.__slots__}
