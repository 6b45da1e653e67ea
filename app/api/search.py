"""What is found by words, over everything at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from app.api.list_query import CURSOR, LONGEST, id_of_cursor
from app.api.responses import responses
from app.errors import BadParameter
from app.language.i18n import N_
from app.language.i18n import gettext as _
from app.queries.lists.cases import Status
from app.queries.search import as_named, search
from app.schemas.search import HitList
from app.search.entries import HitKind
from app.search.finding import MOST
from app.search.question import LONGEST as LONGEST_QUESTION
from app.web.answers import Public, json_answer
from importers.bundle import Outcome

router = APIRouter(tags=["search"])

_USUAL, _AT_ONCE = 20, 100
_QUESTION = (
    'Words in any inflection, `"phrases in a row"`, `-what must not be there`, a question in a sentence, or a case number in '
    "any spelling."
)
_CURSOR = "For going on: `*` at first, then the `next_cursor` of the answer before. Not with `offset`."


@router.get(
    "/search",
    operation_id="search",
    summary=N_("Sök med ord"),
    responses=responses(HitList, "What was found, the best answers first.", 304, 406),
)
def get_hits(
    request: Request,
    session: Public,
    q: Annotated[str, Query(max_length=LONGEST_QUESTION, description=_QUESTION, examples=["motion skolgård"])] = "",
    municipality: Annotated[
        str | None,
        Query(max_length=LONGEST, description="A municipality's id, code, slug or name.", examples=["alnsjo"]),
    ] = None,
    body: Annotated[
        str | None,
        Query(max_length=LONGEST, description="A body's id, name or usual letters.", examples=["kommunstyrelsen"]),
    ] = None,
    kind: Annotated[HitKind | None, Query(description="What kind of hit.", examples=["reservation"])] = None,
    year: Annotated[int | None, Query(ge=1900, le=2200, description="Of this year.", examples=[2025])] = None,
    party: Annotated[
        str | None,
        Query(max_length=LONGEST, description="A party behind it: its letters, or its name.", examples=["C"]),
    ] = None,
    outcome: Annotated[
        Outcome | None,
        Query(description="What the § does; of a proposal, what it proposes.", examples=["besvara"]),
    ] = None,
    status: Annotated[Status | None, Query(description="Matters that stand so.", examples=["awaiting"])] = None,
    limit: Annotated[int, Query(ge=1, le=_AT_ONCE, description="How many at most.", examples=[_USUAL])] = _USUAL,
    offset: Annotated[int, Query(ge=0, le=MOST, description="How many to pass by first.", examples=[0])] = 0,
    cursor: Annotated[str | None, Query(pattern=CURSOR.pattern, description=_CURSOR, examples=["*"])] = None,
) -> Response:
    """Matters, §§, yrkanden, reservations, statements, votes, documents, parties, people and bodies that hold all the words.

    Swedish words are found in any inflection, and within compounds: `skola` finds `skolans` and `grundskola`. Each hit
    has the sentence round the words, and the page where it stands. What stands in a title comes first, then the latest.
    """
    if cursor is not None and offset:
        raise BadParameter("offset", str(offset), _("ingenting tillsammans med cursor"))
    asked = {
        "municipality": municipality,
        "body": body,
        "kind": kind,
        "year": year,
        "party": party,
        "outcome": outcome,
        "status": status,
    }
    narrowed = {name: str(value) for name, value in asked.items() if value is not None}
    after = None if cursor is None else "" if cursor == "*" else id_of_cursor(cursor)
    found = search(session, q, as_named(session, narrowed), limit, offset=offset, after=after)
    shown = {name: value for name, value in found.items() if name != "place"}
    next_cursor = found["place"].encode().hex() if found["place"] else None
    return json_answer(request, {**shown, "limit": limit, "offset": offset, "next_cursor": next_cursor})
