"""What a section on votes says, event by event: a question, a count, names that vote, in the order in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from importers.bundle import BallotChoice
from importers.patterns.heads import NAMES_BODY
from importers.patterns.pattern import Pattern
from importers.patterns.people import NO_PERSON, PERSON_OF_ANY_PARTY
from importers.patterns.vote_names import (
    BARE_AROUND,
    BARE_IN_LIST,
    BARE_IN_ROWS,
    BARE_LIST,
    BARE_OFFICE,
    BARE_SUBJECT,
    CHOICE_WITHIN,
    NAMES_BESIDE,
    NAMES_JOINED,
    OFFICE_IN_BRACKETS,
    OPENS_NAMES,
    OPENS_SENTENCE,
    OTHERS_NAME,
    OWNED,
    SERVES_INSTEAD,
)
from importers.patterns.vote_questions import (
    QUESTION,
    QUESTION_IN_BRACKETS,
    QUESTION_LISTED,
    QUESTION_NEJ_FIRST,
    QUESTION_OF_HOW,
    QUESTION_OF_MEMBERS,
    QUESTION_OF_ONE_SIDE,
    QUESTION_OF_WHO,
    QUESTION_TOLD,
    QUESTION_TURNED,
)
from importers.patterns.votes import (
    APPENDIX,
    CAST,
    CAST_AROUND,
    CAST_BESIDE,
    COUNT_BEFORE_SIDE,
    COUNTED,
    LISTED,
    LISTED_BARE,
    NUMBER_WORDS,
    OF_ONE_PARTY,
    ROW_WITHOUT_PARTY,
    SENTENCE_STOP,
    SIDE_IS_COUNTED,
    VOTE_OPENS,
)
from importers.patterns.who import NOBODYS_NAME
from importers.statements.people import Named, named_in, person


class Kind(Enum):
    """What an event is. Of `AFTER` the names come after it, of `BEFORE` before it, of `AROUND` and `ROW` within it."""

    QUESTION = auto()
    OPENS = auto()
    APPENDIX = auto()
    COUNT = auto()
    AFTER = auto()
    BEFORE = auto()
    AROUND = auto()
    ROW = auto()


# In this order: where two overlap, the earlier pattern is right. Those that know paragraphs are matched with "\n" between them.
_PATTERNS: tuple[tuple[Pattern, Kind, bool], ...] = (
    (QUESTION, Kind.QUESTION, False),
    (QUESTION_IN_BRACKETS, Kind.QUESTION, True),
    (QUESTION_OF_ONE_SIDE, Kind.QUESTION, True),
    (QUESTION_TOLD, Kind.QUESTION, True),
    (QUESTION_OF_MEMBERS, Kind.QUESTION, True),
    (QUESTION_OF_HOW, Kind.QUESTION, True),
    (QUESTION_OF_WHO, Kind.QUESTION, True),
    (QUESTION_TURNED, Kind.QUESTION, True),
    (QUESTION_LISTED, Kind.QUESTION, True),
    (QUESTION_NEJ_FIRST, Kind.QUESTION, True),
    (APPENDIX, Kind.APPENDIX, False),
    (VOTE_OPENS, Kind.OPENS, True),
    (CAST_AROUND, Kind.AROUND, False),
    (BARE_AROUND, Kind.AROUND, False),
    (LISTED, Kind.AFTER, False),
    (COUNTED, Kind.COUNT, True),
    (LISTED_BARE, Kind.AFTER, True),
    (CAST_BESIDE, Kind.BEFORE, True),
    (CAST, Kind.BEFORE, False),
)
# Where nobody bears a party, the rows of a roll-call as well.
_ALONE = ((ROW_WITHOUT_PARTY, Kind.ROW, True), *_PATTERNS)
_LONGEST_COUNT = 20
_STATED = ("count", "later", "yes_count", "no_count")
_LONGEST_PARTY = 60
_BETWEEN_NAMES = re.compile(r", | och | samt ")
_ENDS_SENTENCE = re.compile(
    r"(?<= [A-ZÅÄÖ][a-zåäö])\. |(?<= [A-ZÅÄÖ][a-zåäö]{2})\. "
)  # behind a short surname: "Bo Ek. Dan Holm"
_CHOICES = (
    ("ja", BallotChoice.YES),
    ("nej", BallotChoice.NO),
    ("frånv", BallotChoice.ABSENT),
    ("avst", BallotChoice.ABSTAIN),
    ("lägger", BallotChoice.ABSTAIN),
    ("lade", BallotChoice.ABSTAIN),
    ("nedlag", BallotChoice.ABSTAIN),
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the text says of a vote, and whom it names."""

    kind: Kind
    match: re.Match[str]
    choice: BallotChoice | None = None
    count: int | None = None
    named: tuple[Named, ...] = ()

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()


