"""What a server writes in one turn of the loop leaves in one piece, in its order, and nothing is lost on closing."""

from __future__ import annotations

import asyncio

from app.commands.sending import Gathering


class Wire(asyncio.Transport):
    """A transport that notes what is sent."""

    def __init__(self) -> None:
        super().__init__({"peername": ("127.0.0.1", 1)})
        self.sent: list[bytes] = []
        self.closed = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.sent.append(bytes(data))

    def close(self) -> None:
        self.closed = True

    def is_closing(self) -> bool:
        return self.closed


def test_head_and_body_leave_together_and_the_next_answer_by_itself() -> None:
    async def answer() -> list[bytes]:
        gathering = Gathering(wire := Wire(), asyncio.get_running_loop())
        for part in (b"head", b"body", b""):
            gathering.write(part)
        assert wire.sent == []
        await asyncio.sleep(0)
        gathering.write(b"next")
        await asyncio.sleep(0)
        return wire.sent

    assert asyncio.run(answer()) == [b"headbody", b"next"]


def test_closing_sends_what_is_held_first_and_nothing_afterwards() -> None:
    async def answer() -> tuple[list[bytes], bool]:
        gathering = Gathering(wire := Wire(), asyncio.get_running_loop())
        gathering.write(b"last words")
        gathering.close()
        gathering.write(b"too late")
        await asyncio.sleep(0)
        return wire.sent, gathering.is_closing()

    assert asyncio.run(answer()) == ([b"last words"], True)


def test_much_is_not_held_back() -> None:
    async def answer() -> list[int]:
        gathering = Gathering(wire := Wire(), asyncio.get_running_loop())
        for _ in range(5):
            gathering.write(b"x" * 40_000)
        sent = [len(part) for part in wire.sent]
        assert gathering.get_extra_info("peername") == ("127.0.0.1", 1)
        await asyncio.sleep(0)
        return [*sent, *map(len, wire.sent[len(sent) :])]

    assert asyncio.run(answer()) == [80_000, 80_000, 40_000]
