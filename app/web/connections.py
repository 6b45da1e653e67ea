"""Connections of readers, held short in time and in number: nobody holds a place by sending, or taking, next to nothing.

uvicorn lets a request take as long as it likes to come in. Here its head has to come within `HEAD_SECONDS`, and each
`BODY_BYTES` of its body within `BODY_SECONDS`: a slow line may bring a large file, and whoever sends nothing is soon gone.
Between two requests uvicorn's own clock runs. Whoever takes an answer may rest for `TAKING_SECONDS` beyond what taking
`TAKING_PACE` needs: a slow line gets a large file, and who takes a crumb now and then is cut off. Where there are more
connections than there may be, whoever has waited longest without asking for anything makes room.
"""

from __future__ import annotations

import asyncio
import resource
from typing import Any, ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
BODY_SECONDS, BODY_BYTES = 20.0, 200_000
TAKING_SECONDS, TAKING_PACE = 120.0, 10_000  # bytes a second
MOST_CONNECTIONS = 500
MOST_HEAD_BYTES = 32_768
_OTHER_FILES = 700  # descriptors beside those of connections: what is uploaded or sent, databases, pipes to who reads


class HeldShort(H11Protocol):
    """uvicorn's protocol with clocks on what comes in and on what is not taken."""

    most: ClassVar[int] = MOST_CONNECTIONS

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._coming: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None
        self._in_body = False
        self._bytes = 0  # of the body, since the clock was set
        self._patience = TAKING_SECONDS
        self._paused_at, self._untaken = 0.0, 0
        self.since = self.loop.time()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        super().connection_made(transport)
        self._expect()
        if len(self.connections) > self.most:
            min(self._others(), key=HeldShort._turn, default=self).end()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop(self._coming, self._taking)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if not self.is_waiting:
            self._stop(self._coming)
            self._coming = None
        elif self._coming is None or self._in_body is not (self.conn.their_state is h11.SEND_BODY):
            self._expect()
        elif self._in_body and not self.cycle.response_complete:
            self._bytes += len(data)
            if self._bytes >= BODY_BYTES:
                self._expect()

    def on_response_complete(self) -> None:
        self.since = self.loop.time()
        super().on_response_complete()
        if self.is_waiting and self._coming is None and self.conn.their_state is h11.SEND_BODY:
            self._expect()  # the head of the next request came with this one

    def pause_writing(self) -> None:
        super().pause_writing()
        self._paused_at, self._untaken = self.loop.time(), self.transport.get_write_buffer_size()
        self._taking = self.loop.call_later(self._patience, self.end)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._stop(self._taking)
        rested, taken = self.loop.time() - self._paused_at, self._untaken - self.transport.get_write_buffer_size()
        self._patience = min(self._patience - rested + taken / TAKING_PACE, TAKING_SECONDS)

    @property
    def is_waiting(self) -> bool:
        """Whether a request, or more of it, is to come."""
        return self.conn.their_state in (h11.IDLE, h11.SEND_BODY)

    def end(self) -> None:
        """Close at once; who has asked for nothing gets no answer."""
        self.transport.abort()

    def _turn(self) -> tuple[bool, float]:
        return self.conn.their_state is h11.SEND_BODY, self.since

    def _others(self) -> list[HeldShort]:
        """Connections that may make room for this one, all of whose requests are answered."""
        return [one for one in self.connections if isinstance(one, HeldShort) and one is not self and one.is_waiting]

    def _expect(self) -> None:
        """Set the clock for what is to come next."""
        self._stop(self._coming)
        self._in_body, self._bytes = self.conn.their_state is h11.SEND_BODY, 0
        self._coming = self.loop.call_later(BODY_SECONDS if self._in_body else HEAD_SECONDS, self._late)

    def _late(self) -> None:
        if self.flow.read_paused:  # what came is not yet taken in: the delay is ours
            self._expect()
        else:
            self.end()

    @staticmethod
    def _stop(*clocks: asyncio.TimerHandle | None) -> None:
        for clock in clocks:
            if clock is not None:
                clock.cancel()


def held_short() -> type[HeldShort]:
    """The protocol for this process: at most as many connections as its descriptors allow for, which are as many as may be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + _OTHER_FILES
    if soft < wanted:
        soft = min(wanted, hard) if hard != resource.RLIM_INFINITY else wanted
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    most = min(MOST_CONNECTIONS, max(soft - _OTHER_FILES, soft // 4))
    return type("HeldShortHere", (HeldShort,), {"most": most})
