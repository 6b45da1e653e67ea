"""`diarium mcp`: the public register for language models, over standard input and output or HTTP."""

from __future__ import annotations

from app.commands.installation import installation, settings
from app.commands.terminal import say
from app.errors import WrongUse
from app.installation.opening import public_reader
from app.language.i18n import gettext as _

# Addresses of this machine alone: there the name that is asked for is looked at.
_LOCAL = {"127.0.0.1", "localhost", "::1"}


def serve_mcp(*, http: bool, host: str | None, port: int | None) -> None:
    """Serve until the other end is gone. Raises `WrongUse` where the library is not installed."""
    try:
        from app.mcp.server import hosts_let_in, make_server  # noqa: PLC0415 - an extra, and a second to load
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] not in {"mcp", "mcp_types"}:
            raise
        raise WrongUse(_("Det som behövs för MCP är inte installerat. Kör: pip install 'diarium[mcp]'")) from missing
    using = settings()
    with installation(using):
        pass  # made and brought up to date, by who may write; what answers cannot
    public = public_reader(using)
    server = make_server(public, using.base_url or f"http://{using.host}:{using.port}")
    try:
        if http:
            address, number = host or using.host, port or using.port + 1
            say(_("MCP på http://{host}:{port}/mcp. Avsluta med Ctrl+C.").format(host=address, port=number))
            let_in = hosts_let_in(using.base_url) if address in _LOCAL else None
            server.run(
                "streamable-http",
                host=address,
                port=number,
                stateless_http=True,
                json_response=True,
                transport_security=let_in,
            )
        else:
            server.run("stdio")
    finally:
        public.dispose()
