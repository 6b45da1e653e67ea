"""Yrkanden, reservations, statements and §§ as lists for people: narrowed, with quote and source, and the same as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.errors import BadParameter
from app.language.codes import outcome_word, stance_word, statement_word
from app.language.i18n import N_, gettext
from app.language.lists import listed
from app.pages.beside import beside_facts, homes_of
from app.pages.listed import LONGEST, MANY, Part, address, part_of
from app.pages.rendering import render
from app.queries.listing import Kind, Listing, Wanted
from app.queries.lists.facts import RESERVATIONS, STATEMENTS, YRKANDEN
from app.queries.lists.items import ITEMS
from app.queries.meetings import meeting_bodies
from app.queries.one_person import name_of
from app.queries.parties import letters_of
from app.web.answers import PREFIX, Public

router = APIRouter()
# What every list is narrowed by: as pages' addresses name it, and as the API's do.
_COMMON = {
    "q": "q",
    "kommun": "municipality",
    "organ": "body",
    "fran": "from",
    "till": "to",
    "parti": "party",
    "person": "person",
}


@dataclass(frozen=True, slots=True)
class Sort:
    """A list for people. `choices` are filters with the words of their values, `ticks` those that keep what they say, and
    `more` those that a link from a figure may bear; each as the page names it, with the API's name."""

    listing: Listing
    title: str
    lede: str
    none: str
    choice: tuple[str, str, Callable[[str], str]] | None = None
    choice_label: str = ""
    ticks: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, str]:
        """Every filter that the page takes, with the API's name for it."""
        chosen = {self.choice[0]: self.choice[1]} if self.choice else {}
        return {**_COMMON, **chosen, **{name: api for name, (api, _label) in self.ticks.items()}, **self.more}


SORTS: dict[str, Sort] = {
    "/yrkanden": Sort(
        YRKANDEN,
        N_("Yrkanden"),
        N_("Det som någon yrkade på ett sammanträde, så som protokollet återger det, det senaste först."),
        N_("Inga yrkanden här svarar mot det."),
        ("slag", "stance", stance_word),
        N_("Vad som yrkades"),
        more={"partier": "parties", "has_party": "has_party"},
    ),
    "/reservationer": Sort(
        RESERVATIONS,
        N_("Reservationer"),
        N_(
            "De som reserverade sig mot ett beslut. Ett särskilt yttrande är ingen reservation, och en grupp förblir en grupp."
        ),
        N_("Inga reservationer här svarar mot det."),
        ticks={"skriftlig": ("written", N_("Bara skriftliga"))},
        more={"partier": "parties", "has_party": "has_party", "personer": "people"},
    ),
    "/yttranden": Sort(
        STATEMENTS,
        N_("Yttranden och anteckningar"),
        N_("Särskilda yttranden, protokollsanteckningar, avståenden och jäv. Inget av dem är en reservation."),
        N_("Inga yttranden här svarar mot det."),
        ("slag", "kind", statement_word),
        N_("Slag"),
    ),
    "/paragrafer": Sort(
        ITEMS,
        N_("Paragrafer"),
        N_("Paragraferna i de protokoll och utdrag som finns här, den senaste först."),
        N_("Inga paragrafer här svarar mot det."),
        ("utfall", "outcome", outcome_word),
        N_("Utfall"),
        {
            "votering": ("has_vote", N_("Med votering")),
            "reservation": ("has_reservation", N_("Med reservation")),
            "emot": ("against_board", N_("Där fullmäktige gick emot styrelsen")),
        },
        {
            "has_outcome": "has_outcome",
            "contested": "contested",
            "yrkade": "parties_moved",
            "reserverade": "parties_reserved",
        },
    ),
}

