"""What can keep a file from being read: one class, and a code for each reason.

The codes are a promise to whoever makes sentences of them; their parameters stand beside them.
"""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """Why a file is refused. The comment names the parameters that come with the code."""

    EMPTY = "empty"
    NOT_PDF = "not_pdf"
    TOO_LARGE = "too_large"  # bytes, limit
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_PAGES = "no_pages"
    TOO_MANY_PAGES = "too_many_pages"  # pages, limit
    NO_TEXT = "no_text"  # pages: OCR saw no text either
    OCR_NEEDED = "ocr_needed"  # pages: there are only pictures, and no OCR on this machine
    GARBLED_TEXT = "garbled_text"  # pages: letters are there, but they make no words (a broken font map)
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"


Params = dict[str, str | int | None]


class UnreadableFile(Exception):
    """The file cannot be read; `code` says why and `params` holds what a sentence about it needs."""

    def __init__(self, code: Refusal | str, **params: str | int | None) -> None:
        self.code = Refusal(code)
        self.params: Params = dict(params)
        super().__init__(self.code.value)


class PageNotDrawable(Exception):
    """The page cannot be drawn: it is not in the file, cannot be opened, or is too large to be made an image.

    `code` is `no_such_page` (params: page, pages), `page_damaged` (params: page) or `page_too_large` (params: page, limit in
    points).
    """

    def __init__(self, code: str, **params: str | int | None) -> None:
        self.code = code
        self.params: Params = dict(params)
        super().__init__(code)


class MachineTooBusy(Exception):
    """The file got too little of the processor to be read, alone too: it may well be whole, so try again later."""


class ReadingStopped(InterruptedError):
    """The process that asked is about to end, and reads nothing more; the file is as good as before."""


class ReaderFailed(RuntimeError):
    """The reader itself has a fault, and the file none that we know of: "TypeError in importers.cover, line 120"."""
