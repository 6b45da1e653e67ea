"""What is decided or proposed: the lead, the marks of its points, and the mood they stand in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.styles.facts import Block, Clause
from tests.styles.page import Row, para
from tests.styles.style import Feature, Style
from tests.styles.words import Json, Organ, organ_of

FIELDS = ("clauses", "clause_outcome", "item_outcome", "decision_mode")
HEADING: Feature[Callable[[Organ], str]] = Feature(
    "decision heading",
    {
        "Beslut": lambda organ: "Beslut",
        "Kommunstyrelsens beslut": lambda organ: f"{organ.genitive} beslut",
        "KOMMUNSTYRELSENS BESLUT": lambda organ: f"{organ.genitive} beslut".upper(),
        "Beslut:": lambda organ: "Beslut:",
        "BESLUT": lambda organ: "BESLUT",
    },
    FIELDS,
)
# The heading of a proposal to the body above, and whether it says who decides, so that no lead follows.
PROPOSAL_HEADING: Feature[tuple[Callable[[Organ], str] | None, bool]] = Feature(
    "proposal heading",
    {
        "as a decision": (None, False),
        "Kommunstyrelsens förslag till kommunfullmäktige": (lambda o: f"{o.genitive} förslag till {o.above}", True),
        "Förslag till kommunfullmäktige": (lambda o: f"Förslag till {o.above}", True),
        "Beslut – förslag till kommunfullmäktige": (lambda o: f"Beslut – förslag till {o.above}", True),
        "Kommunstyrelsens förslag till beslut i kommunfullmäktige": (
            lambda o: f"{o.genitive} förslag till beslut i {o.above}",
            True,
        ),
    },
    FIELDS,
)


@dataclass(frozen=True, slots=True)
class Points:
    """`mood` is which of a clause's moods; `lead` whether a line goes before; `mark` what stands before point n of many."""

    mood: str
    lead: str
    mark: Callable[[int, int], str]


def _numbered(n: int, many: int) -> str:
    return f"{n}. "


def _numbered_if_many(n: int, many: int) -> str:
    return f"{n}. " if many > 1 else ""


def _bracketed(n: int, many: int) -> str:
    return f"{n}) "


def _plain(n: int, many: int) -> str:
    return ""


POINTS = Feature(
    "points",
    {
        "beslutar / 1. att avslå": Points("att", "besluta", _numbered),
        "beslutar / att avslå": Points("att", "besluta", _plain),
        "beslutar / - att avslå": Points("att", "besluta", lambda n, many: "- "),
        "beslutar / – att avslå": Points("att", "besluta", lambda n, many: "– "),
        "beslutar att / 1. avslå": Points("infinitive", "besluta att", _numbered_if_many),
        "beslutar att / 1) avslå": Points("infinitive", "besluta att", _bracketed),
        "beslutar: / • att avslå": Points("att", "besluta:", lambda n, many: "• "),
        "beslutar att avslå": Points("sentence", "", _plain),
        "avslår": Points("present", "", _plain),
        "1. avslås": Points("passive", "", _numbered),
        "avslås": Points("passive", "", _plain),
        "1. avslår": Points("present", "", _numbered_if_many),
    },
    FIELDS,
)
PROPOSING = Feature(
    "proposing",
    {"föreslår X besluta": "{organ} föreslår {above} besluta", "föreslår att X beslutar": "{organ} föreslår att {above} beslutar"},
    FIELDS,
)  # fmt: skip

LEAD = Feature("lead letters", {"as text": str, "capitals": str.upper}, FIELDS)


def heading_of(style: Style, block: Block) -> str:
    """The words over a block."""
    organ = organ_of(style)
    make, _ = PROPOSAL_HEADING.of(style)
    if make and _proposes(organ, block):
        return make(organ)
    return HEADING.of(style)(organ)


def _proposes(organ: Organ, block: Block) -> bool:
    return block.proposes and organ.above is not None


def decided(style: Style, block: Block) -> tuple[list[Row], Json]:
    """The rows of a block beneath its heading, and the decision that they state."""
    organ, points = organ_of(style), POINTS.of(style)
    proposes = _proposes(organ, block)
    headed = proposes and PROPOSAL_HEADING.of(style)[1]
    lead = "" if headed else LEAD.of(style)(_lead(style, organ, points, proposes))
    rows = [para(lead)] if lead else []
    clauses: list[Json] = []
    for at, clause in enumerate(block.clauses, 1):
        printed, texts = _clause(organ, points, clause, proposes=proposes, headed=headed)
        if lead and not points.mark(at, len(block.clauses)):
            texts.append(f"{lead} {printed}")  # one sentence over two lines
        rows.append(para(points.mark(at, len(block.clauses)) + printed, before=0.2, x=14 if points.mark(at, 2) else 0))
        clauses.append({"text": texts, "outcome": clause.outcome})
    gold = {"mode": "proposes" if proposes else "decides", "to": organ.above if proposes else None, "clauses": clauses}
    return rows, gold


def _lead(style: Style, organ: Organ, points: Points, proposes: bool) -> str:
    if proposes and not points.lead:
        # "Motionen avslås" alone would not say who is to decide; a sentence says it itself
        return f"{organ.name} föreslår att {organ.above} beslutar:" if points.mood == "passive" else ""
    if not points.lead:
        return ""
    if not proposes:
        return f"{organ.name} {points.lead.replace('besluta', 'beslutar')}"
    return PROPOSING.of(style).format(organ=organ.name, above=organ.above) + points.lead.removeprefix("besluta")


def _clause(organ: Organ, points: Points, clause: Clause, *, proposes: bool, headed: bool) -> tuple[str, list[str]]:
    """A point as printed, and the texts that it may be read as."""
    who = (organ.above or "").capitalize() if headed else organ.name
    bare = [f"att {clause.infinitive}.", f"{clause.infinitive}."]
    match points.mood:
        case "att":
            printed = f"att {clause.infinitive}."
        case "infinitive":
            printed = f"{'att ' if headed else ''}{clause.infinitive}."
        case "passive":
            printed = f"{clause.passive}."
        case "present" if proposes and not headed:
            printed = f"{who} föreslår att {organ.above} {clause.present}."
            bare.append(f"{organ.above} {clause.present}.")
        case "present":
            printed = f"{who} {clause.present}."
        case _ if proposes and not headed:
            printed = f"{who} föreslår att {organ.above} beslutar att {clause.infinitive}."
        case _:
            printed = f"{who} beslutar att {clause.infinitive}."
    return printed, list(dict.fromkeys([printed, *(bare if points.mood not in ("passive",) else [])]))


def outcome_of(blocks: tuple[Block, ...]) -> str | list[str | None] | None:
    """What the § does to the matter: what its first point does."""
    return next(iter(blocks)).clauses[0].outcome
