"""An act from the terminal: who does it and why, what it is done to as it was typed, and the number it is undone by."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import sqlalchemy as sa
import typer

from app import acts
from app.acts import Actor
from app.acts.days import day
from app.acts.purging import documents_in
from app.acts.targets import ids_of
from app.commands.installation import actor, installation, settings
from app.commands.places import warn_of
from app.commands.terminal import say
from app.db import Stores, reading
from app.errors import AmbiguousCase, CaseNotFound, WrongUse
from app.installation.purging import PURGED
from app.journal.files import read_bytes, sha256
from app.language.holding import hold_sentence
from app.language.i18n import gettext as _
from app.models.journal import filings, releases
from app.queries.held import HeldRow, unseen_documents, why_unseen
from app.queries.older_readings import filings_named
from app.queries.places import given
from app.register.holding import SLIGHT
from app.register.municipalities import Municipality
from app.register.parts import LOOKS_LIKE_A_KEY
from app.today import today


def act(reason: str, name: str | None, deed: Callable[[Stores, Actor], int | None], role: str | None = None) -> None:
    """Do it and say under which number, by which it can be undone; an undoing has none. A `role` is shown at the fact."""
    by = acting_as(reason, name, role)
    with installation() as stores:
        seq = deed(stores, by)
    if seq is not None:
        say(_("Gjort, som åtgärd {seq}. Ångra med: diarium act undo {seq} --reason …").format(seq=seq))
    else:
        say(_("Gjort."))


def purge(file: str, reason: str, name: str | None, law: str, *, asked: bool) -> None:
    """Purge a file, after a yes, and say what is left: the act, and backups that were made before."""
    by = acting_as(reason, name, None)
    with installation() as stores:
        sha256 = sha256_of(stores, file)
        if asked:
            say(
                _("Handlingar i filen: {n}. Allt försvinner, och det går inte att ångra.").format(
                    n=documents_in(stores, sha256)
                )
            )
            if not sys.stdin.isatty():
                raise WrongUse(_("Lägg till --yes när filen ska bort för alltid."))
            if not typer.confirm(_("Ska filen bort för alltid?"), err=True):
                raise WrongUse(_("Filen är inte utplånad."))
        done, unseen = acts.purge(stores, settings(), sha256, by, law=law)
    say(_("Utplånad, som åtgärd {seq}.").format(seq=done.act))
    say(
        _(
            "Säkerhetskopior från före {at} har kvar filen. Listan {path} gör att den utplånas igen när en sådan återställs: spara den med kopiorna."
        ).format(at=done.at, path=f"{settings().files_url or settings().data_dir}/{PURGED}")
    )
    if done.versions:
        say(_("Objektlagringen sparar äldre versioner: filen ligger kvar där tills de också tas bort."))
    for path in unseen:
        say(_("{path} gick inte att titta i. Se efter om filen ligger där.").format(path=path))
    if not done.scrubbed:
        say(_("Någon läser en äldre version av databasen: spår kan ligga kvar i dess logg. Starta om diarium serve."))


def acting_as(reason: str, name: str | None, role: str | None) -> Actor:
    """Who acts and why. Raises `WrongUse` without a reason, and for a name that looks like a key's."""
    if not reason.strip():
        raise WrongUse(_("En åtgärd behöver ett skäl."))
    if name and LOOKS_LIKE_A_KEY.search(name):
        raise WrongUse(_("{name} ser ut som en nyckel. Skriv vem du är.").format(name=name))
    return Actor(name or actor(), reason.strip(), (role or "").strip() or None)


def ask_again(stores: Stores, document: str) -> None:
    """Say why a document is held, and go on only with a yes. Raises `WrongUse` where there is nobody to ask, or a no."""
    with reading(stores.desk) as session:
        rows = why_unseen(session, ids_of(session, document))
    _ask(rows)


def ask_of_pages(stores: Stores, seq: int) -> None:
    """As `ask_again`, of the documents on the pages that are public again when the withdrawal with this number is undone."""
    with reading(stores.desk) as session:
        query = sa.select(releases, filings.c.sha256).join(filings, filings.c.seq == releases.c.filing_seq)
        one = session.execute(query.where(releases.c.seq == seq, releases.c.public.is_(False))).first()
        rows = unseen_documents(session, files=[one.sha256]) if one else []
    if one:
        _ask([row for row in rows if row["first_page"] <= one.last_page and one.first_page <= row["last_page"]])


