"""Two of whom one takes the other's seat, told in an order of its own.

Bo Ås (M) §§ 1-4, ersätts av Cia Berg (M) §§ 5-9          för Bo Ås (M) Cia Berg (M), för Dan Holm (S) Eva Lo (S)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from importers.minutes.presence import Entry, entries_of, named_in
from importers.minutes.present_items import Span, items_of
from importers.patterns.in_turn import FOR_ABSENT, REPLACED_BY, SERVED_FIRST, THEN
from importers.text.passage import Passage


def replaced_in(words: Passage, spans: Sequence[Span]) -> list[Entry] | None:
    """Both of them, where it is told of each for which §§; `None` where nobody is said to be replaced, or not so."""
    match = REPLACED_BY.search(words.text)
    if match is None or len(named_in(words.text[: match.start()])) != 1:
        return None
    first = list(entries_of(words.cut(0, match.start()), spans, serving=True))
    then = list(entries_of(words.cut(match.end()), spans, serving=True))
    if len(then) != 1 or first[0].presence.items is None or then[0].presence.items is None or then[0].presence.for_:
        return None
    served = replace(first[0].presence.person, role=None)
    return [first[0], replace(then[0], presence=replace(then[0].presence, for_=served))]


def for_absent(words: Passage, spans: Sequence[Span]) -> list[Entry]:
    """Who serves for the one who is listed as away, "Per Lo (V), ersätts av Rut Ed (V)"; nobody where it does not say so of one."""
    match = FOR_ABSENT.search(words.text)
    away = named_in(words.text[: match.start()]) if match else []
    serves = list(entries_of(words.cut(match.end()), spans, serving=True)) if match else []
    if len(away) != 1 or len(serves) != 1 or serves[0].presence.for_:
        return []
    seat = next(entries_of(words.cut(0, match.start() if match else 0), spans, serving=True)).presence.person
    return [replace(serves[0], presence=replace(serves[0].presence, for_=replace(seat, role=None)))]


def served_first(words: Passage, spans: Sequence[Span]) -> list[Entry] | None:
    """Those who serve, each named behind whom they serve for; nobody where the words cannot be taken apart, and `None` where
    they do not begin so."""
    text = words.text
    match = SERVED_FIRST.match(text)
    if match is None:
        return None
    found: list[Entry] = []
    while match:
        after = THEN.search(text, match.end())
        end = after.start() if after else len(text)
        served = named_in(match["served"])
        serves = list(entries_of(words.cut(match.start("serves"), end), spans, serving=True))
        if len(serves) != 1 or len(served) != 1:
            return []
        for_ = next(entries_of(words.group(match, "served"), spans, serving=True)).presence.person
        source = words.cut(match.start(), end).source()
        presence = replace(serves[0].presence, for_=for_, source=source)
        if match["when"]:
            presence = replace(presence, items=presence.items or items_of(match["when"], spans))
        found.append(replace(serves[0], presence=presence))
        if after is None:
            return found
        match = SERVED_FIRST.match(text[after.end() :])
        words = words.cut(after.end())
        text = words.text
    return []
