"""Who was there: the people that one entry of a cover names, with office, party, §§ and for whom.

Cia Berg (M), ersätter Dan Holm (M) §§ 3-5          Eva Lind, ordförande (S)          MP Per Al
Karin Skog, kommundirektör                          Ekonomichef Frida Rask            Anna Ek  M  66 68
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from importers.bundle import Person, Presence
from importers.minutes.present_items import Span, items_of
from importers.patterns.absent import NOT_SOMEBODY
from importers.patterns.cover import TIMES
from importers.patterns.first_names import is_first_name
from importers.patterns.in_turn import SERVED_ALONE
from importers.patterns.people import ORGANISATIONS, PARTY_NAMES
from importers.patterns.presence import (
    BARE_CODE,
    BIASED_HIMSELF,
    CHAIR,
    CHAIR_THEN_PARTY,
    FULL_NAME,
    INITIAL,
    JOINS,
    JOINT,
    LEFT_OPEN,
    LEFT_OPEN_BEHIND_PARTY,
    LIST_MARK,
    NAME_WITHOUT_PARTY,
    NO_NAME,
    NOT_SERVING,
    NOTED,
    OFFICE,
    OFFICE_FIRST,
    OFFICE_IN_BRACKETS_THEN_PARTY,
    OFFICE_THEN_PARTY,
    OFFICE_WORD,
    OFFICIAL,
    ONE_PLACE,
    OWN_PARTY_BEHIND,
    PARTY_BEHIND,
    PARTY_FIRST,
    PARTY_LEFT_OUT,
    PARTY_OPENS_LINE,
    SEAT,
    SEPARATOR,
    SERVED_BY_FIRST_NAME,
    SERVES_FIRST,
    SERVES_FOR,
    SERVES_ON,
    SERVING_MARK,
    SHORT_NAME,
    SUBSTITUTE_MARK,
    SURNAME_OPENS_LINE,
    VICE_BROKEN,
)
from importers.patterns.present_items import ITEM_RANGES, LED_ONLY
from importers.patterns.present_rows import (
    ABBREVIATED_OFFICE,
    FIELD_OF_OFFICE,
    ITEMS_AT_END,
    JOINS_ITEMS,
    NEXT_SENTENCE,
    PARTY_WRITTEN_OUT,
    PLACE_OF_TWO,
    TITLE,
)
from importers.statements.people import person
from importers.text.passage import Passage

_KNOWN = frozenset({*PARTY_NAMES.values(), *ORGANISATIONS})
_TITLE = 5  # letters, at least
_REACH = 12  # letters behind a name in which its party stands


@dataclass(frozen=True, slots=True)
class Named:
    """A name in an entry: where it starts, and where its description starts and ends; office and party before it."""

    start: int
    tail: int
    end: int
    name: str
    party: str | None
    office: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody of an entry. `serving`: whether it says so (`None`: it does not say); `official`: by office no councillor;
    `led`: whether it says that they led some §§, who were there for others as well.
    """

    presence: Presence
    serving: bool | None
    substitute: bool
    official: bool
    led: bool = False

    @property
    def is_chair(self) -> bool:
        role = self.presence.person.role
        return not self.led and role is not None and CHAIR.match(role) is not None


def entries_of(words: Passage, spans: Sequence[Span], *, serving: bool) -> Iterator[Entry]:
    """Everybody named in the entry. `spans` are the §§ of the minutes, as far as they are given; `serving` is the label's."""
    named = named_in(words.text)
    index = 0
    while index < len(named):
        one = named[index]
        index += 1
        entry = _entry(words, one, spans, serving=serving)
        yield entry
        yield from _also_for(entry, words, one, spans)
        away = entry.presence.for_
        if away and index < len(named) and _serves_on(words.text, named, index):
            # "Fia Gran (C) ersätter Hans Sjö (C) § 4 och Ida Tall (C) § 5": who is named last was away, too
            other = named[index]
            served = _entry(words, other, spans, serving=serving).presence
            source = words.cut(one.start, other.end).source()
            presence = replace(entry.presence, for_=served.person, items=served.items, note=None, source=source)
            yield replace(entry, presence=presence)
            index += 1


def _also_for(entry: Entry, words: Passage, one: Named, spans: Sequence[Span]) -> Iterator[Entry]:
    """The same person for others: "Fia Gran (M), tjänstgör för Hans Sjö (M) §§ 1-4 samt för Ida Tall (M) §§ 5-9"."""
    served = list(SERVES_FOR.regex.finditer(words.text, one.tail, one.end))
    ends = [*(match.start() for match in served[2:]), one.end]
    for match, end in zip(served[1:], ends, strict=False):
        tail = words.text[match.end() : end]
        yield replace(
            entry,
            presence=replace(entry.presence, for_=_served(match), items=items_of(tail.rstrip(" ,;"), spans), note=None),
        )


