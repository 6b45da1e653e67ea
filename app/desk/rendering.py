"""The desk's pages: its own frame round the same words, marks and style."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2
from fastapi.responses import HTMLResponse, Response

from app.acts.fields import WrongField
from app.desk import words
from app.desk.visits import Visit
from app.errors import DiariumError
from app.language import codes, i18n
from app.language.browsers import browser_words
from app.language.corrections import correction_sentence
from app.language.dates import date_text
from app.language.reasons import reason_words
from app.language.sizes import size_text
from app.language.tables import table_word
from app.language.templates import environment
from app.security.roles import Role
from app.today import day_at, minute_at
from app.web.markup import lined, shown, spoken, spoken_of_many, tight, under
from app.web.static import versioned

_STYLES = ("diarium.css", "desk.css")


def render(visit: Visit, template: str, *, status: int = 200, **what: Any) -> Response:
    """The page, for whoever asks."""
    signed = visit.signed
    html = (
        _environment()
        .get_template(f"desk/{template}")
        .render(
            **what,
            language=i18n.language(),
            user=signed.user if signed else None,
            mark=signed.mark if signed else "",
            decides=signed is not None and visit.may_everywhere(Role.ADMIN),
            keeps=signed is not None and visit.may_everywhere(Role.REGISTRAR),
            hands_in=signed is not None and visit.may_anywhere(Role.REGISTRAR),
            here=visit.request.url.path,
        )
    )
    return HTMLResponse(under(visit.using.settings.base_path, html), status_code=status)


def _told(error: DiariumError) -> str:
    """What went wrong, with fields called as forms call them."""
    sentence = error.in_a_form() if isinstance(error, WrongField) else error.sentence()
    return sentence[:1].upper() + sentence[1:]


def problem(visit: Visit, error: DiariumError) -> Response:
    """An error of ours as whoever works at the desk sees it."""
    return render(visit, "problem.html", status=error.status, heading=error.heading(), sentence=error.sentence())


@cache
def _environment() -> jinja2.Environment:
    desk = environment(finalize=shown)
    desk.globals.update(
        _=spoken,
        ngettext=spoken_of_many,
        styles=[versioned(name) for name in _STYLES],
        day_at=day_at,
        minute_at=minute_at,
        browser_words=browser_words,
        field_word=codes.field_word,
        value_words=codes.value_words,
        table_word=table_word,
        correction_sentence=correction_sentence,
        sentence_of=_told,
        reason_words=reason_words,
        role_word=words.role_word,
        role_words=words.role_words,
        need_word=words.need_word,
        kind_to_add=words.kind_to_add,
        job_word=words.job_word,
        job_problem=words.job_problem,
        scope_word=words.scope_word,
        place_words=words.place_words,
    )
    desk.tests["contains_page"] = lambda pages, page: page in pages
    desk.filters.update(day=date_text, kind=codes.kind_word, size=size_text, tight=tight, lined=lined)
    return desk