def _ask(rows: Iterable[HeldRow]) -> None:
    reasons = [reason for row in rows for reason in row["reasons"] if reason["code"] not in SLIGHT]
    if not reasons:
        return
    say(_("Handlingen hålls inne:"))
    for sentence in dict.fromkeys(hold_sentence(reason["code"], reason["params"]) for reason in reasons):
        say(f"  {sentence}")
    if not sys.stdin.isatty():
        raise WrongUse(_("Läs sidan i filen. Lägg till --yes när den kan visas för alla."))
    if not typer.confirm(_("Ska allmänheten se den ändå?"), err=True):
        raise WrongUse(_("Handlingen är inte släppt."))


def filed(typed: str) -> str:
    """The sha256 of the file that was typed, where it lies there; else what was typed."""
    path = Path(typed)
    return sha256(read_bytes(path)) if path.is_file() else typed


def sha256_of(stores: Stores, typed: str) -> str:
    """The sha256 of the one filed file that is meant: a path, a name, a sha256 or the id of what lies in it. Raises `WrongUse`."""
    with reading(stores.desk) as session:
        try:
            found = filings_named(session, filed(typed))
        except (CaseNotFound, AmbiguousCase) as none:  # its sentence would tell of numbers, which nobody asked for
            raise WrongUse(
                _("Ingen inläst fil svarar mot {typed}. Ange sökväg, namn, SHA-256 eller en handlings id.").format(
                    typed=typed
                )
            ) from none
        query = sa.select(filings.c.sha256).where(filings.c.seq.in_(found)).distinct()
        named = session.execute(query).scalars().all()
    if len(named) != 1:
        raise WrongUse(_("{typed} kan vara flera filer. Ange en fils SHA-256.").format(typed=typed))
    return str(named[0])


def assigned(typed: str) -> tuple[str, str]:
    """`title=Svar på motion` as field and value."""
    field, sign, value = typed.partition("=")
    if not sign:
        raise WrongUse(_("Skriv FÄLT=VÄRDE."))
    return field.strip(), value.strip()


def one_day(typed: Sequence[str]) -> tuple[str, dt.date | None]:
    """`verified=2025-06-19` as field and day; None where the day is taken away."""
    if len(typed) > 1:
        raise WrongUse(_("Ange en dag i taget."))
    field, value = assigned(typed[0])
    return field, day(value) if value else None


def fields(typed: Iterable[str], **options: str | list[str] | None) -> dict[str, list[str]]:
    """The values of each field in the order typed, as `FIELD=VALUE` or as an option; a field may have several."""
    values: dict[str, list[str]] = {}
    for field, value in map(assigned, typed):
        values.setdefault(field, []).append(value)
    for field, option in options.items():
        if option:
            values.setdefault(field, []).extend([option] if isinstance(option, str) else option)
    return values


def municipality(stores: Stores, typed: str) -> Municipality:
    """The municipality that is meant; whoever types an unknown one is warned."""
    place = given(typed)
    warn_of(stores, place)
    return place


def place_and_body(typed: str) -> tuple[str, str]:
    """`Alnsjö/Kulturnämnden` as municipality and body."""
    place, slash, body = typed.partition("/")
    if not slash or not body.strip():
        raise WrongUse(_("Skriv KOMMUN/ORGAN."))
    return place, body.strip()


def default(typed: str) -> tuple[str, str, bool]:
    """`Alnsjö/Nämnden=held` as municipality, body and whether its minutes are public."""
    where, value = assigned(typed)
    place, slash, body = where.partition("/")
    if not slash or value not in {"public", "held"}:
        raise WrongUse(_("Skriv KOMMUN/ORGAN=public eller KOMMUN/ORGAN=held."))
    return place, body.strip(), value == "public"


def number(typed: str) -> int:
    """The number of an act. Raises `WrongUse`."""
    if not typed.isascii() or not typed.isdigit() or len(typed) > 18:
        raise WrongUse(_("Det finns ingen åtgärd {seq} att ångra.").format(seq=typed))
    return int(typed)


def day_until_today(typed: str | None) -> dt.date:
    """The day that was typed, today where none was. Raises `WrongUse` for one that has not been."""
    on = day(typed) if typed else today()
    if on > today():
        raise WrongUse(_("Dagen har inte varit ännu."))
    return on


def from_day(typed: str | None) -> dt.date | None:
    """The day that was typed, None where none was. Raises `WrongUse`."""
    return day(typed) if typed else None
