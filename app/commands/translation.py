"""Typer in the reader's language: its fixed words, the help of each command, and what is wrong with a command line.

Help is written down with `N_("…")` where a command is listed, before anybody's language is chosen, and is put into words
here when it is. Typer carries its own copy of click and gives no public names for most of click's errors, so that they
are distinguished by the name of their class.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from app.errors import WrongUse
from app.language.i18n import gettext

_ = gettext

_PREFIX = "Usage: "


class Command(TyperCommand):
    """A command whose usage is in the reader's language."""

    def get_usage(self, ctx: Any) -> str:
        return _usage(super().get_usage(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _translate_fixed_words()
        super().format_help(ctx, formatter)


class Group(TyperGroup):
    """A group of commands that says in the reader's language that it has no such command."""

    suggest_commands = False

    def get_usage(self, ctx: Any) -> str:
        return _usage(super().get_usage(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _translate_fixed_words()
        super().format_help(ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise WrongUse(
                _("Det finns inget kommando {name}. Kommandon: {names}.").format(
                    name=args[0], names=", ".join(sorted(self.commands))
                )
            )
        return super().resolve_command(ctx, args)


def _usage(line: str) -> str:
    return _("Användning: ") + line.removeprefix(_PREFIX)


def translate(command: TyperCommand | TyperGroup, ctx: typer.Context | None = None) -> None:
    """Put the command's help and that of its parameters into the language in force."""
    command.help = gettext(command.help or "")
    command.epilog = gettext(command.epilog or "")
    command.options_metavar = _("[VAL]")
    for param in command.params:
        _translate_parameter(param)
    context = typer.Context(command, parent=ctx, info_name=command.name, **command.context_settings)
    help_option = command.get_help_option(context)
    if help_option is not None:
        help_option.help, help_option.metavar = _("Visa den här hjälpen."), ""
    if isinstance(command, TyperGroup):
        command.subcommand_metavar = _("KOMMANDO …")


def _translate_fixed_words() -> None:
    from typer import rich_utils  # noqa: PLC0415 - it reads Markdown, and only help is written with it

    rich_utils.ARGUMENTS_PANEL_TITLE = _("Uppgifter")
    rich_utils.OPTIONS_PANEL_TITLE = _("Val")
    rich_utils.COMMANDS_PANEL_TITLE = _("Kommandon")
    rich_utils.DEFAULT_STRING = _("[annars: {}]")
    rich_utils.REQUIRED_LONG_STRING = _("[krävs]")


def _translate_parameter(param: object) -> None:
    if isinstance(param, TyperArgument | TyperOption):
        param.help = gettext(param.help or "")
        param.metavar = gettext(param.metavar) if param.metavar else param.metavar
    if isinstance(param, TyperOption) and param.is_bool_flag and param.metavar is None:
        param.metavar = ""  # a switch needs no word for its type


def wrong_use(error: typer.TyperException) -> WrongUse:
    """What is wrong with the command line, as one of our own errors."""
    match type(error).__name__:
        case "NoSuchOption":
            return WrongUse(_("Det finns inget val {name}.").format(name=_of(error, "option_name")))
        case "MissingParameter":
            return WrongUse(_("Uppgiften {name} saknas.").format(name=_name(error)))
        case "BadParameter":
            return WrongUse(_bad_value(error))
        case "BadOptionUsage":
            return WrongUse(_("Valet {name} går inte att använda så.").format(name=_of(error, "option_name")))
    path = getattr(_of(error, "ctx"), "command_path", "diarium")
    return WrongUse(_("Kommandoraden går inte att förstå. Se {path} --help.").format(path=path))


def _bad_value(error: typer.TyperException) -> str:
    """That a value is none for its option, and which there are: `Värdet för '--workers' går inte att använda. Ange ett heltal, minst 1.`"""
    told, allowed = (
        _("Värdet för {name} går inte att använda.").format(name=_name(error)),
        _allowed(_of(error, "param")),
    )
    return f"{told} {allowed}" if allowed else told


def _allowed(param: Any) -> str:
    """What may be given for an option or argument, in a sentence; empty where its type does not tell."""
    kind = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _("Giltigt är: {allowed}.").format(allowed=", ".join(str(one.value) for one in kind))
    least, most = getattr(param, "min", None), getattr(param, "max", None)
    if least is not None and most is not None:
        return _("Ange ett tal från {least} till {most}.").format(least=least, most=most)
    if least is not None:
        return _("Ange ett tal, minst {least}.").format(least=least)
    return _("Ange ett heltal.") if kind is int else ""


def _of(error: typer.TyperException, attribute: str) -> Any:
    return getattr(error, attribute, None)


def _name(error: typer.TyperException) -> str:
    param = _of(error, "param")
    return str(param.get_error_hint()) if param is not None else ""
