"""A person with a party in brackets, `Anna Ek (C)`: the one place where such a line is taken apart or put together."""

from __future__ import annotations

import re

from importers.patterns.people import PARTY_NAMES

_NAMED = re.compile(r"([^()]{1,100}?)(?: \(([^()]{1,40})\))?")


def name_and_party(text: str) -> tuple[str, str | None] | None:
    """`Anna Ek (C)` gives `("Anna Ek", "C")`, `Anna Ek` has no party; None for what has brackets in any other way."""
    match = _NAMED.fullmatch(text.strip())
    return (match[1], match[2]) if match else None


def with_party(name: str, party: str | None) -> str:
    """`Anna Ek (C)`; the name alone where no party is stated."""
    return f"{name} ({party})" if party else name


def whole_names(letters: str) -> list[str]:
    """What the party with these letters is called, the usual name first: `MP` → `Miljöpartiet de gröna`, `Miljöpartiet`."""
    return [name.capitalize() for name, of in PARTY_NAMES.items() if of == letters.upper()]
