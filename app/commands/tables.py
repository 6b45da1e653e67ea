"""Rows and lines that rich lays out: nothing in them is markup or steers the terminal."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.text import Text

from app.language.printable import printable


def cell(text: object, style: str = "", limit: int | None = None) -> Text:
    """A piece of a table or line for rich: never markup, never control characters."""
    return Text(printable(str(text), limit), style=style)


def out() -> Console:
    """Where data goes."""
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


def err() -> Console:
    """Where progress, problems and advice go."""
    return Console(file=sys.stderr, highlight=False, markup=False, emoji=False)
