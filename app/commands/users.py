"""`diarium user add|list|grant|link|end`: the desk's accounts."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from rich.table import Table

from app.acts.access import Decided, note_decision
from app.acts.acting import Actor, acting
from app.commands.installation import actor, installation, settings
from app.commands.tables import cell, out
from app.commands.terminal import json_text, say, write
from app.db import reading
from app.desk.words import role_words
from app.language.i18n import gettext as _
from app.queries.places import given
from app.security.roles import Grant, Role
from app.security.sessions import new_link
from app.security.users import User, add_user, all_users, end_user, set_grants, user_of
from app.settings import Settings
from app.today import day_at


def add(login: str, name: str, role: Role, places: Sequence[str]) -> None:
    """Make the account and print its one-time address on stdout, alone."""
    with installation() as stores, acting(stores, Actor(actor(), "")) as session:
        user = add_user(session, login, name, _grants(role, places), settings().language or "sv")
        token = new_link(session, user.id)
        note_decision(session, Decided.MADE, user.login, actor(), user.grants)
    _tell(user, token, settings())


def listed(*, as_json: bool) -> None:
    with installation() as stores, reading(stores.desk) as session:
        users = all_users(session)
    if as_json:
        write(json_text([dataclasses.asdict(user) for user in users]))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Kontonamn"), _("Namn"), _("Roller"), _("Skapad"), _("Läge")):
        table.add_column(heading, overflow="fold")
    for user in users:
        roles = "; ".join(map(role_words, user.grants))
        table.add_row(*map(cell, (user.login, user.name, roles, day_at(user.at), _state(user))))
    out().print(table)


def grant(login: str, role: Role, places: Sequence[str]) -> None:
    with installation() as stores, acting(stores, Actor(actor(), "")) as session:
        user = set_grants(session, login, _grants(role, places))
        note_decision(session, Decided.GRANTED, user.login, actor(), user.grants)
    say(_("{name} är nu {roles}.").format(name=user.name, roles="; ".join(map(role_words, user.grants))))


def link(login: str) -> None:
    """Print a new one-time address on stdout, alone; earlier ones end."""
    with installation() as stores, acting(stores, Actor(actor(), "")) as session:
        user = user_of(session, login)
        token = new_link(session, user.id)
        note_decision(session, Decided.LINK, user.login, actor())
    _tell(user, token, settings())


def end(login: str) -> None:
    with installation() as stores, acting(stores, Actor(actor(), "")) as session:
        login = user_of(session, login).login
        end_user(session, login)
        note_decision(session, Decided.ENDED, login, actor())
    say(_("Kontot {login} är avslutat.").format(login=login))


def link_address(using: Settings, token: str, port: int | None = None) -> str:
    """The address that a one-time token is used at."""
    return f"{using.base_url or f'http://{using.host}:{port or using.port}'}/desk/logga-in/{token}"


def _tell(user: User, token: str, using: Settings) -> None:
    say(_("Ge {name} adressen. Den gäller en gång, i ett dygn, och går inte att visa igen:").format(name=user.name))
    write(link_address(using, token))


def _grants(role: Role, places: Sequence[str]) -> list[Grant]:
    """`Alnsjö/Kulturnämnden` as a grant there; none given, everywhere."""
    if not places:
        return [Grant(role)]
    parted = [place.partition("/") for place in places]
    named = [(given(municipality), body.strip()) for municipality, _slash, body in parted]
    return [Grant(role, place.code or place.name, body) for place, body in named]


def _state(user: User) -> str:
    if user.ended:
        return _("avslutat {day}").format(day=day_at(user.ended))
    return _("har lösenord") if user.has_password else _("har inget lösenord ännu")
