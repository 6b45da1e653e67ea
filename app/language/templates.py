"""Templates that speak the language in force."""

from __future__ import annotations

from jinja2 import Environment

from app.language.dates import date_text, month_text
from app.language.i18n import gettext, ngettext


def teach(environment: Environment) -> None:
    """Let templates speak: `{{ _("Ärendet {number}").format(number=number) }}`, and dates as `date_text` writes them.

    What a template formats is escaped as a whole; a literal per cent sign needs no doubling.
    """
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(gettext, ngettext, newstyle=False)  # type: ignore[attr-defined]  # the extension adds it
    environment.filters.update(date_text=date_text, month_text=month_text)
