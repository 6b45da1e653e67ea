"""How a style prints names, dates, numbers of cases, and the body that meets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.styles.facts import Who
from tests.styles.style import Feature, Style

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Organ:
    """A body: its name, the code of its register, and the body above it that it proposes to, if any."""

    name: str
    code: str
    above: str | None
    municipality: str
    house: str
    office: str

    @property
    def genitive(self) -> str:
        return self.name if self.name.endswith("s") else f"{self.name}s"

    @property
    def within(self) -> str:
        """As it stands within a sentence."""
        return self.name[0].lower() + self.name[1:]


ORGAN = Feature(
    "organ",
    {
        "styrelse": Organ("Kommunstyrelsen", "KS", "kommunfullmäktige", "Alvsta kommun", "Kommunhuset", "Kommunledningskontoret"),
        "nämnd": Organ("Barn- och utbildningsnämnden", "BUN", "kommunfullmäktige", "Alvsta kommun", "Skolhuset", "Utbildningsförvaltningen"),
        "teknisk": Organ("Tekniska nämnden", "TN", "kommunfullmäktige", "Alvsta kommun", "Förrådet", "Tekniska förvaltningen"),
        "fullmäktige": Organ("Kommunfullmäktige", "KF", None, "Alvsta kommun", "Kommunhuset", "Kommunledningskontoret"),
        "utskott": Organ("Kommunstyrelsens arbetsutskott", "KSAU", "kommunstyrelsen", "Alvsta kommun", "Kommunhuset", "Kommunledningskontoret"),
        "region": Organ("Regionstyrelsen", "RS", "regionfullmäktige", "Region Norrvik", "Regionens hus", "Regionkontoret"),
    },
)  # fmt: skip


def organ_of(style: Style) -> Organ:
    return ORGAN.of(style)


_MONTHS = [
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
Date = tuple[int, int, int]


def iso(date: Date) -> str:
    return f"{date[0]}-{date[1]:02}-{date[2]:02}"


def long_date(date: Date) -> str:
    return f"{date[2]} {_MONTHS[date[1] - 1]} {date[0]}"


DATES: Feature[Callable[[Date], str]] = Feature("dates", {"iso": iso, "long": lambda date: f"den {long_date(date)}"})

PARTY: Feature[Callable[[str], str]] = Feature(
    "party", {"capitals": lambda party: f"({party})", "small": lambda party: f"({party.lower()})"}
)
LAST_JOIN = Feature("names joined", {"och": " och ", "samt": " samt ", "comma": ", "})


def named(style: Style, one: Who) -> str:
    """`Anna Ek (S)`"""
    return f"{one.name} {PARTY.of(style)(one.party)}" if one.party else one.name


def named_in_genitive(style: Style, one: Who) -> str:
    """`Anna Eks (S)`"""
    name = one.name if one.name.endswith(("s", "x", "z")) else f"{one.name}s"
    return f"{name} {PARTY.of(style)(one.party)}"


def joined(style: Style, people: Sequence[Who]) -> str:
    """`Anna Ek (S), Bo Ås (M) och Cia Berg (V)`"""
    names = [named(style, one) for one in people]
    return LAST_JOIN.of(style).join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def person(one: Who) -> Json:
    return {"name": one.name, "party": one.party or None}


NUMBER_WORDS = ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