def choice_of(printed: str) -> BallotChoice:
    """The choice that a word of voting names: "avstår från att rösta" is `ABSTAIN`."""
    low = printed.lower().removeprefix("är ").removeprefix("var ")
    return next((choice for start, choice in _CHOICES if low.startswith(start)), BallotChoice.PAIRED)


def events_in(text: str, lined: str, *, alone: bool = False) -> list[Event]:
    """The events in order. `lined` is the text with "\\n" in place of the blank between two paragraphs. `alone`: names
    count without a party beside any, as far as nothing but their place says that they are names.
    """
    candidates = _found(text, lined, _ALONE if alone else _PATTERNS)
    events: list[Event] = []
    stated: dict[BallotChoice, int] = {}
    for index, event in enumerate(candidates):
        last = events[-1] if events else None
        if event.choice and event.count is not None:
            stated[event.choice] = event.count
        free = max([last.end, *(one.end for one in last.named)]) if last else 0
        if event.kind is Kind.AFTER:
            until = candidates[index + 1].start if index + 1 < len(candidates) else len(text)
            named = tuple(_after(lined, event.end, until, candidates[index + 1 :], alone=alone))
            named = named or _bare_after(lined, event.end, until, stated.get(event.choice) if event.choice else None)
            events.append(replace(event, named=named))
        elif event.kind is Kind.AROUND:
            named = tuple(_list_from(lined, *event.match.span("inside"), alone=alone))
            events.append(replace(event, named=named or _bare_before(lined, *event.match.span("inside"), event.count)))
        elif event.kind is Kind.BEFORE:
            named = tuple(_before(lined, free, event.start, last, alone=alone))
            count = event.count or stated.get(event.choice or BallotChoice.PAIRED)
            if event.choice is BallotChoice.ABSTAIN and any(one.named for one in events):
                count = count or _abstaining(candidates[index + 1 :])
            named = named or _bare_before(lined, free, event.start, count)
            events.append(replace(event, named=named))
        elif event.kind is Kind.ROW:
            name = person(event.match["name"], None)
            events.append(replace(event, named=(Named(name, *event.match.span("name")),)))
        else:
            events.append(event)
    return events


def _abstaining(later: Sequence[Event]) -> int | None:
    """How many abstain, where one number is stated behind: "Bo Ek avstår från att rösta. 7 ja, 3 nej, 1 avstår."."""
    counts = {one.count for one in later if one.choice is BallotChoice.ABSTAIN and one.count is not None}
    return counts.pop() if len(counts) == 1 else None


def _found(text: str, lined: str, patterns: Sequence[tuple[Pattern, Kind, bool]]) -> list[Event]:
    taken = bytearray(len(text) + 1)
    events: list[Event] = []
    for pattern, kind, by_paragraph in patterns:
        for match in pattern.finditer(lined if by_paragraph else text):
            if taken.find(1, match.start(), match.end()) >= 0 or not _holds(kind, match):
                continue
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            events.append(_event(kind, match))
    return sorted(events, key=lambda one: one.start)


