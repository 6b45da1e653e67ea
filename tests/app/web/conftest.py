"""These tests ask a served installation."""

from tests.app.served import client, holding_example

__all__ = ["client", "holding_example"]
