"""One run of the command line: the language, the errors that become a sentence, and the exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from types import TracebackType

import typer
from typer.core import TyperCommand, TyperGroup

from app.commands.terminal import say
from app.commands.translation import translate, wrong_use
from app.errors import AmbiguousPerson, DiariumError, Exit, ProgrammeUnreadable
from app.language.i18n import LANGUAGES, gettext, set_language, spoken_in

_ = gettext


def run(build: Callable[[], TyperCommand | TyperGroup], arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; whatever goes wrong is one sentence on stderr.

    What is nobody's foreseen error passes through: with `--debug` as a stack trace, else as `our_fault` says it.
    """
    debug = "--debug" in arguments
    try:
        return _run(build, arguments, debug)
    except ImportError:  # also of what would have explained another failure
        if debug:
            raise
        return _complain(ProgrammeUnreadable(), debug)


def _run(build: Callable[[], TyperCommand | TyperGroup], arguments: Sequence[str], debug: bool) -> int:
    try:
        _choose_language()
        command = build()
        translate(command)
        result = command.main([a for a in arguments if a != "--debug"], prog_name="diarium", standalone_mode=False)
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # the help is printed
            return Exit.WRONG_USE
        return _complain(wrong_use(error), debug)
    except DiariumError as error:
        return _complain(error, debug)
    except typer.Abort:
        result = Exit.INTERRUPTED
    except _failures() as failure:
        return _complain_of(failure, debug)
    if result == Exit.INTERRUPTED:  # Typer has made this of Ctrl+C
        say(_("Avbrutet."))
    return result if isinstance(result, int) else Exit.DONE


def _choose_language() -> None:
    """Speak as the setting or the locale asks. What else is set is looked at by who needs it: to read it takes time."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    chosen = os.environ.get("DIARIUM_LANGUAGE")
    set_language(chosen if chosen in LANGUAGES else spoken_in(locale))


def _complain(error: DiariumError, debug: bool) -> int:
    if debug:
        raise error
    say(error.sentence())
    if isinstance(error, AmbiguousPerson):
        for choice in error.choices:
            say(choice)
    return error.exit_code


def _failures() -> tuple[type[Exception], ...]:
    """What disk and database raise; named only when something was raised, since to name them takes the drivers."""
    from app.failures import FAILURES  # noqa: PLC0415 - the same

    return FAILURES


def _complain_of(failure: Exception, debug: bool) -> int:
    """Say what disk or database could not do; what was wrong with the question to them is ours, and passes through."""
    from app.failures import explained  # noqa: PLC0415 - the same
    from app.settings import settings  # noqa: PLC0415 - the same

    error = explained(failure, settings().data_dir, names_path=True)
    if error is None or debug:
        raise failure
    return _complain(error, debug)


def our_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What to say of an error that nobody foresaw; Python then ends with exit code 1. Fits `sys.excepthook`."""
    say(_("Något gick fel hos oss ({kind}). Kör kommandot igen med --debug för att se var.").format(kind=kind.__name__))
    if _came_from_a_database(trace) and _is_damage(error):
        say(
            _(
                "Registrets tabeller kan ha skadats. diarium check visar det, och diarium rebuild räknar fram dem på nytt."
            )
        )


def _is_damage(error: BaseException) -> bool:
    from app.projection.damage import is_damage  # noqa: PLC0415 - as `_failures`

    return is_damage(error)


def _came_from_a_database(trace: TracebackType | None) -> bool:
    while trace is not None:
        if str(trace.tb_frame.f_globals.get("__name__")).startswith("sqlalchemy."):
            return True
        trace = trace.tb_next
    return False


def speak_of_our_faults(arguments: Sequence[str]) -> None:
    """Let an unforeseen error be one sentence rather than a stack trace, unless `--debug` asks for the trace."""
    if "--debug" not in arguments:
        sys.excepthook = our_fault
