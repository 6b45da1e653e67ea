"""Two on one list of those present bear the same name, with different parties: they are hardly one person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.ids import fold
from app.register import values
from app.register.rules import Found, Page, Rule, printed
from app.register.severity import Severity


def find(page: Page) -> Iterable[Found]:
    alike: dict[str, dict[str, values.Presence]] = defaultdict(dict)
    for presence in page.all(values.Presence):
        name = page.name(presence.name_id)
        if name.party:
            alike[fold(name.name)].setdefault(fold(name.party), presence)
    for key, by_party in alike.items():
        if len(by_party) > 1:
            people = [printed(page.name(presence.name_id)) for presence in by_party.values()]
            places = [place for presence in by_party.values() for place in page.at(presence.id)]
            yield Found({"people": people}, places, about=key)


RULE = Rule("namesakes", Severity.NOTE, of_entity=find)
