"""`diarium export LIST`: a list of the public register as a file, in the same bytes as the API gives."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from sqlalchemy.orm import Session
from starlette.datastructures import QueryParams

from app.api.calendars import CALENDARS, calendar
from app.api.feeds import Addresses, feed, wished
from app.api.followed import FOLLOWED, feed_of, one_followed
from app.api.list_files import made
from app.api.list_query import question
from app.api.list_rows import shown_rows, with_names
from app.api.resources import RESOURCES, Resource
from app.api.search_files import hits_feed, hits_file
from app.commands.installation import installation
from app.commands.parameters.lists import Format as Typed
from app.db import reading
from app.errors import BadParameter
from app.exports.formats import Format
from app.projection.public_as_of import register_as_of
from app.settings import Settings, settings
from app.web.answers import PREFIX

_FEEDS_OF_ONE = f"--format {Format.ATOM}: {', '.join(sorted(FOLLOWED))}"
_NO_CALENDAR = ", ".join(one for one in Format if one is not Format.ICS)


def export_list(
    name: str, narrowed: Sequence[str], form: Typed, target: Path | None, *, excel: bool, one: str | None = None
) -> None:
    """Write the list, or the feed of `one` of its rows, to `target`, which is replaced when the new one is whole, or to standard output. Raises `BadParameter`."""
    typed = [_pair(one) for one in narrowed] + ([("excel", "1")] if excel else [])
    using = settings()
    with installation(using) as stores, reading(stores.public) as session:
        pieces = _pieces(session, name, Format(form), QueryParams(typed), using, one)
        if target is None:
            for piece in pieces:
                sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
            return
        unfinished = target.with_name(f".{target.name}.part")
        try:
            with unfinished.open("wb") as file:
                file.writelines(pieces)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)


def _pair(typed: str) -> tuple[str, str]:
    name, equals, value = typed.partition("=")
    if not equals:
        raise BadParameter(typed, "", "NAMN=VÄRDE")
    return name, value


def _pieces(
    session: Session, name: str, form: Format, params: QueryParams, using: Settings, one: str | None
) -> Iterator[bytes]:
    kept = tuple((name, value) for name, value in params.multi_items() if name != "cursor")
    origin = using.base_url or f"http://{using.host}:{using.port}"
    at = Addresses(origin, f"{PREFIX}/{name}.{form}", kept)
    if one is not None:
        if form is not Format.ATOM or name not in FOLLOWED:
            raise BadParameter("--one", one, _FEEDS_OF_ONE)
        followed = one_followed(session, name, one)
        return feed_of(session, followed, params, replace(at, path=f"{PREFIX}/{name}/{followed.id}.{form}"))
    resource = next((one for one in RESOURCES if one.name == name), None)
    return (
        _of_hits(session, form, params, at, using)
        if resource is None
        else _of_list(session, resource, form, params, at, using)
    )


def _of_hits(session: Session, form: Format, params: QueryParams, at: Addresses, using: Settings) -> Iterator[bytes]:
    """What a search finds."""
    if form is Format.ICS:
        raise BadParameter("--format", form, _NO_CALENDAR)
    return hits_feed(session, params, at) if form is Format.ATOM else hits_file(session, params, form, using.base_path)


def _of_list(
    session: Session, resource: Resource, form: Format, params: QueryParams, at: Addresses, using: Settings
) -> Iterator[bytes]:
    if form is Format.ATOM:
        yield from feed(session, resource, wished(session, params, resource), at)
        return
    if form is Format.ICS and resource not in CALENDARS:
        raise BadParameter("--format", form, _NO_CALENDAR)
    asked = with_names(session, resource, question(params, resource, form))
    engine = session.get_bind()
    within = register_as_of(engine, asked.as_of) if asked.as_of else nullcontext(session)  # type: ignore[arg-type] # a store's
    if form is Format.ICS:
        yield from calendar(within, resource, asked, at)
    else:
        yield from made(resource, form, asked, shown_rows(within, resource, asked), using.base_path)
