"""Votes as a list, and each with what was asked, how the parties stood, and every ballot that is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.errors import EntityNotFound
from app.pages.addresses import item_page
from app.pages.ballots import roll, sides
from app.pages.chamber import chamber
from app.pages.citing import citations, item_cited
from app.pages.documents import heading, short_names
from app.pages.items import followed
from app.pages.languages import at
from app.pages.listed import address, part_of
from app.pages.printing import lets_print
from app.pages.rendering import render
from app.queries.bearers import bearers_at
from app.queries.documents import headed
from app.queries.items import items_by_id
from app.queries.listing import Wanted, row_of
from app.queries.lists.facts import VOTES
from app.queries.lists.items import MEETINGS
from app.queries.meetings import meeting_bodies, meeting_of
from app.register.after_vote import after_vote
from app.schemas.rows import ItemRow
from app.today import today
from app.web.answers import Public, origin
from app.web.days import TypedYear

router = APIRouter()

_MANY = 25
_MOST_PAGES = 10_000
_LONGEST = 100
Typed = Annotated[str, Query(max_length=_LONGEST)]


@router.get("/voteringar")
def votes_page(
    request: Request,
    session: Public,
    q: Typed = "",
    kommun: Typed = "",
    organ: Typed = "",
    emot: Typed = "",
    ar: TypedYear = "",
    person: Typed = "",
    sida: Annotated[int, Query(ge=1, le=_MOST_PAGES)] = 1,
) -> Response:
    """The votes, the latest first; `emot=1` (or `true`, as the API says it) keeps those where the council went against
    the board, `person` (an id, or a name as printed) those in which somebody's vote is printed."""
    asked = {"q": q.strip(), "kommun": kommun, "organ": organ, "ar": ar, "person": person}
    asked["emot"] = "1" if emot in {"1", "true"} else ""
    filters = _filters(asked)
    page = part_of(session, VOTES, filters, sida, many=_MANY)
    return render(
        request,
        "votes.html",
        asked=asked,
        votes=page.rows,
        total=page.total,
        is_more=page.is_more,
        bodies=meeting_bodies(session, kommun or None),
        places={body.place: body.town for body in meeting_bodies(session, None)},
        previous=address("/voteringar", {**asked, "sida": sida - 1}) if sida > 1 else None,
        further=address("/voteringar", {**asked, "sida": sida + 1}) if sida * _MANY < page.total else None,
        twin=address("/api/v1/votes", filters),
        csv=address("/api/v1/votes.csv", filters),
    )


@router.get("/voteringar/{id}")
def vote_page(request: Request, session: Public, id: str) -> Response:
    """One vote."""
    vote = row_of(session, VOTES, id, Wanted(placed=True))
    meeting_id = meeting_of(session, vote["item"]["id"]) if vote else None
    meeting = row_of(session, MEETINGS, meeting_id, Wanted()) if meeting_id else None
    if vote is None or meeting is None:
        raise EntityNotFound(id)
    item = items_by_id(session, [vote["item"]["id"]], placed=False)[0]
    papers = headed(session, item["documents"])
    parties = sides(vote["ballots"])
    page = render(
        request,
        "vote.html",
        belongs_to=vote["municipality"],
        vote=vote,
        meeting=meeting,
        item=item,
        home=item_page(meeting, item["number"]),
        parties=parties,
        chamber=chamber(parties),
        roll=roll(vote["ballots"]),
        bearers=bearers_at(session, [item["id"]]),
        chair=[(put["winner"], made) for put in item["propositions"] if (made := _made(put["winner"], vote, item))],
        documents={paper["id"]: heading(paper) for paper in papers},
        short_names=short_names(papers),
        twin=f"/api/v1/votes/{id}",
        feed=followed(vote["cases"]),
        citations=citations(
            item_cited(item, meeting["municipality"]["name"], voted=True),
            origin(request) + at(f"/voteringar/{vote['id']}"),
            today(),
        ),
    )
    return lets_print(page)


def _made(winner: str | None, vote: Mapping[str, Any], item: ItemRow) -> str | None:
    """What this vote, of several that the § may have, made of a finding of the chair's."""
    return after_vote(winner, [vote], item["outcome"])


def _filters(asked: Mapping[str, str]) -> dict[str, str]:
    """What the API's list is asked for the same."""
    filters = {
        "q": asked["q"],
        "municipality": asked["kommun"],
        "body": asked["organ"],
        "person": asked["person"].strip(),
        "from": f"{asked['ar']}-01-01" if asked["ar"] else "",
        "to": f"{asked['ar']}-12-31" if asked["ar"] else "",
        "against_board": "true" if asked["emot"] else "",
    }
    return {name: value for name, value in filters.items() if value}
