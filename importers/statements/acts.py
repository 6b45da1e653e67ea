"""Who does what in a sentence that may have several subjects and several verbs.

Bo Ahl (C) yrkar avslag på motionen, vilket Siv Ek (L) instämmer i, medan Per Al (V) yrkar återremiss.
    Bo Ahl (C), Siv Ek (L): " avslag på motionen"      Per Al (V): " återremiss."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from importers.patterns.acts import (
    AGREES,
    AGREES_BEFORE_WHAT,
    AGREES_WITH_NAMED,
    BODY_IS_TO,
    DOES_FIRST,
    DOES_THE_SAME,
    IN_THE_PAST,
    JOINS_ACTS,
    LISTED_BEHIND,
    REPORTS_OF_SELF,
    SAME_SUBJECT,
    SAYS_BEFORE,
    SAYS_FIRST,
    THAT_SOMEBODY,
    WANTS_THE_SAME,
)
from importers.patterns.marks import QUOTATION_MARK
from importers.patterns.pattern import Pattern
from importers.patterns.who import AGREED_BY, OF_PARTY_BEFORE, SPEAKER_ENDS, THROUGH_BEHIND
from importers.statements.who import Acting, Who, acting_before, acting_behind, agreeing_in, items_in, who_in


@dataclass(frozen=True, slots=True)
class Act:
    """Somebody, the verb, and the offsets of what it is about."""

    who: Who
    verb: re.Match[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts of a sentence. `unclear`: somebody does something there, and it is unclear who or with whom."""

    found: tuple[Act, ...] = ()
    unclear: bool = False


_NONE = Acts()


@lru_cache(maxsize=512)  # a sentence is asked by every reader of statements, and some ask twice
def acts_in(text: str, verbs: Pattern, *, agree: bool = True) -> Acts:
    """Everything that somebody does with one of the verbs; whoever agrees within the sentence does it too.

    A verb without a subject of its own ("… och föreslår att …") has the one before; one in a quotation or in what is
    cited ("vad Anna Ek (S) yrkar") is no act.
    """
    matches = _unquoted(text, verbs)
    if not matches:
        return _NONE
    if listed := _listed_behind(text, matches):
        return Acts((listed,))
    alike = _unquoted(text, DOES_THE_SAME) if agree else []
    seconds = [*_unquoted(text, AGREES), *alike] if agree else []
    acts: list[Act] = []
    unclear = False
    floor = 0
    for match in sorted((*matches, *seconds), key=lambda one: one.start()):
        agrees = match in seconds
        acting = _acting(text, match, floor, acts)
        same = acting is not None and bool(acts) and WANTS_THE_SAME.search(text[floor : acting.start]) is not None
        if acting and same and (acting.cites or match in alike):
            agrees = True
        elif match in alike:
            continue
        if acting is None:
            if acts and BODY_IS_TO.search(text[floor : match.start()]):
                continue
            agreed = AGREED_BY.search(text, floor, match.start())  # one of those who agree may be who acts next
            unclear = unclear or agreed is not None or _missed(match, acts, agrees)
            continue
        if acting.cites and not agrees:
            unclear = unclear or not acts
            continue
        unclear = unclear or acting.unclear or (agrees and not acts) or _wanted_of(text, match, acting, acts)
        if acts:
            acts[-1] = _until(text, acts[-1], min(acting.start, match.start()))
        if agrees and acts:
            with_whom = _agreed_with(text, match, acts)
            unclear = unclear or with_whom is None
            acts = _joined(acts, acting.who, with_whom or acts[-1].who)
            behind = AGREES_BEFORE_WHAT.match(text[match.end() :])
            if behind and not text[acts[-1].start : acts[-1].end].strip(" ,"):
                acts[-1] = replace(acts[-1], start=match.end() + behind.end(), end=len(text))
        elif not agrees:
            acts.append(Act(acting.who, match, max(match.end(), acting.end), len(text)))
        floor = max(match.end(), acting.end)
    acts = [_by_speaker(text, _of_party(text, act)) for act in acts]
    return _with_those_agreeing(text, acts, unclear) if agree else Acts(tuple(acts), unclear)


