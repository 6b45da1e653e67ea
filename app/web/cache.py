"""Answers kept while nothing has changed: the outermost part of reading, for API and pages alike.

An answer to anyone is a function of the public register, the civil date and the question. So it is kept under the
question, and given again, or answered by 304, as long as the register is where it was and the day is the same. A
change to anything empties the shelf of all but the pages about one thing, and of these one is given again only where each
statement that it rested on gives what it gave (`revalidating.py`): nothing stale can be given. A program is kept with its
process, and the tag is of the bytes, so it differs with version, day, fields, language and form whenever these matter.
By hand, since HTTP caches go by time (`docs/decisions/by-hand.md`).
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.utils import formatdate, parsedate_to_datetime
from typing import TypeVar, TypeVarTuple

from anyio.to_thread import run_sync
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.language.i18n import language
from app.today import end_of, today
from app.web.answers import PUBLIC, tags_in
from app.web.revalidating import RestsOn, may_be_kept_on, rests_on, statements_put
from app.web.watch import Statement, Watch

_MOST_BYTES = 64_000_000
_LARGEST = 4_000_000
# What an answer takes up beside its body, about: key, headers, objects.
_AROUND = 4_000
# Below this the answer with its header grows by being packed.
_LEAST_PACKED = 800
_PACKED = (
    "text/html",
    "application/json",
    "text/csv",
    "application/x-ndjson",
    "application/atom+xml",
    "text/calendar",
    "application/schema+json",
)
_Given = TypeVar("_Given")
_Taken = TypeVarTuple("_Taken")
Key = tuple[object, ...]
# What answers a question on that day, where it is a light one.
AtOnce = Callable[[Scope, dt.date], ASGIApp | None]


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """An answer as it was given: status, headers as the server sends them, body; None for one too long to keep, which is
    made anew for whoever has not got it. `since` is when it became so, `rests_on` by what it is found to be so still."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes | None
    tag: str | None
    since: int
    rests_on: RestsOn | None = None

    def size(self) -> int:
        return len(self.body or b"") + (self.rests_on.size() if self.rests_on else 0)


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer, and the state that it was true in when it was last looked at."""

    state: tuple[object, ...]
    answer: CachedAnswer


class Shelf:
    """What has been answered in the state that the register is in, and before it on the same day, where that can be
    revalidated; the longest unasked for leaves first."""

    def __init__(self) -> None:
        self._state: tuple[object, ...] = ()
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._bytes = 0
        self.since = 0

    def enter(self, mark: str, day: dt.date, changed: int | None = None) -> None:
        """Be in this state: what is made in it is as new as the last change to the register (Unix time), or as the day where
        that has begun since; where the register does not tell, as now."""
        if (mark, day) == self._state:
            return
        same_day = self._state[1:] == (day,)
        for key in [key for key, kept in self._kept.items() if not (same_day and kept.answer.rests_on)]:
            self._drop(key)
        self._state = (mark, day)
        if changed is None:
            self.since = max(int(time.time()), self.since + 1)
        else:
            self.since = max(changed, int(end_of(day - dt.timedelta(days=1)).timestamp()))

    def state(self) -> tuple[object, ...]:
        return self._state

    def get(self, key: Key) -> CachedAnswer | None:
        """What was answered in this state."""
        found = self._kept.get(key)
        if found is None or found.state != self._state:
            return None
        self._kept.move_to_end(key)
        return found.answer

    def earlier(self, key: Key) -> CachedAnswer | None:
        """What was answered in an earlier state, and can be revalidated."""
        found = self._kept.get(key)
        return found.answer if found is not None and found.state != self._state else None

    def keep(self, key: Key, state: tuple[object, ...], cached: CachedAnswer) -> None:
        """Keep what was answered in a state, unless the register has left it since."""
        if state != self._state or cached.size() > _LARGEST or self.get(key) is not None:
            return
        self._drop(key)
        self._kept[key] = _Kept(state, cached)
        self._bytes += cached.size() + _AROUND
        while self._bytes > _MOST_BYTES:
            self._drop(next(iter(self._kept)))

    def let_go(self, key: Key, of: CachedAnswer) -> None:
        """Drop this answer, if it is kept still."""
        found = self._kept.get(key)
        if found is not None and found.answer is of:
            self._drop(key)

    def _drop(self, key: Key) -> None:
        gone = self._kept.pop(key, None)
        if gone is not None:
            self._bytes -= gone.answer.size() + _AROUND


class CachedAnswers:
    """Wraps API and pages: packs what they answer, keeps what anyone may see, and answers 304 to who has it.

    What `at_once` has an answer to does not come as far as the application. The scope may tell whose pages are asked for (`town`),
    and the mark by which that was found (`mark`).
    """

    def __init__(self, app: ASGIApp, watch: Callable[[], Watch], at_once: AtOnce) -> None:
        self.app = app
        self._watch = watch
        self._at_once = at_once
        self._shelf = Shelf()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(_APART):
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        packed = unpacks(asked.get("accept-encoding", ""))
        shelf = self._shelf
        watch = self._watch()
        # The mark is taken before anything is read, so what is read is never older than it says.
        found: str | None = scope.get("mark")
        mark, day = found or await _asked_of(watch, watch.mark), today()
        while (mark, day) != shelf.state():
            changed, before = await _asked_of(watch, watch.changed), mark
            if (mark := await _asked_of(watch, watch.mark)) == before:
                shelf.enter(mark, day, changed)
        state, since = shelf.state(), shelf.since
        host = asked.get("host")
        key = (scope["path"], scope["query_string"], scope["scheme"], host, scope.get("town"), language(), packed)
        fresh = "no-cache" in asked.get("cache-control", "") or "authorization" in asked
        cached = None if fresh else shelf.get(key) or await self._revalidated(key, watch)
        if cached is None or (cached.body is None and not _not_modified(asked, cached)):
            tag = f'W/"{hashlib.blake2b(repr((state, key)).encode(), digest_size=12).hexdigest()}"'
            with statements_put() as put:
                cached = await self._answer(scope, receive, packed, since, day, tag, send)
            if cached is None:
                return
            if "authorization" not in asked:
                revalidates = may_be_kept_on(scope["path"], scope["query_string"])
                await self._keep(key, state, cached, put if revalidates else [], watch)
            if cached.body is None:
                return
        await _give(send, cached, not_modified=_not_modified(asked, cached))

    async def _revalidated(self, key: Key, watch: Watch) -> CachedAnswer | None:
        """What was answered before the register changed, where it would be answered again; where it would not, it is let go
        of: were it true again later, it would not be so since then."""
        state, earlier = self._shelf.state(), self._shelf.earlier(key)
        if earlier is None or earlier.rests_on is None:
            return None
        if not await _asked_of(watch, earlier.rests_on.holds, watch):
            self._shelf.let_go(key, earlier)
            return None
        self._shelf.keep(key, state, earlier)
        return earlier

    async def _keep(
        self, key: Key, state: tuple[object, ...], cached: CachedAnswer, put: list[Statement], watch: Watch
    ) -> None:
        """Keep it, and what it rests on, as these statements were `put` for it."""
        if cached.body is not None and put:
            ground = await _asked_of(watch, rests_on, watch, put)
            # What the statements give now is what the answer was made of only where nothing was committed in between.
            if ground is not None and await _asked_of(watch, watch.mark) == state[0]:
                cached = replace(cached, rests_on=ground)
        self._shelf.keep(key, state, cached)

    async def _answer(
        self, scope: Scope, receive: Receive, packed: bool, since: int, day: dt.date, tag: str, send: Send
    ) -> CachedAnswer | None:
        """What the application answers; None where that is not to be kept, and has been sent. A long one is sent as it is
        made, under this tag, and only its headers are given back."""
        started: Message = {}
        body: list[bytes] = []
        passed = False

        async def collect(message: Message) -> None:
            nonlocal passed
            if message["type"] == "http.response.start":
                if _is_long(message):
                    message = _tagged(message, tag, since)
                started.update(message)
                passed = not _to_keep(message)
                if not passed:
                    return
            if passed:
                await send(message)
            elif message["type"] == "http.response.body":
                body.append(message.get("body", b""))

        asked = scope if scope["path"].endswith(_FILES) else _unconditional(scope)
        await (self._at_once(asked, day) or self.app)(asked, receive, collect)
        if not passed:
            return _made(started, b"".join(body), packed, since)
        long = _is_long(started)
        return CachedAnswer(200, list(started["headers"]), None, tag.removeprefix("W/"), since) if long else None


async def _asked_of(watch: Watch, ask: Callable[[*_Taken], _Given], *with_: *_Taken) -> _Given:
    """What the register answers: at once where it lies in memory, else in a thread that waits for its wire."""
    return ask(*with_) if watch.quick else await run_sync(ask, *with_)


# What rests on no public register: the style sheet, what a supervisor asks, for which no database is to be asked, and the
# desk, of which nothing is ever kept.
_APART = ("/static/", "/healthz", "/readyz", "/desk")
# Files and pictures have tags and ways of their own, and are not kept here.
_FILES = ("/file", ".webp", ".zip", ".db")
_CONDITIONS = {b"if-none-match", b"if-modified-since"}


def _unconditional(scope: Scope) -> Scope:
    """The same question as if the reader had nothing: what is kept has to be whole."""
    return {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in _CONDITIONS]}


def unpacks(accepted: str) -> bool:
    """Whether a reader takes gzip: `br, gzip;q=0.5` does, `gzip;q=0` does not."""
    for part in accepted.casefold().split(","):
        name, _, weight = part.partition(";")
        if name.strip() == "gzip":
            return re.fullmatch(r"\s*q=0(\.0{0,3})?\s*", weight) is None
    return False


def _is_long(start: Message) -> bool:
    """Whether an answer for all is sent a piece at a time."""
    headers = Headers(raw=start["headers"])
    whole = "content-length" in headers
    return start["status"] == 200 and headers.get("cache-control") == PUBLIC and not whole


def _tagged(start: Message, tag: str, since: int) -> Message:
    headers = MutableHeaders(raw=list(start["headers"]))
    headers["ETag"] = tag
    _date(headers, since)
    return {**start, "headers": headers.raw}


def _date(headers: MutableHeaders, since: int) -> None:
    """Tell since when the answer is so, once that is past: of changes closer than a second, each takes a second of its own, and
    after many the register is ahead of the clock."""
    if since <= time.time():
        headers["Last-Modified"] = formatdate(since, usegmt=True)


def _to_keep(start: Message) -> bool:
    """Whether an answer is one for all, whole, and of a kind that is read as text."""
    headers = Headers(raw=start["headers"])
    return not _is_long(start) and (
        start["status"] == 200
        and headers.get("cache-control") == PUBLIC
        and headers.get("content-type", "").partition(";")[0] in _PACKED
    )


def _made(start: Message, body: bytes, packed: bool, since: int) -> CachedAnswer:
    headers = MutableHeaders(raw=list(start["headers"]))
    tag = headers.get("etag")
    headers.add_vary_header("Accept-Encoding")
    if packed and len(body) >= _LEAST_PACKED:
        body = gzip.compress(body, 5, mtime=0)
        headers["Content-Encoding"] = "gzip"
        tag = f'{tag[:-1]}-gzip"' if tag else None
        if tag:
            headers["ETag"] = tag
    headers["Content-Length"] = str(len(body))
    return CachedAnswer(start["status"], headers.raw, body, tag, since)


def _not_modified(asked: Headers, cached: CachedAnswer) -> bool:
    """Whether the reader has the answer: by its tag, else by exactly the time that was told with it. A later time may be of another
    answer, which another server gave between."""
    tags = asked.get("if-none-match")
    if tags is not None:
        return bool(tags_in(tags) & {cached.tag, "*"})
    fetched_at = asked.get("if-modified-since")
    if fetched_at is None or len(fetched_at) > 40:
        return False
    try:
        return int(parsedate_to_datetime(fetched_at).timestamp()) == cached.since
    except (ValueError, OverflowError):
        return False


async def _give(send: Send, cached: CachedAnswer, *, not_modified: bool) -> None:
    headers = MutableHeaders(raw=[pair for pair in cached.headers if not not_modified or pair[0] not in _OF_BODY])
    _date(headers, cached.since)
    status = 304 if not_modified else cached.status
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": b"" if not_modified else cached.body or b""})


_OF_BODY = {b"content-length", b"content-type", b"content-encoding"}
