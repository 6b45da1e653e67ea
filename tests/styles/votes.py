"""Votes: what yes and no mean, how each voted, and the result."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.styles.facts import Cast, Who
from tests.styles.page import Row, columns, para
from tests.styles.stances import WISHES, Wish
from tests.styles.style import Feature, Style
from tests.styles.words import NUMBER_WORDS, Json, joined, named, organ_of

Meaning = Callable[
    [Wish, Wish], tuple[list[str], bool]
]  # the lines, and whether they say nouns ("bifall till motionen")


MEANING: Feature[Meaning] = Feature(
    "vote meaning",
    {
        "Ja-röst för": lambda yes, no: ([f"Ja-röst för {yes.noun}. Nej-röst för {no.noun}."], True),
        "Godkänd voteringsproposition": lambda yes, no: (
            [f"Godkänd voteringsproposition: ”Ja för {yes.noun} och Nej för {no.noun}.”"],
            True,
        ),
        "Ja-röst innebär": lambda yes, no: (
            [f"Ja-röst innebär {yes.noun}.", f"Nej-röst innebär {no.noun}."],
            True,
        ),
        "Ja = Nej =": lambda yes, no: ([f"Ja = {yes.noun}", f"Nej = {no.noun}"], True),
        "JA: NEJ:": lambda yes, no: ([f"JA: {yes.noun}", f"NEJ: {no.noun}"], True),
        "Ja – Nej –": lambda yes, no: ([f"Ja – {yes.noun}", f"Nej – {no.noun}"], True),
        "Den som vill": lambda yes, no: (
            [f"Den som vill {yes.infinitive} röstar ja. Den som vill {no.infinitive} röstar nej."],
            False,
        ),
        "Den som röstar ja röstar för": lambda yes, no: (
            [f"Den som röstar ja röstar för {yes.noun}. Den som röstar nej röstar för {no.noun}."],
            True,
        ),
        "Nej first": lambda yes, no: ([f"Nej-röst för {no.noun}. Ja-röst för {yes.noun}."], True),
        "Ja-röst för att": lambda yes, no: (
            [f"Ja-röst för att {yes.infinitive}. Nej-röst för att {no.infinitive}."],
            False,
        ),
        "none": lambda yes, no: ([], False),
    },
    ("vote_meaning", "vote_counts", "ballots"),
)

Ballots = Callable[[Style, Cast], list[Row]]
# Whether those who vote stand with their parties, as in most minutes, or by name alone, as in a roll-call.
VOTERS = Feature("names in votes", {"Anna Ek (S)": True, "Anna Ek": False}, ("ballots",), usual=6)


def _named(style: Style, one: Who) -> str:
    return named(style, one if VOTERS.of(style) else Who(one.name))


def _joined(style: Style, people: Sequence[Who]) -> str:
    return joined(style, people if VOTERS.of(style) else [Who(one.name) for one in people])


def _each(style: Style, cast: Cast) -> list[tuple[Who, str]]:
    """Everybody who voted with the word for it, as they stand in the list of members: mixed, not sorted."""
    words = [*((one, "Ja") for one in cast.yes), *((one, "Nej") for one in cast.no)]
    words += [(one, "Avstår") for one in cast.abstain]
    return sorted(words, key=lambda pair: pair[0].name.split()[-1])


def _say(style: Style, cast: Cast) -> list[Row]:
    return [
        para(f"{_joined(style, people)} {words} ({len(people)}).", before=0.2)
        for people, words in ((cast.yes, "röstar Ja"), (cast.no, "röstar Nej"), (cast.abstain, "avstår från att rösta"))
        if people
    ]


def _headed(yes: str, no: str, abstain: str) -> Ballots:
    def rows(style: Style, cast: Cast) -> list[Row]:
        groups = ((yes, cast.yes), (no, cast.no), (abstain, cast.abstain))
        return [para(f"{label} {_joined(style, people)}.", before=0.2) for label, people in groups if people]

    return rows


def _beneath(style: Style, cast: Cast) -> list[Row]:
    rows = []
    for label, people in (("Ja-röster", cast.yes), ("Nej-röster", cast.no), ("Avstår", cast.abstain)):
        rows += [para(label, before=0.4), *(para(_named(style, one), before=0) for one in people)]
    return rows


def _by_line(mark: str) -> Ballots:
    return lambda style, cast: [para(f"{_named(style, one)}{mark}{word}", before=0) for one, word in _each(style, cast)]


def _table(style: Style, cast: Cast) -> list[Row]:
    places = {"Ja": 220.0, "Nej": 290.0, "Avstår": 360.0}
    head = columns((0, "Ledamot"), (220, "Ja"), (290, "Nej"), (360, "Avstår"), before=0.4)
    rows = [columns((0, _named(style, one)), (places[word], "X")) for one, word in _each(style, cast)]
    return [Row(tuple(head.cells), head.before, keep=True), *rows]


def _columns(style: Style, cast: Cast) -> list[Row]:
    return [columns((0, _named(style, one)), (220, word)) for one, word in _each(style, cast)]


def _upprop(style: Style, cast: Cast) -> list[Row]:
    rest = f" {_joined(style, cast.abstain)} avstår från att rösta." if cast.abstain else ""
    return [para(f"Vid upprop röstar {_joined(style, cast.yes)} ja, medan {_joined(style, cast.no)} röstar nej.{rest}")]


BALLOTS: Feature[Ballots] = Feature(
    "ballots",
    {
        "A, B röstar Ja (2)": _say,
        "Ja-röster: A, B": _headed("Ja-röster:", "Nej-röster:", "Avstår:"),
        "Följande röstar JA:": _headed(
            "Följande ledamöter röstar JA:",
            "Följande ledamöter röstar NEJ:",
            "Följande ledamöter AVSTÅR från att rösta:",
        ),
        "Ja: A, B": _headed("Ja:", "Nej:", "Avstår:"),
        "Ja röstar A, B": _headed("Ja röstar", "Nej röstar", "Avstår från att rösta:"),
        "Ja-röster, names beneath": _beneath,
        "A: Ja": _by_line(": Ja".removesuffix("Ja")),
        "A - Ja": _by_line(" - "),
        "A – Ja": _by_line(" – "),
        "A  Ja, in columns": _columns,
        "table of crosses": _table,
        "Vid upprop": _upprop,
        "none": lambda style, cast: [],
    },
    ("ballots", "vote_counts"),
)

Result = Callable[[int, int, int, str], tuple[str, bool]]  # the sentence, and whether it tells who abstained
RESULT: Feature[Result] = Feature(
    "vote result",
    {
        "Med 7 ja-röster mot 3": lambda y, n, a, what: (
            f"Med {y} ja-röster mot {n} nej-röster beslutar {what}.",
            False,
        ),
        "Omröstningen utfaller": lambda y, n, a, what: (
            f"Omröstningen utfaller med {y} Ja mot {n} Nej. {a} ledamot avstår från att rösta.",
            True,
        ),
        "number words": lambda y, n, a, what: (
            f"Med {NUMBER_WORDS[y]} ja-röster mot {NUMBER_WORDS[n]} nej-röster beslutar {what}.",
            False,
        ),
        "Omröstningsresultat: 7 ja, 3 nej, 1 avstår": lambda y, n, a, what: (
            f"Omröstningsresultat: {y} ja, {n} nej, {a} avstår.",
            True,
        ),
        "7 ledamöter röstar ja": lambda y, n, a, what: (
            f"{y} ledamöter röstar ja, {n} ledamöter röstar nej och {a} ledamot avstår.",
            True,
        ),
        "7 ja-röster och 3 nej-röster": lambda y, n, a, what: (
            f"Omröstningen har utfallit med {y} ja-röster och {n} nej-röster. {a} avstår.",
            True,
        ),
        "beslutar, med 7 ja-röster mot 3,": lambda y, n, a, what: (
            f"Ordföranden finner att {what.split(' att ')[0]}, med {y} ja-röster mot {n} nej-röster, beslutar att "
            f"{what.split(' att ')[1]}.",
            False,
        ),
    },
    ("vote_counts", "ballots", "vote_meaning"),
)
BEGUN = Feature("vote begins", {"Omröstning begärs": "Omröstning begärs.", "Votering": "Votering begärs och verkställs.", "none": ""}, ("vote_meaning", "vote_counts"))  # fmt: skip


def voted(style: Style, cast: Cast) -> tuple[list[Row], list[Json]]:
    """The rows of a vote, and the vote that they state."""
    yes, no = WISHES[cast.yes_for], WISHES[cast.no_for]
    lines, nouns = MEANING.of(style)(yes, no)
    listed = BALLOTS.of(style)(style, cast)
    counts = len(cast.yes), len(cast.no), len(cast.abstain)
    result, told = RESULT.of(style)(*counts, f"{organ_of(style).within} att {yes.infinitive}")
    rows = [para(BEGUN.of(style))] if BEGUN.of(style) else []
    rows += [para(line, before=0.2) for line in lines] + listed + [para(result)]
    vote: Json = {"yes": counts[0], "no": counts[1], "yes_means": None, "no_means": None}
    if lines:
        vote |= {"yes_means": _meant(yes, nouns), "no_means": _meant(no, nouns)}
    if told or BALLOTS.form(style) == "A, B röstar Ja (2)":
        vote["abstain"] = counts[2]
    groups = (("yes", cast.yes), ("no", cast.no), ("abstain", cast.abstain)) if listed else ()
    parties = VOTERS.of(style)
    vote["ballots"] = [
        {"name": one.name, "party": one.party if parties else None, "vote": how}
        for how, people in groups
        for one in people
    ]
    return rows, [vote]


def _meant(wish: Wish, nouns: bool) -> list[str]:
    return [wish.noun] if nouns else [wish.infinitive, f"att {wish.infinitive}"]
