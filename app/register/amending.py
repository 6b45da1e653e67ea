"""What people corrected, added and removed, laid over the rows of a § or a document.

A correction holds where the row still says what was corrected; what was added gives way where a later reading has it too;
what was removed is gone with all that hangs on it. Each is a source of its own, which says what was done; what was read
keeps its place and its words.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from app.ids import Ids, fold
from app.register import keys, values
from app.register.correctable import MENTIONED, NAMED
from app.register.corrections import identifies, plain
from app.register.facts import Sheet, write_facts, write_members
from app.register.named import name_and_party, with_party
from app.register.parts import Act, ActKind, Part
from importers.bundle import Attendance, Basis, Earlier, EarlierKind, Person, Presence, Source

# What can be added and removed: the values of each table, and how their ids call them.
ADDABLE: dict[str, tuple[type, str]] = {
    "decisions": (values.Decision, "decision"),
    "clauses": (values.Clause, "clause"),
    "yrkanden": (values.Yrkande, "yrkande"),
    "propositions": (values.Proposition, "proposition"),
    "votes": (values.Vote, "vote"),
    "ballots": (values.Ballot, "ballot"),
    "presence": (values.Presence, "presence"),
    "reservations": (values.Reservation, "reservation"),
    "statements": (values.Statement, "statement"),
    "document_references": (values.Reference, "reference"),
}
_TABLES: dict[type, str] = {
    values.Item: "items",
    values.Document: "documents",
    **{kind: table for table, (kind, _name) in ADDABLE.items()},
}
_PARENTS = ("decision_id", "vote_id")
_WORDS = ("text", "lead", "result", "question")


def amend(sheet: Sheet, acts: Sequence[Act], former: Iterable[str]) -> None:
    """Lay people's acts over the rows that a part gave; `former` are the ids that the entity had before it was corrected."""
    moved = _moved(sheet, former)
    for act in acts:
        if act.kind is ActKind.ADD:
            moved[str(act.content["fact"])] = _add(sheet, act, moved)
    regrouped = _correct(sheet, acts, moved)
    for act in acts:
        if act.kind is ActKind.REMOVE:
            _remove(sheet, moved.get(str(act.content["fact"]), str(act.content["fact"])), act)
    _regroup(sheet, regrouped)
    _drop_unused_names(sheet)


def added_id(ids: Ids, entity_id: str, table: str, parent: str | None, given: dict[str, Any]) -> str:
    """The id of what is added to an entity: the same that a reader's would have."""
    kind = ADDABLE[table][1]
    if table == "ballots":
        return ids.of(kind, parent or "", fold(_person(given["name"]).name), 0)
    if table == "presence":
        person = _person(given["name"])
        return ids.of(kind, entity_id, str(given["role"]), fold(f"{person.name} {person.party or ''}"), 0)
    return ids.of(kind, entity_id, fold(words_of(given)), 0)


def words_of(given: dict[str, Any]) -> str:
    """The words by which people know a fact: its text, or who it is of."""
    return str(next((given[name] for name in ("name", *_WORDS) if given.get(name)), "")) or "–".join(
        str(given.get(name)) for name in ("yes", "no")
    )


def with_attendance(part: Part, ids: Ids, acts: Sequence[Act], former: Iterable[str]) -> Part:
    """The § with the attendance of its minutes as people corrected it: who a group was follows from it."""
    if part.document.attendance is None or not any(act.content.get("table") == "presence" for act in acts):
        return part
    key = keys.document_key(part)
    sheet = Sheet(ids, dataclasses.replace(part, item=None), document_id := ids.of("document", key), document_id)
    write_facts(sheet)
    sheet.rows.insert(0, values.Alias("", document_id, "", "", None, None, ""))  # where the document's own row stands
    amend(sheet, acts, [ids.of("document", old) for old in former])
    attendance = _attendance(sheet)
    return dataclasses.replace(part, document=dataclasses.replace(part.document, attendance=attendance))


