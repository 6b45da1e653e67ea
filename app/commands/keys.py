"""`diarium key add|list|revoke`: keys for programs that file documents, or only ask more often than others."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from contextlib import AbstractContextManager

import orjson
from rich.table import Table
from sqlalchemy.orm import Session

from app.acts.access import Decided, note_decision
from app.acts.days import day as typed_day
from app.commands.installation import actor, installation
from app.commands.places import warn_of
from app.commands.tables import cell, out
from app.commands.terminal import json_text, say, write
from app.db import Stores, reading
from app.language.i18n import gettext
from app.language.printable import printable
from app.queries.places import given
from app.security.keys import KeyRow, add_key, keys, revoke_key, told_by
from app.security.scopes import KeyScope
from app.today import day_at, today

_ = gettext


def add(name: str, place: str, scopes: Sequence[KeyScope], expires: str | None) -> None:
    """Make the key and print it on stdout, alone, so that it can be piped to where it is kept."""
    municipality, _slash, body = place.partition("/")
    chosen = given(municipality)
    last = typed_day(expires) if expires else None
    with installation() as stores:
        warn_of(stores, chosen)
        with _deciding(stores) as session:
            key = add_key(
                session,
                name,
                chosen.code or chosen.name,
                body.strip() or None,
                scopes=scopes,
                expires=last,
            )
            note_decision(session, Decided.KEY, printable(told_by(session, key)), actor())
    say(
        _("Nyckel åt {name}, för {place}. Spara den nu: den går inte att visa igen.").format(
            name=printable(name), place=printable(f"{chosen.name}/{body.strip()}" if body.strip() else chosen.name)
        )
    )
    write(key)


def _deciding(stores: Stores) -> AbstractContextManager[Session]:
    """The writing in which whoever runs the command decides on a key."""
    from app.acts.acting import Actor, acting  # noqa: PLC0415 - whoever lists keys does not wait for it

    return acting(stores, Actor(actor(), ""))


def listed(*, as_json: bool) -> None:
    """Print every key that was made, never the key itself."""
    with installation() as stores, reading(stores.desk) as session:
        rows = keys(session)
    if as_json:
        shown = [{**dataclasses.asdict(row), "works": row.works(today())} for row in rows]
        write(json_text(orjson.loads(orjson.dumps(shown))))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Beteckning"), _("Namn"), _("För"), _("Får"), _("Skapad"), _("Läge")):
        table.add_column(heading, overflow="fold")
    for row in rows:
        place = f"{row.municipality}/{row.body}" if row.body else row.municipality
        table.add_row(
            *map(cell, (row.id, row.name, place, ", ".join(row.scopes), day_at(row.at), _state(row, today())))
        )
    out().print(table)


def _state(row: KeyRow, on: dt.date) -> str:
    """`gäller`, `gäller till och med 2026-12-31`, `utgången 2026-12-31`, `återkallad 2026-11-23`."""
    if row.revoked:
        return _("återkallad {day}").format(day=row.revoked[:10])
    if row.expires is None:
        return _("gäller")
    state = _("gäller till och med {day}") if row.works(on) else _("utgången {day}")
    return state.format(day=row.expires.isoformat())


def revoke(key_id: str) -> None:
    """End a key. Raises `KeyNotFound`."""
    with installation() as stores, _deciding(stores) as session:
        row = revoke_key(session, key_id)
        note_decision(session, Decided.REVOKED, printable(row.told), actor())
    say(_("Nyckeln {id} åt {name} är återkallad.").format(id=row.id, name=printable(row.name)))
