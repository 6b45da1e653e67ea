"""The counts of a process and the state of its installation as Prometheus reads them. Loaded only where they are asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from app.installation.state import State
from app.web.metrics import COUNTED_IN

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The counts of this process, or of all processes of its server."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "diarium_requests", "Questions answered", ["method", "route", "status"], registry=self._registry
        )
        self._seconds = Histogram(
            "diarium_request_seconds",
            "Seconds until the answer was whole",
            ["route"],
            buckets=_BUCKETS,
            registry=self._registry,
        )

    def observe(self, method: str, route: str, status: int, seconds: float) -> None:
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self, state: State) -> bytes:
        """All of it as Prometheus reads it."""
        registry = CollectorRegistry()
        registry.register(_Stating(state))
        return generate_latest(self._counted()) + generate_latest(registry)

    def _counted(self) -> CollectorRegistry:
        """What this process has counted, or all processes of its server."""
        if COUNTED_IN not in os.environ:
            return self._registry
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # it has no types
        return registry


class _Stating:
    """The installation's state as gauges."""

    def __init__(self, state: State) -> None:
        self._state = state

    def collect(self) -> Iterator[GaugeMetricFamily | InfoMetricFamily]:
        state = self._state
        info = {"version": state.version, "reader": state.reader, "revision": state.revision}
        yield InfoMetricFamily("diarium", "What runs here", value=info)
        jobs = GaugeMetricFamily("diarium_jobs", "Jobs by state", labels=["state"])
        for name, count in state.jobs.items():
            jobs.add_metric([name], count)
        yield jobs
        for name, text, value in (
            ("journal_entries", "Entries of the journal", state.entries),
            ("files", "Files that are filed", state.files),
            ("documents", "Documents of the desk's register", state.documents),
            ("public_behind_entries", "Entries that the public register has yet to follow", state.behind),
            ("oldest_waiting_seconds", "Since when the oldest job waits", state.oldest_waiting or 0.0),
            ("refused_files", "Files that could not be read", state.refused),
            ("reports_waiting", "Reports of faults without an answer", state.reports_waiting),
            ("free_bytes", "Free on the disk that the files lie on", state.free_bytes),
        ):
            yield GaugeMetricFamily(f"diarium_{name}", text, value=value)
