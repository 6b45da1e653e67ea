"""What was typed, as what is sought: words, phrases in quotation marks, and with a minus what must not be there.

Nothing typed is an error. What is more than a question holds is left out, and said; so are the words that a sentence is asked
with, of the question in one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache

from app.search.normaliser import facet_key, folded, keys, lines_of, synonyms, title_key
from importers.patterns.people import PARTY_NAMES

# How many words and phrases a question holds: a long one costs no more than a short one.
MOST_TERMS = 12
_MOST_IN_PHRASE = 12
# What is read of what was typed.
LONGEST = 300
_MARKS = ".,:;!?"
_YEAR = re.compile(r"(?:19|20)\d\d")
_TERM = re.compile(r'(-?)(?:["”“]([^"”“]*)["”“]?|([^\s"”“]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Something that is to be there: one of these keys, or all of them in a row (`phrase`)."""

    keys: tuple[str, ...]
    phrase: bool = False
    typed: str = field(default="", compare=False)

    def stands_in(self, words: Sequence[str], parts: Collection[str]) -> bool:
        """Whether words with these keys, in their order, hold it, or one of the parts of their compounds does."""
        if not self.phrase:
            return any(key in words or key in parts for key in self.keys)
        length = len(self.keys)
        return any(tuple(words[at : at + length]) == self.keys for at in range(len(words) - length + 1))


@dataclass(frozen=True, slots=True)
class Question:
    """What is sought, and what must not be there; `unread` is what was typed beyond what a question holds. `title` is what
    finds a title of just these words; None where something must not be there, or words are unread. `left_out` are the words
    that it was asked with, which are not sought."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    unread: str = ""
    title: str | None = None
    left_out: tuple[str, ...] = ()

    def is_answered_by(self, text: str) -> bool:
        """Whether a text holds what is sought, and nothing that must not be there."""
        met = keys(text)
        words, parts = [key for key, _parts in met], {part for _key, of_word in met for part in of_word}
        return (
            bool(self.terms)
            and all(term.stands_in(words, parts) for term in self.terms)
            and not any(term.stands_in(words, parts) for term in self.without)
        )

    @property
    def sought(self) -> list[str]:
        """Its terms as they were typed: `cykelbanor` of `cykelbanor?`."""
        return [term.typed.strip(_MARKS) for term in self.terms]

    @property
    def keys(self) -> frozenset[str]:
        """Every key that a word found has one of."""
        return frozenset(key for term in self.terms for key in term.keys)


@dataclass(slots=True)
class _Sides:
    terms: list[Term] = field(default_factory=list)
    without: list[Term] = field(default_factory=list)
    left_out: dict[str, None] = field(default_factory=dict)


def question_of(typed: str) -> Question:
    """`motion avhopp -"särskilt yttrande"` → two terms, and one that must not be there."""
    return _read(typed, frozenset())


def question_in(typed: str) -> Question:
    """The same of a sentence: `vem reserverade sig mot simhallen 2025?` → `reserverade`, `simhallen`, and `2025`, as a word or
    as the year. What is nothing but words to ask with is sought as it is, and so are names and what stands in quotation marks."""
    question = _read(typed, _asked_with(typed[:LONGEST]))
    if not question.terms:
        return question_of(typed)
    return replace(question, terms=tuple(map(_or_of_year, question.terms)))


def _read(typed: str, asked_with: Set[int]) -> Question:
    """The question; `asked_with` is where the words begin that it is only asked with."""
    sides = _Sides()
    unread = typed[LONGEST:].strip()
    for match in _TERM.finditer(typed[:LONGEST]):
        if len(sides.terms) + len(sides.without) >= MOST_TERMS:
            unread = typed[match.start() :].strip()
            break
        minus, quoted, word = match.groups()
        if match.start() in asked_with:
            sides.left_out[word.strip(_MARKS)] = None
            continue
        side = sides.without if minus else sides.terms
        side += _terms(word) if quoted is None else _phrase(quoted)
    in_order = [key for key, _parts in keys(typed[:LONGEST])]
    title = title_key(in_order) if in_order and not sides.without and not unread else None
    terms, without = tuple(dict.fromkeys(sides.terms)), tuple(dict.fromkeys(sides.without))
    return Question(terms, without, unread, title, tuple(sides.left_out))


def _or_of_year(term: Term) -> Term:
    """A year is sought as what is of it, too."""
    word = term.keys[0]
    return (
        replace(term, keys=(*term.keys, facet_key("year", word))) if not term.phrase and _YEAR.fullmatch(word) else term
    )


def _asked_with(typed: str) -> frozenset[int]:
    """Where the words begin that a sentence is asked with, in either language."""
    words = {match.start(): match[3] for match in _TERM.finditer(typed) if match[3] and not match[1]}
    tell = any(word[:1].islower() for word in words.values())  # capitals do, where not every word begins with one
    plain = {at: folded(word) for at, word in words.items() if not (tell and _is_name(word, typed[:at]))}
    swedish, english, beside_english, asking, told = _question_words()
    found = swedish | english
    if not english.isdisjoint(plain.values()):
        found |= beside_english
    if not asking.isdisjoint(
        plain.values()
    ):  # `hur röstade SD om skolan`, where `röstade` stands in nothing that was voted on
        found |= told
    return frozenset(at for at, word in plain.items() if word in found)


def _is_name(word: str, before: str) -> bool:
    """Whether its capitals tell that a word is a name: `Per Hur` within a sentence, and `WHO` wherever it stands."""
    begins = before.rstrip()[-1:] in {"", *".!?:"}
    return word[:1].isupper() and (not begins or (len(word) > 1 and word.isupper()))


@cache
def _question_words() -> tuple[frozenset[str], ...]:
    """Of Swedish, of English, of English beside one of these alone; what asks, and what is told of anybody beside that."""
    return tuple(frozenset(line.split()) for line in lines_of("question_words.txt"))


def _terms(word: str) -> list[Term]:
    """A word is one term; what is written together by other signs, `KS-2025-00042`, a phrase."""
    found = tuple(key for key, _parts in keys(word))
    if len(found) == 1:
        further = *synonyms().get(found[0], ()), *_of_party().get(found[0], ()), *_of_letters(word.strip(_MARKS))
        return [Term((*found, *further), typed=word)]
    return [Term(found[:_MOST_IN_PHRASE], phrase=True, typed=word)] if found else []


@cache
def _of_party() -> dict[str, tuple[str, ...]]:
    """By the key of a party's name what else stands for it: that it is behind a fact or paper, and its letters where they are
    no sign of anything else, as the `m` of `m.fl.` is."""
    names = [(keys(name), letters) for name, letters in PARTY_NAMES.items()]
    return {
        of_name[0][0]: (facet_key("party", letters), *([letters.lower()] if len(letters) > 1 else []))
        for of_name, letters in names
        if len(of_name) == 1
    }


def _of_letters(typed: str) -> tuple[str, ...]:
    """What is behind a fact or paper of the party that goes by these letters, as a sign alone would not: `SD`, `sd`, `M`."""
    letters = typed.upper() if len(typed) > 1 else typed
    return (facet_key("party", letters),) if letters in _letters_of_parties() else ()


@cache
def _letters_of_parties() -> frozenset[str]:
    return frozenset(PARTY_NAMES.values())


def _phrase(quoted: str) -> list[Term]:
    found = tuple(key for key, _parts in keys(quoted))[:_MOST_IN_PHRASE]
    return [Term(found, phrase=True, typed=f'"{quoted}"')] if found else []
