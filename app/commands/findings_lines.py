"""A matter's findings and its days as the terminal shows them: `show` and `findings` share it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table

from app.commands.tables import cell, out
from app.language.deadlines import clock_sentences, meeting_sentence
from app.language.findings import finding_sentence, severity_word, where
from app.language.i18n import gettext
from app.schemas.rows import ClockRow, FindingRow, MeetingDaysRow

_ = gettext


def print_days(clock: ClockRow | None, days: Sequence[MeetingDaysRow]) -> None:
    """The motion's year, and the days of justering, notice and appeal; nothing where there is neither."""
    lines = clock_sentences(clock) if clock else []
    for row in days:
        if sentence := meeting_sentence(row):
            lines.append(f"{row['body']} § {row['number']}, {row['date'].isoformat()}: {sentence}")
    _section(_("Frister"), lines)


def print_noticed(rows: Sequence[FindingRow]) -> None:
    """What to mind, a line each: how grave, where, what, and the law's paragraph."""
    lines = []
    for row in rows:
        grade, at, sentence, law = finding_cells(row)
        lines.append(f"{grade[:1].upper()}{grade[1:]}, {at}: {sentence}{f' ({law})' if law else ''}")
    _section(_("Att uppmärksamma"), lines)


def _section(heading: str, lines: Sequence[str]) -> None:
    if not lines:
        return
    console = out()
    console.print()
    console.print(cell(heading, "bold"))
    for line in lines:
        console.print(cell(line), soft_wrap=True)


def print_findings(
    findings: Sequence[tuple[str | None, FindingRow]], numbers: dict[str, str | None], *, one: bool
) -> None:
    """The findings as a table, each under its matter's number; of one matter without it."""
    columns = [_("Dnr"), _("Grad"), _("Var"), _("Vad"), _("Lagrum")]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns[1:] if one else columns:
        table.add_column(name, overflow="fold")
    for matter, row in findings:
        own = [] if one else [numbers.get(matter or "") or "–"]
        table.add_row(*map(cell, [*own, *finding_cells(row)]))
    out().print(table)


def finding_cells(row: FindingRow) -> tuple[str, str, str, str]:
    """A finding as how grave it is, where it shows, its sentence and the law's paragraph."""
    sentence = finding_sentence(row["code"], row["params"])
    return severity_word(row["severity"]), where(row["at"]) or _("ärendet"), sentence, row["law"] or ""
