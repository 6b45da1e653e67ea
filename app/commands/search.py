"""`diarium search ORD …`: what holds all the words, with the sentence round them and the page where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import orjson
from rich.text import Text
from starlette.datastructures import QueryParams

from app.api.search_files import hits_asked
from app.commands.installation import installation
from app.commands.parameters.search import Format
from app.commands.tables import cell, out
from app.commands.terminal import json_text, say, write
from app.db import reading
from app.language.hits import facet_value_word, facet_word, hit_kind_word
from app.language.i18n import gettext, ngettext
from app.language.questions import left_out_sentence
from app.queries.search import search as find_hits
from app.schemas.hit_rows import HitRow, SearchRow, Segment

_ = gettext


_MOST_VALUES = 6


def search(words: Sequence[str], limit: int, form: Format, narrowed: Mapping[str, str]) -> None:
    """Print the hits, the best answers first, and what they can be narrowed by. Raises `BadParameter`."""
    with installation() as stores, reading(stores.desk) as session:
        _params, named = hits_asked(session, QueryParams(narrowed))
        found = find_hits(session, " ".join(words), named, limit)
    if form is Format.JSON:
        answer = {name: value for name, value in found.items() if name != "place"}
        write(json_text(orjson.loads(orjson.dumps(answer))))
        return
    for hit in found["hits"]:
        _print(hit)
    say(_count(found))
    for name, values in found["facets"].items():
        if name not in narrowed and len(values) > 1:
            counted = ", ".join(
                f"{facet_value_word(name, one['name'])} {one['count']}" for one in values[:_MOST_VALUES]
            )
            say(f"{facet_word(name)} (--{name}): {counted}{', …' if len(values) > _MOST_VALUES else ''}")
    if found["left_out"]:
        say(left_out_sentence(found["sought"], found["left_out"]))
    if found["unread"]:
        say(_("För lång fråga. Det här söktes inte: {words}").format(words=found["unread"]))
    if found["suggestion"]:
        say(_("Menade du {words}?").format(words=found["suggestion"]))


def _count(found: SearchRow) -> str:
    total = found["total"]
    if found["total_is_at_least"]:
        return _("Fler än {n} träffar. Här är de senaste.").format(n=total)
    sentence = ngettext("{n} träff", "{n} träffar", total).format(n=total)
    return _("{count}, av vilka {shown} visas.").format(count=sentence, shown=len(found["hits"]))


def _print(hit: HitRow) -> None:
    console = out()
    item = hit["item"]
    where = [hit["municipality"]["name"], hit_kind_word(hit["kind"])]
    where += [f"{item['body']['name']} § {item['number']}"] if item else []
    where += [hit["date"].isoformat()] if hit["date"] else []
    where += [case["number"] for case in hit["cases"] if case["number"]][:1]
    console.print(cell(" · ".join(where), "dim"))
    console.print(_marked(hit["title"], "bold"))
    if hit["text"]:
        console.print(_marked(hit["text"], ""))
    console.print()


def _marked(segments: Sequence[Segment], style: str) -> Text:
    """The text with the words that were found underlined."""
    return Text.assemble(
        *(cell(one["text"], f"{style} underline".strip() if one["found"] else style) for one in segments)
    )
