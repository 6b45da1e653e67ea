"""The words a person reads, in Swedish (the source language) or as a catalogue has them.

A sentence is written in Swedish in the code, `_("Ärendet {number} finns inte.").format(number=…)`; a catalogue
`app/locale/<language>/LC_MESSAGES/diarium.po` gives it in another language, and what it lacks stays Swedish. The
language belongs to the request or command under way, so it is kept in a context variable.
"""

from __future__ import annotations

import gettext as gnu
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO

from app import resources

SOURCE = "sv"
LANGUAGES = ("sv", "en")
DOMAIN = "diarium"

_language: ContextVar[str] = ContextVar("language", default=SOURCE)


@cache
def catalogue(language: str) -> gnu.NullTranslations:
    """The translations into `language`; for the source language, and where no file is, the words themselves."""
    path = resources.locale() / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if language == SOURCE or not path.is_file():
        return gnu.NullTranslations()
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - who speaks the source language does not wait for Babel
    from babel.messages.pofile import read_po  # noqa: PLC0415 - the same

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, domain=DOMAIN))
    compiled.seek(0)
    return gnu.GNUTranslations(compiled)


def language() -> str:
    """The language in force: `sv` or `en`."""
    return _language.get()


def set_language(chosen: str) -> None:
    """Speak `chosen` from here on in this context. Raises `ValueError` for a language there is no way to speak."""
    if chosen not in LANGUAGES:
        raise ValueError(chosen)
    _language.set(chosen)


@contextmanager
def speaking(chosen: str) -> Iterator[None]:
    """Speak `chosen` inside the block only."""
    before = language()
    set_language(chosen)
    try:
        yield
    finally:
        _language.set(before)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a message for the catalogue where it is written down before anybody's language is chosen."""
    return message


def gettext(message: str) -> str:
    """The message in the language in force.

    In code a literal is written `_("…")`, by which the catalogue's tool finds it; `gettext(…)` is for a message that
    was marked with `N_` elsewhere.
    """
    return catalogue(language()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message that fits the number: `ngettext("{n} dokument", "{n} dokument", n).format(n=n)`."""
    return catalogue(language()).ngettext(singular, plural, count)


_ = gettext


def spoken_in(locale: str | None) -> str:
    """The language that a locale's name asks for: `en_GB.UTF-8` → `en`; what we do not speak → Swedish."""
    asked = (locale or "").replace("-", "_").split("_")[0].split(".")[0].casefold()
    return asked if asked in LANGUAGES else SOURCE


def spoken_at(path: str) -> str:
    """The language that the first part of a page's address chooses: `/en/data` → `en`, `/data` → `sv`."""
    first = path.removeprefix("/").partition("/")[0]
    return first if first in LANGUAGES else SOURCE


def accepted(header: str | None) -> str:
    """The language that an Accept-Language header likes best: `en-GB,sv;q=0.8` → `en`. Swedish when it names none."""
    best, weight = SOURCE, 0.0
    for part in (header or "")[:400].split(","):
        tag, *rest = part.strip().split(";")
        asked = tag.strip().split("-")[0].casefold()
        liked = _weight(rest)
        if asked in LANGUAGES and liked > weight:
            best, weight = asked, liked
    return best


def _weight(parameters: list[str]) -> float:
    given = [text.strip()[2:] for text in parameters if text.strip().startswith("q=")]
    try:
        return float(given[0]) if given else 1.0
    except ValueError:
        return 0.0
