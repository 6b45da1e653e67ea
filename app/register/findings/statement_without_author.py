"""A särskilt yttrande that nobody has signed; whose it is may be inferred, but is not stated.

A note for the record needs no author: "Det antecknas att …" is the secretary's, unless it speaks as somebody else.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.register import values
from app.register.rules import Found, Page, Rule
from app.register.severity import Severity
from importers.bundle import Attribution, StatementKind

_OPEN = {
    StatementKind.SARSKILT_YTTRANDE: {Attribution.NONE, Attribution.INFERRED},
    StatementKind.PROTOKOLLSANTECKNING: {Attribution.INFERRED},
}


def find(page: Page) -> Iterable[Found]:
    for statement in page.all(values.Statement):
        unsigned = statement.attribution in _OPEN.get(StatementKind(statement.kind), set())
        if unsigned and not page.people(statement.id, "author"):
            params = {
                "kind": statement.kind,
                "parties": list(statement.parties),
                "inferred_from": statement.inferred_from,
            }
            yield Found(params, page.at(statement.id)[:1])


RULE = Rule("statement_without_author", Severity.NOTE, of_entity=find)
