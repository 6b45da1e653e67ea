"""A story told to an installation over several days, and the public register brought up to it on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from app.db import Stores, writing
from app.journal import append
from app.journal.append import Filed, file_bundle
from app.main import create_app
from app.models.journal import entries
from app.projection.desk import project_desk
from app.projection.public import publish
from importers.bundle import Bundle, Stance, Yrkande
from tests.app.conftest import Lasting
from tests.app.register.saying import SOMEWHERE, at, bundle, extract, item, person

KS, OTHER = "KS-2025-00042", "KS-2025-00099"
MOVED = Yrkande(
    Stance.AVSLAG, "Mira Tallbo (C) yrkar avslag.", at("Mira Tallbo (C) yrkar avslag."), (person("Mira Tallbo (C)"),)
)


def minutes(title: str, version: str) -> Bundle:
    treated = item("88", title, case_numbers=(KS,))
    return bundle(extract("Kommunstyrelsen", "2025-02-17", treated), digest="1" * 64, version=version)


NAMND = bundle(
    extract("Kulturnämnden", "2025-01-20", item("31", "Torget", case_numbers=(KS,), yrkanden=(MOVED,))), digest="2" * 64
)


def others(title: str, version: str) -> Bundle:
    treated = item("89", title, case_numbers=(OTHER,))
    return bundle(extract("Kommunstyrelsen", "2025-02-17", treated), digest="3" * 64, version=version)


class Told:
    """Things said to an installation, each on a day, and the public register brought up to it the same day."""

    def __init__(self, stores: Stores) -> None:
        self.stores = stores

    def on(self, day: str, do: Callable[..., Filed | int]) -> Filed | int:
        with writing(self.stores.desk) as session:
            last = session.execute(sa.select(sa.func.max(entries.c.seq))).scalar_one()
            done = do(session)
            session.execute(entries.update().where(entries.c.seq > last).values(at=f"{day}T12:00:00.000000Z"))
        publish(self.stores)
        return done

    def file(self, day: str, said: Bundle) -> Filed:
        def filed(session: Session) -> Filed:
            done = file_bundle(session, said, SOMEWHERE, "anna")
            if done.first:
                append.release(session, done.filing, (1, 1), "anna", "default")
            project_desk(session, done.keys)
            return done

        done = self.on(day, filed)
        assert isinstance(done, Filed)
        return done


@pytest.fixture
def told(stores: Stores) -> Told:
    """An installation of the test's own to which the story was told."""
    return tell(stores)


@pytest.fixture(scope="module")
def told_once(lasting: Lasting) -> Iterator[TestClient]:
    """Asks an installation to which it was told, which the tests of a file only read; follows no redirect."""
    tell(lasting.stores)
    with TestClient(create_app(lasting.using), follow_redirects=False) as client:
        yield client


def tell(stores: Stores) -> Told:
    """The board's § in March, the nämnd's a little later; the board's read anew in April; another matter in May, twice."""
    with writing(stores.desk) as session:
        session.execute(entries.update().values(at="2025-02-01T12:00:00.000000Z"))
    found = Told(stores)
    found.file("2025-03-01", minutes("Torget", "1"))
    found.file("2025-03-10", NAMND)
    found.file("2025-04-01", minutes("Torget och ån", "2"))
    found.file("2025-05-01", others("Ån", "1"))
    found.file("2025-05-15", others("Ån och bron", "2"))
    return found


def withdrawn(told: Told) -> Told:
    """The nämnd's § is withdrawn in June."""
    filing = told.file("2025-06-01", NAMND).filing
    told.on("2025-06-01", lambda session: append.release(session, filing, (1, 1), "anna", "fel", public=False))
    return told
