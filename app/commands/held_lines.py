"""Each held document in a line: what it is, where it lies, why it is held, and what to do next. Never the number itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy.orm import Session

from app.commands.terminal import say
from app.language.codes import kind_word
from app.language.holding import hold_sentence
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.queries.held import HeldRow, held_documents


def say_held(session: Session, documents: Collection[str] | None = None, files: Collection[str] | None = None) -> None:
    """Say on standard error which documents are held: of all, of these, or of those in these files (sha256)."""
    rows = held_documents(session, documents, files)
    if rows:
        say(_("Hålls inne för allmänheten:"))
    for line in map(held_line, rows):
        say(printable(line))


def held_line(row: HeldRow) -> str:
    """`protokoll, Socialnämnden, 2025-11-05, a.pdf s. 1–3: … Släpp efter granskning: diarium act release ID --reason …`."""
    first, last = row["first_page"], row["last_page"]
    pages = str(first) if first == last else f"{first}–{last}"
    where = _("{file} s. {pages}").format(file=row["file"], pages=pages)
    what = ", ".join(part for part in (kind_word(row["kind"]), row["body"], row["date"], where) if part)
    return "  " + " ".join((f"{what}:", *sentences(row), next_step(row)))


def sentences(row: HeldRow) -> list[str]:
    """Why the document is held, a sentence a reason."""
    return list(dict.fromkeys(hold_sentence(reason["code"], reason["params"]) for reason in row["reasons"]))


def next_step(row: HeldRow) -> str:
    """What to do about it."""
    return _("Läs sidan i filen; släpp den med: diarium act release {id} --reason …").format(id=row["document"])


def as_json(rows: Iterable[HeldRow]) -> list[dict[str, object]]:
    """The held documents with their reasons as sentences."""
    return [
        {
            **row,
            "reasons": [{**r, "sentence": hold_sentence(r["code"], r["params"])} for r in row["reasons"]],
            "next": next_step(row),
        }
        for row in rows
    ]
