"""What `diarium show DNR` takes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_

if TYPE_CHECKING:
    from app.commands import show as work
else:
    work = later("app.commands.show")


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    MD = "md"


def show(
    number: Annotated[str, typer.Argument(metavar="DNR", help=N_("Ärendets nummer, stavat hur som helst."))],
    form: Annotated[Format, typer.Option("--format", help=N_("Hur det skrivs."))] = Format.TABLE,
    day: Annotated[
        str | None, typer.Option("--as-of", metavar="DATUM", help=N_("Som registret var den dagen (ÅÅÅÅ-MM-DD)."))
    ] = None,
    ids: Annotated[
        bool, typer.Option("--ids", help=N_("Visa också vad paragraferna och handlingarna heter i diarium act."))
    ] = False,
) -> None:
    """A matter's decision chain."""
    work.show(number, form, day, ids=ids)
