"""How often one address may try to sign in. Counted by address, and by address and account, so that whoever guesses at an
account locks out nobody but themselves. The counts are this process's own and lie in memory."""

from __future__ import annotations

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

_PER_ACCOUNT, _PER_ADDRESS = parse("10/15 minute"), parse("60/15 minute")


class SignInCounts:
    """Attempts that failed."""

    def __init__(self) -> None:
        self._counts = MovingWindowRateLimiter(MemoryStorage())

    def may_try(self, address: str, login: str) -> bool:
        """Whether another attempt from this address at this account is taken."""
        return self._counts.test(_PER_ACCOUNT, address, login) and self._counts.test(_PER_ADDRESS, address)

    def failed(self, address: str, login: str) -> None:
        self._counts.hit(_PER_ACCOUNT, address, login)
        self._counts.hit(_PER_ADDRESS, address)
