"""What `diarium search ORD …` takes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

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


def search(
    words: Annotated[list[str], typer.Argument(metavar="ORD", help=N_("Ord som alla ska finnas, eller ett nummer."))],
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help=N_("Hur många träffar som visas."))] = 20,
    form: Annotated[Format, typer.Option("--format", help=N_("Hur det skrivs."))] = Format.TABLE,
) -> None:
    """What holds all the words."""
    work.search(words, limit, form)
