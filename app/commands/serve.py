"""`diarium serve`: pages and API over the public register, until the person has had enough."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack, ExitStack, closing
from functools import partial

import uvicorn
from fastapi import FastAPI

from app.commands.installation import installation, settings, warn_of_rights
from app.commands.processes import answer_with
from app.commands.terminal import say
from app.errors import WrongUse
from app.imports.beside import Apart, in_a_thread, may_fork
from app.installation.opening import public_reader
from app.language.i18n import N_, gettext
from app.logs import Form, tell, write_as
from app.main import Importing, create_app
from app.settings import Settings
from app.web.connections import MOST_HEAD_BYTES, held_short

_ = gettext
_COMES_FIRST = N_(
    "Installationen är nu påbörjad. Starta igen: det som talar med filernas lager tål inte att delas av flera processer."
)
# SQLite lets go of the interpreter at every step, and a page takes hundreds: each waits so long for it where a file is being
# filed, by default ten times this.
_SWITCH_SECONDS = 0.0005
_WAITING = 128  # connections that the system holds until they are taken


def serve(host: str | None, port: int | None, workers: int) -> None:
    """Serve until interrupted, by so many processes."""
    run_server(settings(), host, port, workers=workers)


def run_server(
    using: Settings, host: str | None = None, port: int | None = None, page: str = "/", workers: int = 1
) -> None:
    """Serve this installation and say where; `page` is the address to begin at.

    Raises `WrongUse` where the port is taken, and what opening the installation raises.
    """
    write_as(using.log)
    address, number = host or using.host, port or using.port
    with installation(using):
        warn_of_rights(using)
    sys.setswitchinterval(_SWITCH_SECONDS)
    invite = partial(_invite, using.log, address, number, page)
    with ExitStack() as ending:
        apart = ending.enter_context(closing(Apart(using))) if using.import_at_once and may_fork() else None
        door = ending.enter_context(_listening(address, number))
        if workers == 1:
            _answer(using, apart.importing if apart else in_a_thread, door, invite)
            return
        if not may_fork():
            raise WrongUse(_(_COMES_FIRST))
        _try_readers(using)
        invite()
        importing = apart.watched if apart else in_a_thread
        told = answer_with(workers, partial(_answer, using, importing, door, lambda: None), apart)
    signal.raise_signal(told)


def _answer(using: Settings, importing: Importing, door: socket.socket, invite: Callable[[], None]) -> None:
    """Answer whoever connects, in this process, until it is told to end."""
    app = create_app(using, importing)
    config = uvicorn.Config(
        app,
        lifespan="off",  # which is `_Server`'s
        http=held_short(),
        ws="none",
        backlog=_WAITING,
        h11_max_incomplete_event_size=MOST_HEAD_BYTES,
        log_config=uvicorn.config.LOGGING_CONFIG if using.log == "text" else None,
        log_level="error",  # of what is no request nothing is said: whoever sends it could fill the disk
        access_log=False,
        server_header=False,
        proxy_headers=False,  # the application reads them, from the proxies that the setting names
    )
    _Server(config, app, invite).run(sockets=[door])


def _try_readers(using: Settings) -> None:
    """Ask the readers' database once, before processes are started that could not: then the command says why."""
    public = public_reader(using)
    try:
        public.connect().close()
    finally:
        public.dispose()


def _invite(form: Form, address: str, port: int, page: str) -> None:
    if form == "json":
        tell("serving", host=address, port=port)
        return
    say(
        _("Öppna http://{host}:{port}{page} i en webbläsare. Avsluta med Ctrl+C.").format(
            host=address, port=port, page=page
        )
    )


class _Server(uvicorn.Server):
    """Opens the installation before it takes connections and closes it after the last, and raises what fails in that:
    uvicorn's own way is a stack trace on stderr and an exit code of its own.
    """

    def __init__(self, config: uvicorn.Config, app: FastAPI, invite: Callable[[], None]) -> None:
        super().__init__(config)
        self._app, self._invite, self._opened = app, invite, AsyncExitStack()

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        async with self._opened:
            await super().serve(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await self._opened.enter_async_context(self._app.router.lifespan_context(self._app))
        await super().startup(sockets)
        self._invite()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        await self._opened.aclose()  # before the signal that told it to end is raised again


def _listening(address: str, port: int) -> socket.socket:
    """The socket that readers connect to, bound before its address is printed. Raises `WrongUse` where it is taken."""
    try:
        family = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0][0]
        door = socket.create_server((address, port), family=family)
        # asyncio does so only where it makes the socket itself: without, an answer's body waits for the header's receipt
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return door
    except OSError as error:
        raise WrongUse(
            _("Det går inte att lyssna på {host}:{port}. Är porten upptagen? Välj en annan med --port.").format(
                host=address, port=port
            )
        ) from error
