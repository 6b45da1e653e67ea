"""An installation's registers brought up to its journal, or derived from it anew, and what their words are found by."""

from __future__ import annotations

from app.db import Stores, wipe, writing
from app.installation.resting import resting_on_the_journal
from app.journal.append import open_journal
from app.journal.checkpoints import publish_checkpoints
from app.journal.scope import RegisterScope
from app.projection.public import publish, rebuild_public, renew_public
from app.projection.rebuilding import rebuild, renew
from app.projection.reindexing import reindex
from app.projection.rows import Rows


def bring_up(stores: Stores) -> None:
    """Open the journal, and let both registers be those of this version and up to it. Safe to repeat.

    Raises `JournalSpoilt`.
    """
    with resting_on_the_journal(stores):
        with writing(stores.desk) as session:
            open_journal(session)
            renew(session)
        publish(stores)
        renew_public(stores)
        publish_checkpoints(stores)


def rebuild_all(stores: Stores) -> dict[RegisterScope, int]:
    """Derive both registers anew from the journal; returns the rows changed in each. Raises `JournalSpoilt`."""
    with resting_on_the_journal(stores), writing(stores.desk) as desk:
        changed = {RegisterScope.DESK: rebuild(desk, Rows(desk), RegisterScope.DESK)}
        with writing(stores.public) as public:
            changed[RegisterScope.PUBLIC] = rebuild_public(desk, public)
    return changed


def reindex_all(stores: Stores) -> dict[RegisterScope, int]:
    """Make what words are found by anew in both registers, from their own rows; returns the entries of each."""
    entries = {}
    for scope, store in ((RegisterScope.DESK, stores.desk), (RegisterScope.PUBLIC, stores.public)):
        with writing(store) as session:
            entries[scope] = reindex(session, scope)
        wipe(store)
    return entries
