"""What a template says: every value escaped and harmless to look at, every message in the language in force, every address
under the path that the installation lies under."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from app.language.dates import month_in_a_day
from app.language.i18n import gettext, language, ngettext
from app.language.numbers import number_text
from app.language.printable import printable

_OURS = re.compile(r'( (?:href|src|action)=")/(?!/)')
_TAKEN = re.compile(r"(<(?:pre|textarea|title|script)\b.*?</(?:pre|textarea|title|script)>)", re.DOTALL)
_COUNT = re.compile(r"(?<=[^\W\d]) (?=\d)")
_BACKTICKS = re.compile(r"`([^`]{1,80})`")
# The parameters of a message that count something; any other whole number may be a year.
_COUNTS = {"n", "total", "most", "longest"}


def spoken(message: str, **params: Any) -> Markup:
    """A message in the language in force; its parameters are escaped, its own words are ours."""
    pattern = _pattern(message, language())
    if not params:
        return _plain(pattern)
    return Markup(str.format(pattern, **{name: _escaped(name, value) for name, value in params.items()}))  # noqa: S704 # so they are


def _escaped(name: str, value: Any) -> Any:
    """A parameter as it stands in a message; a number is harmless, and may be told with so many decimals."""
    if isinstance(value, int) and name in _COUNTS:
        return number_text(value)
    return value if isinstance(value, int | float) else escape(shown(value))


@cache
def _pattern(message: str, _language: str) -> Markup:
    """A template's message, escaped, in the language in force."""
    return escape(gettext(message))


@cache
def _plain(pattern: Markup) -> Markup:
    return pattern.format()


def spoken_of_many(singular: str, plural: str, count: int, **params: Any) -> Markup:
    told = {name: _escaped(name, value) for name, value in params.items()}
    return Markup(str.format(escape(ngettext(singular, plural, count)), n=number_text(count), **told))  # noqa: S704 # as above


def shown(value: Any) -> Any:
    """The value with nothing in it that steers how the words round it are shown: no control or bidi characters.

    Text that is markup already was made of values that came through here.
    """
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def lined(text: str) -> Markup:
    """What was typed in a field of several lines, line by line: it is sent from there once more."""
    return Markup("\n").join(shown(line) for line in text.splitlines())


def same_words(told: Markup, text: str) -> bool:
    """Whether what a page tells has the very words of the text: `<strong>Bo Ås (M)</strong> yrkar avslag` and `Bo Ås (M) yrkar
    avslag.`; a quotation would say them again."""
    return told.striptags() == " ".join(text.split()).removesuffix(".")


def tight(text: str) -> Markup:
    """The same, with no line break between § and its number."""
    return escape(shown(text)).replace("§ ", "§\u00a0")


def whole_days(html: str) -> str:
    """The page with no line break within a day of its text, but for what is copied from it, and its title."""
    parts = _TAKEN.split(html)
    return "".join(part if n % 2 else month_in_a_day().sub(_unbroken, part) for n, part in enumerate(parts))


def _unbroken(month: re.Match[str]) -> str:
    """The month with blanks that do not break; within a tag, as it is."""
    is_in_a_tag = month.string.rfind("<", 0, month.start()) > month.string.rfind(">", 0, month.start())
    return month[0] if is_in_a_tag else f"\u00a0{month[1]}\u00a0"


def counted(text: str) -> Markup:
    """The same, with no line break between what is counted and its number: `ja 40, nej 41`."""
    return escape(_COUNT.sub("\u00a0", shown(text)))


def coded(text: str) -> Markup:
    """What stands between backticks as code."""
    return Markup(_BACKTICKS.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 # escaped, and the marks are ours


def under(base_path: str, html: str) -> str:
    """The page with every address of ours under the path that the installation lies under; a quotation mark in a text is
    escaped, so what looks like an attribute is one."""
    return _OURS.sub(rf"\1{escape(base_path)}/", html) if base_path else html
