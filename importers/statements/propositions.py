"""Propositions: the alternatives that the chair puts against each other and the one found to have won.

Ordföranden ställer Ludvig Arbins (L) m.fl. yrkande mot avslag och finner bifall till liggande förslag.
"""

from __future__ import annotations

import re

from importers.bundle import Doubt, Outcome, Proposition
from importers.doubts import DoubtCode, doubt
from importers.patterns.alternatives import (
    ALTERNATIVE,
    AND_AGAINST,
    DECIDES_SO,
    EACH_ALONE,
    EACH_OTHER,
    FORMER,
    LATTER,
    LISTED,
    PARTED,
    PUT_AND_FARES,
    PUT_AND_FOUND,
    PUT_UNDER,
    SHARE_WORD,
    SHARED_JOINT,
)
from importers.patterns.pattern import Pattern
from importers.patterns.propositions import (
    ADJECTIVES,
    AFTER_VOTE,
    ASKED,
    ASKS,
    CONTEXT,
    EITHER,
    FINDS,
    FINDS_BIFALL,
    FINDS_MATTER,
    FINDS_NOT_SO,
    FINDS_SO,
    FINDS_THAT,
    FOUND,
    KIND_PUT,
    LOST_AT_ONCE,
    NOT_WON,
    ORDERS,
    PART_OF_EACH_OTHER,
    POINTS_BACK,
    PROPOSES,
    PUT_AGAINST,
    PUT_AND_WON,
    PUT_EACH,
    REJECTED,
    REJECTED_MATTER,
)
from importers.text.cleaning import fold
from importers.text.passage import Passage, join

_NO_BIFALL = frozenset({"avsl", "avst", "åter", "bord"})  # how words begin that say of a winner that it is none

_PUT_OFF = frozenset({"åter", "bord"})


def told_whole(sentence: Passage) -> Proposition | None:
    """A proposition that a sentence among votes tells by itself: what was put, and what won."""
    put = PUT_AGAINST.search(sentence.text) or PUT_EACH.search(sentence.text) or ASKS.search(sentence.text)
    proposition = proposition_of(sentence) if put else None
    return proposition if proposition and proposition.winner else None


def found_by_chair(sentence: Passage) -> bool:
    """Whether the sentence tells what the chair finds to be decided, what was put being told before or not at all."""
    if "rdförande" not in sentence.text or not FINDS.search(sentence.text):
        return False
    proposition = proposition_of(sentence)
    return proposition is not None and proposition.winner is not None


def take(proposition: Proposition, asked: Passage | None, propositions: list[Proposition]) -> None:
    """Adds a proposition; one that ends what the question before it began takes that one's place."""
    if (
        asked is not None
        and propositions
        and propositions[-1].text == asked.text
        and proposition.text.startswith(asked.text)
    ):
        propositions.pop()
    propositions.append(proposition)


def asks(sentence: Passage) -> bool:
    """Whether the sentence is the chair's question, what is found of it to follow: "frågar om förslaget kan antas"."""
    if FINDS.search(sentence.text):
        return False
    if ASKS.search(sentence.text):
        return True
    put = PUT_AGAINST.search(sentence.text) or PUT_EACH.search(sentence.text)
    return put is not None and _winner(sentence.text, alternatives_in(sentence.text)) is None


def winner_doubts(proposition: Proposition) -> list[Doubt]:
    """The doubt that the winner was not among the alternatives put, where it was not."""
    if not _never_put(proposition):
        return []
    return [doubt(DoubtCode.WINNER_NOT_PUT, winner=proposition.winner, sources=[proposition.source])]


def says_neither(sentence: Passage) -> bool:
    """Whether the sentence is one of a beslutsgång that puts and finds nothing: "Omröstning begärs." """
    return bool(CONTEXT.search(sentence.text))


