"""Yrkanden, reservations, statements, §§, documents and findings as lists for people: narrowed, with source, and the same as files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from app.errors import BadParameter
from app.language.codes import kind_word, outcome_word, stance_word, statement_word
from app.language.findings import finding_kind, severity_word
from app.language.i18n import N_, gettext
from app.language.lists import listed
from app.pages.addresses import item_page
from app.pages.beside import beside_facts, homes_of, named_papers
from app.pages.documents import heading
from app.pages.listed import LONGEST, MANY, Part, address, part_of, typed_filters
from app.pages.rendering import render
from app.queries.bodies import body
from app.queries.listing import Kind, Listing, Row, Wanted
from app.queries.lists.documents import DOCUMENTS, unsure_of
from app.queries.lists.facts import RESERVATIONS, STATEMENTS, YRKANDEN
from app.queries.lists.findings import FINDINGS
from app.queries.lists.items import ITEMS
from app.queries.meetings import meeting_bodies, meetings_of
from app.queries.one_person import name_of
from app.queries.parties import letters_of
from app.today import today
from app.web.answers import PREFIX, Public

router = APIRouter()
_LONG = 40
# What lists are narrowed by, each by those that it has: as pages' addresses name it, and as the API's do.
_COMMON = {
    "q": "q",
    "kommun": "municipality",
    "organ": "body",
    "fran": "from",
    "till": "to",
    "parti": "party",
    "person": "person",
}


class Choice(NamedTuple):
    """A filter of a few values: as the page names it, as the API does, what it is called, and the word of each value."""

    name: str
    api: str
    label: str
    word: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Sort:
    """A list for people. `choices` are filters with the words of their values, `ticks` those that keep what they say, and
    `more` those that a link from a figure may bear; each as the page names it, with the API's name."""

    listing: Listing
    title: str
    lede: str
    none: str
    choices: tuple[Choice, ...] = ()
    ticks: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, str]:
        """Every filter that the page takes, with the API's name for it."""
        common = {name: api for name, api in _COMMON.items() if api in self.listing.filters}
        chosen = {choice.name: choice.api for choice in self.choices}
        return {**common, **chosen, **{name: api for name, (api, _label) in self.ticks.items()}, **self.more}


