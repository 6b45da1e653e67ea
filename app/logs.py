"""What the programme writes about its own running: a JSON object a line, in which nobody is named.

    {"at":"2026-11-28T10:00:00.000Z","level":"info","event":"request","method":"GET","route":"/arenden/{kommun}","status":200,"ms":4.1}
    {"at":"2026-11-28T10:00:01.000Z","level":"error","event":"fault","kind":"KeyError","frames":["app/desk/review.py:57 review_page"]}

A line holds what the programme itself says, never what came from outside: the pattern of an address and not the address, the kind of
an error and where in the code it arose, and not its words, which may be anybody's.
"""

from __future__ import annotations

import datetime as dt
import logging
import sys
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any, Literal, TextIO

import orjson

Form = Literal["text", "json"]
_ROOT = Path(__file__).resolve().parent.parent
_MOST_FRAMES = 40
_LOG = logging.getLogger("diarium")


class Lines(logging.Formatter):
    """A record as such a line. Of a record of ours `event` is its message and `fields` what more it says; of another library's what
    it calls what happened (`action`), or else the first line of its message without what was to be put into it: some put an error's
    words into their messages themselves (procrastinate), or beneath them (asyncio)."""

    def format(self, record: logging.LogRecord) -> str:
        at = dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"at": at.replace("+00:00", "Z"), "level": record.levelname.casefold()}
        line |= {"event": _event(record), **getattr(record, "fields", {})}
        if record.exc_info and record.exc_info[0] is not None:
            line |= {"kind": record.exc_info[0].__name__, "frames": _frames(record.exc_info[2])}
        return orjson.dumps(line).decode()


def write_as(form: Form, to: TextIO | None = None) -> None:
    """Write lines of that form on standard error, or `to`, from now on; `text` is as Python and its libraries do."""
    if form == "text":
        return
    logging.raiseExceptions = False  # where a line cannot be written Python would tell what it was to hold
    handler = logging.StreamHandler(to or sys.stderr)
    handler.setFormatter(Lines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    _LOG.setLevel(logging.INFO)


def tell(event: str, **fields: str | float | None) -> None:
    """A line about what happened; of what no field may be named after somebody or hold what somebody sent."""
    _LOG.info(event, extra={"fields": fields})


def tell_fault(event: str) -> None:
    """A line about the error that is being handled."""
    _LOG.error(event, exc_info=True)


def _event(record: logging.LogRecord) -> str:
    return str(getattr(record, "action", "") or record.msg).strip().partition("\n")[0]


def _frames(trace: TracebackType | None) -> list[str]:
    """Where it arose, the innermost last: `app/desk/review.py:57 review_page`."""
    found = [(frame.f_code, number) for frame, number in walk_tb(trace)][-_MOST_FRAMES:]
    return [f"{_short(code.co_filename)}:{number} {code.co_name}" for code, number in found]


def _short(file: str) -> str:
    path = Path(file)
    return str(path.relative_to(_ROOT)) if path.is_relative_to(_ROOT) else "/".join(path.parts[-3:])