def _entry(words: Passage, one: Named, spans: Sequence[Span], *, serving: bool, elected: bool = True) -> Entry:
    """Somebody of an entry. `elected`: what stands in brackets behind them may be a party of the town's own."""
    rest = words.text[one.tail : one.end]
    led = LED_ONLY.search(rest) is not None
    who = person(one.name, one.party)
    away: Person | None = None
    if match := SERVES_FOR.search(rest):
        away = _served(match)
        again = SERVES_FOR.search(rest, match.end())
        behind = rest[match.end() : again.start() if again else None]
        behind = BIASED_HIMSELF.regex.sub("", behind)
        rest = SERVING_MARK.regex.sub("", rest[: match.start()]) + _without_joint(behind)
        served: bool | None = True
    else:
        rest = BIASED_HIMSELF.regex.sub("", rest) if SERVING_MARK.search(rest) else rest
        served = False if NOT_SERVING.search(rest) else True if SERVING_MARK.search(rest) else None
    party, office, rest = _party_and_office(who.party, one.office, rest)
    if elected and party is None and (own := OWN_PARTY_BEHIND.match(rest)):
        party, rest = own["named"], rest[own.end() :]
    rest_said = SERVING_MARK.regex.sub("", NOT_SERVING.regex.sub("", rest)).replace("  ", " ")
    presence = Presence(
        person=Person(who.name, party, office),
        serving=serving if served is None else served,
        for_=away,
        items=None if led else items_of(rest_said, spans),
        note=_note(rest_said),
        source=words.cut(one.start, one.end).source(),
    )
    official = party is None and bool(OFFICIAL.search(one.office or "") or OFFICIAL.search(rest.split("§")[0]))
    return Entry(presence, served, bool(SUBSTITUTE_MARK.search(rest)), official, led)


def _served(match: re.Match[str]) -> Person:
    """For whom somebody serves: "för Dan Holm (M)", "för (M) Dan Holm"."""
    name, code = _bare_name(match["name"])
    return person(
        name, match["party"] or match["bare"] or match["small"] or match["before"] or match["bare_before"] or code
    )


def _party_and_office(party: str | None, office: str | None, tail: str) -> tuple[str | None, str | None, str]:
    """The party, the office in the chair, and the rest of what stands behind a name."""
    if party is None and (match := PARTY_BEHIND.match(tail)) and not OFFICE_IN_BRACKETS_THEN_PARTY.match(tail):
        party, tail = person("", match["party"] or match["bare"] or match["small"]).party, tail[match.end() :]
        if match["inner"]:
            office = office or match["inner"]
    elif party is None and (match := OFFICE_IN_BRACKETS_THEN_PARTY.match(tail)):
        party, tail = person("", match["party"]).party, f", {match['office']}{tail[match.end() :]}"
    elif party is None and (match := OFFICE_THEN_PARTY.match(tail)) and not NO_NAME.search(match["office"]):
        party = person("", match["party"] or match["bare"]).party
        tail = f", {match['office']}{tail[match.end() :]}"
    elif party is None and (match := VICE_BROKEN.match(tail)):
        party = match["bare"]
        tail = f", {match['office']} {match['ordf']}{match['between']}{tail[match.end() :]}"
    elif party is None and (match := CHAIR_THEN_PARTY.match(tail)):
        party, tail = match["bare"], f", {match['office']}{tail[match.end() :]}"
    if match := OFFICE.search(tail):
        return party, office or match["office"], tail[: match.start("office")] + tail[match.end("office") :]
    return party, office, tail


def others_in(words: Passage, spans: Sequence[Span]) -> Iterator[Entry]:
    """Everybody named in an entry of those who were there besides the members, each with their office as printed."""
    for one in named_in(words.text):
        entry = _entry(words, one, spans, serving=False, elected=False)
        person = entry.presence.person
        rest = words.text[one.tail : one.end]
        role = one.office or _role(rest)
        role = None if _is_from(role, person.party) else role
        if role is None and (abbreviated := ABBREVIATED_OFFICE.match(rest)) and person.party not in _KNOWN:
            person, role = replace(person, party=None), abbreviated["office"]  # "Lars Beijer, MAS, § 53"
        if one.office is None and (title := _title(person.name)):
            person = replace(person, name=person.name.removeprefix(f"{title} "))
            role = f"{title}, {role}" if role else title
        yield replace(entry, presence=replace(entry.presence, person=Person(person.name, person.party, role)))


