"""Forms that anybody may send: a mark that says when the form was given out, signed, and how many one address sends.

A robot sends at once, or sends an old form again and again; the mark tells both, without a cookie and without a third party.
No address is kept; where the counts lie: `counts.py`.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time

from limits import parse

from app.security.counts import Forms

_MARK = re.compile(r"(\d{1,12})\.([0-9a-z]{10})\.([0-9a-f]{32})")
_SIGNS = "23456789abcdefghjkmnpqrstvwxyz"  # none that is taken for another
# Seconds: nobody reads and writes faster, nobody leaves a form open longer.
SOONEST, LATEST = 3, 86_400
_PER_ADDRESS, _IN_ALL = parse("5/hour"), parse("200/day")


class FormCounts:
    """How many forms came from each address, and in all."""

    def __init__(self, counts_url: str | None = None) -> None:
        self._counts = Forms(counts_url)

    def within(self, address: str) -> bool:
        """Count one more; whether that is still within what is taken."""
        return self._counts.count(_PER_ADDRESS, address) and self._counts.count(_IN_ALL, "all")


def new_mark(secret: bytes, about: str, at: float | None = None) -> str:
    """A mark for a form about something, given out now: its time, a number of its own, and the signature of all three."""
    issued = int(time.time() if at is None else at)
    number = "".join(secrets.choice(_SIGNS) for _ in range(10))
    return f"{issued}.{number}.{_signature(secret, issued, number, about)}"


def read_mark(secret: bytes, mark: str, about: str) -> str | None:
    """The number of a form that was given out for this, neither just now nor long ago; None of any other."""
    parted = _MARK.fullmatch(mark)
    if parted is None:
        return None
    issued, number = int(parted[1]), parted[2]
    if not hmac.compare_digest(parted[3], _signature(secret, issued, number, about)):
        return None
    return number if SOONEST <= time.time() - issued <= LATEST else None


def _signature(secret: bytes, issued: int, number: str, about: str) -> str:
    key = hashlib.sha256(b"forms\0" + secret).digest()
    return hmac.new(key, f"{issued}\0{number}\0{about}".encode(), hashlib.sha256).hexdigest()[:32]
