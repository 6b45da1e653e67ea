"""Yrkanden: who moves what.

Therez Almerfors (M), Jennie Claesson (L), och Jonas Segersam (KD) yrkar bifall till motionen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from importers.bundle import Doubt, Person, Role, Stance, Yrkande
from importers.doubts import DoubtCode, doubt
from importers.passage import Passage
from importers.patterns.people import AND_OTHERS
from importers.patterns.yrkanden import FIRST_RANK, LIST_FORM, MOVES, NEXT_STANCE, SECOND_RANK, STANCES
from importers.statements.people import people_in, subject_of


@dataclass(frozen=True, slots=True)
class _Movers:
    people: tuple[Person, ...]
    parties: tuple[str, ...]
    group: str | None
    m_fl: bool


def not_moved(sentence: Passage) -> Doubt:
    """The doubt about a sentence under Yrkanden that moves nothing."""
    return doubt(DoubtCode.SENTENCE_NOT_READ, role=Role.YRKANDEN.value, sources=[sentence.source()])


def yrkanden_of(sentence: Passage) -> tuple[Yrkande, ...]:
    """The yrkanden that a sentence makes: several where it moves one thing "och avslag på" or "i andra hand" another.

    None without a verb of moving or without a mover. Each has the whole sentence as its text.
    """
    if listed := LIST_FORM.match(sentence.text):
        people = people_in(listed["movers"])
        m_fl = bool(AND_OTHERS.search(listed["movers"]))
        return (_yrkande(sentence, _Movers(people, (), None, m_fl), " " + listed["what"]),) if people else ()
    verb = MOVES.search(sentence.text)
    if verb is None:
        return ()
    movers = _movers(sentence, verb)
    if movers is None:
        return ()
    return tuple(_yrkande(sentence, movers, part) for part in _parts(sentence.text[verb.end() :]))


def _movers(sentence: Passage, verb: re.Match[str]) -> _Movers | None:
    """The sentence's subject: before the verb, or after it ("Vidare yrkar Viktoria Rolka (S) avslag på …")."""
    people, parties, group = subject_of(sentence, verb.start())
    before = sentence.text[: verb.start()]
    if not (people or parties or group):
        before = _up_to_stance(sentence.text[verb.end() :])
        people = people_in(before)
    if not (people or parties or group):
        return None
    return _Movers(people, parties, group, bool(AND_OTHERS.search(before)))


def _up_to_stance(rest: str) -> str:
    starts = [match.start() for _, pattern in STANCES if (match := pattern.search(rest))]
    return rest[: min(starts, default=0)]


def _parts(rest: str) -> Iterator[str]:
    start = 0
    for match in NEXT_STANCE.finditer(rest):
        yield rest[start : match.start()]
        start = match.start()
    yield rest[start:]


def _yrkande(sentence: Passage, movers: _Movers, part: str) -> Yrkande:
    stance, target = stance_of(part)
    return Yrkande(
        stance=stance,
        text=sentence.text,
        source=sentence.source(),
        movers=movers.people,
        parties=movers.parties,
        group=movers.group,
        m_fl=movers.m_fl,
        target=target,
        rank=1 if FIRST_RANK.search(part) else 2 if SECOND_RANK.search(part) else None,
    )


def stance_of(rest: str) -> tuple[Stance, str | None]:
    """What is moved, and on what: " bifall till motionen." gives `(BIFALL, "motionen")`.

    Of several stances the first counts. `OTHER` where none is known.
    """
    found: list[tuple[int, int, Stance, re.Match[str]]] = []
    for order, (stance, pattern) in enumerate(STANCES):
        if match := pattern.search(rest):
            found.append((match.start(), order, stance, match))
    if not found:
        return Stance.OTHER, None
    _, _, stance, match = min(found, key=lambda one: one[:2])
    target = next((words for words in match.groupdict().values() if words), None)
    return stance, target.strip(" .,;") if target else None
