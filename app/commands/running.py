"""One run of the command line: the language, the errors that become a sentence, and the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from types import TracebackType

import typer
from pydantic import ValidationError
from typer._click.exceptions import ClickException, NoArgsIsHelpError
from typer.main import get_command

from app.commands.terminal import say
from app.commands.translation import spoken, wrong_use
from app.errors import BadSetting, DiariumError, Exit
from app.language.i18n import gettext, set_language, spoken_in
from app.settings import settings

_ = gettext


def run(build: Callable[[], typer.Typer], arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; whatever goes wrong is one sentence on stderr.

    What is nobody's foreseen error passes through: with `--debug` as a stack trace, else as `our_fault` says it.
    """
    debug = "--debug" in arguments
    try:
        _choose_language()
        command = spoken(get_command(build()))
        result = command.main([a for a in arguments if a != "--debug"], prog_name="diarium", standalone_mode=False)
    except NoArgsIsHelpError:
        return Exit.WRONG_USE
    except ClickException as error:
        return _complain(wrong_use(error), debug)
    except DiariumError as error:
        return _complain(error, debug)
    except typer.Abort:
        result = Exit.INTERRUPTED
    if result == Exit.INTERRUPTED:  # Typer has made this of Ctrl+C
        say(_("Avbrutet."))
    return result if isinstance(result, int) else Exit.DONE


def _choose_language() -> None:
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    set_language(spoken_in(locale))
    try:
        set_language(settings().language or spoken_in(locale))
    except ValidationError as wrong:
        names = ", ".join(f"DIARIUM_{error['loc'][0]}".upper() for error in wrong.errors() if error["loc"])
        raise BadSetting(names) from None


def _complain(error: DiariumError, debug: bool) -> int:
    if debug:
        raise error
    say(error.sentence())
    return error.exit_code


def our_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What to say of an error that nobody foresaw; Python then ends with exit code 1. Fits `sys.excepthook`."""
    say(_("Något gick fel hos oss ({kind}). Kör kommandot igen med --debug för att se var.").format(kind=kind.__name__))


def speak_of_our_faults(arguments: Sequence[str]) -> None:
    """Let an unforeseen error be one sentence rather than a stack trace, unless `--debug` asks for the trace."""
    if "--debug" not in arguments:
        sys.excepthook = our_fault
