"""The one grammar of who: people with and without a party, groups of parties, as a list joined by commas and "och".

Anna Ek (S), tjänstgörande ersättaren Bo von Å (M) m.fl. samt ledamöterna från V och MP

It takes a stretch of text apart wholly or says that it could not: nobody is left over, and nobody is taken in who stands
behind a preposition ("förslag från Bo Å (M)") or owns what is spoken of ("Bo Ås (M) yrkande").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from importers.bundle import Person
from importers.patterns.pattern import Pattern
from importers.patterns.people import (
    AND_OTHERS,
    BARE_PARTY,
    NO_PERSON,
    NOT_A_NAME,
    PARTY_IN_BRACKETS,
    PARTY_NAME,
    PARTY_NAMES,
    PARTY_PEOPLE,
    PERSON_OF_ANY_PARTY,
    TITLE_AT_END,
)
from importers.patterns.who import (
    ACTS_NEXT,
    AGREED_BY,
    BARE_PERSON,
    CITES,
    CLAUSE_OPENS,
    GOVERNS,
    GROUP_OF_PARTIES,
    JOINED,
    LISTED_NEXT,
    MEMBER_OF,
    MEMBERS_NAMED,
    MORE_BEHIND,
    NAME_GOES_ON,
    NEAR_VERB,
    NOBODYS_NAME,
    OFFICIAL,
    ON_BEHALF,
    ON_BEHALF_ENDS,
    PARTIES_ALONE,
    PARTY_ADJECTIVES,
    PARTY_BEHIND,
    PARTY_OF_OWN,
    SHORT_FOR,
    THROUGH,
)
from importers.statements.people import code_of, named_in, person

_FEW = 6  # words before the first who acts
_REACH = 90  # letters behind a name in which more of it may stand
_BODIES = ("KS", "KF", "AU", "KSAU")


@dataclass(frozen=True, slots=True)
class Who:
    """Those that a stretch of text names: people, parties, and the words of groups that nobody is named in."""

    people: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()
    group: str | None = None
    m_fl: bool = False

    def __bool__(self) -> bool:
        return bool(self.people or self.parties or self.group)

    @property
    def official(self) -> bool:
        """Whether somebody is named by an office of the administration: they move nothing."""
        return any(one.role and OFFICIAL.match(f"{one.role} {one.name}") for one in self.people)

    def with_more(self, other: Who) -> Who:
        """Those of both, each once."""
        return Who(
            people=tuple(dict.fromkeys((*self.people, *other.people))),
            parties=tuple(dict.fromkeys((*self.parties, *other.parties))),
            group=" och ".join(dict.fromkeys(words for words in (self.group, other.group) if words)) or None,
            m_fl=self.m_fl or other.m_fl,
        )


@dataclass(frozen=True, slots=True)
class Item:
    """One of a list: a person or a group, and the offsets of its words, office and "m.fl." behind it included."""

    start: int
    end: int
    person: Person | None = None
    parties: tuple[str, ...] = ()
    words: str | None = None
    m_fl: bool = False
    theirs: str | None = None  # the party that "(båda M)" gives to those before as well


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts, and the offsets between which they are named; `unclear` where the list has no clear end."""

    who: Who
    start: int
    end: int
    cites: bool = False
    unclear: bool = False
    agreeing: list[Person] = field(default_factory=list)


def who_in(words: str) -> Who | None:
    """Those that the words name, where they name nothing else; `None` where something is left over."""
    words = words.strip(" ,.;:")
    agreed = AGREED_BY.search(words)
    if agreed:
        first, more = who_in(words[: agreed.start()]), who_in(words[agreed.end() :])
        return first.with_more(Who(people=more.people)) if first and more else None
    items = items_in(words)
    if not items or not JOINED.match(words[: items[0].start]) or words[items[-1].end :].strip(" ,"):
        return None
    gaps = (words[one.end : other.start] for one, other in pairwise(items))
    return _who(items) if all(JOINED.match(gap) for gap in gaps) else None


