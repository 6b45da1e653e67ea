"""What may have been meant by words that are nowhere here, or nowhere together: the register's own words, a slip away from what
was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from app.queries.hits import hits_of
from app.queries.item_numbers import find_items
from app.search.finding import entries_at, find, held_keys
from app.search.normaliser import keys
from app.search.question import Question, Term
from app.search.spelling import alike_keys, near_keys

# Of so many words that stand here the one that is found most is meant; of so many that do not one is sought.
_MOST, _MOST_UNKNOWN = 8, 2
# Of a question with more words none is tried in other spellings.
_MOST_TOGETHER = 4
# A number behind a name, and what may follow it: `ks 372 2024`.
_UNSIGNED = re.compile(r"(?P<name>[^\W\d_][^\d§\"]{0,60}) (?P<rest>\d{1,4}[a-z]?(?: .{0,20})?)", re.IGNORECASE)


def did_you_mean(session: Session, typed: str, question: Question) -> str | None:
    """The question with each word that is nowhere here exchanged for the likeliest that is, or a compound for its words; where
    all are somewhere, with one in the spelling in which it stands with the others: `axel josefsson` → `axel Josefson`. None where
    nothing is near. Of words as near the one found most is meant, then the first by its key. A § that is here is meant where its
    body and number were typed without the sign: `ks 372` → `ks § 372`."""
    if (unsigned := _UNSIGNED.fullmatch(typed)) and find_items(
        session, meant := f"{unsigned['name']} § {unsigned['rest']}"
    ):
        return meant
    words = [term for term in question.terms if not term.phrase]
    held = held_keys(session, [key for term in words for key in term.keys])
    unknown = [term for term in words if held.isdisjoint(term.keys)]
    if not unknown and 1 < len(words) <= _MOST_TOGETHER:
        return _together(session, typed, question, words)
    if not 0 < len(unknown) <= _MOST_UNKNOWN:
        return None
    for term in unknown:
        word = _meant(session, term) or _apart(session, term)
        if word is None:
            return None
        typed = _exchanged(typed, term, word)
    return typed


def _exchanged(typed: str, term: Term, word: str) -> str:
    before, _, after = f" {typed} ".partition(f" {term.typed} ")
    return f"{before} {word} {after}".strip()


def _together(session: Session, typed: str, question: Question, words: Sequence[Term]) -> str | None:
    for term in words:
        alike = alike_keys(term.typed)
        held = held_keys(session, alike)
        for key in [key for key in alike if key in held][:_MOST]:
            terms = tuple(Term((key,)) if one is term else one for one in question.terms)
            numbers = find(session, replace(question, terms=terms, title=None), {}).numbers
            if numbers and (word := _printed(session, key, numbers)):
                return _exchanged(typed, term, word)
    return None


def _meant(session: Session, term: Term) -> str | None:
    near = near_keys(term.typed)
    if not near:
        return None
    held = held_keys(session, list(near))
    likeliest = [key for key in near if key in held][:_MOST]
    found = {key: find(session, Question((Term((key,)),)), {}).numbers for key in likeliest}
    best = min(found, key=lambda key: (-len(found[key]), key), default=None)
    return _printed(session, best, found[best]) if best else None


def _apart(session: Session, term: Term) -> str | None:
    """The words that a compound is made of, as what holds them all prints them: `förskoleavgift` → `förskola avgift`."""
    parts = [part for _key, of_word in keys(term.typed) for part in of_word]
    numbers = find(session, Question(tuple(Term((part,)) for part in parts)), {}).numbers if len(parts) > 1 else []
    words = [word for part in parts if numbers and (word := _printed(session, part, numbers, alone=True))]
    return " ".join(words) if words and len(words) == len(parts) else _cut(term.typed, parts) if numbers else None


def _cut(typed: str, parts: Sequence[str]) -> str | None:
    """The compound as it was typed, between its parts: `klimatanpassning` → `klimat anpassning`."""
    if len(parts) == 1:
        return typed if keys(typed)[:1] and keys(typed)[0][0] == parts[0] else None
    for at in range(1, len(typed)):
        first = keys(typed[:at])
        if first and first[0][0] == parts[0] and (rest := _cut(typed[at:], parts[1:])):
            return f"{typed[:at]} {rest}"
    return None


def _printed(session: Session, key: str, numbers: Sequence[int], *, alone: bool = False) -> str | None:
    """The word of that key as the best hit prints it; where it is to stand `alone`, no compound with it."""
    for hit in hits_of(session, entries_at(session, numbers[:1]), {key}):
        found = (piece["text"] for piece in (*hit["title"], *hit["text"]) if piece["found"])
        return next((word for word in found if not alone or [own for own, _parts in keys(word)] == [key]), None)
    return None
