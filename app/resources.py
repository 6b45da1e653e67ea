"""Where the files that come with the programme lie: in a checkout, and in the wheel.

In a checkout `templates/` and `migrations/` stand beside `app/`, in the wheel under it.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_APP = Path(str(files("app")))


def _beside_or_inside(name: str) -> Path:
    inside = _APP / name
    return inside if inside.is_dir() else _APP.parent / name


def templates() -> Path:
    """The folder of Jinja2 templates."""
    return _beside_or_inside("templates")


def migrations() -> Path:
    """The folder that alembic calls `script_location`."""
    return _beside_or_inside("migrations")


def static() -> Path:
    """The folder of style sheets and pictures that pages link to."""
    return _APP / "static"


def locale() -> Path:
    """The folder of message catalogues: `en/LC_MESSAGES/diarium.po`."""
    return _APP / "locale"


def example() -> Path:
    """The built-in example bundle, a PDF of an invented municipality."""
    return _APP / "demo" / "exempel.pdf"
