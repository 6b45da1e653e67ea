"""Whatever becomes of the pages, the reader ends, raises nothing and invents nobody and nothing.

The pages of our own example, and of invented minutes with a vote, are shuffled, cut and garbled word by word, line by
line and page by page. Hypothesis chooses what is done and how; one failure is shrunk to the fewest steps.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.resources import example
from importers.bundle import Bundle, Document, Item, Person, Source, Vote
from importers.patterns.pattern import REGISTER
from importers.pdf.page import Page, Word
from importers.pdf.pdfium import open_pdf, read_page
from importers.read import read_bundle_of
from importers.text.cleaning import fold
from tests.importers.typeset import page_of
from tests.thorough import tried

MINUTES = (
    """
Kommunstyrelsen                                  Protokoll nr 3
Alnsjö kommun                                    2025-03-05
# Plats och tid
Kommunhuset, Alnsjö, kl. 13.00–15.30
# Beslutande
Gunnar Ahlvik (S), ordförande
Elsa Brandfors (C)                    §§ 11–12
Karim Lindeborg (MP), ersättare för Birgitta Söderhäll (V)
# Paragrafer
11–12
""",
    """
# § 11   KS-2025-00042
## Motion av Elsa Brandfors (C) om skuggande träd
# Beslut
Kommunstyrelsen föreslår kommunfullmäktige besluta
1. att motionen avslås.
2. att uppdra åt barn- och utbildningsnämnden att redovisa behovet senast den 3 maj 2025.
# Tidigare behandling
Bordlagt den 15 januari 2025, § 2, och den 5 februari 2025, § 7.
# Yrkanden
Elsa Brandfors (C) och Karim Lindeborg (MP) yrkar bifall till motionen.
Ordföranden Gunnar Ahlvik (S) yrkar avslag på motionen.
# Propositionsordning
Ordföranden Gunnar Ahlvik (S) ställer propositioner på bifall respektive avslag på motionen och finner att
den avslagits. Omröstning begärs.
# Omröstning
Godkänd voteringsproposition: ”Ja för avslag och Nej för bifall till motionen.”
Gunnar Ahlvik (S), Ann-Sofie Tegnér (SD), Per Åkerdahl (M) röstar Ja (3).
Elsa Brandfors (C) och Karim Lindeborg (MP) röstar Nej (2).
Lovisa Hammarqvist (V) avstår från att rösta (1).
# Reservation
Ledamöterna från C och MP reserverar sig mot beslutet.
""",
    """
