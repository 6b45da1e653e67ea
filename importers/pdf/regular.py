"""A file's bytes, of regular files alone: a pipe would be waited for without end, and /dev/zero never ends."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import IO

from importers.pdf.limits import MOST_BYTES


class NotRegular(OSError):
    """What is there is a folder, a pipe, a socket or a device, or a link to one."""


def read_regular(path: Path) -> bytes:
    """At most one byte more than a PDF may have. Raises `NotRegular`, or `OSError` where there is nothing to read."""
    with _opened(path) as file:
        return file.read(MOST_BYTES + 1)


def _opened(path: Path) -> IO[bytes]:
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket
            raise _not_regular(path) from error
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise _not_regular(path)
    return os.fdopen(handle, "rb")


def _not_regular(path: Path) -> NotRegular:
    return NotRegular(errno.EINVAL, "not a regular file", str(path))