def _attendance(sheet: Sheet) -> Attendance:
    people = {row.id: Person(row.name, row.party) for row in sheet.names if isinstance(row, values.Name)}
    quotes = {row.fact_id: row.quote for row in sheet.rows if isinstance(row, values.Source) and row.field is None}
    listed: dict[str, list[Presence]] = {}
    for row in sorted((r for r in sheet.rows if isinstance(r, values.Presence)), key=lambda r: r.n):
        for_ = people[row.for_name_id] if row.for_name_id else None
        source = Source(quotes.get(row.id, people[row.name_id].name))
        present = Presence(people[row.name_id], row.serving, for_, row.items, row.note, source)
        listed.setdefault(row.role, []).append(present)
    return Attendance(
        next((p.person for p in listed.get("chair", ())), None),
        tuple(listed.get("member", ())),
        tuple(listed.get("substitute", ())),
        tuple(p.person for p in listed.get("other", ())),
    )


def _moved(sheet: Sheet, former: Iterable[str]) -> dict[str, str]:
    """The id of each fact by the ids that it had while its entity bore another: the same facts, written down anew."""
    now_by_old: dict[str, str] = {}
    for entity_id in former:
        before = Sheet(sheet.ids, sheet.part, entity_id, sheet.document_id)
        write_facts(before)
        now = sheet.rows[1 : 1 + len(before.rows)]
        now_by_old |= {
            entity_id: sheet.entity_id,
            **{old.id: row.id for old, row in zip(before.rows, now, strict=True)},
        }
    return now_by_old


def _add(sheet: Sheet, act: Act, moved: dict[str, str]) -> str:
    """Write what a person added, unless the reader has it by now; returns its id."""
    table, given = str(act.content["table"]), dict(act.content["to"])
    of: str | None = act.content.get("of")
    parent = moved.get(of, of) if of else None
    fact_id = added_id(sheet.ids, sheet.entity_id, table, parent, given)
    there = {row.id for row in sheet.rows}
    if fact_id in there or (parent is not None and parent not in there):
        return fact_id
    sheet.rows.append(_row(sheet, table, fact_id, parent, given))
    for field, role in MENTIONED.get(table, {}).items():
        sheet.people(fact_id, role, [_person(printed) for printed in given.get(field) or ()])
    if table == "reservations":
        _regroup(sheet, {fact_id})
    source = _source(sheet, fact_id, act, "added", None, 0, words_of(given))
    sheet.rows.append(dataclasses.replace(source, quote=_at(act, sheet).get("quote", source.quote)))
    return fact_id


def _row(sheet: Sheet, table: str, fact_id: str, parent: str | None, given: dict[str, Any]) -> values.Owned:
    kind: Any = ADDABLE[table][0]
    row: dict[str, Any] = {"id": fact_id, "owner": sheet.entity_id}
    for field in dataclasses.fields(kind):
        if field.name == "n":
            row["n"] = 1 + max((r.n for r in sheet.rows if isinstance(r, kind)), default=-1)
        elif field.name in {"item_id", "entity_id", "document_id"}:
            row[field.name] = sheet.entity_id
        elif field.name in _PARENTS:
            row[field.name] = parent
        elif field.name in {"name_id", "for_name_id"}:
            row[field.name] = _name_id(sheet, given.get(field.name.removesuffix("_id").removesuffix("_name")))
        elif field.name not in row:
            row[field.name] = _typed(field.name, given.get(field.name), _empty(str(field.type)))
    made: values.Owned = kind(**row)
    return _asking(sheet, made) if isinstance(made, values.Reference) else made


def _empty(annotation: str) -> Any:
    """What a column holds where nothing is stated."""
    if annotation.endswith("None"):
        return None
    return () if annotation.startswith("tuple") else False if annotation == "bool" else None


def _correct(sheet: Sheet, acts: Sequence[Act], moved: dict[str, str]) -> set[str]:
    """Lay the corrections over the rows; returns the reservations whose group may be another now.

    Sources are counted, since no number of the journal's may show in the public register.
    """
    entity_ids = {old for old, now in moved.items() if now == sheet.entity_id}  # `aliases` keeps those
    in_force: dict[str, list[Act]] = {}
    for act in acts:
        if act.kind is not ActKind.CORRECT or identifies(act):
            continue
        fact = moved.get(str(act.content.get("fact")), str(act.content.get("fact")))
        if _lay(sheet, fact, str(act.content["field"]), act):
            in_force.setdefault(fact, []).append(act)
    for fact, laid in in_force.items():
        for old in sorted({str(act.content["fact"]) for act in laid} - {fact, *entity_ids}):
            alias_id = sheet.ids.of("alias", sheet.entity_id, old)
            sheet.rows.append(values.Alias(alias_id, sheet.entity_id, "fact", old, None, None, fact))
        sheet.rows += [_changed(sheet, fact, act, n, "over") for n, act in enumerate(laid)]
    laid_under = [act for act in acts if identifies(act)]
    sheet.rows += [_changed(sheet, sheet.entity_id, act, n, "under") for n, act in enumerate(laid_under)]
    groups = {"people", "parties", "group_name"}
    return {fact for fact, laid in in_force.items() if groups & {str(act.content["field"]) for act in laid}}


