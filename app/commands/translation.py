"""Typer in the reader's language: its fixed words, the help of each command, and what is wrong with a command line.

Help is written down with `N_("…")` where a command is declared, before anybody's language is known, and is put into
words here when it is. Typer carries its own copy of click and offers no public names for click's errors.
"""

from __future__ import annotations

import typer
from typer import rich_utils
from typer._click.core import Command, Context
from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer.core import TyperArgument, TyperGroup, TyperOption

from app.errors import WrongUse
from app.language.i18n import gettext

_ = gettext


class SpokenFormatter(HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or _("Användning: "))


class SpokenContext(typer.Context):
    formatter_class = SpokenFormatter


def spoken(command: Command) -> Command:
    """The command and those under it, with help in the language in force."""
    _fixed_words()
    _speak(command)
    return command


def _fixed_words() -> None:
    rich_utils.ARGUMENTS_PANEL_TITLE = _("Uppgifter")
    rich_utils.OPTIONS_PANEL_TITLE = _("Val")
    rich_utils.COMMANDS_PANEL_TITLE = _("Kommandon")
    rich_utils.DEFAULT_STRING = _("[annars: {}]")
    rich_utils.REQUIRED_LONG_STRING = _("[krävs]")


def _speak(command: Command, above: typer.Context | None = None) -> None:
    command.context_class = SpokenContext
    command.help = gettext(command.help or "")
    command.epilog = gettext(command.epilog or "")
    command.options_metavar = _("[VAL]")
    context = SpokenContext(command, parent=above, info_name=command.name, **command.context_settings)
    for param in command.params:
        _speak_parameter(param)
    help_option = command.get_help_option(context)
    if help_option is not None:
        help_option.help, help_option.metavar = _("Visa den här hjälpen."), ""
    if isinstance(command, TyperGroup):
        command.subcommand_metavar = _("KOMMANDO …")
        for below in command.commands.values():
            _speak(below, context)


def _speak_parameter(param: object) -> None:
    if isinstance(param, TyperArgument | TyperOption):
        param.help = gettext(param.help or "")
        param.metavar = gettext(param.metavar) if param.metavar else param.metavar
    if isinstance(param, TyperOption) and param.is_bool_flag and param.metavar is None:
        param.metavar = ""  # a switch needs no word for its type


def wrong_use(error: ClickException) -> WrongUse:
    """What is wrong with the command line, as one of our own errors."""
    match error:
        case NoSuchOption():
            return WrongUse(_("Det finns inget val {name}.").format(name=error.option_name))
        case MissingParameter():
            return WrongUse(_("Uppgiften {name} saknas.").format(name=_name(error)))
        case BadParameter():
            return WrongUse(_("Värdet för {name} går inte att använda.").format(name=_name(error)))
        case BadOptionUsage():
            return WrongUse(_("Valet {name} går inte att använda så.").format(name=error.option_name))
        case UsageError(ctx=Context() as context):
            return WrongUse(_("Kommandoraden går inte att förstå. Se {path} --help.").format(path=context.command_path))
        case _:
            return WrongUse(_("Kommandoraden går inte att förstå. Se diarium --help."))


def _name(error: BadParameter) -> str:
    return error.param.get_error_hint() if error.param is not None else ""


class Commands(TyperGroup):
    """A group of commands that says in the reader's language that it has no such command."""

    suggest_commands = False

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise WrongUse(
                _("Det finns inget kommando {name}. Kommandon: {known}.").format(
                    name=args[0], known=", ".join(sorted(self.commands))
                )
            )
        return super().resolve_command(ctx, args)
