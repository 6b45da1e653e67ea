"""Connections end in time and in number, whatever comes over them; and whoever asks is answered meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import uvicorn

from app.web import connections
from app.web.connections import HeldShort

HEAD = b"GET / HTTP/1.1\r\nHost: a\r\n"
POST = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"
SOON = 30  # seconds: what has not ended by then never will
Client = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def echo(
    scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]
) -> None:
    """Says how many bytes came, or that the rest never will."""
    came, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        came, more = came + len(message["body"]), message.get("more_body", False)
    body = str(came).encode()
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", str(len(body)).encode())]}
    )
    await send({"type": "http.response.body", "body": body})


@contextlib.asynccontextmanager
async def serving(
    protocol: type[HeldShort] = HeldShort, app: Any = echo
) -> AsyncIterator[Callable[[bytes], Awaitable[Client]]]:
    """A server on a port of its own; gives a function that connects and sends these bytes."""
    config = uvicorn.Config(app, http=protocol, lifespan="off", log_level="error", ws="none")
    config.load()
    state = uvicorn.Server(config).server_state
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: protocol(config=config, server_state=state, app_state={}), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]

    made: list[asyncio.StreamWriter] = []

    async def connect(data: bytes) -> Client:
        reads, writes = await asyncio.open_connection("127.0.0.1", port)
        made.append(writes)
        writes.write(data)
        return reads, writes

    async with server:
        yield connect
        for writes in made:
            writes.close()
        await asyncio.gather(*(writes.wait_closed() for writes in made), return_exceptions=True)


async def is_closed(client: Client) -> bool:
    try:
        return await asyncio.wait_for(client[0].read(), SOON) == b""
    except ConnectionResetError:
        return True


async def answer(client: Client) -> bytes:
    head = await asyncio.wait_for(client[0].readuntil(b"\r\n\r\n"), SOON)
    return (
        head.split(b" ")[1]
        + b" "
        + await client[0].readexactly(int(head.lower().partition(b"content-length: ")[2].split()[0]))
    )


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.2)
    monkeypatch.setattr(connections, "BODY_SECONDS", 0.2)
    monkeypatch.setattr(connections, "BODY_BYTES", 400)


@pytest.mark.parametrize(
    "sent", [b"", b"GE", HEAD, POST, POST + b"x" * 20], ids=["nothing", "a verb", "a head", "no body", "a body"]
)
def test_what_is_half_sent_ends_in_time(sent: bytes) -> None:
    async def drill() -> bool:
        async with serving() as connect:
            return await is_closed(await connect(sent))

    assert asyncio.run(drill())


def test_whoever_sends_a_byte_now_and_then_is_no_better_off() -> None:
    async def drill(sent: bytes) -> bool:
        async with serving() as connect:
            client = await connect(sent)
            closing = asyncio.ensure_future(is_closed(client))
            while not closing.done():
                client[1].write(b"x")
                await asyncio.sleep(0.02)
            return await closing

    assert asyncio.run(drill(HEAD + b"a: "))
    assert asyncio.run(drill(POST.replace(b"1000", b"100000")))


def test_a_slow_line_brings_its_file_and_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BODY_SECONDS", 2.0)

    async def drill() -> list[bytes]:
        async with serving() as connect:
            client = await connect(POST.replace(b"1000", b"2000"))
            for _ in range(5):
                await asyncio.sleep(0.5)
                client[1].write(b"x" * 400)
            first = await answer(client)
            client[1].write(HEAD + b"\r\n")
            return [first, await answer(client)]

    assert asyncio.run(drill()) == [b"200 2000", b"200 0"]


def test_where_there_are_too_many_the_one_that_waited_longest_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", SOON)
    monkeypatch.setattr(connections, "BODY_SECONDS", SOON)

    async def drill() -> tuple[bool, bytes]:
        async with serving(type("Few", (HeldShort,), {"most": 3})) as connect:
            sending = await connect(POST)
            first = await connect(HEAD)
            second = await connect(HEAD)
            asking = await connect(HEAD + b"\r\n")
            answered = await answer(asking)
            gone = await is_closed(first)
            for client, rest in ((sending, b"x" * 1000), (second, b"\r\n")):
                client[1].write(rest)
                answered += b" " + await answer(client)
            return gone, answered

    assert asyncio.run(drill()) == (True, b"200 0 200 1000 200 0")


async def endless(
    _scope: dict[str, Any], _receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]
) -> None:
    """Sends until nobody takes it."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    gone = asyncio.get_running_loop().time() + SOON
    while asyncio.get_running_loop().time() < gone:
        await send({"type": "http.response.body", "body": b"x" * 65_536, "more_body": True})
        await asyncio.sleep(0)


@pytest.mark.parametrize("crumb", [0, 20_000], ids=["nothing", "crumbs"])
def test_whoever_takes_next_to_nothing_of_an_answer_is_cut_off(monkeypatch: pytest.MonkeyPatch, crumb: int) -> None:
    monkeypatch.setattr(connections, "TAKING_SECONDS", 0.5)
    monkeypatch.setattr(connections, "TAKING_PACE", 10_000_000)

    async def drill() -> None:
        async with serving(app=endless) as connect:
            reads, _writes = await connect(HEAD + b"\r\n")
            with contextlib.suppress(ConnectionResetError):
                for _ in range(100):
                    await reads.read(crumb)
                    await asyncio.sleep(0.02)
                await reads.read()

    asyncio.run(asyncio.wait_for(drill(), SOON / 2))


def test_whoever_takes_an_answer_at_a_fair_pace_gets_it_however_long_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "TAKING_SECONDS", 0.5)
    monkeypatch.setattr(connections, "TAKING_PACE", 100_000)

    async def drill() -> int:
        async with serving(app=endless) as connect:
            client = await connect(HEAD + b"\r\n")
            taken, end = 0, asyncio.get_running_loop().time() + 2
            while asyncio.get_running_loop().time() < end:
                taken += len(await client[0].readexactly(200_000))
                await asyncio.sleep(0.02)
            return taken

    assert asyncio.run(drill()) > 1_000_000
