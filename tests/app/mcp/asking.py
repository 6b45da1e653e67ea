"""Asking the register over MCP, through the library's own client in one process."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import sqlalchemy as sa
from mcp import Client

from app.mcp.server import make_server


def ask(public: sa.Engine, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """The answers to these calls; of one that was refused, its sentence."""

    async def asked() -> list[Any]:
        async with Client(make_server(public, "https://diarium.example")) as client:
            answers = [await client.call_tool(name, arguments) for name, arguments in calls]
            tools = (await client.list_tools()).tools
            return [[(a.is_error, a.content[0].text) for a in answers], tools, client.instructions]

    with ThreadPoolExecutor(1) as apart:  # this thread may have a loop of its own by now
        return apart.submit(anyio.run, asked).result()
