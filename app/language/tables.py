"""What a row of a table of facts is called: apart, since help on the command line asks for it and for no other code."""

from __future__ import annotations

from app.language.i18n import N_, gettext

# What is corrected, added or removed, by the table that it is a row of.
TABLES: dict[str, str] = {
    "items": N_("paragraf"),
    "documents": N_("handling"),
    "decisions": N_("beslut"),
    "clauses": N_("att-sats"),
    "yrkanden": N_("yrkande"),
    "propositions": N_("beslutsgång"),
    "votes": N_("omröstning"),
    "ballots": N_("röst"),
    "presence": N_("närvarande"),
    "reservations": N_("reservation"),
    "statements": N_("yttrande"),
    "document_references": N_("hänvisning"),
}


def table_word(table: str) -> str:
    """What a row of a table is called: `ballots` → "röst"."""
    return gettext(TABLES[table])
