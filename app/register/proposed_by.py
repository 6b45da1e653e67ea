"""By whose proposal a body decided, where the words that open its decision say so: "På förslag av Anna Ek (S):"."""

from __future__ import annotations

import re

from importers.statements.who import who_in

# Catches "På förslag av ordföranden Anna Ek (S):" and "Enligt återremissyrkande från M och KD i kommunstyrelsen:".
_BY = re.compile(
    r"\b(?:förslag(?:et)?|\w{0,20}yrkande(?:t|n|na)?) (?:av|från) (?P<who>[^:;]{1,160}?)"
    r"(?: i \w{4,40})?(?: den \d{1,2} \w{3,9} \d{4})?\s*:?$",
    re.IGNORECASE,
)


def proposing_parties(lead: str | None) -> tuple[str, ...]:
    """The parties of those by whose proposal or yrkande a body decides, as the words before its decision print them; nobody's
    where they name no one by party, or somebody else too."""
    by = _BY.search(" ".join(lead.split())) if lead else None
    who = who_in(by["who"]) if by else None
    if who is None:
        return ()
    return tuple(dict.fromkeys([*(one.party for one in who.people if one.party), *who.parties]))