def _title(name: str) -> str | None:
    """What stands before the first name of somebody and is none itself: "Advokat" of "Advokat Vera Do"."""
    first, *rest = name.split(" ")
    title = len(first) >= _TITLE and TITLE.search(first) and not (first.isupper() or is_first_name(first))
    return first if title and len(rest) > 1 and is_first_name(rest[0]) and not is_first_name(rest[1]) else None


def _role(tail: str) -> str | None:
    """The office behind a name: ", VD Vatten i Nord-Testboda AB (VATAB) § 41" gives all but the §."""
    if match := ITEM_RANGES.search(tail):
        tail = JOINS_ITEMS.regex.sub("", tail[: match.start()].rstrip(" ("))
    if match := PARTY_BEHIND.match(tail):
        tail = tail[match.end() :]
    if (match := OFFICE_THEN_PARTY.match(tail)) and not NO_NAME.search(match["office"]):
        tail = match["office"]
    tail = tail.strip(" ,;.")
    if tail.startswith("(") and tail.endswith(")"):
        tail = tail[1:-1]
    if tail.startswith("(") and ")" not in tail:
        tail = tail[1:]
    tail = ITEMS_AT_END.regex.sub("", _without_joint(tail.rstrip(" ("))).strip(" ,;.").lstrip("/–- ")
    return tail if NOTED.search(tail) and not TIMES.search(tail) else None


def _is_from(place: str | None, party: str | None) -> bool:
    """Whether what stands behind somebody of a party is where they are from: "Anna Ek (MP), Säter"."""
    return (
        party is not None and place is not None and ONE_PLACE.match(place) is not None and not OFFICE_WORD.match(place)
    )


def _serves_on(text: str, named: Sequence[Named], index: int) -> bool:
    """Whether the person is another whom the one before them serves for: both have §§, "och" joins them, and no more stands there."""
    other, before = named[index], named[index - 1]
    if SERVES_FOR.search(text[other.tail : other.end]):
        return False
    served = SERVES_FOR.search(text[before.tail : other.start])
    gap = text[before.tail + served.end() : other.start] if served else ""
    return bool(SERVES_ON.match(gap) and ITEM_RANGES.search(text[other.tail : other.end]))


def named_in(text: str) -> list[Named]:
    """The names of an entry that stand where somebody may be named: at its start, after a comma, "och" or an office."""
    starts: list[tuple[int, int, str, str | None, str | None]] = []
    served = [match.span("name") for match in SERVES_FOR.finditer(text)]
    for at in _segments(text):
        found = None if any(start <= at < end for start, end in served) else _somebody(text, at)
        if found and not found[3] and PLACE_OF_TWO.match(text[found[1] - len(found[2]) :]):
            continue  # "Anna Ek (S), Norra Dalen, ordförande"
        if found and (not starts or found[0] >= starts[-1][1]):
            starts.append(found)
    ends = [*(start for start, *_ in starts[1:]), len(text)][: len(starts)]
    return [
        Named(start, tail, _trimmed(text, tail, end), name, party, office)
        for (start, tail, name, party, office), end in zip(starts, ends, strict=True)
        if not NOT_SOMEBODY.match(name)
    ]


def _trimmed(text: str, tail: int, end: int) -> int:
    """Where the description of somebody ends: before the next sentence, and without what joins the next to them."""
    said = NEXT_SENTENCE.search(text, max(tail - 1, 0), end)
    return tail + len(_without_joint(text[tail : said.start() + 1 if said else end]))


def _without_joint(text: str) -> str:
    """The words without the comma or "samt" at their end that join somebody else to them."""
    return JOINT.regex.sub("", text.rstrip(" ,;:")).rstrip(" ,;:")


def _segments(text: str) -> Iterator[int]:
    """Where somebody may be named: at the start and after separators that stand in no brackets."""
    mark = LIST_MARK.match(text)
    yield mark.end() if mark else 0
    for match in SEPARATOR.finditer(text):
        before = text[: match.start()]
        if match.group().startswith(")") or before.count("(") <= before.count(")"):
            yield match.end()


