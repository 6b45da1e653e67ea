"""Tesseract, run on one picture: a process of its own that writes no file, with its memory and time held short.

apt-get install tesseract-ocr tesseract-ocr-swe
"""

from __future__ import annotations

import ctypes
import io
import os
import resource
import shutil
import signal
import subprocess
from functools import cache

from PIL import Image

from importers.pdf import clock
from importers.pdf.limits import MOST_MEMORY, OCR_SECONDS

SWEDISH, OTHER, ORIENTATION = "swe", "eng", "osd"
_KILL_WITH_PARENT = 1  # PR_SET_PDEATHSIG


class OcrFailed(Exception):
    """Tesseract found no answer for this picture: too slow, too large, or broken."""


@cache
def languages() -> frozenset[str]:
    """The models at hand, {"swe", "eng", "osd"}; none where Tesseract or the Swedish model is missing."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    listing = subprocess.run([program, "--list-langs"], capture_output=True, check=False)  # noqa: S603 - our own program
    models = frozenset(listing.stdout.decode(errors="replace").split()[1:])
    return models if SWEDISH in models else frozenset()


def look(picture: Image.Image, language: str, *options: str) -> str:
    """What Tesseract prints about a grey picture.

    Raises `OcrFailed`.
    """
    given = io.BytesIO()
    picture.save(given, "PPM")
    command = ["tesseract", "stdin", "stdout", "-l", language, *options]
    before = _spent()
    try:
        done = subprocess.run(  # noqa: S603 - our own program and words
            command,
            input=given.getbuffer(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            preexec_fn=hold_short,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise OcrFailed from error
    finally:
        clock.charge(_spent() - before)
    return done.stdout.decode(errors="replace")


def _spent() -> float:
    """Processor time of the processes that have worked for this one."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def hold_short() -> None:
    """Dies with the child that asked, and alone after its own time. It writes to a pipe only."""
    ctypes.CDLL(None).prctl(_KILL_WITH_PARENT, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (int(OCR_SECONDS), int(OCR_SECONDS) + 1))
