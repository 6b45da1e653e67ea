"""The tools: search, matter, path, motions, votes. Each asks as the API does, and answers with quotes and their places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

import sqlalchemy as sa
from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import CallToolResult, InputRequiredResult, ToolAnnotations
from pydantic import Field, ValidationError
from sqlalchemy.orm import Session
from starlette.datastructures import QueryParams

from app import __version__
from app.api.list_query import question
from app.api.list_rows import shown, with_names
from app.api.matters import SOURCES, case_json, detail_json, whole_path
from app.api.parameters import UnknownParameter
from app.api.resources import RESOURCES
from app.db import reading
from app.errors import CaseNotFound, DiariumError
from app.language.i18n import speaking
from app.mcp.answers import NOTICE, marked
from app.mcp.refusals import refusal
from app.queries import cases
from app.queries.listing import page_of
from app.queries.search import as_named
from app.queries.search import search as find_hits
from app.search.entries import HitKind
from app.today import today
from importers.bundle import Outcome

_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_RESOURCES = {resource.name: resource for resource in RESOURCES}
_MOST = 50
Number = Annotated[
    str, Field(max_length=100, description="A case number in any spelling (`ks 2025 42`), or a case's id.")
]
Municipality = Annotated[str | None, Field(max_length=100, description="A municipality's name, slug or code.")]
Body = Annotated[str | None, Field(max_length=100, description="A body's name or usual letters, such as `ks`.")]
Party = Annotated[str | None, Field(max_length=100, description="A party's letters, or its name.")]
Person = Annotated[str | None, Field(max_length=100, description="A person's name as printed.")]
From = Annotated[dt.date | None, Field(description="This day or later.")]
To = Annotated[dt.date | None, Field(description="This day or earlier.")]
Limit = Annotated[int, Field(ge=1, le=_MOST, description="How many at most.")]
Answer = dict[str, Any]


class _Strict(MCPServer):
    """The library leaves out what a tool does not take, and the answer to half a question would pass for that to the whole;
    a value that is none it refuses in words of its own make."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        nothing: dict[str, Any] = {"properties": {}}
        taken = next((tool.input_schema for tool in await self.list_tools() if tool.name == name), nothing)
        for argument, value in arguments.items():
            if taken["properties"] and argument not in taken["properties"]:
                with speaking("en"):
                    raise ToolError(UnknownParameter(argument, str(value), list(taken["properties"])).sentence())
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if not isinstance(error.__cause__, ValidationError) or isinstance(error, UnexpectedToolError):
                raise
            with speaking("en"):
                raise ToolError(refusal(error.__cause__, taken).sentence()) from error


def hosts_let_in(base_url: str | None) -> TransportSecuritySettings:
    """Whom a server that listens on this machine alone takes for its own name over HTTP: the machine, and the host of the
    address that it is published under, which a proxy before it passes on. No page from elsewhere can make a browser ask."""
    names = ["127.0.0.1", "localhost", "[::1]"]
    hosts, origins = [f"{name}:*" for name in names], [f"http://{name}:*" for name in names]
    if base_url:
        parts = urlsplit(base_url)
        hosts += [parts.netloc, f"{parts.hostname}:*"]
        origins.append(f"{parts.scheme}://{parts.netloc}")
    return TransportSecuritySettings(allowed_hosts=hosts, allowed_origins=origins)


