"""What a file holds that none of its pages shows: attached files, earlier revisions of itself, and what is said about it.

Nothing of it is read as facts. It is counted, and searched for identity numbers, since whoever fetches the file gets it.
"""

from __future__ import annotations

import ctypes
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from importers.patterns.identity import identity_numbers
from importers.pdf.beside import decoded

_LONGEST_NAME = 120  # signs
_MOST_FILES = 50
_MOST_BYTES = 4 << 20  # of an attached file, or of a member of an archive, that are searched
_MOST_PAGES = 200  # of a revision that are searched
_MOST_REVISIONS = 4
_MOST_BYTES_IN_ALL = 12 << 20  # of all that is attached, unpacked: a second of the clock that a file has
_MOST_PARTS_IN_ALL = 400  # of all that is attached: its files, members of archives and pages
# What a broken or locked archive raises.
_NOT_OPENED = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, LookupError,
    struct.error,
)  # fmt: skip
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
    pages do not; `unsearched` says that of what is attached more than may be searched was there, or what cannot be; the
    rest tells where an identity number stands."""

    attached: tuple[str, ...] = ()
    revisions: int = 0
    unsearched: bool = False
    number_attached: bool = False
    number_in_revision: bool = False
    number_about: bool = False


def within(document: Any, data: bytes) -> Within:
    """What the open document holds beside its pages."""
    count, search = raw.FPDFDoc_GetAttachmentCount(document), _Search()
    search.is_short = count > _MOST_FILES
    names, found = [], False
    for index in range(min(count, _MOST_FILES)):
        name, content = _attachment(document, index)
        names.append(name)
        texts = list(search.texts_in(content))  # to the end: what is left out is to be known
        found = found or any(map(_names_number, texts))
    earlier = list(_earlier(document, data))
    return Within(
        attached=tuple(names),
        revisions=len(earlier),
        unsearched=search.is_short,
        number_attached=found,
        number_in_revision=any(_names_number(text) for text in earlier),
        number_about=any(_names_number(text) for text in (*_info(document), *_packets(data))),
    )


def _names_number(text: str) -> bool:
    return bool(identity_numbers(text))


def _attachment(document: Any, index: int) -> tuple[str, bytes | None]:
    """An attached file's name and its bytes: none where they cannot be had, or are too many."""
    attachment = raw.FPDFDoc_GetAttachment(document, index)
    if not attachment:
        return "", None
    size = raw.FPDFAttachment_GetName(attachment, None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    if size:
        raw.FPDFAttachment_GetName(attachment, buffer, size)
    return decoded(buffer, size)[:_LONGEST_NAME], _content(attachment)


def _content(attachment: Any) -> bytes | None:
    length = ctypes.c_ulong()
    if not raw.FPDFAttachment_GetFile(attachment, None, 0, length) or length.value > _MOST_BYTES:
        return None
    buffer = ctypes.create_string_buffer(length.value)
    raw.FPDFAttachment_GetFile(attachment, buffer, length.value, length)
    return buffer.raw[: length.value]


class _Search:
    """Takes the texts out of attached files, as far as all of them together may cost; `is_short` says that some were left
    out: there were more, or what they are in cannot be opened.
    """

    def __init__(self) -> None:
        self.is_short = False
        self._bytes, self._parts = _MOST_BYTES_IN_ALL, _MOST_PARTS_IN_ALL

    def texts_in(self, content: bytes | None) -> Iterator[str]:
        """What an attached file says: a PDF's pages, an archive's members (a .docx is one), else its bytes as text."""
        if content is None:
            self.is_short = True
        elif self._takes(len(content)):
            if content.startswith(b"%PDF"):
                yield from self._pages(content)
            elif content.startswith(b"PK\x03\x04"):
                yield from self._members(content)
            else:
                yield _plain(content)

    def _takes(self, size: int) -> bool:
        """Take a part of so many bytes out of what is left; where too little is, nothing more is taken at all."""
        if self._parts < 1 or self._bytes < size:
            self._parts, self.is_short = 0, True
            return False
        self._parts, self._bytes = self._parts - 1, self._bytes - size
        return True

    def _members(self, content: bytes) -> Iterator[str]:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for member in archive.infolist():
                    with archive.open(member) as opened:
                        held = opened.read(_MOST_BYTES + 1)
                    if not self._takes(len(held)):
                        return
                    if len(held) > _MOST_BYTES:
                        self.is_short = True
                    else:
                        yield _plain(held)
        except _NOT_OPENED:
            self.is_short = True

    def _pages(self, content: bytes) -> Iterator[str]:
        try:
            document = pdfium.PdfDocument(content)
            for number in range(len(document)):
                if not self._takes(0):
                    return
                yield _text_of(document, number)
        except pdfium.PdfiumError:
            self.is_short = True


def _plain(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    return _TAG.sub(" ", content.decode("utf-8", errors="replace"))


def _pages_of(data: bytes) -> Iterator[str]:
    """The text of each page of another PDF; of one that cannot be opened, nothing."""
    try:
        document = pdfium.PdfDocument(data)
        for number in range(min(len(document), _MOST_PAGES)):
            yield _text_of(document, number)
    except pdfium.PdfiumError:
        return


def _text_of(document: Any, number: int) -> str:
    page = document[number]
    text: str = page.get_textpage().get_text_bounded()
    page.close()
    return text


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
            yield _text_of(document, number)


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
