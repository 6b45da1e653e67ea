"""Atom (RFC 4287) in pages (RFC 5005): what changed last comes first, and each page leads to the one before it in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from app.language.printable import printable

MEDIA_TYPE = "application/atom+xml; charset=utf-8"
_NEVER = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is followed: `id` never changes, `updated` (RFC 3339) does with what it tells of. `page` is where a
    person reads about it, `place` the page of the file where its words stand, `data` the same as JSON."""

    id: str
    title: str
    summary: str
    updated: str
    page: str | None
    place: str | None
    data: str | None


@dataclass(frozen=True, slots=True)
class Gone:
    """What is no more: its id, and when that was (RFC 6721)."""

    id: str
    updated: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What a page of a feed says of itself: its own address, that of the newest page, of the next one back in time, and
    of the same as data."""

    id: str
    title: str
    language: str
    here: str
    first: str
    further: str | None
    data: str


def atom(feed: Feed, entries: Iterable[Entry | Gone]) -> Iterator[bytes]:
    """The page as XML, in UTF-8."""
    listed = list(entries)
    updated = max((entry.updated for entry in listed), default=_NEVER)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"'
        f" xml:lang={_quoted(feed.language)}>",
        f"<id>{_text(feed.id)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{updated}</updated>",
        "<author><name>Diarium</name></author>",
        _link("self", feed.here, "application/atom+xml"),
        _link("first", feed.first, "application/atom+xml"),
        *([_link("next", feed.further, "application/atom+xml")] if feed.further else []),
        _link("alternate", feed.data, "application/json"),
    ]
    yield "\n".join(lines).encode() + b"\n"
    for entry in listed:
        yield "\n".join(_gone(entry) if isinstance(entry, Gone) else _entry(entry)).encode() + b"\n"
    yield b"</feed>\n"


def _entry(entry: Entry) -> list[str]:
    return [
        "<entry>",
        f"<id>{_text(entry.id)}</id>",
        f"<title>{_text(entry.title)}</title>",
        f"<updated>{entry.updated}</updated>",
        *([_link("alternate", entry.page, "text/html")] if entry.page else []),
        *([_link("via", entry.place, "text/html")] if entry.place else []),
        *([_link("related", entry.data, "application/json")] if entry.data else []),
        f"<summary>{_text(entry.summary)}</summary>",
        "</entry>",
    ]


def _gone(entry: Gone) -> list[str]:
    return [f"<at:deleted-entry ref={_quoted(entry.id)} when={_quoted(entry.updated)}/>"]


def _link(relation: str, address: str, media_type: str) -> str:
    return f"<link rel={_quoted(relation)} type={_quoted(media_type)} href={_quoted(address)}/>"


def _text(text: str) -> str:
    """Text with nothing that XML cannot hold, or that steers how it is shown."""
    return escape(printable(text))


def _quoted(text: str) -> str:
    return quoteattr(printable(text))
