"""`diarium municipality add|list|show|change|close|take-out|put-in`: the municipalities of the installation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from app import acts
from app.acts import Actor
from app.backups.putting_in import looked_into, refuse_known
from app.backups.putting_in import put_in as put_in_to
from app.backups.taking_out import take_out as take_out_of
from app.backups.town_file import TownManifest
from app.commands import deeds
from app.commands.installation import installation, settings
from app.commands.tables import cell, out
from app.commands.terminal import json_text, say, write
from app.db import Stores, reading
from app.errors import WrongUse
from app.journal.keys import has_own_key
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.queries.municipalities_kept import MunicipalityKept, WholeMunicipality, municipalities_kept, municipality_kept
from app.queries.places import given
from app.register.municipalities import Municipality
from app.register.towns import Town
from app.security.roles import Role
from app.security.users import who_may

# What is told of one, as typed: its name on the pages, its colour, where they lie, who answers for them.
Told = tuple[str | None, str | None, str | None, str | None]


def add(typed: str, told: Told, held: Sequence[str], reason: str, name: str | None) -> None:
    """Add it, and say what comes next."""
    place = given(typed)
    called, colour, address, contact = told
    made = Town(place, called or "", colour, address, contact)

    def deed(stores: Stores, by: Actor) -> int:
        deeds.municipality(stores, typed)
        seq = acts.add_municipality(stores, settings(), made, by)
        _warn_of_key(stores, place)
        for body in held:
            acts.set_default(stores, place, body, by, public=False)
        return seq

    deeds.act(reason, name, deed)
    say(
        _("Ge den en registrator med: diarium user add KONTONAMN NAMN --role registrar --for {place}").format(
            place=printable(place.name)
        )
    )


def _warn_of_key(stores: Stores, place: Municipality) -> None:
    """Say of one whose ids were made before it was added that it cannot leave alone."""
    with reading(stores.desk) as session:
        if not has_own_key(session, place.id):
            say(
                _(
                    "Något är redan inläst för {place}: den får ingen egen nyckel för sina id:n, och kan aldrig tas ut ensam med take-out."
                ).format(place=printable(place.name))
            )


def change(typed: str, told: Told, moved_to: str | None, reason: str, name: str | None) -> None:
    place = given(typed)
    called, colour, address, contact = told

    def deed(stores: Stores, by: Actor) -> int:
        return acts.change_municipality(
            stores,
            settings(),
            place,
            by,
            called=called,
            colour=colour,
            address=address,
            contact=contact,
            moved_to=moved_to,
        )

    deeds.act(reason, name, deed)


def close(typed: str, reason: str, name: str | None) -> None:
    place = given(typed)
    deeds.act(reason, name, lambda stores, by: acts.close_municipality(stores, settings(), place, by))


def take_out(typed: str, target: Path, reason: str, name: str | None) -> None:
    """Take it out to a file, and say what is in it."""
    by = deeds.acting_as(reason, name, None)
    with installation() as stores:
        made = take_out_of(stores, settings(), given(typed), target, (by.name, by.reason))
    _print_manifest(made)
    say(
        _("{place} ligger i {path}. Den som har filen har allt, också det som inte är publikt.").format(
            place=made.place.name, path=target
        )
    )


def put_in(source: Path, reason: str, name: str | None, signed_by: str | None, *, yes: bool) -> None:
    """Say what is in a file and whether it can be put in; with `yes`, put it in."""
    by = deeds.acting_as(reason, name, None)
    with looked_into(source, signed_by) as held, installation() as stores:
        refuse_known(stores, held.manifest.place)
        _print_manifest(held.manifest)
        if not yes:
            say(
                _(
                    "Ingenting är ändrat. Jämför nyckeln med den andra installationens, och lägg till --yes för att sätta in kommunen."
                )
            )
            return
        put_in_to(stores, settings(), held, source, (by.name, by.reason))
    say(
        _(
            "{place} är insatt, med samma id. Ge den en adress och en registrator: diarium municipality change, diarium user add"
        ).format(place=held.manifest.place.name)
    )


def _print_manifest(manifest: TownManifest) -> None:
    for line in (
        _("Kommun: {place}").format(place=manifest.place.name),
        _("Gjord: {made}").format(made=manifest.made),
        _("Poster i journalen: {n}").format(n=manifest.entries),
        _("Filer: {n}").format(n=len(manifest.files)),
        _("Signerad med: {key}").format(key=manifest.installation),
        _("Sigill: {seal}").format(seal=manifest.seal),
    ):
        write(printable(line))


def listed(*, as_json: bool) -> None:
    with installation() as stores, reading(stores.desk) as session:
        rows = municipalities_kept(session)
    if as_json:
        write(json_text(rows))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Kommun"), _("Namn på sidorna"), _("Adress"), _("Färg"), _("Filer"), _("Läge")):
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(
            *map(
                cell,
                (
                    row["name"],
                    row["called"],
                    row["address"] or "–",
                    row["colour"] or "–",
                    str(row["files"]),
                    state(row),
                ),
            )
        )
    out().print(table)


def show(typed: str, *, as_json: bool) -> None:
    """Raises `WrongUse` where it is not here."""
    place = given(typed)
    with installation() as stores, reading(stores.desk) as session:
        row = municipality_kept(session, place.id)
        registrars = [(user.login, user.name) for user in who_may(session, Role.REGISTRAR, place.id)]
    if row is None:
        raise WrongUse(_("{place} finns inte här. Lägg till den först.").format(place=place.name))
    if as_json:
        write(json_text({**row, "registrars": [login for login, _name in registrars]}))
    else:
        write("\n".join(map(printable, _lines(row, registrars))))


def state(row: MunicipalityKept) -> str:
    """`öppen`, `stängd`, or that nobody has added it."""
    if row["closed"]:
        return _("stängd")
    return _("öppen") if row["added"] else _("inte tillagd, men har filer")


def _lines(row: WholeMunicipality, registrars: Sequence[tuple[str, str]]) -> list[str]:
    told = [
        (_("Namn på sidorna"), row["called"]),
        (_("Adress"), row["address"]),
        (_("Färg"), row["colour"]),
        (_("Kontakt"), row["contact"]),
        (_("Filer"), str(row["files"])),
        *([(_("Flyttad till"), row["moved_to"])] if row["moved_to"] else []),
        (_("Registratorer"), ", ".join(f"{name} ({login})" for login, name in registrars)),
    ]
    bodies = [
        f"  {body['name']}: {_('publiceras') if body['public'] else _('hålls inne')}"
        + (f" ({', '.join(body['prefixes'])})" if body["prefixes"] else "")
        for body in row["bodies"]
    ]
    return [
        f"{row['name']}: {state(row)}",
        *(f"{word}: {value or '–'}" for word, value in told),
        *([_("Organ, vad de lämnar in, och vad deras ärendenummer börjar med:"), *bodies] if bodies else []),
    ]
