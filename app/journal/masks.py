"""Which files are masked, and what is left of them, and of what was done to them: the last act on a file that stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import act_keys, acts, filings
from app.register.masking import MASKED, Mask, mask_from
from app.register.parts import Act, ActKind, file_key


def mask_of(session: Session, sha256: str) -> Mask | None:
    """How the file is masked for the public; None where it is shown as it was filed."""
    query = sa.select(acts.c.said).join(act_keys, act_keys.c.seq == acts.c.seq)
    standing = (acts.c.kind == ActKind.MASK, acts.c.undone_by.is_(None), act_keys.c.key == file_key(sha256))
    said = session.execute(query.where(*standing).order_by(acts.c.seq.desc()).limit(1)).scalar()
    return mask_from(orjson.loads(said)) if said else None


def masked_files(session: Session | sa.Connection) -> list[str]:
    """The sha256 of every file that masking made, each once; those of masks that were undone too."""
    said = session.execute(sa.select(acts.c.said).where(acts.c.kind == ActKind.MASK)).scalars()
    return sorted({orjson.loads(one)["masked"] for one in said})


def filings_masked(*within: sa.ColumnElement[bool]) -> sa.Select[tuple[int]]:
    """The filings of the files that these acts mask."""
    key = sa.literal(file_key("")) + filings.c.sha256
    query = sa.select(filings.c.seq).join(act_keys, act_keys.c.key == key).join(acts, acts.c.seq == act_keys.c.seq)
    return query.where(acts.c.kind == ActKind.MASK, sa.or_(*within))


def without_masked(act: Act, masks: Sequence[Mask]) -> Act | None:
    """The act without what masks hide: its reason, and the title that another is given for, which so becomes the public one;
    None where what it does says anything of that."""

    def hidden(value: Any) -> bool:
        return any(mask.hides(value) for mask in masks)

    if act.signed and hidden(act.signed.reason):
        act = dataclasses.replace(act, signed=None)
    titled = act.kind is ActKind.CORRECT and act.content.get("field") == "title"
    if titled and hidden(act.content.get("from")):
        act = dataclasses.replace(act, content=act.content | {"from": MASKED})
    return None if hidden(act.content) else act