def proposition_of(sentence: Passage, asked: Passage | None = None) -> Proposition | None:
    """What the sentence says was put, found, or both; `None` if neither. `asked` is the question in the sentence before."""
    if AFTER_VOTE.match(sentence.text) or ORDERS.search(sentence.text):
        return None
    if fares := PUT_AND_FARES.match(sentence.text):
        what = fares["tried"] or fares["behind"] or fares["before"]
        winner = what if fares["won"] else None
        return Proposition(text=sentence.text, source=sentence.source(), alternatives=(what,), winner=winner)
    if found := PUT_AND_FOUND.match(sentence.text):
        what = found["what"]
        return Proposition(text=sentence.text, source=sentence.source(), alternatives=(what,), winner=what)
    put = PUT_AGAINST.search(sentence.text) or PUT_EACH.search(sentence.text)
    alternatives = alternatives_in(sentence.text)
    at_once = PUT_AND_WON.match(put["what"]) if put and "what" in put.re.groupindex else None
    winner = at_once["winner"] if at_once else _winner(sentence.text, alternatives)
    if (
        winner is None
        and asked is not None
        and any(p.search(sentence.text) for p in (FINDS_SO, FINDS_THAT, FINDS_MATTER))
    ):
        sentence = join([asked, sentence])
        alternatives, winner = alternatives_in(asked.text), _winner(sentence.text, ())
    elif winner is None and asked is not None and (so := DECIDES_SO.match(sentence.text)):
        sentence = join([asked, sentence])
        alternatives, winner = alternatives_in(asked.text), so["winner"]
    elif winner and asked is not None and not put:
        sentence = join([asked, sentence])
        alternatives = alternatives_in(asked.text)
    if winner is None and FINDS_NOT_SO.search(sentence.text) and (question := ASKS.search(sentence.text)):
        alternatives = alternatives or (question["what"].rstrip(" ."),)
    elif put is None and winner is None and not (alternatives and asks(sentence)):
        return None
    return Proposition(text=sentence.text, source=sentence.source(), alternatives=alternatives, winner=winner)


def alternatives_in(text: str) -> tuple[str, ...]:
    """What is put against what, as printed; nothing where the sentence only speaks of "förslagen" or "yrkandena"."""
    if put := PUT_AGAINST.search(text):
        second = [part.strip() for part in AND_AGAINST.regex.split(put["second"])]
        if EACH_OTHER.match(second[0]):
            joint = SHARED_JOINT if SHARE_WORD.match(put["first"]) else PART_OF_EACH_OTHER
            each = tuple(part.strip() for part in joint.regex.split(put["first"]))
            return each if len(each) > 1 else ()
        return (put["first"].strip(), *second)
    put = PUT_EACH.search(text)
    what = EACH_ALONE.regex.sub("", LOST_AT_ONCE.regex.sub("", put["what"])) if put else ""
    if len(listed := _listed(what)) > 2:
        return listed
    parted = PARTED.match(what)
    if put and parted is None and LOST_AT_ONCE.search(put["what"]):
        return (what,)
    if put is None and (asked := ASKS.search(text)):
        parted = EITHER.match(asked["what"])
    return (parted["first"].strip(), parted["second"].strip()) if parted else ()


def _listed(what: str) -> tuple[str, ...]:
    """The alternatives that commas and "samt" part, each whole: "Anna Eks (S) och Bo Ås (M) yrkande" is one of them. Nothing
    where any of it is none."""
    found, start, joints = [], 0, [*LISTED.finditer(what)]
    for end, after in [*((one.start(), one.end()) for one in joints), (len(what), len(what))]:
        if ALTERNATIVE.match(part := what[start:end].strip()):
            found.append(part.removeprefix("dels "))
            start = after
    return tuple(found) if start == len(what) else ()


def _winner(text: str, alternatives: tuple[str, ...]) -> str | None:
    for pattern in (PROPOSES, *FOUND):
        match = _last_found(pattern, text)
        if match is None:
            continue
        if winner := match.groupdict().get("winner"):
            if (former := FORMER.match(winner)) or LATTER.match(winner):
                both = len(alternatives) == len(("former", "latter"))
                return alternatives[0 if former else -1] if both else None
            return _named(winner.strip(), text)
        return _fared(match, alternatives)
    if so := _found_so(text):
        return so
    for side, found in ((Outcome.BIFALL, FINDS_BIFALL), (Outcome.AVSLAG, REJECTED)):
        alike = [one for one in alternatives if one.startswith(side.value)]
        if len(alike) == 1 and found.search(text):
            return alike[0]
    matter = REJECTED_MATTER.search(text)
    return matter["winner"] if matter else None


