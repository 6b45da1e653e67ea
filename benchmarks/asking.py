"""A client that costs less than the server it measures: bytes over kept connections, nothing parsed but the length."""

from __future__ import annotations

import asyncio
import os
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measured:
    """Answers per second, the median and the 99th percentile of the time for one (ms), what the server worked for one (CPU
    ms), and the bytes of one body."""

    rate: float
    p50: float
    p99: float
    cpu: float
    bytes: int


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server listens on this machine, and its process."""

    port: int
    pid: int

    def worked(self) -> float:
        """CPU seconds since it began."""
        ticks = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def measure(
    server: Server, address: str, headers: dict[str, str], *, clients: int, seconds: float, status: int
) -> Measured:
    """Ask for so long, by so many at once, and hold every answer to the status."""
    return asyncio.run(_measure(server, address, headers, clients, seconds, status))


async def _measure(
    server: Server, address: str, headers: dict[str, str], clients: int, seconds: float, status: int
) -> Measured:
    port, before = server.port, server.worked()
    lines = [f"GET {address} HTTP/1.1", f"Host: 127.0.0.1:{port}", *(f"{k}: {v}" for k, v in headers.items())]
    request = ("\r\n".join(lines) + "\r\n\r\n").encode()
    ends = time.perf_counter() + seconds
    found = await asyncio.gather(*(_ask(port, request, ends, status) for _ in range(clients)))
    times = sorted(took for one, _ in found for took in one)
    worked = (server.worked() - before) / len(times) * 1000
    p50, p99 = (1000 * times[int(len(times) * share)] for share in (0.5, 0.99))
    return Measured(len(times) / seconds, p50, p99, worked, found[0][1])


async def _ask(port: int, request: bytes, ends: float, status: int) -> tuple[list[float], int]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    times: list[float] = []
    length = 0
    while (begun := time.perf_counter()) < ends or not times:  # one at least, however busy the machine
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = _length(head)
        if length:
            await reader.readexactly(length)
        elif b"chunked" in head.lower():
            length = await _chunked(reader)
        if not head.startswith(b"HTTP/1.1 %d" % status):
            raise RuntimeError(head.decode("latin-1"))
        times.append(time.perf_counter() - begun)
    writer.close()
    return times, length


def _length(head: bytes) -> int:
    _, _, after = head.lower().partition(b"content-length:")
    return int(after.partition(b"\r\n")[0]) if after else 0


async def _chunked(reader: asyncio.StreamReader) -> int:
    length = 0
    while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
        await reader.readexactly(size + 2)
        length += size
    await reader.readexactly(2)
    return length


def first(server: Server, address: str) -> tuple[bytes, dict[str, str]]:
    """One answer whole: its body and its headers."""

    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{address}") as answered:
        return answered.read(), {name.lower(): value for name, value in answered.headers.items()}
