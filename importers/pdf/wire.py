"""What server and sandbox say to each other about a child's end."""

from __future__ import annotations

import struct
from typing import NamedTuple

ENDED = struct.Struct("=iq")


class Ended(NamedTuple):
    """Exit code as `subprocess` has it (-9: killed), and the peak of memory in bytes."""

    status: int
    memory: int
