"""How what a page shows is cited: in running Swedish or English, as BibTeX, and as Wikipedia's template."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from app.ids import slugify
from app.language.dates import date_text
from app.language.i18n import gettext as _
from app.language.i18n import language
from app.language.printable import printable
from app.schemas.rows import CaseRow

_BIBTEX = re.compile(r"[\\{}]")
_BIBTEX_MARKS = re.compile(r"([%&#_$])")
# A backslash alone makes accents of these.
_BIBTEX_NAMED = {"^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
_WIKI = {
    "|": "{{!}}",
    "{": "&#123;",
    "}": "&#125;",
    "[": "&#91;",
    "]": "&#93;",
    "<": "&lt;",
    "=": "&#61;",
    "~": "&#126;",
}
_LONGEST = 200


class Cited(NamedTuple):
    """What is cited. `place` is the municipality, `number` what it is found by there, as `note` tells it in a sentence; `made` the
    day that it was decided or written."""

    title: str
    place: str
    key: str
    number: str = ""
    note: str = ""
    made: dt.date | None = None


class Citation(NamedTuple):
    """One form: what it is called, and its text."""

    form: str
    text: str


def matter_cited(case: CaseRow) -> Cited:
    """A matter, by its number."""
    title, number = case["title"] or case["number"] or _("Ärende utan rubrik"), case["number"] or ""
    note = _("ärende {number}").format(number=number) if number else ""
    return Cited(title, case["municipality"]["name"], case["slug"], number, note)


def item_cited(item: Mapping[str, Any], place: str, *, voted: bool = False) -> Cited:
    """A § of a body's meeting, or the vote in it."""
    number = f"{item['body']['name']} §\u00a0{item['number']}"
    title = _("Votering: {title}").format(title=item["title"]) if voted else item["title"]
    key = f"{item['body']['name']} {item['date']} {item['number']}{' votering' if voted else ''}"
    return Cited(title, place, slugify(key), number, f"{number}, {date_text(item['date'])}", item["date"])


def plainly_cited(title: str, place: str, made: dt.date | None = None) -> Cited:
    """What its title tells whole: a meeting, a document, a person, a body, a list."""
    return Cited(title, place, slugify(title), made=made)


def leaf_cited(document: Mapping[str, Any], heading: str, page: int, quotes: list[str]) -> Cited:
    """A page of a document, by the words that are framed on it where any are."""
    number = f"{heading}, {_('s. {page}').format(page=page)}"
    words = _shortened(" ".join(quotes[0].split())) if quotes else ""
    title = _("”{words}”").format(words=words) if words else number
    key = slugify(f"{heading} {page}")
    return Cited(title, document["municipality"]["name"], key, number, number if words else "", document["date"])


def citations(of: Cited, address: str, day: dt.date) -> list[Citation]:
    """What is cited in each form, fetched on that day."""
    of = of._replace(title=_clean(of.title), place=_clean(of.place), number=_clean(of.number), note=_clean(of.note))
    return [
        Citation(_("Löpande text"), _prose(of, address, day)),
        Citation("BibTeX", _bibtex(of, address, day)),
        Citation("Wikipedia", _wikipedia(of, address, day)),
    ]


def _clean(text: str) -> str:
    return " ".join(printable(text).split())


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _prose(of: Cited, address: str, day: dt.date) -> str:
    fetched = _("hämtat {day}").format(day=date_text(day))
    whole = ": ".join(filter(None, (", ".join(filter(None, (of.place, of.note))), of.title)))
    return f"{whole}. Diarium. {address} ({fetched})."


def _bibtex(of: Cited, address: str, day: dt.date) -> str:
    fields = {
        "author": f"{{{_plain(of.place)}}}" if of.place else "",
        "title": f"{{{_plain(of.title)}}}",
        "date": of.made.isoformat() if of.made else "",
        "howpublished": "Diarium",
        "note": _plain(of.number),
        "url": address,
        "urldate": day.isoformat(),
    }
    inside = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{'-'.join(filter(None, (slugify(of.place), of.key)))},\n{inside}\n}}"


def _plain(text: str) -> str:
    marked = _BIBTEX_MARKS.sub(r"\\\1", _BIBTEX.sub("", text))
    return "".join(_BIBTEX_NAMED.get(sign, sign) for sign in marked)


def _wikipedia(of: Cited, address: str, day: dt.date) -> str:
    names = ("Webbref", "titel", "url", "datum", "utgivare", "verk", "hämtdatum")
    if language() == "en":
        names = ("Cite web", "title", "url", "date", "publisher", "website", "access-date")
    title = of.title if of.number in of.title or not of.made else f"{of.number}: {of.title}"
    made = of.made.isoformat() if of.made else ""
    values = (_wiki(title), address, made, _wiki(of.place), "Diarium", day.isoformat())
    inside = " ".join(f"|{name}={value}" for name, value in zip(names[1:], values, strict=True) if value)
    return f"{{{{{names[0]} {inside}}}}}"


def _wiki(text: str) -> str:
    return "".join(_WIKI.get(sign, sign) for sign in text).replace("''", "&#39;&#39;")
