"""A matter's page: where it stands, what comes next, its course, who wanted what, and where all of it is written."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy.orm import Session

from app.errors import CaseNotFound
from app.ids import slugify
from app.language.dates import date_text
from app.language.deadlines import UNENDED, clock_sentences, meeting_sentence, next_by, resting_sentence
from app.language.i18n import gettext as _
from app.language.matter_kinds import kind_line
from app.language.steps import step_says, step_title
from app.pages.chain import draw, gaps
from app.pages.citing import citations, matter_cited
from app.pages.comparing import side_by_side
from app.pages.documents import heading, short_names, signers
from app.pages.languages import at
from app.pages.linked_data import matter_json_ld
from app.pages.matters import choice
from app.pages.missing import missing_papers
from app.pages.page_links import by_day, page_links
from app.pages.printing import lets_print
from app.pages.rendering import render
from app.pages.summary import subjects, summary
from app.queries.bearers import bearers_at
from app.queries.case_refs import address_of
from app.queries.cases import by_slug, find
from app.queries.motions import council_minutes_since
from app.queries.neighbours import ids_at
from app.queries.one_matter import Matter
from app.register.short_forms import short_form
from app.schemas.rows import CaseRow, ClockRow, ItemRow, Ledger, LedgerClause, StepRow
from app.web.answers import Public, origin
from app.web.as_of import reckoned, session_as_of
from app.web.days import typed_day
from app.web.places import item_anchor, place_link
from app.web.towns import contact_within, place_within

router = APIRouter()
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Seen:
    """The register that a page is read from, and the day that it is asked as of."""

    session: Session
    as_of: dt.date | None

    def at(self, path: str) -> str:
        """The address, of the same day."""
        return f"{path}?as_of={self.as_of}" if self.as_of else path


@router.get("/arenden/{place}/{slug}")
def case_page(request: Request, session: Public, place: str, slug: str, as_of: str | None = None) -> Response:
    """The matter at its address; anything else of two parts may still be a number with a slash in it."""
    with _seen(request, session, as_of, slug) as seen:
        case = by_slug(seen.session, place, slug)
        if case is not None:
            return _page(request, seen, case)
    return look_up(request, session, f"{place}/{slug}", as_of)


@router.get("/arenden/{place}/{slug}/jamfor")
def compare_page(request: Request, session: Public, place: str, slug: str, as_of: str | None = None) -> Response:
    """The words of the proposal from station to station, and what each changed."""
    with _seen(request, session, as_of, slug) as seen:
        case = by_slug(seen.session, place, slug)
        if case is None:
            raise CaseNotFound(f"{place}/{slug}")
        matter = Matter(seen.session, case, reckoned(None, seen.as_of))
        return render(
            request,
            "compare.html",
            case=case,
            as_of=seen.as_of,
            now=f"{address_of(case)}/jamfor",
            home=seen.at(address_of(case)),
            steps={step["id"]: step for step in matter.steps},
            worded=matter.wording,
            beside=side_by_side(matter.wording),
            twin=_twin(case, "wording", seen),
        )


@router.get("/arenden/{typed:path}")
def look_up(request: Request, session: Public, typed: str, as_of: str | None = None) -> Response:
    """A number in any spelling leads to its matter."""
    if not typed.strip("/"):
        return RedirectResponse("/arenden", status_code=308)
    with _seen(request, session, as_of) as seen:
        return _looked_up(request, seen, typed)


@contextmanager
def _seen(request: Request, session: Session, as_of: str | None, slug: str | None = None) -> Iterator[Seen]:
    """The register of today, or as of the day asked for; of that, what the address may mean is enough."""
    day = None if as_of is None else typed_day("as_of", as_of)
    about = ids_at(session, slug) if day and slug else ()
    with session_as_of(request, session, day, about) as then:
        yield Seen(then, day)


def _looked_up(request: Request, seen: Seen, typed: str) -> Response:
    found = find(seen.session, typed, place_within(request)) if len(typed) <= _LONGEST else []
    if len(found) == 1:
        return RedirectResponse(seen.at(at(address_of(found[0]))), status_code=308)
    return choice(request, typed, found, status=300)


def _twin(case: CaseRow, include: str, seen: Seen) -> str:
    """The same as JSON, of the same day."""
    day = f"&as_of={seen.as_of}" if seen.as_of else ""
    return f"/api/v1/cases/{case['id']}?include={include}{day}"


def _page(request: Request, seen: Seen, case: CaseRow) -> Response:
    matter = Matter(seen.session, case, reckoned(None, seen.as_of))
    matter.read_whole()
    drawing = draw(matter.steps)
    about = subjects(matter)
    address = f"{origin(request)}{seen.at(at(address_of(case)))}"
    page = render(
        request,
        "case.html",
        case=case,
        as_of=seen.as_of,
        now=address_of(case),
        compare=seen.at(f"{address_of(case)}/jamfor"),
        standing=_standing(case, matter.steps, about),
        summary=summary(matter, about),
        about=about,
        missing=missing_papers(case, matter.steps, matter.items, matter.documents, contact_within(request)),
        citations=citations(matter_cited(case), address, matter.today),
        steps=matter.steps,
        drawing=drawing,
        shapes={station.step["id"]: station.shape for station in drawing.stations},
        gaps=gaps(matter.steps),
        clock=matter.deadline,
        clock_links=by_day(page_links(matter.deadline["sources"]), matter.documents) if matter.deadline else [],
        next_by=next_by(matter.deadline) if matter.deadline else None,
        clock_says=_year(seen.session, case, matter.deadline),
        findings=matter.findings,
        days={row["item_id"]: meeting_sentence(row) for row in matter.meeting_days},
        items=matter.items,
        bearers=bearers_at(seen.session, [item["id"] for item in matter.items]),
        together=matter.together,
        kind=kind_line(case),
        awaited_says=next((step_says(step) for step in matter.steps if step["state"] == "awaited"), ""),
        kind_page=_kind_page(case),
        positions=matter.positions,
        ledger=matter.ledger,
        clauses_alike=clauses_alike(matter.ledger),
        documents=matter.documents,
        documents_by_id={document["id"]: heading(document) for document in matter.documents},
        short_names=short_names(matter.documents),
        signers=signers,
        anchors=_anchors(matter.items),
        cells=cell_ends(matter.items),
        worded=len(matter.wording) > 1,
        permalink=address,
        twin=_twin(case, "documents,items,path,findings,ledger", seen),
        json_ld=matter_json_ld(case, matter.documents, f"{origin(request)}{address_of(case)}", origin(request)),
    )
    return lets_print(page)


def _year(session: Session, case: CaseRow, clock: ClockRow | None) -> list[str]:
    """The motion's year in sentences; while nothing here ends it, also which of the council's minutes are here."""
    if clock is None:
        return []
    *told, state = clock_sentences(clock)
    if clock["state"] in UNENDED:
        minutes = council_minutes_since(session, case["municipality"]["id"], clock["raised"], clock["today"])
        told.append(resting_sentence(minutes))
    return [*told, state]


def _kind_page(case: CaseRow) -> str | None:
    """The page where the words stand that say what kind of matter it is."""
    at = case["kind_at"]
    return place_link(at["document_id"], at["file"], at["places"]) if at else None


def _standing(case: CaseRow, steps: list[StepRow], about: dict[str, str]) -> str:
    """What happened last, as the register knows it; what decides nothing is worded as no more than that."""
    spoken = [step for step in steps if step["kind"] == "item" and step["state"] == "past"]
    if not spoken:
        return _("Inget organ har behandlat ärendet, såvitt registret visar.")
    last = spoken[-1]
    day = date_text(last["date"]) if last["date"] else _("utan datum")
    typed = _("Senast: {step}, {day}: {says}.").format(
        step=step_title(last), day=day, says=step_says(last, subject=about.get(last["id"]))
    )
    if last["mode"] == "proposes":
        return " ".join((typed, _("Det är ett förslag och inget beslut.")))
    return " ".join((typed, _("Det avgör inte ärendet."))) if case["next"] else typed


def _anchors(items: list[ItemRow]) -> dict[str, str]:
    """Where each § stands on the page."""
    return {item["id"]: item_anchor(item) for item in items}


def clauses_alike(told: Ledger) -> list[list[LedgerClause]]:
    """The motion's clauses, those in a row together of which every § made the same."""
    return [list(alike) for _at, alike in groupby(told["clauses"], key=itemgetter("at"))]


def cell_ends(items: list[ItemRow]) -> dict[str, str]:
    """What ends the id of each §'s cells in a table: `bun-2025-74`, the body by its letters; as its anchor where these
    would be another's too."""
    short = {item["id"]: _cell_end(item) for item in items}
    alike = Counter(short.values())
    return {item["id"]: short[item["id"]] if alike[short[item["id"]]] == 1 else item_anchor(item) for item in items}


def _cell_end(item: ItemRow) -> str:
    return slugify(f"{short_form(item['body']['name']) or item['body']['name']} {item['date'].year} {item['number']}")