# § 12   KS-2025-00051
## Svar på interpellation om vinterväghållning
# Beslut
Interpellationen anses besvarad.
# Jäv
Per Åkerdahl (M) deltar inte i handläggningen av ärendet på grund av jäv.
# Särskilt yttrande
Vi liberaler hade hellre sett att frågan togs upp i budgeten.
# Justering
Justeras den 12 mars 2025
""",
)

PARTY_STEMS = {
    "S": "socialdemokrat", "M": "moderat", "SD": "sverigedemokrat", "C": "centerpart", "V": "vänsterpart",
    "KD": "kristdemokrat", "L": "liberal", "FP": "folkpart", "MP": "miljöpart", "D": "demokrat", "FI": "feminis",
}  # fmt: skip
MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()  # noqa: SIM905
NUMBER_WORDS = "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton".split()  # noqa: SIM905
# Shreds of what the patterns look for, and of what no minutes hold.
SHREDS = [word for pattern in REGISTER for text in pattern.catches for word in text.split()]
SHREDS += [
    "(",
    ")",
    "§",
    "§§",
    "\u202e",
    "\x00",
    "\ufffd",
    "﷽",
    "”",
    "1" * 400,
    "A" * 3000,
    "(S)" * 300,
    "-",
    "–",
    "٣",
    "²",
]

Step = Callable[[list[Page], Random], list[Page]]


def example_pages() -> list[Page]:
    document = open_pdf(example().read_bytes())
    return [read_page(document, number) for number in range(1, len(document) + 1)]


@cache
def originals() -> tuple[tuple[Page, ...], ...]:
    return tuple(example_pages()), tuple(page_of(text, number) for number, text in enumerate(MINUTES, 1))


def on_one_page(change: Callable[[list[Word], Random], list[Word]]) -> Step:
    """A step that changes the words of one page."""

    def step(pages: list[Page], random: Random) -> list[Page]:
        at = random.randrange(len(pages))
        words = change(list(pages[at].words), random) if pages[at].words else []
        return [*pages[:at], replace(pages[at], words=tuple(words)), *pages[at + 1 :]]

    return step


def moved(word: Word, place: Word) -> Word:
    """The word where another stands."""
    across = word.x1 - word.x0
    return word._replace(x0=place.x0, x1=place.x0 + across, top=place.top, bottom=place.bottom, baseline=place.baseline)


def exchange_texts(words: list[Word], random: Random) -> list[Word]:
    texts = [word.text for word in words]
    for _ in range(random.randint(1, 20)):
        a, b = random.randrange(len(texts)), random.randrange(len(texts))
        texts[a], texts[b] = texts[b], texts[a]
    return [word._replace(text=text) for word, text in zip(words, texts, strict=True)]


def exchange_lines(words: list[Word], random: Random) -> list[Word]:
    baselines = sorted({word.baseline for word in words})
    shuffled = dict(zip(baselines, random.sample(baselines, len(baselines)), strict=True))
    by = {line: shuffled[line] - line for line in baselines}
    return [
        word._replace(
            top=word.top + by[word.baseline], bottom=word.bottom + by[word.baseline], baseline=shuffled[word.baseline]
        )
        for word in words
    ]


def drop_words(words: list[Word], random: Random) -> list[Word]:
    share = random.choice([0.02, 0.2, 0.8])
    return [word for word in words if random.random() > share]


def drop_lines(words: list[Word], random: Random) -> list[Word]:
    gone = {line for line in {word.baseline for word in words} if random.random() < 0.3}
    return [word for word in words if word.baseline not in gone]


def cut_words(words: list[Word], random: Random) -> list[Word]:
    return [
        word._replace(text=word.text[: random.randint(1, len(word.text))], hyphen=random.random() < 0.1)
        if random.random() < 0.1
        else word
        for word in words
    ]


def put_in_shreds(words: list[Word], random: Random) -> list[Word]:
    return [word._replace(text=random.choice(SHREDS)) if random.random() < 0.08 else word for word in words]


def scatter(words: list[Word], random: Random) -> list[Word]:
    return [moved(word, random.choice(words)) if random.random() < 0.1 else word for word in words]


def restyle(words: list[Word], random: Random) -> list[Word]:
    return [
        word._replace(bold=random.random() < 0.5, size=random.choice([0.0, 1.0, word.size, 16.0, 4000.0]))
        if random.random() < 0.1
        else word
        for word in words
    ]


def shuffle_pages(pages: list[Page], random: Random) -> list[Page]:
    return numbered(random.sample(pages, len(pages)))


def drop_pages(pages: list[Page], random: Random) -> list[Page]:
    return numbered([page for page in pages if random.random() > 0.3] or pages[:1])


def repeat_pages(pages: list[Page], random: Random) -> list[Page]:
    return numbered(sorted([*pages, random.choice(pages)], key=lambda page: page.number))


def turn_page(pages: list[Page], random: Random) -> list[Page]:
    at = random.randrange(len(pages))
    return [*pages[:at], replace(pages[at], turn=random.randrange(4)), *pages[at + 1 :]]


def numbered(pages: list[Page]) -> list[Page]:
    return [replace(page, number=number) for number, page in enumerate(pages, 1)]


STEPS: dict[str, Step] = {
    **{change.__name__: on_one_page(change) for change in (
        exchange_texts, exchange_lines, drop_words, drop_lines, cut_words, put_in_shreds, scatter, restyle,
    )},
    **{step.__name__: step for step in (shuffle_pages, drop_pages, repeat_pages, turn_page)},
}  # fmt: skip

Plan = tuple[int, list[tuple[str, int]]]
# which pages to begin with, and what is done to them with which seed
plans = st.tuples(
    st.sampled_from([0, 1]),
    st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 2**32 - 1)), min_size=1, max_size=6),
)


def carried_out(plan: Plan) -> list[Page]:
    """The pages after all steps of the plan."""
    original, steps = plan
    pages = list(originals()[original])
    for name, seed in steps:
        pages = STEPS[name](pages, Random(seed))
    return pages


def read(pages: list[Page]) -> Bundle:
    return read_bundle_of(pages)


# drawn from a fixed seed, so that a failure is met again
bounded = settings(max_examples=tried(30, 60), deadline=None, derandomize=True, database=None)


@bounded
@given(plans)
def test_it_ends_and_accounts_for_every_word(plan: Plan) -> None:
    pages = carried_out(plan)
    words = read(pages).words
    assert words.total == sum(len(page.words) for page in pages)
    assert words.total == words.claimed + words.furniture + words.unread


@bounded
@given(plans)
def test_nobody_is_invented(plan: Plan) -> None:
    pages = carried_out(plan)
    bundle = read(pages)
    assert [
        f"{one.name!r} is not in {quote!r}" for one, quote in people(bundle) if fold(one.name) not in fold(quote)
    ] == []
    text = printed(pages)
    assert [code for code in parties(bundle) if not party_stands(code, text)] == []


@bounded
@given(plans)
def test_no_number_is_invented(plan: Plan) -> None:
    pages = carried_out(plan)
    bundle, text = read(pages), printed(pages)
    runs = set(re.findall(r"[0-9]+", text)) | {
        run for line in text.split("\n") for run in re.findall(r"[0-9]+", line.replace(" ", ""))
    }
    assert [number for number in numbers(bundle) if not set(re.findall(r"[0-9]+", number)) <= runs] == []
    assert [count for count in counts(bundle) if not count_stands(count, runs, text)] == []
    assert [day for day in days(bundle) if not day_stands(day, runs, text)] == []


def printed(pages: list[Page]) -> str:
    """Every word of the pages, a line for each page."""
    return "\n".join(" ".join(word.text for word in page.words) for page in pages)


def people(value: object, quote: str = "") -> Iterator[tuple[Person, str]]:
    """Each person with the words quoted of what names them; of plain values of a document, those of all its fields."""
    if isinstance(value, Person):
        yield value, quote
    elif isinstance(value, tuple):
        for one in value:
            yield from people(one, quote)
    elif is_dataclass(value) and not isinstance(value, Source):
        yield from (
            found for one in fields(value) for found in people(getattr(value, one.name), quoted(value) or quote)
        )


def quoted(value: object) -> str:
    """The words that a value stands on; of a document or §, those of its plain values and of who was there."""
    if isinstance(value, Document):
        present = (*value.attendance.members, *value.attendance.substitutes) if value.attendance else ()
        return " ".join([*_field_quotes(value), *(one.source.quote for one in present)])
    if isinstance(value, Item):
        return " ".join(_field_quotes(value))
    source = getattr(value, "source", None)
    return source.quote if isinstance(source, Source) else ""


def _field_quotes(value: Document | Item) -> Iterator[str]:
    return (source.quote for sources in value.fields.values() for source in sources)


def strings(value: object, keys: set[str]) -> Iterator[str]:
    """What stands under the keys, anywhere in the value."""
    if isinstance(value, tuple):
        for one in value:
            yield from strings(one, keys)
    elif is_dataclass(value) and not isinstance(value, Source):
        for one in fields(value):
            inner = getattr(value, one.name)
            if one.name in keys and inner:
                yield from (str(part) for part in (inner if isinstance(inner, tuple) else (inner,)) if part)
            yield from strings(inner, keys)


def parties(bundle: Bundle) -> set[str]:
    return set(strings(bundle.documents, {"party", "parties"}))


def party_stands(code: str, text: str) -> bool:
    as_code = re.search(rf"(?<![^\W_]){re.escape(code)}(?![^\W_])", text, re.IGNORECASE)
    return bool(as_code) or PARTY_STEMS.get(code, "\n\n") in text.casefold()


def numbers(bundle: Bundle) -> set[str]:
    keys = {
        "number",
        "case_numbers",
        "document_number",
        "about_items",
        "item_number",
        "attachment",
        "about",
        "paragraphs",
        "title",
    }
    return set(strings(bundle.documents, keys))


def counts(bundle: Bundle) -> set[int]:
    votes = [vote for document in bundle.documents for item in document.items for vote in item.votes]
    return {count for vote in votes for count in _counts(vote) if count is not None}


def _counts(vote: Vote) -> tuple[int | None, ...]:
    return vote.yes, vote.no, vote.abstain, vote.absent, vote.paired


def count_stands(count: int, runs: set[str], text: str) -> bool:
    return str(count) in runs or (count < len(NUMBER_WORDS) and NUMBER_WORDS[count] in text.casefold())


def days(value: object) -> Iterator[dt.date]:
    if isinstance(value, dt.date):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from days(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from days(getattr(value, one.name))


def day_stands(day: dt.date, runs: set[str], text: str) -> bool:
    month = f"{day.month:02}" in runs or MONTHS[day.month - 1] in text.casefold()
    return str(day.year) in runs and month and bool({str(day.day), f"{day.day:02}"} & runs)


def test_the_reader_finds_something_to_be_held_to() -> None:
    """Were the untouched pages read as nothing, nothing could be invented."""
    names, seen = set[str](), set[str]()
    for pages in originals():
        bundle = read(list(pages))
        names |= {one.name for one, _ in people(bundle)}
        seen |= parties(bundle)
    assert {"Elsa Brandfors", "Nils-Erik Hallkvist", "Gunnar Ahlvik", "Karim Lindeborg"} <= names
    assert {"C", "MP", "S", "V", "SD"} <= seen
