"""Att-sats by instans: what each body made of each clause of a motion, as far as its § tells it.

A § may end a motion as a whole ("att besvara motionen"), clause by clause ("Tillstyrka motionens andra yrkandesats", "I
övrigt anse motionen besvarad"), or in a way that cannot be laid on its clauses ("Motionen avslås och anses besvarad").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_ORDINALS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde")
_NUMERALS = ("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
_CLAUSE = r"(?:att-?sats|yrkandesats|beslutssats|punkt|yrkande)\w{0,5}"
# "motionens första och andra att-sats"
_BEFORE = re.compile(rf"((?:(?:{'|'.join(_ORDINALS)})(?:, | och | samt | )){{1,12}}){_CLAUSE}", re.IGNORECASE)
# "att-satserna 1, 2 och 4", "punkt 1-3", "att-sats ett"
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_NUMERALS)})"
_AFTER = re.compile(
    rf"{_CLAUSE} (?:nr |nummer )?({_NUMBER}(?:(?:, | och | samt | ?[-–] ?){_NUMBER})*)\b", re.IGNORECASE
)
_REST = re.compile(rf"\bi övrigt\b|\b(?:övriga|resterande|återstående)\s+(?:delar|{_CLAUSE})", re.IGNORECASE)
# Points and yrkanden are a motion's own only where the sentence says so: bodies number theirs too.
_OWN = re.compile(r"att-?sats|yrkandesats|motion", re.IGNORECASE)


class Scope(StrEnum):
    """How an outcome reaches a clause: named itself, with the rest, with the motion as a whole; or it is unclear."""

    CLAUSE = "clause"
    REST = "rest"
    WHOLE = "whole"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may be about the motion's clauses: of a decision (with its outcome) or a yrkande's target."""

    id: str
    text: str
    outcome: str | None


@dataclass(frozen=True, slots=True)
class Reached:
    """What reaches a clause: by which sentence, and how. `sentence` is None where several contradict."""

    scope: Scope
    outcome: str | None
    sentence: str | None


def clauses_named(text: str) -> set[int]:
    """The numbers of the clauses that a sentence names: `motionens första och tredje att-sats` gives {1, 3}."""
    if not _OWN.search(text):
        return set()
    numbers: set[int] = set()
    for run in _BEFORE.findall(text):
        numbers |= {_ORDINALS.index(word) + 1 for word in re.findall(r"\w+", run.casefold()) if word in _ORDINALS}
    for run in _AFTER.findall(text):
        numbers |= _numbers(run.casefold())
    return numbers


def _numbers(run: str) -> set[int]:
    numbers: set[int] = set()
    for part in re.split(r", | och | samt ", run):
        first, *last = (_number(word) for word in re.split(r" ?[-–] ?", part))
        numbers |= set(range(first, (last[0] if last else first) + 1))
    return numbers


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMERALS.index(word) + 1


def is_rest(text: str) -> bool:
    """Whether a sentence is about what the others left: `I övrigt anse motionen besvarad`."""
    return _REST.search(text) is not None


def reached(number: int, sentences: Sequence[Sentence]) -> Reached | None:
    """What one body's sentences make of the clause with this number (from 1); None where they do not speak of it."""
    judged = [one for one in sentences if one.outcome is not None]
    named = {one.id: clauses_named(one.text) for one in judged}
    own = [one for one in judged if number in named[one.id]]
    if own:
        return _one(own, Scope.CLAUSE)
    others = [one for one in judged if not named[one.id]]
    rest = [one for one in others if is_rest(one.text)]
    if rest:
        return _one(rest, Scope.REST)
    if any(named.values()):
        return None  # clause by clause, and this one is not among them
    return _one(others, Scope.WHOLE) if others else None


def _one(sentences: Sequence[Sentence], scope: Scope) -> Reached:
    """The outcome where all agree; where they do not, nobody can tell which reaches the clause."""
    outcomes = {one.outcome for one in sentences}
    if len(outcomes) > 1:
        return Reached(Scope.UNCLEAR, None, None)
    return Reached(scope, sentences[0].outcome, sentences[0].id)


def concerns(number: int, target: str) -> Scope | None:
    """How a yrkande with this target reaches the clause; None where it is about something else or another clause."""
    named = clauses_named(target)
    if named:
        return Scope.CLAUSE if number in named else None
    if re.search(r"\bmotion", target, re.IGNORECASE):
        return Scope.REST if is_rest(target) else Scope.WHOLE
    return None
