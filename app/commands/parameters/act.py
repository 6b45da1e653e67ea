"""`diarium act …`: what each act takes. What it does is in `acts`, imported when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_, gettext
from app.register.correctable import ADDED, CODES, FIELDS, PARENTS

if TYPE_CHECKING:
    from app import acts
    from app.acts import entered
    from app.commands import deeds
    from app.db import Stores
    from app.language import tables
    from app.queries import places
else:
    acts = later("app.acts")
    entered = later("app.acts.entered")
    deeds = later("app.commands.deeds")
    tables = later("app.language.tables")
    places = later("app.queries.places")

_ = gettext

Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help=N_("Varför. Sparas i journalen."))]
Name = Annotated[
    str | None, typer.Option("--as", metavar="NAMN", help=N_("Vem som gör det, om inte datorns användare."))
]
Role = Annotated[
    str,
    typer.Option("--role", metavar="ROLL", help=N_("I vilken roll. Visas för alla vid uppgiften, med namn och skäl.")),
]
Case = Annotated[str, typer.Argument(metavar="DNR", help=N_("Ett ärendes nummer, stavat hur som helst."))]
OtherCase = Annotated[str, typer.Argument(metavar="DNR", help=N_("Det andra ärendets nummer."))]
Fact = Annotated[str, typer.Argument(metavar="ID", help=N_("Uppgiftens id, ur show DNR --ids."))]
REGISTRAR = "registrator"
Document = Annotated[str, typer.Argument(metavar="HANDLING", help=N_("Handlingens id, ur show DNR --ids."))]
Person = Annotated[
    str, typer.Argument(metavar="PERSON", help=N_("Personens namn, om bara en heter så, annars dess id."))
]
Yes = Annotated[bool, typer.Option("--yes", help=N_("Släpp utan att fråga, även det som hålls inne."))]
OtherPerson = Annotated[str, typer.Argument(metavar="PERSON", help=N_("Den andras namn eller id."))]
Body = Annotated[str, typer.Argument(metavar="KOMMUN/ORGAN", help=N_("Organet: Alnsjö/Kulturnämnden."))]
Town = Annotated[str, typer.Argument(metavar="KOMMUN", help=N_("Kommunen, med namn eller kod."))]
Assignments = Annotated[
    list[str] | None,
    typer.Argument(metavar="FÄLT=VÄRDE", help=N_("Som valen nedan, skrivna som title=Svar på motion.")),
]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help=N_("Rubriken."))]
Day = Annotated[str | None, typer.Option("--date", metavar="DATUM", help=N_("Dagen (ÅÅÅÅ-MM-DD)."))]
FromDay = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DATUM",
        help=N_("Från vilken dag (ÅÅÅÅ-MM-DD). Den som bär det gamla namnet då eller senare är ett annat organ."),
    ),
]
Numbers = Annotated[
    list[str] | None, typer.Option("--number", metavar="DNR", help=N_("Ärendets nummer. Kan anges flera gånger."))
]
Clauses = Annotated[
    list[str] | None,
    typer.Option("--clause", metavar="ATT-SATS", help=N_("En att-sats. Kan anges flera gånger.")),
]


def link(one: Case, other: OtherCase, reason: Reason, name: Name = None) -> None:
    """Two case numbers are one matter."""
    deeds.act(reason, name, lambda stores, by: acts.link(stores, one, other, by))


def unlink(one: Case, other: OtherCase, reason: Reason, name: Name = None) -> None:
    """Two case numbers are not one matter."""
    deeds.act(reason, name, lambda stores, by: acts.link(stores, one, other, by, joined=False))


def choose(
    entity_id: Annotated[
        str, typer.Argument(metavar="ID", help=N_("Paragrafens eller handlingens id, ur show DNR --ids."))
    ],
    sha256: Annotated[
        str, typer.Argument(metavar="SHA256", help=N_("Filens kontrollsumma, ur show DNR --format json."))
    ],
    reason: Reason,
    name: Name = None,
) -> None:
    """One file's text speaks."""
    deeds.act(reason, name, lambda stores, by: acts.choose(stores, entity_id, sha256, by))


def corrected(
    file: Annotated[
        str, typer.Argument(metavar="FIL", help=N_("Filen som är inläst, med sitt namn eller sin kontrollsumma."))
    ],
    reason: Reason,
    name: Name = None,
) -> None:
    """One file's minutes are the corrected ones."""
    deeds.act(reason, name, lambda stores, by: acts.corrected(stores, deeds.filed(file), by))


def correct(
    target: Annotated[
        str,
        typer.Argument(metavar="ID", help=N_("Id ur show DNR --ids.")),
    ],
    assignment: Annotated[str, typer.Argument(metavar="FÄLT=VÄRDE", help=N_("Uppgiften och vad den ska vara."))],
    reason: Reason,
    name: Name = None,
    role: Role = REGISTRAR,
) -> None:
    """One field of one row."""

    def deed(stores: Stores, by: acts.Actor) -> int:
        field, value = deeds.assigned(assignment)
        return acts.correct(stores, target, field, value or None, by)

    deeds.act(reason, name, deed, role)


