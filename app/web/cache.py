"""Answers kept while nothing has changed: the outermost part of reading, for API and pages alike.

An answer to anyone is a function of the public register, the civil date and the question. So it is kept under the
question, and given again, or answered by 304, as long as the register is where it was and the day is the same. A
change to anything empties the shelf: nothing stale can be given, whatever it rested on. A program is kept with its
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
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime

from anyio.to_thread import run_sync
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.language.i18n import language
from app.today import today
from app.web.answers import PUBLIC, tags_in
from app.web.watch import Watch

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
Key = tuple[object, ...]
# What answers a question on that day, where it is a light one.
AtOnce = Callable[[Scope, dt.date], ASGIApp | None]


@dataclass(frozen=True, slots=True)
class CachedAnswer:
    """An answer as it was given: status, headers as the server sends them, body; None for one too long to keep, which is
    made anew for whoever has not got it."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes | None
    tag: str | None

    def size(self) -> int:
        return len(self.body or b"")


class Shelf:
    """What has been answered in the state that the register is in; the longest unasked for leaves first."""

    def __init__(self) -> None:
        self._state: tuple[object, ...] | None = None
        self._kept: OrderedDict[Key, CachedAnswer] = OrderedDict()
        self._bytes = 0
        self.since = 0

    def enter(self, *state: object) -> None:
        """Be in this state: in another than before the shelf is empty, and everything is as new as now."""
        if state != self._state:
            self._state, self._bytes = state, 0
            self._kept.clear()
            self.since = max(int(time.time()), self.since + 1)

    def state(self) -> object:
        return self._state

    def get(self, key: Key) -> CachedAnswer | None:
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def keep(self, key: Key, state: object, cached: CachedAnswer) -> None:
        """Keep what was answered in a state, unless the register has left it since."""
        if state != self._state or cached.size() > _LARGEST or key in self._kept:
            return
        self._kept[key] = cached
        self._bytes += cached.size() + _AROUND
        while self._bytes > _MOST_BYTES:
            _, gone = self._kept.popitem(last=False)
            self._bytes -= gone.size() + _AROUND


class CachedAnswers:
    """Wraps API and pages: packs what they answer, keeps what anyone may see, and answers 304 to who has it.

    What `at_once` has an answer to does not come as far as the application.
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
        mark = watch.mark() if watch.quick else await run_sync(watch.mark)
        day = today()
        shelf.enter(mark, day)
        state, since = shelf.state(), shelf.since
        key = (scope["path"], scope["query_string"], scope["scheme"], asked.get("host"), language(), packed)
        fresh = "no-cache" in asked.get("cache-control", "")
        cached = None if fresh or "authorization" in asked else shelf.get(key)
        if cached is None or (cached.body is None and not _not_modified(asked, cached, since)):
            tag = f'W/"{hashlib.blake2b(repr((state, key)).encode(), digest_size=12).hexdigest()}"'
            cached = await self._answer(scope, receive, packed, since, day, tag, send)
            if cached is None:
                return
            if "authorization" not in asked:
                shelf.keep(key, state, cached)
            if cached.body is None:
                return
        await _give(send, cached, not_modified=_not_modified(asked, cached, since))

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
        return CachedAnswer(200, list(started["headers"]), None, tag.removeprefix("W/")) if _is_long(started) else None


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
    headers["Last-Modified"] = formatdate(since, usegmt=True)
    return {**start, "headers": headers.raw}


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
    headers["Last-Modified"] = formatdate(since, usegmt=True)
    headers.add_vary_header("Accept-Encoding")
    if packed and len(body) >= _LEAST_PACKED:
        body = gzip.compress(body, 5, mtime=0)
        headers["Content-Encoding"] = "gzip"
        tag = f'{tag[:-1]}-gzip"' if tag else None
        if tag:
            headers["ETag"] = tag
    headers["Content-Length"] = str(len(body))
    return CachedAnswer(start["status"], headers.raw, body, tag)


def _not_modified(asked: Headers, cached: CachedAnswer, since: int) -> bool:
    """Whether the reader has the answer: by its tag, else by the time when it was fetched."""
    tags = asked.get("if-none-match")
    if tags is not None:
        return bool(tags_in(tags) & {cached.tag, "*"})
    fetched_at = asked.get("if-modified-since")
    if fetched_at is None or len(fetched_at) > 40:
        return False
    try:
        return parsedate_to_datetime(fetched_at).timestamp() >= since
    except (ValueError, OverflowError):
        return False


async def _give(send: Send, cached: CachedAnswer, *, not_modified: bool) -> None:
    headers = [pair for pair in cached.headers if not not_modified or pair[0] not in _OF_BODY]
    await send({"type": "http.response.start", "status": 304 if not_modified else cached.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if not_modified else cached.body or b""})


_OF_BODY = {b"content-length", b"content-type", b"content-encoding"}
