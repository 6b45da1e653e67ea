"""The one Jinja environment, whose templates speak the language in force; each room adds what its own can say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app import resources
from app.language.dates import date_text, month_text
from app.language.i18n import gettext, ngettext


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
    made.install_gettext_callables(gettext, ngettext, newstyle=False)  # type: ignore[attr-defined]  # the extension adds it
    made.filters.update(date_text=date_text, month_text=month_text)
    return made
