"""Passwords: kept as argon2id hashes by argon2-cffi's own parameters, renewed when these become stronger."""

from __future__ import annotations

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LEAST, MOST = 12, 200  # signs: length is what counts (NIST SP 800-63B), and no one may have us hash a book
_hasher = PasswordHasher()


def hashed(password: str) -> str:
    return _hasher.hash(password)


def is_right(hash_: str | None, password: str) -> bool:
    """Whether it is the password of that hash. Where there is none it takes as long, so that nobody learns who has one."""
    try:
        return _hasher.verify(hash_ or _nobodys(), password[:MOST]) and hash_ is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(hash_: str) -> bool:
    """Whether it was made with weaker parameters than today's."""
    return _hasher.check_needs_rehash(hash_)


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody's")
