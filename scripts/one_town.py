"""Which of the reader's patterns are met in the papers of one town alone: what would read otherwise without its files.

    python scripts/one_town.py

Read are the corpus, the towns and the probes of the shared data set, the seed, and the whole styles of the zoo. Counted
are the patterns that find something there, each with its town where it is one; those that none of them meets are known
from their own examples. A pattern in pieces of another is counted where it is used by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from importers.patterns.pattern import REGISTER, Pattern
from importers.pdf.pdfium import open_pdf
from importers.pdf.select import read_pages
from importers.read import read_bundle_of
from scripts.scoring.golds import SHARED
from tests.styles import bundle, minutes
from tests.styles.whole import WHOLE

_VERBS = ("search", "match", "fullmatch", "finditer")


def files() -> Iterator[tuple[str, bytes]]:
    """Each file with whose it is: a town, the seed, the probes, the zoo."""
    for folder in ("corpus", "towns", "probes", "seed"):
        for path in sorted((SHARED / folder).glob("*.pdf")):
            if not path.stem.endswith("-scan"):
                yield _whose(folder, path), path.read_bytes()
    for style in WHOLE:
        yield "the zoo", minutes.printed(style).pdf
        yield "the zoo", bundle.printed(style).pdf


def _whose(folder: str, path: Path) -> str:
    if folder in ("probes", "seed"):
        return f"the {folder}"
    return "goteborg" if "goteborg" in path.stem else path.stem.split("-")[0]


def watch(seen: set[int]) -> None:
    """Have every pattern note its index when it finds something."""
    for index, pattern in enumerate(REGISTER):
        for verb in _VERBS:
            setattr(pattern, verb, _noting(getattr(pattern, verb), index, seen))


def _noting(find: Callable[..., Any], index: int, seen: set[int]) -> Callable[..., Any]:
    def noting(*words: Any) -> Any:
        found = find(*words)
        if found is None:
            return None
        if hasattr(found, "span"):
            seen.add(index)
            return found
        matches = list(found)
        if matches:
            seen.add(index)
        return iter(matches)

    return noting


def met_by() -> dict[int, set[str]]:
    """Whose files meet each pattern, by its index."""
    seen: set[int] = set()
    watch(seen)
    owners: dict[int, set[str]] = defaultdict(set)
    for whose, data in files():
        seen.clear()
        read_bundle_of(tuple(read_pages(open_pdf(data), data)))
        for index in seen:
            owners[index].add(whose)
    return owners


def main() -> None:
    """Print the patterns of one town alone, the towns with most of them first."""
    owners = met_by()
    alone: dict[str, list[Pattern]] = defaultdict(list)
    for index, whose in owners.items():
        if len(whose) == 1:
            alone[next(iter(whose))].append(REGISTER[index])
    print(f"{len(REGISTER)} patterns, {len(owners)} met, {sum(map(len, alone.values()))} of them by one alone")
    for town, patterns in sorted(alone.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        print(f"{town}: {len(patterns)}")
        for pattern in patterns:
            print(f"  {pattern.catches[0] if pattern.catches else pattern!r}")


if __name__ == "__main__":
    main()
