"""Traces by OpenTelemetry, where `DIARIUM_TRACES_URL` is set: a span for each question, file that is read, and reading that is filed.

As of our lines (`logs.py`): a span holds what the programme itself says, never what came from outside. The pattern of an address and
not the address, numbers, the kind of an error and not its words. Where the setting is not set nothing of OpenTelemetry is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from app import __version__
from app.errors import WrongUse
from app.language.i18n import gettext as _

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import SpanProcessor
    from opentelemetry.trace import Tracer

_SENDER = "opentelemetry-exporter-otlp-proto-http"
_SENT_SECONDS = 2  # that whoever takes spans in has to answer: the end of a process waits for it


class Span:
    """What a span is told while it lasts; without traces it is told to nobody."""

    def __init__(self) -> None:
        self.told: dict[str, str | int] = {}
        self.statements = 0
        self.name = ""

    def tell(self, **told: str | int) -> None:
        """Numbers, and words of ours: `tell(pages=3)`."""
        self.told |= {f"diarium.{name}": value for name, value in told.items()}


class _Telling:
    """Who makes spans in this process; None where no traces are sent."""

    tracer: Tracer | None = None


_innermost: ContextVar[Span | None] = ContextVar("span", default=None)


def refuse_unequipped(url: str | None) -> None:
    """Raises `WrongUse` where traces are to be sent, and what sends them is not installed."""
    if url is None:
        return
    try:
        distribution(_SENDER)
    except PackageNotFoundError as missing:
        raise WrongUse(_("Spår kräver fler paket: pip install 'diarium[traces]'")) from missing


@contextmanager
def sending(url: str | None) -> Iterator[None]:
    """Send what is done in the block to the collector at this address, a batch at a time and beside the work; nothing where there
    is none, and where spans are told to somebody already. Raises `WrongUse`.
    """
    refuse_unequipped(url)
    if url is None or _Telling.tracer is not None:
        yield
        return
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 - few installations send any
        OTLPSpanExporter,
    )
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - the same

    with telling(BatchSpanProcessor(OTLPSpanExporter(endpoint=url, timeout=_SENT_SECONDS))):
        yield


@contextmanager
def telling(processor: SpanProcessor) -> Iterator[None]:
    """Tell the processor of every span in the block, in this process. The provider is ours alone: no library that asks for the
    process's own is given it, so what others would tell of is not sent."""
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - only where spans are told
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - the same

    resource = Resource.create({"service.name": "diarium", "service.version": __version__})
    provider = TracerProvider(resource=resource, shutdown_on_exit=False)
    provider.add_span_processor(processor)
    _Telling.tracer = provider.get_tracer("diarium", __version__)
    sa.event.listen(sa.Engine, "before_cursor_execute", _count)
    try:
        yield
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", _count)
        _Telling.tracer = None
        provider.shutdown()


@contextmanager
def span(name: str, *, serves: bool = False) -> Iterator[Span]:
    """A span for what is done in the block: how long it took, what it is told, how many statements were put to the databases, and
    the kind of what went wrong. `serves` where it answers somebody from outside."""
    told = Span()
    tracer = _Telling.tracer
    if tracer is None:
        yield told
        return
    from opentelemetry.trace import SpanKind, StatusCode  # noqa: PLC0415 - loaded by now

    kind = SpanKind.SERVER if serves else SpanKind.INTERNAL
    # an error's words may be anybody's
    with tracer.start_as_current_span(name, kind=kind, record_exception=False, set_status_on_exception=False) as made:
        token = _innermost.set(told)

        def end(error: type[BaseException] | None, *_: object) -> None:
            _innermost.reset(token)
            made.set_attributes({"diarium.statements": told.statements, **told.told})
            if told.name:
                made.update_name(told.name)
            if error is not None:
                made.set_attribute("error.type", error.__name__)
                made.set_status(StatusCode.ERROR)

        with ExitStack() as ending:
            ending.push(end)
            yield told


def _count(*_heard: Any) -> None:
    within = _innermost.get()
    if within is not None:
        within.statements += 1
