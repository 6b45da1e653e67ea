"""`serve` tells of its address only when it holds it."""

from __future__ import annotations

import socket

import pytest

from app.commands.serve import run_server
from app.errors import WrongUse
from app.settings import settings


def test_a_taken_port_is_one_sentence_and_no_invitation(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(WrongUse, match="upptagen"):
            run_server(settings(), port=port)
    assert "Öppna" not in capsys.readouterr().err
