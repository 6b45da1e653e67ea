"""Municipalities of the installation: added with what their pages are called, look like and lie at, changed, and closed."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.acts.acting import Actor, acting, record
from app.db import Stores
from app.errors import NothingNew, WrongUse
from app.journal.append import give_key
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.models.journal import filings
from app.queries.towns import named_alike, town, towns
from app.register.municipalities import Municipality
from app.register.parts import ActKind
from app.register.towns import LEAST_CONTRAST, LONGEST, Town, contrast_with_white, host_and_path, is_served, town_key
from app.settings import Settings, plain_address


def add_municipality(stores: Stores, using: Settings, made: Town, by: Actor) -> int:
    """Add a municipality, with a key of its own for its ids where nothing is filed of it yet; returns the act's number. Raises `WrongUse` where it is there, or what is told of it cannot be used."""
    with acting(stores, by) as session:
        if town(session, made.place.id) is not None:
            raise WrongUse(_("{place} är redan tillagd.").format(place=made.place.name))
        if (other := named_alike(session, made.place)) is not None:
            raise WrongUse(
                _("{place} skulle få samma namn i adresser som {other}.").format(
                    place=printable(made.place.name), other=printable(other)
                )
            )
        give_key(session, made.place.id, by.name, by.reason)
        return _record(session, using, made, by)


def change_municipality(
    stores: Stores,
    using: Settings,
    place: Municipality,
    by: Actor,
    *,
    called: str | None = None,
    colour: str | None = None,
    address: str | None = None,
    contact: str | None = None,
    moved_to: str | None = None,
) -> int:
    """Tell something else of it: what is None stays, what is empty is taken away. Raises `WrongUse`, `NothingNew`."""
    with acting(stores, by) as session:
        there = known(session, place)
        told = replace(
            there,
            called=there.called if called is None else called,
            colour=there.colour if colour is None else colour,
            address=there.address if address is None else address,
            contact=there.contact if contact is None else contact,
            moved_to=there.moved_to if moved_to is None else moved_to,
        )
        changed = _tidy(told)
        if changed == there:
            raise NothingNew(_("{place} är redan så.").format(place=place.name))
        return _record(session, using, changed, by)


def close_municipality(stores: Stores, using: Settings, place: Municipality, by: Actor) -> int:
    """Let nothing more of it be filed; what is filed stays, and its pages say so. Raises `WrongUse`, `NothingNew`."""
    with acting(stores, by) as session:
        there = known(session, place)
        if there.closed:
            raise NothingNew(_("{place} är redan stängd.").format(place=place.name))
        return _record(session, using, replace(there, closed=True), by)


def known(session: Session, place: Municipality) -> Town:
    """The municipality as it was added; one of which something was filed without that is there by its name. Raises `WrongUse`."""
    there = town(session, place.id)
    if there is not None:
        return there
    filed = sa.select(filings.c.seq).where(filings.c.municipality == place.id).limit(1)
    if session.execute(filed).first() is None:
        raise WrongUse(_("{place} finns inte här. Lägg till den först.").format(place=place.name))
    return Town(place, place.name)


def _record(session: Session, using: Settings, made: Town, by: Actor) -> int:
    made, there = _tidy(made), town(session, made.place.id)
    _usable(made)
    if made.address and (there is None or made.address != there.address):
        _free(session, using, made.place, made.address)
    if made.moved_to and (there is None or made.moved_to != there.moved_to):
        _elsewhere(session, using, made, made.moved_to)
    return record(session, ActKind.MUNICIPALITY, [town_key(made.place.id)], made.told(), by)


def _tidy(made: Town) -> Town:
    """With each word as it is kept: an empty one is none."""

    def line(text: str | None) -> str:
        return " ".join(printable(text or "").split())

    return replace(
        made,
        called=line(made.called) or made.place.name,
        colour=line(made.colour).casefold() or None,
        address=plain_address(line(made.address).casefold()) or None,
        contact=line(made.contact) or None,
        moved_to=plain_address(line(made.moved_to).casefold()) or None,
    )


