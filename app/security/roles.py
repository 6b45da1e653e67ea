"""What whoever signs in at the desk may do, and where: roles, each the next one's with more, granted for all, a municipality
or a body of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.register.bodies import body_key, body_name, parent_name
from app.register.municipalities import municipality


class Role(StrEnum):
    """From the least to the most: who reads what is not public; who corrects and approves too; who hands in and releases
    too; who decides about accounts too."""

    READER = "reader"
    REVIEWER = "reviewer"
    REGISTRAR = "registrar"
    ADMIN = "admin"

    def covers(self, needed: Role) -> bool:
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in a place: `municipality` is a code or a name, "" for every one; `body` a name, "" for all of the municipality."""

    role: Role
    municipality: str = ""
    body: str = ""

    @property
    def place(self) -> str | None:
        """The id of its municipality; None where it is for every one."""
        return municipality(self.municipality).id if self.municipality else None

    def holds(self, needed: Role, place: str, body: str | None) -> bool:
        """Whether it lets its bearer do what needs that role in a municipality (its id), for a body; a body's committees are its
        own, and what names no body is nobody's but the whole municipality's."""
        if not self.role.covers(needed) or self.place not in {None, place}:
            return False
        if not self.body:
            return True
        return body is not None and _key(self.body) in _own(body)


def may(grants: Iterable[Grant], needed: Role, place: str, body: str | None = None) -> bool:
    """Whether any of the grants lets its bearer do what needs that role, for a body of a municipality (its id)."""
    return any(grant.holds(needed, place, body) for grant in grants)


def may_anywhere(grants: Iterable[Grant], needed: Role) -> bool:
    """Whether there is any place where the bearer may."""
    return any(grant.role.covers(needed) for grant in grants)


def _key(body: str) -> str:
    return body_key(body_name(body))


def _own(body: str) -> set[str]:
    name = body_name(body)
    return {body_key(name), body_key(parent_name(name) or name)}
