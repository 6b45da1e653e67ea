"""The one Jinja environment, whose templates speak the language in force; each room adds what its own can say."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from app import resources
from app.language.dates import date_text, month_text
from app.language.i18n import gettext, ngettext

# What a browser shows blank by blank, and the lines that only the template's reader needs indented.
_KEPT = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)
_INDENTED = re.compile(r"(?<![%#]\}\n)^[ \t]+", re.MULTILINE)
# Behind a block or a comment no line ends: there the indentation is the only blank between two words.
_BLANK = re.compile(r"(?<=[%#]\}\n)[ \t]+")


class Unindented(Extension):
    """Takes what only its reader needs from a template when it is compiled, its indentation: no page bears it, and no value is
    touched."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template with each line at the margin, but for what stands in `<pre>` and `<textarea>`, and with blanks that do not
        break as the letter that they are; the lines keep their numbers."""
        if not name or not name.endswith(".html"):
            return source
        parts = _KEPT.split(source.replace("&nbsp;", "\u00a0"))
        return "".join(part if n % 2 else _BLANK.sub(" ", _INDENTED.sub("", part)) for n, part in enumerate(parts))


def environment(finalize: Callable[[Any], Any] | None = None) -> Environment:
    """A new one over the programme's templates: all is escaped, what is not there is an error, and `finalize` sees
    every value last.

    Templates say `{{ _("Ärendet {number}").format(number=number) }}`, and dates as `date_text` writes them. What they
    format is escaped as a whole; a literal per cent sign needs no doubling.
    """
    made = Environment(
        loader=FileSystemLoader(resources.templates()),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=finalize,
    )
    made.add_extension("jinja2.ext.i18n")
    made.add_extension(Unindented)
    made.install_gettext_callables(gettext, ngettext, newstyle=False)  # type: ignore[attr-defined]  # the extension adds it
    made.filters.update(date_text=date_text, month_text=month_text)
    return made