def _holds(kind: Kind, match: re.Match[str]) -> bool:
    """Whether a count is the meeting's, and not one party's ("S 12 ja, M 9 nej"); whether a question asks: "Ja: Anna Ek (S). Nej: Cia Berg (M)" lists people, "6 ja för bifall mot 3 nej för avslag" counts."""
    if kind is Kind.COUNT:
        return OF_ONE_PARTY.search(match.string[max(0, match.start() - _LONGEST_PARTY) : match.start()]) is None
    if kind is not Kind.QUESTION:
        return True
    counted = SIDE_IS_COUNTED.search(match["yes"]) or SIDE_IS_COUNTED.search(match["no"])
    if counted and COUNT_BEFORE_SIDE.search(match.string[max(0, match.start() - _LONGEST_COUNT) : match.start()]):
        return False
    return not any(_only_names(match[side]) or _inside_name(match, side) for side in ("yes", "no"))


def _inside_name(match: re.Match[str], side: str) -> bool:
    """Whether the side begins with somebody's name and ends within it."""
    somebody = PERSON_OF_ANY_PARTY.regex.match(match.string, match.start(side))
    return somebody is not None and somebody.end() > match.end(side)


def _only_names(text: str) -> bool:
    """Whether the text names people and says nothing: "Anna Ek (S), Bo Å och Cia Berg"."""
    rest = PERSON_OF_ANY_PARTY.regex.sub("", text)
    words = [word for word in rest.replace(",", " ").split() if word.isalpha() and word not in ("och", "samt")]
    return not words or (len(words) > 1 and all(word[0].isupper() for word in words))


def _event(kind: Kind, match: re.Match[str]) -> Event:
    groups = match.groupdict()
    printed = next((groups[key] for key in groups if key.startswith(("choice", "away")) and groups[key]), None)
    stated = next((groups[key] for key in groups if key.startswith(_STATED) and groups[key]), None)
    if kind is Kind.BEFORE and groups.get("after"):
        kind = Kind.AFTER
    if kind is Kind.COUNT and OPENS_NAMES.regex.match(match.string, match.end()):
        kind = Kind.AFTER
    return Event(kind, match, choice_of(printed) if printed else None, number(stated) if stated else None)


def number(printed: str) -> int:
    """A count as printed, in digits or in words: "tjugotre" is 23."""
    return int(printed) if printed.isdigit() else NUMBER_WORDS[printed.lower()]


def _after(text: str, start: int, until: int, later: Sequence[Event], *, alone: bool) -> Iterator[Named]:
    """The list of names right behind its heading, up to what joins no names, or to those whose own verb comes next."""
    stop = SENTENCE_STOP.search(text, start)
    end = min(until, stop.start() if stop else len(text))
    people = _list_from(text, start, end, alone=alone)
    if later and later[0].kind is Kind.BEFORE and end == until:
        own = {one.start for one in _before(text, start, until, None, strictly=True, alone=alone)}
        people = [one for one in people if one.start not in own] if len(own) < len(people) else []
    yield from people


def _bare_after(text: str, start: int, until: int, count: int | None) -> tuple[Named, ...]:
    """The list of names without parties right behind its heading; where it has as many as are stated to vote so, and no
    other, it is one.
    """
    match = BARE_LIST.match(text[start:until].replace("\n", " ").rstrip()) if count else None
    if match is None:
        return ()
    people = _bare_names(
        text, match["within"] or match["open"], start + match.start("within" if match["within"] else "open")
    )
    return people if len(people) == count else ()


def _bare_before(text: str, start: int, verb: int, count: int | None) -> tuple[Named, ...]:
    """The list of names without parties that is the subject of the verb; where it has as many as are stated to vote so, or
    no number is and they are several: a single one may be anything in capitals.
    """
    match = BARE_SUBJECT.search(text[start:verb].replace("\n", " ").rstrip() + " ")
    if match is None:
        return ()
    office = BARE_OFFICE.match(match["names"])
    skipped = office.end() if office else 0
    people = _bare_names(text, match["names"][skipped:], start + match.start("names") + skipped)
    counted = len(people) == count if count is not None else len(people) > 1
    return people if counted else ()


