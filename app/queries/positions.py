"""Who wanted what: each party at each § of a matter, as far as the minutes say it."""

from __future__ import annotations

from typing import Any

from app.register.proposed_by import proposing_parties
from app.schemas.rows import ItemRow, Position, PositionRow, Positions
from importers.bundle import StatementKind


def positions(items: list[ItemRow]) -> Positions:
    """Party × §. A party stands in a cell when one of its members moved, reserved or spoke there, or the party did, or the body
    says that it decided by their proposal; where nothing is noted the cell is None, and nothing is inferred from silence."""
    columns = [{"item_id": i["id"], "body": i["body"], "date": i["date"], "number": i["number"]} for i in items]
    by_party: dict[str, dict[str, Position]] = {}
    for item in items:
        for yrkande in item["yrkanden"]:
            for party in parties(yrkande, "movers"):
                stance = {"stance": yrkande["stance"], "target": yrkande["target"], "yrkande_id": yrkande["id"]}
                _at(by_party, party, item)["stances"].append(stance)
        for decision in item["decisions"]:
            outcomes = {clause["outcome"] for clause in decision["clauses"]}
            outcome = outcomes.pop() if len(outcomes) == 1 else None
            for party in proposing_parties(decision["lead"]):
                _at(by_party, party, item)["proposed"].append({"outcome": outcome, "decision_id": decision["id"]})
        for reservation in item["reservations"]:
            for party in parties(reservation, "people"):
                _at(by_party, party, item)["reserved"] = True
        for statement in item["statements"]:
            if statement["kind"] == StatementKind.JAV:
                continue  # one member's tie to a matter: nothing that the party wants
            for party in parties(statement, "people"):
                position = _at(by_party, party, item)
                position["abstained"] |= statement["kind"] == StatementKind.DELTAR_EJ
                position["statement"] |= statement["kind"] != StatementKind.DELTAR_EJ
                position["inferred"] |= statement["attribution"] == "inferred"
    rows = [PositionRow(party=p, at=[by_party[p].get(item["id"]) for item in items]) for p in sorted(by_party)]
    return Positions(items=columns, parties=rows)


def parties(fact: dict[str, Any], who: str) -> list[str]:
    """The parties behind a fact: those printed with its people, and those that it names as groups."""
    printed = (person["party"] for person in fact[who] if person["party"])
    return list(dict.fromkeys((*printed, *fact["parties"])))


def _at(by_party: dict[str, dict[str, Position]], party: str, item: ItemRow) -> Position:
    empty = Position(stances=[], proposed=[], reserved=False, statement=False, abstained=False, inferred=False)
    return by_party.setdefault(party, {}).setdefault(item["id"], empty)
