"""A form that came when its session had ended: nothing is done, and what was typed is shown again, to be sent once more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from fastapi.responses import Response

from app.desk.rendering import render
from app.desk.visits import Visit
from app.web.answers import origin

_KEPT, _ACTION = "form.", "form-action"  # what its fields and its address are called within another form
_NEVER_SHOWN = frozenset({"password", "old"})
_NOT_TYPED = frozenset({"mark", "sida"})
_MAY_LEAD = re.compile(r"/desk/(?!logga)[!-~]{1,600}|/desk")
_ID = re.compile(r"[0-9a-z]{16,}")


@dataclass(frozen=True, slots=True)
class KeptForm:
    """Where the form was sent, and its fields in order, but for the mark of its session."""

    action: str
    fields: tuple[tuple[str, str], ...]

    def within(self) -> Iterator[tuple[str, str]]:
        """The fields that bear it along within another form."""
        yield _ACTION, self.action
        yield from ((f"{_KEPT}{name}", value) for name, value in self.fields)

    def typed(self) -> list[str]:
        """What a person may have typed or chosen, each once."""
        values = (value.strip() for name, value in self.fields if name not in _NOT_TYPED)
        return list(dict.fromkeys(value for value in values if value and not _ID.fullmatch(value)))


def kept_form(visit: Visit) -> KeptForm | None:
    """The form that was sent, as it may be sent again; None of one that brings a password or a file, which are never shown,
    signs in or out, or came from elsewhere."""
    fields = [(name, value) for name, value in visit.form.multi_items() if name != "mark"]
    if any(name in _NEVER_SHOWN or not isinstance(value, str) for name, value in fields) or not _is_ours(visit):
        return None
    action = visit.request.url.path
    return (
        KeptForm(action, tuple((name, str(value)) for name, value in fields)) if _MAY_LEAD.fullmatch(action) else None
    )


def form_within(visit: Visit) -> KeptForm | None:
    """The form that another one, by which somebody signs in again, bears along."""
    action = visit.sent(_ACTION)
    if not _MAY_LEAD.fullmatch(action) or not _is_ours(visit):
        return None
    fields = [(name.removeprefix(_KEPT), value) for name, value in visit.form.multi_items() if name.startswith(_KEPT)]
    return KeptForm(action, tuple((name, value) for name, value in fields if isinstance(value, str)))


def _is_ours(visit: Visit) -> bool:
    """Whether a page of ours sent the form, also by a browser that does not say so in `Sec-Fetch-Site`: what another site filled
    in is nothing that somebody typed here."""
    sent_from = visit.request.headers.get("origin")
    known = "sec-fetch-site" in visit.request.headers or sent_from is None
    return known or urlsplit(str(sent_from)).netloc == urlsplit(origin(visit.request)).netloc


def kept_page(visit: Visit, kept: KeptForm) -> Response:
    """What was typed, with the button that sends it in the session that goes on now."""
    return render(visit, "kept.html", status=403, kept=kept)
