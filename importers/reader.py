"""Which reader this is: the number of the last release, and what the readers' sources come to, released and now.

Written by `python scripts/reader_version.py`; a test fails where the sources are not those that stand here. A reader that
is not the released one bears its sources beside the number, `4.r1f0c22ab`: whatever it reads is read anew by the next.
"""

from __future__ import annotations

from importers.bundle import Reader

NUMBER = 27
RELEASED = "d20a3ea95e913e1f"
SOURCES = "d20a3ea95e913e1f"

READER = Reader(name="diarium", version=str(NUMBER) if SOURCES == RELEASED else f"{NUMBER}.r{SOURCES[:8]}")
