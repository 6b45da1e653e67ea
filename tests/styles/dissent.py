"""Reservations, statements, who takes no part, and who is biased."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.styles.facts import Matter, Who
from tests.styles.page import Row, para
from tests.styles.style import Feature, Style
from tests.styles.words import Json, joined, named, person

RESERVING: Feature[tuple[str, str | None]] = Feature(
    "reservation",
    {
        "till förmån för eget yrkande": (
            "{who} reserverar sig mot beslutet till förmån för eget yrkande.",
            "eget yrkande",
        ),
        "till förmån för det egna yrkandet": (
            "{who} reserverar sig mot beslutet till förmån för det egna yrkandet.",
            "det egna yrkandet",
        ),
        "reserverar sig": ("{who} reserverar sig mot beslutet.", None),
        "reserverade sig": ("{who} reserverade sig mot beslutet.", None),
        "Mot beslutet reserverar sig": ("Mot beslutet reserverar sig {who}.", None),
        "reserverar sig skriftligt": ("{who} reserverar sig skriftligt mot beslutet.", None),
        "reserverar sig till förmån för": (
            "{who} reserverar sig till förmån för sitt yrkande.",
            "sitt yrkande",
        ),
        "anmäler reservation": ("{who} anmäler reservation mot beslutet.", None),
        "reserverar sig mot beslutet att": ("{who} reserverar sig mot beslutet i ärendet.", None),
    },
    ("reservations", "in_favour_of"),
)  # fmt: skip


def reservations(style: Style, matter: Matter) -> tuple[list[Row], list[Json]]:
    form, favour = RESERVING.of(style)
    texts = [form.format(who=joined(style, people)) for people in matter.reserved]
    gold = [
        {"people": [person(one) for one in people], "parties": [], "in_favour_of": favour, "text": text}
        for people, text in zip(matter.reserved, texts, strict=True)
    ]
    return [para(text) for text in texts], gold


NOTING: Feature[str] = Feature(
    "protokollsanteckning",
    {
        "antecknar följande": "{who} antecknar följande till protokollet: {text}",
        "lämnar följande protokollsanteckning": "{who} lämnar följande protokollsanteckning: {text}",
        "anmäler": "{who} anmäler följande protokollsanteckning: {text}",
        "quoted": "{who} lämnar följande protokollsanteckning: ”{text}”",
        "name and colon": "{who}: {text}",
    },
    ("statements",),
)
SEPARATE: Feature[str] = Feature(
    "särskilt yttrande",
    {
        "lämnar": "{who} lämnar ett särskilt yttrande.",
        "anmäler": "{who} anmäler särskilt yttrande.",
        "avger": "{who} avger ett särskilt yttrande.",
        "passive": "Särskilt yttrande lämnas av {who}.",
        "får lämna": "{who} anmäler att ett särskilt yttrande lämnas till protokollet.",
    },
    ("statements",),
)
APART: Feature[str] = Feature(
    "deltar ej",
    {
        "deltar inte i beslutet": "{who} deltar inte i beslutet.",
        "deltar ej i beslutet": "{who} deltar ej i beslutet.",
        "meddelar": "{who} meddelar att han inte deltar i beslutet.",
        "avstår": "{who} avstår från att delta i beslutet.",
        "anmäler": "{who} anmäler att han inte deltar i beslutet.",
        "deltog inte": "{who} deltog inte i beslutet.",
    },
    ("statements", "jav"),
)
BIASED: Feature[str] = Feature(
    "jäv",
    {
        "på grund av jäv": "{who} deltar inte i handläggningen av ärendet på grund av jäv.",
        "anmäler jäv": "{who} anmäler jäv och deltar inte i handläggningen av ärendet.",
        "På grund av jäv": "På grund av jäv deltar {who} inte i handläggningen av ärendet.",
        "anmäler jäv och lämnar": "{who} anmäler jäv och lämnar sammanträdet under ärendet.",
        "p.g.a.": "{who} deltar inte i beslutet p.g.a. jäv.",
    },
    ("jav", "statements"),
)


def _stated(kind: str, style: Style, form: str, people: Sequence[Who], text: str = "") -> tuple[list[Row], list[Json]]:
    rows: list[Row] = []
    gold: list[Json] = []
    for one in people:
        printed = form.format(who=named(style, one), text=text)
        rows.append(para(printed))
        gold.append({"kind": kind, "people": [person(one)], "parties": [], "text": [printed, text]})
    return rows, gold


Stating = Callable[[Style, Matter], tuple[list[Row], list[Json]]]


def notes(style: Style, matter: Matter) -> tuple[list[Row], list[Json]]:
    rows, gold = [], []
    for one, text in matter.noted:
        more, said = _stated("protokollsanteckning", style, NOTING.of(style), (one,), text)
        rows, gold = rows + more, gold + said
    return rows, gold


def separate(style: Style, matter: Matter) -> tuple[list[Row], list[Json]]:
    return _stated("sarskilt_yttrande", style, SEPARATE.of(style), matter.separate)


def apart(style: Style, matter: Matter) -> tuple[list[Row], list[Json]]:
    return _stated("deltar_ej", style, APART.of(style), matter.apart)


def biased(style: Style, matter: Matter) -> tuple[list[Row], list[Json]]:
    return _stated("jav", style, BIASED.of(style), matter.biased)
