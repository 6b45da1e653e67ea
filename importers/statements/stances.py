"""What is moved: the stance, and on what. " bifall till motionen." is bifall on "motionen"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from importers.bundle import Stance
from importers.patterns.stances import (
    AFTER_TARGET,
    APPROVES,
    BODY_DECIDES,
    CHANGED,
    DENIED,
    LISTED_POINTS,
    NEXT_STANCE,
    OWN_BESIDES,
    OWN_THING,
    SEVERAL_MOVED,
    STANCE_AS_ENTRY,
    STANCES,
    WITH_BACKING,
)


def parts_of(rest: str) -> Iterator[str]:
    """What is moved, each thing by itself: "bifall till punkt 1, avslag på punkt 2"."""
    rest = STANCE_AS_ENTRY.regex.sub(lambda entry: entry.group().lower(), rest)
    start = 0
    for match in NEXT_STANCE.finditer(rest):
        if not rest[start : match.start()].strip(" ,") or stance_of(rest[start : match.start()])[0] is Stance.OTHER:
            continue  # "yrkar, med instämmande av Bo Å (V), avslag på motionen"
        yield from _with_own(rest[start : match.start()])
        start = match.start()
    yield from _with_own(rest[start:])


def _with_own(part: str) -> Iterator[str]:
    """The part, and what is wanted besides in it: "avslag samt att frågan utreds"."""
    besides = OWN_BESIDES.match(part)
    if besides and stance_of(part[besides.start("more") :])[0] in (Stance.EGET, Stance.TILLAGG):
        yield part[: besides.start("more")]
        part = part[besides.start("more") :]
    yield part


def stance_of(rest: str) -> tuple[Stance, str | None]:
    """What is moved, and on what: " bifall till motionen." gives `(BIFALL, "motionen")`.

    Of several stances the first counts; bifall "med ändringen att" is a change. `EGET` where something of one's own is
    moved ("att punkt 3 utgår", a list of several things), `OTHER` where it is none of these. Bifall denied is avslag, and
    another stance denied ("att ärendet inte återremitteras") something of one's own.
    """
    opening, colon, listed = rest.partition(":")
    if colon and SEVERAL_MOVED.search(listed) and not any(pattern.search(opening) for _, pattern in STANCES):
        return Stance.EGET, None
    if LISTED_POINTS.match(rest):
        return Stance.EGET, None
    rest = WITH_BACKING.regex.sub(" ", rest)
    stances: list[tuple[int, int, Stance, re.Match[str]]] = []
    for order, (stance, pattern) in enumerate(STANCES):
        if match := pattern.search(rest):
            stances.append((match.start(), order, stance, match))
    if not stances and (approved := APPROVES.search(rest)) and not DENIED.search(rest):
        changed = next((changed for changed, pattern in CHANGED if pattern.search(rest, approved.end())), None)
        if changed:
            return changed, _trimmed(approved["target"] or approved["target2"])
    stances = [one for one in stances if not _denied_besides(rest, one[3], stances)]
    if not stances:
        own = OWN_THING.match(rest) or re.search(r"\batt |: ?\S", rest)
        return (Stance.EGET if own else Stance.OTHER), None
    _, _, stance, match = min(stances, key=lambda one: one[:2])
    if denied := _denied(rest, match):
        return _without(rest, stance, match, denied)
    if stance is Stance.BIFALL:
        stance = next((changed for changed, pattern in CHANGED if pattern.search(rest)), stance)
    target = next((words for words in match.groupdict().values() if words), None)
    return stance, _trimmed(target) if target else None


def _denied_besides(rest: str, match: re.Match[str], stances: Sequence[tuple[int, int, Stance, re.Match[str]]]) -> bool:
    """Whether the stance is denied behind another that is meant: "att motionen avslås och inte återremitteras"."""
    denied = _denied(rest, match)
    return denied is not None and any(
        other is not match and other.end() <= denied.start() and _denied(rest, other) is None for *_, other in stances
    )


def _denied(rest: str, match: re.Match[str]) -> re.Match[str] | None:
    """What denies the verb of the stance: "inte ska tillstyrkas"."""
    for denied in DENIED.finditer(rest):
        opens = denied.start("verb") == match.start() or rest[match.start() : denied.start()] == "att "
        if opens or (denied.end() == match.end() and match.group().startswith("att ")):
            return denied
    return None


def _without(rest: str, stance: Stance, match: re.Match[str], denied: re.Match[str]) -> tuple[Stance, str | None]:
    """What is moved where the stance is denied, or what "utan" says is wanted in its place."""
    instead = re.match(r",? utan(?= )", rest[denied.end() :])
    if instead and (other := stance_of(rest[denied.end() + instead.end() :]))[0] not in (Stance.EGET, Stance.OTHER):
        return other
    if stance is not Stance.BIFALL:
        return Stance.EGET, None
    whole = match.end() == denied.end()
    return Stance.AVSLAG, _trimmed(rest[match.start() : denied.start()].removeprefix("att ")) if whole else None


def _trimmed(target: str) -> str | None:
    """What is moved on, without who decides and who agrees: "motionen" of "kommunfullmäktige beslutar att motionen"."""
    decides = BODY_DECIDES.match(target)
    target = target[decides.end() :] if decides else target
    return AFTER_TARGET.regex.sub("", target).strip(" .,;") or None
