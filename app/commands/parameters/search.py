"""What `diarium search ORD …` takes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import search as work
else:
    work = later("app.commands.search")


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"


def _narrowed(name: str, help: str) -> Any:
    return typer.Option(f"--{name}", metavar=N_("VÄRDE"), help=help)


def search(
    words: Annotated[list[str], typer.Argument(metavar="ORD", help=N_("Ord som alla ska finnas, eller ett nummer."))],
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help=N_("Hur många träffar som visas."))] = 20,
    form: Annotated[Format, typer.Option("--format", help=N_("Hur det skrivs."))] = Format.TABLE,
    municipality: Annotated[str | None, _narrowed("municipality", N_("Bara i en kommun: dess namn eller kod."))] = None,
    body: Annotated[str | None, _narrowed("body", N_("Bara hos ett organ: ks, kommunfullmäktige."))] = None,
    kind: Annotated[str | None, _narrowed("kind", N_("Bara ett slag: matter, item, vote …"))] = None,
    year: Annotated[str | None, _narrowed("year", N_("Bara ett år."))] = None,
    party: Annotated[str | None, _narrowed("party", N_("Bara ett parti: S, Centerpartiet."))] = None,
    outcome: Annotated[str | None, _narrowed("outcome", N_("Bara ett utfall: bifall, avslag …"))] = None,
    status: Annotated[str | None, _narrowed("status", N_("Bara ärenden som står så: awaiting, decided, open."))] = None,
) -> None:
    """What holds all the words."""
    named = {"municipality": municipality, "body": body, "kind": kind, "year": year, "party": party}
    narrowed = {**named, "outcome": outcome, "status": status}
    work.search(words, limit, form, {name: value for name, value in narrowed.items() if value is not None})
