"""Commands that are imported when they run.

A database, a web server and a PDF reader take a second to import, and `diarium --help` needs none of them. So a group
lists its commands by name, place and help alone, and the modules that declare parameters borrow what they call (`later`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

import typer
from typer.core import TyperCommand
from typer.main import get_command

from app.commands.translation import Command, Group, translate
from app.language.i18n import gettext
from app.loads import uncollected

_ = gettext


@dataclass(frozen=True, slots=True)
class Listed:
    """A command as its group lists it.

    `place` is its module in `commands/parameters/` and its function (`show:show`), `example` a line to type, and `details` a
    function of the module that gives the rest of the help.
    """

    place: str
    help: str
    example: str = ""
    details: str = ""


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """Commands under one name, as the group above lists them."""

    help: str
    commands: Mapping[str, Listed]
    kind: type[LateGroup] | None = None


class LateGroup(Group):
    """A group that imports a command when it is called for."""

    listed: Mapping[str, Listed | ListedGroup]

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None and name in self.listed:
            command = _load(name, self.listed[name])
            translate(command, ctx)
        return name, command, rest


def group(
    listed: Mapping[str, Listed | ListedGroup],
    *,
    help: str,
    name: str | None = None,
    epilog: str = "",
    options: Callable[..., None] | None = None,
    kind: type[LateGroup] = LateGroup,
) -> LateGroup:
    """The group of these commands; `options` declares what may be typed before any of them."""
    app = typer.Typer(
        cls=kind,
        help=help,
        epilog=epilog,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(options or _nothing)
    made = get_command(app)
    if not isinstance(made, LateGroup):
        raise TypeError(type(made))
    made.name, made.listed = name, listed
    for each, command in listed.items():
        made.add_command(Command(each, help=gettext(command.help)), each)
    return made


def _nothing() -> None:
    """Nothing may be typed before the command."""


def _load(name: str, listed: Listed | ListedGroup) -> TyperCommand | LateGroup:
    if isinstance(listed, ListedGroup):
        return group(listed.commands, help=listed.help, name=name, kind=listed.kind or LateGroup)
    module_name, _colon, function = listed.place.partition(":")
    module = _imported(f"app.commands.parameters.{module_name}")
    text = gettext(listed.help)
    if listed.details:
        text = f"{text}\n\n{getattr(module, listed.details)()}"
    epilog = _("Exempel: {line}").format(line=gettext(listed.example)) if listed.example else ""
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command(name, cls=Command, help=text, epilog=epilog)(getattr(module, function))
    command = get_command(app)
    if not isinstance(command, TyperCommand):
        raise TypeError(type(command))
    return command


def later(module: str) -> Any:
    """The module, imported when something of it is first used: `acts = later("app.acts")`."""
    return _Later(module)


class _Later:
    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        return getattr(_imported(self._module), name)


def _imported(name: str) -> ModuleType:
    """The module; what it defines stays."""
    with uncollected():
        return import_module(name)
