"""That better readings may be had of what is filed: `show`, `check` and `doctor` say so."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.orm import Session

from app.imports.rereading import count_better
from app.language.i18n import ngettext


def better_readings(session: Session, among: Collection[int] | None = None) -> str | None:
    """How many files an older reader has read, of the filings `among` or of all, and what to type; None where none is."""
    n = count_better(session, among)
    if not n:
        return None
    sentence = ngettext(
        "{n} fil är läst av en äldre version av läsaren. Vad en ny läsning ändrar visar: diarium reread",
        "{n} filer är lästa av en äldre version av läsaren. Vad en ny läsning ändrar visar: diarium reread",
        n,
    )
    return sentence.format(n=n)
