"""`diarium check` and `diarium checkpoint`: whether everything is whole, and what others can hold it against."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from app.commands.installation import installation, settings
from app.commands.offering import better_readings
from app.commands.terminal import write
from app.db import reading
from app.errors import Exit, WrongUse
from app.installation.checking import UNPROVED, Report, check
from app.journal.checkpoints import make_checkpoint
from app.language.i18n import gettext
from app.language.printable import printable

_ = gettext
_MOST_FAULTS = 20


def check_all(against: Path | None) -> int:
    """Print what was looked at. Gives 1 where something is not whole."""
    checkpoints = _held(against) if against else []
    with installation() as stores:
        report = check(stores, settings(), checkpoints)
        with reading(stores.desk) as session:
            better = better_readings(session)
    for line in (*lines(report), *([better] if better else [])):
        write(printable(line))
    return Exit.DONE if report.whole else Exit.OUR_FAULT


def checkpoint() -> None:
    """Write and publish a checkpoint, and print it: whoever keeps it elsewhere can hold the journal against it."""
    with installation() as stores:
        made = make_checkpoint(stores)
    write(orjson.dumps(made).decode())


def _held(path: Path) -> list[dict[str, Any]]:
    """The checkpoints in a file: one as it was printed, a line each, or the list that the API gives."""
    try:
        text = path.read_bytes()
        plain = [orjson.loads(line) for line in text.splitlines() if line.strip()]
    except (OSError, orjson.JSONDecodeError) as error:
        raise WrongUse(_("{path} innehåller inga kontrollpunkter.").format(path=path)) from error
    checkpoints = [one for whole in plain if isinstance(whole, dict) for one in whole.get("checkpoints", [whole])]
    if not checkpoints or not all(isinstance(one, dict) and isinstance(one.get("size"), int) for one in checkpoints):
        raise WrongUse(_("{path} innehåller inga kontrollpunkter.").format(path=path))
    return checkpoints


def lines(report: Report) -> list[str]:
    """The report in words, a line for each thing looked at."""
    return [
        _("Journalen: {n} poster, kedjan är hel.").format(n=report.entries)
        if report.broken_entry is None
        else _("Journalen: post {seq} är inte vad som skrevs.").format(seq=report.broken_entry),
        *(
            _("Tabellen {table}: det som hör till post {seq} är inte vad posten säger.").format(
                table=fault.table, seq=fault.seq
            )
            for fault in report.faults[:_MOST_FAULTS]
        ),
        *([_("Sådana avvikelser: {n}.").format(n=len(report.faults))] if len(report.faults) > _MOST_FAULTS else []),
        *(
            _("Kontrollpunkten {size} stämmer inte med journalen: den kan vara avkortad eller omskriven.").format(
                size=n
            )
            for n in report.checkpoints
        ),
        _("Filer: {n}, saknade {missing}, ändrade {changed}.").format(
            n=report.files, missing=len(report.missing_files), changed=len(report.changed_files)
        ),
        *(_("Saknas: {sha256}").format(sha256=digest) for digest in report.missing_files),
        *(_("Ändrad: {sha256}").format(sha256=digest) for digest in report.changed_files),
        *(_("Hör inte hit: {path}").format(path=path) for path in report.stray_files),
        _compared(_("Registret"), report.desk_rows),
        _compared(_("Det publika registret"), report.public_rows),
        _("Ej prövat: {tables}. Det som står där står ingen annanstans, och det syns inte om rader är borta.").format(
            tables=", ".join(UNPROVED)
        ),
    ]


def _compared(name: str, rows: int | None) -> str:
    if rows is None:
        return _("{name}: går inte att jämföra med journalen.").format(name=name)
    return _("{name}: {n} rader skiljer sig från journalen.").format(name=name, n=rows)
