"""Views that read as the API's lists do: a row has its municipality, body, day and case number, and codes in words.

Where a list's name is a table's already, the view of it is called `…_in_words`. The words are a table of their own, so that the
file says in both languages what each code means.
"""

from __future__ import annotations

from typing import Any

from app.language.codes import MODES, OUTCOMES, ROLES, STANCES, STATEMENTS
from app.language.deadlines import STANDINGS
from app.language.hits import STATUSES
from app.language.i18n import N_, gettext, speaking

_CODES: dict[str, Any] = {
    "mode": MODES,
    "outcome": OUTCOMES,
    "role": {code: ROLES[code] for code in ("chair", "member", "substitute", "other")},
    "stance": STANCES,
    "standing": {**STANDINGS, "unanswered": N_("inget svar i de protokoll som finns här")},
    "statement": STATEMENTS,
    "status": STATUSES,
}


def _words(of: str, column: str) -> str:
    return f"(SELECT swedish FROM words WHERE words.field = '{of}' AND words.code = {column})"  # noqa: S608 - ours


_OF_ITEM = """municipalities.name AS municipality, bodies.name AS body, items.date, items.number AS item_number,
    items.title AS item_title, (SELECT group_concat(number, ', ') FROM (SELECT cases.number FROM matter_entities
        JOIN cases ON cases.matter_id = matter_entities.matter_id
        WHERE matter_entities.entity_id = items.id ORDER BY cases.number)) AS case_numbers"""
_FROM_ITEM = (
    """JOIN bodies ON bodies.id = items.body_id JOIN municipalities ON municipalities.id = items.municipality_id"""
)
_MODE = "(SELECT mode FROM decisions WHERE decisions.item_id = items.id ORDER BY decisions.n LIMIT 1)"
_NAMES = """(SELECT group_concat(shown, ', ') FROM (SELECT fact_names.name || coalesce(' (' || fact_names.party || ')', '') AS shown
        FROM fact_names WHERE fact_names.fact_id = {id} AND fact_names.role = '{role}' ORDER BY shown)) AS {called}"""
_FACT = (
    "SELECT {table}.id, {of}, {columns}, {table}.item_id FROM {table} JOIN items ON items.id = {table}.item_id {joined}"
)


def _fact(table: str, columns: str) -> str:
    return _FACT.format(table=table, of=_OF_ITEM, columns=columns, joined=_FROM_ITEM)


_VIEWS = {
    # Whoever stands behind a fact, beside the words: what every question about people and parties begins with.
    "fact_names": """SELECT mentions.fact_id, mentions.role, names.name, names.party, mentions.title, names.person_id
        FROM mentions JOIN names ON names.id = mentions.name_id""",
    "cases_in_words": f"""SELECT cases.id, municipalities.name AS municipality, cases.number, matters.title,
        {_words("status", "matters.status")} AS status, {_words("outcome", "matters.outcome")} AS outcome, matters.last_date,
        matters.id AS matter_id
        FROM cases JOIN matters ON matters.id = cases.matter_id
        JOIN municipalities ON municipalities.id = cases.municipality_id""",  # noqa: S608 - names of ours
    "items_in_words": f"""SELECT items.id, {_OF_ITEM}, {_words("mode", _MODE)} AS does,
        {_words("outcome", "items.outcome")} AS outcome, items.meeting_id FROM items {_FROM_ITEM}""",  # noqa: S608 - names of ours
    "motions_in_words": f"""SELECT motions.id, municipalities.name AS municipality, cases.number AS case_number, motions.title,
        motions.mover, motions.raised, {_words("standing", "motions.standing")} AS standing, motions.ended,
        {_words("outcome", "motions.outcome")} AS outcome, motions.matter_id
        FROM motions JOIN municipalities ON municipalities.id = motions.municipality_id
        LEFT JOIN matters ON matters.id = motions.matter_id LEFT JOIN cases ON cases.id = matters.lead_case_id""",  # noqa: S608 - names of ours
    "presences": f"""SELECT min(presence.id) AS id, municipalities.name AS municipality, bodies.name AS body, meetings.date, names.name,
        names.party, {_words("role", "presence.role")} AS role, presence.serving, instead.name AS instead_of,
        presence.items, presence.note, meetings.id AS meeting_id, names.person_id
        FROM presence
        JOIN (SELECT item_documents.document_id, min(items.meeting_id) AS meeting_id FROM item_documents
            JOIN items ON items.id = item_documents.item_id GROUP BY item_documents.document_id) AS held
            ON held.document_id = presence.document_id
        JOIN meetings ON meetings.id = held.meeting_id JOIN bodies ON bodies.id = meetings.body_id
        JOIN municipalities ON municipalities.id = bodies.municipality_id JOIN names ON names.id = presence.name_id
        LEFT JOIN names AS instead ON instead.id = presence.for_name_id
        GROUP BY meetings.id, presence.name_id, presence.role, presence.serving, presence.for_name_id, presence.items, presence.note""",  # noqa: S608 - names of ours
    "reservations_in_words": _fact(
        "reservations",
        _NAMES.format(id="reservations.id", role="reservant", called="reservants")
        + ", reservations.parties, reservations.in_favour_of, reservations.written, reservations.text",
    ),
    "statements_in_words": _fact(
        "statements",
        f"{_words('statement', 'statements.kind')} AS kind, "
        + _NAMES.format(id="statements.id", role="author", called="authors")
        + ", statements.parties, statements.text",
    ),
    "votes_in_words": _fact(
        "votes",
        "votes.question, votes.yes_means, votes.no_means, votes.yes, votes.no, votes.abstain, votes.absent, votes.result",
    ),
    "yrkanden_in_words": _fact(
        "yrkanden",
        f"{_words('stance', 'yrkanden.stance')} AS stance, "
        + _NAMES.format(id="yrkanden.id", role="mover", called="movers")
        + ", yrkanden.parties, yrkanden.text",
    ),
}


def make_views(file: Any) -> None:
    """Put the words of the codes and the views into the database."""
    file.execute("CREATE TABLE words (field TEXT, code TEXT, swedish TEXT, english TEXT, PRIMARY KEY (field, code))")
    for field, codes in _CODES.items():
        for code, word in codes.items():
            said = []
            for language in ("sv", "en"):
                with speaking(language):
                    said.append(gettext(word))
            file.execute("INSERT INTO words VALUES (?, ?, ?, ?)", (field, str(code), *said))
    for name, query in _VIEWS.items():
        file.execute(f"CREATE VIEW {name} AS {query}")
