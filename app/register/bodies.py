"""Bodies as minutes name them: one name for one body, what kind it is, and whose working committee is meant."""

import re
from functools import lru_cache

from app.ids import fold

_KINDS = (
    ("council", re.compile(r"(kommun|region|stads)fullmäktige")),
    ("working_committee", re.compile(r"utskott")),
    ("executive_board", re.compile(r"^(kommun|stads)styrelse(n|ns)?\b")),
    ("committee", re.compile(r"nämnd")),
    ("administration", re.compile(r"kontor|förvaltning|avdelning")),
)
# A matter climbs in this order; only the council's word is final where it is the council that is asked.
_RANKS = {"administration": 0, "other": 1, "working_committee": 2, "committee": 1, "executive_board": 3, "council": 4}
KINDS = tuple(_RANKS)
COUNCIL = "Kommunfullmäktige"


def body_name(printed: str, spoken_by: str | None = None) -> str:
    """The body's name: `KOMMUNSTYRELSEN` gives `Kommunstyrelsen`; `arbetsutskottet` in the board's minutes is the board's."""
    name = " ".join(printed.split())
    if name.isupper():
        name = name.lower()
    if fold(name) in {"arbetsutskottet", "arbetsutskott"} and spoken_by:
        owner = parent_name(spoken_by) or spoken_by
        return f"{owner.rstrip('s')}s arbetsutskott"
    return name[:1].upper() + name[1:]


@lru_cache(1000)  # few bodies, named by every row
def body_kind(name: str) -> str:
    """`council`, `executive_board`, `committee`, `working_committee`, `administration` or `other`."""
    return next((kind for kind, mark in _KINDS if mark.search(name.casefold())), "other")


def body_rank(name: str) -> int:
    """How far up the body stands on a matter's way: 0 for an office, 4 for the council."""
    return _RANKS[body_kind(name)]


def parent_name(name: str) -> str | None:
    """`Kommunstyrelsens arbetsutskott` gives `Kommunstyrelsen`; None where the name holds no owner."""
    owner, _, rest = name.rpartition(" ")
    return owner.removesuffix("s") if owner.endswith("s") and rest.casefold().endswith("utskott") else None


def body_key(name: str) -> str:
    return fold(name)