def _lay(sheet: Sheet, fact_id: str, field: str, act: Act) -> bool:
    """Put one field right, where it still says what was corrected."""
    at = next((n for n, row in enumerate(sheet.rows) if row.id == fact_id and type(row) in _TABLES), None)
    if at is None:
        return False
    row: Any = sheet.rows[at]
    table, value = _TABLES[type(row)], act.content.get("to")
    if role := MENTIONED.get(table, {}).get(field):
        return _lay_people(sheet, fact_id, role, act)
    column = NAMED.get(table, {}).get(field, field)
    held = getattr(row, column, None)
    now = _printed(sheet, held) if column != field else ranges(held) if field == "items" else plain(held)
    if now != act.content.get("from"):
        return False
    new_value = (
        _name_id(sheet, value) if column != field else _typed(field, value, () if isinstance(held, tuple) else None)
    )
    row = dataclasses.replace(row, **{column: new_value})
    sheet.rows[at] = _asking(sheet, row) if isinstance(row, values.Reference) else row
    return True


def _lay_people(sheet: Sheet, fact_id: str, role: str, act: Act) -> bool:
    """Put right who is named in a role of a fact, where it still names those corrected; a title stays with its name."""
    mentions = [r for r in sheet.rows if isinstance(r, values.Mention) and (r.fact_id, r.role) == (fact_id, role)]
    printed = {m.name_id: _printed(sheet, m.name_id) for m in mentions}
    if [printed[m.name_id] for m in mentions] != (act.content.get("from") or []):
        return False
    titles = {printed[m.name_id]: m.title for m in mentions}
    sheet.rows[:] = [r for r in sheet.rows if r not in mentions]
    new = [_person(name) for name in act.content.get("to") or ()]
    sheet.people(fact_id, role, [dataclasses.replace(p, role=titles.get(with_party(p.name, p.party))) for p in new])
    return True


def _remove(sheet: Sheet, fact_id: str, act: Act) -> None:
    """Take a fact away with what hangs on it: its people, its places, the ballots of a vote, the clauses of a decision."""
    row: Any = next((r for r in sheet.rows if r.id == fact_id and type(r) in _TABLES), None)
    if row is None or row is sheet.rows[0]:
        return
    parent = next((p for name in _PARENTS if (p := getattr(row, name, None))), sheet.entity_id)
    given = {name: getattr(row, name, None) for name in _WORDS}
    words = _printed(sheet, row.name_id) if hasattr(row, "name_id") else words_of({**given, **_counts(row)})
    gone = {fact_id, *(r.id for r in sheet.rows if fact_id in {getattr(r, name, None) for name in _PARENTS})}
    sheet.rows[:] = [
        r for r in sheet.rows if r.id not in gone and getattr(r, "fact_id", None) not in gone and _into(r) not in gone
    ]
    source = _source(sheet, parent, act, "removed", act.content["table"], 0, str(words))
    sheet.rows.append(dataclasses.replace(source, id=removal_id(sheet.ids, str(act.content["fact"]))))


def removal_id(ids: Ids, fact_id: str) -> str:
    """The id of the source that says that a fact was removed."""
    return ids.of("source", fact_id, "removed")


def _counts(row: Any) -> dict[str, Any]:
    return {"yes": row.yes, "no": row.no} if isinstance(row, values.Vote) else {}


def _into(row: values.Owned) -> str | None:
    return row.into if isinstance(row, values.Alias) else None


def _regroup(sheet: Sheet, reservations: set[str]) -> None:
    """Name the members of the groups that reserved themselves anew."""
    for fact_id in sorted(reservations):
        row = next((r for r in sheet.rows if isinstance(r, values.Reservation) and r.id == fact_id), None)
        if row is None:
            continue
        sheet.rows[:] = [r for r in sheet.rows if not _is_of_member(r, fact_id)]
        named = any(isinstance(r, values.Mention) and r.fact_id == fact_id for r in sheet.rows)
        if row.group_name and row.parties and not named:
            write_members(sheet, fact_id, row.parties)


