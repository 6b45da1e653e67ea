"""What a matter's papers speak of and the register lacks, each with a letter to the registrar that asks for it.

Whoever asks need not say who they are or why (TF 2:18), and the letter says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from app.language.dates import date_text
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.language.steps import step_title
from app.schemas.rows import CaseRow, DocumentRow, ItemRow, ReferenceRow, StepRow
from importers.bundle import DocumentKind

_MOST, _LONGEST = 30, 200


class Missing(NamedTuple):
    """A paper that is not here, as its source names it, and the letter (`mailto:`)."""

    name: str
    letter: str


def missing_papers(
    case: CaseRow,
    steps: Sequence[StepRow],
    items: Sequence[ItemRow],
    documents: Sequence[DocumentRow],
    contact: str | None,
) -> list[Missing]:
    """The steps whose papers are not here, then what the §§ rest on and nothing answers to; each once, 30 at the most."""
    absent = [step for step in steps if step["state"] == "not_in_register"]
    stepped = {(step["document_kind"], step["date"]) for step in absent if step["document_kind"]}
    motions = [document for document in documents if document["kind"] == DocumentKind.MOTION]
    names = [_dated(step) for step in absent]
    names += [
        reference["text"]
        for item in items
        for reference in item["references"]
        if reference["role"] == "basis" and reference["verdict"] == "none"
        if (reference["kind"], reference["date"]) not in stepped and not _is_here(reference, motions)
    ]
    shown = dict.fromkeys(" ".join(printable(name).split())[:_LONGEST] for name in names)
    return [Missing(name, _letter(case, name, contact)) for name in list(shown)[:_MOST]]


def _is_here(reference: ReferenceRow, motions: Sequence[DocumentRow]) -> bool:
    """Whether a motion is spoken of by the day that one of the matter's bears or came in, or by none where there is one alone:
    `Motion inkommen den 15 september 2025`."""
    if reference["kind"] != DocumentKind.MOTION:
        return False
    day = reference["date"]
    return any(day in {motion["date"], motion["received"]} for motion in motions) if day else len(motions) == 1


def _dated(step: StepRow) -> str:
    of_meeting = step["kind"] in {"item", "raised"}
    name = _("Protokoll: {step}").format(step=step_title(step)) if of_meeting else step_title(step)
    return f"{name}, {date_text(step['date'])}" if step["date"] else name


def _letter(case: CaseRow, name: str, contact: str | None) -> str:
    number = case["number"]
    subject = (
        _("Begäran om allmän handling, {number}").format(number=number) if number else _("Begäran om allmän handling")
    )
    asked = _("Jag begär att få ta del av: {document}.").format(document=name)
    of = _("Ärende: {number}, {title}").format(number=number or "–", title=printable(case["title"] or "–"))
    law = _(
        "Jag behöver inte uppge vem jag är eller varför jag vill ha handlingen (2 kap. 18 § tryckfrihetsförordningen)."
    )
    body = "\r\n\r\n".join((asked, of, law))
    return f"mailto:{quote(contact or '', safe='@')}?subject={quote(subject)}&body={quote(body)}"
