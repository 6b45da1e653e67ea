"""Which body bears a name on a day: one that was renamed on a day is another than one that takes the old name later."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from app.ids import Ids
from app.register.bodies import body_key, definite, parent_name
from app.register.parts import Act, ActKind

SENDING_BODIES = (ActKind.RENAME, ActKind.DIVIDE)
_DAY = "on"


def day_of(act: Act) -> dt.date | None:
    """The day from which a body goes on under another name, or as several; None where whoever said so stated none."""
    typed = act.content.get(_DAY)
    return dt.date.fromisoformat(typed) if act.kind in SENDING_BODIES and typed else None


class BodyNames:
    """The bodies of a register by name and day; the committee of another body is another, too. `acts` may hold others than renames; those without a day make no other body."""

    def __init__(self, acts: Iterable[Act], ids: Ids) -> None:
        self._ids = ids
        days: dict[tuple[str, str], set[dt.date]] = defaultdict(set)
        for act in acts:
            if day := day_of(act):
                municipality, _kind, name = act.keys[0].split("|", 2)
                days[municipality, body_key(definite(name))].add(day)
        self._days = {key: sorted(of_name) for key, of_name in days.items()}

    def since(self, municipality: str, name: str, day: dt.date | None) -> dt.date | None:
        """The day from which the body that bears a name on `day` does so, after another; None for the first that did. Without a
        day the last to bear the name is meant. Forms of one word are one name."""
        return max((begun for begun in self._of(municipality, name) if day is None or begun <= day), default=None)

    def id_on(self, municipality: str, name: str, day: dt.date | None) -> str:
        """The id of the body that bears a name on `day`."""
        begun = self.since(municipality, name, day)
        return self._ids.of("body", municipality, body_key(name), *([begun.isoformat()] if begun else []))

    def ids_of(self, municipality: str, name: str) -> list[str]:
        """The ids of all that bear or bore a name, the first to do so first."""
        first = self._ids.of("body", municipality, body_key(name))
        return [first, *(self.id_on(municipality, name, day) for day in self._of(municipality, name))]

    def _of(self, municipality: str, name: str) -> Sequence[dt.date]:
        """The days from which others bear a name, the earliest first."""
        if not self._days:
            return ()
        whose = parent_name(name)
        own = self._days.get((municipality, body_key(definite(name))), [])
        parents = self._days.get((municipality, body_key(definite(whose))), []) if whose else []
        return sorted({*own, *parents})
