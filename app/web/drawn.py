"""Pictures of whole pages, kept beside the files where those lie in an object store: every server then has them.

In the folder they are not: who has the folder draws from it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from app.journal.files import key_of
from app.journal.storage import Folder, Storage
from app.journal.stored import key_of_picture

# Raise it when pages are drawn in another way, so that readers fetch them anew.
DRAWING = 2


def drawn_once(storage: Storage, digest: str, page: int, width: int, draw: Callable[[], bytes]) -> bytes:
    """The page of this file, so many pixels wide, as it was drawn before; drawn now, and kept, where it was not."""
    if isinstance(storage, Folder):
        return draw()
    key = key_of_picture(digest, f"{DRAWING}-{page}-{width}")
    with suppress(FileNotFoundError):
        return storage.get(key)
    image = draw()
    with suppress(OSError):  # it is drawn again another time
        storage.put(key, image)
        if not storage.exists(key_of(digest)):  # purged as it was drawn
            storage.delete(key)
    return image
