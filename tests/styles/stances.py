"""Who wants what, and what the chair finds: yrkanden and propositions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.styles.facts import Matter, Moved, Who
from tests.styles.page import Row, para
from tests.styles.style import Feature, Style
from tests.styles.words import Json, Organ, joined, named, named_in_genitive, organ_of, person


@dataclass(frozen=True, slots=True)
class Wish:
    """A stance in the moods that sentences need."""

    noun: str
    passive: str
    infinitive: str
    present: str


WISHES = {
    "bifall": Wish("bifall till motionen", "motionen bifalls", "bifalla motionen", "bifaller motionen"),
    "avslag": Wish("avslag på motionen", "motionen avslås", "avslå motionen", "avslår motionen"),
    "besvara": Wish(
        "att motionen anses besvarad",
        "motionen anses besvarad",
        "anse motionen besvarad",
        "anser motionen besvarad",
    ),
    "aterremiss": Wish(
        "återremiss av ärendet", "ärendet återremitteras", "återremittera ärendet", "återremitterar ärendet"
    ),
    "bordlaggning": Wish(
        "bordläggning av ärendet", "ärendet bordläggs", "bordlägga ärendet", "bordlägger ärendet"
    ),
}  # fmt: skip

YRKANDE: Feature[Callable[[str, Wish, Organ], str]] = Feature(
    "yrkande",
    {
        "yrkar bifall till": lambda who, wish, organ: f"{who} yrkar {wish.noun}.",
        "yrkar på bifall till": lambda who, wish, organ: f"{who} yrkar {'' if wish.noun.startswith('att') else 'på '}{wish.noun}.",
        "yrkar att motionen bifalls": lambda who, wish, organ: f"{who} yrkar att {wish.passive}.",
        "yrkar att nämnden bifaller": lambda who, wish, organ: f"{who} yrkar att {organ.within} {wish.present}.",
        "yrkar att nämnden beslutar att bifalla": lambda who, wish, organ: f"{who} yrkar att {organ.within} beslutar att {wish.infinitive}.",
        "föreslår att nämnden bifaller": lambda who, wish, organ: f"{who} föreslår att {organ.within} {wish.present}.",
        "föreslår nämnden bifalla": lambda who, wish, organ: f"{who} föreslår {organ.within} {wish.infinitive}.",
        "föreslår bifall till": lambda who, wish, organ: f"{who} föreslår {wish.noun}.",
        "yrkar, för partiet, bifall": lambda who, wish, organ: f"{who} yrkar för sitt partis räkning {wish.noun}.",
    },
    ("yrkanden", "movers"),
)  # fmt: skip
TOGETHER: Feature[Callable[[Style, Moved], tuple[str, str]]] = Feature(
    "co-movers",
    {
        "joined": lambda style, moved: (joined(style, moved.movers), ""),
        "med instämmande av": lambda style, moved: (
            named(style, moved.movers[0]),
            f" med instämmande av {joined(style, moved.movers[1:])}",
        ),
        "vilket X instämmer i": lambda style, moved: (
            named(style, moved.movers[0]),
            f", vilket {joined(style, moved.movers[1:])} instämmer i",
        ),
        "X instämmer i yrkandet": lambda style, moved: (
            named(style, moved.movers[0]),
            f". {joined(style, moved.movers[1:])} instämmer i yrkandet",
        ),
    },
    ("yrkanden", "movers"),
)  # fmt: skip
IN_ONE = Feature("yrkanden in one sentence", {"apart": "", "och": " och ", "medan": ", medan "}, ("yrkanden", "movers"))


def yrkanden(style: Style, matter: Matter) -> tuple[list[Row], list[Json]]:
    """The rows of who moves what, and the yrkanden. Where two share a sentence, no text of one alone is asked for."""
    printed = [_sentence(style, moved) for moved in matter.moved]
    gold: list[Json] = [
        {"movers": [person(one) for one in moved.movers], "stance": moved.stance, "text": text}
        for moved, text in zip(matter.moved, printed, strict=True)
    ]
    if len(printed) == 2 and (join := IN_ONE.of(style)) and not any("." in text[:-1] for text in printed):
        for entry in gold:
            del entry["text"]
        return [para(printed[0][:-1] + join + printed[1])], gold
    return [para(text) for text in printed], gold


def _sentence(style: Style, moved: Moved) -> str:
    who, tail = joined(style, moved.movers), ""
    if len(moved.movers) > 1:
        who, tail = TOGETHER.of(style)(style, moved)
    sentence = YRKANDE.of(style)(who, WISHES[moved.stance], organ_of(style))
    return f"{sentence[:-1]}{tail}."


Proposed = Callable[[Style, Moved, Moved, str], tuple[str, str | list[str]]]


def _mover(style: Style, moved: Moved) -> str:
    one: Who = moved.movers[0]
    return f"{named_in_genitive(style, one)} {'m.fl. ' if len(moved.movers) > 1 else ''}yrkande"


def _yrkande_against(style: Style, won: Moved, lost: Moved, verb: str) -> tuple[str, str | list[str]]:
    organ = organ_of(style)
    return (
        f"Ordföranden ställer {_mover(style, lost)} mot {_mover(style, won)} och finner att {organ.within} {verb} "
        f"{_mover(style, won)}.",
        _mover(style, won),
    )


def _on_stances(style: Style, won: Moved, lost: Moved, verb: str) -> tuple[str, str | list[str]]:
    organ, wish, other = organ_of(style), WISHES[won.stance], WISHES[lost.stance]
    return (
        f"Ordföranden ställer proposition på {other.noun} och på {wish.noun} och finner att {organ.within} beslutar att "
        f"{wish.infinitive}.",
        [wish.infinitive, f"att {wish.infinitive}", f"beslutar att {wish.infinitive}"],
    )


def _two_sentences(style: Style, won: Moved, lost: Moved, verb: str) -> tuple[str, str | list[str]]:
    organ = organ_of(style)
    return (
        f"Ordföranden ställer propositioner på yrkandena och finner att {organ.within} {verb} {_mover(style, won)}.",
        _mover(style, won),
    )


def _finds_granted(style: Style, won: Moved, lost: Moved, verb: str) -> tuple[str, str | list[str]]:
    organ = organ_of(style)
    return (
        f"Ordföranden prövar yrkandena mot varandra och finner att {organ.within} bifaller {_mover(style, won)}.",
        _mover(style, won),
    )


PROPOSITION: Feature[Proposed] = Feature(
    "proposition",
    {
        "ställer yrkande mot yrkande": _yrkande_against,
        "ställer proposition på bifall och på avslag": _on_stances,
        "ställer propositioner på yrkandena": _two_sentences,
        "prövar yrkandena": _finds_granted,
    },
    ("propositions",),
)
VERB = Feature("finding", {"beslutar enligt": "beslutar enligt", "beslutar i enlighet med": "beslutar i enlighet med"}, ("propositions",))  # fmt: skip


def propositions(style: Style, matter: Matter) -> tuple[list[Row], list[Json]]:
    """What the chair puts and finds."""
    won = next(moved for moved in matter.moved if moved.stance == matter.won)
    lost = next(moved for moved in matter.moved if moved.stance != matter.won)
    text, winner = PROPOSITION.of(style)(style, won, lost, VERB.of(style))
    return [para(text)], [{"winner": winner}]
