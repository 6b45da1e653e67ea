"""What `diarium findings [DNR]` takes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from app.commands.loading import later
from app.language.i18n import N_
from app.register.severity import Severity

if TYPE_CHECKING:
    from app.commands import findings as work
else:
    work = later("app.commands.findings")


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"


def show_findings(
    number: Annotated[
        str | None, typer.Argument(metavar="[DNR]", help=N_("Ärendets nummer, annars alla ärenden."))
    ] = None,
    severity: Annotated[
        Severity | None, typer.Option("--severity", help=N_("Bara den allvarsgraden: lagkrav, fel eller anmärkning."))
    ] = None,
    form: Annotated[Format, typer.Option("--format", help=N_("Hur det skrivs."))] = Format.TABLE,
) -> None:
    """What a careful reader notices."""
    work.show_findings(number, severity, form)