def acting_before(text: str, start: int, verb: int) -> Acting | None:
    """Who stands right before a verb, back from it as long as "," or "och" joins them; not before `start`."""
    items = items_in(text, start, verb)
    agreeing: list[Item] = []
    chain: list[Item] = []
    edge = verb
    while items:
        one = items[-1]
        gap = text[one.end : edge]
        if not (NEAR_VERB.match(gap) if not chain else JOINED.match(gap)):
            break
        chain.insert(0, items.pop())
        edge = one.start
        lead = text[start:edge]
        agreed = AGREED_BY.regex.search(lead[-60:] + text[edge : edge + 1])
        if agreed and agreed.end() == min(len(lead), 60) and not agreeing:
            agreeing, chain, edge = chain, [], edge - (min(len(lead), 60) - agreed.start())
        elif ON_BEHALF.regex.search(lead) and len(items) > 0 and ON_BEHALF_ENDS.match(text[one.end : verb]):
            chain, edge = [], edge - len(ON_BEHALF.regex.search(lead).group())  # type: ignore[union-attr]
    if not chain:
        return _parted(text, agreeing)
    return _bounded(text, start, chain, agreeing)


def _parted(text: str, agreeing: Sequence[Item]) -> Acting | None:
    """Who acts next, last of those who agree with another's act: "med instämmande av Bo Å (V) och Cia Berg (M) yrkar"."""
    if len(agreeing) < 2:
        return None
    last = agreeing[-1]
    gap = text[agreeing[-2].end : last.start]
    return Acting(_who([last]), last.start, last.end) if ACTS_NEXT.match(gap) and _alone(gap, agreeing) else None


def _alone(gap: str, agreeing: Sequence[Item]) -> bool:
    """Whether the last alone acts: of more than two the comma before "och" must say so."""
    return len(agreeing) == 2 or gap.startswith(",")


def _bounded(text: str, start: int, chain: list[Item], agreeing: list[Item]) -> Acting:
    """The chain without those whom a preposition before it governs."""
    lead = text[start : chain[0].start]
    end = (agreeing or chain)[-1].end
    first = chain[0].start
    unclear = False
    if GOVERNS.search(lead) and not CITES.search(lead):
        parted = len(chain) == 2 and "och" in text[chain[0].end : chain[1].start]
        unclear = not parted
        chain = chain[1:] if parted else chain
        first = chain[0].start
    elif not CITES.search(lead) and not CLAUSE_OPENS.search(lead):
        unclear = start > 0 or len(lead.split()) > _FEW or "," in lead
    who = _who(chain).with_more(_who(agreeing)) if agreeing else _who(chain)
    return Acting(who, first, end, cites=bool(CITES.search(lead)), unclear=unclear)


def acting_behind(text: str, verb_end: int, end: int) -> Acting | None:
    """Who stands right behind a verb: "Vidare yrkar Anna Ek (S) och Bo Å (V) avslag"."""
    chain: list[Item] = []
    edge = verb_end
    for one in items_in(text, verb_end, end):
        gap = text[edge : one.start]
        if not (JOINED.match(gap) if chain else NEAR_VERB.match(gap)):
            break
        chain.append(one)
        edge = one.end
    more = MORE_BEHIND.match(text[edge:]) is not None
    return Acting(_who(chain), chain[0].start, edge, unclear=more) if chain else None


def agreeing_in(text: str, start: int, end: int) -> Acting | None:
    """Who agrees, behind what is moved: "avslag på motionen, med instämmande av Bo Å (V)"."""
    agreed = AGREED_BY.search(text, start, end)
    if agreed is None:
        return None
    behind = acting_behind(text, agreed.end() - 1, end)
    return replace(behind, start=agreed.start()) if behind else Acting(Who(), agreed.start(), end, unclear=True)


