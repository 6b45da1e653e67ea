"""Which files are masked, and what is left of them: the last act on a file that stands."""

from __future__ import annotations

import orjson
import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.journal import act_keys, acts, filings
from app.register.masking import Mask, mask_from
from app.register.parts import ActKind, file_key


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