def add(
    target: Annotated[
        str,
        typer.Argument(metavar="ID", help=N_("Id på det som uppgiften hör till, ur show DNR --ids.")),
    ],
    kind: Annotated[str, typer.Argument(metavar="SLAG", help=", ".join(ADDED))],
    assignments: Annotated[
        list[str], typer.Argument(metavar="FÄLT=VÄRDE", help=N_("Uppgifterna och vad de ska vara."))
    ],
    reason: Reason,
    name: Name = None,
    role: Role = REGISTRAR,
) -> None:
    """One fact that the reader missed."""
    deeds.act(reason, name, lambda stores, by: acts.add(stores, target, kind, deeds.fields(assignments), by), role)


def add_details() -> str:
    """What may be added, to what, and what it cannot do without."""
    lines = []
    for kind, (table, needed) in ADDED.items():
        owners = " / ".join(tables.table_word(owner) for owner in PARENTS[table])
        rest = [field for field in FIELDS[table] if field not in needed]
        fields = "".join(f" [{field}]" for field in rest)
        lines.append(f"• {kind} ({owners}): {' '.join(needed)}{fields}")
    return "\n\n".join([_("Vad som kan läggas till, till vad, och med vilka uppgifter:"), "\n".join(lines)])


def remove(target: Fact, reason: Reason, name: Name = None, role: Role = REGISTRAR) -> None:
    """One fact that is none."""
    deeds.act(reason, name, lambda stores, by: acts.remove(stores, target, by), role)


def correct_details() -> str:
    """What may be corrected of each kind of row, and the codes that a field takes."""
    coded: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for (table, field), values in CODES.items():
        coded.setdefault((field, values), []).append(tables.table_word(table))
    return "\n\n".join(
        [
            _("Uppgifter som kan rättas:"),
            "\n".join(f"• {tables.table_word(table)}: {', '.join(names)}" for table, names in FIELDS.items()),
            _("Koder:"),
            "\n".join(
                f"• {field} ({', '.join(kinds)}): {', '.join(values)}" for (field, values), kinds in coded.items()
            ),
        ]
    )


def date(
    document: Document,
    assignment: Annotated[
        list[str],
        typer.Argument(metavar="FÄLT=DATUM", help=N_("verified, notice_posted eller notice_until, och dagen.")),
    ],
    reason: Reason,
    name: Name = None,
    role: Role = REGISTRAR,
) -> None:
    """One day that no extract carries."""

    def deed(stores: Stores, by: acts.Actor) -> int:
        field, day = deeds.one_day(assignment)
        return acts.set_date(stores, document, field, day, by)

    deeds.act(reason, name, deed, role)


def release(document: Document, reason: Reason, name: Name = None, yes: Yes = False) -> None:
    """A document's pages are public. What is held is asked about again."""

    def deed(stores: Stores, by: acts.Actor) -> int:
        if not yes:
            deeds.ask_again(stores, document)
        return acts.release(stores, document, by)[-1]

    deeds.act(reason, name, deed)


def withdraw(
    document: Document,
    reason: Reason,
    name: Name = None,
    law: Annotated[
        str | None,
        typer.Option(
            "--law", metavar="LAGRUM", help=N_("Lagrummet: OSL 21 kap. 7 §. Visas för den som frågar efter handlingen.")
        ),
    ] = None,
) -> None:
    """A document's pages are not public."""
    deeds.act(reason, name, lambda stores, by: acts.release(stores, document, by, public=False, law=law)[-1])


def default(
    assignment: Annotated[
        str, typer.Argument(metavar="KOMMUN/ORGAN=public|held", help=N_("Organet, och vad som gäller för det."))
    ],
    reason: Reason,
    name: Name = None,
) -> None:
    """What a body's minutes are when they are imported."""

    def deed(stores: Stores, by: acts.Actor) -> int:
        place, body, public = deeds.default(assignment)
        return acts.set_default(stores, deeds.municipality(stores, place), body, by, public=public)

    deeds.act(reason, name, deed)


def motion(
    town: Town,
    reason: Reason,
    assignments: Assignments = None,
    title: Title = None,
    date: Day = None,
    mover: Annotated[
        list[str] | None,
        typer.Option("--mover", metavar="NAMN (PARTI)", help=N_("Motionären. Kan anges flera gånger.")),
    ] = None,
    raised: Annotated[
        str | None,
        typer.Option("--raised", metavar="DATUM", help=N_("Dagen då den väcktes i fullmäktige (ÅÅÅÅ-MM-DD).")),
    ] = None,
    number: Numbers = None,
    clause: Clauses = None,
    name: Name = None,
) -> None:
    """A motion that no file holds."""

    def deed(stores: Stores, by: acts.Actor) -> int:
        typed = deeds.fields(
            assignments or (), title=title, date=date, mover=mover, raised=raised, number=number, clause=clause
        )
        document = entered.motion(typed)
        return acts.enter(stores, deeds.municipality(stores, town), document, by)

    deeds.act(reason, name, deed)


