"""What a § rests on, where it has been, and who is sent it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.styles.facts import Matter
from tests.styles.page import Row, columns, para
from tests.styles.style import Feature, Style
from tests.styles.words import Json, organ_of

Listing = Callable[[Sequence[str]], list[Row]]


def _marked(mark: str) -> Listing:
    return lambda entries: [para(f"{mark}{entry}", before=0.1) for entry in entries]


def _comma(entries: Sequence[str]) -> list[Row]:
    return [para(", ".join(entries), before=0.1)]


def _and(entries: Sequence[str]) -> list[Row]:
    text = " och ".join([", ".join(entries[:-1]), entries[-1]]) if len(entries) > 1 else entries[0]
    return [para(text, before=0.1)]


def _hanging(mark: str) -> Listing:
    return lambda entries: [columns((8, mark), (22, entry), before=0.1) for entry in entries]


RECEIVERS: Feature[Listing] = Feature(
    "receivers",
    {
        "a line each": _marked(""),
        "dashes": _marked("- "),
        "bullets": _hanging("•"),
        "commas": _comma,
        "commas and och": _and,
    },
    ("sent_to",),
)
BASIS: Feature[Listing] = Feature(
    "basis",
    {"a line each": _marked(""), "dashes": _marked("- "), "bullets": _hanging("•"), "en dashes": _marked("– "), "numbered": lambda entries: [para(f"{at}. {entry}", before=0.1) for at, entry in enumerate(entries, 1)]},
    ("basis", "earlier"),
)  # fmt: skip
EARLIER: Feature[str] = Feature(
    "earlier",
    {
        "Kommunstyrelsen bordlade ärendet den": "{body} {verb} den {day} {month} {year}, § {number}.",
        "Kommunstyrelsen 2025-02-04 § 19": "{body} {date} § {number}",
        "Bordlagt den": "Bordlagt den {day} {month} {year}, § {number}.",
    },
    ("earlier", "basis"),
)


def sent_to(style: Style, matter: Matter) -> tuple[list[Row], list[str]]:
    organ = organ_of(style)
    entries = [_of(entry, organ.above) for entry in matter.sent_to]
    return RECEIVERS.of(style)(entries), entries


def _of(entry: str, above: str | None) -> str:
    return (above or "Revisorerna").capitalize() if entry == "Kommunfullmäktige" else entry


def basis(style: Style, matter: Matter) -> tuple[list[Row], list[Json]]:
    return BASIS.of(style)(matter.basis), [{"text": entry} for entry in matter.basis]


def earlier(style: Style, matter: Matter) -> tuple[list[Row], list[Json]]:
    rows, gold = [], []
    months = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ]
    for _, verb, date, number in matter.earlier:
        year, month, day = date.split("-")
        name = organ_of(style).name
        values = {"body": name, "verb": verb, "date": date, "number": number, "year": year, "day": int(day)}
        rows.append(para(EARLIER.of(style).format(**values, month=months[int(month) - 1]), before=0.1))
        gold.append({"date": date, "item_number": number})
    return rows, gold
