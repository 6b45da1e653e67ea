"""What server, child and sandbox say to each other about a child's progress and its end."""

from __future__ import annotations

import struct
from typing import NamedTuple

ENDED = struct.Struct("=iqd")
PROGRESS = b"read %d %d\n"  # pages that OCR has read, of how many: lines before the answer


class Ended(NamedTuple):
    """Exit code as `subprocess` has it (-9: killed), peak of memory in bytes, seconds of processor time."""

    status: int
    memory: int
    seconds: float


# How a child ends that an exception brought down: by the file, in a library, or by a fault of ours.
THE_FILES, OURS = 1, 70