def _named(winner: str, text: str) -> str | None:
    """The winner as the finding names it; where that only points back, what was asked."""
    if POINTS_BACK.match(winner):
        return _found_so(text)
    return None if NOT_WON.search(winner) else winner


def _fared(match: re.Match[str], alternatives: tuple[str, ...]) -> str | None:
    """What won where "det" or "tilläggsyrkandet" is found to be granted or refused."""
    side = ADJECTIVES[match["adjective"]].value
    if side == Outcome.BIFALL.value and (named := _of_kind(match.group(), alternatives)):
        return named
    if side == Outcome.BIFALL.value and not alternatives and (alone := _put_alone(match.string)):
        return alone
    return next((one for one in alternatives if one.startswith(side)), None if len(alternatives) > 1 else side)


def _put_alone(text: str) -> str | None:
    """The one proposal that is put: "ställer proposition på förvaltningens förslag och finner att det antas"."""
    put = PUT_EACH.search(text) or PUT_UNDER.search(text)
    what = put["what"] if put else ""
    return what if ALTERNATIVE.match(what) and not what.startswith(Outcome.BIFALL.value) else None


def _of_kind(found: str, alternatives: tuple[str, ...]) -> str | None:
    """The one alternative that is of the kind which is found for: "bifaller tilläggsyrkandet"."""
    kind = KIND_PUT.search(found)
    alike = [one for one in alternatives if kind and kind["kind"] in one and not one.startswith(Outcome.AVSLAG.value)]
    return alike[0] if len(alike) == 1 else None


def _last_found(pattern: Pattern, text: str) -> re.Match[str] | None:
    """What is found; where the chair notes something first and finds then, what is found: "konstaterar att det finns två
    förslag, ställer dem mot varandra och finner att det första antas"."""
    match = pattern.search(text)
    while match and (winner := match.groupdict().get("winner")) and (later := FINDS.search(winner)):
        match = pattern.search(text, match.start("winner") + later.start())
    return match


def _found_so(text: str) -> str | None:
    """What the chair asked and found so, or found in the words of the question."""
    asked = ASKS.search(text)
    if asked and not EITHER.match(asked["what"]) and FINDS_SO.search(text):
        what = asked["what"].rstrip(" .")
        stripped = (match["winner"] for pattern in ASKED if (match := pattern.match(what)))
        return next(stripped, what)
    put = asked or PUT_EACH.search(text) or PUT_AGAINST.search(text)
    if put is None or REJECTED.search(text):
        return None
    match = FINDS_THAT.search(text) or FINDS_MATTER.search(text)
    return match["winner"].strip() if match else None


def _never_put(proposition: Proposition) -> bool:
    if not proposition.alternatives or proposition.winner is None:
        return False
    winner = {word[:4] for word in proposition.winner.casefold().split()}
    words = [{word[:4] for word in one.casefold().split()} for one in proposition.alternatives]
    return not any(
        _shares(fold(proposition.winner), winner, fold(one), other)
        for one, other in zip(proposition.alternatives, words, strict=True)
    )


def _shares(winner: str, winner_words: set[str], one: str, words: set[str]) -> bool:
    """Whether the winner is that alternative in other words: "avslå motionen" is "avslag"."""
    if one == Outcome.BIFALL.value and winner_words.isdisjoint(_NO_BIFALL):
        return True  # bifall to whatever was proposed
    if not _PUT_OFF.isdisjoint(winner_words & words):
        return True  # "återremitterar ärendet" of somebody's "återremissyrkande"
    return winner in one or one in winner or len(winner_words & words) >= min(2, len(winner_words), len(words))
