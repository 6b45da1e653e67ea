"""Draw the built-in example, app/demo/exempel.pdf. `python -m scripts.make_example [OUT]`, from the top of the repo.

The same story gives the same bytes, so running it again changes nothing; a test holds the committed file to that.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.example.drawing import draw
from scripts.example.story import CASE, MUNICIPALITY, PAPERS

EXAMPLE = Path(__file__).parents[1] / "app" / "demo" / "exempel.pdf"
TITLE = f"{CASE} Svar på motion om skuggande träd på kommunens skolgårdar"
SUBJECT = "Exempel. Kommunen, personerna och ärendet är påhittade."


def main(arguments: list[str]) -> None:
    out = Path(arguments[0]) if arguments else EXAMPLE
    out.write_bytes(draw(PAPERS, municipality=MUNICIPALITY, title=TITLE, subject=SUBJECT))


if __name__ == "__main__":
    main(sys.argv[1:])