def items_in(text: str, start: int = 0, end: int | None = None) -> list[Item]:
    """Everybody and every group between two offsets, in order; whose things are spoken of ("Bo Ås yrkande") among them."""
    stop = len(text) if end is None else end
    items: list[Item] = [
        _item(text, one.start, one.end, stop, one.person) for one in named_in(text, start, stop, of=PERSON_OF_ANY_PARTY)
    ]
    for more in (_groups, _bare, _parties):
        for before, after in list(_gaps(items, start, stop)):
            items += more(text, before, after, stop)
        items.sort(key=lambda one: one.start)
    return _speaking(text, _of_group(text, _shared(items)))


def _gaps(items: Sequence[Item], start: int, stop: int) -> Iterator[tuple[int, int]]:
    at = start
    for one in items:
        if one.start > at:
            yield at, one.start
        at = max(at, one.end)
    if stop > at:
        yield at, stop


def _groups(text: str, start: int, end: int, stop: int) -> Iterator[Item]:
    return _of_parties(GROUP_OF_PARTIES, text, start, end, stop)


def _parties(text: str, start: int, end: int, stop: int) -> Iterator[Item]:
    return _of_parties(PARTIES_ALONE, text, start, end, stop)


def _of_parties(pattern: Pattern, text: str, start: int, end: int, stop: int) -> Iterator[Item]:
    for match in pattern.regex.finditer(text, start, end):
        words, codes = match.group(), codes_in(match.group())
        if not codes and LISTED_NEXT.search(text, max(0, match.start() - _REACH), match.start()):
            continue  # "Följande ledamöter": they are named behind
        if not codes and text[match.end() : match.end() + 2].lstrip()[:1].isupper():
            continue  # "Ledamöterna Anna Ek (S)": who they are is stated
        if words[0] == "(" and SHORT_FOR.search(text, max(0, match.start() - _REACH), match.start()):
            continue  # "Kommunstyrelsen (KS)": short for a body
        yield replace(_item(text, match.start(), match.end(), stop, None), parties=codes, words=words)


def _bare(text: str, start: int, end: int, stop: int) -> Iterator[Item]:
    for match in BARE_PERSON.regex.finditer(text, start, end):
        name, party, tail = match["name"], None, match.end()
        behind = PARTY_BEHIND.match(text[tail : tail + _REACH])
        words = name.split()
        if behind and (behind["party"] or behind["named"]):
            party, tail = behind["party"] or behind["named"], tail + behind.end()
        elif len(words) > 2 and BARE_PARTY.fullmatch(words[-1]):
            name, party = " ".join(words[:-1]), words[-1]
        official = OFFICIAL.match(name)
        one = person(name[official.end() :] if official else name, party)
        title = TITLE_AT_END.search(text[max(start, match.start() - _REACH) : match.start()])
        role = official["title"] if official else title["title"].strip() if title else None
        one = replace(one, role=one.role or role)
        if " " not in one.name and ((one.role is None and party is None) or BARE_PARTY.fullmatch(one.name)):
            continue
        if any(wrong.search(name) for wrong in (NO_PERSON, NOT_A_NAME, NOBODYS_NAME)):
            continue
        item = _item(text, match.end("name") - len(match["name"]), tail, stop, one)
        if behind and behind["theirs"]:
            code = code_of(behind["theirs"])
            item = replace(item, end=tail + behind.end(), person=replace(one, party=code), theirs=code)
        yield item


def _item(text: str, start: int, end: int, stop: int, one: Person | None) -> Item:
    """With what goes on behind the name."""
    more = AND_OTHERS.search(text[start:end]) is not None
    while match := NAME_GOES_ON.match(text[end : min(end + _REACH, stop)]):
        more = more or AND_OTHERS.search(match.group()) is not None
        end += match.end()
    return Item(start, end, one, m_fl=more)


def _shared(items: list[Item]) -> list[Item]:
    """The party of "(båda M)" given to those right before who have none."""
    for index, one in enumerate(items):
        at = index
        while one.theirs and at > 0 and (before := items[at - 1]).person and before.person.party is None:
            at -= 1
            items[at] = replace(before, person=replace(before.person, party=one.theirs))
    return items


