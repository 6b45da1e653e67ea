"""A visit at the desk: who asks, with which form, and what they may do where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from sqlalchemy.orm import Session
from starlette.datastructures import FormData, UploadFile

from app.acts import Actor
from app.db import Stores
from app.desk.errors import NotAllowed
from app.errors import NotFound, WrongUse
from app.language.i18n import gettext as _
from app.language.printable import printable
from app.security.roles import Role, may, may_anywhere
from app.security.sessions import SignedIn
from app.web.answers import Serving

COOKIE = "diarium_desk"
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Visit:
    """One question at the desk. `signed` is None where the route is for anybody; `form` is empty where none was sent."""

    request: Request
    using: Serving
    signed: SignedIn | None
    form: FormData

    @property
    def stores(self) -> Stores:
        return self.using.stores

    @property
    def who(self) -> SignedIn:
        """Whoever is signed in. Raises `NotAllowed` where nobody is."""
        if self.signed is None:
            raise NotAllowed
        return self.signed

    @property
    def address(self) -> str:
        """The address of whoever asks."""
        return self.request.client.host if self.request.client else "unknown"

    def path(self, name: str) -> str:
        return str(self.request.path_params[name])

    def asked(self, name: str, default: str = "") -> str:
        """A parameter of the address."""
        return self.request.query_params.get(name, default)

    def sent(self, name: str, default: str = "") -> str:
        """A field of the form, as it was typed; line breaks are line breaks. Raises `WrongUse` where it is too long."""
        value = self.form.get(name, default)
        if not isinstance(value, str) or len(value) > _LONGEST:
            raise WrongUse(_("Texten är för lång."))
        return value.replace("\r\n", "\n").strip()

    def files(self, name: str) -> list[UploadFile]:
        """The files that the form brings in a field; one that was left empty is none."""
        return [part for part in self.form.getlist(name) if isinstance(part, UploadFile) and part.filename]

    def may(self, needed: Role, municipality: str, body: str | None = None) -> bool:
        return may(self.who.user.grants, needed, municipality, body)

    def may_anywhere(self, needed: Role) -> bool:
        return may_anywhere(self.who.user.grants, needed)

    def needs(self, needed: Role, municipality: str, body: str | None = None) -> None:
        """Raises `NotFound` where whoever asks may not know of it, `NotAllowed` where they may see it and no more."""
        if not self.may(Role.READER, municipality, body):
            raise NotFound
        if not self.may(needed, municipality, body):
            raise NotAllowed

    def may_everywhere(self, needed: Role) -> bool:
        return any(grant.role.covers(needed) and not grant.municipality for grant in self.who.user.grants)

    def needs_everywhere(self, needed: Role) -> None:
        """Raises `NotAllowed` for whoever has the role in a part of the installation alone."""
        if not self.may_everywhere(needed):
            raise NotAllowed

    def actor(self, fallback: str, still: Callable[[Session], None] | None = None) -> Actor:
        """Whoever acts, for the journal, with the reason that the form gives, and the role where they let it be shown. Where it
        gives none, `fallback`: its Swedish words, which `reason_words` says in whatever language it is read. `still` as `Actor` has it."""
        reason = printable(self.sent("reason")) or fallback
        return Actor(self.who.user.name, reason, printable(self.sent("role")) or None, still)