def _of_party(text: str, act: Act) -> Act:
    """The act with the party that opens its sentence as theirs who are named without one behind the verb: "Från
    Vänsterpartiet reserverar sig Eva Skog"."""
    if any(one.party for one in act.who.people) or act.who.parties or not act.who.people:
        return act
    before = OF_PARTY_BEFORE.match(text[: act.verb.start()])
    party = who_in(before["party"]) if before else None
    if party is None or party.people or len(party.parties) != 1:
        return act
    people = tuple(replace(one, party=party.parties[0]) for one in act.who.people)
    return replace(act, who=replace(act.who, people=people))


def _by_speaker(text: str, act: Act) -> Act:
    """The act as theirs who speak for the one party that acts: "Vänsterpartiet lämnar särskilt yttrande genom Eva Skog (V)"."""
    if act.who.people or len(act.who.parties) != 1:
        return act
    through = THROUGH_BEHIND.search(text, act.verb.end(), act.end)
    named = acting_behind(text, through.end(), act.end) if through else None
    people = named.who.people if named and not named.unclear and not named.who.parties else ()
    own = act.who.parties[0]
    if through is None or named is None or not people or any(one.party not in (None, own) for one in people):
        return act
    said = text[act.verb.end() : through.start()]
    if " att " in said or not SPEAKER_ENDS.match(text[named.end :]):
        return act
    spoken = Who(tuple(replace(one, party=own) for one in people), m_fl=named.who.m_fl)
    starts = not said.strip()
    return replace(act, who=spoken, start=max(act.start, named.end) if starts else act.start)


def _listed_behind(text: str, verbs: Sequence[re.Match[str]]) -> Act | None:
    """The act of those who are named after a colon: "Följande yrkar avslag på motionen: Anna Ek (S) och Bo Å (V)"."""
    listed = LISTED_BEHIND.match(text)
    if listed is None or len(verbs) != 1 or verbs[0].end() > listed.end("how") or items_in(listed["how"]):
        return None
    who = who_in(listed["who"])
    return Act(who, verbs[0], verbs[0].end(), listed.end("how")) if who else None


