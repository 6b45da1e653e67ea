"""Pictures of pages: drawn apart from everything else, and what cannot be drawn is tried once."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from threading import Event

import anyio
import anyio.to_thread
import pytest
from starlette.testclient import TestClient

from app.db import Stores
from app.installation.opening import open_stores
from app.journal.files import path_of
from app.main import create_app
from app.register.municipalities import municipality
from app.resources import example
from app.settings import Settings
from app.web import page_images
from app.web.page_images import PageImages
from tests.app.importing import import_file
from tests.app.served import case_id

READERS = 4


def test_a_page_that_cannot_be_drawn_is_tried_once_and_says_so(stores: Stores, using: Settings) -> None:
    digest = import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna").sha256
    path = path_of(using.data_dir, digest)
    path.write_bytes(b"%PDF-1.7\nno pages")
    with TestClient(create_app(using)) as client:
        document = client.get(f"/api/v1/cases/{case_id(client)}?include=documents").json()["documents"][0]
        address = f"/api/v1/documents/{document['id']}/pages/{document['appearances'][0]['first_page']}.webp"
        for width in (400, 1200):
            answer = client.get(f"{address}?width={width}")
            assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
            assert "går inte att rita." in answer.text
            path.unlink(missing_ok=True)  # with nothing to draw from, only what is remembered can answer again
        assert client.get(f"{address}?width=400", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


@pytest.mark.shared
def test_a_page_that_paints_itself_is_imported_and_drawn_no_second_time(
    shared: Path, tmp_path: Path, made_files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(made_files, tmp_path, dirs_exist_ok=True)
    using = Settings(data_dir=tmp_path)
    stores = open_stores(using)
    data = (shared / "probes/situations/pattern-self.pdf").read_bytes()
    receipt = import_file(stores, using, data, "mönster.pdf", "anna", municipality("Alnsjö kommun"))
    stores.dispose()
    assert (receipt.state, receipt.items) == ("imported", 1)
    monkeypatch.setattr(page_images, "PATIENCE", 3600.0)  # until it has been tried, however busy the machine
    with TestClient(create_app(using)) as client:
        address = f"/api/v1/documents/{client.get('/api/v1/documents').json()['documents'][0]['id']}/pages/1.webp"
        for width in (400, 1200):
            answer = client.get(f"{address}?width={width}")
            assert (answer.status_code, "går inte att rita." in answer.text) == (200, True)
            path_of(tmp_path, receipt.sha256).unlink(missing_ok=True)


def test_whoever_waits_for_a_picture_keeps_nobody_else_waiting() -> None:
    async def ask() -> list[bytes | None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = 2
        images, go = PageImages(), Event()
        drawn: list[bytes | None] = []

        def draw() -> bytes:
            go.wait()
            return b"picture"

        async def read(n: int) -> None:
            drawn.append(await images.get(f"key {n}", f"page {n}", draw))

        async with anyio.create_task_group() as group:
            for n in range(READERS):
                group.start_soon(read, n)
            await anyio.sleep(0)
            try:
                assert await anyio.to_thread.run_sync(drawn.copy) == []
            finally:
                go.set()
        return drawn

    assert anyio.run(ask) == [b"picture"] * READERS


def test_what_is_drawn_beforehand_leaves_room_for_whoever_looks_at_a_page() -> None:
    async def ask() -> tuple[bytes | None, bytes | None]:
        images, go = PageImages(patience=0.01), Event()

        def draw() -> bytes:
            go.wait()
            return b"ahead"

        for n in range(READERS):
            with pytest.raises(TimeoutError):
                await images.get(f"key {n}", f"page {n}", draw, ahead=True)
        try:
            seen = await images.get("key", "page", lambda: b"seen", patience=60)
        finally:
            go.set()
        return seen, await images.get(f"key {READERS - 1}", f"page {READERS - 1}", draw, patience=60)

    assert anyio.run(ask) == (b"seen", b"ahead")


def test_the_first_who_asks_does_not_wait_for_a_page_that_takes_long() -> None:
    async def ask() -> tuple[int, bytes | None]:
        images, go, begun = PageImages(patience=0.01), Event(), 0

        def draw() -> bytes:
            nonlocal begun
            begun += 1
            go.wait()
            return b"picture"

        for _ in range(2):
            with pytest.raises(TimeoutError):
                await images.get("key", "page", draw)
        go.set()
        while True:
            with suppress(TimeoutError):
                return begun, await images.get("key", "page", draw)

    assert anyio.run(ask) == (1, b"picture")


def test_what_takes_long_is_answered_with_a_sentence_that_nobody_keeps(
    stores: Stores, using: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_file(stores, using, example().read_bytes(), "exempel.pdf", "anna")
    monkeypatch.setattr(page_images, "PATIENCE", 0.0)
    with TestClient(create_app(using)) as client:
        document = client.get(f"/api/v1/cases/{case_id(client)}?include=documents").json()["documents"][0]
        answer = client.get(f"/api/v1/documents/{document['id']}/pages/{document['appearances'][0]['first_page']}.webp")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "private, no-store")
    assert "tar lång tid att rita." in answer.text
