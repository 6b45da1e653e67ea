"""What stands in the place of a page's picture that is not there: an empty page that says why."""

from __future__ import annotations

from html import escape

from app.language.i18n import gettext as _


def undrawable(page: int) -> bytes:
    """An empty page that says that it could not be drawn, and where what was read from it stands."""
    return _sheet(_("Sidan {page} går inte att rita.").format(page=page), _("Det som lästs ur den står i handlingen."))


def not_yet_drawn(page: int) -> bytes:
    """An empty page that says that its picture takes long, and what to do."""
    return _sheet(_("Sidan {page} tar lång tid att rita.").format(page=page), _("Läs in den igen om en stund."))


def _sheet(*lines: str) -> bytes:
    drawn = "".join(f'<text x="300" y="{400 + 30 * n}">{escape(line)}</text>' for n, line in enumerate(lines))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 848" font-family="sans-serif" font-size="17"'
        f' text-anchor="middle"><rect width="600" height="848" fill="#f4f4f2"/>{drawn}</svg>'
    ).encode()
