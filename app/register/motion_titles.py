"""The titles of motions: what is a motion's own title among the words round it, and which motion a §'s title names.

Svar på motion från Anna Ek (C) om bänkar i parken; Motion (C) och (M) - Bänkar i parken; Anmälan av motion om bänkar i parken
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from importers.bundle import Outcome, Person

# What stands before the motion's own title.
_BEFORE_TITLE = re.compile(
    r"^(?:(?:svar på|besvarande av|yttrande över|remiss av)\s+)?(?:en\s+)?motion(?:en)?\b[:\s]*", re.IGNORECASE
)
_MOVER = r"[A-ZÅÄÖÉ][^()]{2,60}\([^()]{1,6}\)"
_NAMED = re.compile(r"([A-ZÅÄÖÉ][^()]{2,60}?)\s*\(([^()]{1,6})\)")
_FROM = re.compile(rf"\b(?:från|av)\s{_MOVER}(?:(?:,| och|, och)\s{_MOVER})*")
_ABOUT = re.compile(r"^(?:om|angående|gällande|rörande|avseende|ang\.)\s+", re.IGNORECASE)
# A party that stands for the mover, and what parts the title from what is before it: "(C) och (M) - ".
_PARTIES = r"\([^()]{1,40}\)(?:(?:,| och|, och)\s?\([^()]{1,40}\)){0,4}"
_PARTY = re.compile(rf"^(?:{_PARTIES})?\s?[.:–-]?\s?", re.IGNORECASE)
# What a council does with a motion that comes in, in the title of its §.
_BEHIND = re.compile(
    r"\s[–-]\s(?:anmälan|remiss(?:beslut|ering)?|beslut om remiss|svar|besvarande|bordläggning|återremiss|återtagande)$",
    re.IGNORECASE,
)
_CAME = r"(?P<came>(?:(?:anmälan(?: av)?:?|inkommen|inlämnad|ny|nyinkommen|väckt)\s){1,2})"
_PREPARED = r"(?:(?:yttrande|remissvar)\s(?:över|avseende|angående|på)|svar på remiss(?:\sav)?[\s:–-]{0,3}|(?:remiss|remittering|beredning|återtagande|återkall(?:ande|else))\sav)\s?"
_ONE = re.compile(
    rf"^(?:{_CAME}|(?P<prepared>{_PREPARED}))?(?P<motion>motion(?:en)?(?P<whose>\s{_PARTIES})?(?P<by>\s(?:av|från)\s[^.:;]{{2,200}}?)?"
    r"(?:(?P<mark>\s?[.:]|\s[–-])|(?=\s(?:om|angående|gällande|rörande|avseende|ang\.)\s))\s\S.{2,400})$",
    re.IGNORECASE,
)
# A report of motions that wait names none of them.
REPORT = re.compile(r"\b(?:obesvarad|ej|inte|under beredning|balans)", re.IGNORECASE)
_WAITS = re.compile(
    r"\bsom (?:är obesvarad|(?:\w+ )?(?:ej|inte) .{0,30}?\b(?:(?:färdig)?(?:behandlat|beret|besvarat)\w*|(?:färdig)?(?:behandlad|beredd|besvarad)\w*))",
    re.IGNORECASE,
)
# Where a title names another motion beside the first.
_ANOTHER = re.compile(r".\bmotion(?:en)?\s(?:om|av|från|angående|gällande|\()", re.IGNORECASE)
# What a council makes of a motion, so that it is done with: in no such § has it come in.
ANSWERED = frozenset(
    {
        Outcome.BIFALL,
        Outcome.AVSLAG,
        Outcome.BESVARA,
        Outcome.DELVIS_BIFALL,
        Outcome.AVSKRIVNING,
        Outcome.ATERTAGEN,
    }
)


@dataclass(frozen=True, slots=True)
class NamedMotion:
    """The one motion that a title names; `came` where it says that the motion has come in, `bare` where nothing but the word says
    that it is one: `Motion – riktlinjer för friskvård` may be of exercise."""

    title: str
    movers: tuple[Person, ...]
    came: bool
    bare: bool


def motion_title(title: str) -> str:
    """A motion's title without what introduces it or says from whom it is: by that its paper is known."""
    bare = " ".join(_FROM.sub("", _BEFORE_TITLE.sub("", " ".join(title.split()), count=1)).split())
    return _ABOUT.sub("", bare.strip(" .:"))


def motion_subject(title: str) -> str:
    """The same without parties and what the council does with the motion: what tells that two titles are of one motion."""
    return _ABOUT.sub("", _PARTY.sub("", _BEHIND.sub("", motion_title(title)), count=1)).strip(" .:")


def movers_in(title: str) -> tuple[Person, ...]:
    """Whom a title says that the motion is from: `… från Jennie Claesson (L)`."""
    names = _FROM.search(title)
    return tuple(Person(name, party) for name, party in _NAMED.findall(names[0])) if names else ()


def named_motion(title: str) -> NamedMotion | None:
    """The one motion that the title of a § names without saying that the § answers it; None where it names none, or several.

    `Anmälan av motion (C) - Bänkar i parken` gives `Motion (C) - Bänkar i parken`.
    """
    printed = " ".join(title.split())
    match = _ONE.match(printed)
    if match is None or _ANOTHER.search(match["motion"]):
        return None
    if match["came"] and (REPORT.search(match["motion"][: len("motion som inte")]) or _WAITS.search(match["motion"])):
        return None
    title = _BEHIND.sub("", match["motion"][:1].upper() + match["motion"][1:])
    bare = match["mark"] is not None and not any(match[of] for of in ("came", "prepared", "whose", "by"))
    return NamedMotion(title, movers_in(printed), bool(match["came"]), bare)


def announces(title: str, outcome: str | None) -> bool:
    """Whether a § of the council with this title is where the motion came in: the title says so and nothing is made of the
    motion yet, or it is sent on to be prepared."""
    named = named_motion(title)
    return named is not None and outcome not in ANSWERED and (named.came or outcome == Outcome.REMISS)
