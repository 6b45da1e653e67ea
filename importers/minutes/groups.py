"""Parties that head those listed beneath them.

Socialdemokraterna          (M)
Anna Ek, ordförande         Bo Ås
"""

from __future__ import annotations

from importers.patterns.crosses import CODE_HEADING, OWN_PARTY_HEADING, PARTY_HEADING
from importers.statements.people import person


def heads_group(text: str, *, opens: bool) -> str | None:
    """The party that the words are, as a heading. A code alone is one only where `opens`: it may belong to a name above it."""
    if match := PARTY_HEADING.match(text):
        return person("", match["name"]).party
    if opens and OWN_PARTY_HEADING.match(text):
        return text.rstrip(" :")
    if opens and (match := CODE_HEADING.match(text)):
        return person("", match["code"] or match["bare"]).party
    return None
