"""`diarium check`: whether the journal, the files and the registers are whole."""

from __future__ import annotations

from app.commands.installation import installation, settings
from app.commands.terminal import write
from app.errors import Exit
from app.installation.checking import Report, check
from app.language.i18n import gettext
from app.language.printable import printable

_ = gettext


def check_all() -> int:
    """Print what was looked at. Gives 1 where something is not whole."""
    with installation() as stores:
        report = check(stores, settings().data_dir)
    for line in lines(report):
        write(printable(line))
    return Exit.DONE if report.whole else Exit.OUR_FAULT


def lines(report: Report) -> list[str]:
    """The report in words, a line for each thing looked at."""
    return [
        _("Journalen: {n} poster, kedjan är hel.").format(n=report.entries)
        if report.broken_entry is None
        else _("Journalen: post {seq} är inte vad som skrevs.").format(seq=report.broken_entry),
        _("Filer: {n}, saknade {missing}, ändrade {changed}.").format(
            n=report.files, missing=len(report.missing_files), changed=len(report.changed_files)
        ),
        *(_("Saknas: {sha256}").format(sha256=digest) for digest in report.missing_files),
        *(_("Ändrad: {sha256}").format(sha256=digest) for digest in report.changed_files),
        _("Registret: {n} rader skiljer sig från journalen.").format(n=report.desk_rows),
        _("Det publika registret: {n} rader skiljer sig från journalen.").format(n=report.public_rows),
    ]