def decision(
    where: Body,
    reason: Reason,
    assignments: Assignments = None,
    title: Title = None,
    date: Day = None,
    item: Annotated[str | None, typer.Option("--item", metavar="§", help=N_("Paragrafens nummer."))] = None,
    number: Numbers = None,
    outcome: Annotated[
        str | None, typer.Option("--outcome", metavar="KOD", help=", ".join(CODES["items", "outcome"]))
    ] = None,
    clause: Clauses = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="ORGAN", help=N_("Organet som det föreslår till, om det inte beslutar självt.")),
    ] = None,
    name: Name = None,
) -> None:
    """A decision that no file holds."""

    def deed(stores: Stores, by: acts.Actor) -> int:
        place, body = deeds.place_and_body(where)
        typed = deeds.fields(
            assignments or (), title=title, date=date, item=item, number=number, outcome=outcome, clause=clause, to=to
        )
        document = entered.decision(body, typed)
        return acts.enter(stores, deeds.municipality(stores, place), document, by)

    deeds.act(reason, name, deed)


def merge(old: Person, into: OtherPerson, reason: Reason, name: Name = None) -> None:
    """Two people are one."""
    deeds.act(reason, name, lambda stores, by: acts.merge(stores, old, into, by))


def apart_people(one: Person, other: OtherPerson, reason: Reason, name: Name = None) -> None:
    """Two people are not one."""
    deeds.act(reason, name, lambda stores, by: acts.apart_people(stores, one, other, by))


def dispatch(
    item: Annotated[str, typer.Argument(metavar="§-ID", help=N_("Paragrafens id, ur show DNR --ids."))],
    to: Annotated[str, typer.Argument(metavar="MOTTAGARE", help=N_("Till vem paragrafen skickades."))],
    reason: Reason,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATUM", help=N_("Vilken dag (ÅÅÅÅ-MM-DD), om inte i dag."))
    ] = None,
    name: Name = None,
) -> None:
    """A § was sent to somebody."""
    deeds.act(reason, name, lambda stores, by: acts.dispatch(stores, item, to, deeds.day_until_today(date), by))


def split(
    person: Person,
    party: Annotated[str, typer.Argument(metavar="PARTI", help=N_("Partiet, som det står efter namnet."))],
    reason: Reason,
    name: Name = None,
) -> None:
    """Who bears the name with this party is somebody else."""
    deeds.act(reason, name, lambda stores, by: acts.split(stores, person, party, by))


def rename(
    where: Body,
    new: Annotated[str, typer.Argument(metavar="NYTT_ORGAN", help=N_("Organets nya namn."))],
    reason: Reason,
    date: FromDay = None,
    name: Name = None,
) -> None:
    """A body goes on under another name."""

    def deed(stores: Stores, by: acts.Actor) -> int:
        place, body = deeds.place_and_body(where)
        return acts.rename(stores, places.given(place), body, new, by, on=deeds.from_day(date))

    deeds.act(reason, name, deed)


def divide(
    where: Body,
    new: Annotated[list[str], typer.Argument(metavar="NYTT_ORGAN", help=N_("De nya organen, minst två."))],
    reason: Reason,
    date: FromDay = None,
    name: Name = None,
) -> None:
    """A body goes on as several."""

    def deed(stores: Stores, by: acts.Actor) -> int:
        place, body = deeds.place_and_body(where)
        return acts.divide(stores, places.given(place), body, new, by, on=deeds.from_day(date))

    deeds.act(reason, name, deed)


def apart(
    where: Body,
    other: Annotated[str, typer.Argument(metavar="ANNAT_ORGAN", help=N_("Det organ som det inte är."))],
    reason: Reason,
    name: Name = None,
) -> None:
    """Two bodies are not one."""

    def deed(stores: Stores, by: acts.Actor) -> int:
        place, body = deeds.place_and_body(where)
        return acts.apart(stores, places.given(place), body, other, by)

    deeds.act(reason, name, deed)


def undo(
    number: Annotated[str, typer.Argument(metavar="NUMMER", help=N_("Åtgärdens nummer, ur history DNR."))],
    reason: Reason,
    name: Name = None,
    yes: Yes = False,
) -> None:
    """An act is undone by its number. Pages that are public again by it are asked about as when they are released."""

    def deed(stores: Stores, by: acts.Actor) -> None:
        seq = deeds.number(number)
        if not yes:
            deeds.ask_of_pages(stores, seq)
        acts.undo(stores, seq, by)

    deeds.act(reason, name, deed)