def _usable(made: Town) -> None:
    """Raises `WrongUse` with what cannot be used, and why."""
    if max(map(len, (made.called, made.contact or "", made.address or "", made.moved_to or ""))) > LONGEST:
        raise WrongUse(_("Skriv högst {n} tecken.").format(n=LONGEST))
    if made.colour is not None:
        try:
            contrast = contrast_with_white(made.colour)
        except ValueError as wrong:
            raise WrongUse(_("Skriv färgen som #1b5748.")) from wrong
        if contrast < LEAST_CONTRAST:
            raise WrongUse(
                _("Vit text går inte att läsa på {colour}: kontrasten är {contrast}, och {least} behövs.").format(
                    colour=made.colour, contrast=f"{contrast:.1f}", least=LEAST_CONTRAST
                )
            )


def _understood(using: Settings, address: str) -> tuple[tuple[str, str], str]:
    """The host and path of an address, and the installation's own address. Raises `WrongUse` where either is none."""
    there = host_and_path(address)
    if there is None:
        raise WrongUse(
            _(
                "Skriv adressen som https://diarium.alnsjo.example eller https://diarium.example/alnsjo, utan å, ä och ö."
            )
        )
    if using.base_url is None:
        raise WrongUse(
            _("Ange först installationens egen adress, i DIARIUM_BASE_URL: dit leder sidornas beständiga länkar.")
        )
    return there, using.base_url


def _free(session: Session, using: Settings, place: Municipality, address: str) -> None:
    """Raises `WrongUse` for an address that is none, or that something else lies at."""
    there, base = _understood(using, address)
    if not is_served(Town(place, "", address=address), base):
        raise _not_beside_our_own(base, *there)
    others = [host_and_path(one.address) for one in towns(session) if one.place != place and one.address]
    if any(_collide(there, other) for other in others):
        raise WrongUse(_("{address} är redan upptagen.").format(address=address))


def _elsewhere(session: Session, using: Settings, made: Town, address: str) -> None:
    """Raises `WrongUse` where what lay here cannot lead to this address: it is none, or leads back."""
    there, base = _understood(using, address)
    if not made.closed:
        raise WrongUse(_("Stäng {place} först: det som leds vidare läses inte här.").format(place=made.place.name))
    if there[0] in {urlsplit(base).netloc.casefold(), *(town.host for town in towns(session))}:
        raise WrongUse(_("{address} ligger i den här installationen.").format(address=address))


def _not_beside_our_own(base_url: str, host: str, path: str) -> WrongUse:
    """Why nobody's pages can lie at this path of the host."""
    own = urlsplit(base_url)
    if host != own.netloc.casefold():
        path = f"/{path[1:].partition('/')[0]}"
    elif not path or path.rpartition("/")[0] != own.path:
        return WrongUse(
            _("På installationens egen adress ligger en kommun ett ord längre in, som {address}.").format(
                address=f"{base_url}/alnsjo"
            )
        )
    return WrongUse(_("Under {path} ligger installationens egna sidor: välj ett annat ord.").format(path=path))


def hold_addresses_apart(session: Session) -> None:
    """Raises `WrongUse` where two lie at one address, as one may when it was taken meanwhile and what moved the other from there
    is undone."""
    taken: list[tuple[str, str] | None] = []
    for address in (one.address for one in towns(session) if one.address):
        there = host_and_path(address)
        if any(_collide(there, other) for other in taken):
            raise WrongUse(_("{address} är redan upptagen.").format(address=address))
        taken.append(there)


def _collide(one: tuple[str, str] | None, other: tuple[str, str] | None) -> bool:
    """Whether two lie at one address, or one of them beneath the other."""
    if one is None or other is None or one[0] != other[0]:
        return False
    shorter, longer = sorted((f"{one[1]}/", f"{other[1]}/"), key=len)
    return longer.startswith(shorter)
