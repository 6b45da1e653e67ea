"""`diarium …`: the commands, assembled. What they do is in `commands/`, a file per subject."""

from __future__ import annotations

import sys

import typer

from app import __version__
from app.commands import (
    acts,
    check,
    database,
    demo,
    doctor,
    explain,
    findings,
    imports,
    keys,
    motions,
    parse,
    serve,
    show,
    worker,
)
from app.commands.running import run, speak_of_our_faults
from app.commands.terminal import write
from app.commands.translation import Commands
from app.language.i18n import N_

SUBJECTS = (demo, imports, show, motions, findings, serve, worker, parse, explain, acts, keys, database, check, doctor)


def build() -> typer.Typer:
    """The whole command line."""
    app = typer.Typer(
        cls=Commands,
        help=N_(
            "Läser kommunala protokoll och visar ärendets gång: vem som ville vad, vad som beslutades, vad som återstår."
        ),
        epilog=N_("Data skrivs till standard ut, allt annat till standard fel. --debug visar var ett fel uppstod."),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_top)
    for subject in SUBJECTS:
        subject.register(app)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        write(f"diarium {__version__}")
        raise typer.Exit


def _top(
    version: bool = typer.Option(
        False, "--version", help=N_("Visa programmets version."), callback=_print_version, is_eager=True
    ),
) -> None:
    """What can be said before any command."""


def main() -> None:
    """The `diarium` command."""
    arguments = sys.argv[1:]
    speak_of_our_faults(arguments)
    sys.exit(run(build, arguments))


if __name__ == "__main__":
    main()
