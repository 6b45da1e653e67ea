"""What may have been meant by words that are nowhere here: the register's own words, a slip away from what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.queries.hits import hits_of
from app.search.finding import entries_at, find, held_keys
from app.search.normaliser import keys
from app.search.question import Question, Term
from app.search.spelling import near_keys

# Of so many words that stand here the one that is found most is meant; of so many that do not one is sought.
_MOST, _MOST_UNKNOWN = 8, 2


def did_you_mean(session: Session, typed: str, question: Question) -> str | None:
    """The question with each word that is nowhere here exchanged for the likeliest that is, or a compound for its words; None
    where all are somewhere, or nothing here is near one of them. Of words as near the one found most is meant, then the first by its key."""
    words = [term for term in question.terms if not term.phrase]
    held = held_keys(session, [key for term in words for key in term.keys])
    unknown = [term for term in words if held.isdisjoint(term.keys)]
    if not 0 < len(unknown) <= _MOST_UNKNOWN:
        return None
    for term in unknown:
        word = _meant(session, term) or _apart(session, term)
        if word is None:
            return None
        before, _, after = f" {typed} ".partition(f" {term.typed} ")
        typed = f"{before} {word} {after}".strip()
    return typed


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
    words = [word for part in parts if numbers and (word := _printed(session, part, numbers))]
    return " ".join(words) if words and len(words) == len(parts) else None


def _printed(session: Session, key: str, numbers: Sequence[int]) -> str | None:
    """The word of that key as the best hit prints it."""
    for hit in hits_of(session, entries_at(session, numbers[:1]), {key}):
        return next((piece["text"] for piece in (*hit["title"], *hit["text"]) if piece["found"]), None)
    return None
