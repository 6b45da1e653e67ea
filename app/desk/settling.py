"""Where whoever checks a file goes from a doubt: to the form that settles what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from app.acts.boxes import boxes_text
from app.language.i18n import gettext as _
from app.queries.review import ReviewDocument, ReviewDoubt
from app.queries.review_facts import ReviewFact
from importers.doubts import DoubtCode

_MOST_WORDS = 1500  # letters of a quote in an address
_IN_THE_DOCUMENT = frozenset(
    {
        DoubtCode.DOCUMENT_KIND_UNKNOWN,
        DoubtCode.DOCUMENT_BODY_UNKNOWN,
        DoubtCode.DOCUMENT_DATE_UNKNOWN,
        DoubtCode.DOCUMENT_DATE_IMPOSSIBLE,
        DoubtCode.DOCUMENT_DATE_AHEAD,
        DoubtCode.DOCUMENT_DAYS,
        DoubtCode.SIGNERS_NOT_READ,
        DoubtCode.VERIFIERS_NOT_READ,
        DoubtCode.VERIFIERS_UNCLEAR,
    }
)
_IN_A_FACT = {
    DoubtCode.VOTE_COUNT_DIFFERS: "votes",
    DoubtCode.VOTE_WITHOUT_COUNT: "votes",
    DoubtCode.VOTE_WITHOUT_MEANING: "votes",
    DoubtCode.MOVER_UNKNOWN: "yrkanden",
    DoubtCode.RESERVER_UNKNOWN: "reservations",
    DoubtCode.WINNER_UNKNOWN: "propositions",
}


def way_from(
    doubt: ReviewDoubt, documents: Sequence[ReviewDocument], facts: Sequence[ReviewFact], page: int, releases: bool
) -> tuple[str, str]:
    """The address, behind the file's own, and what the link says: masking for a number that names somebody, what was read where
    something in it is doubted, otherwise a new fact. `facts` are those of the page that is shown."""
    at = doubt["pages"][0] if doubt["pages"] else _first_page(doubt) or page
    if doubt["code"] == DoubtCode.IDENTITY_NUMBER and releases:
        return f"/maskera?sida={at}", _("Maskera numret …")
    if doubt["code"] in _IN_THE_DOCUMENT:
        around = [one for one in documents if one["first_page"] <= at <= one["last_page"]]
        if len(around) == 1:
            return f"/uppgift/{around[0]['id']}?sida={at}", _("Rätta handlingen")
    table = _IN_A_FACT.get(DoubtCode(doubt["code"])) if doubt["code"] in _IN_A_FACT else None
    read = [one for one in facts if one["table"] == table and _share(one["boxes"], doubt["boxes"].get(page, []))]
    if len(read) == 1:
        return f"/uppgift/{read[0]['id']}?sida={page}", _("Rätta uppgiften")
    boxes = boxes_text(at, doubt["boxes"][at]) if at in doubt["boxes"] else ""
    asked = {"citat": doubt["quote"][:_MOST_WORDS], "sida": at, "ruta": boxes}
    return f"/ny?{urlencode(asked)}", _("Lägg till uppgift")


def _first_page(doubt: ReviewDoubt) -> int | None:
    """The first page that the doubt names without standing on one: `{"pages": "6-7"}` and `{"page": 6}` give 6."""
    named = str(doubt["params"].get("page") or doubt["params"].get("pages") or "").partition("-")[0].partition(",")[0]
    return int(named) if named.isascii() and named.isdigit() else None


def _share(some: Sequence[Sequence[float]], others: Sequence[Sequence[float]]) -> bool:
    """Whether any box of the one has something in common with any of the other."""
    return any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a in some for b in others)
