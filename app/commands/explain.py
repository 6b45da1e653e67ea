"""`diarium explain FILE`: what each place of a PDF was taken for, page by page, as a list or beside the pages' pictures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from app.commands.parse import print_reading, read
from app.commands.tables import cell, out
from app.commands.terminal import say
from app.errors import Exit, WrongUse
from app.explaining.marks import Mark, by_page, marks
from app.explaining.saying import name_of, says
from app.explaining.sheet import sheet
from app.journal.files import read_bytes
from app.language.i18n import gettext
from importers.bundle import Bundle, Severity
from importers.pdf.limits import HEAD_BYTES

_ = gettext

_LONGEST_QUOTE = 160


def explain(file: Path, target: Path | None, *, html: bool) -> int:
    """Print the reading page by page, or write it as HTML: to `target`, else beside the file.

    Gives 3 where the reading has doubts of severity error, else 0. Raises `WrongUse`.
    """
    if target is not None and not html:
        raise WrongUse(_("Ange --html för att skriva till {path}.").format(path=target))
    data = read_bytes(file)
    bundle = read(data, file)
    if html:
        write_sheet(bundle, data, target or file.with_suffix(".html"))
    else:
        print_pages(out(), bundle)
    return Exit.NEEDS_REVIEW if any(doubt.severity is Severity.ERROR for doubt in bundle.doubts) else Exit.DONE


def write_sheet(bundle: Bundle, data: bytes, target: Path) -> None:
    """Write the HTML to `target`. Raises `WrongUse` where nothing can be written there, or a PDF lies there."""
    try:
        if target.is_file() and _is_pdf(target):
            raise WrongUse(_("{path} är en PDF. Ange en annan fil att skriva till.").format(path=target))
        with target.open("w", encoding="utf-8") as page:
            page.writelines(sheet(bundle, data))
    except OSError as fault:
        raise WrongUse(_("{path} går inte att skriva.").format(path=target)) from fault
    say(_("Skrev {path}.").format(path=target))


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return b"%PDF-" in file.read(HEAD_BYTES)


def print_pages(console: Console, bundle: Bundle) -> None:
    """Each page's marks by line, then the count of words and the doubts."""
    pages = by_page(marks(bundle))
    for info in bundle.file.pages:
        console.print()
        console.print(cell(_("Sidan {n}").format(n=info.number), "bold"))
        _print_marks(console, pages.get(info.number, ()), info.number)
    console.print()
    print_reading(console, bundle)


def _print_marks(console: Console, marks: Iterable[Mark], page: int) -> None:
    for mark in marks:
        lines = [place.line for place in mark.on(page)]
        where = f"{lines[0]}–{lines[-1]}" if lines[-1] > lines[0] else f"{lines[0]}"
        style = "bold" if mark.whole else ""
        line = [cell(f"{where:>7}  "), cell(f"{name_of(mark)}: ", style), cell(says(mark))]
        if not mark.whole:
            line += [
                Text(" ”" if says(mark) else "”"),
                cell(mark.source.quote, "dim", _LONGEST_QUOTE),
                Text("”", "dim"),
            ]
        console.print(Text.assemble(*line), soft_wrap=True)
