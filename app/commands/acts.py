"""`diarium act KIND TARGET …`, `links`, `history`: what people do to what was read, and what has been done."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table

from app import acts
from app.acts import Actor
from app.acts.entered import decision, motion
from app.acts.fields import day
from app.commands.history_lines import told
from app.commands.installation import actor, installation, warn_of
from app.commands.terminal import cell, json_text, out, say, write
from app.db import Stores, reading
from app.errors import CaseNotFound, WrongUse
from app.language.i18n import N_, gettext
from app.language.printable import printable
from app.queries.cases import find
from app.queries.history import history
from app.queries.links import LinkRow, links_proposed, links_said
from app.queries.places import given
from app.register.municipalities import Municipality
from app.security.keys import LOOKS_LIKE_A_KEY

_ = gettext


class Kind(StrEnum):
    LINK = "link"
    UNLINK = "unlink"
    CHOOSE = "choose"
    CORRECT = "correct"
    DATE = "date"
    RELEASE = "release"
    WITHDRAW = "withdraw"
    DEFAULT = "default"
    MOTION = "motion"
    DECISION = "decision"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    DIVIDE = "divide"
    UNDO = "undo"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        "act",
        help=N_(
            "Rätta, koppla, datera, släpp eller dra tillbaka det som lästs. Varje åtgärd kan ångras med en annan."
            " ID och HANDLING står i: diarium show DNR --ids"
        ),
    )(act)
    app.command("links", help=N_("Visa vilka ärendenummer som är samma ärende, och varför."))(links)
    app.command("history", help=N_("Visa vad som hänt med ett ärende i registret: när, av vem och varför."))(
        show_history
    )


def act(
    kind: Annotated[Kind, typer.Argument(metavar="ÅTGÄRD", help=N_("Vad som ska göras."))],
    target: Annotated[
        list[str],
        typer.Argument(
            metavar="MÅL…",
            help=N_(
                "link|unlink DNR DNR · choose ID SHA256 · correct ID FÄLT=VÄRDE · date HANDLING FÄLT=DATUM ·"
                " release|withdraw HANDLING · default KOMMUN/ORGAN=public|held · merge PERSON PERSON ·"
                " split PERSON PARTI · rename KOMMUN/ORGAN NYTT_ORGAN ·"
                " divide KOMMUN/ORGAN NYTT_ORGAN NYTT_ORGAN… · motion KOMMUN FÄLT=VÄRDE… ·"
                " decision KOMMUN/ORGAN FÄLT=VÄRDE… · undo NUMMER"
            ),
        ),
    ],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help=N_("Varför. Sparas i journalen."))],
    name: Annotated[
        str | None, typer.Option("--as", metavar="NAMN", help=N_("Vem som gör det, om inte datorns användare."))
    ] = None,
) -> None:
    """Do it and say under which number, by which it can be undone."""
    if not reason.strip():
        raise WrongUse(_("En åtgärd behöver ett skäl."))
    if name and LOOKS_LIKE_A_KEY.search(name):
        raise WrongUse(_("{name} ser ut som en nyckel. Skriv vem du är.").format(name=name))
    by = Actor(name or actor(), reason.strip())
    with installation() as stores:
        done = _VERBS[kind](stores, target, by)
    if done is not None:
        say(_("Gjort, som åtgärd {seq}. Ångra med: diarium act undo {seq} --reason …").format(seq=done))
    else:
        say(_("Gjort."))


def _two(targets: list[str]) -> tuple[str, str]:
    if len(targets) != 2:
        raise WrongUse(_("Ange två mål."))
    return targets[0], targets[1]


def _one(targets: list[str]) -> str:
    if len(targets) != 1:
        raise WrongUse(_("Ange ett mål."))
    return targets[0]


def _assigned(said: str) -> tuple[str, str]:
    """`title=Svar på motion` as field and value."""
    field, sign, value = said.partition("=")
    if not sign:
        raise WrongUse(_("Skriv FÄLT=VÄRDE."))
    return field.strip(), value.strip()


def _correct(stores: Stores, targets: list[str], by: Actor) -> int:
    target, said = _two(targets)
    field, value = _assigned(said)
    return acts.correct(stores, target, field, value or None, by)


def _date(stores: Stores, targets: list[str], by: Actor) -> int:
    if len(targets) > 2:
        raise WrongUse(_("Ange en dag i taget."))
    target, said = _two(targets)
    field, value = _assigned(said)
    return acts.set_date(stores, target, field, day(value) if value else None, by)


def _default(stores: Stores, targets: list[str], by: Actor) -> int:
    where, value = _assigned(_one(targets))
    place, slash, body = where.partition("/")
    if not slash or value not in {"public", "held"}:
        raise WrongUse(_("Skriv KOMMUN/ORGAN=public eller KOMMUN/ORGAN=held."))
    return acts.set_default(stores, _place(stores, place), body.strip(), by, public=value == "public")


def _motion(stores: Stores, targets: list[str], by: Actor) -> int:
    document = motion(_typed(targets[1:]))
    return acts.enter(stores, _place(stores, targets[0]), document, by)


def _decision(stores: Stores, targets: list[str], by: Actor) -> int:
    where, body = _body_of(targets[0])
    document = decision(body, _typed(targets[1:]))
    return acts.enter(stores, _place(stores, where), document, by)


def _place(stores: Stores, said: str) -> Municipality:
    meant = given(said)
    warn_of(stores, meant)
    return meant


def _typed(said: list[str]) -> dict[str, list[str]]:
    """`FIELD=VALUE` as typed, in order; a field that is given again has several values."""
    found: dict[str, list[str]] = {}
    for field, value in map(_assigned, said):
        found.setdefault(field, []).append(value)
    return found


def _rename(stores: Stores, targets: list[str], by: Actor) -> int:
    where, new = _two(targets)
    place, body = _body_of(where)
    return acts.rename(stores, given(place), body, new, by)


def _divide(stores: Stores, targets: list[str], by: Actor) -> int:
    place, body = _body_of(targets[0])
    return acts.divide(stores, given(place), body, targets[1:], by)


def _body_of(where: str) -> tuple[str, str]:
    """`Alnsjö/Kulturnämnden` as municipality and body."""
    place, slash, body = where.partition("/")
    if not slash or not body.strip():
        raise WrongUse(_("Skriv KOMMUN/ORGAN."))
    return place, body.strip()


def _release(stores: Stores, targets: list[str], by: Actor) -> int:
    return acts.release(stores, _one(targets), by)[-1]


def _withdraw(stores: Stores, targets: list[str], by: Actor) -> int:
    return acts.release(stores, _one(targets), by, public=False)[-1]


def _undo(stores: Stores, targets: list[str], by: Actor) -> None:
    number = _one(targets)
    if not number.isdigit():
        raise WrongUse(_("Det finns ingen åtgärd {seq} att ångra.").format(seq=number))
    acts.undo(stores, int(number), by)


_VERBS: dict[Kind, Callable[[Stores, list[str], Actor], int | None]] = {
    Kind.LINK: lambda stores, targets, by: acts.link(stores, *_two(targets), by),
    Kind.UNLINK: lambda stores, targets, by: acts.link(stores, *_two(targets), by, joined=False),
    Kind.CHOOSE: lambda stores, targets, by: acts.choose(stores, *_two(targets), by),
    Kind.CORRECT: _correct,
    Kind.DATE: _date,
    Kind.RELEASE: _release,
    Kind.WITHDRAW: _withdraw,
    Kind.DEFAULT: _default,
    Kind.MOTION: _motion,
    Kind.DECISION: _decision,
    Kind.MERGE: lambda stores, targets, by: acts.merge(stores, *_two(targets), by),
    Kind.SPLIT: lambda stores, targets, by: acts.split(stores, *_two(targets), by),
    Kind.RENAME: _rename,
    Kind.DIVIDE: _divide,
    Kind.UNDO: _undo,
}


def links(
    proposed: Annotated[
        bool, typer.Option("--proposed", help=N_("Visa bara vad som liknar men inte är kopplat."))
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv som JSON."))] = False,
) -> None:
    """Print the pairs with what speaks for each."""
    with installation() as stores, reading(stores.desk) as session:
        found = links_proposed(session) if proposed else links_said(session)
    if as_json:
        write(json_text(found))
    else:
        _print_links(found)


def _print_links(found: list[LinkRow]) -> None:
    evidence = {
        "stamp": _("stämpel"),
        "motion": _("samma motion"),
        "person": _("en person"),
        "title": _("liknande titel"),
    }
    states = {"joined": _("samma ärende"), "refused": _("inte samma ärende"), "proposed": _("förslag")}
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (_("Ärende"), _("och"), _("är"), _("enligt"), _("där det står")):
        table.add_column(heading, overflow="fold")
    for row in found:
        table.add_row(
            *(cell(v) for v in (row["one"], row["other"], states[row["state"]], evidence[row["evidence"]])),
            cell(row["quote"] or "", limit=160),
        )
    out().print(table)


def show_history(
    number: Annotated[str, typer.Argument(metavar="DNR", help=N_("Ärendets nummer, stavat hur som helst."))],
    as_json: Annotated[bool, typer.Option("--json", help=N_("Skriv som JSON."))] = False,
) -> None:
    """Print the journal's entries on the matter. Raises `CaseNotFound`."""
    with installation() as stores, reading(stores.desk) as session:
        found = find(session, number)
        if not found:
            raise CaseNotFound(number)
        rows = history(session, found[0]["matter_id"])
    if as_json:
        write(json_text(rows))
        return
    for row in rows:
        write(printable(told(row)))
