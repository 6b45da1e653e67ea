"""The pages that there are in English too, under `/en`: which they are, and where each lies in each language.

An address' first part chooses the language of its words (`app.i18n.spoken_at`); what is named in `TRANSLATED`, and
nothing else, is found under that first part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.routing import compile_path

from app.language.i18n import LANGUAGES, SOURCE, language, spoken_at

# The pages, by their routes' Swedish paths.
TRANSLATED = (
    "/",
    "/andringar",
    "/arenden",
    "/arenden/{place}/{slug}",
    "/arenden/{place}/{slug}/jamfor",
    "/arenden/{typed:path}",
    "/data",
    "/data/listor/{name}",
    "/data/profil",
    "/handlingar",
    "/handlingar/{id}",
    "/handlingar/{id}/sida/{page}",
    "/iakttagelser",
    "/kvalitet",
    "/motioner",
    "/om",
    "/ordlista",
    "/organ",
    "/organ/{place}/{code}",
    "/paragrafer",
    "/paragrafer/{place}/{body}/{day}/{number}",
    "/partier",
    "/partier/{place}/{code}",
    "/personer",
    "/personer/{id}",
    "/personer/{id}/roster",
    "/reservationer",
    "/rapportera",
    "/sammantraden",
    "/sammantraden/{place}/{body}/{day}",
    "/sok",
    "/statistik",
    "/statistik/partier",
    "/statistik/tackning",
    "/tillganglighet",
    "/voteringar",
    "/voteringar/{id}",
    "/yrkanden",
    "/yttranden",
)
_ADDRESS = re.compile(r'(?<!hreflang="..")( (?:href|action)=")(/[^"?#]*)')
_PATTERNS = tuple(compile_path(path)[0] for path in TRANSLATED)
_SAID = {"sv": "På svenska", "en": "In English"}


@dataclass(frozen=True, slots=True)
class Side:
    """A page in one language: `/en/data`, and what the link that leads there says."""

    language: str
    says: str
    path: str


def sides(path: str) -> list[Side]:
    """Every language that the page at this address is there in, Swedish first; none where it is there in Swedish alone."""
    swedish = swedish_path(path)
    if not any(pattern.match(swedish) for pattern in _PATTERNS):
        return []
    return [Side(one, _SAID[one], _lies(one, swedish)) for one in LANGUAGES]


def tongues(path: str) -> list[Side]:
    """What says in every language that the page is not there, or no more: it is said wherever nothing is."""
    swedish = swedish_path(path)
    return [Side(one, _SAID[one], _lies(one, swedish)) for one in LANGUAGES] if spoken_at(swedish) == SOURCE else []


def at(path: str) -> str:
    """Where the page at this Swedish address lies in the language in force, or there where it is not in that."""
    if language() == SOURCE:
        return path
    return next((side.path for side in sides(path) if side.language == language()), path)


def swedish_path(path: str) -> str:
    """The path without the part that chooses the language: `/en/data` → `/data`."""
    return path.removeprefix(_first_part(spoken_at(path))) or "/"


def kept_in_language(html: str) -> str:
    """The page with each link to a page that is there in the language in force led to that one; a link that says its own
    language (`hreflang`, just before the address) is left. A quotation mark in a text is escaped, so what looks like an
    attribute is one."""
    if language() == SOURCE:
        return html
    return _ADDRESS.sub(lambda link: f"{link[1]}{at(link[2])}", html)


def translated(router: APIRouter) -> Iterator[tuple[str, APIRoute]]:
    """The routes of a router that are served in another language too, each with that address."""
    for route in router.routes:
        if isinstance(route, APIRoute) and route.path in TRANSLATED:
            yield from ((_lies(one, route.path), route) for one in LANGUAGES if one != SOURCE)


def _lies(of: str, swedish: str) -> str:
    """`/data` → `/en/data`; the start page, `/` → `/en`."""
    return f"{_first_part(of)}{swedish}".rstrip("/") or "/"


def _first_part(of: str) -> str:
    return "" if of == SOURCE else f"/{of}"
