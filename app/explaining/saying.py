"""What a mark is called and what it says, in the language in force: `yrkande`, `Anna Ek (C): avslag`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.explaining.marks import Mark, MarkKind
from app.language.codes import kind_word, mode_word, outcome_word, stance_word, statement_word
from app.language.doubts import doubt_sentence
from app.language.i18n import N_, gettext
from app.register.named import with_party
from importers.bundle import (
    Answer,
    Ballot,
    BallotChoice,
    Clause,
    Decision,
    Doubt,
    Person,
    Presence,
    Reservation,
    Section,
    Statement,
    Vote,
    Yrkande,
)

_ = gettext

KIND_WORDS: dict[MarkKind, str] = {
    MarkKind.DOCUMENT: N_("uppgift om handlingen"),
    MarkKind.ITEM: N_("uppgift om paragrafen"),
    MarkKind.DECISION: N_("beslut"),
    MarkKind.BASIS: N_("beslutsunderlag"),
    MarkKind.EARLIER: N_("tidigare behandling"),
    MarkKind.YRKANDE: N_("yrkande"),
    MarkKind.PROPOSITION: N_("proposition"),
    MarkKind.VOTE: N_("omröstning"),
    MarkKind.RESERVATION: N_("reservation"),
    MarkKind.STATEMENT: N_("yttrande eller anteckning"),
    MarkKind.ATTENDANCE: N_("närvaro"),
    MarkKind.SECTION: N_("avsnitt"),
    MarkKind.OTHER: N_("avsnitt under okänd rubrik"),
    MarkKind.UNREAD: N_("inte förstått"),
    MarkKind.DOUBT: N_("tvivel"),
}

# One or two signs that stand at the box, so that colour is never alone in telling marks apart.
SIGNS: dict[MarkKind, str] = {
    MarkKind.DOCUMENT: "H",
    MarkKind.ITEM: "§",
    MarkKind.DECISION: "B",
    MarkKind.BASIS: "U",
    MarkKind.EARLIER: "T",
    MarkKind.YRKANDE: "Y",
    MarkKind.PROPOSITION: "P",
    MarkKind.VOTE: "V",
    MarkKind.RESERVATION: "R",
    MarkKind.STATEMENT: "A",
    MarkKind.ATTENDANCE: "N",
    MarkKind.SECTION: "[",
    MarkKind.OTHER: "[?",
    MarkKind.UNREAD: "?",
    MarkKind.DOUBT: "!",
}

KEY_WORDS: dict[str, str] = {
    "kind": N_("handlingens slag"),
    "municipality": N_("kommun"),
    "body": N_("organ"),
    "date": N_("datum"),
    "title": N_("rubrik"),
    "case_numbers": N_("ärendenummer"),
    "document_number": N_("handlingens nummer"),
    "received": N_("inkommen"),
    "addressed_to": N_("ställd till"),
    "handlaggare": N_("handläggare"),
    "signed_by": N_("undertecknad av"),
    "justerare": N_("justerare"),
    "meeting": N_("sammanträdet"),
    "attendance": N_("närvaro"),
    "verification": N_("justering"),
    "notice": N_("anslag"),
    "number": N_("paragrafens nummer"),
    "summary": N_("sammanfattning"),
    "sent_to": N_("skickas till"),
    "about_items": N_("andra paragrafer"),
    "verified_at_once": N_("omedelbart justerad"),
}

CHOICES: dict[BallotChoice, str] = {
    BallotChoice.YES: N_("ja"),
    BallotChoice.NO: N_("nej"),
    BallotChoice.ABSTAIN: N_("avstår"),
    BallotChoice.ABSENT: N_("frånvarande"),
    BallotChoice.PAIRED: N_("kvittad"),
}


def name_of(mark: Mark) -> str:
    """What the mark is called: `yrkande`; of a plain value, its name: `ärendenummer`."""
    if mark.key:
        return gettext(KEY_WORDS[mark.key]) if mark.key in KEY_WORDS else gettext(KIND_WORDS[mark.kind])
    return gettext(KIND_WORDS[mark.kind])


def says(mark: Mark) -> str:
    """What was made of the words, where that is more than the words: `Anna Ek (C): avslag`; else ""."""
    if mark.key:
        return ""
    who, what = _who(mark.value), _what(mark.value)
    return ": ".join(part for part in (who, what) if part)


def _who(value: object) -> str:
    match value:
        case Yrkande():
            return _people(value.movers, value.parties, value.group)
        case Reservation() | Statement():
            return _people(value.people, value.parties, value.group)
        case Ballot():
            return person_text(Person(value.name, value.party))
        case Presence():
            return person_text(value.person)
        case Decision():
            return value.body or ""
    return ""


def _what(value: object) -> str:
    words: dict[type, Callable[[Any], str]] = {
        Answer: lambda answer: _("svar på {kind}").format(kind=kind_word(answer.kind)),
        Clause: lambda clause: outcome_word(clause.outcome) if clause.outcome else "",
        Decision: lambda decision: " ".join(word for word in (mode_word(decision.mode), decision.to) if word),
        Yrkande: lambda yrkande: stance_word(yrkande.stance),
        Statement: lambda statement: statement_word(statement.kind),
        Ballot: lambda ballot: gettext(CHOICES[ballot.vote]),
        Vote: _counts,
        Section: lambda section: section.heading or "",
        Doubt: lambda doubt: doubt_sentence(doubt.code, doubt.params),
    }
    return words[type(value)](value) if type(value) in words else ""


def _people(people: Iterable[Person], parties: Iterable[str], group: str | None) -> str:
    named = [person_text(person) for person in people] or ([group] if group else list(parties))
    return ", ".join(named)


def person_text(person: Person) -> str:
    """The person as minutes print them: `Anna Ek (C)`."""
    return with_party(person.name, person.party)


def _counts(vote: Vote) -> str:
    counted = (
        (CHOICES[BallotChoice.YES], vote.yes),
        (CHOICES[BallotChoice.NO], vote.no),
        (CHOICES[BallotChoice.ABSTAIN], vote.abstain),
        (CHOICES[BallotChoice.ABSENT], vote.absent),
    )
    return ", ".join(f"{count} {gettext(word)}" for word, count in counted if count is not None)