def _is_of_member(row: values.Owned, fact_id: str) -> bool:
    if isinstance(row, values.Mention):
        return (row.fact_id, row.role) == (fact_id, "member")
    return isinstance(row, values.Source) and (row.fact_id, row.field) == (fact_id, "member")


def _drop_unused_names(sheet: Sheet) -> None:
    """Let nobody be somebody who no row names any more."""
    used = {getattr(row, name, None) for row in sheet.rows for name in ("name_id", "for_name_id")}
    people = {row.person_id for row in sheet.names if isinstance(row, values.Name) and row.id in used}
    sheet.names[:] = [row for row in sheet.names if row.id in (used if isinstance(row, values.Name) else people)]


def _asking(sheet: Sheet, row: values.Reference) -> values.Reference:
    """The reference with the key that its words ask for."""
    source = Source(row.text)
    line: Basis | Earlier = Basis(row.text, source, row.kind, row.body, row.date, row.item_number, row.attachment)
    if row.role != "basis":
        kind = EarlierKind(row.kind) if row.kind in list(EarlierKind) else EarlierKind.OTHER
        line = Earlier(kind, source, None, row.body, row.date, row.item_number)
    key, within = keys.asked(sheet.part, line)
    return dataclasses.replace(row, key=key, within=within)


def _changed(sheet: Sheet, fact_id: str, act: Act, n: int, laid: str) -> values.Source:
    """That a person typed a field in; the quote is what stood there before."""
    replaced = act.content.get("from")
    words = ", ".join(map(str, replaced)) if isinstance(replaced, list) else str(replaced or "")
    return _source(sheet, fact_id, act, "changed", str(act.content["field"]), n, words, laid)


def _source(
    sheet: Sheet, fact_id: str, act: Act, kind: str, field: str | None, n: int, words: str, laid: str = "added"
) -> values.Source:
    signed = dataclasses.asdict(act.signed) if act.signed else {"by": None, "role": None, "at": None, "reason": None}
    changed = {"replaced": act.content.get("from"), "new": act.content.get("to")}
    before_and_after = changed if kind == "changed" else {"replaced": None, "new": words} if kind == "added" else {}
    return values.Source(
        id=sheet.ids.of("source", fact_id, "entered", laid, n),
        owner=sheet.entity_id,
        fact_id=fact_id,
        field=field,
        n=n,
        kind="entered",
        document_id=sheet.document_id,
        file_id=sheet.part.file.id,
        quote=words,
        places=tuple(_at(act, sheet).get("places", ())),
        correction={
            "kind": kind,
            "table": act.content.get("table") if kind != "changed" else None,
            "replaced": words,
            "new": None,
            **before_and_after,
            **signed,
        },
    )


def _at(act: Act, sheet: Sheet) -> dict[str, Any]:
    """Where a person says that it stands: the words and their places, of the file that they were chosen in alone."""
    at: dict[str, Any] = act.content.get("at") or {}
    return at if at.get("file") == sheet.part.file.id else {}


def ranges(items: Iterable[Sequence[str]] | None) -> list[str] | None:
    """The §§ of a presence as people write them: `1–5`, `7`."""
    return None if items is None else [first if first == last else f"{first}–{last}" for first, last in items]


def _printed(sheet: Sheet, name_id: str | None) -> str | None:
    name = next((row for row in sheet.names if isinstance(row, values.Name) and row.id == name_id), None)
    return with_party(name.name, name.party) if name else None


def _name_id(sheet: Sheet, printed: str | None) -> str | None:
    person = _person(printed) if printed else None
    return sheet.name(person.name, person.party) if person else None


def _person(printed: str) -> Person:
    return Person(*(name_and_party(printed) or (printed, None)))


def _typed(field: str, value: Any, empty: Any) -> Any:
    """A value of the journal's JSON as its column holds it."""
    if value is None:
        return empty
    if field in {"received", "date"}:
        return dt.date.fromisoformat(value)
    if field == "items":
        return tuple((first, last or first) for first, _dash, last in (part.partition("–") for part in value))
    return tuple(value) if isinstance(value, list) else value
