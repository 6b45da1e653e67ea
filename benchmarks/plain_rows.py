"""The rows of the list of §§ as one would read them by hand: plain SQL, a dictionary for each row, two hundred §§ at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import orjson

Rows = dict[str, list[dict[str, Any]]]
_AT_ONCE = 200
_ITEMS = """
select i.id, i.body_id, b.name, b.kind, i.date, i.number, i.title, i.title_printed, i.outcome, i.summary, i.contested,
  m.id, m.code, m.name, m.slug
from items i join bodies b on b.id = i.body_id join municipalities m on m.id = i.municipality_id
where i.id > ? order by i.id limit ?
"""
_PEOPLE = """
select m.fact_id, m.role, n.name, n.party, m.title from mentions m join names n on n.id = m.name_id
where m.owner in ({}) order by m.fact_id, m.role, m.n
"""
_DECISIONS = "select item_id, id, mode, body, to_body, via, lead from decisions where item_id in ({}) order by n"
_CLAUSES = "select coalesce(decision_id, entity_id), id, number, text, outcome, about from clauses where entity_id in ({}) order by n"
_YRKANDEN = """
select item_id, id, stance, target, rank, parties, m_fl, text, group_name from yrkanden where item_id in ({}) order by n
"""
_PROPOSITIONS = "select item_id, id, alternatives, winner, text from propositions where item_id in ({}) order by n"
_RESERVATIONS = """
select item_id, id, parties, in_favour_of, written, text, group_name from reservations where item_id in ({}) order by n
"""
_PAPERS = "select item_id, document_id from item_documents where item_id in ({}) order by document_id"
_NUMBERS = """
select distinct entity_id, printed from case_mentions where entity_id in ({}) and not stamp order by printed
"""
_CASES = """
select e.entity_id, c.id, c.number, m.title, p.slug, m.slug from matter_entities e join matters m on m.id = e.matter_id
join cases c on c.id = m.lead_case_id join municipalities p on p.id = m.municipality_id where e.entity_id in ({})
order by m.id
"""


def plain_rows(connection: Any) -> Iterator[dict[str, Any]]:
    """Every § by its id. Votes, statements and references are none in the matters that are copied, and are not asked for."""
    after = ""
    while part := connection.execute(_ITEMS, (after, _AT_ONCE)).fetchall():
        after = part[-1][0]
        yield from _whole(connection, part)


def _whole(connection: Any, part: list[Any]) -> Iterator[dict[str, Any]]:
    ids = [row[0] for row in part]
    marks = ",".join("?" * len(ids))

    def asked(question: str) -> list[Any]:
        return list(connection.execute(question.format(marks), ids))

    people: Rows = defaultdict(list)
    for fact, role, name, party, title in asked(_PEOPLE):
        people[f"{fact} {role}"].append({"name": name, "party": party, "title": title})
    clauses: Rows = defaultdict(list)
    for of, id, number, text, outcome, about in asked(_CLAUSES):
        clauses[of].append({"id": id, "number": number, "text": text, "outcome": outcome, "about": orjson.loads(about)})
    held: dict[str, Rows] = {
        name: defaultdict(list) for name in ("decisions", "yrkanden", "propositions", "reservations")
    }
    for item, id, mode, body, to_body, via, lead in asked(_DECISIONS):
        row = {"id": id, "mode": mode, "body": body, "to": to_body, "via": orjson.loads(via), "lead": lead}
        held["decisions"][item].append({**row, "clauses": clauses.get(id, [])})
    for item, id, stance, target, rank, parties, m_fl, text, group in asked(_YRKANDEN):
        row = {"id": id, "stance": stance, "target": target, "rank": rank, "parties": orjson.loads(parties)}
        row |= {"m_fl": bool(m_fl), "text": text, "group": group, "movers": people.get(f"{id} mover", [])}
        held["yrkanden"][item].append(row)
    for item, id, alternatives, winner, text in asked(_PROPOSITIONS):
        row = {"id": id, "alternatives": orjson.loads(alternatives), "winner": winner, "text": text}
        held["propositions"][item].append({**row, "after_vote": None})
    for item, id, parties, in_favour_of, written, text, group in asked(_RESERVATIONS):
        row = {"id": id, "parties": orjson.loads(parties), "in_favour_of": in_favour_of, "written": bool(written)}
        row |= {"text": text, "group": group, "people": people.get(f"{id} reservant", [])}
        held["reservations"][item].append({**row, "members": people.get(f"{id} member", [])})
    papers, numbers, cases = defaultdict(list), defaultdict(list), defaultdict(list)
    for item, document in asked(_PAPERS):
        papers[item].append(document)
    for item, printed in asked(_NUMBERS):
        numbers[item].append(printed)
    for item, id, number, title, place, slug in asked(_CASES):
        cases[item].append({"id": id, "number": number, "title": title, "page": f"/arenden/{place}/{slug}"})
    for row in part:
        id = row[0]
        yield {
            "id": id,
            "body": {"id": row[1], "name": row[2], "kind": row[3]},
            "date": row[4],
            "number": row[5],
            "title": row[6],
            "title_printed": row[7],
            "outcome": row[8],
            "summary": row[9],
            "contested": bool(row[10]),
            "documents": papers[id],
            "case_numbers": numbers[id],
            "decisions": held["decisions"][id],
            "listed": clauses.get(id, []),
            "yrkanden": held["yrkanden"][id],
            "propositions": held["propositions"][id],
            "votes": [],
            "reservations": held["reservations"][id],
            "statements": [],
            "references": [],
            "municipality": {"id": row[11], "code": row[12], "name": row[13], "slug": row[14]},
            "cases": cases[id],
            "decided_together": [],
        }