def _bare_names(text: str, names: str, at: int) -> tuple[Named, ...]:
    """The names of a list that stands at the offset, up to its sentence's end; none where one of them is nobody's."""
    people: list[Named] = []
    for name in _BETWEEN_NAMES.split(names):
        first = text.index(name.split(" ", 1)[0], at)
        stop = _ENDS_SENTENCE.search(name)
        own = name[: stop.start()] if stop else name
        at = first + len(own)
        people.append(Named(person(own, None), first, at))
        if stop:
            break
    whole = all(" " in one.person.name and not NO_PERSON.search(one.person.name) for one in people)
    return tuple(people) if whole else ()


def _named(text: str, start: int, end: int, *, alone: bool = False) -> list[Named]:
    """Everybody named between two offsets, a name without a party too where an office stands before it, or one of the
    list that it stands in has a party, or where names stand `alone`."""
    named = [
        one
        for one in named_in(text, start, end, of=PERSON_OF_ANY_PARTY)
        if not OWNED.match(text[one.end : one.end + _LONGEST_TITLE])
    ]
    gaps = [start, *(edge for one in named for edge in (one.start, one.end)), end]
    for first, last in zip(gaps[::2], gaps[1::2], strict=True):
        for match in (BARE_IN_ROWS if alone else BARE_IN_LIST).finditer(text[first:last]):
            one = person(match["office"] + match["name"], None)
            if (alone or named or match["office"]) and " " in one.name and not _nobody(one.name):
                named.append(Named(one, first + match.end("name") - len(one.name), first + match.end("name")))
    return sorted(named, key=lambda one: one.start)


def _nobody(name: str) -> bool:
    return any(pattern.search(name) for pattern in (NO_PERSON, NOBODYS_NAME, NAMES_BODY, OPENS_SENTENCE, CHOICE_WITHIN))


def _list_from(text: str, start: int, end: int, *, alone: bool = False) -> list[Named]:
    people: list[Named] = []
    at = start
    for one in _named(text, start, end, alone=alone):
        gap = text[at : one.start]
        if people and SERVES_INSTEAD.match(gap):
            at = one.end
            continue
        first = not people and len(gap) <= _LONGEST_TITLE and "." not in gap
        if not (first or _joined(gap, strictly=False)):
            break
        people.append(one)
        at = one.end
    return people


_LONGEST_TITLE = 40


def _before(
    text: str, start: int, verb: int, last: Event | None, *, strictly: bool = False, alone: bool = False
) -> list[Named]:
    """The list of names right before a verb: back from it, as long as "," or "och" joins them.

    A comma may be missing only where no list of names is open before: else the names without one are that list's.
    """
    people = _named(text, start, verb, alone=alone)
    strictly = strictly or (last is not None and last.kind is Kind.AFTER)
    named: list[Named] = []
    end, served = verb, False  # whoever is served for has been held against what stands behind already
    for index in range(len(people) - 1, -1, -1):
        one = people[index]
        behind = text[one.end : end]
        if not served and not named and not _right_before(behind):
            break
        if not served and named and not _joined(behind, strictly):
            break
        served = index > 0 and bool(SERVES_INSTEAD.match(text[people[index - 1].end : one.start]))
        if not served:
            named.insert(0, one)
            end = one.start
    if named and OTHERS_NAME.search(text, max(start, named[0].start - _LONGEST_TITLE), named[0].start):
        return []
    return named


def _joined(gap: str, strictly: bool) -> bool:
    gap = OFFICE_IN_BRACKETS.regex.sub("", gap)
    return bool(NAMES_JOINED.match(gap)) or (not strictly and bool(NAMES_BESIDE.match(gap)))


def _right_before(gap: str) -> bool:
    """Whether nothing but blanks, a comma or a word or two stands between the last name and the verb."""
    gap = OFFICE_IN_BRACKETS.regex.sub("", gap)
    return len(gap) <= _LONGEST_TITLE and not any(sign in gap for sign in ".:;!?\n") and len(gap.split()) <= 2
