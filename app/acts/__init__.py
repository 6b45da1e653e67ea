"""What people do to what was read: each act with its actor, instant and reason, and each undone by another.

Whoever acts names things as the register shows them (a case's number, the id of a § or of a fact); the journal keeps
what they *are*, so that the act survives every later reading.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.acts.acting import Actor
    from app.acts.added import add, remove
    from app.acts.approving import approve, settle
    from app.acts.asides import lay_aside
    from app.acts.bodies import apart, divide, rename
    from app.acts.corrections import choose, correct, correct_all, set_date, set_dates
    from app.acts.dispatching import dispatch
    from app.acts.entered import enter
    from app.acts.links import link
    from app.acts.masks import mask
    from app.acts.minutes import corrected
    from app.acts.municipalities import add_municipality, change_municipality, close_municipality
    from app.acts.people import apart_people, merge, split
    from app.acts.purging import purge
    from app.acts.releases import release, set_default
    from app.acts.undoing import undo

_FILES = {
    "Actor": "acting",
    "add": "added",
    "add_municipality": "municipalities",
    "apart": "bodies",
    "apart_people": "people",
    "approve": "approving",
    "change_municipality": "municipalities",
    "choose": "corrections",
    "close_municipality": "municipalities",
    "correct": "corrections",
    "correct_all": "corrections",
    "corrected": "minutes",
    "dispatch": "dispatching",
    "divide": "bodies",
    "enter": "entered",
    "lay_aside": "asides",
    "link": "links",
    "mask": "masks",
    "merge": "people",
    "purge": "purging",
    "release": "releases",
    "remove": "added",
    "rename": "bodies",
    "set_date": "corrections",
    "set_dates": "corrections",
    "set_default": "releases",
    "settle": "approving",
    "split": "people",
    "undo": "undoing",
}


def __getattr__(name: str) -> Any:
    """An act, from its file when it is first asked for: who reads a typed day does not wait for what acting takes."""
    if name not in _FILES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_FILES[name]}"), name)


__all__ = [
    "Actor",
    "add",
    "add_municipality",
    "apart",
    "apart_people",
    "approve",
    "change_municipality",
    "choose",
    "close_municipality",
    "correct",
    "correct_all",
    "corrected",
    "dispatch",
    "divide",
    "enter",
    "lay_aside",
    "link",
    "mask",
    "merge",
    "purge",
    "release",
    "remove",
    "rename",
    "set_date",
    "set_dates",
    "set_default",
    "settle",
    "split",
    "undo",
]
