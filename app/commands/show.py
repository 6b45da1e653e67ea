"""`diarium show DNR`: a matter's decision chain in the terminal, as JSON or as Markdown."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Any

import orjson
import typer
from rich.table import Table
from sqlalchemy.orm import Session

from app.acts.fields import day as typed_day
from app.commands.findings_lines import print_days, print_noticed
from app.commands.installation import installation
from app.commands.tables import cell, out
from app.commands.terminal import json_text, write
from app.db import reading
from app.errors import AmbiguousCase, CaseNotFound
from app.language.codes import kind_word
from app.language.findings import with_sentence
from app.language.i18n import N_, gettext
from app.language.printable import printable
from app.language.steps import status, step_line, step_says, step_title
from app.projection.desk_as_of import matter_as_of
from app.queries.cases import find
from app.queries.deadlines import clock_of
from app.queries.documents import documents_of_matter
from app.queries.findings import findings_of_matter
from app.queries.history import keys_of_matter
from app.queries.items import items_of_matter
from app.queries.meeting_days import meeting_days
from app.queries.path import path
from app.queries.positions import positions
from app.schemas.rows import CaseRow, StepRow
from app.today import today

_ = gettext


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    MD = "md"


def show(
    number: Annotated[str, typer.Argument(metavar="DNR", help=N_("Ärendets nummer, stavat hur som helst."))],
    form: Annotated[Format, typer.Option("--format", help=N_("Hur det skrivs."))] = Format.TABLE,
    day: Annotated[
        str | None, typer.Option("--as-of", metavar="DATUM", help=N_("Som registret var den dagen (ÅÅÅÅ-MM-DD)."))
    ] = None,
    ids: Annotated[
        bool, typer.Option("--ids", help=N_("Visa också vad paragraferna och handlingarna heter i diarium act."))
    ] = False,
) -> None:
    """Print the matter. Raises `CaseNotFound`, and `AmbiguousCase` where several matters bear the number."""
    with installation() as stores, reading(stores.desk) as session:
        if day is None:
            case, steps, whole = matter(session, number, today())
        else:
            keys = keys_of_matter(session, one_case(session, number)["matter_id"])
            with matter_as_of(session, keys, typed_day(day)) as then:
                case, steps, whole = matter(then, number, typed_day(day))
    if form is Format.JSON:
        write(json_text(orjson.loads(orjson.dumps(whole))))
    elif form is Format.MD:
        write(markdown(case, steps))
    else:
        print_chain(case, steps)
        print_days(whole["deadline"], whole["meeting_days"])
        print_noticed(whole["findings"])
        if ids:
            print_ids(whole)


def one_case(session: Session, number: str) -> CaseRow:
    """The one matter that the number means. Raises `CaseNotFound`, `AmbiguousCase`."""
    found = find(session, number)
    if not found:
        raise CaseNotFound(number)
    if len(found) > 1:
        choices = ", ".join(f"{case['number']} ({case['municipality']['name']})" for case in found)
        raise AmbiguousCase(number, choices)
    return found[0]


def matter(session: Session, number: str, day: dt.date) -> tuple[CaseRow, list[StepRow], dict[str, Any]]:
    """The one matter that the number means: its row, its chain, and everything about it as the API gives it, with what
    hangs on the day."""
    case = one_case(session, number)
    steps = path(session, case["matter_id"])
    items = items_of_matter(session, case["matter_id"])
    whole = {
        **case,
        "path": steps,
        "deadline": clock_of(session, case["matter_id"], day),
        "meeting_days": meeting_days(session, case["matter_id"]),
        "findings": [with_sentence(row) for row in findings_of_matter(session, case["matter_id"], day)],
        "positions": positions(items),
        "items": items,
        "documents": documents_of_matter(session, case["matter_id"]),
    }
    return case, steps, whole


def print_chain(case: CaseRow, steps: list[StepRow]) -> None:
    """The chain as a table: what is missing or awaited says so in words."""
    console = out()
    console.print(cell(case["title"] or "", "bold"), soft_wrap=True)
    console.print(cell(_heading(case)), soft_wrap=True)
    console.print(cell(status(case), "bold"), soft_wrap=True)
    console.print()
    table = Table(box=None, pad_edge=False, header_style="bold")
    told = min(15, max(4, *(len(_pages(step)) for step in steps))) if steps else 4
    for heading, width in (("", 2), (_("Datum"), 10), (_("Steg"), 20), (_("Vad"), 17), (_("Källa"), told)):
        table.add_column(heading, overflow="fold", min_width=width)
    for step in steps:
        style = "" if step["state"] == "past" else "dim"
        said = step_says(step) + (_(" (finns inte i registret)") if step["state"] == "not_in_register" else "")
        day = step["date"].isoformat() if step["date"] else "–"
        table.add_row(*(cell(text, style) for text in (step["n"], day, step_title(step), said, _pages(step))))
    console.print(table)


def print_ids(whole: dict[str, Any]) -> None:
    """The id of each § and document of the matter, one a line: what `act` asks for."""
    write("")
    for item in whole["items"]:
        write(printable(f"{item['id']}  {item['body']['name']} § {item['number']}, {item['date']}"))
    for paper in whole["documents"]:
        named = [kind_word(paper["kind"]), paper["title"], str(paper["date"] or "")]
        write(printable(f"{paper['id']}  {', '.join(part for part in named if part)}"))


def markdown(case: CaseRow, steps: list[StepRow]) -> str:
    """The matter as Markdown, every mark that Markdown would act on escaped."""
    lines = [f"# {_escape(case['title'] or '')}", "", _escape(_heading(case)), "", f"**{_escape(status(case))}**", ""]
    lines += [f"{step['n']}. {_escape(step_line(step).partition('. ')[2])}" for step in steps]
    return "\n".join(lines)


def _heading(case: CaseRow) -> str:
    numbers = ", ".join(number["number"] for number in case["numbers"])
    return f"{case['municipality']['name']} · {numbers}" if numbers else case["municipality"]["name"]


def _pages(step: StepRow) -> str:
    pages = sorted({source["page"] for source in step["sources"] if source["page"]})
    if not pages and any(source["kind"] == "entered" for source in step["sources"]):
        return _("inlagt för hand")
    return _("s. {pages}").format(pages=", ".join(map(str, pages))) if pages else ""


def _escape(text: str) -> str:
    return "".join(f"\\{c}" if c in r"\`*_{}[]<>#|~" else c for c in printable(text))