def _somebody(text: str, at: int) -> tuple[int, int, str, str | None, str | None] | None:
    """Who is named at the offset: start, end of the name, name, party and office printed before it."""
    if SERVES_FIRST.match(text[at : at + 60]):
        return None
    start, office = at, None
    if match := OFFICE_FIRST.regex.match(text, at):
        office, at = None if match["office"].endswith("na") else match["office"], match.end()  # "ledamöterna"
    match = PARTY_FIRST.regex.match(text, at)
    if match and not (
        match["bare"] and is_first_name(match["bare"]) and match["bare"] not in _KNOWN
    ):  # "EVA VON ESSEN"
        name, end = _name(match, text)
        return (start, end, name, match["party"] or match["bare"], office) if _is_name(name) else None
    if match := FULL_NAME.regex.match(text, at):
        name, end = _name(match, text)
        if _is_name(name):
            return start, end, name, None, office
    if match := SHORT_NAME.regex.match(text, at):
        name = match["name"]
        return None if OFFICE_WORD.match(name) or not _is_name(name) else (start, match.end("name"), name, None, office)
    return None


def _is_name(name: str) -> bool:
    return bool(name) and not NO_NAME.search(name)


def _name(match: re.Match[str], text: str) -> tuple[str, int]:
    """The name without a party or an office that stands in capitals right behind it, and where the name ends."""
    printed = match["name"]
    behind = text[match.end("name") : match.end("name") + _REACH]
    name = printed if PARTY_BEHIND.match(behind) and INITIAL.search(printed) else _bare_name(printed)[0]
    end = match.start("name") + len(name)
    if " " not in name and not text[end:].lstrip().startswith("("):
        return "", match.end()
    return name, end


def _bare_name(printed: str) -> tuple[str, str | None]:
    words = printed.split(" ")
    shouted = all(word.isupper() for word in words[:2])
    for index, word in enumerate(words[1:], 1):
        code = not shouted and (index > 1 or index == len(words) - 1) and BARE_CODE.match(word)
        if code or OFFICE_WORD.match(word) or PARTY_WRITTEN_OUT.match(word):
            return " ".join(words[:index]), word if code else None
    return printed if printed.endswith(("d.y.", "d.ä.")) else printed.rstrip("."), None


def people_in(text: str) -> list[Person]:
    """Those whom an entry names, with party and office."""
    people: list[Person] = []
    for one in named_in(text):
        party, office, _ = _party_and_office(person(one.name, one.party).party, one.office, text[one.tail : one.end])
        people.append(Person(one.name, party, office))
    return people


def is_left_open(text: str, below: str) -> bool:
    """Whether the entry goes on in the line below: "Anna Ek, Bo" and then "Ås och Cia Berg", "tjänstgör för" and who it is."""
    if (
        (PARTY_FIRST.regex.match(text) and LEFT_OPEN_BEHIND_PARTY.search(text))
        or (SERVED_ALONE.match(text) and FULL_NAME.regex.match(below))
        or (SURNAME_OPENS_LINE.match(below) and NAME_WITHOUT_PARTY.search(text))
        or (PARTY_OPENS_LINE.match(below) and PARTY_LEFT_OUT.search(text))
        or _breaks_behind_first_name(text, below)
    ):
        return True
    if (field := FIELD_OF_OFFICE.search(text)) and not is_first_name(field["field"]):
        return False
    match = LEFT_OPEN.search(text)
    if match is None or match["word"] is None:
        return match is not None
    if OFFICE_WORD.match(match["word"]) or NO_NAME.search(match["word"]):
        return False
    if SERVED_BY_FIRST_NAME.search(text) and is_first_name(match["word"]):
        return not is_first_name(below.split(" ", 1)[0])  # "för Tommy" over "Boström Norberg (S)"
    beneath = FULL_NAME.regex.match(below)
    return beneath is None or " " not in _bare_name(beneath["name"])[0]  # "Granestad SD" is what is left of a name


def _breaks_behind_first_name(text: str, below: str) -> bool:
    """Whether an official's first name ends the line and a surname begins the next: "…, Sekreterare Disa" over "Wikander"."""
    last, first = text.rsplit(",", 1)[-1].strip(), below.split(",", 1)[0]
    office = OFFICE_FIRST.match(last)
    return office is not None and all(" " not in name and name[:1].isupper() for name in (last[office.end() :], first))


def _note(tail: str) -> str | None:
    """What an entry says besides office and plain §§: "ej § 117 på grund av jäv"."""
    rest = JOINS.regex.sub("", tail.strip(" ,;()"))
    rest = SEAT.regex.sub("", rest).strip(" ,;()")
    return rest if NOTED.search(rest) else None
