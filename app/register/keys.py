"""What a document or a § *is*, as one string: the keys by which parts, references and cases find each other.

Every key begins with the municipality, since one installation holds many.
"""

import datetime as dt
import re

from app.ids import fold
from app.register.bodies import COUNCIL, LETTERS, body_key, body_kind, body_name
from app.register.case_numbers import case_key, parse
from app.register.motion_titles import announces, motion_subject, motion_title, movers_in, named_motion
from app.register.parts import Part
from importers.bundle import Basis, Document, DocumentKind, Earlier, EarlierKind, Person

_MINUTES = {DocumentKind.PROTOKOLL, DocumentKind.PROTOKOLLSUTDRAG}
_ANSWER = re.compile(r"^(?:svar på|besvarande av)\s+motion", re.IGNORECASE)
# A paper names the motion that it is about: "Motion av Mira Tallbo (C) om …", "Yrkande angående – Motion av …".
_PAPERS = {DocumentKind.TJANSTESKRIVELSE, DocumentKind.YRKANDE, DocumentKind.YTTRANDE, DocumentKind.REMISSVAR}
_PAPER = re.compile(
    r"^(?:(?:yrkande|yttrande|remissvar)\s+(?:angående|avseende|gällande|över|om|på)\b[\s–-]{1,5})?"
    r"(?=(?:(?:svar på|besvarande av)\s+)?motion\b)",
    re.IGNORECASE,
)
_OF_MOTION = re.compile(r"\bmotion(?:ens?|ärens?|ärernas?)\b", re.IGNORECASE)
_MINUTES_DAY = "minutes_day"
_LEAST_TITLE = 12
_LEAST_WORDS = 4
_WORD_STEM = 6


def municipality_of(key: str) -> str:
    """The id of the municipality whose key it is."""
    return key.partition("|")[0]


def is_minutes(document: Document) -> bool:
    return document.kind in _MINUTES


def is_whole_minutes(document: Document) -> bool:
    """Whether it is a body's minutes of a day, and no extract of them."""
    return document.kind is DocumentKind.PROTOKOLL and body_key(document.body or "") != "" and document.date is not None


def item_key(municipality: str, body: str, year: int, number: str) -> str:
    return f"{municipality}|item|{body_key(body)}|{year}|{fold(number)}"


def day_key(municipality: str, body: str, date: dt.date) -> str:
    """Whatever a body did on a day: asked for only within a matter."""
    return f"{municipality}|day|{body_key(body)}|{date}"


def minutes_day_key(part: Part) -> str | None:
    """The day that whole minutes are of, by which they meet others of their body: it may have met more than once."""
    doc = part.document
    if part.item is not None or not is_whole_minutes(doc):
        return None
    return f"{part.municipality.id}|{_MINUTES_DAY}|{body_key(doc.body or '')}|{doc.date}"


def is_minutes_day(key: str) -> bool:
    return key.split("|", 2)[1:2] == [_MINUTES_DAY]


def kind_key(municipality: str, kind: str, date: dt.date) -> str:
    """A document of a kind and a date: asked for only within a matter."""
    return f"{municipality}|kind|{fold(kind)}|{date}"


def case_ref(municipality: str, printed: str, body: str | None) -> str | None:
    """The key of the case that a printed number names; None where it is no number that can be trusted."""
    number = parse(printed)
    key = case_key(number, body) if number else None
    return f"{municipality}|case|{key}" if key else None


def motion_key(municipality: str, title: str) -> str | None:
    """The key of the motion with this title; None for a title too short to tell motions apart."""
    bare = fold(motion_subject(title))
    return f"{municipality}|motion|{bare}" if len(bare) >= _LEAST_TITLE else None


