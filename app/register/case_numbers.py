"""Case numbers in any spelling a person or a printer would give them, and the one key behind each.

    KSN-2023-03553 · ksn 2023 3553 · Ks 512/2023 · KS/2017:128 · SN-2017/104 · 2018/KS 0041 001 · 0214/21 · N050-0142/24

`KSN-2023-03553-4` is document 4 of case KSN-2023-03553; `SLK-2024-00008:12` is a case of its own under number 8.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from app.ids import slugify

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
_ALLOWED = re.compile(r"[A-ZÅÄÖ0-9 .:/-]+")
_PREFIX = r"(?P<prefix>[A-ZÅÄÖ]{1,10}|[A-Z]\d{2,4})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SERIAL = r"(?P<serial>\d{1,6})"
_FORMS = (
    # KSN-2023-03553, KS/2017:128, SN-2017/104, SLK-2024-00008:12, KSN-2023-03553-4; but a date is none: KF 2024-04-24
    re.compile(
        rf"{_PREFIX}[ /-]?{_YEAR}[ /:-](?!\d\d-\d\d$){_SERIAL}(?::(?P<sub>\d{{1,4}})|-(?P<document>\d{{1,4}}))?"
    ),
    # Ks 512/2023, N050-0142/24, 0214/21, 00411/2026
    re.compile(rf"(?:{_PREFIX}[ -]?)?{_SERIAL}/(?P<year>(?:19|20)?\d\d)"),
    # 2018/KS 0041 001 (the last is a classification, not part of the number)
    re.compile(rf"{_YEAR}/{_PREFIX} {_SERIAL}(?: \d{{3}})?"),
)

# What people type and nobody prints: KSN202303553, 00096 2026, 2026/96. A day is none (KF 20240424, 2026-03), nor a span of
# years (2025/26, 2025 2026).
_NO_DAY = r"(?!(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?$)"
_TYPED = (
    re.compile(rf"(?P<prefix>[A-ZÅÄÖ]{{1,10}})[ ./:-]?{_YEAR}[ ./:-]?{_NO_DAY}{_SERIAL}"),
    re.compile(rf"(?P<prefix>[A-ZÅÄÖ]{{1,10}})?[ -]?(?!(?:19|20)\d\d ){_SERIAL}[ /:-]{_YEAR}"),
    re.compile(rf"{_YEAR}[ /:-]{_NO_DAY}{_SERIAL}"),
)
_LABEL_TYPED = re.compile(r"^(?:ÄRENDE|CASE|NUMMER|NR|DNR|DIARIENR|DIARIUM)(?=[.: \d])[.: ]*")


# Of words round a number: how many are looked at, how many a number has, and what shows that it is one and no year or sum.
_MOST_WORDS, _MOST_IN_NUMBER, _LONGEST_TYPED = 12, 4, 120
_MARKED = re.compile(r"^[^\W\d_]+[\W_]*\d|\d[/:-]\d")
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)[/–-]((?:\d\d){1,2})")

# SOU 2024:34, prop. 2023/24:12 and SFS 2017:725 look like case numbers and name printed works.
_PRINTED_WORKS = {"SOU", "SFS", "PROP", "DS", "BET", "DIR", "RSKR", "SKR"}


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A number as understood. `key` is the same for every spelling; `register` is None where it names none."""

    register: str | None
    year: int
    serial: int
    sub: int | None = None
    document: int | None = None

    @property
    def key(self) -> str:
        sub = f":{self.sub}" if self.sub is not None else ""
        return f"{self.register or ''}-{self.year}-{self.serial}{sub}"


def clean(printed: str) -> str | None:
    """One spelling of dashes, width and case, or None where a letter is none that a number may hold (a Cyrillic К)."""
    text = unicodedata.normalize("NFKC", printed).translate(_DASHES).upper()
    text = " ".join("".join(c for c in text if unicodedata.category(c) != "Cf").split())
    text = re.sub(r"^(DNR|DIARIENR|DIARIENUMMER|ÄRENDENR|ÄRENDENUMMER)[.: ]+", "", text)
    return text if _ALLOWED.fullmatch(text) else None


def parse(printed: str) -> CaseNumber | None:
    """The number that `printed` holds and nothing else; None where it is no case number or is in doubt."""
    text = clean(printed)
    if text is None:
        return None
    for form in _FORMS:
        if match := form.fullmatch(text):
            part = match.groupdict()
            if part["prefix"] in _PRINTED_WORKS:
                return None
            sub, document = (int(part[k]) if part.get(k) else None for k in ("sub", "document"))
            return CaseNumber(part["prefix"], _full_year(part["year"]), int(part["serial"]), sub, document)
    return None


def typed_numbers(typed: str) -> tuple[CaseNumber, ...]:
    """What a person may ask for, who writes a number as it comes: `ärende 00096/2026`, `KSN202303553`; of `2026/96` both that
    serial of 1996 and 96 of 2026. Empty where it is no case number."""
    text = _LABEL_TYPED.sub("", clean(typed) or "")
    found = [number] if (number := parse(text)) else []
    for form in _TYPED:
        if match := form.fullmatch(text):
            part = match.groupdict()
            year, serial, prefix = int(part["year"]), int(part["serial"]), part.get("prefix")
            span = prefix is None and serial in {year + 1, (year + 1) % 100}
            if not span and prefix not in _PRINTED_WORKS:
                found.append(CaseNumber(prefix, year, serial))
    return tuple({number.key: number for number in reversed(found)}.values())[::-1]


def _is_span(typed: str) -> bool:
    """Whether it is two years on end: "läsåret 2023/24"."""
    years = _TWO_YEARS.fullmatch(typed)
    return years is not None and int(years[2]) % 100 == (int(years[1]) + 1) % 100


def numbers_among(typed: str) -> Iterator[tuple[str, str]]:
    """The runs of words that may be a case number, the longest first, each with the other words: of `ksn 2023 3553 avhoppare`
    the first three and the last. None of what stands in quotation marks."""
    words = typed.split()[:_MOST_WORDS]
    if '"' in typed or len(typed) > _LONGEST_TYPED:
        return
    for length in range(min(_MOST_IN_NUMBER, len(words) - 1), 0, -1):
        for start in range(len(words) - length + 1):
            run = " ".join(words[start : start + length])
            if _MARKED.search(run) and not _is_span(run) and typed_numbers(run):
                yield run, " ".join([*words[:start], *words[start + length :]])


def _full_year(year: str) -> int:
    """`21` is 2021 and `98` is 1998: registers were not kept by number before 1950 or after 2049."""
    number = int(year)
    if len(year) == 4:
        return number
    return 2000 + number if number < 50 else 1900 + number


def case_key(number: CaseNumber, body: str | None) -> str | None:
    """The key of the case among its municipality's: a number without a register's name needs the body it belongs to."""
    if number.register is not None:
        return number.key
    return f"{slugify(body)}{number.key}" if body else None


def case_slug(printed: str, number: CaseNumber, body: str | None) -> str:
    """`KSN-2023-03553` gives `ksn-2023-03553`; `115/25` of Miljönämnden gives `miljonamnden-115-25`."""
    slug = slugify(printed)
    return slug if number.register is not None or not body else f"{slugify(body)}-{slug}"
