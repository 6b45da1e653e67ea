"""What the register is built from: the parts of readings, each a document or one § of it, with the file it lies in, and
the acts of people that bear on them."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.register.bodies import body_key, body_name, parent_name
from app.register.municipalities import Municipality, municipality
from app.register.values import File
from importers.bundle import Document, Item

# How the journal writes a key, `Ärendesystemet (key 3f9c1e7a)`: no person's name may look so.
LOOKS_LIKE_A_KEY = re.compile(r"\(\s*key\b", re.IGNORECASE)
# The reader of what a person entered by hand.
PERSON = "person"


@dataclass(frozen=True, slots=True)
class Part:
    """A document (its §§ taken out), or one § together with the document it stands in.

    `seq` is the number of the filing, so the smallest was filed first; `filed_for` is the body that whoever filed it is
    entitled to, where it is one alone, `by_key` whether that was a programme with a key; `items` are the numbers of the document's §§ and
    `item_cases` their printed case numbers, for a document that is an extract. Of a document, `unread_lines` and `doubts`
    are how many lines no reader took, and how many doubts tell of its pages and no others; None where nobody may know.
    """

    seq: int
    n: int
    municipality: Municipality
    file: File
    reader: str
    reader_version: str
    document: Document
    items: tuple[str, ...] = ()
    item_cases: tuple[str, ...] = ()
    item: Item | None = None
    filed_for: str | None = None
    reading: int = 0
    by_key: bool = False
    unread_lines: int | None = None
    doubts: int | None = None

    @property
    def entered(self) -> bool:
        """Whether a person entered it: it lies in no file."""
        return self.reader == PERSON

    @property
    def is_claim(self) -> bool:
        """Whether who filed it has no say in it: a key for one body cannot tell what another decided, nor a key for one
        municipality what another did."""
        return is_claim(self.document, self.municipality, self.filed_for, by_key=self.by_key)

    @property
    def pages(self) -> tuple[int, int]:
        return self.document.pages


def is_claim(document: Document, place: Municipality, filed_for: str | None, *, by_key: bool) -> bool:
    """Whether a document is of another body, or another municipality, than its file was handed in for. A body's committees
    are its own; what names no body is nobody else's."""
    if by_key and is_of_another(document, place):
        return True
    if filed_for is None or document.body is None:
        return False
    name = body_name(document.body)
    own = {body_key(name), body_key(parent_name(name) or name)}
    return body_key(body_name(filed_for)) not in own


def is_of_another(document: Document, place: Municipality) -> bool:
    """Whether a document names another municipality than the one that its file was handed in for. What no list has may be
    printed in the genitive: "Kvarnhults kommun" is of Kvarnhult."""
    if document.municipality is None:
        return False
    named = municipality(document.municipality)
    in_genitive = named.code is None and named.slug.removesuffix("s") == place.slug.removesuffix("s")
    return named.id != place.id and not in_genitive


def file_key(sha256: str) -> str:
    """What an act bears on that is about a file and no fact in it: that it was checked. No register follows from it."""
    return f"file|{sha256}"


class ActKind(StrEnum):
    """What a person may do to what was read; each can be undone by another act, but for what was purged. `APPROVE` and `SETTLE` say that a person has
    checked a document, or looked at a doubt; a `DISPATCH` that a § was sent to somebody, an `ASIDE` that what could not be read is seen to,
    an `ACCESS` what was decided about an account or a key, a `MUNICIPALITY` what is told of one as such; a `MASK` is of a file, and a `PURGE` is never undone."""

    LINK = "link"
    UNLINK = "unlink"
    CHOOSE = "choose"
    CORRECTED = "corrected"
    CORRECT = "correct"
    ADD = "add"
    REMOVE = "remove"
    DATE = "date"
    DEFAULT = "default"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    DIVIDE = "divide"
    APART = "apart"
    APPROVE = "approve"
    SETTLE = "settle"
    MASK = "mask"
    PURGE = "purge"
    DISPATCH = "dispatch"
    ASIDE = "aside"
    ACCESS = "access"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Signed:
    """Who acted, in which role, at which instant (UTC) and why."""

    by: str
    role: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Act:
    """An act as the register needs it. `keys` are what it bears on (cases, entities), `content` is the rest that it holds.

    `signed` says who did it, why and when (UTC), for what is shown at the corrected fact; only where whoever acted stated
    a role, and so knew that it would be shown.
    """

    seq: int
    kind: ActKind
    keys: tuple[str, ...]
    content: dict[str, Any] = field(default_factory=dict)
    signed: Signed | None = None
