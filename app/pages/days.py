"""Days as a page's address says them: `?dag=2026-09-12`."""

from __future__ import annotations

import datetime as dt

from app.errors import BadParameter
from app.language.i18n import gettext as _


def day_said(name: str, said: str) -> dt.date:
    """The day that the parameter says. Raises `BadParameter`."""
    try:
        return dt.date.fromisoformat(said)
    except ValueError as error:
        raise BadParameter(name, said, _("en dag, ÅÅÅÅ-MM-DD")) from error
