"""What a kept answer rests on: the statements that were put to the register for it, and a digest of what they gave.

A page about one thing is made of many small statements and much writing around them. Where the register has changed, they
are put again as they were: where they give what they gave, the page would be the same, whatever else has changed. So it
follows from no list of what a page shows, which somebody would have to keep.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.web.watch import Statement, Watch

# What is about one matter, paper, § or meeting; of the rest, the statements themselves are what takes time.
_ABOUT_ONE = re.compile(r"(/en)?/(arenden/[^/]+/[^/]+|handlingar/[^/]+|paragrafer(/[^/]+){4}|sammantraden(/[^/]+){3})")
_MOST = 200  # statements: more would take as long as the page

_put: ContextVar[list[Statement] | None] = ContextVar("put", default=None)


@dataclass(frozen=True, slots=True)
class RestsOn:
    """The statements of an answer, and the digest of what they gave in the state that it was made in."""

    statements: tuple[Statement, ...]
    digest: bytes

    def size(self) -> int:
        """Bytes that it takes up, about; the statements' texts are shared with what they were compiled for."""
        return sum(200 + len(repr(with_)) for _sql, with_ in self.statements)

    def holds(self, watch: Watch) -> bool:
        """Whether they give the same now."""
        return _digest(watch, self.statements) == self.digest


def may_be_kept_on(path: str, query: bytes) -> bool:
    """Whether the answer at this address is one that is worth revalidating: `/arenden/alnsjo/ks-2025-00042`."""
    return not query and _ABOUT_ONE.fullmatch(path) is not None


def listen(to: sa.Engine) -> None:
    """Hear every statement that is put to this store from now on, for whoever has asked to (`statements_put`)."""

    @sa.event.listens_for(to, "before_cursor_execute")
    def _hear(_on: Any, _cursor: Any, sql: str, parameters: Any, _context: Any, _many: bool) -> None:
        put = _put.get()
        if put is not None and sql != "BEGIN":  # which each state is read under anyway
            put.append((sql, parameters))


@contextmanager
def statements_put() -> Iterator[list[Statement]]:
    """The statements that are put in the block, also in threads that it asks to put them."""
    put: list[Statement] = []
    token = _put.set(put)
    try:
        yield put
    finally:
        _put.reset(token)


def rests_on(watch: Watch, put: list[Statement]) -> RestsOn | None:
    """What an answer rests on that was made of these, in the state that the store is in; None for what rests on nothing
    there, or on too much."""
    return RestsOn(tuple(put), _digest(watch, tuple(put))) if 0 < len(put) <= _MOST else None


def _digest(watch: Watch, statements: tuple[Statement, ...]) -> bytes:
    """Of all that they give, in one state of the store. The driver is asked, since nobody reads the rows."""
    given = hashlib.blake2b(digest_size=16)
    for rows in watch.given(statements):
        given.update(repr(rows).encode())
    return given.digest()
