"""Templates and what they can say: everything is escaped, every sentence goes through gettext."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, quote

import jinja2
from fastapi import Request
from fastapi.responses import Response
from markupsafe import Markup

from app.language import codes, outcomes, steps
from app.language.corrections import correction_sentences
from app.language.dates import date_text
from app.language.deadlines import basis_words, state_word
from app.language.findings import finding_sentence, severity_word, where
from app.language.i18n import language
from app.language.meetings import marks_sentence
from app.language.numbers import number_text
from app.language.sizes import size_text
from app.language.templates import environment
from app.language.votes import vote_counts
from app.pages import addresses, ballots, navigation, page_links, people, sourced
from app.pages.citing import Citation, citations, plainly_cited
from app.pages.languages import at, kept_in_language, sides, swedish_path, tongues
from app.pages.listed import address, words_sentence
from app.pages.printing import SCRIPT
from app.pages.towns import led_home
from app.pages.twins import rows_key, twins
from app.queries.case_refs import address_of
from app.schemas.rows import MunicipalityRef
from app.today import day_at, today
from app.web.answers import PUBLIC, answer, origin, prefix_of, serving
from app.web.markup import coded, counted, lined, same_words, shown, spoken, spoken_of_many, tight, under, whole_days
from app.web.static import versioned
from app.web.towns import contact_within, town_within

STYLE = "diarium.css"
_SAID_OF_NOTHING = {404, 410}
# What turns the pages of a list, which is cited whole.
_PARTS = {"sida", "rattelser"}


def render(
    request: Request,
    template: str,
    *,
    status: int = 200,
    media_type: str = "text/html; charset=utf-8",
    cache: str = PUBLIC,
    belongs_to: MunicipalityRef | None = None,
    **what: Any,
) -> Response:
    """The page, with its ETag; without where its status is other than 200, or nobody may keep it (`cache`). Of what is another
    municipality's (`belongs_to`) than the one whose pages are asked for, where it is at home."""
    if belongs_to and (home := led_home(request, serving(request).settings.base_url, belongs_to["slug"])):
        return home
    path = _path(request)
    there = sides(path) if status == 200 else []
    spoken_in = tongues(path) if status in _SAID_OF_NOTHING else there
    here, within = swedish_path(path), town_within(request)
    html = (
        _environment()
        .get_template(template)
        .render(
            **what,
            address=f"{origin(request)}{path}",
            head=navigation.head(here),
            foot=navigation.foot(here),
            contact=contact_within(request),
            language=language(),
            origin=origin(request),
            report_at=f"/rapportera?om={quote(_asked(request), safe='/')}",
            sides=there,
            tongues=spoken_in,
            within=within,
            one_town=within is not None or bool((what.get("asked") or {}).get("kommun")),
            query=f"?{request.url.query}" if request.url.query else "",
        )
    )
    html = under(prefix_of(request), kept_in_language(whole_days(html)))
    if status != 200 or cache != PUBLIC:
        return Response(html, status_code=status, media_type="text/html", headers={"Cache-Control": "no-store"})
    return answer(request, html.encode(), media_type, cache=PUBLIC)


def _asked(request: Request) -> str:
    """The address that was asked for, as whoever reports a fault on it names it."""
    return f"{_path(request)}?{request.url.query}" if request.url.query else _path(request)


def _path(request: Request) -> str:
    """The path asked for, as an address writes it: `/…/3%20a`."""
    return quote(request.url.path, safe="/:@!$&'()*+,;=~")


def _list_cited(title: Markup, place: str, where: str) -> list[Citation]:
    """How a list is cited, by what it is called and its address with what it is narrowed to."""
    path, _mark, query = where.partition("?")
    narrowed = {name: value for name, value in parse_qsl(query) if name not in _PARTS}
    return citations(plainly_cited(title.unescape(), place), address(path, narrowed), today())


@cache
def _environment() -> jinja2.Environment:
    pages = environment(finalize=shown)
    pages.globals.update(
        _=spoken,
        ngettext=spoken_of_many,
        style=versioned(STYLE),
        faces=[versioned(f"fonts/{face}.woff2") for face in ("sans", "serif")],
        step_title=lambda step: tight(steps.step_title(step)),
        step_says=steps.step_says,
        step_line=steps.step_line,
        status_line=steps.status,
        finding_says=lambda finding: finding_sentence(finding["code"], finding["params"]),
        finding_at=lambda finding: tight(where(finding["at"])),
        at=at,
        address_of=address_of,
        item_page=addresses.item_page,
        meeting_on=addresses.meeting_on,
        vote_counts=lambda vote: counted(vote_counts(vote)),
        marks=marks_sentence,
        same_words=same_words,
        day_at=day_at,
        written_at=lambda instant: date_text(dt.date.fromisoformat(day_at(instant))),
        page_links=page_links.page_links,
        print_script=SCRIPT,
        twins=twins,
        rows_key=rows_key,
        list_cited=_list_cited,
        words_sentence=words_sentence,
        by_choice=ballots.by_choice,
        most_votes=ballots.most_votes,
        minuted=people.minuted,
        unnamed=ballots.unnamed,
        sources=sourced.sources,
        corrected=sourced.corrected,
        body_page=addresses.body_page,
        party_page=addresses.party_page,
        who=people.who,
        who_linked=people.who_linked,
        person_linked=people.person_linked,
        by_whom=people.by_whom,
        wish=people.wish,
        basis=basis_words,
        correction_sentences=correction_sentences,
        field_value=codes.value_words,
        clock_state=state_word,
        reach=codes.reach_words,
        proposes=outcomes.proposes,
        decides=outcomes.decides,
        subject_of=outcomes.subject_of,
        subject_answered=outcomes.subject_answered,
    )
    pages.filters.update(
        day=date_text,
        kind=codes.kind_word,
        outcome=codes.outcome_word,
        severity=severity_word,
        statement=codes.statement_word,
        party=people.party_name,
        upper_first=lambda text: text[:1].upper() + text[1:],
        lower_first=lambda text: text[:1].lower() + text[1:],
        size=size_text,
        count=number_text,
        lined=lined,
        tight=tight,
        coded=coded,
    )
    return pages