SORTS: dict[str, Sort] = {
    "/yrkanden": Sort(
        YRKANDEN,
        N_("Yrkanden"),
        N_("Det som någon yrkade på ett sammanträde, så som protokollet återger det, det senaste först."),
        N_("Inga yrkanden här svarar mot det."),
        (Choice("slag", "stance", N_("Vad som yrkades"), stance_word),),
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
        (Choice("slag", "kind", N_("Slag"), statement_word),),
    ),
    "/paragrafer": Sort(
        ITEMS,
        N_("Paragrafer"),
        N_("Paragraferna i de protokoll och utdrag som finns här, den senaste först."),
        N_("Inga paragrafer här svarar mot det."),
        (Choice("utfall", "outcome", N_("Utfall"), outcome_word),),
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
    "/handlingar": Sort(
        DOCUMENTS,
        N_("Handlingar"),
        N_("Protokoll, utdrag, motioner, tjänsteskrivelser och andra handlingar som finns här, den senaste först."),
        N_("Inga handlingar här svarar mot det."),
        (Choice("slag", "kind", N_("Slag"), kind_word),),
        {
            "olasta": ("has_unread_lines", N_("Med olästa rader")),
            "tvivel": ("has_doubts", N_("Med tvivel")),
        },
        {"arende": "case", "fil": "file"},
    ),
    "/iakttagelser": Sort(
        FINDINGS,
        N_("Iakttagelser"),
        N_(
            "Sådant som en noggrann läsare skulle peka på, det allvarligaste först. Registret dömer inte: följ källan och se"
            " efter själv."
        ),
        N_("Inga iakttagelser här svarar mot det."),
        (
            Choice("allvar", "severity", N_("Hur allvarlig"), severity_word),
            Choice("kod", "code", N_("Vad som iakttogs"), finding_kind),
        ),
        more={"arende": "case"},
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
    "arende": N_("Bara det som hör till ärendet {value}."),
    "fil": N_("Bara det som ligger i filen {value}."),
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


@router.get("/handlingar")
def documents_page(request: Request, session: Public, sida: Part = 1) -> Response:
    """The documents; narrowed to those with lines unread or in doubt, how many these are."""
    return _page(request, session, "/handlingar", sida)


@router.get("/iakttagelser")
def findings_page(request: Request, session: Public, sida: Part = 1) -> Response:
    """What a careful reader notices."""
    return _page(request, session, "/iakttagelser", sida)


def _page(request: Request, session: Session, path: str, part: int) -> Response:
    sort = SORTS[path]
    asked = {name: request.query_params.get(name, "").strip() for name in sort.names}
    for name, value in asked.items():
        if len(value) > LONGEST:
            raise BadParameter(name, value[:LONGEST], gettext(N_("högst {n} tecken")).format(n=LONGEST))
    filters = {api: _api_value(sort, api, asked[name]) for name, api in sort.names.items() if asked[name]}
    placed = sort.listing not in (ITEMS, DOCUMENTS)
    page = part_of(session, sort.listing, filters, part, wanted=Wanted(placed=placed, today=today()))
    beside = beside_facts(session, page.rows) if sort.listing in (YRKANDEN, RESERVATIONS, STATEMENTS) else None
    headings, short_names = named_papers(session, page.rows) if sort.listing is FINDINGS else ({}, {})
    here = meeting_bodies(session, asked["kommun"] or None)
    return render(
        request,
        "facts.html",
        path=path,
        sort=sort,
        of=sort.listing.name,
        asked=asked,
        rows=page.rows,
        beside=beside,
        short_names=beside.short_names if beside else short_names,
        homes=_homes(session, sort.listing, page.rows),
        headings=headings,
        place_in=_place_in,
        heading=heading,
        unsure=_unsure(session, filters)
        if sort.listing is DOCUMENTS and (asked["olasta"] or asked["tvivel"])
        else None,
        total=page.total,
        is_more=page.is_more,
        choices=[
            (choice, [(code, choice.word(code)) for code in sort.listing.filters[choice.api].choices])
            for choice in sort.choices
        ],
        bodies=here,
        one_body=_one_body(session, asked["organ"], {one.slug for one in here}),
        places={body.place: body.town for body in meeting_bodies(session, None)},
        parties=letters_of(session, asked["kommun"] or None),
        person=name_of(session, asked["person"]) if asked.get("person") else None,
        without_person=address(path, {**asked, "person": ""}),
        more={name: asked[name] for name in sort.more if asked[name]},
        notes=_notes(session, {name: asked[name] for name in sort.more if asked[name]}),
        first=(part - 1) * MANY + 1,
        previous=address(path, {**asked, "sida": part - 1}) if part > 1 else None,
        further=address(path, {**asked, "sida": part + 1}) if part * MANY < page.total else None,
        twin=address(f"{PREFIX}/{sort.listing.name}", filters),
    )


def _homes(session: Session, listing: Listing, rows: Sequence[Row]) -> dict[str, str]:
    """Where each § of these rows has its page: §§, or what findings show in."""
    if listing is ITEMS:
        return homes_of(session, {row["id"]: (row["municipality"], row) for row in rows})
    if listing is not FINDINGS:
        return {}
    shown_in = [row["at"]["id"] for row in rows if row["at"]]
    return {item: item_page(*at) for item, at in meetings_of(session, shown_in).items()}


def _place_in(address: str) -> str:
    """The municipality's slug in the address of a § or a matter: `/paragrafer/alnsjo/…`."""
    return address.split("/")[2]


def _unsure(session: Session, filters: Mapping[str, str]) -> tuple[int, int] | None:
    """How many unread lines and doubts the documents have in all that the list is narrowed to."""
    typed = typed_filters(session, DOCUMENTS, filters)
    return None if typed is None else unsure_of(session, typed)


def _one_body(session: Session, typed: str, listed_here: Collection[str]) -> str | None:
    """The name of the body that a link from a figure names by its id; None where it is one that can be chosen."""
    found = body(session, typed) if typed and typed not in listed_here else None
    return found["name"] if found else None


def _short(value: str) -> str:
    """A file's long name by its beginning, as pages have it."""
    return value if len(value) < _LONG else f"{value[:_LONG]}…"


def _notes(session: Session, kept: Mapping[str, str]) -> list[str]:
    """What the list is narrowed to by a link, in words; people by their names."""
    notes = []
    for name, value in kept.items():
        each = [one.strip() for one in value.split(",")]
        shown = listed([name_of(session, one) for one in each] if name == "personer" else [_short(one) for one in each])
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
