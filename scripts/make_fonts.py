"""Makes the two typefaces of the pages anew from their sources; `docs/fonts.md` says whence those come.

    python -m venv .fonts && .fonts/bin/pip install fonttools==4.68.0 brotli==1.2.1
    .fonts/bin/python scripts/make_fonts.py 'SourceSans3[wght].ttf' 'SourceSerif4[opsz,wght].ttf'

fontTools is no requirement of the programme: the files that this writes are what is kept. It prints each file's name,
weight in bytes and version, which the style sheet asks for it by.
"""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path
from typing import Any

FONTS = Path(__file__).resolve().parent.parent / "app" / "static" / "fonts"
# What Swedish text and its neighbours' names need (Latin-1, Extended-A, Romanian, the accents themselves), dashes and
# quotation marks, and the few signs that pages draw with.
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x1E9E, 0x1E9E),
    (0x218, 0x21B),
    (0x300, 0x302),
    (0x308, 0x308),
    (0x30A, 0x30A),
    (0x30C, 0x30C),
    (0x2009, 0x2009),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x202F, 0x202F),
    (0x2030, 0x2033),
    (0x2039, 0x203A),
    (0x20AC, 0x20AC),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2264, 0x2265),
    (0x25A0, 0x25A1),
    (0x25CB, 0x25CF),
)
FEATURES = ["ccmp", "kern", "liga", "locl", "lnum", "mark", "mkmk", "tnum"]
# The weights that the style sheet asks for: running text and its headings; the display face has one.
CUTS: dict[str, dict[str, Any]] = {"sans": {"wght": (400, 600)}, "serif": {"wght": 600, "opsz": 24}}
NAMES = {"sans": "Diarium Sans", "serif": "Diarium Serif"}


def make(kind: str, source: str) -> Path:
    """One face, cut, and named anew: the licence keeps "Source" for what is not changed."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 # of an environment that only this script has
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    whole = io.BytesIO()
    instantiateVariableFont(TTFont(source), CUTS[kind]).save(whole)
    font = TTFont(whole)
    options = Options(layout_features=FEATURES, hinting=False, name_IDs=[0, 5, 13, 14], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[sign for first, last in RANGES for sign in range(first, last + 1)])
    subsetter.subset(font)
    for number, name in ((1, NAMES[kind]), (4, NAMES[kind]), (6, NAMES[kind].replace(" ", ""))):
        font["name"].setName(name, number, 3, 1, 0x409)
    font.flavor = "woff2"
    target = FONTS / f"{kind}.woff2"
    font.save(target)
    return target


def main() -> int:
    for kind, source in zip(CUTS, sys.argv[1:3], strict=True):
        data = make(kind, source).read_bytes()
        print(f"{kind}.woff2  {len(data)} bytes  ?v={hashlib.blake2b(data, digest_size=5).hexdigest()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