def document_key(part: Part) -> str:
    """A document by its head: minutes by body, date and first §; a motion by date, title and first mover; else by
    kind, body, date and case number or title. Never by its text: a stamp or a scan would make it another."""
    doc, place = part.document, part.municipality.id
    body = body_key(doc.body or "")
    if is_minutes(doc):
        what = part.items[0] if part.items else ""
        return f"{place}|document|minutes|{body}|{doc.date}|{fold(what)}"
    if doc.kind is DocumentKind.MOTION:
        mover = fold(doc.signed_by[0].name) if doc.signed_by else ""
        return f"{place}|document|motion|{doc.date}|{fold(motion_title(doc.title or ''))}|{mover}"
    number = next((case_ref(place, n, doc.body) for n in doc.case_numbers), None)
    return f"{place}|document|{doc.kind}|{body}|{doc.date}|{number or fold(doc.title or '')}"


def entity_key(part: Part) -> str | None:
    """What the part is. None for a § whose document states neither body nor date: nothing distinguishes it from others."""
    if part.item is None:
        return document_key(part)
    doc = part.document
    if not doc.body or not doc.date:
        return None
    return item_key(part.municipality.id, body_name(doc.body), doc.date.year, part.item.number)


def answered(part: Part) -> list[tuple[str, tuple[Person, ...]]]:
    """The motions that the part answers, or is: (key, movers as printed).

    A title may spell the motion otherwise than the motion does, so the only motion among the part's own attachments
    counts as answered too, unless it prints other movers.
    """
    place = part.municipality.id
    keys = {key: movers for text, movers in answered_titles(part) if (key := motion_key(place, text))}
    return list(keys.items())


def answered_titles(part: Part) -> list[tuple[str, tuple[Person, ...]]]:
    """The titles, as printed, of the motions that the part answers or is, and that of the only motion attached."""
    titles = printed_titles(part)
    if part.item is None and part.document.kind is DocumentKind.MOTION:
        return titles
    attached = [b for b in (part.item or part.document).basis if b.kind == DocumentKind.MOTION]
    if len(titles) == 1 and len(attached) == 1:
        titles.append((without_attachment(attached[0].text), titles[0][1]))
    return titles


def printed_titles(part: Part) -> list[tuple[str, tuple[Person, ...]]]:
    """The titles of the motions that the part is, or that its own title names, each with the movers printed there."""
    doc = part.document
    if part.item is None and doc.kind is DocumentKind.MOTION:
        return [(doc.title or "", doc.signed_by)]
    titles = [(a.title, a.movers) for a in part.item.answers if a.kind is DocumentKind.MOTION] if part.item else []
    title = part.item.title if part.item else (doc.title or "")
    if not titles and part.item and _ANSWER.match(title):
        titles = [(title, movers_in(title))]
    if not titles and part.item and (named := named_motion(title)) and not only_announces(part):
        titles = [(named.title, named.movers)] if not named.bare or _is_of_motion(part) else []
    if part.item is None and doc.kind in _PAPERS and (before := _PAPER.match(title)):
        titles = [(title[before.end() :], movers_in(title))]
    return titles


def _is_of_motion(part: Part) -> bool:
    """Whether a § that its title calls "Motion – …" and no more is the council's, or speaks of "motionen"."""
    if part.item is None or body_kind(body_name(part.document.body or "")) == "council":
        return True
    clauses = (clause.text for decision in part.item.decisions for clause in decision.clauses)
    return any(map(_OF_MOTION.search, (*clauses, *(section.text for section in part.item.sections))))


def is_of_case(part: Part) -> bool:
    """Whether a § bears a case number that can be trusted."""
    printed = part.item.case_numbers if part.item else ()
    return any(case_ref(part.municipality.id, number, part.document.body) for number in printed)


def only_announces(part: Part) -> bool:
    """Whether it is a § that announces a motion under no case number: it is of no matter, and tells a day of one."""
    item = part.item
    return item is not None and announces(item.title, item.outcome) and not is_of_case(part)


