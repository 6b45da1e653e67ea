"""The resources that are listed alike: which list each reads, and its description in Swedish and English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from app.api.matters import case_json
from app.language.corrections import correction_sentence
from app.language.findings import with_sentence
from app.language.followed import with_what_changed
from app.language.i18n import N_
from app.queries.listing import Listing
from app.queries.lists.cases import CASES
from app.queries.lists.changes import CHANGES, generation
from app.queries.lists.corrections import CORRECTIONS
from app.queries.lists.documents import DOCUMENTS
from app.queries.lists.facts import RESERVATIONS, STATEMENTS, VOTES, YRKANDEN
from app.queries.lists.findings import FINDINGS
from app.queries.lists.items import ITEMS, MEETINGS
from app.queries.lists.motions import MOTIONS
from app.queries.lists.people import BODIES, MUNICIPALITIES, PARTIES, PEOPLE
from app.queries.lists.presences import PRESENCES


@dataclass(frozen=True, slots=True)
class Resource:
    """`one` and `many` are what an operation is about; `alone` where a row can also be asked for by id here, and `dated`
    where an answer hangs on the day; `remembered` where it can be asked as of another; `beside` tells what a list says beside its rows."""

    listing: Listing
    singular: str
    many: str
    described: str
    one: str = ""
    alone: bool = True
    dated: bool = False
    remembered: bool = True
    beside: Callable[[Session], Mapping[str, Any]] = lambda _session: {}
    shown: Callable[[Any], Mapping[str, Any]] = lambda row: row

    @property
    def name(self) -> str:
        return self.listing.name


RESOURCES: tuple[Resource, ...] = (
    Resource(
        CASES,
        "case",
        "Ärenden, det senast behandlade först",
        "Matters, the one with the latest step first. One that several numbers lead to is listed once.",
        alone=False,
        shown=case_json,
    ),
    Resource(
        DOCUMENTS,
        "document",
        "Handlingar, den senaste först",
        "Documents: motions, minutes, extracts, officials' reports; each once, in however many files it lies.",
        alone=False,
    ),
    Resource(
        MEETINGS,
        "meeting",
        "Sammanträden, det senaste först",
        "Meetings with their §§, and on which of these there were yrkanden, reservations or votes.",
        N_("Ett sammanträde"),
    ),
    Resource(
        ITEMS,
        "item",
        "Paragrafer, den senaste först",
        "§§ with everything they say: decisions, yrkanden, propositions, votes, reservations and statements.",
        N_("En paragraf"),
    ),
    Resource(
        PRESENCES,
        "presence",
        "Närvaro, det senaste sammanträdet först",
        "Who was present at which meeting, as what, for whom and at which §§, as its papers list it.",
        N_("En närvarande"),
    ),
    Resource(
        MOTIONS,
        "motion",
        "Motioner, den senaste först",
        "Motions whose own paper is here: who signed, when the council got them, when their year ends, what became of them.",
        N_("En motion"),
        dated=True,
    ),
    Resource(
        YRKANDEN,
        "yrkande",
        "Yrkanden, det senaste först",
        "Proposals moved from the floor: by whom, what for, in which §.",
        N_("Ett yrkande"),
    ),
    Resource(
        RESERVATIONS,
        "reservation",
        "Reservationer, den senaste först",
        "Reservations. A group stays a group; `members` are those whom the attendance shows serving under its parties.",
        N_("En reservation"),
    ),
    Resource(
        STATEMENTS,
        "statement",
        "Yttranden, det senaste först",
        "Särskilda yttranden, notes for the record, abstentions and conflicts of interest; none of them is dissent.",
        N_("Ett yttrande"),
    ),
    Resource(
        VOTES,
        "vote",
        "Voteringar, den senaste först",
        "Voteringar with what yes and no mean, the counts, and each printed ballot.",
        N_("En votering"),
    ),
    Resource(
        PEOPLE,
        "person",
        "Personer, efter namn",
        "Whoever is named in minutes, under every name and party printed. Somebody merged into another redirects there.",
        N_("En person"),
    ),
    Resource(
        PARTIES,
        "party",
        "Partier, efter beteckning",
        "Parties as printed with people's names, one for each municipality.",
        N_("Ett parti"),
    ),
    Resource(
        BODIES,
        "body",
        "Organ, efter namn",
        "Bodies: councils, boards, committees. One that was renamed or divided says what it became.",
        N_("Ett organ"),
    ),
    Resource(
        MUNICIPALITIES,
        "municipality",
        "Kommuner, efter namn",
        "The municipalities that this installation holds.",
        N_("En kommun"),
    ),
    Resource(
        FINDINGS,
        "finding",
        "Iakttagelser, den allvarligaste först",
        "What a careful reader notices. Whether a motion's year is over, or soon is, hangs on `today`.",
        N_("En iakttagelse"),
        shown=with_sentence,
        dated=True,
    ),
    Resource(
        CHANGES,
        "change",
        "Ändringar, i den ordning de gjordes",
        "Every matter that was made, changed or is gone, numbered without gaps. Who follows `since` misses nothing.",
        N_("En ändring"),
        remembered=False,
        beside=lambda session: {"generation": generation(session)},
        shown=with_what_changed,
    ),
    Resource(
        CORRECTIONS,
        "correction",
        "Rättelser, den som rör den senaste dagen först",
        "What people corrected, added and removed: from what, to what, by whom in which role, when and why.",
        N_("En rättelse"),
        remembered=False,
        shown=lambda row: {**row, "sentence": correction_sentence(row["field"], row["correction"])},
    ),
)
