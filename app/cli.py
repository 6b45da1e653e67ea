"""`diarium …`: starts the command line, or says that it cannot be read; so it imports nothing of ours before it may fail."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer.core import TyperGroup

# What Python raises of a module that is not there, that the disk fails to give, or whose contents are damaged.
_UNREADABLE = (ImportError, OSError, SyntaxError, ValueError, EOFError)


def main() -> None:
    """The `diarium` command."""
    arguments = sys.argv[1:]
    try:
        from app.commands.running import run, speak_of_our_faults  # noqa: PLC0415 - it may be what cannot be read
    except _UNREADABLE:
        if "--debug" in arguments:
            raise
        sys.exit("Programmet går inte att läsa. · The programme cannot be read.")
    speak_of_our_faults(arguments)
    sys.exit(run(build, arguments))


def build() -> TyperGroup:
    """The whole command line. Raises `ImportError` or `OSError` where it cannot be read."""
    from app.commands.by_name import command_line  # noqa: PLC0415 - the same

    return command_line()


if __name__ == "__main__":
    main()
