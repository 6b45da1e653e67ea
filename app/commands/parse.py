"""`diarium parse FILE`: what the reader makes of one PDF, before any database is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

import importers
from app.commands.paths import shown
from app.commands.tables import cell, out
from app.commands.terminal import json_text, write
from app.errors import Exit, MachineBusy, unreadable
from app.journal.files import read_bytes
from app.language.codes import kind_word, mode_word, outcome_word
from app.language.doubts import doubt_sentence
from app.language.i18n import gettext, ngettext
from importers.bundle import Bundle, Document, Doubt, Item, Severity, bundle_to_json
from importers.errors import UnreadableFile

_ = gettext


def parse(file: Path, *, as_json: bool) -> int:
    """Read the file and print it. Gives 3 where the reading has doubts of severity error, else 0."""
    bundle = read(read_bytes(file), file)
    if as_json:
        write(json_text(with_messages(bundle)))
    else:
        print_summary(out(), bundle)
    return Exit.NEEDS_REVIEW if any(doubt.severity is Severity.ERROR for doubt in bundle.doubts) else Exit.DONE


def read(data: bytes, file: Path) -> Bundle:
    """The bundle in the bytes of that file. Raises `Unreadable` with the reader's reason, or `MachineBusy`."""
    try:
        return importers.read_bundle(data, shown(file))
    except UnreadableFile as refused:
        raise unreadable(shown(file), refused.code.value, refused.params) from refused
    except importers.MachineTooBusy as busy:
        raise MachineBusy from busy


def with_messages(bundle: Bundle) -> dict[str, Any]:
    """The bundle as the contract prints it: plain JSON values, and each doubt with its sentence."""
    plain = bundle_to_json(bundle)
    for doubt in plain["doubts"]:
        doubt["message"] = doubt_sentence(doubt["code"], doubt["params"])
    return plain


def print_summary(console: Console, bundle: Bundle) -> None:
    """The documents, their §§, how many words were understood, and what is doubted."""
    pages = len(bundle.file.pages)
    console.print(
        cell(bundle.file.name, "bold"),
        Text("· " + ngettext("{n} sida", "{n} sidor", pages).format(n=pages)),
    )
    for number, document in enumerate(bundle.documents, start=1):
        _print_document(console, number, document)
    console.print()
    print_reading(console, bundle)


def print_reading(console: Console, bundle: Bundle) -> None:
    """What became of the words, and what is doubted."""
    console.print(cell(_words(bundle)))
    for doubt in bundle.doubts:
        _print_doubt(console, doubt)


def _print_document(console: Console, number: int, document: Document) -> None:
    first, last = document.pages
    where = _("sidan {n}").format(n=first) if first == last else _("sidorna {a}–{b}").format(a=first, b=last)
    date = document.date.isoformat() if document.date else _("utan datum")
    facts = [kind_word(document.kind), document.body or _("okänt organ"), date, *document.case_numbers, where]
    console.print()
    console.print(cell(f"{number}."), cell(" · ".join(facts), "bold"), soft_wrap=True)
    for line in [document.title, _stamp(document)]:
        if line:
            console.print(cell(f"   {line}"), soft_wrap=True)
    for item in document.items:
        _print_item(console, item)


def _stamp(document: Document) -> str | None:
    if document.received is None:
        return None
    number = document.document_number or _("utan nummer")
    return _("Inkommen {date}, {number}").format(date=document.received.isoformat(), number=number)


def _print_item(console: Console, item: Item) -> None:
    console.print(cell(" · ".join([f"   § {item.number} {item.title}", *item.case_numbers])), soft_wrap=True)
    for decision in item.decisions:
        outcome = _(" ({outcome})").format(outcome=outcome_word(item.outcome)) if item.outcome else ""
        console.print(cell(f"     {decision.body or _('organet')} {mode_word(decision.mode)}{outcome}"), soft_wrap=True)
        for clause in decision.clauses:
            console.print(cell(f"       – {clause.text}"), soft_wrap=True)
    counts = _counts(item)
    if counts:
        console.print(cell(f"     {counts}"), soft_wrap=True)


def _counts(item: Item) -> str:
    """How much of each kind the § holds: `2 yrkanden, 1 reservation`."""
    counted = [
        (ngettext("{n} yrkande", "{n} yrkanden", len(item.yrkanden)), len(item.yrkanden)),
        (ngettext("{n} votering", "{n} voteringar", len(item.votes)), len(item.votes)),
        (ngettext("{n} reservation", "{n} reservationer", len(item.reservations)), len(item.reservations)),
        (ngettext("{n} yttrande", "{n} yttranden", len(item.statements)), len(item.statements)),
    ]
    return ", ".join(words.format(n=n) for words, n in counted if n)


def _words(bundle: Bundle) -> str:
    words = bundle.words
    return _(
        "Av {total} ord är {claimed} lästa ({sections} av dem bara som löpande text), {furniture} sidhuvud och sidfot och "
        "{unread} inte förstådda."
    ).format(
        total=words.total,
        claimed=words.claimed,
        sections=sum(words.in_sections.values()),
        furniture=words.furniture,
        unread=words.unread,
    )


def _print_doubt(console: Console, doubt: Doubt) -> None:
    grave = doubt.severity is Severity.ERROR
    label = _("Granska:") if grave else _("Anmärkning:")
    sentence = doubt_sentence(doubt.code, doubt.params)
    console.print(cell(label, "bold red" if grave else "dim"), cell(sentence), soft_wrap=True)
    for source in doubt.sources:
        if source.places:
            where = _("sidan {n}").format(n=source.places[0].page)
            console.print(cell(f"   {where}: ”"), cell(source.quote, limit=120), cell("”"), sep="", soft_wrap=True)
