"""What a file may cost: each page that is drawn or read by OCR brings time of its own, so no honest scan is too long."""

from __future__ import annotations

import subprocess
import sys

from importers.pdf.limits import OCR_SECONDS
from tests.places import ROOT

PAGES = 80
PROGRAM = f"""
import resource, signal
from importers.pdf import clock
clock.grant(1000)  # no clock runs: nothing is started
print(signal.getitimer(signal.ITIMER_PROF)[0])
clock.start(5)
for _ in range({PAGES}):
    clock.grant({OCR_SECONDS})
clock.charge(9.5 * {PAGES})
for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL):
    print(signal.getitimer(timer)[0])
print(resource.getrlimit(resource.RLIMIT_CPU)[0])
"""


def test_the_clocks_grow_with_every_page_that_is_granted_time() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, check=True)
    without, processor, wall, kernel = map(float, done.stdout.split())
    granted = 5 + OCR_SECONDS * PAGES
    assert without == 0
    assert abs(processor - (granted - 9.5 * PAGES)) < 2  # a timer is set in ticks
    assert wall > 39 * granted
    assert (
        granted < kernel < granted + 5
    )  # of the process' own time alone: what others work for it is not counted there
