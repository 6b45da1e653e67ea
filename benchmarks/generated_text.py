"""§§ by the thousand for measuring search: Swedish words as often as words are, round forms that are planted in ten §§ each.

The words are those of the word list, the commonest in a tenth of all places; none of them shares a key with what is
planted. A § has a title, a summary, an att-sats and up to three yrkanden, its matter five §§; it is printed whole, each
stretch under its heading, with one more that holds no fact.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.register import values
from app.register.build import Register
from app.search.dictionary import listed_words
from app.search.normaliser import keys
from app.search.question import question_of

POOL = 20_000
PLANTED_IN, PER_MATTER = 10, 5
_BODIES = ("Kommunstyrelsen", "Socialnämnden", "Miljönämnden", "Kulturnämnden", "Kommunfullmäktige")
_OUTCOMES = ("bifall", "avslag", "besvara", "anteckning", None)
_PARTIES = ("C", "S", "M", "V", "MP", "L")
_PLACES = ({"page": 1, "lines": [1, 1], "bbox": [72.0, 72.0, 300.0, 84.0]},)
_FIRST = dt.date(2005, 1, 1)


@dataclass(frozen=True, slots=True)
class Planted:
    """A question of the planted forms: what it has to find, what it may not, and how much of the first."""

    typed: str
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    recall: float


class Text:
    """Words drawn as words fall: of rank r in proportion to 1 / (r + 2)."""

    def __init__(self, planted: Sequence[Planted], seed: int = 1) -> None:
        self.random = random.Random(seed)  # noqa: S311 - the same text each time, no secret
        listed = listed_words()
        taken = _keys_of(planted)
        drawn = (word for word in self.random.sample(listed, len(listed)) if _is_free(word, taken))
        self.words = list(itertools.islice(drawn, POOL))
        self._weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(POOL)))

    def sentence(self, length: int) -> str:
        return " ".join(self.random.choices(self.words, cum_weights=self._weights, k=length))


def _keys_of(planted: Sequence[Planted]) -> set[str]:
    """What no other word may be found by."""
    forms = [form for one in planted for form in (*one.must, *one.must_not)]
    taken = {key for form in forms for whole, parts in keys(form) for key in (whole, *parts)}
    return taken | {key for one in planted for key in question_of(one.typed).keys}


def _is_free(word: str, taken: Collection[str]) -> bool:
    if not word.isalpha() or not 3 <= len(word) <= 18:
        return False
    return not taken or not any(key in taken for whole, parts in keys(word) for key in (whole, *parts))


def forms_of(planted: Sequence[Planted]) -> list[str]:
    """Every form that is planted, in order."""
    return sorted({form for one in planted for form in (*one.must, *one.must_not)})


def form_in(number: int, size: int, forms: Sequence[str]) -> str | None:
    """The form that stands in § number `number` of so many."""
    every = size // (len(forms) * PLANTED_IN)
    return forms[number // every % len(forms)] if number % every == 0 and number < every * len(forms) * 10 else None


def shared() -> list[values.Shared]:
    """What everything rests on: a municipality, its bodies and their people."""
    place = values.Municipality("x-tallvik", "Tallvik", "tallvik", None)
    named = [
        values.Body(f"body{n}", place.id, name, name.casefold(), "committee", None) for n, name in enumerate(_BODIES)
    ]
    people = [values.Person(f"person{n}", place.id, f"Ledamot {n}") for n in range(60)]
    names = [values.Name(f"name{n}", f"person{n}", f"Ledamot {n}", _PARTIES[n % 6]) for n in range(60)]
    return [place, *named, *people, *names]


def matter(first: int, size: int, text: Text, forms: Sequence[str]) -> Register:
    """The matter whose §§ begin with number `first`."""
    id = f"matter{first:010}"
    made = Register()
    title = text.sentence(6).capitalize()
    items = [_item(number, title, text, form_in(number, size, forms)) for number in range(first, first + PER_MATTER)]
    number = f"KS-{2005 + first // 10_000}-{first % 100_000:05}"
    made.owned = [
        values.Matter(id, id, "x-tallvik", f"case{first:012}", title, number.casefold(), "1"),
        values.Case(f"case{first:012}", id, "x-tallvik", number, number, number.casefold()),
    ]
    for n, (item, rows) in enumerate(items):
        made.owned += [item, *rows, values.MatterEntity(f"{id[-9:]}{n:07}", id, id, item.id, "item")]
        step = values.Step(
            id=f"s{id[-9:]}{n:06}",
            owner=id,
            n=n,
            kind="item",
            state="past",
            date=item.date,
            body_id=item.body_id,
            body=None,
            mode="decides",
            outcome=item.outcome,
            item_id=item.id,
            document_id=None,
            document_kind=None,
            document_number=None,
            item_number=item.number,
            for_body=None,
            key=None,
            ends=n == PER_MATTER - 1,
        )
        made.owned.append(step)
    return made


def _item(number: int, title: str, text: Text, form: str | None) -> tuple[values.Item, list[values.Owned]]:
    id, chance = f"item{number:012}", text.random
    summary = text.sentence(chance.randint(20, 70))
    if form is not None:
        summary = f"{summary}. {text.sentence(5)} {form} {text.sentence(5)}."
    date = _FIRST + dt.timedelta(days=number % 7_300)
    body = f"body{number % len(_BODIES)}"
    outcome = chance.choice(_OUTCOMES)
    item = values.Item(
        id,
        id,
        "x-tallvik",
        body,
        f"meet{number // 40}",
        date.year,
        str(number),
        date,
        title,
        None,
        outcome,
        summary,
        False,
    )
    clause = f"att {text.sentence(12)}"
    rows: list[values.Owned] = [
        values.Clause(f"c{number:015}", id, id, None, 1, None, clause, outcome, ()),
        _source(f"a{number:015}", id, id, title),
        _source(f"b{number:015}", id, f"c{number:015}", clause),
    ]
    printed = [f"Sammanfattning\n{summary}", f"Ärendet\n{text.sentence(chance.randint(20, 70))}", f"Beslut\n{clause}"]
    for n in range(chance.randrange(4)):
        who, yrkande = chance.randrange(60), f"y{n}{number:014}"
        moved = f"Ledamot {who} yrkar {text.sentence(10)}"
        rows += [
            values.Yrkande(yrkande, id, id, n, "bifall", None, None, (), None, False, moved),
            values.Mention(f"m{n}{number:014}", id, yrkande, "mover", 0, f"name{who}", None),
            _source(f"s{n}{number:014}", id, yrkande, moved),
        ]
        printed.append(f"Yrkande\n{moved}")
    rows += [
        values.Passage(f"p{n}{number:014}", id, n, "document0", "file0", stretch, _PLACES)
        for n, stretch in enumerate(printed)
    ]
    return item, rows


def _source(id: str, owner: str, fact: str, quote: str) -> values.Source:
    return values.Source(id, owner, fact, None, 0, "read", "document0", "file0", quote, _PLACES)