def hints(part: Part) -> set[str]:
    """Keys of likeness, which only propose: the motion's title with each word cut to its beginning, so that
    `en särskilt` and `en särskild` meet."""
    likenesses = set()
    for key, _ in answered_titles(part):
        words = [fold(word)[:_WORD_STEM] for word in motion_subject(key).split()]
        if len(words) >= _LEAST_WORDS:
            likenesses.add(f"{part.municipality.id}|title|{' '.join(words)}")
    return likenesses


def without_attachment(text: str) -> str:
    """`Bilaga 1, Motion om …` gives `Motion om …`."""
    return re.sub(r"^bilaga(?:\s+\d+)?\s*[,:.]?\s*", "", text, flags=re.IGNORECASE)


def own_numbers(part: Part) -> tuple[str, ...]:
    """The case numbers that a document carries as a whole. Minutes of several matters carry none: their §§ do."""
    numbers = tuple(dict.fromkeys((*part.document.case_numbers, *part.item_cases)))
    return numbers if len(numbers) == 1 or not is_minutes(part.document) else ()


def joining_keys(part: Part) -> set[str]:
    """Every key by which the part may pull others into the same matter, or the same entity."""
    place, doc = part.municipality.id, part.document
    printed = [*(part.item.case_numbers if part.item else own_numbers(part))]
    if doc.document_number and (part.item is None or own_numbers(part)):
        printed.append(doc.document_number)
    keys = {entity_key(part), minutes_day_key(part), *(case_ref(place, n, doc.body) for n in printed)}
    keys |= {key for key, _ in answered(part)}
    return {key for key in keys if key}


def targets(part: Part) -> set[str]:
    """The keys under which references find the part."""
    place, doc = part.municipality.id, part.document
    keys: set[str | None] = {entity_key(part)}
    if doc.date and doc.body and (part.item or not is_minutes(doc)):
        keys.add(day_key(place, body_name(doc.body), doc.date))
    if part.item is None:
        keys |= {key for key, _ in answered(part)} if doc.kind is DocumentKind.MOTION else set()
        if doc.date:
            keys.add(kind_key(place, doc.kind, doc.date))
    return {key for key in keys if key}


def of_its_own(part: Part, reference: Earlier) -> str | None:
    """The body that a tabling is its own of: minutes that say "Bordlagt den 28 maj 2026, § 199" and name no body tell of their
    own body's §."""
    own = part.item is not None and reference.kind is EarlierKind.TABLED and reference.item_number is not None
    return body_name(part.document.body) if own and part.document.body else None


def printed_body(reference: Basis | Earlier) -> str | None:
    """The body that a line names, if only by its letters: "Protokollsutdrag KSAU 2026-05-06, § 82"."""
    if reference.body or isinstance(reference, Earlier) or reference.item_number is None:
        return reference.body
    named = set(LETTERS.findall(reference.text))
    return named.pop() if len(named) == 1 else None


def asked(part: Part, reference: Basis | Earlier) -> tuple[str | None, bool]:
    """The key that a line asks for, and whether only its own matter may answer.

    `Arbetsutskottets förslag 3 december 2024 § 327` is a full key; `Tjänsteskrivelse daterad den 18 november 2024` is not.
    """
    place = part.municipality.id
    speaker = body_name(part.document.body) if part.document.body else None
    printed = printed_body(reference)
    body = body_name(printed, speaker) if printed else None
    if isinstance(reference, Earlier) and body is None:
        body = COUNCIL if reference.kind is EarlierKind.RAISED else of_its_own(part, reference)
    if body and reference.date and reference.item_number:
        return item_key(place, body, reference.date.year, reference.item_number), False
    if (
        isinstance(reference, Basis)
        and reference.kind == DocumentKind.MOTION
        and (key := motion_key(place, without_attachment(reference.text)))
    ):
        return key, False
    if body and reference.date:
        return day_key(place, body, reference.date), True
    if isinstance(reference, Basis) and reference.kind and reference.date:
        return kind_key(place, reference.kind, reference.date), True
    return None, True
