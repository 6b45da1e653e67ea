"""The addresses of all matters' pages, a part at a time: for sitemaps."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.models.register import matters, municipalities

_PAGES = (
    sa.select(municipalities.c.slug.label("place"), matters.c.slug)
    .join(municipalities, municipalities.c.id == matters.c.municipality_id)
    .order_by(matters.c.id)
)


def how_many(session: Session) -> int:
    return session.execute(sa.select(sa.func.count(matters.c.id))).scalar_one()


def slugs(session: Session, offset: int, limit: int) -> list[tuple[str, str]]:
    """The slugs of municipality and matter."""
    return [(row.place, row.slug) for row in session.execute(_PAGES.offset(offset).limit(limit))]