# What a link from a figure keeps, in words.
_NOTES = {
    "partier": N_("Bara där {value} står bakom tillsammans."),
    "personer": N_("Bara där {value} namnges tillsammans."),
    "has_party": N_("Bara där inget parti är noterat."),
    "has_outcome": N_("Bara där inget utfall är läst."),
    "contested": N_("Bara där texterna säger emot varandra."),
    "yrkade": N_("Bara där {value} yrkade något, var för sig eller tillsammans."),
    "reserverade": N_("Bara där {value} reserverade sig, var för sig eller tillsammans."),
}


@router.get("/yrkanden")
def yrkanden_page(request: Request, session: Public, sida: Part = 1) -> Response:
    """The yrkanden."""
    return _page(request, session, "/yrkanden", sida)


@router.get("/reservationer")
def reservations_page(request: Request, session: Public, sida: Part = 1) -> Response:
    """The reservations."""
    return _page(request, session, "/reservationer", sida)


@router.get("/yttranden")
def statements_page(request: Request, session: Public, sida: Part = 1) -> Response:
    """The statements, notes, abstentions and declared biases."""
    return _page(request, session, "/yttranden", sida)


@router.get("/paragrafer")
def items_page(request: Request, session: Public, sida: Part = 1) -> Response:
    """The §§."""
    return _page(request, session, "/paragrafer", sida)


def _page(request: Request, session: Session, path: str, part: int) -> Response:
    sort = SORTS[path]
    asked = {name: request.query_params.get(name, "").strip() for name in sort.names}
    for name, value in asked.items():
        if len(value) > LONGEST:
            raise BadParameter(name, value[:LONGEST], gettext(N_("högst {n} tecken")).format(n=LONGEST))
    filters = {api: _api_value(sort, api, asked[name]) for name, api in sort.names.items() if asked[name]}
    is_items = sort.listing is ITEMS
    page = part_of(session, sort.listing, filters, part, wanted=Wanted(placed=not is_items))
    if is_items:
        beside = None
        homes = homes_of(session, {row["id"]: (row["municipality"], row) for row in page.rows})
    else:
        beside = beside_facts(session, page.rows)
        homes = {}
    chosen = sort.listing.filters[sort.choice[1]].choices if sort.choice else ()
    return render(
        request,
        "facts.html",
        path=path,
        sort=sort,
        of=sort.listing.name,
        asked=asked,
        rows=page.rows,
        beside=beside,
        short_names=beside.short_names if beside else {},
        homes=homes,
        total=page.total,
        is_more=page.is_more,
        choices=[(code, sort.choice[2](code)) for code in chosen] if sort.choice else [],
        bodies=meeting_bodies(session, asked["kommun"] or None),
        places={body.place: body.town for body in meeting_bodies(session, None)},
        parties=letters_of(session, asked["kommun"] or None),
        person=name_of(session, asked["person"]) if asked["person"] else None,
        without_person=address(path, {**asked, "person": ""}),
        more={name: asked[name] for name in sort.more if asked[name]},
        notes=_notes(session, {name: asked[name] for name in sort.more if asked[name]}),
        first=(part - 1) * MANY + 1,
        previous=address(path, {**asked, "sida": part - 1}) if part > 1 else None,
        further=address(path, {**asked, "sida": part + 1}) if part * MANY < page.total else None,
        twin=address(f"{PREFIX}/{sort.listing.name}", filters),
    )


def _notes(session: Session, kept: Mapping[str, str]) -> list[str]:
    """What the list is narrowed to by a link, in words; people by their names."""
    notes = []
    for name, value in kept.items():
        each = [one.strip() for one in value.split(",")]
        shown = listed([name_of(session, one) for one in each] if name == "personer" else each)
        notes.append(gettext(_NOTES[name]).format(value=shown))
    return notes


def _api_value(sort: Sort, name: str, value: str) -> str:
    """A ticked box as the API says it. Raises `BadParameter` for a value that the filter does not have."""
    one = sort.listing.filters[name]
    if one.kind is Kind.FLAG:
        return "false" if value in {"0", "false"} else "true"
    if one.kind is Kind.CHOICE and value not in one.choices:
        raise BadParameter(name, value, list(one.choices))
    return value
