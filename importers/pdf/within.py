"""What a file holds that none of its pages shows: attached files, earlier revisions of itself, and what is said about it.

Nothing of it is read as facts. It is counted, and searched for identity numbers, since whoever fetches the file gets it.
"""

from __future__ import annotations

import ctypes
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from importers.patterns.identity import identity_numbers
from importers.pdf.beside import decoded

_LONGEST_NAME = 120  # signs
_MOST_FILES = 50
_MOST_BYTES = 4 << 20  # of an attached file that are searched
_MOST_PAGES = 200  # of an attached file or a revision that are searched
_MOST_REVISIONS = 4
_MOST_MEMBERS = 60  # of an archive
_LONGEST_WORD = 3  # signs: shorter ones say nothing
_INFO = (b"Title", b"Author", b"Subject", b"Keywords", b"Creator", b"Producer")
_LINEARIZED = b"/Linearized"
_END = re.compile(rb"%%EOF[\r\n]{0,2}")
_PACKET = (b"<x:xmpmeta", b"</x:xmpmeta>")
_LONGEST_PACKET = 200_000
_TAG = re.compile(r"<[^<>]{0,400}>")
_WORD = re.compile(r"\w{1,80}")


class Within(NamedTuple):
    """`attached` names the attached files, "" where one has none; `revisions` counts the earlier ones that say what the
    pages do not; the rest tells where an identity number stands."""

    attached: tuple[str, ...] = ()
    revisions: int = 0
    number_attached: bool = False
    number_in_revision: bool = False
    number_about: bool = False


def within(document: Any, data: bytes) -> Within:
    """What the open document holds beside its pages."""
    files = [_attachment(document, n) for n in range(min(raw.FPDFDoc_GetAttachmentCount(document), _MOST_FILES))]
    earlier = list(_earlier(document, data))
    return Within(
        attached=tuple(name for name, _ in files),
        revisions=len(earlier),
        number_attached=any(_names_number(text) for _, content in files for text in _texts_in(content)),
        number_in_revision=any(_names_number(text) for text in earlier),
        number_about=any(_names_number(text) for text in (*_info(document), *_packets(data))),
    )


def _names_number(text: str) -> bool:
    return bool(identity_numbers(text))


def _attachment(document: Any, index: int) -> tuple[str, bytes]:
    attachment = raw.FPDFDoc_GetAttachment(document, index)
    if not attachment:
        return "", b""
    size = raw.FPDFAttachment_GetName(attachment, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    if size:
        raw.FPDFAttachment_GetName(attachment, buffer, size)
    return decoded(buffer, size)[:_LONGEST_NAME], _content(attachment)


def _content(attachment: Any) -> bytes:
    length = ctypes.c_ulong()
    if not raw.FPDFAttachment_GetFile(attachment, None, 0, length) or length.value > _MOST_BYTES:
        return b""
    buffer = ctypes.create_string_buffer(length.value)
    raw.FPDFAttachment_GetFile(attachment, buffer, length.value, length)
    return buffer.raw[: length.value]


def _texts_in(content: bytes) -> Iterator[str]:
    """What an attached file says: a PDF's pages, an archive's members (a .docx is one), else its bytes as text."""
    if content.startswith(b"%PDF"):
        yield from _pages_of(content)
    elif content.startswith(b"PK\x03\x04"):
        yield from _members(content)
    else:
        yield _plain(content)


def _plain(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    return _TAG.sub(" ", content.decode("utf-8", errors="replace"))


def _members(content: bytes) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist()[:_MOST_MEMBERS]:
                with archive.open(member) as opened:
                    yield _plain(opened.read(_MOST_BYTES))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return


def _pages_of(data: bytes) -> Iterator[str]:
    """The text of each page of another PDF; of one that cannot be opened, nothing."""
    try:
        document = pdfium.PdfDocument(data)
        for number in range(min(len(document), _MOST_PAGES)):
            page = document[number]
            yield page.get_textpage().get_text_bounded()
            page.close()
    except pdfium.PdfiumError:
        return


def _earlier(document: Any, data: bytes) -> Iterator[str]:
    """The text of each earlier revision that says something that the file as it stands does not.

    A signature adds a revision too, and takes nothing away: that one is no matter.
    """
    ends = [match.end() for match in _END.finditer(data)][:-1]
    if ends and _LINEARIZED in data[:1024]:
        ends = ends[1:]  # the first closes the first page, not a revision
    if not ends:
        return
    present = set(_WORD.findall(" ".join(_now(document))))
    for end in ends[-_MOST_REVISIONS:]:
        text = " ".join(_pages_of(data[:end]))
        if any(len(word) > _LONGEST_WORD and word not in present for word in _WORD.findall(text)):
            yield text


def _now(document: Any) -> Iterator[str]:
    for number in range(min(len(document), _MOST_PAGES)):
        with suppress(pdfium.PdfiumError):
            page = document[number]
            yield page.get_textpage().get_text_bounded()
            page.close()


def _info(document: Any) -> Iterator[str]:
    for key in _INFO:
        size = raw.FPDF_GetMetaText(document, key, None, 0)
        buffer = (ctypes.c_ushort * (size // 2 + 1))()
        if size > 2:
            raw.FPDF_GetMetaText(document, key, buffer, size)
            yield decoded(buffer, size)


def _packets(data: bytes) -> Iterator[str]:
    """What XMP says of the file or of a picture in it, where it is not packed, as it should not be."""
    start = data.find(_PACKET[0])
    while start >= 0:
        end = data.find(_PACKET[1], start, start + _LONGEST_PACKET)
        yield _TAG.sub(
            " ", data[start : end if end >= 0 else start + _LONGEST_PACKET].decode("utf-8", errors="replace")
        )
        start = data.find(_PACKET[0], start + 1)
