"""How a matter is cited: in running Swedish or English, as BibTeX, and as Wikipedia's template."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from app.ids import slugify
from app.language.dates import date_text
from app.language.i18n import gettext as _
from app.language.i18n import language
from app.language.printable import printable
from app.schemas.rows import CaseRow

_BIBTEX = re.compile(r"[\\{}]")
_BIBTEX_MARKS = re.compile(r"([%&#_$])")
_WIKI = {"|": "{{!}}", "{": "&#123;", "}": "&#125;", "[": "&#91;", "]": "&#93;", "<": "&lt;", "=": "&#61;"}


class Citation(NamedTuple):
    """One form: what it is called, and its text."""

    form: str
    text: str


def citations(case: CaseRow, address: str, day: dt.date) -> list[Citation]:
    """The matter in each form, fetched on that day."""
    title = " ".join(printable(case["title"] or case["number"] or _("Ärende utan rubrik")).split())
    place = printable(case["municipality"]["name"])
    return [
        Citation(_("Löpande text"), _prose(case, title, place, address, day)),
        Citation("BibTeX", _bibtex(case, title, place, address, day)),
        Citation("Wikipedia", _wikipedia(title, place, address, day)),
    ]


def _prose(case: CaseRow, title: str, place: str, address: str, day: dt.date) -> str:
    of = _("{place}, ärende {number}").format(place=place, number=case["number"]) if case["number"] else place
    fetched = _("hämtat {day}").format(day=date_text(day))
    return f"{of}: {title}. Diarium. {address} ({fetched})."


def _bibtex(case: CaseRow, title: str, place: str, address: str, day: dt.date) -> str:
    fields = {
        "author": f"{{{_plain(place)}}}",
        "title": f"{{{_plain(title)}}}",
        "howpublished": "Diarium",
        "note": _plain(case["number"] or ""),
        "url": address,
        "urldate": day.isoformat(),
    }
    inside = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{slugify(place)}-{case['slug']},\n{inside}\n}}"


def _plain(text: str) -> str:
    return _BIBTEX_MARKS.sub(r"\\\1", _BIBTEX.sub("", text))


def _wikipedia(title: str, place: str, address: str, day: dt.date) -> str:
    names = ("Webbref", "titel", "url", "utgivare", "verk", "hämtdatum")
    if language() == "en":
        names = ("Cite web", "title", "url", "publisher", "website", "access-date")
    values = ("", _wiki(title), address, _wiki(place), "Diarium", day.isoformat())
    inside = " ".join(f"|{name}={value}" for name, value in zip(names[1:], values[1:], strict=True))
    return f"{{{{{names[0]} {inside}}}}}"


def _wiki(text: str) -> str:
    return "".join(_WIKI.get(sign, sign) for sign in text)