def make_server(public: sa.Engine, base: str) -> MCPServer:
    """A server over a public register; the addresses in its answers begin with `base`."""
    server = _Strict("diarium", title="Diarium", version=__version__, instructions=NOTICE, log_level="ERROR")

    def answer(ask: Callable[[Session], Any]) -> Answer:
        with speaking("en"), reading(public) as session:
            try:
                return marked(ask(session), base)
            except DiariumError as error:
                raise ToolError(error.sentence()) from error

    @server.tool(annotations=_READS)
    def search(
        words: Annotated[
            str, Field(max_length=300, description='Swedish words in any inflection, "in a row" in quotes, -without.')
        ],
        municipality: Municipality = None,
        body: Body = None,
        kind: Annotated[HitKind | None, Field(description="What kind of hit.")] = None,
        year: Annotated[int | None, Field(ge=1900, le=2200)] = None,
        party: Party = None,
        outcome: Annotated[Outcome | None, Field(description="What a § does.")] = None,
        limit: Limit = 10,
    ) -> Answer:
        """Find matters, §§, yrkanden, reservations, statements, votes, documents and people that hold all the words."""
        given = {"municipality": municipality, "body": body, "kind": kind, "year": year, "party": party}
        narrowed = {k: str(v) for k, v in {**given, "outcome": outcome}.items() if v is not None}

        def ask(session: Session) -> Mapping[str, Any]:
            found = find_hits(session, words, as_named(session, narrowed), limit, facets=False)
            return {name: value for name, value in found.items() if name not in {"facets", "place"}}

        return answer(ask)

    @server.tool(annotations=_READS)
    def matter(number: Number) -> Answer:
        """A matter by any of its numbers: its §§ with decisions, yrkanden and reservations, and what a reader notices."""
        parts = {"items", "findings", SOURCES}
        return answer(lambda session: _matter(session, number, lambda row: detail_json(session, row, parts, today())))

    @server.tool(annotations=_READS)
    def path(number: Number) -> Answer:
        """A matter's way from step to step: past, only referred to, and awaited; who wanted what at each; its motion's year."""
        return answer(
            lambda session: _matter(session, number, lambda row: whole_path(session, row, {SOURCES}, today()))
        )

    @server.tool(annotations=_READS)
    def motions(
        municipality: Municipality = None,
        party: Party = None,
        person: Person = None,
        outcome: Annotated[Outcome | None, Field(description="What was decided in the end.")] = None,
        raised_from: From = None,
        raised_to: To = None,
        ended_from: From = None,
        ended_to: To = None,
        overdue: Annotated[bool | None, Field(description="Whether its year is over without a decision.")] = None,
        has_reservation: Annotated[bool | None, Field(description="Whether somebody reserved themselves.")] = None,
        limit: Limit = 20,
    ) -> Answer:
        """Motions: who signed, when they were raised, when their year ends, and what became of them."""
        given = {"municipality": municipality, "party": party, "person": person, "outcome": outcome}
        raised = {"raised_from": raised_from, "raised_to": raised_to}
        days = {**raised, "ended_from": ended_from, "ended_to": ended_to}
        flags = {"overdue": overdue, "has_reservation": has_reservation}
        return answer(lambda session: _list(session, "motions", {**given, **days, **flags, "limit": limit}))

    @server.tool(annotations=_READS)
    def votes(
        number: Annotated[str | None, Field(max_length=100, description="In this matter: any number of it.")] = None,
        municipality: Municipality = None,
        body: Body = None,
        party: Party = None,
        person: Person = None,
        since: From = None,
        until: To = None,
        against_board: Annotated[
            bool | None, Field(description="Whether the council decided otherwise than the board had proposed.")
        ] = None,
        limit: Limit = 20,
    ) -> Answer:
        """Voteringar: what yes and no mean, the counts, and each printed ballot."""
        given = {"case": number, "municipality": municipality, "body": body, "party": party, "person": person}
        days = {"from": since, "to": until}
        return answer(
            lambda session: _list(session, "votes", {**given, **days, "against_board": against_board, "limit": limit})
        )

    return server


def _matter(session: Session, number: str, whole: Callable[[Any], Any]) -> Any:
    """The whole of the matter, or the several that bear the number. Raises `CaseNotFound`."""
    row = cases.get(session, number)
    found = [row] if row is not None else cases.find(session, number)
    if not found:
        raise CaseNotFound(number)
    return whole(found[0]) if len(found) == 1 else {"cases": [case_json(one) for one in found]}


def _list(session: Session, name: str, asked: Mapping[str, Any]) -> Mapping[str, Any]:
    """A part of a list with its sources, as the API gives it."""
    resource = _RESOURCES[name]
    typed = {key: _typed(value) for key, value in asked.items() if value is not None}
    put = with_names(session, resource, question(QueryParams({**typed, "include": SOURCES}), resource))
    page = page_of(session, resource.listing, put.asked, put.wanted)
    rows = [shown(resource, row, put.fields, placed=True) for row in page.rows]
    return {name: rows, "total": page.total, "total_is_at_least": page.is_more}


def _typed(value: Any) -> str:
    """A value as an address has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
