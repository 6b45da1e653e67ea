"""What was put against what in a §, what won, and who stood for what lost, as far as the minutes show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.ids import fold
from app.register import values
from app.register.rules import Page
from importers.bundle import Stance

# What an alternative wants done with the motion, by its own words: "Xs yrkande om bifall till motionen", "avslag".
_ASKED = r"(?:motion|medborgarförslag|densamma)"
_WORDS = (
    (Stance.ATERREMISS, re.compile(r"återremi", re.IGNORECASE)),
    (Stance.BORDLAGGNING, re.compile(r"bordlägg", re.IGNORECASE)),
    (Stance.BESVARA, re.compile(r"\bbesvara", re.IGNORECASE)),
    (Stance.AVSLAG, re.compile(rf"^avslag$|\bavsl(?:ag på|å) {_ASKED}", re.IGNORECASE)),
    (Stance.BIFALL, re.compile(rf"\bbifall(?: till|a|er|es)? {_ASKED}", re.IGNORECASE)),
)
_AT_ONCE = re.compile(r"\bidag\b|i dag|dagens sammanträde", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Contest:
    """One question settled: what won and what lost, as printed, and the proposition or vote that settled it."""

    winner: str
    losers: tuple[str, ...]
    fact_id: str


def contests(page: Page) -> list[Contest]:
    """The questions of a § whose winner is plain. Where there was a vote, only votes count: it may have turned the
    chair's finding over."""
    votes = page.all(values.Vote)
    if votes:
        return [contest for vote in votes if (contest := _voted(vote))]
    return [contest for put in page.all(values.Proposition) if (contest := _put(put))]


def _put(put: values.Proposition) -> Contest | None:
    if put.winner is None:
        return None
    winner = fold(put.winner)
    won = [a for a in put.alternatives if fold(a) == winner] or [
        a for a in put.alternatives if winner in fold(a) or fold(a) in winner
    ]
    losers = tuple(a for a in put.alternatives if a not in won)
    return Contest(won[0], losers, put.id) if len(won) == 1 and losers else None


def _voted(vote: values.Vote) -> Contest | None:
    """Who won by the count. A minority can send a matter back, and a tie hangs on the chair, so neither is decided so."""
    sides = (vote.yes_means, vote.no_means)
    if None in sides or vote.yes is None or vote.no is None or vote.yes == vote.no:
        return None
    ja, nej = (side or "" for side in sides)
    if _AT_ONCE.search(ja + nej) or "remi" in (ja + nej).casefold():
        return None
    return Contest(ja, (nej,), vote.id) if vote.yes > vote.no else Contest(nej, (ja,), vote.id)


def stance_of(page: Page, text: str) -> str | None:
    """What an alternative wants done with the motion: by its own words, else by the yrkanden that it names.

    `Ludvig Arbins (L) m.fl. yrkande` wants what Ludvig Arbin moved; `liggande förslag` says nothing. None where it
    is unclear, or where it is about something else than the motion.
    """
    own = next((stance for stance, word in _WORDS if word.search(text)), None)
    if own is not None:
        return own
    behind = {y.stance if _of_motion(y) else None for y in supporters(page, text)}
    return next(iter(behind)) if len(behind) == 1 else None


def _of_motion(yrkande: values.Yrkande) -> bool:
    return re.fullmatch(rf"{_ASKED}\w*", yrkande.target or "", re.IGNORECASE) is not None


def supporters(page: Page, text: str) -> list[values.Yrkande]:
    """The yrkanden that an alternative stands for: those whose mover it names or whose words it is, and whoever else
    moved the same."""
    yrkanden = page.all(values.Yrkande)
    named = [y for y in yrkanden if _names(page, y, text) or _says(y, text)]
    if not named:
        return []
    same = {(y.stance, fold(y.target or "")) for y in named}
    return [y for y in yrkanden if (y.stance, fold(y.target or "")) in same]


def _names(page: Page, yrkande: values.Yrkande, text: str) -> bool:
    folded = fold(text)
    return any(fold(mover.name) in folded for mover in page.people(yrkande.id, "mover"))


def _says(yrkande: values.Yrkande, text: str) -> bool:
    """`avslag på motionen` is what whoever moved avslag on the motion wants."""
    if not yrkande.target:
        return False
    if yrkande.stance == Stance.BIFALL and fold(text) == fold(yrkande.target):
        return True
    joined = {"bifall": "till", "avslag": "på"}.get(yrkande.stance)
    return joined is not None and fold(text).endswith(fold(f"{yrkande.stance} {joined} {yrkande.target}"))


def losers(page: Page) -> Iterator[tuple[values.Yrkande, values.Name]]:
    """Who moved what lost, once each; nobody who stood for what won in another yrkande of the §."""
    settled = contests(page)
    winning = {y.id for contest in settled for y in supporters(page, contest.winner)}
    losing = {y.id for contest in settled for text in contest.losers for y in supporters(page, text)} - winning
    yrkanden = page.all(values.Yrkande)
    content = {p.id for y in yrkanden if y.id not in losing for p in page.people(y.id, "mover")}
    seen: set[str] = set()
    for yrkande in (y for y in yrkanden if y.id in losing):
        for person in page.people(yrkande.id, "mover"):
            if person.id not in content | seen:
                seen.add(person.id)
                yield yrkande, person
