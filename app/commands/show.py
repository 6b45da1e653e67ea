"""`diarium show DNR`: a matter's decision chain in the terminal, as JSON or as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson
from rich.table import Table

from app.acts.days import day as typed_day
from app.commands.findings_lines import print_days, print_noticed
from app.commands.installation import installation
from app.commands.loading import later
from app.commands.offering import better_readings
from app.commands.parameters.show import Format
from app.commands.tables import cell, out
from app.commands.terminal import json_text, say, write
from app.db import reading
from app.language.codes import kind_word
from app.language.findings import with_sentence
from app.language.i18n import gettext
from app.language.matter_kinds import kind_line
from app.language.outcomes import subject_answered
from app.language.printable import printable
from app.language.steps import status, step_line, step_says, step_title
from app.language.tables import table_word
from app.queries.cases import find_one
from app.queries.fact_values import facts_of
from app.queries.older_readings import filings_of_matter
from app.queries.one_matter import Matter
from app.schemas.rows import CaseRow, StepRow
from app.today import today

if TYPE_CHECKING:
    from app.commands import held_lines
    from app.projection import desk_as_of
    from app.queries import history
else:
    held_lines = later("app.commands.held_lines")
    desk_as_of = later("app.projection.desk_as_of")
    history = later("app.queries.history")

_ = gettext
_LONGEST = 60


def show(number: str, form: Format, day: str | None, *, ids: bool) -> None:
    """Print the matter. Raises `CaseNotFound`, and `AmbiguousCase` where several matters bear the number."""
    with installation() as stores, reading(stores.desk) as session:
        case = find_one(session, number)
        if day is None:
            matter = Matter(session, case, today())
            _print(matter, form, ids=ids)
            held_lines.say_held(session, [paper["id"] for paper in matter.documents])
            if better := better_readings(session, filings_of_matter(session, case["matter_id"])):
                say(better)
        else:
            then = typed_day(day)
            with desk_as_of.matter_as_of(session, history.keys_of_matter(session, case["matter_id"]), then) as past:
                _print(Matter(past, find_one(past, number), then), form, ids=ids)


def _print(matter: Matter, form: Format, *, ids: bool) -> None:
    if form is Format.JSON:
        write(json_text(orjson.loads(orjson.dumps(_as_json(matter)))))
    elif form is Format.MD:
        write(markdown(matter.row, matter.steps))
    else:
        print_matter(matter)
        if ids:
            print_ids(matter)
            print_fact_ids(matter)


def _as_json(matter: Matter) -> dict[str, Any]:
    """Everything about the matter, as the API gives it."""
    return {
        **matter.row,
        "path": matter.steps,
        "deadline": matter.deadline,
        "meeting_days": matter.meeting_days,
        "findings": [with_sentence(row) for row in matter.findings],
        "positions": matter.positions,
        "items": matter.items,
        "documents": matter.documents,
    }


def print_matter(matter: Matter) -> None:
    """The chain, the days to keep, and what to mind."""
    print_chain(matter.row, matter.steps)
    print_together(matter)
    print_days(matter.deadline, matter.meeting_days)
    print_noticed(matter.findings)


def print_chain(case: CaseRow, steps: list[StepRow]) -> None:
    """The chain as a table: what is missing or awaited says so in words."""
    console = out()
    console.print(cell(case["title"] or "", "bold"), soft_wrap=True)
    console.print(cell(_heading(case)), soft_wrap=True)
    if kind := kind_line(case):
        at = case["kind_at"]
        page = _(", s. {page}").format(page=at["page"]) if at and at["page"] else ""
        console.print(cell(f"{kind}{page}"), soft_wrap=True)
    console.print(cell(status(case), "bold"), soft_wrap=True)
    console.print()
    table = Table(box=None, pad_edge=False, header_style="bold")
    sources = min(15, max(4, *(len(_pages(step)) for step in steps))) if steps else 4
    for heading, width in (("", 2), (_("Datum"), 10), (_("Steg"), 20), (_("Vad"), 17), (_("Källa"), sources)):
        table.add_column(heading, overflow="fold", min_width=width)
    for step in steps:
        style = "" if step["state"] == "past" else "dim"
        what = step_says(step, subject=subject_answered(step["outcome"], case["kind"])) + (
            _(" (finns inte i registret)") if step["state"] == "not_in_register" else ""
        )
        day = step["date"].isoformat() if step["date"] else "–"
        table.add_row(*(cell(text, style) for text in (step["n"], day, step_title(step), what, _pages(step))))
    console.print(table)


def print_together(matter: Matter) -> None:
    """What other §§ decide about a § of the matter among several."""
    for item in matter.items:
        for other in matter.together.get(item["id"], []):
            line = _("§ {number}: {text} (§ {other})")
            out().print(cell(line.format(number=item["number"], text=other["text"], other=other["item"]["number"])))


def print_ids(matter: Matter) -> None:
    """The id of each § and document of the matter, one a line: what `act` asks for."""
    write("")
    for item in matter.items:
        write(printable(f"{item['id']}  {item['body']['name']} § {item['number']}, {item['date']}"))
    for paper in matter.documents:
        named = [kind_word(paper["kind"]), paper["title"], str(paper["date"] or "")]
        write(printable(f"{paper['id']}  {', '.join(part for part in named if part)}"))


def print_fact_ids(matter: Matter) -> None:
    """The id of each fact that can be corrected or removed, under what it is in."""
    for row in facts_of(matter.session, [*(i["id"] for i in matter.items), *(d["id"] for d in matter.documents)]):
        write(printable(f"{row['id']}  {row['owner']}  {table_word(row['table'])}: {_cut(row['words'])}"))


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def markdown(case: CaseRow, steps: list[StepRow]) -> str:
    """The matter as Markdown, every mark that Markdown would act on escaped."""
    lines = [f"# {_escape(case['title'] or '')}", "", _escape(_heading(case)), "", f"**{_escape(status(case))}**", ""]
    said = [step_line(step, subject_answered(step["outcome"], case["kind"])) for step in steps]
    lines += [f"{step['n']}. {_escape(line.partition('. ')[2])}" for step, line in zip(steps, said, strict=True)]
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