def merged(acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts with those of one subject as one: who "anmäler jäv och deltar inte" does one thing."""
    done: list[Act] = []
    for act in acts:
        if done and done[-1].who == act.who:
            done[-1] = replace(done[-1], end=act.end)
        else:
            done.append(act)
    return tuple(done)


def with_sharing(text: str, acts: Acts, shares: Pattern) -> Acts:
    """The acts with those of whoever is named behind one and shares its verb: "Anna Ek (S) reserverar sig, Bo Ås (M) blankt".

    `shares` finds what such a one adds, right behind the name.
    """
    found: list[Act] = []
    unclear = acts.unclear
    for act in acts.found:
        found.append(act)
        for more in shares.finditer(text, act.start, act.end):
            acting = acting_before(text, found[-1].start, more.start())
            if acting is None or not acting.who or acting.cites:
                continue
            unclear = unclear or acting.unclear
            found[-1] = _until(text, found[-1], acting.start)
            found.append(Act(acting.who, more, more.start(), act.end))
    return Acts(tuple(found), unclear)


def _acting(text: str, verb: re.Match[str], floor: int, acts: Sequence[Act]) -> Acting | None:
    of_self = REPORTS_OF_SELF.regex.search(text[: verb.start()])
    before = acting_before(text, floor, of_self.start() if of_self else verb.start())
    if before is not None and not (before.unclear and not acts):
        return before
    behind = acting_behind(text, verb.end(), len(text))
    if behind is not None:
        return behind
    if before is None and not acts and (opening := _opening(text, verb.start())):
        return opening
    if before is None and acts and SAME_SUBJECT.regex.search(text[floor : verb.start()]):
        agreed = acts[-1].end < floor  # "vilket Bo Å (V) instämmer i och yrkar avslag": his, or of both?
        return Acting(acts[-1].who, verb.start(), verb.end(), unclear=agreed)
    return before


def _opening(text: str, verb: int) -> Acting | None:
    """Who opens the sentence and does something else first: "Anna Ek (S) tackar för svaret och yrkar bifall"."""
    items = items_in(text, 0, verb)
    end = items[-1].end if items else 0
    if not items:
        return None
    said = SAYS_BEFORE.match(text[:end])
    first = DOES_FIRST.fullmatch(text[end:verb]) or SAYS_FIRST.fullmatch(text[end:verb])
    who = who_in(text[said.end() if said else 0 : end]) if first else None
    return Acting(who, 0, verb) if who else None


def _wanted_of(text: str, verb: re.Match[str], acting: Acting, acts: Sequence[Act]) -> bool:
    """Whether another wants that somebody does it: "Anna Ek (S) yrkar att Bo Å (V) begär återremiss"; or says that they once did."""
    lead = text[: acting.start]
    if acts and IN_THE_PAST.search(verb.group()) and not IN_THE_PAST.search(acts[-1].verb.group()):
        return lead.endswith("att ")
    return THAT_SOMEBODY.search(lead) is not None and (bool(acts) or bool(items_in(lead)))


def _missed(verb: re.Match[str], acts: Sequence[Act], agrees: bool) -> bool:
    """Whether a verb without a subject may hide an act: not where a body proposes within what somebody moves."""
    return not acts or (not agrees and verb.group().startswith("yrk"))


def _until(text: str, act: Act, end: int) -> Act:
    """The act up to where the next one's words begin, without what joins the two."""
    what = text[act.start : end]
    joins = JOINS_ACTS.search(what)
    return replace(act, end=min(act.end, act.start + (joins.start() if joins else len(what))))


def _agreed_with(text: str, verb: re.Match[str], acts: Sequence[Act]) -> Who | None:
    """Whom those agree with who agree within the sentence: the last who acts, or who is named behind the verb where that is
    one of them; `None` where it is nobody who acts, or where the stance that is named is not the last one's.
    """
    behind = text[verb.end() :]
    named = AGREES_WITH_NAMED.match(behind)
    if named and (stance := named["stance"] or named["paper"]):
        return acts[-1].who if stance.lower() in text[: verb.start()].lower()[acts[-1].start :] else None
    owners = {bare_name(one.person.name) for one in items_in(named["whose"]) if one.person} if named else set()
    if not owners:
        return acts[-1].who
    theirs = {act.who for act in acts if owners <= {bare_name(one.name) for one in act.who.people}}
    return theirs.pop() if len(theirs) == 1 else None


def bare_name(name: str) -> str:
    """A name without the "s" of what is somebody's, so that "Anna Eks" and "Anna Ek" are alike."""
    return name.casefold().rstrip("s’'")


def _joined(acts: list[Act], who: Who, with_whom: Who) -> list[Act]:
    """The acts, those of the one agreed with with those who agree."""
    return [replace(one, who=one.who.with_more(who)) if one.who == with_whom else one for one in acts]


def _with_those_agreeing(text: str, acts: list[Act], unclear: bool) -> Acts:
    """With whoever is named behind "med instämmande av"."""
    done: list[Act] = []
    for act in acts:
        agreeing = agreeing_in(text, act.start, act.end)
        if agreeing is None:
            done.append(act)
            continue
        who = act.who.with_more(Who(people=agreeing.who.people))  # parties that only agree stay words of the sentence
        done = [replace(one, who=who) if one.who == act.who else one for one in done]
        last = not text[agreeing.end : act.end].strip(" ,.")
        done.append(replace(act, who=who, end=agreeing.start if last else act.end))
        unclear = unclear or agreeing.unclear
    return Acts(tuple(done), unclear)


def _unquoted(text: str, verbs: Pattern) -> list[re.Match[str]]:
    """Where the verbs stand outside quotations."""
    return [match for match in verbs.finditer(text) if not _quoted(text, match.start())]


def _quoted(text: str, at: int) -> bool:
    return len(QUOTATION_MARK.regex.findall(text, 0, at)) % 2 == 1