def _of_group(text: str, items: list[Item]) -> list[Item]:
    """The list with those named behind the members of one party as people of that party: "Moderaternas ledamöter Anna Ek och
    Bo Ås". Nobody is where the first is of another party, or where a comma parts them from who may be others.
    """
    for at, group in enumerate(items[:-1]):
        gap = text[group.end : items[at + 1].start]
        one_of = MEMBER_OF.search(text[group.start : items[at + 1].start])
        several = gap in (" ", ", ") and MEMBERS_NAMED.search(group.words or "")
        if len(group.parties) != 1 or not (one_of or several):
            continue
        end = at + 1
        while end < len(items) and (member := items[end].person) and member.party in (None, group.parties[0]):
            if member.party is None and text[: items[end].end].endswith(")"):
                break  # "Bo Ås (-)" is of no party
            if end > at + 1 and (one_of or not JOINED.match(text[items[end - 1].end : items[end].start])):
                break
            end += 1
        members = [(one, one.person) for one in items[at + 1 : end] if one.person]
        apart = (
            gap == ", " and any(person.party is None for _, person in members) and text[items[end - 1].end :][:1] != ","
        )
        if members and not apart:
            named = [replace(one, person=replace(person, party=group.parties[0])) for one, person in members]
            return [*items[:at], replace(named[0], start=group.start), *named[1:], *_of_group(text, items[end:])]
    return items


def _speaking(text: str, items: Sequence[Item]) -> list[Item]:
    """The list with a party and who speaks for it as one person: "Moderaterna genom Anna Ek"."""
    whole: list[Item] = []
    for one in items:
        party = whole[-1] if whole else None
        if party and one.person and len(party.parties) == 1 and THROUGH.match(text[party.end : one.start]):
            speaker = replace(one.person, party=one.person.party or party.parties[0])
            whole[-1] = replace(one, start=party.start, person=speaker)
        else:
            whole.append(one)
    return whole


def _who(chain: Sequence[Item]) -> Who:
    groups = [one.words for one in chain if one.words]
    return Who(
        people=tuple(dict.fromkeys(one.person for one in chain if one.person)),
        parties=tuple(dict.fromkeys(code for one in chain for code in one.parties)),
        group=" och ".join(groups) or None,
        m_fl=any(one.m_fl for one in chain),
    )


def codes_in(words: str) -> tuple[str, ...]:
    """The parties that a group's words name, in printed order, by code, by name or by what its people are called."""
    codes = [(match.start(), code_of(match["party"])) for match in PARTY_IN_BRACKETS.finditer(words)]
    codes += [(match.start(), PARTY_NAMES[match["name"].lower()]) for match in PARTY_NAME.finditer(words)]
    codes += [(match.start(), match.group()) for match in PARTY_OF_OWN.finditer(words)]
    at = 0
    for word in (
        words.replace("(", " ")
        .replace(")", " ")
        .replace(",", " ")
        .replace("-", " ")
        .replace("/", " ")
        .replace("+", " ")
        .split(" ")
    ):
        bare = word.removesuffix(":s")
        if bare and bare.lower() in PARTY_ADJECTIVES:
            codes.append((at, PARTY_ADJECTIVES[bare.lower()]))
        elif bare.removesuffix("na").lower() in PARTY_PEOPLE:
            codes.append((at, PARTY_PEOPLE[bare.removesuffix("na").lower()]))
        elif bare and (bare.isupper() or BARE_PARTY.fullmatch(bare)) and len(bare) <= 4 and bare not in _BODIES:
            codes.append((at, code_of(bare)))
        elif bare in ("s", "m", "sd", "c", "v", "kd", "l", "fp", "mp"):
            codes.append((at, bare.upper()))
        at += len(word) + 1
    return tuple(dict.fromkeys(code for _, code in sorted(codes, key=lambda pair: pair[0]) if code))
