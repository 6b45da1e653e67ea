"""These tests read an installation that holds the example."""

from tests.app.served import client, holding_example

__all__ = ["client", "holding_example"]
