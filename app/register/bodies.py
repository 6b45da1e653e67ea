"""Bodies as minutes name them: one name for one body, what kind it is, and whose working committee is meant."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from app.ids import fold

_KINDS = (
    ("council", re.compile(r"(kommun|region|stads)fullmäktige")),
    ("working_committee", re.compile(r"utskott")),
    ("executive_board", re.compile(r"^(kommun|stads)styrelse(n|ns)?\b")),
    ("committee", re.compile(r"nämnd|^direktion(en)?\b")),
    ("drafting_committee", re.compile(r"beredning(en)?$")),
    ("advisory_council", re.compile(r"råd(et)?$")),
    ("auditors", re.compile(r"revisor(er|erna)$")),
    ("general_meeting", re.compile(r"(bolags|års|förenings)stämman?$")),
    ("administration", re.compile(r"kontor|förvaltning|avdelning")),
)
# A matter climbs in this order; only the council's word is final where it is the council that is asked.
_RANKS = {
    "administration": 0,
    "other": 1,
    "working_committee": 2,
    "committee": 1,
    "drafting_committee": 1,
    "advisory_council": 1,
    "auditors": 1,
    "general_meeting": 1,
    "executive_board": 3,
    "council": 4,
}
# What a body's word ends in where it is definite: "Grundskolenämnd" and "Grundskolenämnden" are one body.
_DEFINITE = (
    (re.compile(r"nämnd\b", re.IGNORECASE), "nämnden"),
    (re.compile(r"styrelse\b", re.IGNORECASE), "styrelsen"),
    (re.compile(r"utskott\b", re.IGNORECASE), "utskottet"),
    (re.compile(r"beredning\b", re.IGNORECASE), "beredningen"),
    (re.compile(r"direktion\b", re.IGNORECASE), "direktionen"),
    (re.compile(r"råd$", re.IGNORECASE), "rådet"),
    (re.compile(r"förvaltning\b", re.IGNORECASE), "förvaltningen"),
)
KINDS = tuple(_RANKS)
COUNCIL = "Kommunfullmäktige"
# What every municipality calls these: "Protokollsutdrag KSAU 2026-05-06, § 82".
_LETTERS = {"KF": COUNCIL, "KS": "Kommunstyrelsen", "KSAU": "Kommunstyrelsens arbetsutskott"}
_ITS_COMMITTEE = {"arbetsutskottet", "arbetsutskott", "au"}
LETTERS = re.compile(r"\b(?:KF|KS|KSAU)\b")


def body_name(printed: str, spoken_by: str | None = None) -> str:
    """The body's name: `KOMMUNSTYRELSEN` and `KS` give `Kommunstyrelsen`; `arbetsutskottet` in the board's minutes is the
    board's."""
    name = " ".join(printed.split())
    if name in _LETTERS:
        return _LETTERS[name]
    if name.isupper():
        name = name.lower()
    if fold(name) in _ITS_COMMITTEE and spoken_by:
        owner = parent_name(spoken_by) or spoken_by
        return f"{owner.rstrip('s')}s arbetsutskott"
    return name[:1].upper() + name[1:]


@lru_cache(1000)  # few bodies, named by every row
def body_kind(name: str) -> str:
    """What kind of body it is, one of `KINDS`; `other` where its name does not tell."""
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


def definite(name: str) -> str:
    """The name with its words in the form that minutes speak of a body in: `Socialnämnd Sydväst` gives `Socialnämnden Sydväst`."""
    for word, form in _DEFINITE:
        name = word.sub(form, name)
    return name


def one_body(rows: Iterable[tuple[str, str, str, dt.date | None]]) -> dict[str, str]:
    """Which bodies are one, since only the form of a word differs in their names: from the id of each to the id of the one
    that is named in the definite form. `rows` are id, municipality, name and the day from which another bore it before."""
    alike: dict[tuple[str, str, dt.date | None], list[tuple[bool, str]]] = defaultdict(list)
    for body_id, municipality, name, since in rows:
        alike[municipality, body_key(definite(name)), since].append((definite(name) != name, body_id))
    return {body_id: min(ids)[1] for ids in alike.values() for _is_other, body_id in sorted(ids)[1:]}
