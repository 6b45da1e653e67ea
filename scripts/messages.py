"""Sees that the catalogues hold the messages of code and templates; `python scripts/messages.py --update` brings them in step.

Swedish is the source, so it has no catalogue. In another language a message may lack its translation, and is then
shown in Swedish; but every message stands there, none that is gone does, none is fuzzy, and a translation names the
same parameters as its message.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Formatter

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "app" / "locale"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
SOURCES = (("app", "**.py", "python"), ("templates", "**", "jinja2"))
LOUD = {"**": {"silent": "false"}}  # a template that cannot be parsed is an error, not a template without messages
LANGUAGES = ("en",)


def main() -> int:
    template = extracted()
    faults = []
    for language in LANGUAGES:
        path = LOCALE / language / "LC_MESSAGES" / "diarium.po"
        if "--update" in sys.argv:
            update(path, language, template)
        faults += [f"{path.relative_to(ROOT)}: {fault}" for fault in find_faults(read(path, language), template)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def extracted() -> Catalog:
    """Every message of the code and the templates, with the files that it stands in."""
    template = Catalog(project="Diarium", charset="utf-8")
    for folder, pattern, method in SOURCES:
        for name, _line, message, comments, context in extract_from_dir(
            ROOT / folder, [(pattern, method)], LOUD, keywords=KEYWORDS, comment_tags=["Translators:"]
        ):
            template.add(message, locations=[(f"{folder}/{name}", 0)], auto_comments=comments, context=context)
    return template


def read(path: Path, language: str) -> Catalog:
    if not path.is_file():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(path: Path, language: str, template: Catalog) -> None:
    """Add what is new, drop what is gone, keep every translation whose message stands."""
    catalogue = read(path, language)
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, include_lineno=False, omit_header=True)


def find_faults(catalogue: Catalog, template: Catalog) -> Iterator[str]:
    here, there = ({message.id for message in side if message.id} for side in (catalogue, template))
    yield from (f"lacks {id!r}: run python scripts/messages.py --update" for id in sorted(there - here, key=str))
    yield from (
        f"holds {id!r}, which is gone: run python scripts/messages.py --update" for id in sorted(here - there, key=str)
    )
    for message in catalogue:
        if message.id and message.fuzzy:
            yield f"{message.id!r} is fuzzy"
        for text in texts(message.string):
            if message.id and not parameters(text) <= parameters(*texts(message.id)):
                yield f"{text!r} names a parameter that {message.id!r} does not have"


def texts(message: str | Sequence[str | None] | None) -> list[str]:
    """A message or its translation as its forms: one, or a singular and its plurals; none where it is not translated."""
    return [text for text in ([message] if isinstance(message, str) else message or []) if text]


def parameters(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name is not None}


if __name__ == "__main__":
    sys.exit(main())
