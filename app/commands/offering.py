"""That better readings may be had of what is filed: `show`, `check` and `doctor` say so."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from app.commands.loading import later
from app.language.i18n import ngettext
from app.queries.older_readings import older_filings
from importers.reader import READER

if TYPE_CHECKING:
    from app.imports import rereading
else:
    rereading = later("app.imports.rereading")


def better_readings(session: Session, among: Collection[int] | None = None) -> str | None:
    """How many files an older reader has read, of the filings `among` or of all, and what to type; None where none is."""
    n = rereading.count_better(session, among) if older_filings(session, READER, among) else 0
    if not n:
        return None
    sentence = ngettext(
        "{n} fil är läst av en äldre version av läsaren. Vad en ny läsning ändrar visar: diarium reread",
        "{n} filer är lästa av en äldre version av läsaren. Vad en ny läsning ändrar visar: diarium reread",
        n,
    )
    return sentence.format(n=n)
